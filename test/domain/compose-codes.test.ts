import { longestCode, readPattern } from '../../lib/domain/codes/pattern';
import { checkOwnTexts, composeText } from '../../lib/domain/compose';
import { ANSWERS } from '../../lib/domain/answers';
import { own, settings, subject } from './compose-fixtures';

const TEXT = '{brand}: {code} gives you {code_value}[ until {code_expiry}]!';
const until = new Date('2026-12-31T22:59:59.999Z');
const code = { code: 'SUMMER-7K2M9', reward: { kind: 'percent', percent: 20 }, until } as const;
const compose = (about: Parameters<typeof subject>[0], more: Parameters<typeof settings>[0] = {}) =>
	composeText('shipped', subject(about), settings({ ownTexts: [own(TEXT)], ...more }));

describe('a promo code in a text', () => {
	test('is there with what it gives and until when', () => {
		expect(compose({ code }).text).toBe('Acme: SUMMER-7K2M9 gives you 20% until 31 December!');
		expect(compose({ code, language: 'pl', country: 'PL' }).text).toBe(
			'Acme: SUMMER-7K2M9 gives you 20% until 31 grudnia!',
		);
	});

	test('names its last day in its own zone, or in that of the shop', () => {
		expect(compose({ code: { ...code, timeZone: 'Asia/Tokyo' } }).text).toContain('until 1 January');
		expect(compose({ code: { ...code, until: undefined } }).text).toBe('Acme: SUMMER-7K2M9 gives you 20%!');
	});

	test('is missing where there is none', () => {
		expect(compose({}).missing).toEqual(['code', 'code_value']);
	});

	test('may stand in texts about orders and in answers about them', () => {
		expect(() => checkOwnTexts([own(TEXT)], settings().profile)).not.toThrow();
		expect(ANSWERS.orderStatus.placeholders).toEqual(expect.arrayContaining(['code', 'code_expiry', 'code_value']));
	});
});

describe('a code that is not drawn yet', () => {
	const pattern = readPattern({ pattern: 'SUMMER-#####', checkCharacter: true });
	const longest = longestCode(pattern);

	test('has a stand-in as long as the longest, which the real one takes the place of', () => {
		expect(compose({ code: { ...code, code: undefined, longest } }).text).toContain(`Acme: ${longest} gives`);
		expect(compose({ code: { ...code, longest } }).text).toContain('Acme: SUMMER-7K2M9 gives');
	});

	test('counts towards the segments limit', () => {
		const filler = 'x'.repeat(160 - longest.length - 2);
		const parts = (template: string) =>
			compose({ code: { longest } }, { ownTexts: [own(template)], maxSegments: 1 }).droppedParts;
		expect(parts(`${filler} {code}[.]`)).toBe(0);
		expect(parts(`${filler} {code}[..]`)).toBe(1);
		expect(() => parts(`${filler}xx {code}`)).toThrow(expect.objectContaining({ code: 'too-long' }));
	});
});
