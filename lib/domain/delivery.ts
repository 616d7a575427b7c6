// What became of a text, by its carrier's reports. Reports come more than once and in any order.

export const DELIVERY_STATUSES = [
	'queued',
	'sent',
	'delivered',
	'undelivered',
	'failed',
	'expired',
	'rejected',
	'unknown',
] as const;

/**
 * - `queued`: the carrier has the text; `sent`: the customer's network has it.
 * - `undelivered`: it did not reach the phone; `failed`: it did not leave the carrier; `expired`: its time ran out on the way;
 *   `rejected`: the carrier or network refused it.
 * - `unknown`: nothing can be said; where it is final, the carrier will never know.
 */
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const FAILURE_REASONS = [
	'opted_out',
	'unreachable',
	'invalid_number',
	'landline',
	'blocked',
	'spam',
	'expired',
	'throttled',
	'unregistered',
	'no_credit',
	'country',
	'unknown',
] as const;

/** Why a text did not arrive, in words that all carriers share. */
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** For the operator: what happened, and what to do about it. */
export const FAILURE_SENTENCES: Readonly<Record<FailureReason, string>> = {
	opted_out:
		'The customer has opted out of texts from this sender. Do not text them again unless they ask for it, for instance by texting START.',
	unreachable:
		'The phone could not be reached: switched off, out of range, or its mailbox is full. Try again later or use another channel.',
	invalid_number: 'The number does not exist or is no longer in use. Ask the customer for their current mobile number.',
	landline: 'The number is a landline, which cannot receive texts. Ask the customer for a mobile number.',
	blocked:
		'The customer’s network or phone blocks this text. Check that the sender is allowed in that country, or use another channel.',
	spam: 'The network’s filter took the text for spam. Reword it, leave out shortened links, and check that the sender is registered.',
	expired:
		'The phone could not be reached before the text expired. Send it again if it still matters, or use another channel.',
	throttled:
		'More texts were sent than the carrier or network allows. Send it again later, and lower the sending speed.',
	unregistered:
		'The sender is not registered for texts to this country (in the US: A2P 10DLC or toll-free verification). Complete the registration at the carrier.',
	no_credit:
		'The carrier account has no credit left or has reached its spending limit. Top it up or raise the limit, then send the text again.',
	country:
		'The carrier account or the sender may not text to this country. Switch the country on at the carrier, or take a sender that may.',
	unknown:
		'The carrier gave no reason that is known here. Look up its error code, and ask the carrier if it happens again.',
};

/** Whether no text will ever reach this number, so that later ones need not be paid for. */
export const isDeadNumber = (reason: FailureReason | undefined): boolean =>
	reason === 'invalid_number' || reason === 'landline';

export interface DeliveryState {
	readonly status: DeliveryStatus;
	/** Whether the carrier expects to report nothing further. */
	readonly isFinal: boolean;
}

/** How far along a status is. What failed stands on one step: the first outcome that was reported stays. */
const STEP: Readonly<Record<DeliveryStatus, number>> = {
	unknown: 0,
	queued: 1,
	sent: 2,
	undelivered: 3,
	failed: 3,
	expired: 3,
	rejected: 3,
	delivered: 4,
};

/**
 * What is known of a text after one more report: `next` where it says more than `before`, else `before` itself, so that
 * comparing the result with `before` tells whether anything changed.
 *
 * A final state never goes back; of two failures the first stays; "delivered" is the truth whenever it comes. "Unknown" ends
 * a text of which no outcome was reported, and changes nothing else.
 *
 * @param before undefined when nothing was reported yet.
 */
export function foldStatus<State extends DeliveryState>(before: State | undefined, next: State): State {
	if (!before) return next;
	if (isOver(before) && !isOver(next)) return before;
	const isFurther = STEP[next.status] > STEP[before.status];
	const isOnSameStep = STEP[next.status] === STEP[before.status];
	const isUnderWay = STEP[before.status] <= STEP.sent;
	const endsIt = isOver(next) && !isOver(before) && (isOnSameStep || (next.status === 'unknown' && isUnderWay));
	return isFurther || endsIt ? next : before;
}

/** What a carrier has reported of one part of a long text. */
export interface PartState extends DeliveryState {
	/** What the part costs, in the carrier's words. */
	readonly price?: string | undefined;
}

/**
 * How a text stands whose parts are reported one by one: delivered when all are; not, as soon as one is not; else on its way.
 *
 * @param total how many parts it has.
 */
export function stateOfParts(parts: readonly DeliveryState[], total: number): DeliveryState {
	const failed = parts.find(({ status }) => STEP[status] === STEP.failed);
	if (failed) return { status: failed.status, isFinal: failed.isFinal };
	const least = parts.reduce((one, other) => (STEP[other.status] < STEP[one.status] ? other : one));
	if (parts.length >= total) return { status: least.status, isFinal: parts.every(({ isFinal }) => isFinal) };
	return { status: least.status === 'delivered' ? 'sent' : least.status, isFinal: false };
}

/** What the parts cost together; undefined where that cannot be told. */
export function priceOfParts(prices: ReadonlyArray<string | undefined>): string | undefined {
	const known = prices.filter((price) => price !== undefined);
	if (known.length === 0 || !known.every((price) => /^\d{1,9}(\.\d{1,12})?$/.test(price))) return undefined;
	const digits = Math.max(...known.map((price) => price.split('.')[1]?.length ?? 0));
	return known.reduce((sum, price) => sum + Number(price), 0).toFixed(digits);
}

/** A delivered text is delivered, whatever its carrier calls final. */
const isOver = ({ status, isFinal }: DeliveryState) => isFinal || status === 'delivered';
