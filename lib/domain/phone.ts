import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from '../vendor/phone-numbers';

/** Why a number cannot be texted, in words that complete the sentence "the number …". */
export const PHONE_PROBLEMS = {
	empty: 'is empty',
	'has-letters': 'has letters in it',
	'no-country': 'has no country code, and neither the order nor the settings say which country it belongs to',
	invalid: 'is not a valid phone number',
	'not-mobile': 'is a landline or service number, which cannot receive texts',
} as const;

export type PhoneProblem = keyof typeof PHONE_PROBLEMS;

export interface Phone {
	/** The number as it stood in the order. */
	readonly raw: string;
	/** E.164, e.g. +48600100200. Missing when the number is not complete or not possible. */
	readonly e164?: string;
	/** ISO 3166-1 alpha-2 country of the number itself. */
	readonly country?: string;
	/** What kind of number it is, as libphonenumber names it ("MOBILE", "VOIP" …); undefined where the plan does not tell. */
	readonly type?: string;
	/** Whether such a number exists in the country's numbering plan. */
	readonly valid: boolean;
	/** Why no text can be sent to it; undefined when one can. */
	readonly problem?: PhoneProblem;
}

/** Values that shops and exports write where there is no number. */
const PLACEHOLDERS = /^(null|none|n\/?a|nil|undefined|unknown|0+|x+)?$/i;
const LETTERS = /\p{L}/u;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;
/** The signs and digits of East Asian keyboards: ＋４８ … */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** Around a number, such as quotes, and the apostrophe by which spreadsheets keep it a text. */
const SIGNS_AROUND = /^[^\p{L}\p{Nd}+(]+|[^\p{L}\p{Nd})]+$/gu;
/** "0048", "(+48", "+0048", "++48": all mean +48. */
const INTERNATIONAL = /^\(?\s*(?:\++\s*(?:00)?|00)\s*/;
/** What may stand between two numbers in one field. A slash may also stand within one. */
const SEPARATORS = [/[,;|\n]/, /\//, /\s(?=\+)/];
/** Fewer digits behind a separator are an extension, or another ending of the same number. */
const SHORTEST_NUMBER = 7;

/**
 * Number types that can get a text. North American and some other plans do not tell mobile from fixed lines; voice-over-IP
 * and personal numbers usually take texts; an unknown type gets the benefit of the doubt.
 */
const TEXTABLE_TYPES = new Set<string | undefined>([
	'MOBILE',
	'FIXED_LINE_OR_MOBILE',
	'VOIP',
	'PERSONAL_NUMBER',
	undefined,
]);

/**
 * Reads a phone number as it stands in an order. Where somebody wrote two, the first that can be texted.
 *
 * @param country ISO 3166-1 alpha-2 country of the address the number stands in; used when the number has no country code.
 */
export function readPhone(raw: unknown, country?: string): Phone {
	const written = (typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw : '')
		.replace(INVISIBLE, '')
		.trim();
	const text = written.replace(FULL_WIDTH, toAscii).replace(SIGNS_AROUND, '');
	if (PLACEHOLDERS.test(text)) return { raw: written, valid: false, problem: 'empty' };
	// libphonenumber-js would drop the letters silently and make +1555555 of "555-555-SHIP"
	if (LETTERS.test(text)) return { raw: written, valid: false, problem: 'has-letters' };
	const region = regionOf(country);
	const whole = readNumber(text, region);
	if (whole.problem === undefined) return { raw: written, ...whole };
	const textable = SEPARATORS.flatMap((separator) => numbersBetween(text, separator))
		.map((part) => readNumber(part, region))
		.find(({ problem }) => problem === undefined);
	return { raw: written, ...(textable ?? whole) };
}

const toAscii = (character: string) => String.fromCharCode(character.charCodeAt(0) - 0xfee0);

/** The numbers that a separator parts; none where one of the parts is too short for a number. */
function numbersBetween(text: string, separator: RegExp): string[] {
	const parts = text
		.split(separator)
		.map((part) => part.replace(SIGNS_AROUND, ''))
		.filter(Boolean);
	const areNumbers = parts.every((part) => (part.match(/\p{Nd}/gu)?.length ?? 0) >= SHORTEST_NUMBER);
	return parts.length > 1 && areNumbers ? parts : [];
}

/** Mexico took the 1 away in 2019; shops, and carriers in the texts that they hand over, still write it. */
const OLD_MEXICAN_MOBILE = /^\+521(\d{10})$/;

function readNumber(text: string, region: CountryCode | undefined): Omit<Phone, 'raw'> {
	const number = text.replace(INTERNATIONAL, '+');
	if (!number.startsWith('+') && region === undefined) return { valid: false, problem: 'no-country' };
	const asWritten = parsePhoneNumberFromString(
		number,
		region ? { defaultCountry: region, extract: false } : { extract: false },
	);
	const mobile = OLD_MEXICAN_MOBILE.exec(asWritten?.number ?? '')?.[1];
	const parsed = mobile ? parsePhoneNumberFromString(`+52${mobile}`) : asWritten;
	if (!parsed) return { valid: false, problem: 'invalid' };
	const known = { e164: parsed.number as string, ...(parsed.country ? { country: parsed.country as string } : {}) };
	if (!parsed.isValid()) return { ...known, valid: false, problem: 'invalid' };
	const type = parsed.getType();
	const isTextable = TEXTABLE_TYPES.has(type) && !parsed.ext;
	return { ...known, ...(type ? { type } : {}), valid: true, ...(isTextable ? {} : { problem: 'not-mobile' }) };
}

function regionOf(country: string | undefined): CountryCode | undefined {
	const code = country?.trim().toUpperCase();
	return code && isSupportedCountry(code) ? code : undefined;
}

/** A phone number as it stands in an order, not read yet: reading costs as much as all the rest of an order. */
export interface PhoneField {
	readonly raw: string;
	/** Where it stood, e.g. "shipping_address.phone". */
	readonly path: string;
	/** ISO country of the address it stands in. */
	readonly country?: string | undefined;
	/** First name of the person whose number it is, where the same block names one. */
	readonly firstName?: string | undefined;
}

export interface Recipient extends Phone {
	readonly field: PhoneField;
}

/**
 * Of several numbers in order of preference, the first that can be texted; where none can, the first that says most about
 * why not (a wrong number says more than an empty field). Undefined for an empty list.
 *
 * @param defaultCountry for numbers that stand in no address.
 */
export function chooseRecipient(fields: readonly PhoneField[], defaultCountry?: string): Recipient | undefined {
	let refused: Recipient | undefined;
	for (const field of fields) {
		const recipient = { ...readPhone(field.raw, field.country ?? defaultCountry), field };
		if (recipient.problem === undefined) return recipient;
		if (!refused || refused.problem === 'empty') refused = recipient;
	}
	return refused;
}

/** A number as it may appear in outputs, logs and errors: its country code (two digits of it) and its last two digits. */
export function maskPhone(phone: string): string {
	const digits = phone.replace(/[^\d+]/g, '');
	if (digits.length < 8) return '*'.repeat(Math.max(digits.replace('+', '').length, 3));
	const head = /^\+(?:[17]|\d\d)/.exec(digits)?.[0] ?? '';
	return `${head}${'*'.repeat(digits.length - head.length - 2)}${digits.slice(-2)}`;
}

/** The same for every number that stands in a sentence, such as a carrier's error message. */
export const maskPhonesIn = (text: string): string =>
	text.replace(/\+?\d[\d\s().-]{5,18}\d/g, (number) => maskPhone(number));
