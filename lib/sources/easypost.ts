// EasyPost: events {object: "Event", description, result}, and the Tracker of its API.
// https://docs.easypost.com/docs/events  https://docs.easypost.com/docs/trackers

import { EMPTY_EVENT, type OrderEvent } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { parcelLookUp } from './protocols/look-up';
import { etaIn, type Meaning, parcelOf, refined } from './protocols/parcels';
import { at, countryOf, entryOf, type Fields, has, isFields, textOf, timeOf } from './read';
import { type Source } from './source';

/** https://docs.easypost.com/docs/trackers (status) */
const STATUS: Readonly<Record<string, Stage | null>> = {
	unknown: null,
	pre_transit: 'label_created',
	in_transit: 'shipped',
	out_for_delivery: 'out_for_delivery',
	delivered: 'delivered',
	available_for_pickup: 'ready_for_pickup',
	return_to_sender: 'returned',
	failure: 'exception',
	cancelled: 'cancelled',
	error: null,
};

/** What is wrong, of a parcel whose status is one of {@link REFINED}. https://docs.easypost.com/docs/trackers (status_detail) */
const DETAIL: Readonly<Record<string, Meaning>> = {
	delayed: { stage: 'delayed' },
	weather_delay: { stage: 'delayed', reason: 'weather' },
	held: { stage: 'delayed' },
	lost: { stage: 'exception', reason: 'lost' },
	damaged: { stage: 'exception', reason: 'damaged' },
	refused: { stage: 'exception', reason: 'refused' },
	return: { stage: 'returned' },
};

const REFINED = new Set(['in_transit', 'failure']);

/** Why, of a parcel that failed or goes back. */
const CAUSE: Readonly<Record<string, Meaning>> = {
	refused: { reason: 'refused' },
	damaged: { reason: 'damaged' },
	address_correction: { reason: 'address' },
};

/** https://docs.easypost.com/docs/events (description); the others of a tracker tell nothing about its parcel. */
const EVENTS = new Set(['tracker.created', 'tracker.updated']);

const isTracker = (value: unknown): value is Fields => isFields(value) && has(value, 'tracking_code', 'tracking_details');

const isEvent = (payload: Fields) =>
	has(payload, 'description', 'result') && (has(payload, 'previous_attributes') || has(payload, 'pending_urls'));

export const easypost: Source = {
	id: 'easypost',
	name: 'EasyPost',
	detect: (payload) => (isEvent(payload) ? 1 : isTracker(payload) ? 0.9 : 0),
	parse(payload, context) {
		if (!isEvent(payload)) return [{ ...parseTracker(payload), topic: context.topic }];
		const description = textOf(payload.description) ?? '';
		const said = `description = ${description || 'none'}`;
		const event: OrderEvent = isTracker(payload.result)
			? parseTracker(payload.result)
			: { ...EMPTY_EVENT, source: 'easypost', stageEvidence: said, ...parcelLookUp('EasyPost') };
		return [
			{
				...event,
				...(EVENTS.has(description) ? {} : { stage: null, stageEvidence: said }),
				topic: context.topic ?? (description || undefined),
				eventId: textOf(payload.id),
				occurredAt: event.occurredAt ?? timeOf(payload.created_at),
			},
		];
	},
};

function parseTracker(tracker: Fields): OrderEvent {
	const reading = readingOf(tracker);
	return {
		...EMPTY_EVENT,
		source: 'easypost',
		...reading,
		occurredAt: timeOf(tracker.updated_at),
		country: countryOf(at(tracker, 'carrier_detail', 'destination_tracking_location', 'country')),
		trackings: parcelOf(tracker.tracking_code, tracker.public_url, tracker.carrier),
		eta: etaIn(
			reading.stage,
			tracker.est_delivery_date,
			at(tracker, 'carrier_detail', 'est_delivery_date_local'),
		),
		test: tracker.mode === 'test',
		...parcelLookUp('EasyPost'),
	};
}

function readingOf(tracker: Fields) {
	// on its way from the customer to the shop
	if (tracker.is_return === true) return { stage: null, stageEvidence: 'is_return' };
	const status = textOf(tracker.status);
	const detail = textOf(tracker.status_detail);
	const meaning =
		(REFINED.has(status ?? '') ? entryOf(DETAIL, detail) : undefined) ??
		(status === 'failure' || status === 'return_to_sender' ? entryOf(CAUSE, detail) : undefined);
	const evidence = `status = ${status ?? 'none'}${detail ? `, status_detail = ${detail}` : ''}`;
	return refined(entryOf(STATUS, status), meaning, evidence);
}
