// What other systems send, in the shapes that they document, cut to what their detection would rest on. None of it may be
// taken for a payload of a source that is not its own.

import { type Payload } from './fixtures';

export const FOREIGN: Readonly<Record<string, Payload>> = {
	'a Stripe event': {
		id: 'evt_1',
		object: 'event',
		type: 'charge.refunded',
		data: {
			object: { id: 'ch_1', object: 'charge', amount_refunded: 1000, status: 'succeeded', refunds: { data: [] } },
		},
	},
	'a GitHub push': { ref: 'refs/heads/main', repository: { id: 1, name: 'shop' }, commits: [{ id: 'a' }] },
	'a Shopify product': {
		id: 632910392,
		admin_graphql_api_id: 'gid://shopify/Product/632910392',
		title: 'Fountain Pen',
		status: 'active',
		tags: '',
	},
	'a Shopify customer': {
		id: 207119551,
		admin_graphql_api_id: 'gid://shopify/Customer/207119551',
		first_name: 'Maria',
		phone: '+33639981234',
		default_address: { phone: '+33639981234', country_code: 'FR' },
	},
	'a Shopify draft order': {
		id: 994118539,
		admin_graphql_api_id: 'gid://shopify/DraftOrder/994118539',
		name: '#D2',
		status: 'completed',
		line_items: [],
		order_id: 450789469,
	},
	'a Shopify object of a kind that does not exist': { admin_graphql_api_id: 'gid://shopify/constructor/1', id: 1 },
	'a WooCommerce product': {
		id: 93,
		name: 'Teapot',
		status: 'publish',
		sku: 'POT',
		price: '9.99',
		date_created_gmt: '2026-11-20T09:00:00',
		meta_data: [{ id: 1, key: '_wpcom_is_markdown', value: '1' }],
	},
	'a WooCommerce customer': {
		id: 2,
		role: 'customer',
		username: 'maria',
		billing: { first_name: 'Maria', country: 'FR', phone: '+33639981234' },
		shipping: { first_name: 'Maria', country: 'FR' },
		meta_data: [],
	},
	'a WooCommerce coupon': { id: 5, code: 'tea10', amount: '10.00', status: 'publish', usage_count: 0, meta_data: [] },
	'a WooCommerce custom-action webhook': { action: 'woocommerce_add_to_cart', arg: 'a' },
	'an empty object': {},
	'an API error': { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }] },
	'a GraphQL answer without an order': { data: { order: null } },
};
