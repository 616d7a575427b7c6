import { type Received } from '../../lib/flows/receive-webhook';
import { INBOUND_CARRIERS, type InboundCarrierId, RECEIPT_URL, REPLY_URL } from './inbound-carriers';
import { InboundShop, MARIA, orderEvent, PROFILE, replySettings } from './inbound-shop';

describe.each(Object.keys(INBOUND_CARRIERS) as InboundCarrierId[])('a webhook of %s', (id) => {
	let shop: InboundShop;
	beforeEach(async () => {
		shop = await InboundShop.open(id);
		await shop.tell(orderEvent());
	});
	afterEach(() => shop.close());

	const stop = () => shop.of.reply({ id: 'in-1', from: MARIA, text: 'STOP' });
	const receipt = (status: 'delivered' | 'undelivered', errorCode?: string, to = 'out-1') =>
		shop.of.receipt({ id: to, to: MARIA, status, errorCode });
	const textOf = async () => (await shop.ledger.findOrders('default', '1001'))[0]?.texts[0];

	describe('that is not proven changes nothing', () => {
		const other = id === 'twilio' ? 'x-twilio-signature' : 'telnyx-signature-ed25519';
		test.each<
			[what: string, change: (request: ReturnType<InboundShop['webhook']>) => ReturnType<InboundShop['webhook']>]
		>([
			['unsigned', (request) => request],
			['signed for another body', (request) => ({ ...shop.of.sign(request), body: `${request.body} ` })],
			['with a signature of nothing', (request) => ({ ...request, headers: { ...request.headers, [other]: '' } })],
			[
				'with a signature of another',
				(request) => ({
					...request,
					headers: { ...shop.of.sign(shop.webhook(receipt('delivered'))).headers, 'content-type': shop.of.contentType },
				}),
			],
		])('%s', async (_what, change) => {
			const before = shop.dump();
			for (const body of [stop(), receipt('undelivered', shop.of.landline)]) {
				expect(await shop.receive(change(shop.webhook(body)))).toBe('refused');
			}
			expect(shop.dump()).toEqual(before);
			expect(await shop.ruleFor(orderEvent({ stage: 'shipped' }))).toBe('sent');
		});
	});

	test('with a reply records it, with what it causes', async () => {
		const received = await shop.receive(shop.of.sign(shop.webhook(stop())));
		expect(received).toMatchObject({
			replies: [
				{ novelty: 'new', reply: { from: MARIA, text: 'STOP' }, understood: { classified: { kind: 'opt-out' } } },
			],
			receipts: [],
			ignored: [],
		});
		expect(await shop.receive(shop.of.sign(shop.webhook(stop())))).toMatchObject({
			replies: [{ novelty: 'repeated' }],
		});
	});

	test('with a report folds it, whichever URL of ours it comes to', async () => {
		const received = await shop.report(
			{ id: 'out-1', to: MARIA, status: 'undelivered', errorCode: shop.of.landline },
			REPLY_URL,
		);
		expect(received).toMatchObject({
			replies: [],
			receipts: [
				{
					receipt: { status: 'undelivered', reason: 'landline', errorCode: shop.of.landline },
					folded: {
						isNews: true,
						text: {
							orderNumber: '#1001',
							stage: 'confirmed',
							purpose: 'transactional',
							delivery: { reason: 'landline' },
						},
					},
				},
			],
			ignored: [],
		});
		expect(await textOf()).toMatchObject({
			// Telnyx tells what a text cost, Twilio does not
			segments: id === 'telnyx' ? 2 : 1,
			delivery: {
				status: 'undelivered',
				isFinal: true,
				at: shop.now,
				errorCode: shop.of.landline,
				price: id === 'telnyx' ? { amount: '0.0045', currency: 'USD' } : undefined,
			},
		});
	});

	test('with a report that says an opt-out writes it', async () => {
		const code = id === 'twilio' ? '21610' : '40300';
		await shop.report({ id: 'out-1', to: MARIA, status: 'undelivered', errorCode: code });
		expect(await shop.ruleFor(orderEvent({ stage: 'shipped' }), { profile: { ...PROFILE, key: 'other' } })).toBe(
			'opted-out',
		);
	});

	test('with a report on what is not ours is news of no text, and changes nothing', async () => {
		const before = shop.dump();
		const request = shop.webhook(receipt('undelivered', shop.of.landline, 'out-99'), RECEIPT_URL);
		const received = (await shop.receive(shop.of.sign(request))) as Received;
		expect(received.receipts.map(({ folded }) => folded)).toEqual([{ isNews: true }]);
		expect(shop.dump()).toEqual(before);
	});

	test('with a report on an automatic answer tells which it was', async () => {
		const { result } = await shop.hear('HELP');
		const received = await shop.report({ id: result?.receipt?.id as string, to: MARIA, status: 'delivered' });
		expect(received).toMatchObject({
			receipts: [{ folded: { text: { purpose: 'answer', answer: 'help', to: MARIA } } }],
		});
	});

	test('with nothing for us is left alone, and says why', async () => {
		const body =
			id === 'twilio'
				? 'AccountSid=AC1&MessageStatus=levitating&MessageSid=SM1'
				: '{"data":{"event_type":"call.hangup"}}';
		const before = shop.dump();
		const received = await shop.receive(shop.of.sign(shop.webhook(body)));
		expect(received).toMatchObject({ replies: [], receipts: [], ignored: [expect.stringMatching(/Twilio|Telnyx/)] });
		expect(shop.dump()).toEqual(before);
	});

	test('of which no workflow hears is settled at once', async () => {
		const settings = replySettings({ handedOn: new Set() });
		const request = () => shop.of.sign(shop.webhook(stop()));
		await shop.receive(request(), settings);
		shop.after(1);
		expect(await shop.receive(request(), settings)).toMatchObject({ replies: [{ novelty: 'repeated' }] });
	});
});
