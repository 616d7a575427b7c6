import { type Db } from '../engine';

export async function claimBirthday(db: Db, shop: string, personId: string, year: number, now: Date): Promise<boolean> {
	const rows = await db
		.insertInto('birthday_gifts')
		.values({ shop, contact_id: personId, year, at: now.getTime() })
		.onConflict((conflict) => conflict.doNothing())
		.returning('year')
		.execute();
	return rows.length > 0;
}
