import { type Language } from '../languages';
import { compilePhrases, type FindPhrases, type PhraseSource } from './phrases';
import { fold } from './tokens';
import { wordsOf } from './vocabulary';
import { REPLY_WORDS } from './words';
import { NOT_OPT_OUT_SHAPES, OPT_OUT_SHAPES, ORDER_SHAPES, type ReplyWords } from './words/words';

/** What a phrase says about the text it stands in. */
export type PhraseRole =
	| 'opt-out'
	| 'not-opt-out'
	| 'opt-in'
	| 'order-question'
	| 'order-word'
	| 'other-matter'
	| 'polite';

/** What a whole message can say. */
export type WholeKind = 'opt-out' | 'help' | 'opt-in' | 'yes' | 'no' | 'order-question';

/** A word that counts as the whole message. */
export interface WholeWord {
	readonly kind: WholeKind;
	readonly language: Language;
	/** As the word file has it. */
	readonly word: string;
	/** Counts also as one clause of a longer message. */
	readonly asClause: boolean;
	/** Counts only where its language is spoken, if that is known. */
	readonly atHome: boolean;
}

export interface ReplyTables {
	readonly find: FindPhrases<PhraseRole>;
	/** By the folded word without blanks. */
	readonly whole: ReadonlyMap<string, readonly WholeWord[]>;
	/** Folded opt-out words by their first two letters, for typing errors. */
	readonly optOutByStart: ReadonlyMap<string, readonly string[]>;
}

let tables: ReplyTables | undefined;

/** The tables of all languages, made at the first reply: they take a quarter of a second, and most processes never get one. */
export const replyTables = (): ReplyTables => (tables ??= compileTables(Object.values(REPLY_WORDS)));

function compileTables(languages: readonly ReplyWords[]): ReplyTables {
	const whole = new Map<string, WholeWord[]>();
	for (const words of languages) {
		for (const entry of wholeWords(words)) {
			const key = wholeKey(entry.word);
			whole.set(key, [...(whole.get(key) ?? []), entry]);
		}
	}
	const optOutByStart = new Map<string, string[]>();
	for (const [key, entries] of whole) {
		if (!entries.some(({ kind }) => kind === 'opt-out')) continue;
		const start = key.slice(0, 2);
		optOutByStart.set(start, [...(optOutByStart.get(start) ?? []), key]);
	}
	return { find: compilePhrases(languages.flatMap(phrasesOf)), whole, optOutByStart };
}

/** A word as {@link ReplyTables.whole} has it: folded, without blanks. */
export const wholeKey = (word: string): string => fold(word.replace(/ /g, ''));

/** The words of one language that count as the whole message; without the tables of all languages. */
export function wholeWords(words: ReplyWords): WholeWord[] {
	const entries = (kind: WholeKind, list: string | undefined, { asClause = false, atHome = false } = {}) =>
		wordsOf(list ?? '').map(
			(word): WholeWord => ({ kind, language: words.language, word: word.replace(/_/g, ' '), asClause, atHome }),
		);
	return [
		...entries('opt-out', words.optOut, { asClause: true }),
		...entries('opt-out', words.optOutAlone),
		...entries('opt-out', words.optOutAtHome, { atHome: true }),
		...entries('help', words.help),
		...entries('opt-in', words.optIn),
		...entries('yes', words.yes),
		...entries('no', words.no),
		...entries('order-question', words.orderQuestion),
	];
}

function phrasesOf(words: ReplyWords): Array<PhraseSource<PhraseRole>> {
	const { groups: own, language } = words;
	const groups: Record<string, string | undefined> = {
		...own,
		stop: `${own.stop ?? ''} stop`,
		text: `${own.text ?? ''} sms smss`,
		notYet: own.notYet ?? own.not,
		// "#1001" is an order in every language
		parcel: `${own.parcel ?? ''} #*`,
		polite: words.polite,
	};
	const phrases = (role: PhraseRole, notations: readonly string[]) =>
		notations.map((notation) => ({ role, language, notation, groups }));
	return [
		...phrases('opt-out', [...OPT_OUT_SHAPES, ...words.optOutPhrases]),
		...phrases('not-opt-out', [...NOT_OPT_OUT_SHAPES, ...words.notOptOut]),
		...phrases('opt-in', words.optInPhrases ?? []),
		...phrases('order-question', [...ORDER_SHAPES, ...words.orderPhrases]),
		...phrases('order-word', ['<parcel>']),
		// "text me when it is here" asks for nothing now
		...phrases('other-matter', ['<otherMatter>', '<text> ... <when>', '<contact> ... <when>', '<send> ... <when>']),
		...phrases('polite', ['<polite>']),
	];
}
