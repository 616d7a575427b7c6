// WooCommerce: the order of REST API v3, which is also the body of the order.* webhooks, and its refund resource.
// https://woocommerce.github.io/woocommerce-rest-api-docs/#order-properties

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
	listOf,
	numberOf,
	phonesOf,
	textOf,
	timeOf,
	wordOf,
} from './read';
import { metaOf, trackingsOf } from './protocols/woocommerce-parcels';
import { type Source, type SourceContext } from './source';

/**
 * Core statuses, and those that the common shipping plug-ins add. "completed" is missing: what it means is the operator's
 * choice. https://woocommerce.com/document/managing-orders/order-statuses/
 * Advanced Shipment Tracking: partial-shipped, updated-tracking, delivered (github.com/zorem/woo-advanced-shipment-tracking);
 * Advanced Local Pickup: ready-pickup, pickup (github.com/zorem/advanced-local-pickup-for-woocommerce).
 */
const STATUS: Readonly<Record<string, Stage | null>> = {
	pending: 'awaiting_payment',
	'on-hold': 'awaiting_payment',
	'checkout-draft': null,
	failed: null,
	processing: 'confirmed',
	cancelled: 'cancelled',
	refunded: 'refunded',
	shipped: 'shipped',
	'partial-shipped': 'shipped',
	'partially-shipped': 'shipped',
	'updated-tracking': 'shipped',
	'in-transit': 'shipped',
	'out-for-delivery': 'out_for_delivery',
	'ready-for-pickup': 'ready_for_pickup',
	'ready-pickup': 'ready_for_pickup',
	delivered: 'delivered',
	'picked-up': 'delivered',
	pickup: 'delivered',
};

/** The payment methods with which a shop ships or works before the money is there. */
const PAID_LATER = new Set(['cod', 'bacs', 'cheque']);

export const woocommerce: Source = {
	id: 'woocommerce',
	name: 'WooCommerce',

	detect(payload, headers) {
		if (isOrder(payload)) return headers['x-wc-webhook-topic'] || isOrderKey(payload.order_key) ? 1 : 0.8;
		if (isRefund(payload)) return 0.9;
		return isDeletion(payload, headers['x-wc-webhook-topic']) || isPing(payload, headers) ? 0.7 : 0;
	},

	parse(payload, context) {
		const { headers } = context;
		const topic = context.topic ?? headers['x-wc-webhook-topic'];
		// one second's deliveries of a webhook all have the same id
		const delivery = headers['x-wc-webhook-delivery-id'];
		const eventId = delivery && `${delivery}:${idOf(payload.id) ?? ''}`;
		return parserOf(payload, headers)(payload, { ...context, topic }).map((event) => ({ ...event, topic, eventId }));
	},
};

const isOrderKey = (value: unknown) => /^wc_order_/.test(textOf(value) ?? '');

/** An order, even one whose fields were cut down to a few (the API's _fields parameter). */
const isOrder = (payload: Fields) =>
	isOrderKey(payload.order_key) ||
	(typeof payload.status === 'string' &&
		isMetaData(payload.meta_data) &&
		(Object.hasOwn(payload, 'number') ||
			isFields(payload.billing) ||
			Array.isArray(payload.line_items) ||
			trackingsOf(metaOf(payload)).length > 0));

const isMetaData = (value: unknown) =>
	Array.isArray(value) && (value.length === 0 || field(value[0], 'key') !== undefined);

/** WooCommerce Subscriptions: an order in all but name. https://woocommerce.github.io/subscriptions-rest-api-docs/ */
const isSubscription = (payload: Fields) =>
	Object.hasOwn(payload, 'billing_period') && Object.hasOwn(payload, 'billing_interval');

const isRefund = (payload: Fields) =>
	Object.hasOwn(payload, 'refunded_by') && Object.hasOwn(payload, 'amount') && !Object.hasOwn(payload, 'status');

/** Of what was deleted, only the id is sent. */
const isDeletion = (payload: Fields, topic: string | undefined) =>
	topic === 'order.deleted' && Object.hasOwn(payload, 'id');

/** Sent once when a webhook is saved: `webhook_id=123` and nothing else. */
const isPing = (payload: Fields, headers: Readonly<Record<string, string>>) =>
	Object.keys(payload).length === 1 &&
	Object.hasOwn(payload, 'webhook_id') &&
	(headers['user-agent'] === undefined || /woocommerce|wordpress/i.test(headers['user-agent']));

function parserOf(payload: Fields, headers: Readonly<Record<string, string>>) {
	if (isOrder(payload)) return parseOrder;
	if (isRefund(payload)) return parseRefund;
	return isDeletion(payload, headers['x-wc-webhook-topic']) ? parseDeletion : parsePing;
}

