import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OrderEvent } from '../../lib/domain/order-event';
import { type ReadOptions } from '../../lib/sources';

/** A payload in the shape that the source documents, and what has to come of it. */
export interface Case {
	readonly name: string;
	readonly payload: Payload;
	readonly expected: Expected;
}

export type Payload = Readonly<Record<string, unknown>>;

export interface Expected {
	/** Where given, the payload arrives as an item of the Webhook node, with these headers. */
	readonly headers?: Readonly<Record<string, string>>;
	/** What the operator filled in. */
	readonly topic?: string;
	readonly options?: Omit<ReadOptions, 'topic'>;
	/** "the resource" where no field says what happened: that there is such an object is the news. */
	readonly news?: 'the resource';
	/** Whole events but for fields that are empty; `occurredAt` is an ISO time, `lookup` a part of the sentence. */
	readonly events: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

/** What the contract has to know of a source, `fixtures/<source>/source.json`. */
export interface Traits {
	/** Top-level keys that its payloads are told by: where all of them are gone, nothing is left to tell. */
	readonly toldBy: readonly string[];
	/** Cases whose kind only a value tells (an event's name, the type in a global id), not a key. */
	readonly toldByAValue: readonly string[];
	/** Lists of what happened before; they must never be read. */
	readonly histories: readonly string[];
	/** Fields whose words say how far an order is, at whatever depth. */
	readonly statusFields: readonly string[];
	/** Fields that say by being there that something happened. */
	readonly evidenceFields?: readonly string[];
	/** Headers of the Webhook node, lower case; undefined where the payload itself says it. */
	readonly topicHeader?: string;
	readonly eventIdHeader?: string;
}

const FOLDER = join(__dirname, 'fixtures');

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;

/** The cases of `fixtures/<source>`: `<case>.json` beside `<case>.expected.json`. */
export function casesOf(source: string): Case[] {
	const folder = join(FOLDER, source);
	const names = readdirSync(folder)
		.filter((file) => !file.endsWith('.expected.json') && file !== 'source.json')
		.map((file) => file.replace(/\.json$/, ''));
	return names.map((name) => ({
		name,
		payload: readJson(join(folder, `${name}.json`)) as Payload,
		expected: readJson(join(folder, `${name}.expected.json`)) as Expected,
	}));
}

export const traitsOf = (source: string): Traits => readJson(join(FOLDER, source, 'source.json')) as Traits;

/** The sources that have a folder of cases. */
export const sourcesWithCases = (): string[] => readdirSync(FOLDER);

/** One case's payload, to be changed at will. */
export const payloadOf = (source: string, name: string): Record<string, unknown> =>
	readJson(join(FOLDER, source, `${name}.json`)) as Record<string, unknown>;

export const without = (payload: Payload, ...keys: readonly string[]): Payload =>
	Object.fromEntries(Object.entries(payload).filter(([key]) => !keys.includes(key)));

/** The n8n item that carries a case. */
export const itemOf = ({ payload, expected: { headers } }: Case): unknown =>
	headers ? { headers, params: {}, query: {}, body: payload, webhookUrl: '', executionMode: 'production' } : payload;

export const optionsOf = ({ expected: { topic, options } }: Case): ReadOptions => ({ ...options, topic });

/** An event as expected.json writes it: without what is empty. */
export function written(event: OrderEvent, wanted: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
	const isEmpty = (value: unknown) =>
		value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
	const values = Object.entries(event)
		.filter(([name, value]) => name === 'fromShop' || !isEmpty(value))
		.map(([name, value]) => {
			if (name === 'occurredAt') return [name, new Date(value as number).toISOString().replace('.000Z', 'Z')];
			if (name === 'lookup' && String(value).includes(String(wanted.lookup))) return [name, wanted.lookup];
			if (name === 'phones' || name === 'trackings') return [name, JSON.parse(JSON.stringify(value))];
			return [name, value];
		});
	return Object.fromEntries(values) as Record<string, unknown>;
}
