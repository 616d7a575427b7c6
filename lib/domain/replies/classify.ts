import { LANGUAGES, type Language } from '../languages';
import { guessLanguage, languagesOf } from './guess-language';
import { namedOrder, numberAlone } from './order-number';
import { type Found } from './phrases';
import { type PhraseRole, replyTables, type WholeKind, type WholeWord } from './reply-tables';
import { fold, squash, type Token, tokenise } from './tokens';
import { isMistypedStop, meantWord } from './typos';

/**
 * What a text from a customer means.
 *
 * - `opt-out`: no more texts (or, with an order number, none about that order)
 * - `help`, `opt-in`, `order-question`: as they say
 * - `answer`: anything else while a question to this customer is open
 * - `keyword`: one of the operator's own rules matched
 * - `other`: anything else
 */
export type ReplyKind = 'opt-out' | 'help' | 'opt-in' | 'answer' | 'order-question' | 'keyword' | 'other';

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

export interface Classified {
	readonly kind: ReplyKind;
	/** What matched, in words that an operator understands. */
	readonly rule: string;
	/** Of the word that matched, or guessed from the text; undefined when it cannot be told. */
	readonly language?: string;
	/** An order that the text names. With an opt-out: only the texts about that order end. */
	readonly orderNumber?: string;
	/** Name of the operator's rule that matched. */
	readonly keywordRule?: string;
}

/** A text with all that the rules look at. */
interface Reading {
	readonly text: string;
	readonly tokens: readonly Token[];
	/** Without please, thanks and the like. */
	readonly core: readonly Token[];
	readonly found: ReadonlyArray<Found<PhraseRole>>;
	/** Languages that the context names, the likeliest first. */
	readonly spoken: readonly string[];
	readonly context: ReplyContext;
}

type Rule = (reading: Reading) => Classified | undefined;

/** The order of the issue: who wants to stop is heard first, whatever else the text says. */
const RULES: readonly Rule[] = [optOut, help, optIn, answer, orderQuestion, keyword];

/** Reads one reply. Pure; time grows with the length of the text and is bounded (only its first 2,000 characters count). */
export function classifyReply(text: string, context: ReplyContext = {}): Classified {
	const reading = read(text, context);
	for (const rule of RULES) {
		const classified = rule(reading);
		if (classified) return withGuess(classified, reading);
	}
	return withGuess({ kind: 'other', rule: 'nothing matched' }, reading);
}

function read(text: string, context: ReplyContext): Reading {
	const tokens = tokenise(text);
	const found = replyTables().find(tokens);
	const polite = new Set(found.filter(({ phrase }) => phrase.role === 'polite').flatMap((match) => match.tokens));
	return {
		text,
		tokens,
		core: tokens.filter((_, index) => !polite.has(index)),
		found,
		spoken: languagesOf(context),
		context,
	};
}

function withGuess(classified: Classified, { text, context }: Reading): Classified {
	const language = classified.language ?? guessLanguage(text, context.country);
	return language === undefined ? classified : { ...classified, language };
}

const STOP_SIGN = /[🛑⛔🚫]/u;

function optOut(reading: Reading): Classified | undefined {
	const { text, tokens, core, context } = reading;
	const optOutBy = (rule: string, language?: string): Classified => ({
		kind: 'opt-out',
		rule,
		...(language && { language }),
	});

	if (core.length === 0 && STOP_SIGN.test(text)) return optOutBy('stop sign');
	const whole = wholeWord(reading, 'opt-out') ?? clauseWord(reading);
	if (whole) return optOutBy(`opt-out word "${whole.word}" (${LANGUAGES[whole.language]})`, whole.language);
	const own = ownWord(reading, context.ownWords?.optOut);
	if (own !== undefined) return optOutBy(`your opt-out word "${own}"`);

	const number = numberAlone(text);
	if (number) {
		const word = core.find(({ word: letters }) => !/\d/.test(letters));
		const [entry] = replyTables().whole.get(word?.word ?? '') ?? [];
		if (entry?.kind === 'opt-out' && entry.asClause) {
			return { ...optOutBy(`opt-out word "${entry.word}" with an order number`, entry.language), orderNumber: number };
		}
	}
	const typo = typoOf(reading);
	if (typo !== undefined) return optOutBy(`typo of "${typo}"`);

	const masked = new Set(
		reading.found.filter(({ phrase }) => phrase.role === 'not-opt-out').flatMap((match) => match.tokens),
	);
	const phrase = likeliest(
		reading,
		reading.found.filter(
			(match) => match.phrase.role === 'opt-out' && !match.tokens.some((index) => masked.has(index)),
		),
		(match) => match.phrase.language,
	);
	if (!phrase) return undefined;
	const { language } = phrase.phrase;
	const order = namedOrder(text, isOrderWord(reading));
	return {
		...optOutBy(`opt-out phrase "${shown(phrase.tokens, tokens)}" (${LANGUAGES[language as Language]})`, language),
		...(order && { orderNumber: order }),
	};
}

