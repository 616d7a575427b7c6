// Tiendanube and Nuvemshop: webhooks, which carry the order's id, and the order of the API.
// https://tiendanube.github.io/api-documentation/resources/webhook  https://tiendanube.github.io/api-documentation/resources/order

import { EMPTY_EVENT, type OrderEvent, type StageReading } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { orderLookUp } from './protocols/look-up';
import {
	countryOf,
	entryOf,
	type Fields,
	fieldsOf,
	firstNameOf,
	has,
	idOf,
	isFields,
	itemsOf,
	languageOf,
	linkOf,
	phoneReader,
	phonesOf,
	textOf,
	timeOf,
	wordOf,
} from './read';
import { type Source, type SourceContext } from './source';

/** An order that was created may still wait for its money, so "created" tells nothing, nor does "packed". */
const EVENTS: Readonly<Record<string, Stage>> = {
	'order/pending': 'awaiting_payment',
	'order/paid': 'confirmed',
	'order/fulfilled': 'shipped',
	'order/cancelled': 'cancelled',
};

/** shipping_status; what is not sent yet is told by the payment. */
const SHIPPING: Readonly<Record<string, Stage>> = {
	shipped: 'shipped',
	fulfilled: 'shipped',
	partially_fulfilled: 'shipped',
	delivered: 'delivered',
};

const WAITING = new Set(['', 'unpacked', 'unshipped', 'unfulfilled', 'packed', 'partially_packed']);

const PAYMENT: Readonly<Record<string, Stage>> = {
	pending: 'awaiting_payment',
	authorized: 'confirmed',
	paid: 'confirmed',
	partially_paid: 'confirmed',
	partially_refunded: 'confirmed',
};

const isWebhook = (payload: Fields) => has(payload, 'store_id', 'event', 'id') && !isFields(payload.data);
const isOrder = (payload: Fields) =>
	has(payload, 'shipping_status', 'payment_status') &&
	(has(payload, 'storefront') || has(payload, 'shipping_tracking_number'));

export const tiendanube: Source = {
	id: 'tiendanube',
	name: 'Tiendanube',

	detect(payload, headers) {
		if (isOrder(payload)) return 0.9;
		return isWebhook(payload) ? (headers['x-linkedstore-hmac-sha256'] ? 1 : 0.8) : 0;
	},

	parse: (payload, context) => [isOrder(payload) ? parseOrder(payload, context) : parseWebhook(payload)],
};

function parseWebhook(payload: Fields): OrderEvent {
	const topic = textOf(payload.event);
	const orderId = topic?.startsWith('order/') ? idOf(payload.id) : undefined;
	return {
		...EMPTY_EVENT,
		source: 'tiendanube',
		fromShop: true,
		topic,
		stage: entryOf(EVENTS, topic) ?? null,
		stageEvidence: `event = ${topic ?? 'none'}`,
		orderId,
		...orderLookUp('Tiendanube', `/v1/${idOf(payload.store_id) ?? '{store_id}'}/orders/${orderId ?? '{id}'}`),
	};
}

const phoneOf = phoneReader({ phone: 'phone', country: 'country', fullName: 'name' });

function parseOrder(order: Fields, context: SourceContext): OrderEvent {
	const shipping = fieldsOf(order.shipping_address);
	const customer = fieldsOf(order.customer);
	const country = countryOf(shipping.country, order.billing_country);
	const number = idOf(order.shipping_tracking_number);
	const url = linkOf(order.shipping_tracking_url);
	return {
		...EMPTY_EVENT,
		source: 'tiendanube',
		fromShop: true,
		...readingOf(order, context),
		occurredAt: timeOf(order.updated_at),
		orderNumber: idOf(order.number),
		orderId: idOf(order.id),
		firstName: firstNameOf(order.contact_name, customer.name, shipping.name, order.billing_name),
		customerId: idOf(customer.id),
		phones: phonesOf([
			{ path: 'contact_phone', raw: order.contact_phone, country, firstName: firstNameOf(order.contact_name) },
			phoneOf('customer', customer, country),
			phoneOf('shipping_address', shipping, country),
			{
				path: 'billing_phone',
				raw: order.billing_phone,
				country: countryOf(order.billing_country) ?? country,
				firstName: firstNameOf(order.billing_name),
			},
		]),
		country,
		language: languageOf(order.language),
		total: textOf(order.total),
		currency: textOf(order.currency),
		items: itemsOf(order.products, 'name'),
		trackings: number || url ? [{ number, url, company: textOf(order.shipping) }] : [],
		reason: textOf(order.cancel_reason),
	};
}

function readingOf(order: Fields, { options }: SourceContext): StageReading {
	const [status, payment, shipping] = [
		wordOf(order.status),
		wordOf(order.payment_status),
		wordOf(order.shipping_status),
	];
	const stageEvidence = `status = ${status || 'none'}, payment_status = ${payment || 'none'}, shipping_status = ${shipping || 'none'}`;
	if (status === 'cancelled') return { stage: 'cancelled', stageEvidence };
	if (payment === 'refunded') return { stage: 'refunded', stageEvidence };
	if (!WAITING.has(shipping)) return { stage: entryOf(SHIPPING, shipping) ?? null, stageEvidence };
	const stage = entryOf(PAYMENT, payment) ?? null;
	return { stage: stage === 'awaiting_payment' && options.unpaidIsConfirmed ? 'confirmed' : stage, stageEvidence };
}
