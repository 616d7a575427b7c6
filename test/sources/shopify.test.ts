import { shopify } from '../../lib/sources/shopify';
import { describeSource } from './contract';
import { type Payload, payloadOf, without } from './fixtures';
import { one } from './one-event';
import { fulfillment, fulfillmentEvent, graphqlOrder, order } from './shopify-payloads';

describeSource(shopify);

const refund = (more: Payload = {}): Payload => ({ ...payloadOf('shopify', 'refund'), ...more });
const behindWebhook = (body: unknown, headers: Readonly<Record<string, string>>) => ({ headers, body });

describe('the stage of an order', () => {
	/** https://shopify.dev/docs/api/admin-rest/latest/resources/order (financial_status) */
	test.each([
		['pending', 'awaiting_payment'],
		['authorized', 'confirmed'],
		['partially_paid', 'confirmed'],
		['paid', 'confirmed'],
		['partially_refunded', 'confirmed'],
		['refunded', 'refunded'],
		['voided', null],
		['expired', null],
		[null, null],
	])('by the financial status "%s" is %p', (status, stage) => {
		expect(one(order({ financial_status: status })).stage).toBe(stage);
		expect(
			one(
				graphqlOrder({
					displayFinancialStatus: status?.toUpperCase(),
					displayFulfillmentStatus: 'UNFULFILLED',
					fulfillments: [],
				}),
			).stage,
		).toBe(stage);
	});

	test.each([
		['fulfilled', 'shipped'],
		['partial', 'shipped'],
		['restocked', 'confirmed'],
		[null, 'confirmed'],
	])('by the fulfillment status "%s" is %p', (status, stage) => {
		expect(one(order({ fulfillment_status: status })).stage).toBe(stage);
	});

	test('cash on delivery counts as confirmed only where the operator says so', () => {
		const unpaid = order({ financial_status: 'pending' });
		expect(one(unpaid).stage).toBe('awaiting_payment');
		expect(one(unpaid, { unpaidIsConfirmed: true }).stage).toBe('confirmed');
		expect(one(order({ financial_status: 'voided' }), { unpaidIsConfirmed: true }).stage).toBeNull();
	});

	test('a part that was refunded ends nobody’s parcel', () => {
		const parcels = [fulfillment({ shipment_status: 'out_for_delivery' })];
		const event = one(order({ financial_status: 'partially_refunded', fulfillments: parcels }));
		expect(event).toMatchObject({ stage: 'out_for_delivery', refunds: [] });
	});

	test('a full refund is told with what went back over each payment', () => {
		const refunds = [{ transactions: [{ kind: 'refund', status: 'success', amount: '10.00', currency: 'PLN' }] }];
		expect(one(order({ financial_status: 'refunded', refunds }))).toMatchObject({
			stage: 'refunded',
			refunds: ['10.00'],
			currency: 'PLN',
		});
	});

	test.each(['orders/create', 'orders/paid', 'orders/updated', 'orders/fulfilled'])(
		'cancelled wins over the topic %s',
		(topic) => {
			const cancelled = order({ cancelled_at: '2026-11-21T08:00:00Z', fulfillments: [fulfillment()] });
			expect(one(behindWebhook(cancelled, { 'X-Shopify-Topic': topic }))).toMatchObject({ stage: 'cancelled', topic });
			expect(one(cancelled, { topic })).toMatchObject({ stage: 'cancelled', topic });
		},
	);

	test('the topic tells what the body leaves open', () => {
		expect(one(order(), { topic: 'orders/cancelled' })).toMatchObject({
			stage: 'cancelled',
			stageEvidence: 'topic = orders/cancelled',
		});
		expect(one(order(), { topic: 'orders/delete' }).stage).toBeNull();
		expect(one(order(), { topic: 'orders/paid' }).stage).toBe('confirmed');
	});

	test('the reason of a cancellation is for the operator: "fraud" and "declined" are not texted', () => {
		const event = one(order({ cancelled_at: '2026-11-21T08:00:00Z', cancel_reason: 'fraud' }));
		expect(event.reason).toBe('fraud');
		expect([event.reasonCode, event.reasonForCustomer]).toEqual([undefined, undefined]);
	});
});

describe('numbers and ids', () => {
	test('the order’s name is its number, with the prefix and suffix that the shop gave it', () => {
		expect(one(order({ name: 'EU-1001-X' })).orderNumber).toBe('EU-1001-X');
		expect(one(order({ name: undefined })).orderNumber).toBe('1001');
	});

	test.each([
		['#1001.1', '#1001'],
		['#1001.12', '#1001'],
		['EU-1001-X.3', 'EU-1001-X'],
		['#1001', '#1001'],
		[null, undefined],
	])('the fulfillment %p belongs to the order %p', (name, orderNumber) => {
		expect(one(fulfillment({ name })).orderNumber).toBe(orderNumber);
	});

	test('an id that JSON.parse has rounded is not used where the global id has all its digits', () => {
		const rounded = JSON.parse('{"id": 820982911946154508}') as Payload;
		const gid = 'gid://shopify/Order/820982911946154508';
		expect(one(order({ ...rounded, admin_graphql_api_id: gid })).orderId).toBe('820982911946154508');
		expect(one(order({ ...rounded, admin_graphql_api_id: undefined })).orderId).toBeUndefined();
	});

	test('a look-up names the order, or says that its id is lost', () => {
		expect(one(fulfillmentEvent()).lookup).toContain('order ID 5012345678901');
		expect(one(fulfillmentEvent({ order_id: 820982911946154500 })).lookup).toContain('{order_id}');
		expect(one(fulfillmentEvent({ order_id: 820982911946154500 })).lookup).not.toContain('8209');
	});

	test('the event’s id comes from the event, else from the delivery', () => {
		const ids = { 'x-shopify-webhook-id': 'delivery', 'x-shopify-event-id': 'event' };
		expect(one(behindWebhook(order(), ids)).eventId).toBe('event');
		expect(one(behindWebhook(order(), { 'x-shopify-webhook-id': 'delivery' })).eventId).toBe('delivery');
	});
});

