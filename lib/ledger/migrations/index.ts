import { type Kysely, sql } from '../../vendor/kysely';
import { type Tables } from '../schema';
import { ordersAndSends } from './0001-orders-and-sends';
import { repliesAndReceipts } from './0002-replies-and-receipts';
import { peopleAndConsent } from './0003-people-and-consent';
import { codesAndPoints } from './0004-codes-and-points';
import { outboxAndCampaigns } from './0005-outbox-and-campaigns';
import { orderNotices } from './0006-order-notices';
import { type Statement } from './statement';

/** Append-only: a released migration keeps its place and its statements for ever. */
export const MIGRATIONS: ReadonlyArray<readonly Statement[]> = [ordersAndSends, repliesAndReceipts, peopleAndConsent, codesAndPoints, outboxAndCampaigns, orderNotices];

/**
 * Brings the tables up to date. The caller holds the database for itself while this runs (SQLite: an immediate transaction;
 * PostgreSQL: an advisory lock), so that of twenty processes starting at once one does the work and the others find it done.
 *
 * @throws Error when the tables were made by a newer version than this.
 */
export async function migrate(db: Kysely<Tables>, now: Date): Promise<void> {
	await sql`create table if not exists migrations (number integer primary key, applied_at bigint not null)`.execute(db);
	const { rows } = await sql<{ applied: number | null }>`select max(number) as applied from migrations`.execute(db);
	const applied = rows[0]?.applied ?? 0;
	if (applied > MIGRATIONS.length) {
		throw new Error(
			`it was made by a newer version of n8n-nodes-commerce-sms (its tables are at ${applied}, this version knows ${MIGRATIONS.length}). Update the package again, or use another file.`,
		);
	}
	for (const [index, statements] of MIGRATIONS.entries()) {
		const number = index + 1;
		if (number <= applied) continue;
		for (const statement of statements)
			await sql.raw(typeof statement === 'string' ? statement : statement.sqlite).execute(db);
		await sql`insert into migrations (number, applied_at) values (${number}, ${now.getTime()})`.execute(db);
	}
}
