// Saleor: webhooks, whose body is what the subscription query of the operator's app selects, and the GraphQL order.
// https://docs.saleor.io/developer/extending/webhooks/asynchronous-events

import { EMPTY_EVENT, type OrderEvent, type StageReading } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import {
	at,
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
	languageOf,
	listOf,
	phonesOf,
	textOf,
	timeOf,
} from './read';
import { type Source } from './source';

/**
 * Events whose name is the news, as the header saleor-event has them; __typename says the same in camel case.
 * https://docs.saleor.io/api-reference/webhooks/enums/webhook-event-type-enum
 */
const EVENTS: Readonly<Record<string, Stage>> = {
	order_created: 'confirmed',
	order_confirmed: 'confirmed',
	order_paid: 'confirmed',
	order_fully_paid: 'confirmed',
	order_fulfilled: 'shipped',
	fulfillment_created: 'shipped',
	fulfillment_approved: 'shipped',
	fulfillment_tracking_number_updated: 'shipped',
	order_cancelled: 'cancelled',
	order_refunded: 'refunded',
	order_fully_refunded: 'refunded',
};

/** https://docs.saleor.io/api-reference/orders/enums/order-status — "unconfirmed", "draft", "expired" and returns tell nothing. */
const STATUS: Readonly<Record<string, Stage>> = {
	UNFULFILLED: 'confirmed',
	PARTIALLY_FULFILLED: 'shipped',
	FULFILLED: 'shipped',
	CANCELED: 'cancelled',
};

/** https://docs.saleor.io/api-reference/orders/enums/fulfillment-status — the others were sent back, or not yet approved. */
const SENT = 'FULFILLED';

/** Fields in the words of Saleor's schema that no other shop's order has. */
const isOrder = (value: unknown): value is Fields =>
	isFields(value) &&
	(has(value, 'languageCodeEnum') ||
		(has(value, 'number') &&
			(has(value, 'userEmail') ||
				has(value, 'statusDisplay') ||
				isAddress(value.shippingAddress) ||
				isAddress(value.billingAddress))));

const isAddress = (value: unknown) =>
	isFields(field(value, 'country')) && has(fieldsOf(field(value, 'country')), 'code');

const isEvent = (payload: Fields) =>
	isFields(payload.order) &&
	(has(payload, 'issuedAt') ||
		isOrder(payload.order) ||
		(isFields(payload.fulfillment) && has(payload.fulfillment, 'trackingNumber')));

export const saleor: Source = {
	id: 'saleor',
	name: 'Saleor',

	detect(payload, headers) {
		if (isEvent(payload)) return headers['saleor-event'] ? 1 : 0.8;
		return isOrder(payload) ? 0.8 : 0;
	},

	parse(payload, { topic, headers }) {
		const event = topic ?? headers['saleor-event'] ?? snake(textOf(payload.__typename));
		return parse(
			fieldsOf(isEvent(payload) ? payload.order : payload),
			fieldsOf(payload.fulfillment),
			event,
			timeOf(payload.issuedAt),
		);
	},
};

const snake = (name: string | undefined) => name?.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();

function parse(
	order: Fields,
	fulfillment: Fields,
	event: string | undefined,
	issuedAt: number | undefined,
): OrderEvent[] {
	const shipping = fieldsOf(order.shippingAddress);
	const billing = fieldsOf(order.billingAddress);
	const country = countryOf(at(shipping, 'country', 'code'), at(billing, 'country', 'code'));
	const phones = phonesOf([phoneOf('shippingAddress', shipping, country), phoneOf('billingAddress', billing, country)]);
	const parcels = Object.keys(fulfillment).length > 0 ? [fulfillment] : listOf(order.fulfillments);
	return eventPerParcel({
		...EMPTY_EVENT,
		source: 'saleor',
		fromShop: true,
		topic: event,
		...readingOf(order, fulfillment, event),
		occurredAt: issuedAt ?? timeOf(order.updatedAt),
		orderNumber: idOf(order.number),
		orderId: idOf(order.id),
		firstName: givenNameOf(shipping.firstName, billing.firstName),
		phones,
		country,
		language: languageOf(textOf(order.languageCodeEnum)?.replaceAll('_', '-').toLowerCase()),
		total: textOf(at(order, 'total', 'gross', 'amount')),
		currency: textOf(at(order, 'total', 'gross', 'currency')),
		items: itemsOf(order.lines, 'productName'),
		trackings: parcels.flatMap((parcel) => {
			const number = idOf(field(parcel, 'trackingNumber'));
			return number ? [{ number }] : [];
		}),
		lookup: phones.length > 0 ? undefined : LOOKUP,
	});
}

const LOOKUP =
	'This Saleor event carries no phone number. Add order { number languageCodeEnum shippingAddress { firstName phone country { code } } } to the subscription query of the webhook, or look the order up first: POST /graphql/ with query { order(id: …) { … } } of the same fields.';

const phoneOf = (path: string, address: Fields, country: string | undefined) => ({
	path: `${path}.phone`,
	raw: address.phone,
	country: countryOf(at(address, 'country', 'code')) ?? country,
	firstName: givenNameOf(address.firstName),
});

function readingOf(order: Fields, fulfillment: Fields, event: string | undefined): StageReading {
	const status = textOf(order.status);
	if (status === 'CANCELED') return { stage: 'cancelled', stageEvidence: `status = ${status}` };
	if (event?.startsWith('order_') || event?.startsWith('fulfillment_')) {
		return { stage: entryOf(EVENTS, event) ?? null, stageEvidence: `event = ${event}` };
	}
	const parcel = textOf(fulfillment.status);
	if (parcel) return { stage: parcel === SENT ? 'shipped' : null, stageEvidence: `fulfillment.status = ${parcel}` };
	if (status) return { stage: entryOf(STATUS, status) ?? null, stageEvidence: `status = ${status}` };
	const number = idOf(fulfillment.trackingNumber);
	return number && !has(fulfillment, 'status') && !has(order, 'status')
		? { stage: 'shipped', stageEvidence: `fulfillment.trackingNumber = ${number}` }
		: { stage: null, stageEvidence: 'neither an event nor a status' };
}
