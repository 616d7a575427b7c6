// Many codes at once.
import { lookupForm } from '../../../domain/codes/lookup-form';
import { sql } from '../../../vendor/kysely';
import { type Db } from '../engine';
import { memberNames, prepared, preparedBy } from '../prepared';
import { knownSeries, type SeriesRow } from './series';

export async function addCodes(
	db: Db,
	shop: string,
	seriesId: string,
	codes: readonly string[],
	now: Date,
): Promise<{ added: number; total: number; problem?: 'series-void' }> {
	const series = await knownSeries(db, shop, seriesId);
	if (series.voided_at !== null) return { added: 0, total: series.made, problem: 'series-void' };
	const room = series.wanted === null ? codes.length : Math.max(0, series.wanted - series.made);
	let added = 0;
	// some of a batch may be taken: what is missing then comes from the codes behind it
	for (let start = 0; start < codes.length && added < room;) {
		const batch = codes.slice(start, start + room - added);
		added += await insertBatch(db, series, batch, now);
		start += batch.length;
	}
	return { added, total: series.made + added };
}

/** Inserts one code. False when the shop has it. */
export const addCode = async (db: Db, series: SeriesRow, code: string, now: Date): Promise<boolean> =>
	(await insertBatch(db, series, [code], now)) === 1;

/** How many are inserted by one statement: a few sizes, so that a few statements do for all lengths. */
const SIZES = [500, 20, 1];

/** Answers how many of them the shop did not have. */
async function insertBatch(db: Db, { shop, number: series }: SeriesRow, codes: readonly string[], now: Date): Promise<number> {
	const [last] = await lastNumber(db, { series });
	const first = Number(last?.number ?? 0) + 1;
	// Neighbours in the index go in one after the other, and are numbered so: every other order takes twice as long at least
	const drawn = codes
		.map((code) => ({ code, lookup: lookupForm(code) }))
		.filter(({ lookup }) => lookup !== '')
		.sort((a, b) => (a.lookup < b.lookup ? -1 : a.lookup > b.lookup ? 1 : 0)); // of two spellings of a code the first counts
	let start = 0;
	for (const size of SIZES) {
		for (; drawn.length - start >= size; start += size) {
			const values: Record<string, string | number> = { shop, series, first: first + start, at: now.getTime() };
			for (let index = 0; index < size; index++) {
				const { code, lookup } = drawn[start + index] as { code: string; lookup: string };
				values[LOOKUPS[index] as string] = lookup;
				values[CODES[index] as string] = code;
			}
			await insertCodes(size, db, values);
		}
	}
	const [stored] = await countFrom(db, { series, first });
	const added = Number(stored?.count ?? 0);
	await countUp(db, { series, added });
	return added;
}

const LOOKUPS = memberNames('lookup', 500);
const CODES = memberNames('code', 500);

/** What is the same for all of them is handed over once, not with each. */
const insertCodes = preparedBy((size: number) => (db, values: Record<string, string | number>) => {
	const rows = Array.from(
		{ length: size },
		(_, index) => sql`(${sql.lit(index)}, ${values[LOOKUPS[index] as string]}, ${values[CODES[index] as string]})`,
	);
	const query = sql`with drawn (place, lookup, code) as (values ${sql.join(rows)})
		insert into codes (shop, lookup, code, series, number, uses, created_at)
		select ${values.shop}, lookup, code, ${values.series}, ${values.first} + place, 0, ${values.at} from drawn where true
		on conflict (shop, lookup) do nothing`;
	return { compile: () => query.compile(db) };
});

export const lastNumber = prepared((db, { series }: { series: number }) =>
	db
		.selectFrom('codes')
		.select(({ fn }) => fn.max<number | null>('number').as('number'))
		.where('series', '=', series),
);

const countFrom = prepared((db, { series, first }: { series: number; first: number }) =>
	db
		.selectFrom('codes')
		.select(({ fn }) => fn.countAll().as('count'))
		.where('series', '=', series)
		.where('number', '>=', first),
);

const countUp = prepared((db, { series, added }: { series: number; added: number }) =>
	db
		.updateTable('code_series')
		.set((eb) => ({ made: eb('made', '+', added) }))
		.where('number', '=', series),
);
