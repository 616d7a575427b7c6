// The process as a whole: starting, stopping, host names over TLS, memory, the command line.
import { spawn } from 'node:child_process';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { SEEDED_NUMBERS, TELNYX_ACCOUNT, TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { startSandbox } from '../../sandbox/server';
import { twilioClient } from './clients';
import { rejection, startWorkflowDouble } from './workflow-double';

const FROM = TWILIO_ACCOUNT.numbers[0].number;
const PHONE = '+14155550123';
const basic = `Basic ${btoa(`${TWILIO_ACCOUNT.accountSid}:${TWILIO_ACCOUNT.authToken}`)}`;

describe('stopping', () => {
	/** What keeps a process alive, without what jest itself has open. */
	const openHandles = () =>
		process
			.getActiveResourcesInfo()
			.filter((name) => /^(TCP|TLS|Timeout|Immediate|GetAddrInfo)/.test(name))
			.sort();

	test('leaves nothing open, whatever was under way', async () => {
		const workflow = await startWorkflowDouble();
		await new Promise((resolve) => setTimeout(resolve, 50));
		const before = openHandles();

		const sandbox = await startSandbox({
			port: 0,
			timing: { sentAfterMs: 1, finalAfterMs: 60_000 },
			retryDelayMs: 60_000,
		});
		const page = await fetch(`${sandbox.url}/_sandbox/events`);
		const silent = connect(sandbox.port, '127.0.0.1');
		silent.on('error', () => undefined);
		workflow.answerWith({ status: 500 });
		sandbox.setInboundUrl(TELNYX_ACCOUNT.messagingProfileId, workflow.url);
		const reply = sandbox.reply(PHONE, 'Hi', TELNYX_ACCOUNT.numbers[0].number); // waits to be tried again
		sandbox.setFault({ kind: 'slow', count: 1, ms: 60_000 });
		const unanswered = rejection(twilioClient(sandbox).messages.create({ to: PHONE, from: FROM, body: 'Hi' }));
		while (sandbox.messages().length < 2 || workflow.received.length < 1) await new Promise(setImmediate);

		await sandbox.stop();
		expect(await reply).toMatchObject({ webhook: { outcome: 'refused', attempts: 1 } });
		await unanswered;
		await page.text().catch(() => undefined);
		silent.destroy();
		await expect(fetch(sandbox.url)).rejects.toThrow();

		const patience = Date.now() + 2_000;
		while (openHandles().join() !== before.join() && Date.now() < patience) {
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		expect(openHandles()).toEqual(before);
		await workflow.stop();
	});

	test('a workflow that never answers is not waited for', async () => {
		const workflow = await startWorkflowDouble();
		workflow.answerWith({ status: 200, instead: 'silence' });
		const sandbox = await startSandbox({ port: 0 });
		sandbox.setInboundUrl(FROM, workflow.url);
		const reply = sandbox.reply(PHONE, 'Hi', FROM);
		while (workflow.received.length === 0) await new Promise(setImmediate);
		const started = performance.now();
		await sandbox.stop();
		expect(performance.now() - started).toBeLessThan(2_000);
		expect((await reply).webhook).toMatchObject({ outcome: 'unreachable' });
		await workflow.stop();
	});

	test('a webhook refused while it stops is not tried again', async () => {
		const workflow = await startWorkflowDouble();
		workflow.answerWith({ status: 500, afterMs: 40 });
		const sandbox = await startSandbox({ port: 0, retryDelayMs: 60_000 });
		sandbox.setInboundUrl(TELNYX_ACCOUNT.messagingProfileId, workflow.url);
		const reply = sandbox.reply(PHONE, 'Hi', TELNYX_ACCOUNT.numbers[0].number);
		while (workflow.received.length === 0) await new Promise(setImmediate);
		await sandbox.stop();
		expect((await reply).webhook).toMatchObject({ outcome: 'refused', attempts: 1 });
		await workflow.stop();
	});

	test('a port that is taken is said at once', async () => {
		const first = await startSandbox({ port: 0 });
		expect(await rejection(startSandbox({ port: first.port }))).toMatchObject({ code: 'EADDRINUSE' });
		await first.stop();
	});
});

test('memory is bounded: the oldest texts go first, and phones without texts with them', async () => {
	const sandbox = await startSandbox({ port: 0, maxMessages: 10, timing: { sentAfterMs: 0, finalAfterMs: 0 } });
	const client = twilioClient(sandbox);
	const sids: string[] = [];
	for (let index = 0; index < 25; index++) {
		const message = await client.messages.create({
			to: `+1415555${2000 + index}`,
			from: FROM,
			body: `Text ${index}`,
		});
		sids.push(message.sid);
	}
	await sandbox.settled();
	expect(sandbox.messages().map(({ text }) => text)).toEqual(
		Array.from({ length: 10 }, (_, index) => `Text ${index + 15}`),
	);
	expect(await rejection(client.messages(String(sids[14])).fetch())).toMatchObject({ code: 20404 });
	expect((await client.messages(String(sids[15])).fetch()).status).toBe('delivered');
	const state = (await (await fetch(`${sandbox.url}/_sandbox/state`)).json()) as { phoneCount: number };
	expect(state.phoneCount).toBe(10);
	expect(sandbox.counters().accepted).toBe(25);
	await sandbox.stop();
});

test('the seeded values are plainly made up, and no number belongs to two carriers', () => {
	const secrets = [TWILIO_ACCOUNT.authToken, TWILIO_ACCOUNT.apiKeySecret, TELNYX_ACCOUNT.apiKey];
	for (const secret of secrets) expect(secret).toContain('sandbox');
	expect(TWILIO_ACCOUNT.accountSid).toMatch(/^AC[0-9a-f]{32}$/);
	expect(TWILIO_ACCOUNT.messagingServiceSid).toMatch(/^MG[0-9a-f]{32}$/);
	expect(TWILIO_ACCOUNT.apiKeySid).toMatch(/^SK[0-9a-f]{32}$/);
	const numbers = Object.values(SEEDED_NUMBERS).flatMap((own) => own.map(({ number }) => number));
	expect(new Set(numbers).size).toBe(numbers.length);
});

describe('as the carriers’ own hosts', () => {
	// Made for this test; the key opens nothing.
	const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgztC3AqP94Ek4DAUH
neW31kk2UMNj6q7jFwG6tw7aTauhRANCAAS1f3FEhb1aQpQue3Aqo6bOZIH3BSTO
tEs5qDEUZ2A4VIgpdyA+kWJ6gaXjt9x2pJqr6s7cwt9HoXYaas9n0yLZ
-----END PRIVATE KEY-----`;
	const cert = `-----BEGIN CERTIFICATE-----
MIIBzzCCAXSgAwIBAgIUO6UxxSC7twpxGeTwrRHn0+wZYFgwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMc2FuZGJveCB0ZXN0MCAXDTI2MTEyMjA2Mzk0N1oYDzIxMjYx
MDI5MDYzOTQ3WjAXMRUwEwYDVQQDDAxzYW5kYm94IHRlc3QwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAS1f3FEhb1aQpQue3Aqo6bOZIH3BSTOtEs5qDEUZ2A4VIgp
dyA+kWJ6gaXjt9x2pJqr6s7cwt9HoXYaas9n0yLZo4GbMIGYMB0GA1UdDgQWBBQx
4FY+kI7tTtEb6DoVX3nKmg8cbTAfBgNVHSMEGDAWgBQx4FY+kI7tTtEb6DoVX3nK
mg8cbTAPBgNVHRMBAf8EBTADAQH/MEUGA1UdEQQ+MDyCDmFwaS50d2lsaW8uY29t
ghRtZXNzYWdpbmcudHdpbGlvLmNvbYIOYXBpLnRlbG55eC5jb22HBH8AAAEwCgYI
KoZIzj0EAwIDSQAwRgIhAMyTZHL5qSyV/LVWAv+ceZc234OHytp0jdsJSSDGbhOh
AiEAjF+XmnkK3pDssl+E9Dqw1nF80tF4pmeoojCc743xVkw=
-----END CERTIFICATE-----`;

	function call(
		port: number,
		host: string,
		path: string,
		headers: Record<string, string>,
		body?: string,
	): Promise<{ status: number; body: string }> {
		return new Promise((resolve, reject) => {
			const options = {
				host: '127.0.0.1',
				port,
				...(host.startsWith('127.') ? {} : { servername: host.replace(/:\d+$/, '') }),
				ca: cert,
				path,
				method: body === undefined ? 'GET' : 'POST',
			};
			const request = httpsRequest({ ...options, headers: { host, ...headers } }, (response) => {
				let text = '';
				response.on('data', (chunk) => (text += chunk));
				response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
			});
			request.on('error', reject);
			request.end(body);
		});
	}

	test('over TLS the host name stands for the prefix', async () => {
		const sandbox = await startSandbox({ port: 0, tls: { key, cert } });
		expect(sandbox.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
		const messages = `/2010-04-01/Accounts/${TWILIO_ACCOUNT.accountSid}/Messages.json`;
		const form = new URLSearchParams({ To: PHONE, From: FROM, Body: 'Hi' }).toString();
		const sent = await call(sandbox.port, 'api.twilio.com', messages, { authorization: basic }, form);
		expect(sent.status).toBe(201);
		expect(JSON.parse(sent.body)).toMatchObject({ status: 'queued', to: PHONE });
		const services = await call(sandbox.port, 'messaging.twilio.com', '/v1/Services', { authorization: basic });
		expect(JSON.parse(services.body)).toMatchObject({ services: [{ sid: TWILIO_ACCOUNT.messagingServiceSid }] });
		const profiles = await call(sandbox.port, 'api.telnyx.com:443', '/v2/messaging_profiles', {
			authorization: `Bearer ${TELNYX_ACCOUNT.apiKey}`,
		});
		expect(profiles).toMatchObject({ status: 200 });
		const prefixed = await call(sandbox.port, '127.0.0.1', `/twilio${messages}`, { authorization: basic });
		expect(JSON.parse(prefixed.body)).toMatchObject({ messages: [{ to: PHONE }] });
		await sandbox.stop();
	});
});

describe('the command', () => {
	const root = join(__dirname, '../..');
	const run = (...flags: string[]) =>
		spawn(process.execPath, [require.resolve('tsx/cli'), 'sandbox/cli.ts', ...flags], { cwd: root });

	async function output(child: ReturnType<typeof run>): Promise<{ code: number | null; text: string }> {
		let text = '';
		child.stdout.on('data', (chunk) => (text += chunk));
		child.stderr.on('data', (chunk) => (text += chunk));
		const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
		return { code, text };
	}

	test('prints where it listens and what to enter, and stops when asked', async () => {
		const child = run('--port', '0', '--public-url', 'http://sandbox.internal:9000/');
		const ended = output(child);
		const text = await new Promise<string>((resolve) => {
			let seen = '';
			child.stdout.on('data', (chunk) => {
				seen += chunk;
				if (seen.includes('Ctrl-C')) resolve(seen);
			});
		});
		const url = /Phones\s+(http:\/\/127\.0\.0\.1:\d+)\//.exec(text)?.[1] ?? '';
		expect((await fetch(url)).status).toBe(200);
		expect(text).toMatch(/Base URL\s+http:\/\/sandbox\.internal:9000\/twilio\n/);
		for (const value of [
			TWILIO_ACCOUNT.accountSid,
			TWILIO_ACCOUNT.authToken,
			TELNYX_ACCOUNT.apiKey,
			TELNYX_ACCOUNT.messagingProfileId,
		]) {
			expect(text).toContain(value);
		}
		const state = (await (await fetch(`${url}/_sandbox/state`)).json()) as {
			credentials: { fields: { value: string }[] }[];
		};
		expect(state.credentials[0]?.fields[0]?.value).toBe('http://sandbox.internal:9000/twilio');
		child.kill('SIGTERM');
		expect((await ended).code).toBe(0);
	}, 20_000);

	test('explains its flags', async () => {
		const help = await output(run('--help'));
		expect(help.code).toBe(0);
		expect(help.text).toMatch(/--port[\s\S]*--host[\s\S]*--public-url/);
		const wrong = await output(run('--port', 'x'));
		expect(wrong).toMatchObject({ code: 1, text: '--port takes a number up to 65535\n' });
	}, 20_000);
});
