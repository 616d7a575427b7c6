import { forwardClock } from '../support/clock';
import { ANNA, jsonOf, MARIA, NOON, TOM, useCampaignNode } from '../support/campaigns';

const campaign = useCampaignNode();

/** One text sent, one waiting. */
async function begin(): Promise<void> {
	await campaign.consent(MARIA, ANNA);
	forwardClock(NOON + 6 * 3_600_000 - Date.now()); // 18:00 in New York, midnight in Warsaw
	await campaign.operate('sendAnnouncement', [{ phone: MARIA }, { phone: ANNA }]);
}

test('pause holds the texts that wait, resume lets them go, cancel takes them out for good', async () => {
	await begin();
	const change = async (operation: string) => jsonOf(await campaign.operate(operation, [{ campaign: 'Spring sale' }], { campaignName: '={{ $json.campaign }}' }))[0];
	expect(await change('pause')).toMatchObject({ campaign: 'Spring sale', status: 'paused', changed: true, texts: 1, note: expect.stringContaining('held') });
	expect(await change('pause')).toMatchObject({ changed: false, note: 'It was paused before.' });
	forwardClock(NOON + 24 * 3_600_000 - Date.now());
	await campaign.consent(TOM);
	const held = await campaign.operate('sendAnnouncement', [{ phone: MARIA }, { phone: TOM }]);
	expect(jsonOf(held, 1)).toMatchObject([{ phone: '+1********24', reasonCode: 'campaign-paused' }]);
	expect(held.hints.join(' ')).toMatch(/The campaign is paused: 2 texts wait until it is resumed/);
	expect(campaign.texts()).toHaveLength(1);
	await campaign.operate('sendAnnouncement', [{ phone: TOM }], { campaignName: 'Other' });
	expect(campaign.texts()).toHaveLength(2);
	expect(await change('resume')).toMatchObject({ status: 'running', changed: true, texts: 2, note: expect.stringContaining('SMS Outbox Trigger') });
	expect(await change('cancel')).toMatchObject({ status: 'cancelled', texts: 2, note: expect.stringContaining('taken out') });
	const { error } = await campaign.tryTo('sendAnnouncement', [{ phone: MARIA }]);
	expect(error?.message).toBe('The campaign "Spring sale" was cancelled');
	expect(campaign.texts()).toHaveLength(2);
});

test('a campaign that nobody knows leaves by its own output', async () => {
	for (const operation of ['pause', 'resume', 'cancel', 'report']) {
		const run = await campaign.operate(operation, [{}], { campaignName: 'Nothing' });
		expect(jsonOf(run, 0)).toEqual([]);
		expect(jsonOf(run, 1)).toMatchObject([{ campaign: 'Nothing', reasonCode: 'no-campaign' }]);
	}
});

test('the report has the numbers, the cost, a page, and each text where it is wanted', async () => {
	await begin();
	const prices = { priceTable: 'US 0.01\n* 0.05', priceCurrency: 'usd' };
	const run = await campaign.operate('report', [{}], { listTexts: true, reportOptions: prices });
	const [report, ...texts] = jsonOf(run);
	expect(report).toMatchObject({
		campaign: 'Spring sale',
		kind: 'announcement',
		status: 'running',
		sent: 1,
		scheduled: 1,
		skipped: 0,
		failed: 0,
		replies: 0,
		optOuts: 0,
		codesGiven: 0,
		costCurrency: 'USD',
		byCountry: [{ country: 'US', texts: 1 }],
		byVariant: [{ variant: 'A', sent: 1 }],
	});
	expect(report?.cost).toBeCloseTo(Number(report?.segments) * 0.01);
	const page = run.outputs[0]?.[0]?.binary?.report;
	expect(page).toMatchObject({ mimeType: 'text/html', fileName: 'Spring-sale.html' });
	expect(texts).toHaveLength(2);
	expect(texts).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ phone: '+1********23', status: 'accepted', messageId: expect.any(String) as string }),
			expect.objectContaining({ phone: '+48*******00', status: 'scheduled', reasonCode: expect.any(String) as string }),
		]),
	);
});

describe('Preview', () => {
	test('shows each person and the sum, and changes nothing', async () => {
		await campaign.consent(MARIA, ANNA);
		forwardClock(NOON + 6 * 3_600_000 - Date.now());
		const run = await campaign.operate('preview', [{ phone: MARIA }, { phone: ANNA }, { phone: TOM }], {
			options: { priceTable: '* 0.05', priceCurrency: 'EUR' },
		}, { credentials: {} });
		expect(jsonOf(run, 0)).toMatchObject([{ phone: '+1********23', text: expect.stringContaining('spring sale') }]);
		expect(jsonOf(run, 1)).toMatchObject([{ phone: '+48*******00', scheduledFor: '2026-12-02T08:00:00.000Z' }]);
		expect(jsonOf(run, 2)).toMatchObject([{ phone: '+1********24', reasonCode: 'no-consent' }]);
		expect(jsonOf(run, 3)).toMatchObject([
			{ people: 3, send: 1, wait: 1, skip: 1, skipBy: { 'no-consent': 1 }, currency: 'EUR', links: [], warnings: [expect.stringContaining('Outbox')] },
		]);
		expect(campaign.texts()).toEqual([]);
		await campaign.withLedger(async (ledger) => expect(await ledger.listCampaigns('default')).toEqual([]));
	});

	test('of a birthday gift makes no series and gives no code', async () => {
		await campaign.save({ phone: MARIA, firstName: 'Maria', birthday: '12-01', timeZone: 'America/New_York' });
		await campaign.consent(MARIA);
		const run = await campaign.operate('preview', [{}], { previewOf: 'birthday-gift', campaignName: 'Birthday gift', text: '' });
		expect(jsonOf(run, 0)).toMatchObject([{ phone: '+1********23', text: expect.stringContaining('Maria') }]);
		await campaign.withLedger(async (ledger) => expect(await ledger.listSeries('default')).toEqual([]));
	});
});

test('birthday gifts go out with a code of their own, once a year, in a text of ours', async () => {
	await campaign.save({ phone: MARIA, firstName: 'Maria', birthday: '12-01', timeZone: 'America/New_York' });
	await campaign.consent(MARIA);
	const gift = { campaignName: 'Birthday gift', text: '', output: 'each' };
	const run = await campaign.operate('sendBirthdayGift', [{}], gift);
	expect(jsonOf(run)).toMatchObject([{ code: expect.any(String), text: expect.stringContaining('Maria') }]);
	expect(campaign.texts()[0]?.text).toContain(String(jsonOf(run)[0]?.code));
	const again = await campaign.operate('sendBirthdayGift', [{}], gift);
	expect(jsonOf(again, 2)).toMatchObject([{ reasonCode: 'duplicate' }]);
});

test('win-back finds nobody who never ordered', async () => {
	await campaign.save({ phone: MARIA });
	await campaign.consent(MARIA);
	const run = await campaign.operate('winBack', [{}], { campaignName: 'Win back', text: '' });
	expect(jsonOf(run)).toMatchObject([{ people: 0, sent: 0 }]);
});
