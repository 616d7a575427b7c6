// What customers are answered at once, and that no answer keeps a text from its workflow.
import { type INodeParameters } from 'n8n-workflow';
import { shopifyOrder } from '../fixtures/shopify-order';
import { MARIA, SIGNING_CARRIER_IDS } from '../support/signed-webhooks';
import { type Trigger, until, useTriggersOnSandbox } from '../support/trigger-on-sandbox';

const shop = useTriggersOnSandbox();
const ALL = ['acknowledgement', 'help', 'optIn', 'optOut', 'orderQuestion'];

/** What was sent to the customer by itself. */
const answers = () =>
	shop.sandbox
		.messages()
		.filter(({ direction }) => direction === 'outbound')
		.map(({ text }) => text);

const ANSWERED: ReadonlyArray<[switchedOn: string, text: string, name: string, words: RegExp]> = [
	['optOut', 'STOP', 'optedOut', /Acme.*START/],
	['optOut', 'STOP 1002', 'orderStopped', /1002/],
	['help', 'HELP', 'help', /Acme.*\+1 415 555 0190.*STOP/],
	['optIn', 'START', 'started', /Acme/],
	['orderQuestion', 'Where is my order?', 'orderStatus', /1002/],
	['acknowledgement', 'Is the blue one in stock?', 'acknowledgement', /Acme/],
];

