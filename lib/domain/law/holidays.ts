import { DAY } from './clock';
import { FIRST_YEAR, HOLIDAY_TABLE } from './holiday-table';

const read = new Map<string, ReadonlySet<number>>();

function daysOf(place: string): ReadonlySet<number> {
	const known = read.get(place);
	if (known) return known;
	const [always = '', ...others] = (HOLIDAY_TABLE[place] ?? '').split(';');
	const days = others.flatMap((own, index) =>
		`${always} ${own}`
			.split(' ')
			.filter(Boolean)
			.map((day) => Date.UTC(FIRST_YEAR + index, Number(day.slice(0, 2)) - 1, Number(day.slice(2))) / DAY),
	);
	const result = new Set(days);
	read.set(place, result);
	return result;
}

/**
 * Whether a day is a public holiday of a whole country, or of a US state. Known are the countries of the law table, from 2026
 * to 2040; elsewhere and at other times no day is one. Holidays of regions are not known.
 *
 * @param country ISO 3166-1 alpha-2.
 * @param state of the United States. Where its own holidays are not known, those of the country.
 * @param day days since 1970-01-01.
 */
export function isHoliday(country: string, state: string | undefined, day: number): boolean {
	const own = `${country}-${state}`;
	return daysOf(state !== undefined && Object.hasOwn(HOLIDAY_TABLE, own) ? own : country).has(day);
}
