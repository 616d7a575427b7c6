import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DomainError, isDomainError } from '../../lib/domain/errors';
import { readOrderEvents, SOURCES } from '../../lib/sources';
import { casesOf, itemOf, optionsOf, payloadOf, sourcesWithCases } from './fixtures';
import { FOREIGN } from './foreign';

const errorOf = (item: unknown): DomainError => {
	try {
		readOrderEvents(item);
	} catch (error) {
		if (isDomainError(error)) return error;
	}
	throw new Error('It was read');
};

describe('the registry', () => {
	test('ids and names are unique', () => {
		expect(new Set(SOURCES.map(({ id }) => id)).size).toBe(SOURCES.length);
		expect(new Set(SOURCES.map(({ name }) => name)).size).toBe(SOURCES.length);
	});

	test('every source has its cases and its test, and no cases are without a source', () => {
		const ids = SOURCES.map(({ id }) => id);
		expect([...sourcesWithCases()].sort()).toEqual([...ids].sort());
		for (const id of ids) expect(existsSync(join(__dirname, `${id}.test.ts`))).toBe(true);
	});
});

describe('an item', () => {
	const order = payloadOf('shopify', 'order-paid');
	const wooOrder = payloadOf('woocommerce', 'order-processing');

	test('with several orders, even of several shops, gives the events of all, in order', () => {
		const events = readOrderEvents({ orders: [order, wooOrder, { ...order, name: '#1002' }, { not: 'an order' }] });
		expect(events.map(({ source, orderNumber }) => `${source} ${orderNumber}`)).toEqual([
			'shopify #1001',
			'woocommerce W-727',
			'shopify #1002',
		]);
	});

	test.each(SOURCES.flatMap(({ id }) => casesOf(id)))(
		'of the Webhook node gives the same as the bare payload, wherever it is wrapped: $name',
		(theCase) => {
			const item = itemOf(theCase) as { headers?: unknown; body?: unknown };
			const headers = item.headers ?? { host: 'n8n.example' };
			const body = item.headers ? item.body : item;
			const expected = readOrderEvents(itemOf(theCase), optionsOf(theCase));
			for (const wrapped of [
				body,
				[body],
				JSON.stringify(body),
				JSON.stringify(JSON.stringify(body)),
				{ data: body },
			]) {
				expect(readOrderEvents({ headers, params: {}, query: {}, body: wrapped }, optionsOf(theCase))).toEqual(
					expected,
				);
			}
		},
	);

	test('an empty topic field counts for nothing', () => {
		const headers = { 'x-shopify-topic': 'orders/paid' };
		expect(readOrderEvents({ headers, body: order }, { topic: '' })[0]?.topic).toBe('orders/paid');
	});
});

describe('an item that is no order', () => {
	test.each(Object.keys(FOREIGN).filter((name) => name !== 'a Shopify draft order'))('is refused: %s', (name) => {
		expect(errorOf(FOREIGN[name]).code).toBe('no-order');
	});

	test.each([null, undefined, '', 'text', 7, true, [], {}, [[]], [null], '{}', '[]', '""'])(
		'is refused: %j',
		(item) => {
			expect(errorOf(item).code).toBe('no-order');
		},
	);

	test('the error says what it has, what was looked for, and what to do', () => {
		const error = errorOf({ headers: { a: 'b' }, body: { invoice: 7, total: '1.00' } });
		expect(error.message).toContain('its fields: invoice, total');
		expect(error.message).toContain(`any of the ${SOURCES.length} shops`);
		expect(error.hint).toMatch(/order, fulfillment, refund or tracking/);
		expect(error.hint).toContain('"Mapped Fields"');
		for (const field of ['order number', 'phone', 'stage']) expect(error.hint).toContain(field);
	});

	test('the error names a handful of fields, not their values', () => {
		const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`field${index}`, '+33639981234']));
		const { message } = errorOf(many);
		expect(message).toContain('field7');
		expect(message).not.toContain('field8');
		expect(message).not.toContain('+336');
	});
});
