// SignalWire Messaging, by its Compatibility API: Twilio's protocol with other ids and another key.
// API       https://developer.signalwire.com/compatibility-api/rest/entities/messages/
// Receipts  https://developer.signalwire.com/guides/signalwire-status-callbacks/
// Proof     https://github.com/signalwire/signalwire-python (its validator of requests)

import { CarrierError } from '../domain/errors';
import { equalsSecretly, hmac } from '../signature';
import { type WebhookRequest } from '../wire';
import { type Carrier, type CarrierConfig } from './carrier';
import { isSignedLaml, lamlEvents, lamlReceipt, lamlSend, SILENCE } from './protocols/laml';
import { baseUrlOf } from './protocols/reading';

export interface SignalWireConfig extends CarrierConfig {
	/** A UUID; stands where Twilio has the Account SID. */
	readonly projectId: string;
	/** What webhooks are signed with: the key of the space, not the API token. Empty when webhooks are not used. */
	readonly signingSecret: string;
}

export const signalwire: Carrier<SignalWireConfig> = {
	id: 'signalwire',
	name: 'SignalWire',
	credential: 'commerceSmsSignalWireApi',
	limits: { senders: ['phone-number', 'short-code'], maxSegments: 10 },
	capabilities: {
		mms: true,
		dlt: false,
		priceInResponse: true,
		scheduling: false,
		receipts: true,
		replies: true,
		signsWebhooks: true,
		tellsOptOuts: true,
	},
	acknowledgement: SILENCE,

	readConfig({ projectId, signingSecret, baseUrl }) {
		if (typeof projectId !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(projectId.trim())) {
			throw new CarrierError('bad-config', 'The Project ID in the SignalWire credential must be a UUID');
		}
		const space = baseUrlOf(baseUrl, '');
		if (!space) {
			throw new CarrierError(
				'bad-config',
				'The Space URL in the SignalWire credential is missing, e.g. https://example.signalwire.com',
			);
		}
		return {
			projectId: projectId.trim(),
			signingSecret: typeof signingSecret === 'string' ? signingSecret.trim() : '',
			baseUrl: space,
		};
	},

	buildSend: (message, { baseUrl, projectId }) =>
		lamlSend(message, `${baseUrl}/api/laml/2010-04-01/Accounts/${projectId}/Messages.json`),

	parseSend: (response) => lamlReceipt('SignalWire', response),

	verifyWebhook(request, { signingSecret }) {
		// spaces that came from Twilio may still get its header
		const signature = request.headers['x-signalwire-signature'] ?? request.headers['x-twilio-signature'];
		return isSignedWhole(request, signingSecret, signature) || isSignedLaml(request, signingSecret, signature, listed);
	},

	parseWebhook: (request) => lamlEvents('SignalWire', request),
};

/** The newer scheme, in hex: URL and body as they are. */
const isSignedWhole = ({ url, body }: WebhookRequest, key: string, signature: string | undefined): boolean =>
	!!key && !!signature && equalsSecretly(hmac('sha1', key, url + body, 'hex'), signature);

/** Names in byte order, each followed by its value; a name that repeats keeps its values and their order, unlike at Twilio. */
const listed = (body: string): string =>
	[...new URLSearchParams(body)]
		.sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
		.map(([name, value]) => name + value)
		.join('');
