// Karrio: webhooks {event, data} about trackers and shipments, and the same objects of its API.
// https://www.karrio.io/docs/products/webhooks  https://docs.karrio.io/reference/api

import { EMPTY_EVENT, type OrderEvent } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { parcelLookUp } from './protocols/look-up';
import { etaIn, parcelOf, refined } from './protocols/parcels';
import {
	at,
	countryOf,
	entryOf,
	type Fields,
	firstNameOf,
	has,
	idOf,
	isFields,
	phoneReader,
	phonesOf,
	textOf,
	timeOf,
} from './read';
import { type Source } from './source';

/** https://github.com/karrioapi/karrio/blob/main/modules/core/karrio/server/core/serializers.py (TrackerStatus) */
const TRACKER: Readonly<Record<string, Stage | null>> = {
	pending: 'label_created',
	unknown: null,
	picked_up: 'shipped',
	in_transit: 'shipped',
	on_hold: 'delayed',
	delivery_delayed: 'delayed',
	out_for_delivery: 'out_for_delivery',
	ready_for_pickup: 'ready_for_pickup',
	delivered: 'delivered',
	delivery_failed: 'failed_attempt',
	return_to_sender: 'returned',
	cancelled: 'cancelled',
};

/** The same file (ShipmentStatus). A cancelled shipment is a label that is not used: no word about the order. */
const SHIPMENT: Readonly<Record<string, Stage | null>> = {
	draft: null,
	created: 'label_created',
	cancelled: null,
	shipped: 'shipped',
	in_transit: 'shipped',
	out_for_delivery: 'out_for_delivery',
	delivered: 'delivered',
	needs_attention: 'exception',
	delivery_failed: 'failed_attempt',
};

/** What all its parcels have; only shipments have a recipient and a service. */
const isParcel = (value: unknown): value is Fields =>
	isFields(value) && has(value, 'tracking_number', 'status', 'test_mode');

const isShipment = (parcel: Fields) => isFields(parcel.recipient);

const isWebhook = (payload: Fields) => has(payload, 'event') && isParcel(payload.data);

export const karrio: Source = {
	id: 'karrio',
	name: 'Karrio',
	detect: (payload) => (isWebhook(payload) ? 1 : isParcel(payload) ? 0.8 : 0),
	parse(payload, context) {
		const parcel = isWebhook(payload) ? (payload.data as Fields) : payload;
		const event = isShipment(parcel) ? parseShipment(parcel) : parseTracker(parcel);
		if (!isWebhook(payload)) return [{ ...event, topic: context.topic }];
		const name = textOf(payload.event);
		const isOfParcel = /^(tracker|shipment)_\w+$/.test(name ?? '');
		return [
			{
				...event,
				...(isOfParcel ? {} : { stage: null, stageEvidence: `event = ${name ?? 'none'}` }),
				topic: context.topic ?? name,
			},
		];
	},
};

function parseTracker(tracker: Fields): OrderEvent {
	const { info } = tracker;
	const status = textOf(tracker.status);
	const reading = refined(entryOf(TRACKER, status), undefined, `status = ${status ?? 'none'}`);
	return {
		...EMPTY_EVENT,
		source: 'karrio',
		...reading,
		occurredAt: timeOf(tracker.updated_at),
		orderNumber: idOf(at(info, 'order_id')),
		firstName: firstNameOf(at(info, 'customer_name')),
		country: countryOf(at(info, 'shipment_destination_country')),
		trackings: parcelOf(tracker.tracking_number, at(info, 'carrier_tracking_link'), tracker.carrier_name),
		eta: etaIn(reading.stage, tracker.estimated_delivery, at(info, 'expected_delivery')),
		test: tracker.test_mode === true,
		...parcelLookUp('Karrio'),
	};
}

const phoneOf = phoneReader({ phone: 'phone_number', country: 'country_code', fullName: 'person_name' });

function parseShipment(shipment: Fields): OrderEvent {
	const status = textOf(shipment.status);
	const reading = refined(
		shipment.is_return === true ? null : entryOf(SHIPMENT, status),
		undefined,
		`status = ${status ?? 'none'}${shipment.is_return === true ? ', is_return' : ''}`,
	);
	const phones = phonesOf([phoneOf('recipient', shipment.recipient)]);
	return {
		...EMPTY_EVENT,
		source: 'karrio',
		...reading,
		occurredAt: timeOf(shipment.updated_at),
		orderNumber: idOf(at(shipment, 'order_id')) ?? idOf(shipment.reference),
		firstName: firstNameOf(at(shipment, 'recipient', 'person_name')),
		phones,
		country: countryOf(at(shipment, 'recipient', 'country_code')),
		trackings: parcelOf(shipment.tracking_number, undefined, shipment.carrier_name),
		test: shipment.test_mode === true,
		...(phones.length > 0 ? {} : parcelLookUp('Karrio')),
	};
}
