import { type Offer } from '../domain/codes/offer';
import { DomainError } from '../domain/errors';
import { type CodeVerbs, type OpenPublication, type Series } from '../ledger/codes';
import { type CodeShop, isShopError, type Publication, type PublishedCode, type ShopDeps, ShopError } from '../shops/shop';

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
 * Puts the codes of a series into a shop, those that it has not yet. What a run that was broken off has published stays; the
 * next one finds what it made and goes on. All objections come before anything is created.
 *
 * @param progress is told after each batch how many this run has published.
 * @throws DomainError for a series that is unknown or void. ShopError when the shop cannot be reached or refuses the offer.
 */
export async function publishSeries(
	name: string,
	deps: PublishDeps,
	progress: (published: number) => void = () => undefined,
): Promise<PublishedSeries> {
	const series = await findSeries(name, deps);
	const { periods, withoutPeriod } = await periodsOf(series, deps);
	const to = deps.codeShop.id;
	const open = [];
	for (const period of periods) {
		const wish = { shop: deps.shop, seriesId: series.id, to, ...period, newId: deps.newId() };
		const opened = await deps.ledger.openPublication(wish);
		const [next] = await deps.ledger.unpublishedCodes(opened.id, 1);
		if (next !== undefined) open.push(opened);
	}
	const objections = open.flatMap((opened) => deps.codeShop.objections(publicationOf(series, opened), deps.now()));
	const result = { series, published: 0, refused: [] as PublishedSeries['refused'][number][], withoutPeriod };
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
	if (!series) {
		const hint = 'Check the name, and that this node uses the shop credential with which the series was made.';
		throw new DomainError('bad-setting', `There is no series "${name}" in this shop (key "${shop}")`, hint);
	}
	if (series.voidedAt) throw new DomainError('bad-setting', `The series "${name}" is void`, 'Publish another one.');
	return series;
}

interface Period {
	readonly from: Date;
	readonly until?: Date | undefined;
}

const PAGE = 1_000;

/** The periods that its codes have: one, or one for each day on which some were given. */
async function periodsOf(series: Series, { ledger, shop }: PublishDeps): Promise<{ periods: Period[]; withoutPeriod: number }> {
	const { validity } = series.offer;
	if (validity.kind === 'period') {
		return { periods: [{ from: validity.from ?? series.createdAt, until: validity.until }], withoutPeriod: 0 };
	}
	const periods = new Map<string, Period>();
	let withoutPeriod = 0;
	let after: string | undefined;
	for (;;) {
		const page = await ledger.listCodes({ shop, series: series.name, status: 'active', after, limit: PAGE });
		for (const { from, until } of page) {
			if (from) periods.set(`${from.getTime()} ${until?.getTime()}`, { from, until });
			else withoutPeriod++;
		}
		if (page.length < PAGE) return { periods: [...periods.values()], withoutPeriod };
		after = page.at(-1)?.code;
	}
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
	let { prepared } = opened;
	if (prepared === undefined) {
		prepared = await patiently(() => codeShop.prepare(publication, codes, deps), deps);
		await ledger.savePrepared(opened.id, prepared);
	}
	while (codes.length > 0) {
		const [ready, batch] = [prepared, codes];
		const results = await patiently(() => codeShop.publish(ready, publication, batch, deps), deps);
		assertEachAnswered(batch, results);
		const marks = results.map((one) => ({ code: one.code, refused: one.status === 'refused' ? one.reason : undefined }));
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
	throw new ShopError('unreadable-response', `The shop said nothing of ${silent} codes`, 'Run it again; what is published is not published twice.');
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
