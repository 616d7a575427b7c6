// Which output a text leaves by, and what its item says.
import { type INodeParameters } from 'n8n-workflow';
import { shopifyOrder } from '../fixtures/shopify-order';
import { MARIA, type ReplyFields, SIGNING_CARRIER_IDS, SIGNING_CARRIERS } from '../support/signed-webhooks';
import { useTriggersOnSandbox } from '../support/trigger-on-sandbox';

const shop = useTriggersOnSandbox();
const OUTPUTS = ['Reply', 'Order Question', 'Answer', 'Opt-In', 'Opt-Out', 'Help'];

/** Two rules may have the same name: each has its own output all the same. */
const keywordRules = {
	rules: [
		{ name: 'Hours', words: 'hours, opening times', match: 'whole' },
		{ name: 'Gift', words: 'gift', match: 'contains' },
		{ name: 'Hours', words: 'open', match: 'begins' },
		{ name: '', words: 'nameless', match: 'whole' },
	],
};

describe.each(SIGNING_CARRIER_IDS)('a text through %s', (id) => {
	const { number } = SIGNING_CARRIERS[id];

	test.each<[text: string, output: number, kind: string, keyword?: string | null]>([
		['Is the blue one in stock?', 0, 'other'],
		['Where is my order?', 1, 'order-question'],
		['Yes', 0, 'other'], // an answer only where a question is open, which nothing asks yet
		['START', 3, 'opt-in'],
		['Stop.', 4, 'opt-out'],
		['STOP 1001', 4, 'opt-out'],
		['🛑', 4, 'opt-out'],
		['HELP', 5, 'help'],
		['Hours', 6, 'keyword', 'Hours'],
		['ÖPENING TIMES!', 6, 'keyword', 'Hours'],
		['Can I have it as a gift please', 7, 'keyword', 'Gift'],
		['Open on Sunday then?', 8, 'keyword', 'Hours'],
		['nameless', 9, 'keyword', 'Keyword'],
		['stop', 4, 'opt-out'],
	])('"%s" leaves by output %d', async (text, output, kind, keyword = null) => {
		const trigger = await shop.host('smsReplyTrigger', id, { parameters: { keywordRules } });
		await trigger.hear({ id: 'SM1', text });
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.executions[0]?.map((items) => items.length)).toEqual(
			Array.from({ length: OUTPUTS.length + 4 }, (_each, position) => Number(position === output)),
		);
		expect(trigger.itemsAt(output)).toMatchObject([{ kind, keyword, text, matchedRule: expect.any(String) as string }]);
	});

	test('is an item with all that is known of it', async () => {
		await shop.run({ items: [shopifyOrder(1, { phone: MARIA })] });
		const trigger = await shop.host('smsReplyTrigger', id);
		await trigger.hear({ id: 'SM1', text: 'Here is a photo', media: 'https://media.example/1.jpg' });
		expect(trigger.itemsAt(0)).toEqual([
			{
				phone: '+1********23',
				phoneFull: MARIA,
				text: 'Here is a photo',
				kind: 'other',
				matchedRule: expect.any(String) as string,
				keyword: null,
				language: 'en',
				orderNumber: null,
				orders: [
					{
						orderNumber: '#1002',
						stage: 'confirmed',
						firstName: 'Maria',
						eta: null,
						trackingUrl: null,
						orderUrl: expect.any(String) as string,
						updatedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
					},
				],
				automaticAnswer: null,
				media: [{ url: 'https://media.example/1.jpg', contentType: 'image/jpeg' }],
				carrier: id,
				messageId: 'SM1',
				to: number,
				handledByCarrier: null,
				// Telnyx says when
				receivedAt: id === 'telnyx' ? '2026-11-22T08:00:00.000Z' : (expect.stringMatching(/^\d{4}-.*Z$/) as string),
			},
		]);
	});

	test('has the full number nowhere but in the field that is named so', async () => {
		await shop.run({ items: [shopifyOrder(1, { phone: MARIA })] });
		const trigger = await shop.host('smsReplyTrigger', id);
		for (const [index, text] of ['Hi', 'where is my order', 'STOP', 'HELP', 'START'].entries()) {
			await trigger.hear({ id: `SM${index}`, text });
		}
		const items = trigger.executions.flat(2).map(({ json: { phoneFull, ...rest } }) => {
			expect(phoneFull).toBe(MARIA);
			return rest;
		});
		expect(items).toHaveLength(5);
		expect(JSON.stringify(items)).not.toContain(MARIA.slice(1));
	});

	test('names the orders of its sender only, and the one that it stops', async () => {
		await shop.run({ items: [shopifyOrder(1, { phone: MARIA }), shopifyOrder(2, { phone: '+14155550177' })] });
		const trigger = await shop.host('smsReplyTrigger', id);
		await trigger.hear({ id: 'SM1', text: 'STOP 1002' });
		await trigger.hear({ id: 'SM2', text: 'Hi', from: '+14155550188' });
		expect(trigger.itemsAt(4)).toMatchObject([
			{ orderNumber: '1002', stoppedOrder: '#1002', orders: [{ orderNumber: '#1002' }] },
		]);
		expect(trigger.itemsAt(0)).toMatchObject([{ orders: [] }]);
		expect(shop.rows('opt_outs')).toEqual([]);
		expect(shop.rows('order_opt_outs')).toHaveLength(1);
	});

	test.each<[handled: ReplyFields['handled'], text: string, output: number, as: string]>([
		['STOP', 'STOP', 4, 'opt-out'],
		['HELP', 'INFO', 5, 'help'],
	])('says that the carrier has acted on %s, and is not answered a second time', async (handled, text, output, as) => {
		const trigger = await shop.host('smsReplyTrigger', id);
		await trigger.hear({ id: 'SM1', text, ...(handled ? { handled } : {}) });
		expect(trigger.itemsAt(output)).toMatchObject([{ kind: as, handledByCarrier: as, automaticAnswer: null }]);
		expect(shop.sandbox.messages()).toEqual([]);
	});

	test('that no output is on for has its effects without an execution, and is never handed on', async () => {
		const trigger = await shop.host('smsReplyTrigger', id, {
			parameters: { options: { handedOn: ['other', 'keyword'] }, keywordRules },
		});
		for (const [index, text] of ['STOP', 'HELP', 'where is my order?', 'START'].entries()) {
			expect(await trigger.hear({ id: `SM${index}`, text })).toMatchObject({ status: 200 });
		}
		expect(trigger.executions).toEqual([]);
		expect(shop.rows('opt_outs')).toEqual([]);
		expect(shop.sandbox.messages().filter(({ direction }) => direction === 'outbound')).toHaveLength(4);
		expect(shop.rows('replies').map(({ handed_over }) => handed_over)).toEqual([1, 1, 1, 1]);
		await trigger.hear({ id: 'SM9', text: 'gift' });
		expect(trigger.executions).toHaveLength(1);
	});

	test('that is no text message starts nothing', async () => {
		const trigger = await shop.host('smsReplyTrigger', id);
		expect(await trigger.report({ id: 'SM1', to: MARIA, status: 'delivered' })).toMatchObject({ status: 200 });
		expect(trigger.executions).toEqual([]);
	});
});

