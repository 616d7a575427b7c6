import { isTimeZone, wallClock } from '../format';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What the calendar and the clock of a zone show. */
export interface LocalTime {
	/** Days since 1970-01-01, of the zone's own calendar. */
	readonly day: number;
	/** Minutes since the clock showed midnight. */
	readonly minute: number;
}

const SLOT = 15 * MINUTE;

const offsets = new Map<string, Map<number, number>>();

/** How far a zone's clock is ahead of UTC, in milliseconds. Remembered by the quarter of an hour: to ask Intl takes 50 times as long. */
export function offsetAt(instant: number, zone: string): number {
	const slot = Math.floor(instant / SLOT);
	let known = offsets.get(zone);
	if (!known) offsets.set(zone, (known = new Map<number, number>()));
	let offset = known.get(slot);
	if (offset === undefined) {
		if (known.size > 2000) known.clear();
		const start = slot * SLOT;
		offset = askedOffset(start, zone);
		// until 2011 Newfoundland changed its clocks a minute past midnight
		if (askedOffset(start + SLOT - MINUTE, zone) !== offset) offset = NaN;
		known.set(slot, offset);
	}
	return Number.isNaN(offset) ? askedOffset(instant, zone) : offset;
}

function askedOffset(instant: number, zone: string): number {
	const start = Math.floor(instant / MINUTE) * MINUTE;
	const { year, month, day, hour, minute } = wallClock(start, zone);
	return Date.UTC(year, month - 1, day, hour, minute) - start;
}

export function localTime(instant: number, zone: string): LocalTime {
	const shown = instant + offsetAt(instant, zone);
	const day = Math.floor(shown / DAY);
	return { day, minute: Math.floor((shown - day * DAY) / MINUTE) };
}

/** 0 is Sunday. */
export const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** YYYY-MM-DD as days since 1970-01-01. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** 570 is "09:30". */
export const clockFace = (minute: number): string => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;

/** E.g. "2026-11-23 09:00", as somebody there would write it. */
export function localText(instant: number, zone: string): string {
	const { day, minute } = localTime(instant, zone);
	return `${new Date(day * DAY).toISOString().slice(0, 10)} ${clockFace(minute)}`;
}

const zonesSeen = new Map<string, boolean>();

/** As {@link isTimeZone}, remembered. */
export function isKnownZone(zone: string): boolean {
	const known = zonesSeen.get(zone);
	if (known !== undefined) return known;
	if (zonesSeen.size > 2000) zonesSeen.clear();
	const is = isTimeZone(zone);
	zonesSeen.set(zone, is);
	return is;
}
