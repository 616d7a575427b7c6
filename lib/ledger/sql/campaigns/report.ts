// What came of a campaign. Everything is added up by the engine: a campaign has a hundred thousand texts.
import { type Expression, sql } from '../../../vendor/kysely';
import { type CampaignReport } from '../../campaigns';
import { type OutboxStatus } from '../../outbox';
import { dateOf } from '../date-of';
import { type Db } from '../engine';
import { MAY_HAVE_LEFT } from '../sends';
import { campaignByName, campaignOf } from './campaigns';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const CHARTED_MS = 7 * DAY_MS;

interface About {
	readonly id: string;
	readonly shop: string;
	/** How long after a text something counts as its doing. */
	readonly windowMs: number;
}

export async function campaignReport(db: Db, shop: string, name: string, attributionDays: number): Promise<CampaignReport | null> {
	const [row] = await campaignByName(db, { shop, name });
	if (!row) return null;
	const about = { id: row.id, shop, windowMs: attributionDays * DAY_MS };
	const period = await left(db, about)
		.select(({ fn }) => [fn.min<number | null>('claimed_at').as('first'), fn.max<number | null>('claimed_at').as('last')])
		.executeTakeFirstOrThrow();
	const given = await left(db, about)
		.select(({ fn }) => fn.count<number>('code').distinct().as('codes'))
		.executeTakeFirstOrThrow();
	const redeemed = await db
		.selectFrom(uses(db, about).as('use'))
		.select(({ fn }) => [fn.count<number>('lookup').distinct().as('codes'), fn.countAll<number>().as('redemptions')])
		.executeTakeFirstOrThrow();
	return {
		campaign: campaignOf(row),
		counts: await countsOf(db, about),
		replies: await people(repliesTo(db, about)),
		optOuts: await people(optOutsAfter(db, about)),
		byVariant: await byVariant(db, about),
		codesGiven: Number(given.codes),
		codesRedeemed: Number(redeemed.codes),
		redemptions: Number(redeemed.redemptions),
		revenue: await revenueOf(db, about),
		price: await priceOf(db, about),
		firstAt: dateOf(period.first),
		lastAt: dateOf(period.last),
		byHour: period.first === null ? [] : await byHour(db, about, period.first),
	};
}

const all = (db: Db, { id }: Pick<About, 'id'>) => db.selectFrom('sends').where('sends.campaign_id', '=', id);

/** Those that they got, or may have got. */
const left = (db: Db, about: Pick<About, 'id'>) => all(db, about).where('sends.status', 'in', MAY_HAVE_LEFT);

async function countsOf(db: Db, about: About): Promise<CampaignReport['counts']> {
	const rows = await all(db, about)
		.select((eb) => [
			'status',
			'delivery_status',
			'rule',
			eb.case().when('status', '=', 'failed').then(eb.ref('error_code')).end().as('code'),
			'variant',
			'country',
			eb.fn.countAll<number>().as('texts'),
			eb.fn.sum<number>('segments').as('segments'),
		])
		.groupBy(['status', 'delivery_status', 'rule', 'code', 'variant', 'country'])
		.orderBy('status')
		.orderBy('texts', 'desc')
		.execute();
	return rows.map((row) => ({
		status: row.status as OutboxStatus,
		delivery: row.delivery_status ?? undefined,
		rule: row.rule ?? undefined,
		errorCode: row.code ?? undefined,
		variant: row.variant ?? undefined,
		country: row.country ?? undefined,
		texts: Number(row.texts),
		segments: Number(row.segments),
	}));
}

/** In the days after a text: a condition on a time, in milliseconds since 1970. */
const inTime = (at: Expression<number | null>, { windowMs }: About) =>
	sql<boolean>`${at} >= sends.claimed_at and ${at} <= sends.claimed_at + ${windowMs}`;

/** Their texts to us, whatever they said. */
const repliesTo = (db: Db, about: About) =>
	left(db, about)
		.innerJoin('replies as answer', (join) =>
			join.onRef('answer.shop', '=', 'sends.shop').onRef('answer.phone', '=', 'sends.phone'),
		)
		.where((eb) => inTime(eb.ref('answer.received_at'), about));

/** Every opt-out revokes the consent to offers, or to surveys where it is but from these. The last one is what is known. */
const optOutsAfter = (db: Db, about: About) =>
	left(db, about)
		.innerJoin('consents as answer', (join) =>
			join.onRef('answer.shop', '=', 'sends.shop').onRef('answer.phone', '=', 'sends.phone'),
		)
		.where('answer.purpose', 'in', ['marketing', 'survey'])
		.where((eb) => inTime(eb.ref('answer.revoked_at'), about));

type Answered = ReturnType<typeof repliesTo> | ReturnType<typeof optOutsAfter>;

async function people(answered: Answered): Promise<number> {
	const query = answered as ReturnType<typeof repliesTo>;
	const { count } = await query.select(({ fn }) => fn.count<number>('sends.phone').distinct().as('count')).executeTakeFirstOrThrow();
	return Number(count);
}

