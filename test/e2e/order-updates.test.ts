// The main job, end to end: the packed package in a real n8n, the sample workflows, the sandbox as carrier, a browser.

import { type IDataObject } from 'n8n-workflow';
import { type Page } from 'playwright-core';
import twilio from 'twilio';
import { outputsOf, saveCredential, testCredential, waitForExecutions } from '../../demo/n8n-api';
import { TELNYX_ACCOUNT, TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { aftershipWebhook } from '../fixtures/aftership-webhook';
import { shopifyFulfillmentEvent } from '../fixtures/shopify-fulfillment-event';
import { shopifyOrder } from '../fixtures/shopify-order';
import { shopifyRefund } from '../fixtures/shopify-refund';
import { woocommerceOrder } from '../fixtures/woocommerce-order';
import { openNode, screenshot } from './browser';
import { openShop, type TestShop } from './shop';

const NAMES = ['shopify-order-updates', 'woocommerce-order-updates', 'aftership-parcel-updates'] as const;
type Name = (typeof NAMES)[number];

let shop: TestShop<Name>;
let { sandbox, server, n8n, inbox, editor, workflows } = {} as TestShop<Name>;

beforeAll(async () => {
	shop = await openShop({ names: NAMES });
	({ sandbox, server, n8n, inbox, editor, workflows } = shop);
}, 1_200_000);

afterAll(async () => await shop?.stop());

const runs = new Map<Name, number>();

/** Posts what the shop would send, waits for the execution, and gives the node's outputs. */
async function post(name: Name, path: string, body: IDataObject, headers: Record<string, string> = {}) {
	const response = await fetch(`${server.url}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
	});
	expect(response.status).toBe(200);
	const count = (runs.get(name) ?? 0) + 1;
	runs.set(name, count);
	const [execution] = await waitForExecutions(n8n, workflows[name].id, { count });
	return {
		status: execution?.status,
		outputs: outputsOf(execution as NonNullable<typeof execution>, 'Order Status SMS'),
	};
}

const shopify = (body: IDataObject, topic = 'orders/updated') =>
	post('shopify-order-updates', 'shopify-orders', body, { 'x-shopify-topic': topic });
const woocommerce = (body: IDataObject) =>
	post('woocommerce-order-updates', 'woocommerce-orders', body, { 'x-wc-webhook-topic': 'order.updated' });
const aftership = (body: IDataObject) => post('aftership-parcel-updates', 'aftership-parcels', body);

const lastText = (phone: string) => sandbox.messages(phone).at(-1)?.text;

const fulfilled = (index: number, more: IDataObject = {}) =>
	shopifyOrder(index, {
		more: {
			fulfillment_status: 'fulfilled',
			fulfillments: [
				{
					status: 'success',
					shipment_status: null,
					tracking_company: 'UPS',
					tracking_numbers: [`1Z${index}`],
					tracking_urls: [`https://track.example.com/1Z${index}`],
					...more,
				},
			],
		},
	});

