// Calling the workflow: receipts and inbound texts, with each carrier's own number of attempts and time limit.
import http from 'node:http';
import https from 'node:https';

export interface WebhookRequest {
	readonly method: 'GET' | 'POST';
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** One thing to tell the workflow. */
export interface WebhookCall {
	/** Tried in this order. */
	readonly urls: readonly string[];
	readonly attemptsPerUrl: number;
	readonly timeoutMs: number;
	readonly retryDelayMs: number;
	/** Builds (and signs) one attempt; the first is number 1. */
	request(url: string, attempt: number): WebhookRequest;
}

export interface WebhookReport {
	readonly outcome: 'pending' | 'accepted' | 'refused' | 'unreachable' | 'no-url';
	readonly url: string | null;
	/** The last HTTP status, if there was one. */
	readonly status: number | null;
	readonly attempts: number;
	/** What happened, in plain words. */
	readonly detail: string;
}

export interface WebhookAnswer {
	readonly report: WebhookReport;
	readonly contentType: string;
	readonly body: string;
}

export interface Webhooks {
	/** Never rejects: what goes wrong stands in the report. */
	deliver(call: WebhookCall): Promise<WebhookAnswer>;
	/** Ends every call under way, after a moment in which it may come to its own end, and closes the connections. */
	close(): Promise<void>;
}

type Attempt = { status: number; contentType: string; body: string } | { problem: string; staleConnection?: boolean };

/** n8n on the same machine takes a few dozen at once; more would only make it slower. */
const MAX_CONNECTIONS = 64;
const MAX_ANSWER_CHARACTERS = 65_536;
/** A workflow on the same machine has answered by then; one that hangs is not waited for. */
const CLOSING_MS = 250;
const CLOSING_STEP_MS = 5;

const PROBLEM_WORDS: Record<string, string> = {
	ECONNREFUSED: 'nothing is listening there (connection refused)',
	ENOTFOUND: 'the host name is not known',
	EAI_AGAIN: 'the host name could not be looked up',
	ECONNRESET: 'the connection was closed without an answer',
	EPIPE: 'the connection was closed without an answer',
	ETIMEDOUT: 'the connection timed out',
};

export function createWebhooks(): Webhooks {
	const options = { keepAlive: true, maxSockets: MAX_CONNECTIONS };
	const agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) };
	const underWay = new Set<http.ClientRequest>();
	const pauses = new Set<() => void>();
	let closed = false;

	function pause(ms: number): Promise<void> {
		return new Promise((resolve) => {
			const end = () => {
				clearTimeout(timer);
				pauses.delete(end);
				resolve();
			};
			const timer = setTimeout(end, ms);
			pauses.add(end);
		});
	}

	function attempt({ method, url, headers, body }: WebhookRequest, timeoutMs: number): Promise<Attempt> {
		return new Promise((resolve) => {
			const target = URL.parse(url);
			if (!target || (target.protocol !== 'http:' && target.protocol !== 'https:')) {
				resolve({ problem: 'that is not a web address' });
				return;
			}
			const send = target.protocol === 'https:' ? https.request : http.request;
			const request = send(target, {
				method,
				headers: { ...headers, 'content-length': Buffer.byteLength(body) },
				agent: agents[target.protocol],
			});
			underWay.add(request);
			const timer = setTimeout(() => request.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)), timeoutMs);
			const finish = (result: Attempt) => {
				clearTimeout(timer);
				underWay.delete(request);
				resolve(result);
			};
			const fail = (error: NodeJS.ErrnoException) =>
				finish({
					problem: PROBLEM_WORDS[error.code ?? ''] ?? error.message,
					staleConnection: request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE'),
				});
			request.on('error', fail);
			request.on('response', (response) => {
				let text = '';
				response.setEncoding('utf8');
				response.on('data', (chunk: string) => {
					if (text.length < MAX_ANSWER_CHARACTERS) text += chunk;
				});
				response.on('error', fail);
				response.on('end', () =>
					finish({
						status: response.statusCode ?? 0,
						contentType: response.headers['content-type'] ?? '',
						body: text,
					}),
				);
			});
			request.end(body);
		});
	}

	async function deliver(call: WebhookCall): Promise<WebhookAnswer> {
		let attempts = 0;
		let last: WebhookAnswer = { report: noUrl('No URL is set.'), contentType: '', body: '' };
		for (const url of call.urls) {
			for (let number = 1; number <= call.attemptsPerUrl; number++) {
				if (attempts > 0 && !closed) await pause(call.retryDelayMs);
				if (closed) return last;
				attempts++;
				const request = call.request(url, number);
				let result = await attempt(request, call.timeoutMs);
				// The other side closed an idle connection just as it was used again: no attempt reached it.
				if ('problem' in result && result.staleConnection) result = await attempt(request, call.timeoutMs);
				last = answerOf(url, attempts, result);
				if (last.report.outcome === 'accepted') return last;
			}
		}
		return last;
	}

	return {
		deliver,
		async close() {
			closed = true;
			for (const endPause of pauses) endPause();
			for (let waited = 0; underWay.size > 0 && waited < CLOSING_MS; waited += CLOSING_STEP_MS) {
				await new Promise((resolve) => setTimeout(resolve, CLOSING_STEP_MS));
			}
			for (const request of underWay) request.destroy(new Error('the sandbox was stopped'));
			agents['http:'].destroy();
			agents['https:'].destroy();
		},
	};
}

function answerOf(url: string, attempts: number, result: Attempt): WebhookAnswer {
	if ('problem' in result) {
		const detail = `${url} could not be reached: ${result.problem}.`;
		return { report: { outcome: 'unreachable', url, status: null, attempts, detail }, contentType: '', body: '' };
	}
	const { status, contentType, body } = result;
	const accepted = status >= 200 && status < 300;
	const detail = accepted ? `The workflow took it (HTTP ${status}).` : `The workflow refused it (HTTP ${status}).`;
	return {
		report: { outcome: accepted ? 'accepted' : 'refused', url, status, attempts, detail },
		contentType,
		body,
	};
}

export const pendingReport = (url: string | null): WebhookReport => ({
	outcome: 'pending',
	url,
	status: null,
	attempts: 0,
	detail: 'Waiting for the workflow …',
});

export const noUrl = (detail: string): WebhookReport => ({
	outcome: 'no-url',
	url: null,
	status: null,
	attempts: 0,
	detail,
});
