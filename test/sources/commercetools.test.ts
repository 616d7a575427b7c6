import { commercetools } from '../../lib/sources/commercetools';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(commercetools);

const order = (more: Readonly<Record<string, unknown>>) =>
	one({ ...payloadOf('commercetools', 'order-open-paid'), ...more });

describe('the stage', () => {
	/** https://docs.commercetools.com/api/projects/orders#shipmentstate */
	test.each([
		['Shipped', 'shipped'],
		['Partial', 'shipped'],
		['Delivered', 'delivered'],
		['Delayed', 'delayed'],
		['Ready', 'confirmed'],
		['Pending', 'confirmed'],
		['Backorder', 'confirmed'],
		['Canceled', null],
	])('of a paid order whose shipment is %s is %p', (shipmentState, stage) => {
		expect(order({ shipmentState }).stage).toBe(stage);
	});

	test.each([
		['BalanceDue', 'awaiting_payment'],
		['Pending', 'awaiting_payment'],
		['Failed', 'awaiting_payment'],
		['Paid', 'confirmed'],
		['CreditOwed', 'confirmed'],
		['Lost', null],
		[undefined, 'confirmed'],
	])('of an open order whose payment is %s is %p', (paymentState, stage) => {
		expect(order({ paymentState }).stage).toBe(stage);
	});

	test.each([
		['Cancelled', 'cancelled'],
		['Complete', null],
		['Confirmed', 'confirmed'],
	])('of an order that is %s is %p', (orderState, stage) => {
		expect(order({ orderState }).stage).toBe(stage);
	});
});

test.each([
	[4999, 2, '49.99'],
	[4999, 0, '4999'],
	[5, 2, '0.05'],
	['4999', 2, undefined],
	[4999, 99, undefined],
	[0.5, 2, undefined],
])('%j cents with %j digits are %p', (centAmount, fractionDigits, total) => {
	expect(order({ totalPrice: { centAmount, fractionDigits, currencyCode: 'EUR' } }).total).toBe(total);
});

test('a parcel that comes back is not the customer’s to track', () => {
	const message = payloadOf('commercetools', 'message-parcel');
	const parcel = { id: 'p1', trackingData: { trackingId: '0034', isReturn: true } };
	expect(one({ ...message, parcel })).toMatchObject({ stage: null, trackings: [] });
});
