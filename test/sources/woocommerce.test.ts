import { woocommerce } from '../../lib/sources/woocommerce';
import { describeSource } from './contract';
import { type Payload, payloadOf, without } from './fixtures';
import { one } from './one-event';
import { meta, order } from './woocommerce-payloads';

describeSource(woocommerce);

const refund = (more: Payload = {}): Payload => ({ ...payloadOf('woocommerce', 'refund'), ...more });

describe('the stage of an order', () => {
	/** https://woocommerce.com/document/managing-orders/order-statuses/, and the plug-ins named in woocommerce.ts. */
	test.each([
		['pending', 'awaiting_payment'],
		['on-hold', 'awaiting_payment'],
		['checkout-draft', null],
		['failed', null],
		['trash', null],
		['processing', 'confirmed'],
		['completed', 'shipped'],
		['cancelled', 'cancelled'],
		['refunded', 'refunded'],
		['shipped', 'shipped'],
		['partial-shipped', 'shipped'],
		['updated-tracking', 'shipped'],
		['delivered', 'delivered'],
		['ready-pickup', 'ready_for_pickup'],
		['pickup', 'delivered'],
		['packing', null],
	])('"%s" is %p, with and without the prefix of the database', (status, stage) => {
		expect(one(order({ status })).stage).toBe(stage);
		expect(one(order({ status: `wc-${status}` })).stage).toBe(stage);
	});

	test('what "completed" means is the operator’s choice', () => {
		expect(one(order({ status: 'completed' }), { completedMeans: 'delivered' }).stage).toBe('delivered');
		expect(one(order({ status: 'completed' }), { completedMeans: 'shipped' }).stage).toBe('shipped');
	});

	test.each([
		['on-hold', 'bacs', 'confirmed'],
		['pending', 'cod', 'confirmed'],
		['on-hold', 'cheque', 'confirmed'],
		['pending', 'stripe', 'awaiting_payment'],
		['pending', '', 'awaiting_payment'],
		['failed', 'cod', null],
	])('"%s" paid by "%s" is %p where unpaid orders count as confirmed', (status, payment_method, stage) => {
		const unpaid = order({ status, payment_method });
		expect(one(unpaid, { unpaidIsConfirmed: true }).stage).toBe(stage);
		expect(one(unpaid).stage).not.toBe('confirmed');
	});

	test('partial refunds beside another status change nothing', () => {
		const refunds = [{ id: 1, reason: '', total: '-1.00' }];
		expect(one(order({ refunds }))).toEqual(one(order()));
		expect(one(order({ status: 'completed', refunds })).refunds).toEqual([]);
	});

	test.each(['order.created', 'order.updated', 'order.restored'])('the topic %s leaves it to the status', (topic) => {
		expect(one(order(), { topic })).toMatchObject({ stage: 'confirmed', topic });
	});

	test('a deleted order is no news, whoever says that it was deleted', () => {
		expect(one(order(), { topic: 'order.deleted' }).stage).toBeNull();
		expect(one({ headers: { 'X-WC-Webhook-Topic': 'order.deleted' }, body: order() }).stage).toBeNull();
	});

	test('a cancelled subscription is no cancelled order', () => {
		const subscription = payloadOf('woocommerce', 'subscription-cancelled');
		expect(one(subscription).stage).toBeNull();
		expect(one(without(subscription, 'billing_period')).stage).toBe('cancelled');
	});
});

describe('who the customer is', () => {
	test('each phone stands with the country and the name of its own block', () => {
		expect(one(order(meta(['_shipping_phone', '07700 900456']))).phones).toEqual([
			{ path: 'billing.phone', raw: '06 39 98 12 34', country: 'FR', firstName: 'Maria' },
			{ path: 'shipping.phone', raw: '07700 900123', country: 'GB', firstName: 'Tom' },
			{ path: 'meta_data._shipping_phone', raw: '07700 900456', country: 'GB' },
		]);
	});

	test('a block without a country takes the other’s', () => {
		const billing = { first_name: 'Maria', country: '', phone: '07700 900456' };
		expect(one(order({ billing })).phones[0]).toMatchObject({ country: 'GB' });
		const shipping = { first_name: '', country: '', phone: '06 39 98 12 35' };
		expect(one(order({ shipping }))).toMatchObject({ country: 'FR', phones: [{}, { country: 'FR' }] });
	});

	test('an order without any block is still an order', () => {
		const event = one(order({ billing: undefined, shipping: undefined }));
		expect(event).toMatchObject({ stage: 'confirmed', orderNumber: 'W-727', phones: [] });
		expect([event.country, event.firstName]).toEqual([undefined, undefined]);
	});

	test.each([
		['WPML', meta(['wpml_language', 'de']), 'de'],
		['TranslatePress', meta(['trp_language', 'es_ES']), 'es'],
		['Weglot', meta(['weglot_language', 'it']), 'it'],
		['Polylang', { lang: 'pt-br' }, 'pt-BR'],
		['a small plug-in', meta(['lang', 'fr']), 'fr'],
		['core', {}, undefined],
		['a value that is no language', meta(['wpml_language', '???'], ['lang', 'fr']), 'fr'],
	])('the language is kept by %s', (_plugin, more, language) => {
		expect(one(order(more)).language).toBe(language);
	});
});

