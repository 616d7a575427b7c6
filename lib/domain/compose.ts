import { orderValues, shopValues, type TextSubject, type ValueSettings } from './compose-values';
import { DomainError } from './errors';
import { languageFor } from './languages';
import { countSegments, type Encoding } from './segments';
import { type ShopProfile } from './shop-profile';
import { type TextedStage } from './stages';
import {
	parseTemplate,
	type Placeholder,
	PLACEHOLDERS,
	type PlaceholderValues,
	renderTemplate,
	type Template,
} from './template';
import { TEXTS, textsIn } from './texts';
import { smartEncode, type SmartEncoding } from './transliterate';

export type { TextSubject } from './compose-values';

/** A text that the operator wrote in place of a built-in one. */
export interface OwnText {
	readonly stage: TextedStage;
	/** Language tag; undefined for every language that has no own text of its own. */
	readonly language?: string | undefined;
	readonly text: string;
	/** India: id of the template that the text is registered as. */
	readonly dltTemplateId?: string | undefined;
}

/** What a text may cost. */
export interface LengthSettings {
	/** Whether letters may be written without their marks where that saves segments. */
	readonly smartEncoding: boolean;
	/** At least 1. */
	readonly maxSegments: number;
}

export interface ComposeSettings extends ValueSettings, LengthSettings {
	/** Overrides the order's language. */
	readonly language?: string | undefined;
	readonly ownTexts: readonly OwnText[];
}

export interface ComposedText {
	readonly text: string;
	readonly language: string;
	readonly encoding: Encoding;
	readonly segments: number;
	/** The text before letters were changed to save segments; undefined when none were. */
	readonly beforeSmartEncoding?: { readonly text: string; readonly segments: number } | undefined;
	/** How many optional parts were left out to keep the segments limit. */
	readonly droppedParts: number;
	/** Placeholders that the text asks for and the order does not have. */
	readonly missing: readonly Placeholder[];
	/** Of the own text that it was made of. */
	readonly dltTemplateId?: string | undefined;
}

/** Placeholders that only the operator can fill: where one is needed and empty, every text would lack it. */
const SETTING_OF: Readonly<Partial<Record<Placeholder, { field: string; in: keyof ShopProfile }>>> = {
	brand: { field: 'Brand', in: 'brand' },
	support_phone: { field: 'Support Phone', in: 'supportPhone' },
	shop_url: { field: 'Shop Link', in: 'shopUrl' },
};

/** What every text can say. */
export const SHOP_PLACEHOLDERS: readonly Placeholder[] = ['brand', 'support_phone', 'shop_url'];

/** What only answers, or only texts about consent, are given. */
const NOT_OF_ORDERS: readonly Placeholder[] = [
	'status',
	'orders',
	'one_time_code',
	'valid_minutes',
	'frequency',
	'rates_notice',
	'unsubscribe_link',
];

/** What a text about an order can say. */
export const ORDER_PLACEHOLDERS = (Object.keys(PLACEHOLDERS) as Placeholder[]).filter(
	(name) => !NOT_OF_ORDERS.includes(name),
);

/**
 * Looks at the operator's own texts before anything is sent.
 *
 * @throws DomainError `bad-template` for a mistake in one, `missing-setting` when one needs a setting that is empty.
 */
export function checkOwnTexts(ownTexts: readonly OwnText[], profile: ShopProfile): void {
	for (const { text } of ownTexts) checkOwnText(text, ORDER_PLACEHOLDERS, profile);
}

/**
 * Looks at one text that the operator wrote.
 *
 * @param fillable the placeholders that such a text can have values for.
 * @throws DomainError as {@link checkOwnTexts}.
 */
