// The little HTTP that the sandbox needs on top of node:http.
import { type IncomingMessage, type ServerResponse } from 'node:http';

export interface ApiRequest {
	readonly method: string;
	/** Below the carrier's prefix, e.g. /2010-04-01/Accounts/…; never decoded. */
	readonly path: string;
	readonly query: URLSearchParams;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

export interface Answer {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	/** Sent as JSON; nothing is sent when it is left out. */
	readonly json?: unknown;
	/** Sent as a web page instead. */
	readonly page?: string;
}

/** No text comes near this, and nobody fills the memory. */
const MAX_BODY_BYTES = 1_048_576;

/** The body of a request; null when it is larger than anything that belongs here. */
export function readBody(request: IncomingMessage): Promise<string | null> {
	// Events instead of "for await": with the iterator the sandbox took half as many texts a second.
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let size = 0;
		request.on('data', (chunk: Buffer) => {
			size += chunk.length;
			if (size > MAX_BODY_BYTES) resolve(null);
			else chunks.push(chunk);
		});
		request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
		request.on('error', reject);
	});
}

/** Sends an answer; a client that has gone away is not waited for. */
export function send(response: ServerResponse, { status, headers, json, page }: Answer): void {
	if (response.destroyed) return;
	const body = page ?? (json === undefined ? '' : JSON.stringify(json));
	response.writeHead(status, {
		...(json === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
		...(page === undefined ? {} : { 'content-type': 'text/html; charset=utf-8' }),
		'content-length': Buffer.byteLength(body),
		'x-content-type-options': 'nosniff',
		...headers,
	});
	response.end(body);
}

/** A JSON object from a request body; undefined for anything else. */
export function parseJsonObject(body: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(body);
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? (value as Record<string, unknown>)
			: undefined;
	} catch {
		return undefined;
	}
}
