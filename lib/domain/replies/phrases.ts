import { fold, type Token } from './tokens';

/** A phrase of a language's word file, read (the notation is described in words/words.ts). */
export interface Phrase<Role> {
	readonly role: Role;
	readonly language: string;
	readonly steps: readonly Step[];
	/** The last of the steps' slots. */
	readonly lastSlot: number;
}

interface Step {
	/** Which set of words stands here. */
	readonly slot: number;
	/** At most so many other words before it. */
	readonly gap: number;
	readonly pastComma: boolean;
	readonly beginsClause: boolean;
	readonly endsClause: boolean;
}

/** Where a phrase was found. */
export interface Found<Role> {
	readonly phrase: Phrase<Role>;
	/** Indexes of the tokens that its places matched, not of those in between. */
	readonly tokens: readonly number[];
}

/** One way to fill a slot: a first word, found through the vocabulary, and what must follow it. */
interface Entry {
	readonly slot: number;
	readonly rest: readonly string[];
}

const GAPS: Readonly<Record<string, { gap: number; pastComma: boolean }>> = {
	'..': { gap: 2, pastComma: false },
	'...': { gap: 4, pastComma: false },
	',...': { gap: 5, pastComma: true },
};
const NO_GAP = { gap: 0, pastComma: false };

/** A phrase before it is read. */
export interface PhraseSource<Role> {
	readonly role: Role;
	readonly language: string;
	readonly notation: string;
	/** The groups that its places name. A phrase that needs a group the language lacks is left out. */
	readonly groups: Groups;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** The phrases in a text, in the order of where they begin. Time grows with the length of the text, not faster. */
export type FindPhrases<Role> = (tokens: readonly Token[]) => Array<Found<Role>>;

/** Arranges phrases by their words, so that a text costs only what its own words ask for, however many languages there are. */
export function compilePhrases<Role>(sources: readonly PhraseSource<Role>[]): FindPhrases<Role> {
	const vocabulary = new Vocabulary();
	const byFirstSlot = new Map<number, Array<Phrase<Role>>>();
	for (const { role, language, notation, groups } of sources) {
		for (const places of variantsOf(notation.split(' '))) {
			if (places.some((place) => isGroup(place) && !groups[groupName(place)])) continue;
			const steps = readSteps(places, groups, vocabulary);
			if (!steps[0]) throw new Error(`A phrase needs a word: ${language} "${notation}"`);
			const sameStart = byFirstSlot.get(steps[0].slot) ?? [];
			byFirstSlot.set(steps[0].slot, [...sameStart, { role, language, steps, lastSlot: (steps.at(-1) as Step).slot }]);
		}
	}
	return (tokens) => {
		const filled = tokens.map((_, index) => vocabulary.slotsAt(tokens, index));
		const present = new Set(filled.flatMap((slots) => (slots ? [...slots.keys()] : [])));
		const found: Array<Found<Role>> = [];
		for (let index = 0; index < tokens.length; index++) {
			for (const slot of filled[index]?.keys() ?? []) {
				for (const phrase of byFirstSlot.get(slot) ?? []) {
					// most phrases fail for want of their last word, and that is quick to see
					if (!present.has(phrase.lastSlot)) continue;
					const matched = matchSteps(phrase.steps, 0, index, tokens, filled);
					if (matched) found.push({ phrase, tokens: matched });
				}
			}
		}
		return found;
	};
}

function readSteps(places: readonly string[], groups: Groups, vocabulary: Vocabulary): Step[] {
	const steps: Step[] = [];
	let before = NO_GAP;
	let beginsClause = false;
	for (const place of places) {
		if (place === '^') beginsClause = true;
		else if (GAPS[place]) before = GAPS[place];
		else if (place === '$') steps.push({ ...(steps.pop() as Step), endsClause: true });
		else {
			const words = place
				.split('|')
				.map((word) => (isGroup(word) ? groups[groupName(word)] : word))
				.join(' ');
			steps.push({ slot: vocabulary.slotOf(words), ...before, beginsClause, endsClause: false });
			before = NO_GAP;
			beginsClause = false;
		}
	}
	return steps;
}

/** Which sets of words ("slots") a word belongs to. */
class Vocabulary {
	private readonly exact = new Map<string, Entry[]>();
	private readonly stems = new Map<string, Entry[]>();
	private readonly slots = new Map<string, number>();
	private longestStem = 0;

