import { CommerceSmsShopifyApi } from '../../credentials/CommerceSmsShopifyApi.credentials';
import { shopify } from '../../lib/shops/shopify';
import { type Publication, type ShopDeps } from '../../lib/shops/shop';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { SHOP_KEYS } from '../../sandbox/shops/twin';
import { shopContract } from './contract';

shopContract({
	shop: shopify,
	credential: new CommerceSmsShopifyApi(),
	fields: (baseUrl) => ({ baseUrl, ...SHOP_KEYS.shopify }),
	wrongKey: { accessToken: 'shpat_wrong' },
	rights: /write_discounts/,
	hasOwnCurrency: true,
	hasStart: true,
	offers: [
		{
			it: 'a percentage, with a period and limits',
			offer: { maxUses: 3, maxUsesPerCustomer: 1 },
			kept: {
				type: 'DiscountCodeBasic',
				startsAt: '2026-11-22T09:00:00.000Z',
				endsAt: '2026-12-31T22:59:59.000Z',
				usageLimit: 3,
				appliesOncePerCustomer: true,
				customerGets: { value: { percentage: 0.15 }, items: { all: true } },
			},
		},
		{
			it: 'an amount off products, from a minimum on',
			offer: {
				reward: { kind: 'amount', amount: '10.00', currency: 'EUR' },
				minimumOrder: { amount: '50.00', currency: 'eur' },
				products: ['8012345678901', 'gid://shopify/Product/8012345678902'],
			},
			kept: {
				minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: '50.00' } },
				customerGets: {
					value: { discountAmount: { amount: '10.00', appliesOnEachItem: false } },
					items: {
						products: {
							productsToAdd: ['gid://shopify/Product/8012345678901', 'gid://shopify/Product/8012345678902'],
						},
					},
				},
			},
		},
		{
			it: 'a percentage off collections',
			offer: { collections: ['412345678901'] },
			kept: { customerGets: { items: { collections: { add: ['gid://shopify/Collection/412345678901'] } } } },
		},
		{
			it: 'free shipping, as often as somebody likes',
			offer: { reward: { kind: 'free_shipping' }, maxUses: undefined },
			kept: { type: 'DiscountCodeFreeShipping', destination: { all: true }, usageLimit: null },
		},
	],
	objections: [
		{ offer: { reward: { kind: 'gift', product: '8012345678901' } }, says: /gift product/ },
		{
			offer: { reward: { kind: 'free_shipping' }, products: ['8012345678901'] },
			says: /free shipping cannot be limited/,
		},
		{ offer: { products: ['blue-shirt'] }, says: /“blue-shirt” is no product of Shopify/ },
		{ offer: { products: ['gid://shopify/Collection/1'] }, says: /is no product/ },
		{ offer: { collections: ['gid://shopify/Product/1'] }, says: /is no collection/ },
		{ offer: { products: ['1'], collections: ['2'] }, says: /not to both/ },
		{ offer: { maxUses: undefined, maxUsesPerCustomer: 2 }, says: /one use per customer/ },
	],
});

