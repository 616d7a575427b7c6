import { getCharCount, isGsmChar } from '@trt2/gsm-charset-utils';
import fc from 'fast-check';
import { CAPACITY, charactersOutsideGsm, countSegments, isGsm } from '../../lib/domain/segments';
import { always, gsmText, messyText } from '../support/properties';

/** 3GPP TS 23.038 §6.2.1, row by row of its table; the escape character is none that can be written. */
const BASIC_TABLE = [
	'@£$¥èéùìòÇ\nØø\rÅå',
	'Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ',
	' !"#¤%&\'()*+,-./',
	'0123456789:;<=>?',
	'¡ABCDEFGHIJKLMNO',
	'PQRSTUVWXYZÄÖÑÜ§',
	'¿abcdefghijklmno',
	'pqrstuvwxyzäöñüà',
];
const BASIC = new Set(BASIC_TABLE.join(''));
/** §6.2.1.1 */
const EXTENSION = new Set('\f^{}\\[~]|€');

/** Splits a text as a phone gets it: whole characters, part after part. An independent witness, not made for speed. */
function partsOf(text: string): string[] {
	const characters = [...text];
	const isPlain = characters.every((character) => BASIC.has(character) || EXTENSION.has(character));
	const cost = (character: string) => (isPlain ? (EXTENSION.has(character) ? 2 : 1) : character.length);
	const costOf = (part: readonly string[]) => part.reduce((sum, character) => sum + cost(character), 0);
	const [single, several] = isPlain ? [160, 153] : [70, 67];
	if (costOf(characters) <= single) return [text];
	const parts: string[][] = [[]];
	for (const character of characters) {
		const last = parts[parts.length - 1] as string[];
		if (costOf(last) + cost(character) <= several) last.push(character);
		else parts.push([character]);
	}
	return parts.map((part) => part.join(''));
}

describe('the GSM alphabet', () => {
	const everyUnit = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
	const ours = everyUnit.filter((character) => isGsm(character.charCodeAt(0)));

	test('has the characters of the standard, all of them and no others', () => {
		expect(BASIC.size).toBe(127);
		expect(ours).toEqual([...BASIC, ...EXTENSION].sort());
	});

	test('is the one that another library knows', () => {
		expect(ours).toEqual(everyUnit.filter((character) => isGsmChar(character)));
	});

	test('has nothing beyond the basic plane', () => {
		for (const character of ['👍', '𝒳', '\u{10ffff}']) expect(isGsm(character.codePointAt(0) as number)).toBe(false);
	});

	test('reports what stands outside of it once, in order of appearance', () => {
		expect(charactersOutsideGsm('Cześć, Zoë! Część 👍👍€')).toEqual(['ś', 'ć', 'ë', 'ę', '👍']);
		expect(charactersOutsideGsm('Hello @ 10€ [~]')).toEqual([]);
		expect(charactersOutsideGsm('')).toEqual([]);
	});
});

