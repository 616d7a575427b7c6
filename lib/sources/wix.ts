// Wix eCommerce: webhooks, which are tokens around JSON in JSON (unwrap.ts opens them), and the order of the Orders API.
// https://dev.wix.com/docs/api-reference/business-solutions/e-commerce/orders/orders/order-object

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
	firstText,
	givenNameOf,
	has,
	idOf,
	isFields,
	languageOf,
	linkOf,
	listOf,
	numberOf,
	phonesOf,
	textOf,
	timeOf,
} from './read';
import { type Source, type SourceContext } from './source';
import { parseJson } from './unwrap';

/** Events of an order whose name is the news. Others leave it to the order's own statuses. */
const SLUG: Readonly<Record<string, Stage>> = { approved: 'confirmed', canceled: 'cancelled', fulfilled: 'shipped' };

const FULFILLMENT: Readonly<Record<string, Stage>> = { FULFILLED: 'shipped', PARTIALLY_FULFILLED: 'shipped' };

/** paymentStatus of an approved order that nothing was sent of. */
const PAYMENT: Readonly<Record<string, Stage>> = {
	PAID: 'confirmed',
	PARTIALLY_PAID: 'confirmed',
	AUTHORIZED: 'confirmed',
	PARTIALLY_REFUNDED: 'confirmed',
	NOT_PAID: 'awaiting_payment',
	PENDING: 'awaiting_payment',
};

const isEvent = (payload: Fields) => has(payload, 'entityFqdn', 'slug');
const isOrder = (payload: Fields) =>
	has(payload, 'paymentStatus', 'fulfillmentStatus') &&
	(has(payload, 'recipientInfo') ||
		has(payload, 'billingInfo') ||
		has(payload, 'buyerLanguage') ||
		has(payload, 'priceSummary'));

export const wix: Source = {
	id: 'wix',
	name: 'Wix',
	detect: (payload) => (isEvent(payload) ? 1 : isOrder(payload) ? 0.9 : 0),
	parse: (payload, context) =>
		isEvent(payload) ? parseEvent(payload, context) : parseOrder(payload, undefined, context),
};

/** An object, or the JSON of one. */
const opened = (plain: unknown, json: unknown): Fields =>
	fieldsOf(plain ?? (typeof json === 'string' ? parseJson(json) : undefined));

/** What an event is about: what was created, what it is now, or what the action came with. */
function entityOf(payload: Fields): Fields {
	const { createdEvent: created, updatedEvent: updated, actionEvent: action } = payload;
	if (isFields(created)) return opened(created.entity, created.entityAsJson);
	if (isFields(updated)) return opened(updated.currentEntity, updated.currentEntityAsJson);
	return opened(field(action, 'body'), field(action, 'bodyAsJson'));
}

function parseEvent(payload: Fields, context: SourceContext): OrderEvent[] {
	const entity = entityOf(payload);
	const slug = textOf(payload.slug);
	const about = textOf(payload.entityFqdn) ?? '';
	const order = isFields(entity.order) ? entity.order : entity;
	const orderId =
		idOf(order.id) && order !== entity
			? idOf(order.id)
			: firstText(
					entity.orderId,
					at(entity, 'orderTransactions', 'orderId'),
					about.endsWith('.order') ? payload.entityId : undefined,
				);
	const notice = {
		topic: `${about}/${slug ?? ''}`,
		eventId: textOf(payload.id),
		occurredAt: timeOf(payload.eventTime),
	};
	// what an event leaves out of its order is no reason to take it for something else
	if (isOrder(order) || (about.endsWith('.order') && (has(order, 'id') || has(order, 'number'))))
		return parseOrder(order, slug, context).map((event) => ({
			...event,
			...notice,
			orderId: event.orderId ?? orderId,
		}));
	return eventPerParcel({
		...EMPTY_EVENT,
		source: 'wix',
		fromShop: true,
		...notice,
		...thinReading(about, slug, entity),
		refunds: refundOf(entity),
		orderId,
		orderNumber: idOf(order.number),
		trackings: about.endsWith('.fulfillments') ? listOf(entity.fulfillments).flatMap(trackingOf) : [],
		...orderLookUp('Wix', `/ecom/v1/orders/${orderId ?? '{orderId}'}`),
	});
}

