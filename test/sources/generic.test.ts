import { readOrderEvents } from '../../lib/sources';
import { isTexted } from './contract';
import { FOREIGN } from './foreign';
import { one } from './one-event';

/** What a shop of somebody's own making posts. */
const order = (more: Readonly<Record<string, unknown>> = {}) => ({
	order_number: 'A-17',
	status: 'shipped',
	customer: { full_name: 'Maria Rossi', phone: '+12125550123', country_code: 'us', locale: 'en-US' },
	tracking_number: 'RR123456785PL',
	tracking_url: 'https://track.example/RR123456785PL',
	carrier: 'Poczta Polska',
	...more,
});

test('plain fields are read, and the event says that it is a guess', () => {
	expect(one(order())).toMatchObject({
		source: 'generic',
		fromShop: false,
		guessed: true,
		stage: 'shipped',
		stageEvidence: 'guessed: status = shipped',
		orderNumber: 'A-17',
		firstName: 'Maria',
		country: 'US',
		language: 'en',
		phones: [{ path: 'customer.phone', raw: '+12125550123', country: 'US', firstName: 'Maria' }],
		trackings: [{ number: 'RR123456785PL', url: 'https://track.example/RR123456785PL', company: 'Poczta Polska' }],
		lookup: undefined,
	});
});

describe('the stage', () => {
	test.each([
		['out_for_delivery', 'out_for_delivery'],
		['OUT_FOR_DELIVERY', 'out_for_delivery'],
		['OutForDelivery', 'out_for_delivery'],
		['Out for delivery', 'out_for_delivery'],
		['order.shipped', 'shipped'],
		['dispatched', 'shipped'],
		['shipment_delivered', 'delivered'],
		['ready-for-pickup', 'ready_for_pickup'],
		['delivery_failed', 'failed_attempt'],
		['returned_to_sender', 'returned'],
		['cancelled', 'cancelled'],
		['Canceled', 'cancelled'],
		['refunded', 'refunded'],
		['confirmed', 'confirmed'],
		['pending_payment', 'awaiting_payment'],
		['label_created', 'label_created'],
	])('"%s" is %s', (status, stage) => {
		expect(one(order({ status })).stage).toBe(stage);
	});

	test.each([
		'success',
		'SUCCESS',
		'completed',
		'complete',
		'ok',
		'done',
		'closed',
		'processed',
		'sent',
		'returned',
		'active',
		'not delivered',
		'was not delivered yet',
		'delivered?',
		'delivered soon',
		'to_be_delivered',
		'undelivered',
		'return_delivered',
		'return order placed',
		'payment_confirmed',
		'invoice.refunded',
		'delivery_cancelled',
		'constructor',
		'__proto__',
		7,
		true,
		null,
		{ name: 'delivered' },
		['delivered'],
	])('%j is a word that says nothing for sure', (status) => {
		expect(one(order({ status })).stage).toBeNull();
	});

	test.each([
		['order.created', 'confirmed'],
		['ORDER_CREATED', 'confirmed'],
		['order/paid', 'confirmed'],
		['orderPlaced', 'confirmed'],
		['order_cancelled', 'cancelled'],
		['shipment.created', null],
		['shipment.cancelled', null],
		['created', null],
		['cancelled', null],
		['return.delivered', null],
	])('the event "%s" is %p', (event, stage) => {
		expect(one(order({ status: undefined, event })).stage).toBe(stage);
	});

	test('what came later than "created" and "shipped" counts', () => {
		expect(one(order({ status: 'cancelled', event: 'order.created' })).stage).toBe('cancelled');
		expect(one(order({ status: 'shipped', delivery_status: 'delivered' })).stage).toBe('delivered');
	});

	test('words that contradict each other say nothing', () => {
		const event = one(order({ status: 'cancelled', delivery_status: 'delivered' }));
		expect(event).toMatchObject({ stage: null, stageEvidence: expect.stringContaining('contradicts') });
	});

	test('a cancelled label is no cancelled order', () => {
		expect(one({ tracking_number: 'A1', status: 'cancelled', phone: '+12125550123' }).stage).toBeNull();
		expect(one(order({ status: 'shipped', shipment: { status: 'cancelled' } })).stage).toBe('shipped');
	});

	test.each([
		{ type: 'return' },
		{ event: 'return.shipment.updated' },
		{ return_id: 'R1' },
		{ rma: { number: 'R1' } },
		{ is_return: true },
	])('a return is "shipped" too, to the shop: %j', (more) => {
		expect(one(order(more)).stage).toBeNull();
	});

	test('a parcel that goes back to its sender is told of', () => {
		expect(one(order({ status: undefined, event: 'shipment.returned_to_sender', is_return: false })).stage).toBe(
			'returned',
		);
	});

	test('the evidence names the field and a word that is not long', () => {
		const { stageEvidence } = one(order({ status: 'x'.repeat(500) }));
		expect(stageEvidence).toMatch(/^guessed: status = x{60}; /);
	});
});

