import { shopware } from '../../lib/sources/shopware';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(shopware);

const webhook = (event: string) => {
	const whole = payloadOf('shopware', 'webhook-order-placed') as { data: object };
	return one({ ...whole, data: { ...whole.data, event } });
};

/** https://developer.shopware.com/docs/resources/references/app-reference/webhook-events-reference.html */
test.each([
	['checkout.order.placed', 'confirmed'],
	['state_enter.order.state.cancelled', 'cancelled'],
	['state_enter.order.state.completed', null],
	['state_leave.order.state.open', null],
	['state_enter.order_transaction.state.paid', 'confirmed'],
	['state_enter.order_transaction.state.refunded', 'refunded'],
	['state_enter.order_transaction.state.refunded_partially', null],
	['state_enter.order_delivery.state.shipped', 'shipped'],
	['state_enter.order_delivery.state.returned', 'returned'],
	['state_enter.order_delivery.state.cancelled', null],
])('the event %s is %p', (event, stage) => {
	expect(webhook(event).stage).toBe(stage);
});

test.each([
	['open', 'awaiting_payment'],
	['unconfirmed', 'awaiting_payment'],
	['authorized', 'confirmed'],
	['paid', 'confirmed'],
	['refunded', 'refunded'],
	['cancelled', null],
])('an order whose last payment is %s is %p', (technicalName, stage) => {
	const [order] = payloadOf('shopware', 'order-paid').data as object[];
	expect(one({ ...order, transactions: [{ stateMachineState: { technicalName } }] }).stage).toBe(stage);
});

test('several orders that were written are told apart, and no product is an order', () => {
	expect(one(payloadOf('shopware', 'webhook-product-written'))).toMatchObject({
		stage: null,
		orderId: undefined,
		lookupPath: undefined,
	});
});

test('a link with what is no part of one is none', () => {
	const order = payloadOf('shopware', 'order-shipped');
	const [delivery] = order.deliveries as object[];
	const trackings = one({ ...order, deliveries: [{ ...delivery, trackingCodes: ['$& \ud83d'] }] }).trackings;
	expect(trackings[0]?.url).toBeUndefined();
});
