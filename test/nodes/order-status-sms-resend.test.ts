// Resend Undelivered Text, from the item of the Delivery Trigger to the phone.
import { type IDataObject, type INodeParameters } from 'n8n-workflow';
import { shopifyOrder } from '../fixtures/shopify-order';
import { MARIA, SIGNING_CARRIER_IDS, SIGNING_CARRIERS, type SigningCarrierId } from '../support/signed-webhooks';
import { type Trigger, useTriggersOnSandbox } from '../support/trigger-on-sandbox';

const shop = useTriggersOnSandbox();
const outbound = () => shop.sandbox.messages().filter(({ origin }) => origin === 'api');

describe.each(SIGNING_CARRIER_IDS)('a text that %s did not deliver', (id) => {
	const carrier = SIGNING_CARRIERS[id];
	const [other] = SIGNING_CARRIER_IDS.filter((each) => each !== id) as [SigningCarrierId];
	let receipts: Trigger;
	let item: IDataObject;

	beforeEach(async () => {
		shop.sandbox.setFault({ kind: 'missing' });
		receipts = await shop.host('smsDeliveryTrigger', id);
		await shop.order(id, [shopifyOrder(1, { phone: MARIA })]);
		item = await undelivered();
	});

	/** The item that the trigger makes of the report on the latest text. */
	async function undelivered(errorCode = ''): Promise<IDataObject> {
		await report(carrier.undelivered, errorCode);
		return receipts.itemsAt(1).at(-1) as IDataObject;
	}
	const report = (status: string, errorCode = '', which = outbound().at(-1)?.id ?? '') =>
		receipts.report({ id: which, to: MARIA, status, errorCode });
	const resend = async (
		items: IDataObject[] = [item],
		parameters: INodeParameters = {},
		by: SigningCarrierId = id,
		fields?: IDataObject,
	) => {
		const defaults = { operation: 'resend', sendId: '={{ $json.sendId }}' };
		const { outputs, error } = await shop.order(by, items, { ...defaults, ...parameters }, fields);
		const [sent = [], , skipped = []] = outputs.map((output) => output.map(({ json }) => json));
		return { sent, skipped, error };
	};

	test('is sent again in the same words, under a new id that the next report names', async () => {
		const { sent, skipped } = await resend();
		const [first, second] = outbound();
		expect([second?.text, second?.phone, second?.sender]).toEqual([first?.text, MARIA, carrier.number]);
		expect(sent).toEqual([
			{
				orderNumber: '#1002',
				stage: 'confirmed',
				trackingNumber: null,
				phone: '+1********23',
				text: first?.text,
				language: 'en',
				segments: 1,
				carrier: id,
				messageId: second?.id,
				status: 'queued',
				sendId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
				tries: 2,
			},
		]);
		expect(skipped).toEqual([]);
		expect(sent[0]?.sendId).not.toBe(item.sendId);
		expect(await undelivered()).toMatchObject({ sendId: sent[0]?.sendId, tries: 2 });
	});

	test('is sent by the other carrier where the operator says so', async () => {
		const { sent } = await resend([item], {}, other);
		expect(sent).toMatchObject([{ carrier: other, tries: 2 }]);
		expect(outbound().map((message) => message.carrier)).toEqual([id, other]);
	});

	test('asks for receipts where a trigger listens', async () => {
		await receipts.create();
		const { sent } = await resend();
		expect(outbound().at(-1)?.receiptUrls[0]).toBe(`${receipts.urls.production}?send=${String(sent[0]?.sendId)}`);
	});

	test('is sent once, whoever asks how often at the same time', async () => {
		const runs = await Promise.all([resend([item, item, item]), resend(), resend()]);
		expect(runs.flatMap(({ sent }) => sent)).toHaveLength(1);
		expect(new Set(runs.flatMap(({ skipped }) => skipped.map(({ reasonCode }) => reasonCode)))).toEqual(
			new Set(['unknown-text']),
		);
		expect(outbound()).toHaveLength(2);
	});

	test('is sent at most so many times', async () => {
		item = (await resend()).sent[0] as IDataObject;
		await undelivered();
		expect((await resend([item], { mostTries: 2 })).skipped).toMatchObject([{ reasonCode: 'too-many-tries' }]);
		expect((await resend([item], { mostTries: 3 })).sent).toMatchObject([{ tries: 3 }]);
	});

	test.each<[what: string, rule: string, happens: () => Promise<unknown>]>([
		['has said STOP', 'opted-out', () => hear('STOP')],
		['has said STOP to this order', 'order-opted-out', () => hear('STOP 1002')],
		['has a dead number', 'dead-number', makeDead],
		['has it after all', 'not-undelivered', () => report('delivered')],
		['has been told more by now', 'backwards', () => shop.order(id, [shipped()])],
	])('is not sent to who %s: %s', async (_what, rule, happens) => {
		await happens();
		const before = outbound().length;
		const { sent, skipped } = await resend();
		expect(sent).toEqual([]);
		expect(skipped).toEqual([
			{
				orderNumber: '#1002',
				stage: 'confirmed',
				trackingNumber: null,
				phone: '+1********23',
				reasonCode: rule,
				reason: expect.stringMatching(/\.$/) as string,
			},
		]);
		expect(outbound()).toHaveLength(before);
	});

	async function hear(text: string): Promise<void> {
		const replies = await shop.host('smsReplyTrigger', id, { parameters: { automaticAnswers: [] } });
		await replies.hear({ id: 'SM-reply', text });
		await replies.confirmed();
	}

	async function makeDead(): Promise<void> {
		await shop.order(id, [shopifyOrder(2, { phone: MARIA })]);
		await undelivered(carrier.landline);
	}

	const shipped = () =>
		shopifyOrder(1, {
			phone: MARIA,
			more: {
				fulfillment_status: 'fulfilled',
				fulfillments: [{ status: 'success', shipment_status: null, tracking_numbers: ['1Z1'], tracking_urls: [] }],
			},
		});

	test.each<[what: string, sendId: string, shopKey: string]>([
		['of an unknown id', 'nobody-knows', 'default'],
		['without an id', '={{ $json.noSuchField }}', 'default'],
		['of another shop', '={{ $json.sendId }}', 'other'],
	])('one %s is skipped with what to do', async (_what, sendId, shopKey) => {
		const { skipped } = await resend([item], { sendId }, id, { shopKey });
		expect(skipped).toMatchObject([
			{ reasonCode: 'unknown-text', reason: expect.stringContaining('SMS Delivery Trigger') as string, phone: null },
		]);
		expect(outbound()).toHaveLength(1);
	});

	test('that the carrier refuses again is an error, and may be tried again', async () => {
		const blocked = await resend([item], { sender: '+14155550999' });
		expect(blocked.error?.message).toBeDefined();
		expect(JSON.stringify([blocked.error?.message, blocked.error?.description])).not.toContain(MARIA);
		const [row] = shop.rows('sends');
		expect(row).toMatchObject({ status: 'failed', tries: 2 });
		expect((await resend([{ sendId: String(row?.id) }])).sent).toMatchObject([{ tries: 3 }]);
	});
});
