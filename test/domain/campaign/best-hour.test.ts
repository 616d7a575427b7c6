import fc from 'fast-check';
import { bestHour, type BestHourSettings, type HourlyActivity } from '../../../lib/domain/campaign/best-hour';
import { wallClock } from '../../../lib/domain/format';
import { always } from '../../support/properties';

const DAY = 24 * 3600 * 1000;
/** A Monday, eight in the morning in Warsaw. */
const NOW = new Date('2026-11-23T07:00:00Z');
const ALL_DAY = { weekdays: { from: '00:00', to: '24:00' } };

const settings = (more: Partial<BestHourSettings> = {}): BestHourSettings => ({
	hours: { weekdays: { from: '09:00', to: '20:00' }, sunday: { from: '12:00', to: '18:00' } },
	timeZone: 'Europe/Warsaw',
	fallbackHour: 11,
	withinHours: 24,
	now: NOW,
	...more,
});
/** Something done at an hour of Warsaw's clock, so many days ago; clocks were changed 29 days ago. */
const did = (kind: HourlyActivity['kind'], hour: number, daysAgo = 1): HourlyActivity => ({
	kind,
	at: new Date(Date.UTC(2026, 10, 23, hour - (daysAgo > 29 && daysAgo < 200 ? 2 : 1), 30) - daysAgo * DAY),
});
const times = (count: number, what: HourlyActivity) => new Array<HourlyActivity>(count).fill(what);
/** A shop whose customers are busy at one hour, and now and then at others. */
const shop = (peak: number, most = 100): number[] => Array.from({ length: 24 }, (_, hour) => (hour === peak ? most : most / 20));
const NOBODY = new Array<number>(24).fill(0);

describe('the hour', () => {
	test.each<[string, HourlyActivity[], number[], number, string]>([
		['own habit', times(6, did('reply', 18)), shop(12), 18, 'own'],
		['own habit, of a shop that is not known', times(3, did('order', 18)), NOBODY, 18, 'own'],
		['two things are not enough', times(2, did('click', 18)), shop(12), 12, 'shop'],
		['nothing known', [], shop(12), 12, 'shop'],
		['a shop of 29 things is not enough', [], [...NOBODY.slice(1), 29], 11, 'fallback'],
		['newer things count more', [...times(5, did('order', 10, 300)), ...times(3, did('order', 17, 2))], NOBODY, 17, 'own'],
		['what was two months ago counts half', [...times(5, did('order', 10, 61)), ...times(3, did('order', 17, 1))], NOBODY, 17, 'own'],
		['but counts', [...times(7, did('order', 10, 61)), ...times(3, did('order', 17, 1))], NOBODY, 10, 'own'],
		['a reply says more than two orders', [...times(2, did('order', 10)), did('reply', 17)], NOBODY, 17, 'own'],
		['a click too', [...times(2, did('order', 10)), did('click', 17)], NOBODY, 17, 'own'],
		['two neighbours say more than one hour apart', [...times(2, did('order', 16)), ...times(2, did('order', 17)), ...times(3, did('order', 10))], NOBODY, 17, 'own'],
		['one order at three in the morning says little', [did('order', 3), ...times(2, did('order', 18))], shop(12), 18, 'own'],
		['three scattered orders say less than a shop with a clear hour', [did('order', 9), did('order', 12), did('order', 18)], shop(15, 1000), 15, 'own'],
		['more than a year ago is forgotten', times(9, did('reply', 18, 366)), shop(12), 12, 'shop'],
		['what lies ahead is a wrong clock', times(9, did('reply', 18, -3)), shop(12), 12, 'shop'],
	])('%s', (_what, own, everybody, hour, from) => {
		expect(bestHour(own, everybody, settings())).toMatchObject({ hour, from });
	});

	test('before and after midnight are neighbours', () => {
		const own = [...times(2, did('order', 23)), ...times(2, did('order', 0)), ...times(3, did('order', 12))];
		expect(bestHour(own, NOBODY, settings({ hours: ALL_DAY })).hour).toBe(23);
	});
});

