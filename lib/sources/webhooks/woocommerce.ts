// https://woocommerce.github.io/woocommerce-rest-api-docs/#webhooks  https://developer.woocommerce.com/docs/best-practices/urls-and-routing/webhooks
import { call, subscriptionsIn } from './api';
import { type SourceApi, type SourceWebhook, signedBody, type Subscription } from './webhook';

const TOPICS = ['order.created', 'order.updated'] as const;
const RIGHTS = 'Read/Write permission';

const urlOf = ({ config }: SourceApi, rest = '') => `${config.baseUrl}/wp-json/wc/v3/webhooks${rest}`;

/** The most that WooCommerce gives at once, and pages of it: nobody has a thousand webhooks. */
const PAGE = 100;
const PAGES = 10;

export const woocommerce: SourceWebhook = {
	id: 'woocommerce',
	verify: signedBody('x-wc-webhook-signature', 'base64'),
	noticeId: ({ headers }) => headers['x-wc-webhook-delivery-id'],
	// when a webhook is made, WooCommerce asks by its number alone, unsigned, whether the URL is there
	answer: ({ headers, body }) =>
		/^webhook_id=\d{1,20}$/.test(body) && !headers['x-wc-webhook-topic'] ? { contentType: 'text/plain', body: '' } : undefined,
	subscriptions: {
		async list(api) {
			const found: Subscription[] = [];
			for (let page = 1; page <= PAGES; page++) {
				const url = urlOf(api, `?per_page=${PAGE}&page=${page}`);
				const some = subscriptionsIn(await call('WooCommerce', RIGHTS, api, { method: 'GET', url }), 'id', 'delivery_url');
				found.push(...some);
				if (some.length < PAGE) break;
			}
			return found;
		},
		async add(url, secret, api) {
			for (const topic of TOPICS) {
				const json = { name: `Commerce SMS ${topic}`, topic, delivery_url: url, secret, status: 'active' };
				await call('WooCommerce', RIGHTS, api, { method: 'POST', url: urlOf(api), json });
			}
		},
		async remove(id, api) {
			await call('WooCommerce', RIGHTS, api, { method: 'DELETE', url: urlOf(api, `/${id}?force=true`) });
		},
	},
};
