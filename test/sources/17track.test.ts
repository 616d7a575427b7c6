import { seventeenTrack } from '../../lib/sources/17track';
import { changed } from './changed';
import { describeSource } from './contract';

describeSource(seventeenTrack);

const latest = (status: string, sub_status: string | null) =>
	changed('17track', 'in-transit', { 'data.track_info.latest_status': { status, sub_status, sub_status_descr: null } });

/** https://help.17track.net/hc/en-us/articles/37471096573337 */
test.each([
	['NotFound', null],
	['InfoReceived', 'label_created'],
	['InTransit', 'shipped'],
	['Expired', null],
	['AvailableForPickup', 'ready_for_pickup'],
	['OutForDelivery', 'out_for_delivery'],
	['DeliveryFailure', 'failed_attempt'],
	['Delivered', 'delivered'],
	['Exception', 'exception'],
	['delivered', null],
])('"%s" is %p', (status, stage) => {
	expect(latest(status, `${status}_Other`).stage).toBe(stage);
	expect(latest(status, null).stage).toBe(stage);
});

test.each([
	['DeliveryFailure', 'DeliveryFailure_NoBody', 'failed_attempt', 'nobody_home'],
	['DeliveryFailure', 'DeliveryFailure_Rejected', 'failed_attempt', 'refused'],
	['DeliveryFailure', 'DeliveryFailure_InvalidAddress', 'failed_attempt', 'address'],
	['Exception', 'Exception_Returning', 'returned', undefined],
	['Exception', 'Exception_Returned', 'returned', undefined],
	['Exception', 'Exception_Damage', 'exception', 'damaged'],
	['Exception', 'Exception_Delayed', 'delayed', undefined],
	['Exception', 'Exception_Lost', 'exception', 'lost'],
	['Exception', 'Exception_Cancel', 'cancelled', undefined],
	['Delivered', 'Exception_Lost', 'delivered', undefined],
	['InTransit', 'Exception_Returned', 'shipped', undefined],
])('%s with %s is %p for the reason %p', (status, sub, stage, reasonCode) => {
	expect(latest(status, sub)).toMatchObject({ stage, reasonCode });
});

describe('v1', () => {
	/** https://asset.17track.net/api/document/v1_en/index.html */
	test.each([
		[0, null],
		[10, 'shipped'],
		[20, null],
		[30, null],
		[35, 'failed_attempt'],
		[40, 'delivered'],
		[50, 'exception'],
		[60, null],
	])('%p is %p, whatever the text says', (e, stage) => {
		expect(changed('17track', 'v1-delivered', { 'data.track.e': e }).stage).toBe(stage);
	});
});

test.each([
	['order-1042', 'order-1042'],
	['#1042', '#1042'],
	['Order No. 1042', '1042'],
	['spring sale 24', undefined],
	['vip', undefined],
	['7ade61ad-c21a-4beb-b7fd-2f579feacdb6', undefined],
	['', undefined],
	[null, undefined],
])('the tag %p, which holds anything, is the order number %p', (tag, orderNumber) => {
	expect(changed('17track', 'in-transit', { 'data.tag': tag }).orderNumber).toBe(orderNumber);
});

test('the end of an estimate is the safe thing to say; where a parcel is seen is no country of the customer', () => {
	const from = '2026-11-25T00:00:00-03:00';
	const path = 'data.track_info.time_metrics.estimated_delivery_date';
	expect(changed('17track', 'in-transit', { [path]: { from, to: null } }).eta).toBe(from);
	const nowhere = { 'data.track_info.shipping_info': {} };
	expect(changed('17track', 'in-transit', nowhere).country).toBeUndefined();
});