describe('the operator’s own words', () => {
	test.each<[options: INodeParameters, text: string, output: number]>([
		[{ optOutWords: 'basta, no thanks' }, 'No thanks!', 4],
		[{ helpWords: 'assist' }, 'ASSIST', 5],
		[{ optInWords: 'bring it on' }, 'Bring it on!', 3],
		[{ orderQuestionWords: 'teapot' }, 'teapot', 1],
	])('%j', async (options, text, output) => {
		const plain = await shop.host('smsReplyTrigger', 'twilio', { parameters: { keywordRules } });
		await plain.hear({ id: 'SM1', text });
		expect(plain.itemsAt(output)).toEqual([]);
		const trigger = await shop.host('smsReplyTrigger', 'twilio', { parameters: { options, keywordRules } });
		await trigger.hear({ id: 'SM2', text });
		expect(trigger.itemsAt(output)).toMatchObject([{ text }]);
	});
});

test('a STOP is in force when the carrier has its answer, before the workflow runs', async () => {
	let optedOut: unknown;
	const trigger = await shop.host('smsReplyTrigger', 'twilio', {
		beforeExecution: async () => {
			optedOut = shop.rows('opt_outs');
		},
	});
	await trigger.hear({ id: 'SM1', text: 'please stop texting me' });
	expect(optedOut).toMatchObject([{ phone: MARIA }]);
	const { outputs } = await shop.run({ items: [shopifyOrder(1, { phone: MARIA })] });
	expect(outputs[2]?.[0]?.json).toMatchObject({ reasonCode: 'opted-out' });
});
