// Codes that are made useless.
import { lookupForm } from '../../../domain/codes/lookup-form';
import { type WhichCodes } from '../../codes';
import { type Db } from '../engine';
import { prepared } from '../prepared';

/** Answers how many were active. */
export async function voidCodes(db: Db, shop: string, which: WhichCodes, now: Date): Promise<number> {
	const voided_at = now.getTime();
	if ('series' in which) {
		await db
			.updateTable('code_series')
			.set({ voided_at })
			.where('shop', '=', shop)
			.where('name', '=', which.series)
			.where('voided_at', 'is', null)
			.execute();
	}
	const [voided] = await db
		.updateTable('codes')
		.set({ voided_at })
		.where('shop', '=', shop)
		.where('voided_at', 'is', null)
		.where((eb) => {
			if ('code' in which) return eb('lookup', '=', lookupForm(which.code));
			if ('phone' in which) return eb('phone', '=', which.phone);
			const series = eb.selectFrom('code_series').select('code_series.number');
			return eb('series', '=', series.where('code_series.shop', '=', shop).where('code_series.name', '=', which.series));
		})
		.execute();
	return Number(voided?.numUpdatedRows ?? 0);
}

export const voidCode = prepared((db, values: { shop: string; lookup: string; voided_at: number }) =>
	db
		.updateTable('codes')
		.set({ voided_at: values.voided_at })
		.where('shop', '=', values.shop)
		.where('lookup', '=', values.lookup)
		.where('voided_at', 'is', null),
);
