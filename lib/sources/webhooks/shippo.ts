// https://docs.goshippo.com/tracking/webhook-security: a token in the URL, or a signature for accounts that asked for it
// https://docs.goshippo.com/shippoapi/public-api/webhooks
import { isRecent } from '../../signature';
import { at } from '../read';
import { call, subscriptionsIn } from './api';
import { hmacOf, isSigned, type SourceApi, type SourceWebhook } from './webhook';

const RIGHTS = 'to be a live or a test token of the account';

/** So far may the clocks be apart. */
const WINDOW_SECONDS = 300;

const urlOf = ({ config }: SourceApi, rest = '') => `${config.baseUrl}/webhooks${rest}`;

export const shippo: SourceWebhook = {
	id: 'shippo',
	verify({ headers, body, receivedAt }, secret) {
		const [, at_, signature] = /^t=(\d+),\s*v1=([0-9a-f]+)$/i.exec(headers['shippo-auth-signature']?.trim() ?? '') ?? [];
		if (!at_ || !isRecent(at_, receivedAt, WINDOW_SECONDS)) return false;
		return isSigned(signature?.toLowerCase(), hmacOf('sha256', secret, `${at_}.${body}`, 'hex'), secret);
	},
	subscriptions: {
		list: async (api) =>
			subscriptionsIn(
				at(await call('Shippo', RIGHTS, api, { method: 'GET', url: urlOf(api) }), 'results'),
				'object_id',
				'url',
			),
		async add(url, _secret, api) {
			const json = { url, event: 'track_updated', active: true, is_test: false };
			await call('Shippo', RIGHTS, api, { method: 'POST', url: urlOf(api), json });
		},
		async remove(id, api) {
			await call('Shippo', RIGHTS, api, { method: 'DELETE', url: urlOf(api, `/${id}`) });
		},
	},
};
