// Server-Sent Events for the phone page. Changes are gathered for a moment and sent together, so that a campaign of
// thousands of texts costs the page (and the sandbox) a few events a second.
import { type ServerResponse } from 'node:http';
import { type SandboxMessage } from './store';

export interface Events {
	/** Takes over a response and keeps writing to it until the page leaves. */
	connect(response: ServerResponse): void;
	/** Notes a new or changed text; undefined when all texts are gone. */
	messageChanged(message: SandboxMessage | undefined): void;
	settingsChanged(): void;
	close(): void;
}

const GATHER_MS = 100;
const HEARTBEAT_MS = 20_000;
/** With more changes at once the page is told to load anew. */
const MAX_CHANGES = 250;
/** A page that does not read is let go; its browser connects again by itself. */
const MAX_UNREAD_BYTES = 4_000_000;

/** `settings` gives what the page shows beside the texts; it is asked at most once per gathering. */
export function createEvents(settings: () => unknown): Events {
	const clients = new Set<ServerResponse>();
	const changed = new Map<string, SandboxMessage>();
	let reload = false;
	let settingsAreNew = false;
	let gathering: NodeJS.Timeout | undefined;
	let heartbeat: NodeJS.Timeout | undefined;

	function write(text: string): void {
		for (const client of clients) {
			if (client.writableLength > MAX_UNREAD_BYTES) client.destroy();
			else client.write(text);
		}
	}

	const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

	function flush(): void {
		gathering = undefined;
		if (reload) write(event('reload', {}));
		else if (changed.size > 0) write(event('messages', [...changed.values()]));
		if (settingsAreNew) write(event('settings', settings()));
		changed.clear();
		reload = false;
		settingsAreNew = false;
	}

	function gather(): void {
		gathering ??= setTimeout(flush, GATHER_MS);
	}

	function leave(client: ServerResponse): void {
		clients.delete(client);
		if (clients.size > 0) return;
		clearInterval(heartbeat);
		clearTimeout(gathering);
		heartbeat = gathering = undefined;
		changed.clear();
	}

	return {
		connect(response) {
			response.writeHead(200, {
				'content-type': 'text/event-stream',
				'cache-control': 'no-store',
				'x-content-type-options': 'nosniff',
			});
			response.write(`retry: 1000\n\n${event('settings', settings())}`);
			clients.add(response);
			response.on('close', () => leave(response));
			heartbeat ??= setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
		},
		messageChanged(message) {
			if (clients.size === 0) return;
			if (message === undefined || changed.size >= MAX_CHANGES) {
				reload = true;
				changed.clear();
			} else if (!reload) {
				changed.set(message.id, message);
			}
			gather();
		},
		settingsChanged() {
			if (clients.size === 0) return;
			settingsAreNew = true;
			gather();
		},
		close() {
			for (const client of clients) {
				client.end();
				leave(client);
			}
		},
	};
}
