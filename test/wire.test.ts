import { jsonOf, retryAfterMs } from '../lib/wire';

const answered = (headers: Record<string, string>) => ({
	status: 429,
	headers,
	body: '',
	receivedAt: new Date('2026-10-21T07:28:00Z'),
});

describe('Retry-After', () => {
	test.each([
		['2', 2000],
		['0', 0],
		['0.25', 250],
		[' 120 ', 120_000],
		['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
		['2026-10-21T07:29:00Z', 60_000],
		['Wed, 21 Oct 2026 07:00:00 GMT', 0], // over already
		['', undefined],
		['soon', undefined],
		['-5', undefined],
		['5s', undefined],
		['1e3', undefined],
	])('%p is %p ms', (value, milliseconds) => {
		expect(retryAfterMs(answered({ 'retry-after': value }))).toBe(milliseconds);
	});

	test('may be missing', () => {
		expect(retryAfterMs(answered({}))).toBeUndefined();
	});
});

describe('JSON', () => {
	test.each([
		['{"a":[1]}', { a: [1] }],
		['null', null],
		['"text"', 'text'],
		['', undefined],
		['<html>', undefined],
		['{"a":', undefined],
	])('of %p is %p', (body, value) => {
		expect(jsonOf(body)).toEqual(value);
	});
});
