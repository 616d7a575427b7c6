// BaseLinker: the order of getOrders, and the return of getOrderReturns.
// https://api.baselinker.com/index.php?method=getOrders

import { EMPTY_EVENT, type OrderEvent } from '../domain/order-event';
import {
	countryOf,
	type Fields,
	firstNameOf,
	firstText,
	has,
	idOf,
	itemsOf,
	linkOf,
	phonesOf,
	textOf,
	timeOf,
} from './read';
import { type Source } from './source';

const isReturn = (payload: Fields) => has(payload, 'return_id', 'delivery_fullname');
const isOrder = (payload: Fields) =>
	has(payload, 'order_status_id', 'delivery_fullname') || has(payload, 'order_status_id', 'delivery_package_nr');

export const baselinker: Source = {
	id: 'baselinker',
	name: 'BaseLinker',
	detect: (payload) => (isOrder(payload) || isReturn(payload) ? 0.9 : 0),
	parse: (payload) => [parseOrder(payload)],
};

/** Every account names its statuses itself and numbers them as they come, so no number means anything here. */
function parseOrder(order: Fields): OrderEvent {
	const country = countryOf(order.delivery_country_code, order.invoice_country_code);
	const number = idOf(order.delivery_package_nr);
	const firstName = firstNameOf(order.delivery_fullname, order.invoice_fullname);
	const status = idOf(order.order_status_id);
	return {
		...EMPTY_EVENT,
		source: 'baselinker',
		fromShop: true,
		stageEvidence: isReturn(order)
			? 'a return'
			: `order_status_id = ${status ?? 'none'}, which is your account's own: set Order Data to "Mapped Fields" and choose the stage by it`,
		occurredAt: timeOf(order.date_in_status) ?? timeOf(order.date_confirmed),
		// what the customer knows is the shop's number; 0 and "" stand for none
		orderNumber: firstText(
			...[order.external_order_id, order.shop_order_id, order.order_id].map((id) =>
				Number(id) === 0 ? undefined : idOf(id),
			),
		),
		orderId: idOf(order.order_id),
		firstName,
		phones: phonesOf([{ path: 'phone', raw: order.phone, country, firstName }]),
		country,
		currency: textOf(order.currency),
		items: itemsOf(order.products, 'name'),
		orderUrl: linkOf(order.order_page),
		trackings: number ? [{ number, company: textOf(order.delivery_package_module) }] : [],
	};
}
