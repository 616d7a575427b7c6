// Delhivery: scan push, {Shipment: {AWB, ReferenceNo, NSLCode, Status: {Status, StatusType, …}}}, and the tracking API,
// {ShipmentData: [{Shipment: {…}}]}. https://delhivery-express-api-doc.readme.io/reference/tracking-via-push-api-webhook-1

import { type Stage } from '../domain/stages';
import { type Reason } from '../domain/texts/texts';
import { entryOf, field, type Fields, firstText, has, idOf, isFields, listOf, textOf, timeOf, wordOf } from './read';
import { carrierEvent, codes, type Meaning, readingOf } from './protocols/parcel-carrier';
import { type Source } from './source';

const means = (stage: Stage | null, list: string, reason?: Reason) => codes({ stage, reason }, list);

/**
 * Type and word together, https://delhivery-express-api-doc.readme.io/reference#package-lifecycle-1: "dispatched" is out for
 * delivery on the way to the customer (UD), and nothing new on the way back (RT). PP and PU are returns that the customer sends.
 */
const STATUS: Readonly<Record<string, Meaning>> = {
	'ud manifested': { stage: 'label_created' },
	'ud not picked': { stage: 'label_created' },
	'ud in transit': { stage: 'shipped' },
	'ud pending': { stage: 'shipped' },
	'ud dispatched': { stage: 'out_for_delivery' },
	'dl delivered': { stage: 'delivered' },
	'dl rto': { stage: 'returned' },
	// a return of the customer's that reached the shop
	'dl dto': { stage: null },
	'rt in transit': { stage: 'returned' },
	'rt pending': { stage: 'returned' },
	'rt dispatched': { stage: 'returned' },
	'cn canceled': { stage: 'cancelled' },
	'cn cancelled': { stage: 'cancelled' },
};

/** What a code (NSLCode, StatusCode) adds to "pending" or "not picked". */
const CODE: Readonly<Record<string, Meaning>> = {
	...means('failed_attempt', 'EOD-11', 'nobody_home'),
	...means('failed_attempt', 'EOD-6 EOD-111', 'refused'),
	...means('failed_attempt', 'EOD-15 EOD-74', 'address'),
	...means('failed_attempt', 'EOD-3 EOD-16 EOD-40 EOD-69 EOD-104'),
	// the seller cancelled before it was picked up; the status stays "Not Picked"
	...means('cancelled', 'FMEOD-118'),
};

const isShipment = (value: unknown): value is Fields =>
	isFields(value) && has(value, 'AWB', 'Status') && isFields(value.Status) && has(value.Status, 'StatusType');

/** The shipments of an answer, a push, or one by itself. */
const shipmentsIn = (payload: Fields): Fields[] =>
	[payload, payload.Shipment, ...listOf(payload.ShipmentData).map((entry) => field(entry, 'Shipment'))].filter(isShipment);

export const delhivery: Source = {
	id: 'delhivery',
	name: 'Delhivery',
	detect: (payload) => (shipmentsIn(payload).length > 0 ? 1 : 0),
	parse: (payload) =>
		shipmentsIn(payload).map((shipment) => {
			const { Status: status } = shipment;
			const key = `${wordOf(field(status, 'StatusType'))} ${wordOf(field(status, 'Status'))}`;
			const code = firstText(shipment.NSLCode, field(status, 'StatusCode'));
			const plain = entryOf(STATUS, key);
			const isOpen = key === 'ud pending' || key === 'ud not picked';
			const meaning = (isOpen && entryOf(CODE, code)) || plain;
			return carrierEvent('delhivery', 'Delhivery', {
				...readingOf(meaning, `StatusType and Status = ${key.trim() || 'none'}, code = ${code ?? 'none'}`, field(status, 'Instructions')),
				occurredAt: indianTimeOf(field(status, 'StatusDateTime')),
				orderNumber: idOf(shipment.ReferenceNo),
				number: idOf(shipment.AWB),
				eta: firstText(shipment.ExpectedDeliveryDate, shipment.EDD),
			});
		}),
};

/** Delhivery writes the time of India, without saying so. */
const indianTimeOf = (value: unknown): number | undefined => {
	const text = textOf(value);
	return timeOf(text && /T[\d:.]+$/.test(text) ? `${text}+05:30` : text);
};
