import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export const hmac = (algorithm: 'sha1' | 'sha256', key: string, message: string, encoding: 'base64' | 'hex'): string =>
	createHmac(algorithm, key).update(message, 'utf8').digest(encoding);

export const sha256Hex = (message: string): string => createHash('sha256').update(message, 'utf8').digest('hex');

/** Compares without telling by its duration where the first difference is. */
export function equalsSecretly(expected: string, given: string): boolean {
	const [a, b] = [Buffer.from(expected), Buffer.from(given)];
	return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether a Unix time in seconds lies within a window around now. */
export function isRecent(unixSeconds: string | undefined, now: Date, windowSeconds: number): boolean {
	if (!unixSeconds || !/^\d{1,12}$/.test(unixSeconds)) return false;
	return Math.abs(now.getTime() / 1000 - Number(unixSeconds)) <= windowSeconds;
}
