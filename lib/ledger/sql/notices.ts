import { type NoticeNovelty, type OrderNotice } from '../inbound';
import { type Db } from './engine';

/** Senders try for a few days at most. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** A workflow that has not got a notice by then will not: the process died in between. */
const HANDING_OVER_MS = 30_000;

export async function recordOrderNotice(db: Db, notice: OrderNotice): Promise<NoticeNovelty> {
	const { shop, source, ids } = notice;
	const now = notice.now.getTime();
	await db.deleteFrom('order_notices').where('at', '<', now - KEPT_MS).execute();
	const known = await db
		.selectFrom('order_notices')
		.select(['at', 'handed_over'])
		.where('shop', '=', shop)
		.where('source', '=', source)
		.where('id', 'in', ids)
		.execute();
	if (known.some(({ handed_over }) => handed_over === 1)) return 'repeated';
	if (known.some(({ at }) => at > now - HANDING_OVER_MS)) return 'in-progress';
	await db
		.insertInto('order_notices')
		.values(ids.map((id) => ({ shop, source, id, at: now, handed_over: 0 })))
		.onConflict((conflict) => conflict.columns(['shop', 'source', 'id']).doUpdateSet({ at: now }))
		.execute();
	return 'new';
}

export async function confirmOrderNotice(db: Db, { shop, source, ids }: Omit<OrderNotice, 'now'>): Promise<void> {
	await db
		.updateTable('order_notices')
		.set({ handed_over: 1 })
		.where('shop', '=', shop)
		.where('source', '=', source)
		.where('id', 'in', ids)
		.execute();
}
