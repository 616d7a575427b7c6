import { fillSeries } from '../../lib/flows/fill-series';
import { giveCode, openSeries } from '../../lib/flows/give-code';
import { spendForCode } from '../../lib/flows/spend-for-code';
import { MARIA, OFFER, rules, START, TOM, useCodes } from './codes-shop';

const world = useCodes();

describe('giving', () => {
	test('codes of one day share a period that ends at midnight there', async () => {
		const opened = await openSeries(rules(), world.deps());
		const first = await giveCode(opened, { key: '1', phone: MARIA }, world.deps());
		world.now = new Date('2026-11-22T20:00:00Z');
		const second = await giveCode(opened, { key: '2', phone: TOM }, world.deps());
		for (const given of [first, second]) {
			if (given.problem) throw new Error(given.problem);
			expect(given.code).toMatchObject({
				from: new Date('2026-11-22T00:00:00Z'),
				until: new Date('2026-12-22T22:59:59.999Z'),
			});
		}
	});

	test('draws again where everything drawn is taken', async () => {
		const deps = world.deps();
		// the first draws are all the same
		let zeros = 4;
		const stuck = {
			...deps,
			randomFill: (buffer: Uint8Array) => (zeros-- > 0 ? void buffer.fill(1) : deps.randomFill(buffer)),
		};
		const opened = await openSeries(rules(), deps);
		const one = await giveCode(opened, { key: '1' }, stuck);
		zeros = 1;
		const two = await giveCode(opened, { key: '2' }, stuck);
		expect([one.problem, two.problem]).toEqual([undefined, undefined]);
		expect('code' in one && 'code' in two && one.code.code !== two.code.code).toBe(true);
	});

	test('a hundred at once with ten keys: ten codes', async () => {
		const opened = await openSeries(rules(), world.deps());
		const given = await Promise.all(
			Array.from({ length: 100 }, (_, index) => giveCode(opened, { key: `k${index % 10}` }, world.deps())),
		);
		expect(new Set(given.map((one) => ('code' in one ? one.code.code : one.problem))).size).toBe(10);
		expect(given.filter((one) => 'code' in one && one.isNew)).toHaveLength(10);
	});

	test('a series with a pattern that is too guessable is not made', async () => {
		await expect(
			openSeries(rules({ pattern: { length: 4, checkCharacter: false } }), world.deps()),
		).rejects.toMatchObject({ code: 'bad-setting' });
		expect(await world.ledger.findSeries('default', 'personal')).toBeUndefined();
	});

	test('a void series is an error with a way out', async () => {
		await openSeries(rules(), world.deps());
		await world.ledger.voidCodes('default', { series: 'personal' }, START);
		await expect(openSeries(rules(), world.deps())).rejects.toMatchObject({
			message: expect.stringContaining('was voided on 2026-11-22'),
		});
	});
});

describe('filling a series', () => {
	const spring = rules({
		name: 'spring',
		offer: { ...OFFER, validity: { kind: 'period' } },
		pattern: { pattern: 'SPRING-########', checkCharacter: true },
	});

	test('goes on where an earlier run was broken off, to exactly what is wanted', async () => {
		const deps = world.deps();
		const dying = { ...deps, ledger: { ...deps.ledger, addCodes: failingAfter(1, deps.ledger.addCodes) } };
		await expect(fillSeries(spring, 120_000, dying)).rejects.toThrow('the power is gone');
		const seen: number[] = [];
		const filled = await fillSeries(spring, 120_000, deps, (total) => seen.push(total));
		expect(filled).toMatchObject({ total: 120_000, added: 70_000 });
		expect(seen).toEqual([100_000, 120_000]);
		const [stats] = await world.ledger.seriesStats('default', 'spring');
		expect(stats).toMatchObject({ made: 120_000, free: 120_000 });
	});

	test('two at once make what is wanted together', async () => {
		const both = await Promise.all([fillSeries(spring, 3_000, world.deps()), fillSeries(spring, 3_000, world.deps())]);
		expect(both.map(({ total }) => total)).toEqual([3_000, 3_000]);
		expect((await world.ledger.seriesStats('default', 'spring'))[0]).toMatchObject({ made: 3_000 });
	});

	test('too small a space is refused before anything is stored', async () => {
		const small = rules({ name: 'small', pattern: { pattern: 'A-####', checkCharacter: false, alphabet: 'digits' } });
		await expect(fillSeries(small, 6_000, world.deps())).rejects.toMatchObject({
			message: expect.stringContaining('10,000 different codes'),
		});
		expect(await world.ledger.findSeries('default', 'small')).toBeUndefined();
	});
});

/** The first call is the look at how many there are. */
function failingAfter<Args extends unknown[], Result>(calls: number, run: (...args: Args) => Promise<Result>) {
	let count = -1;
	return async (...args: Args): Promise<Result> => {
		if (count++ >= calls) throw new Error('the power is gone');
		return await run(...args);
	};
}

test('points buy one code for one request, however often and however many ask at once', async () => {
	const deps = world.deps();
	await world.ledger.awardPoints({ shop: 'default', phone: MARIA, points: 250, key: 'order 1', now: START });
	const opened = await openSeries(rules({ name: 'points' }), deps);
	const wishes = ['a', 'a', 'b', 'c', 'c'].map((key) => spendForCode(opened, { phone: MARIA, points: 100, key }, deps));
	const spent = await Promise.all(wishes);
	const codes = new Set(spent.flatMap((one) => ('code' in one && one.code ? [one.code.code] : [])));
	expect(codes.size).toBe(2);
	expect((await world.ledger.pointsBalance('default', MARIA, START)).balance).toBe(50);
});
