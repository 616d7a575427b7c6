// Webhooks as the carriers send them, signed for the accounts of the sandbox. Twilio's are signed by its own SDK; Telnyx's SDK
// only verifies (see test/carriers/telnyx.test.ts), so those are signed here.

import { type KeyObject, sign } from 'node:crypto';
import { type IDataObject } from 'n8n-workflow';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { TELNYX_ACCOUNT, TELNYX_SIGNING_KEY, TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { type Sandbox } from '../../sandbox/server';
import { telnyxCredential, twilioCredential } from './shop-on-sandbox';
import { type HttpCall } from './webhook-host';

export interface ReplyFields {
	readonly id: string;
	readonly text: string;
	/** @default MARIA */
	readonly from?: string;
	readonly media?: string;
	/** The word that the carrier has acted on. */
	readonly handled?: 'STOP' | 'START' | 'HELP';
}

export interface ReceiptFields {
	readonly id: string;
	readonly to: string;
	/** The carrier's own word. */
	readonly status: string;
	readonly errorCode?: string;
}

export interface SigningCarrier {
	readonly credential: string;
	fieldsOf(sandbox: Sandbox): IDataObject;
	readonly number: string;
	/** A word of its statuses that we do not know, and its code for a text to a landline. */
	readonly unknownStatus: string;
	readonly undelivered: string;
	readonly landline: string;
	/** Its code for a text to somebody who has opted out. */
	readonly optedOut: string;
	readonly acknowledgement: { readonly contentType: string; readonly body: string };
	reply(fields: ReplyFields): string;
	receipt(fields: ReceiptFields): string;
	/** @param key another account's, for a forgery. @param at when it was signed, where the carrier tells. */
	sign(url: string, body: string, more?: { key?: string | KeyObject; at?: number }): HttpCall;
}

export const MARIA = '+14155550123';

const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();

const twilio: SigningCarrier = {
	credential: 'commerceSmsTwilioApi',
	fieldsOf: twilioCredential,
	number: TWILIO_ACCOUNT.numbers[0].number,
	unknownStatus: 'pondering',
	undelivered: 'undelivered',
	landline: '30006',
	optedOut: '21610',
	acknowledgement: { contentType: 'text/xml; charset=utf-8', body: '<Response/>' },
	reply: ({ id, text, from = MARIA, media, handled }) =>
		form({
			AccountSid: TWILIO_ACCOUNT.accountSid,
			MessageSid: id,
			SmsSid: id,
			SmsStatus: 'received',
			From: from,
			To: twilio.number,
			Body: text,
			NumSegments: '1',
			NumMedia: media ? '1' : '0',
			...(media ? { MediaUrl0: media, MediaContentType0: 'image/jpeg' } : {}),
			...(handled ? { OptOutType: handled } : {}),
		}),
	receipt: ({ id, to, status, errorCode }) =>
		form({ MessageSid: id, MessageStatus: status, To: to, From: twilio.number, ErrorCode: errorCode ?? '' }),
	sign(url, body, { key = TWILIO_ACCOUNT.authToken } = {}) {
		const fields = Object.fromEntries(new URLSearchParams(body));
		return {
			url,
			body,
			headers: {
				'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
				'x-twilio-signature': getExpectedTwilioSignature(String(key), url, fields),
			},
		};
	},
};

const party = (number: string, status = '') => ({ phone_number: number, status });

const telnyx: SigningCarrier = {
	credential: 'commerceSmsTelnyxApi',
	fieldsOf: telnyxCredential,
	number: TELNYX_ACCOUNT.numbers[0].number,
	unknownStatus: 'pondering',
	undelivered: 'delivery_failed',
	landline: '40001',
	optedOut: '40300',
	acknowledgement: { contentType: 'text/plain; charset=utf-8', body: '' },
	reply: ({ id, text, from = MARIA, media, handled }) =>
		event('message.received', {
			id,
			from: party(from),
			to: [party(telnyx.number, 'webhook_delivered')],
			text,
			received_at: '2026-11-22T10:00:00.000+02:00',
			media: media ? [{ url: media, content_type: 'image/jpeg' }] : [],
			...(handled ? { autoresponse_type: handled } : {}),
		}),
	receipt: ({ id, to, status, errorCode }) =>
		event('message.finalized', {
			id,
			from: party(telnyx.number),
			to: [party(to, status)],
			errors: errorCode ? [{ code: errorCode, title: 'It failed' }] : [],
		}),
	sign(url, body, { key = TELNYX_SIGNING_KEY, at = Date.now() } = {}) {
		const timestamp = String(Math.floor(at / 1000));
		const signature = sign(null, Buffer.from(`${timestamp}|${body}`), key).toString('base64');
		return {
			url,
			body,
			headers: {
				'content-type': 'application/json',
				'telnyx-timestamp': timestamp,
				'telnyx-signature-ed25519': signature,
			},
		};
	},
};

const event = (type: string, payload: object) => JSON.stringify({ data: { event_type: type, id: 'event', payload } });

export const SIGNING_CARRIERS = { twilio, telnyx } as const;
export type SigningCarrierId = keyof typeof SIGNING_CARRIERS;
export const SIGNING_CARRIER_IDS = Object.keys(SIGNING_CARRIERS) as SigningCarrierId[];
