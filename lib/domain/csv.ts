import { parse, unparse } from '../vendor/csv';
import { DomainError } from './errors';

export interface CsvRow {
	/** As a spreadsheet counts: the header is row 1. */
	readonly number: number;
	/** By header. */
	readonly values: Readonly<Record<string, string>>;
	/** What is wrong with the row, as a sentence; undefined when nothing is. */
	readonly problem?: string | undefined;
}

export interface Csv {
	readonly headers: readonly string[];
	/** Without empty ones. */
	readonly rows: readonly CsvRow[];
}

/** Reads a CSV with a header, whatever its delimiter (comma, semicolon, tab, bar), line ends and quotes. */
export function readCsv(text: string): Csv {
	const { data, errors } = parse<string[]>(text.replace(/^\ufeff/, ''), { delimitersToGuess: [',', ';', '\t', '|'] });
	const openQuotes = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
	const [first = [], ...rest] = data;
	const headers = first.map((header) => header.trim());
	const rows = rest.flatMap((cells, index): CsvRow[] => {
		if (cells.every((cell) => cell.trim() === '')) return [];
		const problem = openQuotes.has(index + 1)
			? 'A quote that is opened in this row is not closed as it should be.'
			: cells.slice(headers.length).some((cell) => cell.trim() !== '')
				? 'The row has more cells than the header: a comma in a cell needs quotes around the cell.'
				: undefined;
		return [{ number: index + 2, values: cellsByHeader(headers, cells), problem }];
	});
	return { headers: headers.filter(Boolean), rows };
}

/** Of two columns with one name the first that is filled counts. */
function cellsByHeader(headers: readonly string[], cells: readonly string[]): Record<string, string> {
	const values = new Map<string, string>();
	headers.forEach((header, index) => {
		if (header && !values.get(header)) values.set(header, cells[index]?.trim() ?? '');
	});
	return Object.fromEntries(values);
}

/**
 * The text of a CSV file: UTF-8, or UTF-16 with its mark, which is Excel's "Unicode text".
 *
 * @throws DomainError for any other encoding: guessed wrong, it would spoil every name with an accent.
 */
export function csvText(bytes: Uint8Array): string {
	const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
	try {
		return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new DomainError(
			'bad-setting',
			'The file is not in UTF-8',
			'Save it as "CSV UTF-8 (comma delimited)" in Excel, or choose Unicode (UTF-8) when exporting from LibreOffice or Google Sheets.',
		);
	}
}

/**
 * What a spreadsheet would take for a formula gets an apostrophe in front (https://owasp.org/www-community/attacks/CSV_Injection);
 * a phone number or an amount below zero is none.
 */
const FORMULA = /^[=@\t\r]|^[+-](?!\d+(?:\.\d+)?$)/;

/** With the mark by which Excel knows UTF-8. */
export const writeCsv = (headers: readonly string[], rows: ReadonlyArray<readonly string[]>): string =>
	`\ufeff${unparse({ fields: [...headers], data: rows.map((row) => [...row]) }, { escapeFormulae: FORMULA })}\r\n`;
