import { type SenderKind } from './sender';

/** Who texts come from, by the recipient's country. */
export type SenderTable = ReadonlyArray<{ readonly countries: readonly string[]; readonly sender: string }>;

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
