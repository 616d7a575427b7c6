// Codes, page by page.
import { type Expression, type ExpressionBuilder, type SqlBool } from '../../../vendor/kysely';
import { type CodeSearch, type StoredCode } from '../../codes';
import { type Tables } from '../../schema';
import { type Db } from '../engine';
import { type CodeRow, storedCodes, typedCode } from './read';
import { seriesOfShop } from './series';

export async function listCodes(db: Db, search: CodeSearch): Promise<StoredCode[]> {
	const { shop, limit } = search;
	const after = search.after === undefined ? undefined : await typedCode(db, shop, search.after);
	// a code that is not there has nothing behind it: from the start again would be without end
	if (search.after !== undefined && !after) return [];
	const numbers = (await seriesOfShop(db, shop, search.series)).map(({ number }) => number).sort((a, b) => a - b);
	const rows: CodeRow[] = [];
	// one series after the other: each has an index in just this order, and a shop has few of them
	for (const series of numbers.filter((number) => !after || number >= after.series)) {
		const behind = series === after?.series ? after.number : 0;
		rows.push(...(await pageOf(db, search, series, behind, limit - rows.length)));
		if (rows.length >= limit) break;
	}
	return await storedCodes(db, rows);
}

const pageOf = (db: Db, search: CodeSearch, series: number, behind: number, limit: number): Promise<CodeRow[]> =>
	db
		.selectFrom('codes')
		.selectAll()
		.where('series', '=', series)
		.where('number', '>', behind)
		.where((eb) => eb.and(conditions(eb, search)))
		.orderBy('number')
		.limit(limit)
		.execute();

type Build = ExpressionBuilder<Tables, 'codes'>;

function conditions(eb: Build, search: CodeSearch): Array<Expression<SqlBool>> {
	const { shop, phone, status, isGiven, isRedeemed, isPublished } = search;
	const published = () =>
		eb.exists(
			eb
				.selectFrom('published_codes')
				.select('published_codes.lookup')
				.whereRef('published_codes.shop', '=', 'codes.shop')
				.whereRef('published_codes.lookup', '=', 'codes.lookup')
				.where('published_codes.refused', 'is', null),
		);
	return [
		phone === undefined ? [] : [eb('codes.shop', '=', shop), eb('codes.phone', '=', phone)],
		status === undefined ? [] : eb('codes.voided_at', status === 'active' ? 'is' : 'is not', null),
		isGiven === undefined ? [] : eb('codes.given_key', isGiven ? 'is not' : 'is', null),
		isRedeemed === undefined ? [] : eb('codes.uses', isRedeemed ? '>' : '=', 0),
		isPublished === undefined ? [] : isPublished ? published() : eb.not(published()),
	].flat();
}
