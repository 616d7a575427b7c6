import { ecwid } from '../../lib/sources/ecwid';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(ecwid);

const order = (more: Readonly<Record<string, unknown>>) =>
	one({ ...payloadOf('ecwid', 'order-out-for-delivery'), ...more });

describe('the stage', () => {
	/** https://docs.ecwid.com/api-reference/rest-api/orders */
	test.each([
		['AWAITING_PROCESSING', 'confirmed'],
		['PROCESSING', 'confirmed'],
		['SHIPPED', 'shipped'],
		['OUT_FOR_DELIVERY', 'out_for_delivery'],
		['DELIVERED', 'delivered'],
		['READY_FOR_PICKUP', 'ready_for_pickup'],
		['WILL_NOT_DELIVER', 'cancelled'],
		['RETURNED', 'returned'],
		['CUSTOM_FULFILLMENT_STATUS_1', null],
	])('of a paid order that is %s is %p', (fulfillmentStatus, stage) => {
		expect(order({ fulfillmentStatus }).stage).toBe(stage);
	});

	test.each([
		['AWAITING_PAYMENT', 'awaiting_payment'],
		['INCOMPLETE', null],
		['CANCELLED', 'cancelled'],
		['REFUNDED', 'refunded'],
		['PARTIALLY_REFUNDED', 'confirmed'],
	])('of an order that waits, and whose payment is %s, is %p', (paymentStatus, stage) => {
		expect(order({ fulfillmentStatus: 'PROCESSING', paymentStatus }).stage).toBe(stage);
	});
});

test('a webhook is news only where a status changed', () => {
	const webhook = payloadOf('ecwid', 'webhook-shipped');
	const data = webhook.data as Record<string, unknown>;
	expect(one(webhook).stage).toBe('shipped');
	expect(one({ ...webhook, data: { ...data, oldFulfillmentStatus: 'SHIPPED' } }).stage).toBeNull();
	expect(
		one({ ...webhook, data: { ...data, oldFulfillmentStatus: 'SHIPPED', newPaymentStatus: 'REFUNDED' } }).stage,
	).toBe('refunded');
});

test('an older webhook names the order by its entity', () => {
	const webhook = {
		...payloadOf('ecwid', 'webhook-shipped'),
		entityId: 103,
		data: { newFulfillmentStatus: 'SHIPPED' },
	};
	expect(one(webhook)).toMatchObject({ orderNumber: '103', lookupPath: '/api/v3/1003/orders/103' });
});