describe('who the customer is', () => {
	test('each phone stands with the country and the name of its own block', () => {
		const blocks = one(order()).phones.map(({ path, country, firstName }) => [path, country, firstName]);
		expect(blocks).toEqual([
			['phone', 'GB', 'Maria'],
			['shipping_address.phone', 'GB', 'Tom'],
			['billing_address.phone', 'US', 'Ann'],
			['customer.phone', 'AU', 'Maria'],
			['customer.default_address.phone', 'AU', 'Maria'],
			['note_attributes', 'GB', undefined],
		]);
	});

	test('without a shipping address (virtual goods) the billing address says the country', () => {
		const event = one(order({ shipping_address: null }));
		expect(event.country).toBe('US');
		expect(event.phones[0]).toEqual({ path: 'phone', raw: '06 39 98 12 34', country: 'US', firstName: 'Maria' });
	});

	test('e-mail marketing says nothing about texts, so it is not read', () => {
		const [yes, no] = [one(order({ buyer_accepts_marketing: true })), one(order({ buyer_accepts_marketing: false }))];
		expect(yes).toEqual(no);
	});

	test('"absent" is not "empty": only an order without the field was redacted', () => {
		const nobody = { customer: null, shipping_address: null, billing_address: null, note_attributes: [] };
		expect(one(order({ ...nobody, phone: null })).lookup).toBeUndefined();
		expect(one(without(order(nobody), 'phone')).lookup).toContain('protected customer data');
	});

	test('a thousand notes and addresses do not break it', () => {
		const notes = Array.from({ length: 200_000 }, (_, index) => ({ name: 'phone', value: `number ${index}` }));
		expect(one(order({ note_attributes: notes })).phones.length).toBeLessThanOrEqual(50);
	});
});

describe('refunds', () => {
	const transaction = { kind: 'refund', status: 'success', amount: '10.00', currency: 'EUR' };

	test.each([
		['nothing was paid back', [], null, []],
		['nothing is known of payments', undefined, null, []],
		['it failed', [{ ...transaction, status: 'failure' }], null, []],
		['it paid nothing', [{ ...transaction, amount: '0.00' }], null, ['0.00']],
		['a hold was voided', [{ ...transaction, kind: 'void' }], null, []],
		['it is under way', [{ ...transaction, status: 'pending' }], 'refunded', ['10.00']],
		['one of two payments failed', [transaction, { ...transaction, status: 'error' }], 'refunded', ['10.00']],
	])('where %s, that is what counts', (_what, transactions, stage, refunds) => {
		expect(one(refund({ transactions }))).toMatchObject({ stage, refunds });
	});

	test('the merchant’s note is for the operator only', () => {
		const event = one(refund());
		expect(event.reason).toBe('Nib was bent, do not tell');
		expect([event.reasonCode, event.reasonForCustomer]).toEqual([undefined, undefined]);
	});
});

describe('tests of the shop', () => {
	test.each([
		['a test order', order({ test: true })],
		['a test notification', behindWebhook(fulfillment(), { 'X-Shopify-Test': 'true' })],
	])('%s is marked', (_what, item) => {
		expect(one(item).test).toBe(true);
	});

	test.each([
		['an order', order()],
		['a webhook', behindWebhook(fulfillment(), { 'X-Shopify-Test': 'false' })],
		['a text where a flag should be', order({ test: 'true' })],
	])('%s is not', (_what, item) => {
		expect(one(item).test).toBe(false);
	});
});

describe('detection', () => {
	test.each([
		['order', order],
		['fulfillment', fulfillment],
		['fulfillment event', fulfillmentEvent],
		['refund', refund],
	])('an %s without a global id (older APIs) is told by its fields, a little less surely', (_kind, make) => {
		const payload = without(make(), 'admin_graphql_api_id');
		expect(shopify.detect(payload, {})).toBe(0.9);
		expect(shopify.detect(make(), {})).toBe(1);
		expect(one(payload).stage).toBe(one(make()).stage);
	});

	test('a GraphQL order is told by either of its display statuses', () => {
		for (const name of ['displayFinancialStatus', 'displayFulfillmentStatus']) {
			expect(shopify.detect({ name: '#1', [name]: 'PAID' }, {})).toBeGreaterThan(0);
		}
	});
});
