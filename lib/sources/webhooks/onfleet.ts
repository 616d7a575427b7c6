// https://docs.onfleet.com/reference/secrets  https://docs.onfleet.com/reference/validation
import { bytesOfHex, hmacOf, isSigned, type SourceWebhook } from './webhook';

export const onfleet: SourceWebhook = {
	id: 'onfleet',
	verify({ headers, body }, secret) {
		const key = bytesOfHex(secret);
		return isSigned(headers['x-onfleet-signature'], hmacOf('sha512', key, body, 'hex'), key);
	},
	// when a webhook is made, Onfleet wants to read what it asks with
	answer({ method, url }) {
		const check = method === 'GET' && URL.canParse(url) ? new URL(url).searchParams.get('check') : null;
		return check && /^[\w-]{1,200}$/.test(check) ? { contentType: 'text/plain', body: check } : undefined;
	},
};
