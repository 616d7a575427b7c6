import { type OrderEvent } from '../../lib/domain/order-event';
import { payloadOf } from './fixtures';
import { one } from './one-event';

/** The one event of a case whose values at these dotted paths are others. */
export function changed(source: string, name: string, changes: Readonly<Record<string, unknown>>): OrderEvent {
	const payload = payloadOf(source, name);
	for (const [path, value] of Object.entries(changes)) {
		const names = path.split('.');
		const last = names.pop() as string;
		const holder = names.reduce((inner, key) => inner[key] as Record<string, unknown>, payload);
		holder[last] = value;
	}
	return one(payload);
}
