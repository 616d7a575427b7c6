import { type GateRule, type Pressure } from '../gate';
import { DAY, HOUR, localTime } from '../law/clock';
import { holdsOn, type LawRow } from '../law/law';
import { nextDay } from '../law/opening';
import { authorityOf, type Hindrance, sourceOf } from './timing';

/** Limits where the operator has set none: what marketing suites recommend, well inside every law's cap. */
export const DEFAULT_PRESSURE = { perDay: 1, per24Hours: 3, per30Days: 8, gapHours: 16 } as const satisfies Pressure;

interface Offers {
	/** When offers were sent to the phone. */
	readonly offersAt: readonly Date[];
	/** The moment at which one more would be sent. */
	readonly at: number;
	/** Candidates for the recipient's calendar. */
	readonly zones: readonly string[];
}

/** The limits that one more offer would go over; those of the operator first. */
export function limitsReached(pressure: Pressure | undefined, rows: readonly LawRow[], offers: Offers): Hindrance[] {
	const { offersAt, at, zones } = offers;
	const { perDay, per24Hours, per30Days, gapHours } = { ...DEFAULT_PRESSURE, ...defined(pressure) };
	const newestFirst = offersAt.map((date) => date.getTime()).sort((one, other) => other - one);
	const found: Hindrance[] = [];
	const today = endOfFullDay(newestFirst, perDay, at, zones);
	if (today !== undefined) found.push({ rule: 'daily-cap', until: today, why: limitSentence(perDay, 'a day') });
	const limits: ReadonlyArray<[rule: GateRule, most: number, days: number, span: string]> = [
		['rolling-cap', per24Hours, 1, 'in 24 hours'],
		['monthly-cap', per30Days, 30, 'in 30 days'],
	];
	for (const [rule, most, days, span] of limits) {
		const until = endOfFullSpan(newestFirst, most, days * DAY, at);
		if (until !== undefined) found.push({ rule, until, why: limitSentence(most, span) });
	}
	const last = newestFirst[0];
	if (last !== undefined && last + gapHours * HOUR > at) {
		found.push({ rule: 'minimum-gap', until: last + gapHours * HOUR, why: `${hours(gapHours)} have to lie between two offers` });
	}
	for (const row of rows) {
		if (row.per24Hours === undefined || !zones.some((zone) => holdsOn(row, localTime(at, zone).day))) continue;
		const until = endOfFullSpan(newestFirst, row.per24Hours, DAY, at);
		const why = `${authorityOf(row)} allows ${offersOf(row.per24Hours)} in 24 hours`;
		if (until !== undefined) found.push({ rule: 'law-cap', until, why, law: sourceOf(row) });
	}
	return found;
}

const defined = (pressure: Pressure = {}): Partial<Record<keyof Pressure, number>> =>
	Object.fromEntries(Object.entries(pressure).filter(([, value]) => value !== undefined));

const offersOf = (count: number) => (count === 1 ? '1 offer' : `${count} offers`);
const hours = (count: number) => (count === 1 ? '1 hour' : `${count} hours`);

const limitSentence = (most: number, span: string) => `The limit of ${offersOf(most)} ${span} is reached`;

/** When the day ends, in all zones in which it has its offers already. Undefined: it has not. */
function endOfFullDay(newestFirst: readonly number[], most: number, at: number, zones: readonly string[]): number | undefined {
	if (most <= 0) return Infinity;
	if (newestFirst.length < most) return undefined;
	const full = zones.filter((zone) => {
		const today = localTime(at, zone).day;
		return newestFirst.filter((offer) => localTime(offer, zone).day === today).length >= most;
	});
	return full.length === 0 ? undefined : Math.max(...full.map((zone) => nextDay(at, zone)));
}

/** When so many offers no longer lie within a span. Undefined: they do not now. */
function endOfFullSpan(newestFirst: readonly number[], most: number, span: number, at: number): number | undefined {
	if (most <= 0) return Infinity;
	const oldest = newestFirst[most - 1];
	return oldest !== undefined && oldest + span > at ? oldest + span : undefined;
}
