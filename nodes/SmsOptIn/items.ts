import { type IDataObject, type IExecuteFunctions, tryToParseDateTime } from 'n8n-workflow';
import { DomainError } from '../../lib/domain/errors';
import { maskPhone, type Phone, readPhone } from '../../lib/domain/phone';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import { timeOf } from '../../lib/sources/read';
import { toNodeError } from '../shared/node-errors';

/** How many consents are written in one transaction: more gains nothing, and keeps others waiting. */
export const CHUNK = 500;

export function* inChunks<T>(all: readonly T[], size: number): Generator<T[]> {
	for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

/**
 * Reads every item before anything is done, so that a wrong setting changes nothing.
 *
 * @returns what was read by the item's index, and the errors where the workflow is to go on.
 * @throws NodeOperationError for the first error, where it is not.
 */
export function readItems<T>(
	context: IExecuteFunctions,
	read: (itemIndex: number) => T,
): { readonly readings: ReadonlyMap<number, T>; readonly failures: ReadonlyMap<number, unknown> } {
	const readings = new Map<number, T>();
	const failures = new Map<number, unknown>();
	for (const itemIndex of context.getInputData().keys()) {
		try {
			readings.set(itemIndex, read(itemIndex));
		} catch (error) {
			if (!context.continueOnFail()) throw toNodeError(error, context.getNode(), itemIndex);
			failures.set(itemIndex, error);
		}
	}
	return { readings, failures };
}

/** @throws DomainError `bad-setting` for what is no country code. */
export function readCountry(options: IDataObject, profile: ShopProfile): string | undefined {
	const country = textIn(options.defaultCountry)?.toUpperCase();
	if (country && !/^[A-Z]{2}$/.test(country)) {
		throw new DomainError('bad-setting', `Default Country is "${country}"`, 'It should look like this: PL');
	}
	return country ?? profile.defaultCountry;
}

/** The item's phone, by the Phone field and the option Default Country. */
export function readItemPhone(context: IExecuteFunctions, itemIndex: number, profile: ShopProfile): Phone {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	return readPhone(context.getNodeParameter('phone', itemIndex, ''), readCountry(options, profile));
}

/** @throws DomainError `bad-setting` where an expression gives something else: nothing else may get into the ledger. */
export function choiceOf<T extends string>(label: string, value: unknown, choices: readonly T[]): T {
	const choice = choices.find((candidate) => candidate === value);
	if (choice === undefined) throw new DomainError('bad-setting', `${label} is "${String(value)}"`, `It can be: ${choices.join(', ')}`);
	return choice;
}

/** The two forms in which outputs tell a number; nulls where there is none. */
export const describePhone = (phone: string | undefined): IDataObject => ({
	phone: phone ? maskPhone(phone) : null,
	phoneFull: phone ?? null,
});

/** Trimmed text; undefined when there is none. */
export function textIn(value: unknown): string | undefined {
	const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
	return typeof text === 'string' ? text.trim() || undefined : undefined;
}

/**
 * A time as expressions, shops and forms give it: a date, Luxon's or JavaScript's, an ISO text (UTC where it names no zone), or
 * Unix seconds or milliseconds.
 *
 * @returns undefined when there is none, null when it cannot be read.
 */
export function readTime(value: unknown): Date | null | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	// a date, Luxon's too, is its milliseconds as a number
	const number = typeof value === 'object' || /^\d{10,13}$/.test(String(value)) ? Number(value) : undefined;
	const time = number !== undefined && (typeof value === 'object' || number > 1e11) ? number : timeOf(number ?? value);
	return time === undefined || Number.isNaN(time) ? null : new Date(time);
}

/** The same for the editor's calendar, which gives a time without a zone: that of the workflow. */
export function readTimeIn(zone: string, value: unknown): Date | null | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	try {
		return tryToParseDateTime(value, zone).toJSDate();
	} catch {
		return null;
	}
}
