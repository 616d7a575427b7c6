import { type Ledger } from '../../lib/ledger/ledger';
import { describeCampaignReports } from './contract-campaign-reports';
import { describeCampaigns } from './contract-campaigns';
import { describeCodeLists } from './contract-code-lists';
import { describeCodes } from './contract-codes';
import { describeConsent } from './contract-consent';
import { describeDueClaims } from './contract-due-claims';
import { describeEndpoints } from './contract-endpoints';
import { describeNotices } from './contract-notices';
import { describeHandingOver } from './contract-hand-over';
import { describeForgetting } from './contract-forget';
import { describeOptIns } from './contract-opt-ins';
import { describeOutbox } from './contract-outbox';
import { describeStuckTexts } from './contract-stuck';
import { describeOrders } from './contract-orders';
import { describePeople } from './contract-people';
import { describePeopleSearch } from './contract-people-search';
import { describePoints } from './contract-points';
import { describePromotionFacts } from './contract-promotion-facts';
import { describeReceipts } from './contract-receipts';
import { describeReplies } from './contract-replies';
import { describeResends } from './contract-resends';
import { claim, later, NOW, proposal, refs, sighting } from './sightings';

export interface LedgerUnderTest {
	/** Opens the same ledger once more, as another process would. */
	open(): Promise<Ledger>;
	/** Closes what was opened and throws the ledger away. */
	dispose(): Promise<void>;
}

