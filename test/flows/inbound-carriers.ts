// Webhooks as Twilio and Telnyx send them, signed, and the texts that are sent through them.
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { type Carrier, type CarrierConfig, type CarrierReply } from '../../lib/carriers/carrier';
import { telnyx as telnyxAdapter } from '../../lib/carriers/telnyx';
import { twilio as twilioAdapter } from '../../lib/carriers/twilio';
import { type WebhookRequest, type WireRequest } from '../../lib/wire';

export const OUR_NUMBER = '+14155550100';
export const REPLY_URL = 'https://n8n.example.com/webhook/1/sms';
export const RECEIPT_URL = 'https://n8n.example.com/webhook/2/sms';

type Handled = CarrierReply['handledByCarrier'];

export interface ReplyFields {
	readonly id: string;
	readonly from: string;
	/** Which of our numbers they write to. */
	readonly to?: string | undefined;
	readonly text: string;
	readonly handled?: Handled;
}

export interface ReceiptFields {
	readonly id: string;
	readonly to: string;
	readonly status: 'delivered' | 'undelivered';
	/** The carrier's own code. */
	readonly errorCode?: string | undefined;
}

export interface InboundCarrier {
	readonly carrier: Carrier<CarrierConfig>;
	readonly config: CarrierConfig;
	readonly contentType: string;
	reply(fields: ReplyFields): string;
	receipt(fields: ReceiptFields): string;
	/** What the carrier answers when it takes a text. */
	accepted(id: string): object;
	/** What it answers when the recipient has opted out. */
	optedOut: { readonly status: number; readonly body: object };
	/** The code of a text to a landline. */
	readonly landline: string;
	textOf(request: WireRequest): string;
	receiptUrlOf(request: WireRequest): string;
	/** The request as the carrier would sign it. */
	sign(request: WebhookRequest): WebhookRequest;
}

const AUTH_TOKEN = 'dummy-auth-token';
const KEYS = generateKeyPairSync('ed25519');
const KEYWORDS: Readonly<Record<string, string>> = { 'opt-out': 'STOP', 'opt-in': 'START', help: 'HELP' };

const twilioCarrier: Carrier = twilioAdapter;
const telnyxCarrier: Carrier = telnyxAdapter;

const twilio: InboundCarrier = {
	carrier: twilioCarrier,
	config: twilioCarrier.readConfig({
		accountSid: `AC${'0'.repeat(32)}`,
		authToken: AUTH_TOKEN,
		baseUrl: 'http://127.0.0.1',
	}),
	contentType: 'application/x-www-form-urlencoded',
	reply: ({ id, from, to = OUR_NUMBER, text, handled }) =>
		new URLSearchParams({
			MessageSid: id,
			SmsSid: id,
			SmsStatus: 'received',
			NumSegments: '1',
			NumMedia: '0',
			From: from,
			To: to,
			Body: text,
			...(handled ? { OptOutType: KEYWORDS[handled] as string } : {}),
		}).toString(),
	receipt: ({ id, to, status, errorCode }) =>
		new URLSearchParams({
			MessageSid: id,
			SmsSid: id,
			MessageStatus: status,
			To: to,
			From: OUR_NUMBER,
			...(errorCode ? { ErrorCode: errorCode } : {}),
		}).toString(),
	accepted: (id) => ({ sid: id, status: 'queued', num_segments: '1' }),
	optedOut: { status: 400, body: { code: 21610, message: 'Attempt to send to unsubscribed recipient' } },
	landline: '30006',
	textOf: ({ body }) => new URLSearchParams(body).get('Body') ?? '',
	receiptUrlOf: ({ body }) => new URLSearchParams(body).get('StatusCallback') ?? '',
	sign(request) {
		// by the SDK: in the order of the names, of a repeated one each value once
		const parameters = new Set([...new URLSearchParams(request.body)].map((pair) => pair.join('\0')).sort());
		const signed = request.url + [...parameters].map((pair) => pair.replace('\0', '')).join('');
		const signature = createHmac('sha1', AUTH_TOKEN).update(signed).digest('base64');
		return { ...request, headers: { ...request.headers, 'x-twilio-signature': signature } };
	},
};

const party = (number: string, status = '') => ({ phone_number: number, carrier: '', line_type: 'Wireless', status });
const telnyxEvent = (type: string, payload: object) =>
	JSON.stringify({ data: { event_type: type, id: 'event', occurred_at: '2026-11-22T10:00:00Z', payload } });

const telnyx: InboundCarrier = {
	carrier: telnyxCarrier,
	config: telnyxCarrier.readConfig({
		apiKey: 'KEY-dummy',
		publicKey: KEYS.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64'),
		baseUrl: 'http://127.0.0.1',
	}),
	contentType: 'application/json',
	reply: ({ id, from, to = OUR_NUMBER, text, handled }) =>
		telnyxEvent('message.received', {
			id,
			direction: 'inbound',
			from: party(from),
			to: [party(to, 'webhook_delivered')],
			text,
			parts: 1,
			media: [],
			received_at: '2026-11-22T10:00:00Z',
			...(handled ? { autoresponse_type: KEYWORDS[handled] } : {}),
		}),
	receipt: ({ id, to, status, errorCode }) =>
		telnyxEvent('message.finalized', {
			id,
			direction: 'outbound',
			from: party(OUR_NUMBER),
			to: [party(to, status === 'delivered' ? 'delivered' : 'delivery_failed')],
			parts: 2,
			cost: { amount: '0.0045', currency: 'USD' },
			errors: errorCode ? [{ code: errorCode, title: 'It failed' }] : [],
		}),
	accepted: (id) => ({ data: { id, parts: 1, to: [{ status: 'queued' }], errors: [] } }),
	optedOut: { status: 403, body: { errors: [{ code: '40300', title: 'Blocked due to STOP message' }] } },
	landline: '40001',
	textOf: ({ body }) => (JSON.parse(body ?? '{}') as { text: string }).text,
	receiptUrlOf: ({ body }) => (JSON.parse(body ?? '{}') as { webhook_url?: string }).webhook_url ?? '',
	sign(request) {
		const timestamp = String(Math.floor(request.receivedAt.getTime() / 1000));
		const signature = sign(null, Buffer.from(`${timestamp}|${request.body}`), KEYS.privateKey).toString('base64');
		const proof = { 'telnyx-timestamp': timestamp, 'telnyx-signature-ed25519': signature };
		return { ...request, headers: { ...request.headers, ...proof } };
	},
};

export const INBOUND_CARRIERS = { twilio, telnyx } as const;
export type InboundCarrierId = keyof typeof INBOUND_CARRIERS;
