import { saleor } from '../../lib/sources/saleor';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(saleor);

const event = (name: string, more: Readonly<Record<string, unknown>> = {}) =>
	one({ headers: { 'Saleor-Event': name }, body: { ...payloadOf('saleor', 'order-confirmed'), ...more } });

test.each([
	['order_created', 'confirmed'],
	['order_confirmed', 'confirmed'],
	['order_fully_paid', 'confirmed'],
	['order_fulfilled', 'shipped'],
	['fulfillment_tracking_number_updated', 'shipped'],
	['order_cancelled', 'cancelled'],
	['order_fully_refunded', 'refunded'],
	['order_updated', null],
	['order_expired', null],
	['fulfillment_canceled', null],
])('the event %s is %p', (name, stage) => {
	expect(event(name).stage).toBe(stage);
});

test.each([
	['UNFULFILLED', 'confirmed'],
	['PARTIALLY_FULFILLED', 'shipped'],
	['FULFILLED', 'shipped'],
	['CANCELED', 'cancelled'],
	['UNCONFIRMED', null],
	['DRAFT', null],
	['RETURNED', null],
	['EXPIRED', null],
])('an order that is %s, without an event, is %p', (status, stage) => {
	const { order } = payloadOf('saleor', 'order-confirmed');
	expect(one({ ...(order as object), status }).stage).toBe(stage);
});

test('a fulfillment that was sent back or waits is no parcel on its way', () => {
	const { order } = payloadOf('saleor', 'order-confirmed');
	const statuses = ['FULFILLED', 'REFUNDED', 'RETURNED', 'CANCELED', 'WAITING_FOR_APPROVAL'];
	const stages = statuses.map(
		(status) => one({ order, issuedAt: '2026-11-21T09:00:00Z', fulfillment: { status, trackingNumber: 'TN1' } }).stage,
	);
	expect(stages).toEqual(['shipped', null, null, null, null]);
});

test('the fields to add to the subscription are named where there is no phone', () => {
	expect(one(payloadOf('saleor', 'tracking-number-updated-thin')).lookup).toContain(
		'shippingAddress { firstName phone',
	);
});
