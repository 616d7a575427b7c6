import { isDomainError } from '../../lib/domain/errors';
import { type OrderEvent } from '../../lib/domain/order-event';
import { parcelOf } from '../../lib/domain/order-identity';
import { isStage, isTextedStage } from '../../lib/domain/stages';
import { type Reason, REASONS } from '../../lib/domain/texts/texts';
import { readOrderEvents, SOURCES } from '../../lib/sources';
import { STATUS_NAMES } from '../../lib/sources/protocols/machine-words';
import { type Fields, isFields } from '../../lib/sources/read';
import { type Source } from '../../lib/sources/source';
import { findPayloads, openItem } from '../../lib/sources/unwrap';
import {
	type Case,
	casesOf,
	itemOf,
	optionsOf,
	type Payload,
	sourcesWithCases,
	traitsOf,
	without,
	written,
} from './fixtures';
import { FOREIGN } from './foreign';

const TRAITS = sourcesWithCases().map(traitsOf);

/** Whatever says how far an order is, in the payloads of any source or of a system that nobody knows. */
const STATUS_FIELDS = new Set(TRAITS.flatMap(({ statusFields }) => statusFields));

/** Whatever says by being there that something happened. */
const EVIDENCE_FIELDS = new Set(TRAITS.flatMap(({ evidenceFields = [] }) => evidenceFields));

const isStatus = (key: string) =>
	STATUS_FIELDS.has(key) || STATUS_NAMES.includes(key.replace(/[^A-Za-z0-9]/g, '').toLowerCase());

/** Words that no source has for a stage; some of them are properties of every JavaScript object. */
const UNKNOWN_WORDS = ['pixie_dust', 'constructor', '__proto__', 'toString', 'valueOf', '', null, 777, true, {}, []];

