import { ageObjection, ageOn, leastAge, readBirthday } from '../../../lib/domain/consent/ages';

const NOW = new Date('2026-03-01T12:00:00Z');

describe('the least age', () => {
	test.each([
		['US', 21],
		['GB', 18],
		['AU', 18],
		['DE', 18],
		['PL', 18],
		['LT', 20],
		['CH', 16],
		['CA', undefined],
		['NZ', undefined],
		['DK', undefined],
		['NO', undefined],
		['FI', undefined],
		['SE', undefined],
		['JP', 21],
		['toString', 21],
		[undefined, 21],
	])('in %s is %s', (country, age) => expect(leastAge(country)).toBe(age));
});

describe('the age', () => {
	test.each([
		['2005-03-01', '2026-03-01T12:00:00Z', 'UTC', 21],
		['2005-03-02', '2026-03-01T12:00:00Z', 'UTC', 20],
		['2005-02-28', '2026-03-01T12:00:00Z', 'UTC', 21],
		['2005-12-31', '2026-01-01T00:00:00Z', 'UTC', 20],
		// born on 29 February: 1 March in common years, the day itself in leap years
		['2004-02-29', '2025-02-28T23:59:59Z', 'UTC', 20],
		['2004-02-29', '2025-03-01T00:00:00Z', 'UTC', 21],
		['2004-02-29', '2028-02-28T12:00:00Z', 'UTC', 23],
		['2004-02-29', '2028-02-29T12:00:00Z', 'UTC', 24],
		// the birthday begins at midnight where they live
		['2005-03-01', '2026-02-28T15:00:00Z', 'Asia/Tokyo', 21],
		['2005-03-01', '2026-02-28T14:59:00Z', 'Asia/Tokyo', 20],
		['2005-03-01', '2026-03-01T04:59:00Z', 'America/New_York', 20],
		['2005-03-01', '2026-03-01T05:00:00Z', 'America/New_York', 21],
	])('of %s at %s in %s is %s', (birthday, now, zone, age) => expect(ageOn(birthday, new Date(now), zone)).toBe(age));
});

describe('a birthday', () => {
	test.each<[raw: unknown, date: string]>([
		['1990-12-31', '1990-12-31'],
		[' 1990-1-5 ', '1990-01-05'],
		['1990/12/31', '1990-12-31'],
		['1990-12-31T00:00:00+02:00', '1990-12-31'],
		['1990-12-31T23:30:00.000Z', '1990-12-31'],
		['1990-12-31 00:00:00', '1990-12-31'],
		[new Date('1990-12-31T00:00:00Z'), '1990-12-31'],
		[{ toString: () => '1990-12-31T00:00:00.000+01:00' }, '1990-12-31'],
		['31.12.1990', '1990-12-31'],
		['5.6.1990', '1990-06-05'],
		['05. 06. 1990', '1990-06-05'],
		['12/31/1990', '1990-12-31'],
		['31/12/1990', '1990-12-31'],
		['31-12-1990', '1990-12-31'],
		['05/05/1990', '1990-05-05'],
		['2004-02-29', '2004-02-29'],
		['2026-03-01', '2026-03-01'],
		['1910-01-01', '1910-01-01'],
	])('%j is %s', (raw, date) => expect(readBirthday(raw, NOW)).toEqual({ date }));

	test.each<[raw: unknown, problem: string]>([
		[undefined, 'empty'],
		[null, 'empty'],
		['  ', 'empty'],
		['12-31', 'no-year'],
		['--12-31', 'no-year'],
		['31.12.', 'no-year'],
		['12/31', 'no-year'],
		['31.12.90', 'no-year'],
		['05/06/1990', 'ambiguous'],
		['05-06-1990', 'ambiguous'],
		['12/11/1990', 'ambiguous'],
		['12.31.1990', 'invalid'],
		['2005-02-29', 'invalid'],
		['31/02/1990', 'invalid'],
		['1990-13-01', 'invalid'],
		['1990-00-10', 'invalid'],
		['0000-00-00', 'invalid'],
		['0090-01-01', 'invalid'],
		['next week', 'invalid'],
		['1990', 'invalid'],
		[662601600000, 'invalid'],
		[{}, 'invalid'],
		[new Date('nothing'), 'invalid'],
		['2026-03-02', 'future'],
		['2990-01-01', 'future'],
		['1900-01-01', 'too-old'],
	])('%j is %s', (raw, problem) => expect(readBirthday(raw, NOW)).toEqual({ problem }));
});

describe('the age gate', () => {
	const facts = { birthday: '2007-06-15', country: 'DE', now: NOW, timeZone: 'Europe/Berlin' };
	test.each([
		['of age', facts, undefined],
		['one day too young', { ...facts, birthday: '2008-03-02' }, 'too-young'],
		['of age since today', { ...facts, birthday: '2008-03-01' }, undefined],
		['too young in another country', { ...facts, country: 'US' }, 'too-young'],
		['somewhere', { ...facts, country: undefined }, 'too-young'],
		['where no age is known, and not of the strictest', { ...facts, country: 'CA' }, 'too-young'],
		['where no age is known, and of the strictest', { ...facts, country: 'CA', birthday: '2005-01-01' }, undefined],
		['where the operator names the age', { ...facts, country: 'CA', leastAge: 18 }, undefined],
		['where the operator is stricter', { ...facts, leastAge: 25 }, 'too-young'],
		['of unknown age', { ...facts, birthday: undefined }, 'age-unknown'],
		['of unknown age where none is known', { ...facts, birthday: undefined, country: 'SE' }, 'age-unknown'],
		['with a birthday that is none', { ...facts, birthday: 'soon' }, 'too-young'],
	])('somebody %s', (_who, who, rule) => {
		const objection = ageObjection(who);
		expect(objection?.rule).toBe(rule);
		if (objection && who.birthday) expect(objection.reason).not.toMatch(/2005|2007|2008|06-15|03-02|soon/);
	});
});
