import { meantParcel, type OrderRef } from '../../domain/order-identity';
import { type Selectable } from '../../vendor/kysely';
import { type Keyring } from '../keyring';
import { type OrderDetails, type OrderFacts, type Sighting } from '../ledger';
import { type OrderRefsTable, type OrdersTable, type OrderStagesTable, type ParcelsTable } from '../schema';
import { suppressionsOf } from './contacts';
import { type Db } from './engine';
import { historyOf } from './history';
import { savePerson } from './people/save';
import { memberNames, members, prepared, preparedBy } from './prepared';

/** What an event was found to be about. The facts are those from before the event. */
export interface FoundEvent {
	/** Null for an event that was not remembered. */
	readonly orderId: string | null;
	/** The parcel's key, WHOLE_ORDER where it is about none or about an unknown one. */
	readonly parcel: string;
	readonly facts: OrderFacts;
}

/** An event without refs is not remembered. */
export async function rememberEvent(db: Db, keyring: Keyring, sighting: Sighting): Promise<FoundEvent> {
	if (sighting.refs.length === 0) return lookUpEvent(db, keyring, sighting);
	const { orders, refs } = await matchingOrders(db, sighting);
	const { parcel, facts } = await factsOf(db, keyring, sighting, orders);
	const known = orders[0];
	const orderId = known?.id ?? sighting.newOrderId;
	const source = sighting.source || (known?.source ?? '');
	const row = { ...toRow(facts.details), id: orderId, source, updated_at: sighting.now.getTime() };
	const isNewStage = sighting.stage !== null && !facts.seen.some(({ stage }) => stage === sighting.stage);
	if (!known) await insertOrder(db, { ...row, shop: sighting.shop, created_at: row.updated_at });
	else if (isNewStage || known.source !== source || DETAIL_COLUMNS.some(([, column]) => known[column] !== row[column]))
		await updateOrder(db, row);
	for (const ref of sighting.refs) {
		if (refs.some((existing) => existing.orderId === orderId && isSameRef(existing, ref))) continue;
		const values = { ...ref, shop: sighting.shop, order_id: orderId };
		await (sighting.source && ref.kind === 'tracking' ? moveRef(db, values) : insertRef(db, values));
	}
	await rememberParcel(db, orderId, parcel, sighting);
	await rememberPerson(db, keyring, sighting, known, facts.details);
	return { orderId, parcel, facts };
}

/**
 * Whose order it is, kept as a person when the order is new or says something else of them than before. An order from before
 * an erasure brings nobody back: the customer has done nothing since.
 */
async function rememberPerson(
	db: Db,
	keyring: Keyring,
	{ shop, now, source, person }: Sighting,
	known: OrderRow | undefined,
	details: OrderDetails,
): Promise<void> {
	const { phone, firstName, language, country } = details;
	if (!person || !phone) return;
	if (known) {
		if (PERSON_COLUMNS.every(([name, column]) => known[column] === (details[name] ?? null))) return;
		const subject = keyring.subject(shop, phone);
		const forgottenAt = (await suppressionsOf(db, [subject])).get(subject)?.at;
		if (forgottenAt !== undefined && forgottenAt >= known.created_at) return;
	}
	const said = { phone, firstName, language, country, customerId: person.customerId };
	await savePerson(db, shop, { ...said, source: source || 'order', newId: person.newId }, now);
}

const PERSON_COLUMNS = [
	['phone', 'phone'],
	['firstName', 'first_name'],
	['country', 'country'],
	['language', 'language'],
] as const;

const insertOrder = prepared((db, row: OrdersTable) =>
	db.insertInto('orders').values({
		id: row.id,
		shop: row.shop,
		source: row.source,
		...detailColumns(row),
		created_at: row.created_at,
		updated_at: row.updated_at,
	}),
);

const updateOrder = prepared((db, row: DetailRow & Pick<OrdersTable, 'id' | 'source' | 'updated_at'>) =>
	db
		.updateTable('orders')
		.set({ ...detailColumns(row), source: row.source, updated_at: row.updated_at })
		.where('id', '=', row.id),
);

const insertRef = prepared((db, { shop, kind, value, source, order_id }: OrderRefsTable) =>
	db
		.insertInto('order_refs')
		.values({ shop, kind, value, source, order_id })
		.onConflict((conflict) => conflict.doNothing()),
);

/** A tracking number that is used again belongs to the newer order. */
const moveRef = prepared((db, { shop, kind, value, source, order_id }: OrderRefsTable) =>
	db
		.insertInto('order_refs')
		.values({ shop, kind, value, source, order_id })
		.onConflict((conflict) => conflict.columns(['shop', 'kind', 'value', 'source']).doUpdateSet({ order_id })),
);

async function rememberParcel(db: Db, orderId: string, parcel: string, sighting: Sighting) {
	const { parcelDetails, stage, occurredAt, now } = sighting;
	const { trackingNumber, trackingUrl, trackingCompany, eta } = parcelDetails;
	if (trackingNumber || trackingUrl || trackingCompany || eta) {
		await upsertParcel(db, {
			order_id: orderId,
			parcel,
			tracking_number: trackingNumber ?? null,
			tracking_url: trackingUrl ?? null,
			tracking_company: trackingCompany ?? null,
			eta: eta ?? null,
		});
	}
	if (stage !== null) {
		await insertStage(db, {
			order_id: orderId,
			parcel,
			stage,
			occurred_at: occurredAt ?? null,
			seen_at: now.getTime(),
		});
	}
}

