import { openCampaign } from '../../../lib/flows/campaign/open-campaign';
import { openSeries } from '../../../lib/flows/give-code';
import { rules } from '../codes-shop';
import { ANNA, MARIA, NOON, outcomes, personOf, PROFILE, TOM, useCampaigns } from './campaign-shop';

const held = useCampaigns();

const textOf = (to: string) => held.shop.outbox.taken.find((text) => text.to === to)?.text;

describe('who gets a text', () => {
	test('only who has confirmed their consent; the text names the shop and how to leave', async () => {
		await held.shop.consent(MARIA);
		const ran = await held.shop.run([personOf(MARIA, { firstName: 'Maria' }), TOM, 'no number']);
		expect(outcomes(ran)).toEqual(['planned', 'no-consent', 'no-textable-phone']);
		expect(held.shop.outbox.taken).toHaveLength(1);
		expect(textOf(MARIA)).toMatch(/^Acme: Hi Maria, 20% off until Sunday\n[\s\S]*STOP/);
	});

	test('nobody twice in a run, or by running it again', async () => {
		await held.shop.consent(MARIA, TOM);
		expect(outcomes(await held.shop.run([MARIA, TOM, MARIA]))).toEqual(['planned', 'planned', 'duplicate']);
		expect(outcomes(await held.shop.run([MARIA, TOM]))).toEqual(['there accepted', 'there accepted']);
		expect(held.shop.outbox.taken).toHaveLength(2);
	});

	test('nobody who opts out between planning and sending', async () => {
		await held.shop.consent(MARIA, TOM);
		const { drained } = await held.shop.run([MARIA, TOM], {}, { drains: false });
		expect(drained).toEqual([]);
		await held.shop.outbox.stop(TOM);
		const again = await held.shop.run([MARIA, TOM]);
		expect(outcomes(again)).toEqual(['there scheduled', 'there scheduled']);
		expect(held.shop.outbox.taken.map(({ to }) => to)).toEqual([MARIA]);
		expect(again.drained.find(({ text }) => text.to === TOM)).toMatchObject({ outcome: 'skipped', rule: 'opted-out' });
	});

	test('a run that was stopped while it planned goes on where it ended, and nobody was texted before all were planned', async () => {
		const people = Array.from({ length: 1_200 }, (_, index) => `+1212555${String(1000 + index)}`);
		await held.shop.consent(...people);
		let pages = 0;
		await held.shop.run(people, {}, { onPage: () => void pages++, isStopped: () => pages === 2 });
		expect(held.shop.outbox.taken).toEqual([]);
		const again = await held.shop.run(people);
		expect(outcomes(again).filter((outcome) => outcome === 'there scheduled')).toHaveLength(1_000);
		expect(new Set(held.shop.outbox.taken.map(({ to }) => to)).size).toBe(1_200);
		expect(held.shop.outbox.taken).toHaveLength(1_200);
	});

	test('a campaign of another kind, and one that was cancelled, send nothing', async () => {
		await held.shop.consent(MARIA);
		await held.shop.run([MARIA], {}, { name: 'Gifts', drains: false });
		await expect(held.shop.run([TOM], { kind: 'birthday-gift' }, { name: 'Gifts' })).rejects.toMatchObject({ code: 'bad-setting' });
		await held.shop.outbox.ledger.setCampaignStatus(PROFILE.key, 'Gifts', 'cancelled', NOON);
		await expect(held.shop.run([MARIA], {}, { name: 'Gifts' })).rejects.toMatchObject({ message: expect.stringContaining('cancelled') });
		expect(held.shop.outbox.taken).toEqual([]);
	});

	test('one that is paused holds its texts; resumed it sends them', async () => {
		await held.shop.consent(MARIA);
		const { ledger } = held.shop.outbox;
		await openCampaign({ shop: PROFILE.key, name: 'Spring sale', kind: 'announcement' }, held.shop.deps());
		await ledger.setCampaignStatus(PROFILE.key, 'Spring sale', 'paused', NOON);
		expect(outcomes(await held.shop.run([MARIA]))).toEqual(['planned']);
		expect(held.shop.outbox.taken).toEqual([]);
		await ledger.setCampaignStatus(PROFILE.key, 'Spring sale', 'running', NOON);
		await held.shop.run([MARIA]);
		expect(held.shop.outbox.taken).toHaveLength(1);
	});

	test('a second campaign on the same day is one too many', async () => {
		await held.shop.consent(MARIA);
		await held.shop.run([MARIA]);
		expect(outcomes(await held.shop.run([MARIA], {}, { name: 'Another' }))).toEqual(['daily-cap']);
	});
});

