import { type IDataObject, type IExecuteFunctions, tryToParseDateTime } from 'n8n-workflow';
import { checkCampaignTexts, type CampaignText } from '../../lib/domain/campaign/compose-campaign';
import { type PriceTable, readPriceTable } from '../../lib/domain/campaign/prices';
import { DomainError } from '../../lib/domain/errors';
import { type DltRegistration, type Pressure } from '../../lib/domain/gate';
import { canonicalLanguage } from '../../lib/domain/languages';
import { type DayHours, DEFAULT_HOURS, type OpeningHours } from '../../lib/domain/law/hours';
import { readPicture } from '../../lib/domain/picture';
import { readPhone } from '../../lib/domain/phone';
import { senderKind } from '../../lib/domain/sender';
import { type SenderTable } from '../../lib/domain/sender-table';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import { type CampaignSettings, type SendTime, type Wording } from '../../lib/flows/campaign/settings';
import { type OpenedSeries } from '../../lib/flows/give-code';
import { type CampaignKind } from '../../lib/ledger/campaigns';
import { readDefaultCountry } from '../PromoCode/occasion';
import { badSetting, choiceOf, textOf, wholeNumber } from '../PromoCode/settings';

/** The longest text any carrier takes. */
const MOST_SEGMENTS = 10;
const LONGEST_NAME = 100;
/** Nobody wants to be congratulated later. */
const BIRTHDAY_DAYS = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

const optionsOf = (context: IExecuteFunctions, itemIndex: number) =>
	context.getNodeParameter('options', itemIndex, {}) as IDataObject;

/** @throws DomainError when there is none. */
export function readCampaignName(context: IExecuteFunctions, itemIndex: number): string {
	const name = textOf(context.getNodeParameter('campaignName', itemIndex, '')).replace(/\s+/g, ' ').slice(0, LONGEST_NAME);
	if (name) return name;
	throw new DomainError(
		'missing-setting',
		'Campaign Name is empty',
		'Give the campaign a name, e.g. Spring sale 2027: by it nobody gets its text twice, and you find its report.',
	);
}

/** The shop, with what the node says in its place. @throws DomainError for a country that is none. */
export function readProfile(context: IExecuteFunctions, itemIndex: number, shop: ShopProfile): ShopProfile {
	const options = optionsOf(context, itemIndex);
	return {
		...shop,
		brand: textOf(options.brand) || shop.brand,
		supportPhone: textOf(options.supportPhone) || shop.supportPhone,
		defaultCountry: readDefaultCountry(options) ?? shop.defaultCountry,
	};
}

/** What is known before the settings are read. */
export interface Given {
	readonly profile: ShopProfile;
	readonly sender: string;
	readonly senders: SenderTable;
	readonly series?: OpenedSeries | undefined;
	readonly hasUnsubscribePage: boolean;
	readonly now: Date;
}

/**
 * What the operator set for one item, checked.
 *
 * @throws DomainError before anything is planned: a setting or a text is wrong.
 */
export function readCampaignSettings(
	context: IExecuteFunctions,
	itemIndex: number,
	kind: CampaignKind,
	{ profile, sender, senders, series, hasUnsubscribePage, now }: Given,
): CampaignSettings {
	const options = optionsOf(context, itemIndex);
	const wordings = readWordings(context, itemIndex, kind);
	const kinds = [sender, ...senders.map((row) => row.sender)].map((one) => senderKind(one) ?? 'phone-number');
	for (const { texts } of wordings) {
		checkCampaignTexts(texts, profile, {
			occasion: kind,
			senderKinds: [...new Set(kinds)],
			hasCodes: series !== undefined,
			hasUnsubscribePage,
		});
	}
	const cart = readMoment('Cart Abandoned At', options.cartAbandonedAt, context.getTimezone());
	return {
		profile,
		kind,
		wordings,
		sender,
		senders,
		series,
		sendTime: readSendTime(context, itemIndex, profile),
		notAfter:
			readMoment('Not After', context.getNodeParameter('notAfter', itemIndex, ''), profile.timeZone) ??
			(kind === 'birthday-gift' ? new Date(now.getTime() + BIRTHDAY_DAYS * DAY_MS) : undefined),
		hours: readOpeningHours(options),
		pressure: readPressure(options),
		whenTooMany: options.whenTooMany === 'wait' ? 'wait' : 'skip',
		isAgeRestricted: options.ageRestricted === true,
		cartAbandonedAt: cart,
		dlt: readDlt(options),
		picture: readPicture(options.picture),
		isFreeToEndUser: options.freeToEndUser === true,
		smartEncoding: options.smartEncoding !== false,
		maxSegments: Math.min(wholeNumber('Segments Limit', options.maxSegments ?? 3, 1), MOST_SEGMENTS),
	};
}

