// Bandwidth Messaging, API v2.
// API       https://dev.bandwidth.com/apis/messaging-apis/messaging
// Errors    https://dev.bandwidth.com/docs/messaging/errors
// Webhooks  https://dev.bandwidth.com/docs/messaging/webhooks
// STOP      https://support.bandwidth.com/hc/en-us/articles/360010785613

import { type DeliveryStatus, type FailureReason } from '../domain/delivery';
import { CarrierError, type CarrierErrorCode } from '../domain/errors';
import { jsonOf, type WireResponse } from '../wire';
import { type Carrier, type CarrierConfig, type CarrierEvent } from './carrier';
import { bringsLogin, hasLogin, type WebhookLogin, webhookLoginOf } from './protocols/basic-proof';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { baseUrlOf, countOf, fieldsOf, type Json, listOf, meaningOf, textOf } from './protocols/reading';
import { handledByTollFree } from './protocols/toll-free';

export interface BandwidthConfig extends CarrierConfig, WebhookLogin {
	readonly accountId: string;
	/** The messaging application: the sender belongs to it, and receipts go to its URL. */
	readonly applicationId: string;
}

/** By the type of an error. Errors of single texts come as receipts. */
const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	'request-validation': 'bad-message',
	unauthorized: 'bad-config',
	forbidden: 'bad-config',
	'max-message-queue-size-exceeded': 'throttled',
};

/** Fields of a request that come from the credential and the sender: what is wrong with them is wrong with every text. */
const SETTINGS = ['applicationId', 'from'];

/** By the error code of a receipt, else by its type. */
const STATUSES: Readonly<Record<string, { status: DeliveryStatus; isFinal: boolean }>> = {
	'message-sending': { status: 'queued', isFinal: false },
	'message-delivered': { status: 'delivered', isFinal: true },
	'message-failed': { status: 'failed', isFinal: true },
	4360: { status: 'expired', isFinal: true },
	4470: { status: 'rejected', isFinal: true },
	4481: { status: 'rejected', isFinal: true },
	4482: { status: 'rejected', isFinal: true },
	4701: { status: 'undelivered', isFinal: true },
	4702: { status: 'undelivered', isFinal: true },
	4720: { status: 'undelivered', isFinal: true },
	4721: { status: 'undelivered', isFinal: true },
	4730: { status: 'undelivered', isFinal: true },
	4750: { status: 'rejected', isFinal: true },
	4753: { status: 'rejected', isFinal: true },
	4770: { status: 'rejected', isFinal: true },
	4771: { status: 'rejected', isFinal: true },
	4772: { status: 'rejected', isFinal: true },
	4775: { status: 'rejected', isFinal: true },
	4790: { status: 'rejected', isFinal: true },
	4791: { status: 'rejected', isFinal: true },
	// no receipt came within two hours; the text may have arrived all the same
	9902: { status: 'unknown', isFinal: false },
};

const REASONS: Readonly<Record<string, FailureReason>> = {
	4303: 'invalid_number',
	4360: 'expired',
	4403: 'unregistered', // the sender is not the account's
	4405: 'unregistered',
	4406: 'invalid_number',
	4407: 'unregistered',
	4432: 'country', // the account may not text to this country
	4433: 'unregistered',
	4470: 'spam',
	4481: 'blocked',
	4482: 'blocked',
	4700: 'blocked', // the network or phone takes no texts of this kind
	4701: 'unreachable',
	4702: 'unreachable',
	4720: 'invalid_number',
	4721: 'invalid_number',
	4730: 'unreachable',
	4740: 'unregistered',
	4750: 'blocked',
	4753: 'blocked',
	4770: 'spam',
	4771: 'spam', // a shortened link
	4772: 'blocked',
	4773: 'unregistered', // the 10DLC campaign is not active
	4774: 'unregistered',
	4775: 'opted_out',
	4780: 'throttled',
	4781: 'throttled',
	4785: 'throttled',
	4790: 'blocked',
	4791: 'blocked',
	4792: 'unregistered',
	4793: 'unregistered',
	4795: 'unregistered', // toll-free, not verified
};

