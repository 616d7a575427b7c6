/** The languages that have built-in texts (lib/domain/texts has one file for each). Saved in workflows: append, never rename. */
export const LANGUAGES = {
	bg: 'Bulgarian',
	cs: 'Czech',
	da: 'Danish',
	de: 'German',
	el: 'Greek',
	en: 'English',
	es: 'Spanish',
	et: 'Estonian',
	fi: 'Finnish',
	fr: 'French',
	hi: 'Hindi',
	hr: 'Croatian',
	hu: 'Hungarian',
	id: 'Indonesian',
	it: 'Italian',
	lt: 'Lithuanian',
	lv: 'Latvian',
	nb: 'Norwegian',
	nl: 'Dutch',
	pl: 'Polish',
	pt: 'Portuguese',
	'pt-BR': 'Portuguese (Brazil)',
	ro: 'Romanian',
	sk: 'Slovak',
	sl: 'Slovenian',
	sv: 'Swedish',
	tr: 'Turkish',
	uk: 'Ukrainian',
} as const;

export type Language = keyof typeof LANGUAGES;

/** Codes that mean a language we have under another code. */
const ALIASES: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' };

/**
 * A language tag in its usual spelling ("pt_br" and "PT-BR" are "pt-BR", "eng" is "en"); undefined for what is no
 * language tag.
 */
export function canonicalLanguage(tag: string | undefined): string | undefined {
	if (!tag || tag.length > 35) return undefined;
	if (canonicalTags.size > 1000) canonicalTags.clear();
	if (!canonicalTags.has(tag)) canonicalTags.set(tag, parseTag(tag));
	return canonicalTags.get(tag);
}

const canonicalTags = new Map<string, string | undefined>();

/** Without what WordPress and Unix add to it ("pt_PT_ao90", "en_US.UTF-8"), where that makes it no tag. */
function parseTag(tag: string): string | undefined {
	const subtags = tag.trim().split(/[-_.@]/);
	for (let length = subtags.length; length > 0; length--) {
		try {
			const { language, region } = new Intl.Locale(subtags.slice(0, length).join('-'));
			// words of 4 to 8 letters ("polski") are well-formed, but no language has such a tag; "und" has none at all
			if (!language || language === 'und' || language.length > 3) return undefined;
			const known = ALIASES[language] ?? language;
			return region ? `${known}-${region}` : known;
		} catch {
			// RangeError: not a language tag
		}
	}
	return undefined;
}

export interface LanguageWishes {
	/** The operator's choice; wins where set. */
	readonly chosen?: string | undefined;
	/** What the order says, e.g. Shopify's customer_locale. */
	readonly ofOrder?: string | undefined;
	/** ISO country of the recipient; its main language is asked for next. */
	readonly country?: string | undefined;
	/** The shop's default. */
	readonly fallback?: string | undefined;
}

/**
 * The language of a text: chosen, or the order's, or the country's main one, or the shop's default, or English — the
 * first of these that `available` has. Brazilian orders that say just "pt" get Brazilian Portuguese; a chosen "pt" is meant.
 */
export function languageFor(wishes: LanguageWishes, available: (language: string) => boolean): string {
	const region = wishes.country?.toUpperCase();
	for (const wish of [wishes.chosen, wishes.ofOrder, mainLanguageOf(region), wishes.fallback]) {
		const tag = canonicalLanguage(wish);
		if (!tag) continue;
		const language = tag.split('-', 1)[0] as string;
		const isExact = tag !== language || wish === wishes.chosen;
		const match = [...(isExact ? [tag] : []), `${language}-${region}`, language].find(available);
		if (match) return match;
	}
	return 'en';
}

const mainLanguages = new Map<string, string | undefined>();

/** The main language of a country by CLDR's likely subtags, e.g. PL → pl. */
function mainLanguageOf(region: string | undefined): string | undefined {
	if (!region || !/^[A-Z]{2}$/.test(region)) return undefined;
	if (!mainLanguages.has(region)) mainLanguages.set(region, new Intl.Locale(`und-${region}`).maximize().language);
	return mainLanguages.get(region);
}
