// commercetools: messages of a subscription, and the order of the HTTP API.
// https://docs.commercetools.com/api/projects/messages/order-messages  https://docs.commercetools.com/api/projects/orders

import { EMPTY_EVENT, type OrderEvent, type StageReading } from '../domain/order-event';
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
	languageOf,
	listOf,
	numberOf,
	phonesOf,
	textOf,
	timeOf,
} from './read';
import { type Source, type SourceContext } from './source';

/** https://docs.commercetools.com/api/projects/orders#shipmentstate — "Ready", "Pending" and "Backorder" leave it to the payment. */
const SHIPMENT: Readonly<Record<string, Stage>> = {
	Shipped: 'shipped',
	Partial: 'shipped',
	Delivered: 'delivered',
	Delayed: 'delayed',
};
const WAITING = new Set([undefined, 'Ready', 'Pending', 'Backorder']);

/** https://docs.commercetools.com/api/projects/orders#paymentstate */
const PAYMENT: Readonly<Record<string, Stage>> = {
	BalanceDue: 'awaiting_payment',
	Pending: 'awaiting_payment',
	Failed: 'awaiting_payment',
	Paid: 'confirmed',
	CreditOwed: 'confirmed',
};

const isMessage = (payload: Fields) =>
	has(payload, 'notificationType') && isFields(payload.resource) && has(payload.resource, 'typeId');
const isOrder = (payload: Fields) =>
	has(payload, 'orderState') && (has(payload, 'totalPrice') || has(payload, 'lineItems'));

export const commercetools: Source = {
	id: 'commercetools',
	name: 'commercetools',
	detect: (payload) => (isMessage(payload) ? 1 : isOrder(payload) ? 0.9 : 0),
	parse: (payload, context) => (isMessage(payload) ? parseMessage(payload, context) : parseOrder(payload, context)),
};

function parseMessage(payload: Fields, context: SourceContext): OrderEvent[] {
	const type = textOf(payload.type);
	const notice = { topic: type ?? textOf(payload.notificationType), eventId: textOf(payload.id) };
	if (isFields(payload.order) && isOrder(payload.order)) {
		return parseOrder(payload.order, context).map((event) => ({ ...event, ...notice }));
	}
	const isOfOrder = at(payload, 'resource', 'typeId') === 'order';
	const orderId = isOfOrder ? idOf(at(payload, 'resource', 'id')) : undefined;
	const project = textOf(payload.projectKey) ?? '{projectKey}';
	return eventPerParcel({
		...EMPTY_EVENT,
		source: 'commercetools',
		fromShop: true,
		...notice,
		...(isOfOrder ? messageReading(type, payload) : { stage: null, stageEvidence: 'a message about no order' }),
		occurredAt: timeOf(payload.createdAt),
		orderNumber: idOf(at(payload, 'resourceUserProvidedIdentifiers', 'orderNumber')),
		orderId,
		trackings: [payload.parcel, ...listOf(at(payload, 'delivery', 'parcels')), payload].flatMap(trackingOf),
		...(isOfOrder ? orderLookUp('commercetools', `/${project}/orders/${orderId ?? '{id}'}`) : {}),
	});
}

function messageReading(type: string | undefined, payload: Fields): StageReading {
	const stageEvidence = `type = ${type ?? 'none'}`;
	switch (type) {
		case 'OrderCreated':
			return { stage: 'confirmed', stageEvidence };
		case 'OrderStateChanged': {
			const state = textOf(payload.orderState);
			return { stage: state === 'Cancelled' ? 'cancelled' : null, stageEvidence: `orderState = ${state ?? 'none'}` };
		}
		case 'OrderShipmentStateChanged': {
			const state = textOf(payload.shipmentState);
			return { stage: entryOf(SHIPMENT, state) ?? null, stageEvidence: `shipmentState = ${state ?? 'none'}` };
		}
		case 'DeliveryAdded':
		case 'ParcelAddedToDelivery':
		case 'ParcelTrackingDataUpdated': {
			const parcels = [payload.parcel, ...listOf(at(payload, 'delivery', 'parcels')), payload].flatMap(trackingOf);
			return {
				stage: parcels.length > 0 ? 'shipped' : null,
				stageEvidence: `${stageEvidence}, ${parcels.length} tracking numbers`,
			};
		}
		case 'ReturnInfoAdded':
			return { stage: 'return_requested', stageEvidence };
		default:
			return { stage: null, stageEvidence };
	}
}

