// What parcel carriers tell of a parcel of theirs: a number, how far it is, an estimate. Whose it is, only the shop knows.

import { EMPTY_EVENT, type OrderEvent } from '../../domain/order-event';
import { type Stage } from '../../domain/stages';
import { type Reason } from '../../domain/texts/texts';
import { parcelLookUp } from './look-up';
import { etaIn, reasonIn } from './parcels';

/** What a carrier's code says. */
export interface Meaning {
	readonly stage: Stage | null;
	/** Why, in words of ours. */
	readonly reason?: Reason | undefined;
}

export type Reading = Pick<OrderEvent, 'stage' | 'stageEvidence' | 'reason' | 'reasonCode'>;

/** @param evidence which field said so. @param why in the carrier's own words, for the operator. */
export const readingOf = (meaning: Meaning | undefined, evidence: string, why?: unknown): Reading => ({
	stage: meaning?.stage ?? null,
	stageEvidence: evidence,
	reason: reasonIn(meaning?.stage ?? null, why),
	reasonCode: meaning?.reason,
});

/** The same meaning for many codes, which are separated by blanks. */
export const codes = (meaning: Meaning, list: string): Readonly<Record<string, Meaning>> =>
	Object.fromEntries(list.split(' ').map((code) => [code, meaning]));

interface Parcel extends Reading, Pick<OrderEvent, 'occurredAt' | 'orderNumber' | 'firstName' | 'country' | 'eta'> {
	readonly number: string | undefined;
	readonly url?: string | undefined;
	/** Null where the payload may be of one of several companies. @default the source's name */
	readonly company?: null;
}

/** An event of one parcel, by the carrier's id among the sources and its name. */
export const carrierEvent = (source: string, name: string, { number, url, company, ...parcel }: Parcel): OrderEvent => ({
	...EMPTY_EVENT,
	source,
	...parcel,
	trackings: number || url ? [{ number, url, company: company === null ? undefined : name }] : [],
	eta: etaIn(parcel.stage, parcel.eta),
	...parcelLookUp(name),
});
