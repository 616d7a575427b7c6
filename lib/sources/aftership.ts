// AfterShip Tracking: webhooks {event, event_id, msg} and API answers {meta, data: {tracking}} or {meta, data}.
// https://www.aftership.com/docs/tracking/webhook/webhook-specifications

import { EMPTY_EVENT, type OrderEvent } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { type Reason } from '../domain/texts/texts';
import {
	at,
	countryOf,
	entryOf,
	field,
	type Fields,
	fieldsOf,
	firstNameOf,
	firstText,
	idOf,
	isFields,
	languageOf,
	linkOf,
	listOf,
	phonesOf,
	textOf,
	timeOf,
} from './read';
import { parcelLookUp } from './protocols/look-up';
import { type Source } from './source';

/** https://www.aftership.com/docs/tracking/enum/delivery-statuses — "Expired" is 30 days without news: nothing to tell. */
const TAG: Readonly<Record<string, Stage | null>> = {
	Pending: 'label_created',
	InfoReceived: 'label_created',
	InTransit: 'shipped',
	OutForDelivery: 'out_for_delivery',
	AttemptFail: 'failed_attempt',
	AvailableForPickup: 'ready_for_pickup',
	Delivered: 'delivered',
	Exception: 'exception',
	Expired: null,
};

/** https://www.aftership.com/docs/tracking/webhook/webhook-specifications */
const EVENTS: ReadonlySet<string | undefined> = new Set(['tracking_update', 'edd_revise', 'tracking_pending_time']);

interface Meaning {
	readonly stage?: Stage | null;
	readonly reason?: Reason;
}

/**
 * Only the codes that say more than their tag. https://www.aftership.com/docs/tracking/enum/delivery-sub-statuses
 * Exception_016 and up are of March 2026: https://support.aftership.com/en/article/learn-about-delivery-sub-statuses-1b0hdlx/
 */
const SUBTAG: Readonly<Record<string, Meaning>> = {
	// the customer was called, or a day was agreed: the parcel is not on the van yet
	OutForDelivery_003: { stage: 'shipped' },
	OutForDelivery_004: { stage: 'shipped' },
	AttemptFail_002: { reason: 'nobody_home' },
	AttemptFail_003: { reason: 'closed' },
	Exception_002: { reason: 'address' },
	Exception_003: { reason: 'refused' },
	Exception_004: { stage: 'delayed', reason: 'customs' },
	Exception_005: { stage: 'delayed', reason: 'carrier_delay' },
	Exception_006: { stage: 'delayed', reason: 'payment_due' },
	Exception_007: { stage: 'delayed', reason: 'address' },
	Exception_008: { reason: 'not_collected' },
	Exception_010: { stage: 'returned' },
	Exception_011: { stage: 'returned' },
	Exception_012: { reason: 'damaged' },
	Exception_013: { reason: 'lost' },
	Exception_016: { stage: 'delayed', reason: 'carrier_delay' },
	Exception_017: { stage: 'delayed', reason: 'weather' },
	Exception_018: { reason: 'customs' },
	Exception_019: { stage: 'delayed', reason: 'carrier_delay' },
	// voided by the sender or carrier; that is no word about the order
	Exception_020: { stage: null },
};

/** https://www.aftership.com/docs/tracking/enum/edd-revise-reasons */
const REVISE_REASON: Readonly<Record<string, Reason>> = {
	extreme_weather: 'weather',
	heavy_rain: 'weather',
	extreme_cold: 'weather',
	strong_winds: 'weather',
	severe_thunderstorms: 'weather',
	carrier_processing: 'carrier_delay',
	customs_clearance: 'customs',
};

/** AfterShip Returns. Of its events, those of a request that stands. https://www.aftership.com/docs/returns/webhook/specifications */
const RETURN_REQUESTED = new Set(['return.submitted', 'return.approved', 'return.created']);

const isTracking = (value: unknown): value is Fields =>
	isFields(value) &&
	Object.hasOwn(value, 'tracking_number') &&
	Object.hasOwn(value, 'slug') &&
	(Object.hasOwn(value, 'tag') || Object.hasOwn(value, 'checkpoints'));

