import { TEXTS } from '../../lib/domain/texts';
import { type UnsubscribeTexts } from '../../lib/domain/texts/texts';
import { blemishes, LANGUAGE_LIST, placeholdersIn, strangeSigns } from './texts-fixtures';

const WITH_PHONE = ['ask', 'askOffers', 'done'] as const;
const WITHOUT = ['button', 'back', 'unknown'] as const;
const NAMES: readonly (keyof UnsubscribeTexts)[] = [...WITH_PHONE, ...WITHOUT];

describe.each(LANGUAGE_LIST)('the page to unsubscribe in %s', (language) => {
	const texts = TEXTS[language].unsubscribe;
	test('is whole, in its own letters', () => {
		expect(Object.keys(texts).sort()).toEqual([...NAMES].sort());
		expect(strangeSigns(Object.values(texts), language)).toEqual([]);
		for (const name of NAMES) expect(blemishes(texts[name].replace('{phone}', '+1*****23'), language)).toEqual([]);
	});
	test('names the phone where it should, and START for the way back', () => {
		for (const name of WITH_PHONE) expect(placeholdersIn(texts[name])).toEqual(['phone']);
		for (const name of WITHOUT) expect(placeholdersIn(texts[name])).toEqual([]);
		expect(texts.back).toContain('START');
		expect(texts.button.length).toBeLessThan(25);
	});
	test('is no English', () => {
		if (language !== 'en') for (const name of NAMES) expect(texts[name]).not.toBe(TEXTS.en.unsubscribe[name]);
	});
	test('asks in other words for all texts than for offers', () => expect(texts.ask).not.toBe(texts.askOffers));
});
