import { Agent as HttpAgent, type ClientRequest, request as requestOverHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestOverHttps } from 'node:https';
import { type WireResponse } from '../../lib/wire';
import { type Authorise } from './authorise';
import { type Exchange, failedExchange, NoAnswerInTime } from './exchange';

/** Shorter than servers keep a silent connection: a request on one that is just being closed is lost, and may be not. */
const IDLE_MS = 4_000;

/**
 * Exchanges over connections that stay open, as many as there are requests under way. node:http instead of fetch, because
 * it says when a socket is connected: what failed before that was not sent, whatever the error is called.
 *
 * @param fallback for what cannot be authorised here.
 */
export function overKeptConnections(authorise: Authorise, fallback: Exchange, timeoutMs: number): Exchange {
	const settings = { keepAlive: true, timeout: IDLE_MS };
	const http = new HttpAgent(settings);
	const https = new HttpsAgent(settings);
	return async (plain) => {
		const authorised = await authorise(plain);
		if (!authorised) return await fallback(plain);
		const { method, url, headers, body } = authorised;
		const all = { 'user-agent': 'n8n-nodes-commerce-sms', ...headers };
		const isTls = url.startsWith('https:');
		const request = isTls
			? requestOverHttps(url, { method, headers: all, agent: https })
			: requestOverHttp(url, { method, headers: all, agent: http });
		const answer = answerTo(request, url, isTls ? 'secureConnect' : 'connect', timeoutMs);
		// as bytes: Node would write the headers of a request with a string body in UTF-8 too
		request.end(body === undefined ? undefined : Buffer.from(body));
		return await answer;
	};
}

function answerTo(
	request: ClientRequest,
	url: string,
	connected: 'connect' | 'secureConnect',
	timeoutMs: number,
): Promise<WireResponse> {
	return new Promise((resolve, reject) => {
		let isConnected = false;
		let isAnswering = false;
		// only the first call counts, and none after the answer
		const fail = (error?: unknown) => reject(failedExchange(error, url, !isConnected));
		const timer = setTimeout(() => request.destroy(new NoAnswerInTime(timeoutMs)), timeoutMs);

		request.on('socket', (socket) => {
			isConnected = request.reusedSocket || !(socket.connecting || socket.destroyed);
			if (!isConnected) socket.once(connected, () => (isConnected = true));
		});
		request.on('response', (response) => {
			isAnswering = true;
			const parts: string[] = [];
			response.setEncoding('utf8');
			response.on('data', (part: string) => parts.push(part));
			response.on('error', fail);
			response.on('close', () => fail());
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
			if (!isAnswering) fail();
		});
	});
}
