import { CommerceSmsMagentoApi } from '../../credentials/CommerceSmsMagentoApi.credentials';
import { magento } from '../../lib/shops/magento';
import { SHOP_KEYS } from '../../sandbox/shops/twin';
import { shopContract } from './contract';

shopContract({
	shop: magento,
	credential: new CommerceSmsMagentoApi(),
	fields: (baseUrl) => ({ baseUrl, ...SHOP_KEYS.magento }),
	wrongKey: { accessToken: 'wrong-magento-token' },
	rights: /Cart Price Rules/,
	hasOwnCurrency: true,
	hasStart: true,
	offers: [
		{
			it: 'a percentage, in whole days by the shop’s clock, once in all',
			offer: { maxUsesPerCustomer: 1 },
			kept: {
				simple_action: 'by_percent',
				discount_amount: 15,
				from_date: '2026-11-22',
				to_date: '2026-12-31', // 22:59:59 UTC is the end of that day in Warsaw
				uses_per_coupon: 1,
				uses_per_customer: 0,
				website_ids: [1],
				customer_group_ids: [0, 1, 2, 3],
				use_auto_generation: true,
			},
		},
		{
			it: 'an amount off products and categories, from a minimum on',
			offer: {
				reward: { kind: 'amount', amount: '10.00', currency: 'EUR' },
				minimumOrder: { amount: '50.00', currency: 'EUR' },
				products: ['24-MB01', 'WS 12'],
				collections: ['23'],
				maxUses: undefined,
			},
			kept: {
				simple_action: 'cart_fixed',
				discount_amount: 10,
				uses_per_coupon: 0,
				condition: { conditions: [{ attribute_name: 'base_subtotal', operator: '>=', value: '50.00' }] },
				action_condition: {
					aggregator_type: 'any',
					conditions: [
						{ attribute_name: 'sku', operator: '()', value: '24-MB01,WS 12' },
						{ attribute_name: 'category_ids', operator: '()', value: '23' },
					],
				},
			},
		},
		{
			it: 'free shipping',
			offer: { reward: { kind: 'free_shipping' } },
			kept: { discount_amount: 0, simple_free_shipping: 'FREE_WITH_MATCHING_ITEMS' },
		},
	],
	objections: [
		{ offer: { reward: { kind: 'gift', product: '24-MB01' } }, says: /gift product/ },
		{ offer: { reward: { kind: 'free_shipping' }, products: ['24-MB01'] }, says: /free shipping cannot be limited/ },
		{ offer: { products: ['a,b'] }, says: /“a,b” is no product of Magento/ },
		{ offer: { collections: ['shirts'] }, says: /is no category/ },
		{ offer: { maxUses: 5, maxUsesPerCustomer: 1 }, says: /over all codes of a series/ },
	],
});
