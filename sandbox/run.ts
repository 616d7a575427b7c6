// What is going on between two resets: counters, timers and the work not yet finished. A reset cancels the run and
// starts another; whatever an old run still had in the air then counts into nothing.

export const COUNTERS = [
	'apiRequests',
	'accepted',
	'refused',
	'throttled',
	'serverErrors',
	'cut',
	'closedEarly',
	'receiptsSent',
	'receiptsFailed',
	'repliesDelivered',
	'repliesFailed',
] as const;
export type Counter = (typeof COUNTERS)[number];
export type Counters = Record<Counter, number>;

export interface Run {
	readonly counters: Counters;
	/** Calls back later, unless the run is cancelled before. */
	after(ms: number, callback: () => void): void;
	/** Marks the start of something that `settled` waits for. */
	begin(): void;
	end(): void;
	/** Resolves when nothing is under way any more. */
	settled(): Promise<void>;
	cancel(): void;
}

/** setTimeout turns a longer delay into 1 ms. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

export function createRun(): Run {
	const counters = Object.fromEntries(COUNTERS.map((name) => [name, 0])) as Counters;
	const timers = new Set<NodeJS.Timeout>();
	let waiting: (() => void)[] = [];
	let underWay = 0;

	function release(): void {
		const callbacks = waiting;
		waiting = [];
		for (const callback of callbacks) callback();
	}

	return {
		counters,
		after(ms, callback) {
			const timer = setTimeout(
				() => {
					timers.delete(timer);
					callback();
				},
				Math.min(ms, LONGEST_DELAY_MS),
			);
			timers.add(timer);
		},
		begin() {
			underWay++;
		},
		end() {
			if (--underWay === 0) release();
		},
		settled: () => (underWay === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
		cancel() {
			for (const timer of timers) clearTimeout(timer);
			timers.clear();
			release();
		},
	};
}
