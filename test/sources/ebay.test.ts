import { ebay } from '../../lib/sources/ebay';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(ebay);

const order = (more: Readonly<Record<string, unknown>>) => one({ ...payloadOf('ebay', 'order-paid'), ...more });

test.each([
	['NOT_STARTED', 'PAID', 'confirmed'],
	['NOT_STARTED', 'PENDING', 'awaiting_payment'],
	['NOT_STARTED', 'FAILED', null],
	['NOT_STARTED', 'PARTIALLY_REFUNDED', 'confirmed'],
	['IN_PROGRESS', 'PAID', 'shipped'],
	['FULFILLED', 'PAID', 'shipped'],
	['FULFILLED', 'FULLY_REFUNDED', 'refunded'],
	['LOST', 'PAID', null],
])('%s and %s is %p', (orderFulfillmentStatus, orderPaymentStatus, stage) => {
	expect(order({ orderFulfillmentStatus, orderPaymentStatus }).stage).toBe(stage);
});

test('a cancellation that was asked for is none yet', () => {
	expect(order({ cancelStatus: { cancelState: 'IN_PROGRESS' } }).stage).toBe('confirmed');
	expect(order({ cancelStatus: { cancelState: 'CANCELED' } }).stage).toBe('cancelled');
});

test('the phone is the one of the place that it goes to', () => {
	expect(order({}).phones[0]).toMatchObject({ raw: '2125550123', firstName: 'Tom' });
});
