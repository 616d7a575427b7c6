// One process that speaks the carriers' and shops' HTTP APIs and shows what customers see. Three URL spaces on one port: the
// real API paths under a prefix per carrier and shop, the switches under /_sandbox/, the phone page at /.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import { TELNYX_PUBLIC_KEY } from './accounts';
import { type CarrierTwin } from './carrier';
import { handleControl, settingsView } from './controls';
import { createEvents } from './events';
import { type Fault } from './faults';
import { readBody, send, type ApiRequest } from './http';
import { loadPage } from './page';
import { sendReply, type ReplyResult } from './replies';
import { type Counters } from './run';
import { handleSend } from './sending';
import { type Shops } from './shops';
import { type SandboxMessage } from './store';
import { createWorld, resetWorld, type Timing } from './world';

export interface SandboxOptions {
	/** 0 takes any free port. @default 4050 */
	readonly port?: number;
	/** @default '127.0.0.1' */
	readonly host?: string;
	/** How n8n reaches the sandbox where that differs from where it listens, e.g. out of a container. */
	readonly publicUrl?: string;
	/** The same seed gives the same ids and the same strokes of fate. @default a random one */
	readonly seed?: number;
	/** @default Date.now */
	readonly now?: () => number;
	/** @default 0, 300 and 900 ms */
	readonly timing?: Partial<Timing>;
	/** How long Telnyx waits before it tries a webhook again. @default 1000 */
	readonly retryDelayMs?: number;
	/** How many texts are kept; the oldest go first. @default 5000 */
	readonly maxMessages?: number;
	/** Serves HTTPS instead of HTTP. */
	readonly tls?: { readonly key: string | Buffer; readonly cert: string | Buffer };
}

export interface Sandbox {
	/** Where it listens, without a slash at the end. */
	readonly url: string;
	/** What credentials name as its address: the same, unless a public URL was given. */
	readonly publicUrl: string;
	readonly port: number;
	/** What Telnyx's webhooks are checked with. */
	readonly publicKey: string;
	/** The shops that promo codes are published to: their codes, and faults to set. */
	readonly shops: Shops;
	/** The texts still kept, oldest first; those of one phone if one is given. */
	messages(phone?: string): SandboxMessage[];
	counters(): Counters;
	/** Adds a fault, or replaces the one of the same kind for the same carrier and phone. */
	setFault(fault: Fault): void;
	clearFaults(): void;
	/** How long the carriers take to answer a request to send. */
	setLatency(ms: number): void;
	/** When texts count as sent and when their final status comes. */
	setReceiptTimes(sentAfterMs: number, finalAfterMs: number): void;
	/** Where inbound texts to a number, a Messaging Service or a messaging profile go. */
	setInboundUrl(target: string, url: string | null): void;
	/** Lets a carrier handle STOP, START and HELP by itself. */
	setOptOutHandling(carrier: CarrierTwin['id'], on: boolean): void;
	/** A customer's text; resolves when the workflow has answered or given up. */
	reply(
		phone: string,
		text: string,
		to?: string,
		extras?: { media?: string[]; forged?: boolean },
	): Promise<ReplyResult>;
	/** Resolves when every accepted text has its final status and every webhook its answer. */
	settled(): Promise<void>;
	/** Forgets texts, codes, faults, blocks and counters; with `account`, inbound URLs and STOP handling as well. */
	reset(options?: { account?: boolean }): void;
	/** Closes everything. */
	stop(): Promise<void>;
}

export const DEFAULT_PORT = 4050;
const DEFAULT_TIMING: Timing = { latencyMs: 0, sentAfterMs: 300, finalAfterMs: 900 };
/** Longer than clients keep idle connections, so that none is closed in the moment of its use. */
const KEEP_ALIVE_MS = 75_000;

