import { CommerceSmsMedusaApi } from '../../credentials/CommerceSmsMedusaApi.credentials';
import { medusa } from '../../lib/shops/medusa';
import { SHOP_KEYS } from '../../sandbox/shops/twin';
import { shopContract } from './contract';

shopContract({
	shop: medusa,
	credential: new CommerceSmsMedusaApi(),
	fields: (baseUrl) => ({ baseUrl, ...SHOP_KEYS.medusa }),
	wrongKey: { apiKey: 'sk_wrong' },
	rights: /secret API key/,
	hasOwnCurrency: false,
	hasStart: true,
	offers: [
		{
			it: 'a percentage, with a period and a limit',
			offer: { maxUses: 3 },
			kept: {
				status: 'active',
				is_automatic: false,
				limit: 3,
				application_method: { type: 'percentage', target_type: 'order', value: 15 },
				campaign: {
					campaign_identifier: 'pub-7f3k',
					starts_at: '2026-11-22T09:00:00.000Z',
					ends_at: '2026-12-31T22:59:59.000Z',
				},
			},
		},
		{
			it: 'an amount off products, from a minimum on',
			offer: {
				reward: { kind: 'amount', amount: '10.00', currency: 'EUR' },
				minimumOrder: { amount: '50.00', currency: 'EUR' },
				products: ['prod_01HX', 'prod_01HY'],
			},
			kept: {
				application_method: {
					type: 'fixed',
					value: 10,
					currency_code: 'eur',
					target_type: 'items',
					target_rules: [{ attribute: 'items.product.id', operator: 'in', values: ['prod_01HX', 'prod_01HY'] }],
				},
				rules: [
					{ attribute: 'currency_code', operator: 'eq', values: ['eur'] },
					{ attribute: 'subtotal', operator: 'gte', values: ['50.00'] },
				],
			},
		},
		{
			it: 'a percentage off collections',
			offer: { collections: ['pcol_01HZ'] },
			kept: { application_method: { target_rules: [{ attribute: 'items.product.collection_id' }] } },
		},
		{
			it: 'free shipping',
			offer: { reward: { kind: 'free_shipping' } },
			kept: { application_method: { type: 'percentage', target_type: 'shipping_methods', value: 100 } },
		},
	],
	objections: [
		{ offer: { reward: { kind: 'gift', product: 'prod_01HX' } }, says: /gift product/ },
		{ offer: { products: ['118'] }, says: /“118” is no product of Medusa/ },
		{ offer: { collections: ['prod_1'] }, says: /is no collection/ },
		{ offer: { products: ['prod_1'], collections: ['pcol_1'] }, says: /Leave one out/ },
		{ offer: { maxUses: undefined, maxUsesPerCustomer: 1 }, says: /over all codes of a series/ },
	],
});
