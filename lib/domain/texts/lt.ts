import { type LanguageTexts } from './texts';

// No {first_name}: it would have to stand in the vocative. No full stop after {eta_date}, which ends with "d.".
export const lt: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Dėkojame! Jūsų užsakymas[ #{order_number}] patvirtintas[ (iš viso {total})].[ Turite klausimų? Skambinkite {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Geros naujienos! Jūsų užsakymas[ #{order_number}] išsiųstas.[ Siuntos sekimas: {tracking}][ Numatomas pristatymas: {eta_date}]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Jūsų užsakymas[ #{order_number}] šiandien pristatomas![ Numatomas laikas: iki {eta_time} val.][ Kilus problemų, skambinkite {support_phone}.][ Siuntos sekimas: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Jūsų užsakymą[ #{order_number}] jau galite atsiimti.[ Išsamiau: {tracking}][ Turite klausimų? Skambinkite {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Jūsų užsakymas[ #{order_number}] pristatytas. Tikimės, kad patiks![ Kas nors ne taip? Skambinkite {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Pristatymo naujienos: Jūsų užsakymas[ #{order_number}] šiek tiek vėluoja.[ Priežastis: {reason}.][ Nauja numatoma data: {eta_date}][ Siuntos sekimas: {tracking}][ Turite klausimų? Skambinkite {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Jūsų užsakymo[ #{order_number}] pristatyti nepavyko.[ Priežastis: {reason}.][ Nauja numatoma data: {eta_date}][ Išsamiau: {tracking}][ Turite klausimų? Skambinkite {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Jūsų užsakymas[ #{order_number}] grąžinamas mums.[ Priežastis: {reason}.][ Reikia pagalbos? Skambinkite {support_phone}.][ Išsamiau: {tracking}]',
		cancelled: '[{brand}: ]Jūsų užsakymas[ #{order_number}] atšauktas.[ Turite klausimų? Skambinkite {support_phone}.]',
		refunded:
			'[{brand}: ]Grąžinome pinigus[ ({refund_amount})] už užsakymą[ #{order_number}]. Sąskaitą jie gali pasiekti po kelių dienų.[ Turite klausimų? Skambinkite {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Pristatant Jūsų užsakymą[ #{order_number}], kilo problema.[ Priežastis: {reason}.][ Reikia pagalbos? Skambinkite {support_phone}.][ Išsamiau: {tracking}]',
	},
	reasons: {
		address: 'neišsamus arba neteisingas adresas',
		nobody_home: 'nurodytu adresu nieko nebuvo',
		closed: 'įmonė nedirbo',
		refused: 'atsisakyta priimti siuntą',
		customs: 'muitinės procedūros',
		payment_due: 'neapmokėta suma',
		weather: 'blogos oro sąlygos',
		carrier_delay: 'vežėjo vėlavimas',
		not_collected: 'siunta laiku neatsiimta',
		lost: 'siunta dingo',
		damaged: 'siunta pažeista',
	},
	moreItems: 'ir dar {count}',
	parcel: 'Siunta {index} iš {count}',
	statuses: {
		awaiting_payment: 'laukiama apmokėjimo',
		label_created: 'ruošiamas išsiųsti',
		return_requested: 'pateiktas grąžinimo prašymas',
		confirmed: 'patvirtintas',
		shipped: 'pakeliui',
		out_for_delivery: 'perduotas kurjeriui',
		ready_for_pickup: 'paruoštas atsiimti',
		delivered: 'pristatytas',
		delayed: 'vėluoja',
		failed_attempt: 'pristatyti nepavyko',
		returned: 'grąžinamas mums',
		cancelled: 'atšauktas',
		refunded: 'pinigai grąžinti',
		exception: 'kilo pristatymo problema',
	},
	answers: {
		optedOut: '[{brand}: ]Atsisakėte žinučių ir daugiau jų iš mūsų negausite. Norėdami vėl jas gauti, siųskite START.',
		optedOutMarketing:
			'[{brand}: ]Daugiau negausite mūsų pasiūlymų SMS žinutėmis. Tai netaikoma žinutėms apie Jūsų užsakymus.',
		orderStopped: '[{brand}: ]Daugiau negausite žinučių apie užsakymą[ #{order_number}].',
		help: '[{brand}: ]Tai mūsų parduotuvės SMS paslauga.[ Pagalba: {support_phone}.] Žinučių skaičius kinta. Norėdami atsisakyti, siųskite STOP.[ Išsamiau: {shop_url}]',
		started: '[{brand}: ]Sveiki sugrįžę! Vėl gausite mūsų žinutes. Norėdami atsisakyti, siųskite STOP.',
		orderStatus:
			'[{brand}: ]Jūsų užsakymas[ #{order_number}]: {status}.[ Numatomas pristatymas: {eta}.][ Siuntos sekimas: {tracking}][ Turite klausimų? Skambinkite {support_phone}.]',
		orderList: '[{brand}: ]Jūsų užsakymai: {orders}.[ Turite klausimų? Skambinkite {support_phone}.]',
		noOrder: '[{brand}: ]Pagal Jūsų numerį vykdomų užsakymų neradome.[ Turite klausimų? Skambinkite {support_phone}.]',
		acknowledgement: '[{brand}: ]Dėkojame, Jūsų žinutę gavome.[ Skubu? Skambinkite {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Gali būti taikomi žinučių ir duomenų mokesčiai.',
	optIn: {
		askByReply: {
			marketing: 'Mūsų pasiūlymams SMS žinutėmis gauti atsakykite TAIP.',
			survey: 'Mūsų trumpoms apklausoms SMS žinutėmis gauti atsakykite TAIP.',
		},
		askByCode: {
			marketing: '{one_time_code} yra Jūsų kodas mūsų pasiūlymams SMS žinutėmis gauti.',
			survey: '{one_time_code} yra Jūsų kodas mūsų trumpoms apklausoms SMS žinutėmis gauti.',
		},
		askByEither: {
			marketing: 'Mūsų pasiūlymams SMS žinutėmis gauti atsakykite TAIP arba įveskite kodą {one_time_code}.',
			survey: 'Mūsų trumpoms apklausoms SMS žinutėmis gauti atsakykite TAIP arba įveskite kodą {one_time_code}.',
		},
		reminder: 'Primename: ',
		confirmed: {
			marketing: 'Ačiū, gausite mūsų pasiūlymus SMS žinutėmis.',
			survey: 'Ačiū, gausite mūsų trumpas apklausas SMS žinutėmis.',
		},
		frequency: 'Žinučių per mėnesį: iki {count}.',
		helpAndStop: 'Pagalba: HELP, atsisakymas: STOP.',
		phoneCheck: '{one_time_code} yra Jūsų kodas[ ({brand})]. Jis galioja {valid_minutes} min. Niekam jo nesakykite.',
	},
	codeValues: { freeShipping: 'nemokamas pristatymas', points: '{count} tšk', gift: 'dovana' },
	campaign: {
		birthdayGift:
			'Su gimtadieniu! Mūsų dovana: [{code_value}, ]kodas {code}[, galioja iki {code_expiry}].',
		winBack:
			'Būtų malonu vėl Jus matyti![ Kitam užsakymui: [{code_value}, ]kodas {code}[, galioja iki {code_expiry}].]',
		optOut: 'Norėdami atsisakyti, siųskite STOP.',
		unsubscribe: 'Atsisakyti: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Nebenorite gauti mūsų žinučių numeriu {phone}? Nebegausite ir žinučių apie Jūsų užsakymus.',
		askOffers: 'Nebenorite gauti mūsų pasiūlymų numeriu {phone}?',
		button: 'Atsisakyti',
		done: 'Daugiau negausite mūsų žinučių numeriu {phone}.',
		back: 'Atsisakėte per klaidą? Siųskite START mūsų numeriu arba susisiekite su mumis.',
		unknown: 'Ši nuoroda neveikia. Norėdami atsisakyti, susisiekite su mumis.',
	},
};
