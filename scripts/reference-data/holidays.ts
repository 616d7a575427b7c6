import Holidays from 'date-holidays';
import { LAW_ROWS } from '../../lib/domain/law/table';

export const FIRST_YEAR = 2026;
export const LAST_YEAR = 2040;

/** "US", "FR", and "US-AL" where a row of the law table keeps a state's holidays free. */
export function holidayPlaces(): string[] {
	const places = LAW_ROWS.flatMap(({ country, state, hours }) => (state && hours?.holidays ? [country, `${country}-${state}`] : [country]));
	return [...new Set(places)].sort();
}

/** Days of a year as MMDD. Days in lieu are holidays too. */
export function holidaysOf(place: string, year: number): string[] {
	const [country = '', state] = place.split('-');
	const calendar = state ? new Holidays(country, state, { types: ['public'] }) : new Holidays(country, { types: ['public'] });
	// multi-day holidays are listed by their first day; `date` is the local one
	const days = calendar.getHolidays(year, 'en').flatMap(({ date, start, end }) => {
		const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
		const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
		return Array.from({ length }, (_, day) => new Date(first + day * 86_400_000).toISOString().slice(0, 10));
	});
	return [...new Set(days)].filter((day) => day.startsWith(`${year}-`)).map((day) => day.slice(5).replace('-', '')).sort();
}

export function holidayTable(): string {
	const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
	const lines = holidayPlaces().map((place) => {
		const byYear = years.map((year) => holidaysOf(place, year));
		const always = (byYear[0] ?? []).filter((day) => byYear.every((days) => days.includes(day)));
		const others = byYear.map((days) => days.filter((day) => !always.includes(day)).join(' '));
		return `\t'${place}': '${[always.join(' '), ...others].join('; ')}',`;
	});
	return `// Written by scripts/reference-data.ts; not to be changed by hand. Dates of public holidays, days in lieu included, as the package
// date-holidays knows them (ISC; its calendars are compiled from Wikipedia, CC BY-SA 3.0). The build compresses it.

export const FIRST_YEAR = ${FIRST_YEAR};

/** By country, or country and state: MMDD of the holidays of every year, then those of each year from the first. */
export const HOLIDAY_TABLE: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`;
}
