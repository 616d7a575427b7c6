import { DomainError } from '../errors';

/** Hours of a day, by the recipient's clock: from the first minute on, up to but not including the second. HH:MM; "24:00" is the end. */
export interface DayHours {
	readonly from: string;
	/** Not after `from`: never. Hours that go over midnight are not known here; nobody is texted at night. */
	readonly to: string;
}

/** When texts may arrive. */
export interface OpeningHours {
	/** Monday to Friday, and every day that is not given. */
	readonly weekdays: DayHours;
	/** 'closed': not at all. Undefined: as on weekdays. */
	readonly saturday?: DayHours | 'closed' | undefined;
	/** As above. */
	readonly sunday?: DayHours | 'closed' | undefined;
	/** Public holidays of the recipient's country, as far as they are known (see holidays.ts). Undefined: as the day of the week. */
	readonly holidays?: 'closed' | undefined;
}

/** What offers are sent at where the operator has set nothing: inside what every known law allows on a usual day. */
export const DEFAULT_HOURS: OpeningHours = {
	weekdays: { from: '09:00', to: '20:00' },
	sunday: { from: '12:00', to: '18:00' },
};

/** Minutes of a day: from the first on, up to but not including the second. Empty when they are the same. */
export interface Minutes {
	readonly from: number;
	readonly to: number;
}

const CLOSED: Minutes = { from: 0, to: 0 };

/** Hours with the texts read, by day of the week: 0 is Sunday. */
export interface ReadHours {
	readonly byWeekday: readonly Minutes[];
	readonly isClosedOnHolidays: boolean;
}

const read = new WeakMap<OpeningHours, ReadHours>();

/** @throws DomainError `bad-setting` for what is no time of day. */
export function readHours(hours: OpeningHours): ReadHours {
	const known = read.get(hours);
	if (known) return known;
	const weekdays = minutesOf(hours.weekdays);
	const saturday = minutesOf(hours.saturday ?? hours.weekdays);
	const sunday = minutesOf(hours.sunday ?? hours.weekdays);
	const result: ReadHours = {
		byWeekday: [sunday, weekdays, weekdays, weekdays, weekdays, weekdays, saturday],
		isClosedOnHolidays: hours.holidays === 'closed',
	};
	read.set(hours, result);
	return result;
}

function minutesOf(hours: DayHours | 'closed'): Minutes {
	if (hours === 'closed') return CLOSED;
	const [from, to] = [minuteOf(hours.from), minuteOf(hours.to)];
	return from < to ? { from, to } : CLOSED;
}

const TIME_OF_DAY = /^(\d{1,2}):([0-5]\d)$/;

function minuteOf(text: string): number {
	const [, hour, minute] = TIME_OF_DAY.exec(text) ?? [];
	const minutes = Number(hour) * 60 + Number(minute);
	if (minutes <= 24 * 60) return minutes;
	throw new DomainError('bad-setting', `"${text}" is no time of day`, 'Write hours and minutes, as in 09:00, or 24:00 for the end of the day.');
}
