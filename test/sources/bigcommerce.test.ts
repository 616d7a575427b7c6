import { bigcommerce } from '../../lib/sources/bigcommerce';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(bigcommerce);

describe('the stage', () => {
	/** https://developer.bigcommerce.com/docs/rest-management/orders/order-status */
	test.each([
		[0, null],
		[1, 'awaiting_payment'],
		[2, 'shipped'],
		[3, 'shipped'],
		[4, 'refunded'],
		[5, 'cancelled'],
		[6, 'cancelled'],
		[7, 'awaiting_payment'],
		[8, 'ready_for_pickup'],
		[9, 'confirmed'],
		[10, 'delivered'],
		[11, 'confirmed'],
		[12, null],
		[13, null],
		[14, 'refunded'],
		[99, null],
		['11', 'confirmed'],
	])('%j is %p', (status, stage) => {
		expect(one({ ...payloadOf('bigcommerce', 'order-awaiting-fulfillment'), status_id: status }).stage).toBe(stage);
	});
});

describe('a webhook', () => {
	const webhook = (scope: string, data: Record<string, unknown>) =>
		one({ ...payloadOf('bigcommerce', 'webhook-order-created'), scope, data });

	test.each([
		['store/order/created', 'confirmed'],
		['store/order/updated', null],
		['store/order/archived', null],
		['store/shipment/updated', null],
		['store/shipment/deleted', null],
		['store/product/created', null],
	])('%s is %p', (scope, stage) => {
		expect(webhook(scope, { type: 'order', id: 250 }).stage).toBe(stage);
	});

	test('names the call to make, and only where it names the order', () => {
		const named = webhook('store/order/created', { type: 'order', id: 250 });
		expect([named.lookup, named.lookupPath]).toEqual([expect.stringContaining('GET /v2/orders/250'), '/v2/orders/250']);
		const unnamed = webhook('store/order/created', { type: 'order' });
		expect([unnamed.lookup, unnamed.lookupPath]).toEqual([expect.stringContaining('/v2/orders/{id}'), undefined]);
	});

	test('of a shipment means its order, not its own id', () => {
		expect(webhook('store/shipment/created', { type: 'shipment', id: 12, orderId: 251 }).orderNumber).toBe('251');
	});
});

test('the merchant’s own name of a status counts for nothing', () => {
	const order = {
		...payloadOf('bigcommerce', 'order-awaiting-fulfillment'),
		status: 'Shipped',
		custom_status: 'Delivered',
	};
	expect(one(order).stage).toBe('confirmed');
});
