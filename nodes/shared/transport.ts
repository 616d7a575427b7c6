import {
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestMethods,
	type IHttpRequestOptions,
	type IHookFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { CommerceSmsTelnyxApi } from '../../credentials/CommerceSmsTelnyxApi.credentials';
import { CommerceSmsTwilioApi } from '../../credentials/CommerceSmsTwilioApi.credentials';
import { CarrierError } from '../../lib/domain/errors';
import { type WireResponse } from '../../lib/wire';
import { checkUrl, type Exchange, failedExchange, hostOf, NoAnswerInTime, TIMEOUT_MS } from './exchange';
import { overKeptConnections } from './kept-connections';

/** Where n8n asks us to do something that needs the carrier. */
export type CarrierContext = IExecuteFunctions | IHookFunctions | IWebhookFunctions;

/** From so many texts on, connections that stay open pay: n8n's helper makes a new one, with TLS, for each request. */
const BULK = 5;

/** One line for each carrier. */
const CREDENTIAL_CLASSES = { commerceSmsTelnyxApi: CommerceSmsTelnyxApi, commerceSmsTwilioApi: CommerceSmsTwilioApi };

/**
 * How a node's texts reach the carrier.
 *
 * A few go through n8n's own helper, with all its settings. Many go over connections that stay open, authorised once by the
 * credential's own rule — unless a setting is in play that only the helper keeps: a proxy, SSRF protection, or a credential
 * restricted to domains.
 *
 * @param timeoutMs for one exchange, connection and answer together.
 */
export async function carrierExchange(
	context: CarrierContext,
	credentialName: string,
	credentials: IDataObject,
	expectedTexts: number,
	timeoutMs = TIMEOUT_MS,
): Promise<Exchange> {
	const authorization =
		expectedTexts >= BULK && mayGoDirectly(credentials)
			? await headersOfCredential(credentialName, credentials)
			: undefined;
	const exchange = authorization
		? overKeptConnections(authorization, timeoutMs)
		: throughHelper(context, credentialName, timeoutMs);
	return async (request) => {
		checkUrl(request.url);
		const response = await exchange(request);
		refuseRedirect(response, request.url);
		return response;
	};
}

/** As n8n reads these settings, and on the safe side where it would complain. */
function mayGoDirectly(credentials: IDataObject): boolean {
	const isRestricted = ![undefined, '', 'all'].includes(credentials.allowedHttpRequestDomains as string | undefined);
	const hasProxy = Object.entries(process.env).some(
		([name, value]) => /^(npm_config_)?((https?|all)_)?proxy$/i.test(name) && value,
	);
	const protection = process.env.N8N_SSRF_PROTECTION_ENABLED ?? process.env.N8N_SSRF_PROTECTION_ENABLED_FILE ?? '';
	return !isRestricted && !hasProxy && ['', 'false', '0'].includes(protection.toLowerCase());
}

/**
 * The headers that the credential's `authenticate` adds, written as n8n's helper writes them; undefined when it changes
 * anything else of a request.
 */
async function headersOfCredential(
	credentialName: string,
	credentials: IDataObject,
): Promise<Record<string, string> | undefined> {
	if (!Object.hasOwn(CREDENTIAL_CLASSES, credentialName)) return undefined;
	const { authenticate } = new CREDENTIAL_CLASSES[credentialName as keyof typeof CREDENTIAL_CLASSES]();
	if (typeof authenticate !== 'function') return undefined;
	const { auth, headers, url, ...rest } = await authenticate(credentials as Parameters<typeof authenticate>[0], {
		url: '',
	});
	if (url !== '' || Object.keys(rest).length > 0) return undefined;
	const basic = auth && `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`;
	const all = Object.entries({ ...headers, ...(basic ? { Authorization: basic } : {}) });
	return all.length > 0 ? Object.fromEntries(all.map(([name, value]) => [name, headerValue(value)])) : undefined;
}

/** Without what no header may have in it, such as the line break at the end of a pasted key. axios does the same. */
const headerValue = (value: unknown) => String(value).replace(/[^\t -~\u0080-\u00ff]+/g, '');

function throughHelper(context: CarrierContext, credentialName: string, timeoutMs: number): Exchange {
	return async ({ method, url, headers, body }) => {
		const options: IHttpRequestOptions = {
			method: method as IHttpRequestMethods,
			url,
			headers: { ...headers },
			timeout: timeoutMs,
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true, // n8n would hand the account's key to whatever host it is sent to
			...(body === undefined ? {} : { body }),
		};
		try {
			const request = context.helpers.httpRequestWithAuthentication.call(context, credentialName, options);
			const response = await within(timeoutMs + GRACE_MS, request);
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

/** The helper's own timeout should strike first: its error tells more. */
const GRACE_MS = 1_000;

/** The helper's timeout starts anew with every byte that comes. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new NoAnswerInTime(ms)), ms);
	});
	return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** 301, 307 and 308 say that nothing is done at this address; what others say is for the carrier's adapter to judge. */
function refuseRedirect({ status, headers }: WireResponse, url: string): void {
	if (![301, 307, 308].includes(status)) return;
	const target = headers.location && URL.canParse(headers.location, url) ? new URL(headers.location, url).origin : '';
	throw new CarrierError(
		'bad-config',
		`${hostOf(url)} sends requests elsewhere${target ? ` (to ${target})` : ''}; nothing was sent. Check the API URL in the carrier credential`,
		{ httpStatus: status },
	);
}
