// Promo codes and points, end to end: made, published to shops, taken at a till, bought with points, in a real n8n.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Browser } from 'playwright-core';
import { saveCredential, type SavedWorkflow, testCredential, type Workflow } from '../../demo/n8n-api';
import { SHOP_KEYS } from '../../sandbox/shops/twin';
import { shopifyOrder } from '../fixtures/shopify-order';
import { closeNode, openNode, screenshot } from './browser';
import { BENCH, SHOP, SHOPIFY, type Step } from './code-steps';
import { openShop, type TestShop, TILL } from './shop';

const NAMES = ['thank-you-code-after-delivery', 'points-for-every-order', 'check-a-code-at-the-till'] as const;
type Name = (typeof NAMES)[number];
type Item = Record<string, unknown>;

let shop: TestShop<Name>;
let { sandbox, server, n8n, editor, workflows } = {} as TestShop<Name>;
let bench: SavedWorkflow;

beforeAll(async () => {
	shop = await openShop({ names: NAMES });
	({ sandbox, server, n8n, editor, workflows } = shop);
	bench = await shop.publish(BENCH);
}, 1_200_000);

afterAll(async () => await shop?.stop());

const json = { 'content-type': 'application/json' };
const call = (path: string, body: unknown, headers: Record<string, string> = {}) =>
	fetch(`${server.url}/webhook/${path}`, {
		method: 'POST',
		headers: { ...json, ...headers },
		body: JSON.stringify(body),
	});

/** What the step's node put out, per output. */
const step = (name: Step, body: Item = {}): Promise<Item[][]> =>
	shop.outputsAfter(bench, () => call(`bench-${name}`, body), name);

async function newCode(series: string, key: string): Promise<string> {
	const [given] = await step('code', { series, key });
	return given?.[0]?.code as string;
}

/** Changes what no node can: time that has passed. */
function inLedger(sql: string, ...values: Array<string | number>): void {
	const ledger = new DatabaseSync(join(server.userFolder, '.n8n', 'commerce-sms', 'ledger.sqlite'));
	try {
		ledger.exec('pragma busy_timeout = 5000');
		expect(ledger.prepare(sql).run(...values).changes).toBeGreaterThan(0);
	} finally {
		ledger.close();
	}
}

const DAY_MS = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => Date.now() - days * DAY_MS;
const phoneOf = (index: number) => `+1303555${String(100 + index).padStart(4, '0')}`;

