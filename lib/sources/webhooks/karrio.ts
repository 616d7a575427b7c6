// https://docs.karrio.io/guides/webhooks: the webhook's secret comes as it is, in the header of the event's id
import { isSigned, type SourceWebhook } from './webhook';

export const karrio: SourceWebhook = {
	id: 'karrio',
	verify: ({ headers }, secret) => isSigned(headers['x-event-id'], secret, secret),
};
