// Reading of people from whatever names their fields: an order, a form's answer, a row of a list. Nothing here throws.
import { type BirthdayProblem, readBirthday } from './consent/ages';
import { readCountry } from './country';
import { isTimeZone } from './format';
import { canonicalLanguage, LANGUAGES } from './languages';
import { columnsOf, type PersonColumns } from './person-columns';
import { chooseRecipient, type PhoneProblem } from './phone';

/** What a row tells of a person; undefined where it says nothing. */
export interface ReadPerson {
	/** E.164, one that can be texted. */
	readonly phone: string;
	/** ISO 3166-1 alpha-2 country of the number itself. */
	readonly countryOfPhone?: string | undefined;
	readonly customerId?: string | undefined;
	readonly name?: string | undefined;
	readonly firstName?: string | undefined;
	readonly language?: string | undefined;
	readonly country?: string | undefined;
	readonly timeZone?: string | undefined;
	/** YYYY-MM-DD, or MM-DD where the row leaves the year out. */
	readonly birthday?: string | undefined;
	readonly tags: readonly string[];
	/** Columns that we do not know, as they are spelled; empty unless they were asked for. */
	readonly fields: Readonly<Record<string, string>>;
}

/** Why nobody could be read from a row. Saved in workflows: append, never rename. */
export type PersonRule =
	| 'no-phone'
	| 'invalid-phone'
	| 'not-mobile'
	| 'no-country'
	| 'bad-country'
	| 'bad-language'
	| 'bad-time-zone'
	| 'bad-birthday';

export interface PersonRefusal {
	readonly rule: PersonRule;
	/** A sentence for the operator; without the number and the birthday. */
	readonly reason: string;
}

export interface ReadSettings {
	/** ISO 3166-1 alpha-2, for numbers without a country code in rows without a country. */
	readonly defaultCountry?: string | undefined;
	/** @default false */
	readonly keepsOtherColumns?: boolean | undefined;
	/** What the operator filled in, under the same names: counts before the row. */
	readonly filledIn?: Readonly<Record<string, unknown>> | undefined;
	readonly now: Date;
}

export const isRefusal = (read: ReadPerson | PersonRefusal): read is PersonRefusal => 'rule' in read;

/**
 * The person that a row tells of, or why it cannot be used. A value that is there and makes no sense refuses the row: a
 * birthday or a language that was silently left out would be missed only when it matters.
 *
 * @param row an item, or a row by its header. Names count in any usual spelling and in several languages; see person-columns.ts.
 */
export function readPerson(
	row: Readonly<Record<string, unknown>>,
	{ defaultCountry, keepsOtherColumns = false, filledIn = {}, now }: ReadSettings,
): ReadPerson | PersonRefusal {
	const columns = overridden(columnsOf(row), columnsOf(filledIn));
	const country = columns.country === undefined ? undefined : readCountry(columns.country);
	if (columns.country !== undefined && !country)
		return refuse('bad-country', `The country "${columns.country}" is not known. Write its two-letter code, e.g. PL.`);
	const phone = readPhoneOf(columns, country ?? defaultCountry);
	if ('rule' in phone) return phone;
	const language = columns.language === undefined ? undefined : readLanguage(columns.language);
	if (columns.language !== undefined && !language)
		return refuse('bad-language', `The language "${columns.language}" is not known. Write its code, e.g. pl.`);
	const { timeZone } = columns;
	if (timeZone !== undefined && !isTimeZone(timeZone))
		return refuse(
			'bad-time-zone',
			`The time zone "${timeZone}" is not known. Write its IANA name, e.g. Europe/Warsaw.`,
		);
	const birthday = columns.birthday === undefined ? undefined : readDay(columns.birthday, now);
	if (birthday?.problem) return refuse('bad-birthday', `The birthday ${BIRTHDAY_PROBLEMS[birthday.problem]}.`);
	return {
		...phone,
		...namesOf(columns),
		customerId: columns.customerId,
		language,
		country,
		timeZone,
		birthday: birthday?.date,
		tags: tagsIn(columns.tags),
		fields: keepsOtherColumns ? columns.others : {},
	};
}

function overridden(row: PersonColumns, filledIn: PersonColumns): PersonColumns {
	const set = Object.entries(filledIn).filter(([, value]) => value !== undefined);
	const phones = filledIn.phones.length > 0 ? filledIn.phones : row.phones;
	return { ...row, ...(Object.fromEntries(set) as Partial<PersonColumns>), phones, others: row.others };
}

