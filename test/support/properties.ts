import fc from 'fast-check';

/** Checks that something holds for many made-up inputs: the same ones every time, so that a red test stays red. */
export function always<Inputs>(property: fc.IRawProperty<Inputs>, numRuns = 300): void {
	fc.assert(property, { seed: 20261122, numRuns });
}

/** Texts as they come out of shops: mostly plain letters, now and then a mark, an escape, an emoji, a stray half of one. */
export const messyText = (maxLength = 400) =>
	fc.string({
		size: 'max',
		unit: fc.oneof(
			{ weight: 12, arbitrary: fc.constantFrom(...'abcdeKLMNOP 0123456789.,:') },
			{ weight: 3, arbitrary: fc.constantFrom(...'€^{}\\[]~|\f') },
			{ weight: 1, arbitrary: fc.constantFrom('ą', 'Ж', '”', '\u00a0', 'e\u0301', '👍🏽', '𝒳', '\ud83d', '\udc4d') },
			{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
		),
		maxLength,
	});

/** As many letters of the GSM alphabet only, so that long texts of one encoding come up too. */
export const gsmText = (maxLength = 500) =>
	fc.string({ size: 'max', unit: fc.constantFrom(...'abcdefgXYZ 0123456789äöüßÆ@£€^{}\\[~]|'), maxLength });
