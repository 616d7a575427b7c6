// Telnyx Messaging, API v2.
// API       https://developers.telnyx.com/api/messaging/send-message
// Errors    https://developers.telnyx.com/development/api-fundamentals/api-errors
// Webhooks  https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks
// Proof     https://developers.telnyx.com/development/api-fundamentals/webhooks/receiving-webhooks

import { createPublicKey, verify } from 'node:crypto';
import { CarrierError, type CarrierErrorCode } from '../domain/errors';
import { isRecent } from '../signature';
import { jsonOf } from '../wire';
import {
	type Carrier,
	type CarrierConfig,
	type CarrierEvent,
	type CarrierReply,
	type DeliveryStatus,
	type FailureReason,
} from './carrier';
import { failureOf, unreadable } from './protocols/http-failure';

export interface TelnyxConfig extends CarrierConfig {
	/** Base64 of 32 bytes, from the portal; empty when webhooks are not used. */
	readonly publicKey: string;
	/** Needed for alphanumeric senders and number pools; empty otherwise. */
	readonly messagingProfileId: string;
}

const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	10002: 'bad-message', // invalid phone number
	10009: 'bad-config', // authentication
	10011: 'throttled', // not processed
	10015: 'bad-message', // malformed request
	20012: 'rejected', // no credit
	20100: 'rejected', // insufficient funds
	40001: 'bad-message', // not routable: a landline
	40008: 'rejected',
	40009: 'bad-message', // the body
	40010: 'bad-config', // 10DLC registration
	40011: 'throttled',
	40012: 'bad-message', // invalid destination
	40016: 'bad-config',
	40300: 'recipient-opted-out',
	40305: 'bad-config', // invalid "from"
	40310: 'bad-message', // invalid "to"
	40333: 'rejected', // spend limit
};

const STATUSES: Readonly<Record<string, { status: DeliveryStatus; isFinal: boolean }>> = {
	queued: { status: 'queued', isFinal: false },
	sending: { status: 'queued', isFinal: false },
	sent: { status: 'sent', isFinal: false },
	delivered: { status: 'delivered', isFinal: true },
	delivery_failed: { status: 'undelivered', isFinal: true },
	sending_failed: { status: 'failed', isFinal: true },
	expired: { status: 'expired', isFinal: true },
	// the network gives no receipts: nothing more will be heard
	delivery_unconfirmed: { status: 'unknown', isFinal: false },
};

const REASONS: Readonly<Record<string, FailureReason>> = {
	40001: 'landline',
	40002: 'spam',
	40003: 'spam',
	40004: 'blocked',
	40005: 'expired',
	40006: 'unreachable',
	40008: 'unknown',
	40010: 'unregistered',
	40011: 'throttled',
	40012: 'invalid_number',
	40300: 'opted_out',
};

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in DER. */
const ED25519_DER_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Telnyx's SDKs refuse what is older. */
const WINDOW_SECONDS = 300;