/** What every source has to do. A new one calls this, with its traits and cases in fixtures/<id>. */
export function describeSource(source: Source): void {
	const { toldBy, toldByAValue, histories, topicHeader, eventIdHeader } = traitsOf(source.id);
	const cases = casesOf(source.id);
	const eventsOf = (theCase: Case, payload: unknown = theCase.payload) =>
		readOrderEvents(itemOf({ ...theCase, payload: payload as Payload }), optionsOf(theCase));
	/** The payloads inside an item, as the search for them finds them. */
	const ownPayloads = (theCase: Case): Fields[] => {
		const { content } = openItem(itemOf(theCase));
		return findPayloads(content, (payload) => (source.detect(payload, headersOf(theCase)) > 0 ? payload : undefined));
	};

	describe(`the contract of ${source.name}`, () => {
		test('it has cases, and an id that can be kept in a ledger', () => {
			expect(cases.length).toBeGreaterThan(2);
			expect(source.id).toMatch(/^[a-z0-9][a-z0-9-]*$/);
		});

		test.each(cases)('$name becomes exactly the events expected of it', (theCase) => {
			const events = eventsOf(theCase);
			const { events: wanted } = theCase.expected;
			expect(events.map((event, index) => written(event, wanted[index]))).toEqual(wanted);
		});

		test.each(cases)('$name yields well-formed events', (theCase) => {
			for (const event of eventsOf(theCase)) {
				expect(problemsOf(event)).toEqual([]);
				expect(event.source).toBe(source.id);
			}
		});

		test.each(cases)('$name is its own, and no other source wants it', (theCase) => {
			const payloads = ownPayloads(theCase);
			expect(payloads).not.toHaveLength(0);
			for (const payload of payloads) {
				const own = source.detect(payload, headersOf(theCase));
				expect(own).toBeGreaterThanOrEqual(0.5);
				expect(own).toBeLessThanOrEqual(1);
				for (const other of SOURCES.filter(({ id }) => id !== source.id)) {
					expect([other.id, other.detect(payload, headersOf(theCase))]).toEqual([other.id, 0]);
				}
			}
		});

		test.each(cases)('$name is told whatever else stands in it, and in whatever order', (theCase) => {
			for (const payload of ownPayloads(theCase)) {
				const turned = Object.fromEntries([...Object.entries(payload)].reverse());
				const own = source.detect(payload, headersOf(theCase));
				expect(source.detect(turned, headersOf(theCase))).toBe(own);
				if (isPing(payload)) continue; // nothing else in it is what makes it a ping
				expect(source.detect({ ...payload, pixie: 'dust', metadata: {} }, headersOf(theCase))).toBe(own);
			}
		});

		test.each(cases.filter(({ name }) => !toldByAValue.includes(name)))(
			'$name is told by its structure: other values change nothing',
			(theCase) => {
				for (const payload of ownPayloads(theCase)) {
					const scrambled = mapped(payload, (value) =>
						typeof value === 'string' ? 'zzz' : typeof value === 'number' ? 1 : value,
					);
					expect(source.detect(scrambled as Fields, headersOf(theCase))).toBeGreaterThan(0);
				}
			},
		);

		test.each(cases)('$name is not told once the keys are gone that make it what it is', (theCase) => {
			for (const payload of ownPayloads(theCase)) {
				expect(source.detect(without(payload, ...toldBy), headersOf(theCase))).toBe(0);
			}
		});

		test.each(Object.keys(FOREIGN))('%s is not its payload', (name) => {
			expect(source.detect(FOREIGN[name] as Payload, {})).toBe(0);
		});

		test.each(cases)('$name is left as it was, even frozen', (theCase) => {
			const before = structuredClone(theCase.payload);
			deepFreeze(theCase.payload);
			expect(eventsOf(theCase)).toEqual(eventsOf({ ...theCase, payload: before }));
			expect(theCase.payload).toEqual(before);
		});

		test.each(cases.filter(({ expected }) => !expected.news))(
			'$name with status words that nobody knows tells nothing',
			(theCase) => {
				for (const word of UNKNOWN_WORDS) {
					const changed = withoutNews(theCase.payload, word);
					for (const { stage, stageEvidence } of eventsOrNone(() => eventsOf(theCase, changed))) {
						expect({ word, stage, stageEvidence }).toEqual({ word, stage: null, stageEvidence: expect.any(String) });
					}
				}
			},
		);

		test.each(cases)('$name means the same whatever its history says', (theCase) => {
			const contrary = [
				{ status: 'delivered', tag: 'Delivered', subtag: 'Delivered_001', displayStatus: 'DELIVERED' },
				{ status: 'cancelled', tag: 'Exception', shipment_status: 'failure', message: 'Returned to sender' },
			];
			const changed = withKeys(theCase.payload, Object.fromEntries(histories.map((name) => [name, contrary])));
			if (Object.keys(theCase.payload).length === 1) return; // a ping, or the id of what is gone
			expect(eventsOf(theCase, changed)).toEqual(eventsOf(theCase));
		});

		test.each(cases)('$name takes its topic from the operator, else from the header, else from itself', (theCase) => {
			const topics = (headers: Readonly<Record<string, string>> | undefined, topic?: string) => {
				const carried = { ...theCase, expected: { ...theCase.expected, headers, topic } } as Case;
				return [...new Set(eventsOrNone(() => eventsOf(carried)).map((event) => event.topic))];
			};
			const { headers } = theCase.expected;
			expect(topics(headers, 'the operator’s')).toEqual(['the operator’s']);
			if (!topicHeader) return;
			const without = Object.fromEntries(
				Object.entries(headers ?? {}).filter(([name]) => name.toLowerCase() !== topicHeader),
			);
			if (theCase.name !== 'order-deleted') {
				expect(topics({ ...without, [topicHeader.toUpperCase()]: 'the header’s' })).toEqual(['the header’s']);
			}
			expect(topics({ ...without, [topicHeader]: 'order.deleted' }, 'the operator’s')).toEqual(['the operator’s']);
		});

		if (eventIdHeader) {
			test.each(cases)('$name has the delivery’s id, and none where there is none', (theCase) => {
				const headers = { ...theCase.expected.headers, [eventIdHeader]: 'd3adb33f' };
				const carried = { ...theCase, expected: { ...theCase.expected, headers } };
				for (const { eventId } of eventsOf(carried)) expect(eventId).toMatch(/^d3adb33f/);
				const bare = { ...theCase, expected: { ...theCase.expected, headers: { 'x-other': 'yes' } } };
				for (const { eventId } of eventsOrNone(() => eventsOf(bare))) expect(eventId).toBeUndefined();
			});
		}

		test.each(cases)('$name cannot smuggle properties into other objects', (theCase) => {
			if (Object.keys(theCase.payload).length === 1) return; // any other key makes something else of it
			const smuggler = withKeys(theCase.payload, {
				['__proto__']: { smuggled: true, stage: 'delivered', status: 'delivered', phone: '+12125550199' },
				constructor: { prototype: { smuggled: true } },
			});
			expect(eventsOf(theCase, smuggler)).toEqual(eventsOf(theCase));
			expect(({} as Record<string, unknown>).smuggled).toBeUndefined();
		});

		test.each(cases)('$name does not break on values that no number or text can be made of', (theCase) => {
			const stubborn = { toString: null, valueOf: null };
			for (const payload of ownPayloads(theCase)) {
				for (const key of Object.keys(payload)) {
					eventsOrNone(() => eventsOf(theCase, { ...payload, [key]: stubborn }));
				}
				eventsOrNone(() =>
					eventsOf(
						theCase,
						mapped(payload, () => stubborn),
					),
				);
			}
		});

		test.each(cases)('$name tells of each parcel that was sent in an event of its own', (theCase) => {
			const events = eventsOf(theCase);
			for (const { stage, trackings } of events) {
				if (stage === 'shipped') expect(trackings.length).toBeLessThanOrEqual(1);
			}
			const keys = events.map((event) => `${event.orderNumber ?? event.orderId} ${parcelOf(event)}`);
			expect(new Set(keys).size).toBe(events.length);
		});
	});
}

