import { type IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { type WireRequest } from '../../lib/wire';
import { carrierExchange } from '../../nodes/shared/transport';
import { executeContext } from '../support/execute-context';
import { type Handler, httpServer } from '../support/local-servers';

const TWILIO = { accountSid: 'AC-dummy', authType: 'authToken', authToken: 'dummy-auth-token' };
const TELNYX = { apiKey: 'KEY-dummy' };

/** From how many texts on which path is taken; each names itself in its user agent. */
const PATHS = [
	['n8n’s helper', 1, 'n8n'],
	['kept connections', 5, 'n8n-nodes-commerce-sms'],
] as const;
const [[, FEW, HELPER], [, MANY, DIRECT]] = PATHS;

function exchangeWith(expectedTexts: number, credentials: IDataObject = TWILIO, type = 'commerceSmsTwilioApi') {
	const carrier = type === 'commerceSmsTwilioApi' ? 'twilio' : 'telnyx';
	const context = executeContext({ operation: 'sendOrderUpdate', carrier }, { [type]: credentials });
	return carrierExchange(context, type, credentials, expectedTexts, 2_000);
}

const post = (url: string, more: Partial<WireRequest> = {}): WireRequest => ({
	method: 'POST',
	url,
	headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
	body: 'To=%2B14155550123&Body=Za%C5%BC%C3%B3%C5%82%C4%87+%26+co%3D1',
	...more,
});

const answering = (status: number, headers: Record<string, string | string[]>, body: string | Buffer) =>
	httpServer((response) => response.writeHead(status, headers).end(body));

// nock, which the harness loads, puts sockets of its own between us and the server
beforeAll(() => nock.restore());

const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/proxy|SSRF/i.test(name)));
beforeEach(() => {
	process.env = { ...environment };
});

describe.each(PATHS)('through %s', (_path, texts, userAgent) => {
	test('the request arrives as the carrier’s adapter wrote it', async () => {
		const { url, requests } = await answering(201, {}, '{}');
		const request = post(`${url}/2010-04-01/Messages.json?a=%20b`);
		await (
			await exchangeWith(texts)
		)(request);
		expect(requests).toEqual([
			{
				method: 'POST',
				url: '/2010-04-01/Messages.json?a=%20b',
				headers: expect.objectContaining({
					...request.headers,
					'user-agent': userAgent,
					'content-length': String(request.body?.length),
				}),
				body: request.body,
			},
		]);
	});

	test('a JSON body arrives byte for byte', async () => {
		const { url, requests } = await answering(200, {}, '{}');
		const body = JSON.stringify({ text: '  Grüße 👍 \u2028 "quoted" \\n ' });
		await (
			await exchangeWith(texts)
		)(post(url, { body, headers: { 'content-type': 'application/json' } }));
		expect(requests[0]?.body).toBe(body);
	});

	test('the answer comes back with its status, lower-case headers, body as text and the time', async () => {
		const { url } = await answering(201, { 'Retry-After': '7', 'X-Twice': ['a', 'b'] }, '{"sid":12345678901234567890}');
		const before = Date.now();
		const response = await (await exchangeWith(texts))(post(url));
		expect(response).toMatchObject({
			status: 201,
			headers: { 'retry-after': '7' },
			body: '{"sid":12345678901234567890}',
		});
		expect(Object.values(response.headers).every((value) => typeof value === 'string')).toBe(true);
		expect(response.receivedAt.getTime()).toBeGreaterThanOrEqual(before);
		expect(response.receivedAt.getTime()).toBeLessThanOrEqual(Date.now());
	});

	test.each([400, 401, 404, 409, 429, 500, 503])('status %i is an answer, not a failure', async (status) => {
		const { url } = await answering(status, { 'content-type': 'application/json' }, '{"code":1}');
		expect(await (await exchangeWith(texts))(post(url))).toMatchObject({ status, body: '{"code":1}' });
	});

	test.each([
		['a page instead of JSON', 200, 'text/html', '<html><body>Sign in</body></html>'],
		['JSON called something else', 200, 'text/plain', '{"sid":"SM1"}'],
		['an empty answer', 200, 'application/json', ''],
		['broken JSON', 200, 'application/json', '{"sid":'],
	])('%s comes back as it is', async (_what, status, type, body) => {
		const { url } = await answering(status, { 'content-type': type }, body);
		expect(await (await exchangeWith(texts))(post(url))).toMatchObject({ status, body });
	});

	test.each(['keep-alive', 'close'])(
		'a large answer comes whole, then %s, characters cut in two included',
		async (connection) => {
			const body = `"${'Zażółć👍'.repeat(500_000)}"`;
			const { url } = await answering(200, { connection }, body);
			expect((await (await exchangeWith(texts))(post(url))).body === body).toBe(true);
		},
	);

	test.each([301, 307, 308])('a %i is an error of the API URL, and the account’s key goes nowhere', async (status) => {
		const elsewhere = await answering(200, {}, '{"sid":"SM1"}');
		const { url } = await answering(status, { location: `${elsewhere.url}/token?secret=1` }, '');
		await expect((await exchangeWith(texts))(post(url))).rejects.toMatchObject({
			name: 'CarrierError',
			code: 'bad-config',
			message: expect.stringMatching(
				new RegExp(`^127\\.0\\.0\\.1:\\d+ sends requests elsewhere \\(to ${elsewhere.url}\\)`),
			),
			details: { httpStatus: status },
		});
		expect(elsewhere.requests).toEqual([]);
	});

	test.each([302, 303, 304])('a %i is left to the carrier’s adapter, and not followed', async (status) => {
		const elsewhere = await answering(200, {}, '{"sid":"SM1"}');
		const { url } = await answering(status, { location: elsewhere.url }, '');
		expect(await (await exchangeWith(texts))(post(url))).toMatchObject({ status });
		expect(elsewhere.requests).toEqual([]);
	});

	test('a redirect without a usable target is the same error', async () => {
		const { url } = await answering(308, { location: 'http://[' }, '');
		await expect((await exchangeWith(texts))(post(url))).rejects.toMatchObject({ code: 'bad-config' });
	});

	test('a GET has no body', async () => {
		const { url, requests } = await answering(200, {}, '{}');
		await (
			await exchangeWith(texts)
		)(post(url, { method: 'GET', body: undefined, headers: {} }));
		expect(requests[0]).toMatchObject({ method: 'GET', body: '' });
	});
});

