import { EMPTY_EVENT, type OrderEvent } from '../../lib/domain/order-event';
import {
	at,
	entryOf,
	eventPerParcel,
	field,
	fieldsOf,
	firstText,
	idOf,
	itemsOf,
	linkOf,
	listOf,
	numberOf,
	textOf,
	timeOf,
	wordOf,
} from '../../lib/sources/read';

describe('fields', () => {
	const smuggled = JSON.parse('{"__proto__": {"phone": "+12125550123"}, "name": "#1001"}') as unknown;

	test('only own fields of plain objects are fields', () => {
		expect(field({ phone: 'a' }, 'phone')).toBe('a');
		expect(field(smuggled, 'phone')).toBeUndefined();
		expect(field({}, 'constructor')).toBeUndefined();
		expect(field({}, 'toString')).toBeUndefined();
	});

	test.each([null, undefined, 'text', 7, true, ['a']])('%p has no fields', (value) => {
		expect(field(value, 'length')).toBeUndefined();
		expect(fieldsOf(value)).toEqual({});
	});

	test('a path ends at the first thing that is missing', () => {
		expect(at({ a: { b: { c: 1 } } }, 'a', 'b', 'c')).toBe(1);
		expect(at({ a: null }, 'a', 'b', 'c')).toBeUndefined();
		expect(at({ a: [{ b: 1 }] }, 'a', 'b')).toBeUndefined();
	});

	test('what is no list is an empty one', () => {
		expect(listOf([1])).toEqual([1]);
		for (const value of [null, undefined, {}, 'abc', { length: 3 }]) expect(listOf(value)).toEqual([]);
	});

	test('a table has no entry for a property that every object has', () => {
		const table = { paid: 'confirmed' };
		expect(entryOf(table, 'paid')).toBe('confirmed');
		for (const word of ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', '', undefined]) {
			expect(entryOf(table, word)).toBeUndefined();
		}
	});
});

describe('texts', () => {
	test.each([
		['  a b ', 'a b'],
		[0, '0'],
		[12.5, '12.5'],
		['', undefined],
		['   ', undefined],
		['NULL', undefined],
		['null', undefined],
		['N/A', undefined],
		['undefined', undefined],
		['None', undefined],
		['Nonette', 'Nonette'],
		[Number.NaN, undefined],
		[Number.POSITIVE_INFINITY, undefined],
		[null, undefined],
		[true, undefined],
		[{}, undefined],
		[['a'], undefined],
	])('%p is the text %p', (value, text) => {
		expect(textOf(value)).toBe(text);
	});

	test('the first text is taken, not the first value', () => {
		expect(firstText(undefined, null, ' ', 'NULL', {}, 'a', 'b')).toBe('a');
		expect(firstText()).toBeUndefined();
	});

	test('a status word is told in any case, and nothing is the empty word', () => {
		expect(wordOf(' IN_TRANSIT ')).toBe('in_transit');
		expect(wordOf(null)).toBe('');
	});
});

describe('ids', () => {
	test.each([
		[5012345678901, '5012345678901'],
		[Number.MAX_SAFE_INTEGER, '9007199254740991'],
		['820982911946154508', '820982911946154508'],
		[820982911946154500, undefined],
		[1e21, undefined],
		[1.5, undefined],
		['', undefined],
		[null, undefined],
	])('%p is the id %p: what JSON.parse has rounded is none', (value, id) => {
		expect(idOf(value)).toBe(id);
	});
});

describe('links', () => {
	test.each([
		['https://track.example/?n=1&lang=en', 'https://track.example/?n=1&lang=en'],
		[' https://track.example/a ', 'https://track.example/a'],
		['HTTP://track.example/a', 'HTTP://track.example/a'],
		['https://post.example/śledź?n=1', 'https://post.example/%C5%9Bled%C5%BA?n=1'],
		['https://bücher.example/', 'https://xn--bcher-kva.example/'],
		['track.example/a', undefined],
		['//track.example/a', undefined],
		['javascript:alert(1)//a.example', undefined],
		['ftp://track.example/a', undefined],
		['https://localhost/a', undefined],
		['https:// track.example', undefined],
		['https://track.example/a b', undefined],
		['https://[::1.example', undefined],
		['', undefined],
		[null, undefined],
		[7, undefined],
	])('%p is the link %p', (value, link) => {
		expect(linkOf(value)).toBe(link);
	});
});

