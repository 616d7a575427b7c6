import { shiprocket } from '../../lib/sources/shiprocket';
import { changed } from './changed';
import { describeSource } from './contract';

describeSource(shiprocket);

/** https://www.shiprocket.in/knowledgebase/order-shipment-manifest-statuses/ */
test.each([
	['NEW', null, undefined],
	['PICKUP SCHEDULED', 'label_created', undefined],
	['OUT FOR PICKUP', 'label_created', undefined],
	['PICKED UP', 'shipped', undefined],
	['Shipped', 'shipped', undefined],
	['In Transit', 'shipped', undefined],
	['OUT FOR DELIVERY', 'out_for_delivery', undefined],
	['Out_For-Delivery', 'out_for_delivery', undefined],
	['delivered', 'delivered', undefined],
	['PARTIAL_DELIVERED', null, undefined],
	['NOT DELIVERED', null, undefined],
	['UNDELIVERED', 'failed_attempt', undefined],
	['DELAYED', 'delayed', undefined],
	['MISROUTED', 'delayed', 'carrier_delay'],
	['LOST', 'exception', 'lost'],
	['DAMAGED', 'exception', 'damaged'],
	['CANCELED', 'cancelled', undefined],
	['CANCELLATION REQUESTED', null, undefined],
	['RTO INITIATED', 'returned', undefined],
	['RTO DELIVERED', 'returned', undefined],
	['RTO_OFD', 'returned', undefined],
])('"%s" is %p for the reason %p', (current_status, stage, reasonCode) => {
	expect(changed('shiprocket', 'older-delivered', { current_status })).toMatchObject({ stage, reasonCode });
});

test('without the one word the other is read', () => {
	expect(changed('shiprocket', 'in-transit', { current_status: '', shipment_status: 'LOST' }).stage).toBe('exception');
});

test.each([1, '1', true])('what the customer sends back (is_return %p) tells nothing', (is_return) => {
	expect(changed('shiprocket', 'in-transit', { is_return }).stage).toBeNull();
});

test.each([
	[{ channel_order_id: '1042', order_id: '139', sr_order_id: 1 }, '1042'],
	[{ channel_order_id: undefined, order_id: '139', sr_order_id: 1 }, '139'],
])('%j is the order %p', (more, orderNumber) => {
	expect(changed('shiprocket', 'in-transit', more).orderNumber).toBe(orderNumber);
});

test('an order_id that is Shiprocket’s own is no order of the shop', () => {
	expect(changed('shiprocket', 'older-delivered', { channel_order_id: '' }).orderNumber).toBeUndefined();
});

test.each([
	['21 11 2026 11:43:52', '2026-11-21T06:13:52.000Z'],
	['2026-11-21 11:43:52', '2026-11-21T06:13:52.000Z'],
	['21/11/2026', undefined],
	['99 99 2026 11:43:52', undefined],
])('it happened at %p, by the clocks of India', (current_timestamp, iso) => {
	const { occurredAt } = changed('shiprocket', 'in-transit', { current_timestamp });
	expect(occurredAt && new Date(occurredAt).toISOString()).toBe(iso);
});

test.each(['shipment_status_id', 'current_status_id', 'scans'])('%s is enough beside the number and the word', (name) => {
	expect(shiprocket.detect({ awb: '1', current_status: 'Shipped', [name]: null }, {})).toBe(1);
	expect(shiprocket.detect({ awb: '1', current_status: 'Shipped' }, {})).toBe(0);
});
