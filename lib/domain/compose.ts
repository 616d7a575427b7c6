import { DomainError } from './errors';
import { formatDay, formatMoney, formatTime, isToday, isUpcoming, readEta, zoneOfCountry } from './format';
import { languageFor } from './languages';
import { type OrderEvent, type OrderItem, type Tracking } from './order-event';
import { countSegments, type Encoding } from './segments';
import { type ShopProfile } from './shop-profile';
import { type TextedStage } from './stages';
import {
	parseTemplate,
	type Placeholder,
	type PlaceholderValues,
	renderTemplate,
	SOFT_STOP,
	type Template,
} from './template';
import { textsIn } from './texts';
import { type LanguageTexts, REASONS_BY_STAGE } from './texts/texts';
import { smartEncode, type SmartEncoding } from './transliterate';

/** A text that the operator wrote in place of a built-in one. */
export interface OwnText {
	readonly stage: TextedStage;
	/** Language tag; undefined for every language that has no own text of its own. */
	readonly language?: string | undefined;
	readonly text: string;
}

export interface ComposeSettings {
	readonly profile: ShopProfile;
	/** Overrides the order's language. */
	readonly language?: string | undefined;
	/** Overrides the zone of the recipient's country and the shop's. */
	readonly timeZone?: string | undefined;
	readonly ownTexts: readonly OwnText[];
	readonly smartEncoding: boolean;
	readonly maxSegments: number;
	readonly now: Date;
}

/** What a text is about: an event, completed by what is known of its order. */
export type TextSubject = Pick<
	OrderEvent,
	| 'orderNumber'
	| 'firstName'
	| 'country'
	| 'language'
	| 'total'
	| 'currency'
	| 'refunds'
	| 'items'
	| 'orderUrl'
	| 'trackings'
	| 'eta'
	| 'reasonCode'
	| 'reasonForCustomer'
>;

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
}

/** Placeholders that only the operator can fill: where one is needed and empty, every text would lack it. */
const SETTING_OF: Readonly<Partial<Record<Placeholder, { field: string; in: keyof ShopProfile }>>> = {
	brand: { field: 'Brand', in: 'brand' },
	support_phone: { field: 'Support Phone', in: 'supportPhone' },
	shop_url: { field: 'Shop Link', in: 'shopUrl' },
};

/**
 * Looks at the operator's own texts before anything is sent.
 *
 * @throws DomainError `bad-template` for a mistake in one, `missing-setting` when one needs a setting that is empty.
 */
