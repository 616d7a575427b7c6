import { shipengine } from '../../lib/sources/shipengine';
import { changed } from './changed';
import { describeSource } from './contract';

describeSource(shipengine);

const said = (status_code: string, status_detail_code: string | null) =>
	changed('shipengine', 'track-in-transit', {
		'data.status_code': status_code,
		'data.status_detail_code': status_detail_code,
	});

/** https://github.com/ShipEngine/shipengine-openapi/blob/master/openapi.yaml (status_code) */
test.each([
	['UN', null],
	['NY', 'label_created'],
	['AC', 'shipped'],
	['IT', 'shipped'],
	['AT', 'failed_attempt'],
	['SP', 'ready_for_pickup'],
	['DE', 'delivered'],
	['EX', 'exception'],
	['delivered', null],
])('"%s" is %p', (status, stage) => {
	expect(said(status, null).stage).toBe(stage);
});

test.each([
	['IT', 'OUT_FOR_DELIVERY', 'out_for_delivery', undefined],
	['IT', 'HUB_SCAN_IN', 'shipped', undefined],
	['IT', 'COLLECT_AT_LOCAL_PO', 'ready_for_pickup', undefined],
	['DE', 'DELIVERED_TO_PICKUP_POINT', 'ready_for_pickup', undefined],
	['DE', 'OUT_FOR_DELIVERY', 'delivered', undefined],
	['DE', 'PARCEL_LOST', 'delivered', undefined],
	['EX', 'PARCEL_LOST', 'exception', 'lost'],
	['EX', 'CARRIER_DELAYS', 'delayed', 'carrier_delay'],
	['EX', 'DUTY_NOT_PAID', 'delayed', 'payment_due'],
	['EX', 'RETURN_TO_SENDER', 'returned', undefined],
	['EX', 'TRACKING_EXPIRED', null, undefined],
])('%s with %s is %p for the reason %p', (status, detail, stage, reasonCode) => {
	expect(said(status, detail)).toMatchObject({ stage, reasonCode });
});

test.each([
	['SHIP_NOTIFY', 'shipped'],
	['ITEM_SHIP_NOTIFY', 'shipped'],
	['FULFILLMENT_SHIPPED', 'shipped'],
	['ORDER_NOTIFY', null],
	['FULFILLMENT_REJECTED', null],
	['API_BATCH', null],
])('%s is %p, and names the call that brings the rest', (resource_type, stage) => {
	const event = changed('shipengine', 'ship-notify', { resource_type });
	expect(event).toMatchObject({ stage, trackings: [], phones: [] });
	expect(event.lookupPath).toBe('/shipments?storeID=123456&batchId=987&includeShipmentItems=False');
});

test.each(['', null, 'not a url', 'ftp://ssapi.shipstation.com/shipments'])(
	'a resource_url %p that is none still names what to look up',
	(resource_url) => {
		expect(changed('shipengine', 'ship-notify', { resource_url }).lookupPath).toBe('/shipments');
	},
);

test('a tracking webhook is told by its envelope, whatever its data leave out', () => {
	const data = { tracking_number: '1Z932R800392060079', status_code: 'DE' };
	expect(changed('shipengine', 'track-in-transit', { data })).toMatchObject({
		stage: 'delivered',
		trackings: [{ number: '1Z932R800392060079' }],
	});
	const unsaid = changed('shipengine', 'track-in-transit', { data: { tracking_number: '1Z932R800392060079' } });
	expect([unsaid.stage, unsaid.lookupPath]).toEqual([null, undefined]);
});
