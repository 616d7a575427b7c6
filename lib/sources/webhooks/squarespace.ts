// https://developers.squarespace.com/webhooks/verifying-notifications
import { bytesOfHex, getOrder, hmacOf, isSigned, type SourceWebhook } from './webhook';

export const squarespace: SourceWebhook = {
	id: 'squarespace',
	verify({ headers, body }, secret) {
		const key = bytesOfHex(secret);
		return isSigned(headers['squarespace-signature'], hmacOf('sha256', key, body, 'hex'), key);
	},
	lookUp: (event, { baseUrl }) => getOrder(event, baseUrl),
};
