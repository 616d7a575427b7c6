import fc from 'fast-check';
import { checkOwnTexts, composeText } from '../../lib/domain/compose';
import { type DomainError } from '../../lib/domain/errors';
import { TEXTED_STAGES } from '../../lib/domain/stages';
import { always } from '../support/properties';
import { own, settings, subject } from './compose-fixtures';

const composed = (template: string, maxSegments: number, about = {}) =>
	composeText('shipped', subject(about), settings({ ownTexts: [own(template)], maxSegments }));
/** A part of a text that is recognised by its letter. */
const part = (letter: string, length: number) => letter.repeat(length);
/** Which letters are left of a text, and how many parts it says were dropped. */
const left = (template: string, maxSegments: number, about = {}) => {
	const { text, droppedParts } = composed(template, maxSegments, about);
	return [[...new Set(text.replace(/\s/g, ''))].join(''), droppedParts];
};
const errorOf = (run: () => unknown) => {
	try {
		run();
	} catch (error) {
		return error as DomainError;
	}
	throw new Error('Nothing was thrown');
};

describe('a text over its segments limit', () => {
	const [a, b, c] = [part('a', 40), part('b', 40), part('c', 40)];
	test.each([
		['keeps all that fits', `${part('.', 40)}[${a}][${b}][${c}]`, 1, '.abc', 0],
		['loses the last part', `${part('.', 60)}[${a}][${b}][${c}]`, 1, '.ab', 1],
		['loses the last two', `${part('.', 100)}[${a}][${b}][${c}]`, 1, '.a', 2],
		['loses all', `${part('.', 160)}[${a}][${b}][${c}]`, 1, '.', 3],
		[
			'keeps a short last part where a longer one before it has to go',
			`${part('.', 100)}[${a}][${part('b', 60)}][${part('c', 20)}]`,
			1,
			'.ac',
			1,
		],
		[
			'keeps what stands first, even where it is the longest',
			`[${part('b', 90)}]${part('.', 60)}[${part('m', 10)}][${part('n', 10)}]`,
			1,
			'b.m',
			1,
		],
		['loses an inner part before the outer one', `${part('.', 100)}[${a}[${b}]]`, 1, '.a', 1],
		['loses an outer part with the inner one', `${part('.', 130)}[${a}[${b}]]`, 1, '.', 1],
		['has more room with more segments', `${part('.', 160)}[${a}][${b}][${part('c', 100)}]`, 2, '.ab', 1],
	])('%s', (_what, template, maxSegments, letters, droppedParts) => {
		expect(left(template, maxSegments)).toEqual([letters, droppedParts]);
	});

	test('does not count parts as left out that were empty anyway', () => {
		const template = `${part('.', 100)}[${a}][${b}][ {eta}][ {items}]`;
		expect(left(template, 1)).toEqual(['.a', 1]);
	});

	test('that does not fit even so says how long it is', () => {
		const error = errorOf(() => composed(`${part('.', 161)}[${a}]`, 1));
		expect(error).toMatchObject({
			code: 'too-long',
			message: 'The text needs 2 segments, even without its optional parts; the limit is 1',
		});
		expect(error.hint).toContain('Segments Limit');
	});

	test('is written without marks before anything is left out', () => {
		const template = `${part('ą', 100)}[${part('c', 60)}]`;
		expect(left(template, 1)).toEqual(['ac', 0]);
		expect(composed(template, 1).beforeSmartEncoding).toEqual({ text: part('ą', 100) + part('c', 60), segments: 3 });
		const plain = settings({ ownTexts: [own(template)], maxSegments: 2, smartEncoding: false });
		expect(composeText('shipped', subject(), plain)).toMatchObject({
			text: part('ą', 100),
			segments: 2,
			droppedParts: 1,
		});
	});

	test('has no part left out that would still fit', () => {
		const lengths = fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 6 });
		always(
			fc.property(lengths, fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 3 }), (parts, base, limit) => {
				const letters = [...'abcdef'];
				const template =
					part('.', base) + parts.map((length, index) => `[${part(letters[index] as string, length)}]`).join('');
				const { text, segments, droppedParts } = composed(template, limit);
				expect(segments).toBeLessThanOrEqual(limit);
				const missing = parts.filter((_, index) => !text.includes(letters[index] as string));
				expect(missing).toHaveLength(droppedParts);
				const room = limit === 1 ? 160 : 153 * limit;
				for (const length of missing) expect(text.length + length).toBeGreaterThan(room);
			}),
		);
	});
});

describe('built-in texts under the tightest limit', () => {
	test.each(TEXTED_STAGES)('%s: say the main thing in one segment', (stage) => {
		const link = {
			trackings: [{ url: `https://t.example/${part('x', 120)}` }],
			eta: '2026-12-05',
			reasonCode: 'address',
		} as const;
		const { text, segments } = composeText(stage, subject(link), settings({ maxSegments: 1 }));
		expect(segments).toBe(1);
		expect(text).toMatch(/^Acme: .*#1001/);
	});
});

describe('own texts are looked at before anything is sent', () => {
	const { profile } = settings();
	const bare = { key: 'default', timeZone: 'UTC', optOutScope: 'everything' } as const;

	test('good ones pass', () => {
		checkOwnTexts([], bare);
		checkOwnTexts([own('{first_name}, {eta}'), own('[{brand}: ]Hi'), own('{brand|us} {support_phone|}')], bare);
		checkOwnTexts([own('{brand} {support_phone} {shop_url}')], profile);
	});

	test('a mistake in any of them is told', () => {
		expect(errorOf(() => checkOwnTexts([own('Hi'), own('Hi {naem}', 'delivered', 'pl')], profile))).toMatchObject({
			code: 'bad-template',
		});
	});

	test.each(['status', 'orders'])('{%s} is refused: only answers have it', (placeholder) => {
		expect(errorOf(() => checkOwnTexts([own(`Hello[ {${placeholder}}]`)], profile))).toMatchObject({
			code: 'bad-template',
			message: `The text "Hello[ {${placeholder}}]" uses {${placeholder}}, which has no meaning there`,
		});
	});

	test.each([
		['brand', 'Brand', '[{brand}: ]'],
		['support_phone', 'Support Phone', '[ {support_phone}]'],
		['shop_url', 'Shop Link', '[ {shop_url}]'],
	])('{%s} without the setting %s is told, with two ways out', (placeholder, field, example) => {
		const error = errorOf(() => checkOwnTexts([own(`Hello from {${placeholder}}`)], { ...bare, brand: '' }));
		expect(error).toMatchObject({
			code: 'missing-setting',
			message: `The text "Hello from {${placeholder}}" uses {${placeholder}}, but ${field} is empty`,
		});
		expect(error.hint).toContain(`Fill in ${field}`);
		expect(error.hint).toContain(example);
		checkOwnTexts([own(`Hello${example}`)], bare);
	});

	test('of a long text the beginning is quoted', () => {
		const error = errorOf(() => checkOwnTexts([own(`${part('x', 60)} {brand}`)], bare));
		expect(error.message).toBe(`The text "${part('x', 40)}…" uses {brand}, but Brand is empty`);
	});
});
