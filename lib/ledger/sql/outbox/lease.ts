// Who is about to send which text.
import { sql } from '../../../vendor/kysely';
import { type LeaseWish, type OutboxState, type OutboxText } from '../../outbox';
import { dateOf } from '../date-of';
import { type Db } from '../engine';
import { prepared, preparedBy } from '../prepared';
import { outboxRows, outboxText } from './texts';

export async function leaseDue(db: Db, { shop, carrier, campaignId, now, leaseId, until, limit }: LeaseWish): Promise<OutboxText[]> {
	const values = { shop, carrier, campaign: campaignId ?? '', now: now.getTime(), lease: leaseId, until: until.getTime(), limit };
	await takeDue(campaignId === undefined ? 'all' : 'campaign', db, values);
	return (await leasedUnder(db, { lease: leaseId })).map(outboxText);
}

export type LeaseValues = {
	shop: string;
	carrier: string;
	/** Milliseconds since 1970, as all times here. */
	now: number;
	lease: string;
	until: number;
	limit: number;
};

/** Texts that wait. The words stand as they are, so that the engine sees that its partial index fits. */
const waiting = (db: Pick<Db, 'selectFrom'>, { shop, carrier }: Pick<LeaseValues, 'shop' | 'carrier'>) =>
	db
		.selectFrom('sends')
		.where('sends.shop', '=', shop)
		.where('sends.carrier', '=', carrier)
		.where('sends.status', '=', sql.lit('scheduled'))
		.where((eb) =>
			eb.or([
				eb('sends.campaign_id', 'is', null),
				eb(
					'sends.campaign_id',
					'not in',
					eb.selectFrom('campaigns').select('campaigns.id').where('campaigns.shop', '=', shop).where('campaigns.status', '!=', 'running'),
				),
			]),
		);

/** A text that is being sent is leased until it is settled, so that the next one to the phone does not overtake it. */
const takeDue = preparedBy((which: 'all' | 'campaign') => (db, values: LeaseValues & { campaign: string }) => {
	const due = waiting(db, values)
		.select('sends.id')
		.where('sends.due_at', '<=', values.now)
		.$if(which === 'campaign', (query) => query.where('sends.campaign_id', '=', values.campaign))
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('sends as other')
						.select('other.id')
						.whereRef('other.shop', '=', 'sends.shop')
						.whereRef('other.phone', '=', 'sends.phone')
						.where('other.lease', 'is not', null)
						.where('other.lease_until', '>', values.now),
				),
			),
		)
		.orderBy('sends.due_at')
		.limit(values.limit);
	return db.updateTable('sends').set({ lease: values.lease, lease_until: values.until }).where('id', 'in', due);
});

const leasedUnder = prepared((db, { lease }: { lease: string }) =>
	outboxRows(db).where('sends.lease', '=', lease).orderBy('sends.due_at'),
);

export async function endLease(db: Db, leaseId: string): Promise<void> {
	await release(db, { lease: leaseId });
}

const release = prepared((db, { lease }: { lease: string }) =>
	db.updateTable('sends').set({ lease: null, lease_until: null }).where('lease', '=', lease),
);

export async function outboxState(db: Db, shop: string, carrier: string): Promise<OutboxState> {
	const [state] = await stateOf(db, { shop, carrier });
	return { waiting: Number(state?.waiting ?? 0), nextAt: dateOf(state?.next_at ?? null) };
}

const stateOf = prepared((db, values: { shop: string; carrier: string }) =>
	waiting(db, values).select(({ fn }) => [
		fn.countAll<number>().as('waiting'),
		fn.min<number | null>('sends.due_at').as('next_at'),
	]),
);
