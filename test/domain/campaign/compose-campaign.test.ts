import {
	CAMPAIGN_PLACEHOLDERS,
	type CampaignSubject,
	type CampaignText,
	type CampaignTextCheck,
	type CampaignTextSettings,
	checkCampaignTexts,
	composeCampaign,
} from '../../../lib/domain/campaign/compose-campaign';
import { type SenderKind } from '../../../lib/domain/sender';
import { parseTemplate } from '../../../lib/domain/template';
import { BARE, profile } from '../answers-fixtures';
import { NOW } from '../compose-fixtures';

const PAGE = 'https://n8n.example/webhook/leave/x7Kq';
const HINT = 'Publish a workflow with SMS Unsubscribe Trigger, or take a number as sender.';

const words = (text: string, language?: string): CampaignText[] => [{ text, language }];
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 3600 * 1000);
const settings = (texts: readonly CampaignText[], more: Partial<CampaignTextSettings> = {}): CampaignTextSettings => ({
	profile,
	texts,
	occasion: 'announcement',
	senderKind: 'phone-number',
	optOutInEveryText: false,
	isFreeToEndUser: false,
	smartEncoding: true,
	maxSegments: 3,
	now: NOW,
	...more,
});
/** A customer in Britain who was told yesterday how to leave. */
const subject = (more: Partial<CampaignSubject> = {}): CampaignSubject => ({
	firstName: 'Maria',
	language: 'en',
	country: 'GB',
	toldOptOutAt: daysAgo(1),
	...more,
});
const compose = (
	text: string | readonly CampaignText[],
	who: Partial<CampaignSubject> = {},
	more: Partial<CampaignTextSettings> = {},
) => composeCampaign(subject(who), settings(typeof text === 'string' ? words(text) : text, more));
const say = (...args: Parameters<typeof compose>) => compose(...args).text;

describe('the brand', () => {
	test.each([
		['Sale this weekend.', 'Acme: Sale this weekend.'],
		['[Hi {first_name}, ]sale!', 'Acme: Hi Maria, sale!'],
		['{brand} has a sale.', 'Acme has a sale.'],
		['Sale[ at {brand}]!', 'Sale at Acme!'],
		['Sale at Acme!', 'Sale at Acme!'],
		['Acme’s sale', 'Acme’s sale'],
		// not named, or not by a part that stays
		['Acmeist sale', 'Acme: Acmeist sale'],
		['BigAcme sale', 'Acme: BigAcme sale'],
		['Sale[ at {brand} for {code}]!', 'Acme: Sale!'],
		['Sale[, Acme fan {code}]!', 'Acme: Sale!'],
	])('%s', (text, expected) => expect(say(text, {}, { smartEncoding: false })).toBe(expected));

	test('is the word itself, not one that is spelled alike', () => {
		const next = { profile: { ...profile, brand: 'Next' } };
		expect(say('Sale in the next days', {}, next)).toBe('Next: Sale in the next days');
		expect(say('Only now', {}, { profile: { ...profile, brand: 'On' } })).toBe('On: Only now');
	});

	test('has a space before its colon in French', () => {
		expect(say('Soldes !', { language: 'fr', country: 'FR' })).toBe('Acme : Soldes !');
		expect(say('Saldi!', { language: 'it', country: 'IT' })).toBe('Acme: Saldi!');
	});

	test.each([[undefined], [' ']])('%p is asked for', (brand) => {
		const error = expect.objectContaining({ code: 'missing-setting', hint: expect.stringContaining('Brand') as unknown }) as Error;
		expect(() => say('Acme sale', {}, { profile: { ...BARE, brand } })).toThrow(error);
		expect(() => checkCampaignTexts(words('Acme sale'), { ...BARE, brand }, CHECK)).toThrow(error);
	});

	test('stays when segments are saved', () => {
		const long = `[{brand}: ]Sale.[ ${'More on our site. '.repeat(9)}]`;
		expect(compose(long, {}, { maxSegments: 1 })).toMatchObject({ text: 'Acme: Sale.', droppedParts: 1 });
	});
});

