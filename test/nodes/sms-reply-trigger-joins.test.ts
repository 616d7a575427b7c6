// Signing up by a word, and the answers to a request, through the trigger.
import { type INodeParameters } from 'n8n-workflow';
import { MARIA, SIGNING_CARRIER_IDS } from '../support/signed-webhooks';
import { useTriggersOnSandbox } from '../support/trigger-on-sandbox';

const shop = useTriggersOnSandbox();
const OPT_IN = 3;
const joinWords = {
	rules: [
		{ words: 'JOIN, vip club', purpose: 'marketing', language: '' },
		{ words: 'opinia', purpose: 'survey', language: 'pl' },
		{ words: 'STOP', purpose: 'marketing', language: '' },
	],
};
const texts = () => shop.sandbox.messages(MARIA).map(({ text }) => text);

describe.each(SIGNING_CARRIER_IDS)('through %s', (id) => {
	const host = (parameters: INodeParameters = {}) =>
		shop.host('smsReplyTrigger', id, { parameters: { joinWords, ...parameters } });

	test('a word asks, YES confirms, and the same word again changes nothing', async () => {
		const trigger = await host();
		await trigger.hear({ id: 'SM1', text: 'Vip Club!' });
		await trigger.hear({ id: 'SM2', text: 'yes' });
		await trigger.hear({ id: 'SM3', text: 'JOIN' });
		expect(texts()).toEqual([
			expect.stringMatching(/^Acme: Reply YES to get our offers.*4 a month.*rates may apply.*STOP/) as string,
			expect.stringMatching(/^Acme: .*4 a month.*rates may apply.*HELP.*STOP/) as string,
		]);
		expect(trigger.itemsAt(OPT_IN)).toMatchObject([
			{
				kind: 'opt-in',
				consent: { purpose: 'marketing', status: 'pending' },
				automaticAnswer: { answer: 'optInRequest', status: 'queued', text: texts()[0] },
			},
			{
				kind: 'opt-in',
				consent: { purpose: 'marketing', status: 'confirmed' },
				automaticAnswer: { answer: 'optInConfirmed', text: texts()[1] },
			},
			{
				consent: {
					purpose: 'marketing',
					status: 'skipped',
					reasonCode: 'already-consented',
					reason: expect.stringMatching(/^They have consented since /) as string,
				},
				automaticAnswer: null,
			},
		]);
		expect(shop.rows('consents')).toMatchObject([{ phone: MARIA, purpose: 'marketing', status: 'confirmed' }]);
	});

	test('a word asks in its language, for its purpose, with the settings of the trigger', async () => {
		const options = { textsAMonth: 1, freeToEndUser: true, expiresAfterHours: 2 };
		const trigger = await host({ options });
		await trigger.hear({ id: 'SM1', text: 'Opinia' });
		expect(texts()[0]).toMatch(/^Acme: .*TAK.*do 1\b/);
		expect(texts()[0]).not.toContain('rates');
		expect(trigger.itemsAt(OPT_IN)).toMatchObject([{ consent: { purpose: 'survey', status: 'pending' } }]);
		const [request] = shop.rows('opt_in_requests');
		expect(Number(request?.expires_at) - Number(request?.asked_at)).toBe(2 * 3_600_000);
	});

	test('an own text asks in place of the built-in one', async () => {
		const own = { name: 'request', language: '', text: '{brand} club: text YES. {frequency} STOP ends it.' };
		const trigger = await host({ options: { ownTexts: { texts: [own] } } });
		await trigger.hear({ id: 'SM1', text: 'join' });
		expect(texts()[0]).toMatch(/^Acme club: text YES\./);
	});

	test('an own text that lacks something keeps the workflow from being published; published before, the built-in one is sent', async () => {
		const own = { name: 'request', language: '', text: '{brand} club: text YES.' };
		const trigger = await host({ options: { ownTexts: { texts: [own] } } });
		await expect(trigger.create()).rejects.toMatchObject({ message: expect.stringContaining('STOP') as string });
		await trigger.hear({ id: 'SM1', text: 'join' });
		expect(texts()[0]).toMatch(/^Acme: Reply YES/);
	});

	test('a shop without a name cannot ask, which is said when the workflow is published', async () => {
		const trigger = await shop.host('smsReplyTrigger', id, { parameters: { joinWords }, shop: { brand: '' } });
		await expect(trigger.create()).rejects.toMatchObject({
			message: expect.stringContaining('Brand is empty') as string,
		});
	});

	test('NO declines, and STOP is STOP whatever the words are', async () => {
		const trigger = await host();
		await trigger.hear({ id: 'SM1', text: 'JOIN' });
		await trigger.hear({ id: 'SM2', text: 'no' });
		expect(trigger.itemsAt(0)).toMatchObject([{ consent: { purpose: 'marketing', status: 'declined' } }]);
		await trigger.hear({ id: 'SM3', text: 'STOP' });
		expect(trigger.itemsAt(4)).toMatchObject([{ kind: 'opt-out' }]);
		expect(trigger.itemsAt(4)[0]).not.toHaveProperty('consent');
	});

	test('without such words, they mean nothing', async () => {
		const trigger = await host({ joinWords: {} });
		await trigger.hear({ id: 'SM1', text: 'VIP' });
		expect(trigger.itemsAt(0)).toMatchObject([{ kind: 'other' }]);
		expect(shop.rows('opt_in_requests')).toEqual([]);
	});
});

test('a request of SMS Opt-In is answered by its code, in reply', async () => {
	const trigger = await shop.host('smsReplyTrigger', 'twilio');
	const { error } = await shop.optIn({ parameters: { proof: 'both' }, items: [{ phone: MARIA }] });
	expect(error).toBeUndefined();
	const code = /\d{6}/.exec(texts()[0] as string)?.[0] as string;
	await trigger.hear({ id: 'SM1', text: code });
	expect(trigger.itemsAt(OPT_IN)).toMatchObject([{ consent: { status: 'confirmed' } }]);
	const again = await shop.optIn({ items: [{ phone: MARIA }] });
	expect(again.outputs[1]).toHaveLength(1);
});
