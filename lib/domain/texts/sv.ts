import { type LanguageTexts } from './texts';

export const sv: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Tack[, {first_name}]! Din beställning[ #{order_number}] är bekräftad[ (totalt {total})].[ Frågor? Ring {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Goda nyheter! Din beställning[ #{order_number}] har skickats.[ Spåra paketet: {tracking}][ Beräknad leverans: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Din beställning[ #{order_number}] är ute för leverans i dag![ Beräknad ankomst: senast kl. {eta_time}.][ Problem? Ring {support_phone}.][ Spåra paketet: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Din beställning[ #{order_number}] finns nu att hämta.[ Mer info: {tracking}][ Frågor? Ring {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Din beställning[ #{order_number}] har levererats. Hoppas att du blir nöjd![ Är något fel? Ring {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Leveransinfo: din beställning[ #{order_number}] är lite försenad.[ Orsak: {reason}.][ Ny beräknad leverans: {eta_date}.][ Spåra paketet: {tracking}][ Frågor? Ring {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Vi försökte leverera din beställning[ #{order_number}] men lyckades inte.[ Orsak: {reason}.][ Ny beräknad leverans: {eta_date}.][ Mer info: {tracking}][ Frågor? Ring {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Din beställning[ #{order_number}] är på väg tillbaka till oss.[ Orsak: {reason}.][ Behöver du hjälp? Ring {support_phone}.][ Mer info: {tracking}]',
		cancelled: '[{brand}: ]Din beställning[ #{order_number}] har annullerats.[ Frågor? Ring {support_phone}.]',
		refunded:
			'[{brand}: ]Vi har gjort en återbetalning[ på {refund_amount}] för din beställning[ #{order_number}]. Det kan ta några dagar innan pengarna syns på kontot.[ Frågor? Ring {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Det har uppstått ett problem med leveransen av din beställning[ #{order_number}].[ Orsak: {reason}.][ Behöver du hjälp? Ring {support_phone}.][ Mer info: {tracking}]',
	},
	reasons: {
		address: 'ofullständig eller felaktig adress',
		nobody_home: 'ingen fanns på plats',
		closed: 'företaget var stängt',
		refused: 'leveransen avvisades',
		customs: 'tullhantering',
		payment_due: 'utestående betalning',
		weather: 'dåligt väder',
		carrier_delay: 'fördröjning hos transportören',
		not_collected: 'paketet hämtades inte ut i tid',
		lost: 'paketet har kommit bort',
		damaged: 'paketet har skadats',
	},
	moreItems: 'och {count} till',
	parcel: 'Paket {index} av {count}',
	statuses: {
		awaiting_payment: 'väntar på betalning',
		label_created: 'görs klar att skickas',
		return_requested: 'retur begärd',
		confirmed: 'bekräftad',
		shipped: 'på väg',
		out_for_delivery: 'ute för leverans',
		ready_for_pickup: 'klar att hämta',
		delivered: 'levererad',
		delayed: 'försenad',
		failed_attempt: 'leveransförsök misslyckades',
		returned: 'på väg tillbaka till oss',
		cancelled: 'annullerad',
		refunded: 'återbetalning gjord',
		exception: 'problem med leveransen',
	},
	answers: {
		optedOut: '[{brand}: ]Du är avanmäld och får inga fler sms från oss. Skicka START för att få dem igen.',
		optedOutMarketing:
			'[{brand}: ]Du får inga fler erbjudanden från oss via sms. Det gäller inte meddelanden om dina beställningar.',
		orderStopped: '[{brand}: ]Du får inga fler meddelanden om din beställning[ #{order_number}].',
		help: '[{brand}: ]Det här är vår butiks sms-tjänst.[ Hjälp: {support_phone}.] Antalet meddelanden varierar. Skicka STOP för att avanmäla dig.[ Mer info: {shop_url}]',
		started: '[{brand}: ]Välkommen tillbaka! Du får nu meddelanden från oss igen. Skicka STOP för att avanmäla dig.',
		orderStatus:
			'[{brand}: ]Din beställning[ #{order_number}]: {status}.[ Beräknad leverans: {eta}.][ Spåra paketet: {tracking}][ Frågor? Ring {support_phone}.]',
		orderList: '[{brand}: ]Dina beställningar: {orders}.[ Frågor? Ring {support_phone}.]',
		noOrder: '[{brand}: ]Vi hittade ingen öppen beställning på ditt nummer.[ Frågor? Ring {support_phone}.]',
		acknowledgement: '[{brand}: ]Tack, vi har tagit emot ditt meddelande.[ Är det brådskande? Ring {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Avgifter för meddelanden och data kan tillkomma.',
	optIn: {
		askByReply: {
			marketing: 'Svara JA för att få våra erbjudanden via sms.',
			survey: 'Svara JA för att få våra korta enkäter via sms.',
		},
		askByCode: {
			marketing: '{one_time_code} är din kod för att få våra erbjudanden via sms.',
			survey: '{one_time_code} är din kod för att få våra korta enkäter via sms.',
		},
		askByEither: {
			marketing: 'Svara JA eller ange koden {one_time_code} för att få våra erbjudanden via sms.',
			survey: 'Svara JA eller ange koden {one_time_code} för att få våra korta enkäter via sms.',
		},
		reminder: 'Påminnelse: ',
		confirmed: {
			marketing: 'Tack, du får våra erbjudanden via sms.',
			survey: 'Tack, du får våra korta enkäter via sms.',
		},
		frequency: 'Högst {count} sms i månaden.',
		helpAndStop: 'HELP för hjälp, STOP för att avsluta.',
		phoneCheck: '{one_time_code} är din kod[ till {brand}]. Den gäller i {valid_minutes} min. Lämna aldrig ut den.',
	},
	codeValues: { freeShipping: 'fri frakt', points: '{count} poäng', gift: 'en gåva' },
	campaign: {
		birthdayGift:
			'Grattis på födelsedagen[, {first_name}]! Vår present: [{code_value}, ]kod {code}[, gäller till och med {code_expiry}].',
		winBack:
			'Vi ser dig gärna igen[, {first_name}]![ Till din nästa beställning: [{code_value}, ]kod {code}[, gäller till och med {code_expiry}].]',
		optOut: 'Skicka STOP för att avanmäla dig.',
		unsubscribe: 'Avanmälan: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Vill du inte ha fler sms från oss till {phone}? Även meddelanden om dina beställningar upphör.',
		askOffers: 'Vill du inte ha fler erbjudanden från oss via sms till {phone}?',
		button: 'Avanmäl mig',
		done: 'Du får inga fler sms från oss till {phone}.',
		back: 'Blev det fel? Skicka START till vårt nummer eller kontakta oss.',
		unknown: 'Länken fungerar inte. Kontakta oss för att avanmäla dig.',
	},
};
