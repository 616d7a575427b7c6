import { LANGUAGES } from '../../lib/domain/languages';

/** The languages that have built-in texts, as choices. */
export const LANGUAGE_OPTIONS = Object.entries(LANGUAGES)
	.map(([value, name]) => ({ name, value }))
	.sort((a, b) => a.name.localeCompare(b.name));
