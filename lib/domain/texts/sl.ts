import { type LanguageTexts } from './texts';

export const sl: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Hvala[, {first_name}]! Vaše naročilo[ #{order_number}] je potrjeno[ (skupaj {total})].[ Vprašanja? Pokličite {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Dobra novica! Vaše naročilo[ #{order_number}] je odposlano.[ Sledenje pošiljki: {tracking}][ Predvidena dostava: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Vaše naročilo[ #{order_number}] je danes v dostavi![ Predvidoma prispe do {eta_time}.][ V primeru težav pokličite {support_phone}.][ Sledenje pošiljki: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Vaše naročilo[ #{order_number}] je pripravljeno za prevzem.[ Podrobnosti: {tracking}][ Vprašanja? Pokličite {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Vaše naročilo[ #{order_number}] je dostavljeno. Naj vam bo v veselje![ Je kaj narobe? Pokličite {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Obvestilo o dostavi: vaše naročilo[ #{order_number}] nekoliko zamuja.[ Razlog: {reason}.][ Nova predvidena dostava: {eta_date}.][ Sledenje pošiljki: {tracking}][ Vprašanja? Pokličite {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Vašega naročila[ #{order_number}] nismo mogli dostaviti.[ Razlog: {reason}.][ Nova predvidena dostava: {eta_date}.][ Podrobnosti: {tracking}][ Vprašanja? Pokličite {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Vaše naročilo[ #{order_number}] se vrača k nam.[ Razlog: {reason}.][ Potrebujete pomoč? Pokličite {support_phone}.][ Podrobnosti: {tracking}]',
		cancelled: '[{brand}: ]Vaše naročilo[ #{order_number}] je preklicano.[ Vprašanja? Pokličite {support_phone}.]',
		refunded:
			'[{brand}: ]Vrnili smo vam denar[ ({refund_amount})] za naročilo[ #{order_number}]. Na račun lahko prispe šele čez nekaj dni.[ Vprašanja? Pokličite {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Pri dostavi vašega naročila[ #{order_number}] je prišlo do težave.[ Razlog: {reason}.][ Potrebujete pomoč? Pokličite {support_phone}.][ Podrobnosti: {tracking}]',
	},
	reasons: {
		address: 'nepopoln ali napačen naslov',
		nobody_home: 'na naslovu ni bilo nikogar',
		closed: 'podjetje je bilo zaprto',
		refused: 'prevzem je bil zavrnjen',
		customs: 'carinski postopek',
		payment_due: 'neporavnano plačilo',
		weather: 'slabo vreme',
		carrier_delay: 'zastoj pri dostavni službi',
		not_collected: 'pošiljka ni bila pravočasno prevzeta',
		lost: 'pošiljka se je izgubila',
		damaged: 'pošiljka je poškodovana',
	},
	moreItems: 'in še {count}',
	parcel: 'Pošiljka {index} od {count}',
	statuses: {
		awaiting_payment: 'čaka na plačilo',
		label_created: 'v pripravi za odpremo',
		return_requested: 'zahtevano vračilo',
		confirmed: 'potrjeno',
		shipped: 'na poti',
		out_for_delivery: 'v dostavi',
		ready_for_pickup: 'pripravljeno za prevzem',
		delivered: 'dostavljeno',
		delayed: 'zamuja',
		failed_attempt: 'dostava ni uspela',
		returned: 'vrača se k nam',
		cancelled: 'preklicano',
		refunded: 'denar vrnjen',
		exception: 'težava pri dostavi',
	},
	answers: {
		optedOut:
			'[{brand}: ]Odjavljeni ste in od nas ne boste več prejemali sporočil. Za ponovno prejemanje pošljite START.',
		optedOutMarketing:
			'[{brand}: ]Naših ponudb po SMS ne boste več prejemali. To ne velja za sporočila o vaših naročilih.',
		orderStopped: '[{brand}: ]Sporočil o vašem naročilu[ #{order_number}] ne boste več prejemali.',
		help: '[{brand}: ]To je SMS storitev naše trgovine.[ Pomoč: {support_phone}.] Število sporočil se spreminja. Za odjavo pošljite STOP.[ Več: {shop_url}]',
		started: '[{brand}: ]Dobrodošli nazaj! Spet boste prejemali naša sporočila. Za odjavo pošljite STOP.',
		orderStatus:
			'[{brand}: ]Vaše naročilo[ #{order_number}]: {status}.[ Predvidena dostava: {eta}.][ Sledenje pošiljki: {tracking}][ Vprašanja? Pokličite {support_phone}.]',
		orderList: '[{brand}: ]Vaša naročila: {orders}.[ Vprašanja? Pokličite {support_phone}.]',
		noOrder: '[{brand}: ]Za vašo številko nismo našli odprtega naročila.[ Vprašanja? Pokličite {support_phone}.]',
		acknowledgement: '[{brand}: ]Hvala, vaše sporočilo smo prejeli.[ Je nujno? Pokličite {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Možni so stroški sporočil in prenosa podatkov.',
	optIn: {
		askByReply: {
			marketing: 'Za naše ponudbe po SMS odgovorite DA.',
			survey: 'Za naše kratke ankete po SMS odgovorite DA.',
		},
		askByCode: {
			marketing: '{one_time_code} je Vaša koda za naše ponudbe po SMS.',
			survey: '{one_time_code} je Vaša koda za naše kratke ankete po SMS.',
		},
		askByEither: {
			marketing: 'Za naše ponudbe po SMS odgovorite DA ali vnesite kodo {one_time_code}.',
			survey: 'Za naše kratke ankete po SMS odgovorite DA ali vnesite kodo {one_time_code}.',
		},
		reminder: 'Opomnik: ',
		confirmed: {
			marketing: 'Hvala, prejemali boste naše ponudbe po SMS.',
			survey: 'Hvala, prejemali boste naše kratke ankete po SMS.',
		},
		frequency: 'Sporočil na mesec: največ {count}.',
		helpAndStop: 'HELP za pomoč, STOP za odjavo.',
		phoneCheck: '{one_time_code} je Vaša koda[ za {brand}]. Velja {valid_minutes} min. Nikomur je ne povejte.',
	},
	codeValues: { freeShipping: 'brezplačna dostava', points: '{count} t', gift: 'darilo' },
	campaign: {
		birthdayGift:
			'Vse najboljše za rojstni dan[, {first_name}]! Naše darilo: [{code_value}, ]koda {code}[, velja do: {code_expiry}].',
		winBack:
			'Veseli bomo, če se znova oglasite[, {first_name}]![ Za naslednje naročilo: [{code_value}, ]koda {code}[, velja do: {code_expiry}].]',
		optOut: 'Za odjavo pošljite STOP.',
		unsubscribe: 'Odjava: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Ne želite več prejemati naših sporočil na {phone}? Končala se bodo tudi sporočila o vaših naročilih.',
		askOffers: 'Ne želite več prejemati naših ponudb po SMS na {phone}?',
		button: 'Odjava',
		done: 'Od nas ne boste več prejemali sporočil na {phone}.',
		back: 'Je bila to pomota? Pošljite START na našo številko ali nam pišite.',
		unknown: 'Ta povezava ne deluje. Za odjavo nam pišite.',
	},
};
