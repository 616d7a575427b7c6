import { type Corpus } from './corpus';

export const sv: Corpus = {
	'opt-out': `STOPP
Stop tack
sluta smsa mig
Avregistrera mig
inga fler sms tack
Skicka inga fler meddelanden
Jag vill inte få mer reklam
Ta bort mitt nummer
ta bort mig från listan
Lämna mig ifred
Fel nummer
Vill inte ha era sms längre
Tack men jag vill inte ha fler meddelanden
Kontakta mig inte igen
hur avslutar jag prenumerationen på sms?
jag har aldrig anmält mig till detta
skicka inte mer
Vem gav er mitt nummer? Radera det
Enligt GDPR begär jag att mina uppgifter raderas
skriv inte till mig
nu räcker det med sms
sluta annars anmäler jag er
vill ej ha sms
trött på era meddelanden
jag är inte fru Svensson, radera numret
jag vill inte få det här mer
Blockera mitt nummer`,
	none: `Stoppa inte leveransen
Jag står vid busshållplatsen
Jag vill avboka min beställning 12345
När är rean slut?
Jag har inte fått något sms
Jag har inga fler frågor
Skicka det inte till min gamla adress
Tack, allt har kommit
Ja
Ring inte, skicka sms i stället
Lämna inte paketet utanför dörren
I slutet av månaden är jag hemma
Kan jag byta storlek?
Nej tack
Jag vill avbeställa min order
Fel adress, det ska vara Storgatan 5
Jag vill inte ha den blå utan den röda
Äntligen framme
Skicka den inte före måndag
Jag har bytt nummer
Jag har inte fått meddelandet med koden
Lämna det inte vid dörren
Inga fler frågor, tack
Behöver inget kvitto längre`,
	help: `HJÄLP
hjalp mig
info`,
	'opt-in': `STARTA
registrera mig
anmäl mig igen`,
	'order-question': `Var är mitt paket?
vart är min beställning
När kommer paketet?
spårningsnummer?
Har order 1001 skickats?
Jag har fortfarande inte fått mitt paket
har fortfarande inte fått nåt`,
};
