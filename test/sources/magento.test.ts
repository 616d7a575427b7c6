import { magento } from '../../lib/sources/magento';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(magento);

describe('the stage', () => {
	/** https://experienceleague.adobe.com/en/docs/commerce-admin/stores-sales/order-management/orders/order-status */
	test.each([
		['new', 'awaiting_payment'],
		['pending_payment', 'awaiting_payment'],
		['payment_review', 'awaiting_payment'],
		['processing', 'confirmed'],
		['complete', 'shipped'],
		['closed', 'refunded'],
		['canceled', 'cancelled'],
		['cancelled', null],
		['holded', null],
		['shipped', null],
	])('%j is %p', (status, stage) => {
		expect(one({ ...payloadOf('magento', 'order-processing'), state: status }).stage).toBe(stage);
	});
});

test('new orders are confirmed where unpaid ones count as such, others are not', () => {
	const order = payloadOf('magento', 'order-new-bank-transfer');
	expect(one(order, { unpaidIsConfirmed: true }).stage).toBe('confirmed');
	expect(one({ ...order, state: 'pending_payment' }, { unpaidIsConfirmed: true }).stage).toBe('awaiting_payment');
});

test('the number of a shipment or credit memo is not the order’s', () => {
	for (const name of ['shipment-without-tracks', 'credit-memo']) {
		const { orderNumber, orderId, lookupPath } = one(payloadOf('magento', name));
		expect([orderNumber, orderId, lookupPath]).toEqual([undefined, '7', '/V1/orders/7']);
	}
});

test('an invoice is none of them', () => {
	const invoice = {
		increment_id: '000000001',
		order_id: 7,
		state: 2,
		grand_total: 10,
		base_grand_total: 10,
		total_qty: 1,
	};
	expect(magento.detect(invoice, {})).toBe(0);
});

test('a credit memo of nothing paid nothing back', () => {
	expect(one({ ...payloadOf('magento', 'credit-memo'), grand_total: 0 }).stage).toBeNull();
});
