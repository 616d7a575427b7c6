// Magento 2 and Adobe Commerce: order, shipment and credit memo of the REST API, which extensions and Adobe I/O Events post.
// https://developer.adobe.com/commerce/webapi/rest/  (salesOrderRepositoryV1, salesShipmentRepositoryV1)

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
	itemsOf,
	listOf,
	phoneReader,
	phonesOf,
	textOf,
	timeOf,
	wordOf,
} from './read';
import { type Source, type SourceContext } from './source';

/**
 * By state, which is the machine's; merchants name statuses as they like. "complete" is missing: all is invoiced and shipped,
 * and what that means to the customer is the operator's choice.
 * https://experienceleague.adobe.com/en/docs/commerce-admin/stores-sales/order-management/orders/order-status
 */
const STATE: Readonly<Record<string, Stage>> = {
	new: 'awaiting_payment',
	pending_payment: 'awaiting_payment',
	payment_review: 'awaiting_payment',
	processing: 'confirmed',
	closed: 'refunded',
	canceled: 'cancelled',
};

/** Shipments, invoices and credit memos have the order's internal id, and a number of their own. */
const isOfOrder = (payload: Fields) => has(payload, 'increment_id', 'order_id');
const isOrder = (payload: Fields) =>
	has(payload, 'increment_id') &&
	!has(payload, 'order_id') &&
	(has(payload, 'entity_id', 'state') || has(payload, 'base_grand_total', 'status'));
const isCreditMemo = (payload: Fields) =>
	isOfOrder(payload) && (has(payload, 'creditmemo_status') || has(payload, 'adjustment'));
const isShipment = (payload: Fields) =>
	isOfOrder(payload) && (has(payload, 'tracks') || (has(payload, 'total_qty') && !has(payload, 'grand_total')));

export const magento: Source = {
	id: 'magento',
	name: 'Magento 2',

	detect: (payload) => (isOrder(payload) || isCreditMemo(payload) || isShipment(payload) ? 0.9 : 0),

	parse(payload, context) {
		if (isOrder(payload)) return [parseOrder(payload, context)];
		return isCreditMemo(payload) ? [parseCreditMemo(payload)] : parseShipment(payload);
	},
};

const phoneOf = phoneReader({ phone: 'telephone', country: 'country_id', firstName: 'firstname' });

function parseOrder(order: Fields, context: SourceContext): OrderEvent {
	const billing = fieldsOf(order.billing_address);
	const assignment = listOf(at(order, 'extension_attributes', 'shipping_assignments'))[0];
	const shipping = fieldsOf(at(assignment, 'shipping', 'address'));
	const country = countryOf(shipping.country_id, billing.country_id);
	const reading = readingOf(order, context);
	const refunded = textOf(order.total_refunded);
	return {
		...EMPTY_EVENT,
		source: 'magento',
		fromShop: true,
		...reading,
		occurredAt: timeOf(order.updated_at) ?? timeOf(order.created_at),
		orderNumber: idOf(order.increment_id),
		orderId: idOf(order.entity_id),
		firstName: givenNameOf(order.customer_firstname, shipping.firstname, billing.firstname),
		customerId: idOf(order.customer_id),
		phones: phonesOf([phoneOf('shipping_address', shipping, country), phoneOf('billing_address', billing, country)]),
		country,
		total: textOf(order.grand_total),
		currency: textOf(order.order_currency_code),
		refunds: reading.stage === 'refunded' && Number(refunded) > 0 ? [refunded as string] : [],
		items: itemsOf(order.items, 'name', 'qty_ordered'),
	};
}

function readingOf(order: Fields, { options }: SourceContext): StageReading {
	const state = wordOf(order.state);
	if (state === 'complete') {
		const stage = options.completedMeans ?? 'shipped';
		return { stage, stageEvidence: `state = complete, which means ${stage} by your setting` };
	}
	const stage = entryOf(STATE, state) ?? null;
	return {
		stage: state === 'new' && options.unpaidIsConfirmed ? 'confirmed' : stage,
		stageEvidence: `state = ${state || 'none'}`,
	};
}

const ofOrder = (payload: Fields) => {
	const orderId = idOf(payload.order_id);
	return {
		...EMPTY_EVENT,
		source: 'magento',
		fromShop: true,
		occurredAt: timeOf(payload.created_at),
		orderId, // increment_id is the number of the shipment or credit memo
		...orderLookUp('Magento', `/V1/orders/${orderId ?? '{order_id}'}`),
	};
};

const parseShipment = (shipment: Fields): OrderEvent[] =>
	eventPerParcel({
		...ofOrder(shipment),
		stage: 'shipped',
		stageEvidence: 'a shipment was made',
		trackings: listOf(shipment.tracks).flatMap((track) => {
			const number = idOf(field(track, 'track_number'));
			return number ? [{ number, company: textOf(field(track, 'title')) }] : [];
		}),
	});

function parseCreditMemo(memo: Fields): OrderEvent {
	const amount = textOf(memo.grand_total);
	return {
		...ofOrder(memo),
		...(Number(amount) > 0
			? { stage: 'refunded', stageEvidence: 'a credit memo was made', refunds: [amount as string] }
			: { stage: null, stageEvidence: 'a credit memo that paid nothing back' }),
		currency: textOf(memo.order_currency_code),
	};
}
