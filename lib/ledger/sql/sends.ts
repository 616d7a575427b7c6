import { type SendOutcome, type SendProposal, type Sighting } from '../ledger';
import { type Db } from './engine';
import { EVERY_SHOP } from './history';

/**
 * Writes the claim. The row of an earlier try that was not sent is taken over under the new id, so that a late word of the
 * old try cannot settle it.
 */
export async function insertClaim(
	db: Db,
	sighting: Sighting,
	orderId: string | null,
	proposal: SendProposal,
): Promise<void> {
	const { sendId, stage, to, ...message } = proposal;
	const row = {
		...message,
		id: sendId,
		order_id: orderId,
		parcel: orderId && sighting.parcel,
		stage,
		phone: to,
		status: 'sending',
		claimed_at: sighting.now.getTime(),
		settled_at: null,
	};
	const dedupeKey = orderId ? `${orderId}/${sighting.parcel}/${stage}` : `test/${sendId}`;
	await db
		.insertInto('sends')
		.values({ ...row, shop: sighting.shop, dedupe_key: dedupeKey, tries: 1 })
		.onConflict((conflict) =>
			conflict.columns(['shop', 'dedupe_key']).doUpdateSet((eb) => ({ ...row, tries: eb('sends.tries', '+', 1) })),
		)
		.execute();
}

/** A carrier's acceptance is never taken back by a later word. */
export async function settleSend(db: Db, sendId: string, outcome: SendOutcome, now: Date): Promise<void> {
	const settled = { status: outcome.status, settled_at: now.getTime() };
	if (outcome.status === 'accepted') {
		const { carrierMessageId, segments } = outcome;
		await db
			.updateTable('sends')
			.set({ ...settled, carrier_message_id: carrierMessageId, ...(segments ? { segments } : {}) })
			.where('id', '=', sendId)
			.execute();
		return;
	}
	const { errorCode, carrierCode, message } = outcome;
	const row = await db
		.updateTable('sends')
		.set({ ...settled, error_code: errorCode, carrier_code: carrierCode ?? null, error_message: message })
		.where('id', '=', sendId)
		.where('status', '!=', 'accepted')
		.returning('phone')
		.executeTakeFirst();
	if (row && errorCode === 'recipient-opted-out') {
		await db
			.insertInto('opt_outs')
			.values({ shop: EVERY_SHOP, phone: row.phone, origin: 'carrier', at: now.getTime() })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
}