function help(reading: Reading): Classified | undefined {
	const whole = wholeWord(reading, 'help');
	if (whole)
		return { kind: 'help', rule: `help word "${whole.word}" (${LANGUAGES[whole.language]})`, language: whole.language };
	const own = ownWord(reading, reading.context.ownWords?.help);
	return own === undefined ? undefined : { kind: 'help', rule: `your help word "${own}"` };
}

/**
 * YES and its translations count only while a request waits for them. Twilio's list of START words has YES, but an order text
 * may end in a question of anybody's, and a yes to that must not bring back the texts that somebody stopped.
 */
function optIn(reading: Reading): Classified | undefined {
	const whole =
		wholeWord(reading, 'opt-in') ?? (reading.context.hasPendingOptIn ? wholeWord(reading, 'yes') : undefined);
	if (whole)
		return {
			kind: 'opt-in',
			rule: `opt-in word "${whole.word}" (${LANGUAGES[whole.language]})`,
			language: whole.language,
		};
	const own = ownWord(reading, reading.context.ownWords?.optIn);
	if (own !== undefined) return { kind: 'opt-in', rule: `your opt-in word "${own}"` };
	return phraseRule(reading, 'opt-in', 'opt-in');
}

function answer({ context }: Reading): Classified | undefined {
	return context.hasOpenQuestion ? { kind: 'answer', rule: 'a question was open' } : undefined;
}

function orderQuestion(reading: Reading): Classified | undefined {
	const { text, found, tokens } = reading;
	const order = namedOrder(text, isOrderWord(reading));
	const withOrder = (classified: Classified): Classified =>
		order ? { ...classified, orderNumber: order } : classified;
	const whole = wholeWord(reading, 'order-question');
	if (whole) {
		const rule = `order question "${whole.word}" (${LANGUAGES[whole.language]})`;
		return withOrder({ kind: 'order-question', rule, language: whole.language });
	}
	const own = ownWord(reading, reading.context.ownWords?.orderQuestion);
	if (own !== undefined) return withOrder({ kind: 'order-question', rule: `your order question "${own}"` });

	// "where is my refund for order 1001" is for a person to answer
	const otherSentences = new Set(
		found
			.filter(({ phrase }) => phrase.role === 'other-matter')
			.map((match) => tokens[match.tokens[0] as number]?.clause),
	);
	const phrase = phraseRule(
		{
			...reading,
			found: found.filter((match) => !match.tokens.some((index) => otherSentences.has(tokens[index]?.clause))),
		},
		'order-question',
		'order-question',
	);
	if (phrase) return withOrder(phrase);
	const others = reading.core.filter(
		({ word }) => !/\d/.test(word) && !isOrderWord(reading)(word) && !NUMBER_WORDS.has(word),
	);
	return order && others.length === 0 ? withOrder({ kind: 'order-question', rule: 'an order number' }) : undefined;
}

function keyword({ tokens, context }: Reading): Classified | undefined {
	const text = squashed(tokens);
	for (const { name, words, match } of context.keywordRules ?? []) {
		const matched = words.find((word) => {
			const wanted = squashed(tokenise(word));
			if (wanted === '  ') return false;
			if (match === 'whole') return text === wanted;
			return match === 'begins' ? text.startsWith(wanted) : text.includes(wanted);
		});
		if (matched !== undefined)
			return { kind: 'keyword', rule: `your keyword "${matched}" (${name})`, keywordRule: name };
	}
	return undefined;
}

