import { type LanguageTexts } from './texts';

// No full stop directly after an amount: in kroner it ends with one ("129,90 kr.").
export const da: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Tak[, {first_name}]! Din ordre[ #{order_number}] er bekræftet[ (i alt {total})].[ Spørgsmål? Ring på {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Godt nyt! Din ordre[ #{order_number}] er afsendt.[ Følg pakken: {tracking}][ Forventet levering: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Din ordre[ #{order_number}] er ude til levering i dag![ Forventet ankomst: senest kl. {eta_time}.][ Problemer? Ring på {support_phone}.][ Følg pakken: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Din ordre[ #{order_number}] er klar til afhentning.[ Se mere: {tracking}][ Spørgsmål? Ring på {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Din ordre[ #{order_number}] er leveret. God fornøjelse![ Er der noget galt? Ring på {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Nyt om din levering: Din ordre[ #{order_number}] er lidt forsinket.[ Årsag: {reason}.][ Ny forventet levering: {eta_date}.][ Følg pakken: {tracking}][ Spørgsmål? Ring på {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Vi forsøgte at levere din ordre[ #{order_number}], men det lykkedes ikke.[ Årsag: {reason}.][ Ny forventet levering: {eta_date}.][ Se mere: {tracking}][ Spørgsmål? Ring på {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Din ordre[ #{order_number}] er på vej tilbage til os.[ Årsag: {reason}.][ Brug for hjælp? Ring på {support_phone}.][ Se mere: {tracking}]',
		cancelled: '[{brand}: ]Din ordre[ #{order_number}] er annulleret.[ Spørgsmål? Ring på {support_phone}.]',
		refunded:
			'[{brand}: ]Vi har refunderet[ {refund_amount} for] din ordre[ #{order_number}]. Der kan gå et par dage, før pengene er på din konto.[ Spørgsmål? Ring på {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Der er opstået et problem med leveringen af din ordre[ #{order_number}].[ Årsag: {reason}.][ Brug for hjælp? Ring på {support_phone}.][ Se mere: {tracking}]',
	},
	reasons: {
		address: 'ufuldstændig eller forkert adresse',
		nobody_home: 'der var ingen til at tage imod',
		closed: 'virksomheden var lukket',
		refused: 'leveringen blev afvist',
		customs: 'toldbehandling',
		payment_due: 'manglende betaling',
		weather: 'dårligt vejr',
		carrier_delay: 'forsinkelse hos transportøren',
		not_collected: 'pakken blev ikke hentet i tide',
		lost: 'pakken er bortkommet',
		damaged: 'pakken er beskadiget',
	},
	moreItems: 'og {count} mere',
	parcel: 'Pakke {index} af {count}',
	statuses: {
		awaiting_payment: 'afventer betaling',
		label_created: 'gøres klar til afsendelse',
		return_requested: 'retur anmeldt',
		confirmed: 'bekræftet',
		shipped: 'på vej',
		out_for_delivery: 'ude til levering',
		ready_for_pickup: 'klar til afhentning',
		delivered: 'leveret',
		delayed: 'forsinket',
		failed_attempt: 'leveringsforsøg mislykkedes',
		returned: 'på vej tilbage til os',
		cancelled: 'annulleret',
		refunded: 'refundering foretaget',
		exception: 'problem med leveringen',
	},
	answers: {
		optedOut: "[{brand}: ]Du er afmeldt og får ikke flere sms'er fra os. Send START for at få dem igen.",
		optedOutMarketing: '[{brand}: ]Du får ikke flere tilbud fra os på sms. Det gælder ikke beskeder om dine ordrer.',
		orderStopped: '[{brand}: ]Du får ikke flere beskeder om din ordre[ #{order_number}].',
		help: '[{brand}: ]Dette er vores butiks sms-service.[ Hjælp: {support_phone}.] Antallet af beskeder varierer. Afmeld med STOP.[ Se mere: {shop_url}]',
		started: "[{brand}: ]Velkommen tilbage! Du får sms'er fra os igen. Afmeld med STOP.",
		orderStatus:
			'[{brand}: ]Din ordre[ #{order_number}]: {status}.[ Forventet levering: {eta}.][ Følg pakken: {tracking}][ Spørgsmål? Ring på {support_phone}.]',
		orderList: '[{brand}: ]Dine ordrer: {orders}.[ Spørgsmål? Ring på {support_phone}.]',
		noOrder: '[{brand}: ]Vi fandt ingen åben ordre på dit nummer.[ Spørgsmål? Ring på {support_phone}.]',
		acknowledgement: '[{brand}: ]Tak, vi har modtaget din besked.[ Haster det? Ring på {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Der kan være takst for beskeder og data.',
	optIn: {
		askByReply: {
			marketing: 'Svar JA for at få vores tilbud på sms.',
			survey: 'Svar JA for at få vores korte spørgeskemaer på sms.',
		},
		askByCode: {
			marketing: '{one_time_code} er din kode til at få vores tilbud på sms.',
			survey: '{one_time_code} er din kode til at få vores korte spørgeskemaer på sms.',
		},
		askByEither: {
			marketing: 'Svar JA eller indtast koden {one_time_code} for at få vores tilbud på sms.',
			survey: 'Svar JA eller indtast koden {one_time_code} for at få vores korte spørgeskemaer på sms.',
		},
		reminder: 'Påmindelse: ',
		confirmed: {
			marketing: 'Tak, du får nu vores tilbud på sms.',
			survey: 'Tak, du får nu vores korte spørgeskemaer på sms.',
		},
		frequency: 'Højst {count} sms om måneden.',
		helpAndStop: 'HELP for hjælp, STOP for at afmelde.',
		phoneCheck:
			'{one_time_code} er din kode[ til {brand}]. Den gælder i {valid_minutes} min. Giv den aldrig til andre.',
	},
	codeValues: { freeShipping: 'gratis fragt', points: '{count} point', gift: 'en gave' },
	campaign: {
		birthdayGift:
			'Tillykke med fødselsdagen[, {first_name}]! Vores gave: [{code_value}, ]kode {code}[, gælder til og med {code_expiry}].',
		winBack:
			'Vi vil gerne se dig igen[, {first_name}]![ Til din næste ordre: [{code_value}, ]kode {code}[, gælder til og med {code_expiry}].]',
		optOut: 'Afmeld med STOP.',
		unsubscribe: 'Afmeld: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: "Vil du ikke have flere sms'er fra os til {phone}? Beskeder om dine ordrer stopper også.",
		askOffers: 'Vil du ikke have flere tilbud fra os på sms til {phone}?',
		button: 'Afmeld',
		done: "Du får ikke flere sms'er fra os til {phone}.",
		back: 'Var det en fejl? Send START til vores nummer, eller kontakt os.',
		unknown: 'Dette link virker ikke. Kontakt os for at afmelde dig.',
	},
};
