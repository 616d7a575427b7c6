import { fillSeries } from '../../lib/flows/fill-series';
import { giveCode, openSeries } from '../../lib/flows/give-code';
import { type PublishDeps, publishSeries } from '../../lib/flows/publish-codes';
import { type CodeShop, type Publication, type PublishedCode, ShopError } from '../../lib/shops/shop';
import { OFFER, rules, START, useCodes } from './codes-shop';

const world = useCodes();

/** What the shop has: codes by reference. */
let inShop: Map<string, Set<string>>;
let prepared: Publication[];
let waits: number[];
/** Called before each answer of the shop; what it throws, the shop answers. */
let fault: (what: 'prepare' | 'publish' | 'withdraw') => void;
let objections: string[];
let refuses: (code: string) => string | undefined;
/** Whether the shop forgets to answer for the last code. */
let isSilent: boolean;

beforeEach(() => {
	[inShop, prepared, waits, objections] = [new Map(), [], [], []];
	[fault, refuses, isSilent] = [() => undefined, () => undefined, false];
});

const shop: CodeShop = {
	id: 'shopify',
	name: 'Shopify',
	credential: 'commerceSmsShopifyApi',
	batchSize: 10,
	readConfig: () => ({ baseUrl: 'http://127.0.0.1' }),
	objections: () => objections,
	prepare: async (publication, codes) => {
		fault('prepare');
		expect(codes.length).toBeGreaterThan(0);
		prepared.push(publication);
		inShop.set(publication.reference, inShop.get(publication.reference) ?? new Set());
		return `rule ${publication.reference}`;
	},
	publish: async (ready, { reference }, codes) => {
		expect(ready).toBe(`rule ${reference}`);
		expect(codes.length).toBeLessThanOrEqual(10);
		const results = codes.map((code): PublishedCode => {
			const reason = refuses(code);
			if (reason === undefined) inShop.get(reference)?.add(code);
			return reason === undefined ? { code, status: 'published' } : { code, status: 'refused', reason };
		});
		fault('publish'); // after its effect: the answer is lost
		return isSilent ? results.slice(1) : results;
	},
	withdraw: async (code, { reference }) => {
		fault('withdraw');
		inShop.get(reference)?.delete(code);
	},
};

const deps = (): PublishDeps => ({
	...world.deps(),
	codeShop: shop,
	config: { baseUrl: 'http://127.0.0.1' },
	exchange: () => Promise.reject(new Error('not used')),
	wait: async (milliseconds) => void waits.push(milliseconds),
});

const spring = rules({
	name: 'spring',
	offer: { ...OFFER, validity: { kind: 'period', until: new Date('2027-03-01') } },
});
const codesInShop = () => [...inShop.values()].flatMap((codes) => [...codes]);
const codesInLedger = async (series: string) =>
	(await world.ledger.listCodes({ shop: 'default', series, status: 'active', limit: 1000 })).map(({ code }) => code);

test('puts every code of a series into the shop once, in batches', async () => {
	await fillSeries(spring, 25, world.deps());
	const progress: number[] = [];
	const result = await publishSeries('spring', deps(), (published) => progress.push(published));
	expect(result).toMatchObject({ published: 25, refused: [], withdrawn: 0, objections: [], withoutPeriod: 0 });
	expect(progress).toEqual([10, 20, 25]);
	expect(codesInShop().sort()).toEqual((await codesInLedger('spring')).sort());
	expect(prepared).toMatchObject([
		{
			name: 'spring',
			from: START,
			until: new Date('2027-03-01'),
			offer: { validity: { kind: 'period', from: START } },
		},
	]);
	expect(await publishSeries('spring', deps())).toMatchObject({ published: 0 });
	expect(prepared).toHaveLength(1);
});

test.each(['prepare', 'publish'] as const)('broken off in %s, it goes on to exactly the wanted set', async (where) => {
	await fillSeries(spring, 35, world.deps());
	let calls = 0;
	fault = (what) => {
		if (what === where && ++calls === (where === 'publish' ? 2 : 1)) throw new Error('the power is gone');
	};
	await expect(publishSeries('spring', deps())).rejects.toThrow('the power is gone');
	fault = () => undefined;
	await publishSeries('spring', deps());
	expect(inShop.size).toBe(1);
	expect(codesInShop().sort()).toEqual((await codesInLedger('spring')).sort());
});

