// The protocol of Twilio's messages, which others speak too ("LaML", "Compatibility API").
// API       https://www.twilio.com/docs/messaging/api/message-resource
// Errors    https://www.twilio.com/docs/api/errors
// Webhooks  https://www.twilio.com/docs/messaging/guides/webhook-request
// Receipts  https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks

import { type DeliveryStatus, type FailureReason } from '../../domain/delivery';
import { type CarrierErrorCode } from '../../domain/errors';
import { senderKind } from '../../domain/sender';
import { equalsSecretly, hmac, sha256Hex } from '../../signature';
import { jsonOf, type WebhookRequest, type WireRequest, type WireResponse } from '../../wire';
import {
	type CarrierEvent,
	type CarrierReceipt,
	type CarrierReply,
	type OutboundSms,
	type SendReceipt,
	type WebhookAnswer,
} from '../carrier';
import { failureOf, isSuccess, unreadable } from './http-failure';
import { countOf, fieldsOf, meaningOf, textOf } from './reading';

/** Codes that say more than their HTTP status. */
export const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	20003: 'bad-config', // authentication
	20404: 'bad-config', // no such account, or a wrong base URL
	20429: 'throttled', // documented as not processed
	21211: 'bad-message', // invalid "To"
	21212: 'bad-config', // invalid "From"
	21217: 'bad-message',
	21266: 'bad-message', // sender and recipient are one number
	21408: 'bad-config', // the country is not switched on
	21601: 'bad-config', // the sender cannot send SMS
	21602: 'bad-message', // no body
	21603: 'bad-config', // no "From"
	21604: 'bad-message', // no "To"
	21606: 'bad-config', // the sender is not of this account
	21610: 'recipient-opted-out',
	21611: 'throttled', // the sender's queue is full; not taken
	21612: 'bad-config', // this sender cannot reach this number
	21614: 'bad-message', // no mobile number
	21617: 'bad-message', // too long
	21635: 'bad-message', // a landline
	21659: 'bad-config', // the sender is no number of Twilio's
	21703: 'bad-config', // the Messaging Service has no sender
	21705: 'bad-config', // no such Messaging Service
	30001: 'throttled', // queue overflow
	30002: 'bad-config', // account suspended
	63018: 'throttled',
};

const STATUSES: Readonly<Record<string, DeliveryStatus>> = {
	accepted: 'queued',
	scheduled: 'queued',
	queued: 'queued',
	sending: 'queued',
	sent: 'sent',
	partially_delivered: 'sent',
	delivered: 'delivered',
	read: 'delivered',
	undelivered: 'undelivered',
	failed: 'failed',
	canceled: 'failed',
};

const REASONS: Readonly<Record<string, FailureReason>> = {
	21610: 'opted_out',
	21211: 'invalid_number',
	21614: 'landline',
	30003: 'unreachable',
	30004: 'blocked',
	30005: 'invalid_number',
	30006: 'landline',
	30007: 'spam',
	30008: 'unknown',
	30001: 'throttled',
	30022: 'throttled',
	30023: 'throttled',
	30025: 'throttled',
	30018: 'unregistered',
	30024: 'unregistered',
	30034: 'unregistered',
};

const FINAL: ReadonlySet<DeliveryStatus> = new Set(['delivered', 'undelivered', 'failed', 'rejected'] as const);

/** TwiML that says nothing; JSON would be logged as a fault (12300). */
export const SILENCE: WebhookAnswer = { contentType: 'text/xml', body: '<Response/>' };

/** @param url of the account's messages. */
export function lamlSend({ to, from, text, receiptUrl, mediaUrls = [] }: OutboundSms, url: string): WireRequest {
	const form = new URLSearchParams({ To: to });
	form.set(senderKind(from) === 'messaging-service' ? 'MessagingServiceSid' : 'From', from);
	form.set('Body', text);
	for (const mediaUrl of mediaUrls) form.append('MediaUrl', mediaUrl);
	if (receiptUrl) form.set('StatusCallback', receiptUrl);
	return {
		method: 'POST',
		url,
		headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
		body: form.toString(),
	};
}

/** @throws CarrierError */
export function lamlReceipt(carrierName: string, response: WireResponse): SendReceipt {
	const answer = fieldsOf(jsonOf(response.body));
	const code = textOf(answer.code ?? answer.error_code);
	const error = {
		code,
		reason: meaningOf(REASONS, code),
		message: textOf(answer.message),
		moreInfo: textOf(answer.more_info),
	};
	if (!isSuccess(response)) throw failureOf(carrierName, response, error, SEND_ERRORS);
	const id = textOf(answer.sid);
	if (!id) throw unreadable(carrierName, response);
	if (answer.status === 'failed' || answer.status === 'undelivered') {
		throw failureOf(carrierName, response, { ...error, message: textOf(answer.error_message) }, SEND_ERRORS);
	}
	const price = textOf(answer.price);
	return {
		id,
		status: answer.status === 'sent' ? 'sent' : 'queued',
		// "0" when a Messaging Service has yet to choose the sender
		segments: countOf(answer.num_segments),
		price: price === undefined ? undefined : { amount: price, currency: textOf(answer.price_unit) },
	};
}

