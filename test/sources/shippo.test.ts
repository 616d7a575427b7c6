import { shippo } from '../../lib/sources/shippo';
import { changed } from './changed';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';

describeSource(shippo);

const said = (status: string, code: string | null) =>
	changed('shippo', 'transit', {
		'data.tracking_status.status': status,
		'data.tracking_status.substatus': code && { code, text: '', action_required: false },
	});

/** https://github.com/goshippo/shippo-javascript-sdk/blob/main/docs/models/components/trackingstatusenum.md */
test.each([
	['UNKNOWN', null],
	['PRE_TRANSIT', 'label_created'],
	['TRANSIT', 'shipped'],
	['DELIVERED', 'delivered'],
	['RETURNED', 'returned'],
	['FAILURE', 'exception'],
	['delivered', null],
	['SUCCESS', null],
])('"%s" is %p', (status, stage) => {
	expect(said(status, null).stage).toBe(stage);
});

test.each([
	['TRANSIT', 'out_for_delivery', 'out_for_delivery', undefined],
	['TRANSIT', 'pickup_available', 'ready_for_pickup', undefined],
	['TRANSIT', 'delivery_attempted', 'failed_attempt', undefined],
	['TRANSIT', 'delayed', 'delayed', undefined],
	['TRANSIT', 'address_issue', 'delayed', 'address'],
	['TRANSIT', 'package_arrived', 'shipped', undefined],
	['TRANSIT', 'package_damaged', 'exception', 'damaged'],
	['RETURNED', 'return_to_sender', 'returned', undefined],
	['RETURNED', 'package_unclaimed', 'returned', 'not_collected'],
	['FAILURE', 'package_lost', 'exception', 'lost'],
	['FAILURE', 'package_undeliverable', 'exception', undefined],
	['DELIVERED', 'out_for_delivery', 'delivered', undefined],
	['DELIVERED', 'return_to_sender', 'delivered', undefined],
	['PRE_TRANSIT', 'delivered', 'label_created', undefined],
	['TRANSIT', 'constructor', 'shipped', undefined],
])('%s with %s is %p for the reason %p', (status, code, stage, reasonCode) => {
	expect(said(status, code)).toMatchObject({ stage, reasonCode });
});

test.each([
	['Order 000123', '000123'],
	['1042', '1042'],
	['#1042', '#1042'],
	['Gift for 2', undefined],
	['', undefined],
])('the metadata %p, which holds anything, is the order number %p', (metadata, orderNumber) => {
	expect(changed('shippo', 'transit', { 'data.metadata': metadata }).orderNumber).toBe(orderNumber);
});

test.each(['track_created', 'all', null])('an event "%s" tells nothing', (event) => {
	expect(changed('shippo', 'delivered-with-an-older-substatus', { event }).stage).toBeNull();
});

test('a label that was made is none of its tracks', () => {
	const { data } = payloadOf('shippo', 'transit');
	const { tracking_history, ...label } = data as Record<string, unknown>;
	expect(tracking_history).toBeDefined();
	expect(shippo.detect({ event: 'transaction_updated', data: { ...label, tracking_status: 'DELIVERED' } }, {})).toBe(0);
});
