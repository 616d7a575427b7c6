// Plivo Messaging.
// API       https://docs.plivo.com/docs/messaging/api/message/send-a-message
// Errors    https://docs.plivo.com/docs/messaging/api/overview (HTTP), https://docs.plivo.com/docs/messaging/troubleshooting/error-codes
// Replies   https://docs.plivo.com/docs/messaging/api/message/handling-incoming
// Receipts  https://docs.plivo.com/docs/messaging/api/message/message-status-callbacks
// Proof     https://docs.plivo.com/docs/messaging/concepts/signature-validation, https://docs.plivo.com/docs/voice/xml/request/validation

import { type DeliveryStatus, type FailureReason } from '../domain/delivery';
import { CarrierError } from '../domain/errors';
import { equalsSecretly, hmac } from '../signature';
import { jsonOf, type WebhookRequest } from '../wire';
import { type Carrier, type CarrierConfig, type CarrierEvent, type CarrierReply } from './carrier';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { baseUrlOf, countOf, fieldsOf, listOf, meaningOf, textOf } from './protocols/reading';

export interface PlivoConfig extends CarrierConfig {
	readonly authId: string;
	/** Signs the webhooks too. */
	readonly authToken: string;
}

// No table of send errors: Plivo's refusals have words and an HTTP status, but no code.

const STATUSES: Readonly<Record<string, { status: DeliveryStatus; isFinal: boolean }>> = {
	queued: { status: 'queued', isFinal: false },
	sent: { status: 'sent', isFinal: false },
	delivered: { status: 'delivered', isFinal: true },
	undelivered: { status: 'undelivered', isFinal: true },
	failed: { status: 'failed', isFinal: true },
	rejected: { status: 'rejected', isFinal: true },
};

const REASONS: Readonly<Record<string, FailureReason>> = {
	10: 'unknown', // "invalid message", whatever the network means by it
	20: 'unknown', // fault of the network
	30: 'spam',
	40: 'unregistered', // the sender is not switched on for SMS, or not of this account
	50: 'invalid_number',
	60: 'blocked', // taken for two machines that answer each other
	70: 'unreachable', // "not active": a broad code, so not a dead number yet
	80: 'unreachable',
	90: 'unknown', // no route
	100: 'blocked',
	110: 'unknown', // too long
	200: 'opted_out',
	201: 'blocked', // from a US toll-free number to Canada
	420: 'expired', // three hours in Plivo's queue
	450: 'country', // not switched on: Geo Permissions
	900: 'no_credit',
	1000: 'unknown',
};

