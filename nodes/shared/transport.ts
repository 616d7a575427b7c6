import {
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestMethods,
	type IHttpRequestOptions,
	type IHookFunctions,
	type IPollFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { CarrierError } from '../../lib/domain/errors';
import { type WireResponse } from '../../lib/wire';
import { checkUrl, type Exchange, failedExchange, hostOf, NoAnswerInTime, TIMEOUT_MS } from './exchange';
import { authorisationBy } from './authorise';
import { overKeptConnections } from './kept-connections';

/** Where n8n asks us to do something that needs the carrier. */
export type CarrierContext = IExecuteFunctions | IHookFunctions | IPollFunctions | IWebhookFunctions;

/** From so many texts on, connections that stay open pay: n8n's helper makes a new one, with TLS, for each request. */
const BULK = 5;

/**
 * How a node's texts reach the carrier.
 *
 * A few go through n8n's own helper, with all its settings. Many go over connections that stay open, each authorised by the
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
	const helper = throughHelper(context, credentialName, timeoutMs);
	const authorise =
		expectedTexts >= BULK && mayGoDirectly(credentials)
			? await authorisationBy(credentialName, credentials)
			: undefined;
	const exchange = authorise ? overKeptConnections(authorise, helper, timeoutMs) : helper;
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
