import fc from 'fast-check';
import { type Eta, isTimeZone, isUpcoming, readEta, wallClock } from '../../lib/domain/format';
import { always } from '../support/properties';

const WARSAW = 'Europe/Warsaw';
const brief = (eta: Eta | null) => {
	if (!eta) return null;
	const two = (number: number) => String(number).padStart(2, '0');
	const time = eta.hour === undefined ? '' : ` ${two(eta.hour)}:${two(eta.minute as number)}`;
	return `${eta.year}-${two(eta.month)}-${two(eta.day)}${time}${eta.zone ? ` ${eta.zone}` : ''}`;
};

describe('an estimated delivery', () => {
	test.each([
		// just a day
		['2026-12-01', '2026-12-01'],
		[' 2026-12-01 ', '2026-12-01'],
		['2028-02-29', '2028-02-29'],
		// without an offset: as written
		['2026-12-01T18:00:00', '2026-12-01 18:00'],
		['2026-12-01 18:00', '2026-12-01 18:00'],
		['2026-12-01t18:05:59.123', '2026-12-01 18:05'],
		// with an offset: the destination's own clock, kept
		['2026-12-01T18:00:00+01:00', '2026-12-01 18:00 +01:00'],
		['2026-12-01T18:00:00.000+0100', '2026-12-01 18:00 +01:00'],
		['2026-12-01 18:00:00+01', '2026-12-01 18:00 +01:00'],
		['2026-12-01 18:00:00 -0830', '2026-12-01 18:00 -08:30'],
		['2026-12-01T18:00-05:00', '2026-12-01 18:00 -05:00'],
		['2026-12-01T18:00:00,5+05:30', '2026-12-01 18:00 +05:30'],
		// UTC: moved
		['2026-12-01T18:00:00Z', '2026-12-01 19:00 Europe/Warsaw'],
		['2026-12-01T18:00:00.000000z', '2026-12-01 19:00 Europe/Warsaw'],
		['2026-12-01T18:00+00:00', '2026-12-01 19:00 Europe/Warsaw'],
		['2026-12-01T18:00:00-0000', '2026-12-01 19:00 Europe/Warsaw'],
		['2026-12-01 18:00:00 UTC', '2026-12-01 19:00 Europe/Warsaw'],
		['2026-12-01 18:00:00 GMT', '2026-12-01 19:00 Europe/Warsaw'],
		['2026-12-01 18:00:00+00', '2026-12-01 19:00 Europe/Warsaw'],
		['2026-12-31T23:30:00Z', '2027-01-01 00:30 Europe/Warsaw'],
		['2026-07-01T18:00:00Z', '2026-07-01 20:00 Europe/Warsaw'],
		// the nights when the clock is put forward and back
		['2026-03-29T00:30:00Z', '2026-03-29 01:30 Europe/Warsaw'],
		['2026-03-29T01:30:00Z', '2026-03-29 03:30 Europe/Warsaw'],
		['2026-10-25T00:30:00Z', '2026-10-25 02:30 Europe/Warsaw'],
		['2026-10-25T01:30:00Z', '2026-10-25 02:30 Europe/Warsaw'],
		// midnight, and the minute before it, stand for the day
		['2026-12-01T00:00:00', '2026-12-01'],
		['2026-12-01T23:59:59', '2026-12-01'],
		['2026-12-01T00:00:00Z', '2026-12-01'],
		['2026-12-01T23:59:00Z', '2026-12-01'],
		['2026-12-01T00:00:00+01:00', '2026-12-01'],
		['2026-12-01T23:59:59.999-08:00', '2026-12-01'],
		['2026-11-30T23:00:00.000Z', '2026-12-01'], // midnight in Warsaw, as JavaScript writes it
		['2026-06-30T22:00:00.000Z', '2026-07-01'],
		['2026-12-01T22:59:59.000Z', '2026-12-01'],
		['2026-12-01T00:01:00', '2026-12-01 00:01'],
	])('%p is %p', (written, read) => {
		expect(brief(readEta(written, WARSAW))).toBe(read);
	});

	test.each([
		[undefined],
		[''],
		['0000-00-00'],
		['2026-02-29'],
		['2026-13-01'],
		['2026-12-32'],
		['2026-12-01T25:00:00'],
		['2026-12-01T18:60:00'],
		['2026-12-01T18:00:00+99:00'],
		['2026-12-01T18:00:00+01:75'],
		['20261201'],
		['1764612000'],
		['01/12/2026'],
		['2026-12-1'],
		['tomorrow'],
		['2026-12-01T18:00:00Z, or later'],
	])('that is no date is none: %p', (written) => {
		expect(readEta(written, WARSAW)).toBeNull();
	});

	test('in UTC for somebody whose zone is unknown gives the day only', () => {
		expect(brief(readEta('2026-12-01T18:00:00Z', undefined))).toBe('2026-12-01');
		expect(brief(readEta('2026-12-01T18:00:00', undefined))).toBe('2026-12-01 18:00');
		expect(brief(readEta('2026-12-01T18:00:00-08:00', undefined))).toBe('2026-12-01 18:00 -08:00');
	});

	test('is read, or not, whatever is written; what is read is a real day on a clock that exists', () => {
		const digits = (length: number) =>
			fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
		const written = fc
			.tuple(digits(2), digits(2), digits(2), digits(2), fc.constantFrom('', 'Z', '+', '-'), digits(4))
			.map(
				([month, day, hour, minute, sign, offset]) =>
					`2026-${month}-${day}T${hour}:${minute}:00${sign}${sign === '+' || sign === '-' ? offset : ''}`,
			);
		const likely = fc
			.tuple(
				fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
				fc.constantFrom('Z', '', '+02:00'),
			)
			.map(([date, zone]) => date.toISOString().replace('Z', zone));
		always(
			fc.property(
				fc.oneof(written, likely),
				fc.constantFrom(WARSAW, 'America/Los_Angeles', 'Asia/Kathmandu'),
				(text, zone) => {
					const eta = readEta(text, zone);
					if (!eta) return;
					const { year, month, day, hour = 0, minute = 0 } = eta;
					const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
					expect([date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes()]).toEqual([
						month,
						day,
						hour,
						minute,
					]);
					expect(eta.zone === undefined || isTimeZone(eta.zone)).toBe(true);
					expect([hour, minute]).not.toEqual([23, 59]);
				},
			),
			1000,
		);
	});
});

