// MessageBird, REST API (accounts from before it became Bird).
// API       https://developers.messagebird.com/api/sms-messaging/, https://developers.messagebird.com/api/mms-messaging/
// Errors    https://developers.messagebird.com/api/#api-errors
// Receipts  https://developers.messagebird.com/api/sms-messaging/#handle-a-status-report
// Codes     https://docs.bird.com/connectivity-platform/troubleshooting/sms-errors-and-error-codes
// Proof     https://developers.messagebird.com/api/#verifying-http-requests

import { type DeliveryStatus, type FailureReason } from '../domain/delivery';
import { CarrierError, type CarrierErrorCode } from '../domain/errors';
import { jsonOf } from '../wire';
import { type Carrier, type CarrierConfig, type CarrierEvent } from './carrier';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { isSignedByToken, isSignedOver, queryOf } from './protocols/messagebird-proof';
import { baseUrlOf, countOf, fieldsOf, listOf, meaningOf, textOf } from './protocols/reading';

export interface MessageBirdConfig extends CarrierConfig {
	/** Signs the webhooks; empty when they are not used. */
	readonly signingKey: string;
}

const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	2: 'bad-config', // wrong key
	9: 'bad-message', // something is missing
	10: 'bad-message', // something is invalid; the originator is looked at below
	20: 'rejected', // something that the text names does not exist
	21: 'bad-message',
	25: 'rejected', // no credit
	99: 'outcome-unknown', // fault of MessageBird
};

const STATUSES: Readonly<Record<string, { status: DeliveryStatus; isFinal: boolean }>> = {
	scheduled: { status: 'queued', isFinal: false },
	buffered: { status: 'sent', isFinal: false },
	sent: { status: 'sent', isFinal: false },
	delivered: { status: 'delivered', isFinal: true },
	delivery_failed: { status: 'undelivered', isFinal: true },
	expired: { status: 'expired', isFinal: true },
};

const REASONS: Readonly<Record<string, FailureReason>> = {
	1: 'invalid_number', // unknown subscriber
	103: 'opted_out',
};

/** `statusReason`: one word for many codes. */
const STATUS_REASONS: Readonly<Record<string, FailureReason>> = {
	'unknown subscriber': 'invalid_number',
	'unavailable subscriber': 'unreachable',
	expired: 'expired',
	'opted out': 'opted_out',
};

/** Without a reference there are no receipts. */
const NO_REFERENCE = 'commerce-sms';
/** The SDKs'. */
const WINDOW_SECONDS = 100;

