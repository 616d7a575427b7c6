// What Shopify says about parcels: fulfillments and fulfillment events.

import { EMPTY_EVENT, type OrderEvent, type StageReading, type Tracking } from '../../domain/order-event';
import { type Stage } from '../../domain/stages';
import { type Reason } from '../../domain/texts/texts';
import {
	countryOf,
	type Fields,
	fieldsOf,
	firstText,
	givenNameOf,
	idOf,
	itemsOf,
	linkOf,
	listOf,
	phonesOf,
	textOf,
	timeOf,
} from '../read';

/**
 * How far a parcel is: a fulfillment's shipment_status, a fulfillment event's status, and (lower-cased) a GraphQL
 * fulfillment's displayStatus. https://shopify.dev/docs/api/admin-rest/latest/resources/fulfillmentevent
 *
 * Not to be confused with a fulfillment's own `status`: its "success" is no delivery and its "failure" no failed attempt.
 */
const SHIPMENT_STATUS: Readonly<Record<string, Stage>> = {
	label_purchased: 'label_created',
	label_printed: 'label_created',
	label_voided: 'label_created',
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

/** Why, where the status itself says so. */
const STATUS_REASON: Readonly<Record<string, Reason>> = { delayed: 'carrier_delay' };

/** A fulfillment in one of these states is no parcel on its way. */
const DEAD_FULFILLMENT = new Set(['cancelled', 'canceled', 'error', 'failure']);

export const isAlive = (fulfillment: Fields) => !DEAD_FULFILLMENT.has(textOf(fulfillment.status) ?? '');

export function parcelStage(fulfillment: Fields): StageReading {
	const status = textOf(fulfillment.shipment_status)?.toLowerCase();
	if (status) return { stage: SHIPMENT_STATUS[status] ?? null, stageEvidence: `shipment_status = ${status}` };
	return isAlive(fulfillment)
		? { stage: 'shipped', stageEvidence: 'a fulfillment was made' }
		: { stage: null, stageEvidence: `status = ${textOf(fulfillment.status)}` };
}

export function trackingsOf(fulfillment: Fields): Tracking[] {
	const company = textOf(fulfillment.tracking_company);
	const numbers = listOf(fulfillment.tracking_numbers);
	const urls = listOf(fulfillment.tracking_urls);
	const count = Math.max(numbers.length, urls.length, 1);
	return Array.from({ length: Math.min(count, 50) }, (_, index) => ({
		number: firstText(numbers[index], index === 0 ? fulfillment.tracking_number : undefined),
		url: linkOf(urls[index]) ?? (index === 0 ? linkOf(fulfillment.tracking_url) : undefined),
		company,
	})).filter(({ number, url }) => number || url);
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

export function parseFulfillment(fulfillment: Fields, topic: string | undefined): OrderEvent {
	const destination = fieldsOf(fulfillment.destination);
	const orderId = idOf(fulfillment.order_id);
	const phones = phonesOf(personPhone('destination', destination));
	return {
		...EMPTY_EVENT,
		source: 'shopify',
		fromShop: true,
		topic,
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
	};
}

export function parseFulfillmentEvent(event: Fields, topic: string | undefined): OrderEvent {
	const status = textOf(event.status)?.toLowerCase() ?? '';
	const stage = SHIPMENT_STATUS[status] ?? null;
	const isTrouble = stage === 'delayed' || stage === 'failed_attempt' || stage === 'exception';
	const orderId = idOf(event.order_id);
	return {
		...EMPTY_EVENT,
		source: 'shopify',
		fromShop: true,
		topic,
		stage,
		stageEvidence: `status = ${status}`,
		occurredAt: timeOf(event.happened_at),
		orderId, // its address is the place of the scan, not the customer's
		eta: textOf(event.estimated_delivery_at),
		reason: isTrouble ? textOf(event.message) : undefined,
		reasonCode: STATUS_REASON[status],
		lookup: lookUpOrder(orderId),
	};
}
