import { ETA_THRESHOLDS, isLater } from '../../lib/domain/eta-change';

const ZONE = 'Europe/Warsaw';

test.each([
	// before, after, told at another half-day, another day, any delay
	['2026-11-21', '2026-11-22', true, true, true],
	['2026-11-21T10:00:00', '2026-11-22T09:00:00', true, true, true],
	['2026-11-30', '2026-12-01', true, true, true],
	['2026-11-21T10:00:00', '2026-11-21T11:59:00', false, false, true],
	['2026-11-21T10:00:00', '2026-11-21T12:00:00', true, false, true],
	['2026-11-21T13:00:00', '2026-11-21T20:00:00', false, false, true],
	['2026-11-21T10:00:00', '2026-11-21T10:00:00', false, false, false],
	['2026-11-21', '2026-11-21', false, false, false],
	// of one of them only the day is known
	['2026-11-21', '2026-11-21T18:00:00', false, false, false],
	['2026-11-21T09:00:00', '2026-11-21', false, false, false],
	// earlier is no delay
	['2026-11-22', '2026-11-21', false, false, false],
	['2026-11-21T15:00:00', '2026-11-21T09:00:00', false, false, false],
	// 23:30 in Greenwich is the next day in Warsaw
	['2026-11-21T20:00:00Z', '2026-11-21T23:30:00Z', true, true, true],
	['2026-11-21T10:30:00Z', '2026-11-21T11:30:00Z', true, false, true],
	['2026-11-21T10:00:00-05:00', '2026-11-22T09:00:00-05:00', true, true, true],
])('%s, then %s', (before, after, ...told) => {
	expect(ETA_THRESHOLDS.map((threshold) => isLater(before, after, threshold, ZONE))).toEqual(told);
});

test.each([
	[undefined, '2026-11-21'],
	['2026-11-21', undefined],
	['soon', '2026-11-21'],
	['2026-11-21', '2026-02-30'],
])('whether %p, then %p is later, nobody knows', (before, after) => {
	for (const threshold of ETA_THRESHOLDS) expect(isLater(before, after, threshold, ZONE)).toBeUndefined();
});

test('where the customer’s zone is not known, a time in Greenwich tells the day only', () => {
	expect(isLater('2026-11-21T09:00:00Z', '2026-11-21T15:00:00Z', 'half-day', undefined)).toBe(false);
	expect(isLater('2026-11-21T09:00:00Z', '2026-11-22T15:00:00Z', 'half-day', undefined)).toBe(true);
});
