import { Agent as HttpAgent, type ClientRequest, request as requestOverHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestOverHttps } from 'node:https';
import { type WireRequest, type WireResponse } from '../../lib/wire';
import { type Exchange, failedExchange, NoAnswerInTime } from './exchange';

/** Shorter than servers keep a silent connection: a request on one that is just being closed is lost, and may be not. */
const IDLE_MS = 4_000;

/**
 * Exchanges over connections that stay open, as many as there are requests under way. node:http instead of fetch, because
 * it says when a socket is connected: what failed before that was not sent, whatever the error is called.
 */
export function overKeptConnections(authorization: Readonly<Record<string, string>>, timeoutMs: number): Exchange {
	const settings = { keepAlive: true, timeout: IDLE_MS };
	const http = new HttpAgent(settings);
	const https = new HttpsAgent(settings);
	return async ({ method, url, headers, body }) => {
		const all = { 'user-agent': 'n8n-nodes-commerce-sms', ...headers, ...authorization };
		const request = url.startsWith('https:')
			? requestOverHttps(url, { method, headers: all, agent: https })
			: requestOverHttp(url, { method, headers: all, agent: http });
		return await answerTo(request, { url, body }, timeoutMs);
	};
}

function answerTo(
	request: ClientRequest,
	{ url, body }: Pick<WireRequest, 'url' | 'body'>,
	timeoutMs: number,
): Promise<WireResponse> {
	return new Promise((resolve, reject) => {
		let isConnected = false;
		const timer = setTimeout(() => request.destroy(new NoAnswerInTime(timeoutMs)), timeoutMs);
		const fail = (error?: unknown) => reject(failedExchange(error, url, !isConnected));
		request.on('socket', (socket) => {
			isConnected = !socket.connecting; // one that is used again
			socket.once(url.startsWith('https:') ? 'secureConnect' : 'connect', () => (isConnected = true));
		});
		request.on('response', (response) => {
			const parts: string[] = [];
			response.setEncoding('utf8');
			response.on('data', (part: string) => parts.push(part));
			response.on('error', fail);
			response.on('end', () => {
				resolve({
					status: response.statusCode ?? 0,
					headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
					body: parts.join(''),
					receivedAt: new Date(),
				});
			});
		});
		request.on('error', fail);
		request.on('close', () => {
			clearTimeout(timer);
			fail(); // of no effect where an answer or an error came before
		});
		request.end(body);
	});
}
