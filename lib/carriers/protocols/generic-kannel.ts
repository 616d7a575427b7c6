import { type FailureReason } from '../../domain/delivery';
import { type CarrierErrorCode } from '../../domain/errors';
import { type OutboundSms } from '../carrier';
import { STATUSES as SMPP_STATUSES } from './generic-smpp';
import { type GatewaySpec, type StatusMeaning } from './generic-spec';

const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	503: 'throttled', // "Temporal failure, try again later": the queue is full, or no route is up
	'Not routable': 'rejected', // comes with 403, as a wrong password does
};

/** The bits of dlr-mask, of which one is set in a report. */
const STATUSES: Readonly<Record<string, StatusMeaning>> = {
	1: { status: 'delivered', isFinal: true },
	2: { status: 'undelivered', isFinal: true },
	4: { status: 'queued', isFinal: false },
	8: { status: 'sent', isFinal: false },
	16: { status: 'rejected', isFinal: true },
};

/** SMPP's command status, by which a network refuses a text. What it reports of one later has codes of its own. */
const REASONS: Readonly<Record<string, FailureReason>> = {
	'0x0000000b': 'invalid_number',
	'0x00000058': 'throttled',
};

/** In a dlr-url Kannel puts its own values where it finds "%d" and the like. */
function reportUrl({ receiptUrl, ref }: OutboundSms): string {
	if (!receiptUrl) return '';
	const url = new URL(receiptUrl);
	if (ref) url.searchParams.set('id', ref);
	return `${url.href.replaceAll('%', '%%')}${url.search ? '&' : '?'}status=%d&answer=%A`;
}

export const KANNEL: GatewaySpec = {
	send: {
		method: 'GET', // a POST holds nothing but the text, with all else in headers
		path: '/cgi-bin/sendsms',
		encoding: 'query',
		fields: {
			from: '{{from}}',
			to: '{{to}}',
			text: '{{text}}',
			charset: 'UTF-8',
			coding: '{{unicode?2}}',
			'dlr-mask': '{{receipt_url?31}}',
			'dlr-url': '{{report_url}}',
		},
		placeholders: (message) => ({ report_url: reportUrl(message) }),
	},
	answer: {
		success: '/^(0|3): |^Sent\\./',
		errorCode: ['/^(Not routable)/'],
		errorMessage: ['/^(?!\\d: |Sent\\.)([A-Z][^<>{}"\\n]{7,})\\s*$/'],
		statusIsCode: true,
		errors: SEND_ERRORS,
	},
	webhook: {
		receipt: {
			id: ['id', 'answer /\\bid:(\\S+)/'],
			ref: ['id'],
			// what the network says is more than Kannel's bit
			status: ['answer /\\bstat:(\\w+)/', 'status'],
			statuses: { ...SMPP_STATUSES, ...STATUSES },
			code: ['answer /\\berr:(\\w+)/', 'answer /^NACK\\/(0x[0-9a-f]+)/', 'status'],
			reasons: REASONS,
		},
		reply: { id: ['uuid'], from: ['from'], to: ['to'], text: ['text'], time: ['time'] },
	},
	acknowledgement: { contentType: 'text/plain', body: '' },
};
