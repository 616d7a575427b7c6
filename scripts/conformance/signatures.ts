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
