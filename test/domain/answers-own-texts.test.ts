import { type AnswerName, ANSWERS, checkOwnAnswers, composeAnswer, type OwnAnswer } from '../../lib/domain/answers';
import { type Placeholder, PLACEHOLDERS } from '../../lib/domain/template';
import { TEXTS } from '../../lib/domain/texts';
import { ANSWER_NAMES } from '../../lib/domain/texts/texts';
import { BARE, profile, settings, statusOf, textOf } from './answers-fixtures';
import { LANGUAGE_LIST } from './texts-fixtures';

const own = (answer: AnswerName, text: string, language?: string): OwnAnswer[] => [{ answer, text, language }];

const errorOf = (run: () => unknown): unknown => {
	try {
		run();
	} catch (error) {
		return error;
	}
	throw new Error('Nothing was thrown');
};

describe('the notice of costs', () => {
	const notice = 'Msg & data rates may apply.';
	test.each([
		['help', 'US', true],
		['help', 'CA', true],
		['help', 'GB', false],
		['help', undefined, false],
		['acknowledgement', 'US', false],
		['optedOut', 'US', false],
	] as const)('in %s to %s: %s', (name, country, isGiven) => {
		expect(textOf({ name }, { country }).includes(notice)).toBe(isGiven);
	});

	test('is in the customer’s language and stays when the text has to be short', () => {
		expect(textOf({ name: 'help' }, { language: 'es', country: 'US' })).toContain(TEXTS.es.ratesNotice);
		const { text, segments, droppedParts } = composeAnswer(
			{ name: 'help' },
			settings({ country: 'US', maxSegments: 1 }),
		);
		expect({ segments, droppedParts }).toEqual({ segments: 1, droppedParts: 1 });
		expect(text).toContain('Call +48 22 123 45 67.');
		expect(text).toMatch(/Reply STOP to opt out\. Msg & data rates may apply\.$/);
	});

	test('is not added to the operator’s own text', () => {
		const ownAnswers = own('help', 'Call us. Reply STOP to opt out.');
		expect(textOf({ name: 'help' }, { country: 'US', ownAnswers })).toBe('Call us. Reply STOP to opt out.');
	});
});

describe('the operator’s own answer', () => {
	test('is taken for its name, in any language, with the customer’s words in it', () => {
		const ownAnswers = own('orderStatus', '{brand}: #{order_number} {status}[, {eta}][ {first_name}][ {tracking_url}]');
		const about = { eta: '2026-12-05', firstName: 'Maria' };
		expect(textOf(statusOf(about), { ownAnswers, language: 'pl' })).toBe(
			'Acme: #1001 w drodze, 5 grudnia Maria https://t.example/1',
		);
		expect(textOf({ name: 'noOrder' }, { ownAnswers })).toMatch(/^Acme: We found/);
	});

	test('is chosen by the customer’s language, also by one that has no built-in answers', () => {
		const ownAnswers = [
			...own('noOrder', 'Nic nie ma', 'pl'),
			...own('noOrder', 'Engin pöntun', 'is'),
			...own('help', 'For all'),
			...own('help', 'Für alle', 'de'),
		];
		const say = (name: 'noOrder' | 'help', language: string) => textOf({ name }, { ownAnswers, language });
		expect([say('noOrder', 'pl'), say('noOrder', 'is'), say('help', 'de'), say('help', 'fr')]).toEqual([
			'Nic nie ma',
			'Engin pöntun',
			'Für alle',
			'For all',
		]);
		expect(say('noOrder', 'en')).toMatch(/^Acme: We found/);
	});

	test('that is too long even without its optional parts is refused', () => {
		const ownAnswers = own('help', 'x'.repeat(161));
		expect(errorOf(() => textOf({ name: 'help' }, { ownAnswers, maxSegments: 1 }))).toMatchObject({ code: 'too-long' });
	});

	test('is written without marks where that saves segments', () => {
		const ownAnswers = own('help', 'ą'.repeat(100));
		expect(composeAnswer({ name: 'help' }, settings({ ownAnswers }))).toMatchObject({
			text: 'a'.repeat(100),
			beforeSmartEncoding: { segments: 2 },
		});
		expect(textOf({ name: 'help' }, { ownAnswers, smartEncoding: false })).toBe('ą'.repeat(100));
	});
});

describe('own answers are looked at before any is sent', () => {
	test.each(ANSWER_NAMES)('%s: can have what it says it can, and nothing else', (name) => {
		for (const placeholder of Object.keys(PLACEHOLDERS) as Placeholder[]) {
			const check = () => checkOwnAnswers(own(name, `Hello {${placeholder}}`), profile);
			if (ANSWERS[name].placeholders.includes(placeholder)) check();
			else expect(errorOf(check)).toMatchObject({ code: 'bad-template' });
		}
	});

	test.each(LANGUAGE_LIST)('the built-in ones in %s would pass, whatever the shop has told of itself', (language) => {
		checkOwnAnswers(
			ANSWER_NAMES.flatMap((name) => own(name, TEXTS[language].answers[name])),
			BARE,
		);
	});

	test('what has no meaning there is told, with what has', () => {
		expect(errorOf(() => checkOwnAnswers(own('orderList', 'Your order[ #{order_number}]'), profile))).toMatchObject({
			code: 'bad-template',
			message: 'The text "Your order[ #{order_number}]" uses {order_number}, which has no meaning there',
			hint: 'This text can have: {brand} {support_phone} {shop_url} {orders}.',
		});
	});

	test.each([
		['a mistake', 'Hi {brnd}', 'bad-template'],
		['a setting that is empty', 'Hi from {brand}', 'missing-setting'],
	])('%s is told', (_what, help, code) => {
		expect(errorOf(() => checkOwnAnswers([...own('optedOut', 'Bye'), ...own('help', help)], BARE))).toMatchObject({
			code,
		});
	});
});
