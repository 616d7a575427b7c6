import { type WebhookRequest } from '../../lib/wire';
import { type CarrierCase, checkCarriers, configOf } from './carrier-cases';
import { type Report } from './report';

interface SignatureCase extends CarrierCase {
	readonly request: {
		readonly method?: string;
		readonly url: string;
		/** Of a GET: what its query has besides. */
		readonly params?: Readonly<Record<string, unknown>>;
		readonly contentType?: string;
		readonly headers?: Readonly<Record<string, string>>;
		readonly body?: string | null;
	};
	readonly credentials?: Readonly<Record<string, unknown>>;
	/** Unix seconds. */
	readonly now?: number;
	readonly valid: boolean;
	/** Valid only for a verifier that forgives something. */
	readonly lenient?: unknown;
	readonly ambiguous?: unknown;
	/** False: a token that does not speak of the body it comes with, so that only its own signature can be judged. */
	readonly check_payload_hash?: boolean;
}

export const checkSignatures = (folder: string): Promise<Report> =>
	checkCarriers<SignatureCase>(
		folder,
		/^signature.*\.json$/,
		({ lenient, ambiguous, valid, check_payload_hash: isWhole = true }) =>
			!lenient && !ambiguous && (isWhole || !valid),
		async (carrier, { request, credentials, now, valid }, { certificates }) => {
			const webhook = webhookOf(request, now);
			const document = certificates?.[carrier.proofUrl?.(webhook) ?? ''];
			const got = carrier.verifyWebhook(webhook, await configOf(carrier, credentials), document);
			return got === valid ? [] : [{ field: 'valid', wanted: valid, got }];
		},
	);

const webhookOf = (
	{ method = 'POST', url, params, contentType, headers = {}, body }: SignatureCase['request'],
	now?: number,
): WebhookRequest => ({
	method,
	url: method === 'GET' && params && !body ? withQuery(url, params) : url,
	headers: lowerCase({ ...(contentType ? { 'content-type': contentType } : {}), ...headers }),
	body: body ?? '',
	receivedAt: now === undefined ? new Date() : new Date(now * 1000),
});

/** What of the parameters the URL does not have in its query. */
function withQuery(url: string, params: Readonly<Record<string, unknown>>): string {
	const known = new URL(url).searchParams;
	const missing = Object.entries(params).flatMap(([name, value]) =>
		known.has(name) ? [] : [value].flat().map((one): [string, string] => [name, String(one)]),
	);
	if (missing.length === 0) return url;
	return `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(missing).toString()}`;
}

export const lowerCase = (headers: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
