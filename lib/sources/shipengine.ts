// ShipEngine and ShipStation: tracking webhooks of API v2 {resource_url, resource_type, data}, which bring all they know; those of
// ShipStation's API v1, which only say where to look; and the shipments that are found there.
// https://docs.shipstation.com/apis/shipengine/docs/reference/webhooks-schemas  https://www.shipstation.com/docs/api/models/webhook/

import { EMPTY_EVENT, type OrderEvent } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { orderLookUp, parcelLookUp } from './protocols/look-up';
import { etaIn, type Meaning, parcelOf, reasonIn, refined } from './protocols/parcels';
import {
	countryOf,
	entryOf,
	field,
	type Fields,
	fieldsOf,
	firstNameOf,
	has,
	idOf,
	linkOf,
	phoneReader,
	phonesOf,
	textOf,
} from './read';
import { type Source } from './source';

/** https://github.com/ShipEngine/shipengine-openapi/blob/master/openapi.yaml (status_code) */
const STATUS: Readonly<Record<string, Stage | null>> = {
	UN: null,
	NY: 'label_created',
	AC: 'shipped',
	IT: 'shipped',
	AT: 'failed_attempt',
	SP: 'ready_for_pickup',
	DE: 'delivered',
	EX: 'exception',
};

/** Only what says more than its status; under any other status a code is left over. The same file (status_detail_code). */
const DETAIL: Readonly<Record<string, Readonly<Record<string, Meaning>>>> = {
	IT: {
		OUT_FOR_DELIVERY: { stage: 'out_for_delivery' },
		AWAITING_COLLECTION_FROM_PICKUP_POINT: { stage: 'ready_for_pickup' },
		COLLECT_AT_LOCAL_PO: { stage: 'ready_for_pickup' },
		CUSTOMER_TO_COLLECT_FROM_CARRIER: { stage: 'ready_for_pickup' },
		DELIVERED_TO_PICKUP_POINT: { stage: 'ready_for_pickup' },
	},
	AT: {
		NO_ACCESS_TO_RECIPIENTS_ADDRESS: { reason: 'address' },
		REFUSED_BY_CUSTOMER: { reason: 'refused' },
	},
	// "delivered" to where the customer still has to go
	DE: { DELIVERED_TO_PICKUP_POINT: { stage: 'ready_for_pickup' } },
	EX: {
		ADDRESS_QUERY: { stage: 'delayed', reason: 'address' },
		CARRIER_DELAYS: { stage: 'delayed', reason: 'carrier_delay' },
		MISROUTED: { stage: 'delayed', reason: 'carrier_delay' },
		DELAYED_NOT_CARRIER: { stage: 'delayed' },
		HELD_BY_CARRIER: { stage: 'delayed' },
		HELD_BY_CUSTOMS: { stage: 'delayed', reason: 'customs' },
		COD_AMOUNT_NOT_PAID: { stage: 'delayed', reason: 'payment_due' },
		DUTY_NOT_PAID: { stage: 'delayed', reason: 'payment_due' },
		CUSTOMER_MOVED: { reason: 'address' },
		REFUSED_BY_CUSTOMER: { reason: 'refused' },
		NOT_COLLECTED_FROM_PICKUP_POINT: { reason: 'not_collected' },
		PARCEL_DAMAGED: { reason: 'damaged' },
		PARCEL_LOST: { reason: 'lost' },
		RETURN_TO_SENDER: { stage: 'returned' },
		UNDELIVERABLE_RETURNED_TO_SENDER: { stage: 'returned' },
		// no word about the order, no news of the parcel
		CANCELLED: { stage: null },
		TRACKING_EXPIRED: { stage: null },
	},
};

/** https://www.shipstation.com/docs/api/models/webhook/ — new orders may still have to be paid: which, only the look-up tells. */
const RESOURCE: Readonly<Record<string, Stage | null>> = {
	SHIP_NOTIFY: 'shipped',
	ITEM_SHIP_NOTIFY: 'shipped',
	FULFILLMENT_SHIPPED: 'shipped',
	ORDER_NOTIFY: null,
	ITEM_ORDER_NOTIFY: null,
	FULFILLMENT_REJECTED: null,
};

const isTracking = (payload: Fields) => has(payload, 'tracking_number', 'status_code', 'status_description');

const isWebhook = (payload: Fields) => has(payload, 'resource_url', 'resource_type');

const isShipment = (payload: Fields) =>
	has(payload, 'orderNumber', 'trackingNumber', 'shipTo') &&
	(has(payload, 'shipmentId') || has(payload, 'fulfillmentId'));

export const shipengine: Source = {
	id: 'shipengine',
	name: 'ShipEngine / ShipStation',
	detect: (payload) => (isWebhook(payload) ? 1 : isTracking(payload) || isShipment(payload) ? 0.9 : 0),
	parse(payload, context) {
		const topic = context.topic ?? textOf(payload.resource_type);
		return [{ ...parsed(payload), topic }];
	},
};

function parsed(payload: Fields): OrderEvent {
	if (!isWebhook(payload)) return isTracking(payload) ? parseTracking(payload) : parseShipment(payload);
	const data = fieldsOf(payload.data);
	return has(data, 'tracking_number') ? parseTracking(data) : parseThin(payload);
}

function parseTracking(tracking: Fields): OrderEvent {
	const status = textOf(tracking.status_code);
	const detail = textOf(tracking.status_detail_code);
	const reading = refined(
		entryOf(STATUS, status),
		entryOf(entryOf(DETAIL, status) ?? {}, detail),
		`status_code = ${status ?? 'none'}${detail ? `, status_detail_code = ${detail}` : ''}`,
	);
	return {
		...EMPTY_EVENT,
		source: 'shipengine',
		...reading,
		trackings: parcelOf(tracking.tracking_number, tracking.tracking_url, tracking.carrier_code),
		eta: etaIn(reading.stage, tracking.estimated_delivery_date),
		reason: reasonIn(reading.stage, tracking.exception_description, tracking.carrier_status_description),
		...parcelLookUp('ShipEngine'),
	};
}

function parseThin(payload: Fields): OrderEvent {
	const resource = textOf(payload.resource_type);
	const url = linkOf(payload.resource_url);
	const { pathname = '/shipments', search = '' } = url ? new URL(url) : {};
	return {
		...EMPTY_EVENT,
		source: 'shipengine',
		stage: entryOf(RESOURCE, resource) ?? null,
		stageEvidence: `resource_type = ${resource ?? 'none'}`,
		...orderLookUp('ShipStation', `${pathname}${search}`),
	};
}

const phoneOf = phoneReader({ phone: 'phone', country: 'country', fullName: 'name' });

/** A shipment that was found by a webhook's resource_url: that there is one is the news. */
function parseShipment(shipment: Fields): OrderEvent {
	const shipTo = fieldsOf(shipment.shipTo);
	const phones = phonesOf([phoneOf('shipTo', shipTo)]);
	const undone = ['voided', 'isReturnLabel'].find((name) => field(shipment, name) === true);
	return {
		...EMPTY_EVENT,
		source: 'shipengine',
		stage: undone ? null : 'shipped',
		stageEvidence: undone ?? 'a shipment',
		orderNumber: idOf(shipment.orderNumber),
		firstName: firstNameOf(shipTo.name),
		phones,
		country: countryOf(shipTo.country),
		trackings: parcelOf(shipment.trackingNumber, undefined, shipment.carrierCode),
		...(phones.length > 0 ? {} : parcelLookUp('ShipStation')),
	};
}
