// The check character of ISO/IEC 7064, MOD 37-2: a pure system over 0–9 A–Z with a prime modulus, so that it finds every
// wrong character and every swap of two neighbours, its own place included. (Of MOD 37,36, its hybrid sister, the standard
// promises that for nearly all swaps only; a modulus of 31 or 32 over 32 symbols, as coupon-code has, misses some of both.)
//
// One code in 37 would end in "*", which links and tills treat unkindly, and four more in I, L, O or U, which people mistake
// for others. Such codes are not made: whoever draws a code draws again until its check character is in the alphabet.

const SYMBOLS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MODULUS = 37;
const RADIX = 2;
/** What stands for 36 in the standard; no code of ours ends in it. */
const BEYOND = '*';

const NONE = -1;

/** By character code; −1 for what has no value (a dash). */
const values = new Int8Array(128).fill(NONE);
for (const [value, symbol] of [...SYMBOLS].entries()) values[symbol.charCodeAt(0)] = value;

/**
 * The check character over the first bytes of a code, which is in its look-up form or differs from it by dashes only.
 *
 * @param row ASCII. What is neither digit nor capital letter counts for nothing.
 * @returns its character code, or that of "*", which no code may end in.
 */
export function checkByte(row: Uint8Array, length: number): number {
	let sum = 0;
	for (let index = 0; index < length; index++) {
		const value = values[row[index] as number] as number;
		if (value !== NONE) sum = ((sum + value) * RADIX) % MODULUS;
	}
	// the standard wants the whole, check character included, to be 1 modulo 37
	return (SYMBOLS + BEYOND).charCodeAt((MODULUS + 1 - sum) % MODULUS);
}

/** Whether a code ends in its check character. @param form its look-up form. */
export function endsInCheckCharacter(form: string): boolean {
	return (
		/^[0-9A-Z]{2,}$/.test(form) &&
		checkByte(Buffer.from(form, 'latin1'), form.length - 1) === form.charCodeAt(form.length - 1)
	);
}
