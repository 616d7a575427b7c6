// Sinch SMS, REST API.
// API       https://developers.sinch.com/docs/sms/api-reference/sms/batches
// Errors    https://developers.sinch.com/docs/sms/api-reference/status-codes
// Statuses  https://developers.sinch.com/docs/sms/api-reference/sms/delivery-reports
// Codes     https://developers.sinch.com/docs/sms/api-reference/sms/delivery-reports/delivery-report-error-codes
// Webhooks  https://developers.sinch.com/docs/sms/api-reference/sms/tag/Webhooks

import { type DeliveryStatus, type FailureReason } from '../domain/delivery';
import { CarrierError, type CarrierErrorCode } from '../domain/errors';
import { equalsSecretly, hmac } from '../signature';
import { jsonOf } from '../wire';
import { type Carrier, type CarrierConfig, type CarrierEvent } from './carrier';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { baseUrlOf, countOf, fieldsOf, type Json, listOf, meaningOf, textOf } from './protocols/reading';
import { sinchLookUp } from './protocols/sinch-look-up';

export interface SinchConfig extends CarrierConfig {
	readonly servicePlanId: string;
	/** Empty until Sinch has been asked to sign. */
	readonly webhookSecret: string;
}

const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	blocked_account: 'bad-config',
	illegal_number_type: 'bad-message', // no phone of this region's kind
	missing_callback_url: 'bad-config',
	syntax_constraint_violation: 'bad-message',
	syntax_invalid_json: 'bad-message',
	syntax_invalid_parameter_format: 'bad-message', // of a number, mostly
};

const STATUSES: Readonly<Record<string, { status: DeliveryStatus; isFinal: boolean }>> = {
	Queued: { status: 'queued', isFinal: false },
	Dispatched: { status: 'sent', isFinal: false },
	Delivered: { status: 'delivered', isFinal: true },
	Aborted: { status: 'failed', isFinal: true },
	Cancelled: { status: 'failed', isFinal: true },
	Rejected: { status: 'rejected', isFinal: true },
	Deleted: { status: 'failed', isFinal: true }, // an invalid number, or one that has opted out: Sinch does not say which
	Failed: { status: 'undelivered', isFinal: true },
	Expired: { status: 'expired', isFinal: true },
	// no receipt came from the network; where a late one comes all the same, it counts
	Unknown: { status: 'unknown', isFinal: false },
};

/** Sinch's own codes; what networks say comes as codes of SMPP, which mean something else with each. */
const REASONS: Readonly<Record<string, FailureReason>> = {
	402: 'unknown', // unroutable
	403: 'unknown', // fault of Sinch
	404: 'unreachable', // for now
	405: 'unknown', // a parameter without its value
	406: 'expired',
	407: 'unknown', // cancelled
	408: 'blocked',
	410: 'unregistered', // no sender of the account for this number
	411: 'unknown', // too many parts
	412: 'blocked', // the region is not switched on
	413: 'unknown', // account blocked
};

const FAILED: ReadonlySet<DeliveryStatus> = new Set(['undelivered', 'failed', 'expired', 'rejected'] as const);

