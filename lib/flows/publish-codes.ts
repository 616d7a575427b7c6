import { type Offer } from '../domain/codes/offer';
import { DomainError } from '../domain/errors';
import { type CodeVerbs, type OpenPublication, type Series, type StoredCode } from '../ledger/codes';
import {
	type CodeShop,
	isShopError,
	type Publication,
	type PublishedCode,
	type ShopDeps,
	ShopError,
} from '../shops/shop';

/** The world, as far as publishing needs it. */
export interface PublishDeps extends ShopDeps {
	readonly ledger: CodeVerbs;
	/** The shop's key in the ledger. */
	readonly shop: string;
	readonly codeShop: CodeShop;
	now(): Date;
	newId(): string;
}

export interface PublishedSeries {
	readonly series: Series;
	/** How many this run has put into the shop. */
	readonly published: number;
	/** Void codes that this run has taken out of the shop. */
	readonly withdrawn: number;
	/** Codes that the shop does not take; they are void now. */
	readonly refused: ReadonlyArray<{ readonly code: string; readonly reason: string }>;
	/** What the shop cannot express; nothing was created then. */
	readonly objections: readonly string[];
	/** Codes that nobody has been given yet, of a series whose time begins with that: they have no period to publish. */
	readonly withoutPeriod: number;
}

/** A throttled shop is asked again so often. */
const MOST_TRIES = 6;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Brings a shop in line with a series: codes that it has not are put into it, void ones are taken out. What a run that was broken
 * off has done stays; the next one finds it and goes on. All objections come before anything is created.
 *
 * @param progress is told after each batch how many this run has published.
 * @throws DomainError for a series that is unknown. ShopError when the shop cannot be reached or refuses the offer.
 */
export async function publishSeries(
	name: string,
	deps: PublishDeps,
	progress: (published: number) => void = () => undefined,
): Promise<PublishedSeries> {
	const series = await findSeries(name, deps);
	const { periods, toWithdraw, withoutPeriod } = await surveyOf(series, deps);
	const result = {
		series,
		published: 0,
		withdrawn: 0,
		refused: [] as PublishedSeries['refused'][number][],
		withoutPeriod,
	};
	const open = [];
	for (const period of series.voidedAt ? [] : periods) {
		const opened = await openPeriod(series, period, deps);
		const [next] = await deps.ledger.unpublishedCodes(opened.id, 1);
		if (next !== undefined) open.push(opened);
	}
	const objections = open.flatMap((opened) => deps.codeShop.objections(publicationOf(series, opened), deps.now()));
	for (const { period, codes } of toWithdraw) result.withdrawn += await withdraw(series, period, codes, deps);
	if (objections.length > 0) return { ...result, objections: [...new Set(objections)] };
	for (const opened of open) {
		await publishPeriod(series, opened, deps, (codes) => {
			for (const one of codes) {
				if (one.status === 'published') result.published++;
				else result.refused.push({ code: one.code, reason: one.reason });
			}
			progress(result.published);
		});
	}
	return { ...result, objections: [] };
}

async function findSeries(name: string, { ledger, shop }: PublishDeps): Promise<Series> {
	const series = await ledger.findSeries(shop, name);
	if (series) return series;
	const hint = 'Check the name, and that this node uses the shop credential with which the series was made.';
	throw new DomainError('bad-setting', `There is no series "${name}" in this shop (key "${shop}")`, hint);
}

interface Period {
	readonly from: Date;
	readonly until?: Date | undefined;
}

interface Survey {
	/** Those that are not over. */
	readonly periods: readonly Period[];
	readonly toWithdraw: ReadonlyArray<{ readonly period: Period; readonly codes: readonly string[] }>;
	readonly withoutPeriod: number;
}

const PAGE = 5_000;

/** Which periods the codes of a series have: one, or one for each day on which some end; and which codes the shop should not have. */
async function surveyOf(series: Series, deps: PublishDeps): Promise<Survey> {
	const { validity } = series.offer;
	const fixed =
		validity.kind === 'period' ? { from: validity.from ?? series.createdAt, until: validity.until } : undefined;
	const periods = new Map<number, Period>();
	const toWithdraw = new Map<number, string[]>();
	let withoutPeriod = 0;
	if (fixed) periods.set(endOf(fixed), fixed);
	for await (const code of codesOf(series, deps, fixed !== undefined)) {
		const period = fixed ?? (code.from && code.until ? { from: code.from, until: code.until } : undefined);
		const isVoid = code.status === 'void' || series.voidedAt !== undefined;
		if (!period) withoutPeriod += isVoid ? 0 : 1;
		else {
			const end = endOf(period);
			periods.set(end, { ...period, from: earlier(period.from, periods.get(end)?.from) });
			if (isVoid && code.publishedTo.includes(deps.codeShop.id))
				toWithdraw.set(end, [...(toWithdraw.get(end) ?? []), code.code]);
		}
	}
	return {
		periods: [...periods.values()].filter((period) => endOf(period) > deps.now().getTime()),
		toWithdraw: [...toWithdraw].map(([end, codes]) => ({ period: periods.get(end) as Period, codes })),
		withoutPeriod,
	};
}

