// What networks say of texts in SMPP, which gateways hand on: https://smpp.org/SMPP_v3_4_Issue1_2.pdf, 5.2.28 and appendix B.

import { type StatusMeaning } from './generic-spec';

export const STATUSES: Readonly<Record<string, StatusMeaning>> = {
	ENROUTE: { status: 'sent', isFinal: false },
	ACCEPTD: { status: 'sent', isFinal: false },
	DELIVRD: { status: 'delivered', isFinal: true },
	EXPIRED: { status: 'expired', isFinal: true, reason: 'expired' },
	DELETED: { status: 'failed', isFinal: true },
	UNDELIV: { status: 'undelivered', isFinal: true },
	REJECTD: { status: 'rejected', isFinal: true },
	UNKNOWN: { status: 'unknown', isFinal: false },
};
