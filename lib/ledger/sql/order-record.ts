import { normaliseOrderNumber, normaliseTracking } from '../../domain/order-identity';
import { type Stage, type TextedStage } from '../../domain/stages';
import { type OrderRecord } from '../ledger';
import { type OutboxStatus } from '../outbox';
import { type Db } from './engine';
import { deliveryOf } from './texts';
import { detailsOf, type OrderRow, parcelDetailsOf } from './orders';

/** How many orders of one number are shown: each shop system on a ledger may have its own 1001. */
const MOST_ORDERS = 10;

export async function findOrders(db: Db, shop: string, numberOrTracking: string): Promise<OrderRecord[]> {
	const names = [normaliseOrderNumber(numberOrTracking), normaliseTracking(numberOrTracking)].filter(
		(name) => name !== undefined,
	);
	const orders = await db
		.selectFrom('orders')
		.selectAll()
		.where('shop', '=', shop)
		.where('id', 'in', (eb) =>
			eb
				.selectFrom('order_refs')
				.select('order_id')
				.where('shop', '=', shop)
				.where('kind', 'in', ['number', 'tracking'])
				.where('value', 'in', names),
		)
		.orderBy('created_at', 'desc')
		.limit(MOST_ORDERS)
		.execute();
	return Promise.all(orders.map((order) => readRecord(db, order)));
}

async function readRecord(db: Db, order: OrderRow): Promise<OrderRecord> {
	const parcels = await db.selectFrom('parcels').selectAll().where('order_id', '=', order.id).execute();
	const stages = await db
		.selectFrom('order_stages')
		.selectAll()
		.where('order_id', '=', order.id)
		.orderBy('seen_at')
		.execute();
	const texts = await db
		.selectFrom('sends')
		.selectAll()
		.where('order_id', '=', order.id)
		.orderBy('claimed_at')
		.execute();
	return {
		details: detailsOf(order),
		firstSeen: new Date(order.created_at),
		parcels: parcels.map(parcelDetailsOf),
		stages: stages.map((row) => ({
			parcel: row.parcel,
			stage: row.stage as Stage,
			at: new Date(row.occurred_at ?? row.seen_at),
		})),
		texts: texts.map((row) => ({
			parcel: row.parcel ?? '',
			stage: row.stage as TextedStage,
			status: row.status as OutboxStatus,
			at: new Date(row.settled_at ?? row.claimed_at),
			to: row.phone,
			text: row.text,
			segments: row.segments,
			carrier: row.carrier,
			carrierMessageId: row.carrier_message_id,
			error: row.error_message,
			delivery: deliveryOf(row),
		})),
	};
}
