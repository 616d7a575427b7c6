import { type LanguageTexts } from './texts';

export const et: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Täname[, {first_name}]! Teie tellimus[ #{order_number}] on kinnitatud[ (kokku {total})].[ Küsimusi? Helistage {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Head uudised! Teie tellimus[ #{order_number}] on teele pandud.[ Jälgimine: {tracking}][ Eeldatav tarne: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Teie tellimus[ #{order_number}] on täna kulleriga teel![ Eeldatav saabumine hiljemalt kell {eta_time}.][ Probleemi korral helistage {support_phone}.][ Jälgimine: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Teie tellimus[ #{order_number}] on kättesaamiseks valmis.[ Lisainfo: {tracking}][ Küsimusi? Helistage {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Teie tellimus[ #{order_number}] on kohale toimetatud. Loodame, et jääte rahule![ Kas midagi on valesti? Helistage {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Tarneinfo: Teie tellimus[ #{order_number}] hilineb veidi.[ Põhjus: {reason}.][ Uus eeldatav tarne: {eta_date}.][ Jälgimine: {tracking}][ Küsimusi? Helistage {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Teie tellimust[ #{order_number}] ei õnnestunud kätte toimetada.[ Põhjus: {reason}.][ Uus eeldatav tarne: {eta_date}.][ Lisainfo: {tracking}][ Küsimusi? Helistage {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Teie tellimus[ #{order_number}] on teel tagasi meie juurde.[ Põhjus: {reason}.][ Vajate abi? Helistage {support_phone}.][ Lisainfo: {tracking}]',
		cancelled: '[{brand}: ]Teie tellimus[ #{order_number}] on tühistatud.[ Küsimusi? Helistage {support_phone}.]',
		refunded:
			'[{brand}: ]Tagastasime Teile raha[ ({refund_amount})] tellimuse[ #{order_number}] eest. Laekumiseks võib kuluda mõni päev.[ Küsimusi? Helistage {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Teie tellimuse[ #{order_number}] kohaletoimetamisel tekkis probleem.[ Põhjus: {reason}.][ Vajate abi? Helistage {support_phone}.][ Lisainfo: {tracking}]',
	},
	reasons: {
		address: 'puudulik või vale aadress',
		nobody_home: 'kedagi ei olnud kohal',
		closed: 'ettevõte oli suletud',
		refused: 'vastuvõtmisest keelduti',
		customs: 'tollivormistus',
		payment_due: 'tasumata makse',
		weather: 'halb ilm',
		carrier_delay: 'viivitus vedaja juures',
		not_collected: 'pakile ei tuldud õigel ajal järele',
		lost: 'pakk läks kaduma',
		damaged: 'pakk sai kahjustada',
	},
	moreItems: 'ja veel {count}',
	parcel: 'Pakk {index}/{count}',
	statuses: {
		awaiting_payment: 'ootab makset',
		label_created: 'valmistatakse ette saatmiseks',
		return_requested: 'tagastus taotletud',
		confirmed: 'kinnitatud',
		shipped: 'teel',
		out_for_delivery: 'kulleriga teel',
		ready_for_pickup: 'kättesaamiseks valmis',
		delivered: 'kohale toimetatud',
		delayed: 'hilineb',
		failed_attempt: 'kättetoimetamine ei õnnestunud',
		returned: 'teel tagasi meie juurde',
		cancelled: 'tühistatud',
		refunded: 'tagasimakse tehtud',
		exception: 'probleem kohaletoimetamisega',
	},
	answers: {
		optedOut: '[{brand}: ]Olete sõnumitest loobunud ega saa neid meilt enam. Nende taas saamiseks saatke START.',
		optedOutMarketing: '[{brand}: ]Te ei saa meilt enam pakkumisi. Tellimuste sõnumeid see ei mõjuta.',
		orderStopped: '[{brand}: ]Te ei saa enam sõnumeid oma tellimuse[ #{order_number}] kohta.',
		help: '[{brand}: ]See on meie poe SMS-teenus.[ Abi: {support_phone}.] Sõnumite arv varieerub. Loobumiseks saatke STOP.[ Lisainfo: {shop_url}]',
		started: '[{brand}: ]Tere tulemast tagasi! Saate meilt taas sõnumeid. Loobumiseks saatke STOP.',
		orderStatus:
			'[{brand}: ]Teie tellimus[ #{order_number}]: {status}.[ Eeldatav tarne: {eta}.][ Jälgimine: {tracking}][ Küsimusi? Helistage {support_phone}.]',
		orderList: '[{brand}: ]Teie tellimused: {orders}.[ Küsimusi? Helistage {support_phone}.]',
		noOrder: '[{brand}: ]Teie numbriga ei leitud ühtegi avatud tellimust.[ Küsimusi? Helistage {support_phone}.]',
		acknowledgement: '[{brand}: ]Täname, saime Teie sõnumi kätte.[ Kiire? Helistage {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Võivad lisanduda sõnumi- ja andmesidetasud.',
	optIn: {
		askByReply: {
			marketing: 'Meie pakkumiste saamiseks SMS-iga vastake JAH.',
			survey: 'Meie lühiküsitluste saamiseks SMS-iga vastake JAH.',
		},
		askByCode: {
			marketing: '{one_time_code} on Teie kood meie pakkumiste saamiseks SMS-iga.',
			survey: '{one_time_code} on Teie kood meie lühiküsitluste saamiseks SMS-iga.',
		},
		askByEither: {
			marketing: 'Meie pakkumiste saamiseks SMS-iga vastake JAH või sisestage kood {one_time_code}.',
			survey: 'Meie lühiküsitluste saamiseks SMS-iga vastake JAH või sisestage kood {one_time_code}.',
		},
		reminder: 'Meeldetuletus: ',
		confirmed: {
			marketing: 'Aitäh, saadame Teile SMS-iga oma pakkumisi.',
			survey: 'Aitäh, saadame Teile SMS-iga oma lühiküsitlusi.',
		},
		frequency: 'SMS-e kuus: kuni {count}.',
		helpAndStop: 'HELP abi saamiseks, STOP loobumiseks.',
		phoneCheck: '{one_time_code} on Teie kood[ ({brand})]. See kehtib {valid_minutes} min. Ärge öelge seda kellelegi.',
	},
	codeValues: { freeShipping: 'tasuta tarne', points: '{count} p', gift: 'kingitus' },
	campaign: {
		birthdayGift:
			'Palju õnne sünnipäevaks[, {first_name}]! Meie kingitus: [{code_value}, ]kood {code}[, viimane päev: {code_expiry}].',
		winBack:
			'Ootame teid rõõmuga tagasi[, {first_name}]![ Järgmiseks tellimuseks: [{code_value}, ]kood {code}[, viimane päev: {code_expiry}].]',
		optOut: 'Loobumiseks saatke STOP.',
		unsubscribe: 'Loobumine: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Kas soovite loobuda kõigist meie sõnumitest numbrile {phone}? Lõpevad ka sõnumid tellimuste kohta.',
		askOffers: 'Kas soovite loobuda meie pakkumistest numbrile {phone}?',
		button: 'Loobu sõnumitest',
		done: 'Te ei saa meilt enam sõnumeid numbrile {phone}.',
		back: 'Kas see oli eksitus? Saatke START meie numbrile või võtke meiega ühendust.',
		unknown: 'See link ei tööta. Loobumiseks võtke meiega ühendust.',
	},
};
