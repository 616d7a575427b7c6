// What carriers report: folded into the ledger, and an item where the operator wants one.
import { type IDataObject } from 'n8n-workflow';
import { shopifyOrder } from '../fixtures/shopify-order';
import { forwardClock } from '../support/clock';
import { MARIA, SIGNING_CARRIER_IDS } from '../support/signed-webhooks';
import { type Trigger, type TriggerOptions, until, useTriggersOnSandbox } from '../support/trigger-on-sandbox';

const shop = useTriggersOnSandbox();
const ALL = ['delivered', 'failed', 'progress'];
const [DELIVERED, FAILED, PROGRESS] = [0, 1, 2];

describe.each(SIGNING_CARRIER_IDS)('receipts of %s', (id) => {
	const host = (options: TriggerOptions = {}) =>
		shop.host('smsDeliveryTrigger', id, { ...options, parameters: { reports: ALL, ...options.parameters } });
	const order = (index = 1) => shopifyOrder(index, { phone: MARIA });
	const send = async (index = 1) => (await shop.order(id, [order(index)])).outputs[0]?.[0]?.json as IDataObject;
	/** A text that was sent without a receipt of the sandbox's own, and its id at the carrier. */
	async function sent(index = 1): Promise<string> {
		shop.sandbox.setFault({ kind: 'missing' });
		return String((await send(index)).messageId);
	}
	/** The word of each carrier for a text that is under way. */
	const said = (trigger: Trigger, messageId: string, status: string, errorCode?: string) =>
		trigger.report({ id: messageId, to: MARIA, status, ...(errorCode ? { errorCode } : {}) });
	const counts = (trigger: Trigger) => [DELIVERED, FAILED, PROGRESS].map((output) => trigger.itemsAt(output).length);

	test('come here by themselves once the trigger is published, and no more when it is not', async () => {
		const trigger = await host();
		await trigger.create();
		await send();
		await shop.sandbox.settled();
		const receiptUrl = shop.sandbox.messages()[0]?.receiptUrls[0];
		expect(receiptUrl).toMatch(new RegExp(`^${trigger.urls.production}\\?send=[0-9a-f-]{36}$`));
		expect(counts(trigger)).toEqual([1, 0, 1]);
		expect(trigger.itemsAt(DELIVERED)).toMatchObject([
			{ orderNumber: '#1002', stage: 'confirmed', delivery: 'delivered' },
		]);

		await trigger.remove();
		await send(2);
		expect(shop.sandbox.messages().at(-1)?.receiptUrls.join()).not.toContain(trigger.urls.production);
		await shop.sandbox.settled();
		expect(counts(trigger)).toEqual([1, 0, 1]);
	});

	test('go to a test while it listens, at most two minutes, then to the published workflow again', async () => {
		const trigger = await host();
		await trigger.create();
		await trigger.create('test');
		await sent(1);
		await trigger.remove('test');
		await sent(2);
		await trigger.create('test');
		forwardClock(121_000); // n8n was killed in the middle of the test
		await sent(3);
		const urls = shop.sandbox.messages().map(({ receiptUrls }) => receiptUrls[0]?.replace(/\?.*/, ''));
		expect(urls).toEqual([trigger.urls.test, trigger.urls.production, trigger.urls.production]);
	});

	test('are items with all that is known of the text', async () => {
		const trigger = await host();
		const messageId = await sent();
		await said(trigger, messageId, trigger.carrier.undelivered, trigger.carrier.landline);
		expect(trigger.itemsAt(FAILED)).toEqual([
			{
				sendId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
				tries: 1,
				orderNumber: '#1002',
				trackingNumber: null,
				stage: 'confirmed',
				purpose: 'transactional',
				phone: '+1********23',
				phoneFull: MARIA,
				delivery: 'undelivered',
				deliveryIsFinal: true,
				deliveryAt: expect.stringMatching(/Z$/) as string,
				deliveryErrorCode: trigger.carrier.landline,
				deliveryReasonCode: 'landline',
				deliveryReason: 'The number is a landline, which cannot receive texts. Ask the customer for a mobile number.',
				text: expect.stringContaining('1002') as string,
				language: 'en',
				segments: 1,
				sentAt: expect.stringMatching(/Z$/) as string,
				carrier: id,
				messageId,
				sender: expect.any(String) as string,
			},
		]);
		expect(JSON.stringify({ ...trigger.itemsAt(FAILED)[0], phoneFull: '' })).not.toContain(MARIA.slice(1));
	});

	test.each<[reports: string[], counts: number[]]>([
		[['delivered'], [1, 0, 0]],
		[['failed'], [0, 1, 0]],
		[['progress'], [0, 0, 2]],
		[ALL, [1, 1, 2]],
		[[], [0, 0, 0]],
	])('asked for %j start so many executions: %j', async (reports, expected) => {
		const trigger = await host({ parameters: { reports } });
		const [first, second] = [await sent(1), await sent(2)];
		for (const messageId of [first, second]) await said(trigger, messageId, 'sent');
		await said(trigger, first, 'delivered');
		expect(await said(trigger, second, trigger.carrier.undelivered)).toMatchObject({
			status: 200,
			body: trigger.carrier.acknowledgement.body,
		});
		expect(counts(trigger)).toEqual(expected);
		// whatever starts a workflow: all is remembered
		expect(shop.rows('sends').map(({ delivery_status }) => delivery_status)).toEqual(['delivered', 'undelivered']);
	});

	test('that come twice, late or in the wrong order are no news', async () => {
		const trigger = await host();
		const messageId = await sent();
		for (const status of [
			'delivered',
			'sent',
			'delivered',
			trigger.carrier.undelivered,
			trigger.carrier.unknownStatus,
		]) {
			expect(await said(trigger, messageId, status)).toMatchObject({ status: 200 });
		}
		expect(counts(trigger)).toEqual([1, 0, 0]);
		expect(shop.rows('sends')).toMatchObject([{ delivery_status: 'delivered', delivery_final: 1 }]);
	});

	test('that come 50 times at once are one item', async () => {
		const trigger = await host();
		const messageId = await sent();
		const answers = await Promise.all(
			Array.from({ length: 50 }, () => said(trigger, messageId, trigger.carrier.undelivered)),
		);
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		expect(counts(trigger)).toEqual([0, 1, 0]);
	});

	test('of words that are not known change nothing', async () => {
		const trigger = await host();
		const messageId = await sent();
		const before = shop.dump();
		expect(await said(trigger, messageId, trigger.carrier.unknownStatus)).toMatchObject({ status: 200 });
		expect(shop.dump()).toEqual(before);
		expect(trigger.executions).toEqual([]);
	});

	test.each([
		[false, 0],
		[true, 1],
	])('about texts of other software, with the switch %p: %d', async (includeOthers, count) => {
		const trigger = await host({ parameters: { options: { includeOthers } } });
		await said(trigger, 'SM-of-theirs', trigger.carrier.undelivered);
		expect(counts(trigger)).toEqual([0, count, 0]);
		if (!includeOthers) return;
		expect(trigger.itemsAt(FAILED)).toMatchObject([
			{ sendId: null, orderNumber: null, text: null, messageId: 'SM-of-theirs', phone: '+1********23' },
		]);
	});

	test('settle a text whose answer was lost', async () => {
		const trigger = await host();
		await trigger.create();
		shop.sandbox.setFault({ kind: 'cut', count: 1 });
		expect((await shop.order(id, [order()])).error?.message).toMatch(/lost/);
		await shop.sandbox.settled();
		await until(() => counts(trigger)[DELIVERED] === 1);
		expect(shop.rows('sends')).toMatchObject([{ status: 'accepted', delivery_status: 'delivered' }]);
	});

	test('that tell of a dead number or a STOP have their effect, also where nobody wants an item', async () => {
		const trigger = await host({ parameters: { reports: [] } });
		await said(trigger, await sent(1), trigger.carrier.undelivered, trigger.carrier.landline);
		expect(shop.rows('dead_numbers')).toMatchObject([{ phone: MARIA, reason: 'landline' }]);
		expect((await shop.order(id, [order(2)])).outputs[2]).toMatchObject([{ json: { reasonCode: 'dead-number' } }]);
		const tried = await shop.order(id, [order(2)], { options: { whenDead: 'try' } });
		const messageId = String(tried.outputs[0]?.[0]?.json.messageId);
		await said(trigger, messageId, 'delivered'); // it lives
		expect(shop.rows('dead_numbers')).toEqual([]);
		await said(trigger, await sent(3), trigger.carrier.undelivered, trigger.carrier.optedOut);
		expect((await shop.order(id, [order(4)])).outputs[2]).toMatchObject([{ json: { reasonCode: 'opted-out' } }]);
		expect(trigger.executions).toEqual([]);
	});

	test('that are forged change nothing', async () => {
		const trigger = await host();
		const messageId = await sent();
		const before = shop.dump();
		const { sign, receipt, undelivered } = trigger.carrier;
		const call = sign(trigger.urls.production, receipt({ id: messageId, to: MARIA, status: 'delivered' }));
		const forged = { ...call, body: receipt({ id: messageId, to: MARIA, status: undelivered }) };
		expect(await trigger.call(forged)).toMatchObject({ status: 401, body: '' });
		expect(shop.dump()).toEqual(before);
	});

	test('that cannot be remembered are answered with 500, so that the carrier tries again', async () => {
		const trigger = await host({ shop: { ledgerPath: shop.folder } });
		expect(await said(trigger, 'SM1', 'delivered')).toMatchObject({ status: 500 });
		expect(trigger.executions).toEqual([]);
	});

	test('of automatic answers are named so', async () => {
		const [replies, trigger] = [await shop.host('smsReplyTrigger', id), await host()];
		await trigger.create();
		await replies.hear({ id: 'SM1', text: 'HELP' });
		await shop.sandbox.settled();
		expect(trigger.itemsAt(DELIVERED)).toMatchObject([{ automaticAnswer: 'help', orderNumber: null, stage: null }]);
	});

	test('are what Get Order shows', async () => {
		const trigger = await host();
		await said(trigger, await sent(), trigger.carrier.undelivered, trigger.carrier.landline);
		const { outputs } = await shop.order(id, [{}], { operation: 'getOrder', orderOrTrackingNumber: '1002' });
		expect(outputs[0]?.[0]?.json.texts).toMatchObject([
			{ status: 'accepted', delivery: 'undelivered', deliveryIsFinal: true, deliveryReasonCode: 'landline' },
		]);
	});

	test('a text of a customer that goes here by mistake: its STOP counts, without an item', async () => {
		const trigger = await host();
		expect(await trigger.hear({ id: 'SM1', text: 'STOP' })).toMatchObject({ status: 200 });
		expect(shop.rows('opt_outs')).toMatchObject([{ phone: MARIA, origin: 'reply' }]);
		expect(trigger.executions).toEqual([]);
		expect(shop.sandbox.messages()).toEqual([]);
	});
});