const MAIN = 'A';

function readWordings(context: IExecuteFunctions, itemIndex: number, kind: CampaignKind): Wording[] {
	const entries = (name: string) => context.getNodeParameter(name, itemIndex, []) as IDataObject[];
	const main = { text: String(context.getNodeParameter('text', itemIndex, '')), language: undefined };
	const others = entries('otherLanguages.texts').map(textIn);
	if (kind === 'announcement' && [main, ...others].every(({ text }) => text.trim() === ''))
		throw new DomainError('missing-setting', 'Text is empty', 'Write what the people are to read.');
	const wordings = new Map<string, { weight: number; texts: CampaignText[] }>();
	for (const entry of entries('moreWordings.wordings')) {
		const text = textIn(entry);
		if (text.text.trim() === '') continue;
		const name = textOf(entry.name) || 'B';
		const known = wordings.get(name) ?? { weight: Number(entry.weight ?? 1) || 0, texts: [] };
		if (name === MAIN || known.texts.some(({ language }) => language === text.language))
			throw badSetting('The name of a wording', name, 'Give each of the wordings a name of its own: B, C …');
		wordings.set(name, { ...known, texts: [...known.texts, text] });
	}
	const more = [...wordings].map(([name, wording]) => ({ name, ...wording })).filter(({ weight }) => weight > 0);
	const texts = [main, ...others].filter(({ text }) => text.trim() !== '');
	return [{ name: MAIN, weight: 1, texts }, ...more];
}

const textIn = ({ language, text }: IDataObject): CampaignText => ({
	language: language ? canonicalLanguage(textOf(language)) : undefined,
	text: typeof text === 'string' ? text : '',
});

function readSendTime(context: IExecuteFunctions, itemIndex: number, { timeZone }: ShopProfile): SendTime {
	const value = (name: string) => context.getNodeParameter(name, itemIndex, '');
	const when = choiceOf('When to Send', context.getNodeParameter('whenToSend', itemIndex, 'asap'), ['asap', 'at', 'best-hour']);
	if (when === 'asap') return { kind: 'asap' };
	if (when === 'best-hour')
		return {
			kind: 'best-hour',
			withinHours: wholeNumber('Within (Hours)', value('withinHours') || 24, 1),
			fallbackHour: Math.min(wholeNumber('Hour When Nothing Is Known', value('fallbackHour') ?? 11, 0), 23),
		};
	const written = value('sendAt');
	const at = readMoment('Day and Time', written, timeZone);
	if (!at) throw new DomainError('missing-setting', 'Day and Time is empty', 'Choose when the texts are to be sent.');
	if (value('clock') === 'shop') return { kind: 'moment', at };
	return { kind: 'own-clock', wall: wallIn(String(written), at) };
}

/** The hour as it is written, whatever zone stands behind it. */
function wallIn(written: string, at: Date): number {
	const [shown] = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.exec(written) ?? [];
	return shown ? Date.parse(`${shown}:00Z`) : at.getTime();
}

/** The editor's calendar gives a time without a zone. Undefined for none. */
function readMoment(field: string, value: unknown, zone: string): Date | undefined {
	if (value === '' || value === null || value === undefined) return undefined;
	try {
		return tryToParseDateTime(value, zone).toJSDate();
	} catch {
		throw badSetting(field, value, 'It should look like this: 2027-05-03T10:00:00');
	}
}