describe('a code', () => {
	test('of the same item is the same, of another one another', async () => {
		const [first] = await step('code', { series: 'personal', key: 'a', phone: phoneOf(1) });
		expect(first).toMatchObject([{ isNew: true, phoneFull: phoneOf(1), series: 'personal' }]);
		expect(first?.[0]?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
		const [again] = await step('code', { series: 'personal', key: 'a', phone: phoneOf(1) });
		expect(again).toMatchObject([{ isNew: false, code: first?.[0]?.code }]);
		expect(await newCode('personal', 'b')).not.toBe(first?.[0]?.code);
	});
});

describe('a series of 300', () => {
	const listed = (id: 'shopify' | 'woocommerce') =>
		sandbox.shops
			.codes(id)
			.map(({ code }) => code.toUpperCase())
			.sort();
	const made = async () =>
		(await step('list', { series: 'spring' }))[0]?.map(({ code }) => code as string).sort() ?? [];

	test('is made once', async () => {
		expect((await step('series'))[0]).toMatchObject([{ series: 'spring', added: 300, total: 300 }]);
		expect((await step('series'))[0]).toMatchObject([{ added: 0, total: 300 }]);
		expect(new Set(await made()).size).toBe(300);
	});

	test.each(['shopify', 'woocommerce'] as const)('is published to %s: exactly these codes, once', async (id) => {
		expect(listed(id)).toEqual([]);
		const [published, refused] = await step(id);
		expect(refused ?? []).toEqual([]);
		expect(published).toMatchObject([{ publication: { shop: id, series: 'spring', published: 300 } }]);
		expect(listed(id)).toEqual(await made());
		expect((await step(id))[0]).toMatchObject([{ publication: { published: 0 } }]);
		expect(listed(id)).toHaveLength(300);
	});

	test.each([
		['Shopify', 'commerceSmsShopifyApi', 'shopify', { accessToken: 'wrong' }],
		['WooCommerce', 'commerceSmsWooCommerceApi', 'woocommerce', { consumerSecret: 'wrong' }],
	] as const)('the test button of %s tells a right key from a wrong one', async (name, type, id, wrong) => {
		const data = { baseUrl: `${sandbox.url}/${id}`, ...SHOP_KEYS[id] };
		const right = await saveCredential(n8n, { name, type, data });
		expect(await testCredential(n8n, right)).toMatchObject({ status: 'OK' });
		const other = await saveCredential(n8n, { name: `${name} mistyped`, type, data: { ...data, ...wrong } });
		expect(await testCredential(n8n, other)).toMatchObject({ status: 'Error' });
	});
});

describe('the till', () => {
	interface Answer {
		readonly valid: boolean;
		readonly discount: string | null;
		readonly reason: string | null;
	}
	const till = (query: Record<string, string>, method = 'GET') =>
		fetch(`${server.url}/webhook/till-codes?${new URLSearchParams(query).toString()}`, {
			method,
			headers: { [TILL.name]: TILL.value },
		});
	const check = async (code: string) =>
		(await (await till({ code, order: 'R-1', total: '80.00', currency: 'EUR' })).json()) as Answer;
	const redeem = async (code: string, order: string | undefined) =>
		(await (
			await call('till-codes', { code, order, total: '80.00', currency: 'EUR' }, { [TILL.name]: TILL.value })
		).json()) as Answer;

	test('is the only one who may ask', async () => {
		expect((await fetch(`${server.url}/webhook/till-codes?code=A`)).status).toBe(403);
		expect((await call('till-codes', { code: 'A' })).status).toBe(403);
	});

	test('a code is valid, is taken for one order, refused to a second, and free again when the first is cancelled', async () => {
		const code = await newCode('till', 'one');
		const good = { valid: true, discount: '8.00', reason: null };
		expect(await check(code)).toMatchObject(good);
		expect(await check(code.toLowerCase())).toMatchObject(good);
		expect(await redeem(code, 'R-1')).toMatchObject(good);
		expect(await redeem(code, 'R-1')).toMatchObject(good); // the same order asks again
		expect(await redeem(code, 'R-2')).toMatchObject({
			valid: false,
			discount: null,
			reason: expect.stringMatching(/used/i) as string,
		});
		const released = await (await till({ order: 'R-1' }, 'DELETE')).json();
		expect(released).toEqual({ released: [code], reason: null });
		expect(await redeem(code, 'R-2')).toMatchObject(good);
		expect(await (await till({ order: 'R-1' }, 'DELETE')).json()).toMatchObject({ released: [] });
	});

	test.each([
		['a code that nobody made', 'NOSUCHCODE', 'R-9', /not known|unknown|no such/i],
		['no order', 'NOSUCHCODE', undefined, /order/i],
	])('%s gets a sentence, not an error', async (_, code, order, reason) => {
		expect(await redeem(code, order)).toMatchObject({ valid: false, reason: expect.stringMatching(reason) as string });
	});

	test('of thirty tills that try one code in the same moment, one wins', async () => {
		const code = await newCode('till', 'contested');
		const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => redeem(code, `P-${index}`)));
		expect(answers.filter(({ valid }) => valid)).toHaveLength(1);
		expect(answers.filter(({ valid, reason }) => !valid && reason)).toHaveLength(29);
		expect((await check(code)).valid).toBe(false);
	}, 60_000);
});

