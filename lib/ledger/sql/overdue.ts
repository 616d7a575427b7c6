import { type OverdueReply } from '../inbound';
import { prepared } from './prepared';
import { type Db } from './engine';

/** A workflow that takes longer to be started is not going to be. */
const OVERDUE_AFTER_MS = 60_000;

/** What nobody has asked for in a day is too old to be handed over out of the blue. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

const MOST_AT_ONCE = 20;

export async function overdueReplies(db: Db, shop: string, carrier: string, now: Date): Promise<OverdueReply[]> {
	const until = now.getTime() - OVERDUE_AFTER_MS;
	const rows = await overdue(db, { shop, carrier, until, since: now.getTime() - FORGOTTEN_AFTER_MS });
	return rows.map((row) => ({
		messageId: row.message_id,
		phone: row.phone,
		recipient: row.recipient,
		text: row.text,
		receivedAt: new Date(row.received_at),
	}));
}

const overdue = prepared((db, values: { shop: string; carrier: string; until: number; since: number }) =>
	db
		.selectFrom('replies')
		.select(['message_id', 'phone', 'recipient', 'text', 'received_at'])
		.where('shop', '=', values.shop)
		.where('carrier', '=', values.carrier)
		.where('handed_over', '=', 0)
		.where('received_at', '<', values.until)
		.where('received_at', '>', values.since)
		.orderBy('received_at')
		.limit(MOST_AT_ONCE),
);
