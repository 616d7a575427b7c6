import { dhl } from '../../lib/sources/dhl';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(dhl);

const shipment = (status: Readonly<Record<string, unknown>>) =>
	one({ ...payloadOf('dhl', 'code-and-text-disagree'), status });

test.each([
	['pre-transit', 'label_created'],
	['transit', 'shipped'],
	['delivered', 'delivered'],
	['failure', 'exception'],
	['unknown', null],
	['DELIVERED', 'delivered'],
])('%s is %p, whatever the text beside it says', (statusCode, stage) => {
	expect(shipment({ statusCode, status: 'OUT FOR DELIVERY' }).stage).toBe(stage);
});

test('a number that JSON has rounded is no tracking number', () => {
	const rounded = { ...payloadOf('dhl', 'code-and-text-disagree'), id: 2 ** 60 };
	expect(one(rounded).trackings).toEqual([]);
});

test('a single reference counts when it is the customer’s', () => {
	const withReference = (type: string) =>
		one({ ...payloadOf('dhl', 'failure'), details: { references: { number: '1001', type } } }).orderNumber;
	expect(withReference('customer-reference')).toBe('1001');
	expect(withReference('housebill')).toBeUndefined();
});