describe('points', () => {
	const BUYER = '+12125550160'; // of the order below
	const order = shopifyOrder(60);
	const paid = (body: Item) =>
		shop.outputsAfter(
			workflows['points-for-every-order'],
			() => call('points-orders', body, { 'x-shopify-topic': 'orders/paid' }),
			'Award',
		);
	const spend = async (requestId: string, phone = BUYER) =>
		(await (await call('points-spend', { phone, requestId }, { [TILL.name]: TILL.value })).json()) as Item;
	const balance = async (phone: string) => (await step('balance', { phone })).flat()[0]?.balance;

	test('come once for an order', async () => {
		expect((await paid(order))[0]).toMatchObject([{ phoneFull: BUYER, points: 129, balance: 129, isNew: true }]);
		expect((await paid(order))[1]).toMatchObject([{ reasonCode: 'already-awarded', balance: 129 }]);
		expect(await balance(BUYER)).toBe(129);
	});

	test('do not come for an order that is cancelled or not paid', async () => {
		for (const more of [{ cancelled_at: '2026-11-21T10:00:00Z' }, { financial_status: 'pending' }])
			expect((await paid(shopifyOrder(61, { more }))).flat()).toEqual([]);
	});

	test('buy a code, once for a request, and never more than there are', async () => {
		expect((await call('points-spend', { phone: BUYER, requestId: 'x' })).status).toBe(403);
		const bought = await spend('click-1');
		expect(bought).toMatchObject({ code: expect.stringMatching(/^PTS-/) as string, balance: 29 });
		expect(await spend('click-1')).toMatchObject({ code: bought.code, balance: 29 });
		expect(await spend('click-2')).toMatchObject({ code: null, missing: 71, balance: 29 });
		expect(await balance(BUYER)).toBe(29);
	});

	test('ten clicks in the same moment buy one code', async () => {
		await paid(shopifyOrder(62));
		const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => spend(`many-${index}`, '+12125550162')));
		expect(answers.filter(({ code }) => code)).toHaveLength(1);
		expect(await balance('+12125550162')).toBe(29);
	});
});

describe('birthdays', () => {
	const [CELEBRATING, SILENT] = [phoneOf(20), phoneOf(21)] as const;
	const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date()).slice(5);
	async function morning() {
		const [picked = [], skipped = []] = await step('birthdays');
		return { picked, skipped };
	}

	test('a date given today waits; one known for 40 days brings a code, once', async () => {
		for (const phone of [CELEBRATING, SILENT]) await step('contact', { phone, birthday: `1990-${today}` });
		await step('consent', { phone: CELEBRATING });
		const early = await morning();
		expect(early.picked).toEqual([]);
		expect(early.skipped).toContainEqual(
			expect.objectContaining({ phoneFull: CELEBRATING, reasonCode: 'birthday-too-new' }),
		);

		inLedger('update contacts set birthday_given_at = ? where birthday like ?', daysAgo(40), `%${today}`);
		const { picked, skipped } = await morning();
		expect(picked).toMatchObject([
			{ phoneFull: CELEBRATING, firstName: 'Berta', code: expect.stringMatching(/^BDAY-/) as string },
		]);
		expect(skipped).toMatchObject([{ phoneFull: SILENT, reasonCode: 'no-consent' }]);

		const later = await morning();
		expect(later.picked).toEqual([]);
		expect(later.skipped).toContainEqual(
			expect.objectContaining({ phoneFull: CELEBRATING, reasonCode: 'had-it-already' }),
		);
	}, 120_000);
});

