// https://shopify.dev/docs/apps/build/webhooks/subscribe/https (signature, headers)
// https://shopify.dev/docs/api/admin-graphql/latest/mutations/webhookSubscriptionCreate
import { DomainError } from '../../domain/errors';
import { at, listOf, textOf } from '../read';
import { call, subscriptionsIn } from './api';
import { type SourceApi, type SourceWebhook, signedBody } from './webhook';

const TOPICS = [
	'ORDERS_CREATE',
	'ORDERS_PAID',
	'ORDERS_CANCELLED',
	'FULFILLMENTS_CREATE',
	'FULFILLMENTS_UPDATE',
	'FULFILLMENT_EVENTS_CREATE',
	'REFUNDS_CREATE',
] as const;

const LIST = 'query { webhookSubscriptions(first: 250) { nodes { id uri } } }';
const ADD = `mutation Add($topic: WebhookSubscriptionTopic!, $webhook: WebhookSubscriptionInput!) {
	webhookSubscriptionCreate(topic: $topic, webhookSubscription: $webhook) { userErrors { message } }
}`;
const REMOVE = 'mutation Remove($id: ID!) { webhookSubscriptionDelete(id: $id) { userErrors { message } } }';

const RIGHTS = 'the Admin API access scopes read_orders and read_fulfillments';

async function ask(api: SourceApi, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
	const { baseUrl, apiVersion } = api.config;
	const url = `${baseUrl}/admin/api/${apiVersion}/graphql.json`;
	const answer = await call('Shopify', RIGHTS, api, { method: 'POST', url, json: { query, variables } });
	const [payload] = Object.values((at(answer, 'data') ?? {}) as Record<string, unknown>);
	const [error] = [...listOf(at(answer, 'errors')), ...listOf(at(payload, 'userErrors'))];
	if (error === undefined) return payload;
	throw new DomainError(
		'bad-setting',
		`Shopify did not set up the webhook: ${textOf(at(error, 'message')) ?? 'no reason given'}`,
		`The app needs ${RIGHTS}, and access to protected customer data.`,
	);
}

export const shopify: SourceWebhook = {
	id: 'shopify',
	verify: signedBody('x-shopify-hmac-sha256', 'base64'),
	noticeId: ({ headers }) => headers['x-shopify-webhook-id'],
	subscriptions: {
		list: async (api) => subscriptionsIn(at(await ask(api, LIST), 'nodes'), 'id', 'uri'),
		async add(uri, _secret, api) {
			for (const topic of TOPICS) await ask(api, ADD, { topic, webhook: { uri, format: 'JSON' } });
		},
		async remove(id, api) {
			await ask(api, REMOVE, { id });
		},
	},
	lookUp: ({ orderId }, { baseUrl, apiVersion }) =>
		orderId && /^\d+$/.test(orderId)
			? {
					method: 'GET',
					url: `${baseUrl}/admin/api/${apiVersion}/orders/${orderId}.json`,
					headers: { accept: 'application/json' },
				}
			: undefined,
};
