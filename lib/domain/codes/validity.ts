import { DomainError } from '../errors';
import { isTimeZone, wallClock } from '../format';
import { type Validity } from './offer';

export interface Period {
	readonly from: Date;
	/** The last moment that counts; undefined: without end. */
	readonly until?: Date | undefined;
}

/** Ten years: what is longer is a mistake, or no promotion. */
export const MOST_DAYS = 3660;

/**
 * From when until when a code can be used.
 *
 * @param givenAt when it was given to somebody, or made where it is given to nobody: a period without a beginning begins then.
 * @throws DomainError `bad-setting` for days or a zone that are none.
 */
export function periodFor(validity: Validity, givenAt: Date): Period {
	if (validity.kind === 'period') return { from: validity.from ?? givenAt, until: validity.until };
	const { days, timeZone } = validity;
	if (!Number.isInteger(days) || days < 0 || days > MOST_DAYS) {
		throw new DomainError(
			'bad-setting',
			`A code cannot be valid for ${days} days`,
			`Give a whole number from 0 (the same day) to ${MOST_DAYS}.`,
		);
	}
	try {
		return { from: givenAt, until: endOfDay(givenAt, days, timeZone) };
	} catch (error) {
		if (!(error instanceof RangeError) || isTimeZone(timeZone)) throw error;
		throw new DomainError('bad-setting', `There is no time zone "${timeZone}"`, 'Write it as in Europe/Warsaw.');
	}
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * The last millisecond of the day so many days after another, as the calendar of a zone has it. Clocks may be put forward at
 * midnight (Cairo, Beirut) and days left out (Apia, 2011), so the moment is looked for where the date changes.
 */
function endOfDay(instant: Date, daysLater: number, timeZone: string): Date {
	const { year, month, day } = wallClock(instant.getTime(), timeZone);
	const nextMidnight = Date.UTC(year, month - 1, day + daysLater + 1);
	const isOver = (moment: number) => {
		const clock = wallClock(moment, timeZone);
		return Date.UTC(clock.year, clock.month - 1, clock.day) >= nextMidnight;
	};
	// zones are between 12 hours behind UTC and 14 ahead
	let [before, after] = [nextMidnight - 15 * HOUR, nextMidnight + 13 * HOUR];
	while (after - before > MINUTE) {
		const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
		if (isOver(middle)) after = middle;
		else before = middle;
	}
	return new Date(after - 1);
}