describe('the moment', () => {
	test.each<[string, Partial<BestHourSettings>, number, string]>([
		['is the hour’s next beginning', {}, 18, '2026-11-23T17:00:00.000Z'],
		['is now within the hour', { now: new Date('2026-11-23T17:42:10Z') }, 18, '2026-11-23T17:42:10.000Z'],
		['is tomorrow when it is over', { now: new Date('2026-11-23T18:00:00Z') }, 18, '2026-11-24T17:00:00.000Z'],
		['is the nearest before closing', {}, 21, '2026-11-23T18:00:00.000Z'],
		['is the nearest after opening', {}, 7, '2026-11-23T08:00:00.000Z'],
		['comes in time', { withinHours: 4 }, 18, '2026-11-23T11:00:00.000Z'],
		['comes in time, to the second', { withinHours: 10 }, 18, '2026-11-23T17:00:00.000Z'],
		['keeps Sunday’s hours', { now: new Date('2026-11-22T07:00:00Z') }, 18, '2026-11-22T16:00:00.000Z'],
		['waits for Monday', { now: new Date('2026-11-22T07:00:00Z'), withinHours: 48 }, 18, '2026-11-23T17:00:00.000Z'],
		['leaves a closed day out', { now: new Date('2026-11-22T07:00:00Z'), withinHours: 48, hours: { weekdays: { from: '09:00', to: '20:00' }, sunday: 'closed' } }, 18, '2026-11-23T17:00:00.000Z'],
		['is not at closing time', { hours: { weekdays: { from: '09:00', to: '18:00' } } }, 18, '2026-11-23T16:00:00.000Z'],
		['is not in an hour that opens in its middle', { hours: { weekdays: { from: '18:30', to: '20:00' } } }, 18, '2026-11-23T18:00:00.000Z'],
	])('%s', (_what, more, hour, at) => {
		expect(bestHour(times(6, did('reply', hour, 2)), NOBODY, settings(more)).at.toISOString()).toBe(at);
	});

	test('where no hour is allowed in time, is now, and the gate decides', () => {
		const late = settings({ now: new Date('2026-11-23T21:00:00Z'), withinHours: 3 });
		expect(bestHour(times(6, did('reply', 18)), NOBODY, late)).toEqual({
			hour: 22,
			at: late.now,
			from: 'fallback',
			reason: 'No hour that is allowed begins within 3 hours, Europe/Warsaw: the text leaves when the rules next let it.',
		});
	});

	test.each([
		['Europe/Warsaw', '2026-03-28T20:00:00Z', 2, 1, '2026-03-29T00:00:00.000Z'],
		['Europe/Warsaw', '2026-10-24T20:00:00Z', 2, 2, '2026-10-25T00:00:00.000Z'],
		['Australia/Lord_Howe', '2026-10-03T12:00:00Z', 2, 2, '2026-10-03T15:30:00.000Z'],
		['Asia/Kathmandu', '2026-11-23T07:00:00Z', 18, 18, '2026-11-23T12:15:00.000Z'],
	])('in %s at %s, %d o’clock', (timeZone, now, wanted, hour, at) => {
		const chosen = bestHour([], NOBODY, settings({ timeZone, now: new Date(now), fallbackHour: wanted, hours: ALL_DAY, withinHours: 12 }));
		expect([chosen.hour, chosen.at.toISOString()]).toEqual([hour, at]);
	});
});

