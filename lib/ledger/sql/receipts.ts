import {
	type DeliveryState,
	type DeliveryStatus,
	type FailureReason,
	foldStatus,
	isDeadNumber,
} from '../../domain/delivery';
import { type TextedStage } from '../../domain/stages';
import { type Selectable } from '../../vendor/kysely';
import { type Delivery, type FoldedReceipt, type IncomingReceipt, type ReportedText } from '../inbound';
import { type OrdersTable, type SendsTable } from '../schema';
import { clearDead, EVERY_SHOP, insertOptOut, markDead } from './contacts';
import { type Db } from './engine';
import { prepared } from './prepared';

export async function recordReceipt(db: Db, receipt: IncomingReceipt): Promise<FoldedReceipt> {
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
	if (isNews) await conclude(db, row.phone, receipt);
	return { isNews, text: reportedText({ ...row, segments }, delivery) };
}

/** What the report says of the number itself. */
async function conclude(db: Db, phone: string, { status, reason, carrier, errorCode, now }: IncomingReceipt) {
	if (status === 'delivered') await clearDead(db, { phone });
	else if (reason === 'opted_out')
		await insertOptOut(db, { shop: EVERY_SHOP, phone, origin: 'carrier', at: now.getTime() });
	else if (reason && isDeadNumber(reason)) await markDead(db, phone, { reason, carrier, carrierCode: errorCode }, now);
}

type TextRow = Selectable<SendsTable> & { order_number: OrdersTable['number'] };

/** By our own id where the URL of the report has it, else by the carrier's. */
async function textOf(db: Db, { shop, carrier, messageId, sendId }: IncomingReceipt): Promise<TextRow | undefined> {
	const own = sendId ? (await textById(db, { shop, carrier, id: sendId }))[0] : undefined;
	// another id than the one the carrier gave means another text, whatever the URL says
	if (own && (own.carrier_message_id === null || own.carrier_message_id === messageId)) return own;
	return (await textByMessage(db, { shop, carrier, messageId }))[0];
}

const texts = (db: Db) =>
	db
		.selectFrom('sends')
		.leftJoin('orders', 'orders.id', 'sends.order_id')
		.selectAll('sends')
		.select('orders.number as order_number');

const textById = prepared((db, { shop, carrier, id }: { shop: string; carrier: string; id: string }) =>
	texts(db).where('sends.id', '=', id).where('sends.shop', '=', shop).where('sends.carrier', '=', carrier),
);

const textByMessage = prepared((db, values: { shop: string; carrier: string; messageId: string }) =>
	texts(db)
		.where('sends.carrier', '=', values.carrier)
		.where('sends.carrier_message_id', '=', values.messageId)
		.where('sends.shop', '=', values.shop),
);

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

/** How the delivery of a text stands; undefined while nothing was reported. */
export function deliveryOf(row: Selectable<SendsTable>): Delivery | undefined {
	if (row.delivery_status === null) return undefined;
	const { price_amount: amount, price_currency: currency } = row;
	return {
		status: row.delivery_status as DeliveryStatus,
		isFinal: row.delivery_final === 1,
		at: new Date(row.delivery_at ?? 0),
		errorCode: row.delivery_code ?? undefined,
		reason: (row.delivery_reason as FailureReason | null) ?? undefined,
		price: amount === null ? undefined : { amount, currency: currency ?? undefined },
	};
}

const reportedText = (row: TextRow, delivery: Delivery): ReportedText => ({
	sendId: row.id,
	orderNumber: row.order_number ?? undefined,
	parcel: row.parcel || undefined,
	stage: (row.stage as TextedStage | null) ?? undefined,
	purpose: row.purpose,
	answer: row.answer ?? undefined,
	to: row.phone,
	text: row.text,
	language: row.language,
	segments: row.segments,
	carrier: row.carrier,
	sender: row.sender,
	sentAt: new Date(row.claimed_at),
	delivery,
});
