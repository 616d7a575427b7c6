import { type Corpus } from './corpus';

export const nb: Corpus = {
	'opt-out': `STOPP
Stopp takk
meld meg av
avmeld
ikke flere sms takk
Ikke send meg flere meldinger
Jeg vil ikke ha mer reklame
Slett nummeret mitt
Fjern meg fra listen
La meg være i fred
Feil nummer
slutt å sende meg meldinger
Jeg ønsker ikke å motta sms fra dere
Takk, men vennligst stopp med sms
ikke kontakt meg igjen
hvordan melder jeg meg av?
vil ikkje ha fleire meldingar
Hvem ga dere nummeret mitt? Slett det
I henhold til GDPR krever jeg at dataene mine slettes
ikke skriv til meg
nå holder det med meldinger
stopp ellers anmelder jeg dere
jeg har aldri sagt ja til dette, slutt
ikke send mer
jeg er ikke fru Hansen, slett nummeret
Blokker nummeret mitt
Meldingene deres vekker meg om natten, slutt nå`,
	none: `Ikke stopp leveringen
Jeg er på bussholdeplassen
Jeg vil kansellere ordre 12345
Når slutter salget?
Jeg har ikke fått noen melding
Jeg har ikke flere spørsmål
Ikke send den til den gamle adressen
Takk, alt er kommet
Ja
Ikke ring, send heller en sms
Ikke la pakken stå utenfor
I slutten av måneden er jeg hjemme
Kan jeg bytte størrelse?
Nei takk
Trenger ikke kvittering lenger
Jeg vil kansellere ordren min
Jeg står på bussholdeplassen
Ikke send til den gamle adressen
Dere sendte feil vare
Jeg kan ikke ringe det nummeret
Ikke send den før mandag
Feil adresse, det er Storgata 5
Jeg har ikke fått meldingen med koden
Jeg har byttet nummer
Ingen flere spørsmål, takk
Ikke sett den ved døren`,
	help: `HJELP
hjelp meg
info`,
	'opt-in': `START
meld meg på
registrer meg
jeg vil ha meldinger igjen`,
	'order-question': `Hvor er pakken min?
hvor er ordre 1001
Når kommer pakken?
sporingsnummer?
Er bestillingen sendt?
Har fortsatt ikke fått pakken
har fortsatt ikke fått noe
når leverer dere`,
};
