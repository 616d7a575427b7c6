// Vonage's Messages API, its channel SMS (and MMS in the US).
// API     https://developer.vonage.com/en/api/messages
// Errors  https://developer.vonage.com/en/api-errors/messages
// What comes in is in protocols/vonage.ts.

import { type CarrierErrorCode } from '../domain/errors';
import { jsonOf } from '../wire';
import { type Carrier } from './carrier';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { fieldsOf, meaningOf, textOf } from './protocols/reading';
import {
	digitsOf,
	isFromVonage,
	problemCode,
	readVonage,
	REASONS,
	TAKEN,
	type VonageConfig,
	vonageEvents,
} from './protocols/vonage';

/** What the type of a problem ends in. 1010 is not here: Vonage uses it for "rate limit hit" too, so the HTTP status counts. */
const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	1000: 'throttled',
	1020: 'bad-message', // a parameter is invalid
	1030: 'outcome-unknown', // a fault of theirs while processing it
	1040: 'bad-message', // e.g. a prefix that nobody has
	1050: 'bad-message', // the number is barred
	1060: 'bad-config', // the account is barred
	1070: 'rejected', // no credit
	1080: 'bad-config', // the account may not use it
	1090: 'bad-message', // too long
	1120: 'bad-config', // the sender is not allowed there
	1140: 'bad-config', // not enabled for the account
	1160: 'bad-config', // a trial account's list of numbers
	1240: 'recipient-opted-out',
	http402: 'rejected', // no credit
	http422: 'bad-message',
};

export const vonageMessages: Carrier<VonageConfig> = {
	id: 'vonage-messages',
	name: 'Vonage Messages',
	credential: 'commerceSmsVonageMessagesApi',
	// 1,000 characters
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric'], maxSegments: 6 },
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
	acknowledgement: TAKEN,
	numbersLackPlus: true,
	proofBy: ({ signatureSecret }) => (signatureSecret ? 'signature' : 'secret-url'),
	// after a fault of its own Vonage sends without a signature, and again with one where it hears of a fault
	refusalStatus: 503,

	readConfig: (fields) => readVonage(fields, 'https://api.nexmo.com'),

	buildSend({ to, from, text, receiptUrl, ref, dlt, mediaUrls = [] }, { baseUrl }) {
		const [image] = mediaUrls;
		const content = image
			? { message_type: 'image', channel: 'mms', image: { url: image, caption: text } }
			: { message_type: 'text', channel: 'sms', text };
		return {
			method: 'POST',
			url: `${baseUrl}/v1/messages`,
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify({
				...content,
				to: digitsOf(to),
				from: digitsOf(from),
				...(receiptUrl ? { webhook_url: receiptUrl, webhook_version: 'v1' } : {}),
				...(ref ? { client_ref: ref } : {}),
				...(dlt ? { sms: { entity_id: dlt.entityId, content_id: dlt.templateId } } : {}),
			}),
		};
	},

	parseSend(response) {
		const answer = fieldsOf(jsonOf(response.body));
		if (!isSuccess(response)) {
			const code = problemCode(answer);
			const message = [textOf(answer.title), textOf(answer.detail)].filter(Boolean).join(': ') || undefined;
			const words = { code, message, reason: meaningOf(REASONS, code) };
			throw failureOf('Vonage Messages', response, words, SEND_ERRORS);
		}
		const id = textOf(answer.message_uuid);
		if (!id) throw unreadable('Vonage Messages', response);
		return { id, status: 'queued' };
	},

	verifyWebhook: isFromVonage,

	parseWebhook: (request) => vonageEvents('Vonage Messages', request),
};
