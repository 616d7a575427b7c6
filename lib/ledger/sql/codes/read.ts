// Codes as they stand.
import { dateOf } from '../date-of';
import { lookupForm } from '../../../domain/codes/lookup-form';
import { type Selectable } from '../../../vendor/kysely';
import { type Series, type StoredCode } from '../../codes';
import { type CodesTable } from '../../schema-codes';
import { inChunks } from '../consent/in-chunks';
import { type Db } from '../engine';
import { prepared } from '../prepared';
import { seriesOf } from './series';

export type CodeRow = Selectable<CodesTable>;

export const codeByLookup = prepared((db, { shop, lookup }: { shop: string; lookup: string }) =>
	db.selectFrom('codes').selectAll().where('shop', '=', shop).where('lookup', '=', lookup),
);

/** The row of a code, however it was typed. */
export async function typedCode(db: Db, shop: string, typed: string): Promise<CodeRow | undefined> {
	const [row] = await codeByLookup(db, { shop, lookup: lookupForm(typed) });
	return row;
}

export async function findCode(db: Db, shop: string, typed: string): Promise<StoredCode | undefined> {
	const row = await typedCode(db, shop, typed);
	return row && (await storedCode(db, row));
}

export async function storedCode(db: Db, row: CodeRow): Promise<StoredCode> {
	const [code] = await storedCodes(db, [row]);
	return code as StoredCode;
}

/** In the same order; all of one shop. */
export async function storedCodes(db: Db, rows: readonly CodeRow[]): Promise<StoredCode[]> {
	const numbers = [...new Set(rows.map(({ series }) => series))];
	const series = new Map<number, Series>();
	for (const number of numbers) {
		const [row] = await seriesByNumber(db, { number });
		if (row) series.set(number, seriesOf(row));
	}
	const publishedTo = await shopsOf(db, rows);
	return rows.map((row) => {
		const of = series.get(row.series) as Series;
		return {
			code: row.code,
			series: of,
			status: row.voided_at === null ? 'active' : 'void',
			phone: row.phone ?? undefined,
			givenAt: dateOf(row.given_at),
			...periodOf(row, of),
			uses: row.uses,
			publishedTo: publishedTo.get(row.lookup) ?? [],
			createdAt: new Date(row.created_at),
		};
	});
}

function periodOf(row: CodeRow, { offer: { validity } }: Series): Pick<StoredCode, 'from' | 'until'> {
	if (row.given_at !== null) return { from: dateOf(row.valid_from), until: dateOf(row.valid_until) };
	return validity.kind === 'period' ? { from: validity.from, until: validity.until } : { from: undefined, until: undefined };
}

const seriesByNumber = prepared((db, { number }: { number: number }) =>
	db.selectFrom('code_series').selectAll().where('number', '=', number),
);

async function shopsOf(db: Db, rows: readonly CodeRow[]): Promise<ReadonlyMap<string, readonly string[]>> {
	const shops = new Map<string, string[]>();
	const only = rows.length === 1 ? rows[0] : undefined;
	const found = only ? await shopsOfOne(db, only) : await shopsOfMany(db, rows);
	for (const { lookup, published_to } of found) {
		const known = shops.get(lookup);
		if (known) known.push(published_to);
		else shops.set(lookup, [published_to]);
	}
	return shops;
}

const shopsOfOne = prepared((db, { shop, lookup }: { shop: string; lookup: string }) =>
	db
		.selectFrom('published_codes')
		.select(['lookup', 'published_to'])
		.where('shop', '=', shop)
		.where('lookup', '=', lookup)
		.where('refused', 'is', null)
		.orderBy('published_to'),
);

async function shopsOfMany(db: Db, rows: readonly CodeRow[]): Promise<Array<{ lookup: string; published_to: string }>> {
	const found: Array<{ lookup: string; published_to: string }> = [];
	for (const chunk of inChunks(rows)) {
		const part = await db
			.selectFrom('published_codes')
			.select(['lookup', 'published_to'])
			.where('shop', '=', (chunk[0] as CodeRow).shop)
			.where(
				'lookup',
				'in',
				chunk.map(({ lookup }) => lookup),
			)
			.where('refused', 'is', null)
			.orderBy('published_to')
			.execute();
		found.push(...part);
	}
	return found;
}
