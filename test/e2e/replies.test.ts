// Replies and receipts, end to end: the packed package in a real n8n, the sample workflows, the sandbox as carrier, a browser.

import { setTimeout as sleep } from 'node:timers/promises';
import twilio from 'twilio';
import { listExecutions, outputsOf, waitForExecutions } from '../../demo/n8n-api';
import { TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { shopifyOrder } from '../fixtures/shopify-order';
import { openNode, screenshot } from './browser';
import { openShop, type TestShop } from './shop';

const NAMES = ['shopify-order-updates', 'answer-order-questions', 'forward-replies', 'retry-undelivered'] as const;
type Name = (typeof NAMES)[number];

let shop: TestShop<Name>;
let { sandbox, server, n8n, inbox, editor, workflows } = {} as TestShop<Name>;

beforeAll(async () => {
	// each number has its own trigger
	const numbers = { 'answer-order-questions': '+14155550100', 'forward-replies': '+33639980100' };
	shop = await openShop({ names: NAMES, numbers });
	({ sandbox, server, n8n, inbox, editor, workflows } = shop);
}, 1_200_000);

afterAll(async () => await shop?.stop());

async function order(index: number, topic = 'orders/paid', more = {}) {
	const before = (await listExecutions(n8n, workflows['shopify-order-updates'].id)).length;
	const response = await fetch(`${server.url}/webhook/shopify-orders`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-shopify-topic': topic },
		body: JSON.stringify(shopifyOrder(index, more)),
	});
	expect(response.status).toBe(200);
	const id = workflows['shopify-order-updates'].id;
	const [execution] = await waitForExecutions(n8n, id, { count: before + 1 });
	return outputsOf(execution as NonNullable<typeof execution>, 'Order Status SMS');
}

/** Telnyx's deadline, the shortest there is, is two seconds; Twilio waits fifteen. */
const DEADLINE_MS = 15_000;

const phoneOf = (index: number) => `+1212555${String(100 + index).padStart(4, '0')}`;
const bodies = (phone: string) => sandbox.messages(phone).map(({ text }) => text);

const outputsAfter = async (name: Name, work: () => Promise<unknown>, node = 'SMS Reply Trigger') =>
	await shop.outputsAfter(workflows[name], work, node);

const [REPLY, ORDER_QUESTION, , OPT_IN, OPT_OUT, HELP] = [0, 1, 2, 3, 4, 5];

