import { CarrierError } from '../../lib/domain/errors';
import { type WireRequest, type WireResponse } from '../../lib/wire';

/** Does one HTTP exchange with a carrier, authorised by its credential. @throws CarrierError */
export type Exchange = (request: WireRequest) => Promise<WireResponse>;

/** Carriers answer in well under a second; one that takes longer than this is in trouble. */
export const TIMEOUT_MS = 30_000;

/** No whole answer came in time. */
export class NoAnswerInTime extends Error {
	override readonly name = 'NoAnswerInTime';

	constructor(timeoutMs: number) {
		super(`no answer in ${timeoutMs / 1000} s`);
	}
}

/** The origin of a URL without what may be secret in it; of anything else, nothing. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'The API URL');

/** @throws CarrierError `bad-config` for what is no address of an HTTP server. Node would only say so after a while, or not at all. */
export function checkUrl(url: string): void {
	const parsed = URL.canParse(url) ? new URL(url) : undefined;
	if (parsed && /^https?:$/.test(parsed.protocol) && !parsed.username && !parsed.password) return;
	throw new CarrierError(
		'bad-config',
		parsed?.username || parsed?.password
			? 'The API URL in the carrier credential has a user name or password in it; leave them out'
			: 'The API URL in the carrier credential must begin with https:// or http:// and name a host',
	);
}

/**
 * What went wrong when no answer came.
 *
 * `unavailable` promises that nothing was sent, and the text is tried again; so it takes proof. The rest may have reached the
 * carrier.
 *
 * @param neverLeft whether the request is known not to have left; by default that is read from the error.
 */
export function failedExchange(error: unknown, url: string, neverLeft = provesNothingLeft(error)): CarrierError {
	const causes = causesOf(error);
	const host = hostOf(url);
	const refusal = refusalIn(causes);
	if (refusal) return new CarrierError('bad-config', `n8n does not allow requests to ${host}: ${refusal.message}`);
	const why = reasonOf(causes);
	if (neverLeft) return new CarrierError('unavailable', `${host} could not be reached (${why}); nothing was sent`);
	return new CarrierError('outcome-unknown', `The connection to ${host} was lost before it answered in full (${why})`);
}

/** Why no answer came, without anything of the request: n8n's refusal in its own words, else Node's code. */
export function whyNoAnswer(error: unknown): string {
	const causes = causesOf(error);
	return refusalIn(causes)?.message ?? reasonOf(causes);
}

/** n8n's settings forbid the address. */
const refusalIn = (causes: readonly Cause[]) =>
	causes.findLast(({ name, message }) => /^Ssrf/.test(name ?? '') || /^Domain not allowed/.test(message ?? ''));

interface Cause {
	readonly code?: unknown;
	readonly syscall?: unknown;
	readonly name?: string;
	readonly message?: string;
	readonly request?: { readonly socket?: { readonly secureConnecting?: boolean } | null };
}

/**
 * A look-up or a connection that failed, or a TLS socket that never became secure (also for a wrong certificate): Node keeps
 * the request back until then. A code alone proves nothing: EHOSTUNREACH or a TLS error also come long after the request.
 */
const provesNothingLeft = (error: unknown): boolean =>
	causesOf(error).some(
		({ syscall, request }) =>
			syscall === 'connect' || syscall === 'getaddrinfo' || request?.socket?.secureConnecting === true,
	);

/** Never a message of the error: n8n's and Node's may repeat the request with its secrets. */
function reasonOf(causes: readonly Cause[]): string {
	const late = causes.find(({ name }) => name === 'NoAnswerInTime');
	if (late) return String(late.message);
	const codes = causes
		.map(({ code }) => code)
		.filter((code) => typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code));
	// ECONNABORTED is what axios calls its own timeout
	if (codes.includes('ECONNABORTED')) return 'no answer in time';
	return String(codes.at(-1) ?? 'the reason is not known');
}

/** The error and what it wraps: n8n wraps axios, which wraps Node's own error; several addresses fail side by side. */
function causesOf(error: unknown): Cause[] {
	const causes: Cause[] = [];
	let current = error as (Cause & { cause?: unknown; errors?: unknown[] }) | undefined;
	while (current && typeof current === 'object' && causes.length < 6) {
		causes.push(current);
		if (Array.isArray(current.errors)) causes.push(...(current.errors as Cause[]).slice(0, 4));
		current = current.cause as typeof current;
	}
	return causes;
}
