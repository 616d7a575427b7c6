import { localText } from '../../../lib/domain/law/clock';
import { type OpeningHours, readHours } from '../../../lib/domain/law/hours';
import { isOpen, nextDay, nextOpening, ruleOfOperator } from '../../../lib/domain/law/opening';

const daily = (from: string, to: string): OpeningHours => ({ weekdays: { from, to } });
const weekendsOff = (from: string, to: string): OpeningHours => ({ ...daily(from, to), saturday: 'closed', sunday: 'closed' });

const opening = (from: string, zones: readonly string[], hours: OpeningHours, countries: readonly string[] = []) => {
	const found = nextOpening(Date.parse(from), zones, [ruleOfOperator(hours, countries, [])]);
	return found === undefined ? undefined : new Date(found).toISOString().replace('.000Z', 'Z');
};

test.each<[what: string, from: string, zones: readonly string[], hours: OpeningHours, until: string | undefined]>([
	['open already, to the millisecond', '2026-11-24T09:00:00.123Z', ['Etc/UTC'], daily('09:00', '20:00'), '2026-11-24T09:00:00.123Z'],
	['a second before it opens', '2026-11-24T08:59:59Z', ['Etc/UTC'], daily('09:00', '20:00'), '2026-11-24T09:00:00Z'],
	['in the minute in which it closes', '2026-11-24T20:00:00Z', ['Etc/UTC'], daily('09:00', '20:00'), '2026-11-25T09:00:00Z'],
	['24:00 is the end of the day', '2026-11-24T23:59:59Z', ['Etc/UTC'], daily('09:00', '24:00'), '2026-11-24T23:59:59Z'],
	['over a weekend', '2026-11-27T20:00:00Z', ['Etc/UTC'], weekendsOff('09:00', '20:00'), '2026-11-30T09:00:00Z'],
	['a leap day', '2028-02-28T20:00:00Z', ['Etc/UTC'], daily('09:00', '20:00'), '2028-02-29T09:00:00Z'],
	['no leap day', '2027-02-28T20:00:00Z', ['Etc/UTC'], daily('09:00', '20:00'), '2027-03-01T09:00:00Z'],
	['a zone of half an hour', '2026-11-24T03:29:00Z', ['Asia/Kolkata'], daily('09:00', '20:00'), '2026-11-24T03:30:00Z'],
	['a zone of three quarters', '2026-11-24T00:00:00Z', ['Asia/Kathmandu'], daily('09:00', '20:00'), '2026-11-24T03:15:00Z'],
	['when the clock is put forward: 02:30 is not shown, it opens at 03:00', '2026-03-08T05:30:00Z', ['America/New_York'], daily('02:30', '06:00'), '2026-03-08T07:00:00Z'],
	['hours that are not shown at all that day', '2026-03-08T05:30:00Z', ['America/New_York'], daily('02:15', '02:45'), '2026-03-09T06:15:00Z'],
	['when it is put back: 01:30 is shown twice, the first one counts', '2026-11-01T04:00:00Z', ['America/New_York'], daily('01:30', '02:00'), '2026-11-01T05:30:00Z'],
	['and it opens a second time', '2026-11-01T06:00:00Z', ['America/New_York'], daily('01:30', '02:00'), '2026-11-01T06:30:00Z'],
	['put back over midnight', '2026-10-24T21:30:00Z', ['Atlantic/Azores'], daily('00:00', '00:30'), '2026-10-25T00:00:00Z'],
	['put forward at midnight', '2026-04-23T21:00:00Z', ['Africa/Cairo'], daily('00:00', '24:00'), '2026-04-23T21:00:00Z'],
	['half an hour of summer time', '2026-04-04T12:00:00Z', ['Australia/Lord_Howe'], daily('01:30', '02:00'), '2026-04-04T14:30:00Z'],
	['the day that Apia left out, a Friday', '2011-12-30T09:00:00Z', ['Pacific/Apia'], daily('09:00', '20:00'), '2011-12-30T19:00:00Z'],
	['both sides of the date line: only when both have a weekday', '2026-11-27T12:00:00Z', ['Pacific/Kiritimati', 'Pacific/Pago_Pago'], weekendsOff('08:00', '22:00'), '2026-11-30T19:00:00Z'],
	['two zones', '2026-11-24T13:00:00Z', ['America/New_York', 'America/Chicago'], daily('09:00', '20:00'), '2026-11-24T15:00:00Z'],
	['zones that never share an hour', '2026-11-24T13:00:00Z', ['Europe/Paris', 'Pacific/Auckland'], daily('09:00', '17:00'), undefined],
	['no hours', '2026-11-24T13:00:00Z', ['Europe/Paris'], daily('09:00', '09:00'), undefined],
	['hours over midnight are none', '2026-11-24T23:00:00Z', ['Europe/Paris'], daily('22:00', '06:00'), undefined],
	['Christmas, where holidays count', '2026-12-24T20:00:00Z', ['Europe/Paris'], { ...daily('09:00', '20:00'), holidays: 'closed' }, '2026-12-26T08:00:00Z'],
])('the next opening: %s', (_what, from, zones, hours, until) => {
	expect(opening(from, zones, hours, ['FR'])).toBe(until);
});

test('the next day begins where the date changes', () => {
	const after = (from: string, zone: string) => localText(nextDay(Date.parse(from), zone), zone);
	expect(after('2026-04-23T12:00:00Z', 'Africa/Cairo')).toBe('2026-04-24 01:00');
	expect(after('2011-12-30T09:30:00Z', 'Pacific/Apia')).toBe('2011-12-31 00:00');
	expect(after('2026-11-01T05:30:00Z', 'America/New_York')).toBe('2026-11-02 00:00');
});

test('without zones nothing is closed', () => {
	expect(isOpen(0, [], [ruleOfOperator(daily('09:00', '09:00'), [], [])])).toBe(true);
});

test.each(['9', '25:00', '24:01', '09:60', 'noon', ''])('"%s" is no time of day', (from) => {
	expect(() => readHours(daily(from, '20:00'))).toThrow(/no time of day/);
});
