const CONFUSED: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/**
 * What codes are told apart and found by, whoever typed them however: capitals, without dashes and blanks, O as 0, I and L
 * as 1 (as Crockford's base 32 reads them). "summer 5o1-k2" and "SUMMER-501K2" are the same code. A ledger has each form once.
 *
 * Empty for what has neither letter nor digit.
 */
export const lookupForm = (typed: string): string =>
	typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^\p{L}\p{N}\p{M}]/gu, '') // letters beyond A–Z: codes that were made elsewhere may have them
		.replace(/[OIL]/g, (letter) => CONFUSED[letter] as string);
