// The oracle is twilio-node: it sends, reads and validates; the sandbox has to satisfy it.
import type twilio from 'twilio';
import { TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { twilioClient } from './clients';
import { rejection, startWorkflowDouble, type WorkflowDouble } from './workflow-double';

const { accountSid, apiKeySid, apiKeySecret, messagingServiceSid } = TWILIO_ACCOUNT;
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

describe('sending', () => {
	test('an accepted text comes back as the full resource that the SDK reads', async () => {
		const message = await send();
		expect(message.sid).toMatch(/^SM[0-9a-f]{32}$/);
		expect(message).toMatchObject({
			accountSid,
			apiVersion: '2010-04-01',
			body: 'Your order has shipped',
			direction: 'outbound-api',
			errorCode: null,
			from: FROM,
			messagingServiceSid: null,
			numMedia: '0',
			numSegments: '1',
			price: null,
			status: 'queued',
			to: PHONE,
			uri: `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}.json`,
		});
		expect(Math.abs(message.dateCreated.getTime() - Date.now())).toBeLessThan(5_000);
		expect(message.dateSent).toBeNull();
	});

	test('segments are counted by encoding', async () => {
		expect((await send({ body: 'a'.repeat(161) })).numSegments).toBe('2');
		expect((await send({ body: 'я'.repeat(71) })).numSegments).toBe('2');
		expect(sandbox.messages().map(({ encoding }) => encoding)).toEqual(['GSM-7', 'UCS-2']);
	});

	test('a Messaging Service accepts first and chooses a sender of the same country later', async () => {
		const message = await client.messages.create({ to: '+447700900456', messagingServiceSid, body: 'Hi' });
		expect(message).toMatchObject({ status: 'accepted', from: null, numSegments: '0', messagingServiceSid });
		await sandbox.settled();
		expect(await client.messages(message.sid).fetch()).toMatchObject({
			status: 'delivered',
			from: '+447700900100',
			numSegments: '1',
		});
	});

	test('media make it an MMS', async () => {
		const message = await send({ mediaUrl: ['https://shop.example/a.jpg', 'https://shop.example/b.jpg'] });
		expect(message.sid).toMatch(/^MM/);
		expect(message.numMedia).toBe('2');
		expect(sandbox.messages()[0]?.media).toEqual(['https://shop.example/a.jpg', 'https://shop.example/b.jpg']);
	});

	test('an API key sends as well', async () => {
		const message = await twilioClient(sandbox, { user: apiKeySid, password: apiKeySecret }).messages.create({
			to: PHONE,
			from: FROM,
			body: 'Hi',
		});
		expect(message.status).toBe('queued');
	});

	test('a scheduled text waits for its time and can be cancelled until then', async () => {
		const sendAt = new Date(Date.now() + 3_600_000);
		const message = await client.messages.create({
			to: PHONE,
			messagingServiceSid,
			body: 'Later',
			scheduleType: 'fixed',
			sendAt,
		});
		expect(message.status).toBe('scheduled');
		expect(await client.messages(message.sid).update({ status: 'canceled' })).toMatchObject({ status: 'canceled' });
		expect(await rejection(client.messages(message.sid).update({ status: 'canceled' }))).toMatchObject({ code: 30409 });
	});

	test('a scheduled text is sent when its time has come, and not before', async () => {
		jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'], now: Date.now() });
		try {
			const sendAt = new Date(Date.now() + 301_000);
			const scheduled = { to: PHONE, messagingServiceSid, body: 'Soon', scheduleType: 'fixed' as const, sendAt };
			await client.messages.create(scheduled);
			const status = () => sandbox.messages().map((message) => message.status);
			jest.advanceTimersByTime(299_000);
			expect(status()).toEqual(['scheduled']);
			expect(await rejection(client.messages.create(scheduled))).toMatchObject({ code: 35114 });
			jest.advanceTimersByTime(2_100);
			expect(status()).toEqual(['delivered']);
		} finally {
			jest.useRealTimers();
		}
	});
});

describe('refusals carry the code, status and link of the real API', () => {
	const cases: [string, number, number, Record<string, unknown>][] = [
		['no recipient', 21604, 400, { to: '' }],
		['no sender', 21603, 400, { from: '' }],
		['no text', 21602, 400, { body: '' }],
		['a recipient without a plus', 21211, 400, { to: '4155550123' }],
		['a recipient that is a word', 21211, 400, { to: 'constructor' }],
		['a short code as recipient', 21265, 400, { to: '72345' }],
		['recipient and sender the same', 21266, 400, { to: FROM }],
		['a number of somebody else', 21659, 400, { from: '+14155550199' }],
		['a short code abroad', 21659, 400, { from: '72345', to: '+447700900456' }],
		['a sender that is nothing', 21212, 400, { from: 'way too long a name' }],
		['a name to North America', 21612, 400, { from: 'ACME' }],
		['an unknown Messaging Service', 21701, 400, { from: '', messagingServiceSid: `MG${'a'.repeat(32)}` }],
		['1601 characters', 21617, 400, { body: 'a'.repeat(1601) }],
		['a callback that is no address', 21609, 400, { statusCallback: 'ftp://shop.example' }],
		['a validity of ten minutes too many', 21624, 400, { validityPeriod: 36_600 }],
		['scheduling without a service', 35118, 400, { scheduleType: 'fixed', sendAt: new Date() }],
		['the magic invalid number', 21211, 400, { to: '+15005550001' }],
		['the magic unreachable number', 21612, 400, { to: '+15005550002' }],
		['the magic number without permission', 21408, 400, { to: '+15005550003' }],
		['the magic opted-out number', 21610, 400, { to: '+15005550004' }],
		['the magic landline', 21614, 400, { to: '+15005550009' }],
		['the magic sender that is not owned', 21606, 400, { from: '+15005550007' }],
		['the magic sender with a full queue', 21611, 400, { from: '+15005550008' }],
	];
	test.each(cases)('%s: %i', async (_name, code, status, change) => {
		const error = await rejection(send(change));
		expect(error).toMatchObject({ code, status, moreInfo: `https://www.twilio.com/docs/errors/${code}` });
		expect(sandbox.messages()).toEqual([]);
		expect(sandbox.counters()).toMatchObject({ refused: 1, accepted: 0 });
	});

	test('a name reaches countries that take names', async () => {
		expect(await send({ from: 'ACME', to: '+4915901234567' })).toMatchObject({ from: 'ACME', status: 'queued' });
	});

	test.each([
		['a wrong token', { password: 'wrong' }],
		['a token that goes with another user', { user: apiKeySid }],
	])('%s: 20003', async (_name, login) => {
		const error = await rejection(twilioClient(sandbox, login).messages.create({ to: PHONE, from: FROM, body: 'Hi' }));
		expect(error).toMatchObject({ code: 20003, status: 401, message: 'Authenticate' });
	});

	test('the right login for somebody else’s account: 20003', async () => {
		const other = client.api.v2010.accounts(`AC${'a'.repeat(32)}`);
		expect(await rejection(other.messages.list())).toMatchObject({ code: 20003, status: 401 });
	});

	test('a Standard API key may not read the account, as at Twilio', async () => {
		expect(await client.api.v2010.accounts(accountSid).fetch()).toMatchObject({ sid: accountSid, status: 'active' });
		const byKey = twilioClient(sandbox, { user: apiKeySid, password: apiKeySecret });
		expect(await rejection(byKey.api.v2010.accounts(accountSid).fetch())).toMatchObject({ code: 20003, status: 401 });
		expect(await byKey.incomingPhoneNumbers.list({ limit: 1 })).toHaveLength(1);
	});

	test('what does not exist: 20404', async () => {
		expect(await rejection(client.messages(`SM${'0'.repeat(32)}`).fetch())).toMatchObject({ code: 20404, status: 404 });
	});
});

describe('looking up', () => {
	test('texts are listed newest first, by recipient, sender and time, over pages', async () => {
		for (let index = 0; index < 5; index++) await send({ body: `Text ${index}` });
		await send({ to: '+14155550124', body: 'To another phone' });
		const bodies = async (options: Parameters<typeof client.messages.list>[0]) =>
			(await client.messages.list(options)).map(({ body }) => body);

		expect(await bodies({ to: PHONE, pageSize: 2 })).toEqual(['Text 4', 'Text 3', 'Text 2', 'Text 1', 'Text 0']);
		expect(await bodies({ to: '+14155550124' })).toEqual(['To another phone']);
		expect(await bodies({ from: '+447700900100' })).toEqual([]);
		expect(await bodies({ from: FROM, limit: 1 })).toEqual(['To another phone']);
		expect(await bodies({ dateSentAfter: new Date(Date.now() - 60_000) })).toHaveLength(6);
		expect(await bodies({ dateSentAfter: new Date(Date.now() + 60_000) })).toEqual([]);
		expect(await bodies({ dateSentBefore: new Date(Date.now() - 60_000) })).toEqual([]);
		expect(await bodies({ dateSent: new Date() })).toHaveLength(6);
	});

	test('numbers are found and their webhook is set', async () => {
		const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: FROM });
		expect(number).toMatchObject({ phoneNumber: FROM, smsUrl: '', capabilities: { sms: true } });
		await client.incomingPhoneNumbers(String(number?.sid)).update({ smsUrl: `${workflow.url}/sms`, smsMethod: 'GET' });
		expect(await client.incomingPhoneNumbers(String(number?.sid)).fetch()).toMatchObject({
			smsUrl: `${workflow.url}/sms`,
			smsMethod: 'GET',
		});
		expect(await client.incomingPhoneNumbers.list()).toHaveLength(4);
	});

	test('short codes are found and their webhook is set', async () => {
		const [shortCode] = await client.shortCodes.list({ shortCode: '72345' });
		expect(shortCode).toMatchObject({ shortCode: '72345', smsUrl: '', smsMethod: 'POST' });
		await client.shortCodes(String(shortCode?.sid)).update({ smsUrl: `${workflow.url}/sms` });
		expect(await client.shortCodes(String(shortCode?.sid)).fetch()).toMatchObject({ smsUrl: `${workflow.url}/sms` });
		expect(await client.shortCodes.list({ shortCode: '99999' })).toEqual([]);
	});

	test('with an application the URL of a number is not called', async () => {
		const number = client.incomingPhoneNumbers(TWILIO_ACCOUNT.numbers[0].id);
		await number.update({ smsUrl: `${workflow.url}/sms`, smsApplicationSid: `AP${'0'.repeat(32)}` });
		expect(await number.fetch()).toMatchObject({ smsApplicationSid: `AP${'0'.repeat(32)}` });
		expect((await sandbox.reply(PHONE, 'Hi', FROM)).webhook).toMatchObject({ outcome: 'no-url' });
		await number.update({ smsApplicationSid: '' });
		expect((await sandbox.reply(PHONE, 'Hi', FROM)).webhook).toMatchObject({ outcome: 'accepted' });
	});

	test('a URL that is none is refused: 21402', async () => {
		const number = client.incomingPhoneNumbers(TWILIO_ACCOUNT.numbers[0].id);
		expect(await rejection(number.update({ smsUrl: 'example.com/sms' }))).toMatchObject({ code: 21402, status: 400 });
		const service = client.messaging.v1.services(messagingServiceSid);
		expect(await rejection(service.update({ inboundRequestUrl: 'nowhere' }))).toMatchObject({ code: 21402 });
		expect(await number.fetch()).toMatchObject({ smsUrl: '' });
	});

	test('Messaging Services are listed, read and changed', async () => {
		expect((await client.messaging.v1.services.list()).map(({ sid }) => sid)).toEqual([messagingServiceSid]);
		const service = client.messaging.v1.services(messagingServiceSid);
		expect(await service.fetch()).toMatchObject({ useInboundWebhookOnNumber: true, inboundRequestUrl: null });
		await service.update({ inboundRequestUrl: `${workflow.url}/service`, useInboundWebhookOnNumber: false });
		expect(await service.fetch()).toMatchObject({
			useInboundWebhookOnNumber: false,
			inboundRequestUrl: `${workflow.url}/service`,
		});
		expect((await service.phoneNumbers.list()).map(({ phoneNumber }) => phoneNumber)).toEqual([FROM, '+447700900100']);
		expect(await service.phoneNumbers(TWILIO_ACCOUNT.numbers[0].id).fetch()).toMatchObject({ phoneNumber: FROM });
		expect(await rejection(service.phoneNumbers(TWILIO_ACCOUNT.numbers[2].id).fetch())).toMatchObject({ status: 404 });
		expect(await service.shortCodes.list()).toEqual([]);
		const stranger = client.messaging.v1.services(`MG${'a'.repeat(32)}`);
		expect(await rejection(stranger.fetch())).toMatchObject({ code: 20404, status: 404 });
	});
});