describe('the sample workflow for Shopify', () => {
	const PHONE = '+12125550101';
	const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

	test('texts an order from its confirmation to its delivery, thin fulfillment events included', async () => {
		const story: Array<[stage: string, text: RegExp, send: () => ReturnType<typeof shopify>]> = [
			[
				'confirmed',
				/^Acme Store: Thank you, Maria! Your order #1002 is confirmed/,
				() => shopify(shopifyOrder(1), 'orders/paid'),
			],
			['shipped', /shipped\. Track here: https:\/\/track\.example\.com\/1Z1/, () => shopify(fulfilled(1))],
			['delayed', /delayed/, () => shopify(shopifyFulfillmentEvent(1, 'delayed', hours(1)))],
			[
				'out_for_delivery',
				/out for delivery today/,
				() => shopify(shopifyFulfillmentEvent(1, 'out_for_delivery', hours(2))),
			],
			[
				'failed_attempt',
				/could not deliver/,
				() => shopify(shopifyFulfillmentEvent(1, 'attempted_delivery', hours(3))),
			],
			['ready_for_pickup', /ready for pickup/, () => shopify(shopifyFulfillmentEvent(1, 'ready_for_pickup', hours(4)))],
			['delivered', /has been delivered/, () => shopify(shopifyFulfillmentEvent(1, 'delivered', hours(5)))],
			['refunded', /refund/, () => shopify(shopifyRefund(1, '29.90'), 'refunds/create')],
		];
		for (const [stage, text, send] of story) {
			const { outputs } = await send();
			expect(outputs[0]).toMatchObject([{ stage, status: 'queued', orderNumber: '#1002' }]);
			expect(lastText(PHONE)).toMatch(text);
			expect(lastText(PHONE)).toContain('#1002');
		}
		expect(sandbox.messages(PHONE)).toHaveLength(story.length);
	});

	test('texts cancellations and trouble', async () => {
		const cancelled = shopifyOrder(2, { more: { cancelled_at: '2026-11-21T10:00:00Z', cancel_reason: 'fraud' } });
		await shopify(cancelled, 'orders/cancelled');
		expect(lastText('+12125550102')).toMatch(/#1003 has been cancelled/);
		expect(lastText('+12125550102')).not.toMatch(/fraud/);
		await shopify(fulfilled(3, { shipment_status: 'failure' }));
		expect(lastText('+12125550103')).toMatch(/problem with the delivery of your order #1004/);
	});

	test('the same event twice sends once, and a late one sends nothing', async () => {
		const again = await shopify(shopifyOrder(1), 'orders/paid');
		expect(again.outputs[2]).toMatchObject([{ reasonCode: 'duplicate' }]);
		await shopify(fulfilled(4, { shipment_status: 'delivered' }));
		const late = await shopify(fulfilled(4));
		expect(late.outputs[2]).toMatchObject([{ reasonCode: 'backwards' }]);
		expect(sandbox.messages('+12125550104')).toHaveLength(1);
	});

	test('a text that was taken but not answered is not sent again', async () => {
		sandbox.setFault({ kind: 'cut', count: 1 });
		expect((await shopify(shopifyOrder(5))).status).toBe('error');
		expect(sandbox.messages('+12125550105')).toHaveLength(1);
		const { outputs } = await shopify(shopifyOrder(5));
		expect(outputs[2]).toMatchObject([{ reasonCode: 'outcome-unknown' }]);
		expect(sandbox.messages('+12125550105')).toHaveLength(1);
	});
});

describe('the sample workflow for WooCommerce', () => {
	const PHONE = '+447400123456';

	test.each([
		['processing', 'confirmed', /Thank you, Tom! Your order #727 is confirmed \(total £49\.99\)/],
		['completed', 'shipped', /#727 has been shipped/],
		['refunded', 'refunded', /refund/],
	])('%s is %s', async (status, stage, text) => {
		const { outputs } = await woocommerce(woocommerceOrder(727, { status }));
		expect(outputs[0]).toMatchObject([{ stage }]);
		expect(lastText(PHONE)).toMatch(text);
	});

	test('pending is silent', async () => {
		const { outputs } = await woocommerce(woocommerceOrder(728, { status: 'pending' }));
		expect(outputs[2]).toMatchObject([{ reasonCode: 'silent-stage' }]);
	});
});

describe('the sample workflow for AfterShip', () => {
	const parcel = (number: number) => ({
		trackingNumber: `9400${number}`,
		orderNumber: `#70${number}`,
		phone: `+141555501${number}`,
	});

	test.each([
		[60, 'InTransit', undefined, 'shipped', /shipped/],
		[61, 'OutForDelivery', undefined, 'out_for_delivery', /out for delivery/],
		[62, 'AvailableForPickup', undefined, 'ready_for_pickup', /ready for pickup/],
		[63, 'Delivered', undefined, 'delivered', /delivered/],
		[64, 'Exception', 'Exception_004', 'delayed', /delayed due to customs clearance/],
		[65, 'AttemptFail', 'AttemptFail_002', 'failed_attempt', /nobody was there/],
		[66, 'Exception', 'Exception_011', 'returned', /way back/],
		[67, 'Exception', 'Exception_013', 'exception', /the parcel was lost/],
	])('parcel %i: %s %s is %s', async (number, tag, subtag, stage, text) => {
		const { outputs } = await aftership(aftershipWebhook({ ...parcel(number), tag, ...(subtag ? { subtag } : {}) }));
		expect(outputs[0]).toMatchObject([{ stage }]);
		expect(lastText(parcel(number).phone)).toMatch(text);
	});

	test('a parcel without a phone is texted to the phone that the order brought', async () => {
		await shopify(fulfilled(8));
		const tracking = aftershipWebhook({ tag: 'OutForDelivery', trackingNumber: '1Z8', orderNumber: null, phone: null });
		await aftership(tracking);
		expect(lastText('+12125550108')).toMatch(/Your order #1009 is out for delivery today/);
	});
});

test('the credentials’ test buttons work', async () => {
	const wrong = { apiKey: 'KEY-wrong', baseUrl: `${sandbox.url}/telnyx` };
	const right = { ...wrong, apiKey: TELNYX_ACCOUNT.apiKey };
	const test = async (name: string, data: IDataObject, type = 'commerceSmsTelnyxApi') =>
		await testCredential(n8n, await saveCredential(n8n, { name, type, data }));
	expect(await test('Telnyx', right)).toMatchObject({ status: 'OK' });
	expect(await test('Telnyx, wrong key', wrong)).toEqual({
		status: 'Error',
		message: 'Telnyx does not accept this API key',
	});
	const { accountSid, apiKeySid, apiKeySecret } = TWILIO_ACCOUNT;
	const key = { accountSid, authType: 'apiKey', apiKeySid, apiKeySecret, baseUrl: `${sandbox.url}/twilio/` };
	expect(await test('Twilio by key', key, 'commerceSmsTwilioApi')).toMatchObject({ status: 'OK' });
	const unknown = { ...key, apiKeySecret: 'wrong' };
	expect((await test('Twilio, wrong key', unknown, 'commerceSmsTwilioApi')).message).toMatch(
		/does not accept the Account SID/,
	);
});

describe('in the browser', () => {
	test('the node opens without a console error and shows its fields', async () => {
		await editor.openWorkflow(workflows['shopify-order-updates'].id);
		await screenshot(editor.page, 'canvas');
		const panel = await openNode(editor.page, 'Order Status SMS');
		await screenshot(editor.page, 'node-default');
		const words = await panel.innerText();
		for (const label of ['Operation', 'Carrier', 'Sender', 'Order Data', 'Stages to Text', 'Own Texts', 'Options']) {
			expect(words).toContain(label);
		}
		expect(editor.consoleErrors).toEqual([]);
	});

	test('the phone page shows the text with its tick, and a typed reply reaches a webhook with a valid signature', async () => {
		sandbox.setInboundUrl('+14155550100', inbox.url);
		const page = (await editor.page
			.context()
			.browser()
			?.newPage({ viewport: { width: 1280, height: 800 } })) as Page;
		await page.goto(`${sandbox.url}/#+12125550101`);
		const bubble = page.locator('[data-test-id="bubble"]').last();
		await bubble.locator('[data-test-id="tick"][data-status="delivered"]').waitFor();
		expect(await bubble.innerText()).toContain('#1002');
		await page.locator('[data-test-id="reply-box"]').fill('Where is my order?');
		await page.locator('[data-test-id="send-button"]').click();
		await page.locator('[data-test-id="webhook-outcome"][data-outcome="accepted"]').waitFor();
		await screenshot(page, 'phone-page');
		expect(inbox.received).toHaveLength(1);
		const { headers, body } = inbox.received[0]!;
		const parameters = Object.fromEntries(new URLSearchParams(body));
		expect(parameters).toMatchObject({ From: '+12125550101', To: '+14155550100', Body: 'Where is my order?' });
		const signature = headers['x-twilio-signature'] as string;
		expect(twilio.validateRequest(TWILIO_ACCOUNT.authToken, signature, inbox.url, parameters)).toBe(true);
		expect(twilio.validateRequest('another token', signature, inbox.url, parameters)).toBe(false);
		await page.close();
	});
});
