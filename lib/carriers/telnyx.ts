// Telnyx Messaging, API v2.
// API       https://developers.telnyx.com/api/messaging/send-message
// Errors    https://developers.telnyx.com/development/api-fundamentals/api-errors
// Webhooks  https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks
// Proof     https://developers.telnyx.com/development/api-fundamentals/webhooks/receiving-webhooks

import { createPublicKey, verify } from 'node:crypto';
import { type DeliveryStatus, type FailureReason } from '../domain/delivery';
import { CarrierError, type CarrierErrorCode } from '../domain/errors';
import { isRecent } from '../signature';
import { jsonOf } from '../wire';
import { type Carrier, type CarrierConfig, type CarrierEvent, type CarrierReply } from './carrier';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { baseUrlOf, countOf, fieldsOf, type Json, listOf, meaningOf, textOf } from './protocols/reading';
import { telnyxInbound } from './protocols/telnyx-inbound';

export interface TelnyxConfig extends CarrierConfig {
	/** Base64 of 32 bytes, from the portal; empty when webhooks are not used. */
	readonly publicKey: string;
	/** Needed for alphanumeric senders and number pools; empty otherwise. */
	readonly messagingProfileId: string;
}

const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	10002: 'bad-message', // invalid phone number
	10008: 'outcome-unknown', // their time ran out
	10009: 'bad-config', // authentication
	10011: 'throttled', // not processed
	10010: 'bad-config', // the key may not do this
	10015: 'bad-message', // malformed request
	10016: 'bad-message', // not in E.164
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
	40302: 'bad-message', // too large
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
	// the network gives no receipts; where a late one comes all the same, it counts
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
	capabilities: {
		mms: true,
		dlt: false,
		priceInResponse: true,
		scheduling: true,
		receipts: true,
		replies: true,
		signsWebhooks: true,
		tellsOptOuts: true,
	},

	acknowledgement: { contentType: 'text/plain', body: '' },
	inbound: telnyxInbound,
	// No `lookUp`: a message is found by its id only. Detail records (https://developers.telnyx.com/api/detail-records/search-detail-records)
	// have neither the words nor a promise when they are complete: those of the last hours may be missing.

	readConfig({ baseUrl, publicKey, messagingProfileId, apiKey }) {
		if (typeof apiKey !== 'string' || apiKey === '') {
			throw new CarrierError('bad-config', 'The Telnyx credential has no API key');
		}
		return {
			baseUrl: baseUrlOf(baseUrl, 'https://api.telnyx.com'),
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
		const answer = fieldsOf(jsonOf(response.body));
		if (!isSuccess(response)) {
			const [error] = listOf(answer.errors).map(fieldsOf);
			const message = [textOf(error?.title), textOf(error?.detail)].filter(Boolean).join(': ') || undefined;
			throw failureOf('Telnyx', response, { ...codeOf(error), message }, SEND_ERRORS);
		}
		const data = fieldsOf(answer.data);
		const id = textOf(data.id);
		if (!id) throw unreadable('Telnyx', response);
		const [error] = listOf(data.errors).map(fieldsOf);
		const status = textOf(fieldsOf(listOf(data.to)[0]).status);
		if (error || meaningOf(STATUSES, status)?.status === 'failed') {
			throw failureOf('Telnyx', response, { ...codeOf(error), message: textOf(error?.title) }, SEND_ERRORS);
		}
		return {
			id,
			status: status === 'sent' ? 'sent' : 'queued',
			segments: countOf(data.parts),
			price: price(data.cost),
		};
	},

	verifyWebhook(request, { publicKey }) {
		const signature = request.headers['telnyx-signature-ed25519'];
		const timestamp = request.headers['telnyx-timestamp'];
		if (!signature || !publicKey || !isRecent(timestamp, request.receivedAt, WINDOW_SECONDS)) return false;
		const bytes = Buffer.from(signature, 'base64');
		if (bytes.toString('base64') !== signature) return false; // Buffer skips what is no base64
		try {
			const der = Buffer.concat([ED25519_DER_PREFIX, Buffer.from(publicKey, 'base64')]);
			const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
			return verify(null, Buffer.from(`${timestamp}|${request.body}`), key, bytes);
		} catch {
			return false; // the key is no key
		}
	},

	parseWebhook(request) {
		const data = fieldsOf(fieldsOf(jsonOf(request.body)).data);
		const type = textOf(data.event_type) ?? 'none';
		if (type === 'message.received') return [reply(data)];
		if (type === 'message.sent' || type === 'message.finalized') return receipts(data);
		return [{ kind: 'ignored', reason: `Telnyx event "${type}" is no text message` }];
	},
};

const codeOf = (error: Json | undefined) => {
	const code = textOf(error?.code);
	return { code, reason: meaningOf(REASONS, code) };
};

/** `{phone_number}`, or the number itself in older payloads. */
const numberIn = (party: unknown) => textOf(fieldsOf(party).phone_number) ?? textOf(party);

function price(cost: unknown) {
	const amount = textOf(fieldsOf(cost).amount);
	return amount === undefined ? undefined : { amount, currency: textOf(fieldsOf(cost).currency) };
}

function receipts(event: Json): CarrierEvent[] {
	const payload = fieldsOf(event.payload);
	const id = textOf(payload.id);
	const error = fieldsOf(listOf(payload.errors)[0]);
	const errorCode = textOf(error.code);
	const recipients = listOf(payload.to);
	if (recipients.length === 0) return [{ kind: 'ignored', reason: 'This Telnyx event names no recipient' }];
	return recipients.map((recipient) => {
		const word = textOf(fieldsOf(recipient).status) ?? '';
		const known = meaningOf(STATUSES, word);
		if (!id || !known) return { kind: 'ignored', reason: `Telnyx status "${word}" is not known` };
		return {
			kind: 'receipt',
			id,
			eventId: textOf(event.id),
			to: numberIn(recipient),
			from: numberIn(payload.from),
			...known,
			errorCode,
			reason: errorCode === undefined ? undefined : (meaningOf(REASONS, errorCode) ?? 'unknown'),
			segments: countOf(payload.parts),
			price: price(payload.cost),
			at: textOf(event.occurred_at),
		};
	});
}

const HANDLED: Readonly<Record<string, CarrierReply['handledByCarrier']>> = {
	STOP: 'opt-out',
	START: 'opt-in',
	HELP: 'help',
};

function reply(event: Json): CarrierEvent {
	const payload = fieldsOf(event.payload);
	const id = textOf(payload.id);
	const from = numberIn(payload.from);
	const to = Array.isArray(payload.to) ? numberIn(payload.to[0]) : numberIn(payload.to);
	if (!id || !from || !to) return { kind: 'ignored', reason: 'This Telnyx event names no sender or recipient' };
	return {
		kind: 'reply',
		id,
		eventId: textOf(event.id),
		from,
		to,
		text: typeof payload.text === 'string' ? payload.text : '',
		segments: countOf(payload.parts),
		media: listOf(payload.media).flatMap((entry) => {
			const url = textOf(fieldsOf(entry).url);
			return url ? [{ url, contentType: textOf(fieldsOf(entry).content_type) }] : [];
		}),
		at: textOf(payload.received_at),
		handledByCarrier: meaningOf(HANDLED, textOf(payload.autoresponse_type)?.toUpperCase()),
	};
}
