import { type Variant, variantFor } from '../../../lib/domain/campaign/split';

const PHONES = Array.from({ length: 100_000 }, (_, index) => `+1212${String(5_550_000 + index)}`);
const HALVES: readonly Variant[] = [
	{ name: 'A', weight: 1 },
	{ name: 'B', weight: 1 },
];

/** How many standard deviations a count is away from what a fair draw gives. */
const deviation = (count: number, share: number, all: number) =>
	Math.abs(count - share * all) / Math.sqrt(all * share * (1 - share));

test.each<[string, readonly Variant[]]>([
	['halves', HALVES],
	['one in ten', [{ name: 'A', weight: 90 }, { name: 'B', weight: 10 }]],
	['thirds, in fractions', ['A', 'B', 'C'].map((name) => ({ name, weight: 0.1 }))],
	['four of all sizes', [7, 1, 0.5, 3].map((weight, index) => ({ name: 'ABCD'.charAt(index), weight }))],
])('%s: even within the error of sampling', (_what, variants) => {
	const counts: Record<string, number> = {};
	const phones = variants === HALVES ? PHONES : PHONES.slice(0, 20_000);
	for (const phone of phones) {
		const { name } = variantFor('campaign-1', phone, variants);
		counts[name] = (counts[name] ?? 0) + 1;
	}
	const whole = variants.reduce((sum, { weight }) => sum + weight, 0);
	for (const { name, weight } of variants) {
		expect([name, deviation(counts[name] ?? 0, weight / whole, phones.length) < 3.5]).toEqual([name, true]);
	}
});

test('two campaigns split independently of each other', () => {
	const pairs: Record<string, number> = {};
	for (const phone of PHONES) {
		const pair = ['spring', 'summer'].map((id) => variantFor(id, phone, HALVES).name).join('');
		pairs[pair] = (pairs[pair] ?? 0) + 1;
	}
	expect(Object.keys(pairs).sort()).toEqual(['AA', 'AB', 'BA', 'BB']);
	for (const count of Object.values(pairs)) expect(deviation(count, 1 / 4, PHONES.length)).toBeLessThan(3.5);
});

test('is the same every time, and stays so: campaigns are resumed by later versions', () => {
	const first = PHONES.slice(0, 20).map((phone) => variantFor('campaign-1', phone, HALVES).name);
	expect(first.join('')).toBe('BBBBBBABBBAABAABBBAB');
	expect(PHONES.slice(0, 20).map((phone) => variantFor('campaign-1', phone, HALVES).name)).toEqual(first);
});

test('campaign and phone are not run together', () => {
	const names = (pairs: ReadonlyArray<readonly [string, string]>) =>
		pairs.map(([campaign, phone]) => variantFor(campaign, phone, HALVES).name).join('');
	const numbers = Array.from({ length: 40 }, (_, index) => index + 10);
	expect(names(numbers.map((n) => [`c${n}`, '1']))).not.toBe(names(numbers.map((n) => ['c', `${n}1`])));
});

test('a wording without a share is never drawn; one must be left', () => {
	const variants = [{ name: 'A', weight: 0 }, { name: 'B', weight: 1 }, { name: 'C', weight: 0 }];
	expect(new Set(PHONES.slice(0, 500).map((phone) => variantFor('x', phone, variants).name))).toEqual(new Set(['B']));
	expect(() => variantFor('x', '+12125550123', [])).toThrow(RangeError);
	expect(() => variantFor('x', '+12125550123', [{ name: 'A', weight: 0 }])).toThrow(RangeError);
});
