import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface Inbox {
	readonly url: string;
	readonly received: ReadonlyArray<{ readonly headers: IncomingHttpHeaders; readonly body: string }>;
	stop(): Promise<void>;
}

/** A webhook of the shop's own: keeps what is posted to it and answers as Twilio likes it. */
export async function startInbox(): Promise<Inbox> {
	const received: Array<{ headers: IncomingHttpHeaders; body: string }> = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			received.push({ headers: request.headers, body });
			response.setHeader('content-type', 'text/xml').end('<Response/>');
		});
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/replies?shop=acme`,
		received,
		async stop() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
