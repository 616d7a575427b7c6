// SMSAPI (.com, .pl, .se, .bg).
// API       https://www.smsapi.com/docs#2-single-sms
// Errors    https://www.smsapi.com/docs#error-codes
// Receipts  https://www.smsapi.com/docs#callback, https://www.smsapi.com/docs#statuses
// Replies   https://www.smsapi.pl/docs (2way)

import { type DeliveryStatus, type FailureReason } from '../domain/delivery';
import { CarrierError, type CarrierErrorCode } from '../domain/errors';
import { jsonOf, type WebhookRequest } from '../wire';
import { type Carrier, type CarrierConfig, type CarrierEvent } from './carrier';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { baseUrlOf, countOf, fieldsOf, listOf, meaningOf, textOf } from './protocols/reading';

/** They come with HTTP 200 too. */
const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	8: 'rejected', // the request
	11: 'bad-message', // too long, or empty
	12: 'bad-message', // more parts than allowed
	13: 'bad-message', // no valid number; also numbers on the account's blacklist
	14: 'bad-config', // sender
	52: 'throttled', // more than ten to one number within a minute
	53: 'outcome-unknown', // a text with this reference was taken before
	57: 'recipient-opted-out', // on the blacklist of the account
	59: 'recipient-opted-out', // on the list of opt-outs
	70: 'bad-config', // the receipt URL
	74: 'rejected', // outside the hours set in the account
	76: 'bad-message', // characters
	94: 'bad-message', // the account may not send links
	98: 'bad-config', // a trial account's only number
	101: 'bad-config', // token
	102: 'bad-config',
	103: 'rejected', // no credit
	105: 'bad-config', // not from this IP address
	110: 'bad-config', // the account may not do this
	112: 'rejected', // the account may not send to this country
	200: 'rejected',
	201: 'outcome-unknown', // 201, 666 and 999: faults of theirs
	202: 'throttled', // too many at once, "the message won't be sent"
	203: 'throttled', // too many requests
	401: 'bad-config', // the token may not do this
	666: 'outcome-unknown',
	997: 'bad-config', // HTTPS only
	999: 'outcome-unknown',
};

/** What an answer says of the recipient, or of the account. */
const SEND_REASONS: Readonly<Record<string, FailureReason>> = { 57: 'opted_out', 59: 'opted_out', 103: 'no_credit' };

/** By number; answers and the panel show the names. A receipt says nothing more, so nothing tells why a text did not arrive. */
const STATUSES: Readonly<Record<string, { status: DeliveryStatus; isFinal: boolean; reason?: FailureReason }>> = {
	401: { status: 'unknown', isFinal: true }, // NOT_FOUND: the report has expired
	402: { status: 'expired', isFinal: true, reason: 'expired' },
	403: { status: 'sent', isFinal: false },
	404: { status: 'delivered', isFinal: true },
	405: { status: 'undelivered', isFinal: true, reason: 'unknown' },
	406: { status: 'failed', isFinal: true, reason: 'unknown' },
	407: { status: 'rejected', isFinal: true, reason: 'unknown' },
	408: { status: 'unknown', isFinal: false },
	409: { status: 'queued', isFinal: false },
	410: { status: 'sent', isFinal: false }, // ACCEPTED, by the network
	411: { status: 'queued', isFinal: false }, // RENEWAL: tried again
	412: { status: 'failed', isFinal: true, reason: 'unknown' }, // STOP: of the batch, by the operator; nobody has opted out
};

/** Statuses in an answer of a text that will not leave. */
const NOT_TAKEN = ['EXPIRED', 'FAILED', 'NOT_FOUND', 'REJECTED', 'STOP', 'UNDELIVERED'];

