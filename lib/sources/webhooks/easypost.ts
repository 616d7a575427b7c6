// https://docs.easypost.com/guides/webhooks-guide  https://docs.easypost.com/docs/webhooks
import { at } from '../read';
import { call, subscriptionsIn } from './api';
import { hmacOf, isSigned, type SourceApi, type SourceWebhook } from './webhook';

const RIGHTS = 'to be the production key of the account';

const urlOf = ({ config }: SourceApi, rest = '') => `${config.baseUrl}/v2/webhooks${rest}`;

export const easypost: SourceWebhook = {
	id: 'easypost',
	// as EasyPost's own libraries do it: of the secret's letters, each one and its marks by themselves (NFKD)
	verify({ headers, body }, secret) {
		const digest = hmacOf('sha256', secret.normalize('NFKD'), body, 'hex');
		return isSigned(headers['x-hmac-signature'], `hmac-sha256-hex=${digest}`, secret);
	},
	subscriptions: {
		list: async (api) =>
			subscriptionsIn(
				at(await call('EasyPost', RIGHTS, api, { method: 'GET', url: urlOf(api) }), 'webhooks'),
				'id',
				'url',
			),
		async add(url, webhook_secret, api) {
			await call('EasyPost', RIGHTS, api, { method: 'POST', url: urlOf(api), json: { webhook: { url, webhook_secret } } });
		},
		async remove(id, api) {
			await call('EasyPost', RIGHTS, api, { method: 'DELETE', url: urlOf(api, `/${id}`) });
		},
	},
};
