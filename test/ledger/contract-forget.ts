import { type Ledger } from '../../lib/ledger/ledger';
import { factsAbout, gateFacts, hear, sentText } from './inbound-fixtures';
import { byCustomer, byPhone, found, JAN, MARIA, MARIAS_NEW, save } from './people-fixtures';
import { claim, later, newId, NOW, refs, sighting } from './sightings';

/** Who wants to be forgotten, and what stays in force. */
export function describeForgetting(open: () => Ledger, openAgain: () => Promise<Ledger>): void {
	describe('forgetting', () => {
		let ledger: Ledger;
		beforeEach(() => {
			ledger = open();
		});

		const forget = async (phone = MARIA, now = later(1)) => await ledger.forgetPerson('default', { phone }, now);
		const ofMaria = {
			details: { number: '1001', phone: MARIA, firstName: 'Maria', orderUrl: 'https://acme.example/1' },
		};

		test('erases the person with all their numbers, and counts what it erased', async () => {
			await save(ledger, { customerId: '7', tags: ['vip'] });
			await save(ledger, { customerId: '7', phone: MARIAS_NEW, replacesPhone: true });
			await sentText(ledger, '1001', 'SM1', ofMaria);
			await hear(ledger, { phone: MARIA, text: 'It is Maria' });
			expect(await ledger.forgetPerson('default', { customerId: '7' }, later(1))).toEqual({
				people: 1,
				phones: 2,
				orders: 1,
				texts: 1,
				replies: 1,
				consentEvents: 0,
				wasKnown: true,
			});
			expect(await byPhone(ledger, MARIA)).toEqual([]);
			expect(await byPhone(ledger, MARIAS_NEW)).toEqual([]);
			expect(await byCustomer(ledger, '7')).toBeUndefined();
			const [order] = await ledger.findOrders('default', '1001');
			expect(order?.details).toEqual({ number: '1001' });
			expect(order?.texts).toMatchObject([{ status: 'accepted', to: '', text: '' }]);
			expect((await factsAbout(ledger, { phone: MARIA })).orders).toEqual([]);
		});

		test('keeps a text from being sent twice', async () => {
			await sentText(ledger, '1001', 'SM1', ofMaria);
			await forget();
			expect((await claim(ledger, sighting({ refs: refs('1001'), ...ofMaria }))).sendId).toBeNull();
		});

		test('of somebody unknown says so, and keeps them off lists all the same', async () => {
			expect(await forget()).toMatchObject({ people: 0, phones: 1, wasKnown: false });
			expect(await save(ledger, { source: 'import' })).toEqual({ outcome: 'refused', rule: 'forgotten', at: later(1) });
			expect(await ledger.forgetPerson('default', { customerId: '7' }, NOW)).toMatchObject({
				phones: 0,
				wasKnown: false,
			});
		});

		test('twice is the same as once', async () => {
			await hear(ledger, { phone: MARIA }, { optOut: { byCarrier: false } });
			await forget();
			await forget(MARIA, later(2));
			expect((await gateFacts(ledger, '1001', MARIA)).optOut).toEqual({ origin: 'reply', at: NOW });
			expect(await save(ledger, { source: 'import' })).toMatchObject({ outcome: 'refused', at: later(2) });
		});

		test('an import does not bring them back; their own new order or the operator does', async () => {
			await save(ledger, {});
			await forget();
			const list = await ledger.savePeople(
				'default',
				[MARIA, JAN].map((phone) => ({ phone, source: 'import', newId: newId() })),
				later(2),
			);
			expect(list.map(({ outcome }) => outcome)).toEqual(['refused', 'saved']);
			expect(await found(ledger, {})).toEqual([JAN]);
			await claim(ledger, sighting({ refs: refs('1002'), ...ofMaria, person: { newId: newId() }, now: later(3) }));
			expect(await found(ledger, {})).toEqual([MARIA, JAN].sort());
			await forget();
			expect(await save(ledger, {})).toMatchObject({ outcome: 'saved' });
		});

		test('an order from before does not bring them back', async () => {
			const order = { refs: refs('1001'), ...ofMaria, person: { newId: newId() } };
			await claim(ledger, sighting(order));
			await forget();
			await claim(ledger, sighting({ ...order, stage: 'shipped', now: later(2) }));
			expect(await byPhone(ledger)).toEqual([]);
		});

		test('is of one shop: another shop’s import may have them', async () => {
			await forget();
			const [saved] = await ledger.savePeople('other', [{ phone: MARIA, source: 'import', newId: newId() }], later(2));
			expect(saved?.outcome).toBe('saved');
		});

		test('an opt-out stays in force, and START lifts it', async () => {
			await hear(ledger, { phone: MARIA }, { optOut: { byCarrier: false } });
			await forget();
			expect((await gateFacts(ledger, '1001', MARIA)).optOut).toEqual({ origin: 'reply', at: NOW });
			expect((await gateFacts(ledger, '1001', MARIA, 'other')).optOut).toBeUndefined();
			expect((await factsAbout(ledger, { phone: MARIA })).optOut).toEqual({ origin: 'reply', at: NOW });
			await save(ledger, {});
			expect(await byPhone(ledger)).toMatchObject([{ optedOut: true }]);
			await hear(ledger, { phone: MARIA, now: later(2) }, { optIn: { byCarrier: false } });
			expect((await gateFacts(ledger, '1001', MARIA)).optOut).toBeUndefined();
			expect(await save(ledger, { source: 'import' })).toMatchObject({ outcome: 'refused' });
		});

		test('a carrier’s block stays in force in every shop, until the carrier lifts it', async () => {
			await hear(ledger, { phone: MARIA }, { optOut: { byCarrier: true } });
			await forget();
			for (const shop of ['default', 'other'])
				expect((await gateFacts(ledger, '1001', MARIA, shop)).optOut).toEqual({ origin: 'carrier', at: NOW });
			await hear(ledger, { phone: MARIA, now: later(2) }, { optIn: { byCarrier: false } });
			expect((await gateFacts(ledger, '1001', MARIA)).optOut?.origin).toBe('carrier');
			await hear(ledger, { phone: MARIA, now: later(3) }, { optIn: { byCarrier: true } });
			expect((await gateFacts(ledger, '1001', MARIA)).optOut).toBeUndefined();
		});

		test('a late report on an erased text concerns no number', async () => {
			await sentText(ledger, '1001', 'SM1', ofMaria);
			await forget();
			const report = { carrier: 'twilio', messageId: 'SM1', isFinal: true, shop: 'default', now: later(2) } as const;
			await ledger.recordReceipt({ ...report, status: 'undelivered', reason: 'opted_out' });
			expect((await ledger.lookUpEvent(sighting({ refs: refs('1009'), details: {} }))).optOut).toBeUndefined();
		});

		test('an erased text is not sent again', async () => {
			const sendId = await sentText(ledger, '1001', 'SM1', ofMaria);
			await forget();
			const request = {
				shop: 'default',
				sendId,
				newSendId: newId(),
				now: later(2),
				carrier: 'twilio',
				sender: '72345',
			};
			let isFound: boolean | undefined;
			await ledger.claimResend(request, (text) => {
				isFound = text !== undefined;
				return true;
			});
			expect(isFound).toBe(false);
		});

		test('who shares a number loses it, and is gone where they had no other', async () => {
			await save(ledger, { customerId: '7' });
			await save(ledger, { customerId: '8', phone: MARIA });
			await save(ledger, { customerId: '9', phone: MARIA });
			await save(ledger, { customerId: '9', phone: JAN });
			expect(await ledger.forgetPerson('default', { customerId: '7' }, later(1))).toMatchObject({
				people: 2,
				phones: 1,
			});
			expect(await found(ledger, {})).toEqual([JAN]);
			expect((await byCustomer(ledger, '9'))?.phones).toMatchObject([{ phone: JAN, sharedWith: 0 }]);
		});

		test('by a number that has changed hands only who has it now is forgotten', async () => {
			await save(ledger, { customerId: '7' });
			await save(ledger, { customerId: '7', phone: MARIAS_NEW, replacesPhone: true });
			await save(ledger, { customerId: '8', phone: MARIA }, later(1));
			expect(await forget()).toMatchObject({ people: 1, phones: 1 });
			expect((await byCustomer(ledger, '7'))?.phones).toMatchObject([{ phone: MARIAS_NEW }]);
			expect(await byCustomer(ledger, '8')).toBeUndefined();
		});

		test('by a former number that is nobody’s now, who had it is forgotten', async () => {
			await save(ledger, { customerId: '7' });
			await save(ledger, { customerId: '7', phone: MARIAS_NEW, replacesPhone: true });
			expect(await forget()).toMatchObject({ people: 1, phones: 2 });
			expect(await found(ledger, {})).toEqual([]);
		});

		test('of many that forget at once, one finds somebody', async () => {
			await save(ledger, {});
			const ledgers = [ledger, await openAgain()];
			const results = await Promise.all(
				Array.from({ length: 10 }, (_, index) =>
					(ledgers[index % 2] as Ledger).forgetPerson('default', { phone: MARIA }, later(1)),
				),
			);
			expect(results.filter(({ wasKnown }) => wasKnown)).toHaveLength(1);
		});
	});
}
