import { checkOwnText } from '../compose';
import { shopValues } from '../compose-values';
import { DomainError, isDomainError } from '../errors';
import { canonicalLanguage, type Language, languageFor, LANGUAGES } from '../languages';
import { wantsRatesNotice } from '../rates-notice';
import { wholeKey, type WholeKind, wholeWords } from '../replies/reply-tables';
import { fold, tokenise } from '../replies/tokens';
import { REPLY_WORDS } from '../replies/words';
import { type ShopProfile } from '../shop-profile';
import { parseTemplate, type Placeholder, type PlaceholderValues } from '../template';
import { TEXTS, textsIn } from '../texts';
import { type LanguageTexts } from '../texts/texts';
import {
	optInPlaceholders,
	type OptInTextName,
	type OwnOptInText,
	type Proof,
	withNeededParts,
} from './compose-opt-in';

/** What a text about consent has to say. */
export type MissingPart = 'brand' | 'frequency' | 'rates' | 'help' | 'stop' | 'reply-word' | 'code';

/** What is missing and how to add it, in words for the operator. */
export const MISSING_PART_SENTENCES: Readonly<Record<MissingPart, string>> = {
	brand: 'It does not say who sends it: add {brand}, and fill in Brand in the shop credential or among the options.',
	frequency: 'It does not say how many texts will come: add {frequency}.',
	rates: 'It does not say that texts may cost something: add {rates_notice}.',
	help: 'It does not say how to get help: add the word HELP, in capitals.',
	stop: 'It does not say how to leave: add the word STOP, in capitals.',
	'reply-word': 'It does not say what to reply: add a word for yes in the customer’s language, in capitals, e.g. YES.',
	code: 'It does not tell the code: add {one_time_code}.',
};

export const OPT_IN_TEXT_LABELS: Readonly<Record<OptInTextName, string>> = {
	request: 'Request',
	reminder: 'Reminder',
	confirmation: 'Confirmation',
	phoneCheck: 'Phone Check',
};

export interface WordingContext {
	readonly profile: ShopProfile;
	/** Of the text; undefined when it is for every language: the country's counts, then the shop's. English always does. */
	readonly language?: string | undefined;
	/** ISO 3166-1 alpha-2 country of the phones; undefined when it is not known: the shop's default country counts. */
	readonly country?: string | undefined;
	readonly isFreeToEndUser: boolean;
	readonly proof: Proof;
}

/** What a text has to say, in the order in which that is told. */
export function neededParts(
	name: OptInTextName,
	{ profile, country, isFreeToEndUser, proof }: WordingContext,
): MissingPart[] {
	if (name === 'phoneCheck') return ['code'];
	if (name === 'confirmation') {
		// CTIA, Short Code Monitoring Handbook: the five parts of a confirmation
		const tellsRates = wantsRatesNotice(country ?? profile.defaultCountry) && !isFreeToEndUser;
		return ['brand', 'frequency', ...(tellsRates ? (['rates'] as const) : []), 'help', 'stop'];
	}
	const proofs: MissingPart[] = [...(proof === 'code' ? [] : ['reply-word' as const])];
	if (proof !== 'reply') proofs.push('code');
	return ['brand', ...proofs, 'stop'];
}

/**
 * What a text about consent leaves unsaid. Words to send (HELP, STOP, a yes) count in capitals or in quotation marks: elsewhere
 * they say something else ("non-stop", "sure"). What stands in square brackets counts where nothing can make it disappear.
 *
 * @param text the template as the operator wrote it.
 * @throws DomainError `bad-template` for a mistake in it.
 */
export function missingParts(text: string, name: OptInTextName, context: WordingContext): MissingPart[] {
	const said = readWording(text, name, context);
	return neededParts(name, context).filter((part) => !SAYS[part](said));
}

/**
 * Looks at the operator's own texts before anything is sent.
 *
 * @throws DomainError `bad-template` that names all that is missing or wrong in any of them.
 */
export function checkOptInTexts(ownTexts: readonly OwnOptInText[], context: WordingContext): void {
	const hints = new Set<string>();
	const objections = ownTexts.flatMap((own) => {
		const where = `${OPT_IN_TEXT_LABELS[own.name]}${own.language ? ` (${nameOf(own.language)})` : ''}`;
		try {
			checkOwnText(own.text, optInPlaceholders(own.name, context.proof), context.profile);
		} catch (error) {
			if (!isDomainError(error)) throw error;
			hints.add(error.hint);
			return [`${where}: ${error.message}.`];
		}
		const missing = missingParts(own.text, own.name, { ...context, language: own.language ?? context.language });
		if (missing.length === 0) return [];
		hints.add('Add what is missing, or take the text away: the built-in one says it all.');
		return [`${where}: ${missing.map((part) => MISSING_PART_SENTENCES[part]).join(' ')}`];
	});
	if (objections.length > 0) throw new DomainError('bad-template', objections.join('\n'), [...hints].join(' '));
}

const nameOf = (language: string) => (language in LANGUAGES ? LANGUAGES[language as Language] : language);

