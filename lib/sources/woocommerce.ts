// WooCommerce: the order of REST API v3, which is also the body of the order.* webhooks, and its refund resource.
// https://woocommerce.github.io/woocommerce-rest-api-docs/#order-properties

import { EMPTY_EVENT, type OrderEvent, type StageReading, type Tracking } from '../domain/order-event';
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
import { type Source, type SourceContext } from './source';

/**
 * Core statuses, and those that the common shipping plug-ins add. "completed" is missing: what it means is the operator's
 * choice. https://woocommerce.com/document/managing-orders/order-statuses/
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
	'in-transit': 'shipped',
	'out-for-delivery': 'out_for_delivery',
	'ready-for-pickup': 'ready_for_pickup',
	'ready-pickup': 'ready_for_pickup',
	delivered: 'delivered',
	'picked-up': 'delivered',
};

/** The payment methods with which a shop ships or works before the money is there. */
const PAID_LATER = new Set(['cod', 'bacs', 'cheque']);

export const woocommerce: Source = {
	id: 'woocommerce',
	name: 'WooCommerce',

	detect(payload, headers) {
		if (isOrder(payload)) return headers['x-wc-webhook-topic'] || isOrderKey(payload.order_key) ? 1 : 0.8;
		if (isRefund(payload)) return 0.9;
		return isPing(payload, headers) ? 0.7 : 0;
	},

	parse(payload, context) {
		const topic = context.topic ?? context.headers['x-wc-webhook-topic'];
		const eventId = context.headers['x-wc-webhook-delivery-id'];
		const event = isOrder(payload)
			? parseOrder(payload, { ...context, topic })
			: isRefund(payload)
				? parseRefund(payload)
				: {
						...EMPTY_EVENT,
						source: 'woocommerce',
						fromShop: true,
						stageEvidence: 'the ping of a new webhook',
						test: true,
					};
		return [{ ...event, topic, eventId }];
	},
};

const isOrderKey = (value: unknown) => /^wc_order_/.test(textOf(value) ?? '');

const isOrder = (payload: Fields) =>
	isOrderKey(payload.order_key) ||
	(Object.hasOwn(payload, 'number') &&
		Object.hasOwn(payload, 'status') &&
		Array.isArray(payload.meta_data) &&
		(isFields(payload.billing) || Array.isArray(payload.line_items)));

const isRefund = (payload: Fields) =>
	Object.hasOwn(payload, 'refunded_by') && Object.hasOwn(payload, 'amount') && !Object.hasOwn(payload, 'status');

/** Sent once when a webhook is saved: `webhook_id=123` and nothing else. */
const isPing = (payload: Fields, headers: Readonly<Record<string, string>>) =>
	Object.keys(payload).length === 1 &&
	Object.hasOwn(payload, 'webhook_id') &&
	(headers['user-agent'] === undefined || /woocommerce|wordpress/i.test(headers['user-agent']));

function parseOrder(order: Fields, context: SourceContext): OrderEvent {
	const billing = fieldsOf(order.billing);
	const shipping = fieldsOf(order.shipping);
	const meta = metaOf(order);
	const country = countryOf(shipping.country, billing.country);
	const trackings = trackingsOf(meta);
	return {
		...EMPTY_EVENT,
		source: 'woocommerce',
		fromShop: true,
		...stageOf(order, context),
		occurredAt: gmtOf(order.date_modified_gmt) ?? gmtOf(order.date_created_gmt),
		orderNumber: firstText(order.number, order.id),
		orderId: idOf(order.id),
		firstName: givenNameOf(billing.first_name, shipping.first_name),
		phones: phonesOf(
			{
				path: 'billing.phone',
				raw: billing.phone,
				country: countryOf(billing.country, shipping.country),
				firstName: givenNameOf(billing.first_name),
			},
			{ path: 'shipping.phone', raw: shipping.phone, country, firstName: givenNameOf(shipping.first_name) },
			{ path: 'meta_data._shipping_phone', raw: meta.get('_shipping_phone'), country },
		),
		country,
		// core keeps no language; these are WPML, Polylang, TranslatePress and Weglot
		language: languageOf(...LANGUAGE_KEYS.map((key) => meta.get(key))),
		total: textOf(order.total),
		currency: textOf(order.currency),
		items: itemsOf(order.line_items, 'name'),
		trackings,
	};
}

const LANGUAGE_KEYS = ['wpml_language', '_wpml_language', 'pll_language', 'trp_language', '_weglot_language', 'lang'];

