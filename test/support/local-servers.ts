// Servers on 127.0.0.1 for one test, closed after it.
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';

const open: Array<{ server: Server; sockets: Set<Socket> }> = [];

afterEach(async () => {
	for (const { server, sockets } of open.splice(0)) {
		for (const socket of sockets) socket.destroy();
		await new Promise((resolve) => server.close(resolve));
	}
});

async function listen(server: Server): Promise<number> {
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.on('error', () => undefined); // cut on purpose, or by the client
		socket.on('close', () => sockets.delete(socket));
	});
	open.push({ server, sockets });
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

export interface ReceivedRequest {
	readonly method: string;
	readonly url: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

export type Handler = (response: ServerResponse, request: ReceivedRequest) => void;

/** Its URL, and the requests that have reached it. Answers once a request is there as a whole. */
export async function httpServer(
	handler: Handler,
	tls?: { cert: string; key: string },
): Promise<{ url: string; requests: ReceivedRequest[] }> {
	const requests: ReceivedRequest[] = [];
	const answer = (incoming: IncomingMessage, response: ServerResponse) => {
		const parts: Buffer[] = [];
		incoming.on('data', (part: Buffer) => parts.push(part));
		incoming.on('end', () => {
			const { method = '', url = '', headers } = incoming;
			const request = { method, url, headers, body: Buffer.concat(parts).toString() };
			requests.push(request);
			handler(response, request);
		});
	};
	const server = tls ? createHttpsServer(tls, answer) : createHttpServer(answer);
	server.on('tlsClientError', () => undefined);
	return { url: `${tls ? 'https' : 'http'}://127.0.0.1:${await listen(server)}`, requests };
}

/** A server of bare connections; its port. */
export const tcpServer = async (onConnection: (socket: Socket) => void): Promise<number> =>
	await listen(createTcpServer(onConnection));

/** A port at which nobody listens. */
export async function closedPort(): Promise<number> {
	const server = createTcpServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
