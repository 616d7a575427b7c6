import { DomainError } from '../errors';
import { checkByte } from './check-character';
import { lookupForm } from './lookup-form';
import { isOffensive, readable, readAs, readsOffensive, wordFinder } from './offensive';
import { type CodePattern } from './pattern';
import { type SeenKeys, seenKeys } from './seen-keys';

export interface GenerateDeps {
	/** Fills a buffer with bytes that nobody can predict: crypto.randomFillSync. Whoever can predict codes can spend them. */
	readonly randomFill: (buffer: Uint8Array) => void;
	/** Whether a code is known already, to the ledger for instance. */
	readonly isTaken?: ((code: string) => boolean) | undefined;
	/** Words that no code may contain, and whole codes that are in use elsewhere. Read as a person would: "0" is an O. */
	readonly exclusions?: readonly string[] | undefined;
	/** How many codes are handed over at a time. */
	readonly batchSize?: number | undefined;
}

/** So many draws in vain cannot be chance: half of the space is free at least. */
const MOST_DRAWS = 100_000;

/**
 * Draws codes of a pattern, batch by batch, so that whoever stores them can say how far it is and stop in between. None comes
 * twice within one call, spells an offensive word or has anything of `exclusions` in it.
 *
 * Ask {@link assertRoom} before: a space that is nearly full takes longer and longer.
 *
 * @throws DomainError `bad-setting` when no code is left that could be drawn, or the pattern's own text is excluded.
 */
export function* generateCodes(pattern: CodePattern, count: number, deps: GenerateDeps): Generator<string[], void> {
	const { batchSize = 10_000 } = deps;
	const draw = drawing(pattern, deps);
	const seen = seenKeys(count);
	for (let made = 0; made < count; ) {
		const batch: string[] = [];
		for (let tries = 0; batch.length < batchSize && made < count; tries++) {
			if (tries > MOST_DRAWS + 100 * batch.length) throw exhausted(made);
			const code = draw(seen);
			if (code === null) continue;
			batch.push(code);
			made++;
		}
		yield batch;
	}
}

const exhausted = (made: number) =>
	new DomainError(
		'bad-setting',
		`After ${made.toLocaleString('en')} codes no other was found that is neither taken nor excluded`,
		'Add random characters to the pattern, or shorten the list of exclusions.',
	);

/** A function that draws one code and adds it to those seen; null when it is none that may be used. */
function drawing(
	pattern: CodePattern,
	{ randomFill, isTaken = () => false, exclusions = [] }: GenerateDeps,
): (seen: SeenKeys) => string | null {
	const { shape, alphabet, checkCharacter } = pattern;
	const symbols = Buffer.from(alphabet, 'latin1');
	const isSymbol = new Uint8Array(128);
	for (const symbol of symbols) isSymbol[symbol] = 1;
	const randomIndex = randomBelow(symbols.length, randomFill);

	// Three spellings of the code side by side: as it is, as it is found, as it is read. The literals are there once and for all.
	const end = checkCharacter ? RANDOM : '';
	const row = bytes(shape.map((symbol) => symbol ?? RANDOM).join('') + end);
	const form = bytes(shape.map((symbol) => (symbol === null ? RANDOM : lookupForm(symbol))).join('') + end);
	const places = [...row.keys()].filter((index) => shape[index] === null);
	const formPlaces = [...form.keys()].filter((index) => form[index] === RANDOM.charCodeAt(0)).slice(0, places.length);

	const excludedCodes = new Set(exclusions.map(lookupForm).filter(({ length }) => length === form.length));
	const excludedWords = exclusions.filter((text) => lookupForm(text).length < form.length);
	const excluded = wordFinder(excludedWords);
	const read = bytes(literalsAsRead(pattern, excluded) + end);

	return (seen) => {
		// Equal codes have equal keys. Of very long codes some others have the same key too: they are drawn again, and that is all.
		let [high, low] = [0, 0];
		for (let index = 0; index < places.length; index++) {
			const random = randomIndex();
			const symbol = symbols[random] as number;
			const place = formPlaces[index] as number;
			if (index % 2 === 0) high = (Math.imul(high, symbols.length) + random) | 0;
			else low = (Math.imul(low, symbols.length) + random) | 0;
			row[places[index] as number] = symbol;
			form[place] = symbol;
			read[place] = readAs[symbol] as number;
		}
		if (checkCharacter) {
			const last = form.length - 1;
			const check = checkByte(form, last);
			if (isSymbol[check] === 0) return null;
			row[row.length - 1] = check;
			form[last] = check;
			read[last] = readAs[check] as number;
		}
		if (readsOffensive(read) || excluded?.test(read.toString('latin1'))) return null;
		if (excludedCodes.size > 0 && excludedCodes.has(form.toString('latin1'))) return null;
		const code = row.toString('latin1');
		return !isTaken(code) && seen.add(high, low) ? code : null;
	};
}

/** Stands where a random character or the check character goes; no literal is one. */
const RANDOM = ' ';

const bytes = (text: string) => Buffer.from(text, 'latin1');

/**
 * The pattern as a code of it is read. What the operator has written themselves is theirs to judge ("CLASSIC" is no insult), but
 * it may not become a word together with what is drawn.
 */
function literalsAsRead({ shape }: CodePattern, excluded: RegExp | null): string {
	const literals = shape.map((symbol) => symbol ?? RANDOM).join('');
	return literals.replace(/[^ ]+/g, (literal) => {
		const read = readable(literal);
		const [word] = excluded?.exec(read) ?? [];
		if (word !== undefined) {
			throw new DomainError(
				'bad-setting',
				`The pattern's own "${literal}" has something in it that is excluded`,
				'Change the pattern, or take it from the list of exclusions.',
			);
		}
		return isOffensive(read) ? '-'.repeat(read.length) : read;
	});
}

/**
 * Whole numbers from 0 up to, not including, `below`, each as likely as the others: a byte that lies beyond the last whole
 * multiple of `below` is thrown away, as the remainder alone would favour the small ones.
 */
function randomBelow(below: number, randomFill: (buffer: Uint8Array) => void): () => number {
	const random = new Uint8Array(16_384); // filling it costs far less than as many calls for a byte
	const usable = 256 - (256 % below);
	let next = random.length;
	return () => {
		for (;;) {
			if (next === random.length) {
				randomFill(random);
				next = 0;
			}
			const byte = random[next++] as number;
			if (byte < usable) return byte % below;
		}
	};
}
