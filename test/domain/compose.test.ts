import fc from 'fast-check';
import { type ComposeSettings, composeText, type TextSubject } from '../../lib/domain/compose';
import { charactersOutsideGsm, countSegments } from '../../lib/domain/segments';
import { TEXTED_STAGES, type TextedStage } from '../../lib/domain/stages';
import { REASONS, REASONS_BY_STAGE } from '../../lib/domain/texts/texts';
import { TEXTS } from '../../lib/domain/texts';
import { type Placeholder } from '../../lib/domain/template';
import { always } from '../support/properties';
import { own, settings, subject } from './compose-fixtures';

/** What a placeholder becomes, in a text of our own. */
const valueOf = (
	placeholder: Placeholder,
	about: Partial<TextSubject> = {},
	more: Partial<ComposeSettings> = {},
	stage: TextedStage = 'shipped',
) => {
	const ownTexts = [own(`<{${placeholder}|}>`, stage)];
	return composeText(stage, subject(about), settings({ ownTexts, ...more })).text.slice(1, -1);
};

describe('the texts of a stage', () => {
	test('are built in: the order’s language, filled in', () => {
		const { text, language, encoding, segments, missing, droppedParts } = composeText(
			'confirmed',
			subject(),
			settings(),
		);
		expect(text).toBe(
			'Acme: Thank you, Maria! Your order #1001 is confirmed (total €129.90). Questions? Call +48 22 123 45 67.',
		);
		expect({ language, encoding, segments, missing, droppedParts }).toEqual({
			language: 'en',
			encoding: 'GSM-7',
			segments: 1,
			missing: [],
			droppedParts: 0,
		});
	});

	test.each(TEXTED_STAGES)('%s: make a whole text when nothing is known of the order', (stage) => {
		const nothing = { refunds: [], items: [], trackings: [] };
		const { text, missing } = composeText(
			stage,
			nothing,
			settings({ profile: { key: 'x', timeZone: 'UTC', optOutScope: 'everything' } }),
		);
		expect(text).toMatch(/^[A-Z].*[.!]$/);
		expect(text).not.toMatch(/undefined|null|NaN|[{}[\]]/);
		expect(missing).toEqual([]);
	});
});

describe('which text is taken', () => {
	const texts = [own('all', 'shipped'), own('po polsku', 'shipped', 'pl'), own('no Brasil', 'shipped', 'pt-BR')];
	test.each([
		['its language’s own', { language: 'pl' }, 'shipped', 'po polsku', 'pl'],
		['its region’s own', { language: 'pt', country: 'BR' }, 'shipped', 'no Brasil', 'pt-BR'],
		['the one for every language, where its own has none', { language: 'de' }, 'shipped', 'all', 'de'],
		[
			'the one for every language, where the region is another',
			{ language: 'pt', country: 'PT' },
			'shipped',
			'all',
			'pt',
		],
		['the built-in one for a stage that has none', { language: 'pl' }, 'cancelled', 'Acme: Twoje', 'pl'],
	] as const)('%s', (_what, about, stage, beginning, language) => {
		const composed = composeText(stage, subject({ country: undefined, ...about }), settings({ ownTexts: texts }));
		expect(composed.text.slice(0, beginning.length)).toBe(beginning);
		expect(composed.language).toBe(language);
	});

	test('without one for every language: the built-in one', () => {
		const ownTexts = [own('po polsku', 'shipped', 'pl')];
		const { text, language } = composeText('shipped', subject({ language: 'de' }), settings({ ownTexts }));
		expect([text.slice(0, 12), language]).toEqual(['Acme: Gute N', 'de']);
	});

	test('in a language that only the operator writes, the rest is in English', () => {
		const ownTexts = [own('発送しました {items} {reason|}', 'returned', 'ja')];
		const about = { language: 'ja', items: pens(2), reasonCode: 'damaged' } as const;
		const { text, language } = composeText('returned', subject(about), settings({ ownTexts }));
		expect([text, language]).toEqual([`発送しました Pen 1 + 1 more ${TEXTS.en.reasons.damaged}`, 'ja']);
		expect(composeText('shipped', subject(about), settings({ ownTexts })).language).toBe('pl'); // the country’s
	});

	test('the operator’s language comes before the order’s, the country’s and the shop’s', () => {
		const languageOf = (about: Partial<TextSubject>, more: Partial<ComposeSettings> = {}) =>
			composeText('shipped', subject(about), settings(more)).language;
		const german = { profile: { ...settings().profile, defaultLanguage: 'de' } };
		expect(languageOf({ language: 'fr', country: 'PL' }, { ...german, language: 'it' })).toBe('it');
		expect(languageOf({ language: 'fr', country: 'PL' }, german)).toBe('fr');
		expect(languageOf({ language: undefined, country: 'PL' }, german)).toBe('pl');
		expect(languageOf({ language: undefined, country: undefined }, german)).toBe('de');
		expect(languageOf({ language: undefined, country: undefined })).toBe('en');
	});
});

