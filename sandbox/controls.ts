// The sandbox's own switches under /_sandbox/, apart from everything that a real carrier has.
import { type IncomingMessage } from 'node:http';
import { credentialFields, SEEDED_NUMBERS, type CarrierId } from './accounts';
import { FAULT_KINDS, parseFault, type Fault } from './faults';
import { parseJsonObject, type Answer } from './http';
import { ReplyRefused, sendReply } from './replies';
import { resetWorld, type Timing, type World } from './world';

export interface ControlRequest {
	readonly method: string;
	/** Below /_sandbox. */
	readonly path: string;
	readonly query: URLSearchParams;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

const CARRIERS = Object.keys(SEEDED_NUMBERS) as CarrierId[];
const DEFAULT_MESSAGES = 200;
const DEFAULT_PHONES = 200;
const LONGEST_WAIT_MS = 600_000;

const ok = (json: unknown = { ok: true }): Answer => ({ status: 200, json });
const wrong = (error: string, status = 400): Answer => ({ status, json: { error } });

/** What the page shows beside the texts. */
export function settingsView(world: World): Record<string, unknown> {
	return {
		counters: world.run.counters,
		faults: world.faults.list(),
		timing: world.timing,
		optOuts: Object.fromEntries(CARRIERS.map((carrier) => [carrier, world.optOuts.enabled(carrier)])),
		blocked: world.optOuts.list(),
		inboundUrls: CARRIERS.flatMap((carrier) => world.twins[carrier].inboundTargets()),
	};
}

function stateView(world: World, publicUrl: string, query: URLSearchParams): Record<string, unknown> {
	return {
		credentials: credentialFields(publicUrl),
		numbers: CARRIERS.flatMap((carrier) => SEEDED_NUMBERS[carrier].map((number) => ({ carrier, ...number }))),
		faultKinds: FAULT_KINDS,
		phones: world.store.phones(limitOf(query, 'phones', DEFAULT_PHONES)),
		phoneCount: world.store.phoneCount,
		messages: messagesOf(world, query),
		messageCount: world.store.size,
		settings: settingsView(world),
	};
}

function limitOf(query: URLSearchParams, name: string, usual: number): number {
	const limit = Number(query.get(name) ?? usual);
	return Number.isInteger(limit) && limit >= 0 ? limit : usual;
}

/** The newest texts, oldest of them first. */
function messagesOf(world: World, query: URLSearchParams): unknown[] {
	const limit = limitOf(query, 'messages', DEFAULT_MESSAGES);
	const phone = query.get('phone');
	const messages: unknown[] = [];
	for (const message of world.store.newestFirst()) {
		if (messages.length >= limit) break;
		if (phone === null || message.phone === phone) messages.push(message);
	}
	return messages.reverse();
}

/** Answers one request to a switch. */
export async function handleControl(world: World, publicUrl: string, request: ControlRequest): Promise<Answer> {
	const { method, path, query } = request;
	// Another web site in the same browser must not work the switches: its requests are marked by the browser, and it
	// cannot send this content type without being asked first.
	if (request.headers['sec-fetch-site'] === 'cross-site') return wrong('Not from another web site.', 403);
	const reading = method === 'GET';
	if (!reading && !request.headers['content-type']?.startsWith('application/json')) {
		return wrong('Send JSON with the content type application/json.', 415);
	}
	const body = reading || request.body === '' ? {} : parseJsonObject(request.body);
	if (!body) return wrong('The body is not a JSON object.');

	switch (`${method} ${path}`) {
		case 'GET /state':
			return ok(stateView(world, publicUrl, query));
		case 'GET /messages':
			return ok({ messages: messagesOf(world, query) });
		case 'GET /counters':
			return ok(world.run.counters);
		case 'GET /faults':
			return ok({ faults: world.faults.list() });
		case 'PUT /faults':
			return changeFaults(world, body.faults, true);
		case 'POST /faults':
			return changeFaults(world, [body], false);
		case 'GET /timing':
			return ok(world.timing);
		case 'PUT /timing':
			return changeTiming(world, body);
		case 'GET /opt-outs':
		case 'GET /inbound-urls':
			return ok(settingsView(world)[path === '/opt-outs' ? 'optOuts' : 'inboundUrls']);
		case 'PUT /opt-outs':
			return changeOptOuts(world, body);
		case 'PUT /inbound-urls':
			return changeInboundUrls(world, body);
		case 'GET /shops':
			return ok({ shops: world.shops.view(publicUrl) });
		case 'PUT /shops/faults':
			return changeShopFaults(world, body.faults);
		case 'POST /reply':
			return reply(world, body);
		case 'POST /reset':
			resetWorld(world, { account: body.account === true });
			return ok();
		default:
			return wrong(`There is no ${method} /_sandbox${path}.`, 404);
	}
}

function changeFaults(world: World, values: unknown, replace: boolean): Answer {
	if (!Array.isArray(values)) return wrong('Send {"faults": [ … ]}.');
	const faults: Fault[] = [];
	for (const value of values) {
		const fault = parseFault(value);
		if (typeof fault === 'string') return wrong(fault);
		faults.push(fault);
	}
	if (replace) world.faults.clear();
	for (const fault of faults) world.faults.set(fault);
	world.changed();
	return ok({ faults: world.faults.list() });
}

/** Sets those of the times that are named; says what is wrong with the first that cannot be. */
function changeTiming(world: World, values: Readonly<Record<string, unknown>>): Answer {
	for (const [name, value] of Object.entries(values)) {
		if (!Object.hasOwn(world.timing, name)) return wrong(`There is no time called "${name}".`);
		if (!Number.isInteger(value) || Number(value) < 0 || Number(value) > LONGEST_WAIT_MS) {
			return wrong(`${name} is a whole number of milliseconds, up to ${LONGEST_WAIT_MS}.`);
		}
	}
	for (const [name, value] of Object.entries(values)) world.timing[name as keyof Timing] = value as number;
	world.changed();
	return ok(world.timing);
}

function changeOptOuts(world: World, values: Readonly<Record<string, unknown>>): Answer {
	for (const [carrier, on] of Object.entries(values)) {
		if (!CARRIERS.includes(carrier as CarrierId) || typeof on !== 'boolean') {
			return wrong(`Send {${CARRIERS.map((name) => `"${name}": true`).join(', ')}}.`);
		}
	}
	for (const [carrier, on] of Object.entries(values)) world.optOuts.switchTo(carrier as CarrierId, on as boolean);
	world.changed();
	return ok(settingsView(world).optOuts);
}

function changeInboundUrls(world: World, values: Readonly<Record<string, unknown>>): Answer {
	for (const [target, url] of Object.entries(values)) {
		if (url !== null && url !== '' && !(typeof url === 'string' && /^https?:$/.test(URL.parse(url)?.protocol ?? ''))) {
			return wrong(`${String(url)} is not a web address.`);
		}
		const known = CARRIERS.some((carrier) => world.twins[carrier].setInboundUrl(target, url || null));
		if (!known) return wrong(`${target} is neither a number nor a pool of the sandbox.`);
	}
	world.changed();
	return ok(settingsView(world).inboundUrls);
}

function changeShopFaults(world: World, values: unknown): Answer {
	const wrongs = Array.isArray(values) ? world.shops.setFaults(values) : 'Send {"faults": [ … ]}.';
	return wrongs === null ? ok({ faults: world.shops.faults() }) : wrong(wrongs);
}

async function reply(world: World, body: Readonly<Record<string, unknown>>): Promise<Answer> {
	const { phone, text = '', to, media, forged } = body;
	if (typeof phone !== 'string' || typeof text !== 'string') return wrong('A reply has a phone and a text.');
	if (to !== undefined && to !== null && typeof to !== 'string') return wrong('to is one of the numbers.');
	const urls = Array.isArray(media) ? media.filter((url): url is string => typeof url === 'string') : [];
	try {
		return ok(await sendReply(world, { phone, text, ...(to ? { to } : {}), media: urls, forged: forged === true }));
	} catch (error) {
		if (error instanceof ReplyRefused) return wrong(error.message);
		throw error;
	}
}
