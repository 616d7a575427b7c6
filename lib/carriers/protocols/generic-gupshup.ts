import { type FailureReason } from '../../domain/delivery';
import { type CarrierErrorCode } from '../../domain/errors';
import { charactersOutsideGsm } from '../../domain/segments';
import { type GatewaySpec, type StatusMeaning } from './generic-spec';

const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	102: 'bad-config', // user ID or password
	175: 'bad-config', // texts to other countries are not switched on
};

/** The words of a GET, and the event types of a POST. */
const STATUSES: Readonly<Record<string, StatusMeaning>> = {
	SUCCESS: { status: 'delivered', isFinal: true },
	DELIVERED: { status: 'delivered', isFinal: true },
	FAIL: { status: 'undelivered', isFinal: true },
	FAILED: { status: 'undelivered', isFinal: true },
};

const REASONS: Readonly<Record<string, FailureReason>> = {
	'001': 'unreachable', // absent subscriber
	'002': 'blocked', // call barred
	'003': 'invalid_number', // unknown subscriber
	'004': 'unreachable', // service down
	'005': 'unknown', // system failure
	'006': 'blocked', // India's register of who wants no advertising
	'007': 'blocked', // by the customer
	'008': 'unknown', // the register could not be asked in time
	'009': 'blocked', // outside the hours of advertising
};

export const GUPSHUP: GatewaySpec = {
	send: {
		method: 'POST',
		path: '/GatewayAPI/rest',
		encoding: 'form',
		fields: {
			method: 'SendMessage',
			v: '1.1',
			auth_scheme: 'plain',
			format: 'text',
			msg_type: '{{msg_type}}',
			send_to: '{{to_digits}}',
			msg: '{{text}}',
			mask: '{{from_digits}}',
			principalEntityId: '{{dlt_entity_id}}',
			dltTemplateId: '{{dlt_template_id}}',
		},
		placeholders: ({ text }) => ({ msg_type: charactersOutsideGsm(text).length > 0 ? 'Unicode_Text' : 'TEXT' }),
	},
	answer: {
		success: '/^(success|error) \\|/ = success',
		id: ['/^success \\|[^|]*\\| *([^\\s|]+)/'],
		errorCode: ['/^error \\| *(\\w+)/'],
		errorMessage: ['/^error \\|[^|]*\\| *(.+?)\\s*$/s'],
		errors: SEND_ERRORS,
	},
	webhook: {
		items: 'response',
		receipt: {
			id: ['externalId'],
			status: ['status', 'eventType'],
			statuses: STATUSES,
			code: ['errCode'],
			reasons: REASONS,
			to: ['phoneNo', 'destAddr'],
			from: ['mask', 'srcAddr'],
			segments: ['noOfFrags'],
			time: ['deliveredTS', 'eventTs'],
		},
		reply: {
			from: ['msisdn'],
			to: ['phonecode'],
			text: ['content'],
			keyword: ['keyword'],
			time: ['timestamp'],
		},
		country: 'IN',
	},
	// the first 160 characters of anything else become a text to the customer
	acknowledgement: { contentType: 'text/plain', body: '' },
};