export const smsapi: Carrier<CarrierConfig> = {
	id: 'smsapi',
	name: 'SMSAPI',
	credential: 'commerceSmsSmsapiApi',
	limits: { senders: ['phone-number', 'alphanumeric'], maxSegments: 10 },
	capabilities: {
		mms: false, // its MMS are SMIL, not a URL of a picture
		dlt: false,
		priceInResponse: true,
		scheduling: true,
		receipts: true,
		replies: true,
		signsWebhooks: false,
		tellsOptOuts: true,
	},

	// anything else is sent again
	acknowledgement: { contentType: 'text/plain', body: 'OK' },
	numbersLackPlus: true,
	// No `inbound` and no `lookUp`: no API for the URL of replies, none to find a text by its reference.

	readConfig({ token, baseUrl }) {
		if (typeof token !== 'string' || token.trim() === '') {
			throw new CarrierError('bad-config', 'The SMSAPI credential has no token');
		}
		return { baseUrl: baseUrlOf(baseUrl, 'https://api.smsapi.com') };
	},

	buildSend({ to, from, text, receiptUrl, ref }, { baseUrl }) {
		return {
			method: 'POST',
			url: `${baseUrl}/sms.do`,
			headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
			body: new URLSearchParams({
				format: 'json',
				encoding: 'utf-8',
				details: '1',
				to: digitsOf(to),
				from: digitsOf(from),
				message: text,
				...(receiptUrl ? { notify_url: receiptUrl } : {}),
				// a reference is taken once only, for a day
				...(ref ? { idx: ref, check_idx: '1' } : {}),
			}).toString(),
		};
	},

	parseSend(response) {
		const answer = fieldsOf(jsonOf(response.body));
		const [text] = listOf(answer.list).map(fieldsOf);
		const code = textOf(answer.error) ?? textOf(text?.error);
		const isRefused = code !== undefined || NOT_TAKEN.includes(textOf(text?.status) ?? '');
		if (isRefused || !isSuccess(response)) {
			const words = { code, message: textOf(answer.message), reason: meaningOf(SEND_REASONS, code) };
			throw failureOf('SMSAPI', response, isRefused ? words : {}, SEND_ERRORS);
		}
		const id = textOf(text?.id);
		if (!id) throw unreadable('SMSAPI', response);
		const amount = textOf(text?.points); // its own unit
		return {
			id,
			status: text?.status === 'SENT' ? 'sent' : 'queued',
			segments: countOf(text?.parts) ?? countOf(answer.parts),
			price: amount === undefined ? undefined : { amount },
			clientRef: textOf(text?.idx),
		};
	},

	verifyWebhook: () => false,

	parseWebhook(request) {
		const fields = fieldsIn(request);
		return fields.has('sms_from') || fields.has('sms_text') ? [reply(fields)] : receipts(fields);
	},
};

/** Numbers have no plus there; names stay. */
const digitsOf = (number: string) => number.replace(/^\+/, '');

/** Receipts come by GET, texts from customers as a form. */
const fieldsIn = ({ method, url, body }: WebhookRequest) =>
	new URLSearchParams(method === 'GET' ? (/\?([^#]*)/.exec(url)?.[1] ?? '') : body);

const isoOf = (seconds: string | undefined) =>
	seconds && /^\d{1,12}$/.test(seconds) ? new Date(Number(seconds) * 1000).toISOString() : undefined;

/** Several in one request: each field lists its values with commas. */
function receipts(fields: URLSearchParams): CarrierEvent[] {
	const lists = (name: string) => fields.get(name)?.split(',') ?? [];
	const [ids, codes, to, from, refs] = ['MsgId', 'status', 'to', 'from', 'idx'].map(lists);
	const [points, doneAt] = ['points', 'donedate'].map(lists);
	const events = (ids ?? []).map((id, index): CarrierEvent => {
		const code = codes?.[index] ?? '';
		const known = meaningOf(STATUSES, code);
		if (!id || !known) return { kind: 'ignored', reason: `SMSAPI status "${code}" is not known` };
		const amount = points?.[index] || undefined;
		return {
			kind: 'receipt',
			id,
			to: to?.[index] || undefined,
			from: from?.[index] || undefined,
			...known,
			errorCode: code,
			price: amount === undefined ? undefined : { amount },
			at: isoOf(doneAt?.[index]),
			clientRef: refs?.[index] || undefined,
		};
	});
	return events.length > 0 ? events : [{ kind: 'ignored', reason: 'This SMSAPI webhook brings no text and no report' }];
}

function reply(fields: URLSearchParams): CarrierEvent {
	const [id, from, to] = ['MsgId', 'sms_from', 'sms_to'].map((name) => fields.get(name));
	if (!id || !from || !to) return { kind: 'ignored', reason: 'This SMSAPI text names no id, sender or recipient' };
	return {
		kind: 'reply',
		id,
		from,
		to,
		text: fields.get('sms_text') ?? '',
		media: [],
		at: isoOf(fields.get('sms_date') ?? undefined),
	};
}
