// The switches under /_sandbox/, as the phone page and the end-to-end tests use them.
import { TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { twilioClient } from './clients';
import { control, FROM, PHONE, sandbox, send, startBeforeEach, workflow } from './switches';
import { rejection } from './workflow-double';

startBeforeEach();

const get = async (path: string) => (await control('GET', path)).json;

describe('state', () => {
	test('phones come by their latest text, texts oldest first, settings with them', async () => {
		await send(PHONE, 'first');
		await send('+14155550124', 'second');
		await send(PHONE, 'third');
		await sandbox.settled();
		const state = await get('/state');
		expect(state).toMatchObject({
			phoneCount: 2,
			messageCount: 3,
			phones: [
				{ phone: PHONE, count: 2, last: { text: 'third', status: 'delivered' } },
				{ phone: '+14155550124', count: 1, last: { text: 'second' } },
			],
			messages: [{ text: 'first' }, { text: 'second' }, { text: 'third' }],
			settings: {
				counters: { accepted: 3 },
				faults: [],
				timing: { latencyMs: 0 },
				optOuts: { twilio: false, telnyx: false },
			},
		});
		expect((state.numbers as unknown[]).length).toBe(9);
		expect(state.credentials).toMatchObject([
			{
				carrier: 'twilio',
				fields: [{ name: 'Base URL', value: `${sandbox.url}/twilio` }, { name: 'Account SID' }, {}, {}, {}, {}, {}],
			},
			{
				carrier: 'telnyx',
				fields: [{ name: 'Base URL', value: `${sandbox.url}/telnyx` }, {}, { value: sandbox.publicKey }, {}, {}],
			},
		]);
	});

	test('texts of one phone, and only the newest', async () => {
		for (const text of ['a', 'b', 'c']) await send(PHONE, text);
		await send('+14155550124', 'elsewhere');
		const texts = async (query: string) =>
			((await get(`/messages?${query}`)).messages as { text: string }[]).map(({ text }) => text);
		expect(await texts(`phone=${encodeURIComponent(PHONE)}`)).toEqual(['a', 'b', 'c']);
		expect(await texts(`phone=${encodeURIComponent(PHONE)}&messages=2`)).toEqual(['b', 'c']);
		expect(await texts('messages=1')).toEqual(['elsewhere']);
	});

	test('counters tell what came and what became of it', async () => {
		await send();
		await rejection(send('nobody'));
		await twilioClient(sandbox).messages.list();
		expect(await get('/counters')).toEqual({
			apiRequests: 3,
			accepted: 1,
			refused: 1,
			throttled: 0,
			serverErrors: 0,
			cut: 0,
			closedEarly: 0,
			receiptsSent: 0,
			receiptsFailed: 0,
			repliesDelivered: 0,
			repliesFailed: 0,
		});
	});
});

describe('settings', () => {
	test('faults are replaced, added and explained', async () => {
		expect((await control('PUT', '/faults', { faults: [{ kind: 'throttle', count: 1 }] })).json).toEqual({
			faults: [{ kind: 'throttle', count: 1 }],
		});
		await control('POST', '/faults', { kind: 'slow', ms: 5 });
		expect(await get('/faults')).toEqual({
			faults: [
				{ kind: 'throttle', count: 1 },
				{ kind: 'slow', ms: 5 },
			],
		});
		expect(await control('POST', '/faults', { kind: 'nope' })).toMatchObject({
			status: 400,
			json: { error: /one of/ },
		});
		const half = await control('PUT', '/faults', { faults: [{ kind: 'cut' }, { kind: 'nope' }] });
		expect(half.status).toBe(400);
		expect(await get('/faults')).toMatchObject({ faults: [{ kind: 'throttle' }, { kind: 'slow' }] });
		expect(await rejection(send())).toMatchObject({ status: 429 });
	});

	test('times', async () => {
		expect((await control('PUT', '/timing', { latencyMs: 40 })).json).toEqual({
			latencyMs: 40,
			sentAfterMs: 1,
			finalAfterMs: 2,
		});
		const started = performance.now();
		await send();
		expect(performance.now() - started).toBeGreaterThan(38);
		for (const bad of [
			{ latencyMs: -1 },
			{ latencyMs: '5' },
			{ latencyMs: 1.5 },
			{ toString: 1 },
			{ latencyMs: 9e9 },
		]) {
			expect(await control('PUT', '/timing', bad)).toMatchObject({ status: 400 });
		}
		expect(await get('/timing')).toMatchObject({ latencyMs: 40 });
	});

	test('STOP handling', async () => {
		expect((await control('PUT', '/opt-outs', { twilio: true })).json).toEqual({ twilio: true, telnyx: false });
		expect(await control('PUT', '/opt-outs', { vonage: true })).toMatchObject({ status: 400 });
		await sandbox.reply(PHONE, 'STOP', FROM);
		expect(await get('/state')).toMatchObject({
			settings: { optOuts: { twilio: true }, blocked: [{ phone: PHONE, scope: TWILIO_ACCOUNT.messagingServiceSid }] },
		});
	});

	test('inbound URLs', async () => {
		const answer = await control('PUT', '/inbound-urls', { [FROM]: `${workflow.url}/a` });
		expect(answer.json).toContainEqual(expect.objectContaining({ target: FROM, url: `${workflow.url}/a` }));
		expect(await control('PUT', '/inbound-urls', { [FROM]: 'javascript:alert(1)' })).toMatchObject({ status: 400 });
		expect(await control('PUT', '/inbound-urls', { '+19990000000': workflow.url })).toMatchObject({ status: 400 });
		await sandbox.reply(PHONE, 'Hi', FROM);
		expect(workflow.received.map(({ url }) => url)).toEqual([`${workflow.url}/a`]);
		await control('PUT', '/inbound-urls', { [FROM]: '' });
		expect((await sandbox.reply(PHONE, 'Hi', FROM)).webhook.outcome).toBe('no-url');
	});

	test('a wrong target is told to the caller of the API as well', () => {
		expect(() => sandbox.setInboundUrl('+19990000000', workflow.url)).toThrow(/neither a number nor a pool/);
	});
});

describe('reset', () => {
	test('forgets texts, faults and counters, and keeps where texts go', async () => {
		sandbox.setInboundUrl(FROM, workflow.url);
		sandbox.setFault({ kind: 'throttle', phone: '+19' });
		await send();
		expect((await control('POST', '/reset', {})).status).toBe(200);
		expect(await get('/state')).toMatchObject({
			phones: [],
			messages: [],
			settings: { faults: [], counters: { accepted: 0 } },
		});
		await sandbox.reply(PHONE, 'Hi', FROM);
		expect(workflow.received).toHaveLength(1);
		sandbox.setOptOutHandling('twilio', true);
		await control('POST', '/reset', { account: true });
		expect(await get('/opt-outs')).toEqual({ twilio: false, telnyx: false });
		expect((await sandbox.reply(PHONE, 'Hi', FROM)).webhook.outcome).toBe('no-url');
	});

	test('texts under way are not reported afterwards', async () => {
		sandbox.setReceiptTimes(20, 40);
		await twilioClient(sandbox).messages.create({ to: PHONE, from: FROM, body: 'Hi', statusCallback: workflow.url });
		sandbox.reset();
		await sandbox.settled();
		await new Promise((resolve) => setTimeout(resolve, 60));
		expect(workflow.received).toEqual([]);
		expect(sandbox.messages()).toEqual([]);
		expect(sandbox.counters()).toMatchObject({ accepted: 0, receiptsSent: 0 });
	});
});

test('a receipt under way at a reset is the last', async () => {
	sandbox.setFault({ kind: 'duplicate' });
	workflow.answerWith({ status: 200, afterMs: 40 });
	await twilioClient(sandbox).messages.create({ to: PHONE, from: FROM, body: 'Hi', statusCallback: workflow.url });
	while (workflow.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
	sandbox.reset();
	await new Promise((resolve) => setTimeout(resolve, 120));
	expect(workflow.received).toHaveLength(1);
	expect(sandbox.counters()).toMatchObject({ receiptsSent: 0 });
});

describe('who may work the switches', () => {
	test('no other web site in the same browser', async () => {
		expect(await control('GET', '/state', undefined, { 'sec-fetch-site': 'cross-site' })).toMatchObject({
			status: 403,
		});
		// what a form of another site can send without being asked first
		expect(await control('POST', '/reset', 'account=true', { 'content-type': 'text/plain' })).toMatchObject({
			status: 415,
		});
		expect(await control('POST', '/reset', {}, { 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 200 });
	});

	test('what is no JSON object, what does not exist, and what is far too large', async () => {
		expect(await control('POST', '/reset', '[1]')).toMatchObject({ status: 400 });
		expect(await control('POST', '/reset', '{')).toMatchObject({ status: 400 });
		expect(await control('GET', '/nope')).toMatchObject({ status: 404 });
		const huge = await fetch(`${sandbox.url}/_sandbox/reply`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ text: 'x'.repeat(1_100_000) }),
		});
		expect(huge.status).toBe(413);
	});
});
