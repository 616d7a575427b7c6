import { readCountry } from './country';
import { DomainError } from './errors';
import { normaliseSender, senderKind, type SenderKind } from './sender';

/** Who texts come from, by the recipient's country. */
export type SenderTable = ReadonlyArray<{ readonly countries: readonly string[]; readonly sender: string }>;

/** A line of the table as the operator writes it. */
export interface SenderRow {
	/** Codes or English names, with commas between them: "US, Canada". */
	readonly countries: string;
	readonly sender: string;
}

/**
 * Reads the table: "US, CA" from 72345, "GB" from ACME. A line in which nothing stands is none.
 *
 * @throws DomainError `bad-setting` for a country that is none, a line with countries and no sender or the other way round, and what can
 * be no sender of any carrier.
 */
export const readSenderTable = (rows: readonly SenderRow[]): SenderTable =>
	rows
		.filter(({ countries, sender }) => countries.trim() || sender.trim())
		.map(({ countries, sender }) => {
			if (!sender.trim()) throw mistake(`There is no sender for ${countries.trim()}`);
			if (!senderKind(sender)) throw mistake(`"${sender.trim()}" is no sender`);
			const read = countries.split(/[,;\n]/).filter((part) => part.trim()).flatMap(readCountries);
			if (read.length === 0) throw mistake(`There are no countries for the sender ${sender.trim()}`);
			return { countries: [...new Set(read)], sender: normaliseSender(sender) };
		});

/** One country, or codes with nothing but blanks between them. */
function readCountries(written: string): string[] {
	const country = readCountry(written);
	if (country) return [country];
	const codes = written.trim().split(/\s+/).map((word) => (word.length === 2 ? readCountry(word) : undefined));
	if (codes.every((code) => code !== undefined)) return codes;
	throw mistake(`"${written.trim()}" among the senders by country is no country`);
}

const mistake = (what: string) =>
	new DomainError(
		'bad-setting',
		what,
		'Write the two-letter codes of the countries with commas between them, e.g. US, CA, and beside them a number with its country code, a short code, or a name of up to 11 letters and digits.',
	);

/**
 * Who a text to a country comes from: the first line that names the country, else the default.
 *
 * @param country ISO 3166-1 alpha-2 of the number; undefined when not known.
 */
export function senderFor(country: string | undefined, table: SenderTable, fallback: string): string {
	return table.find(({ countries }) => country !== undefined && countries.includes(country))?.sender ?? fallback;
}

/** A name in the place of a number cannot be replied to. */
export const canBeRepliedTo = (kind: SenderKind): boolean => kind !== 'alphanumeric';

/** Whether a text that was written for one sender can come from another: where it says "Reply STOP", replies must be possible. */
export const canTakeOver = (other: string, sender: string): boolean =>
	canBeRepliedTo(senderKind(other) ?? 'phone-number') || !canBeRepliedTo(senderKind(sender) ?? 'phone-number');
