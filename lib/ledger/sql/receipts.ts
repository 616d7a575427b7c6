import { type DeliveryState, foldStatus, isDeadNumber, type PartState, priceOfParts, stateOfParts } from '../../domain/delivery';
import { type Delivery, type FoldedReceipt, type IncomingReceipt, type Price } from '../inbound';
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
	const parts = partsWith(row.parts, receipt);
	const segments = receipt.part ? (receipt.part.total ?? row.segments) : (receipt.segments ?? row.segments);
	const reported = parts ? stateOfParts(Object.values(parts), segments) : receipt;
	const { status, isFinal } = foldStatus<DeliveryState>(before, reported);
	const price = parts ? (priceOf(parts, receipt) ?? before?.price) : (receipt.price ?? before?.price);
	const isNews = before?.status !== status;
	const delivery: Delivery = isNews
		? {
				status,
				isFinal,
				at: receipt.now,
				errorCode: receipt.errorCode,
				reason: receipt.reason,
				price,
			}
		: { ...(before as Delivery), isFinal, price };
	await saveDelivery(db, {
		id: row.id,
		carrier_message_id: receipt.part ? (row.carrier_message_id ?? receipt.messageId) : receipt.messageId,
		parts: parts ? JSON.stringify(parts) : row.parts,
		segments,
		delivery_status: delivery.status,
		delivery_final: delivery.isFinal ? 1 : 0,
		delivery_code: delivery.errorCode ?? null,
		delivery_reason: delivery.reason ?? null,
		delivery_at: delivery.at.getTime(),
		price_amount: delivery.price?.amount ?? null,
		price_currency: delivery.price?.currency ?? null,
	});
	if (isNews && row.phone) await conclude(db, keyring, row.phone, { ...receipt, status }); // none: they were forgotten
	return { isNews, text: reportedText({ ...row, segments }, delivery) };
}

type Parts = Readonly<Record<string, PartState>>;

/** All that is known of the parts, this report included; undefined for a report on the whole text. */
function partsWith(known: string | null, { part, status, isFinal, price }: IncomingReceipt): Parts | undefined {
	if (!part) return undefined;
	const parts = known === null ? {} : (JSON.parse(known) as Parts);
	const before = parts[part.id];
	const next = foldStatus<PartState>(before, { status, isFinal });
	return { ...parts, [part.id]: { status: next.status, isFinal: next.isFinal, price: price?.amount ?? before?.price } };
}

function priceOf(parts: Parts, { price }: IncomingReceipt): Price | undefined {
	const amount = priceOfParts(Object.values(parts).map((part) => part.price));
	return amount === undefined ? undefined : { amount, currency: price?.currency };
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
	| 'parts'
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
			parts: values.parts,
		})
		.where('id', '=', values.id),
);
