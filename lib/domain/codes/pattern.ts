import { DomainError } from '../errors';
import { endsInCheckCharacter } from './check-character';
import { lookupForm } from './lookup-form';

/**
 * The symbols of random characters, without those that are mistaken for others: I and L for 1, O for 0, U for V (Crockford's
 * base 32, crockford.com/base32.html). Saved in series: append, never rename.
 */
export const ALPHABETS = {
	'letters-and-digits': '0123456789ABCDEFGHJKMNPQRSTVWXYZ',
	letters: 'ABCDEFGHJKMNPQRSTVWXYZ',
	digits: '0123456789',
} as const;

export type AlphabetName = keyof typeof ALPHABETS;

export interface PatternSpec {
	/** E.g. "SUMMER-#####-###": # is a random character; a backslash makes the next one literal. Goes before prefix and length. */
	readonly pattern?: string | undefined;
	/** What each code begins with; a dash after it is the operator's to write. */
	readonly prefix?: string | undefined;
	/** How many random characters follow the prefix. */
	readonly length?: number | undefined;
	readonly alphabet?: AlphabetName | undefined;
	/** Whether one more character ends the code, by which a mistyped code is told from one that never was. */
	readonly checkCharacter: boolean;
}

/** How the codes of a series look. They are all as long as each other. */
export interface CodePattern {
	/** Character by character, without the check character; null is a random one. */
	readonly shape: ReadonlyArray<string | null>;
	/** What a random character can be; each as likely as the others. */
	readonly alphabet: string;
	readonly checkCharacter: boolean;
}

