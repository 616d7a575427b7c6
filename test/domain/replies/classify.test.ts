import { classifyReply, type ReplyContext } from '../../../lib/domain/replies/classify';
import { REPLY_WORDS } from '../../../lib/domain/replies/words';
import { CORPUS } from './corpus';

const kindOf = (text: string, context?: ReplyContext) => classifyReply(text, context).kind;
const IGNORED = ['answer', 'keyword', 'other'];

describe.each([...new Set(CORPUS.map(({ language }) => language))])('corpus: %s', (language) => {
	const cases = CORPUS.filter((one) => one.language === language);

	test.each(cases.map(({ text, kind }) => [text, kind]))('%j is %s', (text, kind) => {
		for (const context of [{}, { language }]) {
			const { kind: got, rule } = classifyReply(text, context);
			expect({ kind: IGNORED.includes(got) ? 'none' : got, rule }).toEqual({ kind, rule });
		}
	});
});

test('the corpus is as wide as it claims', () => {
	expect(CORPUS.length).toBeGreaterThan(1000);
	expect(new Set(CORPUS.map(({ language }) => language)).size).toBe(28);
	const languages = 'en de fr es it pt pt-BR nl pl cs sk hu ro sv da nb fi tr hi id'.split(' ');
	for (const language of languages) {
		const count = (kind: string) => CORPUS.filter((one) => one.language === language && one.kind === kind).length;
		expect([language, count('opt-out') >= 12, count('none') >= 10]).toEqual([language, true, true]);
	}
});

describe('yes', () => {
	test.each(['YES', 'y', 'Yes please', 'tak', 'sí', 'ja', 'oui', 'da', 'evet', 'हाँ', 'ya', 'ναι'])(
		'%s subscribes only who was asked',
		(text) => {
			expect(kindOf(text)).toBe('other');
			expect(kindOf(text, { hasPendingOptIn: true })).toBe('opt-in');
		},
	);

	test.each(['no', 'what is this?', 'yes but where is my order'])('%s does not', (text) => {
		expect(kindOf(text, { hasPendingOptIn: true })).not.toBe('opt-in');
	});
});

describe('no', () => {
	const asked: ReplyContext = { hasPendingOptIn: true };
	test.each([
		['NO', 'en', 'no word "no" (English)'],
		['nope', 'en', 'no word "nope" (English)'],
		['No, thanks!', 'en', 'no word "no" (English)'],
		['nie', 'pl', 'no word "nie" (Polish)'],
		['Nie, dziękuję', 'pl', 'no word "nie" (Polish)'],
		['nein danke', 'de', 'no word "nein" (German)'],
		['Nao', 'pt-BR', 'no word "não" (Portuguese (Brazil))'],
		['όχι', 'el', 'no word "όχι" (Greek)'],
		['नहीं', 'hi', 'no word "नहीं" (Hindi)'],
		['ні', 'uk', 'no word "ні" (Ukrainian)'],
	])('%s (%s) declines what was just asked', (text, language, rule) => {
		const declined = { kind: 'other', rule, language, isDecline: true };
		expect(classifyReply(text, { ...asked, language })).toEqual(declined);
	});

	test.each(Object.values(REPLY_WORDS))('every no of $language declines', (words) => {
		expect(words.no).toBeDefined();
		for (const word of (words.no as string).split(' ')) {
			const { kind, isDecline } = classifyReply(word, { ...asked, language: words.language });
			expect([word, kind, isDecline]).toEqual([word, 'other', true]);
		}
	});

	test('means nothing where nobody was asked', () => {
		for (const words of Object.values(REPLY_WORDS)) {
			for (const word of words.no?.split(' ') ?? []) expect(classifyReply(word)).not.toHaveProperty('isDecline');
		}
		expect(classifyReply('no', { language: 'en' })).toEqual({ kind: 'other', rule: 'nothing matched' });
	});

	test.each([
		['no more texts', 'opt-out'],
		['No. Stop.', 'opt-out'],
		['no help', 'other'],
		['HELP', 'help'],
		['no I said yes', 'other'],
		['no idea what you want', 'other'],
	])('%s is no plain no', (text, kind) => {
		const classified = classifyReply(text, asked);
		expect([classified.kind, classified.isDecline]).toEqual([kind, undefined]);
	});

	test('comes after an open question and the operator’s own keywords', () => {
		expect(kindOf('no', { ...asked, hasOpenQuestion: true })).toBe('answer');
		const keywordRules = [{ name: 'mine', words: ['no'], match: 'whole' as const }];
		expect(kindOf('no', { ...asked, keywordRules })).toBe('keyword');
	});
});

describe('order of the rules', () => {
	const everything: ReplyContext = {
		hasPendingOptIn: true,
		hasOpenQuestion: true,
		keywordRules: [{ name: 'all', words: ['stop', 'help', 'yes', 'where', 'hello'], match: 'begins' }],
	};
	test.each([
		['stop', 'opt-out'],
		['help', 'help'],
		['yes', 'opt-in'],
		['START', 'opt-in'],
		['where is my order', 'answer'],
		['hello', 'answer'],
	])('%s is %s whatever else is open', (text, kind) => expect(kindOf(text, everything)).toBe(kind));

	test('an order question comes before keywords', () => {
		expect(kindOf('where is my order', { ...everything, hasOpenQuestion: false })).toBe('order-question');
		expect(kindOf('hello', { ...everything, hasOpenQuestion: false })).toBe('keyword');
	});
});