export const bandwidth: Carrier<BandwidthConfig> = {
	id: 'bandwidth',
	name: 'Bandwidth',
	credential: 'commerceSmsBandwidthApi',
	// 2,048 characters
	limits: { senders: ['phone-number', 'short-code'], maxSegments: 13 },
	capabilities: {
		mms: true,
		dlt: false,
		priceInResponse: false,
		scheduling: false,
		receipts: true,
		replies: true,
		signsWebhooks: true,
		tellsOptOuts: true,
	},

	acknowledgement: { contentType: 'text/plain', body: '' },
	// No `lookUp`: its list has no texts, and nothing says how soon a message stands in it.

	readConfig({ baseUrl, accountId, applicationId, username, password, ...login }) {
		const [account, application] = [accountId, applicationId].map((field) => String(field ?? '').trim());
		if (!account || !/^\w+$/.test(account)) {
			throw new CarrierError('bad-config', 'The Account ID in the Bandwidth credential must be digits, such as 9901234');
		}
		if (!application) throw new CarrierError('bad-config', 'The Bandwidth credential has no Application ID');
		if (!username || !password) {
			throw new CarrierError('bad-config', 'The Bandwidth credential has no user name or password of the API');
		}
		return {
			baseUrl: baseUrlOf(baseUrl, 'https://messaging.bandwidth.com'),
			accountId: account,
			applicationId: application,
			...webhookLoginOf(login),
		};
	},

	// Receipts go to the application's URL: none can be given with a text, but `tag` comes back.
	buildSend: ({ to, from, text, mediaUrls = [], ref }, { baseUrl, accountId, applicationId }) => ({
		method: 'POST',
		url: `${baseUrl}/api/v2/users/${accountId}/messages`,
		headers: { 'content-type': 'application/json', accept: 'application/json' },
		body: JSON.stringify({
			applicationId,
			to: [to],
			from,
			text,
			...(mediaUrls.length > 0 ? { media: mediaUrls } : {}),
			...(ref ? { tag: ref } : {}),
		}),
	}),

	parseSend(response) {
		const answer = fieldsOf(jsonOf(response.body));
		if (!isSuccess(response)) throw refusal(response, answer);
		const id = textOf(answer.id);
		if (!id) throw unreadable('Bandwidth', response);
		return { id, status: 'queued', segments: countOf(answer.segmentCount), clientRef: textOf(answer.tag) };
	},

	proofBy: (config) => (hasLogin(config) ? 'signature' : 'secret-url'),
	verifyWebhook: (request, config) => bringsLogin(request, config),

	parseWebhook(request) {
		const events = listOf(jsonOf(request.body)).map(fieldsOf);
		if (events.length === 0) return [{ kind: 'ignored', reason: 'This Bandwidth webhook holds no events' }];
		return events.map((event) => (event.type === 'message-received' ? reply(event) : receipt(event)));
	},
};

function refusal(response: WireResponse, answer: Json): CarrierError {
	const code = textOf(answer.type);
	const fields = listOf(answer.fieldErrors).map(fieldsOf);
	const message = [answer, ...fields].map(({ description }) => textOf(description)).filter(Boolean).join(': ');
	const isSetting = fields.some(({ fieldName }) => SETTINGS.includes(textOf(fieldName) ?? ''));
	return failureOf('Bandwidth', response, { code, message }, {
		...SEND_ERRORS,
		...(isSetting ? { 'request-validation': 'bad-config' } : {}),
		// "Any 4xx or 5xx HTTP response code will not be billed nor will the message be sent": where it is Bandwidth that answers
		...(code && response.status >= 500 ? { [`http${response.status}`]: 'throttled' } : {}),
	});
}

function receipt(event: Json): CarrierEvent {
	const message = fieldsOf(event.message);
	const id = textOf(message.id);
	const errorCode = textOf(event.errorCode);
	const known = meaningOf(STATUSES, errorCode) ?? meaningOf(STATUSES, textOf(event.type));
	if (!id || !known) {
		return { kind: 'ignored', reason: `Bandwidth event "${textOf(event.type) ?? 'none'}" is not known, or of no text` };
	}
	return {
		kind: 'receipt',
		id,
		to: textOf(event.to),
		from: textOf(message.from),
		...known,
		errorCode,
		reason: errorCode === undefined ? undefined : (meaningOf(REASONS, errorCode) ?? 'unknown'),
		segments: countOf(message.segmentCount),
		at: textOf(event.time),
		clientRef: textOf(message.tag),
	};
}

function reply(event: Json): CarrierEvent {
	const message = fieldsOf(event.message);
	// of a group message each of our numbers gets a copy of its own
	const [id, from, to] = [textOf(message.id), textOf(message.from), textOf(event.to) ?? textOf(message.owner)];
	if (!id || !from || !to) return { kind: 'ignored', reason: 'This Bandwidth event names no sender or recipient' };
	const text = typeof message.text === 'string' ? message.text : '';
	return {
		kind: 'reply',
		id,
		from,
		to,
		text,
		segments: countOf(message.segmentCount),
		media: listOf(message.media).flatMap((url) => (typeof url === 'string' && url ? [{ url }] : [])),
		at: textOf(event.time),
		handledByCarrier: handledByTollFree(to, text),
	};
}
