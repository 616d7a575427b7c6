// The tables that come from libraries are what the libraries say now, and say what they say for every prefix.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Holidays from 'date-holidays';
import { isHoliday } from '../../../lib/domain/law/holidays';
import { placeOf } from '../../../lib/domain/law/zones';
import { holidayPlaces, holidayTable } from '../../../scripts/reference-data/holidays';
import { withLawPage } from '../../../scripts/reference-data/law-page';
import { stateTable, STRADDLING, zonesByPrefix, zoneTable } from '../../../scripts/reference-data/zones';

const LAW = join(__dirname, '../../../lib/domain/law');

test.each([
	['zone-table.ts', zoneTable],
	['state-table.ts', stateTable],
	['holiday-table.ts', holidayTable],
])('%s is what scripts/reference-data.ts writes', (file, generate) => {
	expect(readFileSync(join(LAW, file), 'utf8')).toBe(generate());
});

test('docs/gate.md lists the law table as it is', () => {
	const page = readFileSync(join(LAW, '../../../docs/gate.md'), 'utf8');
	expect(page).toBe(withLawPage(page));
});

describe('the zones of a number', () => {
	const google = zonesByPrefix();
	const longestOf = (digits: string) =>
		Array.from({ length: digits.length }, (_, cut) => digits.slice(0, digits.length - cut)).find((prefix) => prefix in google);

	test('are those of its longest prefix in the library, for every prefix there is', () => {
		const wrong = Object.keys(google).filter((prefix) => {
			const digits = prefix.padEnd(11, '2');
			const longest = longestOf(digits) ?? '';
			const { zones } = placeOf({ phone: `+${digits}` });
			const isShared = ['1', '7', '39', '44', '47', '61', '262', '358', '599'].includes(longest);
			if (isShared) return !(zones.length > 0 && zones.every((zone) => google[longest]?.split('&').includes(zone)));
			return zones.join('&') !== google[longest] && STRADDLING[longest]?.join() !== zones.join();
		});
		expect(wrong).toEqual([]);
	});

	test.each(Object.entries(STRADDLING))('are both where an area code straddles a border: +%s', (prefix, zones) => {
		expect(placeOf({ phone: `+${prefix}9990123` }).zones).toEqual(zones);
	});
});

describe('public holidays', () => {
	test.each(holidayPlaces())('of %s are those that the library lists for 2026 to 2030', (place) => {
		const [country = '', state] = place.split('-');
		const calendar = new Holidays(country, { types: ['public'], ...(state && { state }) });
		const years = [2026, 2027, 2028, 2029, 2030];
		const listed = years.flatMap((year) => calendar.getHolidays(year).map(({ date }) => date.slice(0, 10)));
		const differing = listed.filter((date) => years.includes(Number(date.slice(0, 4))) && !isHoliday(country, state, Date.parse(date) / 86_400_000));
		const days = years.flatMap((year) => Array.from({ length: 365 }, (_, index) => Date.UTC(year, 0, 1 + index) / 86_400_000));
		// more than listed are those that last for several days
		const count = days.filter((day) => isHoliday(country, state, day)).length;
		expect(count).toBeGreaterThanOrEqual(new Set(listed).size - years.length);
		expect(count).toBeLessThan(years.length * 25);
		expect(differing).toEqual([]);
	});

	test.each([
		['FR', undefined, '2026-12-25', true],
		['FR', undefined, '2027-03-29', true], // Easter Monday
		['FR', undefined, '2027-03-28', false],
		['US', 'LA', '2027-02-09', true], // Mardi Gras
		['US', 'AL', '2027-02-09', false],
		['US', 'TX', '2027-07-05', true], // of the country, in lieu of Sunday the 4th
		['DE', undefined, '2028-02-29', false],
		['XX', undefined, '2026-12-25', false],
		['FR', undefined, '2041-12-25', false],
	])('%s %s %s: %s', (country, state, date, is) => {
		expect(isHoliday(country, state, Date.parse(date) / 86_400_000)).toBe(is);
	});
});
