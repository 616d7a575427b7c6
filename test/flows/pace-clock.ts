/** Every promise that can go on does. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A clock that stands still until it is told to go on. Timers end on the whole millisecond, and as late as `lateness` says. */
export function steppedClock(lateness: () => number = () => 0) {
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
		time: () => time,
		now: () => new Date(time),
		wait: (milliseconds: number) =>
			new Promise<void>((wake) => {
				waiting.push({ until: time + Math.max(Math.trunc(milliseconds), 1) + lateness(), wake });
			}),
		async pass(milliseconds: number) {
			const end = time + milliseconds;
			await passTo(end);
			time = Math.max(time, end);
		},
		/** The process does something else for so long: timers that are over end late. */
		block(milliseconds: number) {
			time += milliseconds;
		},
		/** Until nobody waits any more. */
		run: () => passTo(Number.POSITIVE_INFINITY),
	};
}
