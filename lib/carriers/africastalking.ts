// Africa's Talking.
// API       https://developers.africastalking.com/docs/sms/sending/bulk
// Webhooks  https://developers.africastalking.com/docs/sms/notifications

import { type DeliveryStatus, type FailureReason } from '../domain/delivery';
import { CarrierError, type CarrierErrorCode } from '../domain/errors';
import { sha256Hex } from '../signature';
import { jsonOf } from '../wire';
import { type Carrier, type CarrierConfig, type CarrierEvent } from './carrier';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { baseUrlOf, fieldsOf, listOf, meaningOf, textOf } from './protocols/reading';

export interface AfricasTalkingConfig extends CarrierConfig {
	/** Of the application; goes along with each text. */
	readonly username: string;
}

/** By the status code of the recipient, which comes with HTTP 201; or by the one word of an answer without recipients. */
const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	401: 'rejected', // held for its risk
	402: 'bad-config', // sender
	403: 'bad-message', // number
	404: 'bad-message', // kind of number
	405: 'rejected', // no credit
	406: 'recipient-opted-out',
	407: 'rejected', // no route
	409: 'rejected', // Nigeria: no offers from 8 pm to 8 am, or at all to those who do not want them
	500: 'outcome-unknown', // fault of theirs
	501: 'outcome-unknown', // fault at the gateway
	502: 'rejected', // by the gateway
	InvalidSenderId: 'bad-config',
};

/** What an answer says of the recipient, or of the account. */
const SEND_REASONS: Readonly<Record<string, FailureReason>> = {
	403: 'invalid_number',
	405: 'no_credit',
	406: 'opted_out',
	409: 'blocked',
};

/** Processed, sent, queued. */
const TAKEN = ['100', '101', '102'];

const STATUSES: Readonly<Record<string, { status: DeliveryStatus; isFinal: boolean; reason?: FailureReason }>> = {
	Sent: { status: 'sent', isFinal: false },
	Submitted: { status: 'sent', isFinal: false },
	Buffered: { status: 'sent', isFinal: false },
	Success: { status: 'delivered', isFinal: true },
	Rejected: { status: 'rejected', isFinal: true, reason: 'unknown' },
	Failed: { status: 'undelivered', isFinal: true, reason: 'unknown' },
	AbsentSubscriber: { status: 'undelivered', isFinal: true, reason: 'unreachable' },
	// not for its age: the network's filter has taken it out
	Expired: { status: 'expired', isFinal: true, reason: 'spam' },
};

/** By `failureReason`, which comes with Rejected and Failed. */
const REASONS: Readonly<Record<string, FailureReason>> = {
	DeliveryFailure: 'unknown',
	DoNotDisturbRejection: 'blocked',
	InsufficientCredit: 'unknown', // the customer's, for a premium text
	InvalidLinkId: 'unknown',
	NotNetworkSubcriber: 'unknown', // so spelt; the number is at another network
	UserAccountSuspended: 'unreachable',
	UserDoesNotExist: 'invalid_number',
	UserInBlackList: 'opted_out',
	UserIsInactive: 'unreachable',
	UserNotSubscribedToProduct: 'unknown',
};

