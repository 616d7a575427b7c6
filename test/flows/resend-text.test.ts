import { resendText, type ResendSettings } from '../../lib/flows/resend-text';
import { INBOUND_CARRIERS, type InboundCarrierId, OUR_NUMBER } from './inbound-carriers';
import { InboundShop, MARIA, orderEvent, PROFILE } from './inbound-shop';

describe.each(Object.keys(INBOUND_CARRIERS) as InboundCarrierId[])('a text of %s that did not arrive', (id) => {
	let shop: InboundShop;
	let sendId: string;
	beforeEach(async () => {
		shop = await InboundShop.open(id);
		await shop.tell(orderEvent({ stage: 'shipped' }));
		sendId = await undelivered('out-1');
	});
	afterEach(() => shop.close());

	/** The carrier reports that it did not arrive; the id by which the trigger names it. */
	async function undelivered(carrierId: string, errorCode = '30003'): Promise<string> {
		const received = await shop.report({ id: carrierId, to: MARIA, status: 'undelivered', errorCode });
		return (received === 'refused' ? undefined : received.receipts[0]?.folded.text?.sendId) as string;
	}
	const resend = (more: Partial<ResendSettings> = {}, which = sendId) =>
		resendText(which, { profile: PROFILE, sender: OUR_NUMBER, mostTries: 3, whenDead: 'skip', ...more }, shop.deps());
	const ruleOf = async (...args: Parameters<typeof resend>) => (await resend(...args)).skip?.rule;

	test('is sent again in the same words, under a new id, once', async () => {
		const resent = await resend();
		expect(resent).toMatchObject({ result: { receipt: { id: 'out-2' } }, text: { tries: 1 } });
		expect(resent.sendId).not.toBe(sendId);
		expect(shop.texts[1]).toBe(shop.texts[0]);
		expect(await ruleOf()).toBe('unknown-text');
		expect(await ruleOf({}, resent.sendId)).toBe('not-undelivered');
		expect(shop.requests).toHaveLength(2);
	});

	test('is sent by one of many that ask at once', async () => {
		const results = await Promise.all(Array.from({ length: 20 }, () => resend()));
		expect(results.filter(({ result }) => result?.receipt)).toHaveLength(1);
		expect(shop.requests).toHaveLength(2);
	});

	test('is sent as often as the operator says', async () => {
		const second = await resend({ mostTries: 2 });
		expect(await undelivered('out-2')).toBe(second.sendId);
		expect(await ruleOf({ mostTries: 2 }, second.sendId)).toBe('too-many-tries');
		expect((await resend({ mostTries: 3 }, second.sendId)).text?.tries).toBe(2);
	});

	test.each<[what: string, happens: () => Promise<unknown>, rule: string]>([
		['said STOP', () => shop.hear('STOP'), 'opted-out'],
		['said STOP to this order', () => shop.hear('STOP 1001'), 'order-opted-out'],
		['has it by now: the order has gone on', () => shop.tell(orderEvent({ stage: 'delivered' })), 'backwards'],
	])('is not sent to who %s', async (_what, happens, rule) => {
		await happens();
		const before = shop.requests.length;
		expect(await ruleOf()).toBe(rule);
		expect(shop.requests).toHaveLength(before);
	});

	test('is not sent to a dead number, unless the operator says so', async () => {
		await shop.tell(orderEvent({ orderNumber: '#1002' }));
		await undelivered('out-2', shop.of.landline);
		expect(await ruleOf()).toBe('dead-number');
		expect((await resend({ whenDead: 'try' })).result?.receipt).toBeDefined();
	});

	test('is not known to another shop', async () => {
		expect(await ruleOf({ profile: { ...PROFILE, key: 'other' } })).toBe('unknown-text');
	});

	test('that was delivered after all is not sent again', async () => {
		await shop.report({ id: 'out-1', to: MARIA, status: 'delivered' });
		expect(await ruleOf()).toBe('not-undelivered');
	});
});
