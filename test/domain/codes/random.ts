/** Bytes that look random and are the same in every run (mulberry32), so that a red test stays red. */
export function seededFill(seed = 20261122): (buffer: Uint8Array) => void {
	let state = seed;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
	return (buffer) => {
		for (let index = 0; index < buffer.length; index++) buffer[index] = next() & 255;
	};
}

/** A whole number from 0 up to, not including, its argument. */
export function seededBelow(seed?: number): (below: number) => number {
	const fill = seededFill(seed);
	const bytes = new Uint8Array(4);
	return (below) => {
		fill(bytes);
		return new DataView(bytes.buffer).getUint32(0) % below;
	};
}
