import { type FailureReason } from './delivery';

/**
 * Everything that can go wrong between us and a carrier. The set is closed: nodes, flows and tests switch over it.
 *
 * - `bad-config`: the account, key, sender or URL is wrong; nothing can be sent until the operator mends it.
 * - `bad-message`: this text or number is refused for what it is (invalid number, too long, landline).
 * - `recipient-opted-out`: the carrier blocks this recipient because they texted STOP.
 * - `rejected`: the carrier refused for another reason (filter, registration, no credit).
 * - `throttled`: too fast; the carrier says it did not take the text.
 * - `unavailable`: the carrier could not be reached, provably before the text left us.
 * - `outcome-unknown`: the request left and no usable answer came; the text may have been sent. Never retried blindly.
 * - `unreadable-response`: an answer came, but not one that says whether the text was taken. As uncertain as the above.
 */
export const CARRIER_ERROR_CODES = [
	'bad-config',
	'bad-message',
	'recipient-opted-out',
	'rejected',
	'throttled',
	'unavailable',
	'outcome-unknown',
	'unreadable-response',
] as const;

export type CarrierErrorCode = (typeof CARRIER_ERROR_CODES)[number];

export interface CarrierErrorDetails {
	/** The carrier's own error code, as it wrote it. */
	readonly carrierCode?: string;
	/** What it says of the recipient's number, where it says something. */
	readonly reason?: FailureReason;
	/** The carrier's own words. */
	readonly carrierMessage?: string;
	readonly httpStatus?: number;
	/** How long the carrier asked us to wait, in milliseconds. */
	readonly retryAfterMs?: number;
	/** Where the carrier explains its code. */
	readonly moreInfo?: string;
}

/** A send, or a look-up at a carrier, that did not succeed. Tell it by `code`, not by `instanceof`. */
export class CarrierError extends Error {
	override readonly name = 'CarrierError';

	constructor(
		readonly code: CarrierErrorCode,
		message: string,
		readonly details: CarrierErrorDetails = {},
	) {
		super(message);
	}
}

export const isCarrierError = (error: unknown): error is CarrierError =>
	error instanceof Error && error.name === 'CarrierError' && 'code' in error;

/** Whether the text may have reached the customer although no success was reported. */
export const mayHaveBeenSent = (code: CarrierErrorCode): boolean =>
	code === 'outcome-unknown' || code === 'unreadable-response';

/**
 * Something that the operator has to mend: unreadable order data, a template mistake, a wrong setting.
 *
 * `message` says what is wrong, `hint` what to do about it.
 */
export type DomainErrorCode = 'no-order' | 'bad-template' | 'missing-setting' | 'bad-setting' | 'too-long' | 'ledger';

export class DomainError extends Error {
	override readonly name = 'DomainError';

	constructor(
		readonly code: DomainErrorCode,
		message: string,
		readonly hint = '',
	) {
		super(message);
	}
}

export const isDomainError = (error: unknown): error is DomainError =>
	error instanceof Error && error.name === 'DomainError' && 'code' in error;
