// How MessageBird and Bird sign their webhooks.
// Token    https://developers.messagebird.com/api/#verifying-http-requests (MessageBird)
// Before   https://github.com/messagebird/messagebird-nodejs/blob/master/lib/signature.js (MessageBird, over the sorted query)
// Bird     https://docs.bird.com/api/notifications-api/api-reference/webhooks/verifying-a-webhook (over the URL)

import { createHash, createHmac } from 'node:crypto';
import { equalsSecretly, isRecent, sha256Hex } from '../../signature';
import { jsonOf, type WebhookRequest } from '../../wire';
import { fieldsOf, meaningOf, textOf } from './reading';

const ALGORITHMS: Readonly<Record<string, string>> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };
/** The SDKs'. */
const LEEWAY_SECONDS = 5;

/** Whether a token (RFC 7519) speaks of this URL and this body, and is good now. Never with an empty key. */
export function isSignedByToken(token: string, request: WebhookRequest, key: string): boolean {
	const [header = '', claims = '', signature = '', ...more] = token.split('.');
	const read = (part: string) => fieldsOf(jsonOf(Buffer.from(part, 'base64url').toString('utf8')));
	const algorithm = meaningOf(ALGORITHMS, textOf(read(header).alg));
	if (!key || !algorithm || more.length > 0) return false;
	const expected = createHmac(algorithm, key).update(`${header}.${claims}`).digest('base64url');
	if (!equalsSecretly(expected, signature)) return false;
	const { iss, nbf, exp, jti, url_hash: urlHash, payload_hash: bodyHash } = read(claims);
	const now = Math.floor(request.receivedAt.getTime() / 1000);
	return (
		iss === 'MessageBird' &&
		typeof jti === 'string' &&
		typeof nbf === 'number' &&
		typeof exp === 'number' &&
		nbf <= now + LEEWAY_SECONDS &&
		exp > now - LEEWAY_SECONDS &&
		urlHash === sha256Hex(request.url) &&
		(request.body === '' ? bodyHash === undefined : bodyHash === sha256Hex(request.body))
	);
}

/**
 * Whether the signature in the headers is one over time, address and body. Never with an empty key.
 *
 * @param address what of the URL is signed.
 */
export function isSignedOver(address: string, request: WebhookRequest, key: string, windowSeconds: number): boolean {
	const signature = request.headers['messagebird-signature'];
	const timestamp = request.headers['messagebird-request-timestamp'];
	if (!key || !signature || !isRecent(timestamp, request.receivedAt, windowSeconds)) return false;
	const expected = createHmac('sha256', key)
		.update(`${timestamp}\n${address}\n`)
		.update(createHash('sha256').update(request.body, 'utf8').digest())
		.digest('base64');
	return equalsSecretly(expected, signature);
}

/** The query of a URL as it was written. */
export const queryOf = ({ url }: WebhookRequest): string => /\?([^#]*)/.exec(url)?.[1] ?? '';
