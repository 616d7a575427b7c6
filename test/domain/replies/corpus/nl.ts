import { type Corpus } from './corpus';

export const nl: Corpus = {
	'opt-out': `STOP
Stoppen
stop aub
afmelden
Schrijf mij uit
geen sms meer
Stuur mij geen berichten meer
Ik wil geen reclame meer ontvangen
Verwijder mijn nummer
Haal me van de lijst
laat me met rust
Verkeerd nummer
Hou op met smsen
Niet meer sms'en aub
bedankt, maar stuur me niets meer
Val me niet meer lastig
Ik heb me nooit aangemeld
hoe kan ik me afmelden?
ik wil niet meer gecontacteerd worden
Wie heeft u mijn nummer gegeven? Verwijder het
Bedankt maar ik hoef deze meldingen niet meer
stop of ik doe aangifte
kap ermee
genoeg berichten nu
niemand heeft jullie toestemming gegeven om mij te sms'en
ben klaar met jullie spam
Blokkeer mijn nummer`,
	none: `Stop de levering niet
Ik sta bij de bushalte
Ik wil mijn bestelling 12345 annuleren
Wanneer is het einde van de uitverkoop?
Ik heb geen sms gekregen
Ik heb geen vragen meer
Stuur het niet naar mijn oude adres
Bedankt, alles is binnen
Ja
Niet bellen, liever een sms
Laat het pakket niet buiten staan
Eind van de maand ben ik terug
Mag het ook bij de buren?
Nee dank je
Hoe laat gaan jullie open?
stop het maar in de brievenbus
Ik wil mijn bestelling annuleren
Einde van de maand ben ik weg
Ik heb geen bon meer nodig
Geen probleem
Niet bezorgen voor maandag
Verkeerde maat, kan ik ruilen?
Vergeet mij niet morgen
Ik heb het bericht met de code niet ontvangen
Ik heb het bericht verwijderd, kunt u het opnieuw sturen
Geen vragen meer, bedankt
Stuur het niet naar het oude adres`,
	help: `HELP
hulp
info aub`,
	'opt-in': `AANMELDEN
start
schrijf me weer in`,
	'order-question': `Waar is mijn bestelling?
waar blijft mijn pakje
Wanneer wordt mijn pakket bezorgd?
track en trace code?
Is bestelling 1001 al verzonden?
Ik heb mijn pakket nog niet ontvangen
Ik heb mijn pakje nog steeds niet
Is er al nieuws over mijn bestelling?
bestelling 99812 waar is die
wanneer brengen jullie het`,
};
