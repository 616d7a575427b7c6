// Not signed; headers of ours come along. https://developer.bigcommerce.com/docs/integrations/webhooks
import { at } from '../read';
import { call, subscriptionsIn } from './api';
import { getOrder, type SourceApi, type SourceConfig, type SourceWebhook } from './webhook';

const SCOPES = [
	'store/order/created',
	'store/order/statusUpdated',
	'store/order/refund/created',
	'store/shipment/created',
] as const;
const RIGHTS = 'the OAuth scope Orders: read-only';

const storeOf = ({ baseUrl, storeId }: SourceConfig) => `${baseUrl}/stores/${storeId}`;
const hooksOf = ({ config }: SourceApi, rest = '') => `${storeOf(config)}/v3/hooks${rest}`;

export const bigcommerce: SourceWebhook = {
	id: 'bigcommerce',
	subscriptions: {
		list: async (api) =>
			subscriptionsIn(
				at(await call('BigCommerce', RIGHTS, api, { method: 'GET', url: hooksOf(api, '?limit=250') }), 'data'),
				'id',
				'destination',
			),
		async add(url, secret, api) {
			for (const scope of SCOPES) {
				const json = { scope, destination: url, is_active: true, headers: { 'X-Commerce-SMS-Key': secret } };
				await call('BigCommerce', RIGHTS, api, { method: 'POST', url: hooksOf(api), json });
			}
		},
		async remove(id, api) {
			await call('BigCommerce', RIGHTS, api, { method: 'DELETE', url: hooksOf(api, `/${id}`) });
		},
	},
	lookUp: (event, config) => getOrder(event, storeOf(config)),
};
