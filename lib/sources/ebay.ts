// eBay: the order and the shipping fulfillment of the Fulfillment API.
// https://developer.ebay.com/api-docs/sell/fulfillment/resources/order/methods/getOrder

import { EMPTY_EVENT, type OrderEvent, type StageReading } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import {
	at,
	countryOf,
	entryOf,
	field,
	type Fields,
	fieldsOf,
	firstNameOf,
	has,
	idOf,
	itemsOf,
	listOf,
	phonesOf,
	textOf,
	timeOf,
} from './read';
import { type Source } from './source';

/** "In progress": something of it was sent. https://developer.ebay.com/api-docs/sell/fulfillment/types/sel:OrderFulfillmentStatus */
const FULFILLMENT: Readonly<Record<string, Stage>> = { FULFILLED: 'shipped', IN_PROGRESS: 'shipped' };

/** https://developer.ebay.com/api-docs/sell/fulfillment/types/sel:OrderPaymentStatusEnum */
const PAYMENT: Readonly<Record<string, Stage>> = {
	PENDING: 'awaiting_payment',
	PAID: 'confirmed',
	PARTIALLY_REFUNDED: 'confirmed',
};

const isOrder = (payload: Fields) => has(payload, 'orderFulfillmentStatus');
const isFulfillment = (payload: Fields) => has(payload, 'fulfillmentId', 'shipmentTrackingNumber');

export const ebay: Source = {
	id: 'ebay',
	name: 'eBay',
	detect: (payload) => (isOrder(payload) || isFulfillment(payload) ? 0.9 : 0),
	parse: (payload) => [isOrder(payload) ? parseOrder(payload) : parseFulfillment(payload)],
};

function parseOrder(order: Fields): OrderEvent {
	const step = at(listOf(order.fulfillmentStartInstructions)[0], 'shippingStep', 'shipTo');
	const shipTo = fieldsOf(step);
	const buyer = fieldsOf(at(order, 'buyer', 'buyerRegistrationAddress'));
	const country = countryOf(at(shipTo, 'contactAddress', 'countryCode'), at(buyer, 'contactAddress', 'countryCode'));
	return {
		...EMPTY_EVENT,
		source: 'ebay',
		fromShop: true,
		...readingOf(order),
		occurredAt: timeOf(order.lastModifiedDate),
		orderNumber: idOf(order.orderId),
		orderId: idOf(order.orderId),
		firstName: firstNameOf(shipTo.fullName, buyer.fullName),
		phones: phonesOf([
			phoneOf('fulfillmentStartInstructions.shippingStep.shipTo', shipTo, country),
			phoneOf('buyer.buyerRegistrationAddress', buyer, country),
		]),
		country,
		total: textOf(at(order, 'pricingSummary', 'total', 'value')),
		currency: textOf(at(order, 'pricingSummary', 'total', 'currency')),
		items: itemsOf(order.lineItems, 'title'),
	};
}

const phoneOf = (path: string, person: Fields, country: string | undefined) => ({
	path: `${path}.primaryPhone.phoneNumber`,
	raw: at(person, 'primaryPhone', 'phoneNumber'),
	country: countryOf(at(person, 'contactAddress', 'countryCode')) ?? country,
	firstName: firstNameOf(person.fullName),
});

function readingOf(order: Fields): StageReading {
	const [fulfillment, payment] = [textOf(order.orderFulfillmentStatus), textOf(order.orderPaymentStatus)];
	const cancel = textOf(at(order, 'cancelStatus', 'cancelState'));
	const stageEvidence = `orderFulfillmentStatus = ${fulfillment ?? 'none'}, orderPaymentStatus = ${payment ?? 'none'}${cancel ? `, cancelState = ${cancel}` : ''}`;
	if (cancel === 'CANCELED') return { stage: 'cancelled', stageEvidence };
	if (payment === 'FULLY_REFUNDED') return { stage: 'refunded', stageEvidence };
	if (fulfillment !== 'NOT_STARTED') return { stage: entryOf(FULFILLMENT, fulfillment) ?? null, stageEvidence };
	return { stage: entryOf(PAYMENT, payment) ?? null, stageEvidence };
}

function parseFulfillment(fulfillment: Fields): OrderEvent {
	const number = idOf(fulfillment.shipmentTrackingNumber);
	return {
		...EMPTY_EVENT,
		source: 'ebay',
		fromShop: true,
		stage: 'shipped',
		stageEvidence: 'a shipping fulfillment was made',
		occurredAt: timeOf(field(fulfillment, 'shippedDate')),
		trackings: number ? [{ number, company: textOf(fulfillment.shippingCarrierCode) }] : [],
		lookup:
			'This eBay shipping fulfillment names neither its order nor a phone number. Look its order up first: GET /sell/fulfillment/v1/order/{orderId}, with the order ID that you asked for it by.',
	};
}
