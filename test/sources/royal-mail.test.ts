import { royalMail } from '../../lib/sources/royal-mail';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(royalMail);

const piece = (summary: Readonly<Record<string, unknown>>) => one({ ...payloadOf('royal-mail', 'refused'), summary });

test.each([
	['EVAIP', 'label_created', undefined],
	['EVIMC', 'shipped', undefined],
	['EVGPD', 'out_for_delivery', undefined],
	['EVKLC', 'ready_for_pickup', undefined],
	['EVKSP', 'delivered', undefined],
	['EVKDN', 'delivered', undefined],
	['EVKNA', 'failed_attempt', 'nobody_home'],
	['EVKSU', 'failed_attempt', undefined],
	['EVKAI', 'returned', 'address'],
	['EVRTS', 'returned', undefined],
	['EVNKS', null, undefined],
])('%s is %p, for the reason %p', (lastEventCode, stage, reasonCode) => {
	expect(piece({ lastEventCode })).toMatchObject({ stage, reasonCode });
});

test('the category stands in for an event that is not known', () => {
	expect(piece({ lastEventCode: 'EVXXX', statusCategory: 'IN TRANSIT' }).stage).toBe('shipped');
	expect(piece({ lastEventCode: 'EVKSP', statusCategory: 'IN TRANSIT' }).stage).toBe('delivered');
});

test('who signed is not the customer', () => {
	expect(one(payloadOf('royal-mail', 'refused')).firstName).toBeUndefined();
});
