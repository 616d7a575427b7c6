// Stands for n8n: takes the webhooks that the sandbox sends, and answers as told.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo } from 'node:net';
import nock from 'nock';

// The harness loads nock, which puts itself between every request and its socket. These tests are about real connections
// that close at bad moments; nothing is mocked in them.
nock.restore();

export interface ReceivedWebhook {
	readonly method: string;
	/** As the sandbox called it, with the query. */
	readonly url: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
	readonly form: Record<string, string>;
}

export interface WebhookReply {
	readonly status: number;
	readonly body?: string;
	readonly contentType?: string;
	/** Close the connection instead, or never answer. */
	readonly instead?: 'hang up' | 'silence';
	readonly afterMs?: number;
}

export interface WorkflowDouble {
	readonly url: string;
	readonly received: ReceivedWebhook[];
	/** How the next webhooks are answered; the last reply stays. */
	answerWith(...replies: WebhookReply[]): void;
	stop(): Promise<void>;
}

export async function startWorkflowDouble(): Promise<WorkflowDouble> {
	const received: ReceivedWebhook[] = [];
	let replies: WebhookReply[] = [{ status: 204 }];
	let url = '';
	const server = createServer((request, response) => {
		let body = '';
		request.setEncoding('utf8');
		request.on('data', (chunk: string) => (body += chunk));
		request.on('end', () => {
			received.push({
				method: request.method ?? '',
				url: `${url}${request.url}`,
				headers: request.headers,
				body,
				form: Object.fromEntries(new URLSearchParams(body)),
			});
			const reply = replies.length > 1 ? (replies.shift() as WebhookReply) : (replies[0] as WebhookReply);
			const answer = () =>
				response.writeHead(reply.status, { 'content-type': reply.contentType ?? 'text/plain' }).end(reply.body);
			if (reply.instead === 'hang up') request.socket.destroy();
			else if (reply.instead !== 'silence') setTimeout(answer, reply.afterMs ?? 0);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url,
		received,
		answerWith(...next) {
			replies = next;
		},
		async stop() {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
	};
}

/** What an async call throws; fails the test when it does not. */
export async function rejection(promise: Promise<unknown>): Promise<Record<string, unknown>> {
	try {
		await promise;
	} catch (error) {
		return error as Record<string, unknown>;
	}
	throw new Error('It succeeded, but it should not have.');
}