export const plivo: Carrier<PlivoConfig> = {
	id: 'plivo',
	name: 'Plivo',
	credential: 'commerceSmsPlivoApi',
	// 1,600 characters, or 737 beyond GSM
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric'], maxSegments: 10 },
	capabilities: {
		mms: true,
		dlt: true,
		priceInResponse: false,
		scheduling: false,
		receipts: true,
		replies: true,
		signsWebhooks: true,
		tellsOptOuts: true,
	},

	acknowledgement: { contentType: 'application/xml', body: '<Response/>' },
	numbersLackPlus: true,
	// No `lookUp`: the list of messages has neither their words nor a filter by recipient.

	readConfig({ authId, authToken, baseUrl }) {
		if (typeof authId !== 'string' || !/^[A-Z0-9]{10,40}$/i.test(authId.trim())) {
			throw new CarrierError('bad-config', 'The Auth ID in the Plivo credential must be letters and digits, as "MA…"');
		}
		return {
			authId: authId.trim(),
			authToken: typeof authToken === 'string' ? authToken.trim() : '',
			baseUrl: baseUrlOf(baseUrl, 'https://api.plivo.com'),
		};
	},

	buildSend({ to, from, text, receiptUrl, mediaUrls = [], dlt }, { baseUrl, authId }) {
		return {
			method: 'POST',
			url: `${baseUrl}/v1/Account/${authId}/Message/`,
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify({
				src: dlt?.header ?? digitsOf(from),
				dst: digitsOf(to),
				text,
				type: mediaUrls.length > 0 ? 'mms' : 'sms',
				...(mediaUrls.length > 0 ? { media_urls: mediaUrls } : {}),
				...(receiptUrl ? { url: receiptUrl, method: 'POST' } : {}),
				...(dlt ? { dlt_entity_id: dlt.entityId, dlt_template_id: dlt.templateId } : {}),
			}),
		};
	},

	parseSend(response) {
		const answer = fieldsOf(jsonOf(response.body));
		if (!isSuccess(response)) {
			const message = textOf(answer.error) ?? textOf(fieldsOf(answer.error).error);
			throw failureOf('Plivo', response, { message }, {});
		}
		const [id] = listOf(answer.message_uuid).map(textOf);
		if (!id && listOf(answer.invalid_number).length > 0) {
			const words = { message: 'invalid number', reason: 'invalid_number' } as const;
			throw failureOf('Plivo', response, words, { [`http${response.status}`]: 'bad-message' });
		}
		if (!id) throw unreadable('Plivo', response);
		return { id, status: 'queued' };
	},

	// V2 covers neither the body nor the query: the secret in our URL has to prove the rest.
	proofBy: () => 'both',

	verifyWebhook(request, { authToken }) {
		if (!authToken) return false;
		return (
			isSigned(request, authToken, 'v3', signedByV3(request)) ||
			isSigned(request, authToken, 'v2', request.url.replace(/[?#].*$/s, ''))
		);
	},

	parseWebhook(request) {
		const fields = new URLSearchParams(isGet(request) ? queryOf(request) : request.body);
		// "status" in what some accounts get, "Status" in the documentation
		const word = fields.get('Status') ?? fields.get('status');
		return [word === null ? reply(fields) : receipt(fields, word)];
	},
};

/** Plivo writes numbers without a plus; names and short codes stay. */
const digitsOf = (number: string) => number.replace(/^\+/, '');

const isGet = ({ method }: WebhookRequest) => method === 'GET';
const queryOf = ({ url }: WebhookRequest) => /\?([^#]*)/.exec(url)?.[1] ?? '';

/** By the token of the account or subaccount, or ("ma") of the main account; several while a token is being changed. */
function isSigned({ headers }: WebhookRequest, authToken: string, version: 'v2' | 'v3', signed: string): boolean {
	const nonce = headers[`x-plivo-signature-${version}-nonce`];
	if (!nonce) return false;
	const expected = hmac('sha256', authToken, `${signed}${version === 'v3' ? '.' : ''}${nonce}`, 'base64');
	return [headers[`x-plivo-signature-${version}`], headers[`x-plivo-signature-ma-${version}`]].some((given = '') => {
		const signatures = given.split(',');
		const areWhole = signatures.every((signature) => /^[A-Za-z0-9+/]+={0,2}$/.test(signature));
		return areWhole && signatures.some((signature) => equalsSecretly(expected, signature));
	});
}

function signedByV3(request: WebhookRequest): string {
	const base = request.url.replace(/[?#].*$/s, '');
	const query = sorted(queryOf(request), '=', '&');
	const body = isGet(request) ? '' : sorted(request.body, '', '');
	return `${base}${query || body ? '?' : ''}${query}${query && body ? '.' : ''}${body}`;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function sorted(form: string, between: string, after: string): string {
	return [...new URLSearchParams(form)]
		.sort(([a, b], [c, d]) => (a === c ? compare(b, d) : compare(a, c)))
		.map(([name, value]) => name + between + value)
		.join(after);
}

function receipt(fields: URLSearchParams, word: string): CarrierEvent {
	const id = fields.get('ParentMessageUUID') || fields.get('MessageUUID');
	const known = meaningOf(STATUSES, word.toLowerCase());
	if (!id || !known) return { kind: 'ignored', reason: `Plivo status "${word}" is not known` };
	const partId = fields.get('MessageUUID');
	const total = countOf(/^\d+ of (\d+)$/.exec(fields.get('PartInfo') ?? '')?.[1]);
	const errorCode = fields.get('ErrorCode') || undefined;
	const isFailure = errorCode !== undefined && errorCode !== '000' && errorCode !== '0';
	const reason = isFailure ? (meaningOf(REASONS, errorCode) ?? 'unknown') : undefined;
	const amount = fields.get('TotalAmount') || undefined;
	return {
		kind: 'receipt',
		id,
		to: fields.get('To') || undefined,
		from: fields.get('From') || undefined,
		...known,
		status: reason === 'opted_out' ? 'rejected' : known.status,
		errorCode,
		reason,
		segments: countOf(fields.get('Units')),
		price: amount === undefined ? undefined : { amount, currency: 'USD' },
		part: partId && total !== undefined && total > 1 ? { id: partId, total } : undefined,
	};
}

const HANDLED: Readonly<Record<string, CarrierReply['handledByCarrier']>> = {
	optout: 'opt-out',
	optin: 'opt-in',
	help: 'help',
};

function reply(fields: URLSearchParams): CarrierEvent {
	const [id, from, to] = [fields.get('MessageUUID'), fields.get('From'), fields.get('To')];
	if (!id || !from || !to) return { kind: 'ignored', reason: 'This Plivo webhook brings no text message' };
	return {
		kind: 'reply',
		id,
		from,
		to,
		text: fields.get('Text') ?? fields.get('Body') ?? '',
		segments: countOf(fields.get('Units')),
		// counted from 1 in the documentation
		media: Array.from({ length: 11 }, (_, index) => fields.get(`Media${index}`) || '').flatMap((url) =>
			url ? [{ url }] : [],
		),
		handledByCarrier: meaningOf(HANDLED, fields.get('MessageIntent')?.toLowerCase()),
	};
}
