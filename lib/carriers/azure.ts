// Azure Communication Services SMS.
// API       https://learn.microsoft.com/rest/api/communication/sms/sms/send
// Codes     https://learn.microsoft.com/azure/communication-services/resources/troubleshooting/voice-video-calling/troubleshooting-codes
// Webhooks  https://learn.microsoft.com/azure/event-grid/communication-services-telephony-sms-events
// Proof     https://learn.microsoft.com/azure/event-grid/secure-webhook-delivery

import { type DeliveryStatus, type FailureReason } from '../domain/delivery';
import { CarrierError, type CarrierErrorCode } from '../domain/errors';
import { jsonOf } from '../wire';
import { type Carrier, type CarrierEvent } from './carrier';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { baseUrlOf, countOf, fieldsOf, type Json, listOf, meaningOf, textOf } from './protocols/reading';
import { handledByTollFree } from './protocols/toll-free';

const NAME = 'Azure Communication Services';

/** By the HTTP status of the one recipient, inside an answer that is a success. */
const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	400: 'bad-message',
	401: 'bad-config', // the sender is not this resource's
	403: 'bad-config',
	404: 'bad-config',
	408: 'outcome-unknown',
	429: 'throttled',
	500: 'outcome-unknown',
	502: 'outcome-unknown',
	503: 'outcome-unknown',
	504: 'outcome-unknown',
};

/** By the code in the details of a report, else by its status. */
const STATUSES: Readonly<Record<string, { status: DeliveryStatus; isFinal: boolean }>> = {
	Delivered: { status: 'delivered', isFinal: true },
	Failed: { status: 'failed', isFinal: true },
	4000: { status: 'rejected', isFinal: true },
	4004: { status: 'undelivered', isFinal: true },
	4005: { status: 'rejected', isFinal: true },
	4006: { status: 'undelivered', isFinal: true },
	4007: { status: 'rejected', isFinal: true },
	4009: { status: 'rejected', isFinal: true },
	4010: { status: 'rejected', isFinal: true },
	4020: { status: 'rejected', isFinal: true },
	// the network gives no reports; the text "may have been delivered already"
	5002: { status: 'unknown', isFinal: true },
};

const REASONS: Readonly<Record<string, FailureReason>> = {
	4000: 'spam', // taken for fraud
	4002: 'invalid_number',
	4003: 'country',
	4004: 'invalid_number',
	4005: 'blocked',
	4006: 'unreachable',
	4007: 'opted_out',
	4008: 'throttled',
	4009: 'blocked',
	4010: 'unregistered', // toll-free, not verified
	4020: 'throttled',
};

export const azure: Carrier = {
	id: 'azure',
	name: NAME,
	credential: 'commerceSmsAzureApi',
	// 2,048 characters
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric'], maxSegments: 13 },
	capabilities: {
		mms: false,
		dlt: false,
		priceInResponse: false,
		scheduling: false,
		receipts: true,
		replies: true,
		signsWebhooks: false,
		tellsOptOuts: true,
	},

	numbersLackPlus: true, // some of them
	acknowledgement: { contentType: 'text/plain', body: '' },

	readConfig({ baseUrl, secretKey }) {
		const url = baseUrlOf(baseUrl, '');
		if (!url) {
			throw new CarrierError('bad-config', 'The Azure credential has no endpoint: each resource has one of its own, under Keys');
		}
		if (typeof secretKey !== 'string' || secretKey.trim() === '') {
			throw new CarrierError('bad-config', 'The Azure credential has no access key');
		}
		return { baseUrl: url };
	},

	// Reports go where Event Grid's subscription says; none can be sent to a URL of its own.
	buildSend: ({ to, from, text, ref }, { baseUrl }) => ({
		method: 'POST',
		url: `${baseUrl}/sms?api-version=2021-03-07`,
		headers: { 'content-type': 'application/json', accept: 'application/json' },
		body: JSON.stringify({
			from,
			smsRecipients: [{ to }],
			message: text,
			smsSendOptions: { enableDeliveryReport: true, ...(ref ? { tag: ref } : {}) },
		}),
	}),

	parseSend(response) {
		const answer = fieldsOf(jsonOf(response.body));
		if (!isSuccess(response)) {
			const { code, message } = fieldsOf(answer.error);
			throw failureOf(NAME, response, { code: textOf(code), message: textOf(message) }, {});
		}
		const recipient = fieldsOf(listOf(answer.value)[0]);
		const code = textOf(recipient.httpStatusCode);
		const isTaken = recipient.successful === true || (code ?? '').startsWith('2');
		if ('successful' in recipient && !isTaken) {
			throw failureOf(NAME, response, { code, message: textOf(recipient.errorMessage) }, SEND_ERRORS);
		}
		const id = textOf(recipient.messageId);
		if (!id) throw unreadable(NAME, response);
		return { id, status: 'queued' };
	},

	verifyWebhook: () => false,

	parseWebhook(request) {
		const events = listOf(jsonOf(request.body)).map(fieldsOf);
		if (events.length === 0) return [ignored('holds no events of Event Grid’s own schema')];
		return events.map(eventOf);
	},
};

