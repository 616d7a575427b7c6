// Jasmin SMS Gateway, by its HTTP API. Who has an SMPP account and no HTTP API sends through it, or through Kannel.
// Send      https://docs.jasminsms.com/en/latest/apis/ja-http/index.html#sending-sms-mt
// Receipts  https://docs.jasminsms.com/en/latest/apis/ja-http/index.html#receiving-dlr
// Replies   https://docs.jasminsms.com/en/latest/apis/ja-http/index.html#receiving-sms-mo
// Its tables are in protocols/generic-jasmin.ts.

import { genericCarrier } from './protocols/generic';
import { gatewayAccount } from './protocols/generic-account';
import { JASMIN } from './protocols/generic-jasmin';

export const jasmin = genericCarrier({
	id: 'jasmin',
	name: 'Jasmin',
	credential: 'commerceSmsJasminApi',
	// long_content_max_parts, unless it was changed
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric'], maxSegments: 5 },
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
	readConfig: (fields) => gatewayAccount('Jasmin', fields, { username: 'user name', password: 'password' }),
	spec: JASMIN,
});
