// The trigger sets its webhooks up at the source and takes them out again; those of others stay.
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json as readJson } from 'node:stream/consumers';
import { type IDataObject } from 'n8n-workflow';
import { SHOP_KEYS } from '../../sandbox/shops/twin';
import { shopifyOrder } from '../fixtures/shopify-order';
import { payloadOf } from '../sources/fixtures';
import { SIGNERS } from '../sources/webhooks/signers';
import { useShopOnSandbox } from '../support/shop-on-sandbox';
import { hostTrigger, type WebhookHost } from '../support/webhook-host';

const shop = useShopOnSandbox();
const closing: Array<() => unknown> = [];
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

async function listenTo(source: string, type: string, account: IDataObject, more = {}): Promise<WebhookHost> {
	const host = await hostTrigger({
		type: 'orderEventTrigger',
		parameters: { source },
		credentials: { [type]: { source, ...account }, commerceSmsShopApi: { ledgerPath: join(shop.folder, 'ledger.sqlite') } },
		...more,
	});
	closing.push(() => host.stop());
	return host;
}

type Hook = Record<string, unknown>;

/** An API that keeps webhooks as the vendor's documentation has them. */
async function startApi(path: string, { id, wrap = (hooks) => hooks, unwrap = (hook) => hook }: ApiShape) {
	const hooks: Hook[] = [];
	const asked: Array<{ method: string; headers: Record<string, unknown> }> = [];
	let refusal = 0;
	let lastId = 0;
	const server: Server = createServer((request, response) => {
		void (async () => {
			const { method = '', url = '', headers } = request;
			asked.push({ method, headers });
			const answer = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body));
			if (refusal > 0) return answer(refusal, { message: 'No, not you' });
			const [place] = url.split('?', 1);
			if (method === 'GET' && place === path) return answer(200, wrap(hooks));
			if (method === 'POST' && place === path) {
				const hook = { ...unwrap((await readJson(request)) as Hook), [id]: `hook_${++lastId}` };
				hooks.push(hook);
				return answer(201, hook);
			}
			const index = hooks.findIndex((hook) => place === `${path}/${String(hook[id])}`);
			if (method !== 'DELETE' || index < 0) return answer(404, {});
			hooks.splice(index, 1);
			return response.writeHead(204).end();
		})();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	closing.push(() => server.close());
	const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return { baseUrl, hooks, asked, refuse: (status: number) => (refusal = status) };
}
interface ApiShape {
	readonly id: string;
	readonly wrap?: (hooks: readonly Hook[]) => unknown;
	readonly unwrap?: (body: Hook) => Hook;
}

const APIS = {
	easypost: {
		path: '/v2/webhooks',
		shape: { id: 'id', wrap: (webhooks) => ({ webhooks }), unwrap: ({ webhook }) => webhook as Hook },
		account: { apiKey: 'EZ-key' },
		authorised: { authorization: `Basic ${Buffer.from('EZ-key:').toString('base64')}` },
		news: ['url'],
	},
	shippo: {
		path: '/webhooks',
		shape: { id: 'object_id', wrap: (results) => ({ results, next: null }) },
		account: { apiKey: 'shippo_live_1' },
		authorised: { authorization: 'ShippoToken shippo_live_1' },
		news: ['url', 'event', 'is_test'],
	},
	shipengine: {
		path: '/v1/environment/webhooks',
		shape: { id: 'webhook_id' },
		account: { apiKey: 'se-key' },
		authorised: { 'api-key': 'se-key' },
		news: ['url', 'event'],
	},
	tiendanube: {
		path: '/v1/123456/webhooks',
		shape: { id: 'id' },
		account: { apiKey: 'tn-token', storeId: '123456', webhookSecret: 'app-secret' },
		authorised: { authentication: 'bearer tn-token', 'user-agent': expect.stringContaining('https://') as string },
		news: ['url', 'event'],
	},
} as const satisfies Readonly<
	Record<string, { path: string; shape: ApiShape; account: IDataObject; authorised: IDataObject; news: readonly string[] }>
