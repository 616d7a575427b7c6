import { type Campaign } from '../../lib/ledger/campaigns';
import { type Ledger } from '../../lib/ledger/ledger';
import { hear, OTHER_PHONE, report } from './inbound-fixtures';
import { campaign, claimed, claimText, lease, leaseWish, MESSAGE, phonesOf, plan, planAll, SEND, SKIP, statuses, waitUntil } from './outbox-fixtures';
import { claim, later, newId, NOW, proposal, refs, sighting } from './sightings';

/** The moment at which a text leaves the outbox, or goes back to it. */
export function describeDueClaims(open: () => Ledger, openAgain: () => Promise<Ledger>): void {
	describe('the outbox', () => {
		let ledger: Ledger;
		let sale: Campaign;
		beforeEach(async () => {
			ledger = open();
			sale = await campaign(ledger);
		});

		describe('the moment of a claim', () => {
			test('the text counts one more try, and has its time behind it', async () => {
				const sendId = await claimed(ledger, sale, undefined, { rule: 'quiet-hours', reason: 'It was night.' }, later(1));
				expect(await ledger.campaignTexts(sale.id, undefined, 1)).toMatchObject([
					{ sendId, status: 'sending', rule: undefined, reason: undefined, dueAt: undefined, at: later(1) },
				]);
				await ledger.postponeSend(sendId, later(5), 'The carrier is busy.', later(2));
				expect((await lease(ledger, { now: later(5) })).texts).toMatchObject([{ sendId, tries: 1, message: MESSAGE }]);
			});

			test('a text is claimed once, whoever tries', async () => {
				const { sendId } = await plan(ledger, sale);
				const { leaseId } = await lease(ledger);
				const ledgers = [ledger, await openAgain()];
				const results = await Promise.all(
					Array.from({ length: 50 }, (_, index) => claimText(ledgers[index % 2] as Ledger, sendId, leaseId)),
				);
				expect(results.filter(({ decision }) => decision !== 'lost')).toHaveLength(1);
			});

			test('a STOP between the lease and the claim is seen', async () => {
				const [stopped = '', other = ''] = phonesOf(2);
				await planAll(ledger, sale, [stopped, other]);
				const { leaseId, texts } = await lease(ledger);
				await hear(ledger, { phone: stopped }, { optOut: { byCarrier: false } });
				for (const { sendId, to } of texts) {
					const { due } = await claimText(ledger, sendId, leaseId, (facts) => (facts.facts.optOut ? SKIP() : SEND()));
					expect(due).toMatchObject({ kind: 'promotion', facts: { phone: to, optOut: to === stopped ? { origin: 'reply' } : undefined } });
				}
				const lines = await ledger.campaignTexts(sale.id, undefined, 10);
				expect(Object.fromEntries(lines.map(({ phone, status }) => [phone, status]))).toEqual({ [stopped]: 'skipped', [other]: 'sending' });
			});

			test('an offer that another workflow claimed in between is seen', async () => {
				const { sendId } = await plan(ledger, sale);
				const { leaseId } = await lease(ledger, { campaignId: sale.id, until: later(10) });
				await ledger.endLease(leaseId);
				await claimed(ledger, await campaign(ledger, 'Spring sale'), 'accepted', {}, later(1));
				const again = await lease(ledger, { now: later(2) });
				expect((await claimText(ledger, sendId, again.leaseId, SKIP, later(2))).due).toMatchObject({ facts: { offersAt: [later(1)] } });
			});

			test('a text that has to wait goes back, and may be taken by anybody when its new time has come', async () => {
				const { sendId } = await plan(ledger, sale);
				const { leaseId } = await lease(ledger, { until: later(60) });
				await claimText(ledger, sendId, leaseId, waitUntil(later(30)));
				expect((await lease(ledger, { now: later(29) })).ids).toEqual([]);
				expect(await ledger.campaignTexts(sale.id, undefined, 1)).toMatchObject([{ status: 'scheduled', rule: 'quiet-hours', dueAt: later(30) }]);
				expect((await lease(ledger, { now: later(30) })).texts).toMatchObject([{ sendId, tries: 0, message: MESSAGE }]);
			});

			test('a decider that throws changes nothing, and leaves its neighbours alone', async () => {
				await planAll(ledger, sale, phonesOf(10));
				const { leaseId, ids } = await lease(ledger);
				const [bad = '', ...good] = ids;
				const failing = claimText(ledger, bad, leaseId, () => {
					throw new Error('a decider that throws');
				});
				const claims = good.map((id) => claimText(ledger, id, leaseId));
				await expect(failing).rejects.toThrow('a decider that throws');
				for (const { decision } of await Promise.all(claims)) expect(decision).toEqual({ action: 'send' });
				expect((await statuses(ledger, sale))[bad]).toBe('scheduled');
			});

			test('a text that provably was not sent goes back; one that was settled in between stays as it is', async () => {
				const sent = await claimed(ledger, sale, 'accepted', { to: OTHER_PHONE });
				await ledger.postponeSend(sent, later(5), 'busy', later(1));
				expect(await statuses(ledger, sale)).toEqual({ [sent]: 'accepted' });
				const waiting = await claimed(ledger, sale);
				await ledger.postponeSend(waiting, later(5), 'The carrier is busy.', later(1));
				expect(await ledger.campaignTexts(sale.id, undefined, 9)).toContainEqual(
					expect.objectContaining({ sendId: waiting, status: 'scheduled', dueAt: later(5), reason: 'The carrier is busy.' }),
				);
			});

			test('a late word of the carrier on a text that waits again: a refusal counts for nothing, a report takes it out', async () => {
				const sendId = await claimed(ledger, sale);
				await ledger.postponeSend(sendId, later(5), 'busy', later(1));
				await ledger.settleSend(sendId, { status: 'failed', errorCode: 'unavailable', message: 'late' }, later(2));
				expect(await statuses(ledger, sale)).toEqual({ [sendId]: 'scheduled' });
				await report(ledger, { messageId: 'SM9', sendId, status: 'delivered' });
				expect(await statuses(ledger, sale)).toEqual({ [sendId]: 'accepted' });
				expect((await lease(ledger, { now: later(9) })).ids).toEqual([]);
			});
		});

		describe('texts about orders', () => {
			const postponed = {
				dueAt: later(60),
				rule: 'quiet-hours',
				reason: 'It is night.',
				message: {
					purpose: 'transactional',
					stage: 'confirmed',
					stageEvidence: 'financial_status',
					stagesToText: ['confirmed'],
					isIdentified: true,
					isTestOrder: false,
				},
			} as const;
			const put = async () => (await claim(ledger, sighting(), { postponed })).sendId as string;

			test('wait, and stand in the way of a second one', async () => {
				const sendId = await put();
				expect((await claim(ledger, sighting({ now: later(1) }))).facts.earlier).toEqual({ status: 'scheduled', at: NOW });
				await expect(ledger.claimSend(sighting(), () => proposal())).rejects.toThrow('outbox');
				expect((await lease(ledger, { now: later(59) })).ids).toEqual([]);
				const { texts } = await lease(ledger, { now: later(60) });
				expect(texts).toMatchObject([{ sendId, stage: 'confirmed', orderNumber: '#1001', purpose: 'transactional', tries: 0, message: postponed.message }]);
				expect(texts[0]?.campaign).toBeUndefined();
			});

			test('are claimed in view of the order’s later stages and of its customer’s STOP', async () => {
				const sendId = await put();
				await ledger.claimSend(sighting({ stage: 'delivered', now: later(1) }), () => null);
				const { orders } = (await hear(ledger)).facts ?? {};
				await hear(ledger, { now: later(2) }, { optOut: { byCarrier: false, orderId: orders?.[0]?.id } });
				const { leaseId } = await lease(ledger, { now: later(60) });
				const { due } = await claimText(ledger, sendId, leaseId, SEND, later(60));
				expect(due).toMatchObject({ kind: 'order', facts: { optOut: undefined, orderOptOutAt: later(2) } });
				expect(due?.kind === 'order' && due.facts.earlier).toBeUndefined();
				expect(due?.kind === 'order' && due.facts.seen.map(({ stage }) => stage).sort()).toEqual(['confirmed', 'delivered']);
				expect((await claim(ledger, sighting({ now: later(61) }))).facts.earlier?.status).toBe('sending');
			});

			test('that were skipped are no earlier text: the same event may be texted', async () => {
				const sendId = await put();
				const { leaseId } = await lease(ledger, { now: later(60) });
				await claimText(ledger, sendId, leaseId, SKIP, later(60));
				const again = await claim(ledger, sighting({ now: later(61) }));
				expect(again.facts.earlier).toBeUndefined();
				expect(again.sendId).not.toBeNull();
				expect((await ledger.findOrders('default', '1001'))[0]?.texts).toMatchObject([{ status: 'sending' }]);
			});

			test('of a test are claimed without an order', async () => {
				const { sendId } = await claim(ledger, sighting({ remember: false, refs: refs(newId()) }), { postponed });
				const wish = leaseWish({ now: later(60) });
				expect(await ledger.leaseDue(wish)).toMatchObject([{ sendId, orderNumber: undefined }]);
				const { due } = await claimText(ledger, sendId as string, wish.leaseId, SEND, later(60));
				expect(due).toMatchObject({ kind: 'order', facts: { seen: [] } });
			});
		});
	});
}
