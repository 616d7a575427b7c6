import { orderLookUp, parcelLookUp } from '../../lib/sources/protocols/look-up';

test('a shop’s thin event names the call, and gives its path where it knows all of it', () => {
	expect(orderLookUp('BigCommerce', '/v2/orders/250')).toEqual({
		lookup: expect.stringContaining('GET /v2/orders/250'),
		lookupPath: '/v2/orders/250',
	});
	expect(orderLookUp('BigCommerce', '/v2/orders/{id}').lookupPath).toBeUndefined();
});

test('a tracker’s event says where the phone is to be had', () => {
	expect(parcelLookUp('EasyPost').lookup).toMatch(/EasyPost knows no phone number.*in the shop first/);
	expect(parcelLookUp('EasyPost').lookupPath).toBeUndefined();
});
