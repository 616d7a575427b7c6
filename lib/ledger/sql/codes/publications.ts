// Codes on their way into shops.
import { lookupForm } from '../../../domain/codes/lookup-form';
import { type Selectable } from '../../../vendor/kysely';
import { type CodeVerbs, type OpenPublication } from '../../codes';
import { type Keyring } from '../../keyring';
import { type CodePublicationsTable } from '../../schema-codes';
import { inChunks } from '../consent/in-chunks';
import { type Db } from '../engine';
import { prepared } from '../prepared';
import { lastNumber } from './add';
import { knownSeries, seriesOf } from './series';
import { voidCode } from './void';

type PublicationRow = Selectable<CodePublicationsTable>;

/** Hex digits of the reference: short in a shop's list, and no two publications of a shop have the same. */
const REFERENCE_LENGTH = 12;

export async function openPublication(
	db: Db,
	keyring: Keyring,
	{ shop, seriesId, to, from, until, newId }: Parameters<CodeVerbs['openPublication']>[0],
): Promise<OpenPublication> {
	const series = await knownSeries(db, shop, seriesId);
	const known = await db
		.selectFrom('code_publications')
		.selectAll()
		.where('series', '=', series.number)
		.where('published_to', '=', to)
		.where('valid_from', '=', from.getTime())
		.where('valid_until', until ? '=' : 'is', until?.getTime() ?? null)
		.executeTakeFirst();
	if (known) return publicationOf(known);
	const row: PublicationRow = {
		id: newId,
		shop,
		series: series.number,
		published_to: to,
		reference: keyring.digest('publication', newId).slice(0, REFERENCE_LENGTH),
		prepared: null,
		valid_from: from.getTime(),
		valid_until: until?.getTime() ?? null,
		done_number: 0,
	};
	await db.insertInto('code_publications').values(row).execute();
	return publicationOf(row);
}

const publicationOf = (row: PublicationRow): OpenPublication => ({
	id: row.id,
	reference: row.reference,
	prepared: row.prepared ?? undefined,
	from: new Date(row.valid_from),
	until: row.valid_until === null ? undefined : new Date(row.valid_until),
});

export const savePrepared = prepared((db, values: { id: string; prepared: string }) =>
	db.updateTable('code_publications').set({ prepared: values.prepared }).where('id', '=', values.id),
);

const publicationById = prepared((db, { id }: { id: string }) =>
	db
		.selectFrom('code_publications')
		.innerJoin('code_series', 'code_series.number', 'code_publications.series')
		.selectAll('code_publications')
		.select('code_series.id as series_id')
		.where('code_publications.id', '=', id),
);

/** @throws Error when there is none: ids come from the ledger itself. */
async function knownPublication(db: Db, id: string): Promise<PublicationRow & { hasFixedPeriod: boolean }> {
	const [row] = await publicationById(db, { id });
	if (!row) throw new Error(`the ledger has no publication ${id}`);
	const { offer } = seriesOf(await knownSeries(db, row.shop, row.series_id));
	return { ...row, hasFixedPeriod: offer.validity.kind === 'period' };
}

export async function unpublishedCodes(db: Db, publicationId: string, limit: number): Promise<string[]> {
	const publication = await knownPublication(db, publicationId);
	const rows = await unpublished(db, publication, limit);
	return rows.map(({ code }) => code);
}

async function unpublished(
	db: Db,
	publication: PublicationRow & { hasFixedPeriod: boolean },
	limit: number,
): Promise<Array<{ code: string; number: number }>> {
	const { series, published_to, valid_from, valid_until, done_number } = publication;
	const waiting = db
		.selectFrom('codes')
		.select(['codes.code', 'codes.number'])
		.where('codes.series', '=', series)
		.where('codes.voided_at', 'is', null)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('published_codes')
						.select('published_codes.lookup')
						.whereRef('published_codes.shop', '=', 'codes.shop')
						.whereRef('published_codes.lookup', '=', 'codes.lookup')
						.where('published_codes.published_to', '=', published_to),
				),
			),
		)
		.orderBy('codes.number')
		.limit(limit);
	return await (
		publication.hasFixedPeriod
			? waiting.where('codes.number', '>', done_number)
			: waiting.where('codes.valid_from', '>=', valid_from).where('codes.valid_until', valid_until === null ? 'is' : '=', valid_until)
	).execute();
}

export async function markPublished(
	db: Db,
	publicationId: string,
	results: Parameters<CodeVerbs['markPublished']>[1],
	now: Date,
): Promise<void> {
	const publication = await knownPublication(db, publicationId);
	const { shop, published_to, id } = publication;
	for (const { code, refused = null } of results) {
		const lookup = lookupForm(code);
		await insertPublished(db, { shop, lookup, published_to, publication_id: id, at: now.getTime(), refused });
		if (refused !== null) await voidCode(db, { shop, lookup, voided_at: now.getTime() });
	}
	if (!publication.hasFixedPeriod) return; // more codes may be given that period, whatever their numbers
	const [next] = await unpublished(db, publication, 1);
	const [last] = await lastNumber(db, { series: publication.series });
	const done_number = next ? next.number - 1 : Number(last?.number ?? 0);
	await db.updateTable('code_publications').set({ done_number }).where('id', '=', id).execute();
}

type NewPublished = { shop: string; lookup: string; published_to: string; publication_id: string; at: number; refused: string | null };

/** The last word of the shop counts. */
const insertPublished = prepared((db, row: NewPublished) =>
	db
		.insertInto('published_codes')
		.values({
			shop: row.shop,
			lookup: row.lookup,
			published_to: row.published_to,
			publication_id: row.publication_id,
			at: row.at,
			refused: row.refused,
		})
		.onConflict((conflict) =>
			conflict
				.columns(['shop', 'lookup', 'published_to'])
				.doUpdateSet(({ ref }) => ({ publication_id: ref('excluded.publication_id'), at: ref('excluded.at'), refused: ref('excluded.refused') })),
		),
);

export async function markWithdrawn(db: Db, shop: string, codes: readonly string[], from: string): Promise<void> {
	for (const chunk of inChunks(codes.map(lookupForm))) {
		await db
			.deleteFrom('published_codes')
			.where('shop', '=', shop)
			.where('lookup', 'in', chunk)
			.where('published_to', '=', from)
			.where('refused', 'is', null)
			.execute();
	}
}
