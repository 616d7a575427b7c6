// Royal Mail, Tracking API v2 (mailpieces): {mailPieces: {…}} of one item, {mailPieces: [{mailPieceId, summary, …}]} of several.
// https://developer.royalmail.net/product/175625

import { type Stage } from '../domain/stages';
import { type Reason } from '../domain/texts/texts';
import { at, countryOf, entryOf, firstText, has, idOf, isFields, textOf, timeOf } from './read';
import { carrierEvent, codes, type Meaning, readingOf } from './protocols/parcel-carrier';
import { type Source } from './source';

const events = (stage: Stage | null, list: string, reason?: Reason) => codes({ stage, reason }, list);

/** https://github.com/elliotjreed/royal-mail-tracking#event-codes. Not in it: requests for redelivery, items held on request. */
const EVENT: Readonly<Record<string, Meaning>> = {
	...events('label_created', 'EVAIE EVAIP'),
	...events('shipped', 'EVBAH EVDAC EVDAV EVGMI EVIAV EVIMC EVIPI EVNMI'),
	...events('out_for_delivery', 'EVGPD'),
	...events('ready_for_pickup', 'EVKLC'),
	...events('delivered', 'EVKDN EVKOP EVKSF EVKSP EVNOC EVPLC'),
	...events('failed_attempt', 'EVKNA EVNDA', 'nobody_home'),
	...events('failed_attempt', 'EVKAA EVNAA EVNDN EVKSU'),
	...events('returned', 'EVKAI EVKGA EVNGA', 'address'),
	...events('returned', 'EVKRF EVNRF', 'refused'),
	...events('returned', 'EVRTS'),
};

/** For events that the list above does not have. */
const CATEGORY: Readonly<Record<string, Meaning>> = { 'IN TRANSIT': { stage: 'shipped' } };

export const royalMail: Source = {
	id: 'royal-mail',
	name: 'Royal Mail',
	detect: (payload) => (has(payload, 'mailPieceId', 'summary') && isFields(payload.summary) ? 0.9 : 0),
	parse(piece) {
		const { summary } = piece;
		const code = textOf(at(summary, 'lastEventCode'));
		const category = textOf(at(summary, 'statusCategory'));
		return [
			carrierEvent('royal-mail', 'Royal Mail', {
				...readingOf(
					entryOf(EVENT, code) ?? entryOf(CATEGORY, category),
					`lastEventCode = ${code ?? 'none'}, statusCategory = ${category ?? 'none'}`,
					at(summary, 'lastEventName'),
				),
				occurredAt: timeOf(at(summary, 'lastEventDateTime')),
				country: countryOf(at(summary, 'destinationCountryCode')),
				number: idOf(at(summary, 'oneDBarcode')) ?? idOf(piece.mailPieceId),
				eta: firstText(at(piece, 'estimatedDelivery', 'endOfEstimatedWindow'), at(piece, 'estimatedDelivery', 'date')),
			}),
		];
	},
};
