import { type Ledger } from '../../lib/ledger/ledger';
import { factsAbout, gateFacts, hear, OTHER_PHONE, PHONE, report, sentText } from './inbound-fixtures';
import { claim, later, NOW, refs, sighting } from './sightings';

/** What stands against texting somebody, who put it there, and who takes it away. */
export function describeConsent(open: () => Ledger): void {
	let ledger: Ledger;
	beforeEach(() => {
		ledger = open();
	});

	const optOut = { optOut: { byCarrier: false } };
	const byCarrier = { optOut: { byCarrier: true } };
	const optIn = { optIn: { byCarrier: false } };
	const optInByCarrier = { optIn: { byCarrier: true } };

	/** The order's id, as a reply shows it. */
	async function orderId(number: string): Promise<string> {
		const { orders } = await factsAbout(ledger);
		return orders.find(({ details }) => details.number === number)?.id as string;
	}

	describe('an opt-out', () => {
		test('of the shop holds for the number, in this shop, in replies and at the gate', async () => {
			await hear(ledger, {}, optOut);
			const expected = { origin: 'reply', at: NOW };
			expect((await gateFacts(ledger)).optOut).toEqual(expected);
			expect((await factsAbout(ledger)).optOut).toEqual(expected);
			expect((await gateFacts(ledger, '1001', OTHER_PHONE)).optOut).toBeUndefined();
			expect((await gateFacts(ledger, '1001', PHONE, 'other')).optOut).toBeUndefined();
			expect((await factsAbout(ledger, { shop: 'other' })).optOut).toBeUndefined();
		});

		test('said twice counts since the first time', async () => {
			await hear(ledger, {}, optOut);
			await hear(ledger, { now: later(5) }, optOut);
			expect((await gateFacts(ledger)).optOut?.at).toEqual(NOW);
		});

		test('by the carrier holds in every shop, and outweighs the customer’s own', async () => {
			await hear(ledger, {}, byCarrier);
			for (const shop of ['default', 'other']) {
				expect((await gateFacts(ledger, '1001', PHONE, shop)).optOut?.origin).toBe('carrier');
				expect((await factsAbout(ledger, { shop })).optOut?.origin).toBe('carrier');
			}
		});

		test('of one order ends the texts about that order only', async () => {
			await claim(ledger, sighting({ details: { number: '#1001', phone: PHONE } }));
			await claim(ledger, sighting({ refs: refs('1002'), details: { number: '#1002', phone: PHONE } }));
			await hear(ledger, {}, { optOut: { orderId: await orderId('#1001'), byCarrier: false } });
			expect(await gateFacts(ledger, '1001')).toMatchObject({ orderOptOutAt: NOW });
			expect((await gateFacts(ledger, '1002')).orderOptOutAt).toBeUndefined();
			expect((await gateFacts(ledger, '1001')).optOut).toBeUndefined();
			expect((await gateFacts(ledger, '1001', OTHER_PHONE)).orderOptOutAt).toBeUndefined();
		});

		test('of one order that made the carrier block the number is a block too', async () => {
			await claim(ledger, sighting());
			await hear(ledger, {}, { optOut: { orderId: await orderId('#1001'), byCarrier: true } });
			expect((await gateFacts(ledger, '1002')).optOut?.origin).toBe('carrier');
		});
	});

	describe('an opt-in', () => {
		test('takes back the opt-out of the shop and of its orders, for this number', async () => {
			await claim(ledger, sighting());
			await hear(ledger, {}, optOut);
			await hear(ledger, { phone: OTHER_PHONE }, optOut);
			await hear(ledger, { shop: 'other' }, optOut);
			await hear(ledger, {}, { optOut: { orderId: await orderId('#1001'), byCarrier: false } });
			await hear(ledger, {}, optIn);
			expect(await gateFacts(ledger)).toMatchObject({ optOut: undefined, orderOptOutAt: undefined });
			expect((await gateFacts(ledger, '1001', OTHER_PHONE)).optOut).toBeDefined();
			expect((await gateFacts(ledger, '1001', PHONE, 'other')).optOut).toBeDefined();
		});

		test('leaves another shop’s order opt-outs alone', async () => {
			await claim(ledger, sighting({ shop: 'other' }));
			const { orders } = await factsAbout(ledger, { shop: 'other' });
			await hear(ledger, { shop: 'other' }, { optOut: { orderId: orders[0]?.id as string, byCarrier: false } });
			await hear(ledger, {}, optInByCarrier);
			expect((await gateFacts(ledger, '1001', PHONE, 'other')).orderOptOutAt).toEqual(NOW);
		});

		test('takes back the carrier’s block only where the carrier has lifted it', async () => {
			await hear(ledger, {}, byCarrier);
			await hear(ledger, {}, optIn);
			expect((await gateFacts(ledger)).optOut?.origin).toBe('carrier');
			await hear(ledger, {}, optInByCarrier);
			expect((await gateFacts(ledger)).optOut).toBeUndefined();
		});

		test('of somebody who never opted out changes nothing', async () => {
			await hear(ledger, {}, optIn);
			expect((await gateFacts(ledger)).optOut).toBeUndefined();
		});
	});

	describe('a number that reaches nobody', () => {
		const dead = { status: 'undelivered', reason: 'landline', errorCode: '30006', now: later(1) } as const;
		beforeEach(async () => {
			await sentText(ledger);
			await report(ledger, dead);
		});

		test('is dead in every shop, since the first report', async () => {
			await sentText(ledger, '1002', 'SM2');
			await report(ledger, { ...dead, messageId: 'SM2', reason: 'invalid_number', now: later(9) });
			for (const shop of ['default', 'other']) {
				expect((await gateFacts(ledger, '1003', PHONE, shop)).dead).toEqual({ reason: 'landline', at: later(1) });
			}
			expect((await gateFacts(ledger, '1003', OTHER_PHONE)).dead).toBeUndefined();
		});

		test.each([{}, { shop: 'other' }, { carrier: 'telnyx' }])('lives again once it writes %j', async (more) => {
			await hear(ledger, more);
			expect((await gateFacts(ledger)).dead).toBeUndefined();
		});

		test('is dead when the carrier says so at once, and refuses the text', async () => {
			const { sendId } = await claim(ledger, sighting({ details: { number: '#1001', phone: PHONE } }));
			const refusal = {
				errorCode: 'bad-message',
				carrierCode: '21614',
				reason: 'landline',
				message: 'no mobile',
			} as const;
			await ledger.settleSend(sendId as string, { status: 'failed', ...refusal }, later(1));
			expect((await gateFacts(ledger, '1003')).dead).toEqual({ reason: 'landline', at: later(1) });
		});

		test('lives again once a text was delivered', async () => {
			await report(ledger, { status: 'delivered', now: later(2) });
			expect((await gateFacts(ledger)).dead).toBeUndefined();
		});

		test('stays dead while a part of a text is all that has come', async () => {
			await hear(ledger, { part: { group: 'g', number: 1, total: 2 } });
			expect((await gateFacts(ledger)).dead).toBeDefined();
		});
	});
}