/** What every engine has to do. A new engine is registered by calling this with a way to make an empty ledger. */
export function describeLedger(engine: string, create: () => Promise<LedgerUnderTest>): void {
	describe(`the ledger on ${engine}`, () => {
		let under: LedgerUnderTest;
		let ledger: Ledger;

		beforeEach(async () => {
			under = await create();
			ledger = await under.open();
		});
		afterEach(() => under.dispose());

		describe('claims of sends', () => {
			test('the first event of an order knows nothing from before and may be texted', async () => {
				const { facts, sendId } = await claim(ledger, sighting());
				expect(facts).toMatchObject({ seen: [], details: { number: '#1001', phone: '+14155550123' } });
				expect(facts.earlier).toBeUndefined();
				expect(sendId).not.toBeNull();
			});

			test('the same event again finds the claim, and after its acceptance the accepted text', async () => {
				const { sendId } = await claim(ledger, sighting());
				expect((await claim(ledger, sighting())).facts.earlier).toEqual({ status: 'sending', at: NOW });
				await ledger.settleSend(sendId as string, { status: 'accepted', carrierMessageId: 'SM1' }, later(1));
				expect((await claim(ledger, sighting())).facts.earlier?.status).toBe('accepted');
			});

			test('a text that failed may be claimed again, and a late word of the failed try settles nothing', async () => {
				const first = await claim(ledger, sighting());
				const failure = { status: 'failed', errorCode: 'unavailable', message: 'not reached' } as const;
				await ledger.settleSend(first.sendId as string, failure, later(1));
				const second = await claim(ledger, sighting({ now: later(2) }));
				expect(second.facts.earlier?.status).toBe('failed');
				expect(second.sendId).not.toBeNull();
				await ledger.settleSend(first.sendId as string, { status: 'accepted', carrierMessageId: 'SM-old' }, later(3));
				expect((await claim(ledger, sighting({ now: later(3) }))).facts.earlier?.status).toBe('sending');
				const [order] = await ledger.findOrders('default', '1001');
				expect(order?.texts).toHaveLength(1);
			});

			test('an acceptance is never taken back', async () => {
				const { sendId } = await claim(ledger, sighting());
				await ledger.settleSend(sendId as string, { status: 'accepted', carrierMessageId: 'SM1' }, later(1));
				const late = { status: 'failed', errorCode: 'rejected', message: 'late' } as const;
				await ledger.settleSend(sendId as string, late, later(2));
				expect((await claim(ledger, sighting())).facts.earlier?.status).toBe('accepted');
			});

			test('an accepted text is not claimed again even by a caller that ignores the facts', async () => {
				const { sendId } = await claim(ledger, sighting());
				await ledger.settleSend(sendId as string, { status: 'accepted', carrierMessageId: 'SM1' }, later(1));
				await expect(ledger.claimSend(sighting(), () => proposal())).rejects.toThrow('accepted');
				const [order] = await ledger.findOrders('default', '1001');
				expect(order?.texts).toMatchObject([{ status: 'accepted', carrierMessageId: 'SM1' }]);
			});

			test('a claim that nobody settled has an unknown outcome after a quarter of an hour', async () => {
				await claim(ledger, sighting());
				expect((await claim(ledger, sighting({ now: later(14) }))).facts.earlier?.status).toBe('sending');
				expect((await claim(ledger, sighting({ now: later(16) }))).facts.earlier?.status).toBe('unknown');
			});

			test('an unknown outcome stays unknown', async () => {
				const { sendId } = await claim(ledger, sighting());
				const outcome = { status: 'unknown', errorCode: 'outcome-unknown', message: 'cut' } as const;
				await ledger.settleSend(sendId as string, outcome, later(1));
				expect((await claim(ledger, sighting())).facts.earlier?.status).toBe('unknown');
			});

			test('of a hundred callers at once exactly one may send', async () => {
				const results = await Promise.all(Array.from({ length: 100 }, () => claim(ledger, sighting())));
				expect(results.filter(({ sendId }) => sendId !== null)).toHaveLength(1);
			});

			test('of callers on several connections exactly one may send', async () => {
				const ledgers = [ledger, await under.open(), await under.open()];
				const results = await Promise.all(
					Array.from({ length: 60 }, (_, index) => claim(ledgers[index % 3] as Ledger, sighting())),
				);
				expect(results.filter(({ sendId }) => sendId !== null)).toHaveLength(1);
			});

			test('different stages, parcels and orders do not stand in each other’s way', async () => {
				const events = [
					sighting(),
					sighting({ stage: 'shipped', parcel: '1Z1', refs: refs('1001', '1Z1') }),
					sighting({ stage: 'shipped', parcel: '1Z2', refs: refs('1001', '1Z2') }),
					sighting({ refs: refs('1002') }),
				];
				for (const event of events) expect((await claim(ledger, event)).sendId).not.toBeNull();
			});

			test('an event that names no parcel counts as about any, and the other way round', async () => {
				await claim(ledger, sighting({ stage: 'shipped' }));
				expect((await claim(ledger, sighting({ stage: 'shipped', parcel: '1Z1' }))).sendId).toBeNull();
				await claim(ledger, sighting({ stage: 'delivered', parcel: '1Z1' }));
				expect((await claim(ledger, sighting({ stage: 'delivered' }))).sendId).toBeNull();
			});

			test('an event that does not say which parcel it means is about the only one', async () => {
				const trackingNumber = '1Z1';
				await claim(
					ledger,
					sighting({
						stage: 'shipped',
						parcel: '1Z1',
						parcelDetails: { trackingNumber },
						refs: refs('1001', '1Z1'),
					}),
				);
				const { facts } = await claim(ledger, sighting({ stage: 'out_for_delivery', parcel: null }));
				expect(facts.parcels).toMatchObject([{ parcel: '1Z1', trackingNumber }]);
				expect(facts.seen).toEqual([{ stage: 'shipped', occurredAt: undefined }]);
				const second = sighting({ stage: 'shipped', parcel: '1Z2', refs: refs('1001', '1Z2') });
				expect((await claim(ledger, second)).facts.seen).toEqual([]);
			});

			test('a proposal that is null claims nothing and remembers the event', async () => {
				await ledger.claimSend(sighting({ stage: 'shipped' }), () => null);
				const { facts } = await claim(ledger, sighting());
				expect(facts.seen).toEqual([{ stage: 'shipped', occurredAt: undefined }]);
				expect(facts.earlier).toBeUndefined();
			});

			test('one caller’s failure leaves the others at the same moment untouched', async () => {
				const bad = ledger.claimSend(sighting({ refs: refs('2000') }), () => {
					throw new Error('a proposer that throws');
				});
				const good = Array.from({ length: 20 }, (_, index) => claim(ledger, sighting({ refs: refs(`30${index}`) })));
				await expect(bad).rejects.toThrow('a proposer that throws');
				for (const { sendId } of await Promise.all(good)) expect(sendId).not.toBeNull();
				expect(await ledger.findOrders('default', '2000')).toEqual([]);
				expect(await ledger.findOrders('default', '305')).toHaveLength(1);
			});

			test('a test text is logged and leaves no trace in the order', async () => {
				await claim(ledger, sighting({ remember: false }));
				await claim(ledger, sighting({ remember: false }));
				expect(await ledger.findOrders('default', '1001')).toEqual([]);
				expect((await claim(ledger, sighting())).facts).toMatchObject({ seen: [] });
			});

			test('what was recorded is there when the ledger is opened again', async () => {
				const { sendId } = await claim(ledger, sighting());
				await ledger.settleSend(sendId as string, { status: 'accepted', carrierMessageId: 'SM1' }, later(1));
				await ledger.close();
				ledger = await under.open();
				expect((await claim(ledger, sighting())).facts.earlier?.status).toBe('accepted');
			});
		});

		describeOrders(() => ledger);
		describeReplies(
			() => ledger,
			() => under.open(),
		);
		describeConsent(() => ledger);
		describeOptIns(() => ledger);
		describeReceipts(() => ledger);
		describeResends(
			() => ledger,
			() => under.open(),
		);
		describeEndpoints(() => ledger);
		describeNotices(() => ledger);
		describePeople(
			() => ledger,
			() => under.open(),
		);
		describePeopleSearch(() => ledger);
		describeForgetting(
			() => ledger,
			() => under.open(),
		);

		describeCodes(
			() => ledger,
			() => under.open(),
		);
		describeCodeLists(
			() => ledger,
			() => under.open(),
		);
		describePoints(
			() => ledger,
			() => under.open(),
		);

		describeOutbox(
			() => ledger,
			() => under.open(),
		);
		describeDueClaims(
			() => ledger,
			() => under.open(),
		);
		describePromotionFacts(() => ledger);
		describeCampaigns(
			() => ledger,
			() => under.open(),
		);
		describeCampaignReports(() => ledger);
		describeStuckTexts(
			() => ledger,
			() => under.open(),
		);
		describeHandingOver(() => ledger);

		describe('opt-outs', () => {
			test('a carrier’s block is remembered for the number, in every shop', async () => {
				const { sendId } = await claim(ledger, sighting());
				const refusal = {
					status: 'failed',
					errorCode: 'recipient-opted-out',
					carrierCode: '21610',
					message: 'blocked',
				} as const;
				await ledger.settleSend(sendId as string, refusal, later(1));
				const optOut = { origin: 'carrier', at: later(1) };
				expect((await claim(ledger, sighting({ refs: refs('1002') }))).facts.optOut).toEqual(optOut);
				expect((await claim(ledger, sighting({ shop: 'other' }))).facts.optOut).toEqual(optOut);
				const details = { phone: '+14155550199' };
				expect((await claim(ledger, sighting({ refs: refs('1003'), details }))).facts.optOut).toBeUndefined();
			});
		});
	});
}
