import dns from 'node:dns';
import { connect, Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { type IExecuteFunctions } from 'n8n-workflow';
import nock from 'nock';
import { type CarrierError } from '../../lib/domain/errors';
import { type WireRequest } from '../../lib/wire';
import { carrierExchange } from '../../nodes/shared/transport';
import { executeContext } from '../support/execute-context';
import { closedPort, type Handler, httpServer, tcpServer } from '../support/local-servers';
import { selfSigned } from '../support/self-signed';

const CREDENTIALS = { accountSid: 'AC-dummy', authType: 'authToken', authToken: 'dummy-auth-token' };
const TIMEOUT_MS = 250;

/** From how many texts on which path is taken. */
const PATHS = [
	['n8n’s helper', 1],
	['kept connections', 5],
] as const;

// nock, which the harness loads, puts sockets of its own between us and the server
beforeAll(() => nock.restore());
beforeEach(() => {
	for (const name of Object.keys(process.env)) if (/proxy|SSRF/i.test(name)) delete process.env[name];
});
afterEach(() => jest.restoreAllMocks());

const contextOf = () =>
	executeContext({ operation: 'sendOrderUpdate', carrier: 'twilio' }, { commerceSmsTwilioApi: CREDENTIALS });

async function failureOf(url: string, texts: number, context: IExecuteFunctions = contextOf()): Promise<CarrierError> {
	const exchange = await carrierExchange(context, 'commerceSmsTwilioApi', CREDENTIALS, texts, TIMEOUT_MS);
	const request: WireRequest = {
		method: 'POST',
		url,
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: 'To=%2B14155550123&Body=Your+secret+order',
	};
	const error = await exchange(request).then(
		(response) => {
			throw new Error(`It answered: ${JSON.stringify(response)}`);
		},
		(reason: CarrierError) => reason,
	);
	expect(error.name).toBe('CarrierError');
	const words = JSON.stringify([error.message, error.details, error.stack]);
	expect(words).not.toMatch(/dummy-auth-token|14155550123|secret order|Basic /);
	return error;
}

describe.each(PATHS)('through %s', (path, texts) => {
	describe('provably nothing was sent', () => {
		const expectUnsent = (error: CarrierError, why: string | RegExp) => {
			expect(error.code).toBe('unavailable');
			expect(error.message).toMatch(
				/^(127\.0\.0\.1:\d+|localhost(:\d+)?) could not be reached \(.*\); nothing was sent$/,
			);
			expect(error.message).toMatch(why);
		};

		test('the connection is refused', async () => {
			expectUnsent(await failureOf(`http://127.0.0.1:${await closedPort()}/`, texts), 'ECONNREFUSED');
		});

		test('every address of the host refuses the connection', async () => {
			// localhost is 127.0.0.1 and, where there is IPv6, ::1
			expectUnsent(await failureOf(`http://localhost:${await closedPort()}/`, texts), 'ECONNREFUSED');
		});

		test.each(['ENOTFOUND', 'EAI_AGAIN'])('the host name is not found: %s', async (code) => {
			const lookup = (_host: string, _options: object, done: (error: Error) => void) =>
				setImmediate(() =>
					done(Object.assign(new Error(`getaddrinfo ${code} localhost`), { code, syscall: 'getaddrinfo' })),
				);
			jest.spyOn(dns, 'lookup').mockImplementation(lookup as never);
			expectUnsent(await failureOf('http://localhost:80/', texts), code);
		});

		test('the certificate is not trusted', async () => {
			const { url, requests } = await httpServer((response) => response.end('{}'), selfSigned());
			expectUnsent(await failureOf(url, texts), 'DEPTH_ZERO_SELF_SIGNED_CERT');
			expect(requests).toEqual([]);
		});

		test('the server speaks no TLS', async () => {
			const { url, requests } = await httpServer((response) => response.end('{}'));
			expectUnsent(await failureOf(url.replace('http:', 'https:'), texts), /EPROTO|ERR_SSL_WRONG_VERSION_NUMBER/);
			expect(requests).toEqual([]);
		});

		test('the server hangs up while TLS is being set up', async () => {
			const port = await tcpServer((socket) => socket.once('data', () => socket.destroy()));
			expectUnsent(await failureOf(`https://127.0.0.1:${port}/`, texts), 'ECONNRESET');
		});

		test('the server is silent while TLS is being set up', async () => {
			const port = await tcpServer(() => undefined);
			expectUnsent(await failureOf(`https://127.0.0.1:${port}/`, texts), /no answer in/);
		});
	});

	describe('it may have been sent', () => {
		const expectUncertain = (error: CarrierError, why: string | RegExp) => {
			expect(error.code).toBe('outcome-unknown');
			expect(error.message).toMatch(/^The connection to 127\.0\.0\.1:\d+ was lost before it answered in full \(.*\)$/);
			expect(error.message).toMatch(why);
		};
		const answeredBy = async (handler: Handler) => (await httpServer(handler)).url;

		test('the server hangs up before it answers', async () => {
			const url = await answeredBy((response) => response.socket?.destroy());
			expectUncertain(await failureOf(url, texts), 'ECONNRESET');
		});

		test('the server hangs up politely before it answers', async () => {
			const url = await answeredBy((response) => response.socket?.end());
			expectUncertain(await failureOf(url, texts), 'ECONNRESET');
		});

		test('the server hangs up before it has read the request', async () => {
			const port = await tcpServer((socket) => socket.destroy());
			expectUncertain(await failureOf(`http://127.0.0.1:${port}/`, texts), /ECONNRESET|EPIPE/);
		});

		test('the answer is cut off in the middle of its headers', async () => {
			const url = await answeredBy((response) => response.socket?.end('HTTP/1.1 201 Crea'));
			expectUncertain(await failureOf(url, texts), /HPE_|ECONNRESET/);
		});

		test('the answer is cut off in the middle of its body', async () => {
			const url = await answeredBy((response) => {
				response.writeHead(201, { 'content-length': 1000 });
				response.write('{"sid":"SM1"', () => response.socket?.destroy());
			});
			expectUncertain(await failureOf(url, texts), /ECONNRESET|ERR_BAD_RESPONSE/);
		});

		test('the answer is cut off between two chunks', async () => {
			const url = await answeredBy((response) => response.write('{"sid":"SM1"}', () => response.socket?.destroy()));
			expectUncertain(await failureOf(url, texts), /ECONNRESET|ERR_BAD_RESPONSE/);
		});

		test('the answer is no HTTP', async () => {
			const port = await tcpServer((socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.9\r\n')));
			expectUncertain(await failureOf(`http://127.0.0.1:${port}/`, texts), 'HPE_');
		});

		test('the server changes the protocol', async () => {
			const port = await tcpServer((socket) =>
				socket.once('data', () => socket.write('HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n')),
			);
			expectUncertain(await failureOf(`http://127.0.0.1:${port}/`, texts), '');
		});

		test('no answer comes', async () => {
			const url = await answeredBy(() => undefined);
			expectUncertain(await failureOf(url, texts), /no answer in/);
		});

		test('the answer stops in the middle of its body', async () => {
			const url = await answeredBy((response) => response.write('{"sid":'));
			expectUncertain(await failureOf(url, texts), /no answer in/);
		});

		test('the answer drips in for ever', async () => {
			const url = await answeredBy((response) => {
				const timer = setInterval(() => response.write(' '), 50);
				response.on('close', () => clearInterval(timer));
			});
			const started = Date.now();
			expectUncertain(await failureOf(url, texts), /no answer in/);
			expect(Date.now() - started).toBeLessThan(TIMEOUT_MS + 2_000);
		});

		test('TLS breaks after the request, whatever the error is called', async () => {
			const certificates = getCACertificates('default');
			const tls = selfSigned();
			setDefaultCACertificates([...certificates, tls.cert]);
			try {
				const { url, requests } = await httpServer(() => cut?.(), tls);
				let cut: (() => void) | undefined;
				// stands between: hands everything on, until it speaks plain text into the encrypted answer
				const port = await tcpServer((socket: Socket) => {
					const onwards = connect(Number(new URL(url).port), '127.0.0.1');
					onwards.on('error', () => undefined);
					socket.pipe(onwards).pipe(socket, { end: false });
					cut = () => {
						onwards.unpipe(socket);
						socket.write('HTTP/1.1 504 Gateway Timeout\r\ncontent-length: 0\r\n\r\n');
					};
				});
				expectUncertain(await failureOf(`https://127.0.0.1:${port}/`, texts), /ERR_SSL_|EPROTO/);
				expect(requests).toHaveLength(1);
			} finally {
				setDefaultCACertificates(certificates);
			}
		});

		test.each([
			'EHOSTUNREACH',
			'ENETUNREACH',
			'ETIMEDOUT',
			'ECONNREFUSED',
			'EADDRNOTAVAIL',
			'DEPTH_ZERO_SELF_SIGNED_CERT',
		])('the network fails under the request with %s', async (code) => {
			const url = await answeredBy((response) => {
				sockets[0]?.destroy(Object.assign(new Error(`read ${code}`), { code, syscall: 'read' }));
				response.socket?.destroy();
			});
			const sockets: Socket[] = [];
			const original = Socket.prototype.connect;
			jest.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...args: unknown[]) {
				sockets.push(this);
				return original.apply(this, args as never);
			} as never);
			expectUncertain(await failureOf(url, texts), code);
		});
	});

	describe('the operator has to mend it', () => {
		test.each([
			'api.twilio.com/2010-04-01/Messages.json',
			'localhost:4010/twilio',
			'ftp://127.0.0.1/',
			'https//127.0.0.1/',
			'http://',
			'',
			'undefined/2010-04-01',
		])('"%s" is no API URL', async (url) => {
			const error = await failureOf(url, texts);
			expect(error.code).toBe('bad-config');
			expect(error.message).toBe(
				'The API URL in the carrier credential must begin with https:// or http:// and name a host',
			);
		});

		test('an API URL with a password in it is refused, and the password not repeated', async () => {
			const error = await failureOf('https://operator:dummy-password@127.0.0.1/', texts);
			expect(error).toMatchObject({ code: 'bad-config', message: expect.stringContaining('user name or password') });
			expect(JSON.stringify([error.message, error.details])).not.toContain('dummy-password');
		});
	});

	test(`is told apart: this runs through ${path}`, async () => {
		const { url, requests } = await httpServer((response) => response.socket?.destroy());
		await failureOf(url, texts);
		expect(requests[0]?.headers['user-agent']).toBe(texts === 1 ? 'n8n' : 'n8n-nodes-commerce-sms');
	});
});

test('a connection that was good before is cut under the next text, which may have been sent', async () => {
	const { url, requests } = await httpServer((response) => {
		if (requests.length === 1) response.end('{}');
		else response.socket?.destroy();
	});
	const exchange = await carrierExchange(contextOf(), 'commerceSmsTwilioApi', CREDENTIALS, 5, TIMEOUT_MS);
	const request: WireRequest = { method: 'POST', url, headers: {}, body: 'Body=dummy' };
	await exchange(request);
	await expect(exchange(request)).rejects.toMatchObject({ code: 'outcome-unknown' });
	expect(requests).toHaveLength(2);
});

test('a connection that is closed while nobody uses it costs no text', async () => {
	const sockets = new Set<unknown>();
	const { url } = await httpServer((response) => {
		sockets.add(response.socket);
		response.end('{}', () => response.socket?.end());
	});
	const exchange = await carrierExchange(contextOf(), 'commerceSmsTwilioApi', CREDENTIALS, 5, TIMEOUT_MS);
	for (let text = 0; text < 3; text++) {
		expect(await exchange({ method: 'POST', url, headers: {}, body: 'Body=dummy' })).toMatchObject({ status: 200 });
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	expect(sockets.size).toBe(3);
});
