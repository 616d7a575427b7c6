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
	const places = numbers
		.filter((series) => !after || series >= after.series)
		.map((series) => ({ series, behind: series === after?.series ? after.number : 0 }));
	const rows = await (search.phone === undefined ? pageOf(db, search, places) : ofPerson(db, search, search.phone, places));
	return await storedCodes(db, rows.slice(0, limit));
}

interface Place {
	readonly series: number;
	/** The number of the last code of the page before. */
	readonly behind: number;
}

/** One series after the other: each has an index in just this order, and a shop has few of them. */
async function pageOf(db: Db, search: CodeSearch, places: readonly Place[]): Promise<CodeRow[]> {
	const rows: CodeRow[] = [];
	for (const { series, behind } of places) {
		if (rows.length >= search.limit) break;
		const page = await db
			.selectFrom('codes')
			.selectAll()
			.where('series', '=', series)
			.where('number', '>', behind)
			.where((eb) => eb.and(conditions(eb, search)))
			.orderBy('number')
			.limit(search.limit - rows.length)
			.execute();
		rows.push(...page);
	}
	return rows;
}

/** A person has few codes: they are put in order here, so that no series is searched for them from end to end. */
async function ofPerson(db: Db, search: CodeSearch, phone: string, places: readonly Place[]): Promise<CodeRow[]> {
	const theirs = await db
		.selectFrom('codes')
		.selectAll()
		.where('shop', '=', search.shop)
		.where('phone', '=', phone)
		.where((eb) => eb.and(conditions(eb, search)))
		.execute();
	const behind = new Map(places.map((place) => [place.series, place.behind]));
	return theirs
		.filter(({ series, number }) => number > (behind.get(series) ?? Infinity))
		.sort((a, b) => a.series - b.series || a.number - b.number);
}

type Build = ExpressionBuilder<Tables, 'codes'>;

function conditions(eb: Build, search: CodeSearch): Array<Expression<SqlBool>> {
	const { status, isGiven, isRedeemed, isPublished } = search;
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
		status === undefined ? [] : eb('codes.voided_at', status === 'active' ? 'is' : 'is not', null),
		isGiven === undefined ? [] : eb('codes.given_key', isGiven ? 'is not' : 'is', null),
		isRedeemed === undefined ? [] : eb('codes.uses', isRedeemed ? '>' : '=', 0),
		isPublished === undefined ? [] : isPublished ? published() : eb.not(published()),
	].flat();
}
