import { type FailureReason } from '../../domain/delivery';
import { type CarrierErrorCode } from '../../domain/errors';
import { readPhone } from '../../domain/phone';
import { type GatewaySpec, type HmacProof, type StatusMeaning } from './generic-spec';

const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	http409: 'outcome-unknown', // a text with this id was taken before, so an earlier try arrived
	QueueLimitExceeded: 'throttled', // documented: comes with 503, and the text is not taken
};

/** Of an event, what follows "sms:". */
const STATUSES: Readonly<Record<string, StatusMeaning>> = {
	sent: { status: 'sent', isFinal: false },
	delivered: { status: 'delivered', isFinal: true },
	failed: { status: 'failed', isFinal: true },
	cancelled: { status: 'failed', isFinal: true },
};

/** What Android says: https://developer.android.com/reference/android/telephony/SmsManager#constants_1 */
const REASONS: Readonly<Record<string, FailureReason>> = {
	RESULT_ERROR_LIMIT_EXCEEDED: 'throttled',
	RESULT_ERROR_FDN_CHECK_FAILURE: 'blocked',
	RESULT_ERROR_SHORT_CODE_NOT_ALLOWED: 'blocked',
	RESULT_ERROR_SHORT_CODE_NEVER_ALLOWED: 'blocked',
};

export const ANDROID: GatewaySpec = {
	send: {
		method: 'POST',
		path: '/messages',
		encoding: 'json',
		// "from" is the SIM's number: the app takes none
		fields: {
			id: '{{ref}}',
			deviceId: '{{account}}',
			textMessage: { text: '{{text}}' },
			phoneNumbers: ['{{to}}'],
			withDeliveryReport: true,
		},
	},
	answer: {
		id: ['id'],
		errorCode: ['error /^(\\w+)$/', 'message /^(queue limits exceeded)/'],
		errorMessage: ['message'],
		errors: { ...SEND_ERRORS, 'queue limits exceeded': 'throttled' },
	},
	webhook: {
		receiptWhen: 'event = /^sms:(?!received|data-received)/',
		replyWhen: 'event = sms:received',
		receipt: {
			id: ['payload.messageId'],
			eventId: ['id'],
			ref: ['payload.messageId'],
			status: ['event /^sms:(.+)$/'],
			statuses: STATUSES,
			code: ['payload.reason /^(RESULT_\\w+)/', 'payload.reason'],
			reasons: REASONS,
			to: ['payload.recipient', 'payload.phoneNumber'],
			from: ['payload.sender'],
			segments: ['payload.partsCount'],
			// once for each part, without a number: what tells parts apart is the event
			part: { id: ['id'], when: 'event = sms:delivered' },
			time: ['payload.deliveredAt', 'payload.sentAt', 'payload.failedAt', 'payload.cancelledAt'],
		},
		reply: {
			id: ['payload.messageId'],
			eventId: ['id'],
			from: ['payload.sender', 'payload.phoneNumber'],
			to: ['payload.recipient'],
			text: ['payload.message'],
			time: ['payload.receivedAt'],
			// null without the permission to read the phone's state
			mayLackRecipient: true,
		},
	},
	acknowledgement: { contentType: 'text/plain', body: '' },
};

/** Numbers without a country's code are of the phone's own country. */
export const androidOf = (ownNumber: string): GatewaySpec => ({
	...ANDROID,
	webhook: { ...ANDROID.webhook, country: readPhone(ownNumber).country },
});

/** https://docs.sms-gate.app/features/webhooks/#payload-signing. The app stamps each try anew. */
export const androidProof = (secret: string): HmacProof => ({
	kind: 'hmac',
	algorithm: 'sha256',
	encoding: 'hex',
	secret,
	pattern: '{body}{timestamp}',
	header: 'x-signature',
	timestampHeader: 'x-timestamp',
	windowSeconds: 300,
});