const pens = (count: number, quantity = 1) =>
	Array.from({ length: count }, (_, index) => ({ name: `Pen ${index + 1}`, quantity }));

describe('a placeholder', () => {
	test.each<[Placeholder, Partial<TextSubject>, string]>([
		['first_name', { firstName: 'Zoë-Anne' }, 'Zoë-Anne'],
		['first_name', { firstName: undefined }, ''],
		['order_number', { orderNumber: '#1001' }, '1001'],
		['order_number', { orderNumber: ' # 1001' }, '1001'],
		['order_number', { orderNumber: 'EU-1001#2' }, 'EU-1001#2'],
		['order_number', { orderNumber: undefined }, ''],
		['total', { total: '1234.5', currency: 'EUR' }, '€1,234.50'],
		['total', { total: '1500', currency: 'JPY', country: 'US' }, '¥1,500'],
		['total', { total: '1500', currency: undefined }, '1500'],
		['total', { total: undefined }, ''],
		['refund_amount', { refunds: ['0.1', '0.2'] }, '€0.30'],
		['refund_amount', { refunds: ['19.99', '5'] }, '€24.99'],
		['refund_amount', { refunds: ['1500', '2500'], currency: 'JPY', country: 'US' }, '¥4,000'],
		['refund_amount', { refunds: ['10.005', '0.001'], currency: undefined }, '10.006'],
		['refund_amount', { refunds: ['5.00'], currency: undefined }, '5.00'],
		['refund_amount', { refunds: ['5.00', 'unknown'], currency: undefined }, '5.00'],
		['refund_amount', { refunds: ['0.00'] }, ''],
		['refund_amount', { refunds: [] }, ''],
		['items', { items: [] }, ''],
		['items', { items: pens(1) }, 'Pen 1'],
		['items', { items: pens(1, 3) }, 'Pen 1'],
		['items', { items: pens(2) }, 'Pen 1 + 1 more'],
		['items', { items: pens(20) }, 'Pen 1 + 19 more'],
		['items', { items: [{ name: 'x'.repeat(40), quantity: 1 }] }, 'x'.repeat(40)],
		['items', { items: [{ name: 'x'.repeat(41), quantity: 1 }] }, `${'x'.repeat(37)}...`],
		['items', { items: [{ name: `${'word '.repeat(9)}`, quantity: 1 }] }, 'word word word word word word word wo...'],
		[
			'items',
			{ items: [{ name: `${'x'.repeat(36)} yyyyyyyy`, quantity: 1 }, ...pens(1)] },
			`${'x'.repeat(36)}... + 1 more`,
		],
		['items', { items: [{ name: '👍'.repeat(40), quantity: 1 }] }, '👍'.repeat(40)],
		['items', { items: [{ name: '👍'.repeat(41), quantity: 1 }] }, `${'👍'.repeat(37)}...`],
		['tracking_number', { trackings: [{ number: '1Z999' }, { number: '2' }] }, '1Z999'],
		['tracking_url', { trackings: [{ url: 'https://t.example/1' }] }, 'https://t.example/1'],
		[
			'tracking',
			{ trackings: [{ url: 'https://t.example/1', number: '1Z999', company: 'ups' }] },
			'https://t.example/1',
		],
		['tracking', { trackings: [{ number: '1Z999', company: 'ups' }] }, 'UPS 1Z999'],
		['tracking', { trackings: [{ number: '1Z999' }] }, '1Z999'],
		['tracking', { trackings: [{ company: 'ups' }] }, ''],
		['tracking', { trackings: [{}] }, ''],
		['tracking', { trackings: [] }, ''],
		['order_url', { orderUrl: 'https://shop.example/o/1' }, 'https://shop.example/o/1'],
	])('{%s} of %j is %j', (placeholder, about, value) => {
		expect(valueOf(placeholder, about)).toBe(value);
	});

	test.each([
		['ups', 'UPS'],
		['usps', 'USPS'],
		['dhl', 'DHL'],
		['dhl-express', 'DHL Express'],
		['dpd-poland', 'DPD Poland'],
		['fedex', 'FedEx'],
		['royal-mail', 'Royal Mail'],
		['new-zealand-post', 'New Zealand Post'],
		['an-post', 'An Post'],
		['gls', 'GLS'],
		['4px', '4PX'],
		['sf-express', 'SF Express'],
		['inpost-paczkomaty', 'InPost Paczkomaty'],
		['constructor', 'Constructor'],
		['UPS', 'UPS'],
		['Poczta Polska', 'Poczta Polska'],
		['dhl express', 'dhl express'],
		[undefined, ''],
	])('{tracking_company} %p is written %p', (company, written) => {
		expect(valueOf('tracking_company', { trackings: [{ number: '1', company }] })).toBe(written);
	});

	test('{refund_amount} is the sum to the cent, whatever the amounts', () => {
		always(
			fc.property(fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 10 }), (cents) => {
				const total = cents.reduce((sum, amount) => sum + amount, 0);
				const refunds = cents.map((amount) => (amount / 100).toFixed(2));
				const sum = valueOf('refund_amount', { refunds, currency: undefined });
				expect(sum).toBe(total === 0 ? '' : (total / 100).toFixed(2));
			}),
		);
	});

	test('that the operator’s text needs and the order lacks is reported', () => {
		const ownTexts = [own('Hi {first_name}, {eta}[ {items}]')];
		const { text, missing } = composeText('shipped', subject({ firstName: undefined }), settings({ ownTexts }));
		expect([text, missing]).toEqual(['Hi', ['first_name', 'eta']]);
	});
});