const ignored = (what: string): CarrierEvent => ({ kind: 'ignored', reason: `This webhook of ${NAME} ${what}` });

function eventOf(event: Json): CarrierEvent {
	const type = textOf(event.eventType);
	const data = fieldsOf(event.data);
	if (type === 'Microsoft.EventGrid.SubscriptionValidationEvent') {
		const validationResponse = textOf(data.validationCode);
		if (!validationResponse) return ignored('asks for a confirmation, but brings no code');
		const answer = { contentType: 'application/json', body: JSON.stringify({ validationResponse }) };
		return { kind: 'handshake', answer };
	}
	if (type === 'Microsoft.Communication.SMSReceived') return reply(data, event);
	if (type === 'Microsoft.Communication.SMSDeliveryReportReceived') return receipt(data, event);
	return ignored(`brings the event "${type ?? 'none'}", which is about no text`);
}

/** A field, as older and newer events write its name. */
const fieldIn = (data: Json, name: string): unknown => data[name] ?? data[name.replace(/^./, (first) => first.toUpperCase())];

/** The code in the details of a report, which in one case are words: https://learn.microsoft.com/azure/communication-services/concepts/sms/sms-faq */
const codeIn = (details: string): string | undefined =>
	/blocked for given recipient/i.test(details) ? '4007' : /\b[459]\d{3}\b/.exec(details)?.[0];

function receipt(data: Json, event: Json): CarrierEvent {
	const id = textOf(fieldIn(data, 'messageId'));
	const word = textOf(fieldIn(data, 'deliveryStatus'));
	const errorCode = codeIn(textOf(fieldIn(data, 'deliveryStatusDetails')) ?? '');
	const known = meaningOf(STATUSES, errorCode) ?? meaningOf(STATUSES, word);
	if (!id || !known) return ignored(`brings the status "${word ?? ''}", which is not known, or of no text`);
	const attempt = fieldsOf(listOf(fieldIn(data, 'deliveryAttempts')).at(-1));
	const parts = ['segmentsSucceeded', 'segmentsFailed'].map((name) => countOf(fieldIn(attempt, name)) ?? 0);
	return {
		kind: 'receipt',
		id,
		eventId: textOf(event.id),
		to: textOf(fieldIn(data, 'to')),
		from: textOf(fieldIn(data, 'from')),
		...known,
		errorCode,
		reason: known.status === 'delivered' ? undefined : (meaningOf(REASONS, errorCode) ?? 'unknown'),
		segments: countOf(parts.reduce((sum, count) => sum + count, 0)),
		at: textOf(fieldIn(data, 'receivedTimestamp')),
		clientRef: textOf(fieldIn(data, 'tag')),
	};
}

function reply(data: Json, event: Json): CarrierEvent {
	const [id, from, to] = ['messageId', 'from', 'to'].map((name) => textOf(fieldIn(data, name)));
	if (!id || !from || !to) return ignored('names no sender or recipient');
	const message = fieldIn(data, 'message');
	const text = typeof message === 'string' ? message : '';
	return {
		kind: 'reply',
		id,
		eventId: textOf(event.id),
		from,
		to,
		text,
		segments: countOf(fieldIn(data, 'segmentCount')),
		media: [],
		at: textOf(fieldIn(data, 'receivedTimestamp')),
		handledByCarrier: handledByTollFree(to, text),
	};
}
