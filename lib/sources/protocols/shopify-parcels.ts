// What Shopify says about parcels: fulfillments and fulfillment events.

import { EMPTY_EVENT, type OrderEvent, type StageReading, type Tracking } from '../../domain/order-event';
import { type Stage } from '../../domain/stages';
import {
	countryOf,
	entryOf,
	eventPerParcel,
	type Fields,
	fieldsOf,
	givenNameOf,
	idOf,
	itemsOf,
	linkOf,
	listOf,
	phonesOf,
	textOf,
	timeOf,
	wordOf,
} from '../read';

/**
 * How far a parcel is: a fulfillment's shipment_status, a fulfillment event's status, and (lower-cased) a GraphQL
 * fulfillment's displayStatus, whose "submitted" and "label_voided" tell a customer nothing.
 * https://shopify.dev/docs/api/admin-rest/latest/resources/fulfillmentevent
 * https://shopify.dev/docs/api/admin-graphql/latest/enums/FulfillmentDisplayStatus
 */
const SHIPMENT_STATUS: Readonly<Record<string, Stage>> = {
	label_purchased: 'label_created',
	label_printed: 'label_created',
	confirmed: 'label_created',
	carrier_picked_up: 'shipped',
	in_transit: 'shipped',
	fulfilled: 'shipped',
	marked_as_fulfilled: 'shipped',
	out_for_delivery: 'out_for_delivery',
	attempted_delivery: 'failed_attempt',
	ready_for_pickup: 'ready_for_pickup',
	delivered: 'delivered',
	picked_up: 'delivered',
	delayed: 'delayed',
	failure: 'exception',
	not_delivered: 'exception',
};

/**
 * What became of the request to send something, a fulfillment's own `status`: its "success" is no delivery. "pending" and
 * "open" are with the fulfillment service, which has not sent anything yet.
 * https://shopify.dev/docs/api/admin-rest/latest/resources/fulfillment
 */
const FULFILLMENT_STATUS: Readonly<Record<string, Stage>> = {
	pending: 'label_created',
	open: 'label_created',
	success: 'shipped',
};

/** A fulfillment in one of these states is no parcel on its way, whatever its shipment_status was before. */
const DEAD_FULFILLMENT = new Set(['cancelled', 'canceled', 'error', 'failure']);

export const isAlive = (fulfillment: Fields) =>
	!DEAD_FULFILLMENT.has(wordOf(fulfillment.status)) && wordOf(fulfillment.shipment_status) !== 'canceled';

export function parcelStage(fulfillment: Fields): StageReading {
	const shipment = wordOf(fulfillment.shipment_status);
	if (shipment && isAlive(fulfillment)) {
		return { stage: entryOf(SHIPMENT_STATUS, shipment) ?? null, stageEvidence: `shipment_status = ${shipment}` };
	}
	const status = wordOf(fulfillment.status);
	const stageEvidence = `fulfillment status = ${status || 'none'}`;
	return { stage: entryOf(FULFILLMENT_STATUS, status) ?? null, stageEvidence };
}

/** Its parcels: most have one number, some several, a local delivery none. */
export function trackingsOf(fulfillment: Fields): Tracking[] {
	const company = textOf(fulfillment.tracking_company);
	const numbers = listOf(fulfillment.tracking_numbers);
	const urls = listOf(fulfillment.tracking_urls);
	return (numbers.length > 0 ? numbers : [fulfillment.tracking_number])
		.map((number, index) => ({
			number: idOf(number) ?? (index === 0 ? idOf(fulfillment.tracking_number) : undefined),
			url: linkOf(urls[index]) ?? (index === 0 ? linkOf(fulfillment.tracking_url) : undefined),
			company,
		}))
		.filter(({ number, url }) => number || url);
}

/** The phone of an address block. */
export const personPhone = (path: string, person: Fields) => ({
	path: `${path}.phone`,
	raw: person.phone,
	country: countryOf(person.country_code),
	firstName: givenNameOf(person.first_name),
});

export const lookUpOrder = (orderId: string | undefined) =>
	`This Shopify event carries no phone number. Look the order up first: Shopify node, Order → Get${orderId ? `, order ID ${orderId}` : ''} (GET /orders/${orderId ?? '{order_id}'}.json), or let this node see the order's own events before: it remembers them.`;

export function parseFulfillment(fulfillment: Fields): OrderEvent[] {
	const destination = fieldsOf(fulfillment.destination);
	const orderId = idOf(fulfillment.order_id);
	const phones = phonesOf([personPhone('destination', destination)]);
	return eventPerParcel({
		...EMPTY_EVENT,
		source: 'shopify',
		fromShop: true,
		...parcelStage(fulfillment),
		occurredAt: timeOf(fulfillment.updated_at),
		// "#1001.1" is the first fulfillment of order "#1001"
		orderNumber: textOf(fulfillment.name)?.replace(/\.\d+$/, ''),
		orderId,
		firstName: givenNameOf(destination.first_name),
		phones,
		country: countryOf(destination.country_code),
		items: itemsOf(fulfillment.line_items, 'title'),
		trackings: trackingsOf(fulfillment),
		lookup: phones.length > 0 ? undefined : lookUpOrder(orderId),
	});
}

export function parseFulfillmentEvent(event: Fields, topic: string | undefined): OrderEvent {
	const status = wordOf(event.status);
	const isGone = topic === 'fulfillment_events/delete';
	const stage = isGone ? null : (entryOf(SHIPMENT_STATUS, status) ?? null);
	const isTrouble = stage === 'delayed' || stage === 'failed_attempt' || stage === 'exception';
	const orderId = idOf(event.order_id);
	return {
		...EMPTY_EVENT,
		source: 'shopify',
		fromShop: true,
		stage,
		stageEvidence: isGone ? `topic = ${topic}` : `status = ${status || 'none'}`,
		occurredAt: timeOf(event.happened_at),
		orderId, // its address is the place of the scan, not the customer's
		eta: textOf(event.estimated_delivery_at),
		reason: isTrouble ? textOf(event.message) : undefined,
		lookup: lookUpOrder(orderId),
	};
}
