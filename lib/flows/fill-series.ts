import { generateCodes } from '../domain/codes/generate';
import { assertRoom, readPattern } from '../domain/codes/pattern';
import { DomainError } from '../domain/errors';
import { type Series } from '../ledger/codes';
import { type CodeDeps, defineGenerated, type SeriesRules } from './give-code';

export interface FilledSeries {
	readonly series: Series;
	/** How many this run made: none when an earlier one had finished. */
	readonly added: number;
	/** How many it has now. */
	readonly total: number;
	readonly guessesPerHit: number;
}

/** Stored in one transaction: fewer are slower by far, and more keep others waiting. */
const CHUNK = 50_000;

/** Chunks in a row of which nothing was new. */
const MOST_IN_VAIN = 20;

/**
 * Makes a series of codes. What a run that was broken off has stored stays, and the next one makes the rest: to be wanted is the
 * number in all.
 *
 * @param progress is told after each chunk how many there are.
 * @throws DomainError `bad-setting` before anything is stored, when the pattern has no room for them or they were too easily
 * guessed; and for a series with other rules.
 */
export async function fillSeries(
	rules: SeriesRules,
	wanted: number,
	deps: CodeDeps,
	progress: (total: number) => void = () => undefined,
): Promise<FilledSeries> {
	const pattern = readPattern(rules.pattern);
	const guesses = assertRoom(pattern, wanted);
	const series = await defineGenerated(rules, wanted, deps);
	const store = (codes: readonly string[]) => deps.ledger.addCodes(deps.shop, series.id, codes, deps.now());
	let { total } = await store([]);
	let added = 0;
	let inVain = 0;
	const drawing = { randomFill: deps.randomFill, exclusions: rules.exclusions, batchSize: CHUNK };
	while (total < wanted && inVain < MOST_IN_VAIN) {
		for (const codes of generateCodes(pattern, wanted - total, drawing)) {
			const stored = await store(codes);
			if (stored.problem)
				throw new DomainError(
					'bad-setting',
					`The series "${rules.name}" was voided meanwhile`,
					'Take another series name.',
				);
			inVain = stored.added === 0 ? inVain + 1 : 0;
			added += stored.added;
			total = stored.total;
			progress(total);
			if (total >= wanted) break; // somebody else is at it too
		}
	}
	if (total < wanted) {
		throw new DomainError(
			'bad-setting',
			`Only ${total.toLocaleString('en')} of ${wanted.toLocaleString('en')} codes could be made: what is drawn is taken by other series`,
			'Take a longer pattern, or another prefix, under another series name.',
		);
	}
	return { series, added, total, guessesPerHit: guesses };
}
