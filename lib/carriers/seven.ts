// seven (formerly sms77).
// API       https://docs.seven.io/en/rest-api/endpoints/sms
// Errors    the codes of https://github.com/seven-io/js-client/blob/main/docs/enums/ErrorCode.html
// Webhooks  https://docs.seven.io/en/rest-api/webhooks
// Proof     https://docs.seven.io/en/rest-api/signing

import { createHash } from 'node:crypto';
import { type DeliveryStatus, type FailureReason } from '../domain/delivery';
import { CarrierError, type CarrierErrorCode } from '../domain/errors';
import { equalsSecretly, hmac, isRecent } from '../signature';
import { jsonOf } from '../wire';
import { type Carrier, type CarrierConfig, type CarrierEvent } from './carrier';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { baseUrlOf, countOf, fieldsOf, type Json, listOf, meaningOf, textOf } from './protocols/reading';

export interface SevenConfig extends CarrierConfig {
	/** Of the account; empty when a secret in the URL proves webhooks. */
	readonly signingKey: string;
}

/** They come with HTTP 200: as the whole answer, or with the text. */
const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	201: 'bad-message', // country of the recipient
	202: 'bad-message', // number of the recipient
	300: 'bad-config', // no key
	301: 'bad-message', // no recipient
	305: 'bad-message', // no text
	306: 'bad-config', // sender
	401: 'bad-message', // too long
	402: 'rejected', // the same text went to the same number just now
	403: 'rejected', // the day's limit for this number, set in the account
	500: 'rejected', // no credit
	600: 'outcome-unknown', // fault at the network while sending
	700: 'outcome-unknown', // unknown fault
	900: 'bad-config', // key
	901: 'bad-config', // signature of a request
	902: 'bad-config', // the key may not do this
	903: 'bad-config', // not from this IP address
};

/** What an answer says of the recipient, or of the account. */
const SEND_REASONS: Readonly<Record<string, FailureReason>> = { 202: 'invalid_number', 500: 'no_credit' };

const STATUSES: Readonly<Record<string, { status: DeliveryStatus; isFinal: boolean; reason?: FailureReason }>> = {
	ACCEPTED: { status: 'sent', isFinal: false },
	BUFFERED: { status: 'sent', isFinal: false }, // the network tries again: the phone is off
	TRANSMITTED: { status: 'sent', isFinal: false },
	DELIVERED: { status: 'delivered', isFinal: true },
	NOTDELIVERED: { status: 'undelivered', isFinal: true, reason: 'unknown' },
	EXPIRED: { status: 'expired', isFinal: true, reason: 'expired' },
	REJECTED: { status: 'rejected', isFinal: true, reason: 'unknown' },
	FAILED: { status: 'failed', isFinal: true, reason: 'unknown' },
	UNKNOWN: { status: 'unknown', isFinal: false },
};

// No table of reasons: a receipt has no code.

/** seven's SDK refuses what is older. */
const WINDOW_SECONDS = 300;

