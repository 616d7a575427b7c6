import { type LanguageTexts } from './texts';

export const fi: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Kiitos[, {first_name}]! Tilauksesi[ #{order_number}] on vahvistettu[ (yhteensä {total})].[ Kysyttävää? Soita {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Hyviä uutisia! Tilauksesi[ #{order_number}] on lähetetty.[ Seuranta: {tracking}][ Arvioitu toimitus: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Tilauksesi[ #{order_number}] on tänään jakelussa![ Arvioitu toimitus klo {eta_time} mennessä.][ Ongelmia? Soita {support_phone}.][ Seuranta: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Tilauksesi[ #{order_number}] on noudettavissa.[ Lisätietoja: {tracking}][ Kysyttävää? Soita {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Tilauksesi[ #{order_number}] on toimitettu. Toivottavasti olet tyytyväinen![ Onko jokin pielessä? Soita {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Tietoa toimituksesta: tilauksesi[ #{order_number}] on hieman myöhässä.[ Syy: {reason}.][ Uusi arvioitu toimitus: {eta_date}.][ Seuranta: {tracking}][ Kysyttävää? Soita {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Yritimme toimittaa tilauksesi[ #{order_number}], mutta se ei onnistunut.[ Syy: {reason}.][ Uusi arvioitu toimitus: {eta_date}.][ Lisätietoja: {tracking}][ Kysyttävää? Soita {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Tilauksesi[ #{order_number}] on palaamassa meille.[ Syy: {reason}.][ Tarvitsetko apua? Soita {support_phone}.][ Lisätietoja: {tracking}]',
		cancelled: '[{brand}: ]Tilauksesi[ #{order_number}] on peruttu.[ Kysyttävää? Soita {support_phone}.]',
		refunded:
			'[{brand}: ]Olemme maksaneet hyvityksen[ ({refund_amount})] tilauksestasi[ #{order_number}]. Voi kestää muutaman päivän, ennen kuin raha näkyy tililläsi.[ Kysyttävää? Soita {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Tilauksesi[ #{order_number}] toimituksessa on ongelma.[ Syy: {reason}.][ Tarvitsetko apua? Soita {support_phone}.][ Lisätietoja: {tracking}]',
	},
	reasons: {
		address: 'puutteellinen tai virheellinen osoite',
		nobody_home: 'paikalla ei ollut vastaanottajaa',
		closed: 'yritys oli kiinni',
		refused: 'vastaanotosta kieltäydyttiin',
		customs: 'tullikäsittely',
		payment_due: 'puuttuva maksu',
		weather: 'huono sää',
		carrier_delay: 'viivästys kuljetusyhtiössä',
		not_collected: 'lähetystä ei noudettu ajoissa',
		lost: 'lähetys on kadonnut',
		damaged: 'lähetys on vaurioitunut',
	},
	moreItems: 'ja {count} lisää',
	parcel: 'Lähetys {index}/{count}',
	statuses: {
		awaiting_payment: 'odottaa maksua',
		label_created: 'valmistellaan lähetettäväksi',
		return_requested: 'palautus pyydetty',
		confirmed: 'vahvistettu',
		shipped: 'matkalla',
		out_for_delivery: 'jakelussa',
		ready_for_pickup: 'noudettavissa',
		delivered: 'toimitettu',
		delayed: 'myöhässä',
		failed_attempt: 'toimitusyritys epäonnistui',
		returned: 'palaamassa meille',
		cancelled: 'peruttu',
		refunded: 'hyvitys maksettu',
		exception: 'ongelma toimituksessa',
	},
	answers: {
		optedOut: '[{brand}: ]Tekstiviestit on peruttu, et saa meiltä enää viestejä. Saat niitä taas lähettämällä START.',
		optedOutMarketing:
			'[{brand}: ]Et saa meiltä enää tarjouksia tekstiviestillä. Tämä ei vaikuta viesteihin tilauksistasi.',
		orderStopped: '[{brand}: ]Et saa enää viestejä tilauksestasi[ #{order_number}].',
		help: '[{brand}: ]Tämä on kauppamme tekstiviestipalvelu.[ Apua: {support_phone}.] Viestien määrä vaihtelee. Peru viestit lähettämällä STOP.[ Lisätietoja: {shop_url}]',
		started: '[{brand}: ]Tervetuloa takaisin! Saat taas viestejä meiltä. Peru viestit lähettämällä STOP.',
		orderStatus:
			'[{brand}: ]Tilauksesi[ #{order_number}]: {status}.[ Arvioitu toimitus: {eta}.][ Seuranta: {tracking}][ Kysyttävää? Soita {support_phone}.]',
		orderList: '[{brand}: ]Tilauksesi: {orders}.[ Kysyttävää? Soita {support_phone}.]',
		noOrder: '[{brand}: ]Numerollasi ei löytynyt avointa tilausta.[ Kysyttävää? Soita {support_phone}.]',
		acknowledgement: '[{brand}: ]Kiitos, olemme saaneet viestisi.[ Onko kiire? Soita {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Viesti- ja datamaksuja voidaan periä.',
	optIn: {
		askByReply: {
			marketing: 'Vastaa KYLLÄ, niin saat tarjouksemme tekstiviestillä.',
			survey: 'Vastaa KYLLÄ, niin saat lyhyet kyselymme tekstiviestillä.',
		},
		askByCode: {
			marketing: '{one_time_code} on koodisi, jolla tilaat tarjouksemme tekstiviestillä.',
			survey: '{one_time_code} on koodisi, jolla tilaat lyhyet kyselymme tekstiviestillä.',
		},
		askByEither: {
			marketing: 'Vastaa KYLLÄ tai anna koodi {one_time_code}, niin saat tarjouksemme tekstiviestillä.',
			survey: 'Vastaa KYLLÄ tai anna koodi {one_time_code}, niin saat lyhyet kyselymme tekstiviestillä.',
		},
		reminder: 'Muistutus: ',
		confirmed: {
			marketing: 'Kiitos, saat tarjouksemme tekstiviestillä.',
			survey: 'Kiitos, saat lyhyet kyselymme tekstiviestillä.',
		},
		frequency: 'Viestejä enintään {count} kuukaudessa.',
		helpAndStop: 'Apua: HELP, peruutus: STOP.',
		phoneCheck:
			'{one_time_code} on koodisi[ palveluun {brand}]. Se on voimassa {valid_minutes} min. Älä kerro sitä kenellekään.',
	},
	codeValues: { freeShipping: 'ilmainen toimitus', points: '{count} p', gift: 'lahja' },
	campaign: {
		birthdayGift:
			'Hyvää syntymäpäivää[, {first_name}]! Lahjamme: [{code_value}, ]koodi {code}[, voimassa {code_expiry} asti].',
		winBack:
			'Olisi mukava nähdä sinut taas[, {first_name}]![ Seuraavaan tilaukseesi: [{code_value}, ]koodi {code}[, voimassa {code_expiry} asti].]',
		optOut: 'Peru viestit lähettämällä STOP.',
		unsubscribe: 'Peru viestit: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Etkö halua enää viestejä meiltä numeroon {phone}? Myös viestit tilauksistasi loppuvat.',
		askOffers: 'Etkö halua enää tarjouksiamme tekstiviestillä numeroon {phone}?',
		button: 'Peru viestit',
		done: 'Et saa meiltä enää viestejä numeroon {phone}.',
		back: 'Kävikö vahinko? Lähetä START numeroomme tai ota meihin yhteyttä.',
		unknown: 'Tämä linkki ei toimi. Peru viestit ottamalla meihin yhteyttä.',
	},
};
