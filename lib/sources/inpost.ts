// InPost ShipX: webhooks {event_ts, event, organization_id, payload: {shipment_id, status, tracking_number}}, and the shipment
// resource (GET /v1/shipments/{id}), which has the receiver's phone.
// https://dokumentacja-inpost.atlassian.net/wiki/spaces/PL/pages/18153494/Webhooks  …/18153485/Shipment

import { type OrderEvent } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { type Reason } from '../domain/texts/texts';
import { entryOf, field, type Fields, has, idOf, isFields, phoneReader, phonesOf, textOf, timeOf } from './read';
import { orderNumberIn } from './protocols/parcels';
import { carrierEvent, codes, type Meaning, readingOf } from './protocols/parcel-carrier';
import { type Source } from './source';

const means = (stage: Stage | null, list: string, reason?: Reason) => codes({ stage, reason }, list);

/**
 * GET /v1/statuses, https://dokumentacja-inpost.atlassian.net/wiki/spaces/PL/pages/18153478/Statuses. Not in it, as nothing says
 * what they mean for the customer: avizo, claimed, oversized, other, and what is stored on its way or taken out of a locker.
 */
const STATUS: Readonly<Record<string, Meaning>> = {
	...means('label_created', 'created offers_prepared offer_selected confirmed'),
	...means(
		'shipped',
		'dispatched_by_sender dispatched_by_sender_to_pok collected_from_sender taken_by_courier taken_by_courier_from_pok adopted_at_source_branch sent_from_source_branch adopted_at_sorting_center sent_from_sorting_center adopted_at_target_branch readdressed redirect_to_box canceled_redirect_to_box',
	),
	...means('out_for_delivery', 'out_for_delivery out_for_delivery_to_address'),
	...means(
		'ready_for_pickup',
		'ready_to_pickup ready_to_pickup_from_pok ready_to_pickup_from_pok_registered ready_to_pickup_from_branch pickup_reminder_sent',
	),
	// "the courier did not find the recipient at the address"
	...means('failed_attempt', 'pickup_reminder_sent_address', 'nobody_home'),
	...means('delayed', 'delay_in_delivery'),
	...means('delivered', 'delivered'),
	...means('exception', 'undelivered undelivered_no_mailbox undelivered_lack_of_access_letterbox'),
	...means(
		'exception',
		'undelivered_wrong_address undelivered_incomplete_address undelivered_unknown_receiver undelivered_not_live_address',
		'address',
	),
	...means('exception', 'undelivered_cod_cash_receiver', 'payment_due'),
	...means('exception', 'rejected_by_receiver', 'refused'),
	...means(
		'exception',
		'pickup_time_expired stack_parcel_pickup_time_expired stack_parcel_in_box_machine_pickup_time_expired',
		'not_collected',
	),
	...means('exception', 'missing', 'lost'),
	...means('returned', 'returned_to_sender'),
	...means('cancelled', 'canceled'),
};

const isWebhook = (payload: Fields) =>
	has(payload, 'event', 'organization_id', 'payload') && isFields(payload.payload) && has(payload.payload, 'shipment_id');
const isShipment = (payload: Fields) => has(payload, 'tracking_number', 'service', 'is_return');

export const inpost: Source = {
	id: 'inpost',
	name: 'InPost',
	detect: (payload) => (isWebhook(payload) ? 1 : isShipment(payload) ? 0.9 : 0),
	parse: (payload) => [isWebhook(payload) ? parseWebhook(payload) : parseShipment(payload)],
};

function parseWebhook(webhook: Fields): OrderEvent {
	const topic = textOf(webhook.event);
	const status = textOf(field(webhook.payload, 'status'));
	const meaning = topic === 'shipment_status_changed' ? entryOf(STATUS, status) : undefined;
	// the label, not the order
	const isLabel = topic === 'shipment_confirmed';
	return {
		...carrierEvent('inpost', 'InPost', {
			...readingOf(isLabel ? { stage: 'label_created' } : meaning, `event = ${topic ?? 'none'}, status = ${status ?? 'none'}`),
			occurredAt: timeOf(textOf(webhook.event_ts)?.replace(/^(\S+) (\S+) ([+-]\d\d)(\d\d)$/, '$1T$2$3:$4')),
			number: idOf(field(webhook.payload, 'tracking_number')),
		}),
		topic,
	};
}

const readReceiver = phoneReader({ phone: 'phone', country: 'country_code', firstName: 'first_name', fullName: 'name' });

function parseShipment(shipment: Fields): OrderEvent {
	const status = textOf(shipment.status);
	const { receiver } = shipment;
	const address = field(receiver, 'address');
	const { firstName, country, ...phone } = readReceiver('receiver', { ...(isFields(address) ? address : {}), ...(isFields(receiver) ? receiver : {}) });
	const phones = phonesOf([{ ...phone, firstName, country }]);
	const event = carrierEvent('inpost', 'InPost', {
		// one that the customer sends back to the shop is no news to them
		...readingOf(shipment.is_return === true ? undefined : entryOf(STATUS, status), `status = ${status ?? 'none'}`),
		occurredAt: timeOf(shipment.updated_at),
		// "additional shipment description, e.g. order or client ID"
		orderNumber: orderNumberIn(shipment.reference),
		firstName,
		country,
		number: idOf(shipment.tracking_number),
	});
	return phones.length > 0 ? { ...event, phones, lookup: undefined } : event;
}
