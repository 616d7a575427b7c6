import { type LanguageTexts } from './texts';

export const sk: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Ďakujeme[, {first_name}]! Vaša objednávka[ #{order_number}] je potvrdená[ (spolu {total})].[ Máte otázku? Volajte {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Dobrá správa! Vašu objednávku[ #{order_number}] sme odoslali.[ Sledovanie zásielky: {tracking}][ Predpokladané doručenie: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Vašu objednávku[ #{order_number}] dnes doručujeme![ Očakávajte ju do {eta_time}.][ V prípade problémov volajte {support_phone}.][ Sledovanie zásielky: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Vaša objednávka[ #{order_number}] je pripravená na vyzdvihnutie.[ Podrobnosti: {tracking}][ Máte otázku? Volajte {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Vaša objednávka[ #{order_number}] bola doručená. Nech Vám robí radosť![ Niečo nie je v poriadku? Volajte {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Informácia o doručení: Vaša objednávka[ #{order_number}] sa trochu oneskorí.[ Dôvod: {reason}.][ Nový predpokladaný termín: {eta_date}.][ Sledovanie zásielky: {tracking}][ Máte otázku? Volajte {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Vašu objednávku[ #{order_number}] sa nepodarilo doručiť.[ Dôvod: {reason}.][ Nový predpokladaný termín: {eta_date}.][ Podrobnosti: {tracking}][ Máte otázku? Volajte {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Vaša objednávka[ #{order_number}] sa vracia k nám.[ Dôvod: {reason}.][ Potrebujete pomoc? Volajte {support_phone}.][ Podrobnosti: {tracking}]',
		cancelled: '[{brand}: ]Vaša objednávka[ #{order_number}] bola zrušená.[ Máte otázku? Volajte {support_phone}.]',
		refunded:
			'[{brand}: ]Vrátili sme Vám peniaze[ ({refund_amount})] za objednávku[ #{order_number}]. Na účet môžu prísť až o niekoľko dní.[ Máte otázku? Volajte {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Pri doručovaní Vašej objednávky[ #{order_number}] nastal problém.[ Dôvod: {reason}.][ Potrebujete pomoc? Volajte {support_phone}.][ Podrobnosti: {tracking}]',
	},
	reasons: {
		address: 'neúplná alebo nesprávna adresa',
		nobody_home: 'na adrese nikto nebol',
		closed: 'firma mala zatvorené',
		refused: 'prevzatie bolo odmietnuté',
		customs: 'colné konanie',
		payment_due: 'neuhradená platba',
		weather: 'nepriaznivé počasie',
		carrier_delay: 'zdržanie u dopravcu',
		not_collected: 'zásielka nebola včas vyzdvihnutá',
		lost: 'zásielka sa stratila',
		damaged: 'zásielka bola poškodená',
	},
	moreItems: 'a ešte {count}',
	parcel: 'Zásielka {index} z {count}',
	statuses: {
		awaiting_payment: 'čaká na platbu',
		label_created: 'pripravuje sa na odoslanie',
		return_requested: 'požiadané o vrátenie',
		confirmed: 'potvrdená',
		shipped: 'na ceste',
		out_for_delivery: 'doručuje sa',
		ready_for_pickup: 'pripravená na vyzdvihnutie',
		delivered: 'doručená',
		delayed: 'mešká',
		failed_attempt: 'doručenie sa nepodarilo',
		returned: 'vracia sa k nám',
		cancelled: 'zrušená',
		refunded: 'peniaze vrátené',
		exception: 'problém s doručením',
	},
	answers: {
		optedOut:
			'[{brand}: ]Odhlásili sme Vás, ďalšie SMS od nás už nedostanete. Ak ich chcete znova dostávať, pošlite START.',
		optedOutMarketing: '[{brand}: ]Ďalšie ponuky Vám už posielať nebudeme. Správ o Vašich objednávkach sa to netýka.',
		orderStopped: '[{brand}: ]Ďalšie správy o objednávke[ #{order_number}] už nedostanete.',
		help: '[{brand}: ]Toto je SMS služba nášho obchodu.[ Pomoc: {support_phone}.] Počet správ sa líši. Na odhlásenie pošlite STOP.[ Viac: {shop_url}]',
		started: '[{brand}: ]Vitajte späť! Opäť Vám budeme posielať správy. Na odhlásenie pošlite STOP.',
		orderStatus:
			'[{brand}: ]Vaša objednávka[ #{order_number}]: {status}.[ Predpokladané doručenie: {eta}.][ Sledovanie zásielky: {tracking}][ Máte otázku? Volajte {support_phone}.]',
		orderList: '[{brand}: ]Vaše objednávky: {orders}.[ Máte otázku? Volajte {support_phone}.]',
		noOrder: '[{brand}: ]K Vášmu číslu sme nenašli žiadnu otvorenú objednávku.[ Máte otázku? Volajte {support_phone}.]',
		acknowledgement: '[{brand}: ]Ďakujeme, Vašu správu sme dostali.[ Je to súrne? Volajte {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Môžu byť účtované poplatky za správy a dáta.',
	optIn: {
		askByReply: {
			marketing: 'Ak chcete naše ponuky cez SMS, odpovedzte ÁNO.',
			survey: 'Ak chcete naše krátke ankety cez SMS, odpovedzte ÁNO.',
		},
		askByCode: {
			marketing: '{one_time_code} je Váš kód na odber našich ponúk cez SMS.',
			survey: '{one_time_code} je Váš kód na odber našich krátkych ankiet cez SMS.',
		},
		askByEither: {
			marketing: 'Ak chcete naše ponuky cez SMS, odpovedzte ÁNO alebo zadajte kód {one_time_code}.',
			survey: 'Ak chcete naše krátke ankety cez SMS, odpovedzte ÁNO alebo zadajte kód {one_time_code}.',
		},
		reminder: 'Pripomienka: ',
		confirmed: {
			marketing: 'Ďakujeme, naše ponuky Vám budú chodiť cez SMS.',
			survey: 'Ďakujeme, naše krátke ankety Vám budú chodiť cez SMS.',
		},
		frequency: 'Najviac {count} SMS mesačne.',
		helpAndStop: 'Pomoc: HELP, odhlásenie: STOP.',
		phoneCheck: '{one_time_code} je Váš kód[ pre {brand}]. Platí {valid_minutes} min. Nikomu ho nehovorte.',
	},
	codeValues: { freeShipping: 'doprava zadarmo', points: '{count} b', gift: 'darček' },
	campaign: {
		birthdayGift:
			'Všetko najlepšie k narodeninám[, {first_name}]! Darček od nás: [{code_value}, ]kód {code}[, platí do {code_expiry}].',
		winBack:
			'Radi Vás opäť uvidíme[, {first_name}]![ Na ďalšiu objednávku: [{code_value}, ]kód {code}[, platí do {code_expiry}].]',
		optOut: 'Na odhlásenie pošlite STOP.',
		unsubscribe: 'Odhlásenie: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Nechcete už dostávať naše SMS na {phone}? Skončia aj správy o Vašich objednávkach.',
		askOffers: 'Nechcete už dostávať naše ponuky na {phone}?',
		button: 'Odhlásiť',
		done: 'Ďalšie SMS od nás na {phone} už nedostanete.',
		back: 'Bol to omyl? Pošlite START na naše číslo alebo nás kontaktujte.',
		unknown: 'Tento odkaz nefunguje. Ak sa chcete odhlásiť, kontaktujte nás.',
	},
};
