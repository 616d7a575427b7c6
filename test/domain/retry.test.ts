import fc from 'fast-check';
import { CARRIER_ERROR_CODES, CarrierError, mayHaveBeenSent } from '../../lib/domain/errors';
import { MOST_TRIES, waitBeforeRetry } from '../../lib/domain/retry';
import { always } from '../support/properties';

const throttled = (retryAfterMs?: number) =>
	new CarrierError('throttled', 'too fast', retryAfterMs === undefined ? {} : { retryAfterMs });

describe('a text is tried again', () => {
	test.each(CARRIER_ERROR_CODES)('after %s only when it provably was not sent', (code) => {
		const wait = waitBeforeRetry(new CarrierError(code, 'x', { retryAfterMs: 1000 }), 1, 0);
		expect(wait === null).toBe(!['throttled', 'unavailable'].includes(code));
		if (mayHaveBeenSent(code)) expect(wait).toBeNull();
	});

	test('after waits that double', () => {
		expect([1, 2, 3, 4, 5].map((tries) => waitBeforeRetry(throttled(), tries, 0))).toEqual([
			500,
			1000,
			2000,
			null,
			null,
		]);
		expect(MOST_TRIES).toBe(4);
	});

	test.each([
		[0, 0, 0],
		[0, 1, 500],
		[2000, 0, 2000],
		[2000, 0.5, 2250],
		[30_000, 0, 30_000],
		[30_001, 0, null],
		[3_600_000, 0, null],
	])('when the carrier asked for %d ms, by chance %d: after %p ms', (asked, chance, wait) => {
		expect(waitBeforeRetry(throttled(asked), 1, chance)).toBe(wait);
	});

	test('never before the carrier wants it, and never much later', () => {
		const chance = fc.double({ min: 0, max: 1, noNaN: true });
		always(
			fc.property(fc.nat(40_000), fc.integer({ min: 1, max: 6 }), chance, (asked, tries, luck) => {
				const wait = waitBeforeRetry(throttled(asked), tries, luck);
				if (tries >= MOST_TRIES || asked > 30_000) return expect(wait).toBeNull();
				expect(wait).toBeGreaterThanOrEqual(asked);
				expect(wait).toBeLessThanOrEqual(asked + 500);
				return undefined;
			}),
		);
	});
});