test('codes that count from the day they are given go by day; those not given yet wait', async () => {
	await fillSeries(rules(), 4, world.deps());
	const opened = await openSeries(rules(), world.deps());
	for (const [key, at] of [
		['1', '2026-11-22T10:00:00Z'],
		['2', '2026-11-22T22:30:00Z'],
		['3', '2026-11-23T10:00:00Z'],
	] as const) {
		world.now = new Date(at);
		await giveCode(opened, { key }, world.deps());
	}
	expect(await publishSeries('personal', deps())).toMatchObject({ published: 3, withoutPeriod: 1 });
	// 22:30 UTC is the next day in Warsaw: it shares the end with the third
	expect(prepared.map(({ until }) => until?.toISOString()).sort()).toEqual([
		'2026-12-22T22:59:59.999Z',
		'2026-12-23T22:59:59.999Z',
	]);
	expect(codesInShop()).toHaveLength(3);
});

test('what the shop cannot express is told before anything is created', async () => {
	await fillSeries(spring, 5, world.deps());
	objections = ['It knows no points.'];
	expect(await publishSeries('spring', deps())).toMatchObject({ published: 0, objections });
	expect([prepared, codesInShop()]).toEqual([[], []]);
});

test('a code that the shop refuses is void, and the others are there', async () => {
	await fillSeries(spring, 12, world.deps());
	const [bad] = await codesInLedger('spring');
	refuses = (code) => (code === bad ? 'taken by another discount' : undefined);
	expect(await publishSeries('spring', deps())).toMatchObject({
		published: 11,
		refused: [{ code: bad, reason: 'taken by another discount' }],
	});
	expect((await world.ledger.findCode('default', bad as string))?.status).toBe('void');
	expect(await publishSeries('spring', deps())).toMatchObject({ published: 0, withdrawn: 0 });
});

test('void codes are taken out, also those of a void series', async () => {
	await fillSeries(spring, 5, world.deps());
	await publishSeries('spring', deps());
	const [first] = await codesInLedger('spring');
	await world.ledger.voidCodes('default', { code: first as string }, START);
	expect(await publishSeries('spring', deps())).toMatchObject({ withdrawn: 1 });
	expect(codesInShop()).not.toContain(first);
	await world.ledger.voidCodes('default', { series: 'spring' }, START);
	expect(await publishSeries('spring', deps())).toMatchObject({ withdrawn: 4, published: 0 });
	expect(codesInShop()).toEqual([]);
	expect(await publishSeries('spring', deps())).toMatchObject({ withdrawn: 0 });
});

test('a shop that is busy is asked again after the time it names, at most a minute; then it is an error', async () => {
	await fillSeries(spring, 5, world.deps());
	let busy = 2;
	fault = () => {
		if (busy-- > 0)
			throw new ShopError('throttled', 'slow down', 'Wait.', { retryAfterMs: busy === 1 ? 500 : 3_600_000 });
	};
	expect(await publishSeries('spring', deps())).toMatchObject({ published: 5 });
	expect(waits).toEqual([500, 60_000]);
	await fillSeries(rules({ ...spring, name: 'other' }), 5, world.deps());
	[busy, waits] = [99, []];
	fault = () => {
		throw new ShopError('unavailable', 'away', 'Later.');
	};
	await expect(publishSeries('other', deps())).rejects.toMatchObject({ code: 'unavailable' });
	expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000]);
});

test('an answer that leaves codes out is an error, not an endless loop', async () => {
	await fillSeries(spring, 5, world.deps());
	isSilent = true;
	await expect(publishSeries('spring', deps())).rejects.toMatchObject({ code: 'unreadable-response' });
});

test('what is over is not published any more; an unknown series is an error with a way out', async () => {
	await fillSeries(spring, 5, world.deps());
	world.now = new Date('2027-03-02');
	expect(await publishSeries('spring', deps())).toMatchObject({ published: 0 });
	await expect(publishSeries('nope', deps())).rejects.toMatchObject({
		code: 'bad-setting',
		hint: expect.stringContaining('shop credential'),
	});
});
