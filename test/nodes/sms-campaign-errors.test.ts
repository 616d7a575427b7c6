import { jsonOf, MARIA, TOM, useCampaignNode } from '../support/campaigns';
import { twilioCredential } from '../support/shop-on-sandbox';

const campaign = useCampaignNode();

describe('nothing is planned when something is wrong with the settings', () => {
	test.each<[string, Record<string, unknown>, RegExp]>([
		['no name', { campaignName: ' ' }, /Campaign Name is empty/],
		['no text', { text: '={{ "" }}' }, /Text is empty/],
		['an unknown placeholder', { text: 'Hi {frist_name}' }, /There is no placeholder \{frist_name\}/],
		['a code that nobody gives', { text: 'Code {code}' }, /there is no promo code/],
		['no time', { whenToSend: 'at', sendAt: '={{ "" }}' }, /Day and Time is empty/],
		['hours that end before they begin', { options: { hours: '20:00-09:00' } }, /Hours is "20:00-09:00"/],
		['a redirect to nowhere', { options: { testRedirect: '12' } }, /Test Redirect/],
		['two wordings of one name', { moreWordings: { wordings: [1, 2].map(() => ({ name: 'B', weight: 1, language: '', text: 'x' })) } }, /name of a wording/],
		['a wording that is named as the main one', { moreWordings: { wordings: [{ name: 'A', weight: 1, language: '', text: 'x' }] } }, /name of a wording/],
		['an unknown series', { text: 'Code {code}', personalCode: 'existing', series: 'nothing' }, /There is no series "nothing"/],
		['a sender that is none', { sender: 'this is no sender' }, /no sender/],
		['a picture that no carrier can fetch', { options: { picture: 'sale.jpg' } }, /Picture is "sale\.jpg"/],
		['a picture that is not there', { options: { picture: 'https://127.0.0.1:9/sale.jpg' } }, /The picture could not be fetched from 127\.0\.0\.1:9/],
		['a broken link', { text: 'See http://127.0.0.1:9/sale' }, /127\.0\.0\.1/],
	])('%s', async (_what, parameters, message) => {
		await campaign.consent(MARIA);
		const run = await campaign.tryTo('sendAnnouncement', [{ phone: MARIA }], parameters as never);
		expect(run.error?.message).toMatch(message);
		expect(run.error?.description).toBeTruthy();
		expect(campaign.texts()).toEqual([]);
		await campaign.withLedger(async (ledger) => expect(await ledger.listCampaigns('default')).toEqual([]));
	});
});

test('an item with a mistake is one of its own where the workflow is to go on', async () => {
	await campaign.consent(MARIA, TOM);
	const items = [
		{ phone: MARIA, text: 'Hi {frist_name}' },
		{ phone: TOM, text: 'Hi there' },
	];
	const run = await campaign.operate('sendAnnouncement', items, { text: '={{ $json.text }}' }, { onError: 'continueRegularOutput' });
	expect(jsonOf(run, 0)).toMatchObject([{ phone: '+1********24' }]);
	expect(jsonOf(run, 2)).toMatchObject([{ error: expect.stringContaining('frist_name'), details: { code: 'bad-template' } }]);
	expect(run.outputs[2]?.[0]?.pairedItem).toEqual({ item: 0 });
});

test('a link that is not fit for phones goes out where the operator says why, and is warned of', async () => {
	await campaign.consent(MARIA);
	const options = { linkOverride: 'the page opens tomorrow' };
	const run = await campaign.operate('sendAnnouncement', [{ phone: MARIA }], { text: 'See http://127.0.0.1:9/sale', options });
	expect(campaign.texts()).toHaveLength(1);
	expect(run.hints.join(' ')).toContain('127.0.0.1:9/sale');
	const preview = await campaign.operate('preview', [{ phone: TOM }], { text: 'See http://127.0.0.1:9/sale' });
	expect(jsonOf(preview, 3)).toMatchObject([{ links: [{ link: expect.any(String), problems: [{ severity: 'stops' }, { severity: 'stops' }] }] }]);
});

test('a broken link of the second campaign stops the first too', async () => {
	await campaign.consent(MARIA, TOM);
	const items = [
		{ phone: MARIA, name: 'One', text: 'Our sale' },
		{ phone: TOM, name: 'Two', text: 'See http://127.0.0.1:9/sale' },
	];
	const run = await campaign.tryTo('sendAnnouncement', items, { campaignName: '={{ $json.name }}', text: '={{ $json.text }}' });
	expect(run.error?.message).toContain('127.0.0.1:9');
	expect(campaign.texts()).toEqual([]);
});

describe('a text that fails', () => {
	const items = [{ phone: MARIA }, { phone: TOM }];
	const begin = async () => {
		await campaign.consent(MARIA, TOM);
		campaign.shop.sandbox.setFault({ kind: 'cut', phone: MARIA });
	};

	test('makes the node fail with a way out; the others went out', async () => {
		await begin();
		const { error } = await campaign.tryTo('sendAnnouncement', items);
		expect(error?.description).toMatch(/1 of 2 texts failed; the others went out\. Run the campaign again/);
		expect(campaign.texts().map(({ phone }) => phone)).toContain(TOM);
	});

	test('is an item where the workflow is to go on, and is not sent again: it may have been', async () => {
		await begin();
		const run = await campaign.operate('sendAnnouncement', items, {}, { onError: 'continueRegularOutput' });
		expect(jsonOf(run, 0)).toMatchObject([{ phone: '+1********24' }]);
		expect(jsonOf(run, 2)).toMatchObject([{ details: { code: 'outcome-unknown' } }]);
		const again = await campaign.operate('sendAnnouncement', items);
		expect(jsonOf(again, 2)).toMatchObject([{ reasonCode: 'outcome-unknown' }, { reasonCode: 'duplicate' }]);
	});

	test('counts in the summary, which is an error only where nothing was sent', async () => {
		await begin();
		for (const phone of [MARIA, TOM]) await campaign.save({ phone });
		const run = await campaign.operate('sendAnnouncement', [{}], { audience: 'people' });
		expect(jsonOf(run)).toMatchObject([{ sent: 1, uncertain: 1 }]);
	});

	test('a wrong key: nothing is lost, the texts wait', async () => {
		await campaign.consent(MARIA, TOM);
		const wrong = { commerceSmsTwilioApi: { ...twilioCredential(campaign.shop.sandbox), authToken: 'f'.repeat(32) } };
		const { error } = await campaign.tryTo('sendAnnouncement', items, {}, { credentials: wrong });
		expect(error?.description).toMatch(/Check the account.*the texts wait in the outbox/);
		const again = await campaign.operate('sendAnnouncement', items);
		expect(jsonOf(again, 0).length + jsonOf(again, 1).length).toBe(2);
	});
});
