import { DomainError } from '../errors';
import { readCountry } from '../country';

/** What a segment costs, by country. */
export interface PriceTable {
	/** ISO 4217. */
	readonly currency: string;
	/** By ISO country; '*' for all others. Six decimals at most. */
	readonly perSegment: Readonly<Record<string, number>>;
}

/** Prices are reckoned in millionths, as whole numbers: 0.1 + 0.2 is 0.3. */
const MILLION = 1_000_000;
const DECIMALS = 6;

/** "US 0.0079", "US: 0,0079", "US=0.0079 USD", "United States 0.0079". */
const LINE = /^(?<country>\*|\p{L}.*?)\s*[:=\s]\s*(?<price>\d+(?:[.,]\d+)?)\s*(?<currency>[A-Za-z]{3})?$/u;

/**
 * Reads a price table as an operator writes it: a line (or a part between semicolons) for each country, e.g. "US 0.0079",
 * "DE = 0,075 EUR", "* 0.05"; what follows a # is a remark.
 *
 * @throws DomainError `bad-setting` naming the line that cannot be read, is in another currency, or names a country again.
 */
export function readPriceTable(lines: string, currency: string): PriceTable {
	const own = currency.trim().toUpperCase();
	if (!/^[A-Z]{3}$/.test(own)) {
		throw new DomainError('bad-setting', `"${currency}" is no currency`, 'Write its ISO code, e.g. EUR.');
	}
	const prices = new Map<string, number>();
	for (const written of lines.split(/[\r\n;]+/)) {
		const line = written.replace(/#.*$/, '').trim();
		if (!line) continue;
		const fields = LINE.exec(line)?.groups;
		const country = fields?.country === '*' ? '*' : readCountry(fields?.country ?? '');
		const price = Number(fields?.price?.replace(',', '.'));
		const decimals = fields?.price?.split(/[.,]/)[1]?.length ?? 0;
		if (!fields || Number.isNaN(price)) throw mistake(line, 'cannot be read');
		if (!country) throw mistake(line, `names no country that is known: "${fields.country}"`);
		if (decimals > DECIMALS) throw mistake(line, `has more than ${DECIMALS} decimals`);
		if (fields.currency && fields.currency.toUpperCase() !== own) throw mistake(line, `is not in ${own}`);
		if (prices.has(country)) throw mistake(line, `gives ${country} a second price`);
		prices.set(country, price);
	}
	return { currency: own, perSegment: Object.fromEntries(prices) };
}

const mistake = (line: string, what: string) =>
	new DomainError(
		'bad-setting',
		`The line "${line.length > 60 ? `${line.slice(0, 60)}…` : line}" of the price table ${what}`,
		'Write a line for each country: its two-letter code and the price of a segment, e.g. "US 0.0079"; "* 0.05" is for all others.',
	);

/** What some segments to a country cost, in the table's currency; undefined where it has no price. */
export function costOf(segments: number, country: string | undefined, { perSegment }: PriceTable): number | undefined {
	const key = country !== undefined && Object.hasOwn(perSegment, country) ? country : '*';
	const price = Object.hasOwn(perSegment, key) ? perSegment[key] : undefined;
	return price === undefined ? undefined : (Math.round(price * MILLION) * segments) / MILLION;
}

/** Costs added up without the errors of binary fractions. */
export const sumOfCosts = (costs: readonly number[]): number =>
	costs.reduce((sum, cost) => sum + Math.round(cost * MILLION), 0) / MILLION;
