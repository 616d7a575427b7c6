import { createHash, createHmac } from 'node:crypto';
import { equalsSecretly, isRecent } from '../../signature';
import { type WebhookRequest } from '../../wire';
import { bringsLogin } from './basic-proof';
import { type GatewayProof, type HmacProof } from './generic-spec';

/** Whether a gateway's webhook brings what its proof asks for. Never for a secret in our URL: the nodes see to that. */
export function isProvenBy(proof: GatewayProof, request: WebhookRequest): boolean {
	if (proof.kind === 'basic') return bringsLogin(request, proof);
	if (proof.kind === 'header') {
		return proof.value !== '' && equalsSecretly(proof.value, request.headers[proof.name.toLowerCase()] ?? '');
	}
	return proof.kind === 'hmac' && isSigned(proof, request);
}

function isSigned(proof: HmacProof, request: WebhookRequest): boolean {
	const { algorithm, encoding, secret, pattern, prefix = '', windowSeconds = 0 } = proof;
	const header = (name: string | undefined) => (name ? request.headers[name.toLowerCase()] : undefined);
	const given = header(proof.header);
	const timestamp = header(proof.timestampHeader);
	if (secret.trim() === '' || !given?.startsWith(prefix)) return false;
	if (windowSeconds > 0 && !isRecent(inSeconds(timestamp), request.receivedAt, windowSeconds)) return false;
	const message = messageOf(pattern, request, { timestamp, nonce: header(proof.nonceHeader) });
	if (message === undefined) return false;
	const expected = createHmac(algorithm, secret).update(message).digest(encoding);
	const signature = given.slice(prefix.length);
	return equalsSecretly(expected, encoding === 'hex' ? signature.toLowerCase() : signature);
}

/** Gateways write milliseconds too. */
const inSeconds = (timestamp: string | undefined) => timestamp?.replace(/^(\d{10})\d{3}$/, '$1');

const TOKEN = /\\n|\{(\w+)\}/g;

/** The names that a pattern may have in braces. */
export const SIGNED_PARTS = [
	'url',
	'method',
	'body',
	'timestamp',
	'nonce',
	'md5_body',
	'sha256_body',
	'sha256_body_bytes',
] as const;

/** Bytes, since a digest may be signed as it is. Undefined where something that is signed is missing. */
function messageOf(
	pattern: string,
	{ url, method, body }: WebhookRequest,
	headers: { timestamp: string | undefined; nonce: string | undefined },
): Buffer | undefined {
	const parts: Readonly<Record<string, () => string | Buffer | undefined>> = {
		url: () => url,
		method: () => method.toUpperCase(),
		body: () => body,
		timestamp: () => headers.timestamp,
		nonce: () => headers.nonce,
		md5_body: () => createHash('md5').update(body).digest('hex'),
		sha256_body: () => createHash('sha256').update(body).digest('hex'),
		sha256_body_bytes: () => createHash('sha256').update(body).digest(),
	};
	const message: Buffer[] = [];
	let from = 0;
	for (const token of pattern.matchAll(TOKEN)) {
		const [all, name] = token;
		const part = name === undefined ? '\n' : Object.hasOwn(parts, name) ? parts[name]?.() : all;
		if (!part && name !== 'body') return undefined;
		message.push(Buffer.from(pattern.slice(from, token.index)), Buffer.from(part ?? ''));
		from = token.index + all.length;
	}
	return Buffer.concat([...message, Buffer.from(pattern.slice(from))]);
}
