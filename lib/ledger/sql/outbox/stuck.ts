// Texts of which nobody knows whether they left.
import { sql } from '../../../vendor/kysely';
import { type LeaseWish, type OutboxVerbs, type StuckText } from '../../outbox';
import { type Db } from '../engine';
import { prepared } from '../prepared';
import { backToOutbox } from './claim';
import { type LeaseValues } from './lease';
import { outboxRows, outboxText } from './texts';

/** A carrier is asked what left at about the time of the claim: texts from long before cannot be mistaken for it. */
const OTHERS_SINCE_MS = 24 * 60 * 60 * 1000;

export async function leaseStuck(
	db: Db,
	{ shop, carrier, now, leaseId, until, limit, claimedBefore }: Omit<LeaseWish, 'campaignId'> & { readonly claimedBefore: Date },
): Promise<StuckText[]> {
	const times = { now: now.getTime(), until: until.getTime(), before: claimedBefore.getTime() };
	await takeStuck(db, { shop, carrier, lease: leaseId, limit, ...times });
	const texts: StuckText[] = [];
	for (const row of await stuckUnder(db, { lease: leaseId })) {
		const others = await otherIds(db, { id: row.id, shop, carrier, phone: row.phone, since: row.claimed_at - OTHERS_SINCE_MS });
		texts.push({
			...outboxText(row),
			status: row.status as StuckText['status'],
			wasShown: row.shown_at !== null,
			otherIds: others.flatMap(({ carrier_message_id: id }) => id ?? []),
		});
	}
	return texts;
}

/** The statuses stand as they are, so that the engine sees that its partial index fits. */
const takeStuck = prepared((db, values: LeaseValues & { before: number }) => {
	const stuck = db
		.selectFrom('sends')
		.select('id')
		.where('shop', '=', values.shop)
		.where('carrier', '=', values.carrier)
		.where(sql<boolean>`status in ('sending', 'unknown')`)
		.where((eb) => eb.or([eb('status', '=', 'unknown'), eb('claimed_at', '<', values.before)]))
		.where((eb) => eb.or([eb('check_again_at', 'is', null), eb('check_again_at', '<=', values.now)]))
		.where((eb) => eb.or([eb('lease', 'is', null), eb('lease_until', '<=', values.now)]))
		.where('purpose', 'not in', ['opt-in', 'verification'])
		.where('phone', '!=', '') // of somebody who was forgotten
		.orderBy('claimed_at')
		.limit(values.limit);
	return db.updateTable('sends').set({ lease: values.lease, lease_until: values.until }).where('id', 'in', stuck);
});

const stuckUnder = prepared((db, { lease }: { lease: string }) =>
	outboxRows(db).where('sends.lease', '=', lease).orderBy('sends.claimed_at'),
);

const otherIds = prepared(
	(db, { id, shop, carrier, phone, since }: { id: string; shop: string; carrier: string; phone: string; since: number }) =>
		db
			.selectFrom('sends')
			.select('carrier_message_id')
			.where('shop', '=', shop)
			.where('phone', '=', phone)
			.where('claimed_at', '>=', since)
			.where('carrier', '=', carrier)
			.where('carrier_message_id', 'is not', null)
			.where('id', '!=', id),
);

/** A text that was settled in between, or taken by somebody else, is left alone. */
export async function resolveStuck(
	db: Db,
	{ sendId, leaseId }: Parameters<OutboxVerbs['resolveStuck']>[0],
	what: Parameters<OutboxVerbs['resolveStuck']>[1],
	now: Date,
): Promise<void> {
	const [row] = await stuckText(db, { id: sendId, lease: leaseId });
	if (!row) return;
	if (what.action === 'hold') {
		const shown_at = row.shown_at ?? (what.isShown ? now.getTime() : null);
		// nothing sends it any more: from now on it is not on its way, in reports and for whoever plans it again
		const status = shown_at === null ? row.status : 'unknown';
		await hold(db, { id: sendId, status, check_again_at: what.checkAgainAt.getTime(), shown_at });
	} else if (row.gate_message !== null) {
		await backToOutbox(db, { id: sendId, from: row.status, due_at: now.getTime(), rule_reason: null, now: now.getTime() });
	} else await markFailed(db, { id: sendId, settled_at: now.getTime() });
}

const stuckText = prepared((db, { id, lease }: { id: string; lease: string }) =>
	db
		.selectFrom('sends')
		.select(['status', 'gate_message', 'shown_at'])
		.where('id', '=', id)
		.where('lease', '=', lease)
		.where('status', 'in', ['sending', 'unknown']),
);

const hold = prepared((db, held: { id: string; status: string; check_again_at: number; shown_at: number | null }) =>
	db
		.updateTable('sends')
		.set({ lease: null, lease_until: null, status: held.status, check_again_at: held.check_again_at, shown_at: held.shown_at })
		.where('id', '=', held.id),
);

/** Without a message for the gate it can only be sent by whatever sent it first. */
const markFailed = prepared((db, { id, settled_at }: { id: string; settled_at: number }) =>
	db.updateTable('sends').set({ lease: null, lease_until: null, status: 'failed', settled_at }).where('id', '=', id),
);
