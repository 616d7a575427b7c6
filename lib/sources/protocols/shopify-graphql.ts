import { at, countryOf, field, type Fields, fieldsOf, listOf, textOf } from '../read';

/**
 * A GraphQL order in the words of a REST one, as far as the caller's query selected its fields.
 * https://shopify.dev/docs/api/admin-graphql/latest/objects/Order
 */
export function restFromGraphql(order: Fields): Fields {
	const lower = (value: unknown) => textOf(value)?.toLowerCase();
	const address = (block: unknown) => ({
		first_name: field(block, 'firstName'),
		phone: field(block, 'phone'),
		country_code: countryOf(field(block, 'countryCodeV2'), field(block, 'countryCode')),
	});
	const money = fieldsOf(
		at(order, 'currentTotalPriceSet', 'presentmentMoney') ?? at(order, 'totalPriceSet', 'presentmentMoney'),
	);
	const fulfilled = lower(order.displayFulfillmentStatus);
	return {
		admin_graphql_api_id: order.id,
		name: order.name,
		phone: order.phone,
		customer: {
			first_name: at(order, 'customer', 'firstName'),
			phone: at(order, 'customer', 'defaultPhoneNumber', 'phoneNumber') ?? at(order, 'customer', 'phone'),
			default_address: address(at(order, 'customer', 'defaultAddress')),
		},
		shipping_address: address(order.shippingAddress),
		billing_address: address(order.billingAddress),
		customer_locale: order.customerLocale,
		current_total_price_set: { presentment_money: { amount: money.amount, currency_code: money.currencyCode } },
		line_items: listOf(at(order, 'lineItems', 'nodes')),
		order_status_url: order.statusPageUrl,
		updated_at: order.updatedAt ?? order.createdAt,
		cancelled_at: order.cancelledAt,
		cancel_reason: lower(order.cancelReason),
		financial_status: lower(order.displayFinancialStatus),
		fulfillment_status: fulfilled === 'partially_fulfilled' ? 'partial' : fulfilled,
		test: order.test,
		fulfillments: listOf(order.fulfillments).map((fulfillment) => ({
			status: lower(field(fulfillment, 'status')),
			shipment_status: lower(field(fulfillment, 'displayStatus')),
			estimated_delivery_at: field(fulfillment, 'estimatedDeliveryAt'),
			tracking_company: field(listOf(field(fulfillment, 'trackingInfo'))[0], 'company'),
			tracking_numbers: listOf(field(fulfillment, 'trackingInfo')).map((info) => field(info, 'number')),
			tracking_urls: listOf(field(fulfillment, 'trackingInfo')).map((info) => field(info, 'url')),
		})),
	};
}
