import { type LanguageTexts } from './texts';

// No {first_name}: it would have to stand in the vocative.
export const hr: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Hvala! Vaša narudžba[ #{order_number}] je potvrđena[ (ukupno {total})].[ Pitanja? Nazovite {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Dobre vijesti! Vaša narudžba[ #{order_number}] je poslana.[ Praćenje pošiljke: {tracking}][ Očekivana dostava: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Vaša narudžba[ #{order_number}] danas je u dostavi![ Očekujte je do {eta_time}.][ U slučaju problema nazovite {support_phone}.][ Praćenje pošiljke: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Vaša narudžba[ #{order_number}] spremna je za preuzimanje.[ Detalji: {tracking}][ Pitanja? Nazovite {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Vaša narudžba[ #{order_number}] je dostavljena. Uživajte![ Nešto nije u redu? Nazovite {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Obavijest o dostavi: Vaša narudžba[ #{order_number}] malo kasni.[ Razlog: {reason}.][ Nova očekivana dostava: {eta_date}.][ Praćenje pošiljke: {tracking}][ Pitanja? Nazovite {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Nismo uspjeli dostaviti Vašu narudžbu[ #{order_number}].[ Razlog: {reason}.][ Nova očekivana dostava: {eta_date}.][ Detalji: {tracking}][ Pitanja? Nazovite {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Vaša narudžba[ #{order_number}] vraća se k nama.[ Razlog: {reason}.][ Trebate pomoć? Nazovite {support_phone}.][ Detalji: {tracking}]',
		cancelled: '[{brand}: ]Vaša narudžba[ #{order_number}] je otkazana.[ Pitanja? Nazovite {support_phone}.]',
		refunded:
			'[{brand}: ]Vratili smo novac[ ({refund_amount})] za Vašu narudžbu[ #{order_number}]. Može proći nekoliko dana dok ne stigne na Vaš račun.[ Pitanja? Nazovite {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Došlo je do problema s dostavom Vaše narudžbe[ #{order_number}].[ Razlog: {reason}.][ Trebate pomoć? Nazovite {support_phone}.][ Detalji: {tracking}]',
	},
	reasons: {
		address: 'nepotpuna ili netočna adresa',
		nobody_home: 'nikoga nije bilo na adresi',
		closed: 'tvrtka nije radila',
		refused: 'preuzimanje je odbijeno',
		customs: 'carinjenje',
		payment_due: 'nepodmiren iznos',
		weather: 'loše vrijeme',
		carrier_delay: 'zastoj kod dostavne službe',
		not_collected: 'pošiljka nije preuzeta na vrijeme',
		lost: 'pošiljka je izgubljena',
		damaged: 'pošiljka je oštećena',
	},
	moreItems: 'i još {count}',
	parcel: 'Pošiljka {index} od {count}',
	statuses: {
		awaiting_payment: 'čeka plaćanje',
		label_created: 'priprema se za slanje',
		return_requested: 'zatražen povrat',
		confirmed: 'potvrđena',
		shipped: 'na putu',
		out_for_delivery: 'u dostavi',
		ready_for_pickup: 'spremna za preuzimanje',
		delivered: 'dostavljena',
		delayed: 'kasni',
		failed_attempt: 'dostava nije uspjela',
		returned: 'vraća se k nama',
		cancelled: 'otkazana',
		refunded: 'povrat novca izvršen',
		exception: 'problem s dostavom',
	},
	answers: {
		optedOut: '[{brand}: ]Odjavljeni ste i više nećete primati naše poruke. Za ponovno primanje pošaljite START.',
		optedOutMarketing:
			'[{brand}: ]Više nećete primati naše ponude SMS-om. To se ne odnosi na poruke o Vašim narudžbama.',
		orderStopped: '[{brand}: ]Više nećete primati poruke o narudžbi[ #{order_number}].',
		help: '[{brand}: ]Ovo je SMS usluga naše trgovine.[ Pomoć: {support_phone}.] Broj poruka varira. Za odjavu pošaljite STOP.[ Više: {shop_url}]',
		started: '[{brand}: ]Dobro došli natrag! Ponovno ćete primati naše poruke. Za odjavu pošaljite STOP.',
		orderStatus:
			'[{brand}: ]Vaša narudžba[ #{order_number}]: {status}.[ Očekivana dostava: {eta}.][ Praćenje pošiljke: {tracking}][ Pitanja? Nazovite {support_phone}.]',
		orderList: '[{brand}: ]Vaše narudžbe: {orders}.[ Pitanja? Nazovite {support_phone}.]',
		noOrder: '[{brand}: ]Nismo pronašli otvorenu narudžbu za Vaš broj.[ Pitanja? Nazovite {support_phone}.]',
		acknowledgement: '[{brand}: ]Hvala, primili smo Vašu poruku.[ Hitno je? Nazovite {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Moguće su naknade za poruke i podatke.',
	optIn: {
		askByReply: {
			marketing: 'Odgovorite DA za primanje naših ponuda SMS-om.',
			survey: 'Odgovorite DA za primanje naših kratkih anketa SMS-om.',
		},
		askByCode: {
			marketing: '{one_time_code} je Vaš kod za primanje naših ponuda SMS-om.',
			survey: '{one_time_code} je Vaš kod za primanje naših kratkih anketa SMS-om.',
		},
		askByEither: {
			marketing: 'Odgovorite DA ili unesite kod {one_time_code} za primanje naših ponuda SMS-om.',
			survey: 'Odgovorite DA ili unesite kod {one_time_code} za primanje naših kratkih anketa SMS-om.',
		},
		reminder: 'Podsjetnik: ',
		confirmed: {
			marketing: 'Hvala, primat ćete naše ponude SMS-om.',
			survey: 'Hvala, primat ćete naše kratke ankete SMS-om.',
		},
		frequency: 'Poruka mjesečno: najviše {count}.',
		helpAndStop: 'HELP za pomoć, STOP za odjavu.',
		phoneCheck: '{one_time_code} je Vaš kod[ za {brand}]. Vrijedi {valid_minutes} min. Nikome ga ne govorite.',
	},
	codeValues: { freeShipping: 'besplatna dostava', points: '{count} bod', gift: 'poklon' },
	campaign: {
		birthdayGift:
			'Sretan rođendan! Naš dar: [{code_value}, ]kod {code}[, vrijedi do {code_expiry}].',
		winBack:
			'Bit će nam drago vidjeti Vas opet![ Za sljedeću narudžbu: [{code_value}, ]kod {code}[, vrijedi do {code_expiry}].]',
		optOut: 'Za odjavu pošaljite STOP.',
		unsubscribe: 'Odjava: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Ne želite više primati naše poruke na {phone}? Prestat će i poruke o Vašim narudžbama.',
		askOffers: 'Ne želite više primati naše ponude SMS-om na {phone}?',
		button: 'Odjava',
		done: 'Više nećete primati naše poruke na {phone}.',
		back: 'Bila je pogreška? Pošaljite START na naš broj ili nam se javite.',
		unknown: 'Ova poveznica ne radi. Za odjavu nam se javite.',
	},
};
