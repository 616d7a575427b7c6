import { type FailureReason } from '../../domain/delivery';
import { type CarrierErrorCode } from '../../domain/errors';
import { STATUSES as SMPP_STATUSES } from './generic-smpp';
import { type GatewaySpec, type StatusMeaning } from './generic-spec';

/** Jasmin's words, or else the HTTP status. */
const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	412: 'rejected', // no route
	'Cannot charge submit_sm': 'rejected', // the user's credit; comes with 403, as a wrong password does
	'User throughput exceeded': 'throttled', // likewise; nothing was handed on
};

/** Of level 1: what the network answered when it was handed the text. Level 2 has SMPP's words. */
const STATUSES: Readonly<Record<string, StatusMeaning>> = {
	ESME_ROK: { status: 'sent', isFinal: false },
	ESME_RINVMSGLEN: { status: 'rejected', isFinal: true },
	ESME_RINVPRTFLG: { status: 'rejected', isFinal: true },
	ESME_RINVREGDLVFLG: { status: 'rejected', isFinal: true },
	ESME_RSYSERR: { status: 'failed', isFinal: true },
	ESME_RINVSRCADR: { status: 'rejected', isFinal: true },
	ESME_RINVDSTADR: { status: 'rejected', isFinal: true },
	ESME_RMSGQFUL: { status: 'failed', isFinal: true },
	ESME_RINVNUMDESTS: { status: 'rejected', isFinal: true },
	ESME_RINVDCS: { status: 'rejected', isFinal: true },
	ESME_RSUBMITFAIL: { status: 'rejected', isFinal: true },
	ESME_RTHROTTLED: { status: 'failed', isFinal: true },
	ESME_RINVEXPIRY: { status: 'rejected', isFinal: true },
	ESME_RUNKNOWNERR: { status: 'failed', isFinal: true },
	ESME_RDELIVERYFAILURE: { status: 'failed', isFinal: true },
};

const REASONS: Readonly<Record<string, FailureReason>> = {
	ESME_RINVDSTADR: 'invalid_number',
	ESME_RTHROTTLED: 'throttled',
	ESME_RMSGQFUL: 'throttled',
};

export const JASMIN: GatewaySpec = {
	send: {
		method: 'POST',
		path: '/send',
		encoding: 'form',
		fields: {
			to: '{{to_digits}}',
			from: '{{from_digits}}',
			// a text goes as it is and becomes GSM there, or as UTF-16 in hexadecimal: never both
			content: '{{text_gsm}}',
			'hex-content': '{{text_unicode_hex}}',
			coding: '{{unicode?8}}',
			dlr: '{{receipt_url?yes}}',
			'dlr-url': '{{receipt_url}}',
			'dlr-level': '{{receipt_url?3}}',
			'dlr-method': '{{receipt_url?POST}}',
		},
	},
	answer: {
		success: '/^(Success|Error) "/ = Success',
		id: ['/^Success "([^"]+)"/'],
		errorCode: ['/^Error "(User throughput exceeded|Cannot charge submit_sm)/'],
		errorMessage: ['/^Error "(.*)"\\s*$/s'],
		statusIsCode: true,
		errors: SEND_ERRORS,
		reasons: { 'Cannot charge submit_sm': 'no_credit' },
	},
	webhook: {
		receipt: {
			id: ['id'],
			status: ['message_status'],
			statuses: { ...SMPP_STATUSES, ...STATUSES },
			code: ['err', 'message_status'],
			reasons: REASONS,
		},
		reply: {
			id: ['id'],
			from: ['from'],
			to: ['to'],
			text: ['content'],
			// 8 is UCS-2, whose bytes are no text in a form
			hex: { at: ['binary'], when: 'coding = 8' },
		},
	},
	// "exactly", else it is sent again
	acknowledgement: { contentType: 'text/plain', body: 'ACK/Jasmin' },
};
