import { type WebhookRequest } from '../../lib/wire';
import { type CarrierCase, checkCarriers, configOf } from './carrier-cases';
import { type Report } from './report';

interface SignatureCase extends CarrierCase {
	readonly request: {
		readonly method?: string;
		readonly url: string;
		readonly contentType?: string;
		readonly headers?: Readonly<Record<string, string>>;
		readonly body?: string | null;
	};
	readonly credentials?: object;
	/** Unix seconds. */
	readonly now?: number;
	readonly valid: boolean;
	/** Valid only for a verifier that forgives something. */
	readonly lenient?: unknown;
	readonly ambiguous?: unknown;
}

export const checkSignatures = (folder: string): Report =>
	checkCarriers<SignatureCase>(
		folder,
		/^signature.*\.json$/,
		({ lenient, ambiguous }) => !lenient && !ambiguous,
		(carrier, { request, credentials, now, valid }) => {
			const got = carrier.verifyWebhook(webhookOf(request, now), configOf(carrier, credentials));
			return got === valid ? [] : [{ field: 'valid', wanted: valid, got }];
		},
	);

const webhookOf = (
	{ method = 'POST', url, contentType, headers = {}, body }: SignatureCase['request'],
	now?: number,
): WebhookRequest => ({
	method,
	url,
	headers: lowerCase({ ...(contentType ? { 'content-type': contentType } : {}), ...headers }),
	body: body ?? '',
	receivedAt: now === undefined ? new Date() : new Date(now * 1000),
});

export const lowerCase = (headers: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
