// Loaded before every test file. Tests talk to 127.0.0.1 or to nobody.
import net from 'node:net';
import nock from 'nock';

// n8n's engine logs every error of a node; what a test expects need not be printed
process.env.N8N_LOG_LEVEL = 'silent';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost', undefined]);
const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
	const first = (Array.isArray(args[0]) ? (args[0] as unknown[])[0] : args[0]) as { host?: string } | number | string;
	const host = typeof first === 'object' ? first.host : typeof args[1] === 'string' ? args[1] : undefined;
	if (!LOOPBACK.has(host)) throw new Error(`A test tried to reach ${host}: all test traffic goes to 127.0.0.1`);
	return connect.apply(this, args as Parameters<typeof connect>);
} as typeof connect;

afterEach(() => {
	const unused = nock.pendingMocks();
	nock.cleanAll();
	if (unused.length > 0) throw new Error(`Expected requests were never made: ${unused.join(', ')}`);
});
