// AfterShip Tracking: webhooks {event, event_id, msg} and API answers {meta, data: {tracking}} or {meta, data}.
// https://www.aftership.com/docs/tracking/webhook/webhook-specifications

import { EMPTY_EVENT, type OrderEvent, type StageReading } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { type Reason } from '../domain/texts/texts';
import { alpha2OfAlpha3 } from '../vendor/countries';
import {
	at,
	countryOf,
	field,
	type Fields,
	fieldsOf,
	firstNameOf,
	firstText,
	givenNameOf,
	isFields,
	languageOf,
	linkOf,
	listOf,
	phonesOf,
	textOf,
	timeOf,
} from './read';
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

interface Meaning {
	readonly stage?: Stage | null;
	readonly reason?: Reason;
}

/** Only the codes that say more than their tag. https://www.aftership.com/docs/tracking/enum/delivery-sub-statuses */
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
	// the label was voided; that is no word about the order
	Exception_020: { stage: null },
};

/** https://www.aftership.com/docs/tracking/enum/edd-revise-reasons */
const REVISE_REASON: ReadonlyArray<readonly [RegExp, Reason]> = [
	[/weather|rain|snow|cold|wind|storm|flood|heat|fog/, 'weather'],
	[/customs/, 'customs'],
	[/carrier|processing|flight|transit/, 'carrier_delay'],
];

const isTracking = (value: unknown): value is Fields =>
	isFields(value) &&
	Object.hasOwn(value, 'tracking_number') &&
	Object.hasOwn(value, 'slug') &&
	(Object.hasOwn(value, 'tag') || Object.hasOwn(value, 'checkpoints'));

/** The tracking object, wherever the payload keeps it. */
const trackingIn = (payload: Fields): Fields | undefined =>
	[payload.msg, at(payload, 'data', 'tracking'), payload.data, payload.tracking, payload].find(isTracking);

const isReturnsEvent = (payload: Fields) =>
	/^return\./.test(textOf(payload.event) ?? '') && isFields(payload.data) && Object.hasOwn(payload, 'version');

export const aftership: Source = {
	id: 'aftership',
	name: 'AfterShip',

	detect(payload, headers) {
		if (trackingIn(payload)) return headers['aftership-hmac-sha256'] || isFields(payload.msg) ? 1 : 0.9;
		return isReturnsEvent(payload) ? 0.9 : 0;
	},

	parse(payload, context) {
		const tracking = trackingIn(payload);
		const topic = firstText(context.topic, payload.event);
		const eventId = firstText(payload.event_id, isReturnsEvent(payload) ? payload.id : undefined);
		const occurredAt = timeOf(payload.ts);
		const event = tracking ? parseTracking(tracking, topic) : parseReturn(payload);
		return [{ ...event, topic, eventId, occurredAt: occurredAt ?? event.occurredAt }];
	},
};

function parseTracking(tracking: Fields, topic: string | undefined): OrderEvent {
	const customer = fieldsOf(listOf(tracking.customers)[0]);
	const country = countryOf(
		alpha2(tracking.destination_country_iso3),
		alpha2(tracking.destination_country_region),
		alpha2(tracking.courier_destination_country_iso3),
	);
	const name = firstNameOf(tracking.customer_name, customer.name);
	const { reason: reasonCode, ...stage } = stageOf(tracking, topic);
	const isTrouble =
		stage.stage === 'exception' ||
		stage.stage === 'delayed' ||
		stage.stage === 'failed_attempt' ||
		stage.stage === 'returned';
	const orderNumber = firstText(
		tracking.order_number,
		tracking.order_id,
		at(tracking, 'custom_fields', 'order_number'),
	);
	return {
		...EMPTY_EVENT,
		source: 'aftership',
		...stage,
		occurredAt: timeOf(tracking.last_updated_at) ?? timeOf(tracking.updated_at),
		orderNumber,
		firstName: name,
		phones: phonesOf(
			...listOf(tracking.smses).map((raw) => ({ path: 'smses', raw, country, firstName: name })),
			...listOf(tracking.customers).map((entry) => ({
				path: 'customers.phone_number',
				raw: field(entry, 'phone_number'),
				country,
				firstName: givenNameOf(firstNameOf(field(entry, 'name'))),
			})),
			...listOf(tracking.subscribed_smses).map((raw) => ({ path: 'subscribed_smses', raw, country })),
		),
		country,
		language: languageOf(tracking.language, customer.language),
		orderUrl: linkOf(tracking.order_id_path),
		trackings: [
			{
				number: textOf(tracking.tracking_number),
				url: linkOf(tracking.courier_tracking_link) ?? linkOf(tracking.aftership_tracking_url),
				company: textOf(tracking.slug),
			},
		],
		eta: HAS_ETA.has(stage.stage) ? etaOf(tracking) : undefined,
		reason: isTrouble ? textOf(tracking.subtag_message) : undefined,
		reasonCode,
	};
}

