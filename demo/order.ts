/**
 * The phone of an order's customer. 555-0100 to 555-0199 are kept for fiction: nobody has these numbers; the first ones are the
 * sandbox's own. It changes with the order: who texted STOP in an earlier run gets nothing in this one.
 */
export const demoPhone = (orderNumber: number): string => `+141555501${20 + (orderNumber % 80)}`;

/**
 * A paid order as Shopify sends it to a webhook, with a made-up customer.
 * https://shopify.dev/docs/api/admin-rest/latest/resources/order
 */
export function demoOrder(number: number): Record<string, unknown> {
	const phone = demoPhone(number);
	const address = {
		first_name: 'Maria',
		last_name: 'Example',
		address1: '1 Example Street',
		city: 'San Francisco',
		province_code: 'CA',
		country_code: 'US',
		zip: '94105',
		phone,
	};
	const paid = { amount: '129.90', currency_code: 'USD' };
	const at = new Date().toISOString();
	return {
		id: 5_000_000_000_000 + number,
		admin_graphql_api_id: `gid://shopify/Order/${5_000_000_000_000 + number}`,
		name: `#${number}`,
		order_number: number,
		created_at: at,
		updated_at: at,
		cancelled_at: null,
		test: false,
		currency: 'USD',
		current_total_price: '129.90',
		current_total_price_set: { shop_money: paid, presentment_money: paid },
		financial_status: 'paid',
		fulfillment_status: null,
		customer_locale: 'en-US',
		phone,
		customer: { first_name: 'Maria', last_name: 'Example', phone: null, default_address: address },
		billing_address: address,
		shipping_address: address,
		line_items: [{ title: 'Fountain Pen', quantity: 1, price: '129.90' }],
		shipping_lines: [{ title: 'Standard', price: '0.00' }],
		fulfillments: [],
		refunds: [],
		order_status_url: `https://acme-store.example/orders/${number}`,
	};
}