function readOpeningHours(options: IDataObject): OpeningHours | undefined {
	const { hours, hoursSaturday, hoursSunday, closedOnHolidays } = options;
	if ([hours, hoursSaturday, hoursSunday, closedOnHolidays].every((one) => one === undefined)) return undefined;
	const weekdays = readDay('Hours', hours) ?? DEFAULT_HOURS.weekdays;
	return {
		weekdays: weekdays === 'closed' ? { from: '00:00', to: '00:00' } : weekdays,
		saturday: readDay('Hours on Saturdays', hoursSaturday),
		sunday: hoursSunday === undefined ? DEFAULT_HOURS.sunday : readDay('Hours on Sundays', hoursSunday),
		holidays: closedOnHolidays === true ? 'closed' : undefined,
	};
}

const SPAN = /^(\d{1,2}):?(\d\d)?\s*(?:-|–|to)\s*(\d{1,2}):?(\d\d)?$/i;

function readDay(field: string, value: unknown): DayHours | 'closed' | undefined {
	const text = textOf(value);
	if (!text) return undefined;
	if (/^closed$/i.test(text)) return 'closed';
	const [, from = '', fromMinute = '00', to = '', toMinute = '00'] = SPAN.exec(text) ?? [];
	const [begin, end] = [`${from.padStart(2, '0')}:${fromMinute}`, `${to.padStart(2, '0')}:${toMinute}`];
	if (from && begin < end && end <= '24:00' && fromMinute < '60' && toMinute < '60') return { from: begin, to: end };
	throw badSetting(field, text, 'Write when they begin and end, e.g. 09:00-20:00, or: closed.');
}

function readPressure(options: IDataObject): Pressure {
	const number = (field: string, name: string) =>
		options[name] === undefined ? undefined : wholeNumber(field, options[name], 0);
	return {
		perDay: number('Offers per Day', 'perDay'),
		per24Hours: number('Offers in 24 Hours', 'per24Hours'),
		per30Days: number('Offers in 30 Days', 'per30Days'),
		gapHours: number('Gap Between Offers (Hours)', 'gapHours'),
	};
}

const CATEGORIES = ['promotional', 'service-explicit', 'service-implicit', 'transactional'] as const;

function readDlt(options: IDataObject): DltRegistration | undefined {
	const { dltEntityId, dltTemplateId, dltHeader, dltCategory } = options;
	if ([dltEntityId, dltTemplateId, dltHeader].every((one) => textOf(one) === '')) return undefined;
	return {
		entityId: textOf(dltEntityId) || undefined,
		templateId: textOf(dltTemplateId) || undefined,
		header: textOf(dltHeader) || undefined,
		category: dltCategory === undefined ? undefined : choiceOf('India: Category', dltCategory, CATEGORIES),
	};
}

/** E.164 of the operator's own phone; undefined when the campaign is meant in earnest. @throws DomainError for what is none. */
export function readRedirect(context: IExecuteFunctions, itemIndex: number, { defaultCountry }: ShopProfile): string | undefined {
	const written = textOf(optionsOf(context, itemIndex).testRedirect);
	if (!written) return undefined;
	const { e164, problem } = readPhone(written, defaultCountry);
	if (e164 && !problem) return e164;
	throw new DomainError(
		'bad-setting',
		'Test Redirect is no number that can be texted',
		'Write your own mobile number with its country code, e.g. +48600100200.',
	);
}

/** Undefined when the operator gave none. @throws DomainError for a line that cannot be read. */
export function readPrices(options: IDataObject): PriceTable | undefined {
	const lines = typeof options.priceTable === 'string' ? options.priceTable : '';
	if (lines.trim() === '') return undefined;
	const currency = textOf(options.priceCurrency).toUpperCase();
	if (currency) return readPriceTable(lines, currency);
	throw new DomainError('missing-setting', 'The price table has no currency', 'Fill in Price Currency, e.g. EUR.');
}
