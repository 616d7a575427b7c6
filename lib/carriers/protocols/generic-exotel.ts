import { type FailureReason } from '../../domain/delivery';
import { type CarrierErrorCode } from '../../domain/errors';
import { type GatewaySpec, type StatusMeaning } from './generic-spec';

/** By HTTP status, or by the code of the status that an answer gives a text. */
const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	http409: 'outcome-unknown', // "duplicate request": an earlier one may have been taken
	23010: 'bad-message', // no such number
	23072: 'bad-config', // the sender
	23081: 'bad-config', // India's id of the company
};

/** A text's status, and where Exotel knows more, its detailed one. */
const STATUSES: Readonly<Record<string, StatusMeaning>> = {
	queued: { status: 'queued', isFinal: false },
	sending: { status: 'queued', isFinal: false },
	submitted: { status: 'sent', isFinal: false },
	sent: { status: 'sent', isFinal: false }, // "awaiting handset confirmation"
	delivered: { status: 'delivered', isFinal: true },
	undelivered: { status: 'undelivered', isFinal: true },
	expired: { status: 'expired', isFinal: true, reason: 'expired' },
	failed: { status: 'failed', isFinal: true },
	failed_dnd: { status: 'rejected', isFinal: true, reason: 'blocked' },
	'failed-dnd': { status: 'rejected', isFinal: true, reason: 'blocked' },
	DELIVERED_TO_HANDSET: { status: 'delivered', isFinal: true },
	DELIVERED_TO_OPERATOR: { status: 'sent', isFinal: false },
	FAILED_DND: { status: 'rejected', isFinal: true, reason: 'blocked' },
};

/** https://developer.exotel.com/docs/sms-api/api-reference/status-codes */
const REASONS: Readonly<Record<string, FailureReason>> = {
	23005: 'blocked', // India's register of who wants no advertising
	23010: 'invalid_number',
	23015: 'spam',
	23020: 'blocked',
	23072: 'unregistered',
	23080: 'spam', // 23080 to 23083: India's check of registered texts
	23081: 'unregistered',
	23082: 'unregistered',
	23083: 'blocked',
};

export const EXOTEL: GatewaySpec = {
	send: {
		method: 'POST',
		path: '/v1/Accounts/{{account}}/Sms/send.json',
		encoding: 'form',
		fields: {
			From: '{{from}}',
			To: '{{to}}',
			Body: '{{text}}',
			EncodingType: '{{unicode?unicode}}', // else plain
			DltEntityId: '{{dlt_entity_id}}',
			DltTemplateId: '{{dlt_template_id}}',
			StatusCallback: '{{receipt_url}}',
			CustomField: '{{ref}}',
		},
	},
	answer: {
		success: 'SMSMessage.Status = /^(?!failed|undelivered|expired|rejected)/i',
		id: ['SMSMessage.Sid'],
		errorCode: ['SMSMessage.DetailedStatusCode', 'RestException.Code'],
		errorMessage: ['RestException.Message', 'SMSMessage.DetailedStatus'],
		errors: SEND_ERRORS,
		reasons: REASONS,
	},
	webhook: {
		receipt: {
			id: ['SmsSid'],
			ref: ['CustomField'],
			status: ['DetailedStatus', 'Status'],
			statuses: STATUSES,
			code: ['DetailedStatusCode'],
			reasons: REASONS,
			to: ['To'],
			segments: ['SmsUnits'],
		},
		reply: { id: ['SmsSid'], from: ['From'], to: ['To'], text: ['Body'] },
		country: 'IN',
	},
	// whatever else is said may become a text to the customer
	acknowledgement: { contentType: 'text/plain', body: '' },
};
