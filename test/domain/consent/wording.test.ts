import {
	composeOptIn,
	OPT_IN_TEXTS,
	type OptInTextName,
	PROOFS,
	type Proof,
} from '../../../lib/domain/consent/compose-opt-in';
import {
	checkOptInTexts,
	MISSING_PART_SENTENCES,
	type MissingPart,
	missingParts,
	neededParts,
	type WordingContext,
} from '../../../lib/domain/consent/wording';
import { BARE, profile } from '../answers-fixtures';
import { LANGUAGE_LIST } from '../texts-fixtures';

const context = (more: Partial<WordingContext> = {}): WordingContext => ({
	profile,
	language: 'en',
	country: 'US',
	isFreeToEndUser: false,
	proof: 'reply',
	...more,
});

const GOOD = 'Acme: thanks! 4 msgs a month. Msg & data rates may apply. HELP for help, STOP to end.';

describe('a confirmation', () => {
	test.each<[text: string, missing: MissingPart[], more?: Partial<WordingContext>]>([
		[GOOD, []],
		['{brand} {frequency} {rates_notice} HELP STOP', []],
		['[{brand}: ]{frequency}[ {rates_notice}] HELP STOP', []],
		['Thanks!', ['brand', 'frequency', 'rates', 'help', 'stop']],
		['Thanks!', ['brand', 'frequency', 'help', 'stop'], { country: 'GB' }],
		['Thanks!', ['brand', 'frequency', 'help', 'stop'], { isFreeToEndUser: true }],
		['Thanks!', ['brand', 'frequency', 'rates', 'help', 'stop'], { country: 'CA' }],
		['Thanks!', ['brand', 'frequency', 'help', 'stop'], { country: undefined }],
		[
			'Thanks!',
			['brand', 'frequency', 'rates', 'help', 'stop'],
			{ country: undefined, profile: { ...profile, defaultCountry: 'US' } },
		],
		// brand
		[GOOD.replace('Acme', 'ACME'), []],
		[GOOD.replace('Acme', 'Us'), ['brand']],
		[GOOD.replace('Acme', '{brand}'), ['brand'], { profile: BARE }],
		[GOOD.replace('Acme: ', '[{brand}: ]'), ['brand'], { profile: BARE }],
		[GOOD.replace('Acme', '{brand|Us}'), [], { profile: BARE }],
		// frequency
		[GOOD.replace('4 msgs a month', 'Msg frequency varies'), []],
		[GOOD.replace('4 msgs a month', 'Up to 2 texts from us each week'), []],
		[GOOD.replace('4 msgs a month', 'Monthly: 4'), []],
		[GOOD.replace('4 msgs a month', 'Save 20 percent'), ['frequency']],
		[GOOD.replace('4 msgs a month', 'Each month something new'), ['frequency']],
		[GOOD.replace('4 msgs a month', 'Since 1987, every month'), ['frequency']],
		[GOOD.replace('4 msgs a month.', 'We are 4. See you next month.'), ['frequency']],
		// costs
		[GOOD.replace('Msg & data', 'Message and data'), []],
		[GOOD.replace('Msg & data rates may apply', 'It is free'), ['rates']],
		// words to send: in capitals or quotation marks
		[GOOD.replace('HELP for help', 'INFO for help'), []],
		[GOOD.replace('HELP for help', 'Text "help"'), []],
		[GOOD.replace('HELP for help', "Text 'help'"), []],
		[GOOD.replace('HELP for help', 'We help'), ['help']],
		[GOOD.replace('STOP to end', 'STOP ALL to end'), []],
		[GOOD.replace('STOP to end', 'UNSUBSCRIBE to end'), []],
		[GOOD.replace('STOP to end', 'non-stop offers'), ['stop']],
		[GOOD.replace('STOP to end', 'NONSTOP offers'), ['stop']],
		// what may disappear does not count
		[GOOD.replace('STOP to end', '[Call {support_phone} or text STOP]'), ['stop']],
		[
			'[{brand}{support_phone} ]{frequency}{rates_notice} HELP STOP',
			['brand'],
			{ profile: { ...profile, supportPhone: undefined } },
		],
		// a backslash makes plain
		[GOOD.replace('Acme', '\\{brand\\}'), ['brand']],
	])('%j lacks %j', (text, missing, more = {}) => {
		expect(missingParts(text, 'confirmation', context(more))).toEqual(missing);
	});

	test.each<[language: string, text: string, missing: MissingPart[]]>([
		['pl', 'Acme: do 4 SMS-ów w miesiącu. POMOC: pomoc, STOP: koniec.', []],
		['pl', 'Acme: do 2 wiadomości dziennie. POMOC: pomoc, STOP: koniec.', []],
		['pl', 'Acme: oferty. Dla Ciebie pomoc.', ['frequency', 'help', 'stop']],
		['de', 'Acme: 4 SMS im Monat. HILFE, ABMELDEN', []],
		['de', 'Acme: 4 Nachrichten pro Woche. HELP, STOPP', []],
		['hu', 'Acme: Havonta legfeljebb 12 SMS. HELP, STOP', []],
		['hu', 'Acme: Havonta hat SMS. HELP, STOP', ['frequency']],
		['el', 'Acme: 4 μηνύματα τον μήνα. ΒΟΗΘΕΙΑ, STOP', []],
		['tr', 'Acme: ayda 4 mesaj. YARDIM, STOP', []],
		['hi', 'Acme: महीने में 4 मैसेज। HELP, STOP', []],
		['is', 'Acme: 4 skilaboð á mánuði. HELP, STOP', []],
		// English words do everywhere, those of a third language do not
		['fr', 'Acme: 4 messages a month. INFO, STOP', []],
		['fr', 'Acme: 4 SMS par mois. HELP, ABMELDEN', ['stop']],
	])('in %s: %j lacks %j', (language, text, missing) => {
		expect(missingParts(text, 'confirmation', context({ language, country: 'PL' }))).toEqual(missing);
	});

	test('tells of the costs in its language or in English', () => {
		const inSpanish = (notice: string) =>
			missingParts(`{brand}: {frequency} ${notice} HELP STOP`, 'confirmation', context({ language: 'es' }));
		expect(inSpanish('Pueden aplicarse tarifas de mensajes y datos')).toEqual([]);
		expect(inSpanish('Msg rates may apply')).toEqual([]);
		expect(inSpanish('Des frais peuvent s’appliquer')).toEqual(['rates']);
	});
});

