import { countSegments, isGsm } from './segments';

// GSM-7 has ä ö ü ß å æ ø ñ à è é ì ò ù but not ą č ő ş á í ó ú ç …: one such letter makes a text UCS-2, which holds 70
// characters instead of 160. Customers in these countries write texts without the marks themselves.

/** Signs of any language: quotes, dashes, currency and other symbols. */
const SIGNS: Readonly<Record<string, string>> = {
	'\t': ' ',
	'‘': "'",
	'’': "'",
	'‚': "'",
	'‛': "'",
	'′': "'",
	'´': "'",
	'`': "'",
	ʼ: "'",
	'‹': "'",
	'›': "'",
	'“': '"',
	'”': '"',
	'„': '"',
	'‟': '"',
	'″': '"',
	'«': '"',
	'»': '"',
	'‐': '-',
	'‑': '-',
	'‒': '-',
	'–': '-',
	'—': '-',
	'―': '-',
	'−': '-',
	'…': '...',
	'·': '.',
	'•': '-',
	'→': '->',
	'×': 'x',
	'÷': '/',
	'¬': '-',
	'©': '(c)',
	'®': '(R)',
	'™': '(TM)',
	'№': 'No',
	º: 'o',
	ª: 'a',
	'°': 'o',
	'²': '2',
	'³': '3',
	'½': '1/2',
	'¼': '1/4',
	'¢': 'c',
	'₹': 'Rs ',
	'₺': 'TL',
	'₴': 'UAH',
	'₽': 'RUB',
	'฿': 'THB',
	'₫': 'VND',
	'₩': 'KRW',
	'₪': 'ILS',
};

/** Letters that Unicode does not take apart into a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
	ł: 'l',
	Ł: 'L',
	đ: 'd',
	Đ: 'D',
	ı: 'i',
	œ: 'oe',
	Œ: 'OE',
	þ: 'th',
	Þ: 'Th',
	ð: 'd',
	Ð: 'D',
	ĳ: 'ij',
	ŋ: 'ng',
	ħ: 'h',
	Ħ: 'H',
	ŀ: 'l',
	ẞ: 'SS',
	ə: 'a',
	Ə: 'A',
};

/** Where a language writes a letter otherwise than by dropping the mark. */
const BY_LANGUAGE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	// the long ő and ű are nearer to ö and ü, which GSM-7 has
	hu: { ő: 'ö', Ő: 'Ö', ű: 'ü', Ű: 'Ü' },
	hr: { đ: 'dj', Đ: 'Dj' },
	// GSM-7 has the Greek capitals that Latin lacks; the others look the same in Latin. So Greek texts were always written.
	el: greekCapitals(),
};

function greekCapitals(): Record<string, string> {
	const latinTwins: Record<string, string> = {
		Α: 'A',
		Β: 'B',
		Ε: 'E',
		Ζ: 'Z',
		Η: 'H',
		Ι: 'I',
		Κ: 'K',
		Μ: 'M',
		Ν: 'N',
		Ο: 'O',
		Ρ: 'P',
		Τ: 'T',
		Υ: 'Y',
		Χ: 'X',
	};
	const table: Record<string, string> = { ς: 'Σ' };
	for (let code = 0x0386; code <= 0x03ce; code++) {
		const letter = String.fromCharCode(code);
		const capital = withoutMarks(letter).toUpperCase();
		const written = latinTwins[capital] ?? capital;
		if (isGsm(written.codePointAt(0) as number)) table[letter] = written;
	}
	return table;
}

function withoutMarks(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Up to a space, a quotation mark or an invisible sign: these end a sentence around a link, not the link. */
const LINK = /(https?:\/\/[^\s\p{Pi}\p{Pf}\p{Cf}„‚…]+)/iu;

/** Writes what it can in GSM-7 and leaves the rest as it is. A link must go on working, so it is percent-encoded instead. */
const toGsm = (text: string, language: string) =>
	text
		.split(LINK)
		.map((part) => (LINK.test(part) ? percentEncoded(part) : lettersToGsm(part, language)))
		.join('');

/** Without halves of surrogate pairs, which cannot be encoded. */
const percentEncoded = (link: string) => link.replace(/[^\x20-\x7e\ud800-\udfff]+/gu, encodeURIComponent);

function lettersToGsm(text: string, language: string): string {
	const special = BY_LANGUAGE[language.split('-', 1)[0] as string] ?? {};
	let result = '';
	for (const character of text.normalize('NFC')) {
		if (isGsm(character.codePointAt(0) as number)) {
			result += character;
			continue;
		}
		const known = special[character] ?? LETTERS[character] ?? SIGNS[character];
		result += known ?? withoutMarks(character.replace(/\p{Zs}/u, ' ').replace(/\p{Cf}/u, ''));
	}
	return result;
}

export interface SmartEncoding {
	/** The text to send. */
	readonly text: string;
	/** Whether letters were changed. */
	readonly applied: boolean;
}

/**
 * Turns a text into GSM-7 by the customs of its language, where that saves segments; else leaves it exactly as it is:
 * a text that costs the same keeps its marks, and one with a letter that GSM-7 cannot express would gain nothing.
 */
export function smartEncode(text: string, language: string): SmartEncoding {
	const before = countSegments(text);
	if (before.encoding === 'GSM-7' || before.segments === 1) return { text, applied: false };
	const plain = toGsm(text, language);
	const after = countSegments(plain);
	const isWorthIt = after.encoding === 'GSM-7' && after.segments < before.segments;
	return isWorthIt ? { text: plain, applied: true } : { text, applied: false };
}
