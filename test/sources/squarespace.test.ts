import { squarespace } from '../../lib/sources/squarespace';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(squarespace);

describe('the stage', () => {
	/** https://developers.squarespace.com/commerce-apis/orders-overview */
	test.each([
		['PENDING', 'confirmed'],
		['FULFILLED', 'shipped'],
		['CANCELED', 'cancelled'],
		['pending', null],
	])('%j is %p', (status, stage) => {
		expect(one({ ...payloadOf('squarespace', 'order-canceled-test'), fulfillmentStatus: status }).stage).toBe(stage);
	});
});

test.each([
	['order.update', 'FULFILLED', 'shipped'],
	['order.update', 'CANCELED', 'cancelled'],
	['order.update', 'REFUNDED', 'refunded'],
	['order.update', 'EMAIL_UPDATED', null],
	['order.update', 'PENDING', null],
	['order.update', 'MARKED_PENDING', null],
	['order.update', undefined, null],
	['order.create', undefined, 'confirmed'],
	['extension.uninstall', 'FULFILLED', null],
])('the notice %s with %s is %p', (topic, update, stage) => {
	const notice = { ...payloadOf('squarespace', 'order-create'), topic, data: { orderId: 'o1', update } };
	expect(one(notice)).toMatchObject({ stage, lookupPath: '/1.0/commerce/orders/o1' });
});
