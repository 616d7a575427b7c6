import { type LanguageTexts } from './texts';

// "dvs." never stands where a sentence may end: without an order number that would make two full stops.
export const ro: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Vă mulțumim[, {first_name}]! Comanda dvs.[ #{order_number}] este confirmată[ (total: {total})].[ Întrebări? Sunați la {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Vești bune! Comanda dvs.[ #{order_number}] a fost expediată.[ Urmărire colet: {tracking}][ Livrare estimată: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Comanda dvs.[ #{order_number}] este în curs de livrare astăzi![ Sosire estimată: până la ora {eta_time}.][ Probleme? Sunați la {support_phone}.][ Urmărire colet: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Comanda dvs.[ #{order_number}] poate fi ridicată.[ Detalii: {tracking}][ Întrebări? Sunați la {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Comanda dvs.[ #{order_number}] a fost livrată. Sperăm să vă placă![ Ceva nu este în regulă? Sunați la {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Noutăți despre livrare: comanda dvs.[ #{order_number}] întârzie puțin.[ Motiv: {reason}.][ Noua dată estimată: {eta_date}.][ Urmărire colet: {tracking}][ Întrebări? Sunați la {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Comanda dvs.[ #{order_number}] nu a putut fi livrată.[ Motiv: {reason}.][ Noua dată estimată: {eta_date}.][ Detalii: {tracking}][ Întrebări? Sunați la {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Comanda dvs.[ #{order_number}] se întoarce la noi.[ Motiv: {reason}.][ Aveți nevoie de ajutor? Sunați la {support_phone}.][ Detalii: {tracking}]',
		cancelled: '[{brand}: ]Comanda dvs.[ #{order_number}] a fost anulată.[ Întrebări? Sunați la {support_phone}.]',
		refunded:
			'[{brand}: ]Pentru comanda dvs.[ #{order_number}] am făcut o rambursare[ de {refund_amount}]. Banii pot ajunge în cont în câteva zile.[ Întrebări? Sunați la {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]La livrarea comenzii dvs.[ #{order_number}] a apărut o problemă.[ Motiv: {reason}.][ Aveți nevoie de ajutor? Sunați la {support_phone}.][ Detalii: {tracking}]',
	},
	reasons: {
		address: 'adresă incompletă sau greșită',
		nobody_home: 'nu era nimeni la adresă',
		closed: 'firma era închisă',
		refused: 'livrarea a fost refuzată',
		customs: 'formalități vamale',
		payment_due: 'plată în așteptare',
		weather: 'vreme nefavorabilă',
		carrier_delay: 'probleme la firma de curierat',
		not_collected: 'nu a fost ridicată la timp',
		lost: 'coletul s-a pierdut',
		damaged: 'coletul a fost deteriorat',
	},
	moreItems: 'și încă {count}',
	parcel: 'Coletul {index} din {count}',
	statuses: {
		awaiting_payment: 'în așteptarea plății',
		label_created: 'în pregătire pentru expediere',
		return_requested: 'retur solicitat',
		confirmed: 'confirmată',
		shipped: 'pe drum',
		out_for_delivery: 'în curs de livrare',
		ready_for_pickup: 'gata de ridicare',
		delivered: 'livrată',
		delayed: 'întârziată',
		failed_attempt: 'încercare de livrare eșuată',
		returned: 'se întoarce la noi',
		cancelled: 'anulată',
		refunded: 'rambursare efectuată',
		exception: 'problemă la livrare',
	},
	answers: {
		optedOut:
			'[{brand}: ]V-ați dezabonat și nu veți mai primi mesaje de la noi. Trimiteți START pentru a le primi din nou.',
		optedOutMarketing:
			'[{brand}: ]Nu veți mai primi oferte de la noi prin SMS. Mesajele despre comenzile dvs. nu sunt afectate.',
		orderStopped: '[{brand}: ]Nu veți mai primi mesaje despre această comandă[ (#{order_number})].',
		help: '[{brand}: ]Acesta este serviciul SMS al magazinului nostru.[ Ajutor: {support_phone}.] Numărul mesajelor variază. Trimiteți STOP pentru dezabonare.[ Detalii: {shop_url}]',
		started: '[{brand}: ]Bine ați revenit! Veți primi din nou mesaje de la noi. Trimiteți STOP pentru dezabonare.',
		orderStatus:
			'[{brand}: ]Stadiul comenzii[ #{order_number}]: {status}.[ Livrare estimată: {eta}.][ Urmărire colet: {tracking}][ Întrebări? Sunați la {support_phone}.]',
		orderList: '[{brand}: ]Stadiul comenzilor: {orders}.[ Întrebări? Sunați la {support_phone}.]',
		noOrder:
			'[{brand}: ]Nu am găsit nicio comandă în curs pentru numărul dvs. de telefon.[ Întrebări? Sunați la {support_phone}.]',
		acknowledgement: '[{brand}: ]Vă mulțumim, am primit mesajul.[ Este urgent? Sunați la {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Se pot aplica tarife pentru mesaje și date.',
	optIn: {
		askByReply: {
			marketing: 'Răspundeți DA pentru a primi ofertele noastre prin SMS.',
			survey: 'Răspundeți DA pentru a primi sondajele noastre scurte prin SMS.',
		},
		askByCode: {
			marketing: '{one_time_code} este codul pentru a primi ofertele noastre prin SMS.',
			survey: '{one_time_code} este codul pentru a primi sondajele noastre scurte prin SMS.',
		},
		askByEither: {
			marketing: 'Răspundeți DA sau scrieți codul {one_time_code} pentru a primi ofertele noastre prin SMS.',
			survey: 'Răspundeți DA sau scrieți codul {one_time_code} pentru a primi sondajele noastre scurte prin SMS.',
		},
		reminder: 'Memento: ',
		confirmed: {
			marketing: 'Vă mulțumim, veți primi ofertele noastre prin SMS.',
			survey: 'Vă mulțumim, veți primi sondajele noastre scurte prin SMS.',
		},
		frequency: 'Mesaje pe lună: cel mult {count}.',
		helpAndStop: 'Ajutor: HELP, dezabonare: STOP.',
		phoneCheck:
			'{one_time_code} este codul dumneavoastră[ pentru {brand}]. Este valabil {valid_minutes} min. Nu îl spuneți nimănui.',
	},
	codeValues: { freeShipping: 'livrare gratuită', points: '{count} pct', gift: 'un cadou' },
	campaign: {
		birthdayGift:
			'La mulți ani[, {first_name}]! Cadoul nostru: [{code_value}, ]cod {code}[, valabil până la {code_expiry}].',
		winBack:
			'Ne-ar bucura să reveniți[, {first_name}]![ Pentru următoarea comandă: [{code_value}, ]cod {code}[, valabil până la {code_expiry}].]',
		optOut: 'Trimiteți STOP pentru dezabonare.',
		unsubscribe: 'Dezabonare: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Nu mai doriți mesaje de la noi la {phone}? Se opresc și mesajele despre comenzile dvs.',
		askOffers: 'Nu mai doriți oferte de la noi prin SMS la {phone}?',
		button: 'Dezabonare',
		done: 'Nu veți mai primi mesaje de la noi la {phone}.',
		back: 'A fost o greșeală? Trimiteți START la numărul nostru sau contactați-ne.',
		unknown: 'Acest link nu funcționează. Pentru dezabonare, contactați-ne.',
	},
};
