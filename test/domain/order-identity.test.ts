import { EMPTY_EVENT, type OrderEvent } from '../../lib/domain/order-event';
import {
	normaliseOrderNumber,
	normaliseTracking,
	orderRefs,
	meantParcel,
	parcelOf,
	parcelsThatCount,
	WHOLE_ORDER,
} from '../../lib/domain/order-identity';
import { type Stage } from '../../lib/domain/stages';

const event = (more: Partial<OrderEvent>): OrderEvent => ({
	...EMPTY_EVENT,
	source: 'shopify',
	fromShop: true,
	stage: 'shipped',
	stageEvidence: 'a test',
	...more,
});

describe('an order number', () => {
	test.each([
		['#1001', '1001'],
		[' 1001 ', '1001'],
		['# 1001', '1001'],
		['##1001', '1001'],
		['1001', '1001'],
		['#9999.1', '9999.1'],
		['ab-12', 'AB-12'],
		['12#3', '12#3'],
		['#', undefined],
		['  ', undefined],
		['', undefined],
		[undefined, undefined],
	])('%p is known as %p', (written, known) => {
		expect(normaliseOrderNumber(written)).toBe(known);
	});
});

describe('a tracking number', () => {
	test.each([
		['1Z 999 AA1 01 2345 6784', '1Z999AA10123456784'],
		['rr-123456785-pl', 'RR123456785PL'],
		['00123', '00123'],
		// what people write where there is none: two orders with the same word are not one order
		['-', undefined],
		[' — ', undefined],
		['0', undefined],
		['000000', undefined],
		['Local pickup', undefined],
		['pending', undefined],
		['', undefined],
		[undefined, undefined],
	])('%p is known as %p', (written, known) => {
		expect(normaliseTracking(written)).toBe(known);
	});
});

describe('an order is known', () => {
	test('to its shop by number and id within the shop system, and by the numbers of its parcels', () => {
		const trackings = [{ number: '1z-999' }, { url: 'https://t.example/1' }, { number: '2Z 1' }];
		expect(orderRefs(event({ orderNumber: '#1001', orderId: '450789469', trackings }))).toEqual([
			{ kind: 'number', value: '1001', source: 'shopify' },
			{ kind: 'id', value: '450789469', source: 'shopify' },
			{ kind: 'tracking', value: '1Z999', source: '' },
			{ kind: 'tracking', value: '2Z1', source: '' },
		]);
	});

	test('to a tracker by the order number it mentions, of whatever shop, and never by an id of its own', () => {
		const mentioned = { orderNumber: '1001', orderId: 'tracker-7', trackings: [{ number: '1Z999' }] };
		expect(orderRefs(event({ source: 'aftership', fromShop: false, ...mentioned }))).toEqual([
			{ kind: 'number', value: '1001', source: '' },
			{ kind: 'tracking', value: '1Z999', source: '' },
		]);
	});

	test('by nothing where nothing names it', () => {
		expect(orderRefs(event({}))).toEqual([]);
		expect(orderRefs(event({ orderNumber: ' # ', orderId: '', trackings: [{ number: '-' }, {}] }))).toEqual([]);
	});
});

describe('a stage is kept', () => {
	const trackings = [{ number: '1z-999' }, { number: '2Z1' }];
	test.each<[Stage | null, string]>([
		['shipped', '1Z999'],
		['label_created', '1Z999'],
		['out_for_delivery', '1Z999'],
		['ready_for_pickup', '1Z999'],
		['delivered', '1Z999'],
		['delayed', '1Z999'],
		['failed_attempt', '1Z999'],
		['exception', '1Z999'],
		['returned', '1Z999'],
		['awaiting_payment', WHOLE_ORDER],
		['confirmed', WHOLE_ORDER],
		['cancelled', WHOLE_ORDER],
		['refunded', WHOLE_ORDER],
		['return_requested', WHOLE_ORDER],
		[null, WHOLE_ORDER],
	])('where it belongs: %s under %p', (stage, parcel) => {
		expect(parcelOf(event({ stage, trackings }))).toBe(parcel);
	});

	test('under no parcel yet where none is named', () => {
		expect(parcelOf(event({ trackings: [] }))).toBeNull();
		expect(parcelOf(event({ trackings: [{ url: 'https://t.example/1' }] }))).toBeNull();
		expect(parcelOf(event({ trackings: [{ number: 'Local pickup' }] }))).toBeNull();
	});

	test('an event that names none means the only parcel, where there is only one', () => {
		expect(meantParcel(null, ['1Z999'])).toBe('1Z999');
		expect(meantParcel(null, [WHOLE_ORDER, '1Z999'])).toBe('1Z999');
		expect(meantParcel(null, ['1Z999', '2Z1'])).toBe(WHOLE_ORDER);
		expect(meantParcel(null, [])).toBe(WHOLE_ORDER);
		expect(meantParcel('2Z1', ['1Z999'])).toBe('2Z1');
		expect(meantParcel(WHOLE_ORDER, ['1Z999'])).toBe(WHOLE_ORDER);
	});

	test('and held against its parcel and its order; without a parcel, against all of them', () => {
		expect(parcelsThatCount('1Z999')).toEqual(['1Z999', WHOLE_ORDER]);
		expect(parcelsThatCount(WHOLE_ORDER)).toBeNull();
	});
});
