import { lookupForm } from '../../../lib/domain/codes/lookup-form';
import {
	assertRoom,
	guessesInWords,
	guessesPerHit,
	longestCode,
	type PatternSpec,
	readPattern,
	spaceOf,
} from '../../../lib/domain/codes/pattern';

const pattern = (spec: Partial<PatternSpec>) => readPattern({ checkCharacter: false, ...spec });

test.each<[spec: Partial<PatternSpec>, standIn: string, space: number]>([
	[{ pattern: 'SUMMER-#####-####' }, 'SUMMER-XXXXX-XXXX', 32 ** 9],
	[{ pattern: ' summer-## ' }, 'SUMMER-XX', 32 ** 2],
	[{ pattern: 'NO\\#1-##' }, 'NO#1-XX', 32 ** 2],
	[{ pattern: '##', prefix: 'unused', length: 9 }, 'XX', 32 ** 2],
	[{ prefix: 'vip-', length: 4 }, 'VIP-XXXX', 32 ** 4],
	[{ length: 4, alphabet: 'letters' }, 'XXXX', 22 ** 4],
	[{ length: 4, alphabet: 'digits' }, 'XXXX', 10 ** 4],
	[{}, 'XXXXXXXXXX', 32 ** 10],
	[{ pattern: 'A-###', checkCharacter: true }, 'A-XXXX', Math.floor(32 ** 4 / 37)],
])('%j gives codes such as %s', (spec, standIn, space) => {
	expect(longestCode(pattern(spec))).toBe(standIn);
	expect(spaceOf(pattern(spec))).toBe(space);
});

test.each<[spec: Partial<PatternSpec>, message: RegExp]>([
	[{ pattern: 'SUMMER' }, /no random character/],
	[{ pattern: '\\#' }, /no random character/],
	[{ pattern: 'ŚWIĘTA-####' }, /cannot have "Ś"/],
	[{ pattern: 'A B-####' }, /cannot have " "/],
	[{ pattern: 'A/####' }, /cannot have "\/"/],
	[{ pattern: '####\\' }, /ends with a backslash/],
	[{ length: 0 }, /0 random characters/],
	[{ length: 2.5 }, /2.5 random characters/],
	[{ pattern: '#'.repeat(50), checkCharacter: true }, /51 characters/],
])('%j is refused', (spec, message) => {
	expect(() => pattern(spec)).toThrow(
		expect.objectContaining({
			code: 'bad-setting',
			message: expect.stringMatching(message),
			hint: expect.stringMatching(/./),
		}),
	);
});

describe('the room of a pattern', () => {
	test('says what one hit costs', () => {
		expect(assertRoom(pattern({ length: 8 }), 1_000_000)).toBe(1_099_511);
		expect(assertRoom(pattern({ length: 8 }), 500_000, 500_000)).toBe(1_099_511);
		expect(guessesInWords(1_099_511)).toBe('one guess in 1,100,000 hits');
		expect(guessesPerHit(1000, 0)).toBe(1000);
	});

	test.each<[spec: Partial<PatternSpec>, count: number, message: string, hint: RegExp]>([
		[
			{ pattern: 'A-##' },
			513,
			'The pattern gives 1,024 different codes; 513 are more than half of them',
			/add 4 random characters\.$/,
		],
		[{ length: 6 }, 100_000, 'The codes are too easily guessed: one guess in 11,000 hits', /add 1 random character\.$/],
		[
			{ length: 8, alphabet: 'digits' },
			1_000_000,
			'The codes are too easily guessed: one guess in 100 hits',
			/add 3 random characters, or use letters and digits/,
		],
	])('%j is too small for %d codes', (spec, count, message, hint) => {
		expect(() => assertRoom(pattern(spec), count)).toThrow(
			expect.objectContaining({ code: 'bad-setting', message, hint: expect.stringMatching(hint) }),
		);
	});

	test('is enough after what the hint says was done', () => {
		expect(assertRoom(pattern({ pattern: 'A-######' }), 513)).toBeGreaterThanOrEqual(100_000);
		expect(assertRoom(pattern({ length: 11, alphabet: 'digits' }), 1_000_000)).toBeGreaterThanOrEqual(100_000);
		expect(() => assertRoom(pattern({ length: 7 }), 100_000)).not.toThrow();
	});

	test('was enough for a half, but counts what is made already', () => {
		expect(() => assertRoom(pattern({ length: 8 }), 10_000_000, 900_000)).not.toThrow();
		expect(() => assertRoom(pattern({ length: 8 }), 10_000_000, 1_000_000)).toThrow('too easily guessed');
	});
});

test.each([
	['SUMMER-501K2', 'SUMMER501K2'],
	['summer 5o1k2', 'SUMMER501K2'],
	['summer–5OlK2', 'SUMMER501K2'],
	[' ＳＵＭＭＥＲ－５０１Ｋ２\n', 'SUMMER501K2'],
	['OIL', '011'],
	['№ zażółć', 'N0ZAŻÓŁĆ'],
	['---', ''],
])('%j is found as %s', (typed, form) => {
	expect(lookupForm(typed)).toBe(form);
	expect(lookupForm(form)).toBe(form);
});
