import { randomFillSync } from 'node:crypto';
import { generateCodes, type GenerateDeps } from '../../../lib/domain/codes/generate';
import { lookupForm } from '../../../lib/domain/codes/lookup-form';
import { isOffensive, OFFENSIVE_WORDS, readable } from '../../../lib/domain/codes/offensive';
import { type AlphabetName, ALPHABETS, type PatternSpec, readPattern } from '../../../lib/domain/codes/pattern';
import { seededFill } from './random';

const generate = (spec: Partial<PatternSpec>, count: number, deps: Partial<GenerateDeps> = {}) =>
	[
		...generateCodes(readPattern({ checkCharacter: false, ...spec }), count, { randomFill: seededFill(), ...deps }),
	].flat();

test.each<[spec: Partial<PatternSpec>, expected: RegExp]>([
	[{ pattern: 'SUMMER-#####-###' }, /^SUMMER-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{3}$/],
	[{ prefix: 'VIP', length: 7, alphabet: 'digits' }, /^VIP\d{7}$/],
	[{ length: 6, alphabet: 'letters', checkCharacter: true }, /^[A-HJKMNP-TV-Z]{7}$/],
	[{ pattern: 'NO\\#1-####' }, /^NO#1-[0-9A-HJKMNP-TV-Z]{4}$/],
])('%j is kept to', (spec, expected) => {
	for (const code of generate(spec, 300)) expect(code).toMatch(expected);
});

test('hands over batches, the last one with what is left', () => {
	const pattern = readPattern({ length: 8, checkCharacter: false });
	const sizes = (count: number) =>
		[...generateCodes(pattern, count, { randomFill: seededFill(), batchSize: 40 })].map(({ length }) => length);
	expect([sizes(100), sizes(80), sizes(0)]).toEqual([[40, 40, 20], [40, 40], []]);
});

test('takes its bytes from whoever calls, and only when there is need of them', () => {
	let filled = 0;
	const codes = generateCodes(readPattern({ length: 8, checkCharacter: false }), 10, {
		randomFill: (buffer) => {
			filled++;
			randomFillSync(buffer);
		},
	});
	expect(filled).toBe(0);
	expect([...codes].flat()).toHaveLength(10);
	expect(filled).toBe(1);
});

test.each<[what: string, spec: Partial<PatternSpec>, count: number]>([
	['a hundred thousand', { length: 10 }, 100_000],
	['half of a small space', { length: 4, alphabet: 'digits' }, 5_000],
	['codes that are longer than the keys they are told apart by', { length: 30, checkCharacter: true }, 20_000],
	['a quarter of a space with a check character', { length: 3, checkCharacter: true }, 6_000],
])('never gives a code twice: %s', (_what, spec, count) => {
	const codes = generate(spec, count);
	expect(new Set(codes.map(lookupForm)).size).toBe(count);
});

test.each<AlphabetName>(['letters-and-digits', 'letters', 'digits'])(
	'draws each of the %s as often as the others',
	(alphabet) => {
		const counts = new Map<string, number>();
		const codes = generate({ length: 20, alphabet }, 20_000);
		for (const symbol of codes.join('')) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
		expect([...counts.keys()].sort().join('')).toBe(ALPHABETS[alphabet]);
		// words that are left out make some letters rarer, by up to 2 %; a byte modulo 22 would make 14 of them 9 % more frequent
		const mean = 400_000 / counts.size;
		for (const [symbol, count] of counts) expect([symbol, Math.abs(count / mean - 1) < 0.06]).toEqual([symbol, true]);
	},
);

describe('what no code may be', () => {
	test('taken', () => {
		const [first, second] = generate({ length: 8 }, 2) as [string, string];
		expect(generate({ length: 8 }, 1, { isTaken: (code) => code === first })).toEqual([second]);
	});

	test('excluded as a whole, however it is written', () => {
		const [first, second] = generate({ pattern: 'A-########' }, 2) as [string, string];
		expect(generate({ pattern: 'A-########' }, 1, { exclusions: [first.toLowerCase().replace('-', ' ')] })).toEqual([
			second,
		]);
	});

	test('one with an excluded word in it', () => {
		const spec = { pattern: 'AC-##-######', alphabet: 'letters' } as const;
		const count = 30_000;
		const has = (codes: string[], word: RegExp) => codes.some((code) => word.test(code.replaceAll('-', '')));
		expect(has(generate(spec, count), /ACM/)).toBe(true);
		expect(has(generate(spec, count), /XYZ/)).toBe(true);
		const codes = generate(spec, count, { exclusions: ['acm', 'x.y.z', ''] });
		expect(has(codes, /ACM|XYZ/)).toBe(false);
	});

	test('one whose check character ends a word', () => {
		const codes = generate({ length: 4, checkCharacter: true }, 15_000);
		expect(codes.filter(isOffensive)).toEqual([]);
	});

	test('of the pattern itself', () => {
		expect(() => generate({ pattern: 'SUMMER-#####' }, 1, { exclusions: ['sUMm3r'] })).toThrow(
			expect.objectContaining({ code: 'bad-setting', message: expect.stringContaining('"SUMMER-"') }),
		);
	});

	test('the last one left: it says so instead of looking for ever', () => {
		const all = generate({ pattern: 'XX-#', alphabet: 'digits' }, 10);
		expect(all.sort().at(-1)).toBe('XX-9');
		expect(() => generate({ pattern: 'XX-#', alphabet: 'digits' }, 11)).toThrow(
			expect.objectContaining({ code: 'bad-setting', message: expect.stringContaining('After 10 codes') }),
		);
		expect(() => generate({ length: 8 }, 1, { isTaken: () => true })).toThrow('After 0 codes');
	});
});

describe('words that offend', () => {
	test.each([
		'FUCK',
		'fu-ck',
		'XFVCKX',
		'A5SA5S',
		'SH1T',
		'5H17',
		'KURWA',
		'KVRW4',
		'P0RN',
		'PUTA77',
		'N4Z1',
		'HITLER',
	])('%s is one', (code) => expect(isOffensive(code)).toBe(true));
	test.each(['SUMMER', 'THANKS', 'X7K2M9', 'WELCOME', 'HAPPY', ''])('%s is none', (code) =>
		expect(isOffensive(code)).toBe(false),
	);

	test('are in no code', () => {
		expect(generate({ length: 12, alphabet: 'letters' }, 60_000).filter(isOffensive)).toEqual([]);
	});

	test('are not made of the pattern and what is drawn', () => {
		for (const code of generate({ pattern: 'FU##-####' }, 5_000)) expect(code.replace('-', '')).not.toMatch(/^FUCK/);
	});

	test('are the operator’s to judge where they wrote them', () => {
		expect(generate({ pattern: 'CLASSIC-####' }, 3)).toHaveLength(3);
	});

	test('are long enough to be read as words, and not there twice', () => {
		expect(OFFENSIVE_WORDS.filter((word) => !/^[A-Z0-9]{3,}$/.test(word))).toEqual([]);
		expect(new Set(OFFENSIVE_WORDS).size).toBe(OFFENSIVE_WORDS.length);
		expect(readable('V-0 1i')).toBe('U011');
	});
});
