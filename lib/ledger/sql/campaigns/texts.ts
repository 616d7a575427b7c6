// The texts of a campaign, one by one.
import { type CampaignTextLine } from '../../campaigns';
import { type OutboxStatus } from '../../outbox';
import { dateOf } from '../date-of';
import { type Db } from '../engine';

export async function campaignTexts(db: Db, campaignId: string, after: string | undefined, limit: number): Promise<CampaignTextLine[]> {
	const rows = await db
		.selectFrom('sends')
		.selectAll()
		.where('campaign_id', '=', campaignId)
		.$if(after !== undefined, (query) => query.where('id', '>', after as string))
		.orderBy('id')
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
