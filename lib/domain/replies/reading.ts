import { guessFrom, languagesOf } from './guess-language';
import { type Found } from './phrases';
import { type PhraseRole, replyTables, type WholeKind, type WholeWord } from './reply-tables';
import { squash, type Token, tokenise } from './tokens';

/** A keyword of the operator's own. */
export interface KeywordRule {
	readonly name: string;
	readonly words: readonly string[];
	readonly match: 'whole' | 'begins' | 'contains';
}

/** Words that an operator adds to ours. They count as the whole message; of two words and more, also within one. */
export interface OwnWords {
	readonly optOut?: readonly string[];
	readonly help?: readonly string[];
	readonly optIn?: readonly string[];
	readonly orderQuestion?: readonly string[];
}

export interface ReplyContext {
	/** The customer's language, where known. */
	readonly language?: string;
	/** The country of the phone, ISO 3166-1 alpha-2. */
	readonly country?: string;
	readonly ownWords?: OwnWords;
	readonly keywordRules?: readonly KeywordRule[];
	/** A request to confirm a subscription waits for this customer's yes. */
	readonly hasPendingOptIn?: boolean;
	/** A question to this customer waits for an answer. */
	readonly hasOpenQuestion?: boolean;
}

/** A text with all that the rules look at. */
export interface Reading {
	readonly text: string;
	readonly tokens: readonly Token[];
	/** Without please, thanks and the like. */
	readonly core: readonly Token[];
	readonly found: ReadonlyArray<Found<PhraseRole>>;
	/** Entries that the message as a whole is. */
	readonly wholes: readonly WholeWord[];
	/** Words in it that mean an order or a parcel, folded. */
	readonly orderWords: ReadonlySet<string>;
	/** Languages that the context names, the likeliest first. */
	readonly spoken: readonly string[];
	readonly context: ReplyContext;
}

/** Takes a text apart, once for all rules. */
export function readReply(text: string, context: ReplyContext): Reading {
	const tokens = tokenise(text);
	const found = replyTables().find(tokens);
	const polite = new Set(found.filter(({ phrase }) => phrase.role === 'polite').flatMap((match) => match.tokens));
	const orderWords = found.filter(({ phrase }) => phrase.role === 'order-word').flatMap((match) => match.tokens);
	const core = polite.size === 0 ? tokens : tokens.filter((_, index) => !polite.has(index));
	return {
		text,
		tokens,
		core,
		wholes: wholesOf(tokens, core),
		found,
		orderWords: new Set(orderWords.map((index) => (tokens[index] as Token).word)),
		spoken: languagesOf(context),
		context,
	};
}

/** The entry that the message as a whole is: as it stands, without politeness, or said several times. */
export const wholeWord = (reading: Reading, kind: WholeKind): WholeWord | undefined =>
	likeliest(
		reading,
		reading.wholes.filter((entry) => entry.kind === kind && isSpoken(entry, reading)),
		({ language }) => language,
	);

/** Entries that these words are as a whole, in any of the ways to leave out politeness. */
export function wholesOf(tokens: readonly Token[], core: readonly Token[]): WholeWord[] {
	const once = core.filter(({ word }, index) => word !== core[index - 1]?.word);
	const forms = new Set([tokens, ...trimmed(tokens, core), core, once].map(squash));
	return [...forms].flatMap((form) => replyTables().whole.get(form) ?? []);
}

/** The text with fewer and fewer of the polite words at its ends: in "aidez-moi svp" one belongs to the phrase. */
function* trimmed(tokens: readonly Token[], core: readonly Token[]): Generator<readonly Token[]> {
	if (core.length === 0 || core.length === tokens.length) return;
	const first = Math.min(tokens.indexOf(core[0] as Token), MOST_POLITE_WORDS);
	const last = Math.max(tokens.indexOf(core.at(-1) as Token), tokens.length - 1 - MOST_POLITE_WORDS);
	for (let start = 0; start <= first; start++)
		for (let end = tokens.length; end > last; end--) yield tokens.slice(start, end);
}

const MOST_POLITE_WORDS = 4;

const isSpoken = (entry: WholeWord, { spoken }: Reading) =>
	!entry.atHome || spoken.length === 0 || spoken.some((language) => baseOf(language) === baseOf(entry.language));

/** "pt" of "pt-BR". */
export const baseOf = (language: string) => language.split('-', 1)[0];

/** Of several, the one in the language that is likeliest here. */
export function likeliest<T>(reading: Reading, items: readonly T[], languageOf: (item: T) => string): T | undefined {
	if (items.length < 2) return items[0];
	for (const language of reading.spoken) {
		const item =
			items.find((one) => languageOf(one) === language) ??
			items.find((one) => baseOf(languageOf(one)) === baseOf(language));
		if (item) return item;
	}
	const guess = guessFrom(reading.tokens, reading.text, reading.context.country);
	return items.find((one) => languageOf(one) === guess) ?? items[0];
}