function parseOrder(order: Fields, context: SourceContext): OrderEvent[] {
	const billing = fieldsOf(order.billing);
	const shipping = fieldsOf(order.shipping);
	const meta = metaOf(order);
	const country = countryOf(shipping.country, billing.country);
	const reading = stageOf(order, context);
	return eventPerParcel({
		...EMPTY_EVENT,
		source: 'woocommerce',
		fromShop: true,
		...reading,
		occurredAt: timeOf(order.date_modified_gmt) ?? timeOf(order.date_created_gmt),
		orderNumber: idOf(order.number) ?? idOf(order.id),
		orderId: idOf(order.id),
		firstName: givenNameOf(billing.first_name, shipping.first_name),
		customerId: customerIdOf(order.customer_id),
		phones: phonesOf([
			{
				path: 'billing.phone',
				raw: billing.phone,
				country: countryOf(billing.country, shipping.country),
				firstName: givenNameOf(billing.first_name),
			},
			{ path: 'shipping.phone', raw: shipping.phone, country, firstName: givenNameOf(shipping.first_name) },
			{ path: 'meta_data._shipping_phone', raw: meta.get('_shipping_phone'), country },
		]),
		country,
		language: languageOf(...LANGUAGE_KEYS.map((key) => meta.get(key)), order.lang),
		total: textOf(order.total),
		currency: textOf(order.currency),
		refunds: reading.stage === 'refunded' ? refundsOf(order) : [],
		items: itemsOf(order.line_items, 'name').map(({ name, quantity }) => ({ name: plainText(name), quantity })),
		trackings: trackingsOf(meta),
	});
}

/** Guests have 0. */
const customerIdOf = (id: unknown) => (numberOf(id) === 0 ? undefined : idOf(id));

/** What was paid back over the order's time, as positive amounts; beside other statuses these are partial refunds. */
const refundsOf = (order: Fields): string[] =>
	listOf(order.refunds).flatMap((refund) => textOf(field(refund, 'total'))?.replace(/^-/, '') ?? []);

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	ndash: '–',
	mdash: '—',
};

/** WordPress writes "Tea &amp; Coffee &#8211; Large"; a text message is no HTML. */
const plainText = (html: string): string =>
	html.replace(/&(?:#(\d{1,6})|([a-z]{2,5}));/g, (entity, code: string | undefined, name: string | undefined) =>
		code ? String.fromCodePoint(Number(code)) : (entryOf(NAMED_ENTITIES, name) ?? entity),
	);

/**
 * Core keeps no language; these are WPML's, TranslatePress's, Weglot's and what small plug-ins use. Polylang for WooCommerce
 * adds the field "lang" to the order itself.
 */
const LANGUAGE_KEYS = ['wpml_language', '_wpml_language', 'pll_language', 'trp_language', 'weglot_language', 'lang'];

function stageOf(order: Fields, { topic, options }: SourceContext): StageReading {
	const status = wordOf(order.status).replace(/^wc-/, '');
	if (topic === 'order.deleted') return { stage: null, stageEvidence: 'topic = order.deleted' };
	if (isSubscription(order)) return { stage: null, stageEvidence: 'a subscription, not an order' };
	if (status === 'completed') {
		const stage = options.completedMeans ?? 'shipped';
		return { stage, stageEvidence: `status = completed, which means ${stage} by your setting` };
	}
	const stage = entryOf(STATUS, status) ?? null;
	const isPaidLater = stage === 'awaiting_payment' && PAID_LATER.has(textOf(order.payment_method) ?? '');
	return {
		stage: isPaidLater && options.unpaidIsConfirmed ? 'confirmed' : stage,
		stageEvidence: `status = ${status || 'none'}`,
	};
}

/** It belongs to an order that only its link names. */
function parseRefund(refund: Fields): OrderEvent[] {
	const link = firstText(field(listOf(at(refund, '_links', 'up'))[0], 'href'));
	const orderId = /\/orders\/(\d+)/.exec(link ?? '')?.[1];
	const amount = textOf(refund.amount);
	const isPaidBack = Number(amount) > 0;
	return [
		{
			...EMPTY_EVENT,
			source: 'woocommerce',
			fromShop: true,
			...(isPaidBack
				? { stage: 'refunded', stageEvidence: 'a refund was made' }
				: { stage: null, stageEvidence: 'a refund that paid nothing back' }),
			occurredAt: timeOf(refund.date_created_gmt),
			orderId,
			refunds: amount && isPaidBack ? [amount] : [],
			reason: textOf(refund.reason), // the merchant's words: never texted
			lookup: `A WooCommerce refund carries no phone number. Look its order up first: WooCommerce node, Order → Get${orderId ? `, order ID ${orderId}` : ''} (GET /wp-json/wc/v3/orders/${orderId ?? '{id}'}), or let this node see the order's own events before: it remembers them.`,
		},
	];
}

const parseDeletion = (order: Fields): OrderEvent[] => [
	{
		...EMPTY_EVENT,
		source: 'woocommerce',
		fromShop: true,
		stageEvidence: 'topic = order.deleted',
		orderId: idOf(order.id),
	},
];

const parsePing = (): OrderEvent[] => [
	{ ...EMPTY_EVENT, source: 'woocommerce', fromShop: true, stageEvidence: 'the ping of a new webhook', test: true },
];