describe('counting segments', () => {
	const repeated = (character: string, times: number) => character.repeat(times);
	const cases: ReadonlyArray<[what: string, text: string, encoding: string, segments: number, units: number]> = [
		['an empty text is billed as one', '', 'GSM-7', 1, 0],
		['160 plain letters', repeated('a', 160), 'GSM-7', 1, 160],
		['161 plain letters', repeated('a', 161), 'GSM-7', 2, 161],
		['306 plain letters', repeated('a', 306), 'GSM-7', 2, 306],
		['307 plain letters', repeated('a', 307), 'GSM-7', 3, 307],
		['80 euro signs', repeated('€', 80), 'GSM-7', 1, 160],
		['81 euro signs', repeated('€', 81), 'GSM-7', 2, 162],
		[
			'an escape that would be torn at the end of a part',
			`${repeated('a', 152)}€${repeated('a', 152)}`,
			'GSM-7',
			3,
			306,
		],
		['an escape that ends with its part', `${repeated('a', 151)}€${repeated('a', 153)}`, 'GSM-7', 2, 306],
		['70 letters with one ą', repeated('a', 69) + 'ą', 'UCS-2', 1, 70],
		['71 letters with one ą', repeated('a', 70) + 'ą', 'UCS-2', 2, 71],
		['134 letters with one ą', repeated('a', 133) + 'ą', 'UCS-2', 2, 134],
		['135 letters with one ą', repeated('a', 134) + 'ą', 'UCS-2', 3, 135],
		['a euro sign costs one in a text with ą', `ą${repeated('€', 69)}`, 'UCS-2', 1, 70],
		['35 emoji', repeated('👍', 35), 'UCS-2', 1, 70],
		['an emoji that would be torn', `${repeated('a', 66)}👍${repeated('a', 66)}`, 'UCS-2', 3, 134],
		['an emoji that ends with its part', `${repeated('a', 65)}👍${repeated('a', 67)}`, 'UCS-2', 2, 134],
		[
			'the first character of its kind that would be torn',
			`${repeated('a', 66)}\u{10000}${repeated('a', 66)}`,
			'UCS-2',
			3,
			134,
		],
		['the last of its kind', `${repeated('a', 66)}\u{10fffd}${repeated('a', 66)}`, 'UCS-2', 3, 134],
		['half an emoji at the very end', `${repeated('a', 133)}\ud83d`, 'UCS-2', 2, 134],
		['a back-tick is no GSM letter', '`', 'UCS-2', 1, 1],
		['a lower-case ç neither, the capital is', 'ç', 'UCS-2', 1, 1],
		['Ç', 'Ç', 'GSM-7', 1, 1],
	];
	test.each(cases)('%s', (_what, text, encoding, segments, units) => {
		expect(countSegments(text)).toEqual({ encoding, segments, units });
	});

	test('gives as many as an independent splitter makes parts, which tear no escape and no surrogate pair', () => {
		const check = (text: string) => {
			const parts = partsOf(text);
			const { encoding, segments } = countSegments(text);
			expect(segments).toBe(parts.length);
			expect(parts.join('')).toBe(text);
			const { single, part: several } = CAPACITY[encoding];
			for (const part of parts) {
				const units = encoding === 'UCS-2' ? part.length : part.length + part.replace(/[^\f^{}\\[~\]|€]/g, '').length;
				expect(units).toBeLessThanOrEqual(parts.length === 1 ? single : several);
			}
		};
		always(fc.property(messyText(), check));
		always(fc.property(gsmText(), check));
	});

	test('agrees with another library on whole characters', () => {
		const check = (text: string) => {
			const { encoding, segments } = countSegments(text);
			const other = getCharCount(text);
			expect([encoding === 'GSM-7' ? 'GSM' : 'UCS2', segments]).toEqual([other.encoding, other.msgCount]);
		};
		const whole = fc.string({ unit: 'binary', minLength: 1, maxLength: 300, size: 'max' });
		const dense = fc.string({ unit: fc.constantFrom('a', '👍', '€'), minLength: 1, maxLength: 300, size: 'max' });
		always(fc.property(whole, check));
		always(fc.property(dense, check));
		always(
			fc.property(
				gsmText().filter((text) => text !== ''),
				check,
			),
		);
	});

	test('never falls when a character is added, wherever it stands', () => {
		const place = fc.double({ min: 0, max: 1, noNaN: true });
		always(
			fc.property(fc.oneof(messyText(), gsmText()), fc.constantFrom('a', '€', 'ą', '👍'), place, (text, added, at) => {
				const characters = [...text];
				characters.splice(Math.round(at * characters.length), 0, added);
				expect(countSegments(characters.join('')).segments).toBeGreaterThanOrEqual(countSegments(text).segments);
			}),
			1000,
		);
	});

	test('counts units as bytes on the air do', () => {
		always(
			fc.property(fc.oneof(messyText(), gsmText()), (text) => {
				const { encoding, units } = countSegments(text);
				const escapes = [...text].filter((character) => EXTENSION.has(character)).length;
				expect(units).toBe(encoding === 'UCS-2' ? text.length : text.length + escapes);
				expect(encoding === 'GSM-7').toBe(charactersOutsideGsm(text).length === 0);
			}),
		);
	});
});