describe('who the customer is', () => {
	test.each(['driver', 'courier', 'sender', 'merchant', 'store', 'employee', 'agent', 'supplier'])(
		'a %s’s phone and name are nobody’s',
		(who) => {
			const event = one(
				order({ customer: {}, [who]: { name: 'Tom Driver', phone: '+12125550199' }, [`${who}_phone`]: '+12125550198' }),
			);
			expect([event.phones, event.firstName]).toEqual([[], undefined]);
			expect(event.lookup).toContain('Mapped Fields');
		},
	);

	test('the name of a shop or thing at the top is no customer’s', () => {
		expect(one(order({ customer: {}, name: 'Teapot Company' })).firstName).toBeUndefined();
	});

	test('a name that stands beside a phone and an e-mail address is the customer’s', () => {
		const flat = { order_number: 'A-17', name: 'Jānis Bērziņš', phone: '+37120000000', country: 'lv' };
		expect(one({ order: { ...flat, email: 'janis@example.com' } }).firstName).toBe('Jānis');
		expect(one({ order: flat }).firstName).toBeUndefined();
	});

	test('each phone stands with the country and name of its own block', () => {
		const event = one(
			order({
				customer: { name: 'Tom Buyer', phone: '07700 900123', country: 'GB' },
				shipping_address: { first_name: 'Maria', phone: '600100200', country: 'POL' },
			}),
		);
		expect(event.phones).toEqual([
			{ path: 'customer.phone', raw: '07700 900123', country: 'GB', firstName: 'Tom' },
			{ path: 'shipping_address.phone', raw: '600100200', country: 'PL', firstName: 'Maria' },
		]);
	});
});

describe('what it is about', () => {
	test('the order may be wrapped, and the event stand beside it', () => {
		const event = one({
			event: 'order.created',
			order: { id: 42, phone: '+12125550123', items: [{ status: 'delivered', phone: '1' }] },
		});
		expect(event).toMatchObject({ orderNumber: '42', stage: 'confirmed', phones: [{ path: 'order.phone' }] });
	});

	test('each order of a list is one event', () => {
		const events = readOrderEvents({ orders: [order(), order({ order_number: 'A-18' })] });
		expect(events.map(({ orderNumber }) => orderNumber)).toEqual(['A-17', 'A-18']);
	});

	test.each([
		['the id of something', { id: 17, status: 'delivered', phone: '+12125550123' }],
		['nothing', { status: 'delivered', phone: '+12125550123' }],
		['an order, and neither a status nor a phone', { order_number: 'A-17', total: '1.00' }],
		['a text message', { order_number: 'A-17', message_id: 'SM1', status: 'delivered', phone: '+12125550123' }],
		[
			'a text message of Twilio',
			{ OrderNumber: 'A-17', MessageSid: 'SM1', MessageStatus: 'delivered', status: 'delivered' },
		],
	])('what names %s is no order', (_what, payload) => {
		expect(() => readOrderEvents(payload)).toThrow('no order');
	});

	test('a number that JSON.parse has rounded is no number', () => {
		expect(one(order({ order_number: 2 ** 60 })).orderNumber).toBeUndefined();
	});
});

test('of what other systems send, nothing is texted', () => {
	for (const payload of Object.values(FOREIGN)) {
		let events: ReturnType<typeof readOrderEvents> = [];
		try {
			events = readOrderEvents(payload);
		} catch {
			continue;
		}
		expect(events.filter(isTexted)).toEqual([]);
	}
});