/** The words with a blank before and after each: so that "art" is not found in "start". */
const squashed = (tokens: readonly Token[]) => ` ${tokens.map(({ word }) => word).join(' ')} `;

/** How people write "number" before one. */
const NUMBER_WORDS: ReadonlySet<string> = new Set(
	'no nr number num n numero numer nummer cislo szam broj nomor номер'.split(' '),
);

const isOrderWord = ({ found, tokens }: Reading) => {
	const words = new Set(
		found
			.filter(({ phrase }) => phrase.role === 'order-word')
			.flatMap((match) => match.tokens.map((index) => tokens[index]?.word)),
	);
	return (word: string) => words.has(fold(word));
};

/** The entry that the message as a whole is: as it stands, without politeness, or said several times. */
function wholeWord(reading: Reading, kind: WholeKind): WholeWord | undefined {
	const { tokens, core } = reading;
	const once = core.filter(({ word }, index) => word !== core[index - 1]?.word);
	for (const form of [tokens, core, once]) {
		const entries = replyTables().whole.get(squash(form)) ?? [];
		const fitting = entries.filter((entry) => entry.kind === kind && isSpoken(entry, reading));
		const entry = likeliest(reading, fitting, ({ language }) => language);
		if (entry) return entry;
	}
	return undefined;
}

/** "Stop. I never signed up." But "Stop, I gave you the wrong address for my order" is about the order. */
function clauseWord(reading: Reading): WholeWord | undefined {
	if (reading.found.some(({ phrase }) => phrase.role === 'order-word')) return undefined;
	const clauses = new Map<number, Token[]>();
	for (const token of reading.core) clauses.set(token.clause, [...(clauses.get(token.clause) ?? []), token]);
	for (const clause of clauses.values()) {
		const entry = wholeWord({ ...reading, tokens: clause, core: clause }, 'opt-out');
		if (entry?.asClause) return entry;
	}
	return undefined;
}

const isSpoken = (entry: WholeWord, { spoken }: Reading) =>
	!entry.atHome || spoken.length === 0 || spoken.some((language) => baseOf(language) === baseOf(entry.language));

const baseOf = (language: string) => language.split('-', 1)[0];

/** Of several, the one in the language that is likeliest here. */
function likeliest<T>(reading: Reading, items: readonly T[], languageOf: (item: T) => string): T | undefined {
	if (items.length < 2) return items[0];
	for (const language of reading.spoken) {
		const item =
			items.find((one) => languageOf(one) === language) ??
			items.find((one) => baseOf(languageOf(one)) === baseOf(language));
		if (item) return item;
	}
	const guess = guessLanguage(reading.text, reading.context.country);
	return items.find((one) => languageOf(one) === guess) ?? items[0];
}

/** The operator's word that the message is, or has in it. */
function ownWord({ tokens, core }: Reading, words: readonly string[] | undefined): string | undefined {
	return words?.find((word) => {
		const wanted = tokenise(word);
		if (wanted.length === 0) return false;
		const isWhole = squash(wanted) === squash(tokens) || squash(wanted) === squash(core);
		return isWhole || (wanted.length > 1 && squashed(tokens).includes(squashed(wanted)));
	});
}

function typoOf({ core }: Reading): string | undefined {
	const typed = squash(core);
	if (isMistypedStop(typed)) return 'stop';
	if (core.length !== 1 || replyTables().whole.has(typed)) return undefined;
	return meantWord(typed, replyTables().optOutByStart);
}

function phraseRule(reading: Reading, role: PhraseRole, kind: ReplyKind): Classified | undefined {
	const match = likeliest(
		reading,
		reading.found.filter(({ phrase }) => phrase.role === role),
		({ phrase }) => phrase.language,
	);
	if (!match) return undefined;
	const { language } = match.phrase;
	return {
		kind,
		rule: `${kind} phrase "${shown(match.tokens, reading.tokens)}" (${LANGUAGES[language as Language]})`,
		language,
	};
}

/** The words that matched; what lies in between may be a number or a name, and is left out. */
const shown = (indexes: readonly number[], tokens: readonly Token[]) =>
	indexes
		.map((index, at) => `${at > 0 && index !== (indexes[at - 1] as number) + 1 ? '… ' : ''}${tokens[index]?.word}`)
		.join(' ');
