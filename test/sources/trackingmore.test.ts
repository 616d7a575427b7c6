import { trackingmore } from '../../lib/sources/trackingmore';
import { changed } from './changed';
import { describeSource } from './contract';

describeSource(trackingmore);

const said = (delivery_status: string, substatus: string | null) =>
	changed('trackingmore', 'webhook-transit', { 'data.delivery_status': delivery_status, 'data.substatus': substatus });

/** https://www.trackingmore.com/docs/logistics_status.php */
test.each([
	['pending', null],
	['notfound', null],
	['inforeceived', 'label_created'],
	['transit', 'shipped'],
	['pickup', 'out_for_delivery'],
	['delivered', 'delivered'],
	['undelivered', 'failed_attempt'],
	['exception', 'exception'],
	['expired', null],
	['Delivered', null],
])('"%s" is %p', (status, stage) => {
	expect(said(status, null).stage).toBe(stage);
});

test.each([
	['notfound', 'notfound001', 'label_created', undefined],
	['pickup', 'pickup002', 'ready_for_pickup', undefined],
	['pickup', 'pickup003', 'shipped', undefined],
	['undelivered', 'undelivered001', 'failed_attempt', 'address'],
	['undelivered', 'undelivered002', 'failed_attempt', 'nobody_home'],
	['exception', 'exception006', 'exception', 'customs'],
	['exception', 'exception008', null, undefined],
	['exception', 'exception009', 'exception', 'refused'],
	['exception', 'exception010', 'returned', undefined],
	['exception', 'exception099', 'exception', undefined],
	['delivered', 'exception011', 'delivered', undefined],
])('%s with %s is %p for the reason %p', (status, sub, stage, reasonCode) => {
	expect(said(status, sub)).toMatchObject({ stage, reasonCode });
});

test('who received it is not the customer, and where it was seen is no reason', () => {
	const event = changed('trackingmore', 'webhook-nobody-home', { 'data.customer_name': null });
	expect([event.firstName, event.reason]).toEqual([undefined, undefined]);
});
