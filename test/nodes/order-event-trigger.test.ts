// Webhooks of shops and trackers inside n8n's engine, signed as their vendors do it.
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { existsSync } from 'node:fs';
import { type IDataObject, type INodeParameters } from 'n8n-workflow';
import { shopifyOrder } from '../fixtures/shopify-order';
import { payloadOf } from '../sources/fixtures';
import { SIGNERS } from '../sources/webhooks/signers';
import { forwardClock } from '../support/clock';
import { useShopOnSandbox } from '../support/shop-on-sandbox';
import { until } from '../support/trigger-on-sandbox';
import { type HttpCall, hostTrigger, type WebhookHost } from '../support/webhook-host';

const shop = useShopOnSandbox();
const hosts: WebhookHost[] = [];
const servers: Server[] = [];
afterEach(async () => {
	for (const host of hosts.splice(0)) await host.stop();
	for (const server of servers.splice(0)) server.close();
});

const ledgerPath = () => join(shop.folder, 'ledger.sqlite');

const TYPES: Readonly<Record<string, string>> = {
	shopify: 'commerceSmsShopifyApi',
	woocommerce: 'commerceSmsWooCommerceApi',
	bigcommerce: 'commerceSmsBigCommerceApi',
};

interface Options {
	readonly parameters?: INodeParameters;
	/** Of the source's credential; null for none. */
	readonly account?: IDataObject | null;
	readonly beforeExecution?: () => Promise<void>;
	readonly publicOrigin?: string;
}

async function listenTo(source: string, { parameters, account, ...more }: Options = {}): Promise<WebhookHost> {
	const secret = { webhookSecret: SIGNERS[source]?.secret ?? '' };
	const type = TYPES[source] ?? 'commerceSmsSourceApi';
	const host = await hostTrigger({
		...more,
		type: 'orderEventTrigger',
		parameters: { source, register: false, ...parameters },
		credentials: {
			...(account === null ? {} : { [type]: { source, ...secret, ...account } }),
			commerceSmsShopApi: { brand: 'Acme', ledgerPath: ledgerPath() },
		},
	});
	hosts.push(host);
	return host;
}

const signed = (source: string, payload: unknown, secret?: string, at = new Date()): Omit<HttpCall, 'url'> => {
	const { headers, body } = (SIGNERS[source] as (typeof SIGNERS)[string]).sign(payload, at, secret);
	return { headers, body };
};
const post = async (host: WebhookHost, call: Omit<HttpCall, 'url'>, query = '') =>
	(await host.call({ ...call, url: host.urls.production + query })).status;
const json = (payload: unknown): Omit<HttpCall, 'url'> => ({
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify(payload),
});
const items = ({ executions }: WebhookHost, output = 0) =>
	executions.flatMap((execution) => (execution[output] ?? []).map(({ json: item }) => item));

function notices(): Array<Record<string, unknown>> {
	if (!existsSync(ledgerPath())) return [];
	const database = new DatabaseSync(ledgerPath());
	try {
		return database.prepare('select * from order_notices').all().map((row) => ({ ...row }));
	} finally {
		database.close();
	}
}
const confirmed = () => until(() => notices().length > 0 && notices().every(({ handed_over }) => handed_over === 1));

const PAYLOADS: Readonly<Record<string, () => unknown>> = {
	shopify: () => shopifyOrder(1),
	woocommerce: () => payloadOf('woocommerce', 'order-processing'),
	aftership: () => payloadOf('aftership', 'webhook-in-transit'),
	tiendanube: () => payloadOf('tiendanube', 'webhook-fulfilled'),
	ecwid: () => payloadOf('ecwid', 'webhook-shipped'),
};

