// Kannel, by the HTTP interface of its smsbox. Who has an SMPP account and no HTTP API sends through it, or through Jasmin.
// Guide     https://www.kannel.org/download/1.4.5/userguide-1.4.5/userguide.html#SMS-push
// Receipts  https://www.kannel.org/download/1.4.5/userguide-1.4.5/userguide.html#delivery-reports
// Replies   the same guide, "sms-service", get-url
// Its tables are in protocols/generic-kannel.ts.

import { genericCarrier } from './protocols/generic';
import { gatewayAccount } from './protocols/generic-account';
import { KANNEL } from './protocols/generic-kannel';

export const kannel = genericCarrier({
	id: 'kannel',
	name: 'Kannel',
	credential: 'commerceSmsKannelApi',
	// max-messages of the sendsms-user says how many it really takes
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric'], maxSegments: 10 },
	capabilities: {
		mms: false,
		dlt: false,
		priceInResponse: false,
		scheduling: true,
		receipts: true,
		replies: true,
		signsWebhooks: false,
		tellsOptOuts: false,
	},
	numbersLackPlus: true,
	readConfig: (fields) => gatewayAccount('Kannel', fields, { username: 'user name', password: 'password' }),
	spec: KANNEL,
});
