import { randomUUID } from 'node:crypto';
import { type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { DomainError } from '../../lib/domain/errors';
import { readCountry } from '../../lib/domain/country';
import { isRefusal, type ReadPerson, readPerson, tagsIn } from '../../lib/domain/person';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import { type Ledger } from '../../lib/ledger/ledger';
import { type PersonToSave, type Saved } from '../../lib/ledger/people';
import { AT_ONCE, textOf } from './settings';

/** Somebody to save, or why nobody can be saved. */
export type Reading = PersonToSave | { readonly reasonCode: string; readonly reason: string };

export interface SaveOptions {
	readonly source: 'save' | 'import';
	readonly replaces: boolean;
	readonly defaultCountry: string | undefined;
	readonly keepsOtherColumns: boolean;
	readonly tags: readonly string[];
}

/** @throws DomainError for a default country that is none. */
export function readSaveOptions(
	context: IExecuteFunctions,
	itemIndex: number,
	source: SaveOptions['source'],
	profile: ShopProfile,
): SaveOptions {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const written = textOf(options.defaultCountry);
	const country = written ? readCountry(written) : undefined;
	if (written && !country) {
		throw new DomainError('bad-setting', `Default Country is "${written}"`, 'Write a two-letter code, e.g. PL.');
	}
	return {
		source,
		replaces: context.getNodeParameter('whenNumberIsNew', itemIndex, 'add') === 'replace',
		defaultCountry: country ?? profile.defaultCountry,
		keepsOtherColumns: options.keepOtherColumns === true,
		tags: tagsIn(options.tags),
	};
}

/**
 * @param filledIn what the operator set, which counts before the row.
 * @param ownFields kept beside those of the row; an empty text takes a field away.
 */
export function readRow(
	row: Readonly<Record<string, unknown>>,
	options: SaveOptions,
	now: Date,
	filledIn: Readonly<Record<string, unknown>> = {},
	ownFields: Readonly<Record<string, string>> = {},
): Reading {
	const read = readPerson(row, { ...options, filledIn, now });
	if (isRefusal(read)) return { reasonCode: read.rule, reason: read.reason };
	if (options.replaces && !read.customerId) {
		const reason =
			'To replace a number, the person’s customer ID is needed: without it nobody knows whose number it is.';
		return { reasonCode: 'no-customer-id', reason };
	}
	return toSave(read, options, ownFields);
}

const toSave = (read: ReadPerson, options: SaveOptions, ownFields: Readonly<Record<string, string>>): PersonToSave => ({
	...read,
	fields: { ...read.fields, ...ownFields },
	tags: [...new Set([...read.tags, ...options.tags])],
	replacesPhone: options.replaces,
	source: options.source,
	newId: randomUUID(),
});

/** In chunks, each in one transaction; the answers in the same order. */
export async function saveAll(
	ledger: Ledger,
	shop: string,
	people: readonly PersonToSave[],
	now: Date,
): Promise<Saved[]> {
	const saved: Saved[] = [];
	for (let start = 0; start < people.length; start += AT_ONCE)
		saved.push(...(await ledger.savePeople(shop, people.slice(start, start + AT_ONCE), now)));
	return saved;
}

/** Why the ledger refuses somebody. */
export const describeForgotten = (at: Date) => ({
	reasonCode: 'forgotten',
	reason: `This person was forgotten on ${at.toISOString().slice(0, 10)} and cannot be brought back by an import. A new order or sign-up of theirs, or Save, can.`,
});
