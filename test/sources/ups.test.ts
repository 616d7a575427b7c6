import { ups } from '../../lib/sources/ups';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(ups);

const alert = (type: string, code: string) =>
	one({ ...payloadOf('ups', 'alert-out-for-delivery'), activityStatus: { type, code } });
const current = (currentStatus: Readonly<Record<string, unknown>>) =>
	one({ trackingNumber: '1Z0000000000000017', currentStatus });

test.each([
	['M', 'MP', 'label_created', undefined],
	['MV', 'VP', null, undefined],
	['I', 'AR', 'shipped', undefined],
	['I', 'OT', 'out_for_delivery', undefined],
	['D', 'FS', 'delivered', undefined],
	['D', 'ZP', 'ready_for_pickup', undefined],
	['D', 'B0', 'returned', undefined],
	['X', '48', 'failed_attempt', 'nobody_home'],
	['X', '55', 'failed_attempt', 'closed'],
	['X', 'KT', 'exception', 'refused'],
	['X', 'AE', 'exception', 'address'],
	['X', '7W', 'delayed', 'weather'],
	['X', '1U', 'delayed', 'customs'],
	['X', '17', 'delayed', 'carrier_delay'],
	['X', '45', 'exception', 'damaged'],
	['X', '6C', 'returned', 'not_collected'],
	// clearance: the same letters are "out for delivery" elsewhere
	['X', 'OT', 'exception', undefined],
	['U', 'UP', null, undefined],
	['W', 'WH', null, undefined],
])('type %s with code %s is %p, for the reason %p', (type, code, stage, reasonCode) => {
	expect(alert(type, code)).toMatchObject({ stage, reasonCode });
});

test.each([
	['I', '021', 'out_for_delivery'],
	['I', '011', 'shipped'],
	['X', '060', 'failed_attempt'],
	['X', '011', 'exception'],
	['D', '040', 'ready_for_pickup'],
	['D', '003', 'delivered'],
	[undefined, '011', 'delivered'],
	['Q', '011', null],
])('a status of type %s with status code %s is %p', (type, statusCode, stage) => {
	expect(current({ type, statusCode }).stage).toBe(stage);
});

test('the place of a scan is not where the customer lives, and who signed is not the customer', () => {
	const event = one(payloadOf('ups', 'alert-access-point'));
	expect([event.country, event.firstName]).toEqual([undefined, undefined]);
});

test('the day that was scheduled first is no estimate of a parcel that is late', () => {
	expect(alert('X', '7W').eta).toBeUndefined();
	expect(alert('I', 'OT').eta).toBe('2026-11-20');
});
