// Easyship: webhooks {event_type, resource_type, resource_id, and the shipment}. https://developers.easyship.com/reference/webhook-1

import { EMPTY_EVENT } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { parcelLookUp } from './protocols/look-up';
import { type Meaning, parcelOf, refined } from './protocols/parcels';
import { countryOf, entryOf, type Fields, has, idOf, isFields, textOf } from './read';
import { type Source } from './source';

/**
 * https://developers.easyship.com/v2023.01/reference/shipmenttrackingstatuschanged — until a consolidation centre has sent the
 * parcel on to the customer, nothing is told.
 */
const STATUS: Readonly<Record<string, Stage | null>> = {
	'In Transit to Consolidation Center': null,
	'Arrived at Consolidation Center': null,
	'Processing at Consolidation Center': null,
	Shipped: 'shipped',
	'Shipped (No Tracking Provided)': 'shipped',
	'In Transit to Customer': 'shipped',
	'Out for Delivery': 'out_for_delivery',
	Delivered: 'delivered',
	'Failed Delivery Attempt': 'failed_attempt',
	Exception: 'exception',
	'Lost by Courier': 'exception',
	'To be returned': 'returned',
	'Delivery Expected (End of Updates)': null,
	'No Recent Tracking Updates': null,
	Liquidated: null,
	Uncancelled: null,
};

const CAUSE: Readonly<Record<string, Meaning>> = { 'Lost by Courier': { reason: 'lost' } };

const TRACKING_EVENTS = new Set(['shipment.tracking.status.changed', 'shipment.tracking.checkpoints.created']);

/** "tracking_status" and "shipment" in the documentation, "data" in what is sent. */
const shipmentIn = (payload: Fields): Fields | undefined =>
	[payload.data, payload.tracking_status, payload.shipment].find(
		(inner): inner is Fields => isFields(inner) && has(inner, 'easyship_shipment_id'),
	);

export const easyship: Source = {
	id: 'easyship',
	name: 'Easyship',
	detect: (payload) => (has(payload, 'event_type') && shipmentIn(payload) ? 1 : 0),
	parse(payload, context) {
		const shipment = shipmentIn(payload) ?? {};
		const event = textOf(payload.event_type);
		return [
			{
				...EMPTY_EVENT,
				source: 'easyship',
				topic: context.topic ?? event,
				...readingOf(event ?? 'none', textOf(shipment.status)),
				orderNumber: idOf(shipment.platform_order_number) ?? idOf(shipment.company_order_number),
				country: countryOf(shipment.destination),
				trackings: parcelOf(shipment.tracking_number, shipment.tracking_page_url),
				...parcelLookUp('Easyship'),
			},
		];
	},
};

/** A label that was made with "success" is a label, no more; a cancelled shipment is no word about the order. */
function readingOf(event: string, status: string | undefined) {
	const evidence = `event_type = ${event}, status = ${status ?? 'none'}`;
	if (TRACKING_EVENTS.has(event)) return refined(entryOf(STATUS, status), entryOf(CAUSE, status), evidence);
	return refined(event === 'shipment.label.created' && status === 'success' ? 'label_created' : null, undefined, evidence);
}
