import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatDay, formatMoney, formatTime } from '../../lib/domain/format';
import { type Language } from '../../lib/domain/languages';
import { TEXTED_STAGES, type TextedStage } from '../../lib/domain/stages';
import { parseTemplate, type Placeholder, type PlaceholderValues, renderTemplate } from '../../lib/domain/template';
import { TEXTS, textsIn } from '../../lib/domain/texts';
import { type Reason, REASONS, REASONS_BY_STAGE } from '../../lib/domain/texts/texts';
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
	strangeSigns,
	UNFINISHED,
} from './texts-fixtures';

const FOLDER = join(__dirname, '../../lib/domain/texts');

/** A customer is addressed in the vocative there, which we cannot form from a name: their texts do without it. */
const WITHOUT_NAME: readonly Language[] = ['cs', 'el', 'hr', 'lt', 'lv', 'uk'];

const CURRENCIES = 'BGN BRL CHF CZK DKK EUR GBP HUF IDR INR MXN NOK PLN RON SEK TRY UAH USD'.split(' ');

const valuesIn = (language: Language, country?: string): Partial<Record<Placeholder, string>> => ({
	brand: 'Acme Store',
	order_number: '54321', // not a part of the link: each value is looked for by itself
	first_name: 'Maria',
	total: '129,90 €',
	refund_amount: '129,90 €',
	tracking: LINK,
	eta_date: formatDay(ETA, language, country),
	eta_time: formatTime(ETA, language, country) as string,
	support_phone: '+48 22 123 45 67',
});

/** The stages of a parcel, not of the whole order. */
const OF_ONE_PARCEL = TEXTED_STAGES.filter((stage) => !['confirmed', 'cancelled', 'refunded'].includes(stage));

const reasonsOf = (stage: TextedStage): readonly Reason[] => REASONS_BY_STAGE[stage] ?? [];

const render = (language: Language, stage: TextedStage, values: PlaceholderValues) =>
	renderTemplate(parseTemplate(TEXTS[language].stages[stage]), values).text;

/** Every reading of a stage's text with these values: one for each reason it can give, or just the one. */
const readings = (language: Language, stage: TextedStage, values: PlaceholderValues) => {
	const reasons = reasonsOf(stage).map((reason) => TEXTS[language].reasons[reason]);
	return reasons.length
		? reasons.map((reason) => render(language, stage, { ...values, reason }))
		: [render(language, stage, values)];
};

describe('what counts as broken', () => {
	it.each([
		['Your order { is confirmed.', 'template syntax left over'],
		['Your order  is confirmed.', 'stray space'],
		['Your order is confirmed .', 'space before punctuation'],
		['Expect it by 6 p.m.. Thanks.', 'punctuation twice'],
		['Your order is late. Reason: .', 'label without its value'],
		['Your order is confirmed ().', 'empty brackets'],
		['Your order # is confirmed.', 'number sign without number'],
		['Your order is late. call us.', 'small letter after the end of a sentence'],
		[`Your order is late. Details: ${LINK}. Call us.`, 'link run into something'],
		[`Your order is late. Details: ${LINK} call us.`, 'link run into something'],
		['Your order is confirmed (total 5.', 'unbalanced brackets'],
		['your order is confirmed.', 'no capital at the start'],
	])('%s', (text, blemish) => expect(blemishes(text, 'en')).toContain(blemish));
});

describe('the set of languages', () => {
	it('has one file for each language, and each file is listed under its own language', async () => {
		const files = readdirSync(FOLDER).filter((file) => !['index.ts', 'by-language.ts', 'texts.ts'].includes(file));
		expect(files.sort()).toEqual(LANGUAGE_LIST.map((language) => `${language.toLowerCase()}.ts`).sort());
		expect(Object.keys(TEXTS).sort()).toEqual([...LANGUAGE_LIST].sort());
		for (const language of LANGUAGE_LIST) {
			const module = (await import(join(FOLDER, language.toLowerCase()))) as Record<string, unknown>;
			expect(module[language.replace('-', '')]).toBe(TEXTS[language]);
		}
	});

	it('gives the texts of a language, and undefined for languages that have none', () => {
		expect(textsIn('pt-BR')?.stages.shipped).toContain('pedido');
		expect(textsIn('pt')?.stages.shipped).toContain('encomenda');
		expect(['xx', 'pt-br', 'de-AT', '', 'constructor'].map(textsIn)).toEqual(new Array(5).fill(undefined));
	});

	it.each(TEXTED_STAGES)('says "%s" in other words in every language', (stage) => {
		const byText = new Map(LANGUAGE_LIST.map((language) => [TEXTS[language].stages[stage], language]));
		expect([...byText.values()]).toEqual(LANGUAGE_LIST);
	});

	it('gives no reason in English elsewhere', () => {
		const { freeShipping, gift } = TEXTS.en.codeValues;
		const english = new Set<string>([...Object.values(TEXTS.en.reasons), TEXTS.en.moreItems, freeShipping, gift]);
		const borrowed = LANGUAGE_LIST.filter((language) => language !== 'en').flatMap((language) =>
			[
				...Object.values(TEXTS[language].reasons),
				TEXTS[language].moreItems,
				...Object.values(TEXTS[language].codeValues),
			].filter((text) => english.has(text)),
		);
		expect(borrowed).toEqual([]);
	});
});

