import { karrio } from '../../lib/sources/karrio';
import { changed } from './changed';
import { describeSource } from './contract';

describeSource(karrio);

/** TrackerStatus of karrio/server/core/serializers.py */
test.each([
	['pending', 'label_created'],
	['picked_up', 'shipped'],
	['in_transit', 'shipped'],
	['on_hold', 'delayed'],
	['delivery_delayed', 'delayed'],
	['out_for_delivery', 'out_for_delivery'],
	['ready_for_pickup', 'ready_for_pickup'],
	['delivered', 'delivered'],
	['delivery_failed', 'failed_attempt'],
	['return_to_sender', 'returned'],
	['cancelled', 'cancelled'],
	['unknown', null],
	['needs_attention', null],
])('a tracker that is "%s" is %p', (status, stage) => {
	expect(changed('karrio', 'tracker-in-transit', { 'data.status': status }).stage).toBe(stage);
});

/** ShipmentStatus of the same file */
test.each([
	['draft', null],
	['created', 'label_created'],
	['shipped', 'shipped'],
	['in_transit', 'shipped'],
	['out_for_delivery', 'out_for_delivery'],
	['delivered', 'delivered'],
	['needs_attention', 'exception'],
	['delivery_failed', 'failed_attempt'],
	['cancelled', null],
	['pending', null],
])('a shipment that is "%s" is %p', (status, stage) => {
	expect(changed('karrio', 'shipment-delivery-failed', { 'data.status': status }).stage).toBe(stage);
});

test('the shipper is not the customer, and a path of Karrio’s own API is no link', () => {
	const event = changed('karrio', 'shipment-delivery-failed', { 'data.recipient': {} });
	expect(event).toMatchObject({ phones: [], firstName: undefined, trackings: [{ url: undefined }] });
	expect(event.lookup).toMatch(/Karrio knows no phone number/);
});
