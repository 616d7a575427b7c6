// 46elks.
// API       https://46elks.com/docs/send-sms, https://46elks.com/docs/send-mms
// Receipts  https://46elks.com/docs/sms-delivery-reports
// Replies   https://46elks.com/docs/receive-sms, https://46elks.com/docs/receive-mms

import { type DeliveryStatus, type FailureReason } from '../domain/delivery';
import { CarrierError } from '../domain/errors';
import { jsonOf, type WireResponse } from '../wire';
import { type Carrier, type CarrierConfig, type CarrierEvent } from './carrier';
import { elks46Inbound } from './protocols/46elks-inbound';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { baseUrlOf, countOf, fieldsOf, meaningOf, textOf } from './protocols/reading';

// No table of send errors: refusals have words and an HTTP status, but no code.

const STATUSES: Readonly<Record<string, { status: DeliveryStatus; isFinal: boolean; reason?: FailureReason }>> = {
	created: { status: 'queued', isFinal: false },
	sent: { status: 'sent', isFinal: false },
	delivered: { status: 'delivered', isFinal: true },
	failed: { status: 'failed', isFinal: true, reason: 'unknown' },
};

// No table of reasons: a receipt says "failed" and nothing more.

export const elks46: Carrier<CarrierConfig> = {
	id: '46elks',
	name: '46elks',
	credential: 'commerceSms46elksApi',
	limits: { senders: ['phone-number', 'alphanumeric'], maxSegments: 10 },
	capabilities: {
		mms: true,
		dlt: false,
		priceInResponse: true,
		scheduling: false,
		receipts: true,
		replies: true,
		signsWebhooks: false,
		tellsOptOuts: false,
	},

	// must be empty: 46elks texts to the customer what stands in it
	acknowledgement: { contentType: 'text/plain', body: '' },
	inbound: elks46Inbound,
	// No `lookUp`: MMS stand in a history of their own, which cannot be asked for one phone.

	readConfig({ username, password, baseUrl }) {
		if (typeof username !== 'string' || username.trim() === '') {
			throw new CarrierError('bad-config', 'The 46elks credential has no API username');
		}
		if (typeof password !== 'string' || password.trim() === '') {
			throw new CarrierError('bad-config', 'The 46elks credential has no API password');
		}
		return { baseUrl: baseUrlOf(baseUrl, 'https://api.46elks.com') };
	},

	buildSend({ to, from, text, receiptUrl, mediaUrls: [picture] = [] }, { baseUrl }) {
		return {
			method: 'POST',
			url: `${baseUrl}/a1/${picture ? 'mms' : 'sms'}`,
			headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
			body: new URLSearchParams({
				from,
				to,
				message: text,
				...(picture ? { image: picture } : {}),
				...(receiptUrl ? { whendelivered: receiptUrl } : {}),
			}).toString(),
		};
	},

	parseSend(response) {
		const answer = fieldsOf(jsonOf(response.body));
		const status = textOf(answer.status);
		if (!isSuccess(response) || status === 'failed') {
			throw failureOf('46elks', response, { message: sentenceIn(response) }, {});
		}
		const id = textOf(answer.id);
		if (!id) throw unreadable('46elks', response);
		return {
			id,
			status: status === 'sent' || status === 'delivered' ? 'sent' : 'queued',
			segments: countOf(answer.parts),
			price: priceOf(answer.cost),
		};
	},

	verifyWebhook: () => false,

	parseWebhook({ body }) {
		const fields = new URLSearchParams(body);
		const word = fields.get('status');
		return [word === null ? reply(fields) : receipt(fields, word)];
	},
};

/** A refusal is a sentence, as "Invalid to number"; anything else is not 46elks'. */
const sentenceIn = ({ status, body }: WireResponse) =>
	status >= 400 && status < 500 && /^[A-Z][\w ,.'"():+-]{3,200}$/.test(body.trim()) ? body.trim() : undefined;

/** In ten thousandths of the account's currency, which is SEK or EUR. */
function priceOf(cost: unknown) {
	const text = textOf(cost);
	return text && /^\d{1,12}$/.test(text) ? { amount: (Number(text) / 10_000).toFixed(4) } : undefined;
}

/** "2018-07-13T13:57:23.741000", which is UTC. */
function isoOf(text: string | null): string | undefined {
	const [, time] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?)Z?$/.exec(text ?? '') ?? [];
	return time && `${time}Z`;
}

function receipt(fields: URLSearchParams, word: string): CarrierEvent {
	const id = fields.get('id');
	const known = meaningOf(STATUSES, word);
	if (!id || !known) return { kind: 'ignored', reason: `46elks status "${word}" is not known` };
	return { kind: 'receipt', id, ...known, at: isoOf(fields.get('delivered')) };
}

function reply(fields: URLSearchParams): CarrierEvent {
	const [id, from, to] = ['id', 'from', 'to'].map((name) => fields.get(name));
	if (!id || !from || !to) return { kind: 'ignored', reason: 'This 46elks webhook brings no text and no report' };
	return {
		kind: 'reply',
		id,
		from,
		to,
		text: fields.get('message') ?? '',
		media: [...fields].flatMap(([name, url]) => (/^image\d*$/.test(name) && url ? [{ url }] : [])),
		at: isoOf(fields.get('created')),
	};
}