describe('thanks after delivery', () => {
	const [AGREED, SILENT] = ['+12125550180', '+12125550181'] as const;
	const workflow = () => workflows['thank-you-code-after-delivery'];
	const order = (index: number, shipment_status: string | null) => {
		const parcel = {
			status: 'success',
			shipment_status,
			tracking_company: 'UPS',
			tracking_numbers: [`1Z${index}`],
			tracking_urls: [`https://track.example.com/1Z${index}`],
		};
		return shopifyOrder(index, { more: { fulfillment_status: 'fulfilled', fulfillments: [parcel] } });
	};
	const after = (body: Item, node: string) =>
		shop.outputsAfter(workflow(), () => call('shopify-delivered', body, { 'x-shopify-topic': 'orders/updated' }), node);

	/** The texts on the customer's phone, as the sandbox's page shows them. */
	async function onPhone(phone: string): Promise<string[]> {
		const page = await (editor.page.context().browser() as Browser).newPage();
		await page.goto(`${sandbox.url}/#${phone}`);
		const bubbles = page.locator('[data-test-id="bubble-text"]');
		await bubbles.first().waitFor();
		await screenshot(page, `thanks-${phone.slice(1)}`);
		const texts = await bubbles.allInnerTexts();
		await page.close();
		return texts;
	}

	test('who agreed to offers is texted a code that the checkout knows, once', async () => {
		await step('consent', { phone: AGREED });
		expect((await after(order(80, null), 'Check Consent')).flat()).toEqual([]);
		const [sent] = await after(order(80, 'delivered'), 'Text with the code');
		expect(sent).toMatchObject([{ stage: 'delivered', status: 'queued' }]);
		const [codes = []] = await step('list', { series: 'thank-you' });
		expect(codes).toMatchObject([{ phoneFull: AGREED, code: expect.stringMatching(/^THANKS-/) as string }]);
		const code = codes[0]?.code as string;
		expect(sandbox.shops.codes('shopify').map((listed) => listed.code)).toContain(code);
		const again = await after(order(80, 'delivered'), 'Text with the code');
		expect(again[2]).toMatchObject([{ reasonCode: 'duplicate' }]);
		const texts = await onPhone(AGREED);
		expect(texts).toEqual([expect.stringMatching(/^Acme Store: Your order #1081 has arrived.*10% off.*STOP/s)]);
		expect(texts[0]).toContain(code);
	});

	test('who did not is told that it has arrived, and no code is made', async () => {
		const consents = await after(order(81, 'delivered'), 'Check Consent');
		expect(consents.map((items) => items.length)).toEqual([0, 0, 1]);
		const texts = await onPhone(SILENT);
		expect(texts).toEqual([expect.stringMatching(/#1082 has been delivered/)]);
		expect(texts[0]).not.toMatch(/THANKS|%/);
		expect((await step('list', { series: 'thank-you' }))[0]).toHaveLength(1);
	});
});

const OPERATIONS: ReadonlyArray<readonly [resource: string, operation: string, label: string]> = [
	['birthday', 'pickBirthdays', 'Days a Birthday Must Be Known'],
	['code', 'check', 'Order Details'],
	['code', 'generate', 'What to Make'],
	['code', 'get', 'Code'],
	['code', 'redeem', 'Order Details'],
	['code', 'release', 'Order'],
	['code', 'remind', 'Expiring Within Days'],
	['code', 'void', 'What to Void'],
	['points', 'award', 'Points per Currency Unit'],
	['points', 'balance', 'Phone'],
	['points', 'expire', 'Operation'],
	['points', 'history', 'Return All'],
	['points', 'spendForCode', 'Points'],
	['series', 'addCodes', 'Add From'],
	['series', 'export', 'Export As'],
	['series', 'lowStock', 'Fewer Than'],
	['series', 'publishToShop', 'Shop System'],
	['series', 'stats', 'Output'],
];

describe('in the editor', () => {
	test.each(NAMES)('%s opens without a console error', async (name) => {
		await editor.openWorkflow(workflows[name].id);
		await screenshot(editor.page, name);
		expect(editor.consoleErrors).toEqual([]);
	});

	test('every operation of Promo Code shows its fields', async () => {
		const { id } = await shop.publish({
			name: 'Every operation of Promo Code',
			nodes: [
				{
					...BENCH.nodes[0],
					id: 'hook',
					name: 'hook',
					webhookId: 'every-code',
					parameters: { path: 'every-code' },
				} as Workflow['nodes'][0],
				...OPERATIONS.map(([resource, operation], index) => ({
					id: String(index),
					name: operation,
					type: 'n8n-nodes-commerce-sms.promoCode',
					typeVersion: 1,
					position: [260 * (index % 6), 240 * (1 + Math.floor(index / 6))] as [number, number],
					parameters: { resource, operation },
					credentials: { ...SHOP, ...(operation === 'publishToShop' && SHOPIFY) },
				})),
			],
			connections: {},
		});
		await editor.openWorkflow(id);
		await screenshot(editor.page, 'promo-code-all');
		for (const [, operation, label] of OPERATIONS) {
			const panel = await openNode(editor.page, operation);
			await screenshot(editor.page, `promo-code-${operation}`);
			expect(await panel.innerText()).toContain(label);
			await closeNode(editor.page);
		}
		expect(editor.consoleErrors).toEqual([]);
	}, 240_000);
});
