import { type LanguageTexts } from './texts';

export const en: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Thank you[, {first_name}]! Your order[ #{order_number}] is confirmed[ (total {total})].[ Questions? Call {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Great news! Your order[ #{order_number}] has been shipped.[ Track here: {tracking}][ Expected on {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Your order[ #{order_number}] is out for delivery today![ Expect it by {eta_time}.][ For any issues, call {support_phone}.][ Track here: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Your order[ #{order_number}] is ready for pickup.[ Details: {tracking}][ Questions? Call {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Your order[ #{order_number}] has been delivered. Enjoy![ Anything wrong? Call {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Delivery update: your order[ #{order_number}] is slightly delayed[ due to {reason}].[ New estimated delivery: {eta_date}.][ Track here: {tracking}][ Questions? Call {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]We tried but could not deliver your order[ #{order_number}].[ Reason: {reason}.][ New estimated delivery: {eta_date}.][ Details: {tracking}][ Questions? Call {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Your order[ #{order_number}] is on its way back to us.[ Reason: {reason}.][ Need help? Call {support_phone}.][ Details: {tracking}]',
		cancelled: '[{brand}: ]Your order[ #{order_number}] has been cancelled.[ Questions? Call {support_phone}.]',
		refunded:
			'[{brand}: ]We have issued a refund[ of {refund_amount}] for your order[ #{order_number}]. It may take a few days to reach your account.[ Questions? Call {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]There is a problem with the delivery of your order[ #{order_number}].[ Reason: {reason}.][ Need help? Call {support_phone}.][ Details: {tracking}]',
	},
	reasons: {
		address: 'an incomplete or wrong address',
		nobody_home: 'nobody was there to receive it',
		closed: 'the business was closed',
		refused: 'delivery was refused',
		customs: 'customs clearance',
		payment_due: 'an outstanding payment',
		weather: 'bad weather',
		carrier_delay: 'a hold-up at the carrier',
		not_collected: 'it was not collected in time',
		lost: 'the parcel was lost',
		damaged: 'the parcel was damaged',
	},
	moreItems: '+ {count} more',
	parcel: 'Parcel {index} of {count}',
	statuses: {
		awaiting_payment: 'waiting for payment',
		label_created: 'being prepared for shipping',
		return_requested: 'return requested',
		confirmed: 'confirmed',
		shipped: 'on its way',
		out_for_delivery: 'out for delivery',
		ready_for_pickup: 'ready for pickup',
		delivered: 'delivered',
		delayed: 'delayed',
		failed_attempt: 'delivery attempt failed',
		returned: 'on its way back to us',
		cancelled: 'cancelled',
		refunded: 'refund issued',
		exception: 'problem with the delivery',
	},
	answers: {
		optedOut: '[{brand}: ]You are unsubscribed and will get no more texts from us. Text START to get them again.',
		optedOutMarketing:
			'[{brand}: ]You will get no more offers from us by text. Texts about your orders are not affected.',
		orderStopped: '[{brand}: ]You will get no more texts about your order[ #{order_number}].',
		help: "[{brand}: ]This is our shop's text service.[ Need help? Call {support_phone}.] Msg frequency varies. Reply STOP to opt out.[ More: {shop_url}]",
		started: '[{brand}: ]Welcome back! You will get texts from us again. Reply STOP to opt out.',
		orderStatus:
			'[{brand}: ]Your order[ #{order_number}]: {status}.[ Expected delivery: {eta}.][ Track here: {tracking}][ Questions? Call {support_phone}.]',
		orderList: '[{brand}: ]Your orders: {orders}.[ Questions? Call {support_phone}.]',
		noOrder: '[{brand}: ]We found no open order for your number.[ Questions? Call {support_phone}.]',
		acknowledgement: '[{brand}: ]Thank you, we have received your message.[ Urgent? Call {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Msg & data rates may apply.',
	optIn: {
		askByReply: {
			marketing: 'Reply YES to get our offers by SMS.',
			survey: 'Reply YES to get our short surveys by SMS.',
		},
		askByCode: {
			marketing: '{one_time_code} is your code to get our offers by SMS.',
			survey: '{one_time_code} is your code to get our short surveys by SMS.',
		},
		askByEither: {
			marketing: 'Reply YES or enter the code {one_time_code} to get our offers by SMS.',
			survey: 'Reply YES or enter the code {one_time_code} to get our short surveys by SMS.',
		},
		reminder: 'A reminder: ',
		confirmed: {
			marketing: 'Thank you, you will get our offers by SMS.',
			survey: 'Thank you, you will get our short surveys by SMS.',
		},
		frequency: 'Msg frequency: max. {count} a month.',
		helpAndStop: 'HELP for help, STOP to end.',
		phoneCheck:
			'{one_time_code} is your code[ for {brand}]. It is valid for {valid_minutes} min. Never tell it to anyone.',
	},
	codeValues: { freeShipping: 'free shipping', points: '{count} pts', gift: 'a gift' },
	campaign: {
		birthdayGift:
			'Happy birthday[, {first_name}]! A gift from us: [{code_value}, ]code {code}[, valid until {code_expiry}].',
		winBack:
			'We would love to see you again[, {first_name}]![ For your next order: [{code_value}, ]code {code}[, valid until {code_expiry}].]',
		optOut: 'Reply STOP to opt out.',
		unsubscribe: 'Unsubscribe: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Do you want no more texts from us to {phone}? Texts about your orders will end too.',
		askOffers: 'Do you want no more offers from us by text to {phone}?',
		button: 'Stop texts',
		done: 'You will get no more texts from us to {phone}.',
		back: 'Was this a mistake? Text START to our number, or contact us.',
		unknown: 'This link does not work. To get no more texts, contact us.',
	},
};