describe('authorisation', () => {
	async function authorizationOf(texts: number, credentials: IDataObject, type: string) {
		const { url, requests } = await answering(200, {}, '{}');
		await (
			await exchangeWith(texts, credentials, type)
		)(post(url));
		return requests[0]?.headers.authorization;
	}

	test.each([
		['Twilio by token', 'commerceSmsTwilioApi', TWILIO],
		[
			'Twilio by API key',
			'commerceSmsTwilioApi',
			{ ...TWILIO, authType: 'apiKey', apiKeySid: 'SK-dummy', apiKeySecret: 'dummy' },
		],
		['letters beyond ASCII', 'commerceSmsTwilioApi', { ...TWILIO, authToken: 'dummy-żółć-👍' }],
		['a colon in the password', 'commerceSmsTwilioApi', { ...TWILIO, authToken: 'dummy:with:colons' }],
		['Telnyx', 'commerceSmsTelnyxApi', TELNYX],
		['a key pasted with a line break', 'commerceSmsTelnyxApi', { apiKey: 'KEY-dummy\r\n' }],
		['a key with spaces around', 'commerceSmsTelnyxApi', { apiKey: '  KEY-dummy\t' }],
		['a key with letters no header takes', 'commerceSmsTelnyxApi', { apiKey: 'KEY-ł-dummy-\u0007é' }],
	])('%s is the same on both paths', async (_what, type, credentials) => {
		const throughHelper = await authorizationOf(FEW, credentials, type);
		expect(throughHelper).toMatch(/^(Basic|Bearer) ./);
		expect(await authorizationOf(MANY, credentials, type)).toBe(throughHelper);
	});

	test('it is what the carriers document', async () => {
		const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
		expect(await authorizationOf(MANY, TWILIO, 'commerceSmsTwilioApi')).toBe(basic('AC-dummy', 'dummy-auth-token'));
		expect(await authorizationOf(MANY, TELNYX, 'commerceSmsTelnyxApi')).toBe('Bearer KEY-dummy');
	});
});

