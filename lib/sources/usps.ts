// USPS, Tracking 3.2 with expand=DETAIL: {trackingNumber, status, statusCategory, statusSummary, trackingEvents, …}.
// https://developers.usps.com/trackingv3

import { countryOf, entryOf, firstText, has, idOf, textOf, wordOf } from './read';
import { carrierEvent, type Meaning, readingOf } from './protocols/parcel-carrier';
import { type Source } from './source';

/** Publication 199, appendix G-4: https://postalpro.usps.com/pub199 */
const CATEGORY: Readonly<Record<string, Meaning>> = {
	'pre-shipment': { stage: 'label_created' },
	accepted: { stage: 'shipped' },
	'in transit': { stage: 'shipped' },
	'in-transit': { stage: 'shipped' },
	'out for delivery': { stage: 'out_for_delivery' },
	'available for pickup': { stage: 'ready_for_pickup' },
	'delivery attempt': { stage: 'failed_attempt' },
	delivered: { stage: 'delivered' },
	alert: { stage: 'exception' },
	'returned to sender': { stage: 'returned' },
};

export const usps: Source = {
	id: 'usps',
	name: 'USPS',
	detect: (payload) =>
		has(payload, 'statusCategory') && (has(payload, 'trackingEvents') || has(payload, 'statusSummary', 'mailClass'))
			? 0.9
			: 0,
	parse(item) {
		const category = wordOf(item.statusCategory);
		const status = textOf(item.status);
		const meaning = entryOf(CATEGORY, category);
		// "Delivered, To Original Sender"
		const isBack = meaning?.stage === 'delivered' && /original sender/i.test(status ?? '');
		return [
			carrierEvent('usps', 'USPS', {
				...readingOf(
					isBack ? { stage: 'returned' } : meaning,
					`statusCategory = ${category || 'none'}${isBack ? `, status = ${status}` : ''}`,
					isBack ? undefined : status,
				),
				country: countryOf(item.destinationCountryCode),
				number: idOf(item.trackingNumber),
				eta: firstText(item.expectedDeliveryTimeStamp, item.predictedDeliveryDate, item.guaranteedDeliveryTimeStamp),
			}),
		];
	},
};
