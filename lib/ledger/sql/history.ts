import { parcelsThatCount } from '../../domain/order-identity';
import { type SeenStage, type Stage } from '../../domain/stages';
import { type EarlierSend, type OptOut, type OrderFacts, type SendStatus, type Sighting } from '../ledger';
import { type Db } from './engine';

/** The shop key under which opt-outs stand that a carrier enforces: they hold for every shop. */
export const EVERY_SHOP = '';

/** A claim that was not settled for so long belongs to a run that was stopped in the middle. */
const STALE_CLAIM_MS = 15 * 60 * 1000;

/** Of several earlier sends, the one that stands most in the way of another. */
const STATUS_RANK: readonly SendStatus[] = ['accepted', 'sending', 'unknown', 'failed'];

/** What was recorded about the orders a sighting is about, and about its recipient, in one query. */
export async function historyOf(
	db: Db,
	{ shop, parcel, stage, now }: Sighting,
	orderIds: readonly string[],
	phone: string | undefined,
): Promise<Pick<OrderFacts, 'seen' | 'earlier' | 'optOut'>> {
	if (orderIds.length === 0 && !phone) return { seen: [] };
	const parcels = parcelsThatCount(parcel);
	const rows = await db
		.selectFrom('order_stages')
		.select((eb) => [eb.val('stage').as('kind'), 'stage as word', 'occurred_at as at'])
		.where('order_id', 'in', orderIds)
		.$if(parcels !== null, (query) => query.where('parcel', 'in', parcels as readonly string[]))
		.unionAll(
			db
				.selectFrom('sends')
				.select((eb) => [eb.val('send').as('kind'), 'status as word', 'claimed_at as at'])
				.where('order_id', 'in', orderIds)
				.where('stage', '=', stage)
				.$if(parcels !== null, (query) => query.where('parcel', 'in', parcels as readonly string[])),
		)
		.unionAll(
			db
				.selectFrom('opt_outs')
				.select((eb) => [eb.val('opt-out').as('kind'), 'origin as word', 'at'])
				.where('phone', '=', phone ?? '')
				.where('shop', 'in', [shop, EVERY_SHOP]),
		)
		.execute();

	const seen: SeenStage[] = [];
	const sends: EarlierSend[] = [];
	let optOut: OptOut | undefined;
	for (const { kind, word, at } of rows) {
		if (kind === 'stage') seen.push({ stage: word as Stage, occurredAt: at ?? undefined });
		else if (kind === 'send') sends.push({ status: statusAt(word as SendStatus, at ?? 0, now), at: new Date(at ?? 0) });
		else optOut = { origin: word as OptOut['origin'], at: new Date(at ?? 0) };
	}
	const earlier = sends.sort((a, b) => STATUS_RANK.indexOf(a.status) - STATUS_RANK.indexOf(b.status))[0];
	return { seen, earlier, optOut };
}

const statusAt = (status: SendStatus, claimedAt: number, now: Date): SendStatus =>
	status === 'sending' && now.getTime() - claimedAt > STALE_CLAIM_MS ? 'unknown' : status;
