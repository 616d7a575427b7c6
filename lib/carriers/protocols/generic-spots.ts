// Where something stands in an answer or a webhook, in words that an operator can write: a path ("data.0.id"), a regular expression
// between slashes over the whole text ("/Success \"(.+)\"/"), or both ("answer /err:(\w+)/": in that field). The first group counts.

import { CarrierError } from '../../domain/errors';
import { jsonOf } from '../../wire';

/** The first that leads to something counts. */
export type Spots = readonly string[];

/** An answer, or one item of a webhook. */
export interface Source {
	/** The whole of it, as it came. */
	readonly text: string;
	/** The item, then what is around it: a value that the item has not is looked for further out. */
	readonly scopes: readonly unknown[];
}

/** Longer texts are no answers; a bad expression of the operator's must not take all day. */
const MOST_CHARACTERS = 50_000;

const PATTERN = /^(?:([^/]*?)\s*)?\/(.*)\/([ims]*)$/s;

/** @param field for the error. @throws CarrierError `bad-config` for an expression that is none. */
export function expressionOf(source: string, flags: string, field: string): RegExp {
	try {
		return new RegExp(source, flags);
	} catch {
		throw new CarrierError('bad-config', `${field}: "/${source}/" is no regular expression`);
	}
}

/** The value at the first spot that has one; undefined for none, and for what is no text, number or truth value. */
export function find(source: Source, spots: Spots | undefined): string | undefined {
	for (const spot of spots ?? []) {
		const value = findOne(source, spot);
		if (value !== undefined) return value;
	}
	return undefined;
}

/** All values at the spots, in their order. */
export const findAll = (source: Source, spots: Spots | undefined): string[] =>
	(spots ?? []).flatMap((spot) => findOne(source, spot) ?? []);

function findOne(source: Source, spot: string): string | undefined {
	const [, path, pattern, flags] = PATTERN.exec(spot) ?? [];
	if (pattern === undefined) return inScopes(source, spot.trim());
	const text = path ? inScopes(source, path) : source.text;
	const match = expressionOf(pattern, flags ?? '', spot).exec(text?.slice(0, MOST_CHARACTERS) ?? '');
	return (match?.[1] ?? match?.[0]) || undefined;
}

function inScopes({ scopes }: Source, path: string): string | undefined {
	for (const scope of scopes) {
		const value = wordOf(at(scope, path));
		if (value !== undefined) return value;
	}
	return undefined;
}

const wordOf = (value: unknown): string | undefined =>
	(typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean'
		? String(value)
		: undefined;

/** What a path leads to. JSON within a text is stepped into; of a list, the first unless the path says which. */
function at(value: unknown, path: string): unknown {
	const inside = opened(value);
	if (Array.isArray(inside)) {
		const [, index, rest] = /^(\d+)(?:\.(.+))?$/.exec(path) ?? [];
		const entry: unknown = inside[Number(index ?? 0)];
		if (index === undefined) return at(entry, path);
		return rest === undefined ? entry : at(entry, rest);
	}
	if (typeof inside !== 'object' || inside === null) return undefined;
	// names may have dots in them: "price.amount" of a form
	if (Object.hasOwn(inside, path)) return (inside as Record<string, unknown>)[path];
	const dot = path.indexOf('.');
	const name = path.slice(0, dot);
	return dot > 0 && Object.hasOwn(inside, name)
		? at((inside as Record<string, unknown>)[name], path.slice(dot + 1))
		: undefined;
}

const opened = (value: unknown): unknown =>
	typeof value === 'string' && /^\s*[[{]/.test(value) ? jsonOf(value) : value;

/** More in one webhook than any gateway sends. */
const MOST_ITEMS = 1_000;

/**
 * The items at a path, each with what is around it; a list in a list gives the items of all of them. The whole where the path
 * leads nowhere: gateways write one report in one way and several in another.
 */
export function itemsIn(root: unknown, path: string | undefined): unknown[][] {
	const whole = listed([], opened(root));
	let found = whole;
	for (const step of path ? path.split('.') : []) {
		found = found.flatMap((scopes) => listed(scopes, opened(at(scopes[0], step))));
	}
	return [found, whole, [[root]]].find((items) => items.length > 0)?.slice(0, MOST_ITEMS) ?? [];
}

function listed(around: unknown[], value: unknown): unknown[][] {
	if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((entry: unknown) => [entry, ...around]);
	return typeof value === 'object' && value !== null ? [[value, ...around]] : [];
}

/** @throws CarrierError `bad-config` for an expression that is none. */
export function checkSpot(spot: string): void {
	const [, , pattern, flags = ''] = PATTERN.exec(spot) ?? [];
	if (pattern !== undefined) expressionOf(pattern, flags, spot);
}

/**
 * Whether a condition holds: "status = ok, queued" (one of the words), "event = /^sms:/" or only "payload" (there is something).
 * Undefined where there is nothing at its place.
 */
export function holds(source: Source, condition: string): boolean | undefined {
	const { spot, words, pattern } = readCondition(condition);
	const value = findOne(source, spot);
	if (value === undefined) return undefined;
	if (pattern) return pattern.test(value.slice(0, MOST_CHARACTERS));
	return words === undefined || words.includes(value);
}

/** A spot, and what has to stand there. */
const CONDITION = /^\s*([^=/]*(?:\/.*?\/[ims]*(?=\s*(?:=|$)))?)\s*(?:=\s*(.*?)\s*)?$/s;

/** @throws CarrierError `bad-config` for an expression that is none. */
export function readCondition(condition: string): { spot: string; words?: string[]; pattern?: RegExp } {
	const [, spot = condition.trim(), right] = CONDITION.exec(condition) ?? [];
	if (right === undefined) return { spot: spot.trim() };
	const [, source, flags = ''] = /^\/(.*)\/([ims]*)$/s.exec(right) ?? [];
	if (source !== undefined) return { spot: spot.trim(), pattern: expressionOf(source, flags, condition) };
	return { spot: spot.trim(), words: right.split(',').map((word) => word.trim()) };
}
