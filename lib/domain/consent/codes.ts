import { timingSafeEqual } from 'node:crypto';

/**
 * How long a one-time code is good for, and how often it may be mistyped. Twilio Verify has the same; NIST SP 800-63B allows
 * ten minutes for codes by SMS.
 */
export const CODE_MINUTES = 10;
export const MOST_TRIES = 5;

const CODE_LENGTH = 6;

/**
 * Six digits, each as likely as the others.
 *
 * @param randomInt gives a whole number from 0 up to, not including, its argument; from a generator that cannot be predicted.
 */
export const newCode = (randomInt: (below: number) => number): string =>
	String(randomInt(10 ** CODE_LENGTH)).padStart(CODE_LENGTH, '0');

/** What stands in place of a code wherever the text is kept or shown. */
export const HIDDEN_CODE = '******';

/** The code as somebody typed it: "123 456", "123-456", full-width digits. Undefined when it is none. */
export function readCode(typed: unknown): string | undefined {
	const text = typeof typed === 'number' ? String(typed).padStart(CODE_LENGTH, '0') : typeof typed === 'string' ? typed : '';
	const digits = text.normalize('NFKC').replace(/[\s\-–.]/g, '');
	return /^\d{6}$/.test(digits) ? digits : undefined;
}

/** The code in a reply, alone or among words ("my code is 123456"). Undefined when there is none, or more than one. */
export function codeIn(text: string): string | undefined {
	const whole = readCode(text);
	if (whole) return whole;
	const found = text.normalize('NFKC').match(/(?<![\d-])\d{3}[ -]?\d{3}(?![\d-])/g) ?? [];
	return found.length === 1 ? readCode(found[0]) : undefined;
}

/** Takes the same time wherever the two differ. Both are hex digests of the same length. */
export const isSameDigest = (a: string, b: string): boolean =>
	a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
