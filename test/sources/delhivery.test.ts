import { delhivery } from '../../lib/sources/delhivery';
import { describeSource } from './contract';
import { one } from './one-event';

describeSource(delhivery);

const push = (Status: string, StatusType: string, NSLCode?: string) =>
	one({ Shipment: { AWB: '12345000000017', NSLCode, Status: { Status, StatusType } } });

test.each([
	['Manifested', 'UD', 'label_created'],
	['Not Picked', 'UD', 'label_created'],
	['In Transit', 'UD', 'shipped'],
	['Pending', 'UD', 'shipped'],
	['Dispatched', 'UD', 'out_for_delivery'],
	['Delivered', 'DL', 'delivered'],
	['RTO', 'DL', 'returned'],
	['DTO', 'DL', null],
	['In Transit', 'RT', 'returned'],
	['Dispatched', 'RT', 'returned'],
	['Dispatched', 'PP', null],
	['In Transit', 'PU', null],
	['Canceled', 'CN', 'cancelled'],
	['Delivered', 'RT', null],
])('%s of type %s is %p', (status, type, stage) => {
	expect(push(status, type).stage).toBe(stage);
});

test.each([
	['EOD-11', 'failed_attempt', 'nobody_home'],
	['EOD-6', 'failed_attempt', 'refused'],
	['EOD-74', 'failed_attempt', 'address'],
	['EOD-3', 'failed_attempt', undefined],
	['X-IBD3F', 'shipped', undefined],
])('a parcel that is pending with %s is %p, for the reason %p', (code, stage, reasonCode) => {
	expect(push('Pending', 'UD', code)).toMatchObject({ stage, reasonCode });
	expect(push('Dispatched', 'UD', code).stage).toBe('out_for_delivery');
});

test('only the code tells that the seller cancelled', () => {
	expect(push('Not Picked', 'UD', 'FMEOD-118').stage).toBe('cancelled');
});