describe('how to leave', () => {
	test.each<[string, Partial<CampaignSubject>, Partial<CampaignTextSettings>, boolean]>([
		['first text', { toldOptOutAt: undefined }, {}, true],
		['told yesterday', {}, {}, false],
		['told 29 days ago', { toldOptOutAt: daysAgo(29) }, {}, false],
		['told 30 days ago', { toldOptOutAt: daysAgo(30) }, {}, true],
		['wanted in every text', {}, { optOutInEveryText: true }, true],
	])('%s', (_when, who, more, isTold) => {
		const { text, hasOptOut } = compose('Sale!', who, more);
		expect([text, hasOptOut]).toEqual([isTold ? 'Acme: Sale!\nReply STOP to opt out.' : 'Acme: Sale!', isTold]);
	});

	test.each([
		['de', 'Abmelden mit STOP.'],
		['pl', 'Aby zrezygnować, wyślij STOP.'],
		['hi', 'बंद करने के लिए STOP भेजें।'],
		['is', 'Reply STOP to opt out.'],
	])('is told in the language of the person: %s', (language, told) => {
		const texts = [...words('Sale!'), ...words('Útsala!', 'is')];
		const text = say(texts, { language, toldOptOutAt: undefined }, { smartEncoding: false });
		expect(text.split('\n')[1]).toBe(told);
	});

	test.each<[string, SenderKind, boolean]>([
		['Sale! Reply STOP to opt out', 'phone-number', true],
		['Sale! Txt STOP to end.', 'short-code', true],
		['Sale! STOP to opt out', 'phone-number', true],
		['SALE! REPLY STOP TO OPT OUT', 'phone-number', true],
		['Soldes ! Envoyez STOP pour vous désinscrire', 'phone-number', true],
		['Promocja! Rezygnacja: STOP.', 'phone-number', true],
		['Rabatt! Abmelden mit "STOP"', 'phone-number', true],
		['Sale! Opt out: {unsubscribe_link}', 'phone-number', true],
		['Sale! Opt out: {unsubscribe_link}', 'alphanumeric', true],
		['Soldes ! STOP 36180', 'phone-number', true],
		['Soldes ! STOP 36180', 'alphanumeric', true],
		['Soldes ! STOP au 36180', 'alphanumeric', true],
		['Soldes ! STOP SMS au 36180', 'alphanumeric', true],
		// the word alone says nothing of leaving
		['NON STOP SALE', 'phone-number', false],
		['NON-STOP sale', 'phone-number', false],
		['STOP scrolling! 20% off', 'phone-number', false],
		['You can STOP looking: sale', 'phone-number', false],
		['Don’t STOP now', 'phone-number', false],
		['We never STOP', 'phone-number', false],
		['Sale: STOP WAITING', 'phone-number', false],
		['{brand}: STOP overpaying', 'phone-number', false],
		['Last stop: our sale', 'phone-number', false],
		['Sale![ Reply STOP to opt out, {code}]', 'phone-number', false],
		['Sale! Reply STOP to opt out', 'alphanumeric', false],
		['STOP at 1000 shops', 'alphanumeric', false],
		['Soldes, STOP au 36180. Bonne journée', 'alphanumeric', true],
	])('%s, from a %s: told already %s', (text, senderKind, isTold) => {
		const who = { toldOptOutAt: undefined, unsubscribeUrl: PAGE };
		const whole = say(text, who, { senderKind, smartEncoding: false });
		const added = senderKind === 'alphanumeric' ? `\nUnsubscribe: ${PAGE}` : '\nReply STOP to opt out.';
		expect([whole, whole.endsWith(added)]).toEqual([whole, !isTold]);
		expect(compose(text, who, { senderKind }).hasOptOut).toBe(true);
		expect(compose(text, { unsubscribeUrl: PAGE }, { senderKind }).hasOptOut).toBe(isTold);
	});

	test('a name as sender without a page is refused, with the way out', () => {
		const refusal = expect.objectContaining({ code: 'missing-setting', hint: HINT }) as Error;
		expect(() => say('Sale!', { toldOptOutAt: undefined }, { senderKind: 'alphanumeric' })).toThrow(refusal);
		expect(() => say('Sale! {unsubscribe_link}')).toThrow(refusal);
		expect(say('Sale!', {}, { senderKind: 'alphanumeric' })).toBe('Acme: Sale!');
		expect(say('Sale![ {unsubscribe_link}]')).toBe('Acme: Sale!');
	});

	test.each(['phone-number', 'alphanumeric'] as const)('is not dropped to save a segment: %s', (senderKind) => {
		const who = { toldOptOutAt: undefined, unsubscribeUrl: PAGE };
		const short = (text: string) => compose(text, who, { senderKind, maxSegments: 1 });
		const long = 'x'.repeat(140);
		expect(short(`Sale![ ${long}]`)).toMatchObject({ droppedParts: 1, hasOptOut: true });
		expect(short(`Sale![ Leave: {unsubscribe_link}][ ${long}]`).text).toBe(`Acme: Sale! Leave: ${PAGE}`);
		expect(() => short('x'.repeat(150))).toThrow(expect.objectContaining({ code: 'too-long' }));
	});
});

