// A detached JSON Web Signature by the shop's key, or an HMAC where the webhook has a secret.
// https://docs.saleor.io/developer/extending/webhooks/payload-signature
import { jsonOf } from '../../wire';
import { field, textOf } from '../read';
import { hmacOf, isSigned, isSignedByKey, keyIn, type SourceWebhook } from './webhook';

/** The three parts of a signature whose middle is left out: the body stands for it. */
const DETACHED = /^([\w-]+)\.\.([\w-]+)$/;

export const saleor: SourceWebhook = {
	id: 'saleor',
	verify({ headers, body }, secret, document) {
		const given = headers['saleor-signature']?.trim();
		if (secret) return isSigned(given, hmacOf('sha256', secret, body, 'hex'), secret);
		const [, protectedHeader = '', signature = ''] = DETACHED.exec(given ?? '') ?? [];
		const header = jsonOf(Buffer.from(protectedHeader, 'base64url').toString());
		// the body as it is (RFC 7797), not in base64
		if (field(header, 'alg') !== 'RS256' || field(header, 'b64') !== false) return false;
		return isSignedByKey(`${protectedHeader}.${body}`, Buffer.from(signature, 'base64url'), () =>
			keyIn(document, textOf(field(header, 'kid')) ?? ''),
		);
	},
	// of the shop in the credential, never of the one that the request names
	proofUrl: ({ headers }, { baseUrl }) =>
		baseUrl && DETACHED.test(headers['saleor-signature']?.trim() ?? '')
			? `${new URL(baseUrl).origin}/.well-known/jwks.json`
			: undefined,
};
