// Shoper: the order, which is also the body of its order.* webhooks.
// https://developers.shoper.pl/developers/api/resources/orders

import { EMPTY_EVENT, type OrderEvent, type StageReading } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import {
	countryOf,
	entryOf,
	field,
	type Fields,
	fieldsOf,
	givenNameOf,
	has,
	idOf,
	linkOf,
	numberOf,
	phoneReader,
	phonesOf,
	textOf,
} from './read';
import { type Source, type SourceContext } from './source';

/**
 * Merchants name and number their statuses; each has a type. Missing: 3 "done", which is the operator's choice, and 4, which
 * is cancelled, rejected or returned alike.
 */
const TYPE: Readonly<Record<string, Stage>> = { 1: 'awaiting_payment', 2: 'confirmed' };

const isOrder = (payload: Fields) =>
	has(payload, 'order_id', 'status_id') &&
	(has(payload, 'delivery_address') ||
		has(payload, 'deliveryAddress') ||
		has(payload, 'billing_address') ||
		has(payload, 'billingAddress'));

export const shoper: Source = {
	id: 'shoper',
	name: 'Shoper',

	detect: (payload, headers) => (isOrder(payload) ? (headers['x-shop-license'] ? 1 : 0.8) : 0),

	parse(order, context) {
		const topic = context.topic ?? context.headers['x-webhook-name'];
		return [{ ...parseOrder(order, { ...context, topic }), topic }];
	},
};

const phoneOf = phoneReader({ phone: 'phone', country: 'country_code', firstName: 'firstname' });

function parseOrder(order: Fields, context: SourceContext): OrderEvent {
	const delivery = fieldsOf(order.delivery_address ?? order.deliveryAddress);
	const billing = fieldsOf(order.billing_address ?? order.billingAddress);
	const country = countryOf(delivery.country_code, billing.country_code);
	return {
		...EMPTY_EVENT,
		source: 'shoper',
		fromShop: true,
		...readingOf(order, context),
		orderNumber: idOf(order.order_id),
		orderId: idOf(order.order_id),
		firstName: givenNameOf(delivery.firstname, billing.firstname),
		customerId: numberOf(order.user_id) === 0 ? undefined : idOf(order.user_id),
		phones: phonesOf([phoneOf('delivery_address', delivery, country), phoneOf('billing_address', billing, country)]),
		country,
		total: textOf(order.sum),
		orderUrl: linkOf(order.order_url),
	};
}

const isYes = (value: unknown) => value === true || value === 1 || value === '1';

function readingOf(order: Fields, { topic, options }: SourceContext): StageReading {
	if (topic === 'order.delete') return { stage: null, stageEvidence: 'topic = order.delete' };
	const type = idOf(field(order.status, 'type')) ?? idOf(order.status_type);
	const stageEvidence = `status type = ${type ?? 'none'}${isYes(order.is_paid) ? ', paid' : ''}`;
	if (type === '3') return { stage: options.completedMeans ?? 'shipped', stageEvidence };
	if (topic === 'order.paid' && type !== '4')
		return { stage: 'confirmed', stageEvidence: `topic = order.paid, ${stageEvidence}` };
	const stage = entryOf(TYPE, type) ?? null;
	const isConfirmed = stage === 'awaiting_payment' && (isYes(order.is_paid) || options.unpaidIsConfirmed === true);
	return { stage: isConfirmed ? 'confirmed' : stage, stageEvidence };
}
