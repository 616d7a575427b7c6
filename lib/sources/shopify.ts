// Shopify: webhooks and REST objects of orders, fulfillments, fulfillment events, refunds and returns, and the GraphQL order.
// https://shopify.dev/docs/api/webhooks  https://shopify.dev/docs/api/admin-rest/latest/resources/order

import { EMPTY_EVENT, type OrderEvent, type StageReading } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import {
	at,
	countryOf,
	field,
	type Fields,
	fieldsOf,
	firstText,
	givenNameOf,
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
import { restFromGraphql } from './protocols/shopify-graphql';
import {
	isAlive,
	lookUpOrder,
	parcelStage,
	parseFulfillment,
	parseFulfillmentEvent,
	personPhone,
	trackingsOf,
} from './protocols/shopify-parcels';
import { type Source, type SourceContext } from './source';

/** https://shopify.dev/docs/api/admin-rest/latest/resources/order (financial_status); GraphQL has them in capitals. */
const FINANCIAL_STATUS: Readonly<Record<string, Stage>> = {
	pending: 'awaiting_payment',
	authorized: 'confirmed',
	partially_paid: 'confirmed',
	paid: 'confirmed',
	partially_refunded: 'confirmed',
	refunded: 'refunded',
};

type Kind = 'order' | 'fulfillment' | 'fulfillment-event' | 'refund' | 'return' | 'thin' | 'graphql-order';

/** Objects that Shopify tells apart by a global id, gid://shopify/<Type>/<number>. */
const KIND_OF_GID: Readonly<Record<string, Kind>> = {
	Order: 'order',
	Fulfillment: 'fulfillment',
	FulfillmentEvent: 'fulfillment-event',
	Refund: 'refund',
	Return: 'return',
	FulfillmentOrder: 'thin',
};

const gid = (value: unknown) => /^gid:\/\/shopify\/(\w+)\/(\d+)/.exec(textOf(value) ?? '');

function kindOf(payload: Fields): Kind | undefined {
	const has = (...names: string[]) => names.every((name) => Object.hasOwn(payload, name));
	const byGid = gid(payload.admin_graphql_api_id)?.[1];
	if (byGid) return KIND_OF_GID[byGid];
	if (gid(payload.id)?.[1] === 'Order' || has('displayFulfillmentStatus')) return 'graphql-order';
	if (gid(at(payload, 'fulfillment_order', 'id')) || gid(at(payload, 'fulfillment_hold', 'id'))) return 'thin';
	if (has('order_number', 'financial_status') || has('financial_status', 'line_items', 'name')) return 'order';
	if (has('order_id', 'shipment_status', 'tracking_numbers')) return 'fulfillment';
	if (has('fulfillment_id', 'happened_at', 'status')) return 'fulfillment-event';
	if (has('order_id', 'refund_line_items')) return 'refund';
	return undefined;
}

const PARSERS: Readonly<Record<Kind, (payload: Fields, context: SourceContext) => OrderEvent[]>> = {
	order: parseOrder,
	'graphql-order': (payload, context) => parseOrder(restFromGraphql(payload), context),
	fulfillment: (payload, { topic }) => [parseFulfillment(payload, topic)],
	'fulfillment-event': (payload, { topic }) => [parseFulfillmentEvent(payload, topic)],
	refund: (payload, { topic }) => [parseRefund(payload, topic)],
	return: (payload, { topic }) => [parseReturn(payload, topic)],
	thin: (payload, { topic }) => [parseThin(payload, topic)],
};

export const shopify: Source = {
	id: 'shopify',
	name: 'Shopify',

	detect(payload, headers) {
		const kind = kindOf(payload);
		if (!kind) return 0;
		return headers['x-shopify-topic'] || gid(payload.admin_graphql_api_id) || gid(payload.id) ? 1 : 0.9;
	},

	parse(payload, context) {
		const topic = context.topic ?? context.headers['x-shopify-topic'];
		const eventId = context.headers['x-shopify-event-id'] ?? context.headers['x-shopify-webhook-id'];
		const kind = kindOf(payload) as Kind;
		return PARSERS[kind](payload, { ...context, topic }).map((event) => ({ ...event, topic, eventId }));
	},
};

function parseOrder(order: Fields, context: SourceContext): OrderEvent[] {
	const shipping = fieldsOf(order.shipping_address);
	const billing = fieldsOf(order.billing_address);
	const customer = fieldsOf(order.customer);
	const address = fieldsOf(customer.default_address);
	const country = countryOf(shipping.country_code, billing.country_code);
	// what the customer paid in; the plain total is in the shop's own currency
	const money = fieldsOf(
		at(order, 'current_total_price_set', 'presentment_money') ?? at(order, 'total_price_set', 'presentment_money'),
	);
	const shared: OrderEvent = {
		...EMPTY_EVENT,
		source: 'shopify',
		fromShop: true,
		stageEvidence: '',
		occurredAt: timeOf(order.updated_at) ?? timeOf(order.created_at),
		orderNumber: firstText(order.name, order.order_number),
		orderId: gid(order.admin_graphql_api_id)?.[2] ?? idOf(order.id),
		firstName: givenNameOf(customer.first_name, shipping.first_name, billing.first_name),
		phones: phonesOf(
			{ path: 'phone', raw: order.phone, country, firstName: givenNameOf(customer.first_name) },
			personPhone('shipping_address', shipping),
			personPhone('billing_address', billing),
			{
				path: 'customer.phone',
				raw: customer.phone,
				country: countryOf(address.country_code) ?? country,
				firstName: givenNameOf(customer.first_name),
			},
			personPhone('customer.default_address', address),
			...listOf(order.shipping_lines).map((line) => ({
				path: 'shipping_lines.phone',
				raw: field(line, 'phone'),
				country,
			})),
			...listOf(order.note_attributes)
				.filter((note) => /phone|mobile/i.test(textOf(field(note, 'name')) ?? ''))
				.map((note) => ({ path: 'note_attributes', raw: field(note, 'value'), country })),
		),
		country,
		language: languageOf(order.customer_locale),
		total: firstText(money.amount, order.current_total_price, order.total_price),
		currency: firstText(money.currency_code, order.presentment_currency, order.currency),
		items: itemsOf(order.line_items, 'title'),
		orderUrl: linkOf(order.order_status_url),
		test: order.test === true,
	};

	if (textOf(order.cancelled_at) || context.topic === 'orders/cancelled') {
		const reason = textOf(order.cancel_reason);
		return [{ ...shared, stage: 'cancelled', stageEvidence: `cancelled_at = ${textOf(order.cancelled_at)}`, reason }];
	}
	if (context.topic === 'orders/delete') return [{ ...shared, stageEvidence: 'topic = orders/delete' }];
	const parcels = listOf(order.fulfillments).filter(isFields).filter(isAlive);
	if (order.financial_status !== 'refunded' && parcels.length > 0) {
		return parcels.map((parcel) => ({
			...shared,
			...parcelStage(parcel),
			trackings: trackingsOf(parcel),
			eta: textOf(parcel.estimated_delivery_at),
		}));
	}
	return [
		{
			...shared,
			...orderStage(order, context),
			trackings: listOf(order.fulfillments).flatMap((f) => trackingsOf(fieldsOf(f))),
		},
	];
}

/** The stage of an order that has no live parcel yet. */
function orderStage(order: Fields, { options }: SourceContext): StageReading {
	const fulfilled = textOf(order.fulfillment_status)?.toLowerCase();
	const financial = textOf(order.financial_status)?.toLowerCase() ?? '';
	if (financial !== 'refunded' && (fulfilled === 'fulfilled' || fulfilled === 'partial')) {
		return { stage: 'shipped', stageEvidence: `fulfillment_status = ${fulfilled}` };
	}
	const stage = FINANCIAL_STATUS[financial] ?? null;
	const stageEvidence = `financial_status = ${financial || 'none'}`;
	return { stage: stage === 'awaiting_payment' && options.unpaidIsConfirmed ? 'confirmed' : stage, stageEvidence };
}

function parseRefund(refund: Fields, topic: string | undefined): OrderEvent {
	const paidBack = listOf(refund.transactions).filter(
		(entry) => field(entry, 'kind') === 'refund' && field(entry, 'status') === 'success',
	);
	const orderId = idOf(refund.order_id);
	return {
		...EMPTY_EVENT,
		source: 'shopify',
		fromShop: true,
		topic,
		stage: 'refunded',
		stageEvidence: 'a refund was made',
		occurredAt: timeOf(refund.processed_at) ?? timeOf(refund.created_at),
		orderId,
		refunds: paidBack.flatMap((entry) => textOf(field(entry, 'amount')) ?? []),
		currency: textOf(field(paidBack[0], 'currency')),
		reason: textOf(refund.note), // the merchant's words: never texted
		lookup: lookUpOrder(orderId),
	};
}

function parseReturn(request: Fields, topic: string | undefined): OrderEvent {
	const status = textOf(request.status)?.toLowerCase() ?? '';
	const orderId = gid(at(request, 'order', 'admin_graphql_api_id'))?.[2] ?? idOf(at(request, 'order', 'id'));
	return {
		...EMPTY_EVENT,
		source: 'shopify',
		fromShop: true,
		topic,
		// the customer asked; no parcel is on its way back yet
		stage: status === 'requested' || status === 'open' ? 'return_requested' : null,
		stageEvidence: `status = ${status}`,
		orderId,
		lookup: lookUpOrder(orderId),
	};
}

/** fulfillment_orders/* topics: ids, and nothing a customer would want to know. */
function parseThin(payload: Fields, topic: string | undefined): OrderEvent {
	return {
		...EMPTY_EVENT,
		source: 'shopify',
		fromShop: true,
		topic,
		stageEvidence: 'a fulfillment order changed',
		reason: textOf(at(payload, 'fulfillment_hold', 'reason_notes')),
		lookup: lookUpOrder(undefined),
	};
}
