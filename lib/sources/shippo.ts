// Shippo: the webhook track_updated {event, data}, and the tracks of its API.
// https://docs.goshippo.com/docs/tracking/webhooks  https://docs.goshippo.com/docs/tracking/tracking

import { EMPTY_EVENT, type OrderEvent } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { parcelLookUp } from './protocols/look-up';
import { etaIn, type Meaning, orderNumberIn, parcelOf, reasonIn, refined } from './protocols/parcels';
import { at, countryOf, entryOf, type Fields, has, isFields, textOf, timeOf } from './read';
import { type Source } from './source';

/** https://github.com/goshippo/shippo-javascript-sdk/blob/main/docs/models/components/trackingstatusenum.md */
const STATUS: Readonly<Record<string, Stage | null>> = {
	UNKNOWN: null,
	PRE_TRANSIT: 'label_created',
	TRANSIT: 'shipped',
	DELIVERED: 'delivered',
	RETURNED: 'returned',
	FAILURE: 'exception',
};

/** Only what says more than its status; under any other status a code is left over. https://docs.goshippo.com/docs/tracking/tracking */
const SUBSTATUS: Readonly<Record<string, Readonly<Record<string, Meaning>>>> = {
	TRANSIT: {
		out_for_delivery: { stage: 'out_for_delivery' },
		pickup_available: { stage: 'ready_for_pickup' },
		delivery_attempted: { stage: 'failed_attempt' },
		notice_left: { stage: 'failed_attempt' },
		location_inaccessible: { stage: 'failed_attempt' },
		delayed: { stage: 'delayed' },
		package_held: { stage: 'delayed' },
		address_issue: { stage: 'delayed', reason: 'address' },
		package_damaged: { stage: 'exception', reason: 'damaged' },
	},
	RETURNED: { package_unclaimed: { reason: 'not_collected' } },
	FAILURE: { package_lost: { reason: 'lost' } },
};

/** A label of Shippo's has a tracking_status too, which is a word. */
const isTrack = (value: unknown): value is Fields =>
	isFields(value) &&
	has(value, 'tracking_number', 'tracking_status') &&
	(isFields(value.tracking_status) || has(value, 'tracking_history'));

const isWebhook = (payload: Fields) => has(payload, 'event') && isTrack(payload.data);

export const shippo: Source = {
	id: 'shippo',
	name: 'Shippo',
	detect: (payload) => (isWebhook(payload) ? 1 : isTrack(payload) ? 0.9 : 0),
	parse(payload, context) {
		if (!isWebhook(payload)) return [{ ...parseTrack(payload), topic: context.topic }];
		const name = textOf(payload.event);
		const track = parseTrack(payload.data as Fields);
		return [
			{
				...track,
				...(name === 'track_updated' ? {} : { stage: null, stageEvidence: `event = ${name ?? 'none'}` }),
				topic: context.topic ?? name,
				test: track.test || payload.test === true,
			},
		];
	},
};

function parseTrack(track: Fields): OrderEvent {
	const reading = readingOf(track.tracking_status);
	return {
		...EMPTY_EVENT,
		source: 'shippo',
		...reading,
		occurredAt: timeOf(at(track, 'tracking_status', 'status_date')),
		orderNumber: orderNumberIn(track.metadata),
		country: countryOf(at(track, 'address_to', 'country')),
		trackings: parcelOf(track.tracking_number, undefined, track.carrier),
		eta: etaIn(reading.stage, track.eta),
		reason: reasonIn(reading.stage, at(track, 'tracking_status', 'status_details')),
		test: track.test === true,
		...parcelLookUp('Shippo'),
	};
}

function readingOf(said: unknown) {
	const status = textOf(at(said, 'status'));
	const code = textOf(at(said, 'substatus', 'code'));
	const meaning = entryOf(entryOf(SUBSTATUS, status) ?? {}, code);
	const evidence = `tracking_status = ${status ?? 'none'}${code ? `, substatus = ${code}` : ''}`;
	return refined(entryOf(STATUS, status), meaning, evidence);
}
