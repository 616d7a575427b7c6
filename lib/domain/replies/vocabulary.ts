import { fold, type Token } from './tokens';

/** Numbers the sets of words that phrases are made of ("slots"), and tells which of them a word of a text can fill. All slots come before the first text. */
export interface Vocabulary {
	/** The number of a set of words, written as a list; lists that are written alike are one. */
	slotOf(words: string): number;
	/** How many there are. */
	size(): number;
	/** Slots that can begin at a token, each with the most tokens it can take; undefined where none can. */
	slotsAt(tokens: readonly Token[], index: number): ReadonlyMap<number, number> | undefined;
}

/** One way to fill a slot: a first word, by which it is found, and what must follow it. */
interface Entry {
	readonly slot: number;
	readonly rest: readonly string[];
}

/** All that can begin at one word. */
interface Beginnings {
	/** Slots that the word fills by itself; undefined where there are none. */
	readonly alone: ReadonlyMap<number, number> | undefined;
	readonly withMore: readonly Entry[];
}

export function createVocabulary(): Vocabulary {
	const exact = new Map<string, Entry[]>();
	const stems = new Map<string, Entry[]>();
	const slots = new Map<string, number>();
	let longestStem = 0;
	// gathered at a word's first use: a text has a handful of the ten thousand words
	const beginningsOfWord = new Map<string, Beginnings>();
	const beginningsOfStem = new Map<string, Beginnings>();

	const stemsOf = function* (word: string): Generator<string> {
		for (let length = Math.min(word.length, longestStem); length > 0; length--) {
			const stem = word.slice(0, length);
			if (stems.has(stem)) yield stem;
		}
	};
	const gather = (own: readonly Entry[], word: string): Beginnings => {
		const entries = [...own, ...[...stemsOf(word)].flatMap((stem) => stems.get(stem) ?? [])];
		const alone = entries.filter(({ rest }) => rest.length === 0).map(({ slot }): [number, number] => [slot, 1]);
		return {
			alone: alone.length > 0 ? new Map(alone) : undefined,
			withMore: entries.filter(({ rest }) => rest.length > 0),
		};
	};
	const beginningsOf = (word: string): Beginnings | undefined => {
		const own = exact.get(word);
		if (own) return remembered(beginningsOfWord, word, () => gather(own, word));
		const [stem] = stemsOf(word);
		return stem === undefined ? undefined : remembered(beginningsOfStem, stem, () => gather([], stem));
	};

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
				remembered(index, key, (): Entry[] => []).push({ slot, rest });
			}
			return slot;
		},

		size: () => slots.size,

		slotsAt(tokens, index) {
			const beginnings = beginningsOf((tokens[index] as Token).word);
			let filled: Map<number, number> | undefined;
			for (const { slot, rest } of beginnings?.withMore ?? []) {
				if (!follows(rest, tokens, index)) continue;
				filled ??= new Map(beginnings?.alone);
				filled.set(slot, Math.max(filled.get(slot) ?? 0, rest.length + 1));
			}
			return filled ?? beginnings?.alone;
		},
	};
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
	const value = known.get(key) ?? make();
	known.set(key, value);
	return value;
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
