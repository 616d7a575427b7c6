// Points come and go.
import { type BoughtCode, type PointsAwarded, type PointsEntry, type PointsMove, type PointsSpent } from '../../codes';
import { type Keyring } from '../../keyring';
import { codeOfKey, giveCode } from '../codes/give';
import { type Db } from '../engine';
import { append, entryOf, entryOfKey, type EntryRow, isOver, lastEntry, openAwards, setLeftOver } from './account';

/** Points are whole, and there is at least one. @throws Error otherwise. */
function assertWhole(points: number): void {
	if (!Number.isSafeInteger(points) || points < 1) throw new Error(`${points} is no number of points to move`);
}

export async function awardPoints(db: Db, move: PointsMove): Promise<PointsAwarded> {
	const { shop, phone, points, key, now } = move;
	assertWhole(points);
	const [before] = await entryOfKey(db, { shop, kind: 'award', key });
	if (before) return { entry: entryOf(before), isNew: false };
	await expireOf(db, shop, phone, now);
	const row = await append(db, {
		shop,
		phone,
		kind: 'award',
		points,
		left_over: points,
		key,
		reason: move.reason ?? null,
		at: now.getTime(),
		expires_at: move.expiresAt?.getTime() ?? null,
	});
	return { entry: entryOf(row), isNew: true };
}

export async function spendPoints(db: Db, keyring: Keyring, move: PointsMove, bought: BoughtCode | undefined): Promise<PointsSpent> {
	const { shop, phone, points, key, now } = move;
	assertWhole(points);
	const codeKey = `points/${key}`;
	const [before] = await entryOfKey(db, { shop, kind: 'spend', key });
	if (before) {
		const code = bought && (await codeOfKey(db, keyring, shop, bought.seriesId, codeKey));
		return { entry: entryOf(before), isNew: false, code };
	}
	await expireOf(db, shop, phone, now);
	const [last] = await lastEntry(db, { shop, phone });
	const balance = last?.balance ?? 0;
	if (balance < points) return { missing: points - balance, balance };
	const given = bought && (await giveCode(db, keyring, { ...bought, shop, phone, key: codeKey, now }));
	if (given?.problem !== undefined) return { problem: given.problem, balance };
	await takeFromAwards(db, shop, phone, points);
	const row = await append(db, {
		shop,
		phone,
		kind: 'spend',
		points: -points,
		left_over: 0,
		key,
		reason: move.reason ?? null,
		at: now.getTime(),
		expires_at: null,
	});
	return { entry: entryOf(row), isNew: true, code: given?.code };
}

async function takeFromAwards(db: Db, shop: string, phone: string, points: number): Promise<void> {
	let rest = points;
	for (const { number, left_over } of await openAwards(db, { shop, phone })) {
		const taken = Math.min(rest, left_over);
		await setLeftOver(db, { shop, phone, number, left_over: left_over - taken });
		rest -= taken;
		if (rest === 0) return;
	}
	throw new Error('an account of points has less left of its awards than its balance says');
}

async function expireOf(db: Db, shop: string, phone: string, now: Date): Promise<void> {
	for (const award of await openAwards(db, { shop, phone })) if (isOver(award, now)) await expire(db, award, now);
}

/** Takes away what is left of an award. */
async function expire(db: Db, award: EntryRow, now: Date): Promise<EntryRow> {
	const { shop, phone, number, key, left_over } = award;
	await setLeftOver(db, { shop, phone, number, left_over: 0 });
	const lost = { shop, phone, kind: 'expire', points: -left_over, left_over: 0, key, reason: null };
	return await append(db, { ...lost, at: now.getTime(), expires_at: null });
}

export async function expirePoints(db: Db, shop: string, now: Date, limit: number): Promise<Array<{ phone: string; entry: PointsEntry }>> {
	const awards = await db
		.selectFrom('point_entries')
		.selectAll()
		.where('shop', '=', shop)
		.where('expires_at', '<=', now.getTime())
		.where((eb) => eb('left_over', '>', eb.lit(0))) // a literal, as in the partial index
		.orderBy('expires_at')
		.orderBy('phone')
		.orderBy('number')
		.limit(limit)
		.execute();
	const expired: Array<{ phone: string; entry: PointsEntry }> = [];
	for (const award of awards) expired.push({ phone: award.phone, entry: entryOf(await expire(db, award, now)) });
	return expired;
}