async function peopleByVariant(answered: Answered): Promise<ReadonlyMap<string | null, number>> {
	const query = answered as ReturnType<typeof repliesTo>;
	const rows = await query
		.select(({ fn }) => ['sends.variant', fn.count<number>('sends.phone').distinct().as('count')])
		.groupBy('sends.variant')
		.execute();
	return new Map(rows.map(({ variant, count }) => [variant, Number(count)]));
}

async function byVariant(db: Db, about: About): Promise<CampaignReport['byVariant']> {
	const variants = await left(db, about).select('variant').distinct().orderBy('variant').execute();
	const replies = await peopleByVariant(repliesTo(db, about));
	const optOuts = await peopleByVariant(optOutsAfter(db, about));
	const redeemed = await redemptions(db, about)
		.select(({ fn }) => ['given.variant', fn.count<number>('used.lookup').distinct().as('count')])
		.groupBy('given.variant')
		.execute();
	const used = new Map(redeemed.map(({ variant, count }) => [variant, Number(count)]));
	return variants.map(({ variant }) => ({
		variant: variant ?? undefined,
		replies: replies.get(variant) ?? 0,
		optOuts: optOuts.get(variant) ?? 0,
		redeemed: used.get(variant) ?? 0,
	}));
}

/** The redemptions in time of codes in these texts, taken-back ones left out; once for each wording a code is in. */
const redemptions = (db: Db, about: About) =>
	db
		.selectFrom(
			left(db, about)
				.select(({ fn }) => ['code', 'variant', fn.min('claimed_at').as('first'), fn.max('claimed_at').as('last')])
				.where('code', 'is not', null)
				.groupBy(['code', 'variant'])
				.as('given'),
		)
		.innerJoin('code_redemptions as used', 'used.lookup', 'given.code')
		.where('used.shop', '=', about.shop)
		.where('used.released_at', 'is', null)
		.whereRef('used.at', '>=', 'given.first')
		.where(sql<boolean>`used.at <= given.last + ${about.windowMs}`);

/** One code for all may be in both wordings: used for an order, it was used once. */
const uses = (db: Db, about: About) =>
	redemptions(db, about).select(['used.lookup', 'used.order_key', 'used.currency', 'used.order_total', 'used.discount']).distinct();

/** An order for which two of the codes were used is one order. Amounts are kept as the shop wrote them. */
async function revenueOf(db: Db, about: About): Promise<CampaignReport['revenue']> {
	const orders = db
		.selectFrom(uses(db, about).as('use'))
		.select([
			'order_key',
			'currency',
			sql<number | null>`max(cast(order_total as double precision))`.as('total'),
			sql<number | null>`sum(cast(discount as double precision))`.as('discount'),
		])
		.groupBy(['order_key', 'currency']);
	const rows = await db
		.selectFrom(orders.as('bought'))
		.select(({ fn }) => [
			'currency',
			fn.countAll<number>().as('orders'),
			fn.sum<number | null>('total').as('total'),
			fn.sum<number | null>('discount').as('discount'),
		])
		.groupBy('currency')
		.orderBy('currency')
		.execute();
	return rows.flatMap(({ currency, orders: count, total, discount }) =>
		currency === null ? [] : [{ currency, orders: Number(count), total: inCents(total), discount: inCents(discount) }],
	);
}

const inCents = (sum: number | null): string => (Math.round(Number(sum ?? 0) * 100) / 100).toFixed(2);

/** Prices of single texts are parts of cents. */
async function priceOf(db: Db, about: About): Promise<CampaignReport['price']> {
	const rows = await all(db, about)
		.select(['price_currency as currency', sql<number | null>`sum(cast(price_amount as double precision))`.as('total')])
		.where('price_amount', 'is not', null)
		.groupBy('price_currency')
		.orderBy('price_currency')
		.execute();
	return rows.flatMap(({ currency, total }) =>
		currency === null ? [] : [{ currency, total: String(Math.round(Number(total ?? 0) * 1e6) / 1e6) }],
	);
}

async function byHour(db: Db, about: About, first: number): Promise<CampaignReport['byHour']> {
	const rows = await all(db, about)
		.select(({ fn }) => [
			sql<number>`sends.claimed_at / ${sql.lit(HOUR_MS)}`.as('hour'),
			fn.countAll<number>().as('sent'),
			sql<number>`sum(case when delivery_status = 'delivered' then 1 else 0 end)`.as('delivered'),
		])
		.where('status', '=', 'accepted')
		.where('claimed_at', '<', first + CHARTED_MS)
		.groupBy('hour')
		.orderBy('hour')
		.execute();
	return rows.map(({ hour, sent, delivered }) => ({
		hour: new Date(Number(hour) * HOUR_MS),
		sent: Number(sent),
		delivered: Number(delivered),
	}));
}
