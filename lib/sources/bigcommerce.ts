// BigCommerce: webhooks, which carry ids only, and the order and shipment of REST API v2.
// https://developer.bigcommerce.com/docs/integrations/webhooks/events  https://developer.bigcommerce.com/docs/rest-management/orders

import { EMPTY_EVENT, type OrderEvent, type StageReading } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { orderLookUp } from './protocols/look-up';
import {
	at,
	countryOf,
	entryOf,
	type Fields,
	fieldsOf,
	givenNameOf,
	has,
	idOf,
	isFields,
	languageOf,
	linkOf,
	numberOf,
	phoneReader,
	phonesOf,
	textOf,
	timeOf,
	wordOf,
} from './read';
import { type Source } from './source';

/**
 * By status_id; the words beside it are the merchant's own. Missing: 0 Incomplete (an abandoned checkout), 12 Manual
 * Verification Required and 13 Disputed, which are between the shop and its bank.
 * https://developer.bigcommerce.com/docs/rest-management/orders/order-status
 */
const STATUS: Readonly<Record<string, Stage>> = {
	1: 'awaiting_payment',
	2: 'shipped',
	3: 'shipped',
	4: 'refunded',
	5: 'cancelled',
	6: 'cancelled', // declined
	7: 'awaiting_payment',
	8: 'ready_for_pickup',
	9: 'confirmed',
	10: 'delivered', // "shipped or picked up, and receipt is confirmed"
	11: 'confirmed',
	14: 'refunded', // partially
};

/** store/order/updated, archived and message/created tell nothing; statusUpdated says which status. */
const SCOPE: Readonly<Record<string, Stage>> = {
	'store/order/created': 'confirmed',
	'store/order/refund/created': 'refunded',
	'store/shipment/created': 'shipped',
};

const isWebhook = (payload: Fields) => has(payload, 'scope', 'producer', 'store_id') && isFields(payload.data);
const isShipment = (payload: Fields) =>
	has(payload, 'order_id', 'order_address_id', 'tracking_carrier', 'tracking_number');
const isOrder = (payload: Fields) => has(payload, 'status_id', 'billing_address', 'total_inc_tax');

export const bigcommerce: Source = {
	id: 'bigcommerce',
	name: 'BigCommerce',

	detect: (payload) => (isWebhook(payload) ? 1 : isOrder(payload) || isShipment(payload) ? 0.9 : 0),

	parse(payload) {
		if (isWebhook(payload)) return [parseWebhook(payload)];
		return [isOrder(payload) ? parseOrder(payload) : parseShipment(payload)];
	},
};

const phoneOf = phoneReader({ phone: 'phone', country: 'country_iso2', firstName: 'first_name' });

const byStatus = (id: string | undefined): StageReading => ({
	stage: entryOf(STATUS, id) ?? null,
	stageEvidence: `status_id = ${id ?? 'none'}`,
});

function parseWebhook(payload: Fields): OrderEvent {
	const data = fieldsOf(payload.data);
	const scope = wordOf(payload.scope);
	const changed = idOf(at(data, 'status', 'new_status_id'));
	const orderId = idOf(data.type === 'shipment' ? data.orderId : data.id);
	return {
		...EMPTY_EVENT,
		source: 'bigcommerce',
		fromShop: true,
		topic: textOf(payload.scope),
		eventId: textOf(payload.hash),
		...(scope === 'store/order/statusupdated'
			? byStatus(changed)
			: { stage: entryOf(SCOPE, scope) ?? null, stageEvidence: `scope = ${scope || 'none'}` }),
		occurredAt: timeOf(payload.created_at),
		orderNumber: orderId,
		orderId,
		...orderLookUp('BigCommerce', `/v2/orders/${orderId ?? '{id}'}`, ' (and its /shipping_addresses and /shipments)'),
	};
}

function parseOrder(order: Fields): OrderEvent {
	const billing = fieldsOf(order.billing_address);
	const reading = byStatus(idOf(order.status_id));
	const refunded = textOf(order.refunded_amount);
	return {
		...EMPTY_EVENT,
		source: 'bigcommerce',
		fromShop: true,
		...reading,
		occurredAt: rfcTimeOf(order.date_modified) ?? rfcTimeOf(order.date_created),
		orderNumber: idOf(order.id),
		orderId: idOf(order.id),
		firstName: givenNameOf(billing.first_name),
		customerId: numberOf(order.customer_id) === 0 ? undefined : idOf(order.customer_id),
		phones: phonesOf([phoneOf('billing_address', billing)]),
		country: countryOf(billing.country_iso2),
		language: languageOf(order.customer_locale),
		total: textOf(order.total_inc_tax),
		currency: textOf(order.currency_code),
		refunds: reading.stage === 'refunded' && Number(refunded) > 0 ? [refunded as string] : [],
	};
}

/** RFC 2822, e.g. "Fri, 20 Nov 2026 09:00:00 +0000". */
function rfcTimeOf(value: unknown): number | undefined {
	const time = typeof value === 'string' && /^\w{3}, \d{1,2} \w{3} \d{4}/.test(value) ? Date.parse(value) : NaN;
	return Number.isNaN(time) ? undefined : time;
}

function parseShipment(shipment: Fields): OrderEvent {
	const orderId = idOf(shipment.order_id);
	const address = fieldsOf(shipment.shipping_address);
	const phones = phonesOf([phoneOf('shipping_address', address), phoneOf('billing_address', shipment.billing_address)]);
	const number = idOf(shipment.tracking_number);
	const url = linkOf(shipment.tracking_link);
	return {
		...EMPTY_EVENT,
		source: 'bigcommerce',
		fromShop: true,
		stage: 'shipped',
		stageEvidence: 'a shipment was made',
		occurredAt: rfcTimeOf(shipment.date_created),
		orderNumber: orderId,
		orderId,
		firstName: givenNameOf(address.first_name),
		phones,
		country: countryOf(address.country_iso2),
		trackings: number || url ? [{ number, url, company: textOf(shipment.tracking_carrier) }] : [],
		...(phones.length > 0 ? {} : orderLookUp('BigCommerce', `/v2/orders/${orderId ?? '{id}'}`)),
	};
}
