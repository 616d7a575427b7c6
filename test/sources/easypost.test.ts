import { easypost } from '../../lib/sources/easypost';
import { changed } from './changed';
import { describeSource } from './contract';

describeSource(easypost);

const tracker = (more: Record<string, unknown>) =>
	changed(
		'easypost',
		'event-in-transit',
		Object.fromEntries(Object.entries(more).map(([name, value]) => [`result.${name}`, value])),
	);

/** https://docs.easypost.com/docs/trackers */
test.each([
	['unknown', null],
	['pre_transit', 'label_created'],
	['in_transit', 'shipped'],
	['out_for_delivery', 'out_for_delivery'],
	['delivered', 'delivered'],
	['available_for_pickup', 'ready_for_pickup'],
	['return_to_sender', 'returned'],
	['failure', 'exception'],
	['cancelled', 'cancelled'],
	['error', null],
	['Delivered', null],
])('"%s" is %p, and "pending" is only what became of the notice', (status, stage) => {
	expect(tracker({ status, status_detail: 'status_update' }).stage).toBe(stage);
});

test.each([
	['in_transit', 'delayed', 'delayed', undefined],
	['in_transit', 'weather_delay', 'delayed', 'weather'],
	['in_transit', 'held', 'delayed', undefined],
	['in_transit', 'arrived_at_facility', 'shipped', undefined],
	['in_transit', 'address_correction', 'shipped', undefined],
	['failure', 'lost', 'exception', 'lost'],
	['failure', 'damaged', 'exception', 'damaged'],
	['failure', 'address_correction', 'exception', 'address'],
	['failure', 'return', 'returned', undefined],
	['return_to_sender', 'refused', 'returned', 'refused'],
	['delivered', 'delayed', 'delivered', undefined],
	['out_for_delivery', 'weather_delay', 'out_for_delivery', undefined],
])('%s with the detail %s is %p for the reason %p', (status, status_detail, stage, reasonCode) => {
	expect(tracker({ status, status_detail })).toMatchObject({ stage, reasonCode });
});

test('who signed is not the customer, and a place of the parcel is no country of theirs', () => {
	const event = tracker({ signed_by: 'J TESTER', 'carrier_detail.destination_tracking_location': null });
	expect([event.firstName, event.country]).toEqual([undefined, undefined]);
});

test.each(['tracker.deleted', 'insurance.purchased', ''])('an event "%s" tells nothing', (description) => {
	expect(changed('easypost', 'event-delivered', { description })).toMatchObject({ stage: null, eventId: 'evt_c0ffee' });
});
