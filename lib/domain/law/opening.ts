import { DAY, dayNumber, localTime, MINUTE, offsetAt, weekday } from './clock';
import { type Minutes, type OpeningHours, readHours, type ReadHours } from './hours';
import { isHoliday } from './holidays';
import { type LawRow } from './law';

/** Hours that somebody has set, and when they hold. */
export interface HoursRule {
	readonly hours: ReadHours;
	/** The law that speaks; undefined: the operator. */
	readonly row?: LawRow | undefined;
	/** First day on which it holds, and first on which it no longer does; days since 1970-01-01. */
	readonly from: number;
	readonly until: number;
	/** Whose public holidays count. */
	readonly holidaysOf: ReadonlyArray<{ readonly country: string; readonly state?: string | undefined }>;
}

/** @param countries, states whose public holidays are kept free, if the operator keeps any. */
export const ruleOfOperator = (hours: OpeningHours, countries: readonly string[], states: readonly string[]): HoursRule => ({
	hours: readHours(hours),
	from: -Infinity,
	until: Infinity,
	holidaysOf: [
		...countries.map((country) => ({ country })),
		...states.map((state) => ({ country: 'US', state })),
	],
});

const rulesOfRows = new WeakMap<LawRow, HoursRule>();

/** Undefined for a row that is about something else than hours. */
export function ruleOfRow(row: LawRow): HoursRule | undefined {
	const known = rulesOfRows.get(row);
	if (known || !row.hours) return known;
	const rule: HoursRule = {
		hours: readHours(row.hours),
		row,
		from: row.from === undefined ? -Infinity : dayNumber(row.from),
		until: row.until === undefined ? Infinity : dayNumber(row.until),
		holidaysOf: [{ country: row.country, state: row.state }],
	};
	rulesOfRows.set(row, rule);
	return rule;
}

const isHolidayFor = (rule: HoursRule, day: number): boolean =>
	rule.hours.isClosedOnHolidays && rule.holidaysOf.some(({ country, state }) => isHoliday(country, state, day));

const ALL_DAY: Minutes = { from: 0, to: 24 * 60 };
const NEVER: Minutes = { from: 0, to: 0 };

/** The minutes of a day at which a rule lets a text through. */
export function minutesOn(rule: HoursRule, day: number): Minutes {
	if (day < rule.from || day >= rule.until) return ALL_DAY;
	if (isHolidayFor(rule, day)) return NEVER;
	return rule.hours.byWeekday[weekday(day)] ?? NEVER;
}

/** Why a rule lets nothing through at a moment of a day on which it holds. */
export function closedBy(rule: HoursRule, day: number): 'holiday' | 'day' | 'hours' {
	if (isHolidayFor(rule, day)) return 'holiday';
	const { from, to } = minutesOn(rule, day);
	return from === to ? 'day' : 'hours';
}

/** Whether all rules let a text through in all zones. */
export const isOpen = (instant: number, zones: readonly string[], rules: readonly HoursRule[]): boolean =>
	zones.every((zone) => {
		const { day, minute } = localTime(instant, zone);
		return rules.every((rule) => {
			const { from, to } = minutesOn(rule, day);
			return minute >= from && minute < to;
		});
	});

/** How far ahead an opening is looked for. */
export const MOST_DAYS_AHEAD = 60;

/**
 * The first moment, from one on, at which all rules let a text through in all zones; full minutes, unless it is that moment itself.
 * Undefined where there is none within 60 days.
 *
 * Goes from zone to zone, each time on to the next moment at which that zone may be open. Never past a change of its clock, so
 * that hours which are shown twice, not at all, or on a day that is left out (Apia, 2011) need no thought.
 */
export function nextOpening(from: number, zones: readonly string[], rules: readonly HoursRule[]): number | undefined {
	const limit = from + MOST_DAYS_AHEAD * DAY;
	let instant = from;
	let open = 0;
	for (let turn = 0; open < zones.length && instant <= limit; turn++) {
		const zone = zones[turn % zones.length] as string;
		const later = openingIn(zone, instant, rules, limit);
		open = later === instant ? open + 1 : 1;
		instant = later;
	}
	return instant <= limit ? instant : undefined;
}

/** The first moment from one on at which all rules are open in one zone; past the limit where there is none before. */
function openingIn(zone: string, from: number, rules: readonly HoursRule[], limit: number): number {
	let instant = from;
	while (instant <= limit) {
		const { day, minute } = localTime(instant, zone);
		let opens = 0;
		let closes = 24 * 60;
		for (const rule of rules) {
			const minutes = minutesOn(rule, day);
			if (minutes.from > opens) opens = minutes.from;
			if (minutes.to < closes) closes = minutes.to;
		}
		if (minute >= opens && minute < closes) return instant;
		const isYetToOpen = opens < closes && minute < opens;
		instant = advance(instant, (isYetToOpen ? opens : 24 * 60) - minute, zone);
	}
	return instant;
}

/** So many minutes on by the clock of a zone, or as far as to the moment at which that clock is changed. */
function advance(instant: number, minutes: number, zone: string): number {
	const start = Math.floor(instant / MINUTE) * MINUTE;
	const target = start + minutes * MINUTE;
	const offset = offsetAt(start, zone);
	if (offsetAt(target, zone) === offset) return target;
	let [before, after] = [start, target];
	while (after - before > MINUTE) {
		const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
		if (offsetAt(middle, zone) === offset) before = middle;
		else after = middle;
	}
	return after;
}

/** When the next day of a zone's calendar begins. */
export function nextDay(instant: number, zone: string): number {
	const { day } = localTime(instant, zone);
	let later = instant;
	for (;;) {
		const now = localTime(later, zone);
		if (now.day > day) return later;
		later = advance(later, 24 * 60 - now.minute, zone);
	}
}
