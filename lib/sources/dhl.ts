// DHL, Shipment Tracking Unified (pull and push): {shipments: [{id, service, status: {statusCode, …}, details, events}]}; n8n's DHL
// node gives each shipment by itself. https://developer.dhl.com/api-reference/shipment-tracking

import { at, countryOf, entryOf, field, firstNameOf, firstText, has, idOf, isFields, linkOf, listOf, textOf, timeOf, wordOf } from './read';
import { carrierEvent, type Meaning, readingOf } from './protocols/parcel-carrier';
import { type Source } from './source';

/** The code is the same for all of DHL; `status.status` and its description are free text, and may say something else. */
const STATUS_CODE: Readonly<Record<string, Meaning>> = {
	'pre-transit': { stage: 'label_created' },
	transit: { stage: 'shipped' },
	delivered: { stage: 'delivered' },
	failure: { stage: 'exception' },
	unknown: { stage: null },
};

export const dhl: Source = {
	id: 'dhl',
	name: 'DHL',
	detect: (payload) =>
		isFields(payload.status) &&
		has(payload.status, 'statusCode') &&
		(has(payload, 'id', 'service') || has(payload, 'id', 'details'))
			? 0.9
			: 0,
	parse(shipment) {
		const { status, details } = shipment;
		const code = wordOf(field(status, 'statusCode'));
		const receiver = field(details, 'receiver');
		return [
			carrierEvent('dhl', 'DHL', {
				...readingOf(entryOf(STATUS_CODE, code), `status.statusCode = ${code || 'none'}`, field(status, 'remark')),
				occurredAt: timeOf(field(status, 'timestamp')),
				orderNumber: customerReference(field(details, 'references')),
				firstName: firstNameOf(field(receiver, 'givenName'), field(receiver, 'name')),
				country: countryOf(at(shipment, 'destination', 'address', 'countryCode')),
				number: idOf(shipment.id),
				url: linkOf(shipment.serviceUrl),
				eta: firstText(
					shipment.estimatedTimeOfDelivery,
					at(shipment, 'estimatedDeliveryTimeFrame', 'estimatedThrough'),
				),
			}),
		];
	},
};

/** One reference, or a list; others than the customer's are numbers of DHL's and its partners'. */
const customerReference = (references: unknown): string | undefined =>
	[references, ...listOf(references)]
		.filter((one) => textOf(field(one, 'type')) === 'customer-reference')
		.map((one) => idOf(field(one, 'number')))
		.find((number) => number !== undefined);
