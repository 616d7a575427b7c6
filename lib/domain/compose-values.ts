import { codeExpiryText, codeValueText } from './codes/code-words';
import { type Reward } from './codes/offer';
import { formatDay, formatMoney, formatTime, isToday, isUpcoming, readEta, zoneOfCountry } from './format';
import { type OrderEvent, type OrderItem, type Tracking } from './order-event';
import { type ShopProfile } from './shop-profile';
import { type Stage } from './stages';
import { type PlaceholderValues, SOFT_STOP } from './template';
import { type LanguageTexts, REASONS_BY_STAGE } from './texts/texts';

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
> & {
	readonly code?: TextCode | undefined;
	readonly parcel?: ParcelOfSeveral | undefined;
};

/** Which of its order's parcels a text is about, counted from 1; there are at least two. */
export interface ParcelOfSeveral {
	readonly index: number;
	readonly count: number;
}

/** A promo code as far as a text can speak of it. */
export interface TextCode {
	/** Undefined while none is drawn: `longest` stands in its place then, so that segments are counted; such a text is not sent. */
	readonly code?: string | undefined;
	/** As long as the longest code that there can be, see longestCode. */
	readonly longest?: string | undefined;
	readonly reward?: Reward | undefined;
	/** The last moment at which it can be used; undefined when there is none. */
	readonly until?: Date | undefined;
	/** IANA zone in which `until` is the end of a day; undefined: that of the shop. */
	readonly timeZone?: string | undefined;
}

/** What the values depend on besides the order. */
export interface ValueSettings {
	readonly profile: ShopProfile;
	/** IANA zone; overrides the zone of the recipient's country and the shop's. */
	readonly timeZone?: string | undefined;
	readonly now: Date;
}

/** What any text can say about the shop. */
export const shopValues = ({ brand, supportPhone, shopUrl }: ShopProfile): PlaceholderValues => ({
	brand,
	support_phone: supportPhone,
	shop_url: shopUrl,
});

/** What a text can say about an order that is at `stage`, in a language; undefined or missing where nothing is known. */
export function orderValues(
	stage: Stage,
	subject: TextSubject,
	settings: ValueSettings,
	language: string,
	texts: LanguageTexts,
): PlaceholderValues {
	const { country, currency } = subject;
	const [parcel] = subject.trackings;
	return {
		first_name: subject.firstName,
		order_number: plainOrderNumber(subject.orderNumber),
		total: formatMoney(subject.total, currency, language, country),
		refund_amount: formatMoney(sum(subject.refunds), currency, language, country),
		items: itemsInShort(subject.items, texts),
		tracking: trackingInShort(parcel),
		tracking_number: parcel?.number,
		tracking_url: parcel?.url,
		tracking_company: companyName(parcel?.company),
		parcel: subject.parcel && parcelInWords(subject.parcel, texts),
		order_url: subject.orderUrl,
		reason: reasonFor(stage, subject, texts),
		...etaValues(stage, subject, settings, language),
		...(subject.code && codeValues(subject.code, settings.profile.timeZone, language, country, texts)),
	};
}

/** What any text can say about a promo code. @param shopZone IANA zone, for a code that has none of its own. */
export const codeValues = (
	{ code, longest, reward, until, timeZone }: TextCode,
	shopZone: string,
	language: string,
	country: string | undefined,
	texts: LanguageTexts,
): PlaceholderValues => ({
	code: code ?? longest,
	code_expiry: until && codeExpiryText(until, language, timeZone ?? shopZone, country),
	code_value: reward && codeValueText(reward, language, texts, country),
});

/** As it stands in texts, which write the number sign themselves. */
export const plainOrderNumber = (orderNumber: string | undefined) => orderNumber?.replace(/^[\s#]+/, '');

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

const parcelInWords = ({ index, count }: ParcelOfSeveral, { parcel }: Pick<LanguageTexts, 'parcel'>): string =>
	parcel.replace('{index}', String(index)).replace('{count}', String(count));

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
	stage: Stage,
	{ reasonCode, reasonForCustomer }: TextSubject,
	texts: LanguageTexts,
): string | undefined {
	if (reasonForCustomer) return reasonForCustomer;
	return reasonCode && REASONS_BY_STAGE[stage]?.includes(reasonCode) ? texts.reasons[reasonCode] : undefined;
}

/** IANA zone in which a customer reads times; undefined where their country has several and the shop lies elsewhere. */
export const zoneOfEstimates = (
	country: string | undefined,
	{ timeZone: shopZone }: Pick<ShopProfile, 'timeZone'>,
	timeZone: string | undefined,
): string | undefined => timeZone ?? (country ? zoneOfCountry(country, shopZone) : shopZone);

function etaValues(
	stage: Stage,
	{ eta: written, country }: TextSubject,
	{ profile, timeZone, now }: ValueSettings,
	language: string,
): PlaceholderValues {
	const shopZone = profile.timeZone;
	const zone = zoneOfEstimates(country, profile, timeZone);
	const eta = readEta(written, zone);
	if (!eta || !isUpcoming(eta, now, zone ?? shopZone)) return {};
	// "out for delivery today, expect it by 6 PM" must not mean 6 PM of another day
	if (stage === 'out_for_delivery' && !isToday(eta, now, zone ?? shopZone)) return {};
	const eta_date = formatDay(eta, language, country);
	const eta_time = formatTime(eta, language, country);
	return { eta_date, ...(eta_time ? { eta_time } : {}), eta: eta_time ? `${eta_date} ${eta_time}` : eta_date };
}
