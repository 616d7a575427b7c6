// Telnyx's JSON shapes. Field for field as the official SDK types them (telnyx-node 7.24.0, src/resources/messages/messages.ts,
// messaging-profiles/messaging-profiles.ts, shared.ts) and as https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks
// shows them.
import { sign, type KeyObject } from 'node:crypto';
import { TELNYX_ACCOUNT, type SeededNumber } from '../accounts';
import { type Answer } from '../http';
import { type MessageStatus, type SandboxMessage } from '../store';

const { messagingProfileId, organizationId } = TELNYX_ACCOUNT;

interface ErrorKind {
	readonly status: number;
	readonly title: string;
	readonly detail: string;
}

/** https://developers.telnyx.com/development/api-fundamentals/api-errors and the page of each code below /api/errors/ */
const ERRORS = {
	10004: { status: 422, title: 'Missing required parameter', detail: 'A required parameter was missing.' },
	10005: { status: 404, title: 'Resource not found', detail: 'The requested resource or URL could not be found.' },
	10007: { status: 500, title: 'Unexpected error', detail: 'An unexpected error occured.' },
	10009: {
		status: 401,
		title: 'Authentication failed',
		detail: 'Could not understand the provided credentials.',
	},
	10011: {
		status: 429,
		title: 'Too many requests',
		detail: 'You have exceeded the maximum number of allowed requests.',
	},
	10015: { status: 400, title: 'Bad Request', detail: 'The request failed because it was not well-formed.' },
	40300: {
		status: 409, // https://developers.telnyx.com/api/errors/40300
		title: 'Blocked due to STOP message',
		detail: 'Messages cannot be sent due to an existing block rule.',
	},
	40302: { status: 400, title: 'Message too large', detail: 'The message is larger than what is allowed.' },
	40304: {
		status: 400,
		title: 'Invalid combination of message content arguments',
		detail: 'A message needs a text or media.',
	},
	40305: {
		status: 400,
		title: "Invalid 'from' address",
		detail:
			"The 'from' address should be string containing a valid number associated with the sending messaging profile.",
	},
	40310: {
		status: 400, // https://developers.telnyx.com/api/errors/40310
		title: "Invalid 'to' address",
		detail: "The 'to' address should be a single valid number.",
	},
} as const satisfies Record<number, ErrorKind>;
export type TelnyxErrorCode = keyof typeof ERRORS;

/** The error body of every Telnyx API. */
export function telnyxError(
	code: TelnyxErrorCode,
	{ pointer, detail, headers }: { pointer?: string; detail?: string; headers?: Record<string, string> } = {},
): Answer {
	const kind: ErrorKind = ERRORS[code];
	const error = {
		code: String(code),
		title: kind.title,
		detail: detail ?? kind.detail,
		...(pointer ? { source: { pointer } } : {}),
		meta: { url: `https://developers.telnyx.com/docs/overview/errors/${code}` },
	};
	return { status: kind.status, ...(headers ? { headers } : {}), json: { errors: [error] } };
}

/** Titles of the delivery errors that stand in message.finalized: https://developers.telnyx.com/docs/messaging/messages/error-codes */
const DELIVERY_ERRORS: Readonly<Record<string, string>> = {
	'40001': 'Not routable',
	'40002': 'Blocked as spam - temporary',
	'40003': 'Blocked as spam - permanent',
	'40004': 'Rejected by destination',
	'40005': 'Message expired during transmission',
	'40006': 'Recipient server unavailable',
	'40008': 'Undeliverable',
	'40009': 'Invalid message body',
	'40011': 'Too many requests',
	'40012': 'Invalid messaging destination number',
};

const STATUS_WORDS: Readonly<Record<MessageStatus, string>> = {
	accepted: 'queued',
	queued: 'queued',
	scheduled: 'scheduled',
	sent: 'sent',
	delivered: 'delivered',
	undelivered: 'delivery_failed',
	failed: 'sending_failed',
	canceled: 'cancelled',
	received: 'webhook_delivered',
};

const iso = (at: number) => new Date(at).toISOString().replace('Z', '+00:00');
const isoOrNull = (at: number | null) => (at === null ? null : iso(at));
const PRICE_PER_PART = 0.004;

