import { isDeepStrictEqual } from 'node:util';
import { type Carrier, type CarrierConfig, type CarrierEvent, wholeNumber } from '../../lib/carriers/carrier';
import { type CarrierErrorCode, isCarrierError, mayHaveBeenSent } from '../../lib/domain/errors';
import { type FailureReason } from '../../lib/domain/delivery';
import { readPhone } from '../../lib/domain/phone';
import { waitBeforeRetry } from '../../lib/domain/retry';
import { jsonOf } from '../../lib/wire';
import { type CarrierCase, checkCarriers, type Differences } from './carrier-cases';
import { type Report } from './report';
import { lowerCase } from './signatures';

type Values = Readonly<Record<string, unknown>>;

interface PayloadCase extends CarrierCase {
	readonly kind: 'inbound' | 'dlr' | 'optout' | 'handshake' | 'send_ok' | 'send_error';
	readonly confidence?: string;
	readonly status_ambiguous?: boolean;
	readonly method?: string;
	readonly contentType?: string;
	readonly headers?: Readonly<Record<string, string>> | null;
	readonly query?: string | null;
	readonly body?: string | null;
	readonly httpStatus?: number;
	/** One entry for each event of a webhook; one for the answer to a send. */
	readonly expected: readonly Values[] | Values;
}

export const checkWebhooks = (folder: string): Promise<Report> =>
	checkCarriers<PayloadCase>(
		folder,
		/^payloads\.json$/,
		({ confidence, status_ambiguous: isAmbiguous }) => confidence !== 'memory' && !isAmbiguous,
		(carrier, one) => {
			const wanted = Array.isArray(one.expected) ? (one.expected as readonly Values[]) : [one.expected as Values];
			const got = one.kind.startsWith('send_') ? [sendResult(carrier, one)] : webhookEvents(carrier, one);
			if (got.length !== wanted.length) return [{ field: 'events', wanted: wanted.length, got: got.length }];
			return wanted.flatMap((values, index) => differencesOf(values, got[index] as Values));
		},
	);

/** What is not wanted is not looked at; a word that we have no field for counts as a difference. */
function differencesOf(wanted: Values, got: Values): Differences {
	return Object.entries(wanted)
		.filter(([field, value]) => !agrees(field, value, got[field]))
		.map(([field, value]) => ({ field, wanted: value, got: got[field] }));
}

function agrees(field: string, wanted: unknown, got: unknown): boolean {
	if (field === 'action') return true; // prose
	if (field === 'text' && wanted === null) return got === '';
	if (field === 'at') return Date.parse(String(wanted)) === Date.parse(String(got));
	// several of their reasons are one error to a sender
	if (field === 'reason' && Array.isArray(got)) return got.includes(wanted);
	return isDeepStrictEqual(wanted, got ?? null);
}

function webhookEvents(carrier: Carrier<CarrierConfig>, one: PayloadCase): Values[] {
	const url = 'https://n8n.example.com/webhook/sms';
	// a receipt of SMPP, as a gateway hands it on
	const isSmpp = one.method === 'deliver_sm';
	const query = isSmpp ? new URLSearchParams({ answer: one.body ?? '' }).toString() : one.query;
	const events = carrier.parseWebhook({
		method: isSmpp ? 'GET' : (one.method ?? 'POST'),
		url: query ? `${url}?${query}` : url,
		headers: headersOf(one),
		body: isSmpp ? '' : (one.body ?? ''),
		receivedAt: new Date(),
	});
	return events.map((event) => inTheirWords(carrier, event));
}

const headersOf = ({ contentType, headers }: PayloadCase) =>
	lowerCase({ ...(contentType ? { 'content-type': contentType } : {}), ...headers });

const OPT_OUT_TYPES = { 'opt-out': 'STOP', 'opt-in': 'START', help: 'HELP' } as const;

const REASONS: Readonly<Partial<Record<FailureReason, string>>> = { spam: 'filtered', no_credit: 'quota' };

/** One of our events in the words of the cases. */
function inTheirWords(carrier: Carrier<CarrierConfig>, event: CarrierEvent): Values {
	if (event.kind === 'ignored') return { type: 'ignored', reason: event.reason };
	if (event.kind === 'handshake') {
		const { answer, visit } = event;
		const { contentType, body = '' } = answer ?? {};
		return {
			type: 'handshake',
			url: visit,
			respond: answer && { status: answer.status ?? 200, contentType, body: jsonOf(body) ?? body },
		};
	}
	if (event.kind === 'reply') {
		const { part } = event;
		return {
			...event,
			type: 'inbound',
			// what makes a text of one sender from a reference of one byte is ours
			concat: part && { ref: part.group.split(' ').at(-1), part: part.number, total: part.total },
			media: event.media.map(({ url, contentType = null }) => ({ url, contentType })),
			fromE164: readPhone(wholeNumber(carrier, event.from)).e164,
			optOutType: event.handledByCarrier && OPT_OUT_TYPES[event.handledByCarrier],
			carrierHandledOptOut: event.handledByCarrier !== undefined,
		};
	}
	return {
		...event,
		type: 'status',
		final: event.isFinal,
		reason: event.reason && (REASONS[event.reason] ?? event.reason),
		price: event.price?.amount,
	};
}

/** Which of their reasons each of our errors stands for. */
const REASONS_OF_ERRORS: Readonly<Record<CarrierErrorCode, readonly string[]>> = {
	'bad-config': ['auth', 'invalid_sender', 'country'],
	'bad-message': ['invalid_number', 'landline', 'content'],
	'recipient-opted-out': ['opted_out'],
	rejected: ['filtered', 'blocked', 'quota', 'country', 'unknown'],
	throttled: ['throttled'],
	unavailable: ['unreachable'],
	'outcome-unknown': ['unknown'],
	'unreadable-response': ['unknown'],
};

function sendResult(carrier: Carrier<CarrierConfig>, one: PayloadCase): Values {
	const response = {
		status: one.httpStatus ?? 200,
		headers: headersOf(one),
		body: one.body ?? '',
		receivedAt: new Date(),
	};
	try {
		const { id, otherIds = [], status, segments, price, clientRef } = carrier.parseSend(response);
		return { ok: true, ids: [id, ...otherIds], status, segments, price: price?.amount, clientRef };
	} catch (error) {
		if (!isCarrierError(error)) throw error;
		return {
			ok: false,
			code: error.details.carrierCode,
			reason: REASONS_OF_ERRORS[error.code],
			retryable: waitBeforeRetry(error, 1, 0) !== null,
			maybeSent: mayHaveBeenSent(error.code),
			retryAfterMs: error.details.retryAfterMs,
		};
	}
}
