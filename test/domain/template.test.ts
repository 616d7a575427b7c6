import fc from 'fast-check';
import { isDomainError } from '../../lib/domain/errors';
import {
	parseTemplate,
	type Placeholder,
	PLACEHOLDERS,
	type PlaceholderValues,
	renderTemplate,
	SOFT_STOP,
} from '../../lib/domain/template';
import { always } from '../support/properties';

const NAMES = Object.keys(PLACEHOLDERS) as Placeholder[];
const render = (template: string, values: PlaceholderValues = {}, dropped: readonly number[] = []) =>
	renderTemplate(parseTemplate(template), values, new Set(dropped)).text;

const mistakeIn = (template: string) => {
	try {
		parseTemplate(template);
	} catch (error) {
		if (isDomainError(error)) return error;
		throw error;
	}
	throw new Error(`No mistake was found in ${template}`);
};

describe('a template', () => {
	const maria = { first_name: 'Maria', order_number: '1001', brand: 'Acme', tracking: 'https://t.example/1' };
	test.each<[template: string, values: PlaceholderValues, text: string]>([
		['Hello!', {}, 'Hello!'],
		['', {}, ''],
		['Hi {first_name}, order #{order_number}.', maria, 'Hi Maria, order #1001.'],
		['Hi { first_name }!', maria, 'Hi Maria!'],
		['{first_name}{first_name}', maria, 'MariaMaria'],
		// fallbacks
		['Hi {first_name|there}!', {}, 'Hi there!'],
		['Hi {first_name|there}!', maria, 'Hi Maria!'],
		['Hi {first_name|there}!', { first_name: '' }, 'Hi there!'],
		['Hi {first_name| dear friend }!', {}, 'Hi  dear friend !'],
		['Hi {first_name|a|b}!', {}, 'Hi a|b!'],
		['Hi {first_name|}, all well?', {}, 'Hi, all well?'],
		// optional parts
		['[{brand}: ]Hello', maria, 'Acme: Hello'],
		['[{brand}: ]Hello', {}, 'Hello'],
		['Order[ #{order_number}] is here', {}, 'Order is here'],
		['Hello[, {first_name}]!', {}, 'Hello!'],
		['Track[ {tracking}].', maria, 'Track https://t.example/1.'],
		['A[ {brand} of {first_name}] z', { brand: 'Acme' }, 'A z'],
		['A[ by {brand|us}] z', {}, 'A by us z'],
		['A[ fixed] z', {}, 'A fixed z'],
		['A[ {brand}[ for {first_name}]] z', { brand: 'Acme' }, 'A Acme z'],
		['A[ {brand}[ for {first_name}]] z', { first_name: 'Maria' }, 'A z'],
		['A[ {brand}[ for {first_name}]] z', maria, 'A Acme for Maria z'],
		// what stood around something that is left out closes up
		['Hi {first_name|}', {}, 'Hi'],
		['{first_name|}, your order', {}, 'your order'],
		['Hi [{first_name}] [{brand}].', {}, 'Hi.'],
		['Hi [{first_name}] [{brand}] [{eta}]!', {}, 'Hi!'],
		['Hi [{first_name}] [{brand}] there', {}, 'Hi there'],
		['A [{brand}], [{eta}], z', {}, 'A, z'],
		['Hello, {first_name|}!', {}, 'Hello!'],
		['Hello, {first_name|}: your order', {}, 'Hello: your order'],
		['Thanks, {first_name|}\nYour order', {}, 'Thanks\nYour order'],
		['Bonjour {first_name|} !', {}, 'Bonjour !'],
		['नमस्ते [{first_name}]। (the [{brand}])', {}, 'नमस्ते। (the)'],
		['A[{brand}]B', {}, 'AB'],
		['Hello\n[{brand}]\nBye', {}, 'Hello\n\nBye'],
		['Hello[\n{brand}]\nBye', {}, 'Hello\nBye'],
		['  spaces   stay  inside ', {}, 'spaces   stay  inside'],
		// one full stop
		['Expect it by {eta_time}.', { eta_time: '6:30 p.m.' }, 'Expect it by 6:30 p.m.'],
		['Expect it[ by {eta_time}].', { eta_time: '6:30 p.m.' }, 'Expect it by 6:30 p.m.'],
		['Expect it[ by {eta_time}][ for {first_name}].', { eta_time: '6:30 p.m.' }, 'Expect it by 6:30 p.m.'],
		['Expect it by {eta_time}...', { eta_time: '6 PM' }, 'Expect it by 6 PM...'],
		[
			'[ Track: {tracking}][ Call {support_phone}.]',
			{ tracking: `UPS 1Z${SOFT_STOP}`, support_phone: '12' },
			'Track: UPS 1Z. Call 12.',
		],
		['Track: {tracking}', { tracking: `UPS 1Z${SOFT_STOP}` }, 'Track: UPS 1Z'],
		['Track: {tracking}.', { tracking: `UPS 1Z${SOFT_STOP}` }, 'Track: UPS 1Z.'],
		[
			'Track: {tracking}[ Ça va {brand}]',
			{ tracking: `UPS 1Z${SOFT_STOP}`, brand: 'Acme' },
			'Track: UPS 1Z. Ça va Acme',
		],
		['Track: {tracking}[ और {brand}]', { tracking: `UPS 1Z${SOFT_STOP}`, brand: 'Acme' }, 'Track: UPS 1Z. और Acme'],
		['Track: {tracking}[ x {eta}][ Bye]', { tracking: `UPS 1Z${SOFT_STOP}` }, 'Track: UPS 1Z. Bye'],
		// escapes
		['\\{brand\\} \\[x\\] \\\\', {}, '{brand} [x] \\'],
		['C:\\n', {}, 'C:n'],
		['ends with \\', {}, 'ends with \\'],
		['Hi {first_name|\\}\\{ \\| \\\\}!', {}, 'Hi }{ | \\!'],
		// values are not read as templates, and special words are no placeholders
		['{brand}', { brand: '{first_name} [x] \\ $&' }, '{first_name} [x] \\ $&'],
		['Dear {first_name}', { first_name: '👩🏽‍🚀 Zoë' }, 'Dear 👩🏽‍🚀 Zoë'],
	])('%p is filled in', (template, values, text) => {
		expect(render(template, values)).toBe(text);
	});

	test('names the placeholders that are missing outside of brackets, once each', () => {
		const template = parseTemplate('{brand} {first_name} {brand} {eta|soon}[ {items}]');
		expect(renderTemplate(template, { first_name: 'Maria' }).missing).toEqual(['brand']);
		expect(renderTemplate(template, { first_name: '', brand: 'Acme' }).missing).toEqual(['first_name']);
		expect(renderTemplate(template, { first_name: 'Maria', brand: 'Acme' }).missing).toEqual([]);
	});

	test('knows its placeholders, and which of them it cannot do without', () => {
		expect(parseTemplate('{brand}[{eta}] {items|x} {brand}')).toMatchObject({
			placeholders: ['brand', 'eta', 'items'],
			required: ['brand'],
			optionalCount: 1,
		});
	});

	test('leaves out the optional parts it is told to, and says which it shows', () => {
		const template = parseTemplate('A[ {brand}[ {eta}]][ c][ {items}]');
		const values = { brand: 'B', eta: 'E' };
		expect(renderTemplate(template, values)).toMatchObject({ text: 'A B E c', shown: [0, 1, 2] });
		expect(renderTemplate(template, values, new Set([1]))).toMatchObject({ text: 'A B c', shown: [0, 2] });
		expect(renderTemplate(template, values, new Set([0]))).toMatchObject({ text: 'A c', shown: [2] });
		expect(renderTemplate(template, { eta: 'E' })).toMatchObject({ text: 'A c', shown: [2] });
	});

	test('is parsed once', () => {
		expect(parseTemplate('{brand} parsed once')).toBe(parseTemplate('{brand} parsed once'));
	});
});

