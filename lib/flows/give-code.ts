import { generateCodes } from '../domain/codes/generate';
import { type Offer } from '../domain/codes/offer';
import {
	assertRoom,
	type CodePattern,
	guessesPerHit,
	type PatternSpec,
	readPattern,
	spaceOf,
} from '../domain/codes/pattern';
import { periodFor } from '../domain/codes/validity';
import { DomainError } from '../domain/errors';
import { type CodeVerbs, type Giving, type Series, type StoredCode } from '../ledger/codes';

/** The rules of a series, as an operator sets them. */
export interface SeriesRules {
	/** Unique within the shop. */
	readonly name: string;
	readonly offer: Offer;
	readonly pattern: PatternSpec;
	/** Words that no code may contain. No rule: it may change. */
	readonly exclusions: readonly string[];
}

/** The world, as far as making codes needs it. */
export interface CodeDeps {
	readonly ledger: CodeVerbs;
	/** The shop's key. */
	readonly shop: string;
	now(): Date;
	newId(): string;
	/** Fills a buffer with bytes that nobody can predict. */
	randomFill(buffer: Uint8Array): void;
}

/** A series that codes can be given of. */
export interface OpenedSeries {
	readonly series: Series;
	/** Undefined for a pool, whose codes somebody else made. */
	readonly pattern?: CodePattern | undefined;
	readonly exclusions: readonly string[];
	/** How many guesses it takes on average to hit one of its codes, at the time it was opened; undefined for a pool. */
	readonly guessesPerHit?: number | undefined;
}

/** So many codes at least must fit into a series that grows one by one, without becoming too guessable. */
const ROOM = 1_000;

/**
 * Finds a series, or makes it by the rules. A pool of that name keeps its own rules: they came with its codes.
 *
 * @throws DomainError `bad-setting` for a pattern with too little room, for a series with other rules, and for a void one.
 */
export async function openSeries(rules: SeriesRules, deps: CodeDeps): Promise<OpenedSeries> {
	const { exclusions } = rules;
	const known = await deps.ledger.findSeries(deps.shop, rules.name);
	if (known?.kind === 'pool') return { series: notVoid(known), exclusions };
	const pattern = readPattern(rules.pattern);
	if (!known) assertRoom(pattern, ROOM);
	// one that was filled gives of what it has
	const series = await defineGenerated(rules, known?.wanted, deps);
	return { series, pattern, exclusions, guessesPerHit: guessesPerHit(spaceOf(pattern), series.made) };
}

/**
 * @param wanted how many codes in all; undefined: one for each who is given one.
 * @throws DomainError `bad-setting` as {@link openSeries}.
 */
export async function defineGenerated(rules: SeriesRules, wanted: number | undefined, deps: CodeDeps): Promise<Series> {
	const { name, offer, pattern } = rules;
	const wish = { shop: deps.shop, name, kind: 'generated', offer, pattern: patternText(pattern), wanted } as const;
	return await define({ ...wish, newId: deps.newId() }, deps);
}

/** @throws DomainError `bad-setting` for a series with other rules, and for a void one. */
export async function define(wish: Parameters<CodeVerbs['defineSeries']>[0], deps: CodeDeps): Promise<Series> {
	const { series, differs } = await deps.ledger.defineSeries(wish, deps.now());
	if (!differs) return notVoid(series);
	throw new DomainError(
		'bad-setting',
		`The series "${series.name}" has other rules: ${differs.join('; ')}`,
		'The rules of a series never change, because people hold its codes. Set them as they were, or take another series name.',
	);
}

/** In one order of keys, so that equal settings are equal texts. */
const patternText = ({ pattern, prefix, length, alphabet, checkCharacter }: PatternSpec): string =>
	JSON.stringify({ pattern, prefix, length, alphabet, checkCharacter });

function notVoid(series: Series): Series {
	if (!series.voidedAt) return series;
	throw new DomainError(
		'bad-setting',
		`The series "${series.name}" was voided on ${series.voidedAt.toISOString().slice(0, 10)}`,
		'It gives no more codes. Take another series name.',
	);
}

/** Whom a code is for. */
export interface Recipient {
	/** What makes the occasion unique within the series: the same key gets the same code. */
	readonly key: string;
	/** E.164. */
	readonly phone?: string | undefined;
}

export type GaveCode =
	| { readonly code: StoredCode; readonly isNew: boolean; readonly problem?: undefined }
	/**
	 * `none-left`: the pool is empty, or all that were wanted are given. `series-void`: somebody has just voided it. `code-void`: they
	 * had been given one for this key, and it was voided.
	 */
	| { readonly problem: 'none-left' | 'series-void' | 'code-void' };

/** Why somebody gets no code, in a sentence to the operator. */
export const GIVING_PROBLEMS: Readonly<Record<'none-left' | 'series-void' | 'code-void', string>> = {
	'none-left': 'No code of the series is left to give. Add some, or take another series.',
	'series-void': 'The series is void and gives no more codes. Take another one.',
	'code-void': 'They were given a code for the same key, and it was voided. For another one, take another key.',
};

/** What is drawn at a time, and how often: three in a row are taken only where the space is nearly full. */
const CANDIDATES = 3;
const MOST_DRAWS = 20;

/** Who is given a code, of which period, and with what drawn for it. */
export function givingOf(
	{ series, pattern, exclusions }: OpenedSeries,
	{ key, phone }: Recipient,
	deps: CodeDeps,
): Giving {
	const now = deps.now();
	const { validity } = series.offer;
	const { from, until } = periodFor(validity, now);
	return {
		shop: deps.shop,
		seriesId: series.id,
		key,
		phone,
		// those of one day share a period, and with it what they hang on in the shops that they are published to
		from: validity.kind === 'days' ? dayOf(from) : from,
		until,
		candidates: pattern
			? [...generateCodes(pattern, CANDIDATES, { randomFill: deps.randomFill, exclusions })].flat()
			: [],
		now,
	};
}

const dayOf = (date: Date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));

/**
 * Gives somebody a code of an open series: the one they have for this key, one that lies ready, or a new one.
 *
 * @throws DomainError `bad-setting` when the pattern has hardly a code left.
 */
export async function giveCode(opened: OpenedSeries, recipient: Recipient, deps: CodeDeps): Promise<GaveCode> {
	for (let draw = 0; draw < MOST_DRAWS; draw++) {
		const given = await deps.ledger.giveCode(givingOf(opened, recipient, deps));
		if (given.problem === undefined) return given.code.status === 'void' ? { problem: 'code-void' } : given;
		if (given.problem !== 'all-taken') return { problem: given.problem };
	}
	throw noneDrawn(opened);
}

/** The error for a series of which nothing new can be drawn. */
export const noneDrawn = ({ series }: OpenedSeries): DomainError =>
	new DomainError(
		'bad-setting',
		`No code of the series "${series.name}" could be drawn that is not taken`,
		'Its pattern is nearly used up. Take a series name with a longer pattern.',
	);
