import { costOf, type PriceTable } from '../../domain/campaign/prices';
import { type CarrierError } from '../../domain/errors';
import { type Drained } from '../drain-outbox';
import { type PlannedPerson } from './plan-campaign';
import { type PreviewedPerson } from './preview-campaign';

/** How many, by what; the keys are rules, countries, names of wordings. */
type Counts = Record<string, number>;

const count = (counts: Counts, key: string | undefined, by = 1) => {
	const name = key ?? '?';
	counts[name] = (counts[name] ?? 0) + by;
};

/** What a run has done, in numbers: memory does not grow with the audience. */
export interface RunTally {
	/** Of the audience. */
	people: number;
	/** Texts that this run has put into the outbox. */
	planned: number;
	/** People whose text an earlier run had planned, by its status. */
	readonly there: Counts;
	readonly skipped: Counts;
	/** Texts that this run has sent, whoever had planned them. */
	sent: number;
	segments: number;
	failed: number;
	uncertain: number;
	readonly sentByVariant: Counts;
	/** Of a failed or uncertain text: the first. */
	error?: CarrierError | undefined;
	/** Codes that were given and that no shop has. */
	unpublishedCodes: number;
	/** Of the numbers. */
	readonly countries: Set<string>;
}

export const newRunTally = (): RunTally => ({
	people: 0,
	planned: 0,
	there: {},
	skipped: {},
	sent: 0,
	segments: 0,
	failed: 0,
	uncertain: 0,
	sentByVariant: {},
	unpublishedCodes: 0,
	countries: new Set(),
});

export function countPlanned(tally: RunTally, answer: PlannedPerson): void {
	tally.people++;
	if (answer.person.phone.country) tally.countries.add(answer.person.phone.country);
	if (answer.outcome === 'left-out') count(tally.skipped, answer.rule);
	else if (answer.outcome === 'there') count(tally.there, answer.status);
	else {
		tally.planned++;
		if (answer.code && answer.code.publishedTo.length === 0) tally.unpublishedCodes++;
	}
}

export function countDrained(tally: RunTally, drained: Drained): void {
	switch (drained.outcome) {
		case 'sent':
			tally.sent++;
			tally.segments += drained.receipt.segments ?? drained.text.segments;
			if (drained.text.variant) count(tally.sentByVariant, drained.text.variant);
			break;
		case 'failed':
		case 'uncertain':
			tally[drained.outcome]++;
			tally.error ??= drained.error;
			break;
		case 'skipped':
			count(tally.skipped, drained.rule);
			break;
		case 'postponed': // it waits, as the ledger knows
			break;
	}
}

/** What a campaign would do, in numbers. */
export interface PreviewTally {
	people: number;
	send: number;
	readonly wait: Counts;
	readonly there: Counts;
	readonly skip: Counts;
	segments: number;
	readonly byVariant: Counts;
	/** By the country of the number, of texts that would go now or later. */
	readonly byCountry: Map<string, { texts: number; segments: number }>;
	/** When the last that would wait is due; undefined when none would. */
	lastAt?: Date | undefined;
}

export const newPreviewTally = (): PreviewTally => ({
	people: 0,
	send: 0,
	wait: {},
	there: {},
	skip: {},
	segments: 0,
	byVariant: {},
	byCountry: new Map(),
});

export function countPreviewed(tally: PreviewTally, answer: PreviewedPerson): void {
	tally.people++;
	if (answer.outcome === 'left-out') count(tally.skip, answer.rule);
	else if (answer.outcome === 'there') count(tally.there, answer.status);
	else {
		const { text, waits, person } = answer;
		if (waits) count(tally.wait, waits.rule);
		else tally.send++;
		if (waits && waits.until > (tally.lastAt ?? new Date(0))) tally.lastAt = waits.until;
		tally.segments += text.segments;
		if (text.variant) count(tally.byVariant, text.variant);
		const country = person.phone.country ?? '?';
		const known = tally.byCountry.get(country) ?? { texts: 0, segments: 0 };
		tally.byCountry.set(country, { texts: known.texts + 1, segments: known.segments + text.segments });
	}
}

/** What texts to a country come to. `cost` is undefined where the table has no price. */
export interface CountryCost {
	readonly country: string;
	readonly texts: number;
	readonly segments: number;
	readonly cost?: number | undefined;
}

/** The countries with the most segments first, and what is known of the whole cost. */
export function costs(
	byCountry: ReadonlyMap<string, { readonly texts: number; readonly segments: number }>,
	prices: PriceTable | undefined,
): { readonly byCountry: readonly CountryCost[]; readonly total?: number | undefined; readonly unpriced: readonly string[] } {
	const rows = [...byCountry]
		.map(([country, { texts, segments }]) => ({
			country,
			texts,
			segments,
			cost: prices && rounded(costOf(segments, country === '?' ? undefined : country, prices)),
		}))
		.sort((a, b) => b.segments - a.segments);
	const known = rows.flatMap(({ cost }) => (cost === undefined ? [] : [cost]));
	const unpriced = prices ? rows.flatMap(({ country, cost }) => (cost === undefined ? [country] : [])) : [];
	return { byCountry: rows, total: prices && rounded(known.reduce((sum, cost) => sum + cost, 0)), unpriced };
}

/** Prices of a segment have four digits behind the point. */
const rounded = <T extends number | undefined>(cost: T): T =>
	(cost === undefined ? cost : Math.round(cost * 10_000) / 10_000) as T;
