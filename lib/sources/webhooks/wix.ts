// The body is a JSON Web Token, signed with the app's key. https://dev.wix.com/docs/build-apps/develop-your-app/extensions/backend-extensions/add-event-extensions-with-webhooks
import { createPublicKey } from 'node:crypto';
import { jsonOf } from '../../wire';
import { field, numberOf } from '../read';
import { isSignedByKey, type SourceWebhook } from './webhook';

const decoded = (part: string | undefined) => jsonOf(Buffer.from(part ?? '', 'base64url').toString());

export const wix: SourceWebhook = {
	id: 'wix',
	verify({ body, receivedAt }, secret) {
		const [header, payload, signature, ...rest] = body.trim().split('.');
		if (!header || !payload || !signature || rest.length > 0) return false;
		if (field(decoded(header), 'alg') !== 'RS256') return false; // "none" and HS256 with the public key are known forgeries
		const bytes = Buffer.from(signature, 'base64url');
		if (bytes.toString('base64url') !== signature) return false; // one token has one spelling, so that it is known when it comes again
		const expiresAt = numberOf(field(decoded(payload), 'exp'));
		if (expiresAt * 1000 < receivedAt.getTime()) return false;
		return isSignedByKey(`${header}.${payload}`, bytes, () => createPublicKey(pemOf(secret)));
	},
};

/** A field of one line loses the line breaks of a key. */
function pemOf(secret: string): string {
	const key = secret.replace(/-----(BEGIN|END) PUBLIC KEY-----|\\n|\s/g, '');
	return `-----BEGIN PUBLIC KEY-----\n${key.replace(/.{64}/g, '$&\n')}\n-----END PUBLIC KEY-----\n`;
}