describe('what Shopify does by and by', () => {
	const FROM = new Date('2026-11-22T09:00:00Z');
	const publication: Publication = {
		reference: 'pub-1',
		name: 'Series',
		from: FROM,
		offer: {
			reward: { kind: 'percent', percent: 10 },
			validity: { kind: 'period', from: FROM },
			firstOrderOnly: false,
			mobileOnly: false,
		},
	};
	let sandbox: Sandbox;
	let waited: number[];

	beforeAll(async () => {
		sandbox = await startSandbox({ port: 0 });
	});
	afterAll(() => sandbox.stop());
	beforeEach(() => {
		sandbox.reset();
		waited = [];
	});

	const depsWith = (change: (body: string) => string = (body) => body): ShopDeps => ({
		exchange: async ({ method, url, headers, body = '' }) => {
			const authorised = { ...headers, 'X-Shopify-Access-Token': SHOP_KEYS.shopify.accessToken };
			const response = await fetch(url, { method, headers: authorised, body });
			return { status: response.status, headers: {}, body: change(await response.text()), receivedAt: FROM };
		},
		wait: async (milliseconds) => void waited.push(milliseconds),
		config: shopify.readConfig({ baseUrl: `${sandbox.url}/shopify`, ...SHOP_KEYS.shopify }),
	});

	test('codes that are still being added are waited for, longer and longer', async () => {
		sandbox.shops.setFaults([{ kind: 'slow-job', looks: 3 }]);
		const prepared = await shopify.prepare(publication, ['A1'], depsWith());
		const results = await shopify.publish(prepared, publication, ['A1', 'A2'], depsWith());
		expect(results.map(({ status }) => status)).toEqual(['published', 'published']);
		expect(waited).toHaveLength(3);
		expect([...waited].sort((a, b) => a - b)).toEqual(waited);
	});

	test('but not for ever: the next try finds them', async () => {
		sandbox.shops.setFaults([{ kind: 'slow-job', looks: 1_000, count: 1 }]);
		const prepared = await shopify.prepare(publication, ['A1'], depsWith());
		await expect(shopify.publish(prepared, publication, ['A1', 'A2'], depsWith())).rejects.toMatchObject({
			code: 'unavailable',
			hint: expect.stringMatching(/again/),
		});
		const results = await shopify.publish(prepared, publication, ['A1', 'A2'], depsWith());
		expect(results.map(({ status }) => status)).toEqual(['published', 'published']);
		expect(sandbox.shops.codes('shopify')).toHaveLength(2);
	});

	test('a discount that the search does not know yet is found by its first code', async () => {
		const prepared = await shopify.prepare(publication, ['A1', 'A2'], depsWith());
		sandbox.shops.hideFromSearch(true);
		expect(await shopify.prepare(publication, ['A1', 'A2'], depsWith())).toBe(prepared);
		expect(sandbox.shops.codes('shopify')).toHaveLength(1);
	});

	test('codes are ours in whichever discount a try has made', async () => {
		const first = await shopify.prepare(publication, ['A1', 'A2'], depsWith());
		await shopify.publish(first, publication, ['A1', 'A2'], depsWith());
		sandbox.shops.hideFromSearch(true);
		const second = await shopify.prepare(publication, ['A3', 'A4'], depsWith());
		expect(second).not.toBe(first);
		const results = await shopify.publish(second, publication, ['A1', 'A2', 'A3', 'A4'], depsWith());
		expect(results.map(({ status }) => status)).toEqual(['published', 'published', 'published', 'published']);
		const codes = sandbox.shops.codes('shopify').map(({ code }) => code);
		expect(codes.sort()).toEqual(['A1', 'A2', 'A3', 'A4']);
	});

	test('where every first code is somebody else’s, nothing is made', async () => {
		for (const code of ['A1', 'A2']) sandbox.shops.addForeign('shopify', code);
		await expect(shopify.prepare(publication, ['A1', 'A2'], depsWith())).rejects.toMatchObject({ code: 'rejected' });
		expect(sandbox.shops.codes('shopify')).toHaveLength(2);
	});

	test.each([
		{
			it: 'a scope that the token has not',
			answer: {
				errors: [
					{
						message: 'Access denied for discountNodes field. Required access: `read_discounts` access scope.',
						extensions: { code: 'ACCESS_DENIED' },
					},
				],
			},
			error: { code: 'bad-config', message: expect.stringMatching(/read_discounts/) },
		},
		{
			it: 'a field that this API version has not',
			answer: { errors: [{ message: "Field 'context' doesn't exist" }] },
			error: { code: 'rejected', message: expect.stringMatching(/'context'/) },
		},
		{ it: 'JSON of something else', answer: { ok: true }, error: { code: 'unreadable-response' } },
		{ it: 'data without what was asked', answer: { data: {} }, error: { code: 'unreadable-response' } },
	])('an answer with $it', async ({ answer, error }) => {
		const deps = depsWith(() => JSON.stringify(answer));
		await expect(shopify.prepare(publication, ['A1'], deps)).rejects.toMatchObject(error);
	});

	test('what it objects to in the offer is told in its own words', async () => {
		const backwards = { ...publication, until: new Date('2026-11-01T00:00:00Z') };
		await expect(shopify.prepare(backwards, ['A1'], depsWith())).rejects.toMatchObject({
			code: 'rejected',
			details: { shopMessage: 'Ends at needs to be after starts_at' },
		});
	});
});
