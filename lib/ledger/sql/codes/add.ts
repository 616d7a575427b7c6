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

interface Drawn {
	readonly place: number;
	readonly lookup: string;
	readonly code: string;
}

/** How many are inserted by one statement: a few sizes, so that a few statements do for all lengths. */
const SIZES = [500, 20, 1];

/** Answers how many of them the shop did not have. */
async function insertBatch(db: Db, { shop, number: series }: SeriesRow, codes: readonly string[], now: Date): Promise<number> {
	const [last] = await lastNumber(db, { series });
	const first = Number(last?.number ?? 0) + 1;
	const drawn = codes
		.map((code, place) => ({ place, code, lookup: lookupForm(code) }))
		.filter(({ lookup }) => lookup !== '')
		.sort((a, b) => (a.lookup < b.lookup ? -1 : 1)); // neighbours in the index go in one after the other: several times as fast
	let start = 0;
	for (const size of SIZES) {
		for (; drawn.length - start >= size; start += size)
			await insertCodes(size, db, { ...named(drawn.slice(start, start + size)), shop, series, first, at: now.getTime() });
	}
	const [stored] = await countFrom(db, { series, first });
	const added = Number(stored?.count ?? 0);
	await countUp(db, { series, added });
	return added;
}

const PLACES = memberNames('place', 500);
const LOOKUPS = memberNames('lookup', 500);
const CODES = memberNames('code', 500);

function named(drawn: readonly Drawn[]): Record<string, string | number> {
	const values: Record<string, string | number> = {};
	drawn.forEach(({ place, lookup, code }, index) => {
		values[PLACES[index] as string] = place;
		values[LOOKUPS[index] as string] = lookup;
		values[CODES[index] as string] = code;
	});
	return values;
}

interface ForAll {
	shop: string;
	series: number;
	first: number;
	at: number;
}

/** What is the same for all of them is handed over once, not with each. */
const insertCodes = preparedBy((size: number) => (db, values: ForAll & Record<string, string | number>) => {
	const rows = Array.from(
		{ length: size },
		(_, index) => sql`(${values[PLACES[index] as string]}, ${values[LOOKUPS[index] as string]}, ${values[CODES[index] as string]})`,
	);
	const query = sql`with drawn (place, lookup, code) as (values ${sql.join(rows)})
		insert into codes (shop, lookup, code, series, number, uses, created_at)
		select code_series.shop, drawn.lookup, drawn.code, code_series.number, ${values.first} + drawn.place, 0, ${values.at}
		from drawn cross join code_series where code_series.number = ${values.series}
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