describe('when', () => {
	test('at night it waits until the hours begin, and says why; then it goes', async () => {
		await held.shop.consent(MARIA);
		held.shop.outbox.now = Date.parse('2026-12-02T04:00:00Z'); // 23:00 in New York
		const { planned } = await held.shop.run([MARIA]);
		expect(planned[0]).toMatchObject({
			outcome: 'planned',
			dueAt: new Date('2026-12-02T14:00:00Z'),
			waits: { rule: expect.stringMatching(/hours/), reason: expect.any(String) },
		});
		expect(held.shop.outbox.taken).toEqual([]);
		held.shop.outbox.now = Date.parse('2026-12-02T14:00:00Z');
		expect(await held.shop.outbox.drain()).toMatchObject([{ outcome: 'sent' }]);
	});

	test('at 18:00 on everybody’s own clock', async () => {
		await held.shop.consent(MARIA, ANNA);
		const wall = Date.parse('2026-12-01T18:00:00Z');
		const { planned } = await held.shop.run([MARIA, ANNA], { sendTime: { kind: 'own-clock', wall } });
		expect(planned).toMatchObject([
			{ dueAt: new Date('2026-12-01T23:00:00Z'), waits: { rule: 'chosen-time' } },
			{ dueAt: NOON }, // 18:00 in Warsaw is now
		]);
	});

	test('at their best hour, which is explained', async () => {
		await held.shop.consent(MARIA);
		const sendTime = { kind: 'best-hour', withinHours: 24, fallbackHour: 15 } as const;
		const { planned } = await held.shop.run([MARIA], { sendTime });
		expect(planned[0]).toMatchObject({
			dueAt: new Date('2026-12-01T20:00:00Z'),
			waits: { rule: 'best-hour' },
			bestHour: { hour: 15, from: 'fallback', reason: expect.any(String) },
		});
	});

	test('not at all when the sale is over by then', async () => {
		await held.shop.consent(MARIA);
		held.shop.outbox.now = Date.parse('2026-12-02T04:00:00Z');
		const notAfter = new Date('2026-12-02T12:00:00Z');
		expect(outcomes(await held.shop.run([MARIA], { notAfter }))).toEqual(['too-late']);
	});
});