describe('a reason', () => {
	test.each(TEXTED_STAGES)('of ours is given in %s where that can give it, and nowhere else', (stage) => {
		for (const reasonCode of REASONS) {
			const isGiven = REASONS_BY_STAGE[stage]?.includes(reasonCode) ?? false;
			const value = valueOf('reason', { reasonCode }, {}, stage);
			expect([reasonCode, value]).toEqual([reasonCode, isGiven ? TEXTS.en.reasons[reasonCode] : '']);
		}
	});

	test('in the operator’s words goes before ours; the shop’s own note is not known here', () => {
		expect(valueOf('reason', { reasonForCustomer: 'snow', reasonCode: 'customs' }, {}, 'delayed')).toBe('snow');
		expect(valueOf('reason', { reasonForCustomer: 'snow' }, {}, 'shipped')).toBe('snow');
		const note = { ...subject(), reason: 'customer is a fraud' };
		expect(composeText('cancelled', note, settings()).text).not.toContain('fraud');
	});
});

describe('amounts, days and times', () => {
	test.each([
		['pl', 'PL', '1 234,50 zł'.replace(' ', ''), '2 grudnia', '14:30'],
		['de', 'AT', 'PLN 1.234,50', '2. Dezember', '14:30'],
		['fr', 'CA', '1 234,50 PLN', '2 décembre', '14 h 30'],
		['en', 'GB', 'PLN 1,234.50', '2 December', '14:30'],
		['en', 'US', 'PLN 1,234.50', 'December 2', '2:30 PM'],
	])('are written as in %s-%s', (language, country, total, day, time) => {
		const about = { language, country, total: '1234.5', currency: 'PLN', eta: '2026-12-02T14:30:00+01:00' };
		expect(valueOf('total', about)).toBe(total);
		expect(valueOf('eta_date', about)).toBe(day);
		expect(valueOf('eta_time', about)).toBe(time);
		expect(valueOf('eta', about)).toBe(`${day} ${time}`);
		for (const name of ['total', 'eta'] as const)
			expect(charactersOutsideGsm(valueOf(name, about)).join('')).not.toMatch(/\s/u);
	});
});

describe('whatever is known of an order', () => {
	const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
	const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50, size: 'max' });
	const subjects: fc.Arbitrary<TextSubject> = fc.record({
		orderNumber: maybe(word),
		firstName: maybe(word),
		country: maybe(fc.constantFrom('PL', 'DE', 'US', 'IN', 'BR', 'XX', 'CA')),
		language: maybe(fc.constantFrom(...Object.keys(TEXTS), 'ja', 'xx')),
		total: maybe(fc.constantFrom('129.90', '0', '1500', 'free')),
		currency: maybe(fc.constantFrom('EUR', 'PLN', 'JPY', 'INR', '€')),
		refunds: fc.array(fc.constantFrom('10.00', '0.1', 'x'), { maxLength: 3 }),
		items: fc.array(fc.record({ name: word, quantity: fc.nat(5) }), { maxLength: 4 }),
		orderUrl: maybe(fc.webUrl()),
		trackings: fc.array(fc.record({ number: maybe(word), url: maybe(fc.webUrl()), company: maybe(word) }), {
			maxLength: 2,
		}),
		eta: maybe(fc.constantFrom('2026-12-01', '2026-12-01T18:00:00Z', '2026-12-05T18:00:00-08:00', 'soon')),
		reasonCode: maybe(fc.constantFrom(...REASONS)),
		reasonForCustomer: maybe(word),
	});

	test('a built-in text is one of the length reported, and costs no more with smart encoding', () => {
		always(
			fc.property(fc.constantFrom(...TEXTED_STAGES), subjects, (stage, about) => {
				const plain = composeText(stage, about, settings({ smartEncoding: false, maxSegments: 10 }));
				const smart = composeText(stage, about, settings({ smartEncoding: true, maxSegments: 10 }));
				for (const { text, encoding, segments } of [plain, smart])
					expect(countSegments(text)).toMatchObject({ encoding, segments });
				expect(plain.beforeSmartEncoding).toBeUndefined();
				expect(smart.segments).toBeLessThanOrEqual(plain.segments);
				expect(smart.beforeSmartEncoding?.text ?? smart.text).toBe(plain.text);
			}),
			500,
		);
	});
});
