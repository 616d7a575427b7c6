import { type CampaignSubject, type CampaignTextSettings, composeCampaign } from '../../lib/domain/campaign/compose-campaign';
import { tellsStop } from '../../lib/domain/campaign/ways-out';
import { type Reward } from '../../lib/domain/codes/offer';
import { type Language } from '../../lib/domain/languages';
import { parseTemplate } from '../../lib/domain/template';
import { TEXTS } from '../../lib/domain/texts';
import { profile } from './answers-fixtures';
import { NOW } from './compose-fixtures';
import { blemishes, COUNTRIES, LANGUAGE_LIST, NEEDS_UCS2, placeholdersIn, strangeSigns } from './texts-fixtures';

/** A customer is addressed in the vocative there, which we cannot form from a name: their texts do without it. */
const WITHOUT_NAME: readonly Language[] = ['cs', 'el', 'hr', 'lt', 'lv', 'uk'];
const OCCASIONS = { 'birthday-gift': 'birthdayGift', 'win-back': 'winBack' } as const;
const NAMES = Object.keys(OCCASIONS) as Array<keyof typeof OCCASIONS>;

const REWARDS: readonly Reward[] = [
	{ kind: 'percent', percent: 20 },
	{ kind: 'amount', amount: '10.00', currency: 'EUR' },
	{ kind: 'free_shipping' },
	{ kind: 'gift', product: '1' },
	{ kind: 'points', points: 500 },
];
const code = (reward?: Reward, until?: Date) => ({ code: 'BDAY-7K3M', reward, until });
const END = new Date('2026-12-31T22:59:59Z');

const compose = (
	language: Language,
	occasion: keyof typeof OCCASIONS,
	who: Partial<CampaignSubject>,
	more: Partial<CampaignTextSettings> = {},
) =>
	composeCampaign(
		{ firstName: 'Maria', language, country: COUNTRIES[language]?.[0], toldOptOutAt: undefined, ...who },
		{
			profile: { ...profile, brand: 'Acme Store' },
			texts: [],
			occasion,
			senderKind: 'phone-number',
			optOutInEveryText: false,
			isFreeToEndUser: false,
			smartEncoding: true,
			maxSegments: 9,
			now: NOW,
			...more,
		},
	);

test('no two languages say the same', () => {
	for (const name of ['birthdayGift', 'winBack', 'optOut'] as const) {
		const texts = LANGUAGE_LIST.map((language) => TEXTS[language].campaign[name].replace(/\{\w+\}|[[\], .]/g, ''));
		const doubled = texts.filter((text, at) => texts.indexOf(text) !== at);
		// Portuguese of both kinds
		expect([name, doubled]).toEqual([name, name === 'optOut' ? ['EnvieSTOPparacancelar'] : []]);
	}
});

describe.each(LANGUAGE_LIST)('campaigns in %s', (language) => {
	const texts = TEXTS[language].campaign;
	const expected = placeholdersIn(TEXTS.en.campaign.birthdayGift).filter(
		(name) => !(name === 'first_name' && WITHOUT_NAME.includes(language)),
	);

	test('are in the letters of the language', () => expect(strangeSigns(Object.values(texts), language)).toEqual([]));

	test('say what the English ones say', () => {
		expect([...placeholdersIn(texts.birthdayGift)].sort()).toEqual([...expected].sort());
		expect([...placeholdersIn(texts.winBack)].sort()).toEqual([...expected].sort());
		expect(parseTemplate(texts.birthdayGift).required).toEqual(['code']);
		expect(parseTemplate(texts.winBack).required).toEqual([]);
	});

	test('say how to leave, in a way that we know again', () => {
		expect(texts.optOut.match(/\b[A-Z]{3,}\b/g)).toEqual(['STOP']);
		expect(tellsStop(texts.optOut, 'phone-number')).toBe(true);
		expect(texts.optOut).toMatch(/[.।]$/);
		expect(texts.unsubscribe).toMatch(/^[\p{Lu}\p{Lo}].*: \{unsubscribe_link\}$/u);
		expect(texts.unsubscribe).not.toContain('STOP');
	});

	test.each(NAMES)('%s: is whole, whatever is known', (occasion) => {
		const countries = COUNTRIES[language] ?? [undefined];
		for (const country of countries) {
			for (const firstName of ['Maria', undefined]) {
				for (const until of [END, undefined]) {
					for (const reward of [...REWARDS, undefined]) {
						const { text, missing } = compose(
							language,
							occasion,
							{ firstName, country, code: code(reward, until), toldOptOutAt: NOW },
							{ smartEncoding: false },
						);
						expect(missing).toEqual([]);
						expect(text).toMatch(/[^.!?।][.।]$/);
						expect([text, blemishes(text, language)]).toEqual([text, []]);
						expect(text).toContain('BDAY-7K3M');
						expect(text.includes('Maria')).toBe(firstName !== undefined && !WITHOUT_NAME.includes(language));
					}
				}
			}
		}
		const { text } = compose(language, 'win-back', { toldOptOutAt: NOW }, { smartEncoding: false });
		expect([text, blemishes(text, language)]).toEqual([text, []]);
		expect(text).toMatch(/[^.!?।][.!?।]$/);
	});

	test.each(NAMES)('%s: fits the segments it may take, with the way out', (occasion) => {
		const who = { code: code(REWARDS[0], END) };
		const one = NEEDS_UCS2.includes(language) ? 2 : 1;
		// Britain instead of the United States, which wants to be told of the costs
		const country = language === 'en' ? 'GB' : COUNTRIES[language]?.[0];
		const { text, segments } = compose(language, occasion, { ...who, country });
		expect([text, segments <= one]).toEqual([text, true]);
		const american = compose(language, occasion, { ...who, country: 'US' });
		expect([american.text, american.segments <= one + 1]).toEqual([american.text, true]);
	});
});
