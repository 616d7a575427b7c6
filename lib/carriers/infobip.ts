// Infobip SMS, API v3.
// API       https://www.infobip.com/docs/api/channels/sms/outbound-sms/send-sms-messages
// Codes     https://www.infobip.com/docs/essentials/api-essentials/response-status-and-error-codes
// Receipts  https://www.infobip.com/docs/api/channels/sms/logs-and-status-reports/receive-outbound-sms-message-report-v3
// Replies   https://www.infobip.com/docs/api/channels/sms/inbound-sms/receive-inbound-sms-messages
// Proof     https://www.infobip.com/docs/cpaas-x/subscriptions-management/create-manage-subscriptions

import { type DeliveryStatus } from '../domain/delivery';
import { CarrierError, type CarrierErrorCode } from '../domain/errors';
import { jsonOf } from '../wire';
import { type Carrier, type CarrierConfig, type CarrierEvent } from './carrier';
import { bringsLogin, hasLogin, type WebhookLogin, webhookLoginOf } from './protocols/basic-proof';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { REASONS, REFUSALS } from './protocols/infobip-reasons';
import { baseUrlOf, countOf, fieldsOf, type Json, listOf, meaningOf, textOf } from './protocols/reading';

export interface InfobipConfig extends CarrierConfig, WebhookLogin {}

/** By the id of the status in an answer. */
const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	6: 'rejected', // the network is not covered
	8: 'bad-message', // no such prefix
	11: 'bad-config', // the sender is not registered
	12: 'rejected', // no credit
	13: 'bad-config', // the sender is on the account's blocklist
	14: 'recipient-opted-out', // on the account's or the operator's blocklist, where Infobip puts those who text STOP
	17: 'rejected', // the credit has expired
	19: 'bad-config', // no routes are set up
	20: 'rejected', // too many texts to this number in an hour
	21: 'throttled', // "Retry the submission"
	25: 'bad-message', // too long
	51: 'bad-message', // no recipient
	52: 'bad-message', // no such number
};

/** By the name of a status, else by the name of its group. */
const STATUSES: Readonly<Record<string, { status: DeliveryStatus; isFinal: boolean }>> = {
	ACCEPTED: { status: 'queued', isFinal: false },
	PENDING: { status: 'queued', isFinal: false },
	PENDING_WAITING_DELIVERY: { status: 'sent', isFinal: false },
	PENDING_ENROUTE: { status: 'sent', isFinal: false },
	UNDELIVERABLE: { status: 'undelivered', isFinal: true },
	UNDELIVERABLE_NOT_SENT: { status: 'failed', isFinal: true },
	DELIVERED: { status: 'delivered', isFinal: true },
	// its group says "delivered", but only the operator has it
	DELIVERED_TO_OPERATOR: { status: 'sent', isFinal: false },
	EXPIRED: { status: 'expired', isFinal: true },
	EXPIRED_DLR_UNKNOWN: { status: 'unknown', isFinal: true },
	REJECTED: { status: 'rejected', isFinal: true },
};

