// Australia Post and StarTrack, Shipping and Tracking API: {tracking_results: [{tracking_id, status, trackable_items}]}.
// https://developers.auspost.com.au/apis/shipping-and-tracking/reference/track-items

import { entryOf, field, type Fields, has, idOf, isFields, listOf, textOf, wordOf } from './read';
import { carrierEvent, type Meaning, readingOf } from './protocols/parcel-carrier';
import { type Source } from './source';

/** https://developers.auspost.com.au/content/apis/shipping-and-tracking/reference-statuses.html */
const STATUS: Readonly<Record<string, Meaning>> = {
	created: { stage: 'label_created' },
	sealed: { stage: 'label_created' },
	initiated: { stage: 'label_created' },
	'in transit': { stage: 'shipped' },
	'at delivery depot': { stage: 'shipped' },
	'booked in': { stage: 'shipped' },
	'on board for delivery': { stage: 'out_for_delivery' },
	'awaiting collection': { stage: 'ready_for_pickup' },
	'ready for pickup': { stage: 'ready_for_pickup' },
	delivered: { stage: 'delivered' },
	'delivered in full': { stage: 'delivered' },
	'possible delay': { stage: 'delayed' },
	'unsuccessful delivery': { stage: 'failed_attempt' },
	'article damaged': { stage: 'exception', reason: 'damaged' },
	'held by courier': { stage: 'exception' },
	'cannot be delivered': { stage: 'exception', reason: 'address' },
	cancelled: { stage: 'cancelled' },
	// at the shop
	'unsuccessful pickup': { stage: null },
};

/** A result's word for "the items differ". */
const SEE_ITEMS = /^track items/;

export const australiaPost: Source = {
	id: 'australia-post',
	name: 'Australia Post',
	detect: (payload) => (has(payload, 'tracking_id', 'trackable_items') ? 1 : 0),
	parse(result) {
		const status = wordOf(result.status);
		const ofWhole = status && !SEE_ITEMS.test(status) ? [result] : [];
		const things = ofWhole.length > 0 ? ofWhole : itemsOf(result);
		const number = (thing: Fields) => idOf(thing.article_id) ?? idOf(result.tracking_id);
		return things.map((thing) =>
			carrierEvent('australia-post', 'Australia Post', {
				...statusOf(thing),
				company: null, // it may be StarTrack
				number: things.length > 1 ? number(thing) : (idOf(result.tracking_id) ?? number(thing)),
			}),
		);
	},
};

/** The articles of a result, which a consignment has one level deeper; the result itself where it names none. */
function itemsOf(result: Fields): Fields[] {
	const items = listOf(result.trackable_items)
		.filter(isFields)
		.flatMap((item) => (Array.isArray(item.items) ? item.items.filter(isFields) : [item]));
	return items.length > 0 ? items : [result];
}

function statusOf(thing: Fields) {
	const status = wordOf(thing.status);
	// international articles have no summary; one that was seen at a place is on its way
	if (status === 'unknown' && listOf(thing.events).some((event) => textOf(field(event, 'location')))) {
		return readingOf({ stage: 'shipped' }, 'status = unknown, seen at a place');
	}
	return readingOf(entryOf(STATUS, status), `status = ${status || 'none'}`);
}
