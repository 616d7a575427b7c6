// https://docs.ecwid.com/develop-apps/webhooks (signature)
import { jsonOf } from '../../wire';
import { field, textOf } from '../read';
import { getOrder, hmacOf, isSigned, type SourceWebhook } from './webhook';

export const ecwid: SourceWebhook = {
	id: 'ecwid',
	// Over the event's time and id, not over the body. So a body that was changed on its way is not found out; the same id
	// never counts twice.
	verify({ headers, body }, secret) {
		const payload = jsonOf(body);
		const [created, id] = [textOf(field(payload, 'eventCreated')), textOf(field(payload, 'eventId'))];
		if (!created || !id) return false;
		return isSigned(headers['x-ecwid-webhook-signature'], hmacOf('sha256', secret, `${created}.${id}`, 'base64'), secret);
	},
	lookUp: (event, { baseUrl }) => getOrder(event, baseUrl),
};
