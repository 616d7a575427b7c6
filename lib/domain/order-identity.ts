import { type OrderEvent } from './order-event';
import { type Stage } from './stages';

/**
 * A name by which an order is known.
 *
 * - `number`: what the customer knows; shops count from 1001 each, so it is unique within one source only
 * - `id`: the shop's own id, which its thin events carry
 * - `tracking`: the number of one of its parcels
 */
export interface OrderRef {
	readonly kind: 'number' | 'id' | 'tracking';
	readonly value: string;
	/** The shop system it belongs to; empty for tracking numbers, and for numbers that a tracker mentions. */
	readonly source: string;
}

export function orderRefs(event: OrderEvent): OrderRef[] {
	const shop = event.fromShop ? event.source : '';
	const refs: OrderRef[] = [];
	const number = normaliseOrderNumber(event.orderNumber);
	if (number) refs.push({ kind: 'number', value: number, source: shop });
	if (event.orderId && shop) refs.push({ kind: 'id', value: event.orderId, source: shop });
	for (const parcel of event.trackings) {
		const tracking = normaliseTracking(parcel.number);
		if (tracking) refs.push({ kind: 'tracking', value: tracking, source: '' });
	}
	return refs;
}

/** "#1001", " 1001" and "1001" are one order. */
export const normaliseOrderNumber = (number: string | undefined): string | undefined =>
	number?.replace(/^[\s#]+|\s+$/g, '').toUpperCase() || undefined;

/**
 * Without spaces and dashes, in capitals. Undefined for what people write where there is no number, such as "-", "000" or
 * "local pickup": it would make one parcel of many.
 */
export const normaliseTracking = (number: string | undefined): string | undefined =>
	number && /[1-9]/.test(number) ? number.replace(/[\s-]/g, '').toUpperCase() : undefined;

/** Stages that belong to the order whatever parcel the event names. */
const ORDER_STAGES: ReadonlySet<Stage> = new Set([
	'awaiting_payment',
	'confirmed',
	'cancelled',
	'refunded',
	'return_requested',
] as const);

/** Where an event is about the whole order, not about one parcel. */
export const WHOLE_ORDER = '';

/**
 * Which parcel an event's stage is kept under: its tracking number, {@link WHOLE_ORDER} for stages of the order itself, null
 * where the event is about a parcel and does not say which.
 */
export function parcelOf(event: OrderEvent): string | null {
	const isAboutParcel = event.stage !== null && !ORDER_STAGES.has(event.stage);
	return isAboutParcel ? (normaliseTracking(event.trackings[0]?.number) ?? null) : WHOLE_ORDER;
}

/** An event that does not say which parcel it is about means the only one, where the order has only one. */
export function meantParcel(parcel: string | null, known: readonly string[]): string {
	const numbered = known.filter((key) => key !== WHOLE_ORDER);
	return parcel ?? (numbered.length === 1 ? numbered[0] : undefined) ?? WHOLE_ORDER;
}

/**
 * The parcels whose history counts for a new event: an event about one parcel is held against that parcel and against the
 * order as a whole; an event about no known parcel is held against all of them (null), because it may be about any.
 */
export const parcelsThatCount = (parcel: string): readonly string[] | null =>
	parcel === WHOLE_ORDER ? null : [parcel, WHOLE_ORDER];