describe('what texts cost', () => {
	const first = { toldOptOutAt: undefined, country: 'US' };
	const NOTICE = 'Msg & data rates may apply.';
	test.each<[Partial<CampaignSubject>, Partial<CampaignTextSettings>, boolean]>([
		[first, {}, true],
		[{ ...first, country: 'CA' }, {}, true],
		[{ ...first, country: 'GB' }, {}, false],
		[{ ...first, country: undefined }, { profile: { ...profile, defaultCountry: 'US' } }, true],
		[first, { isFreeToEndUser: true }, false],
		[{ country: 'US' }, {}, false],
		[{ country: 'US', toldOptOutAt: daysAgo(40) }, {}, false],
	])('%j with %j: told %s', (who, more, isTold) => {
		expect(say('Sale!', who, more).includes(NOTICE)).toBe(isTold);
	});

	test('is told before the way out, and not twice', () => {
		expect(say('Sale!', first)).toBe(`Acme: Sale!\n${NOTICE}\nReply STOP to opt out.`);
		expect(say('Sale! Rates may apply. Reply STOP to end.', first)).toBe('Acme: Sale! Rates may apply. Reply STOP to end.');
		expect(say('Sale! Reply STOP to end.', first)).toBe(`Acme: Sale! Reply STOP to end.\n${NOTICE}`);
	});
});

describe('the wording', () => {
	const texts = [...words('Everybody'), ...words('Po polsku', 'pl'), ...words('Em português', 'pt_br')];
	test.each<[Partial<CampaignSubject>, string, string]>([
		[{ language: 'pl' }, 'Acme: Po polsku', 'pl'],
		[{ language: 'pl-PL' }, 'Acme: Po polsku', 'pl'],
		[{ language: undefined, country: 'PL' }, 'Acme: Po polsku', 'pl'],
		[{ language: undefined, country: 'SE' }, 'Acme: Everybody', 'en'],
		[{ language: 'pt-BR' }, 'Acme: Em português', 'pt-BR'],
		[{ language: 'de' }, 'Acme: Everybody', 'de'],
	])('of %j', (who, text, language) => {
		expect(compose(texts, who, { smartEncoding: false })).toMatchObject({ text, language });
	});

	test('of the shop’s language, else English, is for everybody where no other is', () => {
		const some = [...words('Po polsku', 'pl'), ...words('In English', 'en')];
		const shop = { profile: { ...profile, defaultLanguage: 'pl' } };
		expect(compose(some, { language: 'fr', country: 'FR' }, shop)).toMatchObject({ text: 'Acme: Po polsku', language: 'pl' });
		expect(say(some, { language: 'fr', country: 'FR' })).toBe('Acme: In English');
		expect(() => say(words('Po polsku', 'pl'), { language: 'fr', country: 'FR' })).toThrow(
			expect.objectContaining({ code: 'missing-setting', message: 'There is no text in fr, and none for everybody else' }),
		);
	});

	test('is built in for gifts and win-backs, and one’s own goes before it', () => {
		const code = { code: 'BDAY-7K3M', reward: { kind: 'percent', percent: 20 }, until: new Date('2026-12-31T22:59:59Z') } as const;
		expect(say([], { code }, { occasion: 'birthday-gift' })).toBe(
			'Acme: Happy birthday, Maria! A gift from us: 20%, code BDAY-7K3M, valid until 31 December.',
		);
		expect(say([], { code: { code: 'BDAY-7K3M' } }, { occasion: 'birthday-gift' })).toBe(
			'Acme: Happy birthday, Maria! A gift from us: code BDAY-7K3M.',
		);
		expect(say(words(' ', 'en'), { firstName: undefined }, { occasion: 'win-back' })).toBe(
			'Acme: We would love to see you again!',
		);
		expect(say([], { code, language: 'de', country: 'DE' }, { occasion: 'win-back' })).toBe(
			'Acme: Wir würden Sie gern wiedersehen, Maria! Für Ihre nächste Bestellung: 20 %, Code BDAY-7K3M, gültig bis 31. Dezember.',
		);
		expect(say(words('Wróć!', 'pl'), { language: 'pl' }, { occasion: 'win-back', smartEncoding: false })).toBe('Acme: Wróć!');
	});

	test('that gives a code is not sent without one, nor is the code dropped', () => {
		expect(() => say('Code {code}')).toThrow(expect.objectContaining({ code: 'missing-setting' }));
		expect(() => say([], {}, { occasion: 'birthday-gift' })).toThrow(expect.objectContaining({ code: 'missing-setting' }));
		const long = `Sale![ {code_value}: {code}[, until {code_expiry}].][ ${'x'.repeat(140)}]`;
		const code = { code: 'A1', reward: { kind: 'free_shipping' }, until: new Date('2026-12-31T22:00:00Z') } as const;
		expect(say(long, { code }, { maxSegments: 1 })).toBe('Acme: Sale! free shipping: A1, until 31 December.');
		for (const part of ['[ Code {code}]', '[ Until {code_expiry}]']) {
			expect(() => say(`${'x'.repeat(150)}${part}`, { code }, { maxSegments: 1 })).toThrow(
				expect.objectContaining({ code: 'too-long' }),
			);
		}
		expect(say('Code {code}', { code: { longest: 'XXXXXXXX' } })).toBe('Acme: Code XXXXXXXX');
	});

	test('has a value for each placeholder that it may have', () => {
		const all = CAMPAIGN_PLACEHOLDERS.map((name) => `{${name}}`).join(' ');
		const code = { code: 'A1', reward: { kind: 'free_shipping' }, until: NOW } as const;
		expect(compose(all, { code, unsubscribeUrl: PAGE }).missing).toEqual([]);
		expect(parseTemplate(all).placeholders).toEqual(CAMPAIGN_PLACEHOLDERS);
		expect(compose('Hi {first_name}!', { firstName: undefined })).toMatchObject({ text: 'Acme: Hi!', missing: ['first_name'] });
	});
});

