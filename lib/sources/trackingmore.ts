// TrackingMore: webhooks {code, data} and answers of its API v3 and v4. https://www.trackingmore.com/docs/trackingmore/

import { EMPTY_EVENT } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { parcelLookUp } from './protocols/look-up';
import { etaIn, type Meaning, parcelOf, refined } from './protocols/parcels';
import { countryOf, entryOf, field, firstNameOf, has, idOf, phonesOf, textOf, timeOf } from './read';
import { type Source } from './source';

/** https://www.trackingmore.com/docs/logistics_status.php */
const STATUS: Readonly<Record<string, Stage | null>> = {
	pending: null,
	notfound: null,
	inforeceived: 'label_created',
	transit: 'shipped',
	pickup: 'out_for_delivery', // "also known as Out For Delivery"
	delivered: 'delivered',
	undelivered: 'failed_attempt', // "also known as Failed Attempt"
	exception: 'exception',
	expired: null,
};

/** Only those that say more than their status. https://www.trackingmore.com/docs/logistics_status.php */
const SUBSTATUS: Readonly<Record<string, Meaning>> = {
	notfound001: { stage: 'label_created' }, // waits to be picked up
	pickup002: { stage: 'ready_for_pickup' },
	pickup003: { stage: 'shipped' }, // the customer was asked first
	undelivered001: { reason: 'address' },
	undelivered002: { reason: 'nobody_home' },
	exception004: { reason: 'not_collected' },
	exception006: { reason: 'customs' },
	exception008: { stage: null }, // cancelled before it was sent; that is no word about the order
	exception009: { reason: 'refused' },
	exception010: { stage: 'returned' },
	exception011: { stage: 'returned' },
};

export const trackingmore: Source = {
	id: 'trackingmore',
	name: 'TrackingMore',
	detect: (payload) => (has(payload, 'delivery_status', 'courier_code', 'tracking_number') ? 1 : 0),
	parse(payload, context) {
		const status = textOf(payload.delivery_status);
		const sub = textOf(payload.substatus);
		const country = countryOf(payload.destination_country, payload.destination);
		const firstName = firstNameOf(payload.customer_name);
		const phones = phonesOf(
			['customer_phone', 'customer_sms'].map((path) => ({ path, raw: field(payload, path), country, firstName })),
		);
		const reading = refined(
			entryOf(STATUS, status),
			// a sub-status of another status is the older word
			sub && status && sub.startsWith(status) ? entryOf(SUBSTATUS, sub) : undefined,
			`delivery_status = ${status ?? 'none'}${sub ? `, substatus = ${sub}` : ''}`,
		);
		return [
			{
				...EMPTY_EVENT,
				source: 'trackingmore',
				topic: context.topic,
				...reading,
				// spelled so in v3 and v4
				occurredAt: timeOf(payload.lastest_checkpoint_time) ?? timeOf(payload.latest_checkpoint_time),
				orderNumber: idOf(payload.order_number),
				firstName,
				phones,
				country,
				trackings: parcelOf(payload.tracking_number, undefined, payload.courier_code),
				eta: etaIn(reading.stage, payload.scheduled_delivery_date),
				...(phones.length > 0 ? {} : parcelLookUp('TrackingMore')),
			},
		];
	},
};
