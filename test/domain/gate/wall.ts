// What a clock on the wall shows, worked out in another way than the gate does: by the words of Intl's Swedish, without memory
// of offsets. And a generator of chance that gives the same every time.

const formats = new Map<string, Intl.DateTimeFormat>();

export interface Wall {
	/** YYYY-MM-DD. */
	readonly date: string;
	/** HH:MM. */
	readonly time: string;
	/** 0 is Sunday. */
	readonly weekday: number;
}

export function wall(instant: number, zone: string): Wall {
	let format = formats.get(zone);
	if (!format) {
		format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
		formats.set(zone, format);
	}
	const [date = '', time = ''] = format.format(instant).split(' ');
	return { date, time, weekday: new Date(`${date}T12:00:00Z`).getUTCDay() };
}

/** Mulberry32. */
export function chance(seed: number) {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		below: (most: number) => Math.floor(next() * most),
		isOnce: (in_: number) => next() < 1 / in_,
		of: <T>(choices: readonly T[]): T => choices[Math.floor(next() * choices.length)] as T,
	};
}
