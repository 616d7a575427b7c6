import { type LanguageTexts } from './texts';

// No {first_name}: it would have to stand in the vocative.
export const lv: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Paldies! Jūsu pasūtījums[ #{order_number}] ir apstiprināts[ (kopā {total})].[ Jautājumi? Zvaniet {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Labas ziņas! Jūsu pasūtījums[ #{order_number}] ir nosūtīts.[ Sūtījuma izsekošana: {tracking}][ Paredzamā piegāde: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Jūsu pasūtījums[ #{order_number}] šodien ir ceļā pie Jums![ Paredzamā piegāde līdz plkst. {eta_time}.][ Problēmu gadījumā zvaniet {support_phone}.][ Sūtījuma izsekošana: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Jūsu pasūtījums[ #{order_number}] ir gatavs saņemšanai.[ Sīkāk: {tracking}][ Jautājumi? Zvaniet {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Jūsu pasūtījums[ #{order_number}] ir piegādāts. Lai tas Jūs priecē![ Kaut kas nav kārtībā? Zvaniet {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Piegādes ziņas: Jūsu pasūtījums[ #{order_number}] nedaudz kavējas.[ Iemesls: {reason}.][ Jaunais paredzamais piegādes datums: {eta_date}.][ Sūtījuma izsekošana: {tracking}][ Jautājumi? Zvaniet {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Jūsu pasūtījumu[ #{order_number}] neizdevās piegādāt.[ Iemesls: {reason}.][ Jaunais paredzamais piegādes datums: {eta_date}.][ Sīkāk: {tracking}][ Jautājumi? Zvaniet {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Jūsu pasūtījums[ #{order_number}] tiek sūtīts atpakaļ mums.[ Iemesls: {reason}.][ Vajadzīga palīdzība? Zvaniet {support_phone}.][ Sīkāk: {tracking}]',
		cancelled: '[{brand}: ]Jūsu pasūtījums[ #{order_number}] ir atcelts.[ Jautājumi? Zvaniet {support_phone}.]',
		refunded:
			'[{brand}: ]Esam atmaksājuši naudu[ ({refund_amount})] par pasūtījumu[ #{order_number}]. Tā var nonākt kontā pēc dažām dienām.[ Jautājumi? Zvaniet {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Jūsu pasūtījuma[ #{order_number}] piegādē radās problēma.[ Iemesls: {reason}.][ Vajadzīga palīdzība? Zvaniet {support_phone}.][ Sīkāk: {tracking}]',
	},
	reasons: {
		address: 'nepilnīga vai nepareiza adrese',
		nobody_home: 'adresē neviena nebija',
		closed: 'uzņēmums bija slēgts',
		refused: 'atteikums pieņemt sūtījumu',
		customs: 'muitas formalitātes',
		payment_due: 'nesaņemts maksājums',
		weather: 'slikti laikapstākļi',
		carrier_delay: 'aizkavēšanās pie pārvadātāja',
		not_collected: 'sūtījums netika laikus izņemts',
		lost: 'sūtījums ir pazudis',
		damaged: 'sūtījums ir bojāts',
	},
	moreItems: 'un vēl {count}',
	parcel: 'Sūtījums {index} no {count}',
	statuses: {
		awaiting_payment: 'gaida apmaksu',
		label_created: 'tiek gatavots nosūtīšanai',
		return_requested: 'pieteikta atgriešana',
		confirmed: 'apstiprināts',
		shipped: 'ceļā',
		out_for_delivery: 'nodots kurjeram',
		ready_for_pickup: 'gatavs saņemšanai',
		delivered: 'piegādāts',
		delayed: 'kavējas',
		failed_attempt: 'piegāde neizdevās',
		returned: 'tiek sūtīts atpakaļ mums',
		cancelled: 'atcelts',
		refunded: 'nauda atmaksāta',
		exception: 'problēma ar piegādi',
	},
	answers: {
		optedOut: '[{brand}: ]Ziņu saņemšana ir atcelta, un vairs tās nesūtīsim. Lai saņemtu tās atkal, sūtiet START.',
		optedOutMarketing:
			'[{brand}: ]Jūs vairs nesaņemsiet mūsu piedāvājumus īsziņās. Ziņas par Jūsu pasūtījumiem tas neskar.',
		orderStopped: '[{brand}: ]Jūs vairs nesaņemsiet ziņas par pasūtījumu[ #{order_number}].',
		help: '[{brand}: ]Šis ir mūsu veikala īsziņu pakalpojums.[ Palīdzība: {support_phone}.] Ziņu skaits mainās. Lai atteiktos, sūtiet STOP.[ Sīkāk: {shop_url}]',
		started: '[{brand}: ]Laipni lūdzam atpakaļ! Jūs atkal saņemsiet mūsu ziņas. Lai atteiktos, sūtiet STOP.',
		orderStatus:
			'[{brand}: ]Jūsu pasūtījums[ #{order_number}]: {status}.[ Paredzamā piegāde: {eta}.][ Sūtījuma izsekošana: {tracking}][ Jautājumi? Zvaniet {support_phone}.]',
		orderList: '[{brand}: ]Jūsu pasūtījumi: {orders}.[ Jautājumi? Zvaniet {support_phone}.]',
		noOrder: '[{brand}: ]Jūsu numuram neatradām nevienu aktīvu pasūtījumu.[ Jautājumi? Zvaniet {support_phone}.]',
		acknowledgement: '[{brand}: ]Paldies, Jūsu ziņu saņēmām.[ Steidzami? Zvaniet {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Var tikt piemērota maksa par ziņām un datiem.',
	optIn: {
		askByReply: {
			marketing: 'Lai saņemtu mūsu piedāvājumus īsziņās, atbildiet JĀ.',
			survey: 'Lai saņemtu mūsu īsās aptaujas īsziņās, atbildiet JĀ.',
		},
		askByCode: {
			marketing: '{one_time_code} ir Jūsu kods, lai saņemtu mūsu piedāvājumus īsziņās.',
			survey: '{one_time_code} ir Jūsu kods, lai saņemtu mūsu īsās aptaujas īsziņās.',
		},
		askByEither: {
			marketing: 'Lai saņemtu mūsu piedāvājumus īsziņās, atbildiet JĀ vai ievadiet kodu {one_time_code}.',
			survey: 'Lai saņemtu mūsu īsās aptaujas īsziņās, atbildiet JĀ vai ievadiet kodu {one_time_code}.',
		},
		reminder: 'Atgādinājums: ',
		confirmed: {
			marketing: 'Paldies, Jūs saņemsiet mūsu piedāvājumus īsziņās.',
			survey: 'Paldies, Jūs saņemsiet mūsu īsās aptaujas īsziņās.',
		},
		frequency: 'Ziņu skaits mēnesī: līdz {count}.',
		helpAndStop: 'Palīdzība: HELP, atteikšanās: STOP.',
		phoneCheck: '{one_time_code} ir Jūsu kods[ ({brand})]. Tas derīgs {valid_minutes} min. Nevienam to nesakiet.',
	},
	codeValues: { freeShipping: 'bezmaksas piegāde', points: '{count} p', gift: 'dāvana' },
	campaign: {
		birthdayGift:
			'Daudz laimes dzimšanas dienā! Mūsu dāvana: [{code_value}, ]kods {code}[, derīgs līdz: {code_expiry}].',
		winBack:
			'Priecāsimies Jūs redzēt atkal![ Nākamajam pasūtījumam: [{code_value}, ]kods {code}[, derīgs līdz: {code_expiry}].]',
		optOut: 'Lai atteiktos, sūtiet STOP.',
		unsubscribe: 'Atteikties: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Vai vairs nevēlaties saņemt mūsu ziņas uz {phone}? Nesūtīsim arī ziņas par Jūsu pasūtījumiem.',
		askOffers: 'Vai vairs nevēlaties saņemt mūsu piedāvājumus uz {phone}?',
		button: 'Atteikties',
		done: 'Jūs vairs nesaņemsiet mūsu ziņas uz {phone}.',
		back: 'Vai tā bija kļūda? Sūtiet START uz mūsu numuru vai sazinieties ar mums.',
		unknown: 'Šī saite nedarbojas. Lai atteiktos, sazinieties ar mums.',
	},
};
