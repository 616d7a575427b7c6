import fc from 'fast-check';
import { canonicalLanguage, languageFor, LANGUAGES, type LanguageWishes } from '../../lib/domain/languages';
import { always } from '../support/properties';

describe('a language tag', () => {
	test.each([
		['pl', 'pl'],
		['PL', 'pl'],
		['pt_br', 'pt-BR'],
		['PT-BR', 'pt-BR'],
		[' en-US ', 'en-US'],
		['eng', 'en'],
		['deu', 'de'],
		['es-419', 'es-419'],
		['zh-Hant-TW', 'zh-TW'],
		['sr_Latn_RS', 'sr-RS'],
		['en-US-u-ca-buddhist', 'en-US'],
		// Norwegian
		['no', 'nb'],
		['nn', 'nb'],
		['nb_NO', 'nb-NO'],
		['no-NO', 'nb-NO'],
		// as WordPress and Unix write them
		['de_DE_formal', 'de-DE'],
		['pt_PT_ao90', 'pt-PT'],
		['nl_NL_formal', 'nl-NL'],
		['en_US.UTF-8', 'en-US'],
		['de_AT@euro', 'de-AT'],
		['pl-', 'pl'],
	])('%p is %p', (tag, canonical) => {
		expect(canonicalLanguage(tag)).toBe(canonical);
		expect(canonicalLanguage(canonical)).toBe(canonical);
	});

	test.each([
		[undefined],
		[''],
		[' '],
		['x'],
		['und'],
		['und-PL'],
		['C'],
		['C.UTF-8'],
		['English'],
		['polski'],
		['1'],
		['zażółć'],
		['a'.repeat(40)],
	])('that is none is none: %p', (tag) => {
		expect(canonicalLanguage(tag)).toBeUndefined();
	});

	test('of every built-in text is canonical', () => {
		for (const tag of Object.keys(LANGUAGES)) expect(canonicalLanguage(tag)).toBe(tag);
	});

	test('is told or refused, whatever is written', () => {
		always(
			fc.property(fc.string({ unit: fc.constantFrom(...'abPLde_-.@1 ł'), maxLength: 12, size: 'max' }), (tag) => {
				const canonical = canonicalLanguage(tag);
				if (canonical === undefined) return;
				expect(canonical).toMatch(/^[a-z]{2,3}(-([A-Z]{2}|\d{3}))?$/);
				expect(canonicalLanguage(canonical)).toBe(canonical);
			}),
			1000,
		);
	});
});

describe('the language of a text', () => {
	const builtIn = (language: string) => Object.hasOwn(LANGUAGES, language);
	const cases: ReadonlyArray<[why: string, wishes: LanguageWishes, language: string]> = [
		['nothing is known', {}, 'en'],
		['the operator chose it', { chosen: 'fr', ofOrder: 'pl', country: 'DE', fallback: 'it' }, 'fr'],
		['the order says so', { ofOrder: 'pl', country: 'DE', fallback: 'it' }, 'pl'],
		['it is the main one of the country', { country: 'DE', fallback: 'it' }, 'de'],
		['it is the shop’s', { fallback: 'it' }, 'it'],
		['the order says it with a region', { ofOrder: 'de-AT' }, 'de'],
		['the order says it in another spelling', { ofOrder: 'PL_pl' }, 'pl'],
		['the country is written small', { country: 'pl' }, 'pl'],
		// the next best, where a language has no texts
		['the order’s has no texts, the country’s has', { ofOrder: 'ja', country: 'PL', fallback: 'de' }, 'pl'],
		['neither has texts, the shop’s has', { ofOrder: 'ja', country: 'RS', fallback: 'hr' }, 'hr'],
		['none has texts', { ofOrder: 'ja', country: 'JP', fallback: 'zh' }, 'en'],
		['the operator’s own choice has no texts', { chosen: 'ja', ofOrder: 'pl' }, 'pl'],
		['what the order says is no language', { ofOrder: 'unknown', country: 'PL' }, 'pl'],
		// Portuguese
		['a Brazilian order says just Portuguese', { ofOrder: 'pt', country: 'BR' }, 'pt-BR'],
		['a Brazilian order says so', { ofOrder: 'pt_BR', country: 'BR' }, 'pt-BR'],
		['a Brazilian order says nothing', { country: 'BR' }, 'pt-BR'],
		['a Portuguese order says just that', { ofOrder: 'pt', country: 'PT' }, 'pt'],
		['a Portuguese order says nothing', { country: 'PT' }, 'pt'],
		['nobody knows where', { ofOrder: 'pt' }, 'pt'],
		['the operator chose European Portuguese for all', { chosen: 'pt', ofOrder: 'pt-BR', country: 'BR' }, 'pt'],
		// countries
		['Norway has two, and no texts for one', { country: 'NO' }, 'nb'],
		['Austria speaks German', { country: 'AT' }, 'de'],
		['Moldova speaks Romanian', { country: 'MD' }, 'ro'],
		['Cyprus speaks Greek', { country: 'CY' }, 'el'],
		['Mexico speaks Spanish', { country: 'MX' }, 'es'],
		['there is no such country', { country: 'Poland', fallback: 'de' }, 'de'],
	];
	test.each(cases)('where %s: %p', (_why, wishes, language) => {
		expect(languageFor(wishes, builtIn)).toBe(language);
	});

	test('may be one that only the operator wrote texts in', () => {
		const available = (language: string) => ['es-MX', 'ja', 'en'].includes(language);
		expect(languageFor({ ofOrder: 'ja-JP' }, available)).toBe('ja');
		expect(languageFor({ ofOrder: 'es', country: 'MX' }, available)).toBe('es-MX');
		expect(languageFor({ ofOrder: 'es-ES', country: 'MX' }, available)).toBe('es-MX');
		expect(languageFor({ country: 'MX' }, available)).toBe('es-MX');
		expect(languageFor({ ofOrder: 'es', country: 'ES' }, available)).toBe('en');
	});
});
