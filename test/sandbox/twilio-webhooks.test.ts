// Receipts and customers' texts from Twilio's twin. The oracle is twilio-node, which validates them.
import twilio from 'twilio';
import { TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { twilioClient } from './clients';
import { startWorkflowDouble, type ReceivedWebhook, type WorkflowDouble } from './workflow-double';

const { accountSid, authToken, messagingServiceSid } = TWILIO_ACCOUNT;
const FROM = TWILIO_ACCOUNT.numbers[0].number;
const PHONE = '+14155550123';

let sandbox: Sandbox;
let workflow: WorkflowDouble;
let client: twilio.Twilio;

beforeEach(async () => {
	sandbox = await startSandbox({ port: 0, timing: { sentAfterMs: 6, finalAfterMs: 12 } });
	workflow = await startWorkflowDouble();
	client = twilioClient(sandbox);
});
afterEach(async () => {
	await sandbox.stop();
	await workflow.stop();
});

const send = (change: Partial<Parameters<typeof client.messages.create>[0]> = {}) =>
	client.messages.create({ to: PHONE, from: FROM, body: 'Your order has shipped', ...change });

const isSigned = ({ url, headers, form }: ReceivedWebhook, token: string = authToken) =>
	twilio.validateRequest(token, String(headers['x-twilio-signature']), url, form);

describe('receipts', () => {
	test('sent and delivered come signed, in this order, with the documented fields', async () => {
		const { sid } = await send({ statusCallback: `${workflow.url}/status?order=1001&x=a%20b` });
		await sandbox.settled();

		expect(workflow.received.map(({ form }) => form.MessageStatus)).toEqual(['sent', 'delivered']);
		expect(workflow.received.every((webhook) => isSigned(webhook))).toBe(true);
		expect(workflow.received[1]?.url).toBe(`${workflow.url}/status?order=1001&x=a%20b`);
		expect(workflow.received[1]?.form).toMatchObject({
			AccountSid: accountSid,
			ApiVersion: '2010-04-01',
			From: FROM,
			MessageSid: sid,
			RawDlrDoneDate: expect.stringMatching(/^\d{10}$/),
			SmsSid: sid,
			SmsStatus: 'delivered',
			To: PHONE,
		});
		expect(workflow.received[1]?.form).not.toHaveProperty('ErrorCode');
		expect(workflow.received[1]?.headers).toHaveProperty('i-twilio-idempotency-token');
		expect(sandbox.counters()).toMatchObject({ receiptsSent: 2, receiptsFailed: 0 });
		expect(await client.messages(sid).fetch()).toMatchObject({ status: 'delivered', dateSent: expect.any(Date) });
	});

	test('no text goes back to an earlier status, however close the steps are', async () => {
		sandbox.setReceiptTimes(1, 2);
		await Promise.all(Array.from({ length: 40 }, () => send({ statusCallback: workflow.url })));
		await sandbox.settled();
		expect(new Set(sandbox.messages().map(({ status }) => status))).toEqual(new Set(['delivered']));
		const bySid = new Map<string, string[]>();
		for (const { form } of workflow.received) {
			const sid = String(form.MessageSid);
			bySid.set(sid, [...(bySid.get(sid) ?? []), String(form.MessageStatus)]);
		}
		expect([...new Set([...bySid.values()].map((statuses) => statuses.join()))]).toEqual(['sent,delivered']);
		expect(bySid.size).toBe(40);
	});

	test('a Messaging Service tells of "queued" too, and has a callback of its own', async () => {
		await client.messaging.v1.services(messagingServiceSid).update({ statusCallback: `${workflow.url}/service` });
		await client.messages.create({ to: PHONE, messagingServiceSid, body: 'Hi' });
		await sandbox.settled();
		expect(workflow.received.map(({ form }) => form.MessageStatus)).toEqual(['queued', 'sent', 'delivered']);
		expect(workflow.received[0]?.form).toMatchObject({ MessagingServiceSid: messagingServiceSid, From: FROM });
	});

	test('one token, one URL: anything else fails the check', async () => {
		await send({ statusCallback: `${workflow.url}/status` });
		await sandbox.settled();
		const webhook = workflow.received[0] as ReceivedWebhook;
		expect(isSigned(webhook)).toBe(true);
		expect(isSigned(webhook, 'another token')).toBe(false);
		expect(isSigned({ ...webhook, url: `${webhook.url}2` })).toBe(false);
		expect(isSigned({ ...webhook, form: { ...webhook.form, MessageStatus: 'failed' } })).toBe(false);
	});

	test('a receipt that is not taken is not sent again, and counts', async () => {
		workflow.answerWith({ status: 500 });
		await send({ statusCallback: `${workflow.url}/status` });
		await sandbox.settled();
		expect(workflow.received).toHaveLength(2);
		expect(sandbox.counters()).toMatchObject({ receiptsSent: 0, receiptsFailed: 2 });
	});

	test('the fragment of a URL is neither called nor signed', async () => {
		await send({ statusCallback: `${workflow.url}/status#rc=2` });
		await sandbox.settled();
		const webhook = workflow.received[0] as ReceivedWebhook;
		expect(webhook.url).toBe(`${workflow.url}/status`);
		expect(isSigned(webhook)).toBe(true);
	});
});

describe('customers’ texts', () => {
	test('reach the number’s webhook, signed, with all documented fields', async () => {
		sandbox.setInboundUrl(FROM, `${workflow.url}/sms`);
		const { webhook, message } = await sandbox.reply(PHONE, 'Yes please & thanks +1', FROM);
		expect(webhook).toMatchObject({ outcome: 'accepted', status: 204, url: `${workflow.url}/sms`, attempts: 1 });

		const received = workflow.received[0] as ReceivedWebhook;
		expect(isSigned(received)).toBe(true);
		expect(received.form).toEqual({
			AccountSid: accountSid,
			ApiVersion: '2010-04-01',
			Body: 'Yes please & thanks +1',
			From: PHONE,
			FromCity: '',
			FromCountry: 'US',
			FromState: '',
			FromZip: '',
			MessageSid: message.id,
			MessagingServiceSid: messagingServiceSid,
			NumMedia: '0',
			NumSegments: '1',
			SmsMessageSid: message.id,
			SmsSid: message.id,
			SmsStatus: 'received',
			To: FROM,
			ToCity: '',
			ToCountry: 'US',
			ToState: '',
			ToZip: '',
		});
		expect((await client.messages.list({ from: PHONE }))[0]).toMatchObject({
			direction: 'inbound',
			status: 'received',
		});
	});

	test('with pictures', async () => {
		sandbox.setInboundUrl(FROM, `${workflow.url}/sms`);
		await sandbox.reply(PHONE, '', FROM, { media: ['https://phone.example/1.jpg'] });
		expect(workflow.received[0]?.form).toMatchObject({
			NumMedia: '1',
			MediaUrl0: 'https://phone.example/1.jpg',
			MediaContentType0: 'image/jpeg',
			Body: '',
		});
	});

	test('go to the Messaging Service where that takes them', async () => {
		sandbox.setInboundUrl(messagingServiceSid, `${workflow.url}/service`);
		sandbox.setInboundUrl('+33639980100', `${workflow.url}/number`);
		await sandbox.reply(PHONE, 'pooled', FROM);
		await sandbox.reply(PHONE, 'not pooled', '+33639980100');
		expect(workflow.received.map(({ url }) => url)).toEqual([`${workflow.url}/service`, `${workflow.url}/number`]);
		expect(workflow.received[1]?.form).not.toHaveProperty('MessagingServiceSid');
	});

	test('as GET where the number says so, signed over the whole address', async () => {
		const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: FROM });
		await client
			.incomingPhoneNumbers(String(number?.sid))
			.update({ smsUrl: `${workflow.url}/sms?a=1`, smsMethod: 'GET' });
		await sandbox.reply(PHONE, 'Hello there', FROM);
		const received = workflow.received[0] as ReceivedWebhook;
		expect(received.method).toBe('GET');
		expect(new URL(received.url).searchParams.get('Body')).toBe('Hello there');
		expect(isSigned(received)).toBe(true);
	});

	test('try the fallback URL when the first fails', async () => {
		const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: FROM });
		await client
			.incomingPhoneNumbers(String(number?.sid))
			.update({ smsUrl: `${workflow.url}/first`, smsFallbackUrl: `${workflow.url}/second` });
		workflow.answerWith({ status: 502 }, { status: 200 });
		expect((await sandbox.reply(PHONE, 'Hi', FROM)).webhook).toMatchObject({ outcome: 'accepted', attempts: 2 });
		expect(workflow.received.map(({ url }) => url)).toEqual([`${workflow.url}/first`, `${workflow.url}/second`]);
	});

	test('a forged one does not pass the check', async () => {
		sandbox.setInboundUrl(FROM, `${workflow.url}/sms`);
		await sandbox.reply(PHONE, 'START', FROM, { forged: true });
		expect(isSigned(workflow.received[0] as ReceivedWebhook)).toBe(false);
	});

	test('TwiML in the answer is sent as texts', async () => {
		sandbox.setInboundUrl(FROM, `${workflow.url}/sms`);
		const body =
			'<Response><Message>A &lt;b&gt; &amp; &#39;c&#39; &constructor; &#1234567890;</Message><Message><Body>Two</Body></Message></Response>';
		workflow.answerWith({ status: 200, body, contentType: 'text/xml' });
		await sandbox.reply(PHONE, 'Hi', FROM);
		await sandbox.settled();
		expect(sandbox.messages(PHONE).map(({ text, origin, status }) => [text, origin, status])).toEqual([
			['Hi', 'customer', 'received'],
			["A <b> & 'c' &constructor; &#1234567890;", 'webhook-answer', 'delivered'],
			['Two', 'webhook-answer', 'delivered'],
		]);
	});

	test('a plain answer sends nothing', async () => {
		sandbox.setInboundUrl(FROM, `${workflow.url}/sms`);
		workflow.answerWith({ status: 200, body: '<Message>no</Message>', contentType: 'text/plain' });
		await sandbox.reply(PHONE, 'Hi', FROM);
		expect(sandbox.messages(PHONE)).toHaveLength(1);
	});
});
