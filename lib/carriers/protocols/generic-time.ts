/** "2026-11-22 10:00:00", with or without fractions and zone. */
const DATE_TIME = /^(\d{4})[-/](\d\d)[-/](\d\d)[ T](\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;
/** SMPP's: YYMMDDhhmm, with or without seconds. */
const SMPP = /^(\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])([0-5]\d)([0-5]\d)?$/;
/** Ten digits below it are Unix seconds (until 2036), above it SMPP's time (from 2021). */
const LATEST_UNIX_SECONDS = 2_101_000_000;

/**
 * A time as gateways write it, in ISO 8601: ISO itself, date and time, Unix seconds or milliseconds, SMPP's.
 *
 * @param utcOffset of times without a zone, e.g. "+05:30".
 * @returns undefined for anything else.
 */
export function isoOf(time: string | undefined, utcOffset = 'Z'): string | undefined {
	if (time === undefined) return undefined;
	const text = time.trim();
	if (/^\d{13}$/.test(text)) return dateOf(Number(text));
	if (/^\d{10}$/.test(text) && Number(text) < LATEST_UNIX_SECONDS) return dateOf(Number(text) * 1000);
	const [, ...parts] = DATE_TIME.exec(text) ?? [];
	if (parts.length > 0) {
		const [year, month, day, hour, minute, second = '00', fraction = '', zone = utcOffset] = parts;
		const written = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${zone}`;
		return Number.isNaN(Date.parse(written)) ? undefined : written;
	}
	const [all, year, month, day, hour, minute, second = '00'] = SMPP.exec(text) ?? [];
	return all && isoOf(`20${year}-${month}-${day} ${hour}:${minute}:${second}`, utcOffset);
}

const dateOf = (milliseconds: number): string | undefined => {
	const date = new Date(milliseconds);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};
