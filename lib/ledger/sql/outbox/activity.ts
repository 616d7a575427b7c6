// When people had their phone in their hand.
import { type Activity } from '../../outbox';
import { inChunks } from '../consent/in-chunks';
import { type Db } from '../engine';
import { memberNames, members, preparedBy } from '../prepared';

export async function activityOf(db: Db, shop: string, phones: readonly string[], since: Date): Promise<Activity[]> {
	const activities: Activity[] = [];
	for (const chunk of inChunks([...new Set(phones)])) {
		const rows = await activity(chunk.length, db, { shop, since: since.getTime(), ...members('phone', chunk) });
		for (const { phone, kind, at } of rows) {
			if (phone !== null) activities.push({ phone, kind: kind as Activity['kind'], at: new Date(at) });
		}
	}
	return activities;
}

const activity = preparedBy((count: number) => (db, values: { shop: string; since: number } & Record<`phone${number}`, string>) => {
	const phones = memberNames('phone', count).map((name) => values[name as keyof typeof values] as string);
	return db
		.selectFrom('orders')
		.select((eb) => ['phone', eb.val('order').as('kind'), 'created_at as at'])
		.where('shop', '=', values.shop)
		.where('phone', 'in', phones)
		.where('created_at', '>=', values.since)
		.unionAll(
			db
				.selectFrom('replies')
				.select((eb) => ['phone', eb.val('reply').as('kind'), 'received_at as at'])
				.where('shop', '=', values.shop)
				.where('phone', 'in', phones)
				.where('received_at', '>=', values.since),
		);
});