export const seven: Carrier<SevenConfig> = {
	id: 'seven',
	name: 'seven',
	credential: 'commerceSmsSevenApi',
	// 1,520 characters
	limits: { senders: ['phone-number', 'alphanumeric'], maxSegments: 10 },
	capabilities: {
		mms: false,
		dlt: false,
		priceInResponse: true,
		scheduling: true,
		receipts: true,
		replies: true,
		signsWebhooks: true,
		tellsOptOuts: false,
	},

	acknowledgement: { contentType: 'text/plain', body: '' },
	// 5xx is tried again for three days, 401 never: a wrong signing key can be mended before a STOP is lost
	refusalStatus: 503,
	numbersLackPlus: true,
	proofBy: ({ signingKey }) => (signingKey ? 'signature' : 'secret-url'),
	// No `inbound`: webhooks are a list of the account, to which one is added without taking the place of another.
	// No `lookUp`: times in the logbook have no zone, and nothing says how soon a text stands in it.

	readConfig({ apiKey, signingKey, baseUrl }) {
		if (typeof apiKey !== 'string' || apiKey.trim() === '') {
			throw new CarrierError('bad-config', 'The seven credential has no API key');
		}
		return {
			signingKey: typeof signingKey === 'string' ? signingKey.trim() : '',
			baseUrl: baseUrlOf(baseUrl, 'https://gateway.seven.io'),
		};
	},

	buildSend({ to, from, text, ref }, { baseUrl }) {
		return {
			method: 'POST',
			url: `${baseUrl}/api/sms`,
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify({
				to,
				from: from.replace(/^\+/, ''), // digits only, or a name
				text,
				...(ref ? { foreign_id: ref } : {}),
			}),
		};
	},

	parseSend(response) {
		const answer = jsonOf(response.body);
		const refusal = (code: string | undefined, message?: string) =>
			failureOf('seven', response, { code, message, reason: meaningOf(SEND_REASONS, code) }, SEND_ERRORS);
		const [message] = listOf(fieldsOf(answer).messages).map(fieldsOf);
		if (!message || !isSuccess(response)) {
			// a bare number, or {"success": number}, where the whole request is refused; any other number is no code
			const whole = textOf(answer) ?? textOf(fieldsOf(answer).success);
			const code = meaningOf(SEND_ERRORS, whole) && whole;
			throw isSuccess(response) && !code ? unreadable('seven', response) : refusal(code);
		}
		const code = textOf(message.error);
		if (message.success === false || code) throw refusal(code, textOf(message.error_text));
		const id = textOf(message.id);
		if (!id) throw unreadable('seven', response);
		const amount = textOf(message.price);
		return {
			id,
			status: 'queued',
			segments: countOf(message.parts),
			price: amount === undefined ? undefined : { amount },
		};
	},

	verifyWebhook({ method, url, headers, body, receivedAt }, { signingKey }) {
		const [signature, timestamp, nonce] = ['x-signature', 'x-timestamp', 'x-nonce'].map((name) => headers[name]);
		if (!signingKey || !signature || !nonce || !isRecent(timestamp, receivedAt, WINDOW_SECONDS)) return false;
		const md5 = createHash('md5').update(body, 'utf8').digest('hex');
		const signed = [timestamp, nonce, method, url, md5].join('\n');
		return equalsSecretly(hmac('sha256', signingKey, signed, 'hex'), signature);
	},

	parseWebhook({ body }) {
		const fields = fieldsOf(jsonOf(body));
		const event = textOf(fields.webhook_event) ?? 'none';
		if (event === 'dlr') return [receipt(fieldsOf(fields.data), textOf(fields.webhook_timestamp))];
		if (event === 'sms_mo') return [reply(fieldsOf(fields.data))];
		return [
			{ kind: 'ignored', reason: `seven event "${event}" is no text: webhooks must be sent as JSON, for SMS only` },
		];
	},
};

function receipt(data: Json, at: string | undefined): CarrierEvent {
	const id = textOf(data.msg_id);
	const word = textOf(data.status) ?? '';
	const known = meaningOf(STATUSES, word);
	if (!id || !known) return { kind: 'ignored', reason: `seven status "${word}" is not known` };
	return {
		kind: 'receipt',
		id,
		...known,
		clientRef: textOf(data.foreign_id),
		at: at && /(Z|[+-]\d\d:\d\d)$/.test(at) ? at : undefined, // some have no zone
	};
}

function reply(data: Json): CarrierEvent {
	const [id, from, to, seconds] = ['id', 'sender', 'system', 'time'].map((name) => textOf(data[name]));
	if (!id || !from || !to) return { kind: 'ignored', reason: 'This seven event names no text, sender or recipient' };
	return {
		kind: 'reply',
		id,
		from,
		to,
		text: typeof data.text === 'string' ? data.text : '',
		media: [],
		at: seconds && /^\d{1,12}$/.test(seconds) ? new Date(Number(seconds) * 1000).toISOString() : undefined,
	};
}
