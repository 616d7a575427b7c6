// FedEx, Track API v1: {output: {completeTrackResults: [{trackingNumber, trackResults: [{trackingNumberInfo, latestStatusDetail, …}]}]}}.
// https://developer.fedex.com/api/en-us/catalog/track/docs.html

import { type Stage } from '../domain/stages';
import { type Reason } from '../domain/texts/texts';
import { at, countryOf, entryOf, field, type Fields, has, idOf, isFields, listOf, textOf, timeOf } from './read';
import { carrierEvent, codes, type Meaning, type Reading, readingOf } from './protocols/parcel-carrier';
import { type Source } from './source';

const statuses = (stage: Stage | null, list: string) => codes({ stage }, list);

/** https://developer.fedex.com/api/en-us/guides/api-reference.html#trackingstatuscodes */
const STATUS: Readonly<Record<string, Meaning>> = {
	...statuses('label_created', 'OC OX EP AP'),
	...statuses('shipped', 'PU PX AA AC AF AO AR AX CC CP DP EA EO FD IT IX LO OF Ow PF PL PM SF TR'),
	...statuses('out_for_delivery', 'OD ED AD'),
	...statuses('ready_for_pickup', 'HL HP'),
	...statuses('delivered', 'DL'),
	...statuses('delayed', 'DY DD'),
	CD: { stage: 'delayed', reason: 'customs' },
	...statuses('exception', 'DE SE'),
	...statuses('returned', 'RS'),
	...statuses('cancelled', 'CA'),
};

/** `delayDetail.type`; the others are no reasons. */
const DELAY: Readonly<Record<string, Reason>> = {
	WEATHER: 'weather',
	CLEARANCE: 'customs',
	OPERATIONAL: 'carrier_delay',
};

/** Of ancillary details: "customer not available or business closed". */
const NOT_AVAILABLE = '15';

const isResult = (value: unknown): boolean =>
	isFields(value) && has(value, 'trackingNumberInfo', 'latestStatusDetail');

/** The results in an answer, in one of its parts, or by themselves. */
function resultsIn(payload: Fields): Fields[] {
	if (isResult(payload)) return [payload];
	const parts = Array.isArray(payload.trackResults)
		? [payload]
		: listOf(at(payload, 'output', 'completeTrackResults') ?? payload.completeTrackResults);
	return parts.flatMap((part) => listOf(field(part, 'trackResults')).filter(isFields)).filter(isResult);
}

export const fedex: Source = {
	id: 'fedex',
	name: 'FedEx',
	detect: (payload) => (resultsIn(payload).length > 0 ? 1 : 0),
	parse: (payload) =>
		resultsIn(payload).map((result) => {
			const reading = statusOf(result.latestStatusDetail);
			return carrierEvent('fedex', 'FedEx', {
				...reading,
				occurredAt: reading.stage === 'delivered' ? timeOf(dateOf(result, 'ACTUAL_DELIVERY')) : undefined,
				orderNumber: customerReference(result),
				country: countryOf(at(result, 'recipientInformation', 'address', 'countryCode')),
				number: idOf(at(result, 'trackingNumberInfo', 'trackingNumber')),
				eta:
					textOf(at(result, 'estimatedDeliveryTimeWindow', 'window', 'ends')) ?? dateOf(result, 'ESTIMATED_DELIVERY'),
			});
		}),
};

function statusOf(detail: unknown): Reading {
	const [code, derived] = [textOf(field(detail, 'code')), textOf(field(detail, 'derivedCode'))];
	const own = entryOf(STATUS, code);
	// what the scan says wins, except that it only says "moving" of a parcel of which more is known
	const meaning = !own || own.stage === 'shipped' ? (entryOf(STATUS, derived) ?? own) : own;
	const delay = field(detail, 'delayDetail');
	const isLate = meaning?.stage === 'shipped' && field(delay, 'status') === 'DELAYED';
	const evidence = `code = ${code ?? 'none'}, derivedCode = ${derived ?? 'none'}${isLate ? ', delayed' : ''}`;
	const [why] = listOf(field(detail, 'ancillaryDetails'));
	const isMissed = code === 'DE' && textOf(field(why, 'reason')) === NOT_AVAILABLE;
	const stage = isLate ? 'delayed' : isMissed ? 'failed_attempt' : (meaning?.stage ?? null);
	const reason = stage === 'delayed' || stage === 'exception' ? entryOf(DELAY, textOf(field(delay, 'type'))) : undefined;
	return readingOf({ stage, reason: meaning?.reason ?? reason }, evidence, field(why, 'reasonDescription'));
}

const dateOf = (result: Fields, type: string): string | undefined =>
	textOf(field(listOf(result.dateAndTimes).find((date) => field(date, 'type') === type), 'dateTime'));

const customerReference = (result: Fields): string | undefined => {
	const references = listOf(at(result, 'additionalTrackingInfo', 'packageIdentifiers'));
	const own = references.find((reference) => field(reference, 'type') === 'CUSTOMER_REFERENCE');
	return idOf(listOf(field(own, 'values'))[0]);
};
