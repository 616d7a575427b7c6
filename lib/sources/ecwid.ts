// Ecwid by Lightspeed: webhooks, which carry the old and the new statuses, and the order of REST API v3.
// https://docs.ecwid.com/develop-apps/webhooks  https://docs.ecwid.com/api-reference/rest-api/orders

import { EMPTY_EVENT, type OrderEvent, type StageReading } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { orderLookUp } from './protocols/look-up';
import {
	countryOf,
	entryOf,
	type Fields,
	fieldsOf,
	firstNameOf,
	givenNameOf,
	has,
	idOf,
	itemsOf,
	languageOf,
	linkOf,
	phoneReader,
	phonesOf,
	textOf,
	timeOf,
} from './read';
import { type Source, type SourceContext } from './source';

/** Of an order that is paid. https://docs.ecwid.com/api-reference/rest-api/orders (fulfillmentStatus) */
const FULFILLMENT: Readonly<Record<string, Stage>> = {
	AWAITING_PROCESSING: 'confirmed',
	PROCESSING: 'confirmed',
	SHIPPED: 'shipped',
	OUT_FOR_DELIVERY: 'out_for_delivery',
	DELIVERED: 'delivered',
	READY_FOR_PICKUP: 'ready_for_pickup',
	WILL_NOT_DELIVER: 'cancelled',
	RETURNED: 'returned',
};

/** Payments that say more than how far the parcel is. PARTIALLY_REFUNDED does not. */
const PAYMENT: Readonly<Record<string, Stage>> = { CANCELLED: 'cancelled', REFUNDED: 'refunded' };

const isWebhook = (payload: Fields) => has(payload, 'eventType', 'entityId', 'storeId');
const isOrder = (payload: Fields) =>
	has(payload, 'fulfillmentStatus', 'paymentStatus') &&
	(has(payload, 'vendorOrderNumber') || has(payload, 'shippingPerson') || has(payload, 'billingPerson'));

export const ecwid: Source = {
	id: 'ecwid',
	name: 'Ecwid',
	detect: (payload) => (isWebhook(payload) ? 1 : isOrder(payload) ? 0.9 : 0),
	parse: (payload, context) => [isWebhook(payload) ? parseWebhook(payload, context) : parseOrder(payload, context)],
};

const ORDER_EVENTS = new Set(['order.created', 'order.updated']);

function parseWebhook(payload: Fields, context: SourceContext): OrderEvent {
	const data = fieldsOf(payload.data);
	const type = textOf(payload.eventType) ?? '';
	const orderId = idOf(data.orderId) ?? idOf(payload.entityId);
	const isUnchanged =
		has(data, 'oldFulfillmentStatus', 'oldPaymentStatus') &&
		data.oldFulfillmentStatus === data.newFulfillmentStatus &&
		data.oldPaymentStatus === data.newPaymentStatus;
	return {
		...EMPTY_EVENT,
		source: 'ecwid',
		fromShop: true,
		topic: type || undefined,
		eventId: textOf(payload.eventId),
		...(ORDER_EVENTS.has(type) && !isUnchanged
			? readingOf(textOf(data.newFulfillmentStatus), textOf(data.newPaymentStatus), context)
			: { stage: null, stageEvidence: `eventType = ${type || 'none'}${isUnchanged ? ', no status changed' : ''}` }),
		occurredAt: timeOf(payload.eventCreated),
		orderNumber: orderId,
		orderId,
		...orderLookUp('Ecwid', `/api/v3/${idOf(payload.storeId) ?? '{storeId}'}/orders/${orderId ?? '{orderId}'}`),
	};
}

function readingOf(
	fulfillment: string | undefined,
	payment: string | undefined,
	{ options }: SourceContext,
): StageReading {
	const stageEvidence = `fulfillmentStatus = ${fulfillment ?? 'none'}, paymentStatus = ${payment ?? 'none'}`;
	const byPayment = entryOf(PAYMENT, payment);
	if (byPayment) return { stage: byPayment, stageEvidence };
	const stage = entryOf(FULFILLMENT, fulfillment) ?? null;
	if (stage !== 'confirmed') return { stage, stageEvidence };
	if (payment === 'INCOMPLETE') return { stage: null, stageEvidence };
	const isUnpaid = payment === 'AWAITING_PAYMENT' && !options.unpaidIsConfirmed;
	return { stage: isUnpaid ? 'awaiting_payment' : 'confirmed', stageEvidence };
}

const phoneOf = phoneReader({ phone: 'phone', country: 'countryCode', firstName: 'firstName', fullName: 'name' });

function parseOrder(order: Fields, context: SourceContext): OrderEvent {
	const shipping = fieldsOf(order.shippingPerson);
	const billing = fieldsOf(order.billingPerson);
	const country = countryOf(shipping.countryCode, billing.countryCode);
	const number = idOf(order.trackingNumber);
	return {
		...EMPTY_EVENT,
		source: 'ecwid',
		fromShop: true,
		...readingOf(textOf(order.fulfillmentStatus), textOf(order.paymentStatus), context),
		occurredAt: timeOf(order.updateTimestamp),
		orderNumber: idOf(order.vendorOrderNumber) ?? idOf(order.id) ?? idOf(order.orderNumber),
		orderId: idOf(order.id) ?? idOf(order.orderNumber),
		firstName: givenNameOf(shipping.firstName, billing.firstName) ?? firstNameOf(shipping.name, billing.name),
		customerId: idOf(order.customerId),
		phones: phonesOf([phoneOf('shippingPerson', shipping, country), phoneOf('billingPerson', billing, country)]),
		country,
		language: languageOf(order.lang),
		total: textOf(order.total),
		items: itemsOf(order.items, 'name'),
		trackings: number ? [{ number, url: linkOf(order.trackingUrl) }] : [],
	};
}
