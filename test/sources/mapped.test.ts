import { isDomainError } from '../../lib/domain/errors';
import { eventFromFields, type MappedFields } from '../../lib/sources/mapped';
import { problemsOf } from './contract';

const FIELDS: MappedFields = { stage: 'shipped', orderNumber: '#1001', phone: '07700 900123', country: 'GB' };

const errorOf = (fields: MappedFields) => {
	try {
		eventFromFields(fields);
	} catch (error) {
		if (isDomainError(error)) return error;
	}
	return undefined;
};

test('all fields become one event, as they were written', () => {
	const event = eventFromFields({
		stage: 'delayed',
		orderNumber: ' #1001 ',
		phone: '07700 900123',
		firstName: 'Mary Ann',
		customerId: 7012345678901,
		country: 'gb',
		language: 'pt_br',
		total: '1,234.50',
		currency: 'eur',
		refundAmount: 12.5,
		items: 'Fountain pen + 2 more',
		orderUrl: 'https://acme-store.example/orders/1001',
		trackingNumber: 15501234567890,
		trackingUrl: 'https://track.example/?n=1',
		trackingCompany: 'DHL',
		eta: '2026-12-01T18:00:00+01:00',
		reason: 'Snow on the pass',
	});
	expect(problemsOf(event)).toEqual([]);
	expect(event).toEqual({
		source: 'mapped',
		fromShop: false,
		stage: 'delayed',
		stageEvidence: 'the Stage field = delayed',
		orderNumber: '#1001',
		firstName: 'Mary Ann',
		customerId: '7012345678901',
		phones: [{ path: 'Phone', raw: '07700 900123', country: 'GB' }],
		country: 'GB',
		language: 'pt-BR',
		total: '1234.50',
		currency: 'EUR',
		refunds: ['12.5'],
		items: [{ name: 'Fountain pen + 2 more', quantity: 1 }],
		orderUrl: 'https://acme-store.example/orders/1001',
		trackings: [{ number: '15501234567890', url: 'https://track.example/?n=1', company: 'DHL' }],
		eta: '2026-12-01T18:00:00+01:00',
		reason: 'Snow on the pass',
		reasonForCustomer: 'Snow on the pass',
		test: false,
	});
});

test('fields that expressions left empty are no fields', () => {
	const nothing = {
		firstName: '',
		phone: 'null',
		refundAmount: ' ',
		items: null,
		trackingUrl: 'soon',
		trackingCompany: '',
	};
	const event = eventFromFields({ ...FIELDS, ...nothing });
	expect(problemsOf(event)).toEqual([]);
	expect(event).toMatchObject({ phones: [], refunds: [], items: [], trackings: [] });
	expect(event.firstName).toBeUndefined();
});

describe('the stage', () => {
	test.each([
		['shipped', 'shipped'],
		['Out for Delivery', 'out_for_delivery'],
		['ready-for-pickup', 'ready_for_pickup'],
		['IN TRANSIT', 'shipped'],
		['Canceled', 'cancelled'],
		['attempted delivery', 'failed_attempt'],
		['available_for_pickup', 'ready_for_pickup'],
		['order confirmed', 'confirmed'],
		['awaiting_payment', 'awaiting_payment'],
		['success', null],
		['completed', null],
		['constructor', null],
		['__proto__', null],
		['toString', null],
	])('%p is %p', (word, stage) => {
		const event = eventFromFields({ ...FIELDS, stage: word });
		expect(event.stage).toBe(stage);
		expect(event.stageEvidence).toBe(`the Stage field = ${word}`);
	});
});

describe('amounts', () => {
	test.each([
		['1,234.50', '1234.50'],
		['1,234,567.8', '1234567.8'],
		['1.234,50', '1234.50'],
		['1 234,50', '1234.50'],
		['1\u00a0234,5', '1234.5'],
		['49,99', '49.99'],
		['1234,5', '1234.5'],
		['-12,50', '-12.50'],
		['1,234', '1234'],
		['1234.5', '1234.5'],
		[49.9, '49.9'],
		['€49.99', '€49.99'],
		['12,5,7', '12,5,7'],
	])('%p is %p', (written, amount) => {
		expect(eventFromFields({ ...FIELDS, total: written }).total).toBe(amount);
	});
});

describe('an item that is not enough is refused with a word on what is missing', () => {
	test('neither order number nor tracking number', () => {
		const error = errorOf({ stage: 'shipped', phone: '07700 900123', orderNumber: ' ', trackingNumber: null });
		expect(error?.code).toBe('no-order');
		expect(error?.message).toMatch(/order number.*tracking number/);
		expect(error?.hint).toMatch(/Order Number/);
	});

	test('no stage', () => {
		const error = errorOf({ ...FIELDS, stage: '' });
		expect(error?.code).toBe('no-order');
		expect(error?.hint).toMatch(/Stage/);
	});

	test('a tracking number alone is enough', () => {
		expect(eventFromFields({ stage: 'shipped', trackingNumber: 'AB1' }).trackings).toMatchObject([{ number: 'AB1' }]);
	});
});
