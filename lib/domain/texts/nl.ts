import { type LanguageTexts } from './texts';

export const nl: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Bedankt[, {first_name}]! Je bestelling[ #{order_number}] is bevestigd[ (totaal: {total})].[ Vragen? Bel {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Goed nieuws! Je bestelling[ #{order_number}] is verzonden.[ Track & trace: {tracking}][ Verwachte bezorging: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Je bestelling[ #{order_number}] wordt vandaag bezorgd![ Naar verwachting uiterlijk om {eta_time} uur.][ Problemen? Bel {support_phone}.][ Track & trace: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Je kunt je bestelling[ #{order_number}] nu ophalen.[ Details: {tracking}][ Vragen? Bel {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Je bestelling[ #{order_number}] is bezorgd. Veel plezier ermee![ Klopt er iets niet? Bel {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Update over je levering: je bestelling[ #{order_number}] heeft wat vertraging.[ Reden: {reason}.][ Nieuwe verwachte bezorging: {eta_date}.][ Track & trace: {tracking}][ Vragen? Bel {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Het is niet gelukt om je bestelling[ #{order_number}] te bezorgen.[ Reden: {reason}.][ Nieuwe verwachte bezorging: {eta_date}.][ Details: {tracking}][ Vragen? Bel {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Je bestelling[ #{order_number}] wordt naar ons teruggestuurd.[ Reden: {reason}.][ Hulp nodig? Bel {support_phone}.][ Details: {tracking}]',
		cancelled: '[{brand}: ]Je bestelling[ #{order_number}] is geannuleerd.[ Vragen? Bel {support_phone}.]',
		refunded:
			'[{brand}: ]We hebben[ {refund_amount} voor] je bestelling[ #{order_number}] terugbetaald. Het kan een paar dagen duren voordat het geld op je rekening staat.[ Vragen? Bel {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Er is een probleem met de bezorging van je bestelling[ #{order_number}].[ Reden: {reason}.][ Hulp nodig? Bel {support_phone}.][ Details: {tracking}]',
	},
	reasons: {
		address: 'onvolledig of onjuist adres',
		nobody_home: 'er was niemand aanwezig',
		closed: 'het bedrijf was gesloten',
		refused: 'het pakket is geweigerd',
		customs: 'afhandeling door de douane',
		payment_due: 'openstaande betaling',
		weather: 'slecht weer',
		carrier_delay: 'oponthoud bij de bezorgdienst',
		not_collected: 'niet op tijd opgehaald',
		lost: 'het pakket is zoekgeraakt',
		damaged: 'het pakket is beschadigd',
	},
	moreItems: 'en nog {count}',
	parcel: 'Pakket {index} van {count}',
	statuses: {
		awaiting_payment: 'wacht op betaling',
		label_created: 'wordt verzendklaar gemaakt',
		return_requested: 'retour aangevraagd',
		confirmed: 'bevestigd',
		shipped: 'onderweg',
		out_for_delivery: 'onderweg met de bezorger',
		ready_for_pickup: 'klaar om op te halen',
		delivered: 'bezorgd',
		delayed: 'vertraagd',
		failed_attempt: 'bezorgpoging mislukt',
		returned: 'onderweg terug naar ons',
		cancelled: 'geannuleerd',
		refunded: 'terugbetaling uitgevoerd',
		exception: 'probleem met de bezorging',
	},
	answers: {
		optedOut: "[{brand}: ]Je bent afgemeld en krijgt geen sms'jes meer van ons. Stuur START om ze weer te ontvangen.",
		optedOutMarketing:
			'[{brand}: ]Je krijgt geen aanbiedingen meer van ons per sms. Dit geldt niet voor berichten over je bestellingen.',
		orderStopped: '[{brand}: ]Je krijgt geen berichten meer over je bestelling[ #{order_number}].',
		help: '[{brand}: ]Dit is de sms-service van onze winkel.[ Hulp: {support_phone}.] Het aantal berichten varieert. Stuur STOP om je af te melden.[ Meer: {shop_url}]',
		started: '[{brand}: ]Welkom terug! Je krijgt weer berichten van ons. Stuur STOP om je af te melden.',
		orderStatus:
			'[{brand}: ]Je bestelling[ #{order_number}]: {status}.[ Verwachte bezorging: {eta}.][ Track & trace: {tracking}][ Vragen? Bel {support_phone}.]',
		orderList: '[{brand}: ]Je bestellingen: {orders}.[ Vragen? Bel {support_phone}.]',
		noOrder: '[{brand}: ]We hebben geen lopende bestelling bij je nummer gevonden.[ Vragen? Bel {support_phone}.]',
		acknowledgement: '[{brand}: ]Bedankt, we hebben je bericht ontvangen.[ Dringend? Bel {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Er kunnen kosten voor berichten en data gelden.',
	optIn: {
		askByReply: {
			marketing: 'Antwoord JA om onze aanbiedingen per sms te ontvangen.',
			survey: 'Antwoord JA om onze korte vragenlijsten per sms te ontvangen.',
		},
		askByCode: {
			marketing: '{one_time_code} is je code om onze aanbiedingen per sms te ontvangen.',
			survey: '{one_time_code} is je code om onze korte vragenlijsten per sms te ontvangen.',
		},
		askByEither: {
			marketing: 'Antwoord JA of voer code {one_time_code} in om onze aanbiedingen per sms te ontvangen.',
			survey: 'Antwoord JA of voer code {one_time_code} in om onze korte vragenlijsten per sms te ontvangen.',
		},
		reminder: 'Herinnering: ',
		confirmed: {
			marketing: 'Bedankt, je krijgt onze aanbiedingen per sms.',
			survey: 'Bedankt, je krijgt onze korte vragenlijsten per sms.',
		},
		frequency: 'Maximaal {count} sms per maand.',
		helpAndStop: 'HELP voor hulp, STOP om te stoppen.',
		phoneCheck: '{one_time_code} is je code[ voor {brand}]. Geldig: {valid_minutes} min. Deel de code met niemand.',
	},
	codeValues: { freeShipping: 'gratis verzending', points: '{count} pnt', gift: 'een cadeau' },
	campaign: {
		birthdayGift:
			'Gefeliciteerd met je verjaardag[, {first_name}]! Ons cadeau: [{code_value}, ]code {code}[, geldig tot en met {code_expiry}].',
		winBack:
			'We zien je graag terug[, {first_name}]![ Voor je volgende bestelling: [{code_value}, ]code {code}[, geldig tot en met {code_expiry}].]',
		optOut: 'Stuur STOP om je af te melden.',
		unsubscribe: 'Afmelden: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: "Wil je geen sms'jes meer van ons op {phone}? Ook berichten over je bestellingen stoppen dan.",
		askOffers: 'Wil je geen aanbiedingen meer van ons per sms op {phone}?',
		button: 'Afmelden',
		done: "Je krijgt geen sms'jes meer van ons op {phone}.",
		back: 'Was dit een vergissing? Stuur START naar ons nummer of neem contact met ons op.',
		unknown: 'Deze link werkt niet. Neem contact met ons op om je af te melden.',
	},
};
