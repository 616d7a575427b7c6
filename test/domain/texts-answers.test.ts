import { formatDay, formatTime } from '../../lib/domain/format';
import { type Language } from '../../lib/domain/languages';
import { SILENT_STAGES, type Stage, TEXTED_STAGES } from '../../lib/domain/stages';
import { parseTemplate, type Placeholder, type PlaceholderValues, renderTemplate } from '../../lib/domain/template';
import { TEXTS } from '../../lib/domain/texts';
import { ANSWER_NAMES, type AnswerName } from '../../lib/domain/texts/texts';
import {
	blemishes,
	COUNTRIES,
	ETA,
	LANGUAGE_LIST,
	LINK,
	NEEDS_UCS2,
	only,
	optionalParts,
	placeholdersIn,
	sent,
	SHOP_LINK,
	strangeSigns,
	UNFINISHED,
} from './texts-fixtures';

const STAGES: readonly Stage[] = [...SILENT_STAGES, ...TEXTED_STAGES];

/** The words that carriers know, which an answer tells the customer to send. */
const WORDS: Readonly<Partial<Record<AnswerName, readonly string[]>>> = {
	optedOut: ['START'],
	help: ['STOP'],
	started: ['STOP'],
};

/** Too long for a segment beside a tracking link. */
const LONGEST_STATUS = 30;

/** The stages that make an answer another one. */
const stagesIn = (name: AnswerName): readonly Stage[] => (/^order(Status|List)$/.test(name) ? STAGES : ['shipped']);

const fill = (template: string, values: PlaceholderValues) => renderTemplate(parseTemplate(template), values).text;

const listedIn = (language: Language, orderNumber: string, stage: Stage) =>
	fill(TEXTS[language].listedOrder, { order_number: orderNumber, status: TEXTS[language].statuses[stage] });

const valuesIn = (language: Language, stage: Stage, country?: string): PlaceholderValues => ({
	brand: 'Acme Store',
	order_number: '54321',
	status: TEXTS[language].statuses[stage],
	orders: `${listedIn(language, '54321', stage)}; ${listedIn(language, '54320', 'delivered')}`,
	tracking: LINK,
	shop_url: SHOP_LINK,
	eta: `${formatDay(ETA, language, country)} ${formatTime(ETA, language, country)}`,
	support_phone: '+48 22 123 45 67',
});

/** Without these, an answer is not given at all. */
const NEEDED: readonly Placeholder[] = ['status', 'orders'];
const FRAME: readonly Placeholder[] = ['brand', 'order_number', ...NEEDED];
/** What of the rest fits one segment with them. */
const USEFUL: Readonly<Partial<Record<AnswerName, readonly Placeholder[]>>> = { orderStatus: ['eta', 'tracking'] };

describe('what is said in one language', () => {
	it('is not English elsewhere', () => {
		const wordsOf = ({ statuses, answers, ratesNotice }: (typeof TEXTS)['en']) => [
			...Object.values(statuses),
			...Object.values(answers),
			ratesNotice,
		];
		const english = new Set(wordsOf(TEXTS.en));
		const borrowed = LANGUAGE_LIST.filter((language) => language !== 'en').flatMap((language) =>
			wordsOf(TEXTS[language]).filter((text) => english.has(text)),
		);
		expect(borrowed).toEqual([]);
	});

	it.each(ANSWER_NAMES)('is "%s" in other words in every language', (name) => {
		const byText = new Map(LANGUAGE_LIST.map((language) => [TEXTS[language].answers[name], language]));
		expect([...byText.values()]).toEqual(LANGUAGE_LIST);
	});
});