describe('which path', () => {
	async function pathFor(texts: number, credentials: IDataObject = TWILIO) {
		const { url, requests } = await answering(200, {}, '{}');
		await (
			await exchangeWith(texts, credentials)
		)(post(url));
		return requests[0]?.headers['user-agent'];
	}

	test.each([
		[1, HELPER],
		[4, HELPER],
		[5, DIRECT],
		[1000, DIRECT],
	])('%i texts go through %s', async (texts, path) => {
		expect(await pathFor(texts)).toBe(path);
	});

	test.each(['true', 'TRUE', '1', ' true', 'yes'])('SSRF protection set to "%s" needs the helper', async (value) => {
		process.env.N8N_SSRF_PROTECTION_ENABLED = value;
		expect(await pathFor(MANY)).toBe(HELPER);
	});

	test('SSRF protection set by a file needs the helper', async () => {
		process.env.N8N_SSRF_PROTECTION_ENABLED_FILE = '/run/secrets/dummy';
		expect(await pathFor(MANY)).toBe(HELPER);
	});

	test.each(['false', 'False', '0', ''])('SSRF protection set to "%s" does not', async (value) => {
		process.env.N8N_SSRF_PROTECTION_ENABLED = value;
		expect(await pathFor(MANY)).toBe(DIRECT);
	});

	test.each([
		['domains', HELPER],
		['none', HELPER],
		['all', DIRECT],
		['', DIRECT],
	])('a credential restricted to "%s" goes through %s', async (allowedHttpRequestDomains, path) => {
		expect(await pathFor(MANY, { ...TWILIO, allowedHttpRequestDomains, allowedDomains: '127.0.0.1' })).toBe(path);
	});

	test.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy', 'npm_config_http_proxy', 'npm_config_proxy'])(
		'with %s every text goes to the proxy',
		async (name) => {
			const proxy = await answering(200, {}, '{"via":"proxy"}');
			const carrier = await answering(200, {}, '{}');
			process.env[name] = proxy.url;
			const exchange = await exchangeWith(MANY);
			expect(await exchange(post(carrier.url))).toMatchObject({ body: '{"via":"proxy"}' });
			expect(proxy.requests).toHaveLength(1);
			expect(carrier.requests).toEqual([]);
		},
	);

	test.each(['HTTPS_PROXY', 'https_proxy'])('%s alone needs the helper too', async (name) => {
		process.env[name] = 'http://127.0.0.1:9';
		expect(await pathFor(MANY)).toBe(HELPER);
	});

	test('NO_PROXY alone is no proxy', async () => {
		process.env.NO_PROXY = process.env.no_proxy = '*';
		expect(await pathFor(MANY)).toBe(DIRECT);
	});

	test('a credential we have no class for goes through the helper, which authorises it', async () => {
		const context = executeContext(
			{ operation: 'sendOrderUpdate', carrier: 'twilio' },
			{ commerceSmsTwilioApi: TWILIO },
		);
		context.helpers.httpRequestWithAuthentication = async (type: string) => ({
			statusCode: 200,
			headers: {},
			body: `authorised by ${type}`,
		});
		const exchange = await carrierExchange(context, 'commerceSmsFutureApi', {}, MANY);
		expect(await exchange(post('http://127.0.0.1:9'))).toMatchObject({ body: 'authorised by commerceSmsFutureApi' });
	});
});

describe('kept connections', () => {
	test('texts one after the other share a connection; side by side each has its own', async () => {
		const ports = new Set<number | undefined>();
		const waiting: Array<() => void> = [];
		const handler: Handler = (response, { url }) => {
			ports.add(response.socket?.remotePort);
			if (url === '/together') {
				waiting.push(() => response.end('{}'));
				if (waiting.length === 5) for (const answer of waiting) answer();
			} else {
				response.end('{}');
			}
		};
		const { url } = await httpServer(handler);
		const exchange = await exchangeWith(MANY);
		for (let text = 0; text < 5; text++) await exchange(post(url));
		expect(ports.size).toBe(1);
		await Promise.all(Array.from({ length: 5 }, () => exchange(post(`${url}/together`))));
		expect(ports.size).toBe(5);
	});
});
