import fc from 'fast-check';
import { type LaneJob, paced, runInLanes } from '../../lib/flows/run-in-lanes';

/** Many turns of the event loop, in which every promise that can go on does. */
const settle = async () => {
	for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

/** Jobs that run until they are told to end, one after the other in an order of our choice. */
function stage(keysOfJobs: ReadonlyArray<readonly string[]>) {
	const log: string[] = [];
	const running = new Map<number, () => void>();
	const jobs = keysOfJobs.map(
		(keys, index): LaneJob => ({
			keys,
			run: () => {
				log.push(`+${index}`);
				return new Promise<void>((resolve) => running.set(index, resolve));
			},
		}),
	);
	return {
		jobs,
		log,
		running: () => [...running.keys()].sort((a, b) => a - b),
		async end(index: number) {
			running.get(index)?.();
			running.delete(index);
			log.push(`-${index}`);
			await settle();
		},
	};
}

describe('jobs in lanes', () => {
	test('of one key run one after the other, others beside them', async () => {
		const play = stage([['a'], ['b'], ['a'], ['c'], ['b']]);
		const done = runInLanes(play.jobs, 10);
		await settle();
		expect(play.running()).toEqual([0, 1, 3]);
		await play.end(1);
		expect(play.running()).toEqual([0, 3, 4]);
		await play.end(0);
		expect(play.running()).toEqual([2, 3, 4]);
		for (const index of [2, 3, 4]) await play.end(index);
		await done;
	});

	test('are joined by any key, through others too, also when a later job joins two lanes', async () => {
		const play = stage([['a'], ['b'], ['c'], ['a', 'b'], ['b', 'd'], ['d']]);
		const done = runInLanes(play.jobs, 10);
		await settle();
		expect(play.running()).toEqual([0, 2]);
		for (const index of [0, 1, 3, 4]) {
			await play.end(index);
			expect(play.running()).toHaveLength(2);
		}
		for (const index of [5, 2]) await play.end(index);
		await done;
		expect(play.log.filter((line) => !line.includes('2')).join(' ')).toBe('+0 -0 +1 -1 +3 -3 +4 -4 +5 -5');
	});

	test('without keys stand for themselves, whatever keys others have', async () => {
		const play = stage([['job 1'], [], [], ['job 1']]);
		const done = runInLanes(play.jobs, 10);
		await settle();
		expect(play.running()).toEqual([0, 1, 2]);
		for (const index of [0, 1, 2, 3]) await play.end(index);
		await done;
		expect(play.log).toContain('+3');
	});

	test('are never more at once than allowed; a lane that ends makes room for the next', async () => {
		const play = stage([['a'], ['b'], ['c'], ['a'], []]);
		const done = runInLanes(play.jobs, 2);
		await settle();
		expect(play.running()).toEqual([0, 1]);
		await play.end(1);
		expect(play.running()).toEqual([0, 2]);
		for (const index of [0, 3, 2, 4]) await play.end(index);
		await done;
	});

	test('may be none', async () => {
		await runInLanes([], 5);
	});

	test('run each exactly once, in order of their keys, as many at once as allowed', async () => {
		const keys = fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']);
		await fc.assert(
			fc.asyncProperty(
				fc.array(keys, { maxLength: 25 }),
				fc.integer({ min: 1, max: 4 }),
				fc.infiniteStream(fc.nat(1000)),
				async (keysOfJobs, parallel, dice) => {
					const play = stage(keysOfJobs);
					const done = runInLanes(play.jobs, parallel);
					await settle();
					for (let ended = 0; ended < keysOfJobs.length; ended++) {
						const running = play.running();
						expect(running.length).toBeGreaterThan(0);
						expect(running.length).toBeLessThanOrEqual(parallel);
						await play.end(running[(dice.next().value as number) % running.length] as number);
					}
					await done;
					const starts = play.log.filter((line) => line.startsWith('+')).map(Number);
					expect([...starts].sort((a, b) => a - b)).toEqual(keysOfJobs.map((_, index) => index));
					for (const [later, ownKeys] of keysOfJobs.entries()) {
						for (const [before, otherKeys] of keysOfJobs.slice(0, later).entries()) {
							if (!ownKeys.some((key) => otherKeys.includes(key))) continue;
							expect(play.log.indexOf(`-${before}`)).toBeLessThan(play.log.indexOf(`+${later}`));
						}
					}
				},
			),
			{ seed: 20261122, numRuns: 200 },
		);
	});

	test('run as many at once as the keys and the limit let them', async () => {
		const play = stage(Array.from({ length: 100 }, (_, index) => [`key ${index % 30}`]));
		const done = runInLanes(play.jobs, 50);
		await settle();
		expect(play.running()).toHaveLength(30);
		while (play.running().length > 0) await play.end(play.running()[0] as number);
		await done;
	});
});

describe('paced calls', () => {
	/** A clock that stands still until somebody waits for it; waits end on the whole millisecond, as timers do. */
	function clock() {
		let time = Date.parse('2026-12-01T00:00:00Z');
		const waiting: Array<{ until: number; wake: () => void }> = [];
		const passTo = async (end: number) => {
			await settle();
			for (;;) {
				waiting.sort((a, b) => a.until - b.until);
				if (waiting[0] === undefined || waiting[0].until > end) break;
				const { until, wake } = waiting.shift() as (typeof waiting)[number];
				time = Math.max(time, until);
				wake();
				await settle();
			}
		};
		return {
			now: () => new Date(time),
			wait: (milliseconds: number) =>
				new Promise<void>((wake) => {
					waiting.push({ until: time + Math.max(Math.trunc(milliseconds), 1), wake });
				}),
			async pass(milliseconds: number) {
				const end = time + milliseconds;
				await passTo(end);
				time = end;
			},
			/** Until nobody waits any more. */
			run: () => passTo(Number.POSITIVE_INFINITY),
		};
	}

	test('answer what the call answers, and fail as it fails', async () => {
		const time = clock();
		const call = paced(async (a: number, b: number) => (b === 0 ? Promise.reject(new Error('no')) : a / b), 10, time);
		const [good, bad] = [call(6, 3), call(1, 0)];
		const failure = expect(bad).rejects.toThrow('no');
		await time.run();
		await expect(good).resolves.toBe(2);
		await failure;
	});

	test.each([0, -1])('are not held back with a limit of %d', async (perSecond) => {
		const call = async () => undefined;
		expect(paced(call, perSecond, clock())).toBe(call);
	});

	test('after a pause begin at once, and no more of them for it', async () => {
		const time = clock();
		const starts: number[] = [];
		const start = time.now().getTime();
		const call = paced(async () => void starts.push(time.now().getTime() - start), 2, time);
		const before = [call(), call()];
		await time.run();
		await time.pass(10_000);
		const after = [call(), call(), call()];
		await time.run();
		await Promise.all([...before, ...after]);
		expect(starts).toEqual([0, 500, 10_500, 11_000, 11_500]);
	});

	test('never begin more often than allowed in any second, and lose none', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(0.5, 1, 2, 3, 6, 7, 10, 30, 33, 99),
				fc.array(fc.nat(900), { minLength: 1, maxLength: 60 }),
				async (perSecond, pauses) => {
					const time = clock();
					const starts: number[] = [];
					const call = paced(async () => void starts.push(time.now().getTime()), perSecond, time);
					const calls: Array<Promise<void>> = [];
					for (const [index, pause] of pauses.entries()) {
						// now and then time passes between the calls, more often they come in a bunch
						if (index % 7 === 3) await time.pass(pause);
						calls.push(call());
					}
					await time.run();
					await Promise.all(calls);
					expect(starts).toHaveLength(pauses.length);
					const most = Math.max(1, perSecond);
					const span = Math.max(1000, 1000 / perSecond);
					for (const first of starts) {
						const within = starts.filter((start) => start >= first && start < first + span);
						expect(within.length).toBeLessThanOrEqual(most);
					}
				},
			),
			{ seed: 20261122, numRuns: 300 },
		);
	});
});
