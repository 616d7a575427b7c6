// Twilio's twin: https://www.twilio.com/docs/messaging/api
//
// One file for what Twilio does with a text: who may send, what it answers, what it tells the workflow. The checks before
// it accepts a text are in twilio-send.ts, the rest of the account in twilio-resources.ts, the field lists in twilio-wire.ts.
import { TWILIO_ACCOUNT, TWILIO_POOL } from '../accounts';
import { type CarrierTwin, type TwinParts } from '../carrier';
import { type Answer, type ApiRequest } from '../http';
import { type Keyword } from '../opt-outs';
import { type SandboxMessage } from '../store';
import { type WebhookCall } from '../webhooks';
import { createTwilioAccount } from './twilio-resources';
import { optOutScopeOf, readTwilioSend } from './twilio-send';
import { geography, isPooled, messageResource, twilioError, twilioSignature } from './twilio-wire';

const { accountSid, authToken, apiKeySid, apiKeySecret, messagingServiceSid } = TWILIO_ACCOUNT;
const SEND_PATH = `/2010-04-01/Accounts/${accountSid}/Messages.json`;

/** "Twilio waits 15 seconds": https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides */
const WEBHOOK_TIMEOUT_MS = 15_000;

/** https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out and https://help.twilio.com/articles/223134027 */
const KEYWORDS: Readonly<Record<Keyword, readonly string[]>> = {
	STOP: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
	START: ['START', 'YES', 'UNSTOP'],
	HELP: ['HELP', 'INFO'],
};

const KEYWORD_ANSWERS: Readonly<Record<Keyword, string>> = {
	STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
	START:
		'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
	HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
};

export function createTwilio(parts: TwinParts): CarrierTwin {
	const { chance } = parts;
	const account = createTwilioAccount(parts);

	function unauthorised(request: ApiRequest): Answer | null {
		const access = accessOf(request);
		const pathAccount = /\/Accounts\/(AC\w+)/.exec(request.path)?.[1] ?? accountSid;
		if (access !== 'none' && pathAccount === accountSid) return null;
		return twilioError(401, 20003, 'Authenticate', { 'www-authenticate': 'Basic realm="Twilio API"' });
	}

	/** A form POST (or GET), signed; every attempt of one event carries the same idempotency token. */
	function formCall(
		urls: readonly string[],
		method: string,
		params: Readonly<Record<string, string>>,
		forged: boolean,
	): WebhookCall {
		const token = chance.uuid();
		const key = forged ? `${authToken}-of-a-forger` : authToken;
		return {
			urls,
			attemptsPerUrl: 1, // Twilio does not retry unless the URL's fragment asks for it
			timeoutMs: WEBHOOK_TIMEOUT_MS,
			retryDelayMs: 0,
			request(url) {
				const headers = { 'i-twilio-idempotency-token': token, 'user-agent': 'TwilioProxy/1.1', accept: '*/*' };
				if (method === 'GET') {
					const full = new URL(url);
					for (const [name, value] of Object.entries(params)) full.searchParams.append(name, value);
					const signature = twilioSignature(key, full.href, {});
					return {
						method,
						url: full.href,
						headers: { ...headers, 'x-twilio-signature': signature },
						body: '',
					};
				}
				return {
					method: 'POST',
					url,
					headers: {
						...headers,
						'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
						'x-twilio-signature': twilioSignature(key, url, params),
					},
					body: new URLSearchParams(params).toString(),
				};
			},
		};
	}

	return {
		id: 'twilio',
		label: 'Twilio',
		hosts: ['api.twilio.com', 'messaging.twilio.com'],
		usualFailure: { undelivered: '30003', failed: '30008' },

		isSend: ({ method, path }) => method === 'POST' && path === SEND_PATH,
		readSend: (request) =>
			unauthorised(request) ?? readTwilioSend(new URLSearchParams(request.body), parts, account.service.statusCallback),
		newMessageId: (order) => `${order.media.length > 0 ? 'MM' : 'SM'}${chance.hex(32)}`,
		firstStatus: (order) => (order.sendAt !== null ? 'scheduled' : order.pool ? 'accepted' : 'queued'),
		accepted: (message) => ({ status: 201, json: messageResource(message) }),
		// "An API Request that receives an error 429 response is never processed": https://www.twilio.com/docs/api/errors/20429
		throttled: (seconds) => twilioError(429, 20429, 'Too Many Requests', { 'retry-after': String(seconds) }),
		broken: () => twilioError(500, 20500, 'An internal server error has occurred'),
		answer: (request) => unauthorised(request) ?? account.answer(request, accessOf(request) === 'token'),

		receipt: (message, forged) => formCall(message.receiptUrls, 'POST', receiptParams(message), forged),

		inbound(message, { keyword, forged }) {
			const settings = account.settingsOf(message.sender);
			const byService = isPooled(message.sender) && !account.service.useInboundWebhookOnNumber;
			// this account has no TwiML applications, so a number that names one has no URL
			const url = byService ? account.service.inboundRequestUrl : settings?.smsApplicationSid ? null : settings?.smsUrl;
			if (!url) return null;
			const fallback = byService ? account.service.fallbackUrl : settings?.smsFallbackUrl;
			const method = byService ? account.service.inboundMethod : (settings?.smsMethod ?? 'POST');
			return formCall(fallback ? [url, fallback] : [url], method, inboundParams(message, keyword), forged);
		},
		repliesIn: (contentType, body) => (contentType.includes('xml') ? messagesInTwiml(body) : []),
		inboundTargets: account.inboundTargets,
		setInboundUrl: account.setInboundUrl,
		poolOf: (sender) => (isPooled(sender) ? messagingServiceSid : null),

		keywordIn(text) {
			const word = text.trim().toUpperCase();
			return (Object.keys(KEYWORDS) as Keyword[]).find((keyword) => KEYWORDS[keyword].includes(word)) ?? null;
		},
		optOutScope: optOutScopeOf,
		keywordAnswer: (keyword) => KEYWORD_ANSWERS[keyword],
		resetAccount: account.reset,
	};
}