/** Of a fixed period the ledger tells what is to be published; only what the shop may have to lose is looked at. */
async function* codesOf(series: Series, { ledger, shop }: PublishDeps, isFixed: boolean): AsyncGenerator<StoredCode> {
	const onlyVoid = isFixed ? ({ status: 'void', isPublished: true } as const) : {};
	let after: string | undefined;
	for (;;) {
		const page = await ledger.listCodes({ shop, series: series.name, ...onlyVoid, after, limit: PAGE });
		yield* page;
		if (page.length < PAGE) return;
		after = page.at(-1)?.code;
	}
}

const endOf = ({ until }: Period): number => until?.getTime() ?? Infinity;

const earlier = (one: Date, other: Date | undefined): Date => (other && other < one ? other : one);

const openPeriod = (
	series: Series,
	period: Period,
	{ ledger, shop, codeShop, newId }: PublishDeps,
): Promise<OpenPublication> =>
	ledger.openPublication({ shop, seriesId: series.id, to: codeShop.id, ...period, newId: newId() });

async function withdraw(series: Series, period: Period, codes: readonly string[], deps: PublishDeps): Promise<number> {
	const { reference } = await openPeriod(series, period, deps);
	for (const code of codes) {
		await patiently(() => deps.codeShop.withdraw(code, { reference }, deps), deps);
		await deps.ledger.markWithdrawn(deps.shop, [code], deps.codeShop.id);
	}
	return codes.length;
}

function publicationOf(series: Series, { reference, from, until }: OpenPublication): Publication {
	const offer: Offer = { ...series.offer, validity: { kind: 'period', from, until } };
	return { reference, name: series.name, offer, from, until };
}

async function publishPeriod(
	series: Series,
	opened: OpenPublication,
	deps: PublishDeps,
	report: (codes: readonly PublishedCode[]) => void,
): Promise<void> {
	const { ledger, codeShop } = deps;
	const publication = publicationOf(series, opened);
	let codes = await ledger.unpublishedCodes(opened.id, codeShop.batchSize);
	if (codes.length === 0) return;
	let { prepared } = opened;
	if (prepared === undefined) {
		prepared = await patiently(() => codeShop.prepare(publication, codes, deps), deps);
		await ledger.savePrepared(opened.id, prepared);
	}
	while (codes.length > 0) {
		const [ready, batch] = [prepared, codes];
		const results = await patiently(() => codeShop.publish(ready, publication, batch, deps), deps);
		assertEachAnswered(batch, results);
		const marks = results.map((one) => ({
			code: one.code,
			refused: one.status === 'refused' ? one.reason : undefined,
		}));
		await ledger.markPublished(opened.id, marks, deps.now());
		report(results);
		codes = await ledger.unpublishedCodes(opened.id, codeShop.batchSize);
	}
}

/** A code without an answer would be published again and again. */
function assertEachAnswered(batch: readonly string[], results: readonly PublishedCode[]): void {
	const answered = new Set(results.map(({ code }) => code));
	const silent = batch.filter((code) => !answered.has(code)).length;
	if (silent === 0) return;
	throw new ShopError(
		'unreadable-response',
		`The shop said nothing of ${silent} codes`,
		'Run it again; what is published is not published twice.',
	);
}

/** Publishing is safe to repeat, so that a shop that is busy or away for a moment is asked again. @throws ShopError */
async function patiently<T>(run: () => Promise<T>, { wait }: Pick<PublishDeps, 'wait'>): Promise<T> {
	for (let tries = 1; ; tries++) {
		try {
			return await run();
		} catch (error) {
			const isPassing = isShopError(error) && (error.code === 'throttled' || error.code === 'unavailable');
			if (!isPassing || tries === MOST_TRIES) throw error;
			const ours = Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS);
			await wait(Math.min(error.details.retryAfterMs ?? ours, LONGEST_WAIT_MS));
		}
	}
}