/** What an event does not say stays as it was. */
const upsertParcel = prepared(
	(db, { order_id, parcel, tracking_number, tracking_url, tracking_company, eta }: ParcelsTable) =>
		db
			.insertInto('parcels')
			.values({ order_id, parcel, tracking_number, tracking_url, tracking_company, eta })
			.onConflict((conflict) =>
				conflict.columns(['order_id', 'parcel']).doUpdateSet(({ fn, ref }) => ({
					tracking_number: fn.coalesce(ref('excluded.tracking_number'), ref('parcels.tracking_number')),
					tracking_url: fn.coalesce(ref('excluded.tracking_url'), ref('parcels.tracking_url')),
					tracking_company: fn.coalesce(ref('excluded.tracking_company'), ref('parcels.tracking_company')),
					eta: fn.coalesce(ref('excluded.eta'), ref('parcels.eta')),
				})),
			),
);

const insertStage = prepared((db, { order_id, parcel, stage, occurred_at, seen_at }: OrderStagesTable) =>
	db
		.insertInto('order_stages')
		.values({ order_id, parcel, stage, occurred_at, seen_at })
		.onConflict((conflict) => conflict.doNothing()),
);

export async function lookUpEvent(db: Db, keyring: Keyring, sighting: Sighting): Promise<FoundEvent> {
	const { orders } = sighting.refs.length === 0 ? { orders: [] } : await matchingOrders(db, sighting);
	return { orderId: null, ...(await factsOf(db, keyring, sighting, orders)) };
}

export type OrderRow = Selectable<OrdersTable>;

type KnownRef = OrderRef & { readonly orderId: string };

/**
 * The orders that a sighting is about, the best match first.
 *
 * A shop's event belongs to an order of its own system, or to one that only trackers have mentioned so far: numbers start at
 * 1001 in every shop, and a tracking number may be used again, or for two orders in one box. A tracker's event belongs to
 * the order that has the tracking number (the newest, where several have), or to the one that has the order number (none,
 * where two shop systems have it).
 */
async function matchingOrders(db: Db, sighting: Sighting): Promise<{ orders: OrderRow[]; refs: KnownRef[] }> {
	const { shop, refs } = sighting;
	const rows = await ordersByRefs(refs.length, db, {
		shop,
		...members(
			'value',
			refs.map(({ value }) => value),
		),
	});
	const meant = rows.filter((row) => refs.some(({ kind, value }) => kind === row.kind && value === row.value));
	const isOwn = (row: OrderRow & { kind: string }) =>
		row.source === '' || (row.source === sighting.source && row.kind !== 'tracking');
	const candidates = sighting.source ? meant.filter(isOwn) : meant;
	const byNumber = new Set(candidates.filter(({ kind }) => kind === 'number').map(({ id }) => id));
	const isAmbiguous = sighting.source === '' && byNumber.size > 1;
	const matches = candidates
		.filter(({ kind }) => !(isAmbiguous && kind === 'number'))
		.sort((a, b) => REF_RANK.indexOf(a.kind) - REF_RANK.indexOf(b.kind) || b.updated_at - a.updated_at);
	const orders = [...new Map(matches.map((row) => [row.id, row])).values()];
	const known = rows.map(
		({ kind, value, ref_source, id }) => ({ kind, value, source: ref_source, orderId: id }) as KnownRef,
	);
	return { orders, refs: known };
}

const ordersByRefs = preparedBy(
	(count: number) => (db, values: { shop: string } & Record<string, string>) =>
		db
			.selectFrom('order_refs')
			.innerJoin('orders', 'orders.id', 'order_refs.order_id')
			.selectAll('orders')
			.select(['order_refs.kind', 'order_refs.value', 'order_refs.source as ref_source'])
			.where('order_refs.shop', '=', values.shop)
			.where(
				'order_refs.value',
				'in',
				memberNames('value', count).map((name) => values[name] as string),
			),
);

const REF_RANK = ['id', 'number', 'tracking'];

const isSameRef = (a: OrderRef, b: OrderRef) => a.kind === b.kind && a.value === b.value && a.source === b.source;

async function factsOf(
	db: Db,
	keyring: Keyring,
	sighting: Sighting,
	orders: readonly OrderRow[],
): Promise<Pick<FoundEvent, 'parcel' | 'facts'>> {
	const details = merge(orders[0], sighting);
	const orderIds = orders.map(({ id }) => id);
	const parcels = orderIds[0] ? (await parcelsOf(db, { orderId: orderIds[0] })).map(parcelDetailsOf) : [];
	const parcel = meantParcel(
		sighting.parcel,
		parcels.map((known) => known.parcel),
	);
	const history = await historyOf(db, keyring, { ...sighting, parcel }, orderIds, details.phone);
	return { parcel, facts: { details, parcels, ...history } };
}

const parcelsOf = prepared((db, { orderId }: { orderId: string }) =>
	db.selectFrom('parcels').selectAll().where('order_id', '=', orderId),
);

export const parcelDetailsOf = (row: ParcelsTable) => ({
	parcel: row.parcel,
	trackingNumber: row.tracking_number ?? undefined,
	trackingUrl: row.tracking_url ?? undefined,
	trackingCompany: row.tracking_company ?? undefined,
	eta: row.eta ?? undefined,
});

/** A shop's words replace older ones; a tracker's only fill gaps. */
function merge(known: OrderRow | undefined, { source, details }: Sighting): OrderDetails {
	if (!known) return details;
	const said = withoutGaps(details);
	const remembered = detailsOf(known);
	return source ? { ...remembered, ...said } : { ...said, ...remembered };
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

const toRow = (details: OrderDetails): DetailRow =>
	Object.fromEntries(DETAIL_COLUMNS.map(([name, column]) => [column, details[name] ?? null])) as unknown as DetailRow;

const detailColumns = (row: DetailRow): DetailRow =>
	Object.fromEntries(DETAIL_COLUMNS.map(([, column]) => [column, row[column]])) as unknown as DetailRow;
