import {
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestMethods,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { CommerceSmsTelnyxApi } from '../../credentials/CommerceSmsTelnyxApi.credentials';
import { CommerceSmsTwilioApi } from '../../credentials/CommerceSmsTwilioApi.credentials';
import { CarrierError } from '../../lib/domain/errors';
import { type WireRequest, type WireResponse } from '../../lib/wire';

/** Does one HTTP exchange with a carrier, authorised by its credential. @throws CarrierError */
export type Exchange = (request: WireRequest) => Promise<WireResponse>;

/** Telnyx and Twilio answer in well under a second; a carrier that takes longer than this is in trouble. */
const TIMEOUT_MS = 30_000;

/** From so many texts on, connections that stay open pay: n8n's helper makes a new one, with TLS, for each request. */
const BULK = 5;

const CREDENTIAL_CLASSES = { commerceSmsTelnyxApi: CommerceSmsTelnyxApi, commerceSmsTwilioApi: CommerceSmsTwilioApi };

/**
 * How a node's texts reach the carrier.
 *
 * A few go through n8n's own helper, with all its settings. Many go over connections that stay open, authorised once by the
 * credential's own rule — unless a setting is in play that only the helper keeps: a proxy, SSRF protection, or a credential
 * restricted to domains.
 */
export async function carrierExchange(
	context: IExecuteFunctions,
	credentialName: string,
	credentials: IDataObject,
	expectedTexts: number,
): Promise<Exchange> {
	if (expectedTexts < BULK || !mayGoDirectly(credentials)) return throughHelper(context, credentialName);
	const authorization = await authorizationHeader(credentialName, credentials);
	return authorization ? overOpenConnections(authorization) : throughHelper(context, credentialName);
}

function mayGoDirectly(credentials: IDataObject): boolean {
	const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'];
	const isRestricted = ![undefined, '', 'all'].includes(credentials.allowedHttpRequestDomains as string | undefined);
	return (
		!isRestricted && !names.some((name) => process.env[name]) && process.env.N8N_SSRF_PROTECTION_ENABLED !== 'true'
	);
}

/** The header that the credential's `authenticate` asks for; undefined when it does it in another way. */
async function authorizationHeader(credentialName: string, credentials: IDataObject): Promise<string | undefined> {
	const CredentialClass = CREDENTIAL_CLASSES[credentialName as keyof typeof CREDENTIAL_CLASSES];
	const { authenticate } = new CredentialClass();
	if (typeof authenticate !== 'function') return undefined;
	const { auth, headers } = await authenticate(credentials as Parameters<typeof authenticate>[0], { url: '' });
	if (auth) return `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`;
	return headers?.Authorization as string | undefined;
}

function throughHelper(context: IExecuteFunctions, credentialName: string): Exchange {
	return async ({ method, url, headers, body }) => {
		const options: IHttpRequestOptions = {
			method: method as IHttpRequestMethods,
			url,
			headers,
			timeout: TIMEOUT_MS,
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			...(body === undefined ? {} : { body }),
		};
		try {
			const response = await context.helpers.httpRequestWithAuthentication.call(context, credentialName, options);
			return {
				status: response.statusCode,
				headers: Object.fromEntries(
					Object.entries(response.headers as Record<string, unknown>).map(([name, value]) => [
						name.toLowerCase(),
						String(value),
					]),
				),
				body: typeof response.body === 'string' ? response.body : JSON.stringify(response.body),
				receivedAt: new Date(),
			};
		} catch (error) {
			throw failedExchange(error, url);
		}
	};
}

/** Node's fetch keeps connections alive and opens as many as there are requests under way. */
function overOpenConnections(authorization: string): Exchange {
	return async ({ method, url, headers, body }) => {
		try {
			const response = await fetch(url, {
				method,
				headers: { ...headers, authorization },
				redirect: 'manual',
				signal: AbortSignal.timeout(TIMEOUT_MS),
				...(body === undefined ? {} : { body }),
			});
			return {
				status: response.status,
				headers: Object.fromEntries(response.headers),
				body: await response.text(),
				receivedAt: new Date(),
			};
		} catch (error) {
			throw failedExchange(error, url);
		}
	};
}

/** Failures before a byte of the request left: name look-up, connection, TLS. */
const NEVER_LEFT = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EADDRNOTAVAIL',
	'UND_ERR_CONNECT_TIMEOUT',
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'ERR_SSL_WRONG_VERSION_NUMBER',
]);

/** What went wrong when no answer came. Whatever is not known to have failed early may have reached the carrier. */
function failedExchange(error: unknown, url: string): CarrierError {
	const causes = causesOf(error);
	const code = causes.map((cause) => cause.code).find((value) => typeof value === 'string' && value !== '');
	const host = URL.canParse(url) ? new URL(url).host : url;
	if (causes.some(({ code: value }) => value === 'ERR_INVALID_URL') || !URL.canParse(url)) {
		return new CarrierError('bad-config', `The API URL in the carrier credential is no URL: ${url}`);
	}
	const isConnecting = causes.some(({ syscall }) => syscall === 'connect' || syscall === 'getaddrinfo');
	if (isConnecting || causes.some((cause) => NEVER_LEFT.has(String(cause.code)))) {
		return new CarrierError('unavailable', `${host} could not be reached (${code}); nothing was sent`);
	}
	if (causes.some(({ message }) => /SSRF|not allowed|restricted/i.test(message ?? ''))) {
		return new CarrierError('bad-config', `n8n does not allow requests to ${host}: ${causes[0]?.message}`);
	}
	const why = causes.some(({ name }) => name === 'TimeoutError')
		? `no answer in ${TIMEOUT_MS / 1000} s`
		: (code ?? 'no code');
	return new CarrierError('outcome-unknown', `The connection to ${host} was lost before it answered (${why})`);
}

interface Cause {
	readonly code?: unknown;
	readonly syscall?: unknown;
	readonly name?: string;
	readonly message?: string;
}

/** The error and what it wraps: n8n wraps axios, which wraps Node's own error; fetch wraps undici's. */
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
