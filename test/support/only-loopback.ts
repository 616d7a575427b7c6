// Loaded before every test file: this process talks to 127.0.0.1 or to nobody. (In the end-to-end tests n8n is kept from the
// network by its settings, see demo/n8n-server.ts, and the browser by its flags, see test/e2e/browser.ts.)
import net from 'node:net';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost', undefined]);
const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
	const first = (Array.isArray(args[0]) ? (args[0] as unknown[])[0] : args[0]) as { host?: string } | number | string;
	const host = typeof first === 'object' ? first.host : typeof args[1] === 'string' ? args[1] : undefined;
	if (!LOOPBACK.has(host)) throw new Error(`A test tried to reach ${host}: all test traffic goes to 127.0.0.1`);
	return connect.apply(this, args as Parameters<typeof connect>);
} as typeof connect;
