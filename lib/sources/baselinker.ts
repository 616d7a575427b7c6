// BaseLinker: the order of getOrders, the return of getOrderReturns, and the package of getOrderPackages.
// https://api.baselinker.com/index.php?method=getOrders  https://api.baselinker.com/index.php?method=getOrderPackages

import { EMPTY_EVENT, type OrderEvent } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { type Reason } from '../domain/texts/texts';
import {
	countryOf,
	entryOf,
	type Fields,
	firstNameOf,
	firstText,
	has,
	idOf,
	itemsOf,
	linkOf,
	numberOf,
	phonesOf,
	textOf,
	timeOf,
} from './read';
import { type Source } from './source';

/**
 * tracking_status, which BaseLinker makes of every courier's words. 0 is unknown, 10 a label that was cancelled.
 * https://api.baselinker.com/index.php?method=getCourierPackagesStatusHistory
 */
const TRACKING: Readonly<Record<string, { readonly stage: Stage; readonly reasonCode?: Reason }>> = {
	1: { stage: 'label_created' },
	2: { stage: 'shipped' },
	3: { stage: 'failed_attempt' },
	4: { stage: 'out_for_delivery' },
	5: { stage: 'delivered' },
	6: { stage: 'returned' },
	7: { stage: 'failed_attempt' }, // a notice was left
	8: { stage: 'ready_for_pickup' },
	9: { stage: 'exception', reasonCode: 'lost' },
	11: { stage: 'shipped' },
	12: { stage: 'exception' },
	13: { stage: 'shipped' }, // handed over abroad
};

const isPackage = (payload: Fields) => has(payload, 'courier_package_nr', 'tracking_status');
const isReturn = (payload: Fields) => has(payload, 'return_id', 'delivery_fullname');
const isOrder = (payload: Fields) =>
	has(payload, 'order_status_id', 'delivery_fullname') || has(payload, 'order_status_id', 'delivery_package_nr');

export const baselinker: Source = {
	id: 'baselinker',
	name: 'BaseLinker',
	detect: (payload) => (isOrder(payload) || isReturn(payload) || isPackage(payload) ? 0.9 : 0),
	parse: (payload) => [isPackage(payload) ? parsePackage(payload) : parseOrder(payload)],
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
				numberOf(id) === 0 ? undefined : idOf(id),
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

function parsePackage(parcel: Fields): OrderEvent {
	const number = idOf(parcel.courier_package_nr);
	const url = linkOf(parcel.tracking_url);
	const status = idOf(parcel.tracking_status);
	return {
		...EMPTY_EVENT,
		source: 'baselinker',
		fromShop: true,
		...(parcel.is_return === true ? {} : entryOf(TRACKING, status)),
		stageEvidence: `tracking_status = ${status ?? 'none'}${parcel.is_return === true ? ', a return' : ''}`,
		occurredAt: timeOf(numberOf(parcel.tracking_status_date)),
		trackings:
			number || url ? [{ number, url, company: firstText(parcel.courier_other_name, parcel.courier_code) }] : [],
		lookup:
			'A BaseLinker package names neither its order nor a phone number. Look its order up first: getOrders with the order_id that you asked for the packages of.',
	};
}