export function checkOwnTexts(ownTexts: readonly OwnText[], profile: ShopProfile): void {
	for (const { text } of ownTexts) {
		for (const placeholder of parseTemplate(text).required) {
			const setting = SETTING_OF[placeholder];
			if (!setting || profile[setting.in]) continue;
			throw new DomainError(
				'missing-setting',
				`The text "${text.length > 40 ? `${text.slice(0, 40)}…` : text}" uses {${placeholder}}, but ${setting.field} is empty`,
				`Fill in ${setting.field} in the shop credential or among the node's options, or write the part in square brackets, e.g. [${placeholder === 'brand' ? '{brand}: ' : ` {${placeholder}}`}], to leave it out where it is empty.`,
			);
		}
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
	const ownText = (language: string) => ownTexts.find((own) => own.stage === stage && own.language === language)?.text;
	const language = languageFor(
		{
			chosen: settings.language,
			ofOrder: subject.language,
			country: subject.country,
			fallback: profile.defaultLanguage,
		},
		(candidate) => ownText(candidate) !== undefined || textsIn(candidate) !== undefined,
	);
	const forEveryLanguage = ownTexts.find((own) => own.stage === stage && !own.language)?.text;
	const texts = textsIn(language) ?? (textsIn('en') as LanguageTexts);
	const source = ownText(language) ?? forEveryLanguage ?? texts.stages[stage];
	const values = valuesOf(stage, subject, settings, language, texts);
	return fit(parseTemplate(source), values, language, settings);
}

/**
 * Leaves out optional parts, from the end, until the text keeps the limit; then those come back that fit after all, because
 * a longer one before them had to go.
 */
function fit(template: Template, values: PlaceholderValues, language: string, settings: ComposeSettings): ComposedText {
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

function valuesOf(
	stage: TextedStage,
	subject: TextSubject,
	settings: ComposeSettings,
	language: string,
	texts: LanguageTexts,
): PlaceholderValues {
	const { profile } = settings;
	const { country, currency } = subject;
	const [parcel] = subject.trackings;
	return {
		first_name: subject.firstName,
		order_number: subject.orderNumber?.replace(/^[\s#]+/, ''),
		brand: profile.brand,
		support_phone: profile.supportPhone,
		shop_url: profile.shopUrl,
		total: formatMoney(subject.total, currency, language, country),
		refund_amount: formatMoney(sum(subject.refunds), currency, language, country),
		items: itemsInShort(subject.items, texts),
		tracking: trackingInShort(parcel),
		tracking_number: parcel?.number,
		tracking_url: parcel?.url,
		tracking_company: companyName(parcel?.company),
		order_url: subject.orderUrl,
		reason: reasonFor(stage, subject, texts),
		...etaValues(stage, subject, settings, language),
	};
}

/** Decimal sum; undefined when there is nothing to sum. */
function sum(amounts: readonly string[]): string | undefined {
	const numbers = amounts.map(Number).filter(Number.isFinite);
	const total = numbers.reduce((subtotal, amount) => subtotal + amount, 0);
	if (total === 0) return undefined;
	return total.toFixed(Math.max(...amounts.map((amount) => amount.split('.')[1]?.length ?? 0)));
}

const LONGEST_ITEM_NAME = 40;

/** E.g. "Fountain Pen + 2 more", in the words of the language; undefined for no items. */
function itemsInShort(items: readonly OrderItem[], texts: Pick<LanguageTexts, 'moreItems'>): string | undefined {
	const [first, ...others] = items;
	if (!first) return undefined;
	const characters = [...first.name]; // so that no emoji is torn
	const beginning = characters.slice(0, LONGEST_ITEM_NAME - 3).join('');
	const name = characters.length > LONGEST_ITEM_NAME ? `${beginning.trimEnd()}...` : first.name;
	return others.length === 0 ? name : `${name} ${texts.moreItems.replace('{count}', String(others.length))}`;
}

function trackingInShort(parcel: Tracking | undefined): string | undefined {
	if (parcel?.url || !parcel?.number) return parcel?.url;
	return [companyName(parcel.company), parcel.number + SOFT_STOP].filter(Boolean).join(' ');
}

/** Words that are not written as their letters suggest. */
const COMPANY_WORDS: ReadonlyMap<string, string> = new Map([
	['ems', 'EMS'],
	['fedex', 'FedEx'],
	['inpost', 'InPost'],
	['ups', 'UPS'],
	['usps', 'USPS'],
]);

/** Trackers name companies by slugs: "dhl-express" is DHL Express, "royal-mail" Royal Mail. */
function companyName(company: string | undefined): string | undefined {
	if (!company || !/^[a-z0-9-]+$/.test(company)) return company;
	const spelled = (word: string) => {
		const isAbbreviation = word.length <= 3 && !/[aeiouy]/.test(word);
		return isAbbreviation ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
	};
	return company
		.split('-')
		.map((word) => COMPANY_WORDS.get(word) ?? spelled(word))
		.join(' ');
}

function reasonFor(
	stage: TextedStage,
	{ reasonCode, reasonForCustomer }: TextSubject,
	texts: LanguageTexts,
): string | undefined {
	if (reasonForCustomer) return reasonForCustomer;
	return reasonCode && REASONS_BY_STAGE[stage]?.includes(reasonCode) ? texts.reasons[reasonCode] : undefined;
}

function etaValues(
	stage: TextedStage,
	{ eta: written, country }: TextSubject,
	{ profile, timeZone, now }: ComposeSettings,
	language: string,
): PlaceholderValues {
	const shopZone = profile.timeZone;
	const zone = timeZone ?? (country ? zoneOfCountry(country, shopZone) : shopZone);
	const eta = readEta(written, zone);
	if (!eta || !isUpcoming(eta, now, zone ?? shopZone)) return {};
	// "out for delivery today, expect it by 6 PM" must not mean 6 PM of another day
	if (stage === 'out_for_delivery' && !isToday(eta, now, zone ?? shopZone)) return {};
	const eta_date = formatDay(eta, language, country);
	const eta_time = formatTime(eta, language, country);
	return { eta_date, ...(eta_time ? { eta_time } : {}), eta: eta_time ? `${eta_date} ${eta_time}` : eta_date };
}
