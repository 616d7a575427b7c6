import { type OrderEvent } from '../../lib/domain/order-event';
import { readOrderEvents, type ReadOptions } from '../../lib/sources';

/** The event of a payload that tells of just one. */
export const one = (payload: unknown, options?: ReadOptions): OrderEvent => {
	const events = readOrderEvents(payload, options);
	expect(events).toHaveLength(1);
	return events[0] as OrderEvent;
};
