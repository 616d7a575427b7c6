// The item of the Order Event Trigger: an order event as it was read, with the payload beside it. It is not read again, so what
// the trigger knows (a topic in a header, a looked-up phone) is not lost.
import { DomainError } from '../domain/errors';
import { EMPTY_EVENT, type OrderEvent } from '../domain/order-event';
import { isStage } from '../domain/stages';
import { REASONS } from '../domain/texts/texts';
import { field, type Fields, firstText, isFields, itemsOf, linkOf, listOf, phonesOf, textOf, timeOf } from './read';

/** The item's first field. Payloads of shops and trackers have none of that name. */
const MARK = 'commerceSmsEvent';
const VERSION = 1;

/** @param raw the payload that the event was read from. */
export const normalisedItem = (event: OrderEvent, raw: unknown): Record<string, unknown> => {
	const { occurredAt, ...rest } = event;
	return {
		[MARK]: VERSION,
		...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
		...(occurredAt === undefined ? {} : { occurredAt: new Date(occurredAt).toISOString() }),
		raw,
	};
};

/**
 * Undefined for any other item. Only the item itself is looked at, never what a wrapper holds: what somebody posts to a Webhook
 * node stands in its body.
 *
 * @throws DomainError `no-order` for an item that says it is one and is not.
 */
export function readNormalised(json: unknown): OrderEvent | undefined {
	const version = field(json, MARK);
	if (version === undefined) return undefined;
	const item = json as Fields;
	const source = textOf(item.source);
	const { stage } = item;
	if (version !== VERSION || !source || !(stage === null || isStage(stage))) {
		throw new DomainError(
			'no-order',
			'This item is no order event of this version of the Order Event Trigger',
			'Hand its items over as they are; to change one, change its fields, not their kinds.',
		);
	}
	const text = (name: string) => textOf(item[name]);
	return {
		...EMPTY_EVENT,
		source,
		fromShop: item.fromShop === true,
		topic: text('topic'),
		eventId: text('eventId'),
		occurredAt: timeOf(item.occurredAt),
		stage,
		stageEvidence: text('stageEvidence') ?? '',
		orderNumber: text('orderNumber'),
		orderId: text('orderId'),
		firstName: text('firstName'),
		customerId: text('customerId'),
		phones: phonesOf(
			listOf(item.phones).map((phone) => ({
				path: textOf(field(phone, 'path')) ?? 'phones',
				raw: field(phone, 'raw'),
				country: textOf(field(phone, 'country')),
				firstName: textOf(field(phone, 'firstName')),
			})),
		),
		country: text('country'),
		language: text('language'),
		total: text('total'),
		currency: text('currency'),
		refunds: listOf(item.refunds).flatMap((amount) => textOf(amount) ?? []),
		items: itemsOf(item.items, 'name'),
		orderUrl: linkOf(item.orderUrl),
		trackings: listOf(item.trackings).filter(isFields).map((tracking) => ({
			number: firstText(tracking.number),
			url: linkOf(tracking.url),
			company: firstText(tracking.company),
		})),
		...(Array.isArray(item.parcelNumbers) ? { parcelNumbers: item.parcelNumbers.flatMap((number) => textOf(number) ?? []) } : {}),
		eta: text('eta'),
		reason: text('reason'),
		reasonCode: REASONS.find((reason) => reason === item.reasonCode),
		reasonForCustomer: text('reasonForCustomer'),
		lookup: text('lookup'),
		lookupPath: text('lookupPath'),
		...(item.guessed === true ? { guessed: true } : {}),
		test: item.test === true,
	};
}
