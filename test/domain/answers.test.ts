import fc from 'fast-check';
import {
	type AnsweredOrder,
	ANSWERS,
	type AnswerSettings,
	type AnswerText,
	composeAnswer,
} from '../../lib/domain/answers';
import { countSegments } from '../../lib/domain/segments';
import { TEXTS } from '../../lib/domain/texts';
import { ANSWER_NAMES } from '../../lib/domain/texts/texts';
import { always } from '../support/properties';
import { answerOf, BARE, order, profile, settings, STAGES, statusOf, textOf } from './answers-fixtures';
import { LANGUAGE_LIST, NEEDS_UCS2 } from './texts-fixtures';

describe('an answer', () => {
	test.each<[AnswerText, string]>([
		[
			{ name: 'optedOut' },
			'Acme: You are unsubscribed and will get no more texts from us. Text START to get them again.',
		],
		[
			{ name: 'optedOutMarketing' },
			'Acme: You will get no more offers from us by text. Texts about your orders are not affected.',
		],
		[{ name: 'orderStopped', orderNumber: '# 1001' }, 'Acme: You will get no more texts about your order #1001.'],
		[
			{ name: 'help' },
			"Acme: This is our shop's text service. Need help? Call +48 22 123 45 67. Msg frequency varies. Reply STOP to opt out. More: https://acme.example",
		],
		[{ name: 'started' }, 'Acme: Welcome back! You will get texts from us again. Reply STOP to opt out.'],
		[
			{ name: 'orderStatus', order: order({ eta: '2026-12-05' }) },
			'Acme: Your order #1001: on its way. Expected delivery: 5 December. Track here: https://t.example/1 Questions? Call +48 22 123 45 67.',
		],
		[
			{ name: 'orderList', orders: [order(), order({ orderNumber: '1002', stage: 'delivered' })] },
			'Acme: Your orders: #1001: on its way; #1002: delivered. Questions? Call +48 22 123 45 67.',
		],
		[{ name: 'noOrder' }, 'Acme: We found no open order for your number. Questions? Call +48 22 123 45 67.'],
		[{ name: 'acknowledgement' }, 'Acme: Thank you, we have received your message. Urgent? Call +48 22 123 45 67.'],
	])('%j', (answer, text) => {
		expect(composeAnswer(answer, settings())).toEqual({
			text,
			language: 'en',
			encoding: 'GSM-7',
			segments: 1,
			beforeSmartEncoding: undefined,
			droppedParts: 0,
			missing: [],
		});
	});

	test.each(ANSWER_NAMES)(
		'%s: is whole where the shop has told nothing of itself and the order has no number',
		(name) => {
			const nameless = { stage: 'delivered' } as const;
			const answer: AnswerText =
				name === 'orderStatus'
					? { name, order: nameless }
					: name === 'orderList'
						? { name, orders: [nameless, nameless] }
						: answerOf(name);
			const { text, missing } = composeAnswer(answer, settings({ profile: BARE }));
			expect(text).toMatch(/^[A-Z].*[^.]\.$/);
			expect(text).not.toMatch(/undefined|[{}[\]]|#(?!1001)/);
			expect(missing).toEqual([]);
		},
	);

	test.each(LANGUAGE_LIST)('in %s is given within the tightest limit', (language) => {
		const maxSegments = NEEDS_UCS2.includes(language) ? 2 : 1;
		for (const name of ANSWER_NAMES) {
			for (const stage of name.startsWith('order') ? STAGES : STAGES.slice(0, 1)) {
				const composed = composeAnswer(answerOf(name, stage), settings({ language, maxSegments, country: 'US' }));
				expect(composed.language).toBe(language);
				expect(composed.segments).toBeLessThanOrEqual(maxSegments);
			}
		}
	});
});

describe('the language', () => {
	const inPolish = { language: 'pl', country: 'DE' };
	test.each<[what: string, about: Partial<AnsweredOrder>, more: Partial<AnswerSettings>, language: string]>([
		['is the customer’s', inPolish, { language: 'sv', country: 'FI' }, 'sv'],
		['is the order’s where the customer’s is not known', inPolish, { language: undefined, country: 'FI' }, 'pl'],
		['is the one of the phone’s country', { country: 'DE' }, { language: undefined, country: 'FI' }, 'fi'],
		['is the one of the order’s country', { country: 'DE' }, { language: undefined, country: undefined }, 'de'],
		['is the shop’s default', {}, { language: undefined, country: undefined }, 'it'],
		['is the country’s where we have not the customer’s', {}, { language: 'ja', country: 'FI' }, 'fi'],
		['is the country’s variant', {}, { language: 'pt', country: 'BR' }, 'pt-BR'],
	])('%s', (_what, about, more, language) => {
		const italian = { profile: { ...profile, defaultLanguage: 'it' }, ...more };
		expect(composeAnswer(statusOf(about), settings(italian)).language).toBe(language);
		const orders = [order(about), order({ language: 'hu', country: 'HU' })];
		expect(composeAnswer({ name: 'orderList', orders }, settings(italian)).language).toBe(language);
	});

	test('is English where nothing tells', () => {
		expect(composeAnswer({ name: 'help' }, settings({ language: undefined, country: undefined })).language).toBe('en');
	});
});

describe('a list of orders', () => {
	const orders = [order(), order({ orderNumber: '1002', stage: 'delivered' })];
	test.each([
		['en', '#1001: on its way; #1002: delivered.'],
		['fr', '#1001 : en route ; #1002 : livrée.'],
		['el', '#1001: έχει αποσταλεί, #1002: παραδόθηκε.'],
		['uk', '№1001: у дорозі; №1002: доставлено.'],
	])('is punctuated as in %s', (language, list) => {
		expect(textOf({ name: 'orderList', orders }, { language, smartEncoding: false })).toContain(` ${list}`);
	});
});

describe('the status of an order', () => {
	test.each(STAGES)('%s: is told in the customer’s language', (stage) => {
		for (const language of LANGUAGE_LIST)
			expect(textOf(statusOf({ stage }), { language, smartEncoding: false })).toContain(
				TEXTS[language].statuses[stage],
			);
	});

	const AHEAD = ['label_created', 'confirmed', 'shipped', 'out_for_delivery', 'delayed', 'failed_attempt'];
	test.each(STAGES)('%s: goes with an estimate only before the delivery', (stage) => {
		expect(textOf(statusOf({ stage, eta: '2026-12-01' })).includes('1 December')).toBe(AHEAD.includes(stage));
	});

	test.each<[what: string, eta: string, more: Partial<AnswerSettings>, told: string]>([
		['the day', '2026-12-05', {}, '5 December'],
		['the time, in the zone of the phone’s country', '2026-12-05T18:30:00Z', {}, '5 December 19:30'],
		['as that country writes it', '2026-12-05', { country: 'US' }, 'December 5'],
		['in the chosen zone', '2026-12-05T18:30:00Z', { timeZone: 'Asia/Tokyo' }, '6 December 3:30'],
		['in the customer’s language', '2026-12-05', { language: 'pl' }, '5 grudnia'],
	])('tells %s', (_what, eta, more, told) => {
		expect(textOf(statusOf({ eta }), more)).toContain(`: ${told}. `);
	});

	test('takes the order’s country before the phone’s: that is where it is delivered', () => {
		const eta = '2026-12-05T18:30:00Z';
		expect(textOf(statusOf({ eta, country: 'GB' }), { country: 'PL' })).toContain(': 5 December 18:30. ');
	});

	test.each(['2026-11-30', 'soon', undefined])('tells no estimate that is over or unreadable: %s', (eta) => {
		expect(textOf(statusOf({ eta }))).not.toContain('Expected');
	});

	test('tells the parcel carrier and number where there is no link', () => {
		const trackings = [{ number: '1Z999', company: 'ups' }];
		expect(textOf(statusOf({ trackings }))).toContain('Track here: UPS 1Z999. Questions?');
	});
});

test('the operator sees each answer under its own name and sentence', () => {
	expect(Object.keys(ANSWERS)).toEqual([...ANSWER_NAMES]);
	const kinds = Object.values(ANSWERS);
	for (const key of ['label', 'description'] as const)
		expect(new Set(kinds.map((kind) => kind[key])).size).toBe(kinds.length);
});

test('whatever is known, an answer is one of the length reported and has no hole in it', () => {
	const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
	const orders = fc.record({
		stage: fc.constantFrom(...STAGES),
		orderNumber: maybe(fc.constantFrom('#1001', '2', 'EU-7')),
		eta: maybe(fc.constantFrom('2026-12-01', '2026-12-05T18:00:00Z', '2026-12-05T18:00:00-08:00')),
		trackings: fc.constantFrom([], [{ number: '1Z9' }], [{ url: 'https://t.example/1' }]),
		country: maybe(fc.constantFrom('PL', 'US', 'IN')),
	});
	const answers = fc
		.tuple(fc.constantFrom(...ANSWER_NAMES), orders, orders)
		.map(([name, first, second]): AnswerText => {
			if (name === 'orderStatus') return { name, order: first };
			return name === 'orderList' ? { name, orders: [first, second] } : answerOf(name);
		});
	const languages = fc.constantFrom(...LANGUAGE_LIST, 'ja', undefined);
	always(
		fc.property(answers, languages, fc.constantFrom('PL', 'US', undefined), (answer, language, country) => {
			const { text, encoding, segments } = composeAnswer(answer, settings({ language, country }));
			expect(countSegments(text)).toMatchObject({ encoding, segments });
			expect(text).not.toMatch(/undefined|[{}[\]\ue000-\uf8ff]|\s\s/);
		}),
		500,
	);
});
