import { type FailureReason } from '../../domain/delivery';
import { parcelsThatCount } from '../../domain/order-identity';
import { type SeenStage, type Stage } from '../../domain/stages';
import { type DeadNumber } from '../inbound';
import { type Keyring } from '../keyring';
import { type EarlierSend, type OptOut, type OrderFacts, type Sighting } from '../ledger';
import { EVERY_SHOP } from './contacts';
import { type Db } from './engine';
import { memberNames, members, preparedBy } from './prepared';

/** A claim that was not settled for so long belongs to a run that was stopped in the middle. */
const STALE_CLAIM_MS = 15 * 60 * 1000;

/** Of several earlier sends, the one that stands most in the way of another. */
const STATUS_RANK: ReadonlyArray<EarlierSend['status']> = ['accepted', 'sending', 'scheduled', 'unknown', 'failed'];

/** What was recorded about the orders a sighting is about, and about its recipient, in one query. */
export async function historyOf(
	db: Db,
	keyring: Keyring,
	{ shop, parcel, stage, now }: Pick<Sighting, 'shop' | 'stage' | 'now'> & { parcel: string },
	orderIds: readonly string[],
	phone: string | undefined,
): Promise<Pick<OrderFacts, 'seen' | 'earlier' | 'optOut' | 'orderOptOutAt' | 'dead'>> {
	if (orderIds.length === 0 && !phone) return { seen: [] };
	const parcels = parcelsThatCount(parcel);
	const shape = `${orderIds.length} ${parcels?.length ?? 'all'}`;
	const values = {
		shop,
		phone: phone ?? '',
		subject: phone ? keyring.subject(shop, phone) : '',
		subjectEverywhere: phone ? keyring.subject(EVERY_SHOP, phone) : '',
		stage: stage ?? '',
		...members('order', orderIds),
		...members('parcel', parcels ?? []),
	};
	const rows = await history(shape, db, values);

	const seen: SeenStage[] = [];
	const sends: EarlierSend[] = [];
	let optOut: OptOut | undefined;
	let orderOptOutAt: Date | undefined;
	let dead: DeadNumber | undefined;
	for (const { kind, word, at } of rows) {
		if (kind === 'stage') seen.push({ stage: word as Stage, occurredAt: at ?? undefined });
		else if (kind === 'send') sends.push({ status: statusAt(word as EarlierSend['status'], at ?? 0, now), at: new Date(at ?? 0) });
		else if (kind === 'order-opt-out') orderOptOutAt = new Date(at ?? 0);
		else if (kind === 'dead') dead = { reason: word as FailureReason, at: new Date(at ?? 0) };
		else if (optOut?.origin !== 'carrier') optOut = { origin: word as OptOut['origin'], at: new Date(at ?? 0) };
	}
	const earlier = sends.sort((a, b) => STATUS_RANK.indexOf(a.status) - STATUS_RANK.indexOf(b.status))[0];
	return { seen, earlier, optOut, orderOptOutAt, dead };
}

type HistoryValues = {
	shop: string;
	phone: string;
	subject: string;
	subjectEverywhere: string;
	stage: string;
} & Record<string, string>;

/** One query for all, by how many orders and parcels it is about. */
const history = preparedBy((shape: string) => (db, values: HistoryValues) => {
	const [orderCount, parcelCount] = shape.split(' ') as [string, string];
	const orderIds = memberNames('order', Number(orderCount)).map((name) => values[name] as string);
	const parcels = memberNames('parcel', Number(parcelCount) || 0).map((name) => values[name] as string);
	return db
		.selectFrom('order_stages')
		.select((eb) => [eb.val('stage').as('kind'), 'stage as word', 'occurred_at as at'])
		.where('order_id', 'in', orderIds)
		.$if(parcels.length > 0, (query) => query.where('parcel', 'in', parcels))
		.unionAll(
			db
				.selectFrom('sends')
				.select((eb) => [eb.val('send').as('kind'), 'status as word', 'claimed_at as at'])
				.where('order_id', 'in', orderIds)
				.where('stage', '=', values.stage)
				.where('status', 'not in', ['skipped', 'cancelled'])
				.$if(parcels.length > 0, (query) => query.where('parcel', 'in', parcels)),
		)
		.unionAll(
			db
				.selectFrom('opt_outs')
				.select((eb) => [eb.val('opt-out').as('kind'), 'origin as word', 'at'])
				.where('phone', '=', values.phone)
				.where('shop', 'in', [values.shop, EVERY_SHOP]),
		)
		.unionAll(
			db
				.selectFrom('suppressions') // opt-outs of people who were forgotten
				.select((eb) => [
					eb.val('opt-out').as('kind'),
					eb.ref('opt_out_origin').$notNull().as('word'),
					'opted_out_at as at',
				])
				.where('subject', 'in', [values.subject, values.subjectEverywhere])
				.where('opt_out_origin', 'is not', null),
		)
		.unionAll(
			db
				.selectFrom('order_opt_outs')
				.select((eb) => [eb.val('order-opt-out').as('kind'), eb.val('').as('word'), 'at'])
				.where('phone', '=', values.phone)
				.where('order_id', 'in', orderIds),
		)
		.unionAll(
			db
				.selectFrom('dead_numbers')
				.select((eb) => [eb.val('dead').as('kind'), 'reason as word', 'at'])
				.where('phone', '=', values.phone),
		);
});

const statusAt = (status: EarlierSend['status'], claimedAt: number, now: Date): EarlierSend['status'] =>
	status === 'sending' && now.getTime() - claimedAt > STALE_CLAIM_MS ? 'unknown' : status;
