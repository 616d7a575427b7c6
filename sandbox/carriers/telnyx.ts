// Telnyx's twin: https://developers.telnyx.com/docs/messaging/messages/send-message
//
// Who may send, what it checks in which order, what it answers, what it tells the workflow. The rest of the account is in
// telnyx-resources.ts, field lists and error texts are in telnyx-wire.ts.
import { TELNYX_ACCOUNT, TELNYX_FORGER_KEY, TELNYX_SIGNING_KEY } from '../accounts';
import { isE164, pickFromPool, type CarrierTwin, type SendOrder, type TwinParts } from '../carrier';
import { parseJsonObject, type Answer, type ApiRequest } from '../http';
import { type Keyword } from '../opt-outs';
import { type WebhookCall } from '../webhooks';
import { countSegments } from '../../lib/domain/segments';
import { createTelnyxAccount } from './telnyx-resources';
import { messageRecord, signatureHeaders, telnyxError } from './telnyx-wire';

const { apiKey, messagingProfileId } = TELNYX_ACCOUNT;
/** They differ in which sender they are for, and take the same fields. */
const SEND_PATHS = [
	'/v2/messages',
	'/v2/messages/long_code',
	'/v2/messages/short_code',
	'/v2/messages/number_pool',
	'/v2/messages/alphanumeric_sender_id',
	'/v2/messages/schedule',
];

/** "Return a 2xx status code within 2 seconds"; "up to 3 attempts per URL": .../docs/messaging/messages/receiving-webhooks */
const WEBHOOK_TIMEOUT_MS = 2_000;
const ATTEMPTS_PER_URL = 3;
/** A message of more parts is refused: https://developers.telnyx.com/docs/messaging/messages/message-encoding */
const MAX_PARTS = 10;
const MAX_URL_CHARACTERS = 2000;

/** https://developers.telnyx.com/docs/messaging/messages/advanced-opt-in-out */
const KEYWORDS: Readonly<Record<Keyword, readonly string[]>> = {
	STOP: ['STOP', 'STOPALL', 'STOP ALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT'],
	START: ['START', 'UNSTOP'],
	HELP: ['HELP'],
};

const KEYWORD_ANSWERS: Readonly<Record<Keyword, string>> = {
	STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
	START: 'You have successfully been re-subscribed to messages from this number. Reply STOP to unsubscribe.',
	HELP: 'Reply STOP to unsubscribe.',
};

