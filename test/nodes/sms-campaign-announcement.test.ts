import { shopifyOrder } from '../fixtures/shopify-order';
import { forwardClock } from '../support/clock';
import { ANNA, jsonOf, MARIA, NOON, TOM, useCampaignNode } from '../support/campaigns';

const campaign = useCampaignNode();

describe('with everything at its default', () => {
	test('each item is a person, and who has agreed to offers gets the text', async () => {
		await campaign.consent(MARIA);
		const run = await campaign.operate('sendAnnouncement', [
			{ phone: MARIA, first_name: 'Maria', language: 'en' },
			{ phone: TOM },
			{ colour: 'red' },
		]);
		const text = expect.stringMatching(/^Acme: Our spring sale is on\n[^]*STOP/) as string;
		expect(campaign.texts()).toEqual([{ phone: MARIA, text }]);
		expect(jsonOf(run, 0)).toEqual([
			{
				campaign: 'Spring sale',
				phone: '+1********23',
				firstName: 'Maria',
				text,
				language: 'en',
				encoding: 'GSM-7',
				segments: expect.any(Number) as number,
				variant: null,
				sender: '+14155550100',
				carrier: 'twilio',
				messageId: expect.stringMatching(/^SM/) as string,
				status: 'queued',
			},
		]);
		expect(jsonOf(run, 1)).toEqual([]);
		expect(jsonOf(run, 2)).toMatchObject([
			{ reasonCode: 'no-consent', reason: expect.any(String), phone: '+1********24', status: 'skipped' },
			{ reasonCode: 'no-textable-phone', phone: null },
		]);
		expect(run.outputs.flat().map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	test('customers and orders of a shop are people too', async () => {
		const { phone = '' } = (shopifyOrder(1).shipping_address ?? {}) as { phone?: string };
		const orderPhone = phone || '+12125550101';
		await campaign.consent(orderPhone, MARIA);
		await campaign.operate('sendAnnouncement', [
			shopifyOrder(1),
			{ id: 7, email: 'm@example.com', orders_count: 2, phone: null, default_address: { phone: MARIA, country_code: 'US' } },
		]);
		expect(campaign.texts().map((text) => text.phone).sort()).toEqual([orderPhone, MARIA].sort());
	});

	test('running it again, or with more items, texts nobody twice', async () => {
		await campaign.consent(MARIA, TOM);
		await campaign.operate('sendAnnouncement', [{ phone: MARIA }]);
		const again = await campaign.operate('sendAnnouncement', [{ phone: MARIA }, { phone: TOM }]);
		expect(campaign.texts()).toHaveLength(2);
		expect(jsonOf(again, 0)).toMatchObject([{ phone: '+1********24' }]);
		expect(jsonOf(again, 2)).toMatchObject([{ reasonCode: 'duplicate', phone: '+1********23' }]);
	});

	test('at night it waits for the morning, says why, and that nothing will send it', async () => {
		await campaign.consent(MARIA);
		forwardClock(NOON + 11 * 3_600_000 - Date.now()); // 23:00 in New York
		const run = await campaign.operate('sendAnnouncement', [{ phone: MARIA }]);
		expect(campaign.texts()).toEqual([]);
		expect(jsonOf(run, 1)).toMatchObject([
			{
				status: 'scheduled',
				scheduledFor: '2026-12-02T14:00:00.000Z',
				reasonCode: expect.stringMatching(/hours/),
				reason: expect.any(String),
				warning: expect.stringContaining('SMS Outbox Trigger'),
				text: expect.stringContaining('spring sale'),
			},
		]);
		expect(run.hints.join(' ')).toMatch(/1 text waits, and no SMS Outbox Trigger is active/);
		await campaign.withLedger((ledger) =>
			ledger.openEndpoint({ shop: 'default', kind: 'outbox', carrier: 'twilio', url: 'poll' }, new Date()),
		);
		const watched = await campaign.operate('sendAnnouncement', [{ phone: MARIA }]);
		expect(jsonOf(watched, 1)).toMatchObject([{ reasonCode: 'already-scheduled' }]);
		expect(jsonOf(watched, 1)[0]).not.toHaveProperty('warning');
		expect(watched.hints.join(' ')).not.toMatch(/Outbox Trigger/);
	});
});

test('people of the ledger: one item with the numbers, or one for each', async () => {
	for (const phone of [MARIA, TOM, ANNA]) await campaign.save({ phone, tags: phone === ANNA ? ['vip'] : [] });
	await campaign.consent(MARIA, ANNA);
	const people = { audience: 'people' };
	const summary = await campaign.operate('sendAnnouncement', [{}], people);
	expect(jsonOf(summary)).toMatchObject([
		{ campaign: 'Spring sale', status: 'running', people: 2, sent: 2, scheduled: 0, skipped: 0, failed: 0, earlier: {} },
	]);
	const each = await campaign.operate('sendAnnouncement', [{}], {
		...people,
		campaignName: 'For the best',
		whichPeople: { tags: 'vip' },
		output: 'each',
		options: { perDay: 5, per24Hours: 5, gapHours: 0 },
	});
	expect(jsonOf(each)).toMatchObject([{ phone: '+48*******00' }]);
	expect(campaign.texts()).toHaveLength(3);
});

test('texts of their language, one of several wordings, and a code of their own', async () => {
	await campaign.consent(MARIA, ANNA);
	const run = await campaign.operate('sendAnnouncement', [{ phone: MARIA }, { phone: ANNA, language: 'pl' }], {
		text: '{code_value} off: {code}',
		otherLanguages: { texts: [{ language: 'pl', text: 'Rabat {code_value}: {code}' }] },
		moreWordings: { wordings: [{ name: 'B', weight: 1, language: '', text: 'Only for you, {code_value} off: {code}' }] },
		personalCode: 'new',
		series: 'spring',
		percent: 20,
	});
	const items = jsonOf(run);
	expect(items).toHaveLength(2);
	for (const { text, code, variant } of items) {
		expect(text).toContain(String(code));
		expect(text).toContain('20%');
		expect(['A', 'B']).toContain(variant);
	}
	expect(new Set(items.map(({ code }) => code)).size).toBe(2);
	expect(run.hints.join(' ')).toMatch(/2 of the codes that were given are in no shop/);
	await campaign.consent(TOM);
	const known = { campaignName: 'Next', text: 'Code {code}', personalCode: 'existing', series: 'spring' };
	const [next] = jsonOf(await campaign.operate('sendAnnouncement', [{ phone: TOM }], known));
	await campaign.withLedger(async (ledger) => {
		expect(await ledger.findCode('default', String(next?.code))).toMatchObject({ series: { name: 'spring' }, phone: TOM });
	});
});

test('“outbox only” plans, and sends nothing here', async () => {
	await campaign.consent(MARIA);
	const run = await campaign.operate('sendAnnouncement', [{ phone: MARIA }], { sendHow: 'outbox' });
	expect(campaign.texts()).toEqual([]);
	expect(jsonOf(run, 1)).toMatchObject([{ status: 'scheduled', reasonCode: 'next-in-turn', warning: expect.any(String) }]);
});

test('a test goes to one’s own phone; the campaign has not begun', async () => {
	await campaign.consent(MARIA);
	const run = await campaign.operate('sendAnnouncement', [{ phone: MARIA }, { phone: 'x' }], { options: { testRedirect: ANNA } });
	expect(campaign.texts()).toMatchObject([{ phone: ANNA }]);
	expect(jsonOf(run, 0)).toMatchObject([{ phone: '+48*******00', testRedirect: { insteadOf: '+1********23' } }]);
	expect(jsonOf(run, 2)).toMatchObject([{ reasonCode: 'no-textable-phone' }]);
	await campaign.operate('sendAnnouncement', [{ phone: MARIA }]);
	expect(campaign.texts()).toHaveLength(2);
});

test('each country has its sender; a name needs a page to leave by', async () => {
	await campaign.consent(MARIA, ANNA);
	const senders = { sendersByCountry: { senders: [{ countries: 'PL', sender: 'ACME' }] } };
	const items = [{ phone: MARIA }, { phone: ANNA }];
	const { error } = await campaign.tryTo('sendAnnouncement', items, { options: senders });
	expect(error?.message).toMatch(/cannot be replied to/);
	expect(campaign.texts()).toEqual([]);
	await campaign.withLedger((ledger) =>
		ledger.openEndpoint({ shop: 'default', kind: 'unsubscribe', carrier: '', url: 'https://acme.example/stop' }, new Date()),
	);
	const run = await campaign.operate('sendAnnouncement', items, { options: senders });
	const byPhone = new Map(jsonOf(run).map((item) => [item.phone, item]));
	expect(byPhone.get('+1********23')).toMatchObject({ sender: '+14155550100' });
	expect(byPhone.get('+48*******00')).toMatchObject({
		sender: 'ACME',
		text: expect.stringMatching(/https:\/\/acme\.example\/stop\?[A-Za-z0-9]{8}(?!\w)/),
	});
});
