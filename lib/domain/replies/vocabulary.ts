import { fold, type Token } from './tokens';

/** Numbers the sets of words that phrases are made of ("slots"), and tells which of them a word of a text can fill. */
export interface Vocabulary {
	/** The number of a set of words, written as a list; lists that are written alike are one. */
	slotOf(words: string): number;
	/** Slots that can begin at a token, each with the most tokens it can take; undefined where none can. */
	slotsAt(tokens: readonly Token[], index: number): ReadonlyMap<number, number> | undefined;
}

/** One way to fill a slot: a first word, by which it is found, and what must follow it. */
interface Entry {
	readonly slot: number;
	readonly rest: readonly string[];
}

export function createVocabulary(): Vocabulary {
	const exact = new Map<string, Entry[]>();
	const stems = new Map<string, Entry[]>();
	const slots = new Map<string, number>();
	let longestStem = 0;

	return {
		slotOf(words) {
			const known = slots.get(words);
			if (known !== undefined) return known;
			const slot = slots.size;
			slots.set(words, slot);
			for (const entry of wordsOf(words)) {
				const [first = '', ...rest] = entry.split('_').map(foldEntry);
				const isStem = first.endsWith('*');
				const key = isStem ? first.slice(0, -1) : first;
				if (isStem) longestStem = Math.max(longestStem, key.length);
				const index = isStem ? stems : exact;
				index.set(key, [...(index.get(key) ?? []), { slot, rest }]);
			}
			return slot;
		},

		slotsAt(tokens, index) {
			const { word } = tokens[index] as Token;
			let filled: Map<number, number> | undefined;
			const take = (entries: readonly Entry[] | undefined) => {
				for (const { slot, rest } of entries ?? []) {
					if (!follows(rest, tokens, index)) continue;
					filled ??= new Map();
					filled.set(slot, Math.max(filled.get(slot) ?? 0, rest.length + 1));
				}
			};
			take(exact.get(word));
			for (let length = 1; length <= Math.min(word.length, longestStem); length++)
				take(stems.get(word.slice(0, length)));
			return filled;
		},
	};
}

const follows = (rest: readonly string[], tokens: readonly Token[], index: number) =>
	rest.every((next, offset) => {
		const at = index + offset + 1;
		return isSameClause(tokens, index, at) && fitsWord(next, tokens[at]?.word);
	});

export const isSameClause = (tokens: readonly Token[], one: number, other: number) =>
	tokens[one] !== undefined && tokens[one].clause === tokens[other]?.clause;

const fitsWord = (pattern: string, word: string | undefined) =>
	word !== undefined && (pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern);

const foldEntry = (word: string) => (word.endsWith('*') ? `${fold(word.slice(0, -1))}*` : fold(word));

/** The entries of a list. */
export const wordsOf = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');
