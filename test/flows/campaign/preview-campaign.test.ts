import { type PreviewedPerson, previewer } from '../../../lib/flows/campaign/preview-campaign';
import { MOST_TESTS, tester } from '../../../lib/flows/campaign/send-test';
import { foreseenSeries } from '../../../lib/flows/campaign/series';
import { type CampaignSettings } from '../../../lib/flows/campaign/settings';
import { costs, countPreviewed, newPreviewTally } from '../../../lib/flows/campaign/tally';
import { rules } from '../codes-shop';
import { ANNA, MARIA, personOf, PROFILE, settingsOf, TOM, useCampaigns } from './campaign-shop';

const held = useCampaigns();
const CAMPAIGN = { shop: PROFILE.key, name: 'Spring sale' };

/** Everything that may be read; whatever else is called fails the test. */
function readOnly() {
	const deps = held.shop.deps();
	const { promotionFacts, activityOf, searchPeople, plannedTexts, findSeries } = deps.ledger;
	return { ...deps, ledger: { promotionFacts, activityOf, searchPeople, plannedTexts, findSeries } as typeof deps.ledger };
}

const candidates = (phones: readonly string[], settings: Partial<CampaignSettings> = {}) =>
	phones.map((phone) => ({ person: personOf(phone), settings: settingsOf(settings) }));

const outcomes = (previewed: readonly PreviewedPerson[]) =>
	previewed.map((one) => (one.outcome === 'left-out' ? one.rule : one.outcome === 'would-send' ? (one.waits?.rule ?? 'send') : one.status));

describe('preview', () => {
	test('tells what would become of each and writes nothing', async () => {
		await held.shop.consent(MARIA, ANNA);
		held.shop.outbox.now = Date.parse('2026-12-02T04:00:00Z'); // 23:00 in New York, 05:00 in Warsaw
		const previewed = await previewer(CAMPAIGN, readOnly())(candidates([MARIA, TOM, ANNA, MARIA, 'x']));
		expect(outcomes(previewed)).toEqual(['quiet-hours', 'no-consent', expect.stringMatching(/hours/), 'duplicate', 'no-textable-phone']);
		expect(held.shop.outbox.taken).toEqual([]);
		expect(await held.shop.outbox.ledger.listCampaigns(PROFILE.key)).toEqual([]);
	});

	test('gives no code, but counts its characters, and makes no series', async () => {
		await held.shop.consent(MARIA);
		const series = await foreseenSeries(rules({ name: 'spring' }), { ...readOnly(), shop: PROFILE.key });
		const wordings = [{ name: 'A', weight: 1, texts: [{ text: 'Your code: {code}!' }] }];
		const [one] = await previewer(CAMPAIGN, readOnly())(candidates([MARIA], { series, wordings }));
		expect(one).toMatchObject({ outcome: 'would-send', text: { text: expect.stringMatching(/Your code: \S{10}!/) } });
		expect(await held.shop.outbox.ledger.listSeries(PROFILE.key)).toEqual([]);
	});

	test('splits as the campaign will, and knows who has it already', async () => {
		const people = Array.from({ length: 20 }, (_, index) => `+1212555${String(3000 + index)}`);
		await held.shop.consent(...people);
		const wordings = ['A', 'B'].map((name) => ({ name, weight: 1, texts: [{ text: `Wording ${name}` }] }));
		const previewed = await previewer(CAMPAIGN, readOnly())(candidates(people, { wordings }));
		const foreseen = previewed.map((one) => (one.outcome === 'would-send' ? one.text.variant : undefined));
		const { planned } = await held.shop.run(people, { wordings });
		expect(planned.map((one) => (one.outcome === 'planned' ? one.text.variant : undefined))).toEqual(foreseen);
		const [campaign] = await held.shop.outbox.ledger.listCampaigns(PROFILE.key);
		const again = await previewer({ ...CAMPAIGN, id: campaign?.id }, readOnly())(candidates(people.slice(0, 2), { wordings }));
		expect(outcomes(again)).toEqual(['accepted', 'accepted']);
	});

	test('adds up by rule and country, with what it costs', async () => {
		await held.shop.consent(MARIA, TOM, ANNA);
		const tally = newPreviewTally();
		const long = [{ name: 'A', weight: 1, texts: [{ text: 'x'.repeat(170) }] }];
		const previewed = await previewer(CAMPAIGN, readOnly())(candidates([MARIA, TOM, ANNA, '+12125550199'], { wordings: long }));
		for (const one of previewed) countPreviewed(tally, one);
		expect(tally).toMatchObject({ people: 4, send: 3, skip: { 'no-consent': 1 }, segments: 6 });
		const prices = { currency: 'EUR', perSegment: { US: 0.0079 } };
		expect(costs(tally.byCountry, prices)).toEqual({
			byCountry: [
				{ country: 'US', texts: 2, segments: 4, cost: 0.0316 },
				{ country: 'PL', texts: 1, segments: 2, cost: undefined },
			],
			total: 0.0316,
			unpriced: ['PL'],
		});
	});
});

test('a test goes to one’s own phone, five times at most, and leaves nobody’s text sent', async () => {
	const people = Array.from({ length: 8 }, (_, index) => `+1212555${String(3000 + index)}`);
	const test = tester(CAMPAIGN, ANNA, held.shop.deps());
	const tested = await test(candidates(people));
	expect(tested.filter(({ outcome }) => outcome === 'tested')).toHaveLength(MOST_TESTS);
	expect(tested.at(-1)).toMatchObject({ outcome: 'left-out', rule: 'test-redirect' });
	expect(new Set(held.shop.outbox.taken.map(({ to }) => to))).toEqual(new Set([ANNA]));
	expect(await held.shop.outbox.ledger.listCampaigns(PROFILE.key)).toEqual([]);
	const [facts] = await held.shop.outbox.ledger.promotionFacts(PROFILE.key, [ANNA], new Date(held.shop.outbox.now));
	expect(facts?.offersAt).toEqual([]);
});
