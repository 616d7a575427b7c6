// ClickSend.
// API       https://developers.clicksend.com/docs/messaging/sms, https://developers.clicksend.com/docs/messaging/mms
// Errors    https://developers.clicksend.com/docs/#application-status-codes
// Webhooks  rules of the account: https://developers.clicksend.com/docs/automations/sms
// Statuses  https://help.clicksend.com/en/articles/42318-sms-error-codes

import { type DeliveryStatus, type FailureReason } from '../domain/delivery';
import { CarrierError, type CarrierErrorCode } from '../domain/errors';
import { jsonOf, type WebhookRequest } from '../wire';
import { type Carrier, type CarrierConfig, type CarrierEvent } from './carrier';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { baseUrlOf, countOf, fieldsOf, type Json, listOf, meaningOf, textOf } from './protocols/reading';

/** The status of a text in an answer that calls itself a success whatever became of it. */
const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	COUNTRY_NOT_ENABLED: 'rejected', // in the account, by country
	INSUFFICIENT_CREDIT: 'rejected',
	INVALID_RECIPIENT: 'bad-message',
	THROTTLED: 'rejected', // not too fast: the same words have just gone to the same number
};

/** What an answer says of the recipient, or of the account. */
const SEND_REASONS: Readonly<Record<string, FailureReason>> = {
	INSUFFICIENT_CREDIT: 'no_credit',
	INVALID_RECIPIENT: 'invalid_number',
};

/** By `status_code`; its `error_code` is the network's, and means something else at each. */
const STATUSES: Readonly<Record<string, { status: DeliveryStatus; isFinal: boolean; reason?: FailureReason }>> = {
	200: { status: 'sent', isFinal: false },
	201: { status: 'delivered', isFinal: true },
	300: { status: 'sent', isFinal: false }, // failed for now: tried again
	301: { status: 'undelivered', isFinal: true, reason: 'unknown' },
};

export const clicksend: Carrier<CarrierConfig> = {
	id: 'clicksend',
	name: 'ClickSend',
	credential: 'commerceSmsClickSendApi',
	// 1,224 characters
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric'], maxSegments: 8 },
	capabilities: {
		mms: true,
		dlt: false,
		priceInResponse: true,
		scheduling: true,
		receipts: true,
		replies: true,
		signsWebhooks: false,
		tellsOptOuts: false,
	},

	acknowledgement: { contentType: 'text/plain', body: '' },
	// No `inbound`: rules of the account stand beside each other, so to set ours changes none of theirs.
	// No `lookUp`: nothing says how soon a text stands in the history.

	readConfig({ username, apiKey, baseUrl }) {
		if (typeof username !== 'string' || username.trim() === '') {
			throw new CarrierError('bad-config', 'The ClickSend credential has no username');
		}
		if (typeof apiKey !== 'string' || apiKey.trim() === '') {
			throw new CarrierError('bad-config', 'The ClickSend credential has no API key');
		}
		return { baseUrl: baseUrlOf(baseUrl, 'https://rest.clicksend.com') };
	},

	buildSend({ to, from, text, ref, mediaUrls: [picture] = [] }, { baseUrl }) {
		const message = { to, from, body: text, ...(ref ? { custom_string: ref } : {}) };
		return {
			method: 'POST',
			url: `${baseUrl}/v3/${picture ? 'mms' : 'sms'}/send`,
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify(
				picture
					? { media_file: picture, messages: [{ ...message, subject: subjectOf(text) }] }
					: { messages: [message] },
			),
		};
	},

	parseSend(response) {
		const answer = fieldsOf(jsonOf(response.body));
		if (!isSuccess(response)) {
			throw failureOf('ClickSend', response, wordsOf(answer.response_code, answer.response_msg), SEND_ERRORS);
		}
		const data = fieldsOf(answer.data);
		const [message] = listOf(data.messages).map(fieldsOf);
		const id = textOf(message?.message_id);
		const status = textOf(message?.status);
		if (status !== undefined && status !== 'SUCCESS') {
			throw failureOf('ClickSend', response, wordsOf(status, undefined), SEND_ERRORS);
		}
		if (!id || !status) throw unreadable('ClickSend', response);
		const amount = textOf(message?.message_price);
		const currency = textOf(fieldsOf(data._currency).currency_name_short);
		return {
			id,
			status: 'queued',
			segments: countOf(message?.message_parts),
			price: amount === undefined ? undefined : { amount, currency },
			clientRef: textOf(message?.custom_string),
		};
	},

	verifyWebhook: () => false,

	parseWebhook(request) {
		const fields = fieldsIn(request);
		const code = textOf(fields.status_code);
		return [code === undefined ? reply(fields) : receipt(fields, code)];
	},
};

/** An MMS needs a subject, of up to 20 characters: the first words. */
function subjectOf(text: string): string {
	const [start = ''] = /^.{0,20}(?!\S)/su.exec(text.trim()) ?? [];
	return start.trim() || [...text.trim()].slice(0, 20).join('') || 'MMS';
}

function wordsOf(status: unknown, message: unknown) {
	const code = textOf(status);
	return { code, message: textOf(message), reason: meaningOf(SEND_REASONS, code) };
}

/** As the rule says: a form, JSON, or GET. */
function fieldsIn({ method, url, headers, body }: WebhookRequest): Json {
	if (method === 'GET') return Object.fromEntries(new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? ''));
	const isJson = /^application\/json/i.test(headers['content-type'] ?? '');
	return isJson ? fieldsOf(jsonOf(body)) : Object.fromEntries(new URLSearchParams(body));
}

const isoOf = (seconds: string | undefined) =>
	seconds && /^\d{1,12}$/.test(seconds) ? new Date(Number(seconds) * 1000).toISOString() : undefined;

function receipt(fields: Json, code: string): CarrierEvent {
	const id = textOf(fields.message_id);
	const known = meaningOf(STATUSES, code);
	if (!id || !known) return { kind: 'ignored', reason: `ClickSend status "${code}" is not known` };
	return {
		kind: 'receipt',
		id,
		...known,
		errorCode: textOf(fields.error_code),
		at: isoOf(textOf(fields.timestamp)),
		clientRef: textOf(fields.custom_string),
	};
}

function reply(fields: Json): CarrierEvent {
	const [id, from, to] = ['message_id', 'from', 'to'].map((name) => textOf(fields[name]));
	if (!id || !from || !to) return { kind: 'ignored', reason: 'This ClickSend webhook brings no text and no receipt' };
	return {
		kind: 'reply',
		id,
		from,
		to,
		text: textOf(fields.body) ?? textOf(fields.message) ?? '',
		media: [],
		at: isoOf(textOf(fields.timestamp)),
		clientRef: textOf(fields.custom_string),
	};
}