/** Whether a webhook is signed over its URL and what of its body is listed behind it. */
export function isSignedLaml(
	request: WebhookRequest,
	key: string,
	signature: string | undefined,
	listed: (body: string) => string,
): boolean {
	if (!signature || !key) return false;
	const url = request.url.replace(/#.*$/s, '');
	const signed = signedBody(request, url, listed);
	if (signed === undefined) return false;
	// with or without the standard port, by the carrier's own lights; the official SDKs try both
	return [url, ...withOtherPort(url)].some((candidate) =>
		equalsSecretly(hmac('sha1', key, candidate + signed, 'base64'), signature),
	);
}

/** A GET brings everything in its URL; whatever else comes, its body counts. */
const isGet = ({ method }: WebhookRequest) => method === 'GET';

/** What of the body is signed behind the URL; undefined when the body is not proven. */
function signedBody(request: WebhookRequest, url: string, listed: (body: string) => string): string | undefined {
	if (isGet(request)) return '';
	const type = request.headers['content-type'] ?? '';
	if (/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return listed(request.body);
	// a body that is no form is signed by its hash in the query
	const hash = /[?&]bodySHA256=([^&]*)/.exec(url)?.[1] ?? '';
	return equalsSecretly(sha256Hex(request.body), hash) ? '' : undefined;
}

/** The same URL with the standard port added, or with its port taken away. Text, because URL objects lower-case the host. */
function withOtherPort(url: string): string[] {
	const parts = /^(https?):\/\/([^/?]*)(.*)$/is.exec(url);
	if (!parts) return [];
	const [, scheme, authority, rest] = parts as unknown as [string, string, string, string];
	if (/:\d+$/.test(authority)) return [`${scheme}://${authority.replace(/:\d+$/, '')}${rest}`];
	return [`${scheme}://${authority}:${scheme.toLowerCase() === 'https' ? 443 : 80}${rest}`];
}

export function lamlEvents(carrierName: string, request: WebhookRequest): CarrierEvent[] {
	const fields = new URLSearchParams(isGet(request) ? /\?([^#]*)/.exec(request.url)?.[1] : request.body);
	const isReceipt = fields.has('MessageStatus') && fields.get('MessageStatus') !== 'received';
	return [isReceipt ? receipt(carrierName, fields) : reply(carrierName, fields)];
}

function receipt(carrierName: string, fields: URLSearchParams): CarrierReceipt | CarrierEvent {
	const id = fields.get('MessageSid') || fields.get('SmsSid');
	const status = meaningOf(STATUSES, fields.get('MessageStatus'));
	if (!id || !status)
		return { kind: 'ignored', reason: `${carrierName} status "${fields.get('MessageStatus')}" is not known` };
	const errorCode = fields.get('ErrorCode') || undefined;
	return {
		kind: 'receipt',
		id,
		to: fields.get('To') || undefined,
		from: fields.get('From') || undefined,
		status: errorCode === '21610' ? 'rejected' : status,
		isFinal: FINAL.has(status),
		errorCode,
		reason: errorCode === undefined ? undefined : (meaningOf(REASONS, errorCode) ?? 'unknown'),
	};
}

const HANDLED: Readonly<Record<string, CarrierReply['handledByCarrier']>> = {
	STOP: 'opt-out',
	START: 'opt-in',
	HELP: 'help',
};

function reply(carrierName: string, fields: URLSearchParams): CarrierEvent {
	const id = fields.get('MessageSid') || fields.get('SmsMessageSid') || fields.get('SmsSid');
	const [from, to] = [fields.get('From'), fields.get('To')];
	if (!id || !from || !to) return { kind: 'ignored', reason: `This ${carrierName} webhook brings no text message` };
	return {
		kind: 'reply',
		id,
		from,
		to,
		text: fields.get('Body') ?? '',
		segments: countOf(fields.get('NumSegments')),
		media: Array.from({ length: Math.min(Number(fields.get('NumMedia')) || 0, 10) }, (_, index) => ({
			url: fields.get(`MediaUrl${index}`) ?? '',
			contentType: fields.get(`MediaContentType${index}`) || undefined,
		})).filter(({ url }) => url !== ''),
		// only Advanced Opt-Out sets it: the carrier has answered and blocked already
		handledByCarrier: meaningOf(HANDLED, fields.get('OptOutType')),
	};
}
