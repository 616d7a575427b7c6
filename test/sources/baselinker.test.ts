import { baselinker } from '../../lib/sources/baselinker';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(baselinker);

const order = (more: Readonly<Record<string, unknown>>) => one({ ...payloadOf('baselinker', 'order'), ...more });

test('a status is the account’s own, so it says nothing and names the way out', () => {
	expect(order({}).stage).toBeNull();
	expect(order({}).stageEvidence).toContain('Mapped Fields');
});

test.each([
	['534534234', 2824, '534534234'],
	['', 2824, '2824'],
	['0', 0, '1630473'],
])('of %j and %j the number that the customer knows is %s', (external_order_id, shop_order_id, number) => {
	expect(order({ external_order_id, shop_order_id }).orderNumber).toBe(number);
});

/** https://api.baselinker.com/index.php?method=getCourierPackagesStatusHistory */
test.each([
	[0, null],
	[1, 'label_created'],
	['2', 'shipped'],
	[3, 'failed_attempt'],
	['4', 'out_for_delivery'],
	[5, 'delivered'],
	[6, 'returned'],
	[7, 'failed_attempt'],
	[8, 'ready_for_pickup'],
	[9, 'exception'],
	[10, null],
	[11, 'shipped'],
	[12, 'exception'],
	[13, 'shipped'],
	[14, null],
])('a package whose tracking status is %j is %p, unless it is a return', (tracking_status, stage) => {
	const parcel = { ...payloadOf('baselinker', 'package-of-a-return'), tracking_status };
	expect(one({ ...parcel, is_return: false }).stage).toBe(stage);
	expect(one(parcel).stage).toBeNull();
});
