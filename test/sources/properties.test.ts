// Whatever comes in, what comes out is a well-formed event or the one error that says it is no order.

import fc from 'fast-check';
import { readOrderEvents, SOURCES } from '../../lib/sources';
import { isFields } from '../../lib/sources/read';
import { always } from '../support/properties';
import { eventsOrNone, isTexted, problemsOf, withoutNews } from './contract';
import { casesOf, itemOf } from './fixtures';

/** How many payloads are tried: some ten thousand, or SOURCE_PAYLOADS of them, e.g. a million for the numbers in the docs. */
const share = Number(process.env.SOURCE_PAYLOADS ?? 21_000) / 21_000;
const runs = (usual: number) => Math.ceil(usual * share);

const CASES = SOURCES.flatMap(({ id }) => casesOf(id));

/** Every key and every value that stands in our cases, and some that nobody expects. */
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'length', '', 'body', 'headers', 'node', 'orders'];
const VALUES: unknown[] = [
	null,
	true,
	0,
	-1,
	2 ** 60,
	1e300,
	'',
	' ',
	'NULL',
	'constructor',
	'__proto__',
	'gid://shopify/constructor/1',
	'gid://shopify/Order/1',
	'wc_order_',
	'{"order":{}}',
	'"\\"{}\\""',
	'[[[[',
	'\ud83d',
	'\u0000',
	'9999-99-99',
	'https://a.b/\ud800',
	'&#55296;',
];
const seen = new Set<unknown>();
const collect = (value: unknown): void => {
	if (Array.isArray(value)) value.forEach(collect);
	else if (isFields(value)) {
		KEYS.push(...Object.keys(value).filter((key) => !seen.has(key) && seen.add(key)));
		Object.values(value).forEach(collect);
	} else if (!seen.has(value) && seen.add(value)) VALUES.push(value);
};
CASES.forEach(({ payload }) => collect(payload));

const knownValue = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...VALUES) }, fc.jsonValue({ maxDepth: 2 }));

/** The keys of each case: those of all cases together are seldom one source's. */
const VOCABULARIES = CASES.map(({ payload }) => keysOf(payload));

function keysOf(value: unknown): string[] {
	const inner = typeof value === 'object' && value !== null ? Object.values(value).flatMap(keysOf) : [];
	return [...new Set([...(isFields(value) ? Object.keys(value) : []), ...inner])];
}

const children = (value: fc.Arbitrary<unknown>, maxLength: number): fc.Arbitrary<unknown> =>
	fc
		.oneof(fc.constantFrom(...VOCABULARIES), fc.constant(KEYS))
		.chain((keys) => fc.array(fc.tuple(fc.constantFrom(...keys), value), { maxLength }))
		.map((entries): unknown => Object.fromEntries(entries));

/** JSON made of the keys and values that sources look for, four levels deep. */
const knownJson = [16, 6, 6].reduceRight<fc.Arbitrary<unknown>>(
	(inner, maxLength) => fc.oneof(children(inner, maxLength), fc.array(inner, { maxLength: 3 })),
	knownValue,
);

interface Mutation {
	/** How to walk down: which of the children at each level. */
	readonly path: readonly number[];
	readonly what: 'delete' | 'replace' | 'stringify' | 'list' | 'wrap' | 'add';
	readonly key: string;
	readonly value: unknown;
}

const mutation = (...kinds: ReadonlyArray<Mutation['what']>): fc.Arbitrary<Mutation> =>
	fc.record({
		path: fc.array(fc.nat(40), { maxLength: 5 }),
		what: fc.constantFrom(...kinds),
		key: fc.constantFrom(...KEYS),
		value: knownValue,
	});

/** A copy with one place of it changed. */
function mutated(value: unknown, change: Mutation): unknown {
	const [turn, ...path] = change.path;
	const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
	if (turn === undefined || keys.length === 0) return mutatedHere(value, change);
	const key = keys[turn % keys.length] as string;
	const inner = (value as Record<string, unknown>)[key];
	const isDeletion = change.what === 'delete' && path.length === 0;
	const rest = Object.entries(value as object).filter(([name]) => !(isDeletion && name === key));
	const entries = rest.map(([name, old]) => [
		name,
		name === key ? mutated(inner, { ...change, path }) : (old as unknown),
	]);
	return Array.isArray(value) ? entries.map(([, entry]) => entry) : Object.fromEntries(entries);
}

function mutatedHere(value: unknown, { what, key, value: other }: Mutation): unknown {
	if (what === 'replace') return other;
	if (what === 'stringify') return JSON.stringify(value);
	if (what === 'list') return [value, other, value];
	if (what === 'wrap') return { [key]: value };
	if (what === 'add' && isFields(value)) return Object.fromEntries([...Object.entries(value), [key, other]]);
	return value;
}

const OBJECT_KEYS = Reflect.ownKeys(Object.prototype).length;

function expectSafe(item: unknown): void {
	const events = eventsOrNone(() => readOrderEvents(item));
	expect(events.flatMap(problemsOf)).toEqual([]);
	expect(Reflect.ownKeys(Object.prototype)).toHaveLength(OBJECT_KEYS);
}

test('any JSON is read, or refused as no order', () => {
	always(fc.property(fc.jsonValue({ maxDepth: 5 }), expectSafe), runs(3000));
});

test('any JSON made of the words that sources look for is read, or refused as no order', () => {
	let read = 0;
	always(
		fc.property(knownJson, (item) => {
			expectSafe(item);
			read += eventsOrNone(() => readOrderEvents(item)).length;
		}),
		runs(6000),
	);
	expect(read).toBeGreaterThan(runs(100)); // else the words do not reach the sources, and nothing was tested
});

test('any of our cases, mutated, is read, or refused as no order', () => {
	let read = 0;
	const change = mutation('delete', 'replace', 'stringify', 'list', 'wrap', 'add');
	always(
		fc.property(fc.constantFrom(...CASES), fc.array(change, { minLength: 1, maxLength: 8 }), (theCase, changes) => {
			const item = changes.reduce(mutated, itemOf(theCase));
			expectSafe(item);
			read += eventsOrNone(() => readOrderEvents(item)).length;
		}),
		runs(8000),
	);
	expect(read).toBeGreaterThan(runs(4000));
});

test('without a word on what happened nobody is texted, whatever else stands in a payload', () => {
	let read = 0;
	const cases = CASES.filter(({ expected }) => !expected.news && !expected.headers);
	const change = mutation('delete', 'replace', 'list', 'wrap', 'add');
	always(
		fc.property(fc.constantFrom(...cases), fc.array(change, { maxLength: 6 }), ({ payload }, changes) => {
			const events = eventsOrNone(() =>
				readOrderEvents(withoutNews(changes.reduce(mutated, payload as unknown), undefined)),
			);
			// what became a refund or a shipment by the change is news by being there
			const told = events.filter(({ stageEvidence }) => !/ was made$/.test(stageEvidence));
			expect(told.filter(isTexted)).toEqual([]);
			read += events.length;
		}),
		runs(4000),
	);
	expect(read).toBeGreaterThan(runs(2000));
});
