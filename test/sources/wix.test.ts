import { wix } from '../../lib/sources/wix';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(wix);

const order = (more: Readonly<Record<string, unknown>>) =>
	one({ ...(payloadOf('wix', 'order-not-paid').order as object), ...more });

test.each([
	['APPROVED', 'PAID', 'NOT_FULFILLED', 'confirmed'],
	['APPROVED', 'AUTHORIZED', 'NOT_FULFILLED', 'confirmed'],
	['APPROVED', 'NOT_PAID', 'NOT_FULFILLED', 'awaiting_payment'],
	['APPROVED', 'DECLINED', 'NOT_FULFILLED', null],
	['APPROVED', 'PAID', 'PARTIALLY_FULFILLED', 'shipped'],
	['APPROVED', 'PAID', 'FULFILLED', 'shipped'],
	['APPROVED', 'FULLY_REFUNDED', 'FULFILLED', 'refunded'],
	['CANCELED', 'PAID', 'FULFILLED', 'cancelled'],
	['INITIALIZED', 'PAID', 'NOT_FULFILLED', null],
	['APPROVED', 'PAID', 'LOST', null],
])('%s, %s and %s is %p', (status, paymentStatus, fulfillmentStatus, stage) => {
	expect(order({ status, paymentStatus, fulfillmentStatus }).stage).toBe(stage);
});

const token = (payload: unknown) =>
	['{"alg":"RS256"}', JSON.stringify(payload), 'signature']
		.map((part) => Buffer.from(part).toString('base64url'))
		.join('.');

test('a token is opened, and the JSON in JSON inside it', () => {
	const event = payloadOf('wix', 'event-approved');
	const body = token({
		data: JSON.stringify({ data: JSON.stringify(event), eventType: 'wix.ecom.v1.order_approved', instanceId: 'i' }),
	});
	expect(one({ headers: { 'content-type': 'text/plain' }, body })).toEqual(one(event));
});

test.each(['eyJ', 'eyJhbGciOiJSUzI1NiJ9.!!!.x', 'eyJhbGciOiJSUzI1NiJ9.bm90IGpzb24.x', token('text')])(
	'"%s" is no token of an event',
	(body) => {
		expect(() => one({ headers: {}, body })).toThrow('no order');
	},
);

test('what happened wins over what the event is called, where that is bad news', () => {
	const event = payloadOf('wix', 'event-approved') as { actionEvent: { body: { order: object } } };
	const { order: approved } = event.actionEvent.body;
	expect(one({ ...event, actionEvent: { body: { order: { ...approved, status: 'CANCELED' } } } }).stage).toBe(
		'cancelled',
	);
});