/** ISO 3166-1 alpha-3, as AfterShip has it, or alpha-2. */
function alpha2(value: unknown): string | undefined {
	const code = textOf(value)?.toUpperCase();
	if (!code) return undefined;
	return code.length === 2 ? code : Object.hasOwn(alpha2OfAlpha3, code) ? alpha2OfAlpha3[code] : undefined;
}

function stageOf(tracking: Fields, topic: string | undefined): StageReading & { reason?: Reason | undefined } {
	const tag = textOf(tracking.tag) ?? '';
	const subtag = textOf(tracking.subtag) ?? '';
	if (topic === 'tracking_pending_time') return { stage: null, stageEvidence: 'event = tracking_pending_time' };
	if (topic === 'edd_revise') return revisedEstimate(tracking);
	const byTag = Object.hasOwn(TAG, tag) ? (TAG[tag] ?? null) : null;
	// the subtag refines its own tag; where the two disagree, the tag is the newer word
	const meaning: Meaning = subtag.startsWith(`${tag}_`) && Object.hasOwn(SUBTAG, subtag) ? (SUBTAG[subtag] ?? {}) : {};
	const stage = meaning.stage === undefined ? byTag : meaning.stage;
	const stageEvidence = `tag = ${tag || 'none'}${subtag ? `, subtag = ${subtag}` : ''}`;
	// "delivered" of a parcel that went back is delivered to the shop
	if (tracking.return_to_sender === true && stage !== null && stage !== 'label_created') {
		return { stage: 'returned', stageEvidence: `return_to_sender, ${stageEvidence}`, reason: meaning.reason };
	}
	return { stage, stageEvidence, reason: meaning.reason };
}

/** A new estimate is news only when it is later than the one before, or when nothing tells which of them is later. */
function revisedEstimate(tracking: Fields): StageReading & { reason?: Reason | undefined } {
	const before = firstText(
		at(tracking, 'first_estimated_delivery', 'datetime'),
		tracking.order_promised_delivery_date,
	)?.slice(0, 10);
	const after = etaOf(tracking)?.slice(0, 10);
	if (before && after && after <= before) {
		return { stage: null, stageEvidence: `event = edd_revise, not later than ${before}` };
	}
	const why = textOf(at(tracking, 'aftership_estimated_delivery_date', 'revise_reason'))?.toLowerCase();
	const reason = why ? REVISE_REASON.find(([pattern]) => pattern.test(why))?.[1] : undefined;
	return { stage: 'delayed', stageEvidence: 'event = edd_revise', reason };
}

/** Stages in which an estimate still means something; trackings keep the last one for ever. */
const HAS_ETA: ReadonlySet<Stage | null> = new Set([
	'label_created',
	'shipped',
	'out_for_delivery',
	'delayed',
	'failed_attempt',
	'exception',
] as const);

const etaOf = (tracking: Fields) =>
	firstText(
		at(tracking, 'aftership_estimated_delivery_date', 'estimated_delivery_date'),
		at(tracking, 'latest_estimated_delivery', 'datetime'),
		at(tracking, 'courier_estimated_delivery_date', 'estimated_delivery_date'),
		tracking.expected_delivery,
	);

/** AfterShip Returns: the customer asked to send something back. No parcel of the order has come back yet. */
function parseReturn(payload: Fields): OrderEvent {
	return {
		...EMPTY_EVENT,
		source: 'aftership',
		stage: 'return_requested',
		stageEvidence: `event = ${textOf(payload.event)}`,
		occurredAt: timeOf(payload.created_at),
		orderNumber: firstText(at(payload, 'data', 'order', 'order_number'), at(payload, 'data', 'order_number')),
	};
}
