import { statSync } from 'node:fs';
import { join } from 'node:path';
import { shopifyOrder } from '../fixtures/shopify-order';
import { woocommerceOrder } from '../fixtures/woocommerce-order';
import { telnyxCredential, twilioCredential, useShopOnSandbox } from '../support/shop-on-sandbox';

const shop = useShopOnSandbox();
const texts = () => shop.sandbox.messages().map(({ phone, text }) => ({ phone, text }));

describe('with everything at its default', () => {
	test('a Shopify order becomes the right text, and the item says what was done', async () => {
		const { outputs, error } = await shop.run({ items: [shopifyOrder(1)] });
		expect(error).toBeUndefined();
		const text = 'Thank you, Maria! Your order #1002 is confirmed (total $129.90).';
		expect(texts()).toEqual([{ phone: '+12125550101', text }]);
		expect(outputs).toEqual([
			[
				{
					json: {
						orderNumber: '#1002',
						stage: 'confirmed',
						trackingNumber: null,
						phone: '+1********01',
						text,
						language: 'en',
						encoding: 'GSM-7',
						segments: 1,
						carrier: 'twilio',
						messageId: expect.stringMatching(/^SM[0-9a-f]{32}$/) as string,
						status: 'queued',
					},
					pairedItem: { item: 0 },
				},
			],
			[],
			[],
		]);
	});

	test('a WooCommerce order becomes the right text', async () => {
		await shop.run({ items: [woocommerceOrder(727)] });
		expect(texts()).toEqual([
			{ phone: '+447400123456', text: 'Thank you, Tom! Your order #727 is confirmed (total £49.99).' },
		]);
	});

	test('the ledger lies in n8n’s folder, readable by its owner only', async () => {
		await shop.run({ items: [shopifyOrder(1)] });
		const path = join(shop.folder, '.n8n', 'commerce-sms', 'ledger.sqlite');
		expect(statSync(path).mode & 0o777).toBe(0o600);
	});

	test('the same order again is skipped, and the item says why', async () => {
		await shop.run({ items: [shopifyOrder(1)] });
		const { outputs } = await shop.run({ items: [shopifyOrder(1)] });
		expect(shop.sandbox.messages()).toHaveLength(1);
		expect(outputs[0]).toEqual([]);
		expect(outputs[2]).toEqual([
			{
				json: {
					orderNumber: '#1002',
					stage: 'confirmed',
					trackingNumber: null,
					phone: '+1********01',
					reasonCode: 'duplicate',
					reason: expect.stringMatching(/^The "confirmed" text was already sent on \d{4}-\d\d-\d\d\.$/) as string,
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test('an item of the Webhook node is read from its body, with the topic in its headers', async () => {
		const headers = { 'X-Shopify-Topic': 'orders/cancelled' };
		await shop.run({ items: [{ headers, params: {}, query: {}, body: shopifyOrder(1) }] });
		expect(texts()[0]?.text).toContain('has been cancelled');
	});
});

describe('many items', () => {
	test('each output item leads back to its input item', async () => {
		const items = [shopifyOrder(1), woocommerceOrder(5), shopifyOrder(1), shopifyOrder(3, { phone: null })];
		const { outputs } = await shop.run({ items });
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(outputs[2]?.map(({ json, pairedItem }) => [json.reasonCode, pairedItem])).toEqual([
			['duplicate', { item: 2 }],
			['no-textable-phone', { item: 3 }],
		]);
	});

	test('go out side by side, those of one customer in their order', async () => {
		shop.sandbox.setLatency(20);
		const fulfilled = (index: number, shipment_status: string | null) =>
			shopifyOrder(index, {
				more: {
					fulfillment_status: 'fulfilled',
					fulfillments: [{ status: 'success', shipment_status, tracking_numbers: [`1Z${index}`], tracking_urls: [] }],
				},
			});
		const items = Array.from({ length: 30 }, (_, index) => [
			shopifyOrder(index),
			fulfilled(index, null),
			fulfilled(index, 'out_for_delivery'),
			fulfilled(index, 'delivered'),
		]).flat();
		const { outputs } = await shop.run({ items });
		expect(outputs[0]).toHaveLength(120);
		for (const phone of new Set(texts().map((text) => text.phone))) {
			const words = shop.sandbox
				.messages(phone)
				.map(({ text }) => /confirmed|shipped|out for delivery|delivered/.exec(text)?.[0]);
			expect(words).toEqual(['confirmed', 'shipped', 'out for delivery', 'delivered']);
		}
		shop.sandbox.setLatency(0);
	});

	test('parameters with expressions have their own value for each item', async () => {
		const parameters = {
			ownTexts: { texts: [{ stage: 'confirmed', language: '', text: '={{ "Hello " + $json.customer.first_name }}' }] },
		};
		await shop.run({
			parameters,
			items: [shopifyOrder(1, { firstName: 'Ann' }), shopifyOrder(2, { firstName: 'Bea' })],
		});
		expect(
			texts()
				.map(({ text }) => text)
				.sort(),
		).toEqual(['Hello Ann', 'Hello Bea']);
	});
});

describe('other carriers and senders', () => {
	test('Telnyx', async () => {
		const { outputs } = await shop.run({
			parameters: { carrier: 'telnyx' },
			credentials: { commerceSmsTelnyxApi: telnyxCredential(shop.sandbox) },
			items: [shopifyOrder(1)],
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({ carrier: 'telnyx', status: 'queued' });
		expect(shop.sandbox.messages()).toMatchObject([{ carrier: 'telnyx', phone: '+12125550101' }]);
	});

	test.each([
		['72345', shopifyOrder(1)],
		['ACME Store', woocommerceOrder(1)],
		['MG00000000000000000000000000004050', shopifyOrder(1)],
		['+1 (415) 555-0100', shopifyOrder(1)],
	])('%s as sender', async (sender, item) => {
		const { error } = await shop.run({ parameters: { sender }, items: [item] });
		expect(error).toBeUndefined();
		expect(shop.sandbox.messages()).toHaveLength(1);
	});

	test('an API key signs in instead of the auth token', async () => {
		const credential = twilioCredential(shop.sandbox, {
			authType: 'apiKey',
			authToken: '',
			apiKeySid: 'SK00000000000000000000000000004050',
			apiKeySecret: 'sandbox-api-key-secret',
		});
		const items = Array.from({ length: 6 }, (_, index) => shopifyOrder(index));
		const { outputs } = await shop.run({ credentials: { commerceSmsTwilioApi: credential }, items });
		expect(outputs[0]).toHaveLength(6);
	});
});

describe('the shop credential', () => {
	const commerceSmsShopApi = {
		brand: 'Acme',
		supportPhone: '+1 415 555 0100',
		defaultCountry: 'us',
		shopKey: 'acme',
		optOutScope: 'everything',
	};

	test('gives the brand and the support phone, and the node’s options override them', async () => {
		await shop.run({ credentials: { commerceSmsShopApi }, items: [shopifyOrder(1)] });
		await shop.run({
			credentials: { commerceSmsShopApi },
			parameters: { options: { brand: 'Other', supportPhone: '123' } },
			items: [shopifyOrder(2)],
		});
		expect(texts().map(({ text }) => text)).toEqual([
			'Acme: Thank you, Maria! Your order #1002 is confirmed (total $129.90). Questions? Call +1 415 555 0100.',
			'Other: Thank you, Maria! Your order #1003 is confirmed (total $129.90). Questions? Call 123.',
		]);
	});

	test('keeps shops apart by their key', async () => {
		await shop.run({ credentials: { commerceSmsShopApi }, items: [shopifyOrder(1)] });
		const other = { ...commerceSmsShopApi, shopKey: 'other' };
		const { outputs } = await shop.run({ credentials: { commerceSmsShopApi: other }, items: [shopifyOrder(1)] });
		expect(outputs[0]).toHaveLength(1);
	});
});

describe('mapped fields', () => {
	const parameters = {
		orderData: 'mapped',
		stage: '={{ $json.state }}',
		orderNumber: '={{ $json.no }}',
		phone: '={{ $json.tel }}',
		mappedFields: {
			country: 'GB',
			trackingNumber: '={{ $json.parcel }}',
			trackingCompany: 'royal-mail',
			eta: '2030-01-02',
		},
	};

	test('text what another system says', async () => {
		const item = { state: 'out for delivery', no: 7, tel: '07400 123456', parcel: 'RM1' };
		const { outputs } = await shop.run({ parameters, items: [item, { ...item, state: 'delivered' }] });
		expect(outputs[0]?.map(({ json }) => json.stage)).toEqual(['out_for_delivery', 'delivered']);
		expect(texts()[0]?.text).toBe('Your order #7 is out for delivery today! Track here: Royal Mail RM1');
	});

	test('an unknown stage word sends nothing', async () => {
		const { outputs } = await shop.run({ parameters, items: [{ state: 'success', no: 7, tel: '07400 123456' }] });
		expect(outputs[2]?.[0]?.json).toMatchObject({ reasonCode: 'nothing-to-tell' });
		expect(texts()).toEqual([]);
	});
});
