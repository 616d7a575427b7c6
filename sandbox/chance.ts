// Every id and every dice throw of the sandbox comes from one of these, so that a seed makes a run repeatable.
import { randomInt } from 'node:crypto';

export interface Chance {
	/** A number in [0, 1). */
	next(): number;
	/** `length` lower-case hex digits. */
	hex(length: number): string;
	/** A version 4 UUID. */
	uuid(): string;
}

/** sfc32 by Chris Doty-Humphrey (PractRand): small, fast, and with 128 bits of state two unseeded runs share no ids. */
export function createChance(seed?: number): Chance {
	const word = (index: number) => (seed === undefined ? randomInt(2 ** 32) : (seed + index * 0x9e3779b9) | 0);
	let a = word(1);
	let b = word(2);
	let c = word(3);
	let counter = 1;

	const uint32 = (): number => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = ((c << 21) | (c >>> 11)) + sum;
		c |= 0;
		return sum >>> 0;
	};
	for (let round = 0; round < 12; round++) uint32(); // the first outputs still show the seed

	const hex = (length: number): string => {
		let digits = '';
		while (digits.length < length) digits += uint32().toString(16).padStart(8, '0');
		return digits.slice(0, length);
	};

	return {
		next: () => uint32() / 2 ** 32,
		hex,
		uuid() {
			const digits = hex(32);
			const variant = ((parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16);
			return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
		},
	};
}
