// What parcel carriers tell of a parcel of theirs: a number, how far it is, an estimate. Whose it is, only the shop knows.

import { EMPTY_EVENT, type OrderEvent } from '../../domain/order-event';
import { type Stage } from '../../domain/stages';
import { type Reason } from '../../domain/texts/texts';
import { textOf } from '../read';
import { parcelLookUp } from './look-up';

/** What a carrier's code says. */
export interface Meaning {
	readonly stage: Stage | null;
	/** Why, in words of ours. */
	readonly reason?: Reason | undefined;
}

export type Reading = Pick<OrderEvent, 'stage' | 'stageEvidence' | 'reason' | 'reasonCode'>;

/** Stages that have a reason. What carriers write beside others describes the scan. */
const TROUBLE: ReadonlySet<Stage | null> = new Set([
	'delayed',
	'failed_attempt',
	'returned',
	'cancelled',
	'exception',
] as const);

/** @param evidence which field said so. @param why in the carrier's own words, for the operator. */
export const readingOf = (meaning: Meaning | undefined, evidence: string, why?: unknown): Reading => ({
	stage: meaning?.stage ?? null,
	stageEvidence: evidence,
	reason: TROUBLE.has(meaning?.stage ?? null) ? textOf(why) : undefined,
	reasonCode: meaning?.reason,
});

/** The same meaning for many codes, which are separated by blanks. */
export const codes = (meaning: Meaning, list: string): Readonly<Record<string, Meaning>> =>
	Object.fromEntries(list.split(' ').map((code) => [code, meaning]));

/** Stages in which an estimate still means something; carriers keep the last one for ever. */
const STILL_COMING: ReadonlySet<Stage | null> = new Set([
	'label_created',
	'shipped',
	'out_for_delivery',
	'delayed',
	'failed_attempt',
	'exception',
] as const);

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
	eta: STILL_COMING.has(parcel.stage) ? parcel.eta : undefined,
	...parcelLookUp(name),
});
