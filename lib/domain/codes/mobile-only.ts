// A code that only a phone shows travels in a link, with a signature by which nobody can make up a link for another code.

/** Makes a keyed digest of `parts` in hex, at least 32 digits; the ledger's. `use` keeps digests of different uses apart. */
export type Sign = (use: string, ...parts: readonly string[]) => string;

export interface MobileOnlyCode {
	readonly code: string;
	/** When it ends; undefined when it does not. */
	readonly until?: Date | undefined;
}

const USE = 'mobile-only code';

/** 22 characters: as long as a text can afford, and 128 bits, which nobody tries out. */
const SIGNATURE_BYTES = 16;

/** The end in seconds, by which a link tells without a look-up that it is over; "0" for never. */
const secondsOf = (until: Date | undefined): number => (until ? Math.floor(until.getTime() / 1000) : 0);

function signatureOf({ code, until }: MobileOnlyCode, sign: Sign): string {
	const digest = sign(USE, code, String(secondsOf(until)));
	return Buffer.from(digest, 'hex').subarray(0, SIGNATURE_BYTES).toString('base64url');
}

/** What a link carries instead of the code's bare self: `<end in base 36>.<signature>`. It holds nothing of the code. */
export const mobileOnlyToken = (code: MobileOnlyCode, sign: Sign): string =>
	`${secondsOf(code.until).toString(36)}.${signatureOf(code, sign)}`;

/**
 * Whether a token was made for this code by who has the key, and is not over. How long it takes says nothing of the right
 * signature.
 */
export function isMobileOnlyToken(token: string, code: string, sign: Sign, now: Date): boolean {
	const [, end = '', signature = ''] = /^([0-9a-z]{1,9})\.([\w-]{22})$/.exec(token) ?? [];
	const seconds = parseInt(end, 36);
	const isOver = Number.isNaN(seconds) || (seconds !== 0 && now.getTime() >= (seconds + 1) * 1000);
	const until = seconds === 0 ? undefined : new Date(seconds * 1000);
	const wanted = Number.isNaN(seconds) ? '' : signatureOf({ code, until }, sign);
	return isSame(wanted, signature) && !isOver;
}

/** Compares whole texts of one length, whatever differs first. */
function isSame(one: string, other: string): boolean {
	let difference = one.length ^ other.length;
	for (let index = 0; index < one.length; index++) difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
	return difference === 0 && one.length > 0;
}
