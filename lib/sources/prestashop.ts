// PrestaShop: the order of the webservice, as JSON or as XML that n8n's XML node has read. The core has no webhooks.
// https://devdocs.prestashop-project.org/9/webservice/resources/orders/

import { EMPTY_EVENT, type OrderEvent } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { orderLookUp } from './protocols/look-up';
import { at, entryOf, field, type Fields, has, idOf, isFields, itemsOf, textOf } from './read';
import { type Source, type SourceContext } from './source';

/**
 * The states that every shop is installed with and cannot remove; further ones are the merchant's. 11 and 12 changed places
 * between the versions. https://github.com/PrestaShop/PrestaShop/blob/develop/install-dev/data/xml/order_state.xml
 */
const STATE: Readonly<Record<string, Stage>> = {
	1: 'awaiting_payment', // cheque
	2: 'confirmed',
	3: 'confirmed',
	4: 'shipped',
	5: 'delivered',
	6: 'cancelled',
	7: 'refunded',
	9: 'confirmed', // on backorder, paid
	10: 'awaiting_payment', // bank wire
	13: 'awaiting_payment', // cash on delivery, to be validated
};

/** The states of those who pay later. */
const PAID_LATER = new Set(['1', '10', '13']);

export const prestashop: Source = {
	id: 'prestashop',
	name: 'PrestaShop',

	detect: (payload) =>
		has(payload, 'reference', 'current_state', 'id_cart') || has(payload, 'current_state', 'id_address_delivery')
			? 0.9
			: 0,

	parse: (order, context) => [parseOrder(order, context)],
};

/** XML elements with attributes become objects whose text is "_" or "#text". */
const value = (raw: unknown): unknown => (isFields(raw) ? (raw._ ?? raw['#text']) : raw);

function parseOrder(order: Fields, { options }: SourceContext): OrderEvent {
	const id = (name: string) => idOf(value(order[name]));
	const state = id('current_state');
	const stage = entryOf(STATE, state) ?? null;
	const number = id('shipping_number');
	const address = id('id_address_delivery');
	return {
		...EMPTY_EVENT,
		source: 'prestashop',
		fromShop: true,
		stage: state && PAID_LATER.has(state) && options.unpaidIsConfirmed ? 'confirmed' : stage,
		stageEvidence: `current_state = ${state ?? 'none'}`,
		orderNumber: id('reference'),
		orderId: id('id'),
		customerId: id('id_customer'),
		total: textOf(value(order.total_paid)),
		items: itemsOf(rowsOf(order), 'product_name', 'product_quantity'),
		trackings: number ? [{ number }] : [],
		...orderLookUp(
			'PrestaShop',
			`/api/addresses/${address ?? '{id_address_delivery}'}`,
			' (its phone, phone_mobile, firstname and id_country)',
		),
	};
}

function rowsOf(order: Fields): unknown {
	const rows = at(order, 'associations', 'order_rows');
	return Array.isArray(rows) ? rows : field(rows, 'order_row');
}
