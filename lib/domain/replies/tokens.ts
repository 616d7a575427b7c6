/** One word of a text, folded. */
export interface Token {
	readonly word: string;
	/** Counts the clauses of the text: a comma, colon or dash begins a new one, and so does the end of a sentence. */
	readonly clause: number;
	/** Counts the sentences and lines. */
	readonly sentence: number;
}

/** Carriers join at most ten parts (Twilio: 1,600 characters), so nothing longer arrives by SMS. */
export const LONGEST_TEXT = 2000;

/** Letters that Unicode does not take apart, and letters that are written in two ways. */
const LETTERS: Readonly<Record<string, string>> = {
	ł: 'l',
	đ: 'd',
	ı: 'i',
	ø: 'o',
	æ: 'a',
	œ: 'o',
	ß: 'ss',
	ς: 'σ',
	ґ: 'г',
};

/**
 * A text as it is compared: lower case, without marks. People without the right keyboard drop the mark or write the letter
 * in two ("für", "fur", "fuer"; "på", "pa", "paa"), so both spellings fold to one; a letter held down ("stooop") counts once.
 */
export const fold = (text: string): string =>
	withoutMarks(text)
		.replace(/([a-zα-ωа-я])\1{2,}/g, '$1')
		.replace(/([aou])e|aa/g, (pair) => pair.charAt(0));

/** Most texts are plain ASCII, which has nothing to take apart. */
function withoutMarks(text: string): string {
	if (!NOT_ASCII.test(text)) return text.toLowerCase();
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\p{M}\p{Cf}]+/gu, '')
		.replace(/[łđıøæœßςґ]/g, (letter) => LETTERS[letter] as string);
}

/** Whether a text has more than ASCII. */
export const NOT_ASCII = /[\u0080-\uffff]/;

/** "don't" is one word, "m'envoyez" two. */
const joinContractions = (text: string) =>
	text.replace(/['’‘ʼ`´](?=(?:t|s|re|ll|ve|m|d)(?![\p{L}\p{M}]))/giu, '').replace(/['’‘ʼ`´]/g, ' ');

const PARTS = /(#\p{L}{0,4}-?\d[\p{L}\p{N}]*|[\p{L}\p{N}]+)|([.!?;…।\n\r]+)|([,:()"“”„«»/]+|\s[-–—]+\s)/gu;

/** The words of a text, and order numbers with their "#"; of a very long one, those at its beginning. */
export function tokenise(text: string): Token[] {
	const tokens: Token[] = [];
	let clause = 0;
	let sentence = 0;
	for (const [, word, sentenceEnd, clauseEnd] of fold(joinContractions(text.slice(0, LONGEST_TEXT))).matchAll(PARTS)) {
		if (word) tokens.push({ word, clause, sentence });
		if (sentenceEnd) sentence++;
		if (sentenceEnd || clauseEnd) clause++;
	}
	return tokens;
}

/** Words of a text without what lies between them: "S T O P" and "stop" are one. */
export const squash = (tokens: readonly Token[]): string => tokens.map(({ word }) => word).join('');
