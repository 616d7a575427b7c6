import { type Corpus } from './corpus';

export const da: Corpus = {
	'opt-out': `STOP
Afmeld
afmeld mig tak
ikke flere sms tak
Send mig ikke flere beskeder
Jeg vil ikke have flere reklamer
Slet mit nummer
Fjern mig fra listen
Lad mig være i fred
Forkert nummer
hold op med at skrive til mig
Jeg ønsker ikke at modtage sms fra jer
Tak, men stop med at sende sms'er
Kontakt mig ikke igen
hvordan afmelder jeg mig?
I har fået forkert nummer
Hvem har givet jer mit nummer? Slet det
I henhold til GDPR ønsker jeg mine data slettet
stop ellers anmelder jeg jer
opsig abonnement
træt af jeres beskeder
jeg er ikke fru Jensen, slet nummeret
glem mig
jeg kender jer ikke, kontakt mig ikke
Bloker mit nummer`,
	none: `Stop ikke leveringen
Jeg er ved busstoppestedet
Jeg vil annullere min ordre 12345
Hvornår slutter udsalget?
Jeg har ikke fået nogen sms
Jeg har ikke flere spørgsmål
Send den ikke til min gamle adresse
Tak, det hele er kommet
Ja
Ring ikke, send hellere en sms
Lad ikke pakken stå udenfor
I slutningen af måneden er jeg hjemme
Kan jeg bytte størrelse?
Nej tak
Send den ikke før mandag
Sidst på måneden er jeg væk
Jeg har ikke brug for kvittering længere
Lejlighed nummer 12
Jeg kan ikke ringe til det nummer
Jeg har ikke fået beskeden med koden
Forkert størrelse, kan jeg bytte?
Ikke flere spørgsmål, tak
jeg slettede beskeden, kan I sende den igen?
Ring ikke, send en sms
Send den ikke til den gamle adresse`,
	help: `HJÆLP
hjaelp mig
info`,
	'opt-in': `START
tilmeld mig
tilmeld mig igen
jeg vil gerne have beskeder igen`,
	'order-question': `Hvor er min pakke?
hvor er min ordre 1001
Hvornår kommer pakken?
trackingnummer?
Er min bestilling sendt?
Jeg har stadig ikke modtaget min pakke
har stadig ikke fået noget
hvornår leverer I`,
};
