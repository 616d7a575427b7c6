// 17TRACK: webhooks {event, data} and answers of its API, in the words of v2 ({track_info}) and in the letters of v1 ({track}).
// https://asset.17track.net/api/document/v2.2_en/index.html  https://asset.17track.net/api/document/v1_en/index.html

import { EMPTY_EVENT, type OrderEvent } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { parcelLookUp } from './protocols/look-up';
import { etaIn, type Meaning, orderNumberIn, parcelOf, reasonIn, refined } from './protocols/parcels';
import { at, countryOf, entryOf, type Fields, has, idOf, isFields, listOf, textOf, timeOf } from './read';
import { type Source } from './source';

/** https://help.17track.net/hc/en-us/articles/37471096573337 */
const STATUS: Readonly<Record<string, Stage | null>> = {
	NotFound: null,
	InfoReceived: 'label_created',
	InTransit: 'shipped',
	Expired: null,
	AvailableForPickup: 'ready_for_pickup',
	OutForDelivery: 'out_for_delivery',
	DeliveryFailure: 'failed_attempt',
	Delivered: 'delivered',
	Exception: 'exception',
};

/** Only those that say more than their status. https://help.17track.net/hc/en-us/articles/37471096573337 */
const SUB_STATUS: Readonly<Record<string, Meaning>> = {
	DeliveryFailure_NoBody: { reason: 'nobody_home' },
	DeliveryFailure_Rejected: { reason: 'refused' },
	DeliveryFailure_InvalidAddress: { reason: 'address' },
	Exception_Returning: { stage: 'returned' },
	Exception_Returned: { stage: 'returned' },
	Exception_Damage: { reason: 'damaged' },
	Exception_Rejected: { reason: 'refused' },
	Exception_Delayed: { stage: 'delayed' },
	Exception_Lost: { reason: 'lost' },
	Exception_Cancel: { stage: 'cancelled' },
};

/**
 * https://asset.17track.net/api/document/v1_en/index.html (package status). 30 is "out for delivery or arrived at local
 * facility": the customer is not sent to a counter, nor made to wait at home, on such a word.
 */
const V1_STATUS: Readonly<Record<string, Stage | null>> = {
	0: null,
	10: 'shipped',
	20: null,
	30: null,
	35: 'failed_attempt',
	40: 'delivered',
	50: 'exception',
};

const isTrack = (data: unknown): data is Fields =>
	isFields(data) &&
	has(data, 'number') &&
	(has(data, 'track_info') || (isFields(data.track) && has(data.track, 'e', 'z0')));

/** A webhook about a parcel; that it is tracked no longer is told without one. */
const isWebhook = (payload: Fields) =>
	has(payload, 'event') &&
	(isTrack(payload.data) || (isFields(payload.data) && has(payload.data, 'number', 'carrier', 'tag')));

export const seventeenTrack: Source = {
	id: '17track',
	name: '17TRACK',
	detect: (payload) => (isWebhook(payload) ? 1 : isTrack(payload) ? 0.9 : 0),
	parse(payload, context) {
		if (!isWebhook(payload)) return [{ ...parseTrack(payload), topic: context.topic }];
		const event = textOf(payload.event);
		const track = parseTrack(payload.data as Fields);
		const isNews = event === 'TRACKING_UPDATED';
		return [
			{
				...track,
				...(isNews ? {} : { stage: null, stageEvidence: `event = ${event ?? 'none'}`, reasonCode: undefined }),
				topic: context.topic ?? event,
			},
		];
	},
};

function parseTrack(data: Fields): OrderEvent {
	const info = data.track_info;
	const reading = info ? readingOf(at(info, 'latest_status')) : readingOfV1(idOf(at(data, 'track', 'e')));
	const estimate = at(info, 'time_metrics', 'estimated_delivery_date');
	return {
		...EMPTY_EVENT,
		source: '17track',
		...reading,
		occurredAt: timeOf(at(info, 'latest_event', 'time_utc')) ?? timeOf(at(info, 'latest_event', 'time_iso')),
		orderNumber: idOf(data.order_no) ?? orderNumberIn(data.tag),
		country: countryOf(at(info, 'shipping_info', 'recipient_address', 'country')),
		trackings: parcelOf(
			data.number,
			undefined,
			at(listOf(at(info, 'tracking', 'providers'))[0], 'provider', 'name'),
		),
		eta: etaIn(reading.stage, at(estimate, 'to'), at(estimate, 'from')),
		reason: reasonIn(
			reading.stage,
			at(info, 'latest_status', 'sub_status_descr'),
			at(info, 'latest_event', 'description_translation', 'description'),
			at(info, 'latest_event', 'description'),
		),
		...parcelLookUp('17TRACK'),
	};
}

function readingOf(latest: unknown) {
	const status = textOf(at(latest, 'status'));
	const sub = textOf(at(latest, 'sub_status'));
	// a sub-status of another status is the older word
	const meaning = sub?.startsWith(`${status}_`) ? entryOf(SUB_STATUS, sub) : undefined;
	const evidence = `latest_status = ${status ?? 'none'}${sub ? `, sub_status = ${sub}` : ''}`;
	return refined(entryOf(STATUS, status), meaning, evidence);
}

const readingOfV1 = (code: string | undefined) =>
	refined(entryOf(V1_STATUS, code), undefined, `track.e = ${code ?? 'none'}`);
