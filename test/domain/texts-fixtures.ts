import { LANGUAGES, type Language } from '../../lib/domain/languages';
import { countSegments } from '../../lib/domain/segments';
import { type Placeholder, type PlaceholderValues } from '../../lib/domain/template';
import { smartEncode } from '../../lib/domain/transliterate';

export const LANGUAGE_LIST = Object.keys(LANGUAGES) as Language[];

/** Texts in these scripts cannot be written in GSM-7 (Greek can, in capitals). */
export const NEEDS_UCS2: readonly Language[] = ['bg', 'hi', 'uk'];

/** The letters beyond a–z of each alphabet: a stray one is a typing mistake, a look-alike or another language's text. */
const SPECIAL_LETTERS: Readonly<Record<Language, RegExp>> = {
	bg: /[а-ъьюя]/,
	cs: /[áčďéěíňóřšťúůýž]/,
	da: /[æøå]/,
	de: /[äöüß]/,
	el: /[α-ωάέήίόύώϊϋΐΰ]/,
	en: /(?!)/,
	es: /[áéíñóúü]/,
	et: /[äõöüšž]/,
	fi: /[äö]/,
	fr: /[àâæçéèêëîïôœùûü]/,
	hi: /[\u0900-\u097f]/,
	hr: /[čćđšž]/,
	hu: /[áéíóöőúüű]/,
	id: /(?!)/,
	it: /[àèéìòù]/,
	lt: /[ąčęėįšųūž]/,
	lv: /[āčēģīķļņšūž]/,
	nb: /[æøå]/,
	nl: /[éëïóö]/,
	pl: /[ąćęłńóśźż]/,
	pt: /[áàâãçéêíóôõú]/,
	'pt-BR': /[áàâãçéêíóôõú]/,
	ro: /[ăâîșț]/,
	sk: /[áäčďéíĺľňóôŕšťúýž]/,
	sl: /[čšž]/,
	sv: /[åäö]/,
	tr: /[çğıöşüâ]/,
	uk: /[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя]/,
};
const NOT_LATIN: readonly Language[] = ['bg', 'el', 'hi', 'uk'];

/** Signs in texts that are neither of the language's alphabet nor plain; STOP, START, HELP and SMS are the same everywhere. */
export function strangeSigns(texts: readonly string[], language: Language): string[] {
	const strange = new Set<string>();
	for (const character of texts.map((text) => text.replace(/\{\w+\}|STOP|START|HELP|SMS/g, '')).join('')) {
		const isLetter =
			SPECIAL_LETTERS[language].test(character.toLocaleLowerCase(language)) ||
			(!NOT_LATIN.includes(language) && /[a-z]/i.test(character));
		if (!isLetter && !/[ .,:;!?¡¿।()[\]#№&+’'/-]/.test(character)) strange.add(character);
	}
	return [...strange];
}

/** Where each language is read, for the dates, times and amounts that Intl writes differently there. */
export const COUNTRIES: Partial<Record<Language, readonly string[]>> = {
	de: ['DE', 'AT', 'CH'],
	el: ['GR', 'CY'],
	en: ['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'IN'],
	es: ['ES', 'MX', 'AR', 'CO', 'CL', 'PE', 'US'],
	fr: ['FR', 'BE', 'CH', 'CA'],
	it: ['IT', 'CH'],
	nl: ['NL', 'BE'],
	ro: ['RO', 'MD'],
	sv: ['SE', 'FI'],
	tr: ['TR', 'CY'],
};

export const LINK = 'https://track.example.com/1Z999AA10123456784';
export const SHOP_LINK = 'https://acme.example';
export const ETA = { year: 2025, month: 12, day: 29, hour: 18, minute: 30 };

export const placeholdersIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as Placeholder);
/** What stands in each pair of square brackets, in order. */
export const optionalParts = (template: string) =>
	[...template.matchAll(/\[([^\]]*)\]/g)].map(([, part]) => part as string);
/** The values of these placeholders alone. */
export const only = (values: PlaceholderValues, names: readonly Placeholder[]): PlaceholderValues =>
	Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name as Placeholder)));

/** What may not follow a value: the end of its sentence without a full stop. */
export const UNFINISHED: unknown = expect.stringMatching(/^(?:$| (?!Uhr)\p{Lu})/u);
/** As it is sent, with smart encoding. */
export const sent = (text: string, language: Language) => countSegments(smartEncode(text, language).text);

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION = /(?<=[\s(])(?:dvs|kl|kr|godz|plkst|p\. m|p\.m)\./g;

/** What makes a rendered text look broken; empty for a good one. */
export function blemishes(text: string, language: Language): string[] {
	const plain = text.replace(LINK, 'Link').replace(SHOP_LINK, 'Link');
	const marks: Record<string, RegExp> = {
		'template syntax left over': /[[\]{}\\\ue000]/,
		'stray space': /\s\s|^\s|\s$|\( | \)/,
		'space before punctuation': language === 'fr' ? / [.,)]/ : / [.,;:!?)।]/,
		'punctuation twice': /[.,;:!?।]\s*[.,;:!?।]/,
		'label without its value': /:\s*(?:$|[.!?।)])/,
		'empty brackets': /\(\s*\)/,
		'number sign without number': /[#№](?!\d)/,
		'link run into something': /\SLink|Link(?!$| [\p{Lu}\p{Lo}¿¡])/u,
	};
	const found = Object.keys(marks).filter((mark) => marks[mark]?.test(plain));
	const sentences = plain.replace(ABBREVIATION, (abbreviation) => abbreviation.replaceAll('.', ''));
	if (/(?:[^\d][.]|[!?।]) \p{Ll}/u.test(sentences)) found.push('small letter after the end of a sentence');
	if (text.split('(').length !== text.split(')').length) found.push('unbalanced brackets');
	if (!/^[¡¿]?[\p{Lu}\p{Lo}]/u.test(text)) found.push('no capital at the start');
	return found;
}