describe('what was ordered', () => {
	test.each([
		['Tea &amp; Coffee', 'Tea & Coffee'],
		['Pen &#8211; Fine', 'Pen – Fine'],
		['Pen &ndash; 5&quot;', 'Pen – 5"'],
		['Fish &amp;amp; Chips', 'Fish &amp; Chips'],
		['A&B; &unknown; &#9999999;', 'A&B; &unknown; &#9999999;'],
		['AT&T', 'AT&T'],
	])('WordPress’s "%s" is read "%s"', (name, text) => {
		expect(one(order({ line_items: [{ name, quantity: 1 }] })).items).toEqual([{ name: text, quantity: 1 }]);
	});
});

describe('refunds', () => {
	test('the resource is the news, and only its link names the order', () => {
		expect(one(refund())).toMatchObject({ stage: 'refunded', orderId: '1727', refunds: ['10.00'] });
		const lost = one(refund({ _links: undefined }));
		expect(lost.orderId).toBeUndefined();
		expect(lost.lookup).toContain('/wp-json/wc/v3/orders/{id}');
	});

	test.each(['0', '0.00'])('a refund of %s paid nothing back', (amount) => {
		expect(one(refund({ amount }))).toMatchObject({ stage: null, refunds: [] });
	});

	test('the merchant’s words are for the operator only', () => {
		const event = one(refund());
		expect(event.reason).toBe('Broken, do not tell');
		expect([event.reasonCode, event.reasonForCustomer]).toEqual([undefined, undefined]);
	});

	test('amounts of a refunded order are positive', () => {
		const refunds = [{ total: '-40.00' }, { total: '9.99' }, { total: null }, null];
		expect(one(order({ status: 'refunded', refunds })).refunds).toEqual(['40.00', '9.99']);
	});
});

describe('detection', () => {
	test('the key of the order makes it certain, the topic too, the fields alone rather sure', () => {
		const withoutKey = without(order(), 'order_key');
		expect(woocommerce.detect(order(), {})).toBe(1);
		expect(woocommerce.detect(withoutKey, { 'x-wc-webhook-topic': 'order.updated' })).toBe(1);
		expect(woocommerce.detect(withoutKey, {})).toBe(0.8);
	});

	test.each([
		['number', { number: '7', status: 'processing', meta_data: [] }],
		['billing', { id: 7, status: 'processing', meta_data: [], billing: {} }],
		['line items', { id: 7, status: 'processing', meta_data: [], line_items: [] }],
		['parcels', { id: 7, status: 'completed', ...meta(['_tracking_number', 'A']) }],
	])('an order cut down to status, meta data and %s is one', (_what, payload) => {
		expect(woocommerce.detect(payload, {})).toBe(0.8);
		expect(one(payload).orderNumber).toBe('7');
	});

	test.each([
		['no meta data', { number: '7', status: 'processing', line_items: [] }],
		['meta data that is a list of other things', { number: '7', status: 'processing', meta_data: ['a'] }],
		['meta data that is no list', { number: '7', status: 'processing', meta_data: {} }],
		['a status that is no word', { number: '7', status: 3, meta_data: [] }],
		['nothing that only orders have', { id: 7, status: 'publish', meta_data: [] }],
	])('with %s it is none', (_what, payload) => {
		expect(woocommerce.detect(payload, {})).toBe(0);
	});

	test.each([
		['WooCommerce itself', { 'user-agent': 'WooCommerce/10.7.0 Hookshot (WordPress/6.9)' }, true],
		['nobody known (no headers)', {}, true],
		['somebody else', { 'user-agent': 'GitHub-Hookshot/1' }, false],
	])('a ping is believed when it comes from %s', (_who, headers, isPing) => {
		expect(woocommerce.detect({ webhook_id: '17' }, headers) > 0).toBe(isPing);
		expect(woocommerce.detect({ webhook_id: '17', action: 'x' }, headers)).toBe(0);
	});

	test('the id of something deleted is told by the topic alone', () => {
		expect(woocommerce.detect({ id: 7 }, { 'x-wc-webhook-topic': 'order.deleted' })).toBeGreaterThan(0);
		expect(woocommerce.detect({ id: 7 }, { 'x-wc-webhook-topic': 'product.deleted' })).toBe(0);
		expect(woocommerce.detect({ id: 7 }, {})).toBe(0);
	});
});

test('deliveries of one second share an id, so the order’s id is part of the event’s', () => {
	const headers = { 'x-wc-webhook-delivery-id': 'd1' };
	const ids = [1, 2].map((id) => one({ headers, body: order({ id }) }).eventId);
	expect(ids).toEqual(['d1:1', 'd1:2']);
});