export const sinch: Carrier<SinchConfig> = {
	id: 'sinch',
	name: 'Sinch',
	credential: 'commerceSmsSinchApi',
	// 2,000 characters
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric'], maxSegments: 10 },
	capabilities: {
		mms: true,
		dlt: false,
		priceInResponse: false,
		scheduling: true,
		receipts: true,
		replies: true,
		signsWebhooks: true,
		tellsOptOuts: false,
	},

	acknowledgement: { contentType: 'text/plain', body: '' },
	numbersLackPlus: true,
	// Sinch signs where its support has been asked to
	proofBy: ({ webhookSecret }) => (webhookSecret ? 'signature' : 'secret-url'),
	// what is answered by a 4xx is not sent again, so a wrong secret would lose replies
	refusalStatus: 503,
	lookUp: sinchLookUp,

	readConfig({ servicePlanId, apiToken, webhookSecret, baseUrl }) {
		if (typeof servicePlanId !== 'string' || !/^[\w-]+$/.test(servicePlanId.trim())) {
			throw new CarrierError('bad-config', 'The Service Plan ID in the Sinch credential must be letters and digits');
		}
		if (typeof apiToken !== 'string' || apiToken.trim() === '') {
			throw new CarrierError('bad-config', 'The API token in the Sinch credential is missing');
		}
		return {
			servicePlanId: servicePlanId.trim(),
			webhookSecret: typeof webhookSecret === 'string' ? webhookSecret.trim() : '',
			baseUrl: baseUrlOf(baseUrl, 'https://us.sms.api.sinch.com'),
		};
	},

	buildSend({ to, from, text, receiptUrl, mediaUrls = [], ref }, { baseUrl, servicePlanId }) {
		const [url] = mediaUrls;
		return {
			method: 'POST',
			url: `${baseUrl}/xms/v1/${servicePlanId}/batches`,
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify({
				from,
				to: [to],
				...(url ? { type: 'mt_media', body: { url, message: text } } : { type: 'mt_text', body: text }),
				delivery_report: receiptUrl ? 'per_recipient' : 'none',
				...(receiptUrl ? { callback_url: receiptUrl } : {}),
				...(ref ? { client_reference: ref } : {}),
			}),
		};
	},

	parseSend(response) {
		const answer = fieldsOf(jsonOf(response.body));
		if (!isSuccess(response)) {
			const message = textOf(answer.text) ?? textOf(fieldsOf(answer.error).message);
			throw failureOf('Sinch', response, { code: textOf(answer.code), message }, SEND_ERRORS);
		}
		const id = textOf(answer.id);
		if (!id) throw unreadable('Sinch', response);
		return { id, status: 'queued', clientRef: textOf(answer.client_reference) };
	},

	verifyWebhook({ headers, body }, { webhookSecret }) {
		if (!webhookSecret) return false;
		const signature = headers['x-sinch-webhook-signature'];
		const [nonce, timestamp] = [headers['x-sinch-webhook-signature-nonce'], headers['x-sinch-webhook-signature-timestamp']];
		if (signature && nonce && timestamp) {
			return equalsSecretly(hmac('sha256', webhookSecret, `${body}.${nonce}.${timestamp}`, 'base64'), signature);
		}
		// events of numbers are signed so; where somebody sends them here, they are proven and then ignored
		const ofNumbers = headers['x-sinch-signature'];
		return !!ofNumbers && equalsSecretly(hmac('sha1', webhookSecret, body, 'hex'), ofNumbers);
	},

	parseWebhook(request) {
		const fields = fieldsOf(jsonOf(request.body));
		const type = textOf(fields.type) ?? 'none';
		if (type.startsWith('mo_')) return [reply(fields)];
		if (type.startsWith('recipient_delivery_report')) return [receipt(fields, fields, fields.recipient)];
		if (!type.startsWith('delivery_report')) return [{ kind: 'ignored', reason: `Sinch event "${type}" is no text` }];
		const receipts = listOf(fields.statuses)
			.map(fieldsOf)
			.flatMap((status) => listOf(status.recipients).map((recipient) => receipt(fields, status, recipient)));
		return receipts.length > 0 ? receipts : [{ kind: 'ignored', reason: 'This Sinch report names no recipient' }];
	},
};

function receipt(report: Json, { status: word, code }: Json, recipient: unknown): CarrierEvent {
	const id = textOf(report.batch_id);
	const known = meaningOf(STATUSES, textOf(word));
	if (!id || !known) return { kind: 'ignored', reason: `Sinch status "${textOf(word)}" is not known` };
	const errorCode = textOf(code);
	return {
		kind: 'receipt',
		id,
		to: textOf(recipient),
		...known,
		errorCode,
		// "delivered" has a code too: 0
		reason: FAILED.has(known.status) ? (meaningOf(REASONS, errorCode) ?? 'unknown') : undefined,
		segments: countOf(report.number_of_message_parts),
		at: textOf(report.at),
		clientRef: textOf(report.client_reference),
	};
}

function reply(fields: Json): CarrierEvent {
	const [id, from, to] = [textOf(fields.id), textOf(fields.from), textOf(fields.to)];
	if (!id || !from || !to) return { kind: 'ignored', reason: 'This Sinch webhook brings no text message' };
	const body = textOf(fields.body) ?? '';
	const isBinary = fields.type === 'mo_binary';
	const { message, media } = fieldsOf(fields.body);
	return {
		kind: 'reply',
		id,
		from,
		to,
		text: isBinary ? '' : (textOf(message) ?? body),
		binary: isBinary && body ? { data: body, udh: textOf(fields.udh) } : undefined,
		clientRef: textOf(fields.client_reference),
		media: listOf(media)
			.map(fieldsOf)
			.flatMap((entry) => {
				const url = textOf(entry.url);
				return url ? [{ url, contentType: textOf(entry.content_type) }] : [];
			}),
		at: textOf(fields.received_at),
	};
}
