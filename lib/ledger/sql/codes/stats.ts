// What became of the codes of a series.
import { sql } from '../../../vendor/kysely';
import { type SeriesStats } from '../../codes';
import { type Db } from '../engine';
import { prepared } from '../prepared';
import { seriesOf, seriesOfShop } from './series';

export async function seriesStats(db: Db, shop: string, name: string | undefined): Promise<SeriesStats[]> {
	const stats: SeriesStats[] = [];
	for (const row of await seriesOfShop(db, shop, name)) {
		const [counts] = await countsOf(db, { series: row.number });
		const [published] = await publishedOf(db, { series: row.number });
		const revenue = await revenueOf(db, { series: row.number });
		stats.push({
			series: seriesOf(row),
			made: row.made,
			free: Number(counts?.free ?? 0),
			given: Number(counts?.given ?? 0),
			published: Number(published?.count ?? 0),
			redeemed: Number(counts?.redeemed ?? 0),
			redemptions: Number(counts?.redemptions ?? 0),
			voided: Number(counts?.voided ?? 0),
			revenue: revenue.flatMap(({ currency, total, discounts }) =>
				currency === null ? [] : [{ currency, total: inCents(total), discounts: inCents(discounts) }],
			),
		});
	}
	return stats;
}

const inCents = (sum: number | null): number => Math.round(Number(sum ?? 0) * 100) / 100;

const countsOf = prepared((db, { series }: { series: number }) =>
	db
		.selectFrom('codes')
		.select((eb) => {
			const free = eb.and([eb('given_key', 'is', null), eb('voided_at', 'is', null)]);
			return [
				eb.fn.sum(eb.case().when(free).then(1).else(0).end()).as('free'),
				eb.fn.count('given_key').as('given'),
				eb.fn.count('voided_at').as('voided'),
				eb.fn.sum(eb.case().when('uses', '>', 0).then(1).else(0).end()).as('redeemed'),
				eb.fn.sum('uses').as('redemptions'),
			];
		})
		.where('series', '=', series),
);

const publishedOf = prepared((db, { series }: { series: number }) =>
	db
		.selectFrom('published_codes')
		.innerJoin('code_publications', 'code_publications.id', 'published_codes.publication_id')
		.select(({ fn }) => fn.count('published_codes.lookup').distinct().as('count'))
		.where('code_publications.series', '=', series)
		.where('published_codes.refused', 'is', null),
);

/** Amounts are kept as the shop wrote them. */
const revenueOf = prepared((db, { series }: { series: number }) =>
	db
		.selectFrom('code_redemptions')
		.select([
			'currency',
			sql<number | null>`sum(cast(order_total as double precision))`.as('total'),
			sql<number | null>`sum(cast(discount as double precision))`.as('discounts'),
		])
		.where('series', '=', series)
		.where('released_at', 'is', null)
		.groupBy('currency')
		.orderBy('currency'),
);
