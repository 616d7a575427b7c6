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
hoer auf mit den sms
Woher haben Sie meine Nummer? Sofort löschen!
Gemäß DSGVO fordere ich die Löschung meiner Daten
nerv nicht
Danke, aber ich möchte diese Benachrichtigungen nicht mehr
Schluss jetzt mit den Nachrichten
Stop sonst zeige ich euch an
Ich wiederspreche der Nutzung meiner Nummer
ich kenn euch nicht, falsche nr, löschen bitte
bin nicht herr müller, bitte nummer löschen
Meine Nummer bitte sperren
sie haben sich in der nummer vertan
Ihre SMS wecken mich nachts. Lassen Sie das.`,
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
ok super
Kann ich die Geschenkverpackung noch abbestellen?
Bitte nicht vor Montag liefern
Falsche Adresse, richtig ist Hauptstraße 5
Die Klingel geht nicht, bitte anrufen
Stellt es einfach in die Garage, Ende der Straße links
Ich habe den Code nicht bekommen
Meine Nummer hat sich geändert
Der Regen hört nicht auf, bitte in die Garage
Die Klingel geht nicht, ich warte am Stop
Keine Fragen mehr, danke!
Schicken Sie es nicht an die alte Adresse
Bitte nicht anrufen, lieber SMS schreiben
Ich habe keine Nachricht erhalten`,
	help: `Hilfe
hilfe bitte
Info
bitte um hilfe`,
	'opt-in': `Anmelden
START
bitte wieder anmelden`,
	'order-question': `Wo ist mein Paket?
wo bleibt meine bestellung
Wann kommt meine Lieferung an?
Sendungsnummer?
Ist die Bestellung 1001 schon verschickt?
Mein Paket ist noch nicht da
wann kommts denn
Gibt es Neuigkeiten zu meiner Lieferung?
Kommt heute noch was?`,
};