describe('the clock on the wall', () => {
	test.each([
		['2026-12-01T23:30:00Z', WARSAW, [2026, 12, 2, 0, 30]],
		['2026-12-01T23:30:00Z', 'America/Los_Angeles', [2026, 12, 1, 15, 30]],
		['2026-12-01T00:00:00Z', 'UTC', [2026, 12, 1, 0, 0]],
		['2026-12-01T00:00:00Z', '+05:30', [2026, 12, 1, 5, 30]],
		['2026-12-01T00:00:00Z', 'Asia/Kathmandu', [2026, 12, 1, 5, 45]],
		['2026-03-29T00:59:59Z', WARSAW, [2026, 3, 29, 1, 59]],
		['2026-03-29T01:00:00Z', WARSAW, [2026, 3, 29, 3, 0]],
		['2028-02-29T12:00:00Z', 'Pacific/Auckland', [2028, 3, 1, 1, 0]],
	])('at %s shows in %s %p', (instant, zone, [year, month, day, hour, minute]) => {
		expect(wallClock(Date.parse(instant), zone)).toEqual({ year, month, day, hour, minute });
	});
});

describe('an estimate is worth telling', () => {
	const now = new Date('2026-12-01T15:00:00Z'); // 16:00 in Warsaw, 07:00 in Los Angeles
	const upcoming = (written: string, zone: string) => isUpcoming(readEta(written, zone) as Eta, now, zone);

	test.each([
		['2026-12-01', WARSAW, true],
		['2026-11-30', WARSAW, false],
		['2026-12-02', WARSAW, true],
		['2026-12-01T16:01:00', WARSAW, true],
		['2026-12-01T16:00:00', WARSAW, true],
		['2026-12-01T15:59:00', WARSAW, false],
		['2026-12-01T15:01:00Z', WARSAW, true],
		['2026-12-01T14:59:00Z', WARSAW, false],
		// by the clock of the place it was written for, which the shop's is not
		['2026-12-01T09:00:00-08:00', WARSAW, true],
		['2026-12-01T06:00:00-08:00', WARSAW, false],
		['2026-12-01T23:00:00+09:00', WARSAW, false],
		['2026-12-02T01:00:00+09:00', WARSAW, true],
		// a placeholder for "some day"
		['2027-11-30', WARSAW, true],
		['2028-01-01', WARSAW, false],
		['2079-01-01', WARSAW, false],
		['1970-01-01', WARSAW, false],
	])('%s seen from %s: %p', (written, zone, isWorth) => {
		expect(upcoming(written, zone)).toBe(isWorth);
	});

	test('until its day is over there', () => {
		const at = (instant: string) => isUpcoming({ year: 2026, month: 12, day: 1 }, new Date(instant), WARSAW);
		expect(at('2026-12-01T22:59:59Z')).toBe(true);
		expect(at('2026-12-01T23:00:00Z')).toBe(false);
	});
});