describe.each(SIGNING_CARRIER_IDS)('through %s', (id) => {
	const host = (parameters: INodeParameters = {}, more = {}) =>
		shop.host('smsReplyTrigger', id, { parameters, ...more });
	const answerOf = (trigger: Trigger) => trigger.executions.at(-1)?.flat()[0]?.json.automaticAnswer;

	describe.each(ANSWERED)('with only %s, "%s"', (switchedOn, text, name, words) => {
		beforeEach(async () => {
			await shop.run({ items: [shopifyOrder(1, { phone: MARIA })] });
			shop.sandbox.reset();
		});

		test(`gets the answer ${name}`, async () => {
			const trigger = await host({ automaticAnswers: [switchedOn] });
			await trigger.hear({ id: 'SM1', text });
			expect(answers()).toEqual([expect.stringMatching(words)]);
			const [message] = shop.sandbox.messages();
			expect(message).toMatchObject({ phone: MARIA, sender: trigger.carrier.number });
			expect(answerOf(trigger)).toEqual({
				answer: name,
				text: answers()[0],
				language: 'en',
				segments: 1,
				status: expect.stringMatching(/^(queued|sent)$/) as string,
				messageId: message?.id,
			});
		});

		test('gets none when all others are on', async () => {
			const trigger = await host({ automaticAnswers: ALL.filter((other) => other !== switchedOn) });
			await trigger.hear({ id: 'SM1', text });
			expect(answers()).toEqual([]);
			expect(answerOf(trigger)).toBeNull();
		});

		test('gets the operator’s own', async () => {
			const own = { answers: [{ answer: name, text: '{brand} says so, {support_phone}' }] };
			const trigger = await host({ automaticAnswers: [switchedOn], ownAnswers: own });
			await trigger.hear({ id: 'SM1', text });
			expect(answers()).toEqual(['Acme says so, +1 415 555 0190']);
		});
	});

	test.each(['refuse', 'server-error', 'cut'] as const)(
		'an answer that may be lost (%s) is told in the item, and not sent again',
		async (kind) => {
			shop.sandbox.setFault({ kind, count: 1 });
			const trigger = await host();
			await trigger.hear({ id: 'SM1', text: 'HELP' });
			const [item] = trigger.itemsAt(5);
			expect(item?.automaticAnswer).toMatchObject({ answer: 'help', status: 'failed', code: 'outcome-unknown' });
			expect(JSON.stringify(item?.automaticAnswer)).not.toContain(MARIA.slice(2));
			expect(answers()).toHaveLength(kind === 'cut' ? 1 : 0);
			expect(shop.rows('sends')).toMatchObject([{ status: 'unknown' }]);
		},
	);

	test('an answer that came too fast for the carrier is sent a little later', async () => {
		shop.sandbox.setFault({ kind: 'throttle', count: 1 });
		const trigger = await host();
		expect(await trigger.hear({ id: 'SM1', text: 'HELP' })).toMatchObject({ status: 200 });
		expect(trigger.itemsAt(5)).toHaveLength(1);
		await until(() => shop.rows('sends').some(({ status }) => status === 'accepted'));
		expect(answers()).toHaveLength(1);
	});

	test('an answer with wrong credentials is told in the item, and STOP counts all the same', async () => {
		const account =
			id === 'twilio'
				? { authType: 'apiKey', apiKeySid: `SK${'0'.repeat(32)}`, apiKeySecret: 'wrong' }
				: { apiKey: 'KEY-wrong' };
		const trigger = await host({}, { account });
		expect(await trigger.hear({ id: 'SM1', text: 'STOP' })).toMatchObject({ status: 200 });
		expect(trigger.itemsAt(4)).toMatchObject([
			{ automaticAnswer: { answer: 'optedOut', status: 'failed', code: 'bad-config' } },
		]);
		expect(shop.rows('opt_outs')).toMatchObject([{ phone: MARIA }]);
	});

	test('a carrier that is slow does not hold up the webhook; the answer goes on behind', async () => {
		shop.sandbox.setLatency(2_500);
		const trigger = await host();
		const begin = Date.now();
		await trigger.hear({ id: 'SM1', text: 'HELP' });
		expect(Date.now() - begin).toBeLessThan(2_000);
		expect(trigger.itemsAt(5)).toMatchObject([{ automaticAnswer: { answer: 'help', status: 'pending' } }]);
		shop.sandbox.setLatency(0);
		await until(() => shop.rows('sends').some(({ status }) => status === 'accepted'));
		expect(answers()).toHaveLength(1);
	});

	test('a STOP that the carrier acts on is left to it, whether it says so or not', async () => {
		shop.sandbox.setOptOutHandling(id, true);
		const trigger = await host();
		shop.sandbox.setInboundUrl(trigger.carrier.number, trigger.urls.production);
		const { webhook } = await shop.sandbox.reply(MARIA, 'STOP', trigger.carrier.number);
		expect(webhook).toMatchObject({ outcome: 'accepted', status: 200 });
		await trigger.hear({ id: 'SM1', text: 'STOP' }); // the number is blocked, and this time nothing tells so
		expect(trigger.itemsAt(4)).toMatchObject([
			{ kind: 'opt-out', handledByCarrier: 'opt-out', automaticAnswer: null },
			{ kind: 'opt-out', handledByCarrier: null, automaticAnswer: { status: 'left to the carrier' } },
		]);
		expect(shop.sandbox.messages().filter(({ origin }) => origin === 'api')).toEqual([]);
	});

	test('comes in the customer’s language', async () => {
		await shop.run({ items: [shopifyOrder(1, { phone: MARIA, locale: 'de' })] });
		const trigger = await host();
		await trigger.hear({ id: 'SM1', text: 'HELP' });
		await trigger.hear({ id: 'SM2', text: 'Wo ist meine Bestellung?' });
		expect(trigger.executions.flat(2).map(({ json }) => json.automaticAnswer)).toMatchObject([
			{ answer: 'help', language: 'de' },
			{ answer: 'orderStatus', language: 'de' },
		]);
	});

	test('one STOP is confirmed once, and a general text acknowledged once a day', async () => {
		const trigger = await host({ automaticAnswers: ALL });
		for (const [index, text] of ['Hm', 'Hm?', 'STOP', 'STOP', 'stop!!'].entries()) {
			await trigger.hear({ id: `SM${index}`, text });
		}
		expect(trigger.executions).toHaveLength(5);
		expect(shop.rows('sends').map(({ answer }) => answer)).toEqual(['acknowledgement', 'optedOut']);
	});

	test('an own answer is sent in the language it is for, else the one for all others', async () => {
		await shop.order(id, [shopifyOrder(1, { phone: MARIA, locale: 'de' })]);
		const answer = (language: string, text: string) => ({ answer: 'help', language, text });
		const trigger = await host({
			ownAnswers: { answers: [answer('', 'In any other language'), answer('de', 'Auf Deutsch')] },
		});
		shop.sandbox.reset();
		await trigger.hear({ id: 'SM1', text: 'HELP' });
		await trigger.hear({ id: 'SM2', text: 'HELP', from: '+14155550188' });
		expect(answers()).toEqual(['Auf Deutsch', 'In any other language']);
	});

	test('an own answer that cannot be written is found when the workflow is published', async () => {
		const trigger = await host({
			register: false,
			ownAnswers: { answers: [{ answer: 'help', text: 'Call {telephone}' }] },
		});
		await expect(trigger.create()).rejects.toThrow(/telephone/);
	});

	test('an own answer that cannot be written any more gives way to the built-in one; every text counts', async () => {
		const trigger = await host(
			{ register: false, ownAnswers: { answers: [{ answer: 'help', text: 'Call {support_phone}' }] } },
			{ shop: {} },
		);
		await trigger.create();
		Object.assign(trigger.credentials.commerceSmsShopApi as object, { supportPhone: '' });
		for (const [index, text] of ['HELP', 'STOP'].entries()) {
			expect(await trigger.hear({ id: `SM${index}`, text })).toMatchObject({ status: 200 });
		}
		expect(answers()).toEqual([expect.stringMatching(/^Acme: .*STOP/), expect.stringMatching(/START/)]);
		expect(shop.rows('opt_outs')).toMatchObject([{ phone: MARIA }]);
		expect(trigger.log).toContainEqual(expect.stringContaining('your own answer "Help"'));
	});
});
