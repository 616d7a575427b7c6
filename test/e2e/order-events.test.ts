// Webhooks of shops and parcel trackers, end to end: the packed package in a real n8n, signed as their vendors do it, and texts on
// the sandbox's phone.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json as readJson } from 'node:stream/consumers';
import { type Credential, listExecutions, publishWorkflow, readWorkflow, saveCredential, saveWorkflow, type SavedWorkflow, waitForExecutions, type Workflow } from '../../demo/n8n-api';
import { shopifyOrder } from '../fixtures/shopify-order';
import { payloadOf } from '../sources/fixtures';
import { SIGNERS } from '../sources/webhooks/signers';
import { openNode, screenshot } from './browser';
import { openShop, type TestShop } from './shop';

let shop: TestShop<never>;
let trackers: SavedWorkflow;
let shops: SavedWorkflow;
let api: Server;
/** What stands at the stand-in of EasyPost. */
const hooks: Array<{ id: string; url: string; webhook_secret: string }> = [];

const SECRETS = { shopify: 'shopify-app-secret', woocommerce: 'woo-secret', aftership: 'aftership-secret', '17track': '17track-key' } as const;
type Source = keyof typeof SECRETS | 'easypost';

const PHONE = '+12125550123';
const PARCEL = 'EZ1000000001';

beforeAll(async () => {
	api = createServer((request, response) => {
		void (async () => {
			const { method, url = '' } = request;
			if (method === 'POST') {
				const { webhook } = (await readJson(request)) as { webhook: { url: string; webhook_secret: string } };
				hooks.push({ id: `hook_${hooks.length + 1}`, ...webhook });
			}
			if (method === 'DELETE') hooks.splice(hooks.findIndex(({ id }) => url.endsWith(id)), 1);
			response.end(JSON.stringify({ webhooks: hooks }));
		})();
	}).listen(0, '127.0.0.1');
	await once(api, 'listening');
	shop = await openShop({ names: [] });
	const { n8n } = shop;
	const easypost = { apiKey: 'EZ-key', baseUrl: `http://127.0.0.1:${(api.address() as AddressInfo).port}` };
	const source = async (name: string, data: Record<string, unknown>) =>
		await saveCredential(n8n, { name, type: 'commerceSmsSourceApi', data });
	await source('AfterShip', { source: 'aftership', webhookSecret: SECRETS.aftership });
	await source('17TRACK', { source: '17track', webhookSecret: SECRETS['17track'] });
	await source('EasyPost', { source: 'easypost', ...easypost });
	await saveCredential(n8n, { name: 'Shopify events', type: 'commerceSmsShopifyApi', data: { baseUrl: 'https://acme.myshopify.com', accessToken: 'x', webhookSecret: SECRETS.shopify } });
	await saveCredential(n8n, { name: 'Woo events', type: 'commerceSmsWooCommerceApi', data: { baseUrl: 'https://woo.example', consumerKey: 'ck', consumerSecret: 'cs', webhookSecret: SECRETS.woocommerce } });
	const { data: credentials } = await n8n.call<{ data: Credential[] }>('GET', '/credentials?limit=250');
	const sample = readWorkflow(join(__dirname, '..', '..', 'workflows', 'parcel-tracker-to-sms.json'));
	trackers = await publishWorkflow(n8n, await saveWorkflow(n8n, sample, credentials));
	shops = await publishWorkflow(n8n, await saveWorkflow(n8n, shopWorkflow(sample), credentials));
}, 1_200_000);

afterAll(async () => {
	await shop?.stop();
	api?.close();
});

/** The same workflow for two shops, whose webhooks were entered by hand. */
function shopWorkflow(sample: Workflow): Workflow {
	const [, first, second, , order] = sample.nodes as [unknown, ...Workflow['nodes']];
	const trigger = (node: Workflow['nodes'][0], name: string, source: string, type: string, credential: string) => ({
		...node,
		id: `${node.id}-shop`,
		name,
		webhookId: `shop-${source}`,
		parameters: { source, register: false },
		credentials: { [type]: { name: credential }, commerceSmsShopApi: { name: 'Shop' } },
	});
	const to = { main: [[{ node: order?.name, type: 'main', index: 0 }]] };
	return {
		name: 'Shop events',
		nodes: [
			trigger(first as Workflow['nodes'][0], 'Shopify', 'shopify', 'commerceSmsShopifyApi', 'Shopify events'),
			trigger(second as Workflow['nodes'][0], 'WooCommerce', 'woocommerce', 'commerceSmsWooCommerceApi', 'Woo events'),
			order as Workflow['nodes'][0],
		],
		connections: { Shopify: to, WooCommerce: to },
		settings: { executionOrder: 'v1' },
	};
}

const NODES: Readonly<Record<Source, string>> = { shopify: 'Shopify', woocommerce: 'WooCommerce', aftership: 'AfterShip', easypost: 'EasyPost', '17track': '17TRACK' };
const workflowOf = (source: Source) => (source === 'shopify' || source === 'woocommerce' ? shops : trackers);

function urlOf(source: Source): string {
	const node = workflowOf(source).nodes.find(({ name }) => name === NODES[source]);
	return `${shop.server.url}/webhook/${String(node?.webhookId)}/order-events`;
}

interface Call {
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}
const signed = (source: Source, payload: unknown): Call =>
	(SIGNERS[source] as (typeof SIGNERS)[string]).sign(payload, new Date(), source === 'easypost' ? hooks[0]?.webhook_secret : SECRETS[source]);
