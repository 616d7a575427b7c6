import { prestashop } from '../../lib/sources/prestashop';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(prestashop);

const order = (current_state: unknown) => ({
	...(payloadOf('prestashop', 'order-shipped').order as object),
	current_state,
});

describe('the stage', () => {
	/** https://github.com/PrestaShop/PrestaShop/blob/develop/install-dev/data/xml/order_state.xml */
	test.each([
		['1', 'awaiting_payment'],
		['2', 'confirmed'],
		[3, 'confirmed'],
		['4', 'shipped'],
		['5', 'delivered'],
		['6', 'cancelled'],
		['7', 'refunded'],
		['8', null],
		['9', 'confirmed'],
		['10', 'awaiting_payment'],
		['11', null],
		['12', null],
		['13', 'awaiting_payment'],
		['14', null],
	])('of state %j is %p', (state, stage) => {
		expect(one(order(state)).stage).toBe(stage);
	});
});

test('where the customer’s phone is, is said', () => {
	expect(one(order('4'))).toMatchObject({ phones: [], lookupPath: '/api/addresses/4' });
});