export const infobip: Carrier<InfobipConfig> = {
	id: 'infobip',
	name: 'Infobip',
	credential: 'commerceSmsInfobipApi',
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric'], maxSegments: 25 },
	capabilities: {
		mms: false, // another API
		dlt: true,
		priceInResponse: false,
		scheduling: true,
		receipts: true,
		replies: true,
		signsWebhooks: true,
		tellsOptOuts: true,
	},

	numbersLackPlus: true,
	acknowledgement: { contentType: 'text/plain', body: '' },
	// No `lookUp`: its logs are "for display", and nothing promises that a text stands in them at once.

	readConfig({ baseUrl, apiKey, ...login }) {
		if (typeof apiKey !== 'string' || apiKey === '') {
			throw new CarrierError('bad-config', 'The Infobip credential has no API key');
		}
		const url = baseUrlOf(baseUrl, '');
		if (!url) {
			throw new CarrierError(
				'bad-config',
				'The Infobip credential has no API URL: each account has one of its own, shown beside its API keys',
			);
		}
		// Infobip shows it without "https://"
		return { baseUrl: /^https?:\/\//.test(url) ? url : `https://${url}`, ...webhookLoginOf(login) };
	},

	buildSend({ to, from, text, receiptUrl, ref, dlt }, config) {
		// A URL in the text is called without the login; without one, the account's subscription is, which has it.
		const delivery = receiptUrl && !hasLogin(config) ? { delivery: { url: receiptUrl } } : {};
		const regional = dlt && {
			indiaDlt: { contentTemplateId: dlt.templateId, principalEntityId: dlt.entityId },
		};
		return {
			method: 'POST',
			url: `${config.baseUrl}/sms/3/messages`,
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify({
				messages: [
					{
						sender: withoutPlus(from),
						destinations: [{ to: withoutPlus(to) }],
						content: { text },
						...(regional ? { options: { regional } } : {}),
						webhooks: { ...delivery, contentType: 'application/json', ...(ref ? { callbackData: ref } : {}) },
					},
				],
			}),
		};
	},

	parseSend(response) {
		const answer = fieldsOf(jsonOf(response.body));
		if (!isSuccess(response)) throw failureOf('Infobip', response, refusalIn(answer), SEND_ERRORS);
		const message = fieldsOf(listOf(answer.messages)[0]);
		const status = fieldsOf(message.status);
		const known = statusOf(status);
		if (known && !['queued', 'sent', 'delivered'].includes(known.status)) {
			const code = textOf(status.id);
			const words = { code, reason: meaningOf(REFUSALS, code), message: textOf(status.description) };
			throw failureOf('Infobip', response, words, SEND_ERRORS);
		}
		const id = textOf(message.messageId);
		if (!id) throw unreadable('Infobip', response);
		return {
			id,
			status: known?.status === 'sent' ? 'sent' : 'queued',
			segments: countOf(fieldsOf(message.details).messageCount),
		};
	},

	proofBy: (config) => (hasLogin(config) ? 'signature' : 'secret-url'),
	verifyWebhook: (request, config) => bringsLogin(request, config),

	parseWebhook(request) {
		const results = listOf(fieldsOf(jsonOf(request.body)).results).map(fieldsOf);
		if (results.length === 0) return [{ kind: 'ignored', reason: 'This Infobip webhook holds no results' }];
		return results.map((result) => ('status' in result ? receipt(result) : reply(result)));
	},
};

const withoutPlus = (number: string) => number.replace(/^\+(?=\d+$)/, '');

const statusOf = (status: Json) =>
	meaningOf(STATUSES, textOf(status.name)) ?? meaningOf(STATUSES, textOf(status.groupName));

/** What an answer with an error status says: in version 3, or as older gateways of Infobip say it. */
function refusalIn(answer: Json) {
	const exception = fieldsOf(fieldsOf(answer.requestError).serviceException);
	const violations = listOf(answer.violations).map((entry) => textOf(fieldsOf(entry).violation));
	return {
		code: textOf(answer.errorCode) ?? textOf(exception.messageId),
		message:
			[textOf(answer.description), ...violations].filter(Boolean).join(' ') || textOf(exception.text),
	};
}

function receipt(result: Json): CarrierEvent {
	const id = textOf(result.messageId);
	const status = fieldsOf(result.status);
	const known = statusOf(status);
	if (!id || !known) {
		return { kind: 'ignored', reason: `Infobip status "${textOf(status.name) ?? ''}" is not known, or of no text` };
	}
	const errorCode = textOf(fieldsOf(result.error).id);
	const hasFailed = known.isFinal && known.status !== 'delivered';
	return {
		kind: 'receipt',
		id,
		to: textOf(result.to),
		from: textOf(result.sender) ?? textOf(result.from),
		...known,
		errorCode,
		reason: hasFailed
			? (meaningOf(REASONS, errorCode) ?? meaningOf(REFUSALS, textOf(status.id)) ?? 'unknown')
			: undefined,
		...counted(result),
		at: textOf(result.doneAt) ?? textOf(result.sentAt),
		clientRef: textOf(result.callbackData),
	};
}

/** Parts, and what all of them cost: Infobip gives the price of one. */
function counted({ messageCount, smsCount, price }: Json) {
	const segments = countOf(messageCount) ?? countOf(smsCount);
	const { pricePerMessage, currency } = fieldsOf(price);
	const amount = textOf(pricePerMessage) === undefined ? Number.NaN : Number(pricePerMessage) * (segments ?? 1);
	return {
		segments,
		price: Number.isFinite(amount) ? { amount: String(Number(amount.toFixed(6))), currency: textOf(currency) } : undefined,
	};
}

function reply(result: Json): CarrierEvent {
	const [id, from, to] = [textOf(result.messageId), textOf(result.from), textOf(result.to)];
	if (!id || !from || !to) return { kind: 'ignored', reason: 'This Infobip webhook names no sender or recipient' };
	return {
		kind: 'reply',
		id,
		from,
		to,
		text: typeof result.text === 'string' ? result.text : '', // `cleanText` lacks the keyword
		keyword: textOf(result.keyword),
		segments: countOf(result.smsCount),
		media: [],
		at: textOf(result.receivedAt),
	};
}