const refuse = (rule: PersonRule, reason: string): PersonRefusal => ({ rule, reason });

const PHONE_REFUSALS: Readonly<Record<PhoneProblem, PersonRefusal>> = {
	empty: refuse('no-phone', 'There is no phone number.'),
	'has-letters': refuse('invalid-phone', 'The phone number has letters in it.'),
	'no-country': refuse(
		'no-country',
		'The phone number has no country code, and nothing says which country it belongs to. Write it with its code, e.g. +48, or set a default country.',
	),
	invalid: refuse('invalid-phone', 'The phone number is not valid.'),
	'not-mobile': refuse('not-mobile', 'The phone number is a landline or service number, which cannot receive texts.'),
};

function readPhoneOf(
	{ phones }: PersonColumns,
	country: string | undefined,
): Pick<ReadPerson, 'phone' | 'countryOfPhone'> | PersonRefusal {
	const chosen = chooseRecipient(
		phones.map((field) => ({ ...field, country: country ?? readCountry(field.country ?? '') })),
		country,
	);
	if (!chosen?.e164 || chosen.problem) return PHONE_REFUSALS[chosen?.problem ?? 'empty'];
	return { phone: chosen.e164, countryOfPhone: chosen.country };
}


/** A tag in any spelling, or the language's English name; as our texts name it: "fr-CA" is "fr", but "pt-BR" stays. */
export function readLanguage(written: string): string | undefined {
	const named = Object.entries(LANGUAGES).find(([, name]) => name.toLowerCase() === written.trim().toLowerCase());
	const tag = named?.[0] ?? canonicalLanguage(written);
	return tag === undefined || Object.hasOwn(LANGUAGES, tag) ? tag : tag.split('-', 1)[0];
}

const BIRTHDAY_PROBLEMS: Readonly<Record<Exclude<BirthdayProblem, 'empty'>, string>> = {
	'no-year': 'has a year of two digits. Write it as 1990-12-31, or 12-31 without the year',
	ambiguous: 'can be read in two ways. Write it as 1990-12-31',
	invalid: 'is no date. Write it as 1990-12-31, or 12-31 without the year',
	future: 'is still to come',
	'too-old': 'is longer ago than anybody lives',
};

/** "12-31" and, as ISO 8601 and vCards write it, "--12-31". */
const MONTH_AND_DAY = /^(?:--)?(\d{2})-(\d{2})$/;

function readDay(
	written: unknown,
	now: Date,
): { date?: string | undefined; problem?: Exclude<BirthdayProblem, 'empty'> | undefined } {
	const [, month, day] = MONTH_AND_DAY.exec(String(written).trim()) ?? [];
	if (month && day) {
		const inLeapYear = readBirthday(`2000-${month}-${day}`, now);
		return inLeapYear.date ? { date: `${month}-${day}` } : { problem: 'invalid' };
	}
	const { date, problem } = readBirthday(written, now);
	return { date, problem: problem === 'empty' ? undefined : problem };
}

const LONGEST_NAME = 100;

function namesOf({ name, firstName, lastName }: PersonColumns): Pick<ReadPerson, 'name' | 'firstName'> {
	const whole = name ?? ([firstName, lastName].filter(Boolean).join(' ') || undefined);
	return { name: whole?.slice(0, LONGEST_NAME), firstName: textable(firstName ?? whole?.split(' ', 1)[0]) };
}

/** A first name may stand in a text, so it must be one: people write links and advertising into name fields. */
function textable(name: string | undefined): string | undefined {
	const words = name?.split(' ') ?? [];
	const areNames = words.every((word) => /^\p{L}[\p{L}\p{M}'’.-]{0,29}$/u.test(word) && !/\.\p{L}{2,}/u.test(word));
	return name && words.length <= 3 && areNames ? name : undefined;
}

const LONGEST_TAG = 60;

/** Tags as people write them: a list, or one text with commas, semicolons or bars. Each once, in the order given. */
export function tagsIn(written: unknown): string[] {
	const parts = Array.isArray(written) ? written : [written];
	const tags = parts
		.filter((part) => typeof part === 'string' || typeof part === 'number')
		.flatMap((part) => String(part).split(/[,;|\n]/))
		.map((tag) => tag.trim().replace(/\s+/g, ' ').slice(0, LONGEST_TAG));
	return [...new Set(tags.filter(Boolean))];
}
