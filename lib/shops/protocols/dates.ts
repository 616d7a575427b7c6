// Shops that keep times as their own clock shows them.
import { ShopError } from '../shop';

/**
 * A moment in a time zone, as "2026-12-31 23:59:59".
 *
 * @throws ShopError `bad-config` for a zone that nobody knows.
 */
export function localTime(at: Date, timeZone: string): string {
	try {
		// Swedish is written like ISO 8601, with a blank
		return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
	} catch {
		throw new ShopError(
			'bad-config',
			`“${timeZone}” is no time zone`,
			'Write the shop’s time zone as in Europe/Warsaw.',
		);
	}
}
