/** Everything that waits goes on waiting; only what tells the time is set. */
const WAITING = [
	'hrtime',
	'nextTick',
	'performance',
	'queueMicrotask',
	'setImmediate',
	'clearImmediate',
	'setInterval',
	'clearInterval',
	'setTimeout',
	'clearTimeout',
] as const;

/** Sets the clock by so much, until the test ends. Time stands still then, but for further calls. */
export function forwardClock(ms: number): void {
	jest.useFakeTimers({ now: Date.now() + ms, doNotFake: [...WAITING] });
}

afterEach(() => {
	jest.useRealTimers();
});
