/** Lets texts of one sender leave one after the other, at an even speed. */
export interface Pace {
	/** Resolves when the caller may begin its request: each call takes the next slot. */
	slot(): Promise<void>;
	/** The carrier said "too fast": nothing for that long, and at half the speed for a while, which then grows again. */
	slowDown(milliseconds: number): void;
}
