import { type ComposedText, fitText, type LengthSettings, SHOP_PLACEHOLDERS } from '../compose';
import { shopValues } from '../compose-values';
import { languageFor } from '../languages';
import { wantsRatesNotice } from '../rates-notice';
import { type ShopProfile } from '../shop-profile';
import { parseTemplate, type Placeholder, type PlaceholderValues, type Template } from '../template';
import { TEXTS, textsIn } from '../texts';
import { type LanguageTexts, type OptInTexts } from '../texts/texts';
import { type AskedPurpose } from './consent';

/** The texts of double opt-in and of the phone check. Saved in operators' own texts: append, never rename. */
export const OPT_IN_TEXTS = ['request', 'reminder', 'confirmation', 'phoneCheck'] as const;
export type OptInTextName = (typeof OPT_IN_TEXTS)[number];

/** What confirms a request: a word in reply, a code that is entered, or either. Saved in workflows. */
export const PROOFS = ['reply', 'code', 'both'] as const;
export type Proof = (typeof PROOFS)[number];

/** A text that the operator wrote in place of a built-in one. */
export interface OwnOptInText {
	readonly name: OptInTextName;
	/** Language tag; undefined for every language that has no own text of its own. */
	readonly language?: string | undefined;
	readonly text: string;
}

export interface OptInTextSettings extends LengthSettings {
	readonly profile: ShopProfile;
	/** The person's language tag; undefined when it is not known: the country's is taken, then the shop's. */
	readonly language?: string | undefined;
	/** ISO 3166-1 alpha-2 country of the phone; undefined when it is not known: costs are told as in the shop's country. */
	readonly country?: string | undefined;
	readonly purpose: AskedPurpose;
	readonly proof: Proof;
	/** The most that are sent; at least 1. */
	readonly textsAMonth: number;
	/** Sent from a short code that costs the customer nothing (FTEU), so that nothing is said of costs. */
	readonly isFreeToEndUser: boolean;
	/** How long the code is valid. */
	readonly validMinutes: number;
	readonly ownTexts: readonly OwnOptInText[];
}

/** What a text of double opt-in can say. */
export function optInPlaceholders(name: OptInTextName, proof: Proof): readonly Placeholder[] {
	const ofCode = ['one_time_code', 'valid_minutes'] as const;
	if (name === 'phoneCheck') return [...SHOP_PLACEHOLDERS, ...ofCode];
	const hasCode = name !== 'confirmation' && proof !== 'reply';
	return [...SHOP_PLACEHOLDERS, 'frequency', 'rates_notice', ...(hasCode ? ofCode : [])];
}

/**
 * Writes a text of double opt-in: language, template, small print, encoding, length. Parts in square brackets that hold what
 * the law wants (brand, frequency, costs, code) are kept however long the text is.
 *
 * @param code what `{one_time_code}` stands for: the code, or as many stars, where the text is to be kept without it. Undefined
 * where the text has none; one that asks for it all the same names it in `missing` and must not be sent.
 * @throws DomainError `bad-template`, or `too-long` when the text does not fit the segments limit even without the parts that
 * may be left out.
 */
export function composeOptIn(name: OptInTextName, code: string | undefined, settings: OptInTextSettings): ComposedText {
	const { profile, country } = settings;
	const own = (language: string | undefined) =>
		settings.ownTexts.find((one) => one.name === name && one.language === language)?.text;
	const language = languageFor(
		{ ofOrder: settings.language, country, fallback: profile.defaultLanguage },
		(candidate) => own(candidate) !== undefined || textsIn(candidate) !== undefined,
	);
	const texts = textsIn(language) ?? TEXTS.en;
	const source = own(language) ?? own(undefined) ?? builtIn(name, language, texts.optIn, settings);
	const values: PlaceholderValues = {
		...smallPrint(texts, settings),
		...(name !== 'confirmation' && { one_time_code: code, valid_minutes: String(settings.validMinutes) }),
	};
	const template = parseTemplate(source);
	// the brand in a phone check is a courtesy, and may go where the text gets too long
	return fitText(name === 'phoneCheck' ? template : withNeededParts(template, values), values, language, settings);
}

function builtIn(
	name: OptInTextName,
	language: string,
	texts: OptInTexts,
	{ purpose, proof }: OptInTextSettings,
): string {
	if (name === 'phoneCheck') return texts.phoneCheck;
	const asks: Readonly<Record<Proof, string>> = {
		reply: texts.askByReply[purpose],
		code: texts.askByCode[purpose],
		both: texts.askByEither[purpose],
	};
	const says = {
		request: asks[proof],
		reminder: `${texts.reminder}${asks[proof]}`,
		confirmation: texts.confirmed[purpose],
	};
	const brand = language === 'fr' ? '[{brand} : ]' : '[{brand}: ]';
	return `${brand}${says[name]} {frequency}[ {rates_notice}] ${texts.helpAndStop}`;
}

/** What every text about consent can say: of the shop, how many texts come, and what they cost. */
function smallPrint(
	{ optIn, ratesNotice }: LanguageTexts,
	{
		profile,
		country,
		textsAMonth,
		isFreeToEndUser,
	}: Pick<OptInTextSettings, 'profile' | 'country' | 'textsAMonth' | 'isFreeToEndUser'>,
): PlaceholderValues {
	return {
		...shopValues(profile),
		frequency: optIn.frequency.replace('{count}', String(textsAMonth)),
		rates_notice: wantsRatesNotice(country ?? profile.defaultCountry) && !isFreeToEndUser ? ratesNotice : undefined,
	};
}

const NEEDED: readonly Placeholder[] = ['brand', 'frequency', 'rates_notice', 'one_time_code'];

/**
 * The template without the square brackets around what the law wants and what has a value, so that nothing leaves it out to
 * save a segment.
 *
 * @param needed what the law wants, or the text is for.
 */
export function withNeededParts(
	template: Template,
	values: PlaceholderValues,
	needed: readonly Placeholder[] = NEEDED,
): Template {
	const kept = (parts: Template['parts']): Template['parts'] =>
		parts.flatMap((part) => {
			if (part.kind !== 'optional') return [part];
			const placeholders = part.parts.filter((inner) => inner.kind === 'placeholder');
			const isNeeded = placeholders.some(({ name }) => needed.includes(name));
			return isNeeded && placeholders.every(({ name, fallback }) => values[name] || fallback !== undefined)
				? kept(part.parts)
				: [part];
		});
	return { ...template, parts: kept(template.parts) };
}