/** A message as the API returns it and as the payload of every webhook carries it. */
export function messageRecord(message: SandboxMessage): Record<string, unknown> {
	const inbound = message.direction === 'inbound';
	const own = { phone_number: message.sender, carrier: 'Telnyx', line_type: 'Wireless' };
	const theirs = { phone_number: message.phone, carrier: 'Sandbox Mobile', line_type: 'Wireless' };
	const status = STATUS_WORDS[message.status];
	return {
		record_type: 'message',
		direction: message.direction,
		id: message.id,
		type: message.media.length > 0 ? 'MMS' : 'SMS',
		organization_id: organizationId,
		messaging_profile_id: messagingProfileId,
		from: inbound ? { ...theirs, status: '' } : own,
		to: [inbound ? { ...own, status } : { ...theirs, status }],
		cc: [],
		text: message.text,
		subject: null,
		media: message.media.map((url) => ({ url, content_type: null, sha256: null, size: null })),
		webhook_url: message.receiptUrls[0] ?? null,
		webhook_failover_url: message.receiptUrls[1] ?? null,
		encoding: message.encoding,
		parts: message.segments,
		tags: [],
		cost: inbound ? null : { amount: (PRICE_PER_PART * message.segments).toFixed(4), currency: 'USD' },
		received_at: iso(message.createdAt),
		sent_at: isoOrNull(message.sentAt),
		completed_at: isoOrNull(message.finalAt),
		valid_until: null,
		errors:
			message.errorCode === null
				? []
				: [
						{
							code: message.errorCode,
							title: DELIVERY_ERRORS[message.errorCode] ?? 'Undeliverable',
							detail: DELIVERY_ERRORS[message.errorCode] ?? 'Undeliverable',
						},
					],
	};
}

export interface ProfileSettings {
	name: string;
	webhookUrl: string | null;
	webhookFailoverUrl: string | null;
	webhookApiVersion: string;
	updatedAt: number;
}

/** https://developers.telnyx.com/api/messaging/retrieve-messaging-profile */
export function profileRecord(settings: ProfileSettings, createdAt: number): Record<string, unknown> {
	return {
		record_type: 'messaging_profile',
		id: messagingProfileId,
		organization_id: organizationId,
		name: settings.name,
		enabled: true,
		alpha_sender: null,
		daily_spend_limit: '100.00',
		daily_spend_limit_enabled: false,
		mms_fall_back_to_sms: false,
		mms_transcoding: false,
		mobile_only: false,
		number_pool_settings: null,
		smart_encoding: false,
		url_shortener_settings: null,
		webhook_api_version: settings.webhookApiVersion,
		webhook_failover_url: settings.webhookFailoverUrl,
		webhook_url: settings.webhookUrl,
		whitelisted_destinations: ['*'],
		created_at: iso(createdAt),
		updated_at: iso(settings.updatedAt),
	};
}

/** https://developers.telnyx.com/api/messaging/list-messaging-settings; `profileId` is null in no profile. */
export function numberRecord(own: SeededNumber, profileId: string | null, createdAt: number): Record<string, unknown> {
	return {
		record_type: 'messaging_settings',
		id: own.id,
		phone_number: own.number,
		country_code: own.country,
		messaging_profile_id: profileId,
		organization_id: organizationId,
		messaging_product: 'A2P',
		eligible_messaging_products: ['A2P'],
		features: {
			sms: { domestic_two_way: true, international_inbound: true, international_outbound: true },
			mms: null,
		},
		tags: [],
		traffic_type: 'A2P',
		type: 'longcode',
		created_at: iso(createdAt),
		updated_at: iso(createdAt),
	};
}

/** https://developers.telnyx.com/api-reference/short-codes/list-short-codes */
export function shortCodeRecord(
	own: SeededNumber,
	profileId: string | null,
	createdAt: number,
): Record<string, unknown> {
	return {
		record_type: 'short_code',
		id: own.id,
		short_code: own.number,
		country_code: own.country,
		messaging_profile_id: profileId,
		tags: [],
		created_at: iso(createdAt),
		updated_at: iso(createdAt),
	};
}

/** One page of a list: https://developers.telnyx.com/development/api-fundamentals/pagination */
export function listPage(all: readonly unknown[], query: URLSearchParams): Answer {
	const size = Math.min(Math.max(Number(query.get('page[size]')) || 20, 1), 250);
	const page = Math.max(Number(query.get('page[number]')) || 1, 1);
	const meta = {
		page_number: page,
		page_size: size,
		total_pages: Math.ceil(all.length / size),
		total_results: all.length,
	};
	return { status: 200, json: { data: all.slice((page - 1) * size, page * size), meta } };
}

/**
 * The headers that prove a webhook: Ed25519 over the timestamp, a bar and the raw body.
 * https://developers.telnyx.com/development/api-fundamentals/webhooks/receiving-webhooks
 */
export function signatureHeaders(key: KeyObject, at: number, body: string): Record<string, string> {
	const timestamp = String(Math.floor(at / 1000));
	return {
		'telnyx-timestamp': timestamp,
		'telnyx-signature-ed25519': sign(null, Buffer.from(`${timestamp}|${body}`), key).toString('base64'),
	};
}
