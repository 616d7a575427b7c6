import { type Payload, payloadOf } from './fixtures';
import { one } from './one-event';

export const tracking = (more: Payload = {}): Payload => {
	const { msg } = payloadOf('aftership', 'webhook-in-transit') as { msg: Payload };
	return { ...msg, ...more };
};
export const newTracking = (more: Payload = {}): Payload => {
	const { data } = payloadOf('aftership', 'api-tracking') as { data: Payload };
	return { ...data, ...more };
};
export const webhook = (msg: Payload, more: Payload = {}): Payload => ({
	event: 'tracking_update',
	event_id: '4f1c1c7a-0b1e-4b57-9a0e-6a8f9b0c1d2e',
	is_tracking_first_tag: true,
	msg,
	ts: 1795428000,
	...more,
});

/** The event of a tracking with this tag. */
export const tagged = (tag: unknown, subtag?: unknown, more: Payload = {}) =>
	one(webhook(tracking({ tag, subtag, ...more })));
