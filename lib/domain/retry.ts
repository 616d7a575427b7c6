import { type CarrierError } from './errors';

/** A text is tried this often at most. */
export const MOST_TRIES = 4;

/** Nobody waits longer than this for one text: the run would look stuck. */
const LONGEST_WAIT_MS = 30_000;

const FIRST_WAIT_MS = 500;

/**
 * How long to wait before a text may be tried again; null when it must not be.
 *
 * The one place where this is decided. Only what provably was not sent is tried again: the carrier said so (`throttled`), or
 * was never reached (`unavailable`). The carrier's own Retry-After is kept; where it asks for longer than anybody waits, the
 * text fails and a later run tries again.
 *
 * @param tries how often it has been tried.
 * @param chance a number from 0 to 1 that spreads the tries of many texts.
 */
export function waitBeforeRetry(error: CarrierError, tries: number, chance: number): number | null {
	if (tries >= MOST_TRIES) return null;
	if (error.code !== 'throttled' && error.code !== 'unavailable') return null;
	const asked = error.details.retryAfterMs;
	if (asked !== undefined && asked > LONGEST_WAIT_MS) return null;
	const backOff = FIRST_WAIT_MS * 2 ** (tries - 1);
	return Math.round((asked ?? backOff) + chance * FIRST_WAIT_MS);
}
