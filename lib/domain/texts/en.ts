import { type LanguageTexts } from './texts';

export const en: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Thank you[, {first_name}]! Your order[ #{order_number}] is confirmed[ (total {total})].[ Questions? Call {support_phone}.]',
		shipped:
			'[{brand}: ]Great news! Your order[ #{order_number}] has been shipped.[ Track here: {tracking}][ Expected on {eta_date}.]',
		out_for_delivery:
			'[{brand}: ]Your order[ #{order_number}] is out for delivery today![ Expect it by {eta_time}.][ For any issues, call {support_phone}.][ Track here: {tracking}]',
		ready_for_pickup:
			'[{brand}: ]Your order[ #{order_number}] is ready for pickup.[ Details: {tracking}][ Questions? Call {support_phone}.]',
		delivered:
			'[{brand}: ]Your order[ #{order_number}] has been delivered. Enjoy![ Anything wrong? Call {support_phone}.]',
		delayed:
			'[{brand}: ]Delivery update: your order[ #{order_number}] is slightly delayed[ due to {reason}].[ New estimated delivery: {eta_date}.][ Track here: {tracking}][ Questions? Call {support_phone}.]',
		failed_attempt:
			'[{brand}: ]We tried but could not deliver your order[ #{order_number}].[ Reason: {reason}.][ New estimated delivery: {eta_date}.][ Details: {tracking}][ Questions? Call {support_phone}.]',
		returned:
			'[{brand}: ]Your order[ #{order_number}] is on its way back to us.[ Reason: {reason}.][ Need help? Call {support_phone}.][ Details: {tracking}]',
		cancelled: '[{brand}: ]Your order[ #{order_number}] has been cancelled.[ Questions? Call {support_phone}.]',
		refunded:
			'[{brand}: ]We have issued a refund[ of {refund_amount}] for your order[ #{order_number}]. It may take a few days to reach your account.[ Questions? Call {support_phone}.]',
		exception:
			'[{brand}: ]There is a problem with the delivery of your order[ #{order_number}].[ Reason: {reason}.][ Need help? Call {support_phone}.][ Details: {tracking}]',
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
};
