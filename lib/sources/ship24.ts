// Ship24: webhooks {trackings: [{tracker, shipment, events}]}, and the same of its API. https://docs.ship24.com/webhook

import { EMPTY_EVENT } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { parcelLookUp } from './protocols/look-up';
import { etaIn, parcelOf, reasonIn, refined } from './protocols/parcels';
import {
	at,
	countryOf,
	entryOf,
	field,
	type Fields,
	firstNameOf,
	has,
	idOf,
	isFields,
	listOf,
	textOf,
	timeOf,
} from './read';
import { type Source } from './source';

/** https://docs.ship24.com/status (statusMilestone) */
const MILESTONE: Readonly<Record<string, Stage | null>> = {
	pending: null,
	info_received: 'label_created',
	in_transit: 'shipped',
	out_for_delivery: 'out_for_delivery',
	failed_attempt: 'failed_attempt',
	available_for_pickup: 'ready_for_pickup',
	delivered: 'delivered',
	exception: 'exception',
};

export const ship24: Source = {
	id: 'ship24',
	name: 'Ship24',
	/** One tracking: a batch is opened before. */
	detect: (payload) =>
		isFields(payload.tracker) &&
		has(payload.tracker, 'trackingNumber') &&
		(has(payload, 'events') || has(payload, 'shipment'))
			? 1
			: 0,
	parse(payload, context) {
		const { tracker, shipment } = payload;
		const news = newestOf(listOf(payload.events));
		const milestone = textOf(at(shipment, 'statusMilestone')) ?? textOf(news.statusMilestone);
		const reading = refined(
			entryOf(MILESTONE, milestone),
			undefined,
			`statusMilestone = ${milestone ?? 'none'}`,
		);
		return [
			{
				...EMPTY_EVENT,
				source: 'ship24',
				topic: context.topic,
				eventId: textOf(news.eventId),
				...reading,
				occurredAt: timeOf(news.occurrenceDatetime),
				orderNumber: idOf(at(tracker, 'shipmentReference')),
				firstName: firstNameOf(at(shipment, 'recipient', 'name')),
				country: countryOf(at(shipment, 'destinationCountryCode')),
				trackings: parcelOf(at(tracker, 'trackingNumber'), undefined, news.courierCode),
				eta: etaIn(reading.stage, at(shipment, 'delivery', 'estimatedDeliveryDate')),
				reason: reasonIn(reading.stage, news.status),
				...parcelLookUp('Ship24'),
			},
		];
	},
};

/** A webhook brings the event that is the news; answers of the API bring all, in no order that can be relied on. */
function newestOf(events: readonly unknown[]): Fields {
	let newest: Fields = {};
	let time = -Infinity;
	for (const event of events) {
		const at = timeOf(field(event, 'occurrenceDatetime')) ?? 0;
		if (isFields(event) && at > time) [newest, time] = [event, at];
	}
	return newest;
}