interface Wording {
	/** What stands in it as it is written; a sign that is no letter for each placeholder. */
	readonly plain: string;
	readonly placeholders: ReadonlySet<Placeholder>;
	/** Words that it tells the customer to send, as the reply tables have them. */
	readonly wordsToSend: ReadonlySet<string>;
	readonly language: string;
	readonly texts: LanguageTexts;
	readonly brand: string | undefined;
}

function readWording(text: string, name: OptInTextName, context: WordingContext): Wording {
	const { profile } = context;
	const chosen = canonicalLanguage(context.language);
	const language = languageFor(
		{ ofOrder: chosen, country: context.country, fallback: profile.defaultLanguage },
		(candidate) => candidate === chosen || textsIn(candidate) !== undefined,
	);
	const values = valuesAtLeast(name, context);
	let plain = '';
	const placeholders = new Set<Placeholder>();
	for (const part of withNeededParts(parseTemplate(text), values).parts) {
		plain += part.kind === 'text' ? part.text : '\ufffc';
		if (part.kind === 'placeholder' && (values[part.name] || part.fallback)) placeholders.add(part.name);
	}
	return {
		plain,
		placeholders,
		wordsToSend: wordsToSend(plain),
		language,
		texts: textsIn(language) ?? TEXTS.en,
		brand: profile.brand,
	};
}

/** What every such text gets a value for; what the value is does not matter here. */
function valuesAtLeast(name: OptInTextName, { profile, proof }: WordingContext): PlaceholderValues {
	const filled = optInPlaceholders(name, proof).map((placeholder) => [placeholder, placeholder]);
	return { ...Object.fromEntries(filled), ...shopValues(profile) };
}

const SAYS: Readonly<Record<MissingPart, (wording: Wording) => boolean>> = {
	brand: ({ placeholders, plain, brand }) =>
		placeholders.has('brand') || (!!brand && plain.toLowerCase().includes(brand.toLowerCase())),
	frequency: saysFrequency,
	rates: ({ placeholders, plain, texts }) =>
		placeholders.has('rates_notice') ||
		/\brates? may apply\b/i.test(plain) ||
		fold(plain).includes(fold(texts.ratesNotice.replace(/[.।]$/, ''))),
	help: (wording) => tellsToSend('help', wording),
	stop: (wording) => tellsToSend('opt-out', wording),
	'reply-word': (wording) => tellsToSend('yes', wording),
	code: ({ placeholders }) => placeholders.has('one_time_code'),
};

const QUOTED = /(?<!\p{L})["“”„«»'‘’]\s*([^"“”„«»'‘’]+?)\s*["“”„«»'‘’]/gu;
/** Languages have words of up to so many words: "STOP ALL", "ZGADZAM SIĘ". */
const LONGEST_RUN = 3;

function wordsToSend(text: string): Set<string> {
	const found = new Set([...text.matchAll(QUOTED)].map(([, word]) => wholeKey(word as string)));
	let run: string[] = [];
	for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
		// "A" begins a sentence as often as it is Czech for yes
		const isFirstLetter = word.length === 1 && /(?:^|[.!?।]\s*)$/u.test(text.slice(0, index));
		const isCapitals = word === word.toUpperCase() && !isFirstLetter;
		run = isCapitals ? [...run, word].slice(-LONGEST_RUN) : [];
		run.forEach((_, start) => found.add(wholeKey(run.slice(start).join(''))));
	}
	return found;
}

const tellsToSend = (kind: WholeKind, { wordsToSend: told, language }: Wording): boolean =>
	[language, 'en'].some(
		(tag) =>
			tag in REPLY_WORDS &&
			wholeWords(REPLY_WORDS[tag as Language]).some((entry) => entry.kind === kind && told.has(wholeKey(entry.word))),
	);

/** How far the month may be from the number, in words: "4 texts from us each month". */
const NEAR = 5;

function saysFrequency({ placeholders, plain, texts, language }: Wording): boolean {
	if (placeholders.has('frequency') || /\bfreq(?:uency|\.)? varies\b/i.test(plain)) return true;
	const [before = '', after = ''] = texts.optIn.frequency.split('{count}').map(fold);
	const ours = fold(plain).split(before).slice(1);
	if (before && ours.some((rest) => /^\d+/.test(rest) && rest.replace(/^\d+/, '').startsWith(after))) return true;
	const tokens = tokenise(plain);
	const isPeriod = (word: string) => periodsIn(language).some((start) => word.startsWith(start));
	return tokens.some(
		({ word, sentence }, at) =>
			/^[1-9]\d?$/.test(word) &&
			tokens
				.slice(Math.max(0, at - NEAR), at + NEAR + 1)
				.some((near) => near.sentence === sentence && isPeriod(near.word)),
	);
}

/** How the words for month, week and day begin in a language and in English: their endings change. */
function periodsIn(language: string): string[] {
	const own = namesOfPeriods(language).map((name) => (language === 'en' ? name : name.slice(0, 3)));
	return [...own, ...namesOfPeriods('en')];
}

function namesOfPeriods(language: string): string[] {
	const names = new Intl.DisplayNames([language], { type: 'dateTimeField' });
	return (['month', 'weekOfYear', 'day'] as const).map((field) => fold(names.of(field) ?? field));
}
