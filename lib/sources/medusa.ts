// Medusa 2 (and 1): the order, and the events that a subscriber passes on, which carry an id.
// https://docs.medusajs.com/resources/references/events  https://docs.medusajs.com/api/admin#orders

import { EMPTY_EVENT, type OrderEvent, type StageReading } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { orderLookUp } from './protocols/look-up';
import {
	countryOf,
	entryOf,
	eventPerParcel,
	field,
	type Fields,
	fieldsOf,
	givenNameOf,
	has,
	idOf,
	isFields,
	itemsOf,
	linkOf,
	listOf,
	phoneReader,
	phonesOf,
	textOf,
	timeOf,
	wordOf,
} from './read';
import { type Source, type SourceContext } from './source';

/** Of the many events, those that tell a customer something. */
const EVENTS: Readonly<Record<string, Stage>> = {
	'order.placed': 'confirmed',
	'order.canceled': 'cancelled',
	'shipment.created': 'shipped',
	'delivery.created': 'delivered',
};

/** fulfillment_status. "fulfilled" is packed, not sent; "partially_delivered" tells of some parcel, not which. */
const FULFILLMENT: Readonly<Record<string, Stage>> = {
	partially_shipped: 'shipped',
	shipped: 'shipped',
	delivered: 'delivered',
};

const WAITING = new Set(['not_fulfilled', 'partially_fulfilled', 'fulfilled']);

/** payment_status, while nothing is on its way. */
const PAYMENT: Readonly<Record<string, Stage>> = {
	not_paid: 'awaiting_payment',
	awaiting: 'awaiting_payment',
	requires_action: 'awaiting_payment',
	authorized: 'confirmed',
	partially_authorized: 'confirmed',
	captured: 'confirmed',
	partially_captured: 'confirmed',
	partially_refunded: 'confirmed',
};

const SUBJECT = /^(order|shipment|delivery)\.\w+$/;

/** What a subscriber gets: a name, and the id of what it is about; other systems send the whole resource along. */
const isEvent = (payload: Fields) =>
	typeof payload.name === 'string' &&
	SUBJECT.test(payload.name) &&
	isFields(payload.data) &&
	has(payload.data, 'id') &&
	Object.keys(payload.data).length <= 3;

const isOrder = (payload: Fields) =>
	has(payload, 'display_id', 'currency_code') &&
	(has(payload, 'fulfillment_status') || has(payload, 'shipping_address'));

export const medusa: Source = {
	id: 'medusa',
	name: 'Medusa',
	detect: (payload) => (isOrder(payload) ? 0.9 : isEvent(payload) ? 0.7 : 0),
	parse: (payload, context) => (isOrder(payload) ? parseOrder(payload, context) : [parseEvent(payload)]),
};

function parseEvent(payload: Fields): OrderEvent {
	const topic = textOf(payload.name) as string;
	const id = idOf(field(payload.data, 'id'));
	const orderId = topic.startsWith('order.') ? id : idOf(field(payload.data, 'order_id'));
	return {
		...EMPTY_EVENT,
		source: 'medusa',
		fromShop: true,
		topic,
		stage: entryOf(EVENTS, topic) ?? null,
		stageEvidence: `name = ${topic}`,
		orderId,
		// a shipment's or delivery's event carries the fulfillment's id, by which the API finds no order
		...(orderId
			? orderLookUp('Medusa', `/admin/orders/${orderId}`)
			: {
					lookup:
						'This Medusa event carries the id of a fulfillment only. Have the subscriber send the order itself (query.graph with entity "fulfillment" and fields order.*, order.shipping_address.*, order.fulfillments.labels.*), or let this node see the order\'s own events before: it remembers them.',
				}),
	};
}

const phoneOf = phoneReader({ phone: 'phone', country: 'country_code', firstName: 'first_name' });

function parseOrder(order: Fields, context: SourceContext): OrderEvent[] {
	const shipping = fieldsOf(order.shipping_address);
	const billing = fieldsOf(order.billing_address);
	const country = countryOf(shipping.country_code, billing.country_code);
	return eventPerParcel({
		...EMPTY_EVENT,
		source: 'medusa',
		fromShop: true,
		...readingOf(order, context),
		occurredAt: timeOf(order.updated_at) ?? timeOf(order.created_at),
		orderNumber: idOf(order.display_id),
		orderId: idOf(order.id),
		firstName: givenNameOf(shipping.first_name, billing.first_name, field(order.customer, 'first_name')),
		customerId: idOf(order.customer_id),
		phones: phonesOf([
			phoneOf('shipping_address', shipping, country),
			phoneOf('billing_address', billing, country),
			phoneOf('customer', order.customer, country),
		]),
		country,
		// version 1, which has no payment_collections, counts cents
		total: has(order, 'payment_collections') ? textOf(order.total) : undefined,
		currency: textOf(order.currency_code)?.toUpperCase(),
		items:
			itemsOf(order.items, 'product_title').length > 0
				? itemsOf(order.items, 'product_title')
				: itemsOf(order.items, 'title'),
		trackings: listOf(order.fulfillments).flatMap((fulfillment) =>
			textOf(field(fulfillment, 'canceled_at'))
				? []
				: [...labelsOf(fulfillment, 'labels', 'tracking_url'), ...labelsOf(fulfillment, 'tracking_links', 'url')],
		),
	});
}

/** Version 2 has labels, version 1 tracking_links. */
const labelsOf = (fulfillment: unknown, name: string, urlField: string) =>
	listOf(field(fulfillment, name)).flatMap((label) => {
		const number = idOf(field(label, 'tracking_number'));
		const url = linkOf(field(label, urlField));
		return number || url ? [{ number, url }] : [];
	});

function readingOf(order: Fields, { options }: SourceContext): StageReading {
	const canceledAt = textOf(order.canceled_at);
	if (canceledAt) return { stage: 'cancelled', stageEvidence: `canceled_at = ${canceledAt}` };
	const [status, fulfillment, payment] = [
		wordOf(order.status),
		wordOf(order.fulfillment_status),
		wordOf(order.payment_status),
	];
	const stageEvidence = `status = ${status || 'none'}, fulfillment_status = ${fulfillment || 'none'}, payment_status = ${payment || 'none'}`;
	if (status === 'canceled') return { stage: 'cancelled', stageEvidence };
	if (payment === 'refunded') return { stage: 'refunded', stageEvidence };
	if (!WAITING.has(fulfillment)) return { stage: entryOf(FULFILLMENT, fulfillment) ?? null, stageEvidence };
	const stage = entryOf(PAYMENT, payment) ?? null;
	return { stage: stage === 'awaiting_payment' && options.unpaidIsConfirmed ? 'confirmed' : stage, stageEvidence };
}
