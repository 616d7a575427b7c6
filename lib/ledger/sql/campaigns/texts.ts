// The texts of a campaign, one by one.
import { type CampaignTextLine } from '../../campaigns';
import { type OutboxStatus } from '../../outbox';
import { dateOf } from '../date-of';
import { type Db } from '../engine';
import { keyRange } from '../outbox/plan';

/** By their keys, which stay when a text takes another's place, and which an index has. */
export async function campaignTexts(db: Db, campaignId: string, after: string | undefined, limit: number): Promise<CampaignTextLine[]> {
	const [first, end] = keyRange(campaignId);
	const key = after === undefined ? first : await keyOf(db, campaignId, after);
	const rows = await db
		.selectFrom('sends')
		.selectAll()
		.where('shop', '=', (eb) => eb.selectFrom('campaigns').select('campaigns.shop').where('campaigns.id', '=', campaignId))
		.where('dedupe_key', '>', key)
		.where('dedupe_key', '<', end)
		.orderBy('dedupe_key')
		.limit(limit)
		.execute();
	return rows.map((row) => ({
		sendId: row.id,
		phone: row.phone,
		status: row.status as OutboxStatus,
		delivery: row.delivery_status ?? undefined,
		rule: row.rule ?? undefined,
		reason: row.rule_reason ?? undefined,
		variant: row.variant ?? undefined,
		text: row.text,
		segments: row.segments,
		dueAt: row.status === 'scheduled' ? dateOf(row.due_at) : undefined,
		at: new Date(row.settled_at ?? row.claimed_at),
		carrierMessageId: row.carrier_message_id ?? undefined,
		error: row.error_message ?? undefined,
	}));
}

async function keyOf(db: Db, campaignId: string, id: string): Promise<string> {
	const row = await db.selectFrom('sends').select('dedupe_key').where('id', '=', id).where('campaign_id', '=', campaignId).executeTakeFirst();
	if (!row) throw new Error(`The campaign has no text ${id} any more: another one took its place. Begin with the first page`);
	return row.dedupe_key;
}
