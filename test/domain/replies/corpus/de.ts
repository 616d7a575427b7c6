import { type Corpus } from './corpus';

export const de: Corpus = {
	'opt-out': `Stopp
Stop bitte
STOP!!!
Abmelden
keine sms mehr
Keine Nachrichten mehr bitte
lass mich in ruhe
Lassen Sie mich in Ruhe
Ich möchte keine Werbung mehr bekommen
Bitte löschen Sie meine Nummer
Nehmen Sie mich aus dem Verteiler
Hört auf mir zu schreiben
Falsche Nummer
abmelden vom Newsletter
Schicken Sie mir bitte nichts mehr
ich will nix mehr von euch hören
Bitte nicht mehr kontaktieren
Danke, aber bitte keine SMS mehr senden
wie kann ich mich abmelden?
Tragt mich bitte aus
hoer auf mit den sms`,
	none: `Bitte stoppen Sie die Lieferung nicht
Ich bin um 5 an der Bushaltestelle
Ich möchte meine Bestellung stornieren
Wann endet der Sale?
Bitte nicht an die alte Adresse liefern
Ich habe keine SMS bekommen
Ich habe keine Fragen mehr
Vielen Dank, alles angekommen!
Bitte nicht klingeln, das Baby schläft
Ende des Monats bin ich im Urlaub
Kann ich das Paket beim Nachbarn abholen?
Ja, gerne
Bitte das Konto nicht löschen
Nicht anrufen, bitte nur SMS schicken
Schreiben Sie mir bitte eine Nachricht wenn der Fahrer da ist
Nein danke
ok super`,
	help: `Hilfe
hilfe bitte
Info`,
	'opt-in': `Anmelden
START
bitte wieder anmelden`,
	'order-question': `Wo ist mein Paket?
wo bleibt meine bestellung
Wann kommt meine Lieferung an?
Sendungsnummer?
Ist die Bestellung 1001 schon verschickt?
Mein Paket ist noch nicht da`,
};
