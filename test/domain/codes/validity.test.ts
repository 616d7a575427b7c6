import { codeExpiryText, codeValueText } from '../../../lib/domain/codes/code-words';
import { type Reward, type Validity } from '../../../lib/domain/codes/offer';
import { periodFor } from '../../../lib/domain/codes/validity';
import { type Language } from '../../../lib/domain/languages';
import { TEXTS } from '../../../lib/domain/texts';

describe('days from the moment a code is given', () => {
	test.each<[what: string, days: number, timeZone: string, givenAt: string, until: string]>([
		['the same day', 0, 'UTC', '2026-03-01T10:00:00Z', '2026-03-01T23:59:59.999Z'],
		['in the first moment of a day', 0, 'UTC', '2026-03-01T00:00:00Z', '2026-03-01T23:59:59.999Z'],
		['in the last moment of a day', 1, 'UTC', '2026-03-01T23:59:59.999Z', '2026-03-02T23:59:59.999Z'],
		['where it is another day already', 7, 'Europe/Warsaw', '2026-12-01T23:30:00Z', '2026-12-09T22:59:59.999Z'],
		['over the end of a year', 30, 'Europe/Warsaw', '2026-12-15T10:00:00Z', '2027-01-14T22:59:59.999Z'],
		['to 29 February', 1, 'UTC', '2028-02-28T10:00:00Z', '2028-02-29T23:59:59.999Z'],
		['past a February without a 29th', 1, 'UTC', '2026-02-28T10:00:00Z', '2026-03-01T23:59:59.999Z'],
		['a year from 29 February', 365, 'UTC', '2028-02-29T10:00:00Z', '2029-02-28T23:59:59.999Z'],
		['over the beginning of summer time', 1, 'Europe/Warsaw', '2026-03-28T10:00:00Z', '2026-03-29T21:59:59.999Z'],
		['over the end of summer time', 1, 'Europe/Warsaw', '2026-10-24T10:00:00Z', '2026-10-25T22:59:59.999Z'],
		// clocks went from 24:00 on the 23rd to 01:00: the 24th began an hour late
		['to a midnight that does not exist', 0, 'Africa/Cairo', '2026-04-23T10:00:00Z', '2026-04-23T21:59:59.999Z'],
		// Samoa went over the date line at the end of the 29th, so that no 30th followed
		['to a day that does not exist', 1, 'Pacific/Apia', '2011-12-29T20:00:00Z', '2011-12-30T09:59:59.999Z'],
		['far east', 1, 'Pacific/Kiritimati', '2026-05-01T12:00:00Z', '2026-05-03T09:59:59.999Z'],
		['far west', 1, 'Etc/GMT+12', '2026-05-01T11:00:00Z', '2026-05-02T11:59:59.999Z'],
		['a quarter past', 0, 'Asia/Kathmandu', '2026-05-01T12:00:00Z', '2026-05-01T18:14:59.999Z'],
	])('%s', (_what, days, timeZone, givenAt, until) => {
		expect(periodFor({ kind: 'days', days, timeZone }, new Date(givenAt))).toEqual({
			from: new Date(givenAt),
			until: new Date(until),
		});
	});

	test.each<[Validity, string]>([
		[{ kind: 'days', days: -1, timeZone: 'UTC' }, 'A code cannot be valid for -1 days'],
		[{ kind: 'days', days: 1.5, timeZone: 'UTC' }, 'A code cannot be valid for 1.5 days'],
		[{ kind: 'days', days: 1e9, timeZone: 'UTC' }, 'A code cannot be valid for 1000000000 days'],
		[{ kind: 'days', days: 1, timeZone: 'Warsaw' }, 'There is no time zone "Warsaw"'],
	])('%j is refused', (validity, message) => {
		expect(() => periodFor(validity, new Date())).toThrow(expect.objectContaining({ code: 'bad-setting', message }));
	});
});

test('a period is the same whenever the code is given', () => {
	const [from, until, givenAt] = ['2026-01-01', '2026-02-01', '2026-01-15'].map((text) => new Date(text)) as [
		Date,
		Date,
		Date,
	];
	expect(periodFor({ kind: 'period', from, until }, givenAt)).toEqual({ from, until });
	expect(periodFor({ kind: 'period', until }, givenAt)).toEqual({ from: givenAt, until });
	expect(periodFor({ kind: 'period' }, givenAt)).toEqual({ from: givenAt, until: undefined });
});

test.each<[Reward, Language, string | undefined, string]>([
	[{ kind: 'percent', percent: 20 }, 'en', 'US', '20%'],
	[{ kind: 'percent', percent: 12.5 }, 'de', undefined, '12,5 %'],
	[{ kind: 'percent', percent: 33.33 }, 'pl', undefined, '33,33%'],
	[{ kind: 'amount', amount: '10.00', currency: 'EUR' }, 'de', undefined, '10,00 €'],
	[{ kind: 'amount', amount: '10', currency: 'GBP' }, 'en', 'GB', '£10.00'],
	[{ kind: 'free_shipping' }, 'pl', undefined, 'darmowa dostawa'],
	[{ kind: 'gift', product: '17', name: ' Ink $& Pen ' }, 'en', undefined, 'Ink $& Pen'],
	[{ kind: 'gift', product: '17' }, 'en', undefined, 'a gift'],
	[{ kind: 'gift', product: '17', name: ' ' }, 'fr', undefined, 'un cadeau'],
	[{ kind: 'points', points: 1500 }, 'en', undefined, '1,500 pts'],
	[{ kind: 'points', points: 15000 }, 'pl', undefined, '15 000 pkt'],
])('%j in %s (%s) is "%s"', (reward, language, country, text) => {
	expect(codeValueText(reward, language, TEXTS[language], country)).toBe(text);
});

test('the last day is the one in the zone of the code', () => {
	const until = new Date('2026-12-31T22:59:59.999Z');
	expect(codeExpiryText(until, 'en', 'Europe/Warsaw')).toBe('December 31');
	expect(codeExpiryText(until, 'en', 'Europe/Warsaw', 'GB')).toBe('31 December');
	expect(codeExpiryText(until, 'pl', 'Asia/Tokyo')).toBe('1 stycznia');
});
