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

/** E.g. "20 %", "12.5%". @param percent 20 for twenty of a hundred. */
export function formatPercent(percent: number, language: string, country?: string): string {
	const locale = localeOf(language, country);
	const formatter = cached(
		`percent ${locale}`,
		() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }),
	);
	return plainSpaces(formatter.format(percent / 100));
}

/** E.g. "1,500", "1 500". */
export function formatCount(count: number, language: string, country?: string): string {
	const locale = localeOf(language, country);
	return plainSpaces(cached(`count ${locale}`, () => new Intl.NumberFormat(locale)).format(count));
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
	/** Whose clock that is, where the source told: an IANA zone, or an offset such as "+01:00". */
	readonly zone?: string;
}

/** What a clock on the wall shows. */
export type WallClock = Required<Omit<Eta, 'zone'>>;

const ISO =
	/^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::\d\d(?:[.,]\d+)?)? ?(?<offset>Z|UTC|GMT|[+-][01]\d(?::?[0-5]\d)?)?)?$/i;

/**
 * Reads an estimated delivery as sources write it.
 *
 * A time with an offset other than UTC is the destination's own clock and is kept as written; a UTC time is moved to
 * `zone`; a time without offset is taken as written. Midnight and 23:59 stand for "that day". Null for anything that is no
 * date.
 *
 * @param zone of the customer. Undefined when it cannot be told: a UTC time gives the day only then.
 */
export function readEta(written: string | undefined, zone: string | undefined): Eta | null {
	const fields = ISO.exec(written?.trim() ?? '')?.groups;
	if (!fields) return null;
	const [year, month, day] = [Number(fields.year), Number(fields.month), Number(fields.day)];
	const clock = { year, month, day, hour: Number(fields.hour ?? 0), minute: Number(fields.minute ?? 0) };
	if (!isReal(clock)) return null;
	if (isWholeDay(clock)) return dayOf(clock);
	const offset = fields.offset && canonicalOffset(fields.offset);
	if (!offset) return clock;
	if (offset !== UTC) return { ...clock, zone: offset };
	if (!zone) return dayOf(clock);
	const there = wallClock(asUtc(clock), zone);
	return isWholeDay(there) ? dayOf(there) : { ...there, zone };
}

function isReal({ year, month, day, hour, minute }: WallClock): boolean {
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60;
}

const isWholeDay = ({ hour, minute }: WallClock) => (hour === 0 && minute === 0) || (hour === 23 && minute === 59);

const dayOf = ({ year, month, day }: WallClock): Eta => ({ year, month, day });

const UTC = '+00:00';

/** "+0100" and "+01" are "+01:00". */
const canonicalOffset = (offset: string) =>
	/^([a-z]|.00(:?00)?$)/i.test(offset) ? UTC : `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`;

/** What the wall clock in a zone shows at an instant. */
export function wallClock(instant: number, zone: string): WallClock {
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
	const { year, month, day, hour, minute } = parts as Record<keyof WallClock, number>;
	return { year, month, day, hour, minute };
}

const asUtc = ({ year, month, day, hour = 0, minute = 0 }: Eta) => Date.UTC(year, month - 1, day, hour, minute);

/**
 * Whether the estimate is worth telling: not over, and not so far off that it must be a placeholder (year 2079).
 *
 * @param zone whose clock an estimate shows that does not tell.
 */
export function isUpcoming(eta: Eta, now: Date, zone: string): boolean {
	const current = wallClock(now.getTime(), eta.zone ?? zone);
	const isOver = asUtc(eta) < asUtc(eta.hour === undefined ? dayOf(current) : current);
	return !isOver && asUtc(eta) - asUtc(current) < 366 * 24 * 3600 * 1000;
}

/** Whether it is the day of the estimate, there. */
export function isToday(eta: Eta, now: Date, zone: string): boolean {
	const today = wallClock(now.getTime(), eta.zone ?? zone);
	return eta.year === today.year && eta.month === today.month && eta.day === today.day;
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

/** Where nearly everybody of a country with several zones lives, or all of them show the same time. */
const MAIN_ZONES: Readonly<Record<string, string>> = {
	AR: 'America/Buenos_Aires',
	CL: 'America/Santiago',
	CN: 'Asia/Shanghai',
	CY: 'Asia/Nicosia',
	DE: 'Europe/Berlin',
	EC: 'America/Guayaquil',
	ES: 'Europe/Madrid',
	MY: 'Asia/Kuala_Lumpur',
	NZ: 'Pacific/Auckland',
	PT: 'Europe/Lisbon',
	UA: 'Europe/Kiev',
	UZ: 'Asia/Tashkent',
};

/**
 * The zone of customers in a country: its only one, or the shop's own where that is one of several, or its main one.
 * Undefined where it cannot be told, as for a foreign shop's customers in the United States.
 */
export function zoneOfCountry(country: string, shopZone: string): string | undefined {
	const zones = zonesOf(country);
	if (zones.length === 1) return zones[0];
	return zones.includes(shopZone) ? shopZone : MAIN_ZONES[country];
}

/** By CLDR; empty for what is no country. */
function zonesOf(country: string): readonly string[] {
	if (!/^[A-Z]{2}$/.test(country)) return [];
	const known = zonesByCountry.get(country);
	if (known) return known;
	const zones = (new Intl.Locale(`und-${country}`) as LocaleWithTimeZones).getTimeZones?.() ?? [];
	zonesByCountry.set(country, zones);
	return zones;
}

/** TypeScript's library does not know Intl Locale Info yet; V8 has it since Node 22. */
type LocaleWithTimeZones = Intl.Locale & { getTimeZones?: () => string[] };

const zonesByCountry = new Map<string, readonly string[]>();

/** Whether this is an IANA zone that the runtime knows. */
export function isTimeZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}