/** BigCommerce takes 50 characters, the shortest limit of the shops that codes are published to. */
const LONGEST = 50;
const DEFAULT_LENGTH = 10;
/** Plain in GSM-7, and but for # in a URL. */
const LITERAL = /^[A-Z0-9._#-]$/;

/**
 * Reads how codes are to look. Without a pattern: the prefix and ten random characters, or as many as `length` says.
 *
 * @throws DomainError `bad-setting`.
 */
export function readPattern(spec: PatternSpec): CodePattern {
	const shape = spec.pattern?.trim() ? readShape(spec.pattern.trim()) : shapeAfterPrefix(spec);
	const unfit = shape.find((symbol) => symbol !== null && !LITERAL.test(symbol));
	if (unfit !== undefined) {
		throw badPattern(
			`A code cannot have "${unfit}"`,
			'Use letters A–Z, digits, dashes, full stops and underscores: other characters make texts longer and break in links.',
		);
	}
	if (!shape.includes(null)) {
		throw badPattern(
			'The pattern has no random character: all codes would be the same',
			'Write # for each, e.g. SUMMER-#####-###.',
		);
	}
	const length = shape.length + (spec.checkCharacter ? 1 : 0);
	if (length > LONGEST) {
		throw badPattern(
			`The codes would have ${length} characters`,
			`Shops take ${LONGEST} at most; shorten the pattern.`,
		);
	}
	return { shape, alphabet: ALPHABETS[spec.alphabet ?? 'letters-and-digits'], checkCharacter: spec.checkCharacter };
}

function readShape(pattern: string): Array<string | null> {
	const shape: Array<string | null> = [];
	let isEscaped = false;
	for (const character of pattern.normalize('NFKC').toUpperCase()) {
		if (character === '\\' && !isEscaped) isEscaped = true;
		else {
			shape.push(character === '#' && !isEscaped ? null : character);
			isEscaped = false;
		}
	}
	if (isEscaped)
		throw badPattern('The pattern ends with a backslash', 'A backslash stands before the # that is to be literal.');
	return shape;
}

function shapeAfterPrefix({ prefix = '', length = DEFAULT_LENGTH }: PatternSpec): Array<string | null> {
	if (!Number.isInteger(length) || length < 1 || length > LONGEST) {
		throw badPattern(
			`A code cannot have ${length} random characters`,
			`Give a whole number from 1 to ${LONGEST}; ${DEFAULT_LENGTH} is a good one.`,
		);
	}
	return [...prefix.trim().normalize('NFKC').toUpperCase(), ...new Array<null>(length).fill(null)];
}

const badPattern = (message: string, hint: string) => new DomainError('bad-setting', message, hint);

const randomCount = ({ shape }: CodePattern) => shape.filter((symbol) => symbol === null).length;

/**
 * How many different codes a pattern has. Of all that could be drawn, those whose check character is outside of the alphabet
 * are not made; see check-character.ts.
 */
export function spaceOf(pattern: CodePattern): number {
	const drawn = pattern.alphabet.length ** randomCount(pattern);
	return pattern.checkCharacter ? Math.floor((drawn * pattern.alphabet.length) / 37) : drawn;
}

/** How many guesses it takes on average to hit one of the codes that can be used. */
export const guessesPerHit = (space: number, liveCodes: number): number => Math.floor(space / Math.max(1, liveCodes));

/** Below this, somebody who tries a code a second at a checkout has one within a day or so. */
export const FEWEST_GUESSES = 100_000;

/** E.g. "one guess in 1,100,000 hits". */
export const guessesInWords = (guesses: number): string =>
	`one guess in ${guesses.toLocaleString('en', { maximumSignificantDigits: 2 })} hits`;

/**
 * Looks before codes are made whether the pattern has room for them.
 *
 * @param count how many are to be made.
 * @param madeBefore how many of this pattern there are already.
 * @returns how many guesses one hit costs when they are made.
 * @throws DomainError `bad-setting` where they are more than half of what the pattern can give, or too easily guessed.
 */
export function assertRoom(pattern: CodePattern, count: number, madeBefore = 0): number {
	const space = spaceOf(pattern);
	const codes = count + madeBefore;
	const guesses = guessesPerHit(space, codes);
	if (codes > space / 2) {
		throw badPattern(
			`The pattern gives ${space.toLocaleString('en')} different codes; ${codes.toLocaleString('en')} are more than half of them`,
			wayOut(pattern, codes),
		);
	}
	if (guesses < FEWEST_GUESSES) {
		throw badPattern(`The codes are too easily guessed: ${guessesInWords(guesses)}`, wayOut(pattern, codes));
	}
	return guesses;
}

function wayOut(pattern: CodePattern, codes: number): string {
	const short = Math.log((codes * FEWEST_GUESSES) / spaceOf(pattern)) / Math.log(pattern.alphabet.length);
	const more = Math.max(1, Math.ceil(short));
	const alphabet = pattern.alphabet.length < 32 ? ', or use letters and digits' : '';
	return `One hit has to cost ${FEWEST_GUESSES.toLocaleString('en')} guesses or more: add ${more} random character${more === 1 ? '' : 's'}${alphabet}.`;
}

/**
 * A stand-in for a code that is not drawn yet: as long as the longest of the pattern and as costly in a text. No code:
 * it is for counting, and must not be sent.
 */
export const longestCode = (pattern: CodePattern): string =>
	[...pattern.shape, ...(pattern.checkCharacter ? [null] : [])].map((symbol) => symbol ?? 'X').join('');

/**
 * Whether something that is no code of the ledger looks like one of this pattern that was mistyped: everything is as it
 * should be but the check character. False for a pattern without one, where it cannot be told.
 */
export function isMistyped(pattern: CodePattern, typed: string): boolean {
	if (!pattern.checkCharacter) return false;
	const form = lookupForm(typed);
	const shape = pattern.shape.filter((symbol) => symbol === null || /[A-Z0-9]/.test(symbol));
	const fits = (symbol: string | null, index: number) => symbol === null || lookupForm(symbol) === form[index];
	return form.length === shape.length + 1 && shape.every(fits) && !endsInCheckCharacter(form);
}
