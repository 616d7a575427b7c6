import { medusa } from '../../lib/sources/medusa';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(medusa);

const order = (more: Readonly<Record<string, unknown>>) => one({ ...payloadOf('medusa', 'order-awaiting'), ...more });

describe('the stage', () => {
	test.each([
		['partially_shipped', 'shipped'],
		['shipped', 'shipped'],
		['delivered', 'delivered'],
		['partially_delivered', null],
		['canceled', null],
		['fulfilled', 'confirmed'],
		['partially_fulfilled', 'confirmed'],
	])('of a paid order that is %s is %p', (fulfillment_status, stage) => {
		expect(order({ fulfillment_status, payment_status: 'captured' }).stage).toBe(stage);
	});

	test.each([
		['not_paid', 'awaiting_payment'],
		['awaiting', 'awaiting_payment'],
		['requires_action', 'awaiting_payment'],
		['authorized', 'confirmed'],
		['captured', 'confirmed'],
		['partially_refunded', 'confirmed'],
		['refunded', 'refunded'],
		['canceled', null],
	])('of an order that waits, and whose payment is %s, is %p', (payment_status, stage) => {
		expect(order({ payment_status }).stage).toBe(stage);
	});

	test('orders to be paid later are confirmed where they count as such', () => {
		expect(one(payloadOf('medusa', 'order-awaiting'), { unpaidIsConfirmed: true }).stage).toBe('confirmed');
	});
});

test.each([
	['order.placed', 'confirmed'],
	['order.completed', null],
	['order.fulfillment_created', null],
	['delivery.created', 'delivered'],
])('the event %s is %p', (name, stage) => {
	expect(one({ name, data: { id: 'x1' } }).stage).toBe(stage);
});

test.each([
	{ name: 'product.updated', data: { id: 'p1' } },
	{ name: 'Maria', data: {} },
	{ name: 'order.placed' },
	{ name: 'order.shipped', data: { id: 'or_1', number: 'R1', state: 'complete', total: '1.00' } },
])('%j is none of its events', (payload) => {
	expect(medusa.detect(payload, {})).toBe(0);
});

test('version 1 counts cents, so its total is not told', () => {
	expect(one(payloadOf('medusa', 'order-version-1')).total).toBeUndefined();
	expect(order({}).total).toBe('49.99');
});
