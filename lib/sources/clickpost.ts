// Clickpost: tracking webhooks, of all statuses or of selected ones. https://docs.clickpost.ai/docs/notification-event

import { EMPTY_EVENT } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { parcelLookUp } from './protocols/look-up';
import { etaIn, type Meaning, parcelOf, reasonIn, refined } from './protocols/parcels';
import { at, entryOf, type Fields, fieldsOf, has, idOf, textOf, timeOf } from './read';
import { type Source } from './source';

/** https://github.com/zupta/slate/blob/master/source/includes/_status.md: logic is to rest on these codes alone. */
const STATUS: Readonly<Record<string, Stage | null>> = {
	1: 'label_created', // order placed at the courier
	2: 'label_created',
	3: 'label_created', // pickup failed
	4: 'shipped',
	5: 'shipped',
	6: 'out_for_delivery',
	7: 'exception', // not serviceable
	8: 'delivered',
	9: 'failed_attempt',
	10: 'cancelled',
	11: null, // a return to the origin is requested, no more
	12: 'returned',
	13: 'returned', // the return is out for delivery
	14: 'returned',
	15: 'returned',
	16: 'exception',
	17: 'exception',
	18: 'delayed',
	19: null,
	20: 'delayed', // held
	21: 'returned',
	23: null, // expired
	25: 'label_created', // out for pickup
	26: 'returned',
	27: 'returned',
	28: 'label_created',
	101: 'return_requested',
	1004: 'shipped', // in the hub at the destination
};

const CAUSE: Readonly<Record<string, Meaning>> = {
	16: { reason: 'lost' },
	17: { reason: 'damaged' },
};

/** Why a delivery failed (ndr_status_code). https://github.com/zupta/slate/blob/master/source/includes/_track.md */
const NOT_DELIVERED: Readonly<Record<string, Meaning>> = {
	1: { reason: 'nobody_home' },
	2: { reason: 'refused' },
	6: { reason: 'address' },
};

export const clickpost: Source = {
	id: 'clickpost',
	name: 'Clickpost',
	detect: (payload) => (has(payload, 'clickpost_status_code', 'waybill') ? 1 : 0),
	parse(payload, context) {
		const additional = fieldsOf(payload.additional);
		const reading = readingOf(payload, additional);
		return [
			{
				...EMPTY_EVENT,
				source: 'clickpost',
				topic: context.topic,
				...reading,
				occurredAt: timeOf(payload.timestamp),
				orderNumber:
					idOf(additional.order_id) ??
					idOf(additional.forward_reference_number) ??
					idOf(at(additional, 'latest_status', 'reference_number')),
				trackings: parcelOf(payload.waybill),
				eta: etaIn(reading.stage, additional.courier_partner_edd),
				reason: reasonIn(reading.stage, additional.ndr_status_description, payload.clickpost_status_description),
				...parcelLookUp('Clickpost'),
			},
		];
	},
};

function readingOf(payload: Fields, additional: Fields) {
	const code = textOf(payload.clickpost_status_code);
	const evidence = `clickpost_status_code = ${code ?? 'none'}`;
	const stage = entryOf(STATUS, code);
	// what is picked up at the customer goes to the shop; that it was asked for is told of the order
	if (additional.is_rvp === true && stage !== 'return_requested') return refined(null, undefined, `${evidence}, is_rvp`);
	const cause = code === '9' ? entryOf(NOT_DELIVERED, textOf(additional.ndr_status_code)) : entryOf(CAUSE, code);
	return refined(stage, cause, evidence);
}
