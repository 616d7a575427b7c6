import { findPayloads, openItem } from '../../lib/sources/unwrap';

const ORDER = { mine: 1 };
const isMine = (payload: Readonly<Record<string, unknown>>) => ('mine' in payload ? payload.mine : undefined);
const found = (content: unknown) => findPayloads(content, isMine);

describe('an n8n item', () => {
	test('of a trigger node is the payload itself', () => {
		expect(openItem(ORDER)).toEqual({ content: ORDER, headers: {} });
	});

	test('of the Webhook node has the payload in body and header names in lower case', () => {
		const item = {
			headers: { 'X-Shopify-Topic': ' orders/create ', 'content-length': 12, 'set-cookie': ['a', 'b'], empty: '' },
			params: {},
			query: {},
			body: ORDER,
			webhookUrl: 'https://n8n.example/webhook/a',
			executionMode: 'production',
		};
		expect(openItem(item)).toEqual({
			content: ORDER,
			headers: { 'x-shopify-topic': 'orders/create', 'content-length': '12' },
		});
	});

	test('with a body but no headers is no Webhook item; the body is still found', () => {
		expect(openItem({ body: ORDER }).headers).toEqual({});
		expect(found(openItem({ body: ORDER }).content)).toEqual([1]);
	});

	test('with headers but no body is its own content', () => {
		const item = { headers: { a: 'b' }, mine: 1 };
		expect(openItem(item)).toEqual({ content: item, headers: {} });
	});

	test.each([null, undefined, 'text', 7, [ORDER]])('%p is its own content', (item) => {
		expect(openItem(item)).toEqual({ content: item, headers: {} });
	});

	test('a header called __proto__ is a header and nothing else', () => {
		const item = JSON.parse('{"headers": {"__proto__": "smuggled"}, "body": {}}') as unknown;
		const { headers } = openItem(item);
		expect(Object.keys(headers)).toEqual(['__proto__']);
		expect(Object.getPrototypeOf(headers)).toBe(Object.prototype);
	});
});

describe('payloads are found', () => {
	test.each([
		['at the top', ORDER],
		['in a list of one', [ORDER]],
		['in body', { body: ORDER }],
		['in order', { order: ORDER }],
		['in fulfillment', { fulfillment: ORDER }],
		['in fulfillment_event', { fulfillment_event: ORDER }],
		['in refund', { refund: ORDER }],
		['in return', { return: ORDER }],
		['in msg', { event: 'tracking_update', msg: ORDER }],
		['in data', { meta: { code: 200 }, data: ORDER }],
		['in data.tracking', { meta: { code: 200 }, data: { tracking: ORDER } }],
		['in data.order of GraphQL', { data: { order: ORDER }, extensions: {} }],
		['in data.node of GraphQL', { data: { node: ORDER } }],
		['in result', { result: ORDER }],
		['in payload', { payload: ORDER }],
		['in Payload', { NotificationType: 'A', Payload: ORDER }],
		['in a JSON text', JSON.stringify(ORDER)],
		['in a JSON text with blanks around it', ` \n${JSON.stringify(ORDER)} `],
		['in a JSON text in body', { body: JSON.stringify({ order: ORDER }) }],
		['in a JSON text in a JSON text', JSON.stringify(JSON.stringify(ORDER))],
		['in a JSON text in a JSON text in a JSON text', JSON.stringify(JSON.stringify({ data: JSON.stringify(ORDER) }))],
		['in data, a text, in payload, a text', { payload: JSON.stringify({ data: JSON.stringify(ORDER) }) }],
		[
			'in GraphQL edges inside a JSON text in body',
			{
				body: JSON.stringify({ data: { orders: { edges: [{ node: ORDER }] } } }),
			},
		],
	])('%s', (_where, content) => {
		expect(found(content)).toEqual([1]);
	});

	test.each([
		['a list', [{ mine: 1 }, { mine: 2 }]],
		['orders', { orders: [{ mine: 1 }, { mine: 2 }] }],
		['fulfillments', { fulfillments: [{ mine: 1 }, { mine: 2 }] }],
		['refunds', { refunds: [{ mine: 1 }, { mine: 2 }] }],
		['data.trackings', { meta: {}, data: { trackings: [{ mine: 1 }, { mine: 2 }], pagination: {} } }],
		['edges', { data: { orders: { edges: [{ node: { mine: 1 } }, { node: { mine: 2 } }], pageInfo: {} } } }],
		['nodes', { data: { orders: { nodes: [{ mine: 1 }, { mine: 2 }] } } }],
		['a list of wrapped ones', [{ order: { mine: 1 } }, { body: { mine: 2 } }]],
		['a list of lists', [[{ mine: 1 }], [{ mine: 2 }]]],
		['a list of JSON texts', ['{"mine":1}', '{"order":{"mine":2}}']],
	])('all of them in %s, in order', (_where, content) => {
		expect(found(content)).toEqual([1, 2]);
	});

	test('what is no payload among others is passed over', () => {
		expect(found([{ mine: 1 }, null, 'x', { other: 1 }, 7, { mine: 2 }])).toEqual([1, 2]);
	});

	test('nothing is looked for inside a payload that was recognised', () => {
		expect(found({ mine: 1, order: { mine: 2 }, fulfillments: [{ mine: 3 }] })).toEqual([1]);
	});

	test('one wrapper that holds a payload is enough', () => {
		expect(found({ order: { mine: 1 }, fulfillment: { mine: 2 } })).toEqual([1]);
	});
});

describe('payloads are not found', () => {
	test.each([
		['in an unknown wrapper', { something: ORDER }],
		['in a text that only looks like JSON', '{"mine":1'],
		['in a text', 'mine'],
		['in an empty text', ''],
		['in nothing', null],
		['in a number', 7],
		['in inherited fields', Object.create({ order: ORDER }) as unknown],
		['in "__proto__"', JSON.parse('{"__proto__": {"order": {"mine": 1}}}') as unknown],
	])('%s', (_where, content) => {
		expect(found(content)).toEqual([]);
	});

	test('deeper than any real payload is', () => {
		const nested = (depth: number): unknown => (depth === 0 ? ORDER : { data: nested(depth - 1) });
		expect(found(nested(8))).toEqual([1]);
		expect(found(nested(40))).toEqual([]);
	});

	test('beyond the first thousand', () => {
		expect(found(Array.from({ length: 3000 }, () => ORDER))).toHaveLength(1000);
	});

	test('in a text longer than any webhook', () => {
		expect(found(JSON.stringify({ mine: 1, filler: 'x'.repeat(5_000_001) }))).toEqual([]);
	});
});

describe('a token, as Wix sends it', () => {
	const token = (payload: string) =>
		['{"alg":"RS256"}', payload, 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.');

	test('holds the payload in its middle part', () => {
		expect(found(token(JSON.stringify({ data: JSON.stringify(ORDER) })))).toEqual([1]);
		expect(found({ body: ` ${token(JSON.stringify(ORDER))}\n` })).toEqual([]);
		expect(found({ body: token(JSON.stringify(ORDER)) })).toEqual([1]);
	});

	test.each([
		'eyJ',
		'eyJhbGciOiJIUzI1NiJ9',
		'eyJ.eyJ.',
		`x${token('{"mine":1}')}`,
		token('mine'),
		token('{"mine":'),
		token(''),
	])('%s holds none', (text) => {
		expect(found(text)).toEqual([]);
	});
});