/** Basic authentication: https://www.twilio.com/docs/usage/requests-to-twilio#http-basic-authentication */
function accessOf({ headers }: ApiRequest): 'token' | 'key' | 'none' {
	const [scheme, encoded] = (headers.authorization ?? '').split(' ');
	if (scheme?.toLowerCase() !== 'basic' || !encoded) return 'none';
	const credentials = Buffer.from(encoded, 'base64').toString('utf8');
	if (credentials === `${accountSid}:${authToken}`) return 'token';
	return credentials === `${apiKeySid}:${apiKeySecret}` ? 'key' : 'none';
}

/**
 * https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks: the first status of a text
 * is in the API's answer only; a callback comes for each later one.
 */
function receiptParams(message: SandboxMessage): Record<string, string> {
	return {
		AccountSid: accountSid,
		ApiVersion: '2010-04-01',
		From: message.sender,
		MessageSid: message.id,
		MessageStatus: message.status,
		SmsSid: message.id,
		SmsStatus: message.status,
		To: message.phone,
		...(message.pool ? { MessagingServiceSid: message.pool } : {}),
		...(message.errorCode ? { ErrorCode: message.errorCode } : {}),
		...(message.finalAt !== null && message.status !== 'failed' ? { RawDlrDoneDate: dlrDate(message.finalAt) } : {}),
	};
}

/** yyMMddHHmm */
const dlrDate = (at: number) => new Date(at).toISOString().replace(/\D/g, '').slice(2, 12);

/** https://www.twilio.com/docs/messaging/guides/webhook-request#parameters-in-twilios-request-to-your-application */
function inboundParams(message: SandboxMessage, keyword: Keyword | null): Record<string, string> {
	const pooled = TWILIO_POOL.some(({ number }) => number === message.sender);
	const media = message.media.flatMap((url, index) => [
		[`MediaUrl${index}`, url],
		[`MediaContentType${index}`, 'image/jpeg'],
	]);
	return {
		...geography('To', message.sender),
		...geography('From', message.phone),
		SmsMessageSid: message.id,
		NumMedia: String(message.media.length),
		SmsSid: message.id,
		SmsStatus: 'received',
		Body: message.text,
		To: message.sender,
		NumSegments: String(message.segments),
		...(pooled ? { MessagingServiceSid: messagingServiceSid } : {}),
		MessageSid: message.id,
		AccountSid: accountSid,
		From: message.phone,
		ApiVersion: '2010-04-01',
		// Only Advanced Opt-Out, a feature of Messaging Services, says what it did
		...(keyword && pooled ? { OptOutType: keyword } : {}),
		...Object.fromEntries(media),
	};
}

const XML_ENTITIES = new Map([
	['lt', '<'],
	['gt', '>'],
	['amp', '&'],
	['quot', '"'],
	['apos', "'"],
]);
const LAST_CODE_POINT = 0x10ffff;

function unescapeXml(text: string): string {
	return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name: string) => {
		if (name) return XML_ENTITIES.get(name) ?? whole;
		const codePoint = decimal ? Number(decimal) : parseInt(hex as string, 16);
		return codePoint <= LAST_CODE_POINT ? String.fromCodePoint(codePoint) : whole;
	});
}

/** The texts of <Message> elements: https://www.twilio.com/docs/messaging/twiml/message */
function messagesInTwiml(xml: string): string[] {
	return [...xml.matchAll(/<Message\b[^>]*>([\s\S]*?)<\/Message>/g)].map(([, content = '']) => {
		const body = /<Body>([\s\S]*?)<\/Body>/.exec(content)?.[1] ?? content;
		return unescapeXml(body.replace(/<[^>]*>/g, '')).trim();
	});
}
