import { type Campaign } from '../../lib/ledger/campaigns';
import { type Ledger } from '../../lib/ledger/ledger';
import { ask, record, typeCode } from './consent-fixtures';
import { afterHours, hear, OTHER_PHONE, PHONE, sentText } from './inbound-fixtures';
import { campaign, claimed, factsOfPhone, inDays, phonesOf, plan } from './outbox-fixtures';
import { save } from './people-fixtures';
import { claim, later, NOW, refs, sighting } from './sightings';

/** What is known of who is to get an offer, of who did what when, and of unsubscribe links. */
export function describePromotionFacts(open: () => Ledger): void {
	describe('what is known of a phone that is to get an offer', () => {
		let ledger: Ledger;
		let sale: Campaign;
		beforeEach(async () => {
			ledger = open();
			sale = await campaign(ledger);
		});

		test('of nobody, nothing', async () => {
			expect(await factsOfPhone(ledger)).toEqual({
				...{ phone: PHONE, states: {}, isDouble: false, offersAt: [] },
				...{ optOut: undefined, dead: undefined, toldOptOutAt: undefined, person: undefined },
			});
		});

		test('answers in the order of the phones, however many', async () => {
			const phones = phonesOf(1203);
			await hear(ledger, { phone: phones[1100] as string }, { optOut: { byCarrier: false } });
			const facts = await ledger.promotionFacts('default', [...phones, PHONE, phones[1100] as string], NOW);
			expect(facts.map(({ phone }) => phone)).toEqual([...phones, PHONE, phones[1100]]);
			expect(facts.flatMap(({ optOut }, index) => (optOut ? index : []))).toEqual([1100, 1204]);
			expect(await ledger.promotionFacts('default', [], NOW)).toEqual([]);
		});

		test.each<[what: string, agree: () => Promise<unknown>, isDouble: boolean]>([
			['a tick at the checkout', () => record(ledger), false],
			['an answered code', async () => [await ask(ledger), await typeCode(ledger)], true],
			[
				'a yes to a request',
				async () => {
					const { requestId } = await ask(ledger);
					await hear(ledger, {}, { optInAnswer: { requestId: requestId as string, isYes: true } });
				},
				true,
			],
			['a request that is not answered', () => ask(ledger), false],
			[
				'a code, then STOP and a tick',
				async () => {
					await ask(ledger);
					await typeCode(ledger);
					await hear(ledger, { now: later(1) }, { optOut: { byCarrier: false } });
					await record(ledger, { givenAt: later(2) });
				},
				false,
			],
			[
				'a code, then STOP and START',
				async () => {
					await ask(ledger);
					await typeCode(ledger);
					await hear(ledger, { now: later(1) }, { optOut: { byCarrier: false } });
					await hear(ledger, { now: later(2) }, { optIn: { byCarrier: false } });
				},
				true,
			],
			[
				'a code, then STOP',
				async () => {
					await ask(ledger);
					await typeCode(ledger);
					await hear(ledger, { now: later(1) }, { optOut: { byCarrier: false } });
				},
				false,
			],
			['a code for surveys, and a tick for offers', async () => [await record(ledger), await ask(ledger, { wish: { purpose: 'survey' } }), await typeCode(ledger, { purpose: 'survey' })], false],
			['a checked phone, and a tick', async () => [await record(ledger), await ask(ledger, { wish: { purpose: 'verification' } }), await typeCode(ledger, { purpose: 'verification' })], false],
		])('whether %s is proved to be theirs', async (_what, agree, isDouble) => {
			await agree();
			expect((await factsOfPhone(ledger, PHONE, later(5))).isDouble).toBe(isDouble);
		});

		test('the consent itself, of its purpose and shop', async () => {
			await record(ledger);
			expect((await factsOfPhone(ledger)).states.marketing).toMatchObject({ status: 'confirmed', since: NOW });
			expect((await factsOfPhone(ledger, PHONE, NOW, 'other')).states).toEqual({});
		});

		test('opt-outs: of the shop, of a carrier, and those that have outlived an erasure; the carrier’s first', async () => {
			await hear(ledger, {}, { optOut: { byCarrier: false } });
			expect((await factsOfPhone(ledger)).optOut).toEqual({ origin: 'reply', at: NOW });
			expect((await factsOfPhone(ledger, PHONE, NOW, 'other')).optOut).toBeUndefined();
			await hear(ledger, { now: later(1) }, { optOut: { byCarrier: true } });
			for (const shop of ['default', 'other']) expect((await factsOfPhone(ledger, PHONE, NOW, shop)).optOut?.origin).toBe('carrier');
			await ledger.forgetPerson('default', { phone: PHONE }, later(2));
			expect((await factsOfPhone(ledger)).optOut?.origin).toBe('carrier');
		});

		test('a number that reaches nobody', async () => {
			const sendId = await sentText(ledger, '1001', null);
			await ledger.settleSend(sendId, { status: 'failed', errorCode: 'bad-message', reason: 'landline', message: 'no' }, NOW);
			expect((await factsOfPhone(ledger)).dead).toEqual({ reason: 'landline', at: NOW });
		});

		test('offers of the last 30 days that left or may have; none that wait, failed or were about something else', async () => {
			const send = async (name: string, outcome: Parameters<typeof claimed>[2], now: Date, more = {}) =>
				await claimed(ledger, await campaign(ledger, name), outcome, more, now);
			await send('long ago', 'accepted', inDays(-30));
			await send('under way', undefined, inDays(-29));
			await send('unknown', 'unknown', inDays(-2));
			await send('sent', 'accepted', inDays(-10));
			await send('failed', 'failed', inDays(-1));
			await send('survey', 'accepted', inDays(-1), { purpose: 'survey' });
			await send('to another', 'accepted', inDays(-1), { to: OTHER_PHONE, key: OTHER_PHONE });
			await sentText(ledger, '1001');
			await plan(ledger, sale);
			expect((await factsOfPhone(ledger)).offersAt).toEqual([inDays(-29), inDays(-10), inDays(-2)]);
			expect((await factsOfPhone(ledger, PHONE, NOW, 'other')).offersAt).toEqual([]);
		});

		test('when they were last told how to leave, by a text that the carrier took', async () => {
			const told = async (name: string, outcome: Parameters<typeof claimed>[2], days: number, hasOptOut = true) =>
				await claimed(ledger, await campaign(ledger, name), outcome, { hasOptOut }, inDays(days));
			await told('first', 'accepted', -50);
			await told('second', 'accepted', -40);
			await told('without', 'accepted', -20, false);
			await told('lost', 'unknown', -10);
			expect((await factsOfPhone(ledger)).toldOptOutAt).toEqual(inDays(-40));
		});

		test('the person who has the number now and was updated last', async () => {
			await save(ledger, { phone: PHONE, customerId: '7', name: 'Jan' });
			const more = { firstName: 'Maria', name: 'Maria Nowak', language: 'pl', country: 'PL', timeZone: 'Europe/Warsaw', birthday: '05-17' };
			await save(ledger, { phone: PHONE, customerId: '8', ...more }, later(1));
			await save(ledger, { phone: PHONE, customerId: '9', name: 'Eva' }, later(2));
			await save(ledger, { phone: OTHER_PHONE, customerId: '9', replacesPhone: true }, later(3));
			expect((await factsOfPhone(ledger)).person).toEqual({ id: expect.any(String), ...more });
			expect((await factsOfPhone(ledger, PHONE, NOW, 'other')).person).toBeUndefined();
		});
	});

	describe('what people did when', () => {
		test('their orders and texts since then, of one shop', async () => {
			const ledger = open();
			const order = (number: string, now: Date, phone = PHONE, shop = 'default') =>
				claim(ledger, sighting({ refs: refs(number), details: { phone }, now, shop }));
			await order('1', inDays(-400));
			await order('2', inDays(-3));
			await order('3', inDays(-2), OTHER_PHONE);
			await order('4', inDays(-2), PHONE, 'other');
			await hear(ledger, { now: afterHours(-5) });
			await hear(ledger, { now: afterHours(-4), phone: '+14155550199' });
			const activities = await ledger.activityOf('default', [PHONE, OTHER_PHONE, PHONE], inDays(-365));
			expect([...activities].sort((a, b) => a.at.getTime() - b.at.getTime())).toEqual([
				{ phone: PHONE, kind: 'order', at: inDays(-3) },
				{ phone: OTHER_PHONE, kind: 'order', at: inDays(-2) },
				{ phone: PHONE, kind: 'reply', at: afterHours(-5) },
			]);
			expect(await ledger.activityOf('default', [], inDays(-365))).toEqual([]);
		});
	});

	describe('an unsubscribe link', () => {
		test('has the same token for a phone for ever, and another for each shop', async () => {
			const ledger = open();
			const tokens = (shop: string, ...newTokens: string[]) =>
				ledger.unsubscribeTokens(shop, newTokens.map((newToken, index) => ({ phone: index === 0 ? PHONE : OTHER_PHONE, newToken })), NOW);
			expect(await tokens('default', 'aaaaaaaa')).toEqual(['aaaaaaaa']);
			expect(await tokens('default', 'bbbbbbbb', 'cccccccc')).toEqual(['aaaaaaaa', 'cccccccc']);
			expect(await tokens('other', 'dddddddd')).toEqual(['dddddddd']);
			expect(await ledger.findUnsubscribe('aaaaaaaa')).toEqual({ shop: 'default', phone: PHONE });
			expect(await ledger.findUnsubscribe('dddddddd')).toEqual({ shop: 'other', phone: PHONE });
			expect(await ledger.findUnsubscribe('bbbbbbbb')).toBeNull();
			await expect(tokens('third', 'aaaaaaaa')).rejects.toThrow();
			expect(await ledger.findUnsubscribe('aaaaaaaa')).toEqual({ shop: 'default', phone: PHONE });
		});

		test('ends with an erasure', async () => {
			const ledger = open();
			await ledger.unsubscribeTokens('default', [{ phone: PHONE, newToken: 'aaaaaaaa' }], NOW);
			expect(await ledger.forgetPerson('default', { phone: PHONE }, later(1))).toMatchObject({ wasKnown: true });
			expect(await ledger.findUnsubscribe('aaaaaaaa')).toBeNull();
		});
	});
}
