import fc from 'fast-check';
import { createPaces, type Pace, usualSpeed } from '../../lib/flows/pace';
import { steppedClock } from './pace-clock';

type Clock = ReturnType<typeof steppedClock>;

const paceAt = (perSecond: number, clock: Clock) => createPaces(clock)('sender', perSecond);

/** Takes slots one after the other, as somebody does who always has another text, and notes when they came. */
async function takeAll(pace: Pace, clock: Clock, starts: number[], count: number): Promise<void> {
	for (let taken = 0; taken < count; taken++) {
		await pace.slot();
		starts.push(clock.time());
	}
}

/** The most that any span of that length sees. */
function mostWithin(starts: readonly number[], spanMs: number): number {
	const sorted = [...starts].sort((a, b) => a - b);
	let first = 0;
	return sorted.reduce((most, start, last) => {
		while (start - (sorted[first] as number) >= spanMs) first++;
		return Math.max(most, last - first + 1);
	}, 0);
}

describe('a pace', () => {
	test('spaces texts evenly', async () => {
		const clock = steppedClock();
		const [pace, starts, begin] = [paceAt(4, clock), [] as number[], clock.time()];
		void takeAll(pace, clock, starts, 6);
		await clock.run();
		expect(starts.map((start) => start - begin)).toEqual([0, 250, 500, 750, 1000, 1250]);
	});

	test('after idleness lets the next leave at once, and no more of them for it', async () => {
		const clock = steppedClock();
		const [pace, starts, begin] = [paceAt(2, clock), [] as number[], clock.time()];
		void takeAll(pace, clock, starts, 2);
		await clock.run();
		await clock.pass(10_000);
		void takeAll(pace, clock, starts, 3);
		await clock.run();
		expect(starts.map((start) => start - begin)).toEqual([0, 500, 10_500, 11_000, 11_500]);
	});

	test('lets no second see more than allowed, and loses none, whoever asks and however late timers are', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(0.5, 1, 2, 3, 6, 7, 10, 30, 33, 99),
				fc.array(fc.nat(900), { minLength: 1, maxLength: 60 }),
				fc.infiniteStream(fc.oneof({ weight: 9, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(400) })),
				async (perSecond, pauses, late) => {
					const clock = steppedClock(() => late.next().value as number);
					const [pace, starts] = [paceAt(perSecond, clock), [] as number[]];
					for (const [index, pause] of pauses.entries()) {
						// now and then time passes between the calls, more often they come in a bunch
						if (index % 7 === 3) await clock.pass(pause);
						if (index % 11 === 5) clock.block(pause);
						void takeAll(pace, clock, starts, 2);
					}
					await clock.run();
					expect(starts).toHaveLength(pauses.length * 2);
					const span = Math.max(1000, 1000 / perSecond);
					expect(mostWithin(starts, span)).toBeLessThanOrEqual(Math.max(1, perSecond));
				},
			),
			{ seed: 20261122, numRuns: 200 },
		);
	});

	test.each([1, 3, 10, 100])('holds %d a second over a minute within 3 %%, shared by four', async (perSecond) => {
		let turn = 0;
		// a timer is a little late most of the time, and now and then the process was busy
		const clock = steppedClock(() => (++turn % 50 === 0 ? 120 : turn % 3));
		const [pace, starts, begin] = [paceAt(perSecond, clock), [] as number[], clock.time()];
		for (let drain = 0; drain < 4; drain++) void takeAll(pace, clock, starts, perSecond * 40);
		await clock.pass(60_000);
		const inAMinute = starts.filter((start) => start < begin + 60_000).length;
		expect(inAMinute).toBeLessThanOrEqual(perSecond * 60);
		expect(inAMinute).toBeGreaterThanOrEqual(perSecond * 60 * 0.97);
	});

	test('slows down to half when the carrier says so, after the pause it asked for, and grows back', async () => {
		const clock = steppedClock();
		const [pace, starts] = [paceAt(10, clock), [] as number[]];
		void takeAll(pace, clock, starts, 2000);
		await clock.pass(10_000);
		const slowedAt = clock.time();
		for (let refused = 0; refused < 10; refused++) pace.slowDown(3_000); // texts that were under way together
		await clock.pass(3_000);
		const within = (fromMs: number, toMs: number) =>
			starts.filter((start) => start > slowedAt + fromMs && start <= slowedAt + toMs).length;
		await clock.pass(100_000);
		expect(within(0, 2_999)).toBe(0);
		expect(within(3_000, 8_000)).toBeGreaterThanOrEqual(24);
		expect(within(3_000, 8_000)).toBeLessThanOrEqual(28);
		expect(within(23_000, 33_000)).toBeGreaterThan(70);
		expect(within(60_000, 70_000)).toBe(100);
	});

	test('that is slowed down again and again stays above nothing, and a pause is never longer than half a minute', async () => {
		const clock = steppedClock();
		const [pace, starts] = [paceAt(32, clock), [] as number[]];
		for (let refused = 0; refused < 20; refused++) {
			pace.slowDown(0);
			await clock.pass(1_001);
		}
		pace.slowDown(3_600_000);
		const begin = clock.time();
		void takeAll(pace, clock, starts, 5);
		await clock.pass(35_000);
		expect((starts[0] as number) - begin).toBe(30_000);
		expect(starts.length).toBeGreaterThanOrEqual(4);
	});

	test('holds back those who wait already when it is slowed down', async () => {
		const clock = steppedClock();
		const [pace, starts, begin] = [paceAt(1, clock), [] as number[], clock.time()];
		void takeAll(pace, clock, starts, 1);
		void takeAll(pace, clock, starts, 1);
		await clock.pass(500);
		pace.slowDown(5_000);
		await clock.run();
		expect(starts.map((start) => start - begin)).toEqual([0, 5_500]);
	});
});

describe('the paces of a process', () => {
	test('are one for each key; the speed that was asked for last counts', async () => {
		const clock = steppedClock();
		const paces = createPaces(clock);
		expect(paces('a', 1)).not.toBe(paces('b', 1));
		const [pace, starts, begin] = [paces('a', 1), [] as number[], clock.time()];
		await takeAll(pace, clock, starts, 1);
		expect(paces('a', 10)).toBe(pace);
		void takeAll(paces('a', 10), clock, starts, 3);
		await clock.run();
		expect(starts.map((start) => start - begin)).toEqual([0, 1000, 1100, 1200]);
	});
});

test.each([
	['+14155550100', 1],
	['+1 (833) 555-0100', 3],
	['+18885550100', 3],
	['+18105550100', 1], // Michigan
	['+447700900100', 10],
	['72345', 100],
	['ACME', 10],
	[`MG${'0'.repeat(32)}`, 10],
])('%s sends %d a second unless the credential says otherwise', (sender, expected) => {
	expect(usualSpeed(sender)).toBe(expected);
});
