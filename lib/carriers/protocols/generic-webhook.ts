import { createHash } from 'node:crypto';
import { type DeliveryStatus } from '../../domain/delivery';
import { readPhone } from '../../domain/phone';
import { jsonOf, type WebhookRequest } from '../../wire';
import { type CarrierEvent, type CarrierIgnored } from '../carrier';
import { type ReceiptSpec, type ReplySpec, type WebhookSpec } from './generic-spec';
import { find, findAll, holds, itemsIn, type Source, type Spots } from './generic-spots';
import { isoOf } from './generic-time';
import { countOf, meaningOf } from './reading';

/** Who reads: the carrier's name for reasons, and the account's own number where that is known. */
export interface Reader {
	readonly name: string;
	readonly ownNumber?: string | undefined;
}

/** What a webhook brings: at least one event. */
export function eventsIn(request: WebhookRequest, spec: WebhookSpec, reader: Reader): CarrierEvent[] {
	const text = request.body || (/\?([^#]*)/.exec(request.url)?.[1] ?? '');
	const parsed = request.body ? jsonOf(text) : undefined;
	const root = typeof parsed === 'object' && parsed !== null ? parsed : formOf(text);
	return itemsIn(root, spec.items).map((scopes) => eventOf({ text, scopes }, request, spec, reader));
}

const formOf = (text: string): unknown => Object.fromEntries(new URLSearchParams(text));

function eventOf(source: Source, request: WebhookRequest, spec: WebhookSpec, reader: Reader): CarrierEvent {
	const { receiptWhen, replyWhen, receipt, reply } = spec;
	const hasStatus = find(source, receipt.status) !== undefined;
	const isReply = replyWhen ? holds(source, replyWhen) === true : !hasStatus;
	const isReceipt = receiptWhen ? holds(source, receiptWhen) === true : hasStatus && !(replyWhen && isReply);
	if (isReceipt) return receiptOf(source, receipt, spec, reader);
	if (!isReply || !reply) return ignored(reader, 'is neither a receipt nor a text');
	return replyOf(source, reply, request, spec, reader);
}

const ignored = ({ name }: Reader, why: string): CarrierIgnored => ({
	kind: 'ignored',
	reason: `This webhook of ${name} ${why}`,
});

const FAILED: ReadonlySet<DeliveryStatus> = new Set(['undelivered', 'failed', 'expired', 'rejected'] as const);

function receiptOf(source: Source, spec: ReceiptSpec, { utcOffset }: WebhookSpec, reader: Reader): CarrierEvent {
	const value = (spots: Spots | undefined) => find(source, spots);
	const words = findAll(source, spec.status);
	const [known] = words.flatMap((word) => meaningOf(spec.statuses, word) ?? []);
	const clientRef = value(spec.ref);
	const id = value(spec.id) ?? clientRef;
	if (!known) return ignored(reader, `has a status that is not known: "${words[0] ?? ''}"`);
	if (!id) return ignored(reader, 'does not say which text it reports on');
	const errorCode = value(spec.code);
	const amount = value(spec.price);
	const partId = spec.part && holds(source, spec.part.when) ? value(spec.part.id) : undefined;
	return {
		kind: 'receipt',
		id,
		eventId: value(spec.eventId),
		to: value(spec.to),
		from: value(spec.from),
		status: known.status,
		isFinal: known.isFinal,
		errorCode,
		reason: FAILED.has(known.status) ? (meaningOf(spec.reasons ?? {}, errorCode) ?? known.reason ?? 'unknown') : undefined,
		segments: countOf(value(spec.segments)),
		price: amount === undefined ? undefined : { amount, currency: value(spec.currency) },
		at: isoOf(value(spec.time), utcOffset),
		clientRef,
		part: partId === undefined ? undefined : { id: partId },
	};
}

function replyOf(
	source: Source,
	spec: ReplySpec,
	request: WebhookRequest,
	{ country, utcOffset }: WebhookSpec,
	reader: Reader,
): CarrierEvent {
	const value = (spots: Spots | undefined) => find(source, spots);
	const whole = (number: string | undefined) => number && wholeNumber(number, country);
	const from = whole(value(spec.from));
	const to = whole(value(spec.to)) ?? reader.ownNumber;
	if (!from || (!to && !spec.mayLackRecipient)) return ignored(reader, 'names no sender or no recipient');
	const text = textOf(source, spec);
	const at = isoOf(value(spec.time), utcOffset);
	return {
		kind: 'reply',
		id: value(spec.id) ?? digestOf([from, to ?? '', text, at ?? request.receivedAt.toISOString()]),
		eventId: value(spec.eventId),
		from,
		// undefined only where the account's own number is not known either, as in checks without a credential
		to: to as string,
		text,
		keyword: value(spec.keyword),
		media: [],
		at,
	};
}

function textOf(source: Source, { text, hex }: ReplySpec): string {
	const digits = hex && holds(source, hex.when) ? find(source, hex.at) : undefined;
	if (digits && /^([\da-f]{4})+$/i.test(digits)) return Buffer.from(digits, 'hex').swap16().toString('utf16le');
	return find(source, text) ?? '';
}

/**
 * Stands for the id that a gateway does not give: the same for a repetition. Without a time each counts as new, because a second
 * STOP months later must not be taken for the first.
 */
const digestOf = (parts: readonly string[]): string =>
	createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);

/** A national number in E.164; short codes, names and whole numbers as they are. */
function wholeNumber(number: string, country: string | undefined): string {
	if (!country || !/^\d{7,}$/.test(number)) return number;
	const { valid, e164 } = readPhone(number, country);
	return (valid && e164) || number;
}