describe.each(Object.keys(PAYLOADS))('a webhook of %s', (source) => {
	const payload = PAYLOADS[source] as () => unknown;

	test('that is signed is an item, as often as it is sent', async () => {
		const host = await listenTo(source);
		expect(await post(host, signed(source, payload()))).toBe(200);
		await confirmed();
		expect(await post(host, signed(source, payload()))).toBe(200);
		expect(host.executions).toHaveLength(1);
		const [item] = [...items(host), ...items(host, 1)];
		expect(item).toMatchObject({ commerceSmsEvent: 1, source, raw: payload() });
		expect(host.errors).toEqual([]);
	});

	test('that is not signed, signed by somebody else or tampered with is refused, and nothing is recorded', async () => {
		const host = await listenTo(source);
		const good = signed(source, payload());
		const changed = String(good.body).replace(/[a-z]{5}(?=")/, 'xxxxx').replace('"eventId":"', '"eventId":"x');
		expect(changed).not.toBe(good.body);
		for (const call of [json(payload()), signed(source, payload(), 'another'), { ...good, body: changed }]) {
			expect(await post(host, call)).toBe(401);
			expect(await post(host, call, '?key=x')).toBe(401);
		}
		expect([host.executions, notices(), host.errors]).toEqual([[], [], []]);
		expect(host.log.join()).toMatch(/refused a webhook.*Webhook Secret/);
	});

	test('is refused while the credential is of another source, or has no secret', async () => {
		for (const account of [null, { webhookSecret: '' }, ...(TYPES[source] ? [] : [{ source: 'easypost' }])]) {
			const host = await listenTo(source, { account });
			expect(await post(host, signed(source, payload()))).toBe(401);
			expect(await post(host, signed(source, payload(), ''))).toBe(401);
			expect(host.executions).toEqual([]);
		}
	});
});

describe('a webhook', () => {
	test('that was sent again with other headers is known by its body', async () => {
		const host = await listenTo('shopify');
		const call = signed('shopify', shopifyOrder(1));
		for (const id of ['1', '2']) {
			await post(host, { ...call, headers: { ...call.headers, 'x-shopify-webhook-id': id, 'x-shopify-topic': 'orders/paid' } });
			await confirmed();
		}
		expect(host.executions).toHaveLength(1);
	});

	test('that is sent again with another body is known by its id', async () => {
		const host = await listenTo('woocommerce');
		for (const more of [{}, { date_modified: '2026-11-20T12:00:00' }]) {
			const call = signed('woocommerce', { ...payloadOf('woocommerce', 'order-processing'), ...more });
			await post(host, { ...call, headers: { ...call.headers, 'x-wc-webhook-delivery-id': 'd-1' } });
			await confirmed();
		}
		expect(host.executions).toHaveLength(1);
	});

	test('whose execution could not be made comes again: at once it is to wait, half a minute later it is handed over', async () => {
		let isBroken = true;
		const beforeExecution = async () => {
			if (isBroken) throw new Error('n8n has no memory left');
		};
		const host = await listenTo('shopify', { beforeExecution });
		const send = async () => await post(host, signed('shopify', shopifyOrder(1)));
		expect(await send()).toBe(500);
		expect(await send()).toBe(503);
		isBroken = false;
		forwardClock(31_000);
		expect(await send()).toBe(200);
		await confirmed();
		expect(await send()).toBe(200);
		expect(host.executions).toHaveLength(1);
	});

	test('that brings nothing new, or a stage that was not asked for, starts no execution and is not recorded', async () => {
		const host = await listenTo('aftership', { parameters: { stages: ['delivered'] } });
		for (const name of ['webhook-pending-time', 'webhook-expired', 'webhook-in-transit']) {
			expect(await post(host, signed('aftership', payloadOf('aftership', name)))).toBe(200);
		}
		expect(await post(host, signed('aftership', { hello: 'test' }))).toBe(200);
		expect([host.executions, notices()]).toEqual([[], []]);
	});

	test('of another source than the node listens to is left alone, although it is signed', async () => {
		const host = await listenTo('aftership');
		expect(await post(host, signed('aftership', shopifyOrder(1)))).toBe(200);
		expect(host.executions).toEqual([]);
		expect(host.log.join()).toContain('reads as shopify');
	});

	test('of which a hundred come at once are handed over, each once', async () => {
		const host = await listenTo('shopify', { beforeExecution: async () => await sleep(20) });
		const all = Array.from({ length: 100 }, (_, index) => signed('shopify', shopifyOrder(index)));
		const statuses = await Promise.all(all.map(async (call) => await post(host, call)));
		await confirmed();
		const again = all.filter((_call, index) => statuses[index] !== 200);
		for (const call of again) await post(host, call);
		const numbers = items(host).map(({ orderNumber }) => orderNumber);
		expect([numbers.length, new Set(numbers).size]).toEqual([100, 100]);
		expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
	});
});

describe('a source that does not sign', () => {
	const urlOf = async (host: WebhookHost, source: string) => {
		await host.create();
		const { sourceSecret } = await import('../../nodes/shared/source-proof');
		const { shopFromFields } = await import('../../nodes/shared/shop');
		return `?key=${await sourceSecret(source, shopFromFields({ ledgerPath: ledgerPath() }, 'UTC'))}`;
	};

	test.each([
		['auto', 'shopify', () => shopifyOrder(1)],
		['magento', 'magento', () => payloadOf('magento', 'order-complete')],
		['bigcommerce', 'bigcommerce', () => payloadOf('bigcommerce', 'webhook-order-created')],
	])('%s is known by the secret in the URL', async (source, read, payload) => {
		const host = await listenTo(source, { account: null });
		const query = await urlOf(host, source);
		for (const wrong of ['', '?key=', '?key=x', `${query}0`, query.slice(0, -1), await urlOf(host, 'other')]) {
			expect([wrong, await post(host, json(payload()), wrong)]).toEqual([wrong, 401]);
		}
		expect(notices()).toEqual([]);
		expect(await post(host, json(payload()), query)).toBe(200);
		expect([...items(host), ...items(host, 1)]).toMatchObject([{ source: read }]);
		expect(host.log.join()).toContain('with the secret that the node shows');
	});

	test('may send it in a header', async () => {
		const host = await listenTo('bigcommerce', { account: null });
		const key = (await urlOf(host, 'bigcommerce')).slice('?key='.length);
		const call = json(payloadOf('bigcommerce', 'webhook-order-created'));
		expect(await post(host, { ...call, headers: { ...call.headers, 'x-commerce-sms-key': key } })).toBe(200);
		expect(host.executions).toHaveLength(1);
	});

	test('may send the fields of a form, or of a query', async () => {
		const host = await listenTo('auto', { account: null });
		const query = await urlOf(host, 'auto');
		const fields = { order_number: '1001', phone: '+12125550123', status: 'shipped' };
		const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString() };
		expect(await post(host, form, query)).toBe(200);
		const get = `${query}&${new URLSearchParams({ ...fields, order_number: '1002' }).toString()}`;
		expect(await post(host, { method: 'GET', headers: {}, body: '' }, get)).toBe(200);
		expect(items(host)).toMatchObject([
			{ orderNumber: '1001', stage: 'shipped', guessed: true },
			{ orderNumber: '1002', stage: 'shipped', guessed: true },
		]);
		expect(JSON.stringify(items(host))).not.toContain(query.slice(5));
	});
});

describe('when it is activated', () => {
	test.each(['shopify', 'aftership', '17track', 'tiendanube', 'sendcloud', 'ship24'])(
		'%s without its secret says what to fill in',
		async (source) => {
			for (const account of [null, { webhookSecret: '' }]) {
				const host = await listenTo(source, { account });
				await expect(host.create()).rejects.toMatchObject({ description: expect.stringMatching(/^Fill in Webhook Secret: the /) as string });
			}
		},
	);

	test.each(['woocommerce', 'easypost', 'shippo', 'saleor', 'shipengine', 'auto', 'magento'])('%s needs none', async (source) => {
		const host = await listenTo(source, { account: { webhookSecret: '' } });
		expect(await host.create()).toBe(true);
		expect(await host.remove()).toBe(true);
	});
});

describe('a thin webhook', () => {
	/** The shop's API: one order. */
	async function api(path: string, order: unknown, status = 200) {
		const asked: string[] = [];
		const server = createServer((request, response) => {
			asked.push(`${request.url} ${request.headers.authentication ?? request.headers['x-shopify-access-token'] ?? ''}`);
			const isThere = request.url === path;
			response.writeHead(isThere ? status : 404, { 'content-type': 'application/json' });
			response.end(JSON.stringify(isThere ? order : { error: 'not found' }));
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		servers.push(server);
		return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
	}
	const thin = () => payloadOf('tiendanube', 'webhook-fulfilled');
	const order = () => ({ ...payloadOf('tiendanube', 'order-paid'), id: thin().id });
	const path = () => `/v1/${String(thin().store_id)}/orders/${String(thin().id)}`;

	test('is completed by the order, and what happened stays', async () => {
		const { baseUrl, asked } = await api(path(), order());
		const host = await listenTo('tiendanube', { account: { apiKey: 'key-1', baseUrl } });
		await post(host, signed('tiendanube', thin()));
		expect(asked).toEqual([`${path()} bearer key-1`]);
		expect(items(host)).toMatchObject([
			{ stage: 'shipped', stageEvidence: 'event = order/fulfilled', orderNumber: '10872', firstName: 'María' },
		]);
		expect(items(host, 1)).toEqual([]);
	});

	test('whose order is cancelled by now is cancelled', async () => {
		const { baseUrl } = await api(path(), { ...order(), status: 'cancelled' });
		const host = await listenTo('tiendanube', { account: { apiKey: 'key-1', baseUrl } });
		await post(host, signed('tiendanube', thin()));
		expect(items(host)).toMatchObject([{ stage: 'cancelled' }]);
	});

	test.each([
		['there is no key', { apiKey: '' }, 200],
		['the shop refuses', {}, 401],
		['it is another order', {}, 299],
	])('leaves by Needs Look-Up where %s', async (_why, account, status) => {
		const { baseUrl } = await api(path(), status === 299 ? { ...order(), id: 1 } : order(), status === 299 ? 200 : status);
		const host = await listenTo('tiendanube', { account: { apiKey: 'key-1', baseUrl, ...account } });
		expect(await post(host, signed('tiendanube', thin()))).toBe(200);
		expect(items(host)).toEqual([]);
		expect(items(host, 1)).toMatchObject([{ stage: 'shipped', lookupPath: path(), lookup: expect.any(String) as string }]);
		expect(JSON.stringify([host.log, items(host, 1)])).not.toContain('key-1');
	});

	test('of Shopify asks for the order by its number', async () => {
		const event = { id: 1, fulfillment_id: 2, order_id: 5_000_000_000_001, status: 'out_for_delivery', happened_at: '2026-11-20T10:00:00Z' };
		const { baseUrl, asked } = await api('/admin/api/2026-10/orders/5000000000001.json', { order: shopifyOrder(1) });
		const host = await listenTo('shopify', { account: { accessToken: 'token-1', baseUrl } });
		await post(host, signed('shopify', event));
		expect(asked).toEqual(['/admin/api/2026-10/orders/5000000000001.json token-1']);
		expect(items(host)).toMatchObject([{ stage: 'out_for_delivery', orderNumber: '#1002', firstName: 'Maria' }]);
	});

	test('of a parcel tracker stays as it is: the phone comes from the order', async () => {
		const host = await listenTo('aftership');
		await post(host, signed('aftership', payloadOf('aftership', 'webhook-without-phone')));
		expect([items(host).length, items(host, 1).length]).toEqual([1, 0]);
	});
});

describe('what it puts out', () => {
	test('is texted by Order Status SMS as it is, once', async () => {
		const host = await listenTo('shopify');
		const call = signed('shopify', shopifyOrder(1, { phone: '+12125550123' }));
		await post(host, { ...call, headers: { ...call.headers, 'x-shopify-topic': 'orders/paid' } });
		const run = async () => await shop.run({ items: items(host), parameters: {} });
		expect((await run()).outputs[0]).toMatchObject([{ json: { orderNumber: '#1002', stage: 'confirmed' } }]);
		expect((await run()).outputs[2]).toMatchObject([{ json: { reasonCode: 'duplicate' } }]);
		expect(shop.sandbox.messages()).toHaveLength(1);
	});
});
