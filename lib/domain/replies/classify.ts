import { LANGUAGES, type Language } from '../languages';
import { guessFrom } from './guess-language';
import { namedOrder, wordAndNumber } from './order-number';
import { type Found } from './phrases';
import { baseOf, likeliest, readReply, type Reading, type ReplyContext, wholeWord, wholesOf } from './reading';
import { type PhraseRole, replyTables, type WholeWord } from './reply-tables';
import { fold, squash, type Token, tokenise } from './tokens';
import { isMistypedStop, meantWord } from './typos';

export { type KeywordRule, type OwnWords, type ReplyContext } from './reading';

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
	/** The text is a no to a request that waits for an answer; its kind is `other`. */
	readonly isDecline?: true;
}

type Rule = (reading: Reading) => Classified | undefined;

/** The order of the issue: who wants to stop is heard first, whatever else the text says. */
const RULES: readonly Rule[] = [optOut, help, optIn, answer, orderQuestion, keyword, decline];

/** Reads one reply. Pure; time grows with the length of the text and is bounded (only its first 2,000 characters count). */
export function classifyReply(text: string, context: ReplyContext = {}): Classified {
	const reading = readReply(text, context);
	for (const rule of RULES) {
		const classified = rule(reading);
		if (classified) return withGuess(classified, reading);
	}
	return withGuess({ kind: 'other', rule: 'nothing matched' }, reading);
}

function withGuess(classified: Classified, { text, tokens, context }: Reading): Classified {
	const language = classified.language ?? guessFrom(tokens, text, context.country);
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

	const numbered = wordAndNumber(text);
	const halt =
		numbered &&
		replyTables()
			.whole.get(fold(numbered.word))
			?.find(({ kind, asClause }) => kind === 'opt-out' && asClause);
	if (numbered && halt) {
		const { orderNumber } = numbered;
		return {
			...optOutBy(`opt-out word "${halt.word}" and a number`, halt.language),
			...(orderNumber && { orderNumber }),
		};
	}
	const typo = typoOf(reading);
	if (typo !== undefined) return optOutBy(`typo of "${typo}"`);

	const masks = reading.found.filter(({ phrase }) => phrase.role === 'not-opt-out');
	const phrase = likeliest(
		reading,
		reading.found.filter((match) => match.phrase.role === 'opt-out' && !masks.some((mask) => isMasked(match, mask))),
		(match) => match.phrase.language,
	);
	if (!phrase) return undefined;
	const { language } = phrase.phrase;
	const order = namedOrder(text, reading.orderWords);
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
	const order = namedOrder(text, reading.orderWords);
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
	const otherMatters = new Set(
		found.filter(({ phrase }) => phrase.role === 'other-matter').map((match) => clauseKey(match, tokens)),
	);
	const aboutOrders = found.filter(
		(match) => match.phrase.role === 'order-question' && !otherMatters.has(clauseKey(match, tokens)),
	);
	const phrase = phraseRule({ ...reading, found: aboutOrders }, 'order-question', 'order-question');
	if (phrase) return withOrder(phrase);
	const others = reading.core.filter(
		({ word }) => !/\d/.test(word) && !reading.orderWords.has(word) && !NUMBER_WORDS.has(word),
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

/** NO and its translations mean something only while a request waits: else they may answer anything. */
function decline(reading: Reading): Classified | undefined {
	const whole = reading.context.hasPendingOptIn ? wholeWord(reading, 'no') : undefined;
	if (!whole) return undefined;
	const { word, language } = whole;
	return { kind: 'other', rule: `no word "${word}" (${LANGUAGES[language]})`, language, isDecline: true };
}

/** The words with a blank before and after each: so that "art" is not found in "start". */
const squashed = (tokens: readonly Token[]) => ` ${tokens.map(({ word }) => word).join(' ')} `;

/** How people write "number" before one. */
const NUMBER_WORDS: ReadonlySet<string> = new Set(
	'no nr number num n numero numer nummer cislo szam broj nomor номер'.split(' '),
);

/** "Stop. I never signed up." But "Stop, I gave you the wrong address for my order" is about the order. */
function clauseWord(reading: Reading): WholeWord | undefined {
	if (reading.orderWords.size > 0) return undefined;
	const clauses = new Map<number, Token[]>();
	for (const token of reading.core) clauses.set(token.clause, [...(clauses.get(token.clause) ?? []), token]);
	for (const clause of clauses.values()) {
		const entry = wholeWord({ ...reading, wholes: wholesOf(clause, clause) }, 'opt-out');
		if (entry?.asClause) return entry;
	}
	return undefined;
}

/** Whether a mask lies over a phrase; not where the phrase says all that the mask does, and more: it knows better. */
function isMasked({ tokens }: Found<PhraseRole>, mask: Found<PhraseRole>): boolean {
	const first = mask.tokens[0] as number;
	const last = mask.tokens.at(-1) as number;
	if (!tokens.some((index) => first <= index && index <= last)) return false;
	return tokens.length <= mask.tokens.length || !mask.tokens.every((index) => tokens.includes(index));
}

const clauseKey = ({ phrase, tokens: [first] }: Found<PhraseRole>, tokens: readonly Token[]) =>
	`${baseOf(phrase.language)} ${tokens[first as number]?.clause}`;

/** The operator's word that the message is, or has in it. */
function ownWord({ tokens, core }: Reading, words: readonly string[] | undefined): string | undefined {
	return words?.find((word) => {
		const wanted = tokenise(word);
		if (wanted.length === 0) return false;
		const isWhole = squash(wanted) === squash(tokens) || squash(wanted) === squash(core);
		return isWhole || (wanted.length > 1 && squashed(tokens).includes(squashed(wanted)));
	});
}

function typoOf({ tokens, core }: Reading): string | undefined {
	if (core.length > 1) return isMistypedStop(squash(core)) ? 'stop' : undefined;
	for (const typed of [squash(core), squash(tokens)]) {
		if (isMistypedStop(typed)) return 'stop';
		const meant = replyTables().whole.has(typed) ? undefined : meantWord(typed, replyTables().optOutByStart);
		if (meant !== undefined) return meant;
	}
	return undefined;
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