>;

describe.each(Object.entries(APIS))('%s', (source, { path, shape, account, authorised, news }) => {
	const begin = async () => {
		const api = await startApi(path, shape);
		return { api, host: await listenTo(source, 'commerceSmsSourceApi', { ...account, baseUrl: api.baseUrl }) };
	};

	test('calls us as long as the workflow is published, with the key of the credential', async () => {
		const { api, host } = await begin();
		const foreign = { url: 'https://elsewhere.example/hook', [shape.id]: 'foreign' };
		api.hooks.push(foreign);
		await host.create();
		expect(api.hooks[0]).toBe(foreign);
		const ours = api.hooks.slice(1);
		expect(ours.length).toBeGreaterThan(0);
		for (const hook of ours) {
			expect(String(hook.url).split('?')[0]).toBe(host.urls.production);
			for (const field of news) expect(hook).toHaveProperty(field);
		}
		for (const { headers } of api.asked) expect(headers).toMatchObject(authorised);
		await host.create();
		expect(api.hooks).toHaveLength(1 + ours.length);
		await host.create('test');
		expect(api.hooks).toHaveLength(1 + 2 * ours.length);
		await host.remove('test');
		await host.remove();
		expect(api.hooks).toEqual([foreign]);
	});

	test('that refuses is an error with a way out; one that refuses at the end is a line in the log', async () => {
		const { api, host } = await begin();
		for (const [status, words] of [[401, 'does not let this key'], [403, 'does not let this key'], [500, 'HTTP 500: No, not you']] as const) {
			api.refuse(status);
			await expect(host.create()).rejects.toMatchObject({
				message: expect.stringContaining(words) as string,
				description: expect.stringContaining('Set Up the Webhook') as string,
			});
		}
		expect(await host.remove()).toBe(false);
		expect(host.log.join()).toContain('could not take its webhooks out');
		expect(host.log.join()).not.toContain(String(account.apiKey));
	});

	test('cannot be told of an address that nobody can reach', async () => {
		const { host } = await begin();
		await host.stop();
		closing.splice(-1);
		const hidden = await listenTo(source, 'commerceSmsSourceApi', { ...account, baseUrl: 'https://api.vendor.example' });
		await expect(hidden.create()).rejects.toMatchObject({ message: expect.stringContaining('cannot reach this n8n') as string });
	});
});

test('EasyPost signs with a secret that we chose: its webhooks are proven without one in the credential', async () => {
	const { path, shape, account } = APIS.easypost;
	const api = await startApi(path, shape);
	const host = await listenTo('easypost', 'commerceSmsSourceApi', { ...account, baseUrl: api.baseUrl });
	await host.create();
	const secret = String(api.hooks[0]?.webhook_secret);
	expect(secret).toMatch(/^[0-9a-f]{64}$/);
	const { headers, body } = SIGNERS.easypost?.sign({ id: 'evt_1', object: 'Event' }, new Date(), secret) ?? { headers: {}, body: '' };
	expect((await host.call({ url: host.urls.production, headers, body })).status).toBe(200);
	expect((await host.call({ url: host.urls.production, headers, body: `${body} ` })).status).toBe(401);
});

const TWINS = {
	woocommerce: { type: 'commerceSmsWooCommerceApi', account: SHOP_KEYS.woocommerce, list: '/wp-json/wc/v3/webhooks?per_page=100' },
	bigcommerce: { type: 'commerceSmsBigCommerceApi', account: SHOP_KEYS.bigcommerce, list: '/stores/sandbox/v3/hooks' },
	shopify: { type: 'commerceSmsShopifyApi', account: { ...SHOP_KEYS.shopify, webhookSecret: 'app-secret' }, list: undefined },
} as const;

