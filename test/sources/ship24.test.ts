import { readOrderEvents } from '../../lib/sources';
import { ship24 } from '../../lib/sources/ship24';
import { changed } from './changed';
import { describeSource } from './contract';

describeSource(ship24);

/** https://docs.ship24.com/status */
test.each([
	['pending', null],
	['info_received', 'label_created'],
	['in_transit', 'shipped'],
	['out_for_delivery', 'out_for_delivery'],
	['failed_attempt', 'failed_attempt'],
	['available_for_pickup', 'ready_for_pickup'],
	['delivered', 'delivered'],
	['exception', 'exception'],
	['Delivered', null],
])('the milestone "%s" is %p', (milestone, stage) => {
	expect(changed('ship24', 'failed-attempt', { 'trackings.0.shipment.statusMilestone': milestone }).stage).toBe(stage);
});

test('without a shipment the newest event says it, wherever it stands', () => {
	const event = (eventId: string, occurrenceDatetime: string | null, statusMilestone: string) => ({
		eventId,
		occurrenceDatetime,
		statusMilestone,
	});
	const events = [
		event('e-2', '2026-11-21T10:00:00Z', 'out_for_delivery'),
		event('e-3', '2026-11-21T17:00:00Z', 'delivered'),
		event('e-1', '2026-11-20T10:00:00Z', 'in_transit'),
		event('e-0', null, 'exception'),
	];
	const changes = { 'trackings.0.shipment': null, 'trackings.0.events': events };
	expect(changed('ship24', 'failed-attempt', changes)).toMatchObject({ stage: 'delivered', eventId: 'e-3' });
});

test('a batch that tells twice of a parcel keeps both, each with its time', () => {
	const tracking = (statusMilestone: string, hour: number) => ({
		tracker: { trackerId: 't', trackingNumber: 'TRACK001' },
		events: [{ statusMilestone, occurrenceDatetime: `2026-11-21T${hour}:00:00Z` }],
	});
	const events = readOrderEvents({ trackings: [tracking('out_for_delivery', 18), tracking('in_transit', 17)] });
	expect(events.map(({ stage, occurredAt }) => [stage, new Date(occurredAt ?? 0).getUTCHours()])).toEqual([
		['out_for_delivery', 18],
		['shipped', 17],
	]);
});
