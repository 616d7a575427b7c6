import { at, countryOf, field, type Fields, fieldsOf, listOf, wordOf } from '../read';

/**
 * A GraphQL order in the words of a REST one, as far as the caller's query selected its fields.
 * https://shopify.dev/docs/api/admin-graphql/latest/objects/Order
 */
export function restFromGraphql(order: Fields): Fields {
	const address = (block: unknown) => ({
		first_name: field(block, 'firstName'),
		phone: field(block, 'phone'),
		country_code: countryOf(field(block, 'countryCodeV2'), field(block, 'countryCode')),
	});
	const total = order.currentTotalPriceSet ?? order.totalPriceSet;
	const money = fieldsOf(field(total, 'presentmentMoney') ?? field(total, 'shopMoney'));
	const fulfilled = wordOf(order.displayFulfillmentStatus);
	return {
		admin_graphql_api_id: order.id,
		id: order.legacyResourceId,
		name: order.name,
		...(Object.hasOwn(order, 'phone') ? { phone: order.phone } : {}),
		customer: {
			admin_graphql_api_id: at(order, 'customer', 'id'),
			id: at(order, 'customer', 'legacyResourceId'),
			first_name: at(order, 'customer', 'firstName'),
			phone: at(order, 'customer', 'defaultPhoneNumber', 'phoneNumber') ?? at(order, 'customer', 'phone'),
			default_address: address(at(order, 'customer', 'defaultAddress')),
		},
		shipping_address: address(order.shippingAddress),
		billing_address: address(order.billingAddress),
		customer_locale: order.customerLocale,
		current_total_price_set: { presentment_money: { amount: money.amount, currency_code: money.currencyCode } },
		line_items: nodesOf(order.lineItems),
		order_status_url: order.statusPageUrl,
		updated_at: order.updatedAt ?? order.createdAt,
		cancelled_at: order.cancelledAt,
		cancel_reason: wordOf(order.cancelReason),
		financial_status: wordOf(order.displayFinancialStatus),
		fulfillment_status: fulfilled === 'partially_fulfilled' ? 'partial' : fulfilled,
		test: order.test,
		fulfillments: listOf(order.fulfillments).map((fulfillment) => {
			const tracking = listOf(field(fulfillment, 'trackingInfo'));
			return {
				status: field(fulfillment, 'status'),
				shipment_status: field(fulfillment, 'displayStatus'),
				estimated_delivery_at: field(fulfillment, 'estimatedDeliveryAt'),
				updated_at: field(fulfillment, 'updatedAt'),
				tracking_company: field(tracking[0], 'company'),
				tracking_numbers: tracking.map((info) => field(info, 'number')),
				tracking_urls: tracking.map((info) => field(info, 'url')),
			};
		}),
	};
}

/** The entries of a connection, in either of the two ways to query it. */
const nodesOf = (connection: unknown) => [
	...listOf(field(connection, 'nodes')),
	...listOf(field(connection, 'edges')).map((edge) => field(edge, 'node')),
];
