import { checkByte, endsInCheckCharacter } from '../../../lib/domain/codes/check-character';
import { generateCodes } from '../../../lib/domain/codes/generate';
import { lookupForm } from '../../../lib/domain/codes/lookup-form';
import { type AlphabetName, ALPHABETS, isMistyped, readPattern } from '../../../lib/domain/codes/pattern';
import { seededBelow, seededFill } from './random';

// The example of ISO/IEC 7064 and of the ISBT 128 standard, Appendix A (donation identification numbers use MOD 37-2):
// https://www.isbt128.org — G123498654321 has the check character H.
test('is that of ISO/IEC 7064, MOD 37-2', () => {
	expect(String.fromCharCode(checkByte(Buffer.from('G123498654321'), 13))).toBe('H');
	expect(endsInCheckCharacter('G123498654321H')).toBe(true);
	expect(endsInCheckCharacter('G123498654321J')).toBe(false);
});

test.each(['', 'A', '*', 'A*', 'ŻÓŁĆ', 'a1'])('%j does not end in one', (form) => {
	expect(endsInCheckCharacter(form)).toBe(false);
});

describe.each<[pattern: string, alphabet: AlphabetName]>([
	['SOLEIL-#####-#####', 'letters-and-digits'],
	['VIP-########', 'letters'],
	['############', 'digits'],
])('codes like %s of %s', (shape, alphabet) => {
	const pattern = readPattern({ pattern: shape, alphabet, checkCharacter: true });
	const codes = [...generateCodes(pattern, 2_000, { randomFill: seededFill() })].flat();
	const below = seededBelow(7);
	/** What a look-up form is made of. */
	const SYMBOLS = `${ALPHABETS['letters-and-digits']}U`;

	test('end in a letter or digit of their alphabet, by which they are right', () => {
		for (const code of codes) {
			expect(ALPHABETS[alphabet]).toContain(code.at(-1));
			expect(endsInCheckCharacter(lookupForm(code))).toBe(true);
			expect(isMistyped(pattern, code.toLowerCase())).toBe(false);
		}
	});

	test('no wrong character in 100,000 is missed', () => {
		const missed: string[] = [];
		for (let tries = 0; tries < 100_000; ) {
			const form = lookupForm(codes[below(codes.length)] as string);
			const place = below(form.length);
			const wrong = form.slice(0, place) + SYMBOLS[below(SYMBOLS.length)] + form.slice(place + 1);
			if (wrong === form) continue;
			tries++;
			if (endsInCheckCharacter(wrong)) missed.push(`${form} as ${wrong}`);
		}
		expect(missed).toEqual([]);
	});

	test('no swap of neighbours in 100,000 is missed', () => {
		const missed: string[] = [];
		for (let tries = 0; tries < 100_000; ) {
			const form = lookupForm(codes[below(codes.length)] as string);
			const place = below(form.length - 1);
			const wrong = form.slice(0, place) + form[place + 1] + form[place] + form.slice(place + 2);
			if (wrong === form) continue;
			tries++;
			if (endsInCheckCharacter(wrong)) missed.push(`${form} as ${wrong}`);
		}
		expect(missed).toEqual([]);
	});
});

describe('a mistyped code', () => {
	const pattern = readPattern({ pattern: 'OIL-######', checkCharacter: true });
	const [[code]] = [...generateCodes(pattern, 1, { randomFill: seededFill() })] as [[string]];
	const wrong = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A');

	test.each<[what: string, typed: string, isOne: boolean]>([
		['a wrong character', wrong, true],
		['a wrong character, typed without dash', wrong.replace('-', '').toLowerCase(), true],
		['the code itself', code, false],
		['one character less', code.slice(0, -1), false],
		['another pattern', `GAS-${wrong.slice(4)}`, false],
		['nothing', '', false],
	])('%s', (_what, typed, isOne) => expect(isMistyped(pattern, typed)).toBe(isOne));

	test('cannot be told without a check character', () => {
		expect(isMistyped(readPattern({ pattern: 'OIL-#######', checkCharacter: false }), wrong)).toBe(false);
	});
});
