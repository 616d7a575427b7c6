import { type LanguageTexts } from './texts';

export const nb: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Takk[, {first_name}]! Din bestilling[ #{order_number}] er bekreftet[ (totalt {total})].[ Spørsmål? Ring {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Gode nyheter! Din bestilling[ #{order_number}] er sendt.[ Spor pakken: {tracking}][ Forventet levering: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Din bestilling[ #{order_number}] er ute for levering i dag![ Forventet ankomst: innen kl. {eta_time}.][ Problemer? Ring {support_phone}.][ Spor pakken: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Din bestilling[ #{order_number}] er klar til henting.[ Mer info: {tracking}][ Spørsmål? Ring {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Din bestilling[ #{order_number}] er levert. Håper du blir fornøyd![ Er noe galt? Ring {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Leveringsinfo: Din bestilling[ #{order_number}] er litt forsinket.[ Årsak: {reason}.][ Ny forventet levering: {eta_date}.][ Spor pakken: {tracking}][ Spørsmål? Ring {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Vi forsøkte å levere bestillingen din[ #{order_number}], men lyktes ikke.[ Årsak: {reason}.][ Ny forventet levering: {eta_date}.][ Mer info: {tracking}][ Spørsmål? Ring {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Din bestilling[ #{order_number}] er på vei tilbake til oss.[ Årsak: {reason}.][ Trenger du hjelp? Ring {support_phone}.][ Mer info: {tracking}]',
		cancelled: '[{brand}: ]Din bestilling[ #{order_number}] er kansellert.[ Spørsmål? Ring {support_phone}.]',
		refunded:
			'[{brand}: ]Vi har refundert[ {refund_amount} for] din bestilling[ #{order_number}]. Det kan ta noen dager før pengene er på kontoen din.[ Spørsmål? Ring {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Det har oppstått et problem med leveringen av din bestilling[ #{order_number}].[ Årsak: {reason}.][ Trenger du hjelp? Ring {support_phone}.][ Mer info: {tracking}]',
	},
	reasons: {
		address: 'ufullstendig eller feil adresse',
		nobody_home: 'ingen var til stede for å ta imot',
		closed: 'bedriften var stengt',
		refused: 'leveringen ble avvist',
		customs: 'tollbehandling',
		payment_due: 'utestående betaling',
		weather: 'dårlig vær',
		carrier_delay: 'forsinkelse hos transportøren',
		not_collected: 'pakken ble ikke hentet i tide',
		lost: 'pakken har kommet bort',
		damaged: 'pakken er skadet',
	},
	moreItems: 'og {count} til',
	parcel: 'Pakke {index} av {count}',
	statuses: {
		awaiting_payment: 'venter på betaling',
		label_created: 'gjøres klar for sending',
		return_requested: 'retur forespurt',
		confirmed: 'bekreftet',
		shipped: 'på vei',
		out_for_delivery: 'ute for levering',
		ready_for_pickup: 'klar til henting',
		delivered: 'levert',
		delayed: 'forsinket',
		failed_attempt: 'leveringsforsøk mislyktes',
		returned: 'på vei tilbake til oss',
		cancelled: 'kansellert',
		refunded: 'refusjon utført',
		exception: 'problem med leveringen',
	},
	answers: {
		optedOut: '[{brand}: ]Du er avmeldt og får ikke flere meldinger fra oss. Send START for å få dem igjen.',
		optedOutMarketing:
			'[{brand}: ]Du får ikke flere tilbud fra oss på SMS. Det gjelder ikke meldinger om bestillingene dine.',
		orderStopped: '[{brand}: ]Du får ikke flere meldinger om bestillingen din[ #{order_number}].',
		help: '[{brand}: ]Dette er butikkens SMS-tjeneste.[ Hjelp: {support_phone}.] Antall meldinger varierer. Send STOP for å melde deg av.[ Mer info: {shop_url}]',
		started: '[{brand}: ]Velkommen tilbake! Du får meldinger fra oss igjen. Send STOP for å melde deg av.',
		orderStatus:
			'[{brand}: ]Din bestilling[ #{order_number}]: {status}.[ Forventet levering: {eta}.][ Spor pakken: {tracking}][ Spørsmål? Ring {support_phone}.]',
		orderList: '[{brand}: ]Dine bestillinger: {orders}.[ Spørsmål? Ring {support_phone}.]',
		noOrder: '[{brand}: ]Vi fant ingen åpen bestilling på nummeret ditt.[ Spørsmål? Ring {support_phone}.]',
		acknowledgement: '[{brand}: ]Takk, vi har mottatt meldingen din.[ Haster det? Ring {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Kostnader for meldinger og data kan påløpe.',
	optIn: {
		askByReply: {
			marketing: 'Svar JA for å få tilbudene våre på SMS.',
			survey: 'Svar JA for å få de korte undersøkelsene våre på SMS.',
		},
		askByCode: {
			marketing: '{one_time_code} er koden din for å få tilbudene våre på SMS.',
			survey: '{one_time_code} er koden din for å få de korte undersøkelsene våre på SMS.',
		},
		askByEither: {
			marketing: 'Svar JA eller tast inn koden {one_time_code} for å få tilbudene våre på SMS.',
			survey: 'Svar JA eller tast inn koden {one_time_code} for å få de korte undersøkelsene våre på SMS.',
		},
		reminder: 'Påminnelse: ',
		confirmed: {
			marketing: 'Takk, du får tilbudene våre på SMS.',
			survey: 'Takk, du får de korte undersøkelsene våre på SMS.',
		},
		frequency: 'Maks. {count} SMS i måneden.',
		helpAndStop: 'HELP for hjelp, STOP for å avslutte.',
		phoneCheck: '{one_time_code} er koden din[ for {brand}]. Den gjelder i {valid_minutes} min. Ikke del den med noen.',
	},
	codeValues: { freeShipping: 'gratis frakt', points: '{count} poeng', gift: 'en gave' },
	campaign: {
		birthdayGift:
			'Gratulerer med dagen[, {first_name}]! Vår gave: [{code_value}, ]kode {code}[, gyldig til og med {code_expiry}].',
		winBack:
			'Vi vil gjerne se deg igjen[, {first_name}]![ Til din neste bestilling: [{code_value}, ]kode {code}[, gyldig til og med {code_expiry}].]',
		optOut: 'Send STOP for å melde deg av.',
		unsubscribe: 'Avmelding: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Vil du ikke ha flere meldinger fra oss til {phone}? Meldinger om bestillingene dine stopper også.',
		askOffers: 'Vil du ikke ha flere tilbud fra oss på SMS til {phone}?',
		button: 'Meld meg av',
		done: 'Du får ikke flere meldinger fra oss til {phone}.',
		back: 'Var det en feil? Send START til nummeret vårt, eller kontakt oss.',
		unknown: 'Denne lenken virker ikke. Kontakt oss for å melde deg av.',
	},
};
