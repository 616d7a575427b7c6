// https://developers.shoper.pl/developers/webhooks (X-Webhook-SHA1)
import { createHash } from 'node:crypto';
import { isSigned, type SourceWebhook } from './webhook';

export const shoper: SourceWebhook = {
	id: 'shoper',
	verify({ headers, body }, secret) {
		const signed = `${headers['x-webhook-id'] ?? ''}:${secret}:${body}`;
		return isSigned(headers['x-webhook-sha1'], createHash('sha1').update(signed, 'utf8').digest('hex'), secret);
	},
};
