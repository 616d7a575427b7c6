// https://www.aftership.com/docs/tracking/webhook/webhook-signature
// Returns: https://www.aftership.com/docs/returns/webhook/signature (and its older header, of accounts from before October 2022)
import { type SourceWebhook, signedBody } from './webhook';

const WAYS = [
	signedBody('aftership-hmac-sha256', 'base64'),
	signedBody('as-signature-hmac-sha256', 'base64'),
	signedBody('am-webhook-signature', 'base64', 'hmac-sha256='),
];

export const aftership: SourceWebhook = {
	id: 'aftership',
	verify: (request, secret) => WAYS.some((way) => way(request, secret)),
};