	/** The number of a set of words; sets that are written alike are one. */
	slotOf(words: string): number {
		const known = this.slots.get(words);
		if (known !== undefined) return known;
		const slot = this.slots.size;
		this.slots.set(words, slot);
		for (const entry of wordsOf(words)) {
			const [first = '', ...rest] = entry.split('_').map(foldEntry);
			const isStem = first.endsWith('*');
			const key = isStem ? first.slice(0, -1) : first;
			if (isStem) this.longestStem = Math.max(this.longestStem, key.length);
			const index = isStem ? this.stems : this.exact;
			index.set(key, [...(index.get(key) ?? []), { slot, rest }]);
		}
		return slot;
	}

	/** Slots that can begin at a token, each with the most tokens it can take; undefined where none can. */
	slotsAt(tokens: readonly Token[], index: number): Map<number, number> | undefined {
		const { word } = tokens[index] as Token;
		let filled: Map<number, number> | undefined;
		const take = (entries: readonly Entry[] | undefined) => {
			for (const { slot, rest } of entries ?? []) {
				if (
					!rest.every(
						(next, offset) =>
							isSameClause(tokens, index, index + offset + 1) && fitsWord(next, tokens[index + offset + 1]?.word),
					)
				)
					continue;
				filled ??= new Map();
				filled.set(slot, Math.max(filled.get(slot) ?? 0, rest.length + 1));
			}
		};
		take(this.exact.get(word));
		for (let length = 1; length <= Math.min(word.length, this.longestStem); length++)
			take(this.stems.get(word.slice(0, length)));
		return filled;
	}
}

function matchSteps<Role>(
	steps: Phrase<Role>['steps'],
	step: number,
	index: number,
	tokens: readonly Token[],
	filled: ReadonlyArray<ReadonlyMap<number, number> | undefined>,
): number[] | undefined {
	const { slot, beginsClause, endsClause } = steps[step] as Step;
	const length = filled[index]?.get(slot);
	if (!length) return undefined;
	if (beginsClause && isSameClause(tokens, index - 1, index)) return undefined;
	const after = index + length;
	if (endsClause && isSameClause(tokens, after - 1, after)) return undefined;
	const matched = Array.from({ length }, (_, offset) => index + offset);
	const next = steps[step + 1];
	if (!next) return matched;
	for (let start = after; start <= after + next.gap && start < tokens.length; start++) {
		const isNear = next.pastComma
			? tokens[start]?.sentence === tokens[index]?.sentence
			: isSameClause(tokens, index, start);
		if (!isNear) return undefined;
		const rest = matchSteps(steps, step + 1, start, tokens, filled);
		if (rest) return [...matched, ...rest];
	}
	return undefined;
}

const isSameClause = (tokens: readonly Token[], one: number, other: number) =>
	tokens[one] !== undefined && tokens[one].clause === tokens[other]?.clause;

const fitsWord = (pattern: string, word: string | undefined) =>
	word !== undefined && (pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern);

const isGroup = (place: string) => /^<\w+>$/.test(place);
const groupName = (place: string) => place.slice(1, -1);

const foldEntry = (word: string) => (word.endsWith('*') ? `${fold(word.slice(0, -1))}*` : fold(word));

/** The entries of a list. */
export const wordsOf = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');

/** A phrase with and without each place that may be left out, and with each end of "word or end of clause". */
function variantsOf(places: readonly string[]): string[][] {
	const [place, ...others] = places;
	if (place === undefined) return [[]];
	return variantsOf(others).flatMap((rest) => choicesFor(place).map((choice) => [...choice, ...rest]));
}

function choicesFor(place: string): string[][] {
	if (place.length > 1 && place.includes('$')) {
		return [[place.replace(/\|?\$\??/, '')], ['$']];
	}
	return place.endsWith('?') ? [[place.slice(0, -1)], []] : [[place]];
}
