// The moment at which a text leaves the outbox, or goes back to it.
import { sql } from '../../../vendor/kysely';
import { type Keyring } from '../../keyring';
import { type DueDecision, type DueFacts, type PromotionFacts } from '../../outbox';
import { type Stage } from '../../../domain/stages';
import { type Db } from '../engine';
import { historyOf } from '../history';
import { prepared } from '../prepared';
import { NO_ERROR, OF_ITS_OWN_CARRIER, UNLEASED } from '../sends';
import { promotionFacts } from './facts';

export async function claimDue(
	db: Db,
	keyring: Keyring,
	{ sendId, leaseId }: { readonly sendId: string; readonly leaseId: string },
	decide: (due: DueFacts) => DueDecision,
	now: Date,
): Promise<DueDecision | 'lost'> {
	const [row] = await leasedText(db, { id: sendId, lease: leaseId, now: now.getTime() });
	if (!row) return 'lost';
	const decision = decide(await factsOf(db, keyring, row, now));
	if (decision.action === 'send') await markSending(db, { id: sendId, claimed_at: now.getTime() });
	else if (decision.action === 'wait') {
		const { until, rule, reason } = decision;
		await putOff(db, { id: sendId, due_at: until.getTime(), rule, rule_reason: reason });
	} else await drop(db, { id: sendId, rule: decision.rule, rule_reason: decision.reason, settled_at: now.getTime() });
	return decision;
}

interface DueRow {
	readonly shop: string;
	readonly phone: string;
	readonly purpose: string;
	readonly order_id: string | null;
	readonly parcel: string | null;
	readonly stage: string | null;
}

async function factsOf(db: Db, keyring: Keyring, { shop, phone, purpose, order_id, parcel, stage }: DueRow, now: Date): Promise<DueFacts> {
	if (purpose !== 'transactional') {
		const [facts] = await promotionFacts(db, keyring, shop, [phone], now);
		return { kind: 'promotion', facts: facts as PromotionFacts };
	}
	const about = { shop, parcel: parcel ?? '', stage: stage as Stage | null, now };
	// without the earlier text about the stage: that is this one
	const { seen, optOut, orderOptOutAt, dead } = await historyOf(db, keyring, about, order_id ? [order_id] : [], phone);
	return { kind: 'order', facts: { seen, optOut, orderOptOutAt, dead } };
}

const leasedText = prepared((db, { id, lease, now }: { id: string; lease: string; now: number }) =>
	db
		.selectFrom('sends')
		.leftJoin('campaigns', 'campaigns.id', 'sends.campaign_id')
		.select(['sends.shop', 'sends.phone', 'sends.purpose', 'sends.order_id', 'sends.parcel', 'sends.stage'])
		.where('sends.id', '=', id)
		.where('sends.lease', '=', lease)
		.where('sends.lease_until', '>', now)
		.where('sends.status', '=', 'scheduled')
		.where((eb) => eb.or([eb('sends.campaign_id', 'is', null), eb('campaigns.status', '=', 'running')])),
);

/** It stays on its lease until it is settled. */
const markSending = prepared((db, { id, claimed_at }: { id: string; claimed_at: number }) =>
	db
		.updateTable('sends')
		.set((eb) => ({
			status: 'sending',
			claimed_at,
			tries: eb('tries', '+', 1),
			due_at: null,
			rule: null,
			rule_reason: null,
		}))
		.where('id', '=', id),
);

type Objection = { id: string; rule: string; rule_reason: string };

const putOff = prepared((db, { id, due_at, rule, rule_reason }: Objection & { due_at: number }) =>
	db.updateTable('sends').set({ ...UNLEASED, due_at, rule, rule_reason }).where('id', '=', id),
);

const drop = prepared((db, { id, rule, rule_reason, settled_at }: Objection & { settled_at: number }) =>
	db
		.updateTable('sends')
		.set({ ...UNLEASED, status: 'skipped', due_at: null, gate_message: null, rule, rule_reason, settled_at })
		.where('id', '=', id),
);

export async function postponeSend(db: Db, sendId: string, until: Date, reason: string, now: Date): Promise<void> {
	await backToOutbox(db, { id: sendId, from: 'sending', due_at: until.getTime(), rule_reason: reason, now: now.getTime() });
}

/**
 * A text that provably has not left, or is to leave once more. Its campaign may have been cancelled in the meantime, or its person
 * forgotten: then it does not wait again.
 */
export const backToOutbox = prepared(
	(db, values: { id: string; from: string; due_at: number; rule_reason: string | null; now: number }) =>
		db
			.updateTable('sends')
			.set((eb) => ({
				...UNLEASED,
				...NO_ERROR,
				...OF_ITS_OWN_CARRIER,
				carrier: eb.fn.coalesce('first_carrier', 'carrier'),
				sender: eb.fn.coalesce('first_sender', 'sender'),
				status: eb
					.case()
					.when('phone', '=', sql.lit(''))
					.then('cancelled')
					.when('campaign_id', 'in', eb.selectFrom('campaigns').select('campaigns.id').where('campaigns.status', '=', 'cancelled'))
					.then('cancelled')
					.else('scheduled')
					.end(),
				due_at: values.due_at,
				rule: null,
				rule_reason: values.rule_reason,
				claimed_at: values.now,
				settled_at: null,
			}))
			.where('id', '=', values.id)
			.where('status', '=', values.from),
);
