import { type LanguageTexts } from './texts';

export const it: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Grazie[, {first_name}]! Il tuo ordine[ #{order_number}] è confermato[ (totale: {total})].[ Domande? Chiama il {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Buone notizie! Il tuo ordine[ #{order_number}] è stato spedito.[ Segui la spedizione: {tracking}][ Consegna prevista: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Il tuo ordine[ #{order_number}] è in consegna oggi![ Arrivo previsto entro le {eta_time}.][ Problemi? Chiama il {support_phone}.][ Segui la spedizione: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Il tuo ordine[ #{order_number}] è pronto per il ritiro.[ Dettagli: {tracking}][ Domande? Chiama il {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Il tuo ordine[ #{order_number}] è stato consegnato. Speriamo che ti piaccia![ Qualcosa non va? Chiama il {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Aggiornamento consegna: il tuo ordine[ #{order_number}] è in leggero ritardo.[ Motivo: {reason}.][ Nuova consegna prevista: {eta_date}.][ Segui la spedizione: {tracking}][ Domande? Chiama il {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Non siamo riusciti a consegnare il tuo ordine[ #{order_number}].[ Motivo: {reason}.][ Nuova consegna prevista: {eta_date}.][ Dettagli: {tracking}][ Domande? Chiama il {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Il corriere ci sta restituendo il tuo ordine[ #{order_number}].[ Motivo: {reason}.][ Serve aiuto? Chiama il {support_phone}.][ Dettagli: {tracking}]',
		cancelled: '[{brand}: ]Il tuo ordine[ #{order_number}] è stato annullato.[ Domande? Chiama il {support_phone}.]',
		refunded:
			"[{brand}: ]Abbiamo disposto il rimborso[ di {refund_amount}] per il tuo ordine[ #{order_number}]. L'accredito può richiedere qualche giorno.[ Domande? Chiama il {support_phone}.]",
		exception:
			"[{brand}: ][{parcel}: ]C'è un problema con la consegna del tuo ordine[ #{order_number}].[ Motivo: {reason}.][ Serve aiuto? Chiama il {support_phone}.][ Dettagli: {tracking}]",
	},
	reasons: {
		address: 'indirizzo incompleto o errato',
		nobody_home: "non c'era nessuno a ricevere il pacco",
		closed: "l'attività era chiusa",
		refused: 'consegna rifiutata',
		customs: 'pratiche doganali',
		payment_due: 'pagamento in sospeso',
		weather: 'maltempo',
		carrier_delay: 'rallentamento del corriere',
		not_collected: 'non ritirato in tempo',
		lost: 'pacco smarrito',
		damaged: 'pacco danneggiato',
	},
	moreItems: 'e {count} in più',
	parcel: 'Pacco {index} di {count}',
	statuses: {
		awaiting_payment: 'in attesa di pagamento',
		label_created: 'in preparazione',
		return_requested: 'reso richiesto',
		confirmed: 'confermato',
		shipped: 'in viaggio',
		out_for_delivery: 'in consegna',
		ready_for_pickup: 'pronto per il ritiro',
		delivered: 'consegnato',
		delayed: 'in ritardo',
		failed_attempt: 'consegna non riuscita',
		returned: 'in restituzione al negozio',
		cancelled: 'annullato',
		refunded: 'rimborso disposto',
		exception: 'problema con la consegna',
	},
	answers: {
		optedOut:
			'[{brand}: ]La tua iscrizione è annullata: non riceverai altri SMS da noi. Invia START per riceverli di nuovo.',
		optedOutMarketing:
			'[{brand}: ]Non riceverai altre offerte da noi via SMS. Questo non riguarda i messaggi sui tuoi ordini.',
		orderStopped: '[{brand}: ]Non riceverai altri messaggi sul tuo ordine[ #{order_number}].',
		help: '[{brand}: ]Questo è il servizio SMS del nostro negozio.[ Aiuto: {support_phone}.] La frequenza dei messaggi varia. Invia STOP per annullare.[ Info: {shop_url}]',
		started: '[{brand}: ]Piacere di ritrovarti! Riceverai di nuovo i nostri messaggi. Invia STOP per annullare.',
		orderStatus:
			'[{brand}: ]Il tuo ordine[ #{order_number}]: {status}.[ Consegna prevista: {eta}.][ Segui la spedizione: {tracking}][ Domande? Chiama il {support_phone}.]',
		orderList: '[{brand}: ]I tuoi ordini: {orders}.[ Domande? Chiama il {support_phone}.]',
		noOrder: '[{brand}: ]Non abbiamo trovato ordini in corso per il tuo numero.[ Domande? Chiama il {support_phone}.]',
		acknowledgement: '[{brand}: ]Grazie, abbiamo ricevuto il tuo messaggio.[ È urgente? Chiama il {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Possono essere applicate tariffe per messaggi e dati.',
	optIn: {
		askByReply: {
			marketing: 'Rispondi SÌ per ricevere le nostre offerte via SMS.',
			survey: 'Rispondi SÌ per ricevere i nostri brevi sondaggi via SMS.',
		},
		askByCode: {
			marketing: '{one_time_code} è il tuo codice per ricevere le nostre offerte via SMS.',
			survey: '{one_time_code} è il tuo codice per ricevere i nostri brevi sondaggi via SMS.',
		},
		askByEither: {
			marketing: 'Rispondi SÌ o inserisci il codice {one_time_code} per ricevere le nostre offerte via SMS.',
			survey: 'Rispondi SÌ o inserisci il codice {one_time_code} per ricevere i nostri brevi sondaggi via SMS.',
		},
		reminder: 'Promemoria: ',
		confirmed: {
			marketing: 'Grazie, riceverai le nostre offerte via SMS.',
			survey: 'Grazie, riceverai i nostri brevi sondaggi via SMS.',
		},
		frequency: 'Massimo {count} SMS al mese.',
		helpAndStop: 'HELP per aiuto, STOP per annullare.',
		phoneCheck: '{one_time_code} è il tuo codice[ per {brand}]. Vale {valid_minutes} min. Non comunicarlo a nessuno.',
	},
	codeValues: { freeShipping: 'spedizione gratuita', points: '{count} pt', gift: 'un omaggio' },
	campaign: {
		birthdayGift:
			'Buon compleanno[, {first_name}]! Il nostro regalo: [{code_value}, ]codice {code}[, scadenza: {code_expiry}].',
		winBack:
			'Ci farebbe piacere rivederti[, {first_name}]![ Per il tuo prossimo ordine: [{code_value}, ]codice {code}[, scadenza: {code_expiry}].]',
		optOut: 'Invia STOP per annullare.',
		unsubscribe: 'Annulla: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Non vuoi più ricevere i nostri SMS al {phone}? Finiranno anche i messaggi sui tuoi ordini.',
		askOffers: 'Non vuoi più ricevere le nostre offerte via SMS al {phone}?',
		button: 'Annulla iscrizione',
		done: 'Non riceverai altri SMS da noi al {phone}.',
		back: 'Hai sbagliato? Invia START al nostro numero o contattaci.',
		unknown: 'Questo link non funziona. Per annullare la tua iscrizione, contattaci.',
	},
};
