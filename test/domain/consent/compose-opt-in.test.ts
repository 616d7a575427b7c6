import {
	composeOptIn,
	OPT_IN_TEXTS,
	optInPlaceholders,
	type OptInTextName,
	type OptInTextSettings,
	type OwnOptInText,
	PROOFS,
} from '../../../lib/domain/consent/compose-opt-in';
import { ASKED_PURPOSES } from '../../../lib/domain/consent/consent';
import { parseTemplate } from '../../../lib/domain/template';
import { TEXTS } from '../../../lib/domain/texts';
import { BARE, profile } from '../answers-fixtures';
import { LANGUAGE_LIST } from '../texts-fixtures';

const settings = (more: Partial<OptInTextSettings> = {}): OptInTextSettings => ({
	profile,
	language: 'en',
	country: 'GB',
	purpose: 'marketing',
	proof: 'reply',
	textsAMonth: 4,
	isFreeToEndUser: false,
	validMinutes: 10,
	ownTexts: [],
	smartEncoding: true,
	maxSegments: 3,
	...more,
});
const say = (name: OptInTextName, more: Partial<OptInTextSettings> = {}, code?: string) =>
	composeOptIn(name, code, settings(more)).text;
const own = (name: OptInTextName, text: string, language?: string): OwnOptInText[] => [{ name, text, language }];

describe('the built-in texts', () => {
	const PRINT = 'Msg frequency: max. 4 a month. HELP for help, STOP to end.';
	test.each<[OptInTextName, Partial<OptInTextSettings>, string]>([
		['request', {}, `Acme: Reply YES to get our offers by SMS. ${PRINT}`],
		['request', { purpose: 'survey' }, `Acme: Reply YES to get our short surveys by SMS. ${PRINT}`],
		['request', { proof: 'code' }, `Acme: 123456 is your code to get our offers by SMS. ${PRINT}`],
		['request', { proof: 'both' }, `Acme: Reply YES or enter the code 123456 to get our offers by SMS. ${PRINT}`],
		['reminder', {}, `Acme: A reminder: Reply YES to get our offers by SMS. ${PRINT}`],
		['reminder', { proof: 'code' }, `Acme: A reminder: 123456 is your code to get our offers by SMS. ${PRINT}`],
		['confirmation', {}, `Acme: Thank you, you will get our offers by SMS. ${PRINT}`],
		['confirmation', { proof: 'both' }, `Acme: Thank you, you will get our offers by SMS. ${PRINT}`],
		['phoneCheck', {}, '123456 is your code for Acme. It is valid for 10 min. Never tell it to anyone.'],
		['phoneCheck', { country: 'US' }, '123456 is your code for Acme. It is valid for 10 min. Never tell it to anyone.'],
		['phoneCheck', { profile: BARE }, '123456 is your code. It is valid for 10 min. Never tell it to anyone.'],
	])('%s with %j', (name, more, text) => expect(say(name, more, '123456')).toBe(text));

	test.each(LANGUAGE_LIST)('in %s are whole: nothing missing, the code only where it is asked for', (language) => {
		for (const name of OPT_IN_TEXTS) {
			for (const proof of PROOFS) {
				for (const purpose of ASKED_PURPOSES) {
					const {
						text,
						missing,
						language: used,
					} = composeOptIn(name, '123456', settings({ language, proof, purpose }));
					const hasCode = name === 'phoneCheck' || (name !== 'confirmation' && proof !== 'reply');
					expect([used, missing, text.includes('123456')]).toEqual([language, [], hasCode]);
					expect(text).toContain('Acme');
					if (name !== 'phoneCheck') expect(text).toMatch(language === 'fr' ? /^Acme : / : /^Acme: /);
				}
			}
		}
	});
});

