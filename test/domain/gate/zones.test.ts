// Over every IANA zone and several years, around every change of its clock: no offer leaves in a closed hour, and none waits for
// ever. Judged by wall.ts.
import { decide, type PromotionMessage } from '../../../lib/domain/gate';
import { type DayHours, type OpeningHours } from '../../../lib/domain/law/hours';
import { type Law } from '../../../lib/domain/law/law';
import { chance, wall } from './wall';

const DAY = 86_400_000;
const MINUTE = 60_000;
const NO_LAW: Law = { version: '2026-11-22', rows: [] };
const ZONES = [...Intl.supportedValuesOf('timeZone'), 'Etc/GMT+12', 'Etc/GMT-14'];

const CHOICES: readonly OpeningHours[] = [
	{ weekdays: { from: '09:00', to: '20:00' }, sunday: { from: '12:00', to: '18:00' } },
	{ weekdays: { from: '00:00', to: '24:00' }, sunday: 'closed' },
	{ weekdays: { from: '01:30', to: '02:30' } },
	{ weekdays: { from: '23:45', to: '24:00' }, saturday: 'closed' },
	{ weekdays: { from: '00:00', to: '00:15' } },
	{ weekdays: { from: '10:00', to: '10:01' }, saturday: 'closed', sunday: 'closed' },
];

function isOpen(instant: number, zone: string, hours: OpeningHours): boolean {
	const { time, weekday } = wall(instant, zone);
	const day: DayHours | 'closed' = (weekday === 0 ? hours.sunday : weekday === 6 ? hours.saturday : undefined) ?? hours.weekdays;
	return day !== 'closed' && time >= day.from && time < day.to;
}

const offset = (instant: number, zone: string) => {
	const { date, time } = wall(instant, zone);
	return Date.parse(`${date}T${time}:00Z`) - instant;
};

/** The first minutes of new offsets in a year. */
function changesOf(zone: string, year: number): number[] {
	const changes: number[] = [];
	for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 3 * DAY) {
		let [before, after] = [day, day + 3 * DAY];
		if (offset(before, zone) === offset(after, zone)) continue;
		while (after - before > MINUTE) {
			const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
			if (offset(middle, zone) === offset(day, zone)) before = middle;
			else after = middle;
		}
		changes.push(after);
	}
	return changes;
}

function check(zone: string, now: number, hours: OpeningHours, isThorough: boolean): string | undefined {
	const message: PromotionMessage = { purpose: 'marketing', recipient: { timeZone: zone }, hours };
	const decision = decide(message, { consent: { outcome: 'consented' } }, new Date(now), NO_LAW);
	const what = `${zone} ${new Date(now).toISOString()} ${JSON.stringify(hours.weekdays)}: ${JSON.stringify(decision)}`;
	if (decision.action === 'send') return isOpen(now, zone, hours) ? undefined : `closed: ${what}`;
	if (decision.action === 'skip') return `skipped: ${what}`;
	const until = decision.until.getTime();
	if (until <= now || until > now + 60 * DAY) return `not within 60 days: ${what}`;
	if (isOpen(now, zone, hours) || !isOpen(until, zone, hours)) return `open now, or closed then: ${what}`;
	if (isOpen(until - 1, zone, hours)) return `open before: ${what}`;
	const step = isThorough ? MINUTE : 15 * MINUTE;
	for (let moment = Math.ceil(now / step) * step; moment < until; moment += step) {
		if (isOpen(moment, zone, hours)) return `open before, at ${new Date(moment).toISOString()}: ${what}`;
	}
	return undefined;
}

// 2011: Apia leaves a day out; the others: leap years, common years, and what is known of years to come
test.each([2011, 2024, 2026, 2027, 2028])('in every zone, in %i', (year) => {
	const draw = chance(year);
	const wrong: string[] = [];
	for (const zone of ZONES) {
		const moments = [
			...changesOf(zone, year).flatMap((change) => [-DAY, -90 * MINUTE, -1, 0, 30 * MINUTE, DAY].map((shift) => change + shift)),
			...Array.from({ length: 4 }, () => Date.UTC(year, 0, 1) + draw.below(365 * 24 * 60) * MINUTE + draw.below(60_000)),
			Date.UTC(year, 1, 28, 23, 59),
		];
		for (const now of moments) {
			const problem = check(zone, now, draw.of(CHOICES), draw.isOnce(20));
			if (problem) wrong.push(problem);
		}
	}
	expect(wrong).toEqual([]);
}, 60_000);