describe('words of one language that are ordinary in another', () => {
	test.each([
		['fin', 'fr', 'GB'],
		['slut', 'sv', 'GB'],
		['koniec', 'pl', 'DE'],
		['slutt', 'nb', 'NL'],
		['fine', 'it', 'US'],
		['alto', 'es', 'IT'],
		['seis', 'fi', 'ES'],
	])('%s: at home, or where nothing is known', (word, language, elsewhere) => {
		expect(kindOf(word)).toBe('opt-out');
		expect(kindOf(word, { language })).toBe('opt-out');
		expect(kindOf(word, { country: elsewhere })).toBe('other');
		expect(kindOf(word, { language, country: elsewhere })).toBe('opt-out');
	});

	test.each(['stop', 'END', 'quit', 'unsubscribe', 'cancel', 'opt out'])(
		'English %s counts in every country',
		(word) => {
			for (const country of ['PL', 'FR', 'TR', 'IN', 'GR']) expect(kindOf(word, { country })).toBe('opt-out');
		},
	);

	test.each([
		['fin', 'CH'],
		['fin', 'BE'],
		['fin', 'CA'],
		['fin', 'US'],
	])('%s counts in %s, where one of the languages has it', (word, country) => {
		expect(kindOf(word, { country })).toBe('opt-out');
	});
});

describe('typing errors', () => {
	test.each([
		'stpo',
		'SOTP',
		'tsop',
		'stopp',
		'sttop',
		'sto[p'.replace('[', ''),
		'st0p',
		'stooop',
		'STOPPP',
		'unsubcribe',
		'unsubscirbe',
		'Unsuscribe',
		'abmeldne',
		'wypsizcie mnie',
		'odhlaist',
	])('%s is an opt-out', (text) => expect(kindOf(text)).toBe('opt-out'));
	test.each(['shop', 'step', 'stoop', 'top', 'atop', 'spot', 'stol', 'subscribed', 'anmeldung', 'soup', 'stomp'])(
		'%s is none',
		(text) => expect(kindOf(text)).not.toBe('opt-out'),
	);
	test.each(['🛑', '🛑🛑🛑', '⛔', '🚫', '🛑 please'])('%s is an opt-out', (text) =>
		expect(kindOf(text)).toBe('opt-out'),
	);
	test.each(['🚫 parking here', '✋', '👍', '', '   ', '...'])('%j is none', (text) =>
		expect(kindOf(text)).toBe('other'),
	);
});

describe('order numbers', () => {
	test.each([
		['STOP 12345', '12345'],
		['stop #1001', '1001'],
		['Stopp 4711.', '4711'],
		['stop texting me about order 1001', '1001'],
	])('%s ends the texts about that order', (text, orderNumber) => {
		expect(classifyReply(text)).toMatchObject({ kind: 'opt-out', orderNumber });
	});

	test.each(['stop', 'STOP +48501234567', 'stop 501234567', 'remove my number 501234567'])(
		'%s ends them all',
		(text) => {
			const classified = classifyReply(text);
			expect([classified.kind, classified.orderNumber]).toEqual(['opt-out', undefined]);
		},
	);

	test.each([
		['where is #1001', '1001'],
		['#A-1001?', 'A-1001'],
		['Wo ist meine Bestellung Nr. 4711?', '4711'],
		['gdzie jest zamówienie nr 98765', '98765'],
		['order number 20331', '20331'],
		['where is my order', undefined],
		['where is my order, I ordered at 5', undefined],
	])('%s asks after %s', (text, orderNumber) => {
		const classified = classifyReply(text);
		expect([classified.kind, classified.orderNumber]).toEqual(['order-question', orderNumber]);
	});
});

describe("the operator's own", () => {
	const ownWords = { optOut: ['genug jetzt', 'adieu'], help: ['sos'], optIn: ['deal'], orderQuestion: ['paketko'] };
	test.each([
		['Adieu!', 'opt-out', 'your opt-out word "adieu"'],
		['so, genug jetzt mit euch', 'opt-out', 'your opt-out word "genug jetzt"'],
		['SOS', 'help', 'your help word "sos"'],
		['deal', 'opt-in', 'your opt-in word "deal"'],
		['Paketko?', 'order-question', 'your order question "paketko"'],
		['no deal', 'other', 'nothing matched'],
	])('%s is %s', (text, kind, rule) => expect(classifyReply(text, { ownWords })).toMatchObject({ kind, rule }));

	const keywordRules = [
		{ name: 'Whole', words: ['size', 'art'], match: 'whole' },
		{ name: 'Begins', words: ['book a'], match: 'begins' },
		{ name: 'Contains', words: ['gift', ''], match: 'contains' },
	] as const;
	test.each([
		['SIZE!', 'Whole'],
		['size 5', undefined],
		['Book a table', 'Begins'],
		['book again', undefined],
		['a Gift, maybe', 'Contains'],
		['gifted', undefined],
	])('keyword in %s: %s', (text, keywordRule) =>
		expect(classifyReply(text, { keywordRules }).keywordRule).toBe(keywordRule),
	);
});

test.each([
	['Stop.', 'opt-out word "stop" (English)', 'en'],
	['Take me off!', 'opt-out phrase "take me off" (English)', 'en'],
	['stpo', 'typo of "stop"', undefined],
	['🛑', 'stop sign', undefined],
	['Wypisz mnie!', 'opt-out word "wypisz mnie" (Polish)', 'pl'],
	['Pomoc', 'help word "pomoc" (Polish)', 'pl'],
	['xyzzy', 'nothing matched', undefined],
])('%s: %s', (text, rule, language) => {
	const classified = classifyReply(text);
	expect([classified.rule, classified.language]).toEqual([rule, language]);
});

test.each([
	['Pomoc', 'CZ', 'cs'],
	['Pomoc', 'HR', 'hr'],
	['Parar', 'BR', 'pt-BR'],
	['Parar', 'MX', 'es'],
])('%s in %s is %s', (text, country, language) => expect(classifyReply(text, { country }).language).toBe(language));
