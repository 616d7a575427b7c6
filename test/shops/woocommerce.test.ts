import { CommerceSmsWooCommerceApi } from '../../credentials/CommerceSmsWooCommerceApi.credentials';
import { woocommerce } from '../../lib/shops/woocommerce';
import { type Publication, type ShopDeps } from '../../lib/shops/shop';
import { SHOP_KEYS } from '../../sandbox/shops/twin';
import { shopContract } from './contract';

shopContract({
	shop: woocommerce,
	credential: new CommerceSmsWooCommerceApi(),
	fields: (baseUrl) => ({ baseUrl, ...SHOP_KEYS.woocommerce }),
	wrongKey: { consumerSecret: 'cs_wrong' },
	rights: /Read\/Write/,
	stored: (code) => code.toLowerCase(),
	hasOwnCurrency: true,
	hasStart: false,
	offers: [
		{
			it: 'a percentage, with an end and limits',
			offer: { maxUses: 5, maxUsesPerCustomer: 2 },
			kept: {
				discount_type: 'percent',
				amount: '15',
				date_expires: '2026-12-31T22:59:59Z',
				usage_limit: 5,
				usage_limit_per_user: 2,
			},
		},
		{
			it: 'an amount off the cart, from a minimum on',
			offer: {
				reward: { kind: 'amount', amount: '10.00', currency: 'EUR' },
				minimumOrder: { amount: '50.00', currency: 'EUR' },
			},
			kept: { discount_type: 'fixed_cart', amount: '10.00', minimum_amount: '50.00', usage_limit: 1 },
		},
		{
			it: 'an amount off one piece of some products',
			offer: {
				reward: { kind: 'amount', amount: '10.00', currency: 'EUR' },
				products: ['12', '13'],
				collections: ['7'],
			},
			kept: {
				discount_type: 'fixed_product',
				limit_usage_to_x_items: 1,
				product_ids: [12, 13],
				product_categories: [7],
			},
		},
		{
			it: 'free shipping',
			offer: { reward: { kind: 'free_shipping' } },
			kept: { discount_type: 'fixed_cart', amount: '0', free_shipping: true },
		},
	],
	objections: [
		{ offer: { reward: { kind: 'gift', product: '12' } }, says: /gift product/ },
		{ offer: { products: ['gid://shopify/Product/1'] }, says: /is no product of WooCommerce/ },
		{ offer: { collections: ['shirts'] }, says: /“shirts” is no category/ },
	],
});

describe('answers to a batch', () => {
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
	const publish = (answer: unknown) => {
		const deps: ShopDeps = {
			exchange: async () => ({ status: 200, headers: {}, body: JSON.stringify(answer), receivedAt: FROM }),
			wait: async () => undefined,
			config: { baseUrl: 'https://shop.example' },
		};
		return woocommerce.publish('pub-1', publication, ['A1', 'A2'], deps);
	};

	test('an error that is no duplicate is the reason, without another question', async () => {
		const error = { code: 'db_insert_error', message: 'Could not insert post into the database.' };
		expect(
			await publish({
				create: [
					{ id: 7, code: 'a1' },
					{ id: 0, error },
				],
			}),
		).toEqual([
			{ code: 'A1', status: 'published' },
			{ code: 'A2', status: 'refused', reason: 'Could not insert post into the database.' },
		]);
	});

	test.each([{}, { create: [{ id: 7 }] }, [], null])('%j says nothing of each code', async (answer) => {
		await expect(publish(answer)).rejects.toMatchObject({ code: 'unreadable-response' });
	});
});
