// Every fault, seen from the side of the one who sends. Where a vendor's SDK has an opinion, it is asked.
import { TELNYX_ACCOUNT, TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { telnyxClient, twilioClient } from './clients';
import { rejection, startWorkflowDouble, type WorkflowDouble } from './workflow-double';
import twilio from 'twilio';

const FROM = TWILIO_ACCOUNT.numbers[0].number;
const PHONE = '+14155550123';

let sandbox: Sandbox;
let workflow: WorkflowDouble;

beforeEach(async () => {
	sandbox = await startSandbox({ port: 0, seed: 7, timing: { sentAfterMs: 6, finalAfterMs: 12 }, retryDelayMs: 2 });
	workflow = await startWorkflowDouble();
});
afterEach(async () => {
	await sandbox.stop();
	await workflow.stop();
});

const sendTwilio = (change: { to?: string; statusCallback?: string } = {}, login = {}) =>
	twilioClient(sandbox, login).messages.create({ to: PHONE, from: FROM, body: 'Hi', ...change });
const sendTelnyx = (maxRetries = 0, change: { to?: string; webhook_url?: string } = {}) =>
	telnyxClient(sandbox, { maxRetries }).messages.send({
		to: PHONE,
		from: TELNYX_ACCOUNT.numbers[0].number,
		text: 'Hi',
		...change,
	});
const withReceipts = () => sendTwilio({ statusCallback: workflow.url });
const receiptStatuses = () => workflow.received.map(({ form }) => form.MessageStatus);

describe('while the API answers', () => {
	test('throttle: 429 with the carrier’s code and waiting time, and nothing is accepted', async () => {
		sandbox.setFault({ kind: 'throttle', count: 2, retryAfterSeconds: 7 });
		expect(await rejection(sendTwilio())).toMatchObject({ status: 429, code: 20429 });
		const error = await rejection(sendTelnyx());
		expect(error).toMatchObject({ status: 429, error: { errors: [{ code: '10011' }] } });
		expect((error.headers as Headers).get('x-ratelimit-reset')).toBe('7');
		expect(sandbox.counters()).toMatchObject({ throttled: 2, accepted: 0 });
		expect(sandbox.messages()).toEqual([]);
	});

	test('throttle: Twilio’s answer names the seconds to wait', async () => {
		sandbox.setFault({ kind: 'throttle', count: 1, retryAfterSeconds: 7 });
		const { accountSid, authToken } = TWILIO_ACCOUNT;
		const response = await fetch(`${sandbox.url}/twilio/2010-04-01/Accounts/${accountSid}/Messages.json`, {
			method: 'POST',
			headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
			body: new URLSearchParams({ To: PHONE, From: FROM, Body: 'Hi' }),
		});
		expect(response.status).toBe(429);
		expect(response.headers.get('retry-after')).toBe('7');
	});

	test('throttle: the SDKs that retry get through, with one text', async () => {
		sandbox.setFault({ kind: 'throttle', count: 2, carrier: 'twilio' });
		expect(await sendTwilio({}, { autoRetry: true })).toMatchObject({ status: 'queued' });
		expect(sandbox.counters()).toMatchObject({ throttled: 2, accepted: 1 });
		expect(sandbox.messages()).toHaveLength(1);
	});

	test('server-error: 500, and nothing is accepted', async () => {
		sandbox.setFault({ kind: 'server-error', count: 2 });
		expect(await rejection(sendTwilio())).toMatchObject({ status: 500, code: 20500 });
		expect(await rejection(sendTelnyx())).toMatchObject({ status: 500, error: { errors: [{ code: '10007' }] } });
		expect(sandbox.counters()).toMatchObject({ serverErrors: 2, accepted: 0 });
	});

	test('server-error on an accepted text: telnyx-node tries again and sends it twice', async () => {
		sandbox.setFault({ kind: 'server-error', count: 1, accepted: true });
		await sendTelnyx(2);
		expect(sandbox.messages().map(({ phone }) => phone)).toEqual([PHONE, PHONE]);
	});

	test('cut: no answer, but the text arrives and is found by looking it up', async () => {
		sandbox.setFault({ kind: 'cut', count: 1 });
		const error = await rejection(withReceipts());
		expect(String(error.code ?? error.message)).toMatch(/ECONNRESET|socket hang up/);
		await sandbox.settled();
		expect(sandbox.counters()).toMatchObject({ cut: 1, accepted: 1 });
		expect(receiptStatuses()).toEqual(['sent', 'delivered']);
		const found = await twilioClient(sandbox).messages.list({ to: PHONE, from: FROM });
		expect(found.map(({ body, status }) => [body, status])).toEqual([['Hi', 'delivered']]);
	});

	test('refuse: the connection closes and nothing is accepted', async () => {
		sandbox.setFault({ kind: 'refuse', count: 1 });
		const error = await rejection(sendTwilio());
		expect(String(error.code ?? error.message)).toMatch(/ECONNRESET|socket hang up/);
		expect(sandbox.counters()).toMatchObject({ closedEarly: 1, accepted: 0 });
		expect(await sendTwilio()).toMatchObject({ status: 'queued' });
	});

	test('slow: the answer comes late, the text does not', async () => {
		sandbox.setFault({ kind: 'slow', count: 1, ms: 600 });
		const started = performance.now();
		const answer = sendTwilio();
		while (sandbox.messages().length === 0) await new Promise(setImmediate);
		expect(performance.now() - started).toBeLessThan(590);
		await answer;
		expect(performance.now() - started).toBeGreaterThan(590);
	});

	test('latency holds back every answer, refusals too, but not look-ups', async () => {
		sandbox.setLatency(400);
		const took = async (work: () => Promise<unknown>) => {
			const started = performance.now();
			await work();
			return performance.now() - started;
		};
		expect(await took(() => sendTwilio())).toBeGreaterThan(390);
		expect(await took(() => rejection(sendTwilio({ to: 'nobody' })))).toBeGreaterThan(390);
		expect(await took(() => twilioClient(sandbox).messages.list())).toBeLessThan(390);
	});
});

describe('while a text is delivered', () => {
	test('delivery-failed: undelivered with a code of the carrier', async () => {
		sandbox.setFault({ kind: 'delivery-failed', count: 1 });
		const { sid } = await withReceipts();
		await sandbox.settled();
		expect(receiptStatuses()).toEqual(['sent', 'undelivered']);
		expect(workflow.received[1]?.form).toMatchObject({ ErrorCode: '30003' });
		expect(await twilioClient(sandbox).messages(sid).fetch()).toMatchObject({
			status: 'undelivered',
			errorCode: 30003,
		});
	});

	test('delivery-failed: failed with a code of one’s own, without being sent first', async () => {
		sandbox.setFault({ kind: 'delivery-failed', count: 1, status: 'failed', code: '30007' });
		await withReceipts();
		await sandbox.settled();
		expect(receiptStatuses()).toEqual(['failed']);
		expect(workflow.received[0]?.form.ErrorCode).toBe('30007');
	});

	test('delivery-failed: at Telnyx it is an error in message.finalized', async () => {
		sandbox.setFault({ kind: 'delivery-failed', count: 1 });
		await sendTelnyx(0, { webhook_url: workflow.url });
		await sandbox.settled();
		expect(JSON.parse(workflow.received[1]?.body ?? '')).toMatchObject({
			data: {
				event_type: 'message.finalized',
				payload: { to: [{ status: 'delivery_failed' }], errors: [{ code: '40008', title: 'Undeliverable' }] },
			},
		});
	});
});

describe('while receipts are sent', () => {
	test('duplicate: every receipt twice, as the same event', async () => {
		sandbox.setFault({ kind: 'duplicate', count: 1 });
		await withReceipts();
		await sandbox.settled();
		expect(receiptStatuses()).toEqual(['sent', 'sent', 'delivered', 'delivered']);
		const tokens = workflow.received.map(({ headers }) => headers['i-twilio-idempotency-token']);
		expect(tokens[0]).toBe(tokens[1]);
		expect(tokens[1]).not.toBe(tokens[2]);
	});

	test('out-of-order: the final one first', async () => {
		sandbox.setFault({ kind: 'out-of-order', count: 1 });
		await withReceipts();
		await sandbox.settled();
		expect(receiptStatuses()).toEqual(['delivered', 'sent']);
	});

	test('missing: none, though the text is delivered', async () => {
		sandbox.setFault({ kind: 'missing', count: 1 });
		const { sid } = await withReceipts();
		await sandbox.settled();
		expect(workflow.received).toEqual([]);
		expect((await twilioClient(sandbox).messages(sid).fetch()).status).toBe('delivered');
	});

	test('late: the final one only after a while', async () => {
		sandbox.setFault({ kind: 'late', count: 1, ms: 150 });
		const started = performance.now();
		await withReceipts();
		while (sandbox.messages()[0]?.status !== 'delivered') await new Promise((resolve) => setTimeout(resolve, 2));
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(receiptStatuses()).toEqual(['sent']);
		await sandbox.settled();
		expect(receiptStatuses()).toEqual(['sent', 'delivered']);
		expect(performance.now() - started).toBeGreaterThan(150);
	});

	test('forged: the vendors’ own checks refuse them', async () => {
		sandbox.setFault({ kind: 'forged', count: 2 });
		await withReceipts();
		await sendTelnyx(0, { webhook_url: workflow.url });
		await sandbox.settled();
		const [twilioReceipt] = workflow.received.filter(({ form }) => form.MessageStatus);
		const [telnyxReceipt] = workflow.received.filter(({ body }) => body.startsWith('{'));
		const signature = String(twilioReceipt?.headers['x-twilio-signature']);
		expect(
			twilio.validateRequest(TWILIO_ACCOUNT.authToken, signature, `${workflow.url}/`, twilioReceipt?.form ?? {}),
		).toBe(false);
		const headers = telnyxReceipt?.headers as Record<string, string>;
		await expect(telnyxClient(sandbox).webhooks.unwrap(telnyxReceipt?.body ?? '', { headers })).rejects.toThrow(
			/signature/i,
		);
	});

	test('a text without receipts leaves the fault to the next', async () => {
		sandbox.setFault({ kind: 'missing', count: 1 });
		await sendTwilio();
		await withReceipts();
		await sandbox.settled();
		expect(workflow.received).toEqual([]);
	});
});