export const messagebird: Carrier<MessageBirdConfig> = {
	id: 'messagebird',
	name: 'MessageBird',
	credential: 'commerceSmsMessageBirdApi',
	// 1,377 characters, or 603 beyond GSM
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric'], maxSegments: 9 },
	capabilities: {
		mms: true,
		dlt: false,
		priceInResponse: true,
		scheduling: true,
		receipts: true,
		replies: true,
		signsWebhooks: true,
		tellsOptOuts: true,
	},

	acknowledgement: { contentType: 'text/plain', body: 'OK' },
	numbersLackPlus: true,
	// No `lookUp`: the list of messages is filtered by status only, and nothing promises that it is complete.

	readConfig({ accessKey, signingKey, baseUrl }) {
		if (typeof accessKey !== 'string' || accessKey.trim() === '') {
			throw new CarrierError('bad-config', 'The access key in the MessageBird credential is missing');
		}
		return {
			signingKey: typeof signingKey === 'string' ? signingKey.trim() : '',
			baseUrl: baseUrlOf(baseUrl, 'https://rest.messagebird.com'),
		};
	},

	buildSend({ to, from, text, receiptUrl, mediaUrls = [], ref }, { baseUrl }) {
		const isMms = mediaUrls.length > 0;
		const reference = ref ?? (receiptUrl ? NO_REFERENCE : undefined);
		return {
			method: 'POST',
			url: `${baseUrl}/${isMms ? 'mms' : 'messages'}`,
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify({
				originator: digitsOf(from),
				recipients: digitsOf(to),
				body: text,
				// by default letters beyond GSM are replaced; an MMS is reported on where the account's own URL is
				...(isMms ? { mediaUrls } : { datacoding: 'auto', ...(receiptUrl ? { reportUrl: receiptUrl } : {}) }),
				...(reference ? { reference } : {}),
			}),
		};
	},

	parseSend(response) {
		const answer = fieldsOf(jsonOf(response.body));
		if (!isSuccess(response)) {
			const { code, description, parameter } = fieldsOf(listOf(answer.errors)[0]);
			const known = parameter === 'originator' ? { ...SEND_ERRORS, 10: 'bad-config' as const } : SEND_ERRORS;
			throw failureOf('MessageBird', response, { code: textOf(code), message: textOf(description) }, known);
		}
		const id = textOf(answer.id);
		if (!id) throw unreadable('MessageBird', response);
		const item = fieldsOf(listOf(fieldsOf(answer.recipients).items)[0]);
		const known = meaningOf(STATUSES, textOf(item.status));
		if (known?.status === 'undelivered' || known?.status === 'expired') {
			const [code, message] = [textOf(item.statusErrorCode), textOf(item.statusReason)];
			const reason = reasonOf(code, message);
			throw failureOf('MessageBird', response, { code, message, reason }, reason === 'opted_out' ? OPTED_OUT : {});
		}
		const price = fieldsOf(item.price);
		const amount = textOf(price.amount);
		return {
			id,
			status: textOf(item.status) === 'sent' ? 'sent' : 'queued',
			segments: countOf(item.messagePartCount),
			price: amount === undefined ? undefined : { amount, currency: textOf(price.currency) },
		};
	},

	verifyWebhook(request, { signingKey }) {
		const token = request.headers['messagebird-signature-jwt'];
		if (token) return isSignedByToken(token, request, signingKey);
		const query = queryOf(request).split('&').sort().join('&');
		return isSignedOver(query, request, signingKey, WINDOW_SECONDS);
	},

	parseWebhook(request) {
		const fields = new URLSearchParams(request.method === 'GET' ? queryOf(request) : request.body);
		// names may come twice; the last counts
		const read = (...names: string[]) => names.flatMap((name) => fields.getAll(name)).at(-1) || undefined;
		return [fields.has('status') ? receipt(read) : reply(read, fields)];
	},
};

const OPTED_OUT = { http200: 'recipient-opted-out', http201: 'recipient-opted-out' } as const;

/** MessageBird writes numbers without a plus; names and short codes stay. */
const digitsOf = (number: string) => number.replace(/^\+/, '');

const reasonOf = (code: string | undefined, words: string | undefined): FailureReason | undefined =>
	meaningOf(REASONS, code) ?? meaningOf(STATUS_REASONS, words?.toLowerCase());

type Read = (...names: string[]) => string | undefined;

function receipt(read: Read): CarrierEvent {
	const [id, word] = [read('id'), read('status')];
	const known = meaningOf(STATUSES, word);
	if (!id || !known) return { kind: 'ignored', reason: `MessageBird status "${word}" is not known` };
	const errorCode = read('statusErrorCode');
	const isFailure = known.status === 'undelivered' || known.status === 'expired';
	const reason = isFailure ? (reasonOf(errorCode, read('statusReason')) ?? 'unknown') : undefined;
	const [amount, reference] = [read('price[amount]'), read('reference')];
	return {
		kind: 'receipt',
		id,
		to: read('recipient'),
		...known,
		status: reason === 'opted_out' ? 'rejected' : known.status,
		errorCode,
		reason,
		segments: countOf(read('messagePartCount')),
		price: amount === undefined ? undefined : { amount, currency: read('price[currency]') },
		at: read('statusDatetime'),
		clientRef: reference === NO_REFERENCE ? undefined : reference,
	};
}

/** A short code's webhook has names of its own. */
function reply(read: Read, fields: URLSearchParams): CarrierEvent {
	const [id, from, to] = [read('id', 'mid'), read('originator'), read('receiver', 'recipient', 'shortcode')];
	if (!id || !from || !to) return { kind: 'ignored', reason: 'This MessageBird webhook brings no text message' };
	const [, year, month, day, hour, minute, second] =
		/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(read('receive_datetime') ?? '') ?? [];
	return {
		kind: 'reply',
		id,
		from,
		to,
		text: read('message', 'body') ?? '',
		media: [...fields].flatMap(([name, url]) => (/^mediaurls(\[\d*\])?$/i.test(name) && url ? [{ url }] : [])),
		at:
			read('CreatedDatetime', 'createdDatetime') ??
			(year && `${year}-${month}-${day}T${hour}:${minute}:${second}Z`) ??
			undefined,
	};
}