const headersOf = ({ expected: { headers = {} } }: Case) =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const isPing = (payload: Fields) => Object.hasOwn(payload, 'webhook_id');

const TEXT = /^\S(.*\S)?$/s;
const LINK = /^https?:\/\/\S+$/i;
const COUNTRY = /^[A-Z]{2}$/;

/** What in an event is not as a text, the gate or the ledger takes for granted. */
export function problemsOf(event: OrderEvent): string[] {
	const problems: string[] = [];
	const check = (what: string, value: unknown, isRight: boolean) => {
		if (value !== undefined && !isRight) problems.push(`${what}: ${JSON.stringify(value)}`);
	};
	const matches = (what: string, value: unknown, pattern: RegExp) =>
		check(what, value, typeof value === 'string' && pattern.test(value));

	const texts = [
		'topic',
		'eventId',
		'orderNumber',
		'orderId',
		'firstName',
		'total',
		'eta',
		'reason',
		'lookup',
		'lookupPath',
	] as const;
	for (const name of texts) matches(name, event[name], TEXT);
	for (const number of event.parcelNumbers ?? []) matches('parcelNumbers', number, TEXT);
	matches('source', event.source ?? null, /^[a-z0-9-]+$/);
	matches('stageEvidence', event.stageEvidence ?? null, TEXT);
	matches('country', event.country, COUNTRY);
	matches('language', event.language, /^[a-z]{2,8}(-[A-Za-z0-9]+)*$/);
	matches('orderUrl', event.orderUrl, LINK);
	check('stage', event.stage ?? null, event.stage === null || isStage(event.stage));
	check('fromShop', event.fromShop ?? null, typeof event.fromShop === 'boolean');
	check('test', event.test ?? null, typeof event.test === 'boolean');
	check('occurredAt', event.occurredAt, Number.isFinite(event.occurredAt));
	check('reasonCode', event.reasonCode, REASONS.includes(event.reasonCode as Reason));
	for (const phone of event.phones) {
		matches('phones.raw', phone.raw ?? null, TEXT);
		matches('phones.path', phone.path ?? null, /^[\w.]+$/);
		matches('phones.country', phone.country, COUNTRY);
		matches('phones.firstName', phone.firstName, TEXT);
	}
	for (const parcel of event.trackings) {
		matches('trackings', parcel.number ?? parcel.url ?? null, TEXT);
		matches('trackings.company', parcel.company, TEXT);
		matches('trackings.url', parcel.url, LINK);
	}
	for (const item of event.items) {
		matches('items.name', item.name ?? null, /\S/);
		check('items.quantity', item.quantity ?? null, Number.isFinite(item.quantity));
	}
	for (const amount of event.refunds) matches('refunds', amount ?? null, TEXT);
	return problems;
}

/** The events, none for what is no order; every other error is a crash. */
export function eventsOrNone(read: () => OrderEvent[]): OrderEvent[] {
	try {
		return read();
	} catch (error) {
		if (isDomainError(error) && error.code === 'no-order') return [];
		throw error;
	}
}

/** A copy without a word on what happened: status words replaced, evidence gone. */
export function withoutNews(payload: unknown, word: unknown): unknown {
	if (Array.isArray(payload)) return payload.map((entry) => withoutNews(entry, word));
	if (!isFields(payload)) return payload;
	const entries = Object.entries(payload).filter(([key]) => !EVIDENCE_FIELDS.has(key));
	return Object.fromEntries(entries.map(([key, value]) => [key, isStatus(key) ? word : withoutNews(value, word)]));
}

export const isTexted = ({ stage }: OrderEvent) => isTextedStage(stage);

/** A copy with every value that is no object or list replaced. */
function mapped(value: unknown, change: (value: unknown) => unknown): unknown {
	if (Array.isArray(value)) return value.map((entry) => mapped(entry, change));
	if (!isFields(value)) return change(value);
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapped(inner, change)]));
}

/** A copy with more keys in every object; "__proto__" becomes an own key, as JSON.parse makes it one. */
export function withKeys(value: unknown, more: Readonly<Record<string, unknown>>): unknown {
	if (Array.isArray(value)) return value.map((entry) => withKeys(entry, more));
	if (!isFields(value)) return value;
	const entries = Object.entries(value).map(([key, inner]) => [key, withKeys(inner, more)] as const);
	return Object.fromEntries([...entries, ...Object.entries(more)]);
}

function deepFreeze(value: unknown): void {
	if (typeof value !== 'object' || value === null) return;
	Object.freeze(value);
	for (const inner of Object.values(value)) deepFreeze(inner);
}