describe('a reply', () => {
	test('that asks for the order is answered from what is known, and leaves by its output', async () => {
		await order(1);
		const outputs = await outputsAfter('answer-order-questions', () =>
			sandbox.reply(phoneOf(1), 'Where is my order??'),
		);
		expect(outputs[ORDER_QUESTION]).toMatchObject([
			{
				phoneFull: phoneOf(1),
				text: 'Where is my order??',
				orders: [{ orderNumber: '#1002', stage: 'confirmed' }],
				automaticAnswer: { answer: 'orderStatus', status: 'queued' },
			},
		]);
		expect(bodies(phoneOf(1)).at(-1)).toBe('Acme Store: Your order #1002: confirmed.');
	});

	test('STOP is confirmed once and ends the order texts; START brings them back', async () => {
		await order(2);
		const stopped = await outputsAfter('answer-order-questions', () => sandbox.reply(phoneOf(2), 'Stop.'));
		expect(stopped[OPT_OUT]).toMatchObject([{ kind: 'opt-out', automaticAnswer: { answer: 'optedOut' } }]);
		await outputsAfter('answer-order-questions', () => sandbox.reply(phoneOf(2), 'STOP PLEASE'));
		expect(bodies(phoneOf(2)).filter((text) => /unsubscribed|no more texts/i.test(text))).toHaveLength(1);

		const shipped = { more: { fulfillment_status: 'fulfilled', fulfillments: [{ status: 'success' }] } };
		const skipped = await order(2, 'orders/fulfilled', shipped);
		expect(skipped[2]).toMatchObject([{ reasonCode: 'opted-out' }]);

		const started = await outputsAfter('answer-order-questions', () => sandbox.reply(phoneOf(2), 'START'));
		expect(started[OPT_IN]).toHaveLength(1);
		const delivered = { more: { fulfillments: [{ status: 'success', shipment_status: 'delivered' }] } };
		expect((await order(2, 'orders/updated', delivered))[0]).toMatchObject([{ stage: 'delivered' }]);
	});

	test('HELP says who we are; anything else goes to the team', async () => {
		const help = await outputsAfter('answer-order-questions', () => sandbox.reply(phoneOf(3), 'help', '+14155550100'));
		expect(help[HELP]).toHaveLength(1);
		expect(bodies(phoneOf(3)).at(-1)).toMatch(/Acme Store.*STOP/);
		const before = inbox.received.length;
		const other = await outputsAfter('forward-replies', () =>
			sandbox.reply(phoneOf(3), 'Merci, à demain !', '+33639980100'),
		);
		expect(other[REPLY]).toMatchObject([{ text: 'Merci, à demain !', automaticAnswer: null }]);
		expect(inbox.received).toHaveLength(before + 1);
		expect(inbox.received.at(-1)?.body).toContain('Merci');
		expect(inbox.received.at(-1)?.body).not.toContain(phoneOf(3));
	});

	test('that is forged gets 401 and changes nothing', async () => {
		await order(4);
		const before = (await listExecutions(n8n, workflows['answer-order-questions'].id)).length;
		const result = await sandbox.reply(phoneOf(4), 'STOP', undefined, { forged: true });
		expect(JSON.stringify(result)).toContain('401');
		const delivered = { more: { fulfillments: [{ status: 'success', shipment_status: 'delivered' }] } };
		expect((await order(4, 'orders/updated', delivered))[0]).toHaveLength(1);
		expect(await listExecutions(n8n, workflows['answer-order-questions'].id)).toHaveLength(before);
	});
});

/** What Twilio posts, signed as Twilio signs. */
async function inbound(fields: Record<string, string>): Promise<Response> {
	const { webhookId } = workflows['forward-replies'].nodes.find(({ type }) => type.endsWith('.smsReplyTrigger'))!;
	const url = `${server.url}/webhook/${webhookId}/sms`;
	const parameters = { To: '+33639980100', NumMedia: '0', NumSegments: '1', ...fields };
	return await fetch(url, {
		method: 'POST',
		headers: {
			'content-type': 'application/x-www-form-urlencoded',
			'x-twilio-signature': twilio.getExpectedTwilioSignature(TWILIO_ACCOUNT.authToken, url, parameters),
		},
		body: new URLSearchParams(parameters).toString(),
	});
}

describe('many at once', () => {
	test('the same text fifty times in parallel is one item; Twilio gets the TwiML it wants', async () => {
		const before = (await listExecutions(n8n, workflows['forward-replies'].id)).length;
		const text = { MessageSid: `SM${'5'.repeat(32)}`, From: phoneOf(5), Body: 'Bonjour' };
		const answers = await Promise.all(Array.from({ length: 50 }, () => inbound(text)));
		for (const answer of answers) {
			expect(answer.status).toBe(200);
			expect(answer.headers.get('content-type')).toMatch(/^text\/xml/);
			expect(await answer.text()).toBe('<Response/>');
		}
		await waitForExecutions(n8n, workflows['forward-replies'].id, { count: before + 1 });
		await sleep(1_000);
		expect(await listExecutions(n8n, workflows['forward-replies'].id)).toHaveLength(before + 1);
	});

	test('a burst of 200 texts is answered within Twilio’s deadline, none is lost', async () => {
		const before = inbox.received.length;
		const texts = Array.from({ length: 200 }, (_, index) => ({
			MessageSid: `SM${String(index).padStart(32, '0')}`,
			From: `+1212555${String(1000 + index).padStart(4, '0')}`,
			Body: `Burst ${index}`,
		}));
		const started = performance.now();
		const slowest = await Promise.all(
			texts.map(async (text) => {
				expect((await inbound(text)).status).toBe(200);
				return performance.now() - started;
			}),
		);
		process.stderr.write(`200 texts at once: the last one was answered after ${Math.round(Math.max(...slowest))} ms\n`);
		expect(Math.max(...slowest)).toBeLessThan(DEADLINE_MS);
		while (inbox.received.length < before + 200) await sleep(100);
		const told = inbox.received.slice(before).map(({ body }) => /Burst \d+/.exec(body)?.[0]);
		expect(new Set(told).size).toBe(200);
	}, 120_000);
});

