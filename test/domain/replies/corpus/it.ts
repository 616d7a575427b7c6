import { type Corpus } from './corpus';

export const it: Corpus = {
	'opt-out': `STOP
Basta
basta messaggi
Cancellami
non voglio più ricevere sms
Non scrivetemi più
Smettetela di mandarmi messaggi
Toglietemi dalla lista
Cancellate il mio numero
lasciatemi in pace
Numero sbagliato
Avete sbagliato numero
disiscrivimi per favore
Non mi interessano più le vostre offerte
grazie ma non mandatemi più sms
nn inviatemi piu pubblicita
Non contattatemi più
niente più messaggi grazie
come faccio a cancellarmi dalla lista?
fermate gli sms
Chi vi ha dato il mio numero? Cancellatelo subito
non rompete
Ai sensi del GDPR chiedo la cancellazione dei miei dati
smettete o vi denuncio
mi sono stufato dei vostri sms
dimenticatemi
nessuno vi ha autorizzato a scrivermi
Non ho ordinato niente, smettete per favore
Bloccate il mio numero`,
	none: `Non fermate la consegna
Sono alla fermata dell'autobus
Vorrei annullare il mio ordine 12345
Quando finiscono i saldi?
Non ho ricevuto nessun messaggio
Non ho più domande
Non speditelo al vecchio indirizzo
Grazie mille, tutto perfetto
Sì
Alla fine del mese sono in ferie
Non chiamate, mandate un sms
Mi basta una taglia M
Non lasciate il pacco fuori
A che ora chiude il negozio?
Il pacco è arrivato, grazie
No grazie
Voglio annullare il mio ordine
A fine mese sono via
il citofono non funziona, chiamate
il mio numero civico è 12
niente messaggio sul biglietto
Non consegnate prima di lunedì
Taglia sbagliata, posso cambiarla?
aspetto allo stop
Non ho ricevuto il messaggio con il codice
ho cancellato il messaggio, potete rimandarlo?
Nessun'altra domanda, grazie
Non mi avete mandato quello giusto`,
	help: `AIUTO
aiutatemi
info per favore`,
	'opt-in': `INIZIA
iscrivimi
riattiva`,
	'order-question': `Dov'è il mio ordine?
dove il mio pacco
Quando arriva il mio pacco?
codice tracking?
Non è ancora arrivato niente
L'ordine 1001 è stato spedito?
arriva oggi?
quando me lo portate
sta arrivando il mio ordine?`,
};
