// What stands against texting a phone, or for it.
import { type FailureReason } from '../../domain/delivery';
import { type OptOut } from '../ledger';
import { type Db } from './engine';
import { memberNames, members, prepared, preparedBy } from './prepared';

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

/** Somebody who was forgotten. */
export interface Suppression {
	readonly shop: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Their opt-out, which has outlived the erasure; undefined when they had not opted out. */
	readonly optOut?: OptOut | undefined;
}

/** Of these subjects those that were forgotten. */
export async function suppressionsOf(db: Db, subjects: readonly string[]): Promise<ReadonlyMap<string, Suppression>> {
	if (subjects.length === 0) return new Map();
	const rows = await suppressionsBySubject(subjects.length, db, members('subject', subjects));
	return new Map(
		rows.map(({ subject, shop, at, opt_out_origin: origin, opted_out_at }) => {
			const optOut = origin === null ? undefined : { origin: origin as OptOut['origin'], at: new Date(opted_out_at ?? at) };
			return [subject, { shop, at, optOut }];
		}),
	);
}

const suppressionsBySubject = preparedBy(
	(count: number) => (db, values: Record<string, string>) =>
		db
			.selectFrom('suppressions')
			.selectAll()
			.where(
				'subject',
				'in',
				memberNames('subject', count).map((name) => values[name] as string),
			),
);
