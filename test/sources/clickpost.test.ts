import { clickpost } from '../../lib/sources/clickpost';
import { changed } from './changed';
import { describeSource } from './contract';

describeSource(clickpost);

/** https://github.com/zupta/slate/blob/master/source/includes/_status.md */
test.each([
	[1, 'label_created'],
	[2, 'label_created'],
	[4, 'shipped'],
	[5, 'shipped'],
	[6, 'out_for_delivery'],
	[7, 'exception'],
	[8, 'delivered'],
	[9, 'failed_attempt'],
	[10, 'cancelled'],
	[11, null],
	[12, 'returned'],
	[13, 'returned'],
	[14, 'returned'],
	[16, 'exception'],
	[17, 'exception'],
	[18, 'delayed'],
	[19, null],
	[20, 'delayed'],
	[21, 'returned'],
	[30, null],
	[101, 'return_requested'],
	['8', 'delivered'],
	[1000, null],
])('the code %p is %p, whatever the words beside it', (clickpost_status_code, stage) => {
	expect(changed('clickpost', 'out-for-delivery', { clickpost_status_code }).stage).toBe(stage);
});

test.each([
	[1, 'nobody_home'],
	[2, 'refused'],
	[6, 'address'],
	[3, undefined],
	[0, undefined],
])('a failed delivery with the code %p has the reason %p', (code, reasonCode) => {
	expect(changed('clickpost', 'customer-unavailable', { 'additional.ndr_status_code': code })).toMatchObject({
		stage: 'failed_attempt',
		reasonCode,
	});
});

test('why a delivery failed is said of failed deliveries only, and no place is a reason', () => {
	const event = changed('clickpost', 'customer-unavailable', { clickpost_status_code: 18 });
	expect(event).toMatchObject({ stage: 'delayed', reasonCode: undefined });
	expect(event.reason).not.toMatch(/Geeta/);
});

test.each([4, 6, 8, 9, 14])('a parcel that goes back (is_rvp) with the code %p tells nothing', (clickpost_status_code) => {
	expect(changed('clickpost', 'return-picked-up', { clickpost_status_code }).stage).toBeNull();
});
