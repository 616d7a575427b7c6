import { CommerceSmsBigCommerceApi } from '../../credentials/CommerceSmsBigCommerceApi.credentials';
import { bigcommerce } from '../../lib/shops/bigcommerce';
import { SHOP_KEYS } from '../../sandbox/shops/twin';
import { shopContract } from './contract';

shopContract({
	shop: bigcommerce,
	credential: new CommerceSmsBigCommerceApi(),
	fields: (baseUrl) => ({ baseUrl, ...SHOP_KEYS.bigcommerce }),
	wrongKey: { accessToken: 'wrong-bigcommerce-token' },
	rights: /Marketing: modify/,
	hasOwnCurrency: false,
	hasStart: true,
	offers: [
		{
			it: 'a percentage, with a period and limits, in any currency',
			offer: { maxUses: 5, maxUsesPerCustomer: 2 },
			kept: {
				coupon_type: 'BULK',
				status: 'ENABLED',
				start_date: '2026-11-22T09:00:00.000Z',
				end_date: '2026-12-31T22:59:59.000Z',
				currency_code: '*',
				rules: [{ action: { cart_value: { discount: { percentage_amount: '15' } } } }],
				max_uses: 5,
				max_uses_per_customer: 2,
			},
		},
		{
			it: 'an amount off products and categories, from a minimum on',
			offer: {
				reward: { kind: 'amount', amount: '10.00', currency: 'EUR' },
				minimumOrder: { amount: '50.00', currency: 'EUR' },
				products: ['118'],
				collections: ['23', '24'],
			},
			kept: {
				currency_code: 'EUR',
				rules: [
					{
						condition: { cart: { minimum_spend: '50.00' } },
						action: {
							cart_items: {
								discount: { fixed_amount: '10.00' },
								as_total: true,
								items: { or: [{ products: [118] }, { categories: [23, 24] }] },
							},
						},
					},
				],
			},
		},
		{
			it: 'free shipping, as often as somebody likes',
			offer: { reward: { kind: 'free_shipping' }, maxUses: undefined },
			kept: { rules: [{ action: { shipping: { free_shipping: true, zone_ids: '*' } } }], max_uses: 0 },
		},
		{
			it: 'a gift',
			offer: { reward: { kind: 'gift', product: '118' } },
			kept: { rules: [{ action: { gift_item: { quantity: 1, product_id: 118 } } }] },
		},
	],
	objections: [
		{ offer: { reward: { kind: 'gift', product: 'mug' } }, says: /“mug” is no product of BigCommerce/ },
		{ offer: { reward: { kind: 'gift', product: '1' }, products: ['2'] }, says: /gift product cannot be limited/ },
		{ offer: { collections: ['shirts'] }, says: /is no category/ },
	],
});
