// MSG91. Its newer "flow" API sends variables of a text that lies at MSG91; whole texts go by this one.
// Send      https://docs.msg91.com (Send SMS v2), https://npmjs.com/package/@walkover/msg91
// Receipts  https://msg91.com/help/webhooks/how-can-i-get-the-delivery-reports-on-my-webhook-url
// Its tables are in protocols/generic-msg91.ts.

import { genericCarrier } from './protocols/generic';
import { gatewayAccount, textIn } from './protocols/generic-account';
import { MSG91 } from './protocols/generic-msg91';

export const msg91 = genericCarrier({
	id: 'msg91',
	name: 'MSG91',
	credential: 'commerceSmsMsg91Api',
	limits: { senders: ['alphanumeric', 'short-code'], maxSegments: 6 },
	capabilities: {
		mms: false,
		dlt: true,
		priceInResponse: false,
		scheduling: true,
		receipts: true,
		replies: false,
		signsWebhooks: false,
		tellsOptOuts: false,
	},
	numbersLackPlus: true,
	readConfig: (fields) => ({
		...gatewayAccount('MSG91', fields, { apiKey: 'Auth Key' }, 'https://api.msg91.com'),
		account: textIn(fields, 'route') || '4',
	}),
	spec: MSG91,
});