const CHECK: CampaignTextCheck = {
	occasion: 'announcement',
	senderKinds: ['phone-number'],
	hasCodes: false,
	hasUnsubscribePage: false,
};

describe('before anything is sent', () => {
	const check = (texts: readonly CampaignText[], more: Partial<CampaignTextCheck> = {}) => () =>
		checkCampaignTexts(texts, profile, { ...CHECK, ...more });

	test.each<[string, readonly CampaignText[], Partial<CampaignTextCheck>]>([
		['a plain one', words('Sale!'), {}],
		['one with a code', words('Sale! {code}'), { hasCodes: true }],
		['a code that can be left out', words('Sale![ {code}]'), {}],
		['a name as sender, and a page', words('Sale!'), { senderKinds: ['alphanumeric'], hasUnsubscribePage: true }],
		['a name as sender, and a number for STOP', words('Sale! STOP 36180'), { senderKinds: ['alphanumeric'] }],
		['English for everybody', words('Sale!', 'en'), {}],
		['a built-in one without a code', [], { occasion: 'win-back' }],
		['a built-in one with a code', [], { occasion: 'birthday-gift', hasCodes: true }],
		['a gift without a code, in own words', words('Happy birthday!'), { occasion: 'birthday-gift' }],
	])('%s is fine', (_what, texts, more) => expect(check(texts, more)).not.toThrow());

	test.each<[string, readonly CampaignText[], Partial<CampaignTextCheck>, string, RegExp]>([
		['none', [], {}, 'missing-setting', /no text to send/],
		['an empty one', words(' '), {}, 'missing-setting', /no text in/],
		['one for some people only', words('Promocja!', 'pl'), {}, 'missing-setting', /none for everybody else/],
		['a mistake', words('Sale {oops}'), {}, 'bad-template', /\{oops\}/],
		['what only orders have', words('Sale {order_number}'), {}, 'bad-template', /\{order_number\}/],
		['a code of no series', words('Sale {code}'), {}, 'missing-setting', /gives \{code\}, but there is no promo code/],
		['a built-in code of no series', [], { occasion: 'birthday-gift' }, 'missing-setting', /no promo code/],
		['a link to no page', words('Sale {unsubscribe_link}'), {}, 'missing-setting', /uses \{unsubscribe_link\}/],
		[
			'no way out for some senders',
			words('Sale!'),
			{ senderKinds: ['phone-number', 'alphanumeric'] },
			'missing-setting',
			/cannot be replied to/,
		],
		[
			'no way out in one wording',
			[...words('Soldes ! STOP 36180'), ...words('Sale!', 'en')],
			{ senderKinds: ['alphanumeric'] },
			'missing-setting',
			/cannot be replied to/,
		],
	])('%s is refused', (_what, texts, more, code, message) => {
		expect(check(texts, more)).toThrow(
			expect.objectContaining({ code, message: expect.stringMatching(message) as unknown, hint: expect.stringMatching(/./) as unknown }),
		);
	});
});