/** Starts a sandbox and resolves when it listens. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { host = '127.0.0.1', tls } = options;
	let url = '';
	const publicUrl = () => options.publicUrl?.replace(/\/+$/, '') ?? url;
	const world = createWorld({
		now: options.now ?? (() => Date.now()),
		seed: options.seed,
		maxMessages: options.maxMessages ?? 5_000,
		timing: { ...DEFAULT_TIMING, ...options.timing },
		retryDelayMs: options.retryDelayMs ?? 1_000,
		publicUrl,
	});
	const page = loadPage();
	const events = createEvents(() => settingsView(world));
	world.store.onChange(events.messageChanged);
	world.changed = events.settingsChanged;
	const twins = Object.values(world.twins);

	/** The carrier that a request is for, with the path as that carrier sees it. */
	function route(path: string, hostHeader: string | undefined): { twin: CarrierTwin; path: string } | null {
		const hostName = hostHeader?.replace(/:\d+$/, '').toLowerCase() ?? '';
		for (const twin of twins) {
			if (path.startsWith(`/${twin.id}/`)) return { twin, path: path.slice(twin.id.length + 1) };
			if (twin.hosts.includes(hostName)) return { twin, path };
		}
		return null;
	}

	async function serveApi(twin: CarrierTwin, target: ApiRequest, response: ServerResponse): Promise<void> {
		const request = response.req;
		world.run.counters.apiRequests++;
		const isSend = twin.isSend(target);
		if (isSend && world.faults.take('refuse', twin.id)) {
			world.run.counters.closedEarly++;
			world.changed();
			request.socket.destroy();
			return;
		}
		const body = await readBody(request);
		if (body === null) return send(response, { status: 413 });
		if (!isSend) {
			send(response, twin.answer({ ...target, body }));
			world.changed();
			return;
		}
		const reaction = handleSend(world, twin, { ...target, body });
		if (reaction === 'close') request.socket.destroy();
		else if (reaction.afterMs === 0) send(response, reaction.answer);
		else setTimeout(() => send(response, reaction.answer), reaction.afterMs).unref();
	}

	async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = 'GET', headers } = request;
		const [path = '/', search = ''] = (request.url ?? '/').split('?', 2);
		const query = new URLSearchParams(search);
		const shop = world.shops.twinAt(path);
		if (shop) {
			const body = await readBody(request);
			if (body === null) return send(response, { status: 413 });
			const below = path.slice(shop.id.length + 1);
			const answer = world.shops.answer(shop, { method, path: below, query, headers, body });
			return answer === 'close' ? void request.socket.destroy() : send(response, answer);
		}
		const target = route(path, headers.host);
		if (target) return serveApi(target.twin, { method, path: target.path, query, headers, body: '' }, response);
		if (path === '/_sandbox/events') return events.connect(response);
		if (path.startsWith('/_sandbox/')) {
			const body = await readBody(request);
			if (body === null) return send(response, { status: 413 });
			const control = { method, path: path.slice('/_sandbox'.length), query, headers, body };
			return send(response, await handleControl(world, publicUrl(), control));
		}
		if (method === 'GET' && page.send(path, response)) return;
		send(response, {
			status: 404,
			json: { error: `Nothing is at ${path}. The carriers are at /twilio and /telnyx, the shops in /_sandbox/shops.` },
		});
	}

	const listener = (request: IncomingMessage, response: ServerResponse) => {
		serve(request, response).catch((error: unknown) => {
			// A client that left while its request was read is no fault of ours
			if (!request.destroyed) send(response, { status: 500, json: { error: String(error) } });
		});
	};
	const server = tls ? createTlsServer({ key: tls.key, cert: tls.cert }, listener) : createServer(listener);
	server.keepAliveTimeout = KEEP_ALIVE_MS;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? DEFAULT_PORT, host, resolve);
	});
	const { port } = server.address() as AddressInfo;
	url = `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`;

	function setTiming(times: Partial<Timing>): void {
		Object.assign(world.timing, times);
		world.changed();
	}

	return {
		url,
		publicUrl: publicUrl(),
		port,
		publicKey: TELNYX_PUBLIC_KEY,
		shops: world.shops,
		messages(phone) {
			const all = [...world.store.newestFirst()].reverse();
			return phone === undefined ? all : all.filter((message) => message.phone === phone);
		},
		counters: () => ({ ...world.run.counters }),
		setFault(fault) {
			world.faults.set(fault);
			world.changed();
		},
		clearFaults() {
			world.faults.clear();
			world.changed();
		},
		setLatency: (latencyMs) => setTiming({ latencyMs }),
		setReceiptTimes: (sentAfterMs, finalAfterMs) => setTiming({ sentAfterMs, finalAfterMs }),
		setInboundUrl(target, inboundUrl) {
			const known = twins.some((twin) => twin.setInboundUrl(target, inboundUrl));
			if (!known) throw new Error(`${target} is neither a number nor a pool of the sandbox`);
			world.changed();
		},
		setOptOutHandling(carrier, on) {
			world.optOuts.switchTo(carrier, on);
			world.changed();
		},
		reply: (phone, text, to, extras = {}) =>
			sendReply(world, { phone, text, ...(to === undefined ? {} : { to }), ...extras }),
		settled: () => world.run.settled(),
		reset({ account = false } = {}) {
			resetWorld(world, { account });
		},
		async stop() {
			world.run.cancel();
			await world.webhooks.close();
			events.close();
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
	};
}
