// ShipEngine and ShipStation (API v2). https://docs.shipstation.com/apis/docs/guides/webhooks-validation
import { isRecent } from '../../signature';
import { call, subscriptionsIn } from './api';
import { isSignedByKey, keyIn, type SourceApi, type SourceWebhook } from './webhook';

const RIGHTS = 'to be a production key';

/** As ShipStation advises. */
const WINDOW_SECONDS = 300;

const urlOf = ({ config }: SourceApi, rest = '') => `${config.baseUrl}/v1/environment/webhooks${rest}`;

export const shipengine: SourceWebhook = {
	id: 'shipengine',
	verify({ headers, body, receivedAt }, _secret, document) {
		const timestamp = headers['x-shipengine-timestamp'] ?? '';
		const seconds = String(Math.floor(Date.parse(timestamp) / 1000));
		if (!isRecent(seconds, receivedAt, WINDOW_SECONDS)) return false;
		const signature = Buffer.from(headers['x-shipengine-rsa-sha256-signature'] ?? '', 'base64');
		return isSignedByKey(`${timestamp}.${body}`, signature, () =>
			keyIn(document, headers['x-shipengine-rsa-sha256-key-id'] ?? ''),
		);
	},
	proofUrl: ({ headers }) => (headers['x-shipengine-rsa-sha256-key-id'] ? 'https://api.shipengine.com/jwks' : undefined),
	subscriptions: {
		list: async (api) =>
			subscriptionsIn(await call('ShipEngine', RIGHTS, api, { method: 'GET', url: urlOf(api) }), 'webhook_id', 'url'),
		async add(url, _secret, api) {
			await call('ShipEngine', RIGHTS, api, { method: 'POST', url: urlOf(api), json: { url, event: 'track' } });
		},
		async remove(id, api) {
			await call('ShipEngine', RIGHTS, api, { method: 'DELETE', url: urlOf(api, `/${id}`) });
		},
	},
};
