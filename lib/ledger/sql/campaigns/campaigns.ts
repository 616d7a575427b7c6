// Campaigns, and how they stand.
import { sql } from '../../../vendor/kysely';
import { type Campaign, type CampaignKind, type CampaignStatus, type CampaignVerbs } from '../../campaigns';
import { type CampaignsTable } from '../../schema';
import { dateOf } from '../date-of';
import { type Db } from '../engine';
import { prepared } from '../prepared';
import { UNLEASED } from '../sends';

export const campaignOf = (row: CampaignsTable): Campaign => ({
	id: row.id,
	shop: row.shop,
	name: row.name,
	kind: row.kind as CampaignKind,
	status: row.status as CampaignStatus,
	createdAt: new Date(row.created_at),
	changedAt: dateOf(row.changed_at),
});

export async function openCampaign(
	db: Db,
	{ shop, name, kind, newId }: Parameters<CampaignVerbs['openCampaign']>[0],
	now: Date,
): Promise<Campaign> {
	const [known] = await campaignByName(db, { shop, name });
	if (known) return campaignOf(known);
	const row = { id: newId, shop, name, kind, status: 'running', created_at: now.getTime(), changed_at: null };
	await insertCampaign(db, row);
	return campaignOf(row);
}

export async function findCampaign(db: Db, shop: string, name: string): Promise<Campaign | null> {
	const [known] = await campaignByName(db, { shop, name });
	return known ? campaignOf(known) : null;
}

export async function listCampaigns(db: Db, shop: string): Promise<Campaign[]> {
	const rows = await db
		.selectFrom('campaigns')
		.selectAll()
		.where('shop', '=', shop)
		.orderBy('created_at', 'desc')
		.orderBy('name')
		.execute();
	return rows.map(campaignOf);
}

export async function setCampaignStatus(
	db: Db,
	shop: string,
	name: string,
	status: CampaignStatus,
	now: Date,
): Promise<{ campaign: Campaign; texts: number; changed: boolean } | null> {
	const [known] = await campaignByName(db, { shop, name });
	if (!known) return null;
	const [count] = await waitingTexts(db, { id: known.id });
	const texts = Number(count?.texts ?? 0);
	if (known.status === status || known.status === 'cancelled') return { campaign: campaignOf(known), texts, changed: false };
	const at = now.getTime();
	await changeStatus(db, { id: known.id, status, changed_at: at });
	if (status === 'cancelled') await cancelTexts(db, { id: known.id, settled_at: at });
	return { campaign: campaignOf({ ...known, status, changed_at: at }), texts, changed: true };
}

export const campaignByName = prepared((db, { shop, name }: { shop: string; name: string }) =>
	db.selectFrom('campaigns').selectAll().where('shop', '=', shop).where('name', '=', name),
);

const insertCampaign = prepared((db, row: CampaignsTable) =>
	db.insertInto('campaigns').values({
		id: row.id,
		shop: row.shop,
		name: row.name,
		kind: row.kind,
		status: row.status,
		created_at: row.created_at,
		changed_at: row.changed_at,
	}),
);

const changeStatus = prepared((db, { id, status, changed_at }: { id: string; status: string; changed_at: number }) =>
	db.updateTable('campaigns').set({ status, changed_at }).where('id', '=', id),
);

const waitingTexts = prepared((db, { id }: { id: string }) =>
	db
		.selectFrom('sends')
		.select(({ fn }) => fn.countAll<number>().as('texts'))
		.where('campaign_id', '=', id)
		.where('status', '=', sql.lit('scheduled')),
);

const cancelTexts = prepared((db, { id, settled_at }: { id: string; settled_at: number }) =>
	db
		.updateTable('sends')
		.set({ ...UNLEASED, status: 'cancelled', due_at: null, rule: null, rule_reason: null, gate_message: null, settled_at })
		.where('campaign_id', '=', id)
		.where('status', '=', sql.lit('scheduled')),
);