const post = async (source: Source, { headers, body }: Call) =>
	(await fetch(urlOf(source), { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })).status;
const texts = () => shop.sandbox.messages().map(({ text }) => text);

/** Posts it, and waits for the execution that it causes. */
async function happens(source: Source, call: Call): Promise<void> {
	const { id } = workflowOf(source);
	const before = (await listExecutions(shop.n8n, id)).length;
	expect(await post(source, call)).toBe(200);
	await waitForExecutions(shop.n8n, id, { count: before + 1 });
}

const tracker = (status: string, more = {}) => ({
	id: `evt_${status}`,
	object: 'Event',
	mode: 'production',
	description: 'tracker.updated',
	created_at: new Date().toISOString(),
	result: { id: 'trk_1', object: 'Tracker', mode: 'production', tracking_code: PARCEL, status, status_detail: status, carrier: 'UPS', public_url: 'https://track.easypost.com/x', tracking_details: [], ...more },
});

const PAYLOADS: Readonly<Record<Source, () => unknown>> = {
	shopify: () => {
		const fulfillments = [{ id: 1, status: 'success', tracking_number: PARCEL, tracking_numbers: [PARCEL], tracking_company: 'UPS', line_items: [] }];
		return shopifyOrder(1, { phone: PHONE, more: { fulfillment_status: 'fulfilled', fulfillments } });
	},
	woocommerce: () => {
		const order = payloadOf('woocommerce', 'order-processing') as { billing: object };
		return { ...order, billing: { ...order.billing, phone: '+12125550124' } };
	},
	aftership: () => {
		const event = payloadOf('aftership', 'webhook-in-transit') as { msg: object };
		return { ...event, msg: { ...event.msg, smses: ['+12125550125'] } };
	},
	easypost: () => tracker('out_for_delivery'),
	'17track': () => ({
		event: 'TRACKING_UPDATED',
		data: {
			number: PARCEL,
			carrier: 100002,
			param: null,
			tag: '',
			track_info: {
				latest_status: { status: 'Delivered', sub_status: 'Delivered_Other', sub_status_descr: null },
				latest_event: { time_iso: new Date().toISOString(), description: 'Delivered' },
				tracking: { providers_hash: 1, providers: [{ provider: { key: 100002, name: 'UPS' }, events: [] }] },
			},
		},
	}),
};

test('the trigger has set its webhook up at EasyPost', () => {
	expect(hooks).toEqual([expect.objectContaining({ url: urlOf('easypost'), webhook_secret: expect.stringMatching(/^[0-9a-f]{64}$/) as string })]);
});

// in this order: the trackers' events find the phone that Shopify's order brought
describe.each(['shopify', 'woocommerce', 'aftership', 'easypost', '17track'] as const)('%s', (source) => {
	const before = { texts: 0, executions: 0 };
	const now = async () => ({ texts: texts().length, executions: (await listExecutions(shop.n8n, workflowOf(source).id)).length });

	test('what is not signed, or was tampered with, is refused and starts nothing', async () => {
		Object.assign(before, await now());
		const good = signed(source, PAYLOADS[source]());
		const bare = { ...good, headers: {} };
		const tampered = { ...good, body: good.body.replace(/\d{5}/, '99999') };
		expect(tampered.body).not.toBe(good.body);
		expect([await post(source, bare), await post(source, tampered)]).toEqual([401, 401]);
		expect(await now()).toEqual(before);
	});

	test('what is signed is a text, once', async () => {
		const call = signed(source, PAYLOADS[source]());
		await happens(source, call);
		expect(texts()).toHaveLength(before.texts + 1);
		expect(await post(source, call)).toBe(200);
		expect(await post(source, { ...call, headers: { ...call.headers, 'x-shopify-webhook-id': 'another', 'x-wc-webhook-delivery-id': 'another' } })).toBe(200);
		expect(await now()).toEqual({ texts: before.texts + 1, executions: before.executions + 1 });
	});
});

test('the customer has read of the whole way of the parcel, whoever told it', () => {
	expect(shop.sandbox.messages(PHONE).map(({ text }) => text)).toEqual([
		expect.stringMatching(/#1002/) as string,
		expect.stringMatching(/today|out for delivery/i) as string,
		expect.stringMatching(/delivered/i) as string,
	]);
});

test('silent events start no execution', async () => {
	const { id } = trackers;
	const before = (await listExecutions(shop.n8n, id)).length;
	expect(await post('easypost', signed('easypost', tracker('pre_transit')))).toBe(200);
	expect(await post('aftership', signed('aftership', payloadOf('aftership', 'webhook-pending-time')))).toBe(200);
	expect(await listExecutions(shop.n8n, id)).toHaveLength(before);
});

test('the sample opens in the editor without a console error', async () => {
	const { editor } = shop;
	await editor.openWorkflow(trackers.id);
	await screenshot(editor.page, 'parcel-tracker-to-sms');
	const panel = await openNode(editor.page, 'EasyPost');
	await screenshot(editor.page, 'parcel-tracker-to-sms-node');
	const words = await panel.innerText();
	for (const label of ['Order Source', 'Set Up the Webhook', 'Stages to Emit', 'Options']) expect(words).toContain(label);
	expect(editor.consoleErrors).toEqual([]);
});

test('unpublished, the trigger takes its webhook out of EasyPost', async () => {
	await shop.n8n.call('POST', `/workflows/${trackers.id}/deactivate`);
	for (let tries = 0; tries < 50 && hooks.length > 0; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
	expect(hooks).toEqual([]);
});
