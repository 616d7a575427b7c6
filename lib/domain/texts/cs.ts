import { type LanguageTexts } from './texts';

// No {first_name}: it would have to stand in the vocative.
export const cs: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Děkujeme! Vaše objednávka[ #{order_number}] je potvrzena[ (celkem {total})].[ Máte dotaz? Volejte {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Dobrá zpráva! Vaši objednávku[ #{order_number}] jsme odeslali.[ Sledování zásilky: {tracking}][ Předpokládané doručení: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Vaši objednávku[ #{order_number}] dnes doručujeme![ Očekávejte ji do {eta_time}.][ V případě potíží volejte {support_phone}.][ Sledování zásilky: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Vaše objednávka[ #{order_number}] je připravena k vyzvednutí.[ Podrobnosti: {tracking}][ Máte dotaz? Volejte {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Vaše objednávka[ #{order_number}] byla doručena. Ať Vám dělá radost![ Něco není v pořádku? Volejte {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Informace o doručení: Vaše objednávka[ #{order_number}] se trochu zpozdí.[ Důvod: {reason}.][ Nový předpokládaný termín: {eta_date}.][ Sledování zásilky: {tracking}][ Máte dotaz? Volejte {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Vaši objednávku[ #{order_number}] se nepodařilo doručit.[ Důvod: {reason}.][ Nový předpokládaný termín: {eta_date}.][ Podrobnosti: {tracking}][ Máte dotaz? Volejte {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Vaše objednávka[ #{order_number}] se vrací k nám.[ Důvod: {reason}.][ Potřebujete pomoc? Volejte {support_phone}.][ Podrobnosti: {tracking}]',
		cancelled: '[{brand}: ]Vaše objednávka[ #{order_number}] byla zrušena.[ Máte dotaz? Volejte {support_phone}.]',
		refunded:
			'[{brand}: ]Vrátili jsme Vám peníze[ ({refund_amount})] za objednávku[ #{order_number}]. Na účet mohou dorazit až za několik dní.[ Máte dotaz? Volejte {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Při doručování Vaší objednávky[ #{order_number}] nastal problém.[ Důvod: {reason}.][ Potřebujete pomoc? Volejte {support_phone}.][ Podrobnosti: {tracking}]',
	},
	reasons: {
		address: 'neúplná nebo chybná adresa',
		nobody_home: 'na adrese nikdo nebyl',
		closed: 'firma měla zavřeno',
		refused: 'převzetí bylo odmítnuto',
		customs: 'celní řízení',
		payment_due: 'neuhrazená platba',
		weather: 'nepříznivé počasí',
		carrier_delay: 'zdržení u dopravce',
		not_collected: 'zásilka nebyla včas vyzvednuta',
		lost: 'zásilka se ztratila',
		damaged: 'zásilka byla poškozena',
	},
	moreItems: 'a ještě {count}',
	parcel: 'Zásilka {index} z {count}',
	statuses: {
		awaiting_payment: 'čeká na platbu',
		label_created: 'připravuje se k odeslání',
		return_requested: 'požádáno o vrácení',
		confirmed: 'potvrzena',
		shipped: 'na cestě',
		out_for_delivery: 'doručuje se',
		ready_for_pickup: 'připravena k vyzvednutí',
		delivered: 'doručena',
		delayed: 'má zpoždění',
		failed_attempt: 'doručení se nezdařilo',
		returned: 'vrací se k nám',
		cancelled: 'zrušena',
		refunded: 'peníze vráceny',
		exception: 'problém s doručením',
	},
	answers: {
		optedOut:
			'[{brand}: ]Odhlásili jsme Vás, další SMS od nás už nedostanete. Chcete-li je znovu dostávat, pošlete START.',
		optedOutMarketing: '[{brand}: ]Další nabídky Vám už posílat nebudeme. Zpráv o Vašich objednávkách se to netýká.',
		orderStopped: '[{brand}: ]Další zprávy o objednávce[ #{order_number}] už nedostanete.',
		help: '[{brand}: ]Toto je SMS služba našeho obchodu.[ Pomoc: {support_phone}.] Počet zpráv se liší. Pro odhlášení pošlete STOP.[ Více: {shop_url}]',
		started: '[{brand}: ]Vítejte zpět! Opět Vám budeme posílat zprávy. Pro odhlášení pošlete STOP.',
		orderStatus:
			'[{brand}: ]Vaše objednávka[ #{order_number}]: {status}.[ Předpokládané doručení: {eta}.][ Sledování zásilky: {tracking}][ Máte dotaz? Volejte {support_phone}.]',
		orderList: '[{brand}: ]Vaše objednávky: {orders}.[ Máte dotaz? Volejte {support_phone}.]',
		noOrder:
			'[{brand}: ]K Vašemu číslu jsme nenašli žádnou otevřenou objednávku.[ Máte dotaz? Volejte {support_phone}.]',
		acknowledgement: '[{brand}: ]Děkujeme, Vaši zprávu jsme dostali.[ Spěchá to? Volejte {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Mohou být účtovány poplatky za zprávy a data.',
	optIn: {
		askByReply: {
			marketing: 'Chcete-li naše nabídky v SMS, odpovězte ANO.',
			survey: 'Chcete-li naše krátké ankety v SMS, odpovězte ANO.',
		},
		askByCode: {
			marketing: '{one_time_code} je Váš kód pro odběr našich nabídek v SMS.',
			survey: '{one_time_code} je Váš kód pro odběr našich krátkých anket v SMS.',
		},
		askByEither: {
			marketing: 'Chcete-li naše nabídky v SMS, odpovězte ANO nebo zadejte kód {one_time_code}.',
			survey: 'Chcete-li naše krátké ankety v SMS, odpovězte ANO nebo zadejte kód {one_time_code}.',
		},
		reminder: 'Připomínka: ',
		confirmed: {
			marketing: 'Děkujeme, naše nabídky Vám budou chodit v SMS.',
			survey: 'Děkujeme, naše krátké ankety Vám budou chodit v SMS.',
		},
		frequency: 'Nejvýše {count} SMS měsíčně.',
		helpAndStop: 'HELP pro pomoc, STOP pro odhlášení.',
		phoneCheck: '{one_time_code} je Váš kód[ pro {brand}]. Platí {valid_minutes} min. Nikomu ho neříkejte.',
	},
	codeValues: { freeShipping: 'doprava zdarma', points: '{count} b', gift: 'dárek' },
	campaign: {
		birthdayGift:
			'Všechno nejlepší k narozeninám! Dárek od nás: [{code_value}, ]kód {code}[, platí do {code_expiry}].',
		winBack:
			'Rádi Vás zase uvidíme![ Na další objednávku: [{code_value}, ]kód {code}[, platí do {code_expiry}].]',
		optOut: 'Pro odhlášení pošlete STOP.',
		unsubscribe: 'Odhlášení: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Nechcete už dostávat naše SMS na {phone}? Skončí i zprávy o Vašich objednávkách.',
		askOffers: 'Nechcete už dostávat naše nabídky na {phone}?',
		button: 'Odhlásit',
		done: 'Další SMS od nás na {phone} už nedostanete.',
		back: 'Byl to omyl? Pošlete START na naše číslo, nebo nás kontaktujte.',
		unknown: 'Tento odkaz nefunguje. Chcete-li se odhlásit, kontaktujte nás.',
	},
};
