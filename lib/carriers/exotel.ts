// Exotel SMS.
// Send      https://developer.exotel.com/docs/sms-api/api-reference/send-sms
// Errors    https://developer.exotel.com/docs/sms-support/sms-api-errors
// Codes     https://developer.exotel.com/docs/sms-api/api-reference/status-codes
// Receipts  https://developer.exotel.com/docs/sms-support/sms-webhooks
// Replies   https://support.exotel.com/support/solutions/articles/45270-send-a-sms-reply-in-response-to-an-incoming-sms
// Its tables are in protocols/generic-exotel.ts.

import { CarrierError } from '../domain/errors';
import { genericCarrier } from './protocols/generic';
import { gatewayAccount, textIn } from './protocols/generic-account';
import { EXOTEL } from './protocols/generic-exotel';

export const exotel = genericCarrier({
	id: 'exotel',
	name: 'Exotel',
	credential: 'commerceSmsExotelApi',
	// 2,000 characters
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric'], maxSegments: 10 },
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
	readConfig(fields) {
		const account = textIn(fields, 'accountSid');
		if (!/^\w+$/.test(account)) {
			throw new CarrierError('bad-config', 'The Account SID in the Exotel credential must be letters and digits');
		}
		const needed = { apiKey: 'API key', apiToken: 'API token' };
		return { ...gatewayAccount('Exotel', fields, needed, 'https://api.exotel.com'), account };
	},
	spec: EXOTEL,
});
