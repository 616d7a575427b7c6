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
	/** Whether such a number exists in the country's numbering plan. */
	readonly valid: boolean;
	/** Why no text can be sent to it; undefined when one can. */
	readonly problem?: PhoneProblem;
}

/** Values that shops and exports write where there is no number. */
const PLACEHOLDERS = /^(null|none|n\/?a|nil|undefined|unknown|-+|0+|x+)$/i;
/** ASCII and other letters; "ext" and "x" extensions are of no use to a text either. */
const LETTERS = /\p{L}/u;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;

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
 * Reads a phone number as it stands in an order.
 *
 * @param country ISO 3166-1 alpha-2 country of the address the number stands in; used when the number has no country code.
 */
export function readPhone(raw: unknown, country?: string): Phone {
	const text = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw.replace(INVISIBLE, '').trim() : '';
	if (text === '' || PLACEHOLDERS.test(text)) return { raw: text, valid: false, problem: 'empty' };
	// libphonenumber-js would drop the letters silently and make +1555555 of "555-555-SHIP"
	if (LETTERS.test(text)) return { raw: text, valid: false, problem: 'has-letters' };

	const international = text.replace(/^\s*(\(\s*)?00/, '+');
	const region = regionOf(country);
	if (!international.startsWith('+') && region === undefined) return { raw: text, valid: false, problem: 'no-country' };
	const parsed = parsePhoneNumberFromString(
		international,
		region ? { defaultCountry: region, extract: false } : { extract: false },
	);
	if (!parsed) return { raw: text, valid: false, problem: 'invalid' };
	const { number: e164, country: ofNumber } = parsed;
	const known = { raw: text, e164: e164 as string, ...(ofNumber ? { country: ofNumber as string } : {}) };
	if (!parsed.isValid()) return { ...known, valid: false, problem: 'invalid' };
	return TEXTABLE_TYPES.has(parsed.getType())
		? { ...known, valid: true }
		: { ...known, valid: true, problem: 'not-mobile' };
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

/** A number as it may appear in outputs, logs and errors: country code and the last two digits. */
export function maskPhone(phone: string): string {
	const digits = phone.replace(/[^\d+]/g, '');
	if (digits.length < 6) return '*'.repeat(Math.max(digits.length, 3));
	const head = digits.startsWith('+') ? 3 : 1;
	return `${digits.slice(0, head)}${'*'.repeat(digits.length - head - 2)}${digits.slice(-2)}`;
}

/** The same for every number that stands in a sentence, such as a carrier's error message. */
export const maskPhonesIn = (text: string): string =>
	text.replace(/\+?\d[\d ().-]{5,18}\d/g, (number) => maskPhone(number));
