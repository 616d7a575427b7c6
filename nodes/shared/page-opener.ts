import { type Readable } from 'node:stream';
import { type IExecuteFunctions, type IN8nHttpFullResponse } from 'n8n-workflow';
import { type PageAnswer, type PageRequest } from '../../lib/flows/check-links';
import { whyNoAnswer } from './exchange';

/** What Node's codes mean for a link; others are told as they are. */
const MEANINGS: Readonly<Record<string, string>> = {
	ENOTFOUND: 'there is no such host',
	EAI_AGAIN: 'its name could not be looked up',
	ECONNREFUSED: 'it takes no connections',
	ECONNRESET: 'it broke off',
	EHOSTUNREACH: 'there is no way to it',
	CERT_HAS_EXPIRED: 'its certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'phones do not trust its certificate',
	SELF_SIGNED_CERT_IN_CHAIN: 'phones do not trust its certificate',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not complete, so that phones may not trust it',
	ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

/**
 * Opens pages through n8n's own helper, so that its proxy and SSRF settings hold. Whether addresses of the own network may be
 * opened is for them to say.
 */
export const pageOpener =
	(context: Pick<IExecuteFunctions, 'helpers'>) =>
	async ({ url, headers, timeoutMs, mostBytes }: PageRequest): Promise<PageAnswer> => {
		const late = AbortSignal.timeout(timeoutMs); // the helper's own timeout starts anew with every byte
		try {
			const response = (await context.helpers.httpRequest({
				method: 'GET',
				url,
				headers: { ...headers },
				timeout: timeoutMs,
				abortSignal: late,
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			})) as IN8nHttpFullResponse;
			const page = await readUpTo(response.body as unknown as Readable, mostBytes);
			return { status: response.statusCode, headers: textHeaders(response.headers), html: page.toString('utf8'), bytes: page.length };
		} catch (error) {
			if (late.aborted) return { failure: `no whole answer in ${timeoutMs / 1000} s` };
			const why = whyNoAnswer(error);
			return { failure: MEANINGS[why] ? `${MEANINGS[why]} (${why})` : why };
		}
	};

async function readUpTo(stream: Readable, mostBytes: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		bytes += chunk.length;
		if (bytes >= mostBytes) break; // which closes the connection
	}
	return Buffer.concat(chunks).subarray(0, mostBytes);
}

const textHeaders = (headers: object): Record<string, string> =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
