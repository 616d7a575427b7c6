import { usps } from '../../lib/sources/usps';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(usps);

const item = (more: Readonly<Record<string, unknown>>) => one({ ...payloadOf('usps', 'out-for-delivery'), ...more });

test.each([
	['Pre-Shipment', 'label_created'],
	['Accepted', 'shipped'],
	['In Transit', 'shipped'],
	['Out for Delivery', 'out_for_delivery'],
	['Available for Pickup', 'ready_for_pickup'],
	['Delivery Attempt', 'failed_attempt'],
	['Delivered', 'delivered'],
	['Alert', 'exception'],
])('%s is %p', (statusCategory, stage) => {
	expect(item({ statusCategory }).stage).toBe(stage);
});

test('the id of the mail piece is no tracking number', () => {
	expect(item({ trackingNumber: undefined }).trackings).toEqual([]);
});

test('an estimate of a parcel that is there is no news', () => {
	expect(item({ statusCategory: 'Delivered' }).eta).toBeUndefined();
});
