import { field, type Fields, fieldsOf, isFields, listOf, textOf } from './read';

/** Wrappers of one payload, by the systems that use them: Shopify REST, GraphQL, AfterShip, EasyPost, Wix, SP-API … */
const WRAPPERS = [
	'body',
	'order',
	'fulfillment',
	'fulfillment_event',
	'refund',
	'return',
	'msg',
	'data',
	'result',
	'tracking',
	'payload',
	'Payload',
	'node',
	'prestashop',
	'shipment',
	// Amazon's queues: EventBridge, SNS
	'detail',
	'Message',
	// Royal Mail
	'mailPieces',
] as const;

/** Wrappers of several. */
const LISTS = [
	'orders',
	'fulfillments',
	'refunds',
	'trackings',
	'edges',
	'nodes',
	'shipments',
	'results',
	'items',
	'list',
	'Orders',
	'returns',
	'packages',
	'parcels',
	'trackers',
	'accepted',
	'tracking_results',
] as const;

/** A payload is no deeper than this, and no batch is longer. */
const MAX_DEPTH = 12;
const MAX_PAYLOADS = 1000;

/** Longer strings are no payload that a webhook would carry (n8n itself stops at 16 MB). */
const MAX_JSON = 5_000_000;

export interface Envelope {
	/** The n8n item's json, or what its `body` holds when the item comes from the Webhook node. */
	readonly content: unknown;
	/** Lower-case names. */
	readonly headers: Readonly<Record<string, string>>;
}

/** Takes an n8n item apart: the Webhook node puts the payload into `body`, beside `headers`, `params` and `query`. */
export function openItem(json: unknown): Envelope {
	const item = fieldsOf(json);
	if (!isFields(item.headers) || !Object.hasOwn(item, 'body')) return { content: json, headers: {} };
	const headers = new Map<string, string>();
	for (const [name, value] of Object.entries(item.headers)) {
		const text = textOf(value);
		if (text) headers.set(name.toLowerCase(), text);
	}
	return { content: item.body, headers: Object.fromEntries(headers) };
}

/**
 * Finds the payloads that `accept` recognises, at the top or inside the wrappers that shops and n8n nodes put around
 * them: known keys, arrays, JSON in strings (in strings), tokens.
 *
 * @returns what `accept` made of each, in order; empty when nothing was recognised.
 */
export function findPayloads<T>(content: unknown, accept: (payload: Fields) => T | undefined): T[] {
	const found: T[] = [];
	search(content, accept, found, 0);
	return found;
}

function search<T>(content: unknown, accept: (payload: Fields) => T | undefined, found: T[], depth: number): boolean {
	if (depth > MAX_DEPTH || found.length >= MAX_PAYLOADS) return false;
	if (typeof content === 'string') {
		const value = parseJson(content);
		return value !== undefined && search(value, accept, found, depth + 1);
	}
	if (Array.isArray(content)) {
		return content.map((entry) => search(entry, accept, found, depth + 1)).some(Boolean);
	}
	if (!isFields(content)) return false;
	const accepted = accept(content);
	if (accepted !== undefined) {
		found.push(accepted);
		return true;
	}
	for (const name of WRAPPERS) {
		const inner = field(content, name);
		if (typeof inner === 'object' || typeof inner === 'string') {
			if (search(inner, accept, found, depth + 1)) return true;
		}
	}
	for (const name of LISTS) {
		const inner = field(content, name);
		const entries = isFields(inner) ? [inner] : listOf(inner);
		if (search([...entries], accept, found, depth + 1)) return true;
	}
	return false;
}

/** Wix sends a JSON Web Token. Whether it is signed rightly is the receiver's question, as with every other body. */
const TOKEN = /^eyJ[\w-]+\.([\w-]+)\.[\w-]*$/;

/** Undefined for anything that is no JSON object or array, nor a token that holds one. */
export function parseJson(text: string): unknown {
	const token = text.startsWith('eyJ') && text.length <= MAX_JSON ? TOKEN.exec(text.trim())?.[1] : undefined;
	if (token) return parseJson(Buffer.from(token, 'base64url').toString());
	const start = text.trimStart()[0];
	if ((start !== '{' && start !== '[' && start !== '"') || text.length > MAX_JSON) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