export const africastalking: Carrier<AfricasTalkingConfig> = {
	id: 'africastalking',
	name: "Africa's Talking",
	credential: 'commerceSmsAfricasTalkingApi',
	limits: { senders: ['short-code', 'alphanumeric'], maxSegments: 10 },
	capabilities: {
		mms: false,
		dlt: false,
		priceInResponse: true,
		scheduling: false,
		receipts: true,
		replies: true,
		signsWebhooks: false,
		tellsOptOuts: true,
	},

	acknowledgement: { contentType: 'text/plain', body: '' },
	// No `inbound` and no `lookUp`: the API has neither the URLs of webhooks nor a list of sent texts.

	readConfig({ username, apiKey, baseUrl }) {
		if (typeof username !== 'string' || username.trim() === '') {
			throw new CarrierError('bad-config', "The Africa's Talking credential has no username");
		}
		if (typeof apiKey !== 'string' || apiKey.trim() === '') {
			throw new CarrierError('bad-config', "The Africa's Talking credential has no API key");
		}
		return { username: username.trim(), baseUrl: baseUrlOf(baseUrl, 'https://api.africastalking.com') };
	},

	buildSend({ to, from, text }, { baseUrl, username }) {
		return {
			method: 'POST',
			url: `${baseUrl}/version1/messaging`,
			headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
			body: new URLSearchParams({ username, to, from, message: text, bulkSMSMode: '1' }).toString(),
		};
	},

	parseSend(response) {
		const data = fieldsOf(fieldsOf(jsonOf(response.body)).SMSMessageData);
		const [recipient] = listOf(data.Recipients).map(fieldsOf);
		const refusal = (code: string | undefined, message: string | undefined) => {
			const words = { code, message, reason: meaningOf(SEND_REASONS, code) };
			return failureOf("Africa's Talking", response, words, SEND_ERRORS);
		};
		if (!recipient) {
			const message = textOf(data.Message);
			const isRefused = Array.isArray(data.Recipients) && message !== undefined;
			if (isSuccess(response) && !isRefused) throw unreadable("Africa's Talking", response);
			throw refusal(message && meaningOf(SEND_ERRORS, message) && message, message);
		}
		const code = textOf(recipient.statusCode);
		if (!isSuccess(response) || (code !== undefined && !TAKEN.includes(code))) {
			throw refusal(code, textOf(recipient.status));
		}
		const id = textOf(recipient.messageId);
		if (!code || !id || id === 'None') throw unreadable("Africa's Talking", response);
		return { id, status: code === '101' ? 'sent' : 'queued', price: priceOf(recipient.cost) };
	},

	verifyWebhook: () => false,

	parseWebhook({ body, receivedAt }) {
		const fields = new URLSearchParams(body);
		const word = fields.get('status');
		if (word !== null) return [receipt(fields, word)];
		return [fields.has('phoneNumber') && fields.has('senderId') ? optOut(fields, receivedAt) : reply(fields)];
	},
};

/** "KES 0.8000" */
function priceOf(cost: unknown) {
	const [, currency, amount] = /^([A-Z]{3}) (\d{1,9}(?:\.\d{1,9})?)$/.exec(textOf(cost) ?? '') ?? [];
	return amount === undefined ? undefined : { amount, currency };
}

const ignored = (reason: string): CarrierEvent => ({ kind: 'ignored', reason });

function receipt(fields: URLSearchParams, word: string): CarrierEvent {
	const id = fields.get('id');
	const known = meaningOf(STATUSES, word);
	if (!id || !known) return ignored(`Africa's Talking status "${word}" is not known`);
	const errorCode = fields.get('failureReason') || undefined;
	const reason = errorCode ? (meaningOf(REASONS, errorCode) ?? 'unknown') : known.reason;
	return {
		kind: 'receipt',
		id,
		to: fields.get('phoneNumber') || undefined,
		...known,
		status: reason === 'opted_out' ? 'rejected' : known.status,
		errorCode,
		reason,
	};
}

/** The customer has left by the way that Africa's Talking adds to the first text. The notice has no id: its minute stands in. */
function optOut(fields: URLSearchParams, receivedAt: Date): CarrierEvent {
	const [from, to] = [fields.get('phoneNumber'), fields.get('senderId')];
	if (!from || !to) return ignored("This Africa's Talking opt-out names no customer or sender");
	const id = `opt-out ${sha256Hex(`${to} ${from} ${receivedAt.toISOString().slice(0, 16)}`).slice(0, 32)}`;
	return { kind: 'reply', id, from, to, text: 'STOP', media: [], handledByCarrier: 'opt-out' };
}

function reply(fields: URLSearchParams): CarrierEvent {
	const [id, from, to, date] = ['id', 'from', 'to', 'date'].map((name) => fields.get(name));
	if (!id || !from || !to) return ignored("This Africa's Talking webhook brings no text and no report");
	return {
		kind: 'reply',
		id,
		from,
		to,
		text: fields.get('text') ?? '',
		media: [],
		at: date && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(date) ? date : undefined, // some have no zone
	};
}