describe('what it says and who it comes from', () => {
	test('a name as sender has a link to leave by, the same in each campaign', async () => {
		await held.shop.consent(ANNA);
		await held.shop.run([ANNA], { sender: 'ACME' });
		expect(textOf(ANNA)).toMatch(/https:\/\/acme\.example\/stop\?token0001$/);
		expect(await held.shop.outbox.ledger.findUnsubscribe('token0001')).toEqual({ shop: PROFILE.key, phone: ANNA });
		held.shop.outbox.pass(3 * 24 * 60);
		await held.shop.run([ANNA], { sender: 'ACME', wordings: [{ name: 'A', weight: 1, texts: [{ text: 'Stop: {unsubscribe_link}' }] }] }, { name: 'Next' });
		expect(held.shop.outbox.taken.at(-1)?.text).toMatch(/stop\?token0001/);
	});

	test('where a name has no page to leave by, nothing is planned', async () => {
		await held.shop.consent(ANNA);
		const deps = { ...held.shop.deps(), unsubscribePage: undefined };
		await expect(held.shop.run([ANNA], { sender: 'ACME' }, {}, deps)).rejects.toMatchObject({ code: 'missing-setting' });
		expect(held.shop.outbox.taken).toEqual([]);
	});

	test('each country has its sender', async () => {
		await held.shop.consent(MARIA, ANNA);
		const { drained } = await held.shop.run([MARIA, ANNA], { senders: [{ countries: ['PL'], sender: 'ACME' }] });
		expect(Object.fromEntries(drained.map(({ text }) => [text.to, text.sender]))).toEqual({ [MARIA]: '+14155550100', [ANNA]: 'ACME' });
	});

	test('of two wordings everybody gets one, always the same, and the report tells which', async () => {
		const people = Array.from({ length: 60 }, (_, index) => `+1212555${String(2000 + index)}`);
		await held.shop.consent(...people);
		const wordings = [
			{ name: 'A', weight: 1, texts: [{ text: 'First wording' }] },
			{ name: 'B', weight: 1, texts: [{ text: 'Second wording' }] },
		];
		const { drained } = await held.shop.run(people, { wordings });
		for (const { text } of drained) expect(text.text).toContain(text.variant === 'A' ? 'First' : 'Second');
		const report = await held.shop.outbox.ledger.campaignReport(PROFILE.key, 'Spring sale', 3);
		const texts = Object.fromEntries((report?.counts ?? []).map(({ variant, texts: count }) => [variant, count]));
		expect(texts.A).toBeGreaterThan(10);
		expect(texts.B).toBeGreaterThan(10);
		expect(Number(texts.A) + Number(texts.B)).toBe(60);
	});

	test('a text that is too long for somebody is theirs alone', async () => {
		await held.shop.consent(MARIA, TOM);
		const ran = await held.shop.run([personOf(MARIA, { firstName: 'M'.repeat(200) }), TOM], { maxSegments: 1 });
		expect(outcomes(ran)).toEqual(['too-long', 'planned']);
	});
});

describe('codes', () => {
	const seriesOf = () => openSeries(rules({ name: 'spring' }), held.shop.deps());
	const wordings = [{ name: 'A', weight: 1, texts: [{ text: 'Your code: {code}' }] }];

	test('one for each who gets a text, and the same when it is run again', async () => {
		await held.shop.consent(MARIA);
		const series = await seriesOf();
		await held.shop.run([MARIA, TOM], { series, wordings }, { drains: false });
		await held.shop.run([MARIA, TOM], { series, wordings });
		const [stats] = await held.shop.outbox.ledger.seriesStats(PROFILE.key, 'spring');
		expect(stats).toMatchObject({ given: 1 });
		const [, code = ''] = /Your code: (\S+)/.exec(textOf(MARIA) ?? '') ?? [];
		expect(await held.shop.outbox.ledger.findCode(PROFILE.key, code)).toMatchObject({ phone: MARIA });
		const report = await held.shop.outbox.ledger.campaignReport(PROFILE.key, 'Spring sale', 3);
		expect(report).toMatchObject({ codesGiven: 1, codesRedeemed: 0 });
	});

	test('a crash between the code and the plan loses none: the next run finds the same', async () => {
		await held.shop.consent(MARIA);
		const series = await seriesOf();
		const { ledger } = held.shop.outbox;
		const dying = { ...ledger, planTexts: () => Promise.reject(new Error('killed')) };
		const deps = { ...held.shop.deps(), ledger: dying } as ReturnType<typeof held.shop.deps>;
		await expect(held.shop.run([MARIA], { series, wordings }, {}, deps)).rejects.toThrow('killed');
		await held.shop.run([MARIA], { series, wordings });
		expect((await ledger.seriesStats(PROFILE.key, 'spring'))[0]).toMatchObject({ given: 1 });
		expect(held.shop.outbox.taken).toHaveLength(1);
	});

	test('a series that has none left leaves them out', async () => {
		await held.shop.consent(MARIA, TOM);
		const deps = held.shop.deps();
		const wish = { shop: PROFILE.key, name: 'pool', kind: 'pool', offer: rules().offer, pattern: '{}', newId: 'pool' } as const;
		const { series } = await deps.ledger.defineSeries(wish, NOON);
		await deps.ledger.addCodes(PROFILE.key, series.id, ['GIFT1'], NOON);
		const ran = await held.shop.run([MARIA, TOM], { series: { series, exclusions: [] }, wordings });
		expect(outcomes(ran).sort()).toEqual(['none-left', 'planned']);
	});
});
