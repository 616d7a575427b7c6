// What the accounts of Vonage's two SMS APIs share: one switch of the account decides which of them hands over texts from customers,
// so both forms come to either URL.
// Inbound    https://developer.vonage.com/en/messaging/sms/guides/inbound-sms
// Receipts   https://developer.vonage.com/en/messaging/sms/guides/delivery-receipts
// Messages   https://developer.vonage.com/en/messages/concepts/messages-status-callbacks, https://developer.vonage.com/en/api-errors/messages
// Opt-outs   https://developer.vonage.com/en/opt-out-assist/guides/messaging-opted-out-numbers
// Proof      https://developer.vonage.com/en/getting-started/concepts/signing-messages, https://developer.vonage.com/en/getting-started/concepts/webhooks

import { createHash, createHmac } from 'node:crypto';
import { type DeliveryStatus, type FailureReason } from '../../domain/delivery';
import { CarrierError } from '../../domain/errors';
import { equalsSecretly, isRecent, sha256Hex } from '../../signature';
import { jsonOf, type WebhookRequest } from '../../wire';
import { type CarrierConfig, type CarrierEvent, type CarrierReceipt, type WebhookAnswer } from '../carrier';
import { baseUrlOf, countOf, fieldsOf, type Json, meaningOf, textOf } from './reading';

export interface VonageConfig extends CarrierConfig {
	readonly apiKey: string;
	/** Of the account; empty until Vonage signs its webhooks, which its support switches on. */
	readonly signatureSecret: string;
	/** "md5hash" or the name of a HMAC, as chosen in the account. */
	readonly signatureMethod: string;
}

export const STATUSES: Readonly<Record<string, DeliveryStatus>> = {
	accepted: 'sent',
	buffered: 'sent',
	delivered: 'delivered',
	expired: 'expired',
	failed: 'failed',
	read: 'delivered',
	rejected: 'rejected',
	submitted: 'sent',
	undeliverable: 'undelivered',
	unknown: 'unknown',
};

/** One or two digits: err-code of a receipt. Four: the same of the Messages API. */
export const REASONS: Readonly<Record<string, FailureReason>> = {
	2: 'unreachable', // for now
	3: 'invalid_number', // "no longer active"
	4: 'blocked', // by the customer's own network, at their wish
	6: 'spam',
	7: 'unreachable',
	8: 'unreachable',
	9: 'opted_out', // "Illegal Number": they have asked for no more; not the 9 of an answer to a text, which is no credit
	12: 'unreachable',
	13: 'blocked', // age
	14: 'blocked',
	15: 'no_credit',
	16: 'throttled',
	50: 'unregistered', // 50 to 52: India's registration
	51: 'unregistered',
	52: 'spam',
	53: 'blocked',
	54: 'blocked',
	1000: 'throttled',
	1050: 'blocked',
	1070: 'no_credit',
	1120: 'unregistered',
	1210: 'spam',
	1220: 'unreachable',
	1230: 'unreachable',
	1240: 'opted_out', // "Illegal Number", as 9
	1260: 'unreachable',
	1270: 'blocked',
	1280: 'blocked',
	1290: 'no_credit',
};

const FINAL: ReadonlySet<DeliveryStatus> = new Set([
	'delivered',
	'undelivered',
	'failed',
	'rejected',
	'expired',
] as const);

export const TAKEN: WebhookAnswer = { contentType: 'text/plain', body: '' };

/** Numbers have no plus there; names stay. */
export const digitsOf = (number: string): string => number.replace(/^\+/, '');

/** @param usual the origin of the API. @throws CarrierError `bad-config` */
export function readVonage(fields: Readonly<Record<string, unknown>>, usual: string): VonageConfig {
	const text = (name: string) => (typeof fields[name] === 'string' ? fields[name].trim() : '');
	const apiKey = text('apiKey');
	if (!apiKey) throw new CarrierError('bad-config', 'The API key in the Vonage credential is missing');
	if (!text('apiSecret')) throw new CarrierError('bad-config', 'The API secret in the Vonage credential is missing');
	return {
		apiKey,
		signatureSecret: text('signatureSecret'),
		signatureMethod: text('signatureMethod') || 'md5hash',
		baseUrl: baseUrlOf(fields.baseUrl, usual),
	};
}