describe('what texts cost', () => {
	const notice = TEXTS.en.ratesNotice;
	test.each<[OptInTextName, Partial<OptInTextSettings>, boolean]>([
		['request', { country: 'US' }, true],
		['reminder', { country: 'US' }, true],
		['confirmation', { country: 'CA' }, true],
		['confirmation', { country: 'US', isFreeToEndUser: true }, false],
		['confirmation', { country: 'GB' }, false],
		['phoneCheck', { country: 'US' }, false],
		['request', { country: undefined, profile: { ...profile, defaultCountry: 'US' } }, true],
		['request', { country: undefined, profile: { ...profile, defaultCountry: 'PL' } }, false],
		['request', { country: 'PL', profile: { ...profile, defaultCountry: 'US' } }, false],
	])('%s with %j: told %s', (name, more, isTold) => {
		expect(say(name, more, '123456').includes(notice)).toBe(isTold);
	});

	test('stands before HELP and STOP, in the language of the text', () => {
		expect(say('confirmation', { country: 'US', language: 'es', smartEncoding: false })).toBe(
			'Acme: Gracias, recibirás nuestras ofertas por SMS. Máximo 4 SMS al mes. Pueden aplicarse tarifas de mensajes y datos. HELP para ayuda, STOP para cancelar.',
		);
	});
});

describe('length', () => {
	test('what the law wants is not left out to save a segment', () => {
		const tooLong = { country: 'US', proof: 'both', maxSegments: 1 } as const;
		expect(() => say('request', { ...tooLong, profile: { ...profile, brand: 'Acme Fountain Pens and Inks' } })).toThrow(
			expect.objectContaining({ code: 'too-long' }),
		);
		const text = `[{brand}: ]Offers?[ {frequency}] Reply YES, STOP to end.[ ${'More on our site. '.repeat(6)}]`;
		const { text: short, droppedParts } = composeOptIn(
			'request',
			undefined,
			settings({ ownTexts: own('request', text), maxSegments: 1 }),
		);
		expect(short).toBe('Acme: Offers? Msg frequency: max. 4 a month. Reply YES, STOP to end.');
		expect(droppedParts).toBe(1);
	});

	test('a part goes all the same where something else in it has no value', () => {
		const ownTexts = own('request', 'Hi![ {brand}, {shop_url}.] Reply YES.');
		expect(say('request', { ownTexts, profile: { ...profile, shopUrl: undefined } })).toBe('Hi! Reply YES.');
	});

	test('the brand of a phone check may go', () => {
		const long = { ...profile, brand: 'x'.repeat(100) };
		expect(say('phoneCheck', { profile: long, maxSegments: 1 }, '123456')).toMatch(/^123456 is your code\. It/);
	});
});

describe('the code', () => {
	test('is nowhere but in the text that was composed with it', () => {
		const both = settings({ proof: 'both' });
		const sent = composeOptIn('request', '123456', both);
		const kept = composeOptIn('request', '******', both);
		expect(kept.text).toBe(sent.text.replace('123456', '******'));
		expect(kept.segments).toBe(sent.segments);
		expect(composeOptIn('request', '654321', both).text).toContain('654321');
	});

	test('that is needed and not given is named', () => {
		expect(composeOptIn('phoneCheck', undefined, settings()).missing).toEqual(['one_time_code']);
	});
});

describe('the operator’s own text', () => {
	test('is chosen by the language, then for every language', () => {
		const ownTexts = [
			...own('request', 'Für alle {brand}'),
			...own('request', 'Odpisz TAK {frequency}', 'pl'),
			...own('request', 'Svaraðu JÁ {frequency}', 'is'),
		];
		const request = (language: string) => say('request', { ownTexts, language });
		expect(request('pl')).toBe('Odpisz TAK Liczba SMS-ów miesięcznie: do 4.');
		expect(request('is')).toBe('Svaraðu JÁ Msg frequency: max. 4 a month.');
		expect(request('fr')).toBe('Für alle Acme');
		expect(say('confirmation', { ownTexts, language: 'fr' })).toContain('Merci');
	});

	test('has a value for each placeholder that it may have', () => {
		for (const name of OPT_IN_TEXTS) {
			for (const proof of PROOFS) {
				const allowed = optInPlaceholders(name, proof);
				const ownTexts = own(name, allowed.map((placeholder) => `{${placeholder}}`).join(' '));
				const shop = { ...profile, supportPhone: '+48 22 123 45 67', shopUrl: 'https://acme.example' };
				const { missing } = composeOptIn(name, '123456', settings({ ownTexts, proof, country: 'US', profile: shop }));
				expect([name, proof, missing]).toEqual([name, proof, []]);
				expect(parseTemplate(ownTexts[0]!.text).placeholders).toEqual(allowed);
			}
		}
	});
});
