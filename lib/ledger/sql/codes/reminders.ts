// Codes that will soon be lost.
import { type CodeVerbs, type StoredCode } from '../../codes';
import { type Db } from '../engine';
import { storedCodes } from './read';

export async function takeReminders(
	db: Db,
	{ shop, series, before, limit, now }: Parameters<CodeVerbs['takeReminders']>[0],
): Promise<StoredCode[]> {
	const due = db
		.selectFrom('codes')
		.selectAll('codes')
		.where('codes.shop', '=', shop)
		.where('codes.valid_until', '>', now.getTime())
		.where('codes.valid_until', '<=', before.getTime())
		.where('codes.phone', 'is not', null)
		.where('codes.voided_at', 'is', null)
		.where('codes.reminded_at', 'is', null)
		.where((eb) => eb('codes.uses', '=', eb.lit(0))) // a literal, as in the partial index
		.orderBy('codes.valid_until')
		.orderBy('codes.lookup')
		.limit(limit);
	const rows = await (
		series === undefined
			? due
			: due.where('codes.series', 'in', (eb) =>
					eb.selectFrom('code_series').select('code_series.number').where('code_series.shop', '=', shop).where('code_series.name', '=', series),
				)
	).execute();
	for (const { lookup } of rows) {
		await db
			.updateTable('codes')
			.set({ reminded_at: now.getTime() })
			.where('shop', '=', shop)
			.where('lookup', '=', lookup)
			.execute();
	}
	return await storedCodes(db, rows);
}
