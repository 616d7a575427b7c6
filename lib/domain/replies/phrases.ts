import { type Token } from './tokens';
import { createVocabulary, isSameClause, type Vocabulary } from './vocabulary';

/** A phrase of a language's word file, read (the notation is described in words/words.ts). */
export interface Phrase<Role> {
	readonly role: Role;
	readonly language: string;
	readonly steps: readonly Step[];
}

interface Step {
	/** Which set of words stands here. */
	readonly slot: number;
	/** At most so many other words before it. */
	readonly gap: number;
	/** What those others may not leave. */
	readonly within: 'clause' | 'sentence' | 'text';
	readonly beginsClause: boolean;
	readonly endsClause: boolean;
}

/** Where a phrase was found. */
export interface Found<Role> {
	readonly phrase: Phrase<Role>;
	/** Indexes of the tokens that its places matched, not of those in between. */
	readonly tokens: readonly number[];
}

type Gap = Pick<Step, 'gap' | 'within'>;

const GAPS: Readonly<Record<string, Gap>> = {
	'..': { gap: 2, within: 'clause' },
	'...': { gap: 4, within: 'clause' },
	',...': { gap: 5, within: 'sentence' },
	';...': { gap: 5, within: 'text' },
};
const NO_GAP: Gap = { gap: 0, within: 'clause' };

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
	const vocabulary = createVocabulary();
	const byFirstAndLastSlot = new Map<number, Map<number, Array<Phrase<Role>>>>();
	for (const { role, language, notation, groups } of sources) {
		for (const places of variantsOf(notation.split(' '))) {
			if (places.some((place) => isGroup(place) && !groups[groupName(place)])) continue;
			const steps = readSteps(places, groups, vocabulary);
			const [first, last] = [steps[0], steps.at(-1)];
			if (!first || !last) throw new Error(`A phrase needs a word: ${language} "${notation}"`);
			const sameStart = byFirstAndLastSlot.get(first.slot) ?? new Map<number, Array<Phrase<Role>>>();
			byFirstAndLastSlot.set(first.slot, sameStart);
			sameStart.set(last.slot, [...(sameStart.get(last.slot) ?? []), { role, language, steps }]);
		}
	}
	const startingAt = Array.from({ length: vocabulary.size() }, (_, slot): SameStart<Role> | undefined => {
		const byLast = byFirstAndLastSlot.get(slot);
		return byLast && { lastSlots: Uint16Array.from(byLast.keys()), phrases: [...byLast.values()] };
	});

	return (tokens) => {
		const filled = tokens.map((_, index) => vocabulary.slotsAt(tokens, index));
		const present = new Uint8Array(vocabulary.size());
		for (const slots of filled) for (const slot of slots?.keys() ?? []) present[slot] = 1;
		const found: Array<Found<Role>> = [];
		for (let index = 0; index < tokens.length; index++) {
			for (const slot of filled[index]?.keys() ?? []) {
				const start = startingAt[slot];
				if (!start) continue;
				for (let ends = 0; ends < start.lastSlots.length; ends++) {
					// most phrases fail for want of their last word, and that is quick to see
					if (!present[start.lastSlots[ends] as number]) continue;
					for (const phrase of start.phrases[ends] as ReadonlyArray<Phrase<Role>>) {
						const matched = matchSteps(phrase.steps, 0, index, tokens, filled);
						if (matched) found.push({ phrase, tokens: matched });
					}
				}
			}
		}
		return found;
	};
}

/** Phrases that begin with one slot, by the slots that they end with. */
interface SameStart<Role> {
	readonly lastSlots: Uint16Array;
	/** One list for each of the last slots. */
	readonly phrases: ReadonlyArray<ReadonlyArray<Phrase<Role>>>;
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
		if (!isWithin(next.within, tokens[index] as Token, tokens[start] as Token)) return undefined;
		const rest = matchSteps(steps, step + 1, start, tokens, filled);
		if (rest) return [...matched, ...rest];
	}
	return undefined;
}

const isWithin = (part: Step['within'], one: Token, other: Token) => part === 'text' || one[part] === other[part];

const isGroup = (place: string) => /^<\w+>$/.test(place);
const groupName = (place: string) => place.slice(1, -1);

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
