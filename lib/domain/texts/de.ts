import { type LanguageTexts } from './texts';

export const de: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Vielen Dank[, {first_name}]! Ihre Bestellung[ #{order_number}] ist bestätigt[ (Gesamtbetrag: {total})].[ Fragen? Rufen Sie uns an: {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Gute Nachricht! Ihre Bestellung[ #{order_number}] wurde versandt.[ Sendungsverfolgung: {tracking}][ Voraussichtliche Zustellung am {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Ihre Bestellung[ #{order_number}] ist auf dem Weg zu Ihnen und soll heute ankommen![ Voraussichtlich bis {eta_time} Uhr.][ Bei Problemen erreichen Sie uns unter {support_phone}.][ Sendungsverfolgung: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Ihre Bestellung[ #{order_number}] liegt zur Abholung bereit.[ Details: {tracking}][ Fragen? Rufen Sie uns an: {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Ihre Bestellung[ #{order_number}] wurde zugestellt. Viel Freude damit![ Stimmt etwas nicht? Rufen Sie uns an: {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Lieferinfo: Ihre Bestellung[ #{order_number}] verspätet sich leider etwas.[ Grund: {reason}.][ Neuer voraussichtlicher Liefertermin: {eta_date}.][ Sendungsverfolgung: {tracking}][ Fragen? Rufen Sie uns an: {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Wir konnten Ihre Bestellung[ #{order_number}] leider nicht zustellen.[ Grund: {reason}.][ Neuer voraussichtlicher Liefertermin: {eta_date}.][ Details: {tracking}][ Fragen? Rufen Sie uns an: {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Ihre Bestellung[ #{order_number}] ist auf dem Rückweg zu uns.[ Grund: {reason}.][ Wir helfen gern: {support_phone}.][ Details: {tracking}]',
		cancelled:
			'[{brand}: ]Ihre Bestellung[ #{order_number}] wurde storniert.[ Fragen? Rufen Sie uns an: {support_phone}.]',
		refunded:
			'[{brand}: ]Wir haben eine Erstattung[ von {refund_amount}] für Ihre Bestellung[ #{order_number}] veranlasst. Bis zur Gutschrift kann es einige Tage dauern.[ Fragen? Rufen Sie uns an: {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Bei der Zustellung Ihrer Bestellung[ #{order_number}] gibt es leider ein Problem.[ Grund: {reason}.][ Wir helfen gern: {support_phone}.][ Details: {tracking}]',
	},
	reasons: {
		address: 'unvollständige oder falsche Adresse',
		nobody_home: 'niemand angetroffen',
		closed: 'Firma oder Geschäft geschlossen',
		refused: 'Annahme verweigert',
		customs: 'Zollabfertigung',
		payment_due: 'ausstehende Zahlung',
		weather: 'schlechtes Wetter',
		carrier_delay: 'Verzögerung beim Paketdienst',
		not_collected: 'nicht rechtzeitig abgeholt',
		lost: 'Paket verloren gegangen',
		damaged: 'Paket beschädigt',
	},
	moreItems: 'und noch {count}',
	parcel: 'Paket {index} von {count}',
	statuses: {
		awaiting_payment: 'wartet auf Zahlung',
		label_created: 'wird versandfertig gemacht',
		return_requested: 'Rücksendung beantragt',
		confirmed: 'bestätigt',
		shipped: 'unterwegs',
		out_for_delivery: 'in Zustellung',
		ready_for_pickup: 'zur Abholung bereit',
		delivered: 'zugestellt',
		delayed: 'verspätet',
		failed_attempt: 'Zustellversuch fehlgeschlagen',
		returned: 'auf dem Rückweg zu uns',
		cancelled: 'storniert',
		refunded: 'Erstattung veranlasst',
		exception: 'Problem bei der Zustellung',
	},
	answers: {
		optedOut:
			'[{brand}: ]Sie sind abgemeldet und erhalten keine SMS mehr von uns. Mit START melden Sie sich wieder an.',
		optedOutMarketing:
			'[{brand}: ]Sie erhalten keine Angebote mehr per SMS von uns. Nachrichten zu Ihren Bestellungen sind davon nicht betroffen.',
		orderStopped: '[{brand}: ]Sie erhalten keine weiteren SMS zu Ihrer Bestellung[ #{order_number}].',
		help: '[{brand}: ]Dies ist der SMS-Service unseres Shops.[ Hilfe: {support_phone}.] Die Anzahl der SMS variiert. Abmelden mit STOP.[ Mehr: {shop_url}]',
		started: '[{brand}: ]Willkommen zurück! Sie erhalten wieder SMS von uns. Abmelden mit STOP.',
		orderStatus:
			'[{brand}: ]Ihre Bestellung[ #{order_number}]: {status}.[ Voraussichtliche Zustellung: {eta}.][ Sendungsverfolgung: {tracking}][ Fragen? Rufen Sie uns an: {support_phone}.]',
		orderList: '[{brand}: ]Ihre Bestellungen: {orders}.[ Fragen? Rufen Sie uns an: {support_phone}.]',
		noOrder:
			'[{brand}: ]Zu Ihrer Nummer haben wir keine offene Bestellung gefunden.[ Fragen? Rufen Sie uns an: {support_phone}.]',
		acknowledgement:
			'[{brand}: ]Vielen Dank, wir haben Ihre Nachricht erhalten.[ Eilt es? Rufen Sie uns an: {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Es können Gebühren für Nachrichten und Daten anfallen.',
	optIn: {
		askByReply: {
			marketing: 'Für unsere Angebote per SMS antworten Sie mit JA.',
			survey: 'Für unsere Kurzumfragen per SMS antworten Sie mit JA.',
		},
		askByCode: {
			marketing: '{one_time_code} ist Ihr Code für unsere Angebote per SMS.',
			survey: '{one_time_code} ist Ihr Code für unsere Kurzumfragen per SMS.',
		},
		askByEither: {
			marketing: 'Für unsere Angebote per SMS antworten Sie mit JA oder geben Sie den Code {one_time_code} ein.',
			survey: 'Für unsere Kurzumfragen per SMS antworten Sie mit JA oder geben Sie den Code {one_time_code} ein.',
		},
		reminder: 'Erinnerung: ',
		confirmed: {
			marketing: 'Danke, Sie erhalten unsere Angebote per SMS.',
			survey: 'Danke, Sie erhalten unsere Kurzumfragen per SMS.',
		},
		frequency: 'Maximal {count} SMS pro Monat.',
		helpAndStop: 'HELP für Hilfe, STOP zum Abmelden.',
		phoneCheck:
			'{one_time_code} ist Ihr Code[ für {brand}]. Er gilt {valid_minutes} Min. Geben Sie ihn niemals weiter.',
	},
	codeValues: { freeShipping: 'kostenloser Versand', points: '{count} Pkt', gift: 'ein Geschenk' },
	campaign: {
		birthdayGift:
			'Alles Gute zum Geburtstag[, {first_name}]! Unser Geschenk: [{code_value}, ]Code {code}[, gültig bis {code_expiry}].',
		winBack:
			'Wir würden Sie gern wiedersehen[, {first_name}]![ Für Ihre nächste Bestellung: [{code_value}, ]Code {code}[, gültig bis {code_expiry}].]',
		optOut: 'Abmelden mit STOP.',
		unsubscribe: 'Abmelden: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Möchten Sie keine SMS mehr von uns an {phone}? Auch Nachrichten zu Ihren Bestellungen enden dann.',
		askOffers: 'Möchten Sie keine Angebote mehr per SMS von uns an {phone}?',
		button: 'Abmelden',
		done: 'Sie erhalten keine SMS mehr von uns an {phone}.',
		back: 'War das ein Versehen? Senden Sie START an unsere Nummer, oder wenden Sie sich an uns.',
		unknown: 'Diese Adresse funktioniert nicht. Um sich abzumelden, wenden Sie sich an uns.',
	},
};
