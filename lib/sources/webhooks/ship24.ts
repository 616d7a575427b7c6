// https://docs.ship24.com/webhooks (the webhook's secret comes as a bearer token)
import { isSigned, type SourceWebhook } from './webhook';

export const ship24: SourceWebhook = {
	id: 'ship24',
	verify: ({ headers }, secret) => isSigned(headers.authorization, `Bearer ${secret}`, secret),
};
