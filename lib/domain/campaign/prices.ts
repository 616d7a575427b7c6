/** What a segment costs, by country. */
export interface PriceTable {
	readonly currency: string;
	/** By ISO country; '*' for all others. */
	readonly perSegment: Readonly<Record<string, number>>;
}

/**
 * Reads a price table as an operator writes it: a line for each country, e.g. "US 0.0079", "DE = 0,075", "* 0.05".
 *
 * @throws DomainError `bad-setting` naming the line that cannot be read.
 */
export function readPriceTable(lines: string, currency: string): PriceTable {
	throw new Error(`${lines} ${currency}`);
}

/** What some segments to a country cost, in the table's currency; undefined where it has no price. */
export function costOf(segments: number, country: string | undefined, table: PriceTable): number | undefined {
	throw new Error(`${segments} ${String(country)} ${table.currency}`);
}
