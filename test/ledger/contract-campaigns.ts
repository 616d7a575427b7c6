import { type Campaign } from '../../lib/ledger/campaigns';
import { type Ledger } from '../../lib/ledger/ledger';
import { OTHER_PHONE, PHONE } from './inbound-fixtures';
import { campaign, claimed, claimText, lease, phonesOf, plan, planAll, plannedSkip, statuses } from './outbox-fixtures';
import { later, newId, NOW } from './sightings';

/** Campaigns: made, paused, resumed, cancelled. */
export function describeCampaigns(open: () => Ledger, openAgain: () => Promise<Ledger>): void {
	describe('a campaign', () => {
		let ledger: Ledger;
		let sale: Campaign;
		beforeEach(async () => {
			ledger = open();
			sale = await campaign(ledger);
		});

		const set = async (status: Campaign['status'], minutes = 1) =>
			await ledger.setCampaignStatus('default', 'Weekend sale', status, later(minutes));

		test('is found by its name in its shop, or made', async () => {
			expect(sale).toEqual({ id: sale.id, shop: 'default', name: 'Weekend sale', kind: 'announcement', status: 'running', createdAt: NOW, changedAt: undefined });
			expect(await ledger.openCampaign({ shop: 'default', name: 'Weekend sale', kind: 'win-back', newId: newId() }, later(1))).toEqual(sale);
			expect(await ledger.findCampaign('default', 'Weekend sale')).toEqual(sale);
			expect(await ledger.findCampaign('default', 'weekend sale')).toBeNull();
			expect(await ledger.findCampaign('other', 'Weekend sale')).toBeNull();
			expect((await campaign(ledger, 'Weekend sale', 'other')).id).not.toBe(sale.id);
		});

		test('that many make at once is one', async () => {
			const ledgers = [ledger, await openAgain()];
			const made = await Promise.all(Array.from({ length: 50 }, (_, index) => campaign(ledgers[index % 2] as Ledger, 'New')));
			expect(new Set(made.map(({ id }) => id)).size).toBe(1);
		});

		test('stands in the list of its shop, the newest first', async () => {
			await ledger.openCampaign({ shop: 'default', name: 'Newer', kind: 'win-back', newId: newId() }, later(1));
			await campaign(ledger, 'Elsewhere', 'other');
			expect((await ledger.listCampaigns('default')).map(({ name }) => name)).toEqual(['Newer', 'Weekend sale']);
		});

		test('that is paused gives out nothing and takes texts; resumed it goes on', async () => {
			await planAll(ledger, sale, phonesOf(3));
			expect(await set('paused')).toMatchObject({ campaign: { status: 'paused', changedAt: later(1) }, texts: 3, changed: true });
			expect(await plan(ledger, sale)).toMatchObject({ outcome: 'planned' });
			expect((await lease(ledger, { now: later(2) })).ids).toEqual([]);
			expect(await ledger.outboxState('default', 'twilio')).toEqual({ waiting: 0 });
			expect(await set('paused', 2)).toMatchObject({ campaign: { changedAt: later(1) }, texts: 4, changed: false });
			expect(await set('running', 3)).toMatchObject({ campaign: { status: 'running' }, texts: 4, changed: true });
			expect((await lease(ledger, { now: later(4) })).ids).toHaveLength(4);
		});

		test('that is paused stands in no other’s way', async () => {
			const spring = await campaign(ledger, 'Spring sale');
			await planAll(ledger, sale, phonesOf(50));
			await plan(ledger, spring, { dueAt: later(1) });
			await set('paused');
			expect((await lease(ledger, { now: later(2), limit: 1 })).texts).toMatchObject([{ campaign: { name: 'Spring sale' } }]);
			expect(await ledger.outboxState('default', 'twilio')).toEqual({ waiting: 1, nextAt: later(1) });
		});

		test.each(['paused', 'cancelled'] as const)('that is %s between a lease and a claim lets nothing out', async (status) => {
			const { sendId } = await plan(ledger, sale);
			const { leaseId } = await lease(ledger);
			await set(status);
			expect(await claimText(ledger, sendId, leaseId)).toEqual({ decision: 'lost', due: undefined });
			await set('running', 2);
			const again = await claimText(ledger, sendId, leaseId);
			expect(again.decision).toEqual(status === 'paused' ? { action: 'send' } : 'lost');
		});

		test('that is cancelled stays so: what waited is out, what is under way is not called back, nothing new comes in', async () => {
			const sent = await claimed(ledger, sale, 'accepted', { to: '+14155550101' });
			const sending = await claimed(ledger, sale, undefined, { to: '+14155550102' });
			const [first = '', second = ''] = await planAll(ledger, sale, [PHONE, OTHER_PHONE]);
			expect(await set('cancelled')).toMatchObject({ campaign: { status: 'cancelled' }, texts: 2, changed: true });
			const after = { [sent]: 'accepted', [sending]: 'sending', [first]: 'cancelled', [second]: 'cancelled' };
			expect(await statuses(ledger, sale)).toEqual(after);
			expect(await set('running', 2)).toMatchObject({ campaign: { status: 'cancelled', changedAt: later(1) }, texts: 0, changed: false });
			expect(await plan(ledger, sale, { to: '+14155550103' })).toMatchObject({ outcome: 'cancelled', at: later(1) });
			await ledger.noteSkips(sale, [plannedSkip({ key: 'somebody' })], later(3));
			expect(await statuses(ledger, sale)).toEqual(after);
		});

		test('is left alone by what is done to one of the same name elsewhere, or to none', async () => {
			await campaign(ledger, 'Weekend sale', 'other');
			await ledger.setCampaignStatus('other', 'Weekend sale', 'cancelled', later(1));
			expect(await ledger.findCampaign('default', 'Weekend sale')).toEqual(sale);
			expect(await ledger.setCampaignStatus('default', 'Never heard of', 'paused', NOW)).toBeNull();
			expect(await ledger.campaignReport('default', 'Never heard of', 3)).toBeNull();
		});

		test('shows its texts in pages, each once', async () => {
			const ids = await planAll(ledger, sale, phonesOf(25));
			await plan(ledger, await campaign(ledger, 'Another'));
			await ledger.noteSkips(sale, [plannedSkip({ sendId: 'skipped' })], NOW);
			const seen: string[] = [];
			for (let page = ['']; page.length > 0; seen.push(...page))
				page = (await ledger.campaignTexts(sale.id, seen.at(-1), 7)).map(({ sendId }) => sendId);
			expect([...seen].sort()).toEqual([...ids, 'skipped'].sort());
			await expect(ledger.campaignTexts(sale.id, 'no such text', 7)).rejects.toThrow('first page');
		});

		test('shows of a text what became of it', async () => {
			const sendId = await claimed(ledger, sale, 'failed', { variant: 'A' });
			expect(await ledger.campaignTexts(sale.id, undefined, 9)).toEqual([
				{
					...{ sendId, phone: PHONE, status: 'failed', delivery: undefined, rule: undefined, reason: undefined, variant: 'A' },
					...{ text: expect.stringContaining('Acme'), segments: 1, dueAt: undefined, at: NOW, carrierMessageId: undefined, error: 'cut' },
				},
			]);
		});
	});
}