/** Whether one of the two signatures proves a webhook: a token over the body, or a parameter over the others. */
export function isFromVonage(request: WebhookRequest, config: VonageConfig): boolean {
	if (!config.signatureSecret) return false;
	const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
	return token ? isSignedToken(token, request, config) : isSignedParameters(request, config);
}

/** The SDKs' window. */
const WINDOW_SECONDS = 300;
/** A token has no end, and a webhook is sent again for a day. */
const TOKEN_WINDOW_SECONDS = 25 * 3600;

function isSignedToken(token: string, request: WebhookRequest, config: VonageConfig): boolean {
	const [header = '', claims = '', signature = '', ...more] = token.split('.');
	const expected = createHmac('sha256', config.signatureSecret).update(`${header}.${claims}`).digest('base64url');
	if (more.length > 0 || !equalsSecretly(expected, signature)) return false;
	const read = (part: string) => fieldsOf(jsonOf(Buffer.from(part, 'base64url').toString('utf8')));
	const { iss, iat, payload_hash: hash, api_key: apiKey } = read(claims);
	return (
		read(header).alg === 'HS256' &&
		iss === 'Vonage' &&
		(apiKey === undefined || apiKey === config.apiKey) &&
		isRecent(textOf(iat), request.receivedAt, TOKEN_WINDOW_SECONDS) &&
		typeof hash === 'string' &&
		equalsSecretly(sha256Hex(request.body), hash.toLowerCase())
	);
}

function isSignedParameters(request: WebhookRequest, config: VonageConfig): boolean {
	const { sig, ...fields } = fieldsIn(request);
	const texts = Object.entries(fields).map(([name, value]) => [name, textOf(value) ?? ''] as const);
	if (typeof sig !== 'string' || !isRecent(textOf(fields.timestamp), request.receivedAt, WINDOW_SECONDS)) return false;
	// what we have put into the URL ourselves need not be signed
	return [texts, texts.filter(([name]) => name !== 'send' && name !== 'key')].some((signed) =>
		equalsSecretly(signatureOf(signed, config) ?? '', sig.toLowerCase()),
	);
}

function signatureOf(
	fields: ReadonlyArray<readonly [string, string]>,
	{ signatureSecret, signatureMethod }: VonageConfig,
): string | undefined {
	const text = [...fields]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, value]) => `&${name}=${value.replace(/[&=]/g, '_')}`)
		.join('');
	if (signatureMethod === 'md5hash')
		return createHash('md5')
			.update(text + signatureSecret)
			.digest('hex');
	if (!['md5', 'sha1', 'sha256', 'sha512'].includes(signatureMethod)) return undefined;
	return createHmac(signatureMethod, signatureSecret).update(text).digest('hex');
}

/** A webhook comes as the account is set: by GET, as a form or as JSON. */
function fieldsIn({ method, url, headers, body }: WebhookRequest): Json {
	if (method === 'GET') return Object.fromEntries(new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? ''));
	const isForm = /^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '');
	return isForm ? Object.fromEntries(new URLSearchParams(body)) : fieldsOf(jsonOf(body));
}

export function vonageEvents(carrierName: string, request: WebhookRequest): CarrierEvent[] {
	const fields = fieldsIn(request);
	const read = fields.message_uuid === undefined ? ofSmsApi : ofMessagesApi;
	return [
		read(fields) ?? {
			kind: 'ignored',
			reason: `This ${carrierName} webhook brings neither a text nor a report known here`,
		},
	];
}