/** "2026-05-22T08:59:30", in UTC although it does not say so. */
const gmtOf = (value: unknown) => timeOf(textOf(value)?.replace(/^([\d-]+T[\d:]+)$/, '$1Z'));

function stageOf(order: Fields, { topic, options }: SourceContext): StageReading {
	const status = textOf(order.status)?.toLowerCase().replace(/^wc-/, '') ?? '';
	if (topic === 'order.deleted') return { stage: null, stageEvidence: 'topic = order.deleted' };
	if (status === 'completed') {
		const stage = options.completedMeans ?? 'shipped';
		return { stage, stageEvidence: `status = completed, which means ${stage} by your setting` };
	}
	const stage = Object.hasOwn(STATUS, status) ? (STATUS[status] ?? null) : null;
	const isPaidLater = stage === 'awaiting_payment' && PAID_LATER.has(textOf(order.payment_method) ?? '');
	return {
		stage: isPaidLater && options.unpaidIsConfirmed ? 'confirmed' : stage,
		stageEvidence: `status = ${status || 'none'}`,
	};
}

/** meta_data is a list of {key, value}; a later entry of the same key wins. */
function metaOf(order: Fields): ReadonlyMap<string, unknown> {
	const meta = new Map<string, unknown>();
	for (const entry of listOf(order.meta_data)) {
		const key = textOf(field(entry, 'key'));
		if (key) meta.set(key, field(entry, 'value'));
	}
	return meta;
}

/** Keys under which plug-ins keep a list of parcels. The first is the official Shipment Tracking's, and AST's. */
const LIST_KEYS = ['_wc_shipment_tracking_items', '_aftership_tracking_items', '_parcelpanel_shipping_numbers'];

/** Keys under which they keep one number, with the key of its company. */
const SINGLE_KEYS: ReadonlyArray<readonly [number: string, company: string, url: string]> = [
	['_aftership_tracking_number', '_aftership_tracking_provider_name', ''],
	['ywot_tracking_code', 'ywot_carrier_id', ''],
	['_tracking_number', '_tracking_provider', '_tracking_url'],
	['tracking_number', 'tracking_provider', 'tracking_url'],
];

function trackingsOf(meta: ReadonlyMap<string, unknown>): Tracking[] {
	for (const key of LIST_KEYS) {
		const trackings = listIn(meta.get(key))
			.map(trackingOf)
			.filter(({ number, url }) => number || url);
		if (trackings.length > 0) return trackings;
	}
	for (const [numberKey, companyKey, urlKey] of SINGLE_KEYS) {
		const number = textOf(meta.get(numberKey));
		if (number) return [{ number, company: textOf(meta.get(companyKey)), url: linkOf(meta.get(urlKey)) }];
	}
	return [];
}

const trackingOf = (entry: unknown): Tracking => ({
	number: firstText(field(entry, 'tracking_number'), field(entry, 'tracking_code'), field(entry, 'number')),
	url: ['custom_tracking_link', 'formatted_tracking_link', 'ast_tracking_link', 'tracking_link', 'tracking_url', 'url']
		.map((name) => linkOf(field(entry, name)))
		.find(Boolean),
	company: firstText(
		field(entry, 'custom_tracking_provider'),
		field(entry, 'formatted_tracking_provider'),
		field(entry, 'tracking_provider'),
		field(entry, 'slug'),
		at(entry, 'courier', 'name'),
	),
});

/** A list, an object of entries, or either of them as JSON. (PHP-serialised values are left alone.) */
function listIn(value: unknown): readonly unknown[] {
	if (Array.isArray(value)) return value;
	if (isFields(value)) return Object.values(value);
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return [];
	try {
		return listIn(JSON.parse(value));
	} catch {
		return [];
	}
}

/** It belongs to an order that only its link names. */
function parseRefund(refund: Fields): OrderEvent {
	const link = firstText(field(listOf(at(refund, '_links', 'up'))[0], 'href'));
	const orderId = /\/orders\/(\d+)/.exec(link ?? '')?.[1];
	return {
		...EMPTY_EVENT,
		source: 'woocommerce',
		fromShop: true,
		stage: 'refunded',
		stageEvidence: 'a refund was made',
		occurredAt: gmtOf(refund.date_created_gmt),
		orderId,
		refunds: [textOf(refund.amount) ?? []].flat(),
		reason: textOf(refund.reason), // the merchant's words: never texted
		lookup: `A WooCommerce refund carries no phone number. Look its order up first: WooCommerce node, Order → Get${orderId ? `, order ID ${orderId}` : ''} (GET /wp-json/wc/v3/orders/${orderId ?? '{id}'}), or let this node see the order's own events before: it remembers them.`,
	};
}
