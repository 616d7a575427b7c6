// Shopify: webhooks and REST objects of orders, fulfillments, fulfillment events, refunds and returns, and the GraphQL order.
// https://shopify.dev/docs/api/webhooks  https://shopify.dev/docs/api/admin-rest/latest/resources/order

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
	firstText,
	givenNameOf,
	idOf,
	isFields,
	itemsOf,
	languageOf,
	linkOf,
	listOf,
	numberOf,
	phonesOf,
	textOf,
	timeOf,
	wordOf,
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
	if (byGid) return entryOf(KIND_OF_GID, byGid);
	if (gid(payload.id)?.[1] === 'Order' || has('displayFulfillmentStatus') || has('displayFinancialStatus'))
		return 'graphql-order';
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
	fulfillment: parseFulfillment,
	'fulfillment-event': (payload, { topic }) => [parseFulfillmentEvent(payload, topic)],
	refund: (payload) => [parseRefund(payload)],
	return: (payload) => [parseReturn(payload)],
	thin: (payload) => [parseThin(payload)],
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
		const { headers } = context;
		const topic = context.topic ?? headers['x-shopify-topic'];
		const eventId = headers['x-shopify-event-id'] ?? headers['x-shopify-webhook-id'];
		const isTest = headers['x-shopify-test'] === 'true';
		return PARSERS[kindOf(payload) as Kind](payload, { ...context, topic }).map((event) => ({
			...event,
			topic,
			eventId,
			test: event.test || isTest,
		}));
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
	const phones = phonesOf([
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
	]);
	const shared: OrderEvent = {
		...EMPTY_EVENT,
		source: 'shopify',
		fromShop: true,
		stageEvidence: '',
		occurredAt: timeOf(order.updated_at) ?? timeOf(order.created_at),
		orderNumber: textOf(order.name) ?? idOf(order.order_number),
		orderId: gid(order.admin_graphql_api_id)?.[2] ?? idOf(order.id),
		firstName: givenNameOf(customer.first_name, shipping.first_name, billing.first_name),
		customerId: gid(customer.admin_graphql_api_id)?.[2] ?? idOf(customer.id),
		phones,
		country,
		language: languageOf(order.customer_locale),
		total: firstText(money.amount, order.current_total_price, order.total_price),
		currency: firstText(money.currency_code, order.presentment_currency, order.currency),
		items: itemsOf(order.line_items, 'title'),
		orderUrl: linkOf(order.order_status_url),
		lookup: phones.length > 0 || Object.hasOwn(order, 'phone') ? undefined : WITHOUT_PHONE_FIELD,
		test: order.test === true,
	};

	const cancelledAt = textOf(order.cancelled_at);
	if (cancelledAt || context.topic === 'orders/cancelled') {
		const stageEvidence = cancelledAt ? `cancelled_at = ${cancelledAt}` : 'topic = orders/cancelled';
		const occurredAt = timeOf(cancelledAt) ?? shared.occurredAt;
		return [{ ...shared, stage: 'cancelled', stageEvidence, occurredAt, reason: textOf(order.cancel_reason) }];
	}
	if (context.topic === 'orders/delete') return [{ ...shared, stageEvidence: 'topic = orders/delete' }];
	const parcels = listOf(order.fulfillments).filter(isFields).filter(isAlive);
	if (parcels.length === 0 || wordOf(order.financial_status) === 'refunded') {
		const refunds = listOf(order.refunds).flatMap(paidBack);
		const reading = orderStage(order, context);
		const isRefund = reading.stage === 'refunded';
		return [
			{
				...shared,
				...reading,
				refunds: isRefund ? refunds.flatMap(amountOf) : [],
				currency: (isRefund ? textOf(field(refunds[0], 'currency')) : undefined) ?? shared.currency,
				trackings: parcels.flatMap(trackingsOf),
			},
		];
	}
	return parcels.flatMap((parcel) =>
		eventPerParcel({
			...shared,
			// a GraphQL query may leave out how far its parcels are
			...(isWithoutStatus(parcel) ? orderStage(order, context) : parcelStage(parcel)),
			occurredAt: timeOf(parcel.updated_at) ?? shared.occurredAt,
			trackings: trackingsOf(parcel),
			eta: textOf(parcel.estimated_delivery_at),
		}),
	);
}

const isWithoutStatus = ({ status, shipment_status }: Fields) => status === undefined && shipment_status === undefined;

const WITHOUT_PHONE_FIELD =
	'This order came without its phone field. Shopify leaves personal data out for apps that lack access to protected customer data (Shopify admin → Apps → the app → API access); a Fields filter or a short GraphQL query leaves it out too.';

/** The stage of an order by its own statuses, where no parcel's says more. */
function orderStage(order: Fields, { options }: SourceContext): StageReading {
	const fulfilled = wordOf(order.fulfillment_status);
	const financial = wordOf(order.financial_status);
	if (financial !== 'refunded' && (fulfilled === 'fulfilled' || fulfilled === 'partial')) {
		return { stage: 'shipped', stageEvidence: `fulfillment_status = ${fulfilled}` };
	}
	const stage = entryOf(FINANCIAL_STATUS, financial) ?? null;
	const stageEvidence = `financial_status = ${financial || 'none'}`;
	return { stage: stage === 'awaiting_payment' && options.unpaidIsConfirmed ? 'confirmed' : stage, stageEvidence };
}

const ISSUED = new Set<unknown>(['success', 'pending']);

/** The payments of a refund that go back; it may also have restocked or removed items and paid nothing. */
const paidBack = (refund: unknown): readonly unknown[] =>
	listOf(field(refund, 'transactions')).filter(
		(entry) => field(entry, 'kind') === 'refund' && ISSUED.has(field(entry, 'status')),
	);

const amountOf = (transaction: unknown): string[] => [textOf(field(transaction, 'amount')) ?? []].flat();

function parseRefund(refund: Fields): OrderEvent {
	const payments = paidBack(refund);
	const orderId = idOf(refund.order_id);
	return {
		...EMPTY_EVENT,
		source: 'shopify',
		fromShop: true,
		...(payments.some((payment) => numberOf(field(payment, 'amount')) > 0)
			? { stage: 'refunded', stageEvidence: 'a refund was made' }
			: { stage: null, stageEvidence: 'a refund that paid nothing back' }),
		occurredAt: timeOf(refund.processed_at) ?? timeOf(refund.created_at),
		orderId,
		refunds: payments.flatMap(amountOf),
		currency: textOf(field(payments[0], 'currency')),
		reason: textOf(refund.note), // the merchant's words: never texted
		lookup: lookUpOrder(orderId),
	};
}

function parseReturn(request: Fields): OrderEvent {
	const status = wordOf(request.status);
	const orderId = gid(at(request, 'order', 'admin_graphql_api_id'))?.[2] ?? idOf(at(request, 'order', 'id'));
	return {
		...EMPTY_EVENT,
		source: 'shopify',
		fromShop: true,
		// the customer asked; no parcel is on its way back yet
		stage: status === 'requested' || status === 'open' ? 'return_requested' : null,
		stageEvidence: `status = ${status || 'none'}`,
		orderId,
		lookup: lookUpOrder(orderId),
	};
}

/** fulfillment_orders/* topics: ids, and nothing a customer would want to know. */
function parseThin(payload: Fields): OrderEvent {
	return {
		...EMPTY_EVENT,
		source: 'shopify',
		fromShop: true,
		stageEvidence: 'a fulfillment order changed',
		reason: textOf(at(payload, 'fulfillment_hold', 'reason_notes')),
		lookup: lookUpOrder(undefined),
	};
}
