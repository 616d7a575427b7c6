// SMSGate (SMS Gateway for Android): a phone of one's own, through sms-gate.app, a private server, or the phone itself.
// Send      https://docs.sms-gate.app/features/sending-messages/
// Limits    https://docs.sms-gate.app/features/private-server/#-message-queue-limits
// Webhooks  https://docs.sms-gate.app/features/webhooks/
// Its tables are in protocols/generic-android.ts.

import { normaliseSender } from '../domain/sender';
import { genericCarrier, proofByConfig } from './protocols/generic';
import { gatewayAccount, textIn } from './protocols/generic-account';
import { ANDROID, androidOf, androidProof } from './protocols/generic-android';
import { type GatewayConfig } from './protocols/generic-spec';

const DECLARED = {
	id: 'android',
	name: 'Android SMS Gateway',
	credential: 'commerceSmsAndroidApi',
	// from nine parts on Android takes a text for abuse
	limits: { senders: ['phone-number'], maxSegments: 8 },
	capabilities: {
		mms: false,
		dlt: false,
		priceInResponse: false,
		scheduling: true,
		receipts: true,
		replies: true,
		signsWebhooks: true,
		tellsOptOuts: false,
	},
	readConfig(fields: Readonly<Record<string, unknown>>): GatewayConfig {
		const needed = { username: 'user name', password: 'password' };
		const secret = textIn(fields, 'signingSecret');
		return {
			...gatewayAccount('Android SMS Gateway', fields, needed, 'https://api.sms-gate.app/3rdparty/v1'),
			account: textIn(fields, 'deviceId'),
			proof: secret ? androidProof(secret) : { kind: 'secret-url' },
		};
	},
	proofBy: proofByConfig,
	spec: ANDROID,
} as const;

export const android = {
	...genericCarrier(DECLARED),
	/** The app may leave out the phone's own number, and give those of its country without the country's code. */
	describedBy(fields: Readonly<Record<string, unknown>>) {
		const ownNumber = normaliseSender(textIn(fields, 'sender'));
		return genericCarrier({ ...DECLARED, ownNumber, spec: androidOf(ownNumber) });
	},
};