describe('a receipt', () => {
	const failed = (name: Name, work: () => Promise<unknown>) => outputsAfter(name, work, 'SMS Delivery Trigger');

	test('of a delivered text starts no execution', async () => {
		const before = (await listExecutions(n8n, workflows['retry-undelivered'].id)).length;
		await order(6);
		await sandbox.settled();
		expect(await listExecutions(n8n, workflows['retry-undelivered'].id)).toHaveLength(before);
	});

	test('of a phone that was off leads to another try, which arrives', async () => {
		sandbox.setFault({ kind: 'delivery-failed', phone: phoneOf(7), code: '30003', count: 1 });
		const outputs = await failed('retry-undelivered', () => order(7));
		expect(outputs[1]).toMatchObject([
			{
				orderNumber: '#1008',
				stage: 'confirmed',
				delivery: 'undelivered',
				deliveryReasonCode: 'unreachable',
				tries: 1,
			},
		]);
		await sandbox.settled();
		expect(sandbox.messages(phoneOf(7)).map(({ status }) => status)).toEqual(['undelivered', 'delivered']);
	});

	test('of a landline is told to the team, and the number is not texted again', async () => {
		const before = inbox.received.length;
		sandbox.setFault({ kind: 'delivery-failed', phone: phoneOf(8), code: '30006', count: 1 });
		await failed('retry-undelivered', () => order(8));
		expect(inbox.received.slice(before).map(({ body }) => body)).toEqual([expect.stringContaining('#1009')]);
		const delivered = { more: { fulfillments: [{ status: 'success', shipment_status: 'delivered' }] } };
		expect((await order(8, 'orders/updated', delivered))[2]).toMatchObject([{ reasonCode: 'dead-number' }]);
	});

	test('settles a text whose answer was lost', async () => {
		sandbox.setFault({ kind: 'cut', phone: phoneOf(9), count: 1 });
		await order(9);
		await sandbox.settled();
		expect(sandbox.messages(phoneOf(9))).toHaveLength(1);
		expect((await order(9))[2]).toMatchObject([{ reasonCode: 'duplicate' }]);
	});
});

test('unpublishing puts back what stood at the carrier', async () => {
	const { accountSid, authToken, numbers } = TWILIO_ACCOUNT;
	const url = `${sandbox.url}/twilio/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${numbers[2].id}.json`;
	const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
	const number = async () => (await (await fetch(url, { headers: { authorization } })).json()) as { sms_url: string };
	expect((await number()).sms_url).toMatch(/\/webhook\/.+\/sms$/);
	await n8n.call('POST', `/workflows/${workflows['forward-replies'].id}/deactivate`);
	for (let tries = 0; tries < 50 && (await number()).sms_url.includes('/webhook/'); tries++) await sleep(100);
	expect((await number()).sms_url).not.toContain('/webhook/');
});

test.each([
	['answer-order-questions', 'SMS Reply Trigger', ['Carrier', 'Number', 'Answer Automatically', 'Keywords', 'Options']],
	['retry-undelivered', 'SMS Delivery Trigger', ['Carrier', 'Reports', 'Options']],
] as const)('%s opens in the editor without a console error', async (name, node, labels) => {
	await editor.openWorkflow(workflows[name].id);
	await screenshot(editor.page, name);
	const panel = await openNode(editor.page, node);
	await screenshot(editor.page, `${name}-node`);
	const words = await panel.innerText();
	for (const label of labels) expect(words).toContain(label);
	expect(editor.consoleErrors).toEqual([]);
});
