import { CommerceSmsShopifyApi } from '../../credentials/CommerceSmsShopifyApi.credentials';
import { shopify } from '../../lib/shops/shopify';
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
		{ offer: { reward: { kind: 'free_shipping' }, products: ['8012345678901'] }, says: /free shipping cannot be limited/ },
		{ offer: { products: ['blue-shirt'] }, says: /“blue-shirt” is no product of Shopify/ },
		{ offer: { products: ['gid://shopify/Collection/1'] }, says: /is no product/ },
		{ offer: { collections: ['gid://shopify/Product/1'] }, says: /is no collection/ },
		{ offer: { products: ['1'], collections: ['2'] }, says: /not to both/ },
		{ offer: { maxUses: undefined, maxUsesPerCustomer: 2 }, says: /one use per customer/ },
	],
});
