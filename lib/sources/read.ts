// Reading of payloads that may hold anything. Nothing here trusts a type, and nothing throws.

import { canonicalLanguage, LANGUAGES } from '../domain/languages';
import { type OrderEvent, type OrderItem } from '../domain/order-event';
import { type PhoneField } from '../domain/phone';
import { alpha2OfAlpha3 } from '../vendor/countries';

export type Fields = Readonly<Record<string, unknown>>;

const NO_FIELDS: Fields = Object.freeze({});

export const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value's own fields; none when it is no object. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : NO_FIELDS);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Own property only: a payload's "__proto__" or "constructor" is no field. */
export const field = (value: unknown, name: string): unknown =>
	isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** Follows a path of names through nested objects. */
export const at = (value: unknown, ...path: readonly string[]): unknown => path.reduce(field, value);

/** Whether all of these are fields of its own. */
export const has = (fields: Fields, ...names: readonly string[]): boolean =>
	names.every((name) => Object.hasOwn(fields, name));

/** A table's entry for a word that came from outside: "constructor" is an entry of no table. */
export const entryOf = <T>(table: Readonly<Record<string, T>>, word: string | undefined): T | undefined =>
	word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;

/** What shops and spreadsheets write for "nothing". */
const NOTHING = /^(null|undefined|n\/a|none)$/i;

/** A text or number as trimmed text; undefined when empty, or a word for nothing. */
export function textOf(value: unknown): string | undefined {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	return text === '' || NOTHING.test(text) ? undefined : text;
}

/** The first of these that holds text. */
export function firstText(...values: readonly unknown[]): string | undefined {
	for (const value of values) {
		const text = textOf(value);
		if (text !== undefined) return text;
	}
	return undefined;
}

/** A number, or the number that a text writes; NaN for anything else. (Number() itself throws for some objects.) */
export const numberOf = (value: unknown): number => Number(textOf(value));

/** A status word in lower case; empty when there is none. */
export const wordOf = (value: unknown): string => textOf(value)?.toLowerCase() ?? '';

/** An id or number; undefined where JSON.parse has already rounded it (above 2^53). */
export const idOf = (value: unknown): string | undefined =>
	typeof value === 'number' && !Number.isSafeInteger(value) ? undefined : textOf(value);

/** A web link that a phone can open; undefined for anything else. */
export function linkOf(value: unknown): string | undefined {
	const text = textOf(value);
	if (!text || !/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) || !URL.canParse(text)) return undefined;
	return /[^\x21-\x7e]/.test(text) ? new URL(text).href : text;
}

/** Milliseconds since 1970 of an ISO time (UTC where it does not say, whatever zone this machine is in) or of Unix seconds. */
export function timeOf(value: unknown): number | undefined {
	if (typeof value === 'number') return value > 1e9 && value < 1e10 ? value * 1000 : undefined;
	const text = textOf(value);
	if (!text || !/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined;
	const time = Date.parse(/[T ][\d:.]+$/.test(text) ? `${text}Z` : text);
	return Number.isNaN(time) ? undefined : time;
}

/** ISO 3166-1 alpha-2, upper case, of a code with two letters or three. The first of the values that is one. */
export function countryOf(...values: readonly unknown[]): string | undefined {
	for (const value of values) {
		const text = textOf(value)?.toUpperCase();
		const code = text?.length === 3 ? entryOf(alpha2OfAlpha3, text) : text;
		if (code && /^[A-Z]{2}$/.test(code)) return code === 'UK' ? 'GB' : code;
	}
	return undefined;
}

/** A language as our texts name it: "fr-CA" is "fr", but "pt-BR" stays. The first of the values that is one. */
export function languageOf(...values: readonly unknown[]): string | undefined {
	for (const value of values) {
		const tag = canonicalLanguage(textOf(value));
		if (tag) return Object.hasOwn(LANGUAGES, tag) ? tag : tag.split('-', 1)[0];
	}
	return undefined;
}

/**
 * A name that may stand in a text: its first word where it is a full name. Undefined for what is no name: links, digits and
 * the like come from people who write their advertising into the name field of a shop that texts.
 */
export function firstNameOf(...values: readonly unknown[]): string | undefined {
	for (const value of values) {
		const name = textOf(value)?.replace(/\s+/g, ' ');
		const first = name?.split(' ', 1)[0];
		if (first && first.length <= 30 && /^\p{L}[\p{L}\p{M}'’.-]*$/u.test(first) && !/\.\p{L}{2,}/u.test(first))
			return first;
	}
	return undefined;
}

/** A given name: all its words ("Mary Ann"), where they are names. */
export function givenNameOf(...values: readonly unknown[]): string | undefined {
	for (const value of values) {
		const words = textOf(value)?.split(/\s+/) ?? [];
		if (words.length > 0 && words.length <= 3 && words.every((word) => firstNameOf(word) === word))
			return words.join(' ');
	}
	return undefined;
}

/** No customer has more phones, and no shipment more parcels, than this. */
const MOST = 50;

/** The phone numbers that stand in the order, in the order given; empty fields and repetitions are left out. */
export function phonesOf(
	fields: ReadonlyArray<{ path: string; raw: unknown; country?: string | undefined; firstName?: string | undefined }>,
): PhoneField[] {
	const phones: PhoneField[] = [];
	for (const { raw, ...rest } of fields) {
		if (phones.length === MOST) break;
		const text = textOf(raw);
		if (text && !phones.some((phone) => phone.raw === text && phone.country === rest.country))
			phones.push({ ...rest, raw: text });
	}
	return phones;
}

/** What a system calls the fields of an address. */
interface AddressFields {
	readonly phone: string;
	readonly country: string;
	readonly firstName?: string;
	readonly fullName?: string;
}

/** Reads the phone of an address, with the country and the name that stand beside it. */
export const phoneReader =
	({ phone, country, firstName = '', fullName = '' }: AddressFields) =>
	(path: string, address: unknown, otherCountry?: string) => ({
		path: `${path}.${phone}`,
		raw: field(address, phone),
		country: countryOf(field(address, country)) ?? otherCountry,
		firstName: givenNameOf(field(address, firstName)) ?? firstNameOf(field(address, fullName)),
	});

/** Ordered things: name and quantity, from a list of line items. */
export function itemsOf(lines: unknown, nameField: string, quantityField = 'quantity'): OrderItem[] {
	return listOf(lines).flatMap((line) => {
		const name = textOf(field(line, nameField));
		const quantity = numberOf(field(line, quantityField) ?? 1);
		return name ? [{ name, quantity: Number.isFinite(quantity) ? quantity : 1 }] : [];
	});
}

/**
 * One event for each parcel that is sent: a customer with two parcels gets both links, and a parcel added later is told of.
 * The later stages of an order or shipment are told once for all its parcels.
 */
export const eventPerParcel = (event: OrderEvent): OrderEvent[] =>
	event.stage === 'shipped' && event.trackings.length > 1
		? event.trackings.slice(0, MOST).map((tracking) => ({ ...event, trackings: [tracking] }))
		: [event];