describe('the reason', () => {
	const mixed = [...times(4, did('order', 18)), ...times(2, did('reply', 18))];
	test.each<[HourlyActivity[], number[], Partial<BestHourSettings>, string]>([
		[mixed, shop(12), {}, 'Their 6 orders and replies were mostly around 18:00, Europe/Warsaw.'],
		[[...mixed, did('click', 18)], shop(12), {}, 'Their 7 orders, replies and clicks were mostly around 18:00, Europe/Warsaw.'],
		[times(3, did('click', 18)), NOBODY, {}, 'Their 3 clicks were mostly around 18:00, Europe/Warsaw.'],
		[
			[did('order', 9), did('order', 12), did('order', 18)],
			shop(15, 1000),
			{},
			'Their 3 orders were at many hours; with what the shop’s other customers do, the best is 15:00, Europe/Warsaw.',
		],
		[
			times(6, did('reply', 22)),
			NOBODY,
			{},
			'Their 6 replies were mostly around 22:00, Europe/Warsaw. 19:00 is the best of the hours that are allowed and come in time.',
		],
		[
			[did('order', 9)],
			shop(12),
			{},
			'Too little is known of them (1 order); the shop’s customers are most active around 12:00, Europe/Warsaw.',
		],
		[[], shop(12), {}, 'Nothing is known of them; the shop’s customers are most active around 12:00, Europe/Warsaw.'],
		[
			[],
			NOBODY,
			{},
			'Nothing is known of them, and too little of the shop’s customers; the hour set for that is 11:00, Europe/Warsaw.',
		],
	])('%#', (own, everybody, more, reason) => {
		expect(bestHour(own, everybody, settings(more)).reason).toBe(reason);
	});
});

test('in every zone and at any time: an hour that is allowed, in time, as the clock there shows it', () => {
	const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
	const time = fc.integer({ min: 0, max: 48 }).map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
	const dayHours = fc.record({ from: time, to: time });
	const hours = fc.record({
		weekdays: dayHours,
		saturday: fc.option(fc.oneof(dayHours, fc.constant('closed' as const)), { nil: undefined }),
		sunday: fc.option(fc.oneof(dayHours, fc.constant('closed' as const)), { nil: undefined }),
	});
	const from = Date.parse('2025-01-01T00:00:00Z');
	const moment = fc.integer({ min: 0, max: 4 * 365 * DAY }).map((later) => new Date(from + later));
	const activity = fc.array(
		fc.record({
			kind: fc.constantFrom('order', 'reply', 'click'),
			ago: fc.integer({ min: 0, max: 400 * DAY }),
		}),
		{ maxLength: 8 },
	);
	always(
		fc.property(
			fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
			moment,
			hours,
			fc.integer({ min: 1, max: 72 }),
			fc.integer({ min: 0, max: 23 }),
			activity,
			fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 24, maxLength: 24 }),
			(timeZone, now, open, withinHours, fallbackHour, done, everybody) => {
				const own = done.map(({ kind, ago }) => ({ kind, at: new Date(now.getTime() - ago) }));
				const chosen = bestHour(own, everybody, { hours: open, timeZone, fallbackHour, withinHours, now });
				const clock = wallClock(chosen.at.getTime(), timeZone);
				expect(chosen.hour).toBe(clock.hour);
				expect(chosen.at.getTime()).toBeGreaterThanOrEqual(now.getTime());
				expect(chosen.at.getTime()).toBeLessThanOrEqual(now.getTime() + withinHours * 3600 * 1000);
				if (chosen.reason.startsWith('No hour')) return expect(chosen.at).toEqual(now);
				const weekday = new Date(Date.UTC(clock.year, clock.month - 1, clock.day)).getUTCDay();
				const ofDay = (weekday === 0 ? open.sunday : weekday === 6 ? open.saturday : undefined) ?? open.weekdays;
				if (ofDay === 'closed') throw new Error('on a closed day');
				const shown = clock.hour * 60 + clock.minute;
				expect(shown).toBeGreaterThanOrEqual(minutes(ofDay.from));
				expect(shown).toBeLessThan(minutes(ofDay.to));
				if (chosen.at > now) expect([0, 30]).toContain(clock.minute); // 30: Lord Howe, once a year
			},
		),
		2000,
	);
});
