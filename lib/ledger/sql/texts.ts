// Our texts as they stand in the message log.
import { type DeliveryStatus, type FailureReason } from '../../domain/delivery';
import { type TextedStage } from '../../domain/stages';
import { type Selectable } from '../../vendor/kysely';
import { type Delivery, type IncomingReceipt } from '../inbound';
import { type OrdersTable, type SendsTable } from '../schema';
import { type Db } from './engine';
import { prepared } from './prepared';

export type TextRow = Selectable<SendsTable> & { order_number: OrdersTable['number'] };

/**
 * By the carrier's id; where no text has it yet, or it is that of a further part, by our own in the report. The carrier's comes first,
 * because not every carrier signs the URL.
 */
export async function textOf(
	db: Db,
	{ shop, carrier, messageId, sendId, part }: IncomingReceipt,
): Promise<TextRow | undefined> {
	const [named] = await textByMessage(db, { shop, carrier, messageId });
	if (named || !sendId) return named;
	const [own] = await textById(db, { shop, id: sendId });
	return own?.carrier === carrier && (own.carrier_message_id === null || part) ? own : undefined;
}

const texts = (db: Db) =>
	db
		.selectFrom('sends')
		.leftJoin('orders', 'orders.id', 'sends.order_id')
		.selectAll('sends')
		.select('orders.number as order_number');

export const textById = prepared((db, { shop, id }: { shop: string; id: string }) =>
	texts(db).where('sends.id', '=', id).where('sends.shop', '=', shop),
);

const textByMessage = prepared((db, values: { shop: string; carrier: string; messageId: string }) =>
	texts(db)
		.where('sends.carrier', '=', values.carrier)
		.where('sends.carrier_message_id', '=', values.messageId)
		.where('sends.shop', '=', values.shop),
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

export const reportedText = <D extends Delivery | undefined>(row: TextRow, delivery: D) => ({
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
	tries: row.tries,
	delivery,
});
