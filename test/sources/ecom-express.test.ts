import { ecomExpress } from '../../lib/sources/ecom-express';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(ecomExpress);

const second = (more: Readonly<Record<string, unknown>>) => one({ ...payloadOf('ecom-express', 'delivered'), ...more });
const first = (more: Readonly<Record<string, unknown>>) =>
	one({ ...payloadOf('ecom-express', 'first-version'), ...more });

test.each([
	['Delivered', 'delivered'],
	['Undelivered', 'failed_attempt'],
	['Out for delivery', 'out_for_delivery'],
	['Bagged', null],
])('%s is %p', (status, stage) => {
	expect(second({ status }).stage).toBe(stage);
});

test.each([
	['003', 'shipped', undefined],
	['006', 'out_for_delivery', undefined],
	['999', 'delivered', undefined],
	['777', 'returned', undefined],
	['221', 'failed_attempt', 'refused'],
	['124', null, undefined],
])('%s is %p, for the reason %p', (reason_code_number, stage, reasonCode) => {
	expect(first({ reason_code_number })).toMatchObject({ stage, reasonCode });
});

test('what goes back to the shop is delivered to nobody else', () => {
	expect(second({ shipment_type: 'Return' }).stage).toBe('returned');
	expect(second({ product_type: 'rts' }).stage).toBe('returned');
	expect(second({ shipment_type: 'Reversepickup' }).stage).toBeNull();
	expect(first({ reason_code_number: '999', ref_awb: '115000017' }).stage).toBe('returned');
});

test('the courier’s number is not the customer’s', () => {
	expect(second({ employee_number: '9800000000' }).phones).toEqual([]);
});
