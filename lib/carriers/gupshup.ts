// Gupshup Enterprise SMS.
// Send      https://docs.gupshup.io/docs/send-message-to-single-number
// Receipts  https://docs.gupshup.io/docs/real-time-delivery-reports
// Replies   http://enterprise.smsgupshup.com/help/in/response-url-default-response.html
// Its tables are in protocols/generic-gupshup.ts.

import { genericCarrier } from './protocols/generic';
import { gatewayAccount } from './protocols/generic-account';
import { GUPSHUP } from './protocols/generic-gupshup';

export const gupshup = genericCarrier({
	id: 'gupshup',
	name: 'Gupshup',
	credential: 'commerceSmsGupshupApi',
	limits: { senders: ['alphanumeric', 'short-code'], maxSegments: 6 },
	capabilities: {
		mms: false,
		dlt: true,
		priceInResponse: false,
		scheduling: false,
		receipts: true,
		replies: true,
		signsWebhooks: false,
		tellsOptOuts: false,
	},
	numbersLackPlus: true,
	readConfig: (fields) =>
		gatewayAccount(
			'Gupshup',
			fields,
			{ userId: 'User ID', password: 'password' },
			'https://enterprise.smsgupshup.com',
		),
	spec: GUPSHUP,
});
