import { type Language } from '../languages';
import { TEXTS } from './by-language';
import { type LanguageTexts } from './texts';

export { TEXTS } from './by-language';

/** The texts of a language, by its canonical tag (see canonicalLanguage); undefined where there are none. */
export const textsIn = (language: string): LanguageTexts | undefined =>
	Object.hasOwn(TEXTS, language) ? TEXTS[language as Language] : undefined;
