import { ASKED_PURPOSES } from '../../lib/domain/consent/consent';
import { type Language } from '../../lib/domain/languages';
import { classifyReply } from '../../lib/domain/replies/classify';
import { parseTemplate, type PlaceholderValues, renderTemplate } from '../../lib/domain/template';
import { TEXTS } from '../../lib/domain/texts';
import { type OptInTexts } from '../../lib/domain/texts/texts';
import { blemishes, LANGUAGE_LIST, NEEDS_UCS2, placeholdersIn, sent, strangeSigns } from './texts-fixtures';

const VALUES: PlaceholderValues = { brand: 'Acme Store', one_time_code: '123456', valid_minutes: '10' };
const fill = (template: string, values = VALUES) => renderTemplate(parseTemplate(template), values).text;

const BY_PURPOSE = ['askByReply', 'askByCode', 'askByEither', 'confirmed'] as const;
const ASKS = ['askByReply', 'askByCode', 'askByEither'] as const;
const SENTENCES = ['reminder', 'frequency', 'helpAndStop', 'phoneCheck'] as const;
const everyText = (texts: OptInTexts) => [
	...BY_PURPOSE.flatMap((name) => ASKED_PURPOSES.map((purpose) => texts[name][purpose])),
	...SENTENCES.map((name) => texts[name]),
];

/** The word that each language asks for. */
const YES: Readonly<Record<Language, string>> = {
	bg: 'ДА',
	cs: 'ANO',
	da: 'JA',
	de: 'JA',
	el: 'ΝΑΙ',
	en: 'YES',
	es: 'SÍ',
	et: 'JAH',
	fi: 'KYLLÄ',
	fr: 'OUI',
	hi: 'हां',
	hr: 'DA',
	hu: 'IGEN',
	id: 'YA',
	it: 'SÌ',
	lt: 'TAIP',
	lv: 'JĀ',
	nb: 'JA',
	nl: 'JA',
	pl: 'TAK',
	pt: 'SIM',
	'pt-BR': 'SIM',
	ro: 'DA',
	sk: 'ÁNO',
	sl: 'DA',
	sv: 'JA',
	tr: 'EVET',
	uk: 'ТАК',
};

/** How the pieces are put together; composeOptIn is tested beside it. */
const written = (language: Language, says: string, notice = '') => {
	const { frequency, helpAndStop } = TEXTS[language].optIn;
	const brand = language === 'fr' ? '[{brand} : ]' : '[{brand}: ]';
	return fill(`${brand}${says} ${frequency.replace('{count}', '4')} ${notice && `${notice} `}${helpAndStop}`);
};

test('what is said of opt-in is not English elsewhere', () => {
	const english = new Set(everyText(TEXTS.en.optIn));
	const borrowed = LANGUAGE_LIST.filter((language) => language !== 'en').flatMap((language) =>
		everyText(TEXTS[language].optIn).filter((text) => english.has(text)),
	);
	expect(borrowed).toEqual([]);
});

test.each(BY_PURPOSE)('%s is in other words in every language, and for every purpose', (name) => {
	const texts = LANGUAGE_LIST.flatMap((language) =>
		ASKED_PURPOSES.map((purpose) => TEXTS[language].optIn[name][purpose]),
	);
	expect(new Set(texts).size).toBe(texts.length);
});

describe.each(LANGUAGE_LIST)('opt-in in %s', (language) => {
	const texts = TEXTS[language].optIn;
	const { ratesNotice } = TEXTS[language];
	const [one, two] = NEEDS_UCS2.includes(language) ? [2, 3] : [1, 2];
	const cases = ASKED_PURPOSES.flatMap((purpose) =>
		([...ASKS, 'confirmed'] as const).map((name) => [name, purpose] as const),
	);

	test('is in the letters of the language', () => {
		const plain = everyText(texts).map((text) => text.replace('{count}', ''));
		expect(strangeSigns(plain, language)).toEqual([]);
	});

	test.each(cases)('%s of %s: says what the English one says, as a whole sentence', (name, purpose) => {
		const text = texts[name][purpose];
		expect([...placeholdersIn(text)]).toEqual(placeholdersIn(TEXTS.en.optIn[name][purpose]));
		expect(text).toMatch(/^(?:[\p{Lu}\p{Lo}]|\{one_time_code\}|SMS).*[^.!?।][.।]$/u);
	});

	test('the reply that is asked for is one that is understood', () => {
		const word = YES[language];
		for (const purpose of ASKED_PURPOSES) {
			for (const text of [texts.askByReply[purpose], texts.askByEither[purpose]]) {
				expect(text.split(/[^\p{L}\p{M}]+/u)).toContain(word);
			}
		}
		for (const reply of [word, word.toLocaleLowerCase(language), `${word}.`]) {
			for (const context of [{}, { language }, { country: 'US' }]) {
				expect([reply, classifyReply(reply, { ...context, hasPendingOptIn: true }).kind]).toEqual([reply, 'opt-in']);
			}
		}
	});

	test.each(cases)('%s of %s: is whole with all that stands around it', (name, purpose) => {
		const reminded = name === 'confirmed' ? [] : [`${texts.reminder}${texts[name][purpose]}`];
		for (const says of [texts[name][purpose], ...reminded]) {
			for (const notice of ['', ratesNotice]) {
				const text = written(language, says, notice);
				expect([text, blemishes(text, language)]).toEqual([text, []]);
			}
		}
	});

	test.each(cases)('%s of %s: fits the segments it may take', (name, purpose) => {
		const says = texts[name][purpose];
		const text = written(language, says);
		// both ways to answer take more room where a segment has 67 letters
		const short = name === 'askByEither' && NEEDS_UCS2.includes(language) ? two! : one!;
		expect([text, sent(text, language).segments <= short]).toEqual([text, true]);
		for (const long of [
			written(language, says, ratesNotice),
			written(language, `${texts.reminder}${says}`, ratesNotice),
		])
			expect([long, sent(long, language).segments <= two!]).toEqual([long, true]);
	});

	test('the small print names HELP and STOP, and one number', () => {
		expect(texts.helpAndStop.match(/\b[A-Z]{3,}\b/g)).toEqual(['HELP', 'STOP']);
		expect(texts.frequency.match(/\{\w+\}/g)).toEqual(['{count}']);
		expect(texts.frequency).not.toMatch(/\d/);
		expect(texts.reminder).toMatch(/^\p{L}.*: $/u);
	});

	test('the phone check is whole with and without the brand, and fits', () => {
		expect([...placeholdersIn(texts.phoneCheck)].sort()).toEqual(['brand', 'one_time_code', 'valid_minutes']);
		expect(parseTemplate(texts.phoneCheck).required).toEqual(['one_time_code', 'valid_minutes']);
		for (const values of [VALUES, { ...VALUES, brand: undefined }]) {
			const text = fill(texts.phoneCheck, values);
			const broken = blemishes(text, language).filter((mark) => mark !== 'no capital at the start');
			expect([text, broken]).toEqual([text, []]);
			expect([text, sent(text, language).segments <= one!]).toEqual([text, true]);
		}
	});
});