export function createTelnyx(parts: TwinParts): CarrierTwin {
	const { now, chance, optOuts } = parts;
	const account = createTelnyxAccount(parts);

	function readSend(body: string): SendOrder | Answer {
		const fields = parseJsonObject(body);
		if (!fields) return telnyxError(10015, { pointer: '/' });
		const to = Array.isArray(fields.to) && fields.to.length === 1 ? (fields.to as unknown[])[0] : fields.to;
		if (to === undefined || to === '') return telnyxError(10004, { pointer: '/to' });
		if (typeof to !== 'string' || !isE164(to)) return telnyxError(40310, { pointer: '/to' });

		const sender = readSender(fields, to);
		if (typeof sender !== 'string') return sender;
		if (sender === to) return telnyxError(40310, { detail: `Source and destination cannot be the same number: ${to}` });

		const text = typeof fields.text === 'string' ? fields.text : '';
		const media = Array.isArray(fields.media_urls) ? fields.media_urls.filter((url) => typeof url === 'string') : [];
		if (text === '' && media.length === 0) return telnyxError(40304, { pointer: '/text' });
		if (countSegments(text).segments > MAX_PARTS) return telnyxError(40302, { pointer: '/text' });
		if (optOuts.isBlocked(messagingProfileId, to)) {
			return telnyxError(40300, {
				detail: `Messages cannot be sent from ${sender} to ${to} due to an existing block rule.`,
			});
		}

		const own = [fields.webhook_url, fields.webhook_failover_url].filter((url) => isText(url));
		if (own.some((url) => url.length > MAX_URL_CHARACTERS)) return telnyxError(10015, { pointer: '/webhook_url' });
		// "Per-message URLs" come before "messaging profile URLs", and those are asked only where use_profile_webhooks lets them
		const receiptUrls = own.length > 0 ? own : fields.use_profile_webhooks === false ? [] : account.webhookUrls();
		const sendAt = isText(fields.send_at) ? Date.parse(fields.send_at) : null;
		if (Number.isNaN(sendAt)) return telnyxError(10015, { pointer: '/send_at' });
		return { phone: to, sender, pool: messagingProfileId, text, media, receiptUrls, sendAt };
	}

	/** The sender that a request names or that the profile picks, or the refusal. */
	function readSender({ from, messaging_profile_id: profileId }: Record<string, unknown>, to: string): string | Answer {
		if (isText(profileId) && profileId !== messagingProfileId) {
			return telnyxError(10015, {
				pointer: '/messaging_profile_id',
				detail: 'The messaging profile does not exist.',
			});
		}
		if (!isText(from)) {
			if (!isText(profileId)) return telnyxError(10004, { pointer: '/from' });
			return pickFromPool(account.pool(), to)?.number ?? telnyxError(40305);
		}
		if (account.pool().some(({ number }) => number === from)) return from;
		// An alphanumeric sender needs the profile: SDK, MessageSendWithAlphanumericSenderParams
		const isName = /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/.test(from);
		return isName && isText(profileId) && !to.startsWith('+1') ? from : telnyxError(40305, { pointer: '/from' });
	}

	/** One event: every attempt has its own number and signature, and the same event id. */
	function eventCall(
		eventType: 'message.sent' | 'message.finalized' | 'message.received',
		payload: Record<string, unknown>,
		urls: readonly string[],
		forged: boolean,
	): WebhookCall {
		const data = {
			event_type: eventType,
			id: chance.uuid(),
			occurred_at: new Date(now()).toISOString().replace('Z', '+00:00'),
			payload,
			record_type: 'event',
		};
		return {
			urls,
			attemptsPerUrl: ATTEMPTS_PER_URL,
			timeoutMs: WEBHOOK_TIMEOUT_MS,
			retryDelayMs: parts.retryDelayMs,
			request(url, attempt) {
				const body = JSON.stringify({ data, meta: { attempt, delivered_to: url } });
				const signature = signatureHeaders(forged ? TELNYX_FORGER_KEY : TELNYX_SIGNING_KEY, now(), body);
				const headers = { 'content-type': 'application/json', 'user-agent': 'telnyx-webhooks', ...signature };
				return { method: 'POST', url, headers, body };
			},
		};
	}

	return {
		id: 'telnyx',
		label: 'Telnyx',
		hosts: ['api.telnyx.com'],
		usualFailure: { undelivered: '40008', failed: '40009' },

		isSend: ({ method, path }) => method === 'POST' && SEND_PATHS.includes(path),
		readSend: (request) => unauthorised(request) ?? readSend(request.body),
		newMessageId: () => chance.uuid(),
		firstStatus: (order) => (order.sendAt === null ? 'queued' : 'scheduled'),
		accepted: (message) => ({ status: 200, json: { data: messageRecord(message) } }),
		// https://developers.telnyx.com/development/api-fundamentals/reliability/rate-limiting
		throttled: (seconds) =>
			telnyxError(10011, {
				headers: {
					'x-ratelimit-limit': '50',
					'x-ratelimit-remaining': '0',
					'x-ratelimit-reset': String(seconds),
				},
			}),
		broken: () => telnyxError(10007),
		answer: (request) => unauthorised(request) ?? account.answer(request),

		receipt(message, forged) {
			const eventType = message.finalAt === null ? 'message.sent' : 'message.finalized';
			return eventCall(eventType, messageRecord(message), message.receiptUrls, forged);
		},

		inbound(message, { keyword, forged }) {
			const urls = account.webhookUrls();
			const isInProfile = account.pool().some(({ number }) => number === message.sender);
			if (urls.length === 0 || !isInProfile) return null;
			const payload = { ...messageRecord(message), ...(keyword ? { autoresponse_type: keyword } : {}) };
			return eventCall('message.received', payload, urls, forged);
		},
		repliesIn: () => [],
		inboundTargets: account.inboundTargets,
		setInboundUrl: account.setInboundUrl,
		poolOf: () => messagingProfileId,

		keywordIn(text) {
			const word = text.trim().toUpperCase();
			return (Object.keys(KEYWORDS) as Keyword[]).find((keyword) => KEYWORDS[keyword].includes(word)) ?? null;
		},
		optOutScope: () => messagingProfileId,
		keywordAnswer: (keyword) => KEYWORD_ANSWERS[keyword],
		resetAccount: account.reset,
	};
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function unauthorised({ headers }: ApiRequest): Answer | null {
	return headers.authorization === `Bearer ${apiKey}` ? null : telnyxError(10009);
}
