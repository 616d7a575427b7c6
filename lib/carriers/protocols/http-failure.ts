import { type FailureReason } from '../../domain/delivery';
import { CarrierError, type CarrierErrorCode } from '../../domain/errors';
import { maskPhonesIn } from '../../domain/phone';
import { retryAfterMs, type WireResponse } from '../../wire';
import { meaningOf } from './reading';

export interface CarrierWords {
	/** The carrier's own error code. */
	readonly code?: string | undefined;
	/** What the code says of the recipient's number. */
	readonly reason?: FailureReason | undefined;
	readonly message?: string | undefined;
	readonly moreInfo?: string | undefined;
}

const SENTENCES: Readonly<Record<CarrierErrorCode, string>> = {
	'bad-config': 'does not accept the account, key or sender',
	'bad-message': 'refused this text or number',
	'recipient-opted-out': 'blocks this recipient, who has opted out',
	rejected: 'refused the text',
	throttled: 'says it is too fast and did not take the text',
	unavailable: 'could not be reached',
	'outcome-unknown': 'had a fault of its own; the text may have been sent',
	'unreadable-response': 'gave an answer that does not say whether it took the text',
};

/**
 * The error that an answer stands for: by the carrier's own code where that is known, else by the HTTP status. In a success
 * that holds a failure, the status says nothing: without a known code the carrier has refused the text.
 *
 * A 5xx says nothing about the text: it may have been taken before the fault, unless the carrier documents otherwise.
 *
 * @param known by the carrier's code, or by an HTTP status that means something else than usual, as "http503".
 */
export function failureOf(
	carrierName: string,
	response: WireResponse,
	words: CarrierWords,
	known: Readonly<Record<string, CarrierErrorCode>>,
): CarrierError {
	const kind =
		meaningOf(known, words.code) ??
		meaningOf(known, `http${response.status}`) ??
		(isSuccess(response) ? 'rejected' : byStatus(response.status));
	return errorWith(kind, `${carrierName} ${SENTENCES[kind]}`, response, words);
}

const RESTRICTED_KEY =
	'does not let this account or key see or change where replies go. Check the credential: a restricted key needs the permission to read and change numbers, short codes and Messaging Services or profiles';

/**
 * The error that an answer stands for to which no text was sent: a look-up, or a change of the account's settings. Both may be
 * repeated, so no outcome stays unknown.
 */
export function accountFailureOf(carrierName: string, response: WireResponse, words: CarrierWords): CarrierError {
	const kind = byStatus(response.status);
	const failure = (code: CarrierErrorCode, sentence: string) =>
		errorWith(code, `${carrierName} ${sentence}`, response, words);
	if (kind === 'bad-config') return failure(kind, RESTRICTED_KEY);
	if (kind === 'throttled') return failure(kind, 'says it is too fast. Try again in a moment');
	if (kind === 'outcome-unknown') return failure('unavailable', 'had a fault of its own. Try again in a moment');
	if (kind === 'rejected') return failure(kind, 'refused to change where replies go');
	return failure(kind, 'gave an answer that cannot be read. Check the API URL in the credential');
}

function errorWith(
	kind: CarrierErrorCode,
	sentence: string,
	response: WireResponse,
	{ code, reason, message: carrierMessage, moreInfo }: CarrierWords,
): CarrierError {
	const message = carrierMessage && maskPhonesIn(carrierMessage); // Twilio repeats the number in its messages
	const words = [code, message].filter(Boolean).join(': ') || `HTTP ${response.status}`;
	return new CarrierError(kind, `${sentence} (${words})`, {
		...(code ? { carrierCode: code } : {}),
		...(reason ? { reason } : {}),
		...(message ? { carrierMessage: message } : {}),
		...(moreInfo ? { moreInfo: maskPhonesIn(moreInfo) } : {}),
		httpStatus: response.status,
		...withRetryAfter(response),
	});
}

export const isSuccess = ({ status }: WireResponse): boolean => status >= 200 && status <= 299;

function withRetryAfter(response: WireResponse) {
	const wait = retryAfterMs(response);
	return wait === undefined ? {} : { retryAfterMs: wait };
}

function byStatus(status: number): CarrierErrorCode {
	if (status === 401 || status === 403 || status === 404) return 'bad-config';
	if (status === 429) return 'throttled';
	if (status === 408) return 'outcome-unknown'; // also said by gateways that have handed the request on
	if (status >= 400 && status < 500) return 'rejected';
	return status >= 500 ? 'outcome-unknown' : 'unreadable-response';
}

/** The error for a success that names no message. */
export const unreadable = (carrierName: string, { status }: WireResponse): CarrierError =>
	new CarrierError(
		'unreadable-response',
		`${carrierName} ${SENTENCES['unreadable-response']} (HTTP ${status} without an id)`,
		{ httpStatus: status },
	);
