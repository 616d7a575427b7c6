import { shoper } from '../../lib/sources/shoper';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(shoper);

const order = (more: Readonly<Record<string, unknown>>) => ({ ...payloadOf('shoper', 'order-in-progress'), ...more });
const webhook = (name: string, body: unknown) =>
	one({ headers: { 'X-Webhook-Name': name, 'X-Webhook-Id': '7' }, body });

test.each([
	['1', true, 'confirmed'],
	['1', false, 'awaiting_payment'],
	['2', false, 'confirmed'],
	['3', true, 'shipped'],
	['4', true, null],
	['5', true, null],
])('a status of type %s, paid: %p, is %p', (type, is_paid, stage) => {
	expect(one(order({ status: { type }, is_paid })).stage).toBe(stage);
});

test('what "done" means is the operator’s choice', () => {
	expect(one(payloadOf('shoper', 'order-done'), { completedMeans: 'delivered' }).stage).toBe('delivered');
});

test('a deleted order is no news, and a paid one is, unless it is over', () => {
	expect(webhook('order.delete', order({})).stage).toBeNull();
	expect(webhook('order.paid', order({ status: { type: '1' }, is_paid: false })).stage).toBe('confirmed');
	expect(webhook('order.paid', order({ status: { type: '4' } })).stage).toBeNull();
});

test('the id in the header is the webhook’s, the same for every notice', () => {
	expect(webhook('order.paid', order({})).eventId).toBeUndefined();
});
