// Check Signature: what a Webhook node takes from anybody is texted only when its source has signed it.
import { type IDataObject } from 'n8n-workflow';
import { shopifyOrder } from '../fixtures/shopify-order';
import { payloadOf } from '../sources/fixtures';
import { type Signed, SIGNERS } from '../sources/webhooks/signers';
import { useShopOnSandbox } from '../support/shop-on-sandbox';

const shop = useShopOnSandbox();

/** An item of the Webhook node with Raw Body on. */
const itemOf = ({ headers, body }: Signed, more: IDataObject = {}): { items: IDataObject[]; binary: never } => ({
	items: [{ headers: { ...headers }, params: {}, query: {}, body: {}, webhookUrl: 'https://n8n.example.com/webhook/1', ...more }],
	binary: [{ data: { data: Buffer.from(body).toString('base64'), mimeType: 'application/json' } }] as never,
});

const withPhone = (payload: Record<string, unknown>, block: string, phone: object) => ({
	...payload,
	[block]: { ...(payload[block] as object), ...phone },
});

const PAYLOADS: Readonly<Record<string, () => unknown>> = {
	shopify: () => shopifyOrder(1, { phone: '+12125550123' }),
	woocommerce: () => withPhone(payloadOf('woocommerce', 'order-processing'), 'billing', { phone: '+12125550123' }),
	aftership: () => withPhone(payloadOf('aftership', 'webhook-in-transit'), 'msg', { smses: ['+12125550123'] }),
};

const run = async (source: string, given: ReturnType<typeof itemOf>, { operation = 'sendOrderUpdate', account = {} } = {}) =>
	await shop.run({
		...given,
		parameters: { operation, options: { checkSignature: true } },
		credentials: { commerceSmsSourceApi: { source, webhookSecret: SIGNERS[source]?.secret ?? '', ...account } },
	});

describe.each(Object.keys(PAYLOADS))('%s', (source) => {
	const signer = SIGNERS[source] as (typeof SIGNERS)[string];
	const signed = (secret?: string) => signer.sign((PAYLOADS[source] as () => unknown)(), new Date(), secret);

	test('what is signed is texted, by what was signed', async () => {
		const { outputs, error } = await run(source, itemOf(signed(), { body: { phone: '+12125550199', status: 'delivered', order_number: '1' } }));
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
		expect(shop.sandbox.messages('+12125550199')).toEqual([]);
		expect(shop.sandbox.messages()).toHaveLength(1);
	});

	test.each(['sendOrderUpdate', 'preview'])('what is not, or was changed, is an error of %s and changes nothing', async (operation) => {
		const good = signed();
		for (const given of [itemOf({ ...good, headers: {} }), itemOf(signed('another')), itemOf({ ...good, body: good.body.replace('1', '2') })]) {
			const { error } = await run(source, given, { operation });
			expect(error).toMatchObject({ message: expect.stringContaining('has not signed this item') as string });
		}
		expect(shop.sandbox.messages()).toEqual([]);
		// the very order is new all the same
		expect((await run(source, itemOf(good))).outputs[0]).toHaveLength(1);
	});
});

test('an item without the exact body cannot be checked', async () => {
	const { items } = itemOf(SIGNERS.shopify?.sign(shopifyOrder(1), new Date()) as Signed);
	for (const some of [items, [shopifyOrder(1)], [{ commerceSmsEvent: 1, source: 'shopify', stage: 'shipped', raw: {} }]]) {
		const { error } = await run('shopify', { items: some as IDataObject[], binary: [] as never });
		expect(error).toMatchObject({ description: expect.stringContaining('Raw Body') as string });
	}
	expect(shop.sandbox.messages()).toEqual([]);
});

test('without a credential, a source or a secret nothing is texted', async () => {
	const given = itemOf(SIGNERS.shopify?.sign(shopifyOrder(1), new Date(), '') as Signed);
	const { error } = await shop.run({ ...given, parameters: { options: { checkSignature: true } } });
	expect(error).toMatchObject({ message: 'Check Signature needs the secret of the source' });
	expect((await run('shopify', given, { account: { source: 'nobody' } })).error).toMatchObject({ message: 'Check Signature needs the secret of the source' });
	expect((await run('shopify', given, { account: { webhookSecret: '' } })).error).toMatchObject({ description: expect.stringContaining('Fill in Webhook Secret') as string });
	expect(shop.sandbox.messages()).toEqual([]);
});
