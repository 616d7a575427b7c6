import { type FailureReason } from '../../domain/delivery';
import { type CarrierErrorCode } from '../../domain/errors';
import { type GatewaySpec, type StatusMeaning } from './generic-spec';

const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	101: 'bad-message', // no number
	102: 'bad-message', // no text
	103: 'bad-config', // no sender
	106: 'bad-config', // no key
	107: 'bad-config', // no route
	202: 'bad-message', // no such number
	203: 'bad-config', // no such sender
	207: 'bad-config', // no such key
	208: 'bad-config', // not from this IP address
	209: 'bad-config', // route
	210: 'bad-config', // route
	301: 'rejected', // no credit
	302: 'bad-config', // account expired
	303: 'bad-config', // account banned
	306: 'rejected', // promotional texts from 9 to 21 only
	310: 'bad-message', // too long
	311: 'outcome-unknown', // the same was sent within ten seconds
	418: 'bad-config', // not from this IP address
	505: 'bad-config', // a demo account
	506: 'rejected', // too many small campaigns in a day
	'001': 'outcome-unknown',
	'002': 'outcome-unknown',
	601: 'outcome-unknown', // a fault of theirs
};

const STATUSES: Readonly<Record<string, StatusMeaning>> = {
	1: { status: 'delivered', isFinal: true },
	2: { status: 'failed', isFinal: true },
	9: { status: 'rejected', isFinal: true },
	16: { status: 'rejected', isFinal: true },
	17: { status: 'rejected', isFinal: true },
	25: { status: 'rejected', isFinal: true },
};

/** By status: reports have no other code. */
const REASONS: Readonly<Record<string, FailureReason>> = {
	9: 'blocked', // NDNC: India's register of who wants no advertising
	17: 'blocked',
};

export const MSG91: GatewaySpec = {
	send: {
		method: 'POST',
		path: '/api/v2/sendsms',
		encoding: 'json',
		fields: {
			sender: '{{from}}',
			route: '{{account}}',
			country: '{{country}}',
			unicode: '{{unicode}}',
			sms: [{ message: '{{text}}', to: ['{{to_digits}}'] }],
			DLT_TE_ID: '{{dlt_template_id}}',
		},
		// "0 for international, 1 for USA, 91 for India"
		placeholders: ({ to }) => ({ country: /^\+(91|1)/.exec(to)?.[1] ?? '0' }),
	},
	answer: {
		success: 'type = success',
		id: ['message'],
		errorCode: ['code'],
		errorMessage: ['message', 'msg'],
		errors: SEND_ERRORS,
		reasons: { 202: 'invalid_number', 301: 'no_credit' },
	},
	webhook: {
		// version 2 holds a list in a form field; version 3 is one report
		items: 'data.report',
		receipt: {
			id: ['requestId'],
			status: ['status'],
			statuses: STATUSES,
			code: ['status'],
			reasons: REASONS,
			to: ['number'],
			from: ['senderId'],
		},
	},
	acknowledgement: { contentType: 'text/plain', body: '' },
};
