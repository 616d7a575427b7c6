import { EMPTY_EVENT, type OrderEvent } from '../../../lib/domain/order-event';
import { readOrderEvents } from '../../../lib/sources';
import { SOURCE_ENTRIES, sourceEntry } from '../../../lib/sources/webhooks';
import { type SourceConfig, type SourceWebhook } from '../../../lib/sources/webhooks/webhook';
import { payloadOf } from '../fixtures';

const CONFIG: SourceConfig = { baseUrl: 'https://api.example.com', storeId: 'abc', apiVersion: '2026-10' };
const webhookOf = async (id: string) => (await sourceEntry(id)?.load?.()) as SourceWebhook;

const THIN: Readonly<Record<string, [payload: unknown, url: string]>> = {
	bigcommerce: [payloadOf('bigcommerce', 'webhook-order-created'), '/stores/abc/v2/orders/'],
	ecwid: [payloadOf('ecwid', 'webhook-shipped'), '/api/v3/'],
	medusa: [{ name: 'order.placed', data: { id: 'order_01JABC' } }, '/admin/orders/order_01JABC'],
	shopify: [{ id: 1, fulfillment_id: 2, order_id: 3, status: 'delivered', happened_at: '2026-11-20T10:00:00Z' }, '/admin/api/2026-10/orders/3.json'],
	squarespace: [{ id: 'n', topic: 'order.create', websiteId: 'w', createdOn: '2026-11-20T10:00:00Z', data: { orderId: '585d498fdee9f31a60284a37' } }, '/1.0/commerce/orders/585d498fdee9f31a60284a37'],
	tiendanube: [payloadOf('tiendanube', 'webhook-fulfilled'), '/v1/'],
};

test('each source that completes events has its case here', () => {
	expect(Object.keys(THIN).sort()).toEqual(SOURCE_ENTRIES.filter(({ looksUp }) => looksUp).map(({ id }) => id).sort());
});

test.each(Object.entries(THIN))('%s: the order of a thin webhook is one GET away', async (id, [payload, path]) => {
	const [event] = readOrderEvents(payload) as [OrderEvent];
	expect(event).toMatchObject({ source: id, phones: [], lookup: expect.any(String) as string });
	const call = (await webhookOf(id)).lookUp?.(event, CONFIG);
	expect(call).toEqual({ method: 'GET', url: expect.stringContaining(CONFIG.baseUrl + path) as string, headers: { accept: 'application/json' } });
	expect(call?.url).not.toMatch(/[{}]|undefined/);
});

test.each(Object.keys(THIN))('%s: what a webhook says never leads to another place', async (id) => {
	const { lookUp } = await webhookOf(id);
	const event = (more: Partial<OrderEvent>): OrderEvent => ({ ...EMPTY_EVENT, source: id, fromShop: true, stageEvidence: '', ...more });
	for (const text of ['', '../../admin', '1/../../2', '1?x=1', '1#x', '@evil.example/1', '1\r\nx: y', '%2e%2e', 'a b', '//evil.example/']) {
		const call = lookUp?.(event({ orderId: text, lookupPath: `/v1/orders/${text}` }), CONFIG);
		expect([text, call]).toEqual([text, undefined]);
	}
	expect(lookUp?.(event({}), CONFIG)).toBeUndefined();
	for (const lookupPath of ['https://evil.example/', '@evil.example/', '.evil.example/', 'v1/orders/1']) {
		expect(lookUp?.(event({ lookupPath }), CONFIG)).toBeUndefined();
	}
});