/** The tracking object, wherever the payload keeps it. */
const trackingIn = (payload: Fields): Fields | undefined =>
	[payload.msg, at(payload, 'data', 'tracking'), payload.data, payload.tracking, payload].find(isTracking);

const isReturnsEvent = (payload: Fields) =>
	/^return\./.test(textOf(payload.event) ?? '') &&
	isFields(payload.data) &&
	(Object.hasOwn(payload, 'version') || Object.hasOwn(payload.data, 'rma_number'));

export const aftership: Source = {
	id: 'aftership',
	name: 'AfterShip',

	detect(payload, headers) {
		if (trackingIn(payload)) return headers['aftership-hmac-sha256'] || isFields(payload.msg) ? 1 : 0.9;
		return isReturnsEvent(payload) ? 0.9 : 0;
	},

	parse(payload, context) {
		const tracking = trackingIn(payload);
		const own = textOf(payload.event);
		const topic = context.topic ?? own;
		const eventId = firstText(payload.event_id, isReturnsEvent(payload) ? payload.id : undefined);
		// what AfterShip itself calls the event decides; the answers of its API have none
		const name = own ?? (EVENTS.has(context.topic) ? context.topic : undefined);
		const event = tracking ? parseTracking(tracking, name) : parseReturn(payload);
		return [{ ...event, topic, eventId, occurredAt: timeOf(payload.ts) ?? event.occurredAt }];
	},
};

function parseTracking(tracking: Fields, event: string | undefined): OrderEvent {
	const customer = fieldsOf(listOf(tracking.customers)[0]);
	const country = countryOf(
		tracking.destination_country_iso3,
		tracking.destination_country_region,
		tracking.courier_destination_country_iso3,
		tracking.courier_destination_country_region,
	);
	const firstName = firstNameOf(tracking.customer_name, customer.name);
	const phones = phonesOf([
		...listOf(tracking.smses).map((raw) => ({ path: 'smses', raw, country, firstName })),
		// since 2025-01 in place of customer_name and smses
		...listOf(tracking.customers).map((entry) => ({
			path: 'customers.phone_number',
			raw: field(entry, 'phone_number'),
			country,
			firstName: firstNameOf(field(entry, 'name')),
		})),
		...listOf(tracking.subscribed_smses).map((raw) => ({ path: 'subscribed_smses', raw, country })),
	]);
	const reading = readingOf(tracking, event);
	return {
		...EMPTY_EVENT,
		source: 'aftership',
		...reading,
		occurredAt: timeOf(tracking.last_updated_at) ?? timeOf(tracking.updated_at),
		orderNumber:
			idOf(tracking.order_number) ?? idOf(tracking.order_id) ?? idOf(at(tracking, 'custom_fields', 'order_number')),
		firstName,
		phones,
		country,
		language: languageOf(tracking.language, customer.language),
		orderUrl: linkOf(tracking.aftership_tracking_order_url) ?? linkOf(tracking.order_id_path),
		trackings: [
			{
				number: idOf(tracking.tracking_number),
				url: linkOf(tracking.courier_tracking_link) ?? linkOf(tracking.aftership_tracking_url),
				company: textOf(tracking.slug),
			},
		].filter(({ number, url }) => number || url),
		eta: HAS_ETA.has(reading.stage) ? etaOf(tracking, event) : undefined,
		lookup: phones.length > 0 ? undefined : LOOKUP,
	};
}

const { lookup: LOOKUP } = parcelLookUp('AfterShip');

type Reading = Pick<OrderEvent, 'stage' | 'stageEvidence' | 'reason' | 'reasonCode'>;

