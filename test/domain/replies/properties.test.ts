import fc from 'fast-check';
import { classifyReply } from '../../../lib/domain/replies/classify';
import { always } from '../../support/properties';
import { CORPUS } from './corpus';

const kindOf = (text: string) => classifyReply(text).kind;
const withoutMarks = (text: string) =>
	text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/ø/g, 'o').replace(/ı/g, 'i');

describe.each([
	['capitals', (text: string) => text.toUpperCase()],
	['small letters', (text: string) => text.toLowerCase()],
	['letters without marks', withoutMarks],
	['marks as letters of their own', (text: string) => text.normalize('NFD')],
	['blanks around', (text: string) => `  \n${text}\t `],
	['quotes', (text: string) => `"${text}"`],
	['exclamation', (text: string) => `${text}!!!`],
	['no full stop', (text: string) => text.replace(/[.!?]+$/, '')],
	['emoji', (text: string) => `👋 ${text} 😡🙏🏽`],
	['two blanks', (text: string) => text.replace(/ /g, '  ')],
])('%s', (_name, change) => {
	test('change nothing', () => {
		const changed = CORPUS.filter(({ text }) => kindOf(change(text)) !== kindOf(text)).map(({ text }) => change(text));
		expect(changed).toEqual([]);
	});
});

test('no text throws, whatever it is', () => {
	always(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
			expect(typeof classifyReply(text).kind).toBe('string');
		}),
	);
	const words = fc.constantFrom(...CORPUS.flatMap(({ text }) => text.split(' ')));
	always(
		fc.property(fc.array(words, { maxLength: 40 }), (picked) => {
			expect(classifyReply(picked.join(' ')).rule).not.toBe('');
		}),
	);
});

test.each([
	'no ',
	'stop sms ',
	'nie ',
	'a',
	'1',
	'x.',
	'#1 ',
	'ne pas ',
	"don't want more texts, ",
	'é',
	'\ud800',
	'🛑',
])('ten thousand characters of %j are read in a bounded time', (part) => {
	const text = part.repeat(Math.ceil(10_000 / part.length));
	classifyReply(text);
	const before = performance.now();
	classifyReply(text);
	// a hundredfold of what it takes: this catches the exponential, not the slow
	expect(performance.now() - before).toBeLessThan(2000);
});
