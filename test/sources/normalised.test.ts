import { type OrderEvent } from '../../lib/domain/order-event';
import { readOrderEvents } from '../../lib/sources';
import { normalisedItem } from '../../lib/sources/normalised';
import { completed, isThin } from '../../lib/sources/webhooks/complete';
import { casesOf, payloadOf, sourcesWithCases } from './fixtures';

/** As n8n keeps items. */
const kept = (item: unknown) => JSON.parse(JSON.stringify(item)) as Record<string, unknown>;
const bare = (event: OrderEvent) => kept({ ...event, lookup: event.lookup ?? undefined });

const events = sourcesWithCases().flatMap((source) =>
	casesOf(source).flatMap(({ name, payload, expected: { headers, topic, options } }) => {
		const item = headers ? { headers, body: payload } : payload;
		try {
			return readOrderEvents(item, { ...options, ...(topic ? { topic } : {}) }).map((event) => ({ name: `${source} ${name}`, event, payload }));
		} catch {
			return []; // of sources that are not read yet
		}
	}),
);

test('every event of every source is read from its item as it was', () => {
	expect(events.length).toBeGreaterThan(100);
	for (const { name, event, payload } of events) {
		const [again, ...others] = readOrderEvents(kept(normalisedItem(event, payload)));
		expect([name, others.length, bare(again as OrderEvent)]).toEqual([name, 0, bare(event)]);
	}
});

test('an item is none of ours because something in it says so', () => {
	const { event, payload } = events[0] as (typeof events)[0];
	const item = kept(normalisedItem(event, payload));
	for (const body of [item, { order: item }, [item], JSON.stringify(item)]) {
		const read = () => readOrderEvents({ headers: { 'content-type': 'application/json' }, body });
		let found: OrderEvent[] = [];
		try {
			found = read();
		} catch {
			continue;
		}
		expect(found.every(({ guessed }) => guessed === true)).toBe(true);
	}
});

test.each([
	['another version', { commerceSmsEvent: 2 }],
	['a version that is no number', { commerceSmsEvent: true }],
	['no source', { source: '' }],
	['a stage that there is not', { stage: 'arrived' }],
	['no stage', { stage: undefined }],
])('%s is refused', (_what, change) => {
	const item = { ...normalisedItem((events[0] as (typeof events)[0]).event, {}), ...change };
	expect(() => readOrderEvents(item)).toThrow('no order event of this version');
});

test('fields of other kinds than ours are left out, and none reaches a prototype', () => {
	const item = JSON.parse(
		'{"commerceSmsEvent":1,"source":"x","stage":"shipped","phones":"+1","trackings":{"url":1},"items":[{"name":{}}],"orderNumber":{"a":1},"orderUrl":"javascript:alert(1)","reasonCode":"__proto__","__proto__":{"polluted":1},"fromShop":"yes","test":1,"occurredAt":"soon"}',
	) as unknown;
	expect(readOrderEvents(item)).toEqual([
		expect.objectContaining({ phones: [], trackings: [], items: [], orderNumber: undefined, orderUrl: undefined, reasonCode: undefined, fromShop: false, test: false, occurredAt: undefined }),
	]);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe('a thin event', () => {
	const thin = (readOrderEvents(payloadOf('tiendanube', 'webhook-fulfilled')) as [OrderEvent])[0];
	const order = (more = {}) => readOrderEvents({ ...payloadOf('tiendanube', 'order-paid'), id: thin.orderId, ...more });

	test('is told from one that has all, and from a tracker’s', () => {
		expect(isThin(thin)).toBe(true);
		expect(isThin(order()[0] as OrderEvent)).toBe(false);
		expect(isThin({ ...thin, fromShop: false })).toBe(false);
	});

	test('is completed by its own order only', () => {
		expect(completed(thin, order())).toMatchObject([{ stage: 'shipped', stageEvidence: thin.stageEvidence, lookup: undefined, orderId: thin.orderId }]);
		expect(completed(thin, order({ id: 99 }))).toEqual([]);
		expect(completed({ ...thin, source: 'shopify' }, order())).toEqual([]);
		expect(completed(thin, [])).toEqual([]);
	});

	test('of which the order has ended since is what the order says; a refund stays a refund', () => {
		expect(completed(thin, order({ status: 'cancelled' }))).toMatchObject([{ stage: 'cancelled' }]);
		expect(completed({ ...thin, stage: 'refunded' }, order({ status: 'cancelled' }))).toMatchObject([{ stage: 'refunded' }]);
	});

	test('is one for each parcel where the order tells of several', () => {
		const [one] = order() as [OrderEvent];
		const parcels = ['A', 'B'].map((number) => ({ ...one, stage: 'shipped' as const, trackings: [{ number }] }));
		expect(completed(thin, parcels).map(({ trackings }) => trackings[0]?.number)).toEqual(['A', 'B']);
		expect(completed({ ...thin, trackings: [{ number: 'C' }] }, parcels).map(({ trackings }) => trackings[0]?.number)).toEqual(['C']);
	});
});
