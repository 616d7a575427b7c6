// https://www.infobip.com/docs/essentials/api-essentials/response-status-and-error-codes

import { type FailureReason } from '../../domain/delivery';

/** Why a text failed, by the id of the error in a receipt: those that tell something. */
export const REASONS: Readonly<Record<string, FailureReason>> = {
	1: 'invalid_number',
	5: 'unreachable',
	6: 'unreachable',
	8: 'unreachable', // abroad
	9: 'blocked',
	12: 'blocked',
	13: 'blocked', // the customer's service is suspended
	27: 'unreachable',
	31: 'unreachable',
	32: 'unreachable',
	33: 'unreachable',
	256: 'unreachable', // the phone's memory is full
	352: 'invalid_number',
	488: 'unregistered', // toll-free, not verified
	541: 'throttled',
	542: 'throttled',
	560: 'blocked',
	561: 'blocked',
	562: 'unregistered',
	564: 'blocked',
	565: 'blocked',
	566: 'blocked',
	569: 'blocked',
	571: 'unregistered',
	572: 'unregistered',
	573: 'opted_out', // with the network, of this short code
	581: 'unreachable', // prepaid, no credit
	603: 'opted_out', // texted STOP
	604: 'blocked',
	607: 'spam',
	608: 'blocked',
	811: 'expired',
	2049: 'blocked',
	2050: 'blocked', // do not disturb
	2052: 'opted_out', // the account's blocklist
	2053: 'blocked',
	3041: 'invalid_number', // deactivated
	4098: 'expired',
	4099: 'no_credit',
	4101: 'expired',
	4103: 'throttled',
	4104: 'throttled',
	4202: 'throttled',
};

/** Why, by the id of the status: for refusals whose error says nothing. */
export const REFUSALS: Readonly<Record<string, FailureReason>> = {
	10: 'blocked', // do not disturb
	11: 'unregistered',
	12: 'no_credit',
	14: 'opted_out',
	15: 'expired',
	17: 'no_credit',
	20: 'throttled',
};
