import { isKnownZone } from './clock';
import { STATE_TABLE } from './state-table';
import { ZONE_TABLE } from './zone-table';

/** What is known of where somebody is. */
export interface Whereabouts {
	/** E.164. */
	readonly phone?: string | undefined;
	/** IANA zone that they told. */
	readonly timeZone?: string | undefined;
	/** ISO 3166-1 alpha-2. */
	readonly country?: string | undefined;
	/** US state, two letters. */
	readonly state?: string | undefined;
	readonly shopTimeZone?: string | undefined;
	readonly shopCountry?: string | undefined;
}

export interface Place {
	/** IANA zones in one of which they are: whatever depends on the time has to hold in each. Empty where nobody can tell. */
	readonly zones: readonly string[];
	/** Countries whose laws hold: that of the number and that where they live. Empty where neither is known. */
	readonly countries: readonly string[];
	/** US states in one of which they are: the laws of each hold. Empty outside the United States, and where nothing tells. */
	readonly states: readonly string[];
	/** Country of the number; of their address where there is no number, or one that no country has. */
	readonly numberCountry?: string | undefined;
}

interface Prefix {
	readonly country: string;
	readonly zones: readonly string[];
}

/** Where the number of a prefix may be; several for a calling code that countries share, the one with most numbers first. */
const PREFIXES = new Map<string, Prefix[]>();
/** US states by area code. */
const STATES = new Map<string, string[]>();

function readTables(): void {
	for (const [country, places] of Object.entries(ZONE_TABLE)) {
		for (const place of places.split('; ')) {
			const [zones = '', prefixes = ''] = place.split(': ');
			const found = { country, zones: zones.split(' ') };
			for (const prefix of prefixes.split(' ')) PREFIXES.set(prefix, [...(PREFIXES.get(prefix) ?? []), found]);
		}
	}
	for (const [state, areaCodes] of Object.entries(STATE_TABLE)) {
		for (const areaCode of areaCodes.split(' ')) STATES.set(areaCode, [...(STATES.get(areaCode) ?? []), state]);
	}
}

const LONGEST_PREFIX = 8;

/** Numbers of +1 that belong to no place: toll-free, personal, premium, government and Canada's non-geographic ones (NANPA). */
const PLACELESS = /^1(?:8(?:00|22|33|44|55|66|77|88)|900|5(?:00|2[1-9]|33|44|66|77|88)|6(?:00|22|33|44|55|77|88)|700|710)/;

/** Laws of a country hold in its territories, which have codes of their own. */
const TERRITORY_OF: Readonly<Record<string, string>> = {
	AS: 'US', GU: 'US', MP: 'US', PR: 'US', VI: 'US',
	BL: 'FR', GF: 'FR', GP: 'FR', MF: 'FR', MQ: 'FR', PM: 'FR', RE: 'FR', YT: 'FR',
	CC: 'AU', CX: 'AU', NF: 'AU',
};

/**
 * Where somebody may be. Zones: the one that they told; else those of the number's longest known prefix; else the shop's, if the
 * shop is in their country; else none.
 */
export function placeOf(who: Whereabouts | undefined): Place {
	if (!who) return NOWHERE;
	const { phone = '', country, state, timeZone, shopTimeZone, shopCountry } = who;
	const digits = /^\+\d+$/.test(phone) ? phone.slice(1) : '';
	const isPlaceless = PLACELESS.test(digits);
	const found = isPlaceless ? undefined : prefixOf(digits, country);
	const numberCountry = isPlaceless ? (country ?? 'US') : (found?.country ?? country);
	const told = timeZone !== undefined && isKnownZone(timeZone);
	const isShopNear = shopCountry !== undefined && (shopCountry === country || shopCountry === numberCountry);
	const shopZones = isShopNear && shopTimeZone !== undefined && isKnownZone(shopTimeZone) ? [shopTimeZone] : [];
	const home = TERRITORY_OF[country ?? ''] ?? country;
	const ofNumber = TERRITORY_OF[numberCountry ?? ''] ?? numberCountry;
	const isStateTold = state !== undefined && (home ?? ofNumber) === 'US' && Object.hasOwn(STATE_TABLE, state);
	return {
		zones: told ? [timeZone] : (found?.zones ?? shopZones),
		countries: [...new Set([ofNumber, home])].filter((one) => one !== undefined),
		states: isStateTold ? [state] : ((digits.startsWith('1') && STATES.get(digits.slice(1, 4))) || []),
		numberCountry: ofNumber,
	};
}

const NOWHERE: Place = { zones: [], countries: [], states: [] };

function prefixOf(digits: string, country: string | undefined): Prefix | undefined {
	if (PREFIXES.size === 0) readTables();
	for (let length = Math.min(LONGEST_PREFIX, digits.length); length > 0; length--) {
		const prefixes = PREFIXES.get(digits.slice(0, length));
		if (prefixes) return prefixes.find((prefix) => prefix.country === country) ?? prefixes[0];
	}
	return undefined;
}
