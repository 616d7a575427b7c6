// https://tiendanube.github.io/api-documentation/resources/webhook
import { call, subscriptionsIn } from './api';
import { getOrder, type SourceApi, type SourceWebhook, signedBody } from './webhook';

const EVENTS = ['order/paid', 'order/fulfilled', 'order/cancelled'] as const;
const RIGHTS = 'the scope read_orders';

const urlOf = ({ config }: SourceApi, rest = '') => `${config.baseUrl}/v1/${config.storeId}/webhooks${rest}`;

export const tiendanube: SourceWebhook = {
	id: 'tiendanube',
	verify: signedBody('x-linkedstore-hmac-sha256', 'hex'),
	subscriptions: {
		list: async (api) =>
			subscriptionsIn(
				await call('Tiendanube', RIGHTS, api, { method: 'GET', url: urlOf(api, '?per_page=200') }),
				'id',
				'url',
			),
		async add(url, _secret, api) {
			for (const event of EVENTS)
				await call('Tiendanube', RIGHTS, api, { method: 'POST', url: urlOf(api), json: { event, url } });
		},
		async remove(id, api) {
			await call('Tiendanube', RIGHTS, api, { method: 'DELETE', url: urlOf(api, `/${id}`) });
		},
	},
	lookUp: (event, { baseUrl }) => getOrder(event, baseUrl),
};