/** Of parcels that go to the customer. */
function trackingOf(parcel: unknown) {
	const data = fieldsOf(field(parcel, 'trackingData'));
	const number = data.isReturn === true ? undefined : idOf(data.trackingId);
	return number ? [{ number, company: textOf(data.carrier) }] : [];
}

/** The phone and the mobile of an address. */
const phonesIn = (path: string, address: Fields, country: string | undefined) =>
	['mobile', 'phone'].map((name) => ({
		path: `${path}.${name}`,
		raw: address[name],
		country: countryOf(address.country) ?? country,
		firstName: givenNameOf(address.firstName),
	}));

function parseOrder(order: Fields, { options }: SourceContext): OrderEvent[] {
	const shipping = fieldsOf(order.shippingAddress);
	const billing = fieldsOf(order.billingAddress);
	const country = countryOf(shipping.country, billing.country);
	const phones = phonesOf([
		...phonesIn('shippingAddress', shipping, country),
		...phonesIn('billingAddress', billing, country),
	]);
	const customerId = idOf(order.customerId);
	const deliveries = [order.shippingInfo, ...listOf(order.shipping).map((one) => field(one, 'shippingInfo'))].flatMap(
		(info) => listOf(field(info, 'deliveries')),
	);
	return eventPerParcel({
		...EMPTY_EVENT,
		source: 'commercetools',
		fromShop: true,
		...orderReading(order, options.unpaidIsConfirmed === true),
		occurredAt: timeOf(order.lastModifiedAt),
		orderNumber: idOf(order.orderNumber),
		orderId: idOf(order.id),
		firstName: givenNameOf(shipping.firstName, billing.firstName),
		customerId,
		phones,
		country,
		language: languageOf(order.locale),
		total: amountOf(order.totalPrice),
		currency: textOf(at(order, 'totalPrice', 'currencyCode')),
		items: listOf(order.lineItems).flatMap((line) => itemOf(line, textOf(order.locale))),
		trackings: deliveries.flatMap((delivery) => listOf(field(delivery, 'parcels'))).flatMap(trackingOf),
		...(phones.length > 0
			? {}
			: {
					lookup: `This commercetools order has no phone number in its addresses. ${customerId ? `Look its customer up first: GET /{projectKey}/customers/${customerId}.` : 'It is a guest’s, so there is no further place to look.'}`,
				}),
	});
}

function orderReading(order: Fields, unpaidIsConfirmed: boolean): StageReading {
	const [state, shipment, payment] = [
		textOf(order.orderState),
		textOf(order.shipmentState),
		textOf(order.paymentState),
	];
	const stageEvidence = `orderState = ${state ?? 'none'}, shipmentState = ${shipment ?? 'none'}, paymentState = ${payment ?? 'none'}`;
	if (state === 'Cancelled') return { stage: 'cancelled', stageEvidence };
	const sent = entryOf(SHIPMENT, shipment);
	if (sent) return { stage: sent, stageEvidence };
	if (!WAITING.has(shipment) || (state !== 'Open' && state !== 'Confirmed')) return { stage: null, stageEvidence };
	const stage = payment === undefined ? 'confirmed' : (entryOf(PAYMENT, payment) ?? null);
	return { stage: stage === 'awaiting_payment' && unpaidIsConfirmed ? 'confirmed' : stage, stageEvidence };
}

/** 1050 cents of a currency with two digits are "10.50". */
function amountOf(money: unknown): string | undefined {
	const [cents, digits] = [field(money, 'centAmount'), field(money, 'fractionDigits')];
	if (typeof cents !== 'number' || !Number.isSafeInteger(cents)) return undefined;
	return typeof digits === 'number' && digits >= 0 && digits <= 4 ? (cents / 10 ** digits).toFixed(digits) : undefined;
}

function itemOf(line: unknown, locale: string | undefined) {
	const names = fieldsOf(field(line, 'name'));
	const name = textOf(locale ? field(names, locale) : undefined) ?? textOf(Object.values(names)[0]);
	const quantity = numberOf(field(line, 'quantity') ?? 1);
	return name ? [{ name, quantity: Number.isFinite(quantity) ? quantity : 1 }] : [];
}
