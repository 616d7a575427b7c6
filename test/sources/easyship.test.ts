import { easyship } from '../../lib/sources/easyship';
import { changed } from './changed';
import { describeSource } from './contract';

describeSource(easyship);

/** https://developers.easyship.com/v2023.01/reference/shipmenttrackingstatuschanged */
test.each([
	['Shipped', 'shipped', undefined],
	['Shipped (No Tracking Provided)', 'shipped', undefined],
	['In Transit to Customer', 'shipped', undefined],
	['Out for Delivery', 'out_for_delivery', undefined],
	['Delivered', 'delivered', undefined],
	['Failed Delivery Attempt', 'failed_attempt', undefined],
	['Exception', 'exception', undefined],
	['Lost by Courier', 'exception', 'lost'],
	['To be returned', 'returned', undefined],
	['In Transit to Consolidation Center', null, undefined],
	['Delivery Expected (End of Updates)', null, undefined],
	['Liquidated', null, undefined],
	['success', null, undefined],
])('"%s" is %p for the reason %p', (status, stage, reasonCode) => {
	expect(changed('easyship', 'status-out-for-delivery', { 'data.status': status })).toMatchObject({ stage, reasonCode });
});

test.each([
	['shipment.label.created', 'success', 'label_created'],
	['shipment.label.created', 'Delivered', null],
	['shipment.label.failed', 'success', null],
	['shipment.cancelled', 'Delivered', null],
	['pickup.created', 'Delivered', null],
])('%s with "%s" is %p: a label is a label', (event_type, status, stage) => {
	expect(changed('easyship', 'label-created', { event_type, 'data.status': status }).stage).toBe(stage);
});
