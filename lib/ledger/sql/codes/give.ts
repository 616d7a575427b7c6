// Who is given which code.
import { lookupForm } from '../../../domain/codes/lookup-form';
import { type Given, type Giving, type StoredCode } from '../../codes';
import { type Keyring } from '../../keyring';
import { type Db } from '../engine';
import { prepared } from '../prepared';
import { addCode } from './add';
import { codeByLookup, type CodeRow, storedCode } from './read';
import { knownSeries, type SeriesRow } from './series';

/** A key may name a person: what is kept of it must not. */
const keyDigest = (keyring: Keyring, seriesId: string, key: string): string => keyring.digest('code-key', seriesId, key);

export async function giveCode(db: Db, keyring: Keyring, giving: Giving): Promise<Given> {
	const { shop, seriesId, key, phone, from, until, now } = giving;
	const series = await knownSeries(db, shop, seriesId);
	const given_key = keyDigest(keyring, seriesId, key);
	const [before] = await givenBefore(db, { series: series.number, given_key });
	if (before) return { code: await storedCode(db, before), isNew: false };
	if (series.voided_at !== null) return { problem: 'series-void' };

	const [ready] = await firstFree(db, { series: series.number });
	const row = ready ?? (await firstCandidate(db, series, giving));
	if (!row) {
		const isFull = series.kind === 'pool' || (series.wanted !== null && series.made >= series.wanted);
		return { problem: isFull ? 'none-left' : 'all-taken' };
	}
	const given = {
		given_key,
		phone: phone ?? null,
		given_at: now.getTime(),
		valid_from: from.getTime(),
		valid_until: until?.getTime() ?? null,
	};
	await markGiven(db, { ...given, shop, lookup: row.lookup });
	return { code: await storedCode(db, { ...row, ...given }), isNew: true };
}

/** What the same key was given before. */
export async function codeOfKey(db: Db, keyring: Keyring, shop: string, seriesId: string, key: string): Promise<StoredCode | undefined> {
	const series = await knownSeries(db, shop, seriesId);
	const [row] = await givenBefore(db, { series: series.number, given_key: keyDigest(keyring, seriesId, key) });
	return row && (await storedCode(db, row));
}

async function firstCandidate(db: Db, series: SeriesRow, { shop, candidates, now }: Giving): Promise<CodeRow | undefined> {
	if (series.kind === 'pool' || (series.wanted !== null && series.made >= series.wanted)) return undefined;
	for (const code of candidates) {
		if (!(await addCode(db, series, code, now))) continue;
		const [row] = await codeByLookup(db, { shop, lookup: lookupForm(code) });
		return row;
	}
	return undefined;
}

const givenBefore = prepared((db, { series, given_key }: { series: number; given_key: string }) =>
	db.selectFrom('codes').selectAll().where('series', '=', series).where('given_key', '=', given_key),
);

const firstFree = prepared((db, { series }: { series: number }) =>
	db
		.selectFrom('codes')
		.selectAll()
		.where('series', '=', series)
		.where('given_key', 'is', null)
		.where('voided_at', 'is', null)
		.orderBy('number')
		.limit(1),
);

type ToGive = Pick<CodeRow, 'shop' | 'lookup' | 'given_key' | 'phone' | 'given_at' | 'valid_from' | 'valid_until'>;

const markGiven = prepared((db, row: ToGive) =>
	db
		.updateTable('codes')
		.set({
			given_key: row.given_key,
			phone: row.phone,
			given_at: row.given_at,
			valid_from: row.valid_from,
			valid_until: row.valid_until,
		})
		.where('shop', '=', row.shop)
		.where('lookup', '=', row.lookup),
);
