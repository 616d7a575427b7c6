// Vonage's SMS API (formerly Nexmo).
// API     https://developer.vonage.com/en/api/sms
// Errors  https://developer.vonage.com/en/api-errors/sms
// What comes in is in protocols/vonage.ts.

import { type FailureReason } from '../domain/delivery';
import { type CarrierErrorCode } from '../domain/errors';
import { charactersOutsideGsm } from '../domain/segments';
import { jsonOf, type WireResponse } from '../wire';
import { type Carrier } from './carrier';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { fieldsOf, type Json, listOf, meaningOf, textOf } from './protocols/reading';
import { digitsOf, isFromVonage, readVonage, TAKEN, type VonageConfig, vonageEvents } from './protocols/vonage';

/** The status of an answer, which is HTTP 200 whatever became of the text. */
const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	1: 'throttled', // documented: wait and send again
	2: 'rejected', // a parameter is missing
	3: 'bad-message', // a parameter is invalid
	4: 'bad-config', // key or secret
	5: 'outcome-unknown', // a fault of theirs while processing it
	6: 'bad-message', // e.g. a prefix that nobody has
	7: 'bad-message', // the number is barred
	8: 'bad-config', // the account is barred
	9: 'rejected', // no credit
	10: 'throttled', // too many connections
	11: 'bad-config', // the account may not use HTTP
	12: 'bad-message', // too long
	14: 'bad-config', // signature
	15: 'bad-config', // the sender
	22: 'bad-message', // network code
	23: 'bad-config', // the receipt URL
	29: 'bad-config', // a trial account's list of numbers
	32: 'bad-config', // signature and secret at once
	33: 'bad-config', // the number is deactivated
	101: 'rejected', // the account has no such campaign
};

/** What an answer says of the recipient, or of the account. */
const SEND_REASONS: Readonly<Record<string, FailureReason>> = { 7: 'blocked', 9: 'no_credit' };

export const vonage: Carrier<VonageConfig> = {
	id: 'vonage',
	name: 'Vonage SMS',
	credential: 'commerceSmsVonageApi',
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric'], maxSegments: 10 },
	capabilities: {
		mms: false,
		dlt: true,
		priceInResponse: true,
		scheduling: false,
		receipts: true,
		replies: true,
		signsWebhooks: true,
		tellsOptOuts: true,
	},
	acknowledgement: TAKEN,
	numbersLackPlus: true,
	proofBy: ({ signatureSecret }) => (signatureSecret ? 'signature' : 'secret-url'),

	readConfig: (fields) => readVonage(fields, 'https://rest.nexmo.com'),

	buildSend({ to, from, text, receiptUrl, ref, dlt }, { baseUrl }) {
		return {
			method: 'POST',
			url: `${baseUrl}/sms/json`,
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify({
				from: digitsOf(from),
				to: digitsOf(to),
				text,
				// a text of type "text" gets a question mark for each letter that GSM does not have
				...(charactersOutsideGsm(text).length > 0 ? { type: 'unicode' } : {}),
				...(receiptUrl ? { callback: receiptUrl } : {}),
				...(ref ? { 'client-ref': ref } : {}),
				...(dlt ? { 'entity-id': dlt.entityId, 'content-id': dlt.templateId } : {}),
			}),
		};
	},

	parseSend(response) {
		// one entry for each part of the text
		const parts = listOf(fieldsOf(jsonOf(response.body)).messages).map(fieldsOf);
		const refused = parts.find(({ status }) => textOf(status) !== '0');
		if (refused && isSuccess(response)) throw refusal(response, refused, parts);
		if (!isSuccess(response)) throw failureOf('Vonage SMS', response, {}, SEND_ERRORS);
		const [id, ...otherIds] = parts.map((part) => textOf(part['message-id']));
		if (!id) throw unreadable('Vonage SMS', response);
		const amount = sumOf(parts.map((part) => textOf(part['message-price'])));
		return {
			id,
			otherIds: otherIds.length > 0 ? otherIds.filter((other) => other !== undefined) : undefined,
			status: 'queued',
			segments: parts.length,
			price: amount === undefined ? undefined : { amount, currency: 'EUR' },
			clientRef: textOf(parts[0]?.['client-ref']),
		};
	},

	verifyWebhook: isFromVonage,

	parseWebhook: (request) => vonageEvents('Vonage SMS', request),
};

function refusal(response: WireResponse, refused: Json, parts: readonly Json[]) {
	const code = textOf(refused.status);
	const message = textOf(refused['error-text']);
	if (code === undefined) return unreadable('Vonage SMS', response);
	const words = { code, message, reason: meaningOf(SEND_REASONS, code) };
	// part of the text has left: it must not be sent again
	const isPartial = parts.some(({ status }) => textOf(status) === '0');
	const known = isPartial ? { [code]: 'outcome-unknown' as const } : SEND_ERRORS;
	const [, wait] = /wait \[ (\d{1,6}) \]/.exec(message ?? '') ?? [];
	const headers = wait ? { ...response.headers, 'retry-after': String(Number(wait) / 1000) } : response.headers;
	return failureOf('Vonage SMS', { ...response, headers }, words, known);
}

/** Of decimals, without the errors of binary fractions; one alone stays as it is written. */
function sumOf(amounts: ReadonlyArray<string | undefined>): string | undefined {
	const known = amounts.filter((amount) => amount !== undefined);
	if (known.length !== amounts.length || known.length === 0) return undefined;
	if (known.length === 1) return known[0];
	if (!known.every((amount) => /^\d{1,9}(\.\d{1,12})?$/.test(amount))) return undefined;
	const digits = Math.max(...known.map((amount) => amount.split('.')[1]?.length ?? 0));
	return known.reduce((sum, amount) => sum + Number(amount), 0).toFixed(digits);
}
