import { pointsForTotal } from '../../../lib/domain/codes/points';

test.each([
	['29.35', 'EUR', 1, 29],
	['29.99', 'EUR', 0.1, 2],
	['0.99', 'EUR', 1, 0],
	['1500', 'JPY', 0.01, 15],
	['1.500', 'KWD', 2, 3],
	// by floats 0.57 × 100 is 56.99999999999999
	['0.57', 'EUR', 100, 57],
	['90071992547409.93', 'EUR', 1, 90071992547409],
])('%s %s at %d a unit: %d', (total, currency, perUnit, points) => {
	expect(pointsForTotal(total, currency, perUnit)).toBe(points);
});

test.each([
	['12,50', 'EUR'],
	['-5', 'EUR'],
	['5', 'euro'],
])('%s %s is an error', (total, currency) => {
	expect(() => pointsForTotal(total, currency, 1)).toThrow();
});
