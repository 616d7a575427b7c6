import { alpha2OfAlpha3 } from '../vendor/countries';

const ALPHA_2 = /^[A-Z]{2}$/;

/** A code of two or three letters, or the country's English name. */
export function readCountry(written: string): string | undefined {
	const upper = written.trim().toUpperCase();
	if (upper === 'UK') return 'GB';
	if (ALPHA_2.test(upper)) return countryNames().has(upper) ? upper : undefined;
	return (Object.hasOwn(alpha2OfAlpha3, upper) ? alpha2OfAlpha3[upper] : undefined) ?? countryNames().get(upper);
}

let names: Map<string, string> | undefined;

/** Codes and English names in capitals, to codes. */
function countryNames(): ReadonlyMap<string, string> {
	if (names) return names;
	const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
	names = new Map();
	for (const code of new Set(Object.values(alpha2OfAlpha3))) {
		names.set(code, code);
		const name = english.of(code);
		if (name) names.set(name.toUpperCase(), code);
	}
	return names;
}
