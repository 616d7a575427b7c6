// Codes in orders.
import { lookupForm } from '../../../domain/codes/lookup-form';
import { normaliseOrderNumber } from '../../../domain/order-identity';
import { type Selectable } from '../../../vendor/kysely';
import { type CodeVerbs, type Redeemed, type RedeemFacts, type Redemption } from '../../codes';
import { type CodeRedemptionsTable } from '../../schema-codes';
import { type Db } from '../engine';
import { countedOrders } from '../people/read';
import { prepared } from '../prepared';
import { type CodeRow, findCode, storedCode, typedCode } from './read';

type Use = Parameters<CodeVerbs['redeemCode']>[0];
type Judge<Refusal> = (facts: RedeemFacts) => { readonly refusal: Refusal } | { readonly refusal?: undefined; readonly discount?: string | undefined };
type RedemptionRow = Selectable<CodeRedemptionsTable>;

const orderKey = (order: string): string => normaliseOrderNumber(order) ?? order;

export async function redeemCode<Refusal>(db: Db, use: Use, judge: Judge<Refusal>): Promise<Redeemed<Refusal>> {
	const { shop, order, orderTotal, currency, now } = use;
	const row = await typedCode(db, shop, use.typed);
	const order_key = orderKey(order);
	const [before] = row ? await redemption(db, { shop, lookup: row.lookup, order_key }) : [];
	if (row && before?.released_at === null) {
		return { redemption: redemptionOf(before, row.code), code: await storedCode(db, row), isNew: false };
	}
	const facts = await factsOf(db, shop, row, use.phone, order);
	const { refusal, discount }: { refusal?: Refusal; discount?: string | undefined } = judge(facts);
	if (refusal !== undefined) return { refusal, code: facts.code };
	if (!row) throw new Error('a code that nobody knows was about to be redeemed');
	const redeemed: RedemptionRow = {
		shop,
		lookup: row.lookup,
		order_key,
		order_name: order,
		series: row.series,
		phone: use.phone ?? row.phone,
		order_total: orderTotal ?? null,
		discount: discount ?? null,
		currency: currency ?? null,
		at: now.getTime(),
		released_at: null,
	};
	await (before ? redeemAgain : insertRedemption)(db, redeemed);
	await addUses(db, { shop, lookup: row.lookup, more: 1 });
	const code = await storedCode(db, { ...row, uses: row.uses + 1 });
	return { redemption: redemptionOf(redeemed, row.code), code, isNew: true };
}

export async function redeemFacts(
	db: Db,
	shop: string,
	typed: string,
	phone: string | undefined,
	order: string | undefined,
): Promise<RedeemFacts> {
	return await factsOf(db, shop, await typedCode(db, shop, typed), phone, order);
}

async function factsOf(
	db: Db,
	shop: string,
	row: CodeRow | undefined,
	told: string | undefined,
	order: string | undefined,
): Promise<RedeemFacts> {
	const phone = told ?? row?.phone ?? undefined;
	const code = row && (await storedCode(db, row));
	if (phone === undefined) return { code, usesByCustomer: 0 };
	const [uses] = row ? await usesBy(db, { shop, phone, lookup: row.lookup }) : [];
	const [orders] = await otherOrders(db, { shop, phone, order: order ?? '', order_key: orderKey(order ?? '') });
	return { code, usesByCustomer: Number(uses?.count ?? 0), otherOrders: Number(orders?.count ?? 0) };
}

export async function redemptionsOf(db: Db, shop: string, typed: string): Promise<Redemption[]> {
	const code = await findCode(db, shop, typed);
	if (!code) return [];
	const rows = await db
		.selectFrom('code_redemptions')
		.selectAll()
		.where('shop', '=', shop)
		.where('lookup', '=', lookupForm(typed))
		.orderBy('at')
		.orderBy('order_key')
		.execute();
	return rows.map((row) => redemptionOf(row, code.code));
}

export async function releaseRedemptions(
	db: Db,
	shop: string,
	order: string,
	typed: string | undefined,
	now: Date,
): Promise<Redemption[]> {
	const ofOrder = db
		.updateTable('code_redemptions')
		.set({ released_at: now.getTime() })
		.where('shop', '=', shop)
		.where('order_key', '=', orderKey(order))
		.where('released_at', 'is', null);
	const rows = await (typed === undefined ? ofOrder : ofOrder.where('lookup', '=', lookupForm(typed))).returningAll().execute();
	const released: Redemption[] = [];
	for (const row of rows) {
		await addUses(db, { shop, lookup: row.lookup, more: -1 });
		const code = await typedCode(db, shop, row.lookup);
		released.push(redemptionOf(row, code?.code ?? row.lookup));
	}
	return released;
}

const redemptionOf = (row: RedemptionRow, code: string): Redemption => ({
	code,
	order: row.order_name,
	phone: row.phone ?? undefined,
	orderTotal: row.order_total ?? undefined,
	discount: row.discount ?? undefined,
	currency: row.currency ?? undefined,
	at: new Date(row.at),
	releasedAt: row.released_at === null ? undefined : new Date(row.released_at),
});

const redemption = prepared((db, values: { shop: string; lookup: string; order_key: string }) =>
	db
		.selectFrom('code_redemptions')
		.selectAll()
		.where('shop', '=', values.shop)
		.where('lookup', '=', values.lookup)
		.where('order_key', '=', values.order_key),
);

const insertRedemption = prepared((db, row: RedemptionRow) =>
	db.insertInto('code_redemptions').values({
		shop: row.shop,
		lookup: row.lookup,
		order_key: row.order_key,
		order_name: row.order_name,
		series: row.series,
		phone: row.phone,
		order_total: row.order_total,
		discount: row.discount,
		currency: row.currency,
		at: row.at,
		released_at: row.released_at,
	}),
);

/** After a release. */
const redeemAgain = prepared((db, row: RedemptionRow) =>
	db
		.updateTable('code_redemptions')
		.set({
			order_name: row.order_name,
			phone: row.phone,
			order_total: row.order_total,
			discount: row.discount,
			currency: row.currency,
			at: row.at,
			released_at: row.released_at,
		})
		.where('shop', '=', row.shop)
		.where('lookup', '=', row.lookup)
		.where('order_key', '=', row.order_key),
);

const addUses = prepared((db, { shop, lookup, more }: { shop: string; lookup: string; more: number }) =>
	db
		.updateTable('codes')
		.set((eb) => ({ uses: eb('uses', '+', more) }))
		.where('shop', '=', shop)
		.where('lookup', '=', lookup),
);

const usesBy = prepared((db, values: { shop: string; phone: string; lookup: string }) =>
	db
		.selectFrom('code_redemptions')
		.select(({ fn }) => fn.countAll().as('count'))
		.where('shop', '=', values.shop)
		.where('phone', '=', values.phone)
		.where('lookup', '=', values.lookup)
		.where('released_at', 'is', null),
);

/** The order itself goes by its number or by the shop's own id. */
const otherOrders = prepared((db, values: { shop: string; phone: string; order: string; order_key: string }) =>
	countedOrders(db)
		.select(({ fn }) => fn.countAll().as('count'))
		.where('orders.shop', '=', values.shop)
		.where('orders.phone', '=', values.phone)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('order_refs')
						.select('order_refs.value')
						.whereRef('order_refs.order_id', '=', 'orders.id')
						.where('order_refs.shop', '=', values.shop)
						.where('order_refs.kind', '!=', 'tracking')
						.where('order_refs.value', 'in', [values.order, values.order_key]),
				),
			),
		),
);
