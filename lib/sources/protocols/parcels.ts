// What parcel trackers have in common.

import { type OrderEvent, type Tracking } from '../../domain/order-event';
import { type Stage } from '../../domain/stages';
import { type Reason } from '../../domain/texts/texts';
import { firstText, idOf, linkOf, textOf } from '../read';

/** What a code says beyond the status that it belongs to. */
export interface Meaning {
	/** Undefined where the status itself says the stage. */
	readonly stage?: Stage | null;
	readonly reason?: Reason;
}

type Reading = Pick<OrderEvent, 'stage' | 'stageEvidence' | 'reasonCode'>;

/** What a status says, with what its own code says more exactly. An unknown status (undefined) tells nothing. */
export const refined = (
	stage: Stage | null | undefined,
	meaning: Meaning | undefined,
	stageEvidence: string,
): Reading => ({
	stage: meaning?.stage === undefined ? (stage ?? null) : meaning.stage,
	stageEvidence,
	reasonCode: meaning?.reason,
});

/** The parcel that a payload is about; none where it leaves neither a number nor a link. */
export function parcelOf(number: unknown, url?: unknown, company?: unknown): Tracking[] {
	const parcel = { number: idOf(number), url: linkOf(url), company: textOf(company) };
	return parcel.number || parcel.url ? [parcel] : [];
}

/** Stages in which an estimate still means something; trackers keep the last one for ever. */
const HAS_ETA: ReadonlySet<Stage | null> = new Set([
	'label_created',
	'shipped',
	'out_for_delivery',
	'delayed',
	'failed_attempt',
	'exception',
] as const);

export const etaIn = (stage: Stage | null, ...estimates: readonly unknown[]): string | undefined =>
	HAS_ETA.has(stage) ? firstText(...estimates) : undefined;

/** Stages of which somebody will want to know why. */
const HAS_REASON: ReadonlySet<Stage | null> = new Set(['delayed', 'failed_attempt', 'returned', 'exception'] as const);

/** The carrier's words, where something went wrong. */
export const reasonIn = (stage: Stage | null, ...words: readonly unknown[]): string | undefined =>
	HAS_REASON.has(stage) ? firstText(...words) : undefined;

/**
 * An order's number in a field that may hold any text: "Order 000123", "1042". Undefined for what looks like something else,
 * such as words alone, or an id that no customer has seen.
 */
export function orderNumberIn(value: unknown): string | undefined {
	const number = /^(?:order\s+(?:no\.?|number)?\s*)?(#?\w[\w-]*)$/i.exec(idOf(value) ?? '')?.[1];
	return number && number.length <= 24 && /\d/.test(number) ? number : undefined;
}