describe('a request', () => {
	test.each<[text: string, proof: Proof, missing: MissingPart[]]>([
		['{brand}: reply YES for offers, STOP to end', 'reply', []],
		['{brand}: reply Y for offers, STOP to end', 'reply', []],
		['{brand}: reply “yes” for offers, STOP to end', 'reply', []],
		['{brand}: sure, offers for you. STOP to end', 'reply', ['reply-word']],
		['Y {brand}: offers for you. STOP to end', 'reply', ['reply-word']],
		['{brand}: your code {one_time_code}. STOP to end', 'code', []],
		['{brand}: reply YES. STOP to end', 'code', ['code']],
		['{brand}: YES or {one_time_code}. STOP to end', 'both', []],
		['{brand}: YES or {one_time_code|none}. STOP', 'both', []],
		['{brand}: offers. STOP to end', 'both', ['reply-word', 'code']],
		['offers', 'both', ['brand', 'reply-word', 'code', 'stop']],
	])('%j, proven by %s, lacks %j', (text, proof, missing) => {
		for (const name of ['request', 'reminder'] as const)
			expect(missingParts(text, name, context({ proof }))).toEqual(missing);
	});

	test.each([
		['pl', 'TAK', []],
		['pl', 'ZGADZAM SIĘ', []],
		['pl', 'YES', []],
		['pl', 'JA', ['reply-word']],
		['es', 'SÍ', []],
		['es', 'SI', []],
		['hi', 'हां', []],
		['el', 'ΝΑΙ', []],
		// the words of the language that the text is in, not of everybody's
		['en', 'JA', ['reply-word']],
	])('in %s may ask for %s', (language, word, missing) => {
		expect(missingParts(`{brand} STOP ${word}`, 'request', context({ language }))).toEqual(missing);
	});

	test('for every language is read in that of the country, or of the shop', () => {
		const ask = (more: Partial<WordingContext>) =>
			missingParts('{brand} TAK STOP', 'request', context({ language: undefined, ...more }));
		expect(ask({ country: 'PL' })).toEqual([]);
		expect(ask({ country: undefined, profile: { ...profile, defaultLanguage: 'pl' } })).toEqual([]);
		expect(ask({ country: 'US' })).toEqual(['reply-word']);
	});
});