/** Undefined for what is neither; also for the empty one that comes when a URL is saved. */
function ofSmsApi(fields: Json): CarrierEvent | undefined {
	const [id, msisdn, to] = [textOf(fields.messageId), textOf(fields.msisdn), textOf(fields.to)];
	const at = isoOf(textOf(fields['message-timestamp']));
	if (!id) return undefined;
	if (fields.status !== undefined) {
		// of a receipt, msisdn is the customer, and "to" our sender
		const amount = textOf(fields.price);
		return receipt(textOf(fields.status), textOf(fields['err-code']), {
			id,
			to: msisdn,
			from: to,
			price: amount === undefined ? undefined : { amount, currency: 'EUR' },
			clientRef: textOf(fields['client-ref']),
			// each part of a long text has an id and a receipt of its own
			part: { id },
			at,
		});
	}
	if (!msisdn || !to) return undefined;
	const [number, total] = [countOf(fields['concat-part']), countOf(fields['concat-total'])];
	const [data, ref] = [textOf(fields.data), textOf(fields['concat-ref'])];
	return {
		kind: 'reply',
		id,
		from: msisdn,
		to,
		text: textOf(fields.text) ?? '',
		binary: fields.type === 'binary' && data ? { data, udh: textOf(fields.udh) } : undefined,
		keyword: textOf(fields.keyword),
		media: [],
		at,
		part:
			number && total && total > 1 && ref
				? { group: groupOf([msisdn, to, (at ?? '').slice(0, 10)], ref), number, total }
				: undefined,
	};
}

/** The reference is one byte: with sender and day it is not met again. As a digest, because ids are kept where numbers are forgotten. */
const groupOf = (rest: readonly string[], ref: string): string => `${sha256Hex(rest.join(' ')).slice(0, 24)} ${ref}`;

function ofMessagesApi(fields: Json): CarrierEvent | undefined {
	const [id, from, to, at] = ['message_uuid', 'from', 'to', 'timestamp'].map((name) => textOf(fields[name]));
	if (!id) return undefined;
	const sms = fieldsOf(fields.sms);
	if (fields.status !== undefined) {
		const [amount, currency] = [textOf(fieldsOf(fields.usage).price), textOf(fieldsOf(fields.usage).currency)];
		return receipt(textOf(fields.status), problemCode(fieldsOf(fields.error)), {
			id,
			to,
			from,
			segments: countOf(sms.count_total),
			price: amount === undefined ? undefined : { amount, currency },
			clientRef: textOf(fields.client_ref),
			at,
		});
	}
	if (!from || !to) return undefined;
	const image = textOf(fieldsOf(fields.image).url);
	return {
		kind: 'reply',
		id,
		from,
		to,
		text: textOf(fields.text) ?? '',
		keyword: textOf(sms.keyword),
		segments: countOf(sms.num_messages),
		media: image ? [{ url: image }] : [],
		at,
	};
}

function receipt(
	word: string | undefined,
	errorCode: string | undefined,
	rest: Omit<CarrierReceipt, 'kind' | 'status' | 'isFinal' | 'errorCode' | 'reason'>,
): CarrierReceipt | undefined {
	const status = meaningOf(STATUSES, word);
	if (!status) return undefined;
	const isFailure = errorCode !== undefined && errorCode !== '0';
	const reason = isFailure ? (meaningOf(REASONS, errorCode) ?? 'unknown') : undefined;
	return {
		kind: 'receipt',
		...rest,
		status: reason === 'opted_out' ? 'rejected' : status,
		isFinal: FINAL.has(status),
		errorCode,
		reason,
	};
}

/** The code of a problem (RFC 7807): what its type ends in, e.g. "…messages-olympus#1120". */
export const problemCode = ({ type, title }: Json): string | undefined =>
	/#([\w-]+)$/.exec(textOf(type) ?? '')?.[1] ?? /^\d{4}$/.exec(textOf(title) ?? '')?.[0];

/** "2020-01-01 12:00:00", which is UTC. */
const isoOf = (text: string | undefined): string | undefined =>
	text && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? `${text.replace(' ', 'T')}Z` : undefined;
