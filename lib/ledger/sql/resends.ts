import { isTextedStage } from '../../domain/stages';
import { type ResendRequest, type UndeliveredText } from '../inbound';
import { type Keyring } from '../keyring';
import { type SendStatus } from '../ledger';
import { type Db } from './engine';
import { historyOf } from './history';
import { OF_ITS_OWN_CARRIER, OUT_OF_THE_OUTBOX } from './sends';
import { deliveryOf, reportedText, textById } from './texts';

export async function claimResend(
	db: Db,
	keyring: Keyring,
	{ shop, sendId, newSendId, now, carrier, sender }: ResendRequest,
	agree: (found: UndeliveredText | undefined) => boolean,
): Promise<void> {
	const found = await undeliveredText(db, keyring, shop, sendId, now);
	if (!agree(found) || !found) return;
	await db
		.updateTable('sends')
		.set((eb) => ({
			...OUT_OF_THE_OUTBOX,
			...OF_ITS_OWN_CARRIER,
			id: newSendId,
			carrier,
			sender,
			status: 'sending',
			tries: eb('tries', '+', 1),
			claimed_at: now.getTime(),
			settled_at: null,
			carrier_message_id: null,
			error_code: null,
			carrier_code: null,
			error_message: null,
			delivery_status: null,
			delivery_final: null,
			delivery_code: null,
			delivery_reason: null,
			delivery_at: null,
			parts: null,
		}))
		.where('id', '=', sendId)
		.execute();
}

/** Undefined for what is no text about an order, or was to somebody who was forgotten. */
async function undeliveredText(
	db: Db,
	keyring: Keyring,
	shop: string,
	id: string,
	now: Date,
): Promise<UndeliveredText | undefined> {
	const [row] = await textById(db, { shop, id });
	if (!row?.order_id || !row.phone || !isTextedStage(row.stage)) return undefined;
	const { stage, order_id: orderId, phone } = row;
	const about = { shop, parcel: row.parcel ?? '', stage, now };
	// without the earlier text about the stage: that is this one
	const { seen, optOut, orderOptOutAt, dead } = await historyOf(db, keyring, about, [orderId], phone);
	const facts = { seen, optOut, orderOptOutAt, dead };
	return { ...reportedText(row, deliveryOf(row)), picture: row.picture ?? undefined, stage, status: row.status as SendStatus, facts };
}
