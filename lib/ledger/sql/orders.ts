import { type OrderRef } from '../../domain/order-identity';
import { type Selectable } from '../../vendor/kysely';
import { type OrderDetails, type OrderFacts, type Sighting } from '../ledger';
import { type OrdersTable } from '../schema';
import { type Db } from './engine';
import { historyOf } from './history';

/** The order's id is null for an event without refs, which is not remembered. The facts are those from before the event. */
export async function rememberEvent(
	db: Db,
	sighting: Sighting,
): Promise<{ orderId: string | null; facts: OrderFacts }> {
	if (sighting.refs.length === 0) return { orderId: null, facts: await factsOf(db, sighting, []) };
	const { orders, refs } = await matchingOrders(db, sighting);
	const facts = await factsOf(db, sighting, orders);
	const known = orders[0];
	const orderId = known?.id ?? sighting.newOrderId;
	const row = { ...toRow(facts.details), updated_at: sighting.now.getTime() };
	if (!known) {
		const { shop } = sighting;
		await db
			.insertInto('orders')
			.values({ ...row, id: orderId, shop, created_at: row.updated_at })
			.execute();
	} else if (
		Object.entries(toRow(facts.details)).some(([column, value]) => known[column as keyof OrdersTable] !== value)
	) {
		await db.updateTable('orders').set(row).where('id', '=', orderId).execute();
	}
	const newRefs = sighting.refs.filter((ref) => !refs.some((existing) => isSameRef(existing, ref)));
	if (newRefs.length > 0) {
		await db
			.insertInto('order_refs')
			.values(
				newRefs.map(({ kind, value, source }) => ({ shop: sighting.shop, kind, value, source, order_id: orderId })),
			)
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
	await rememberParcel(db, orderId, sighting);
	return { orderId, facts };
}

async function rememberParcel(db: Db, orderId: string, { parcel, parcelDetails, stage, occurredAt, now }: Sighting) {
	const columns = {
		tracking_number: parcelDetails.trackingNumber,
		tracking_url: parcelDetails.trackingUrl,
		tracking_company: parcelDetails.trackingCompany,
		eta: parcelDetails.eta,
	};
	const said = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
	if (Object.keys(said).length > 0) {
		const nothing = { tracking_number: null, tracking_url: null, tracking_company: null, eta: null };
		await db
			.insertInto('parcels')
			.values({ ...nothing, ...said, order_id: orderId, parcel })
			.onConflict((conflict) => conflict.columns(['order_id', 'parcel']).doUpdateSet(said))
			.execute();
	}
	if (stage !== null) {
		await db
			.insertInto('order_stages')
			.values({ order_id: orderId, parcel, stage, occurred_at: occurredAt ?? null, seen_at: now.getTime() })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
}

export async function lookUpEvent(db: Db, sighting: Sighting): Promise<OrderFacts> {
	const { orders } = sighting.refs.length === 0 ? { orders: [] } : await matchingOrders(db, sighting);
	return factsOf(db, sighting, orders);
}

export type OrderRow = Selectable<OrdersTable>;

/**
 * The orders that a sighting is about, the best match first. Numbers are unique within one shop system only: a shop's event
 * matches its own numbers and those that only trackers have mentioned; a tracker's number counts when one order has it.
 */
async function matchingOrders(db: Db, sighting: Sighting): Promise<{ orders: OrderRow[]; refs: OrderRef[] }> {
	const rows = await db
		.selectFrom('order_refs')
		.innerJoin('orders', 'orders.id', 'order_refs.order_id')
		.selectAll('orders')
		.select(['order_refs.kind', 'order_refs.value', 'order_refs.source'])
		.where('order_refs.shop', '=', sighting.shop)
		.where(
			'order_refs.value',
			'in',
			sighting.refs.map(({ value }) => value),
		)
		.execute();
	const ownSources = new Set(sighting.refs.map(({ source }) => source));
	const isForeign = (row: (typeof rows)[number]) =>
		sighting.fromShop && row.source !== '' && !ownSources.has(row.source);
	const isMeant = (row: (typeof rows)[number]) =>
		sighting.refs.some(({ kind, value }) => kind === row.kind && value === row.value);
	const candidates = rows.filter((row) => isMeant(row) && !isForeign(row));
	const byNumber = new Set(candidates.filter(({ kind }) => kind === 'number').map(({ id }) => id));
	const isAmbiguous = !sighting.fromShop && byNumber.size > 1;
	const matches = candidates
		.filter(({ kind }) => !(isAmbiguous && kind === 'number'))
		.sort((a, b) => REF_RANK.indexOf(a.kind) - REF_RANK.indexOf(b.kind));
	const orders = [...new Map(matches.map((row) => [row.id, row])).values()];
	return { orders, refs: candidates.map(({ kind, value, source }) => ({ kind, value, source }) as OrderRef) };
}

const REF_RANK = ['id', 'number', 'tracking'];

const isSameRef = (a: OrderRef, b: OrderRef) => a.kind === b.kind && a.value === b.value && a.source === b.source;

async function factsOf(db: Db, sighting: Sighting, orders: readonly OrderRow[]): Promise<OrderFacts> {
	const details = merge(orders[0], sighting);
	const orderIds = orders.map(({ id }) => id);
	return { details, ...(await historyOf(db, sighting, orderIds, details.phone)) };
}

/** A shop's words replace older ones; a tracker's only fill gaps. */
function merge(known: OrderRow | undefined, { fromShop, details }: Sighting): OrderDetails {
	if (!known) return details;
	const said = withoutGaps(details);
	const remembered = detailsOf(known);
	return fromShop ? { ...remembered, ...said } : { ...said, ...remembered };
}

const withoutGaps = (details: OrderDetails): OrderDetails =>
	Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));

const DETAIL_COLUMNS = [
	['number', 'number'],
	['phone', 'phone'],
	['firstName', 'first_name'],
	['country', 'country'],
	['language', 'language'],
	['total', 'total'],
	['currency', 'currency'],
	['orderUrl', 'order_url'],
	['items', 'items'],
] as const satisfies ReadonlyArray<readonly [keyof OrderDetails, keyof OrdersTable]>;

type DetailRow = Pick<OrdersTable, (typeof DETAIL_COLUMNS)[number][1]>;

export const detailsOf = (row: DetailRow): OrderDetails =>
	Object.fromEntries(DETAIL_COLUMNS.flatMap(([name, column]) => (row[column] === null ? [] : [[name, row[column]]])));

const toRow = (details: OrderDetails) =>
	Object.fromEntries(DETAIL_COLUMNS.map(([name, column]) => [column, details[name] ?? null])) as unknown as DetailRow;
