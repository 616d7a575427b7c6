import { type LanguageTexts } from './texts';

// No full stop after {eta_date}: the day itself ends with one ("december 29."). The number stands in brackets, because a
// suffix or an article before it would depend on how it is read out.
export const hu: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Köszönjük[, {first_name}]! Rendelését[ (#{order_number})] visszaigazoltuk.[ Végösszeg: {total}.][ Kérdése van? Hívjon minket: {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Jó hír! Rendelését[ (#{order_number})] feladtuk.[ Nyomon követés: {tracking}][ Várható kézbesítés: {eta_date}]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Rendelését[ (#{order_number})] ma kézbesítjük![ Várhatóan {eta_time}-ig megérkezik.][ Probléma esetén hívjon minket: {support_phone}.][ Nyomon követés: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Rendelése[ (#{order_number})] átvehető.[ Részletek: {tracking}][ Kérdése van? Hívjon minket: {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Rendelését[ (#{order_number})] kézbesítettük. Reméljük, elégedett lesz vele![ Valami nincs rendben? Hívjon minket: {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Szállítási információ: rendelése[ (#{order_number})] kissé késik.[ Ennek oka: {reason}.][ Új várható kézbesítés: {eta_date}][ Nyomon követés: {tracking}][ Kérdése van? Hívjon minket: {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Rendelését[ (#{order_number})] nem sikerült kézbesíteni.[ Ennek oka: {reason}.][ Új várható kézbesítés: {eta_date}][ Részletek: {tracking}][ Kérdése van? Hívjon minket: {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Rendelését[ (#{order_number})] a futárszolgálat visszaküldi hozzánk.[ Ennek oka: {reason}.][ Szívesen segítünk: {support_phone}.][ Részletek: {tracking}]',
		cancelled: '[{brand}: ]Rendelését[ (#{order_number})] töröltük.[ Kérdése van? Hívjon minket: {support_phone}.]',
		refunded:
			'[{brand}: ]Rendelése[ (#{order_number})] után visszatérítést indítottunk[ ({refund_amount})]. Az összeg néhány nap múlva jelenhet meg a számláján.[ Kérdése van? Hívjon minket: {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Probléma merült fel rendelése[ (#{order_number})] kézbesítésével.[ Ennek oka: {reason}.][ Szívesen segítünk: {support_phone}.][ Részletek: {tracking}]',
	},
	reasons: {
		address: 'hiányos vagy hibás cím',
		nobody_home: 'senki sem volt a címen',
		closed: 'a cég zárva volt',
		refused: 'az átvételt megtagadták',
		customs: 'vámkezelés',
		payment_due: 'függőben lévő fizetés',
		weather: 'rossz időjárás',
		carrier_delay: 'fennakadás a futárszolgálatnál',
		not_collected: 'nem vették át időben',
		lost: 'a csomag elveszett',
		damaged: 'a csomag megsérült',
	},
	moreItems: 'és még {count}',
	parcel: 'Csomag {index}/{count}',
	statuses: {
		awaiting_payment: 'fizetésre vár',
		label_created: 'feladásra vár',
		return_requested: 'visszaküldés kérve',
		confirmed: 'visszaigazolva',
		shipped: 'úton van',
		out_for_delivery: 'kézbesítés alatt',
		ready_for_pickup: 'átvehető',
		delivered: 'kézbesítve',
		delayed: 'késik',
		failed_attempt: 'sikertelen kézbesítés',
		returned: 'úton vissza hozzánk',
		cancelled: 'törölve',
		refunded: 'visszatérítés elindítva',
		exception: 'probléma a kézbesítéssel',
	},
	answers: {
		optedOut: '[{brand}: ]Leiratkozott, több SMS-t nem küldünk Önnek. Ha ismét kér üzeneteket, küldje ezt: START.',
		optedOutMarketing:
			'[{brand}: ]Több ajánlatot nem küldünk Önnek SMS-ben. A rendeléseiről szóló üzeneteket ez nem érinti.',
		orderStopped: '[{brand}: ]Rendeléséről[ (#{order_number})] nem küldünk több üzenetet.',
		help: '[{brand}: ]Ez üzletünk SMS-szolgáltatása.[ Segítség: {support_phone}.] Az üzenetek száma változó. Leiratkozás: STOP.[ További információ: {shop_url}]',
		started: '[{brand}: ]Üdvözöljük újra! Ismét küldünk Önnek üzeneteket. Leiratkozás: STOP.',
		orderStatus:
			'[{brand}: ]Rendelése[ (#{order_number})]: {status}.[ Várható kézbesítés: {eta}.][ Nyomon követés: {tracking}][ Kérdése van? Hívjon minket: {support_phone}.]',
		orderList: '[{brand}: ]Rendelései: {orders}.[ Kérdése van? Hívjon minket: {support_phone}.]',
		noOrder:
			'[{brand}: ]Az Ön telefonszámához nem találtunk folyamatban lévő rendelést.[ Kérdése van? Hívjon minket: {support_phone}.]',
		acknowledgement: '[{brand}: ]Köszönjük, üzenetét megkaptuk.[ Sürgős? Hívjon minket: {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Üzenet- és adatdíjak merülhetnek fel.',
	optIn: {
		askByReply: {
			marketing: 'Ajánlatainkat SMS-ben kéri? Válaszoljon: IGEN.',
			survey: 'Rövid felméréseinket SMS-ben kéri? Válaszoljon: IGEN.',
		},
		askByCode: {
			marketing: '{one_time_code} a kódja, ha SMS-ben kéri ajánlatainkat.',
			survey: '{one_time_code} a kódja, ha SMS-ben kéri rövid felméréseinket.',
		},
		askByEither: {
			marketing: 'Ajánlatainkat SMS-ben kéri? Válaszoljon: IGEN, vagy adja meg a kódot: {one_time_code}.',
			survey: 'Rövid felméréseinket SMS-ben kéri? Válaszoljon: IGEN, vagy adja meg a kódot: {one_time_code}.',
		},
		reminder: 'Emlékeztető: ',
		confirmed: {
			marketing: 'Köszönjük, ajánlatainkat SMS-ben küldjük Önnek.',
			survey: 'Köszönjük, rövid felméréseinket SMS-ben küldjük Önnek.',
		},
		frequency: 'Havonta legfeljebb {count} SMS.',
		helpAndStop: 'Segítség: HELP, leiratkozás: STOP.',
		phoneCheck: '{one_time_code} az Ön kódja[ ({brand})]. Érvényes {valid_minutes} percig. Ne adja meg senkinek.',
	},
	codeValues: { freeShipping: 'ingyenes szállítás', points: '{count} pont', gift: 'egy ajándék' },
	campaign: {
		birthdayGift:
			'Boldog születésnapot[, {first_name}]! Ajándékunk: [{code_value}, ]kód: {code}[, érvényes eddig: {code_expiry}].',
		winBack:
			'Örülnénk, ha ismét benézne hozzánk[, {first_name}]![ Következő rendeléséhez: [{code_value}, ]kód: {code}[, érvényes eddig: {code_expiry}].]',
		optOut: 'Leiratkozás: STOP.',
		unsubscribe: 'Leiratkozás: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Nem kér több SMS-t tőlünk a {phone} számra? A rendeléseiről szóló üzenetek is megszűnnek.',
		askOffers: 'Nem kér több ajánlatot tőlünk SMS-ben a {phone} számra?',
		button: 'Leiratkozás',
		done: 'Több SMS-t nem küldünk Önnek a {phone} számra.',
		back: 'Tévedés volt? Küldje a START szót a számunkra, vagy írjon nekünk.',
		unknown: 'Ez a link nem működik. A leiratkozáshoz írjon nekünk.',
	},
};
