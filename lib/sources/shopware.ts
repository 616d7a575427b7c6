// Shopware 6: webhooks of apps (an event, and the entity or what was written), and the order of the Admin API.
// https://developer.shopware.com/docs/guides/plugins/apps/lifecycle/webhook.html
// https://developer.shopware.com/docs/resources/references/app-reference/webhook-events-reference.html

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
	itemsOf,
	languageOf,
	linkOf,
	listOf,
	phonesOf,
	textOf,
	timeOf,
} from './read';
import { type Source, type SourceContext } from './source';

/** A delivery that is cancelled is no cancelled order; a part that is refunded or comes back does not end it. */
const EVENTS: Readonly<Record<string, Stage>> = {
	'checkout.order.placed': 'confirmed',
	'state_enter.order.state.cancelled': 'cancelled',
	'state_enter.order_transaction.state.paid': 'confirmed',
	'state_enter.order_transaction.state.refunded': 'refunded',
	'state_enter.order_delivery.state.shipped': 'shipped',
	'state_enter.order_delivery.state.shipped_partially': 'shipped',
	'state_enter.order_delivery.state.returned': 'returned',
};

/** https://docs.shopware.com/en/shopware-6-en/orders/overview (delivery status) */
const DELIVERY: Readonly<Record<string, Stage>> = {
	shipped: 'shipped',
	shipped_partially: 'shipped',
	returned: 'returned',
};

/** The last payment's state, while nothing is on its way. */
const PAYMENT: Readonly<Record<string, Stage>> = {
	open: 'awaiting_payment',
	in_progress: 'awaiting_payment',
	unconfirmed: 'awaiting_payment',
	reminded: 'awaiting_payment',
	authorized: 'confirmed',
	paid: 'confirmed',
	paid_partially: 'confirmed',
	refunded_partially: 'confirmed',
};

const isWebhook = (payload: Fields) =>
	isFields(payload.source) &&
	has(payload.source, 'shopId') &&
	isFields(payload.data) &&
	has(payload.data, 'event', 'payload');
const isOrder = (payload: Fields) =>
	has(payload, 'orderNumber', 'orderCustomer') ||
	(has(payload, 'orderNumber', 'deliveries') && has(payload, 'stateMachineState'));

export const shopware: Source = {
	id: 'shopware',
	name: 'Shopware 6',
	detect: (payload) => (isWebhook(payload) ? 1 : isOrder(payload) ? 0.9 : 0),
	parse: (payload, context) =>
		isWebhook(payload) ? parseWebhook(payload, context) : parseOrder(payload, undefined, context),
};

function parseWebhook(payload: Fields, context: SourceContext): OrderEvent[] {
	const topic = textOf(at(payload, 'data', 'event'));
	const inner = at(payload, 'data', 'payload');
	const eventId = textOf(at(payload, 'source', 'eventId'));
	const notice = { topic, eventId };
	const language = languageOf(context.headers['sw-user-language']);
	const order = isFields(inner) ? (isFields(inner.order) ? inner.order : inner) : {};
	if (isOrder(order)) {
		return parseOrder(order, topic, context).map((event) => ({
			...event,
			...notice,
			language: event.language ?? language,
		}));
	}
	const written = listOf(inner).filter((entry) => field(entry, 'entity') === 'order');
	const ids = isFields(inner)
		? [idOf(order.id)]
		: [...new Set(written.map((entry) => idOf(field(entry, 'primaryKey'))))];
	return (ids.length > 0 ? ids : [undefined]).slice(0, 50).map((orderId) => ({
		...EMPTY_EVENT,
		source: 'shopware',
		fromShop: true,
		...notice,
		stage: entryOf(EVENTS, topic) ?? null,
		stageEvidence: `event = ${topic ?? 'none'}`,
		occurredAt: timeOf(payload.timestamp),
		orderId,
		...orderLookUp(
			'Shopware',
			`/api/order/${orderId ?? '{id}'}`,
			' (with the associations deliveries.shippingOrderAddress.country, orderCustomer and language.locale)',
		),
	}));
}

const stateOf = (entity: unknown) => textOf(at(entity, 'stateMachineState', 'technicalName'));

const phoneOf = (path: string, address: Fields, country: string | undefined) => ({
	path: `${path}.phoneNumber`,
	raw: address.phoneNumber,
	country: countryOf(at(address, 'country', 'iso')) ?? country,
	firstName: givenNameOf(address.firstName),
});

function parseOrder(order: Fields, topic: string | undefined, context: SourceContext): OrderEvent[] {
	const deliveries = listOf(order.deliveries);
	const shipping = fieldsOf(field(deliveries[0], 'shippingOrderAddress'));
	const billing = fieldsOf(order.billingAddress);
	const country = countryOf(at(shipping, 'country', 'iso'), at(billing, 'country', 'iso'));
	const phones = phonesOf([
		phoneOf('deliveries.shippingOrderAddress', shipping, country),
		phoneOf('billingAddress', billing, country),
	]);
	const orderId = idOf(order.id);
	return eventPerParcel({
		...EMPTY_EVENT,
		source: 'shopware',
		fromShop: true,
		...readingOf(order, topic, context),
		occurredAt: timeOf(order.updatedAt) ?? timeOf(order.createdAt),
		orderNumber: idOf(order.orderNumber),
		orderId,
		firstName: givenNameOf(field(order.orderCustomer, 'firstName'), shipping.firstName, billing.firstName),
		customerId: idOf(field(order.orderCustomer, 'customerId')),
		phones,
		country,
		language: languageOf(at(order, 'language', 'locale', 'code')),
		total: textOf(order.amountTotal),
		currency: textOf(at(order, 'currency', 'isoCode')),
		items: itemsOf(order.lineItems, 'label'),
		trackings: deliveries.flatMap((delivery) => {
			const link = textOf(at(delivery, 'shippingMethod', 'trackingUrl'));
			return listOf(field(delivery, 'trackingCodes')).flatMap((code) => {
				const number = idOf(code);
				return number ? [{ number, url: linkOf(link?.replace('%s', () => number)) }] : [];
			});
		}),
		...(phones.length > 0
			? {}
			: orderLookUp(
					'Shopware',
					`/api/order/${orderId ?? '{id}'}`,
					' (with the association deliveries.shippingOrderAddress.country)',
				)),
	});
}

function readingOf(order: Fields, topic: string | undefined, { options }: SourceContext): StageReading {
	const state = stateOf(order);
	if (state === 'cancelled') return { stage: 'cancelled', stageEvidence: `stateMachineState = ${state}` };
	// an event that has no name here, such as a part that comes back, is not told by what the order was before
	if (topic) return { stage: entryOf(EVENTS, topic) ?? null, stageEvidence: `event = ${topic}` };
	const payment = stateOf(listOf(order.transactions).at(-1));
	const delivery = stateOf(listOf(order.deliveries)[0]);
	const stageEvidence = `order ${state ?? 'without a state'}, transaction ${payment ?? 'none'}, delivery ${delivery ?? 'none'}`;
	if (payment === 'refunded') return { stage: 'refunded', stageEvidence };
	const sent = entryOf(DELIVERY, delivery);
	if (sent) return { stage: sent, stageEvidence };
	if (delivery !== undefined && delivery !== 'open') return { stage: null, stageEvidence };
	const stage = state === 'open' || state === 'in_progress' ? (entryOf(PAYMENT, payment) ?? null) : null;
	return { stage: stage === 'awaiting_payment' && options.unpaidIsConfirmed ? 'confirmed' : stage, stageEvidence };
}
