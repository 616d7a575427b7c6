import { type PointsSpent } from '../ledger/codes';
import { type CodeDeps, givingOf, noneDrawn, type OpenedSeries } from './give-code';

export interface Spending {
	/** E.164: whose points. */
	readonly phone: string;
	readonly points: number;
	/** Of the request: the same key spends once. */
	readonly key: string;
}

const MOST_DRAWS = 20;

/**
 * Takes points and gives a code for them, both or neither.
 *
 * @throws DomainError `bad-setting` when the pattern of the series has hardly a code left.
 */
export async function spendForCode(
	opened: OpenedSeries,
	{ phone, points, key }: Spending,
	deps: CodeDeps,
): Promise<PointsSpent> {
	const reason = `code of ${opened.series.name}`;
	for (let draw = 0; draw < MOST_DRAWS; draw++) {
		const { seriesId, from, until, candidates, now } = givingOf(opened, { key, phone }, deps);
		const move = { shop: deps.shop, phone, points, key, reason, now };
		const spent = await deps.ledger.spendPoints(move, { seriesId, from, until, candidates });
		if (spent.problem !== 'all-taken') return spent;
	}
	throw noneDrawn(opened);
}
