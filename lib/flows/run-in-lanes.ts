export interface LaneJob {
	/** Jobs that share a key run one after the other, in their order; others side by side. */
	readonly keys: readonly string[];
	run(): Promise<void>;
}

/**
 * Runs many jobs side by side, those of one customer in order.
 *
 * @param parallel how many at once, at most.
 * @returns when all have ended. Jobs do not throw: they keep their own errors.
 */
export async function runInLanes(jobs: readonly LaneJob[], parallel: number): Promise<void> {
	const lanes = lanesOf(jobs);
	let next = 0;
	const worker = async () => {
		while (next < lanes.length) for (const job of lanes[next++] as LaneJob[]) await job.run();
	};
	await Promise.all(Array.from({ length: Math.min(parallel, lanes.length) }, worker));
}

/** Groups jobs that share a key, directly or through others. */
function lanesOf(jobs: readonly LaneJob[]): LaneJob[][] {
	const lanes = new Set<number[]>();
	const laneByKey = new Map<string, number[]>();
	jobs.forEach(({ keys }, index) => {
		const touched = new Set(keys.map((key) => laneByKey.get(key)).filter((lane) => lane !== undefined));
		const [lane = [], ...others] = touched;
		lanes.add(lane);
		lane.push(index);
		for (const key of keys) laneByKey.set(key, lane);
		for (const other of others) {
			for (const member of other) {
				lane.push(member);
				for (const key of (jobs[member] as LaneJob).keys) laneByKey.set(key, lane);
			}
			lanes.delete(other);
		}
	});
	return [...lanes].map((lane) => lane.sort((a, b) => a - b).map((index) => jobs[index] as LaneJob));
}
