import { sendcloud } from '../../lib/sources/sendcloud';
import { changed } from './changed';
import { describeSource } from './contract';

describeSource(sendcloud);

/** https://sendcloud.dev/api/v2/parcel-statuses */
test.each([
	[1, 'label_created'],
	[3, 'shipped'],
	[4, 'delayed'],
	[8, 'failed_attempt'],
	[11, 'delivered'],
	[12, 'ready_for_pickup'],
	[13, 'label_created'],
	[22, 'shipped'],
	[80, 'exception'],
	[91, 'shipped'],
	[92, 'out_for_delivery'],
	[93, 'delivered'],
	[999, null],
	[1000, 'label_created'],
	[1337, null],
	[1998, null],
	[2000, null],
	[62989, 'shipped'],
	[62991, 'exception'],
	[62992, 'returned'],
	[62995, null],
	[62996, 'exception'],
	[62997, 'delayed'],
	[62998, null],
])('the status %p is %p, whatever its message', (id, stage) => {
	expect(changed('sendcloud', 'parcel-driver-en-route', { 'parcel.status.id': id }).stage).toBe(stage);
});

test.each([
	[1795248720000, 1795248720000],
	[1795248720, 1795248720000],
	['2026-11-21T08:12:00Z', 1795248720000],
	[123, undefined],
])('the timestamp %p is %p', (timestamp, occurredAt) => {
	expect(changed('sendcloud', 'parcel-without-phone', { timestamp }).occurredAt).toBe(occurredAt);
});

test.each(['integration_updated', 'parcel_created', null])('an action "%s" tells nothing', (action) => {
	expect(changed('sendcloud', 'parcel-driver-en-route', { action }).stage).toBeNull();
});

test('a label’s address is no link to follow the parcel by', () => {
	const event = changed('sendcloud', 'parcel-driver-en-route', { 'parcel.tracking_url': null });
	expect(event.trackings).toEqual([{ number: '3SYZXG132912330', url: undefined, company: 'postnl' }]);
});
