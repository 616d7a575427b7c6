// What has to be looked up where an event carries no phone number.

import { type OrderEvent } from '../../domain/order-event';

type LookUp = Required<Pick<OrderEvent, 'lookup'>> & Pick<OrderEvent, 'lookupPath'>;

/**
 * A shop's thin event: the order has to be fetched.
 *
 * @param path of the call under the base URL of the shop's API; with a {name} in it where the event does not say which id,
 *   so that nobody but a reader can make the call.
 * @param further what else belongs to the call: a part of a sentence, or further calls.
 */
export const orderLookUp = (shop: string, path: string, further = ''): LookUp => ({
	lookup: `This ${shop} event carries no phone number. Look the order up first: GET ${path}${further}, or let this node see the order's own events before: it remembers them.`,
	lookupPath: path.includes('{') ? undefined : path,
});

/** A tracker's event: who waits for the parcel, only the shop knows. */
export const parcelLookUp = (tracker: string): LookUp => ({
	lookup: `${tracker} knows no phone number for this parcel. Look its order up in the shop first (e.g. Shopify or WooCommerce node, Order → Get), or let this node see the shop's own events before: it remembers them.`,
});
