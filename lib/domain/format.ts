// Money, dates and times as a customer reads them. Intl does the work; its no-break and narrow spaces become plain ones,
// because they would force the text into UCS-2.

const plainSpaces = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, ' ');

const formatters = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

/** Building an Intl formatter costs a hundred times its use. The set of languages, zones and currencies is small. */
function cached<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, build: () => T): T {
	const existing = formatters.get(key);
	if (existing) return existing as T;
	if (formatters.size > 2000) formatters.clear();
	const formatter = build();
	formatters.set(key, formatter);
	return formatter;
}

/** "en" for a recipient in GB reads dates and money as in en-GB. */
function localeOf(language: string, country: string | undefined): string {
	return country && /^[A-Z]{2}$/.test(country) && !language.includes('-') ? `${language}-${country}` : language;
}

/**
 * An amount with its currency, e.g. "29,35 €". Undefined when the amount is no number; without a currency, or with one
 * that is no ISO code, just the amount as it came.
 */
export function formatMoney(
	amount: string | undefined,
	currency: string | undefined,
	language: string,
	country?: string,
): string | undefined {
	const value = Number(amount);
	if (amount === undefined || amount.trim() === '' || !Number.isFinite(value)) return undefined;
	if (!currency || !/^[A-Za-z]{3}$/.test(currency)) return amount.trim();
	const locale = localeOf(language, country);
	const formatter = cached(
		`money ${locale} ${currency}`,
		() => new Intl.NumberFormat(locale, { style: 'currency', currency }),
	);
	return plainSpaces(formatter.format(value));
}

/** A day, or a day with a time, as the customer's clock on the wall shows it. */
export interface Eta {
	readonly year: number;
	/** 1–12. */
	readonly month: number;
	readonly day: number;
	/** Missing when the source gave only a day. */
	readonly hour?: number;
	readonly minute?: number;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads an estimated delivery as sources write it.
 *
 * A time with an offset other than UTC is the destination's own clock and is kept as written; a UTC time is moved to
 * `zone`; a time without offset is taken as written. Midnight and 23:59 stand for "that day". Null for anything that is no
 * date.
 */
export function readEta(value: string | undefined, zone: string): Eta | null {
	const match = ISO.exec(value?.trim() ?? '');
	if (!match) return null;
	const [year, month, day, hour, minute] = match
		.slice(1, 6)
		.map((part) => (part === undefined ? undefined : Number(part)));
	if (!isRealDate(year as number, month as number, day as number)) return null;
	const date = { year: year as number, month: month as number, day: day as number };
	if (hour === undefined || minute === undefined || (hour === 0 && minute === 0) || (hour === 23 && minute === 59))
		return date;
	if (hour > 23 || minute > 59) return null;
	const isUtc = /^(z|[+-]00:?00)$/i.test(match[7] ?? '');
	return isUtc
		? wallClock(Date.UTC(date.year, date.month - 1, date.day, hour, minute), zone)
		: { ...date, hour, minute };
}

function isRealDate(year: number, month: number, day: number): boolean {
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** What the wall clock in a zone shows at an instant. */
export function wallClock(instant: number, zone: string): Required<Eta> {
	const formatter = cached(
		`clock ${zone}`,
		() =>
			new Intl.DateTimeFormat('en-US', {
				timeZone: zone,
				hourCycle: 'h23',
				year: 'numeric',
				month: 'numeric',
				day: 'numeric',
				hour: 'numeric',
				minute: 'numeric',
			}),
	);
	const parts = Object.fromEntries(formatter.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
	const { year, month, day, hour, minute } = parts as Record<'year' | 'month' | 'day' | 'hour' | 'minute', number>;
	return { year, month, day, hour, minute };
}

const asUtc = ({ year, month, day, hour = 0, minute = 0 }: Eta) => Date.UTC(year, month - 1, day, hour, minute);

/** Whether the estimate is worth telling: not over, and not so far off that it must be a placeholder (year 2079). */
export function isUpcoming(eta: Eta, now: Date, zone: string): boolean {
	const current = wallClock(now.getTime(), zone);
	const { year, month, day } = current;
	const isOver = eta.hour === undefined ? asUtc(eta) < asUtc({ year, month, day }) : asUtc(eta) < asUtc(current);
	return !isOver && asUtc(eta) - asUtc(current) < 366 * 24 * 3600 * 1000;
}

/** E.g. "29 grudnia", "December 29". */
export function formatDay(eta: Eta, language: string, country?: string): string {
	const locale = localeOf(language, country);
	const formatter = cached(
		`day ${locale}`,
		() => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long' }),
	);
	return plainSpaces(formatter.format(asUtc({ year: eta.year, month: eta.month, day: eta.day })));
}

/** E.g. "18:30", "6 PM"; undefined when only the day is known. */
export function formatTime(eta: Eta, language: string, country?: string): string | undefined {
	if (eta.hour === undefined) return undefined;
	const locale = localeOf(language, country);
	const formatter = cached(
		`time ${locale}`,
		() => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' }),
	);
	return plainSpaces(formatter.format(asUtc(eta))).replace(/:00(?= ?[ap]m)/i, '');
}

/** The zone of a country that has just one, by CLDR; undefined for the others and for unknown countries. */
export function zoneOfCountry(country: string | undefined): string | undefined {
	if (!country || !/^[A-Z]{2}$/.test(country)) return undefined;
	if (!zonesByCountry.has(country)) {
		const zones = (new Intl.Locale(`und-${country}`) as LocaleWithTimeZones).getTimeZones?.() ?? [];
		zonesByCountry.set(country, zones.length === 1 ? zones[0] : undefined);
	}
	return zonesByCountry.get(country);
}

/** TypeScript's library does not know Intl Locale Info yet; V8 has it since Node 22. */
type LocaleWithTimeZones = Intl.Locale & { getTimeZones?: () => string[] };

const zonesByCountry = new Map<string, string | undefined>();

/** Whether this is an IANA zone that the runtime knows. */
export function isTimeZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}
