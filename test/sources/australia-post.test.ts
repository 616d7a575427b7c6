import { australiaPost } from '../../lib/sources/australia-post';
import { describeSource } from './contract';
import { one } from './one-event';

describeSource(australiaPost);

const result = (more: Readonly<Record<string, unknown>>) =>
	one({ tracking_id: 'ET000000017AU', trackable_items: [{ article_id: 'ET000000017AU' }], ...more });

test.each([
	['Created', 'label_created'],
	['Sealed', 'label_created'],
	['Initiated', 'label_created'],
	['In transit', 'shipped'],
	['On Board for Delivery', 'out_for_delivery'],
	['Awaiting collection', 'ready_for_pickup'],
	['Delivered', 'delivered'],
	['Delivered in Full', 'delivered'],
	['Possible delay', 'delayed'],
	['Unsuccessful Delivery', 'failed_attempt'],
	['Unsuccessful pickup', null],
	['Article damaged', 'exception'],
	['Held by courier', 'exception'],
	['Cancelled', 'cancelled'],
])('%s is %p', (status, stage) => {
	expect(result({ status }).stage).toBe(stage);
});

test('an article without a summary is on its way once it was seen at a place', () => {
	const item = (events: unknown) => result({ trackable_items: [{ article_id: 'ET1', status: 'Unknown', events }] });
	expect(item([{ description: 'Delivered' }, { location: 'BRISBANE QLD' }]).stage).toBe('shipped');
	expect(item([{ description: 'Shipping information received by Australia Post' }]).stage).toBeNull();
	expect(item('nothing').stage).toBeNull();
});
