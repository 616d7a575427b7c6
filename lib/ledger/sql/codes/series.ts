// Series of codes and their rules.
import { isDeepStrictEqual } from 'node:util';
import { type Offer } from '../../../domain/codes/offer';
import { type Selectable } from '../../../vendor/kysely';
import { type DefinedSeries, type Series, type SeriesToDefine } from '../../codes';
import { type CodeSeriesTable } from '../../schema-codes';
import { type Db } from '../engine';
import { prepared } from '../prepared';

export type SeriesRow = Selectable<CodeSeriesTable>;

export async function defineSeries(db: Db, wanted: SeriesToDefine, now: Date): Promise<DefinedSeries> {
	const { shop, name } = wanted;
	const [known] = await seriesByName(db, { shop, name });
	if (known) {
		const series = seriesOf(known);
		const differs = differences(series, wanted);
		return differs.length === 0 ? { series, isNew: false } : { series, isNew: false, differs };
	}
	const { last } = await db
		.selectFrom('code_series')
		.select(({ fn }) => fn.max('number').as('last'))
		.executeTakeFirstOrThrow();
	const row: SeriesRow = {
		number: Number(last ?? 0) + 1,
		id: wanted.newId,
		shop,
		name,
		kind: wanted.kind,
		offer: JSON.stringify(wanted.offer),
		pattern: wanted.pattern,
		wanted: wanted.wanted ?? null,
		made: 0,
		created_at: now.getTime(),
		voided_at: null,
	};
	await db.insertInto('code_series').values(row).execute();
	return { series: seriesOf(row), isNew: true };
}

export async function findSeries(db: Db, shop: string, name: string): Promise<Series | undefined> {
	const [row] = await seriesByName(db, { shop, name });
	return row && seriesOf(row);
}

export const seriesByName = prepared((db, { shop, name }: { shop: string; name: string }) =>
	db.selectFrom('code_series').selectAll().where('shop', '=', shop).where('name', '=', name),
);

const seriesById = prepared((db, { shop, id }: { shop: string; id: string }) =>
	db.selectFrom('code_series').selectAll().where('id', '=', id).where('shop', '=', shop),
);

/** @throws Error when the shop has no such series: ids come from the ledger itself. */
export async function knownSeries(db: Db, shop: string, id: string): Promise<SeriesRow> {
	const [row] = await seriesById(db, { shop, id });
	if (!row) throw new Error(`the ledger has no series ${id} of codes`);
	return row;
}

/** Of the shop, or the one of that name, by name. */
export async function seriesOfShop(db: Db, shop: string, name: string | undefined): Promise<SeriesRow[]> {
	const all = db.selectFrom('code_series').selectAll().where('shop', '=', shop).orderBy('name');
	return await (name === undefined ? all : all.where('name', '=', name)).execute();
}

export const seriesOf = (row: SeriesRow): Series => ({
	id: row.id,
	shop: row.shop,
	name: row.name,
	kind: row.kind as Series['kind'],
	offer: offerOf(row.offer),
	pattern: row.pattern,
	wanted: row.wanted ?? undefined,
	made: row.made,
	createdAt: new Date(row.created_at),
	voidedAt: row.voided_at === null ? undefined : new Date(row.voided_at),
});

type Saved<T> = { readonly [Key in keyof T]: T[Key] extends Date | undefined ? string | undefined : T[Key] };

/** In JSON a date is a text. */
function offerOf(json: string): Offer {
	const offer = JSON.parse(json) as Offer;
	if (offer.validity.kind !== 'period') return offer;
	const { from, until } = offer.validity as unknown as Saved<typeof offer.validity>;
	return {
		...offer,
		validity: { kind: 'period', from: from ? new Date(from) : undefined, until: until ? new Date(until) : undefined },
	};
}

type Rules = Pick<Series, 'kind' | 'pattern' | 'wanted'> & Offer;

/** In the words of the node. */
const RULES: Readonly<Record<keyof Rules, string>> = {
	kind: 'kind',
	pattern: 'pattern',
	wanted: 'number of codes',
	reward: 'reward',
	validity: 'validity',
	minimumOrder: 'minimum order',
	products: 'products',
	collections: 'collections',
	firstOrderOnly: 'first order only',
	maxUses: 'uses of a code',
	maxUsesPerCustomer: 'uses by the same customer',
	mobileOnly: 'shown on phones only',
};

const rulesOf = ({ kind, pattern, wanted, offer }: Pick<Series, 'kind' | 'pattern' | 'wanted' | 'offer'>): Rules => ({ kind, pattern, wanted, ...offer });

function differences(known: Series, wanted: SeriesToDefine): string[] {
	const [before, after] = [rulesOf(known), rulesOf(wanted)];
	return (Object.keys(RULES) as Array<keyof Rules>)
		.filter((rule) => !isDeepStrictEqual(inJson(before[rule]), inJson(after[rule])))
		.map((rule) => RULES[rule]);
}

/** Without what is undefined, and dates as texts: in no order of keys. */
const inJson = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
