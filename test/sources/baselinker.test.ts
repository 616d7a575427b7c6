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
