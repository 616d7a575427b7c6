export interface Bench {
	readonly about: string;
	readonly unit: string;
	readonly higherIsBetter: boolean;
	run(): Promise<{
		/** One figure for each run. */
		readonly runs: readonly number[];
		/** The same figures for others who do the same, measured in the same process. */
		readonly peers?: Readonly<Record<string, readonly number[]>>;
		/** Where each ran in a process of its own: the most memory that it took, in MB; `ours` is among them. */
		readonly peakMb?: Readonly<Record<string, number>>;
	}>;
}

/** Times what `work` does per second of CPU on this thread, after a warm-up. */
export function perCpuSecond(work: () => number, minimumMs = 700): number {
	work();
	const before = process.threadCpuUsage();
	const started = performance.now();
	let done = 0;
	while (performance.now() - started < minimumMs) done += work();
	const { user, system } = process.threadCpuUsage(before);
	return done / ((user + system) / 1e6);
}
