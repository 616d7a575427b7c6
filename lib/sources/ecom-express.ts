// Ecom Express: shipment status push, version 2 {awb, order_id, status, status_code, fe_remarks, …} and version 1
// {awb, order_number, reason_code_number, …}. Webhook Integration Guide V1.1: https://www.scribd.com/document/750445441

import { entryOf, type Fields, has, idOf, textOf, timeOf, wordOf } from './read';
import { carrierEvent, type Meaning, readingOf } from './protocols/parcel-carrier';
import { stageOfWord } from './protocols/machine-words';
import { type Source } from './source';

/** Version 2's words; others are taken where they mean one thing of every parcel ("Out for delivery"). */
const STATUS: Readonly<Record<string, Meaning>> = {
	delivered: { stage: 'delivered' },
	'delivered / closed': { stage: 'delivered' },
	undelivered: { stage: 'failed_attempt' },
};

/** Version 1's `reason_code_number`, of which `status` is a remark. */
const REASON_CODE: Readonly<Record<string, Meaning>> = {
	'002': { stage: 'shipped' },
	'0011': { stage: 'shipped' },
	'003': { stage: 'shipped' },
	'006': { stage: 'out_for_delivery' },
	'221': { stage: 'failed_attempt', reason: 'refused' },
	'777': { stage: 'returned' },
	'999': { stage: 'delivered' },
};

const isSecond = (payload: Fields) => has(payload, 'awb', 'status_code', 'fe_remarks') || has(payload, 'awb', 'otp_eligible');
const isFirst = (payload: Fields) => has(payload, 'awb', 'reason_code_number');

export const ecomExpress: Source = {
	id: 'ecom-express',
	name: 'Ecom Express',
	detect: (payload) => (isSecond(payload) || isFirst(payload) ? 0.9 : 0),
	parse(payload) {
		// text: as a number it would have lost its zeros
		const code = typeof payload.reason_code_number === 'string' ? textOf(payload.reason_code_number) : undefined;
		const status = wordOf(payload.status);
		const meaning = isFirst(payload) ? entryOf(REASON_CODE, code) : (entryOf(STATUS, status) ?? plainWord(payload.status));
		const way = wayOf(payload);
		const evidence = isFirst(payload) ? `reason_code_number = ${code ?? 'none'}` : `status = ${status || 'none'}`;
		return [
			carrierEvent('ecom-express', 'Ecom Express', {
				...readingOf(
					way === 'to the customer' ? meaning : way === 'back' && meaning ? { stage: 'returned' } : undefined,
					way === 'to the customer' ? evidence : `${evidence}, ${way}`,
					isFirst(payload) ? payload.status : payload.reason,
				),
				occurredAt: indianTimeOf(payload.date_time) ?? indianTimeOf(payload.datetime),
				orderNumber: idOf(payload.order_id) ?? idOf(payload.order_number),
				number: idOf(payload.awb),
				eta: textOf(payload.edd),
			}),
		];
	},
};

/** A parcel that goes back is "delivered" too: to the shop. A reverse pickup is a return that the customer sends. */
function wayOf(payload: Fields): 'to the customer' | 'back' | "a customer's return" {
	const type = wordOf(payload.shipment_type);
	const product = wordOf(payload.product_type);
	if (/^reverse/.test(type) || product === 'rev' || product === 'rqc') return "a customer's return";
	const isSecondLeg = isFirst(payload) && textOf(payload.ref_awb) !== undefined;
	return type === 'return' || product === 'rts' || isSecondLeg ? 'back' : 'to the customer';
}

function plainWord(value: unknown): Meaning | undefined {
	const stage = stageOfWord({ name: 'status', value, isOfParcel: true }, false);
	return stage && { stage };
}

/** "2026-11-21 13:17:42", by the clock of India. */
const indianTimeOf = (value: unknown): number | undefined => {
	const text = textOf(value);
	return timeOf(text && /^[\d-]+ [\d:]+$/.test(text) ? `${text.replace(' ', 'T')}+05:30` : text);
};
