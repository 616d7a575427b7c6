import { type OrderEvent } from '../../domain/order-event';
import { type Stage } from '../../domain/stages';

/** What an order may have become since the notice: that ends it, so that the older news is none any more. */
const ENDS: ReadonlySet<Stage | null> = new Set<Stage | null>(['cancelled', 'refunded']);

/** Whether one call at the shop would bring what the event lacks. A tracker's own event lacks a phone for ever. */
export const isThin = ({ fromShop, lookup, phones }: OrderEvent): boolean =>
	fromShop && lookup !== undefined && phones.length === 0;

/**
 * A thin event with the order that was looked up for it: what happened is the event's, everything else the order's.
 *
 * @param found the events of what the shop answered.
 * @returns one for each parcel where the order tells of them; none where nothing in the answer has a phone, or it is about
 * another order.
 */
export function completed(event: OrderEvent, found: readonly OrderEvent[]): OrderEvent[] {
	const orders = found.filter(
		({ source, phones, orderId }) =>
			source === event.source && phones.length > 0 && (!event.orderId || !orderId || event.orderId === orderId),
	);
	const isPerParcel = event.trackings.length === 0 && orders.every(({ stage }) => stage === event.stage);
	return (isPerParcel ? orders : orders.slice(0, 1)).map((order) => filled(event, order));
}

function filled(event: OrderEvent, order: OrderEvent): OrderEvent {
	const hasEnded = ENDS.has(order.stage) && !ENDS.has(event.stage);
	const { stage, stageEvidence, reason, reasonCode } = hasEnded ? order : event;
	return {
		...order,
		topic: event.topic ?? order.topic,
		eventId: event.eventId ?? order.eventId,
		occurredAt: event.occurredAt ?? order.occurredAt,
		stage,
		stageEvidence,
		reason,
		reasonCode,
		refunds: event.refunds.length > 0 ? event.refunds : order.refunds,
		trackings: event.trackings.length > 0 ? event.trackings : order.trackings,
		eta: event.eta ?? order.eta,
		lookup: undefined,
		lookupPath: undefined,
		test: event.test || order.test,
	};
}