test.each([
	['{one_time_code} is your code', []],
	['Your code: [{one_time_code}]', []],
	['Your code is on its way', ['code']],
] as const)('a phone check %j lacks %j', (text, missing) => {
	expect(missingParts(text, 'phoneCheck', context())).toEqual(missing);
});

test.each(LANGUAGE_LIST)('the built-in texts in %s lack nothing as they are sent', (language) => {
	for (const country of ['US', 'PL']) {
		for (const proof of PROOFS) {
			for (const name of OPT_IN_TEXTS) {
				const { text } = composeOptIn(name, '123456', {
					...context({ language, country, proof }),
					purpose: 'marketing',
					textsAMonth: 4,
					validMinutes: 10,
					ownTexts: [],
					smartEncoding: false,
					maxSegments: 4,
				});
				const missing = missingParts(text, name, context({ language, country, proof }));
				// a code that is written out is no placeholder
				expect([name, text, missing.filter((part) => part !== 'code')]).toEqual([name, text, []]);
			}
		}
	}
});

describe('the check of all own texts', () => {
	const check = (texts: Array<[OptInTextName, string, string?]>, more: Partial<WordingContext> = {}) => {
		try {
			checkOptInTexts(
				texts.map(([name, text, language]) => ({ name, text, language })),
				context(more),
			);
		} catch (error) {
			return error as Error & { code: string; hint: string };
		}
		return undefined;
	};

	test('lets good ones pass', () => {
		expect(
			check([
				['request', '{brand}: odpisz TAK, STOP kończy', 'pl'],
				['confirmation', GOOD],
				['phoneCheck', '{one_time_code}[ for {brand}], {valid_minutes} min'],
			]),
		).toBeUndefined();
	});

	test('names everything at once', () => {
		const error = check([
			['request', '{brand}: hallo', 'de'],
			['confirmation', 'Thanks {frist_name}'],
			['reminder', '{brand}: YES or {one_time_code}. STOP'],
			['phoneCheck', 'Hello {order_number}'],
			['confirmation', GOOD],
		]);
		expect(error).toMatchObject({ code: 'bad-template' });
		expect(error?.message.split('\n')).toEqual([
			`Request (German): ${MISSING_PART_SENTENCES['reply-word']} ${MISSING_PART_SENTENCES.stop}`,
			expect.stringMatching(/^Confirmation: There is no placeholder \{frist_name\}; did you mean \{first_name\}\?/),
			expect.stringMatching(/^Reminder: The text ".*" uses \{one_time_code\}, which has no meaning there\.$/),
			expect.stringMatching(/^Phone Check: The text ".*" uses \{order_number\}, which has no meaning there\.$/),
		]);
		expect(error?.hint).toContain('Add what is missing');
		expect(error?.hint).toContain('This text can have: {brand}');
	});

	test('asks for a setting that a text needs', () => {
		const error = check([['request', '{brand}: YES, STOP']], { profile: BARE });
		expect(error?.message).toMatch(/^Request: .*Brand is empty\.$/);
		expect(error?.hint).toContain('Fill in Brand');
	});
});

test('every part has its sentence', () => {
	const needed = PROOFS.flatMap((proof) => OPT_IN_TEXTS.flatMap((name) => neededParts(name, context({ proof }))));
	expect([...new Set(needed)].sort()).toEqual(Object.keys(MISSING_PART_SENTENCES).sort());
});
