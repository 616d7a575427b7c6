import { type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { CONSENT_PURPOSES, CONSENT_STATUSES } from '../../lib/domain/consent/consent';
import { DomainError } from '../../lib/domain/errors';
import { wallClock } from '../../lib/domain/format';
import { readCountry } from '../../lib/domain/country';
import { readLanguage, tagsIn } from '../../lib/domain/person';
import { maskPhone, PHONE_PROBLEMS, readPhone } from '../../lib/domain/phone';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import { type PeopleSearch, type WhichPerson } from '../../lib/ledger/people';

/** How many people are saved, or read, in one transaction. */
export const AT_ONCE = 500;

export const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** Whom an operation is about, or why nobody can be meant; with how the item shows them. */
export type Wanted =
	| { readonly which: WhichPerson; readonly shown: IDataObject }
	| { readonly which?: undefined; readonly shown: IDataObject; readonly reasonCode: string; readonly reason: string };

export function readWhich(context: IExecuteFunctions, itemIndex: number, { defaultCountry }: ShopProfile): Wanted {
	if (context.getNodeParameter('findBy', itemIndex) === 'customerId') {
		const customerId = textOf(context.getNodeParameter('whichCustomerId', itemIndex, ''));
		const shown = { customerId: customerId || null };
		if (customerId) return { which: { customerId }, shown };
		return { shown, reasonCode: 'no-customer-id', reason: 'There is no customer ID in this item.' };
	}
	const phone = readPhone(context.getNodeParameter('whichPhone', itemIndex, ''), defaultCountry);
	if (phone.e164 && phone.valid) return { which: { phone: phone.e164 }, shown: { phone: maskPhone(phone.e164) } };
	const problem = phone.problem ?? 'invalid';
	return {
		shown: { phone: phone.raw ? maskPhone(phone.raw) : null },
		reasonCode: problem === 'empty' ? 'no-phone' : problem === 'no-country' ? 'no-country' : 'invalid-phone',
		reason: `The phone number ${PHONE_PROBLEMS[problem]}.`,
	};
}

/** @throws DomainError when there are none. */
export function readTags(context: IExecuteFunctions, itemIndex: number): string[] {
	const tags = tagsIn(context.getNodeParameter('tags', itemIndex, ''));
	if (tags.length === 0) throw new DomainError('missing-setting', 'Tags is empty', 'Fill it in, e.g. vip, wholesale.');
	return tags;
}

const DAY_MS = 24 * 60 * 60 * 1000;

type Conditions = Omit<PeopleSearch, 'shop' | 'limit' | 'after' | 'now'>;

/**
 * @param field the name of the node's field.
 * @throws DomainError naming the condition that makes no sense: a search for nothing known would find the wrong people.
 */
export function readConditions(
	context: IExecuteFunctions,
	itemIndex: number,
	{ timeZone }: ShopProfile,
	now: Date,
	field = 'conditions',
): Conditions {
	const set = context.getNodeParameter(field, itemIndex, {}) as IDataObject;
	const daysAgo = (name: string) => {
		const days = numberIn(set, name);
		return days === undefined ? undefined : new Date(now.getTime() - days * DAY_MS);
	};
	const purpose = CONSENT_PURPOSES.find((one) => one === (set.consentPurpose ?? 'marketing'));
	const status = CONSENT_STATUSES.find((one) => one === (set.consentStatus ?? 'confirmed'));
	const asksForConsent = set.consentPurpose !== undefined || set.consentStatus !== undefined;
	if (asksForConsent && (!purpose || !status))
		throw badCondition(
			'Consent For or Consent Is',
			`${textOf(set.consentPurpose)} ${textOf(set.consentStatus)}`,
			'marketing, confirmed',
		);
	return {
		tags: listIn(set.tags),
		withoutTags: listIn(set.withoutTags),
		countries: listIn(set.countries)?.map((written) => readCountry(written) ?? raise('Countries', written, 'PL, DE')),
		languages: listIn(set.languages)?.map((written) => readLanguage(written) ?? raise('Languages', written, 'pl, de')),
		consent: asksForConsent && purpose && status ? { purpose, status } : undefined,
		lastOrderAfter: daysAgo('orderedWithinDays'),
		lastOrderBefore: daysAgo('noOrderForDays'),
		spentAtLeast: numberIn(set, 'spentAtLeast'),
		spentAtMost: numberIn(set, 'spentAtMost'),
		currency: textOf(set.currency).toUpperCase() || undefined,
		lastTextedAfter: daysAgo('textedWithinDays'),
		lastTextedBefore: daysAgo('notTextedForDays'),
		birthdays: set.birthdayToday === true ? birthdaysOf(now, timeZone) : undefined,
	};
}

/** Undefined when nothing is filled in. */
function listIn(value: unknown): string[] | undefined {
	const list = tagsIn(value);
	return list.length === 0 ? undefined : list;
}

function numberIn(set: IDataObject, name: string): number | undefined {
	const text = textOf(set[name]);
	if (text === '') return undefined;
	const value = Number(text);
	return Number.isFinite(value) && value >= 0 ? value : raise(name, text, '30');
}

const badCondition = (field: string, value: string, example: string) =>
	new DomainError('bad-setting', `The condition ${field} is "${value}"`, `It should look like this: ${example}`);

function raise(field: string, value: string, example: string): never {
	throw badCondition(field, value, example);
}

/** Who has a birthday today; those of 29 February on 1 March where there is none, as for the age gate. */
function birthdaysOf(now: Date, timeZone: string): string[] {
	const { year, month, day } = wallClock(now.getTime(), timeZone);
	const today = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
	const isLeapYear = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
	return today === '03-01' && !isLeapYear ? [today, '02-29'] : [today];
}
