import { type IncomingHttpHeaders } from 'node:http';
import { type IWebhookFunctions } from 'n8n-workflow';
import { type WebhookRequest } from '../../lib/wire';

/**
 * The webhook as its carrier sent it: the exact body, and the URL that was called.
 *
 * Signatures are made over the public URL. Behind a proxy the request's own host and protocol are others, so it is put
 * together from what n8n serves (test and production URLs differ) and the query as it came.
 *
 * @param publicUrl what the operator says the carrier calls, where a proxy makes of it something that n8n cannot know.
 */
export async function webhookRequest(context: IWebhookFunctions, publicUrl: string): Promise<WebhookRequest> {
	const request = context.getRequestObject();
	const query = /\?.*$/s.exec(request.originalUrl)?.[0] ?? '';
	return {
		method: request.method,
		url: (publicUrl || (context.getWebhookResourceUrl('default') ?? '')) + query,
		headers: textHeaders(request.headers),
		body: await readBody(request),
		receivedAt: new Date(),
	};
}

/** Empty where n8n cannot give it: sent in parts, which n8n takes apart, or too large. Nothing proves such a webhook. */
async function readBody(request: ReturnType<IWebhookFunctions['getRequestObject']>): Promise<string> {
	try {
		await request.readRawBody();
		return request.rawBody?.toString('utf8') ?? '';
	} catch {
		return '';
	}
}

const textHeaders = (headers: IncomingHttpHeaders): Record<string, string> =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]));
