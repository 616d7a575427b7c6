// Twilio Programmable Messaging.
// API       https://www.twilio.com/docs/messaging/api/message-resource
// Errors    https://www.twilio.com/docs/api/errors
// Webhooks  https://www.twilio.com/docs/messaging/guides/webhook-request
// Receipts  https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
// Proof     https://www.twilio.com/docs/usage/webhooks/webhooks-security

import { CarrierError } from '../domain/errors';
import { type Carrier, type CarrierConfig } from './carrier';
import { isSignedLaml, lamlEvents, lamlReceipt, lamlSend, SILENCE } from './protocols/laml';
import { baseUrlOf } from './protocols/reading';
import { twilioInbound } from './protocols/twilio-inbound';
import { twilioLookUp } from './protocols/twilio-look-up';

export interface TwilioConfig extends CarrierConfig {
	readonly accountSid: string;
	/** The account's primary auth token: what webhooks are signed with, also where API keys send. */
	readonly authToken: string;
}

export const twilio: Carrier<TwilioConfig> = {
	id: 'twilio',
	name: 'Twilio',
	credential: 'commerceSmsTwilioApi',
	// 1,600 characters: https://www.twilio.com/docs/glossary/what-sms-character-limit
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric', 'messaging-service'], maxSegments: 10 },
	capabilities: {
		mms: true,
		dlt: false,
		priceInResponse: true,
		scheduling: true,
		receipts: true,
		replies: true,
		signsWebhooks: true,
		tellsOptOuts: true,
	},

	acknowledgement: SILENCE,
	inbound: twilioInbound,
	lookUp: twilioLookUp,

	readConfig({ accountSid, authToken, baseUrl }) {
		if (typeof accountSid !== 'string' || !/^AC[0-9a-zA-Z]{32}$/.test(accountSid)) {
			throw new CarrierError('bad-config', 'The Account SID in the Twilio credential must be "AC" and 32 characters');
		}
		return {
			accountSid,
			authToken: typeof authToken === 'string' ? authToken : '',
			baseUrl: baseUrlOf(baseUrl, 'https://api.twilio.com'),
		};
	},

	buildSend: (message, { baseUrl, accountSid }) =>
		lamlSend(message, `${baseUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`),

	parseSend: (response) => lamlReceipt('Twilio', response),

	verifyWebhook: (request, { authToken }) =>
		isSignedLaml(request, authToken, request.headers['x-twilio-signature'], listed),

	parseWebhook: (request) => lamlEvents('Twilio', request),
};

/** Names in byte order, each followed by its values: sorted, and once each when a name repeats. */
function listed(body: string): string {
	const values = new Map<string, Set<string>>();
	for (const [name, value] of new URLSearchParams(body)) values.set(name, (values.get(name) ?? new Set()).add(value));
	return [...values.keys()]
		.sort()
		.map((name) =>
			[...(values.get(name) as Set<string>)]
				.sort()
				.map((value) => name + value)
				.join(''),
		)
		.join('');
}
