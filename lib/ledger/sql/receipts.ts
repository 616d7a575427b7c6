import { type DeliveryState, foldStatus, isDeadNumber } from '../../domain/delivery';
import { type Delivery, type FoldedReceipt, type IncomingReceipt } from '../inbound';
import { type SendsTable } from '../schema';
import { type Keyring } from '../keyring';
import { optOutByCarrier } from './consent/entries';
import { clearDead, markDead } from './contacts';
import { type Db } from './engine';
import { prepared } from './prepared';
import { NO_ERROR, OUT_OF_THE_OUTBOX } from './sends';
import { deliveryOf, reportedText, textOf } from './texts';

export async function recordReceipt(db: Db, keyring: Keyring, receipt: IncomingReceipt): Promise<FoldedReceipt> {
	const row = await textOf(db, receipt);
	if (!row) return { isNews: true };
	const before = deliveryOf(row);
	const { status, isFinal } = foldStatus<DeliveryState>(before, receipt);
	const isNews = before?.status !== status;
	const delivery: Delivery = isNews
		? {
				status,
				isFinal,
				at: receipt.now,
				errorCode: receipt.errorCode,
				reason: receipt.reason,
				price: receipt.price ?? before?.price,
			}
		: { ...(before as Delivery), isFinal, price: receipt.price ?? before?.price };
	const segments = receipt.segments ?? row.segments;
	await saveDelivery(db, {
		id: row.id,
		carrier_message_id: receipt.messageId,
		segments,
		delivery_status: delivery.status,
		delivery_final: delivery.isFinal ? 1 : 0,
		delivery_code: delivery.errorCode ?? null,
		delivery_reason: delivery.reason ?? null,
		delivery_at: delivery.at.getTime(),
		price_amount: delivery.price?.amount ?? null,
		price_currency: delivery.price?.currency ?? null,
	});
	if (isNews && row.phone) await conclude(db, keyring, row.phone, receipt); // none: they were forgotten
	return { isNews, text: reportedText({ ...row, segments }, delivery) };
}

/** What the report says of the number itself. */
async function conclude(db: Db, keyring: Keyring, phone: string, receipt: IncomingReceipt) {
	const { shop, status, reason, carrier, messageId, errorCode, now } = receipt;
	if (status === 'delivered') await clearDead(db, { phone });
	else if (reason === 'opted_out')
		await optOutByCarrier(db, keyring, { shop, now }, phone, { carrier, messageId });
	else if (reason && isDeadNumber(reason)) await markDead(db, phone, { reason, carrier, carrierCode: errorCode }, now);
}

type NewDelivery = Pick<
	SendsTable,
	| 'id'
	| 'carrier_message_id'
	| 'segments'
	| 'delivery_status'
	| 'delivery_final'
	| 'delivery_code'
	| 'delivery_reason'
	| 'delivery_at'
	| 'price_amount'
	| 'price_currency'
>;

/** Whatever a carrier reports, it has taken the text. */
const saveDelivery = prepared((db, values: NewDelivery) =>
	db
		.updateTable('sends')
		.set({
			status: 'accepted',
			...NO_ERROR,
			...OUT_OF_THE_OUTBOX,
			carrier_message_id: values.carrier_message_id,
			segments: values.segments,
			delivery_status: values.delivery_status,
			delivery_final: values.delivery_final,
			delivery_code: values.delivery_code,
			delivery_reason: values.delivery_reason,
			delivery_at: values.delivery_at,
			price_amount: values.price_amount,
			price_currency: values.price_currency,
		})
		.where('id', '=', values.id),
);