describe('a mistake in a template', () => {
	test.each([
		['Hi {frist_name}', 'There is no placeholder {frist_name}; did you mean {first_name}? (at "Hi {frist_name}")'],
		['{First_Name}', 'There is no placeholder {First_Name}; did you mean {first_name}? (at "{First_Name}")'],
		['{orderNumber}', 'There is no placeholder {orderNumber}; did you mean {order_number}? (at "{orderNumber}")'],
		['{xyz}', 'There is no placeholder {xyz} (at "{xyz}")'],
		['{}', 'There is no placeholder {} (at "{}")'],
		['{constructor}', 'There is no placeholder {constructor} (at "{constructor}")'],
		['{ brnd |x}', 'There is no placeholder {brnd}; did you mean {brand}? (at "{ brnd |x}")'],
		['a {brand', 'A curly bracket is opened but not closed (at "a {brand")'],
		['a {brand\\}', 'A curly bracket is opened but not closed (at "a {brand\\}")'],
		['a brand} z', 'A curly bracket is closed but was not opened (at "a brand} z")'],
		['a [b z', 'A square bracket is opened but not closed (at "a [b z")'],
		['a [b [c] z', 'A square bracket is opened but not closed (at "a [b [c] z")'],
		['a b] z', 'A square bracket is closed but was not opened (at "a b] z")'],
		[
			'A long text before it, and then {oops} and a long text after it, much longer',
			'There is no placeholder {oops} (at "t, and then {oops} and a long text a")',
		],
	])('%p is told with its place', (template, message) => {
		const error = mistakeIn(template);
		expect(error).toMatchObject({ code: 'bad-template', message });
		expect(error.hint).toMatch(/^(Known placeholders: \{first_name\} .*\{unsubscribe_link\}|Write a backslash .*)\.$/);
	});

	test('in one letter of a placeholder always finds the right one', () => {
		const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
		always(
			fc.property(fc.constantFrom(...NAMES), fc.nat(), letter, (name, place, wrong) => {
				const at = place % name.length;
				const misspelt = `${name.slice(0, at)}${wrong}${name.slice(at + 1)}`;
				if (Object.hasOwn(PLACEHOLDERS, misspelt)) return;
				expect(mistakeIn(`Hello {${misspelt}}`).message).toMatch(
					new RegExp(`^There is no placeholder \\{${misspelt}\\}; did you mean \\{\\w+\\}\\? \\(at "Hello \\{`),
				);
			}),
			1000,
		);
	});
});