describe.each(LANGUAGE_LIST)('texts in %s', (language) => {
	const { stages, reasons, moreItems, parcel, codeValues } = TEXTS[language];
	const all = [...Object.values(stages), ...Object.values(reasons), moreItems, parcel, ...Object.values(codeValues)];

	it('are complete', () => {
		expect(Object.keys(stages).sort()).toEqual([...TEXTED_STAGES].sort());
		expect(Object.keys(reasons).sort()).toEqual([...REASONS].sort());
	});

	it('are written in the letters of the language and in plain signs', () => {
		expect(strangeSigns(all, language)).toEqual([]);
	});

	it.each(TEXTED_STAGES)('%s: says what the English one says, starting with the brand', (stage) => {
		const expected = placeholdersIn(TEXTS.en.stages[stage]).filter(
			(name) => !(name === 'first_name' && WITHOUT_NAME.includes(language)),
		);
		expect([...parseTemplate(stages[stage]).placeholders].sort()).toEqual([...expected].sort());
		expect(stages[stage]).toMatch(language === 'fr' ? /^\[\{brand\} : \]/ : /^\[\{brand\}: \]/);
	});

	it('tells parcels apart', () => {
		expect(placeholdersIn(parcel)).toEqual(['index', 'count']);
		const named = parcel.replace('{index}', '1').replace('{count}', '2');
		for (const stage of OF_ONE_PARCEL) {
			const text = render(language, stage, { parcel: named });
			expect(text.startsWith(named)).toBe(true);
			expect(blemishes(text, language)).toEqual([]);
			expect(render(language, stage, { brand: 'Acme', parcel: named })).toMatch(/^Acme ?: \S/);
		}
	});

	it.each(TEXTED_STAGES)('%s: is whole when nothing is known', (stage) => {
		const { text, missing } = renderTemplate(parseTemplate(stages[stage]), {});
		expect(missing).toEqual([]);
		expect(text).toMatch(/[^.!?।][.!?।]$/);
		expect(blemishes(text, language)).toEqual([]);
	});

	it.each(TEXTED_STAGES)('%s: is whole with any one thing known, and with all', (stage) => {
		const values = {
			...valuesIn(language),
			parcel: parcel.replace('{index}', '1').replace('{count}', '2'),
			...(reasonsOf(stage)[0] && { reason: reasons[reasonsOf(stage)[0]!] }),
		};
		for (const part of optionalParts(stages[stage])) {
			const text = render(language, stage, only(values, placeholdersIn(part)));
			for (const name of placeholdersIn(part)) expect(text).toContain(values[name]);
			expect([text, blemishes(text, language)]).toEqual([text, []]);
		}
		const text = render(language, stage, values);
		for (const name of placeholdersIn(stages[stage])) {
			const [, after, ...again] = text.split(values[name] as string);
			expect([name, again]).toEqual([name, []]);
			// a sentence that ends with a value has its full stop: only a link must not, and some dates bring their own
			if (name !== 'tracking' && !values[name]?.endsWith('.')) expect([name, after]).not.toEqual([name, UNFINISHED]);
		}
		expect([text, blemishes(text, language)]).toEqual([text, []]);
	});

	it.each(TEXTED_STAGES)('%s: takes dates, times and amounts as each country writes them', (stage) => {
		for (const country of COUNTRIES[language] ?? [undefined]) {
			for (const currency of CURRENCIES) {
				const amount = formatMoney('129.9', currency, language, country) as string;
				const values = { ...valuesIn(language, country), total: amount, refund_amount: amount };
				const text = render(language, stage, values);
				expect([text, blemishes(text, language)]).toEqual([text, []]);
			}
		}
	});

	it.each(TEXTED_STAGES.filter((stage) => reasonsOf(stage).length > 0))('%s: gives each of its reasons', (stage) => {
		for (const reason of reasonsOf(stage)) {
			const text = render(language, stage, { reason: reasons[reason] });
			expect(text).toContain(reasons[reason]);
			expect(text).toMatch(/[^.!?।][.!?।]$/);
			expect([text, blemishes(text, language)]).toEqual([text, []]);
		}
	});

	it.each(TEXTED_STAGES)('%s: fits the segments it may take', (stage) => {
		const values = valuesIn(language);
		const [forMostUseful, forAll] = NEEDS_UCS2.includes(language) ? [2, 3] : [1, 2];
		const isFrame = (part: string) => part.includes('{brand}') || part.includes('{order_number}');
		const mostUseful = optionalParts(stages[stage]).find((part) => !isFrame(part));
		const names = ['brand', 'order_number', ...placeholdersIn(mostUseful ?? '')] as Placeholder[];
		const short = names.includes('reason' as Placeholder)
			? readings(language, stage, only(values, names))
			: [render(language, stage, only(values, names))];
		for (const text of short) expect([text, sent(text, language).segments <= forMostUseful!]).toEqual([text, true]);
		for (const text of readings(language, stage, values))
			expect([text, sent(text, language).segments <= forAll!]).toEqual([text, true]);
	});

	it('leave the ends of reasons to the text around them', () => {
		for (const text of Object.values(reasons)) expect(text).toMatch(/^\p{L}[^.!?।{}[\]]*[\p{L}\p{M}]$/u);
	});

	it('name the count of further items once', () => {
		expect(moreItems.split('{count}')).toHaveLength(2);
		expect(moreItems.replace('{count}', '0')).not.toMatch(/[{}[\]]|^\s|\s$/);
	});

	it('say what a promo code gives in words that fit into a sentence', () => {
		expect(Object.keys(codeValues).sort()).toEqual(['freeShipping', 'gift', 'points']);
		const { freeShipping, gift, points } = codeValues;
		for (const text of [freeShipping, gift]) {
			expect(text).toMatch(/^\p{L}[^.!?।{}[\]]*[\p{L}\p{M}]$/u);
			expect(text.length).toBeLessThanOrEqual(30);
			// a noun in the middle of a sentence has a capital in German alone, and not at its first word
			expect(text[0]).toBe(text[0]?.toLowerCase());
		}
		expect(points).toMatch(/^\{count\} [\p{L}\p{M}]+$/u);
	});
});