export const telnyx: Carrier<TelnyxConfig> = {
	id: 'telnyx',
	name: 'Telnyx',
	credential: 'commerceSmsTelnyxApi',
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric'], maxSegments: 10 },

	readConfig({ baseUrl, publicKey, messagingProfileId, apiKey }) {
		if (typeof apiKey !== 'string' || apiKey === '') {
			throw new CarrierError('bad-config', 'The Telnyx credential has no API key');
		}
		return {
			baseUrl: (typeof baseUrl === 'string' && baseUrl.replace(/\/+$/, '')) || 'https://api.telnyx.com',
			publicKey: typeof publicKey === 'string' ? publicKey.trim() : '',
			messagingProfileId: typeof messagingProfileId === 'string' ? messagingProfileId.trim() : '',
		};
	},

	buildSend({ to, from, text, receiptUrl }, { baseUrl, messagingProfileId }) {
		return {
			method: 'POST',
			url: `${baseUrl}/v2/messages`,
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify({
				from,
				to,
				text,
				type: 'SMS',
				...(messagingProfileId ? { messaging_profile_id: messagingProfileId } : {}),
				...(receiptUrl ? { webhook_url: receiptUrl, use_profile_webhooks: false } : {}),
			}),
		};
	},

	parseSend(response) {
		const answer = fields(jsonOf(response.body));
		if (response.status < 200 || response.status > 299) {
			const [error] = list(answer.errors).map(fields);
			const message = [text(error?.title), text(error?.detail)].filter(Boolean).join(': ') || undefined;
			throw failureOf('Telnyx', response, { code: text(error?.code), message }, SEND_ERRORS);
		}
		const data = fields(answer.data);
		const id = text(data.id);
		if (!id) throw unreadable('Telnyx', response);
		const [error] = list(data.errors).map(fields);
		if (error) {
			const words = { code: text(error.code), message: text(error.title) };
			throw failureOf('Telnyx', { ...response, status: 400 }, words, SEND_ERRORS);
		}
		return {
			id,
			status: fields(list(data.to)[0]).status === 'sent' ? 'sent' : 'queued',
			segments: Number(data.parts) || undefined,
			price: price(data.cost),
		};
	},

	verifyWebhook(request, { publicKey }) {
		const signature = request.headers['telnyx-signature-ed25519'];
		const timestamp = request.headers['telnyx-timestamp'];
		if (!signature || !publicKey || !isRecent(timestamp, request.receivedAt, WINDOW_SECONDS)) return false;
		try {
			const der = Buffer.concat([ED25519_DER_PREFIX, Buffer.from(publicKey, 'base64')]);
			const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
			return verify(null, Buffer.from(`${timestamp}|${request.body}`), key, Buffer.from(signature, 'base64'));
		} catch {
			return false; // the key is no key
		}
	},

	parseWebhook(request) {
		const data = fields(fields(jsonOf(request.body)).data);
		const payload = fields(data.payload);
		const type = text(data.event_type) ?? 'none';
		if (type === 'message.received') return [reply(payload)];
		if (type === 'message.sent' || type === 'message.finalized') return receipts(payload, text(data.occurred_at));
		return [{ kind: 'ignored', reason: `Telnyx event "${type}" is no text message` }];
	},
};

type Json = Readonly<Record<string, unknown>>;
const fields = (value: unknown): Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined =>
	(typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;

/** `{phone_number}`, or the number itself in older payloads. */
const numberIn = (party: unknown) => text(fields(party).phone_number) ?? text(party);

function price(cost: unknown) {
	const amount = text(fields(cost).amount);
	return amount === undefined ? undefined : { amount, currency: text(fields(cost).currency) };
}

function receipts(payload: Json, at: string | undefined): CarrierEvent[] {
	const id = text(payload.id);
	const error = fields(list(payload.errors)[0]);
	const errorCode = text(error.code);
	return list(payload.to).map((recipient) => {
		const word = text(fields(recipient).status) ?? '';
		const known = Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined;
		if (!id || !known) return { kind: 'ignored', reason: `Telnyx status "${word}" is not known` };
		return {
			kind: 'receipt',
			id,
			to: numberIn(recipient),
			from: numberIn(payload.from),
			...known,
			errorCode,
			reason: errorCode ? (REASONS[errorCode] ?? 'unknown') : undefined,
			segments: Number(payload.parts) || undefined,
			price: price(payload.cost),
			at,
		};
	});
}

const HANDLED: Readonly<Record<string, CarrierReply['handledByCarrier']>> = {
	STOP: 'opt-out',
	START: 'opt-in',
	HELP: 'help',
};

function reply(payload: Json): CarrierEvent {
	const id = text(payload.id);
	const from = numberIn(payload.from);
	const to = Array.isArray(payload.to) ? numberIn(payload.to[0]) : numberIn(payload.to);
	if (!id || !from || !to) return { kind: 'ignored', reason: 'This Telnyx event names no sender or recipient' };
	return {
		kind: 'reply',
		id,
		from,
		to,
		text: typeof payload.text === 'string' ? payload.text : '',
		segments: Number(payload.parts) || undefined,
		media: list(payload.media).flatMap((entry) => {
			const url = text(fields(entry).url);
			return url ? [{ url, contentType: text(fields(entry).content_type) }] : [];
		}),
		at: text(payload.received_at),
		handledByCarrier: HANDLED[text(payload.autoresponse_type)?.toUpperCase() ?? ''],
	};
}
