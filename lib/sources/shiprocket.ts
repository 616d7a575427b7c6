// Shiprocket: tracking webhooks. Its help says which fields there are; the statuses are those of its panel.
// https://www.shiprocket.in/knowledgebase/order-shipment-manifest-statuses/

import { EMPTY_EVENT } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { parcelLookUp } from './protocols/look-up';
import { etaIn, type Meaning, parcelOf, refined } from './protocols/parcels';
import { entryOf, type Fields, firstText, has, idOf, textOf, timeOf } from './read';
import { type Source } from './source';

/**
 * https://www.shiprocket.in/knowledgebase/order-shipment-manifest-statuses/ — in capitals, words apart. What begins with "RTO"
 * goes back to the shop (return to origin).
 */
const STATUS: Readonly<Record<string, Stage | null>> = {
	NEW: null,
	INVOICED: null,
	'AWB ASSIGNED': 'label_created',
	'LABEL GENERATED': 'label_created',
	'READY TO SHIP': 'label_created',
	'PICKUP SCHEDULED': 'label_created',
	'PICKUP GENERATED': 'label_created',
	'PICKUP QUEUED': 'label_created',
	'PICKUP RESCHEDULED': 'label_created',
	'PICKUP ERROR': 'label_created',
	'PICKUP EXCEPTION': 'label_created',
	'PICKUP BOOKED': 'label_created',
	'SHIPMENT BOOKED': 'label_created',
	'MANIFEST GENERATED': 'label_created',
	'OUT FOR PICKUP': 'label_created',
	'PICKED UP': 'shipped',
	SHIPPED: 'shipped',
	'IN TRANSIT': 'shipped',
	'REACHED AT DESTINATION HUB': 'shipped',
	'OUT FOR DELIVERY': 'out_for_delivery',
	DELIVERED: 'delivered',
	UNDELIVERED: 'failed_attempt',
	DELAYED: 'delayed',
	MISROUTED: 'delayed',
	LOST: 'exception',
	DAMAGED: 'exception',
	DESTROYED: 'exception',
	CANCELED: 'cancelled',
	CANCELLED: 'cancelled',
	'CANCELLATION REQUESTED': null,
	'RTO INITIATED': 'returned',
	'RTO IN TRANSIT': 'returned',
	'RTO NDR': 'returned',
	'RTO OFD': 'returned',
	'RTO DELIVERED': 'returned',
	'RTO ACKNOWLEDGED': 'returned',
};

const CAUSE: Readonly<Record<string, Meaning>> = {
	LOST: { reason: 'lost' },
	DAMAGED: { reason: 'damaged' },
	MISROUTED: { reason: 'carrier_delay' },
};

export const shiprocket: Source = {
	id: 'shiprocket',
	name: 'Shiprocket',
	detect: (payload) =>
		has(payload, 'awb', 'current_status') &&
		['shipment_status_id', 'current_status_id', 'scans'].some((name) => has(payload, name))
			? 1
			: 0,
	parse(payload, context) {
		const said = firstText(payload.current_status, payload.shipment_status);
		const word = said?.toUpperCase().replace(/[\s_-]+/g, ' ');
		// what the customer sends back
		const isReturn = payload.is_return === true || textOf(payload.is_return) === '1';
		const reading = refined(
			isReturn ? null : entryOf(STATUS, word),
			isReturn ? undefined : entryOf(CAUSE, word),
			`current_status = ${said ?? 'none'}${isReturn ? ', is_return' : ''}`,
		);
		return [
			{
				...EMPTY_EVENT,
				source: 'shiprocket',
				topic: context.topic,
				...reading,
				occurredAt: timeInIndia(payload.current_timestamp),
				orderNumber: orderNumberOf(payload),
				trackings: parcelOf(payload.awb, undefined, payload.courier_name),
				eta: etaIn(reading.stage, payload.etd),
				...parcelLookUp('Shiprocket'),
			},
		];
	},
};

/** Where Shiprocket's own id has a field of its own, order_id is the shop's. */
const orderNumberOf = (payload: Fields): string | undefined =>
	idOf(payload.channel_order_id) ?? (has(payload, 'sr_order_id') ? idOf(payload.order_id) : undefined);

/** "23 05 2023 11:43:52" or "2021-07-02 16:41:59", both by the clocks of India. */
function timeInIndia(value: unknown): number | undefined {
	const text = textOf(value)?.replace(/^(\d{2}) (\d{2}) (\d{4}) /, '$3-$2-$1 ');
	return timeOf(text && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text) ? `${text.replace(' ', 'T')}+05:30` : undefined);
}
