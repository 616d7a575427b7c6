// A carrier's answers and webhooks are read as if written by a stranger: nothing in them is what it should be until looked at.

export type Json = Readonly<Record<string, unknown>>;

/** An object's fields; none for anything else. */
export const fieldsOf = (value: unknown): Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Text that is not empty, also of a number. */
export const textOf = (value: unknown): string | undefined =>
	(typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;

/** How many; undefined for zero, which carriers write where they do not know yet. */
export function countOf(value: unknown): number | undefined {
	const count = Number(textOf(value));
	return Number.isSafeInteger(count) && count > 0 ? count : undefined;
}

/** What a carrier's word means to us; undefined for a word that is not in the table, be it "constructor". */
export const meaningOf = <Meaning>(
	table: Readonly<Record<string, Meaning>>,
	word: string | null | undefined,
): Meaning | undefined => (word && Object.hasOwn(table, word) ? table[word] : undefined);

/** The API URL of a credential, without the spaces and slashes that come along when it is pasted. */
export const baseUrlOf = (field: unknown, usual: string): string =>
	(typeof field === 'string' && field.trim().replace(/\/+$/, '')) || usual;