describe('times', () => {
	const noon = Date.UTC(2026, 10, 20, 12);

	test.each([
		['2026-11-20T12:00:00Z', noon],
		['2026-11-20T13:00:00+01:00', noon],
		['2026-11-20T12:00:00.000Z', noon],
		['2026-11-20', Date.UTC(2026, 10, 20)],
		[noon / 1000, noon],
		['0000-00-00', undefined],
		['0000-00-00 00:00:00', undefined],
		['2026-13-45', undefined],
		['20261120', undefined],
		['Fri, 20 Nov 2026 12:00:00 +0000', undefined],
		['tomorrow', undefined],
		[noon, undefined],
		[0, undefined],
		[-1, undefined],
		[Number.NaN, undefined],
		[null, undefined],
	])('%p is %p', (value, time) => {
		expect(timeOf(value)).toBe(time);
	});

	test.each(['2026-11-20T12:00:00', '2026-11-20T12:00', '2026-11-20T12:00:00.000', '2026-11-20 12:00:00'])(
		'%s does not say its zone, so it is UTC, not the zone of this machine',
		(value) => {
			const parse = jest.spyOn(Date, 'parse');
			try {
				expect(timeOf(value)).toBe(noon);
				expect(parse).toHaveBeenCalledWith(`${value}Z`); // without the Z, it would guess
			} finally {
				parse.mockRestore();
			}
		},
	);
});

describe('items', () => {
	test('each has a name and a quantity, one where none is given', () => {
		expect(
			itemsOf(
				[{ title: 'Pen', quantity: 2 }, { title: 'Ink' }, { title: ' ' }, null, 'x', { title: 'Cap', quantity: 'x' }],
				'title',
			),
		).toEqual([
			{ name: 'Pen', quantity: 2 },
			{ name: 'Ink', quantity: 1 },
			{ name: 'Cap', quantity: 1 },
		]);
	});
});

describe('several parcels', () => {
	const event = (stage: OrderEvent['stage'], numbers: readonly string[]): OrderEvent => ({
		...EMPTY_EVENT,
		source: 'shopify',
		stage,
		stageEvidence: 'a test',
		trackings: numbers.map((number) => ({ number })),
	});

	test('each parcel that is sent gets its own event', () => {
		const events = eventPerParcel(event('shipped', ['A', 'B']));
		expect(events.map(({ trackings }) => trackings)).toEqual([[{ number: 'A' }], [{ number: 'B' }]]);
	});

	test.each(['delivered', 'out_for_delivery', 'cancelled', null] as const)(
		'"%s" is told once for all of them',
		(stage) => {
			expect(eventPerParcel(event(stage, ['A', 'B']))).toEqual([event(stage, ['A', 'B'])]);
		},
	);

	test('a shipment without a number is still an event', () => {
		expect(eventPerParcel(event('shipped', []))).toEqual([event('shipped', [])]);
	});

	test('a list of thousands of numbers does not become thousands of texts', () => {
		const numbers = Array.from({ length: 5000 }, (_, index) => `N${index}`);
		expect(eventPerParcel(event('shipped', numbers))).toHaveLength(50);
	});
});

test.each([
	[7, 7],
	['7.50', 7.5],
	['', NaN],
	[null, NaN],
	[true, NaN],
	[[7], NaN],
	[{ toString: null }, NaN],
	[JSON.parse('{"valueOf": {}, "toString": 7}'), NaN],
])('the number in %p is %p', (value: unknown, number) => {
	expect(numberOf(value)).toBe(number);
});
