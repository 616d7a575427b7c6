import { tiendanube } from '../../lib/sources/tiendanube';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(tiendanube);

const order = (more: Readonly<Record<string, unknown>>) => one({ ...payloadOf('tiendanube', 'order-paid'), ...more });

test.each([
	['order/created', null],
	['order/pending', 'awaiting_payment'],
	['order/paid', 'confirmed'],
	['order/packed', null],
	['order/fulfilled', 'shipped'],
	['order/cancelled', 'cancelled'],
	['order/voided', null],
	['product/created', null],
])('the webhook %s is %p', (event, stage) => {
	expect(one({ store_id: 1, event, id: 7 }).stage).toBe(stage);
});

test.each([
	['unpacked', 'confirmed'],
	['unshipped', 'confirmed'],
	['shipped', 'shipped'],
	['fulfilled', 'shipped'],
	['delivered', 'delivered'],
	['lost', null],
])('a paid order whose shipping is %s is %p', (shipping_status, stage) => {
	expect(order({ shipping_status }).stage).toBe(stage);
});

test.each([
	['pending', 'awaiting_payment'],
	['authorized', 'confirmed'],
	['paid', 'confirmed'],
	['voided', null],
	['refunded', 'refunded'],
])('an order that waits, and whose payment is %s, is %p', (payment_status, stage) => {
	expect(order({ payment_status }).stage).toBe(stage);
});

test('that it was shipped once is no news: the status is', () => {
	expect(order({ shipped_at: '2026-11-20T09:00:00+0000', shipping_status: 'unshipped' }).stage).toBe('confirmed');
});
