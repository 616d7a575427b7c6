// Sendcloud: the webhook parcel_status_changed {action, timestamp, parcel}, and the parcels of API v2.
// https://sendcloud.dev/api/v2/webhooks/parcel-status-changed

import { EMPTY_EVENT, type OrderEvent } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { parcelLookUp } from './protocols/look-up';
import { type Meaning, parcelOf, reasonIn, refined } from './protocols/parcels';
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

/** https://sendcloud.dev/api/v2/parcel-statuses. A cancelled label is no word about the order. */
const STATUS: Readonly<Record<string, Stage | null>> = {
	1: 'label_created', // announced
	3: 'shipped',
	4: 'delayed',
	5: 'shipped',
	6: 'shipped',
	7: 'shipped',
	8: 'failed_attempt',
	11: 'delivered',
	12: 'ready_for_pickup',
	13: 'label_created', // not collected yet
	15: null, // error collecting
	22: 'shipped',
	80: 'exception', // unable to deliver
	91: 'shipped',
	92: 'out_for_delivery', // driver en route
	93: 'delivered', // collected by the customer
	94: null,
	999: null, // no label
	1000: 'label_created',
	1001: 'label_created',
	1002: null,
	1337: null,
	1998: null,
	1999: null,
	2000: null,
	2001: null,
	62989: 'shipped', // at customs
	62990: 'shipped',
	62991: 'exception',
	62992: 'returned',
	62993: null, // another method, date or address, as the customer wished or not
	62994: null,
	62995: null,
	62996: 'exception',
	62997: 'delayed', // the address has to be corrected
};

const CAUSE: Readonly<Record<string, Meaning>> = { 62991: { reason: 'refused' }, 62997: { reason: 'address' } };

const isParcel = (value: unknown): value is Fields =>
	isFields(value) &&
	has(value, 'tracking_number', 'order_number') &&
	isFields(value.status) &&
	has(value.status, 'id', 'message') &&
	isFields(value.country) &&
	has(value.country, 'iso_2');

const isWebhook = (payload: Fields) => has(payload, 'action') && isParcel(payload.parcel);

export const sendcloud: Source = {
	id: 'sendcloud',
	name: 'Sendcloud',
	detect: (payload) => (isWebhook(payload) ? 1 : isParcel(payload.parcel) || isParcel(payload) ? 0.9 : 0),
	parse(payload, context) {
		const parcel = parseParcel([payload.parcel, payload].find(isParcel) ?? {});
		if (!isWebhook(payload)) return [{ ...parcel, topic: context.topic }];
		const action = textOf(payload.action);
		return [
			{
				...parcel,
				...(action === 'parcel_status_changed' ? {} : { stage: null, stageEvidence: `action = ${action ?? 'none'}` }),
				topic: context.topic ?? action,
				occurredAt: instantOf(payload.carrier_status_change_timestamp) ?? instantOf(payload.timestamp),
			},
		];
	},
};

/** Unix time, in milliseconds by the example of the documentation. */
const instantOf = (value: unknown) => (typeof value === 'number' && value > 1e12 ? value : timeOf(value));

const phoneOf = phoneReader({ phone: 'telephone', country: '', fullName: 'name' });

function parseParcel(parcel: Fields): OrderEvent {
	const id = textOf(at(parcel, 'status', 'id'));
	const country = countryOf(at(parcel, 'country', 'iso_2'), at(parcel, 'country', 'iso_3'));
	const phones = phonesOf([phoneOf('parcel', parcel, country)]);
	// from the customer to the shop
	const isReturn = parcel.is_return === true;
	const reading = refined(
		isReturn ? null : entryOf(STATUS, id),
		isReturn ? undefined : entryOf(CAUSE, id),
		`status.id = ${id ?? 'none'}${isReturn ? ', is_return' : ''}`,
	);
	return {
		...EMPTY_EVENT,
		source: 'sendcloud',
		...reading,
		orderNumber: idOf(parcel.order_number),
		firstName: firstNameOf(parcel.name),
		phones,
		country,
		trackings: parcelOf(parcel.tracking_number, parcel.tracking_url, at(parcel, 'carrier', 'code')),
		reason: reasonIn(reading.stage, at(parcel, 'status', 'message')),
		...(phones.length > 0 ? {} : parcelLookUp('Sendcloud')),
	};
}