function thinReading(about: string, slug: string | undefined, entity: Fields): StageReading {
	const stageEvidence = `slug = ${slug ?? 'none'} of ${about || 'nothing'}`;
	if (about.endsWith('.order')) return { stage: entryOf(SLUG, slug) ?? null, stageEvidence };
	if (about.endsWith('.order_transactions')) {
		const isPaidBack = slug === 'refund_completed' && !hasFailed(entity.refund);
		return { stage: isPaidBack ? 'refunded' : null, stageEvidence };
	}
	const isSent = about.endsWith('.fulfillments') && listOf(entity.fulfillments).some(isFields);
	return { stage: isSent ? 'shipped' : null, stageEvidence };
}

/** A refund is completed too when each of its payments has failed. */
function hasFailed(refund: unknown): boolean {
	const payments = listOf(field(refund, 'transactions'));
	return payments.length > 0 && payments.every((payment) => field(payment, 'refundStatus') === 'FAILED');
}

function refundOf(entity: Fields): string[] {
	const amount = textOf(at(entity, 'refund', 'summary', 'refunded', 'amount'));
	return Number(amount) > 0 ? [amount as string] : [];
}

function trackingOf(fulfillment: unknown) {
	const info = fieldsOf(field(fulfillment, 'trackingInfo'));
	const [number, url] = [idOf(info.trackingNumber), linkOf(info.trackingLink)];
	return number || url ? [{ number, url, company: textOf(info.shippingProvider) }] : [];
}

/** A contact and an address beside each other; some samples call the contact "contact". */
const phoneOf = (path: string, place: unknown, country?: string) => {
	const contact = fieldsOf(field(place, 'contactDetails') ?? field(place, 'contact'));
	return {
		path: `${path}.contactDetails.phone`,
		raw: contact.phone,
		country: countryOf(at(place, 'address', 'country')) ?? country,
		firstName: givenNameOf(contact.firstName),
	};
};

function parseOrder(order: Fields, slug: string | undefined, context: SourceContext): OrderEvent[] {
	const destination = at(order, 'shippingInfo', 'logistics', 'shippingDestination');
	const country = countryOf(
		at(destination, 'address', 'country'),
		at(order, 'recipientInfo', 'address', 'country'),
		at(order, 'billingInfo', 'address', 'country'),
	);
	const people = [
		phoneOf('shippingInfo', destination, country),
		phoneOf('recipientInfo', order.recipientInfo, country),
		phoneOf('billingInfo', order.billingInfo, country),
	];
	const phones = phonesOf(people);
	const orderId = idOf(order.id);
	return eventPerParcel({
		...EMPTY_EVENT,
		source: 'wix',
		fromShop: true,
		...readingOf(order, slug, context),
		occurredAt: timeOf(order.updatedDate) ?? timeOf(order.createdDate),
		orderNumber: idOf(order.number),
		orderId,
		firstName: people.flatMap(({ firstName }) => firstName ?? [])[0],
		customerId: idOf(at(order, 'buyerInfo', 'contactId')),
		phones,
		country,
		language: languageOf(order.buyerLanguage),
		total: textOf(at(order, 'priceSummary', 'total', 'amount')),
		currency: textOf(order.currency),
		items: listOf(order.lineItems).flatMap((line) => {
			const name = firstText(at(line, 'productName', 'translated'), at(line, 'productName', 'original'));
			const quantity = numberOf(field(line, 'quantity') ?? 1);
			return name ? [{ name, quantity: Number.isFinite(quantity) ? quantity : 1 }] : [];
		}),
		...(has(order, 'recipientInfo') || has(order, 'billingInfo') || phones.length > 0
			? {}
			: orderLookUp('Wix', `/ecom/v1/orders/${orderId ?? '{orderId}'}`)),
	});
}

function readingOf(order: Fields, slug: string | undefined, { options }: SourceContext): StageReading {
	const [status, payment, fulfillment] = [
		textOf(order.status),
		textOf(order.paymentStatus),
		textOf(order.fulfillmentStatus),
	];
	const stageEvidence = `${slug ? `slug = ${slug}, ` : ''}status = ${status ?? 'none'}, paymentStatus = ${payment ?? 'none'}, fulfillmentStatus = ${fulfillment ?? 'none'}`;
	if (status === 'CANCELED') return { stage: 'cancelled', stageEvidence };
	if (payment === 'FULLY_REFUNDED') return { stage: 'refunded', stageEvidence };
	const named = entryOf(SLUG, slug);
	if (named) return { stage: named, stageEvidence };
	const sent = entryOf(FULFILLMENT, fulfillment);
	if (sent || status !== 'APPROVED' || fulfillment !== 'NOT_FULFILLED') return { stage: sent ?? null, stageEvidence };
	const stage = entryOf(PAYMENT, payment) ?? null;
	return { stage: stage === 'awaiting_payment' && options.unpaidIsConfirmed ? 'confirmed' : stage, stageEvidence };
}
