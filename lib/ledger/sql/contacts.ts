// What stands against texting a phone, or for it.
import { type FailureReason } from '../../domain/delivery';
import { type Db } from './engine';
import { prepared } from './prepared';

/** The shop key under which opt-outs stand that a carrier enforces: they hold for every shop. */
export const EVERY_SHOP = '';

type NewOptOut = { shop: string; phone: string; origin: 'carrier' | 'reply' | 'operator'; at: number };

/** The first one counts: who says STOP twice has opted out since the first time. */
export const insertOptOut = prepared((db, { shop, phone, origin, at }: NewOptOut) =>
	db
		.insertInto('opt_outs')
		.values({ shop, phone, origin, at })
		.onConflict((conflict) => conflict.doNothing()),
);

export const deleteOptOut = prepared((db, { shop, phone }: { shop: string; phone: string }) =>
	db.deleteFrom('opt_outs').where('shop', '=', shop).where('phone', '=', phone),
);

export const insertOrderOptOut = prepared(
	(db, { order_id, phone, at }: { order_id: string; phone: string; at: number }) =>
		db
			.insertInto('order_opt_outs')
			.values({ order_id, phone, at })
			.onConflict((conflict) => conflict.doNothing()),
);

export const deleteOrderOptOuts = prepared((db, { phone, shop }: { phone: string; shop: string }) =>
	db
		.deleteFrom('order_opt_outs')
		.where('phone', '=', phone)
		.where('order_id', 'in', (eb) => eb.selectFrom('orders').select('id').where('shop', '=', shop)),
);

export async function markDead(
	db: Db,
	phone: string,
	dead: { reason: FailureReason; carrier: string; carrierCode: string | undefined },
	now: Date,
): Promise<void> {
	await db
		.insertInto('dead_numbers')
		.values({
			phone,
			reason: dead.reason,
			carrier: dead.carrier,
			carrier_code: dead.carrierCode ?? null,
			at: now.getTime(),
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Something has reached the phone, or come from it. */
export const clearDead = prepared((db, { phone }: { phone: string }) =>
	db.deleteFrom('dead_numbers').where('phone', '=', phone),
);

/** Of these subjects those that were forgotten: when, and whether an opt-out of theirs is in force. */
export async function suppressionsOf(
	db: Db,
	subjects: readonly string[],
): Promise<ReadonlyMap<string, { readonly at: number; readonly optedOut: boolean }>> {
	if (subjects.length === 0) return new Map();
	const rows = await db
		.selectFrom('suppressions')
		.select(['subject', 'at', 'opt_out_origin'])
		.where('subject', 'in', subjects)
		.execute();
	return new Map(rows.map(({ subject, at, opt_out_origin }) => [subject, { at, optedOut: opt_out_origin !== null }]));
}
