import { type Stage } from '../../lib/domain/stages';
import { readOrderEvents as read } from '../../lib/sources';
import { one } from './one-event';
import { fulfillment, fulfillmentEvent, graphqlOrder, order } from './shopify-payloads';

/** https://shopify.dev/docs/api/admin-rest/latest/resources/fulfillmentevent */
const SHIPMENT_WORDS: ReadonlyArray<readonly [string, Stage]> = [
	['label_purchased', 'label_created'],
	['label_printed', 'label_created'],
	['confirmed', 'label_created'],
	['carrier_picked_up', 'shipped'],
	['in_transit', 'shipped'],
	['out_for_delivery', 'out_for_delivery'],
	['attempted_delivery', 'failed_attempt'],
	['ready_for_pickup', 'ready_for_pickup'],
	['picked_up', 'delivered'],
	['delayed', 'delayed'],
	['delivered', 'delivered'],
	['failure', 'exception'],
];

describe('how far a parcel is', () => {
	test.each(SHIPMENT_WORDS)('"%s" means %s, for events, fulfillments, orders and GraphQL alike', (word, stage) => {
		expect(one(fulfillmentEvent({ status: word })).stage).toBe(stage);
		expect(one(fulfillment({ shipment_status: word })).stage).toBe(stage);
		expect(one(order({ fulfillments: [fulfillment({ shipment_status: word })] })).stage).toBe(stage);
		const parcel = { status: 'SUCCESS', displayStatus: word.toUpperCase(), trackingInfo: [{ number: 'AB1' }] };
		expect(one(graphqlOrder({ fulfillments: [parcel] })).stage).toBe(stage);
	});

	/** https://shopify.dev/docs/api/admin-graphql/latest/enums/FulfillmentDisplayStatus */
	test.each([
		['FULFILLED', 'shipped'],
		['MARKED_AS_FULFILLED', 'shipped'],
		['NOT_DELIVERED', 'exception'],
		['SUBMITTED', null],
		['LABEL_VOIDED', null],
	])('GraphQL’s "%s" means %p', (word, stage) => {
		const parcel = { status: 'SUCCESS', displayStatus: word, trackingInfo: [{ number: 'AB1' }] };
		expect(one(graphqlOrder({ fulfillments: [parcel] })).stage).toBe(stage);
	});

	test.each([
		['success', 'shipped'],
		['pending', 'label_created'],
		['open', 'label_created'],
		['cancelled', null],
		['error', null],
		['failure', null],
		['delivered', null],
		['constructor', null],
		['__proto__', null],
		[undefined, null],
	])('a fulfillment’s own status "%s" says %p: it is about the request, not about the parcel', (status, stage) => {
		expect(one(fulfillment({ status, shipment_status: null })).stage).toBe(stage);
	});

	test.each(['cancelled', 'error', 'failure'])(
		'a fulfillment that ended in "%s" is not on its way any more',
		(status) => {
			expect(one(fulfillment({ status, shipment_status: 'out_for_delivery' })).stage).toBeNull();
			const event = one(order({ fulfillments: [fulfillment({ status, shipment_status: 'delivered' })] }));
			expect(event).toMatchObject({ stage: 'confirmed', trackings: [] });
		},
	);

	test('GraphQL’s CANCELED is dead even where the query left out the status', () => {
		const parcel = { displayStatus: 'CANCELED', trackingInfo: [{ number: 'AB1' }] };
		expect(one(graphqlOrder({ fulfillments: [parcel], displayFulfillmentStatus: 'UNFULFILLED' }))).toMatchObject({
			stage: 'confirmed',
			trackings: [],
		});
	});

	test('no reason is made up for a delay, and a message is no reason of good news', () => {
		expect(one(fulfillmentEvent({ status: 'delayed' })).reasonCode).toBeUndefined();
		expect(one(fulfillmentEvent({ status: 'delivered', message: 'Left with Tom' })).reason).toBeUndefined();
		expect(one(fulfillmentEvent({ status: 'attempted_delivery', message: 'No answer' })).reason).toBe('No answer');
	});

	test('the place of a scan is not the customer’s country', () => {
		expect(one(fulfillmentEvent({ country: 'BE' })).country).toBeUndefined();
	});
});

describe('several parcels', () => {
	test('each number of one fulfillment is a parcel with its own link', () => {
		const events = read(
			fulfillment({ tracking_numbers: ['A', 'B'], tracking_urls: ['https://t.example/a', 'https://t.example/b'] }),
		);
		expect(events.map(({ trackings }) => trackings)).toEqual([
			[{ number: 'A', url: 'https://t.example/a', company: 'Royal Mail' }],
			[{ number: 'B', url: 'https://t.example/b', company: 'Royal Mail' }],
		]);
	});

	test('a second link to the same parcel is no second parcel', () => {
		const event = one(
			fulfillment({ tracking_numbers: ['A'], tracking_urls: ['https://t.example/a', 'https://t.example/b'] }),
		);
		expect(event.trackings).toEqual([{ number: 'A', url: 'https://t.example/a', company: 'Royal Mail' }]);
	});

	test('the plural fields may be missing, and a local delivery has neither number nor link', () => {
		expect(one(fulfillment({ tracking_numbers: [], tracking_urls: [] })).trackings).toEqual([
			{ number: 'AB123456781GB', url: 'https://track.example/?n=AB123456781GB', company: 'Royal Mail' },
		]);
		const local = { tracking_number: null, tracking_numbers: [], tracking_url: null, tracking_urls: [] };
		expect(one(fulfillment(local))).toMatchObject({ stage: 'shipped', trackings: [] });
	});

	test('a number that lost its digits is left out; the link still leads to the parcel', () => {
		const rounded = { tracking_numbers: [820982911946154500], tracking_number: null };
		expect(one(fulfillment(rounded)).trackings).toEqual([
			{ url: 'https://track.example/?n=AB123456781GB', company: 'Royal Mail' },
		]);
	});

	test('each parcel happened when its fulfillment was updated, not when the order was', () => {
		const parcel = fulfillment({ updated_at: '2026-11-21T09:00:00Z' });
		const event = one(order({ fulfillments: [parcel], updated_at: '2026-12-01T00:00:00Z' }));
		expect(event.occurredAt).toBe(Date.UTC(2026, 10, 21, 9));
	});
});
