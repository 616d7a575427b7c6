import { etsy } from '../../lib/sources/etsy';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(etsy);

const receipt = (more: Readonly<Record<string, unknown>>) => one({ ...payloadOf('etsy', 'receipt-canceled'), ...more });

test.each([
	['Open', false, 'awaiting_payment'],
	['Payment Processing', false, 'awaiting_payment'],
	['Paid', false, 'confirmed'],
	['Paid', true, 'shipped'],
	['Completed', true, 'shipped'],
	['Completed', false, null],
	['Partially Refunded', true, 'shipped'],
	['Partially Refunded', false, null],
	['Fully Refunded', true, 'refunded'],
	['Canceled', true, 'cancelled'],
	['paid', false, 'confirmed'],
])('"%s", shipped: %p, is %p', (status, is_shipped, stage) => {
	expect(receipt({ status, is_shipped }).stage).toBe(stage);
});

test.each([
	[11250, 100, '112.50'],
	[11250, 1, '11250'],
	[11250, 0, undefined],
	[11250, 7, undefined],
	['11250', 100, undefined],
])('%j of which %j make one is %p', (amount, divisor, total) => {
	expect(receipt({ grandtotal: { amount, divisor, currency_code: 'USD' } }).total).toBe(total);
});
