// Squarespace Commerce: webhook notifications, which carry the order's id, and the order of the Orders API.
// https://developers.squarespace.com/webhooks/overview  https://developers.squarespace.com/commerce-apis/orders-overview

import { EMPTY_EVENT, type OrderEvent } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { orderLookUp } from './protocols/look-up';
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
	linkOf,
	listOf,
	phoneReader,
	phonesOf,
	textOf,
	timeOf,
} from './read';
import { type Source } from './source';

/** fulfillmentStatus. An order is paid when it is placed. */
const STATUS: Readonly<Record<string, Stage>> = { PENDING: 'confirmed', FULFILLED: 'shipped', CANCELED: 'cancelled' };

/** The other updates, MARKED_PENDING and EMAIL_UPDATED, tell nothing. https://developers.squarespace.com/webhooks/events/order-update */
const UPDATE: Readonly<Record<string, Stage>> = { FULFILLED: 'shipped', CANCELED: 'cancelled', REFUNDED: 'refunded' };

const isNotification = (payload: Fields) => has(payload, 'topic', 'websiteId') && isFields(payload.data);
const isOrder = (payload: Fields) => has(payload, 'orderNumber', 'fulfillmentStatus', 'customerEmail');

export const squarespace: Source = {
	id: 'squarespace',
	name: 'Squarespace',
	detect: (payload) => (isNotification(payload) ? 1 : isOrder(payload) ? 0.9 : 0),
	parse: (payload) => (isNotification(payload) ? [parseNotification(payload)] : parseOrder(payload)),
};

function parseNotification(payload: Fields): OrderEvent {
	const data = fieldsOf(payload.data);
	const topic = textOf(payload.topic);
	const update = textOf(data.update);
	const orderId = idOf(data.orderId);
	const byUpdate = topic === 'order.update' ? (entryOf(UPDATE, update) ?? null) : null;
	return {
		...EMPTY_EVENT,
		source: 'squarespace',
		fromShop: true,
		topic,
		eventId: textOf(payload.notificationId) ?? textOf(payload.id),
		stage: topic === 'order.create' ? 'confirmed' : byUpdate,
		stageEvidence: `topic = ${topic ?? 'none'}${update ? `, update = ${update}` : ''}`,
		occurredAt: timeOf(payload.createdOn),
		orderId,
		...orderLookUp('Squarespace', `/1.0/commerce/orders/${orderId ?? '{orderId}'}`),
	};
}

const phoneOf = phoneReader({ phone: 'phone', country: 'countryCode', firstName: 'firstName' });

function parseOrder(order: Fields): OrderEvent[] {
	const shipping = fieldsOf(order.shippingAddress);
	const billing = fieldsOf(order.billingAddress);
	const country = countryOf(shipping.countryCode, billing.countryCode);
	const status = textOf(order.fulfillmentStatus);
	return eventPerParcel({
		...EMPTY_EVENT,
		source: 'squarespace',
		fromShop: true,
		stage: entryOf(STATUS, status) ?? null,
		stageEvidence: `fulfillmentStatus = ${status ?? 'none'}`,
		occurredAt: timeOf(order.modifiedOn) ?? timeOf(order.createdOn),
		orderNumber: idOf(order.orderNumber),
		orderId: idOf(order.id),
		firstName: givenNameOf(shipping.firstName, billing.firstName),
		phones: phonesOf([phoneOf('shippingAddress', shipping, country), phoneOf('billingAddress', billing, country)]),
		country,
		total: textOf(at(order, 'grandTotal', 'value')),
		currency: textOf(at(order, 'grandTotal', 'currency')),
		items: itemsOf(order.lineItems, 'productName'),
		trackings: listOf(order.fulfillments).flatMap((fulfillment) => {
			const number = idOf(field(fulfillment, 'trackingNumber'));
			const url = linkOf(field(fulfillment, 'trackingUrl'));
			return number || url ? [{ number, url, company: textOf(field(fulfillment, 'carrierName')) }] : [];
		}),
		test: order.testmode === true,
	});
}
