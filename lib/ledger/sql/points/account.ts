// A phone's account of points: entries one after the other, each with the balance that it leads to.
import { type Selectable } from '../../../vendor/kysely';
import { type CodeVerbs, type PointsEntry } from '../../codes';
import { type PointEntriesTable } from '../../schema-codes';
import { type Db } from '../engine';
import { prepared } from '../prepared';

export type EntryRow = Selectable<PointEntriesTable>;
export type NewEntry = Omit<EntryRow, 'number' | 'balance'>;

export const entryOf = (row: EntryRow): PointsEntry => ({
	number: row.number,
	kind: row.kind as PointsEntry['kind'],
	points: row.points,
	balance: row.balance,
	key: row.key,
	reason: row.reason ?? undefined,
	at: new Date(row.at),
	expiresAt: row.expires_at === null ? undefined : new Date(row.expires_at),
});

/** What the same key has moved before. */
export const entryOfKey = prepared((db, { shop, kind, key }: { shop: string; kind: string; key: string }) =>
	db.selectFrom('point_entries').selectAll().where('shop', '=', shop).where('kind', '=', kind).where('key', '=', key),
);

export const lastEntry = prepared((db, { shop, phone }: { shop: string; phone: string }) =>
	db
		.selectFrom('point_entries')
		.select(['number', 'balance'])
		.where('shop', '=', shop)
		.where('phone', '=', phone)
		.orderBy('number', 'desc')
		.limit(1),
);

export async function append(db: Db, entry: NewEntry): Promise<EntryRow> {
	const [last] = await lastEntry(db, { shop: entry.shop, phone: entry.phone });
	const row = { ...entry, number: (last?.number ?? 0) + 1, balance: (last?.balance ?? 0) + entry.points };
	await insertEntry(db, row);
	return row;
}

const insertEntry = prepared((db, row: EntryRow) =>
	db.insertInto('point_entries').values({
		shop: row.shop,
		phone: row.phone,
		number: row.number,
		kind: row.kind,
		points: row.points,
		balance: row.balance,
		left_over: row.left_over,
		key: row.key,
		reason: row.reason,
		at: row.at,
		expires_at: row.expires_at,
	}),
);

/** Awards that something is left of, in the order in which they are spent: the soonest to expire first, those that never do last. */
export const openAwards = prepared((db, { shop, phone }: { shop: string; phone: string }) =>
	db
		.selectFrom('point_entries')
		.selectAll()
		.where('shop', '=', shop)
		.where('phone', '=', phone)
		.where((eb) => eb('left_over', '>', eb.lit(0)))
		.orderBy((eb) => eb('expires_at', 'is', null))
		.orderBy('expires_at')
		.orderBy('number'),
);

export const setLeftOver = prepared((db, values: { shop: string; phone: string; number: number; left_over: number }) =>
	db
		.updateTable('point_entries')
		.set({ left_over: values.left_over })
		.where('shop', '=', values.shop)
		.where('phone', '=', values.phone)
		.where('number', '=', values.number),
);

export const isOver = ({ expires_at }: Pick<EntryRow, 'expires_at'>, now: Date): boolean => expires_at !== null && expires_at <= now.getTime();

export async function pointsBalance(db: Db, shop: string, phone: string, now: Date): ReturnType<CodeVerbs['pointsBalance']> {
	const open = (await openAwards(db, { shop, phone })).filter((award) => !isOver(award, now));
	const sum = (awards: readonly EntryRow[]) => awards.reduce((total, { left_over }) => total + left_over, 0);
	const at = open[0]?.expires_at ?? null;
	const balance = sum(open);
	if (at === null) return { balance };
	return { balance, nextExpiry: { points: sum(open.filter(({ expires_at }) => expires_at === at)), at: new Date(at) } };
}

export async function pointsHistory(db: Db, shop: string, phone: string, limit: number): Promise<PointsEntry[]> {
	const rows = await db
		.selectFrom('point_entries')
		.selectAll()
		.where('shop', '=', shop)
		.where('phone', '=', phone)
		.orderBy('number', 'desc')
		.limit(limit)
		.execute();
	return rows.map(entryOf);
}
