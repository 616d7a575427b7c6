import { wallClock } from '../format';

/**
 * From which age people may be texted about what is not for everybody (alcohol and the like), by the country of their phone.
 * Null where no age is known.
 */
const LEAST_AGES: Readonly<Record<string, number | null>> = {
	// CTIA, Short Code Monitoring Handbook: alcohol and tobacco need an age gate; both are sold from 21
	US: 21,
	// What Klaviyo asks of age-gated programmes (help.klaviyo.com/hc/en-us/articles/17252552814875)
	GB: 18,
	AU: 18,
	AT: 18,
	BE: 18,
	DE: 18,
	ES: 18,
	FR: 18,
	IE: 18,
	IT: 18,
	PT: 18,
	CH: 16,
	// The other members of the European Union: of age at 18, which is also the age for alcohol
	BG: 18,
	CY: 18,
	CZ: 18,
	EE: 18,
	GR: 18,
	HR: 18,
	HU: 18,
	LU: 18,
	MT: 18,
	NL: 18,
	PL: 18,
	RO: 18,
	SI: 18,
	SK: 18,
	// but from 20: alcohol in Lithuania (since 2018), tobacco in Latvia (since 2025)
	LT: 20,
	LV: 20,
	// Klaviyo permits no age-gated programmes there at all (the same page), so it names no age
	CA: null,
	NZ: null,
	DK: null,
	NO: null,
	FI: null,
	SE: null,
};

/** For people whose country is not known, or not in the table. */
const STRICTEST = 21;

/**
 * The least age in a country: the strictest of all where it is not known which one, undefined where the country is known and
 * its age is not; see {@link ageObjection} for what that means.
 *
 * @param country ISO 3166-1 alpha-2.
 */
export function leastAge(country: string | undefined): number | undefined {
	if (country === undefined || !Object.hasOwn(LEAST_AGES, country)) return STRICTEST;
	return LEAST_AGES[country] ?? undefined;
}

interface Day {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

/**
 * How many years old somebody is today, in their zone. Who was born on 29 February has the birthday on 1 March in common years.
 *
 * @param birthday YYYY-MM-DD, as {@link readBirthday} gives it.
 * @param timeZone IANA zone.
 */
export function ageOn(birthday: string, now: Date, timeZone: string): number {
	const [year = NaN, month = NaN, day = NaN] = birthday.split('-').map(Number);
	const today = wallClock(now.getTime(), timeZone);
	const isBeforeBirthday = today.month < month || (today.month === month && today.day < day);
	return today.year - year - (isBeforeBirthday ? 1 : 0);
}

/**
 * Why a birthday cannot be used.
 *
 * - `empty`: there is none
 * - `no-year`: a day without a full year: "12-31", "31.12.90"
 * - `ambiguous`: day and month may be meant either way: 05/06/1990
 * - `invalid`: no date
 * - `future`, `too-old`: nobody alive was born then
 */
export type BirthdayProblem = 'empty' | 'no-year' | 'ambiguous' | 'invalid' | 'future' | 'too-old';

/** Either the date or the problem. */
export interface Birthday {
	/** YYYY-MM-DD. */
	readonly date?: string;
	readonly problem?: BirthdayProblem;
}

/** The oldest person whose age is proven was 122. */
const OLDEST = 125;

/**
 * Reads a full date of birth: an ISO date or date-time (the day that is written counts, whatever its zone), a Date (its day in
 * UTC, as shops and forms store days), 31.12.1990, and 12/31/1990 or 31/12/1990 where only one reading is possible. It does
 * not guess.
 */
export function readBirthday(raw: unknown, now: Date): Birthday {
	const text = textOf(raw);
	if (text === '') return { problem: 'empty' };
	const day = dayIn(text);
	if (typeof day === 'string') return { problem: day };
	if (!exists(day)) return { problem: 'invalid' };
	if (asTime(day) > now.getTime()) return { problem: 'future' };
	if (day.year < now.getUTCFullYear() - OLDEST) return { problem: 'too-old' };
	return { date: new Date(asTime(day)).toISOString().slice(0, 10) };
}

function textOf(raw: unknown): string {
	if (raw === undefined || raw === null) return '';
	if (raw instanceof Date) return Number.isNaN(raw.getTime()) ? 'invalid' : raw.toISOString();
	// what n8n's expressions give for dates (Luxon) is an ISO date-time as text
	return String(raw).trim();
}

/** Year first; "1990-12-31T00:00:00+01:00", "1990/12/31". */
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{2}:\d{2}.*)?$/;
const YEAR_LAST = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})$/;
/** "--12-31" is how ISO 8601 and vCards leave the year out. */
const NO_YEAR = /^(?:--)?\d{1,2}[-/.] ?\d{1,2}(?:[-/.] ?(?:\d{2})?)?$/;

function dayIn(text: string): Day | BirthdayProblem {
	const yearFirst = YEAR_FIRST.exec(text);
	if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[3]), day: Number(yearFirst[4]) };
	const yearLast = YEAR_LAST.exec(text);
	if (!yearLast) return NO_YEAR.test(text) ? 'no-year' : 'invalid';
	const [one, other, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])];
	const dayFirst = { year, month: other, day: one };
	// nobody writes the month first with dots
	if (yearLast[2] === '.') return dayFirst;
	const monthFirst = { year, month: one, day: other };
	if (one !== other && exists(dayFirst) && exists(monthFirst)) return 'ambiguous';
	return exists(dayFirst) ? dayFirst : monthFirst;
}

const asTime = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day);

/** Years before 100 do not: Date takes them for those of the last century. */
function exists(day: Day): boolean {
	const date = new Date(asTime(day));
	return day.year === date.getUTCFullYear() && day.month === date.getUTCMonth() + 1 && day.day === date.getUTCDate();
}

/** Why the age gate lets somebody not pass. Saved in workflows: append, never rename. */
export type AgeRule = 'age-unknown' | 'too-young';

export interface AgeObjection {
	readonly rule: AgeRule;
	/** For the operator; says nothing of the birthday itself. */
	readonly reason: string;
}

export interface AgeFacts {
	/** YYYY-MM-DD; undefined when it is not known in full. */
	readonly birthday: string | undefined;
	/** ISO 3166-1 alpha-2 country of the phone. */
	readonly country: string | undefined;
	/** The operator's own choice; overrides the country's. */
	readonly leastAge?: number | undefined;
	readonly now: Date;
	/** IANA zone of the person. */
	readonly timeZone: string;
}

/**
 * Asks the age gate, before marketing consent; undefined when nothing is against it. Where no least age of a country is known
 * the strictest counts, until the operator names one: a gate that somebody has put up does not stand open.
 */
export function ageObjection(facts: AgeFacts): AgeObjection | undefined {
	const { birthday, country, now, timeZone } = facts;
	const least = facts.leastAge ?? leastAge(country) ?? STRICTEST;
	if (birthday === undefined) {
		return {
			rule: 'age-unknown',
			reason: `People must be at least ${least} to be asked, and no full date of birth is known of this one`,
		};
	}
	// not "less than": an unreadable birthday must not pass
	if (ageOn(birthday, now, timeZone) >= least) return undefined;
	return { rule: 'too-young', reason: `People must be at least ${least} to be asked, and this one is younger` };
}
