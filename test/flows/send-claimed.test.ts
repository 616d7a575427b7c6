import { type Received } from '../../lib/flows/receive-webhook';
import { sendIdIn } from '../../lib/flows/send-claimed';
import { INBOUND_CARRIERS, type InboundCarrierId, RECEIPT_URL } from './inbound-carriers';
import { InboundShop, MARIA, orderEvent } from './inbound-shop';

describe('the id of a text in the URL of its receipt', () => {
	test.each([
		['https://n8n.example.com/webhook/2/sms?send=id-1', 'id-1'],
		['https://n8n.example.com/webhook/2/sms?a=b&send=id%201&send=id-2#send=3', 'id 1'],
		['https://n8n.example.com/webhook/2/sms', undefined],
		['https://n8n.example.com/webhook/2/sms?send=', undefined],
		['https://n8n.example.com/webhook/2/sms?resend=1#?send=1', undefined],
		['/webhook/2/sms?send=id-1', undefined],
		['http://[?send=id-1', undefined],
		['', undefined],
	])('%s → %s', (url, expected) => {
		expect(sendIdIn(url)).toBe(expected);
	});
});

describe.each(Object.keys(INBOUND_CARRIERS) as InboundCarrierId[])('a text through %s', (id) => {
	let shop: InboundShop;
	beforeEach(async () => {
		shop = await InboundShop.open(id);
	});
	afterEach(() => shop.close());

	const receiptUrl = () => shop.of.receiptUrlOf(shop.requests.at(-1) as (typeof shop.requests)[number]);
	const textOf = async (number = '1001') => (await shop.ledger.findOrders('default', number))[0]?.texts[0];
	const delivered = { id: 'out-1', to: MARIA, status: 'delivered' } as const;

	test('names itself in the URL of its receipt, beside what stands there already', async () => {
		await shop.tell(orderEvent());
		expect(receiptUrl()).toMatch(/^https:\/\/n8n\.example\.com\/webhook\/2\/sms\?send=id-\d+$/);
		const withQuery = { ...shop.deps(), receiptUrl: `${RECEIPT_URL}?token=a%20b#part` };
		jest.spyOn(shop, 'deps').mockReturnValue(withQuery);
		await shop.tell(orderEvent({ stage: 'shipped' }));
		expect(receiptUrl()).toMatch(/\?token=a(%20|\+)b&send=id-\d+#part$/);
	});

	test('asks for no receipt where nobody listens', async () => {
		jest.spyOn(shop, 'deps').mockReturnValue({ ...shop.deps(), receiptUrl: undefined });
		await shop.tell(orderEvent());
		expect(receiptUrl()).toBe('');
	});

	test('whose answer was lost is settled by its receipt, and not sent again', async () => {
		shop.next = 'lost';
		expect((await shop.tell(orderEvent())).error).toMatchObject({ code: 'outcome-unknown' });
		expect(await shop.ruleFor(orderEvent())).toBe('outcome-unknown');
		const received = await shop.report(delivered, receiptUrl());
		expect(received).toMatchObject({ receipts: [{ folded: { isNews: true, text: { orderNumber: '#1001' } } }] });
		expect(await textOf()).toMatchObject({
			status: 'accepted',
			carrierMessageId: 'out-1',
			error: null,
			delivery: { status: 'delivered' },
		});
		expect(await shop.ruleFor(orderEvent())).toBe('duplicate');
		expect(shop.requests).toHaveLength(1);
	});

	test('whose answer was lost is settled by nothing that names another', async () => {
		shop.next = 'lost';
		await shop.tell(orderEvent());
		for (const url of [RECEIPT_URL, `${RECEIPT_URL}?send=`, `${RECEIPT_URL}?send=id-999`]) {
			const { receipts } = (await shop.report(delivered, url)) as Received;
			expect(receipts.map(({ folded }) => folded)).toEqual([{ isNews: true }]);
		}
		expect(await textOf()).toMatchObject({ status: 'unknown', delivery: undefined });
	});

	test('is not taken for another by whose URL a receipt comes', async () => {
		await shop.tell(orderEvent());
		shop.next = 'lost';
		await shop.tell(orderEvent({ orderNumber: '#1002' }));
		await shop.report(delivered, receiptUrl());
		expect(await textOf('1001')).toMatchObject({ delivery: { status: 'delivered' } });
		expect(await textOf('1002')).toMatchObject({ status: 'unknown', delivery: undefined });
	});

	test('whose receipt comes before its answer keeps both', async () => {
		const { exchange, ...deps } = shop.deps();
		jest.spyOn(shop, 'deps').mockReturnValue({
			...deps,
			async exchange(request) {
				const response = await exchange(request);
				await shop.report(delivered, receiptUrl());
				return response;
			},
		});
		expect((await shop.tell(orderEvent())).receipt?.id).toBe('out-1');
		expect(await textOf()).toMatchObject({ status: 'accepted', delivery: { status: 'delivered' } });
	});
});