function readingOf(tracking: Fields, event: string | undefined): Reading {
	const tag = textOf(tracking.tag) ?? '';
	const subtag = textOf(tracking.subtag) ?? '';
	if (event === 'edd_revise') return revisedEstimate(tracking, tag);
	// a long wait, or an event that there was none of when this was written
	if (event !== undefined && event !== 'tracking_update') return { stage: null, stageEvidence: `event = ${event}` };
	// the subtag refines its own tag; where the two disagree, the tag is the newer word
	const meaning: Meaning = (subtag.startsWith(`${tag}_`) && entryOf(SUBTAG, subtag)) || {};
	const stage = meaning.stage === undefined ? (entryOf(TAG, tag) ?? null) : meaning.stage;
	const stageEvidence = `tag = ${tag || 'none'}${subtag ? `, subtag = ${subtag}` : ''}`;
	const why = tag === 'Exception' || tag === 'AttemptFail' ? textOf(tracking.subtag_message) : undefined;
	const reading = { stage, stageEvidence, reason: why, reasonCode: meaning.reason };
	// "delivered" of a parcel that went back is delivered to the shop
	const isGoingBack = tracking.return_to_sender === true && stage !== null && stage !== 'label_created';
	return isGoingBack ? { ...reading, stage: 'returned', stageEvidence: `return_to_sender, ${stageEvidence}` } : reading;
}

/** Tags in which a new estimate is no news: the parcel is there, or lost sight of. */
const WITHOUT_ESTIMATE: ReadonlySet<string> = new Set(['Delivered', 'AvailableForPickup', 'Expired']);

/** A new estimate is news only when it is later than the one before, or when nothing tells which of them is later. */
function revisedEstimate(tracking: Fields, tag: string): Reading {
	if (WITHOUT_ESTIMATE.has(tag)) return { stage: null, stageEvidence: `event = edd_revise, tag = ${tag}` };
	// when it is back at the shop is the shop's business
	if (tracking.return_to_sender === true) return { stage: null, stageEvidence: 'event = edd_revise, return_to_sender' };
	const before = dayOf(estimateIn(tracking.first_estimated_delivery) ?? tracking.order_promised_delivery_date);
	const after = dayOf(etaOf(tracking, 'edd_revise'));
	if (before && after && after <= before) {
		return { stage: null, stageEvidence: `event = edd_revise, not later than ${before}` };
	}
	const reason = firstText(
		at(tracking, 'latest_estimated_delivery', 'revise_reason'),
		at(tracking, 'aftership_estimated_delivery_date', 'revise_reason'),
	);
	const reasonCode = entryOf(REVISE_REASON, reason);
	return { stage: 'delayed', stageEvidence: 'event = edd_revise', reason, reasonCode };
}

/** The last day that a date, or a range of dates, names. */
const dayOf = (value: unknown): string | undefined =>
	textOf(value)
		?.match(/\d{4}-\d{2}-\d{2}/g)
		?.at(-1);

/** Stages in which an estimate still means something; trackings keep the last one for ever. */
const HAS_ETA: ReadonlySet<Stage | null> = new Set([
	'label_created',
	'shipped',
	'out_for_delivery',
	'delayed',
	'failed_attempt',
	'exception',
] as const);

/** One of AfterShip's estimates: a day, or a range of days whose end is the safe thing to say. */
const estimateIn = (block: unknown): string | undefined =>
	firstText(
		field(block, 'datetime'),
		field(block, 'estimated_delivery_date'),
		field(block, 'datetime_max'),
		field(block, 'estimated_delivery_date_max'),
	);

function etaOf(tracking: Fields, event: string | undefined): string | undefined {
	const latest = estimateIn(tracking.latest_estimated_delivery);
	if (event === 'edd_revise' && latest) return latest; // it is what was revised
	return (
		estimateIn(tracking.aftership_estimated_delivery_date) ??
		latest ??
		estimateIn(tracking.courier_estimated_delivery_date) ??
		estimateIn(tracking.custom_estimated_delivery_date) ??
		textOf(tracking.expected_delivery)
	);
}

/** The customer asked to send something back. No parcel of the order has come back yet. */
function parseReturn(payload: Fields): OrderEvent {
	const event = textOf(payload.event) ?? '';
	return {
		...EMPTY_EVENT,
		source: 'aftership',
		stage: RETURN_REQUESTED.has(event) ? 'return_requested' : null,
		stageEvidence: `event = ${event}`,
		occurredAt: timeOf(payload.created_at),
		orderNumber: firstText(at(payload, 'data', 'order', 'order_number'), at(payload, 'data', 'order_number')),
		lookup: LOOKUP,
	};
}