describe.each(LANGUAGE_LIST)('statuses in %s', (language) => {
	const { statuses, listedOrder } = TEXTS[language];

	it('are complete, and no two of them the same', () => {
		expect(Object.keys(statuses).sort()).toEqual([...STAGES].sort());
		expect(new Set(Object.values(statuses)).size).toBe(STAGES.length);
	});

	it.each(STAGES)('%s: a few words that go on a sentence', (stage) => {
		expect(statuses[stage]).toMatch(/^\p{L}[^.,:;!?।()[\]{}#]*[\p{L}\p{M}]$/u);
		if (language !== 'de') expect(statuses[stage]).toMatch(/^[\p{Ll}\p{Lo}]/u);
		expect([...statuses[stage]].length).toBeLessThanOrEqual(LONGEST_STATUS);
		expect(strangeSigns([statuses[stage]], language)).toEqual([]);
	});

	it('stand after the number of their order in a list, or alone', () => {
		expect(listedIn(language, '1001', 'delivered')).toMatch(/^[#№]1001 ?: \p{L}/u);
		expect(fill(listedOrder, { status: statuses.delivered })).toBe(statuses.delivered);
	});
});

describe.each(LANGUAGE_LIST)('answers in %s', (language) => {
	const { answers, ratesNotice } = TEXTS[language];
	const [one, two] = NEEDS_UCS2.includes(language) ? [2, 3] : [1, 2];

	it('are complete and in the letters of the language', () => {
		expect(Object.keys(answers).sort()).toEqual([...ANSWER_NAMES].sort());
		expect(strangeSigns([...Object.values(answers), ratesNotice], language)).toEqual([]);
	});

	it.each(ANSWER_NAMES)('%s: says what the English one says, starting with the brand', (name) => {
		const { placeholders, required } = parseTemplate(answers[name]);
		expect([...placeholders].sort()).toEqual([...placeholdersIn(TEXTS.en.answers[name])].sort());
		expect(required).toEqual(NEEDED.filter((needed) => placeholders.includes(needed)));
		expect(answers[name]).toMatch(language === 'fr' ? /^\[\{brand\} : \]/ : /^\[\{brand\}: \]/);
	});

	it.each(ANSWER_NAMES)('%s: names the words to send as carriers know them, outside of optional parts', (name) => {
		const always = answers[name].replace(/\[[^\]]*\]/g, '');
		expect(always.match(/STOP|START/gi) ?? []).toEqual(WORDS[name] ?? []);
		expect(answers[name].match(/STOP|START/gi)).toEqual(always.match(/STOP|START/gi));
	});

	it.each(ANSWER_NAMES)('%s: is whole when nothing more is known, with any one thing, and with all', (name) => {
		for (const stage of stagesIn(name)) {
			for (const country of COUNTRIES[language] ?? [undefined]) {
				const values = valuesIn(language, stage, country);
				const bare = fill(answers[name], only(values, NEEDED));
				expect(bare).toMatch(/[^.!?।][.!?।]$/);
				expect([bare, blemishes(bare, language)]).toEqual([bare, []]);
				for (const part of optionalParts(answers[name])) {
					const text = fill(answers[name], only(values, [...NEEDED, ...placeholdersIn(part)]));
					for (const placeholder of placeholdersIn(part)) expect(text).toContain(values[placeholder]);
					expect([text, blemishes(text, language)]).toEqual([text, []]);
				}
				const all = fill(answers[name], values);
				expect([all, blemishes(all, language)]).toEqual([all, []]);
			}
		}
	});

	it.each(ANSWER_NAMES)('%s: ends each sentence after a value, unless that is a link', (name) => {
		const values = valuesIn(language, 'shipped');
		const text = fill(answers[name], values);
		for (const placeholder of placeholdersIn(answers[name])) {
			const [, after, ...again] = text.split(values[placeholder] as string);
			expect([placeholder, again]).toEqual([placeholder, []]);
			const needsStop = !['tracking', 'shop_url'].includes(placeholder) && !values[placeholder]?.endsWith('.');
			if (needsStop) expect([placeholder, after]).not.toEqual([placeholder, UNFINISHED]);
		}
	});

	it.each(ANSWER_NAMES)('%s: fits the segments it may take, whatever the stage', (name) => {
		for (const stage of stagesIn(name)) {
			const values = valuesIn(language, stage);
			for (const useful of USEFUL[name] ?? ['support_phone' as const]) {
				const short = fill(answers[name], only(values, [...FRAME, useful]));
				expect([short, sent(short, language).segments <= one!]).toEqual([short, true]);
			}
			const all = fill(answers[name], values);
			expect([all, sent(all, language).segments <= two!]).toEqual([all, true]);
		}
	});

	it('help with a notice of the costs is whole and fits', () => {
		expect(ratesNotice).toMatch(/^\p{L}.*[^.!?।][.।]$/u);
		const values = valuesIn(language, 'shipped');
		for (const names of [[], ['support_phone'], ['shop_url'], ['brand', 'support_phone', 'shop_url']] as const) {
			const text = fill(`${answers.help} ${ratesNotice}`, only(values, names));
			expect([text, blemishes(text, language)]).toEqual([text, []]);
			expect([text, sent(text, language).segments <= two!]).toEqual([text, true]);
		}
	});
});