export function checkOwnText(text: string, fillable: readonly Placeholder[], profile: ShopProfile): void {
	const { placeholders, required } = parseTemplate(text);
	const quoted = `The text "${text.length > 40 ? `${text.slice(0, 40)}…` : text}" uses`;
	const unfillable = placeholders.find((placeholder) => !fillable.includes(placeholder));
	if (unfillable) {
		throw new DomainError(
			'bad-template',
			`${quoted} {${unfillable}}, which has no meaning there`,
			`This text can have: ${fillable.map((name) => `{${name}}`).join(' ')}.`,
		);
	}
	for (const placeholder of required) {
		const setting = SETTING_OF[placeholder];
		if (!setting || profile[setting.in]) continue;
		throw new DomainError(
			'missing-setting',
			`${quoted} {${placeholder}}, but ${setting.field} is empty`,
			`Fill in ${setting.field} in the shop credential or among the node's options, or write the part in square brackets, e.g. [${placeholder === 'brand' ? '{brand}: ' : ` {${placeholder}}`}], to leave it out where it is empty.`,
		);
	}
}

/**
 * Writes the text for a stage: template, language, numbers and dates of the customer's country, encoding, length.
 *
 * @throws DomainError `bad-template`, or `too-long` when the text does not fit the segments limit even without its optional
 * parts.
 */
export function composeText(stage: TextedStage, subject: TextSubject, settings: ComposeSettings): ComposedText {
	const { profile, ownTexts } = settings;
	const ownText = (language: string) => ownTexts.find((own) => own.stage === stage && own.language === language);
	const language = languageFor(
		{
			chosen: settings.language,
			ofOrder: subject.language,
			country: subject.country,
			fallback: profile.defaultLanguage,
		},
		(candidate) => ownText(candidate) !== undefined || textsIn(candidate) !== undefined,
	);
	const own = ownText(language) ?? ownTexts.find((other) => other.stage === stage && !other.language);
	const texts = textsIn(language) ?? TEXTS.en;
	const values = { ...shopValues(profile), ...orderValues(stage, subject, settings, language, texts) };
	const composed = fitText(parseTemplate(own?.text ?? texts.stages[stage]), values, language, settings);
	return own?.dltTemplateId ? { ...composed, dltTemplateId: own.dltTemplateId } : composed;
}

/**
 * Fills a template in and leaves out optional parts, from the end, until the text keeps the limit; then those come back that
 * fit after all, because a longer one before them had to go.
 *
 * @throws DomainError `too-long` when the text does not fit even without its optional parts.
 */
export function fitText(
	template: Template,
	values: PlaceholderValues,
	language: string,
	settings: LengthSettings,
): ComposedText {
	const without = (parts: readonly number[]): ComposedText => {
		const { text, missing } = renderTemplate(template, values, new Set(parts));
		return { ...encode(text, language, settings.smartEncoding), language, droppedParts: parts.length, missing };
	};
	const fits = ({ segments }: ComposedText) => segments <= settings.maxSegments;
	let composed = without([]);
	if (fits(composed)) return composed;
	let dropped: readonly number[] = [];
	for (const part of [...renderTemplate(template, values).shown].reverse()) {
		dropped = [part, ...dropped];
		composed = without(dropped);
		if (fits(composed)) break;
	}
	if (!fits(composed)) {
		throw new DomainError(
			'too-long',
			`The text needs ${composed.segments} segments, even without its optional parts; the limit is ${settings.maxSegments}`,
			'Shorten the text, put parts that may be left out in square brackets, or raise Segments Limit.',
		);
	}
	for (const part of dropped) {
		const fewer = dropped.filter((other) => other !== part);
		const longer = without(fewer);
		if (fits(longer)) [composed, dropped] = [longer, fewer];
	}
	return composed;
}

function encode(text: string, language: string, smartEncoding: boolean) {
	const smart: SmartEncoding = smartEncoding ? smartEncode(text, language) : { text, applied: false };
	const { encoding, segments } = countSegments(smart.text);
	const beforeSmartEncoding = smart.applied ? { text, segments: countSegments(text).segments } : undefined;
	return { text: smart.text, encoding, segments, beforeSmartEncoding };
}
