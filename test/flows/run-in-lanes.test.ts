import fc from 'fast-check';
import { type LaneJob, runInLanes } from '../../lib/flows/run-in-lanes';

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
