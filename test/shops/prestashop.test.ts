import { CommerceSmsPrestaShopApi } from '../../credentials/CommerceSmsPrestaShopApi.credentials';
import { prestashop } from '../../lib/shops/prestashop';
import { SHOP_KEYS } from '../../sandbox/shops/twin';
import { shopContract } from './contract';

shopContract({
	shop: prestashop,
	credential: new CommerceSmsPrestaShopApi(),
	fields: (baseUrl) => ({ baseUrl, ...SHOP_KEYS.prestashop }),
	wrongKey: { apiKey: 'WRONGPRESTASHOPKEY' },
	rights: /cart_rules/,
	hasOwnCurrency: true,
	hasStart: true,
	offers: [
		{
			it: 'a percentage, by the shop’s clock, with limits and a name in each language',
			offer: { maxUses: 5, maxUsesPerCustomer: 2 },
			kept: {
				reduction_percent: '15',
				date_from: '2026-11-22 10:00:00',
				date_to: '2026-12-31 23:59:59',
				quantity: '5',
				quantity_per_user: '2',
				partial_use: '0',
				names: 2,
			},
		},
		{
			it: 'an amount off a product, from a minimum on',
			offer: {
				reward: { kind: 'amount', amount: '10.00', currency: 'PLN' },
				minimumOrder: { amount: '50.00', currency: 'PLN' },
				products: ['42'],
			},
			kept: {
				reduction_amount: '10.00',
				reduction_currency: '2',
				reduction_product: '42',
				minimum_amount: '50.00',
				minimum_amount_currency: '2',
			},
		},
		{
			it: 'free shipping, as often as somebody likes',
			offer: { reward: { kind: 'free_shipping' }, maxUses: undefined },
			kept: { free_shipping: '1', quantity: '1000000000', quantity_per_user: '1000000000' },
		},
		{ it: 'a gift', offer: { reward: { kind: 'gift', product: '7' } }, kept: { gift_product: '7' } },
	],
	objections: [
		{ offer: { products: ['42', '43'] }, says: /one product, not to several/ },
		{ offer: { collections: ['3'] }, says: /cannot be limited to collections/ },
		{ offer: { products: ['shirt'] }, says: /“shirt” is no product of PrestaShop/ },
		{ offer: { reward: { kind: 'gift', product: '0' } }, says: /“0” is no product/ },
	],
});