describe.each(Object.entries(TWINS))('%s in the sandbox', (source, { type, account, list }) => {
	const baseUrl = () => `${shop.sandbox.url}/${source}`;
	const { consumerKey = '', consumerSecret = '', accessToken = '' } = account as Record<string, string>;
	const headers = {
		authorization: `Basic ${Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64')}`,
		'x-auth-token': accessToken,
		'x-shopify-access-token': accessToken,
		'content-type': 'application/json',
	};
	/** What stands at the shop, as it tells itself. */
	async function standing(): Promise<Hook[]> {
		const query = JSON.stringify({ query: 'query { webhookSubscriptions(first: 99) { nodes { id topic uri } } }', variables: {} });
		const response = list
			? await fetch(baseUrl() + list, { headers })
			: await fetch(`${baseUrl()}/admin/api/2026-10/graphql.json`, { method: 'POST', headers, body: query });
		const answer = (await response.json()) as { data?: Hook[] | { webhookSubscriptions: { nodes: Hook[] } } } | Hook[];
		if (Array.isArray(answer)) return answer;
		return Array.isArray(answer.data) ? answer.data : (answer.data?.webhookSubscriptions.nodes ?? []);
	}
	const urlOf = (hook: Hook) => hook.delivery_url ?? hook.destination ?? hook.uri;

	test('calls us as long as the workflow is published', async () => {
		const host = await listenTo(source, type, { ...account, baseUrl: baseUrl() });
		await host.create();
		const once_ = await standing();
		expect(once_.length).toBeGreaterThan(1);
		expect(new Set(once_.map(urlOf))).toEqual(new Set([host.urls.production]));
		expect(new Set(once_.map(({ topic, scope }) => topic ?? scope)).size).toBe(once_.length);
		await host.create();
		expect(await standing()).toHaveLength(once_.length);
		await host.create('test');
		expect(await standing()).toHaveLength(2 * once_.length);
		await host.remove();
		expect(new Set((await standing()).map(urlOf))).toEqual(new Set([host.urls.test]));
		await host.remove('test');
		expect(await standing()).toEqual([]);
	});

	test('whose key is wrong is an error, and nothing is set up', async () => {
		const wrong = { ...account, consumerSecret: 'x', accessToken: 'x' };
		const host = await listenTo(source, type, { ...wrong, baseUrl: baseUrl() });
		await expect(host.create()).rejects.toMatchObject({ message: expect.stringContaining('does not let this key') as string });
		expect(await standing()).toEqual([]);
	});
});

test('BigCommerce sends the secret in a header, by which its webhooks are known', async () => {
	const { type, account, list } = TWINS.bigcommerce;
	const baseUrl = `${shop.sandbox.url}/bigcommerce`;
	const host = await listenTo('bigcommerce', type, { ...account, baseUrl });
	await host.create();
	const response = await fetch(baseUrl + list, { headers: { 'x-auth-token': account.accessToken } });
	const { data } = (await response.json()) as { data: Array<{ headers: Record<string, string> }> };
	const body = JSON.stringify(payloadOf('bigcommerce', 'webhook-order-created'));
	const headers = { 'content-type': 'application/json' };
	const call = async (more: Record<string, string> = {}) =>
		(await host.call({ url: host.urls.production, headers: { ...headers, ...more }, body })).status;
	expect(await call()).toBe(401);
	expect(await call(data[0]?.headers)).toBe(200);
});

test('Off: nothing is set up, and nothing is taken out', async () => {
	const host = await listenTo('shopify', 'commerceSmsShopifyApi', { webhookSecret: 's', baseUrl: 'http://127.0.0.1:9' }, { parameters: { source: 'shopify', register: false } });
	expect([await host.create(), await host.remove()]).toEqual([true, true]);
	const { headers, body } = SIGNERS.shopify?.sign(shopifyOrder(1), new Date(), 's') ?? { headers: {}, body: '' };
	expect((await host.call({ url: host.urls.production, headers, body })).status).toBe(200);
});