describe('whatever the template and the values', () => {
	const plain = fc.string({ unit: fc.constantFrom(...'ab ,.!:\nŻ👍'), maxLength: 8 });
	const placeholder = fc.constantFrom(...NAMES);
	const values = fc.record(
		Object.fromEntries(NAMES.map((name) => [name, fc.constantFrom(`<${name}>`, '', undefined)])) as Record<
			Placeholder,
			fc.Arbitrary<string | undefined>
		>,
		{ requiredKeys: [] },
	) as fc.Arbitrary<PlaceholderValues>;
	const piece = fc.oneof(
		plain,
		placeholder.map((name) => `{${name}}`),
		placeholder.map((name) => `{${name}|or else}`),
		fc.tuple(plain, placeholder, plain).map(([before, name, after]) => `[${before}{${name}}${after}]`),
		fc
			.tuple(plain, placeholder, placeholder)
			.map(([before, outer, inner]) => `[${before}{${outer}}[${before}{${inner}}]]`),
	);
	const template = fc.array(piece, { maxLength: 8, size: 'max' }).map((pieces) => pieces.join(''));

	test('rendering leaves no braces, brackets or signs of its own behind, and no space at the ends', () => {
		always(
			fc.property(template, values, (source, filled) => {
				const { text } = renderTemplate(parseTemplate(source), filled);
				expect(text).not.toMatch(/[{}[\]\\\ue000-\uf8ff]/);
				expect(text).toBe(text.trim());
			}),
			1000,
		);
	});

	test('nothing left out makes two spaces of one, or a space before a comma or full stop', () => {
		const words = fc.array(
			fc.oneof(
				fc.constantFrom('word', 'Word.', 'word,', 'end!'),
				placeholder.map((name) => `[{${name}}]`),
				placeholder.map((name) => `{${name}|}`),
			),
			{ maxLength: 8, size: 'max' },
		);
		always(
			fc.property(words, fc.constantFrom('', '.', '!', ','), values, (parts, end, filled) => {
				const text = render(parts.join(' ') + end, filled);
				expect(text).not.toMatch(/ {2}| [.,!]/);
			}),
			1000,
		);
	});

	test('an optional part is there exactly when its placeholders are filled', () => {
		always(
			fc.property(fc.array(placeholder, { minLength: 1, maxLength: 3 }), values, (names, filled) => {
				const source = `before [part ${names.map((name) => `{${name}}`).join(' ')}] after`;
				const isFilled = names.every((name) => filled[name]);
				const { text, missing, shown } = renderTemplate(parseTemplate(source), filled);
				expect(text).toBe(
					isFilled ? `before part ${names.map((name) => filled[name]).join(' ')} after` : 'before after',
				);
				expect([missing, shown]).toEqual([[], isFilled ? [0] : []]);
			}),
		);
	});

	test('an escaped text stands in the result as it is', () => {
		const anything = fc.string({ unit: fc.constantFrom(...'ab{}[]\\|, .Ż👍'), maxLength: 30, size: 'max' });
		const escape = (text: string) => text.replace(/[{}[\]\\|]/g, '\\$&');
		always(
			fc.property(anything, (text) => {
				expect(render(escape(text))).toBe(text.trim());
				expect(render(`<{brand|${escape(text)}}>`, {})).toBe(text === '' ? '<>' : `<${text}>`);
			}),
			1000,
		);
	});

	test('a text either parses or tells its mistake', () => {
		const anything = fc.string({
			unit: fc.constantFrom(...'{}[]\\|a ', '{brand}', '{eta|x}'),
			maxLength: 12,
			size: 'max',
		});
		always(
			fc.property(anything, values, (source, filled) => {
				try {
					renderTemplate(parseTemplate(source), filled);
				} catch (error) {
					expect(error).toMatchObject({ name: 'DomainError', code: 'bad-template' });
					expect((error as Error).message).toMatch(/\(at ".+"\)$/);
				}
			}),
			2000,
		);
	});
});
