import { type Campaign } from '../../lib/ledger/campaigns';
import { type Ledger } from '../../lib/ledger/ledger';
import { OTHER_PHONE, PHONE } from './inbound-fixtures';
import {
	campaign,
	claimed,
	claimText,
	lease,
	MESSAGE,
	phonesOf,
	plan,
	planAll,
	plannedSkip,
	plannedText,
	SEND,
	SKIP,
	statuses,
} from './outbox-fixtures';
import { later, NOW } from './sightings';

/** Texts that wait for their time: into the outbox, and onto a lease. */
export function describeOutbox(open: () => Ledger, openAgain: () => Promise<Ledger>): void {
	describe('the outbox', () => {
		let ledger: Ledger;
		let sale: Campaign;
		beforeEach(async () => {
			ledger = open();
			sale = await campaign(ledger);
		});

		describe('planning', () => {
			test('puts a text there with all that is known of it; its dates come back as dates', async () => {
				const message = { ...MESSAGE, notBefore: later(5), notAfter: later(60), cart: { abandonedAt: later(-60) } };
				const more = { dueAt: later(5), rule: 'chosen-time', reason: 'Not before 10:05.', variant: 'B', message } as const;
				const { sendId, ...planned } = await plan(ledger, sale, more);
				expect(planned).toEqual({ outcome: 'planned', status: 'scheduled', at: later(5) });
				const { texts } = await lease(ledger, { now: later(5) });
				const { text, language, encoding, segments, carrier, sender, purpose } = plannedText();
				expect(texts).toEqual([
					{
						...{ sendId, shop: 'default', to: PHONE, text, language, encoding, segments, carrier, sender, purpose },
						...{ campaign: { id: sale.id, name: 'Weekend sale' }, variant: 'B', since: NOW, dueAt: later(5), tries: 0, message },
					},
				]);
			});

			test('the same key is planned once; a key of another campaign is another one', async () => {
				const first = await plan(ledger, sale, { dueAt: later(5) });
				expect(await plan(ledger, sale)).toMatchObject({ outcome: 'there', status: 'scheduled', at: later(5) });
				expect(await plan(ledger, await campaign(ledger, 'Spring sale'))).toMatchObject({ outcome: 'planned' });
				expect(await statuses(ledger, sale)).toEqual({ [first.sendId]: 'scheduled' });
			});

			test('of several texts for one key in one call the first is planned', async () => {
				const texts = [plannedText({ text: 'one' }), plannedText({ text: 'two' }), plannedText({ to: OTHER_PHONE })];
				const planned = await ledger.planTexts(sale, texts, NOW);
				expect(planned.map(({ outcome }) => outcome)).toEqual(['planned', 'there', 'planned']);
				expect((await lease(ledger)).texts.map(({ text }) => text)).not.toContain('two');
			});

			test('of two hundred callers with one key exactly one plans it', async () => {
				const ledgers = [ledger, await openAgain()];
				const results = await Promise.all(
					Array.from({ length: 200 }, (_, index) => plan(ledgers[index % 2] as Ledger, sale)),
				);
				expect(results.filter(({ outcome }) => outcome === 'planned')).toHaveLength(1);
				expect((await lease(ledger)).ids).toEqual(results.flatMap(({ outcome, sendId }) => (outcome === 'planned' ? sendId : [])));
			});

			test.each([
				['under way', undefined, 'there'],
				['taken by the carrier', 'accepted', 'there'],
				['of unknown outcome', 'unknown', 'there'],
				['that failed', 'failed', 'planned'],
			] as const)('a key whose text is one %s: %s', async (_what, outcome, planned) => {
				await claimed(ledger, sale, outcome);
				expect(await plan(ledger, sale, {}, later(1))).toMatchObject({ outcome: planned });
				expect(Object.keys(await statuses(ledger, sale))).toHaveLength(1);
				expect((await lease(ledger, { now: later(9) })).ids).toHaveLength(planned === 'planned' ? 1 : 0);
			});

			test('a text that was skipped, at its time or before it, is planned anew with all that is new', async () => {
				const { sendId } = await plan(ledger, sale);
				const { leaseId } = await lease(ledger);
				await claimText(ledger, sendId, leaseId, SKIP);
				await ledger.noteSkips(sale, [plannedSkip({ key: OTHER_PHONE, phone: OTHER_PHONE })], NOW);
				const again = await planAll(ledger, sale, [PHONE, OTHER_PHONE], { text: 'new' });
				expect(await statuses(ledger, sale)).toEqual(Object.fromEntries(again.map((id) => [id, 'scheduled'])));
				const { texts } = await lease(ledger);
				expect(texts.map(({ to, text, purpose }) => [to, text, purpose]).sort()).toEqual(
					[PHONE, OTHER_PHONE].map((to) => [to, 'new', 'marketing']).sort(),
				);
			});

			test('tells beforehand which keys are taken', async () => {
				await plan(ledger, sale, { dueAt: later(5) });
				await claimed(ledger, sale, 'failed', { to: OTHER_PHONE });
				expect(await ledger.plannedTexts(sale.id, [OTHER_PHONE, PHONE, 'nobody'])).toEqual([
					undefined,
					{ status: 'scheduled', at: later(5) },
					undefined,
				]);
				expect(await ledger.plannedTexts((await campaign(ledger, 'Another')).id, [PHONE])).toEqual([undefined]);
			});

			test('who gets none is noted with the reason; the last word counts, and a text is kept', async () => {
				await ledger.noteSkips(sale, [plannedSkip()], NOW);
				await ledger.noteSkips(sale, [plannedSkip({ rule: 'daily-cap', reason: 'One a day.' })], later(1));
				await plan(ledger, sale, { to: OTHER_PHONE });
				await ledger.noteSkips(sale, [plannedSkip({ key: OTHER_PHONE, phone: OTHER_PHONE })], later(1));
				const lines = await ledger.campaignTexts(sale.id, undefined, 10);
				expect(lines.map(({ phone, status, rule }) => [phone, status, rule]).sort()).toEqual([
					[PHONE, 'skipped', 'daily-cap'],
					[OTHER_PHONE, 'scheduled', undefined],
				]);
				expect((await lease(ledger, { now: later(9) })).texts.map(({ to }) => to)).toEqual([OTHER_PHONE]);
			});

			test('who was forgotten is not written down as skipped', async () => {
				await ledger.forgetPerson('default', { phone: PHONE }, NOW);
				await ledger.noteSkips(sale, [plannedSkip()], later(1));
				expect(await ledger.campaignTexts(sale.id, undefined, 10)).toMatchObject([{ phone: '', status: 'skipped' }]);
			});

			test('is of one shop', async () => {
				await expect(ledger.planTexts({ shop: 'other', id: sale.id }, [plannedText()], NOW)).rejects.toThrow('no campaign');
				await plan(ledger, await campaign(ledger, 'Weekend sale', 'other'));
				expect((await lease(ledger)).ids).toEqual([]);
				expect(await ledger.outboxState('default', 'twilio')).toEqual({ waiting: 0 });
				expect(await ledger.outboxState('other', 'twilio')).toEqual({ waiting: 1, nextAt: NOW });
			});
		});

		describe('leases', () => {
			test('take what is due, the longest waiting first, for one carrier', async () => {
				const [first = '', second = '', third = '', fourth = ''] = phonesOf(4);
				await plan(ledger, sale, { to: first, dueAt: later(2) });
				await plan(ledger, sale, { to: second, dueAt: later(1) });
				await plan(ledger, sale, { to: third, dueAt: later(4) });
				await plan(ledger, sale, { to: fourth, carrier: 'telnyx' });
				expect((await lease(ledger, { now: later(3) })).texts.map(({ to }) => to)).toEqual([second, first]);
				expect(await ledger.outboxState('default', 'twilio')).toEqual({ waiting: 3, nextAt: later(1) });
			});

			test('of two holders have nothing in common', async () => {
				const ids = await planAll(ledger, sale, phonesOf(300));
				const ledgers = [ledger, await openAgain()];
				const leases = await Promise.all(
					Array.from({ length: 10 }, (_, index) => lease(ledgers[index % 2] as Ledger, { limit: 40 })),
				);
				const taken = leases.flatMap((one) => one.ids);
				expect(taken).toHaveLength(300);
				expect([...taken].sort()).toEqual([...ids].sort());
			});

			test('that ran out are nobody’s: the texts are leased anew, and their first holder has lost them', async () => {
				const { sendId } = await plan(ledger, sale);
				const first = await lease(ledger, { until: later(3) });
				expect((await lease(ledger, { now: later(2) })).ids).toEqual([]);
				const second = await lease(ledger, { now: later(3) });
				expect(second.ids).toEqual([sendId]);
				expect((await claimText(ledger, sendId, first.leaseId, SEND, later(2))).decision).toBe('lost');
				expect((await claimText(ledger, sendId, second.leaseId, SEND, later(3))).decision).toEqual({ action: 'send' });
			});

			test('that ran out while nobody else wanted the text have lost it too', async () => {
				const { sendId } = await plan(ledger, sale);
				const { leaseId } = await lease(ledger, { until: later(3) });
				expect(await claimText(ledger, sendId, leaseId, SEND, later(3))).toEqual({ decision: 'lost', due: undefined });
			});

			test('are given back', async () => {
				const { sendId } = await plan(ledger, sale);
				const { leaseId } = await lease(ledger);
				await ledger.endLease(leaseId);
				expect((await claimText(ledger, sendId, leaseId)).decision).toBe('lost');
				expect((await lease(ledger)).ids).toEqual([sendId]);
			});

			test('keep a phone’s texts together: none is taken while another is somebody else’s, or is being sent', async () => {
				const spring = await campaign(ledger, 'Spring sale');
				const { sendId } = await plan(ledger, sale);
				const first = await lease(ledger);
				await plan(ledger, spring);
				await plan(ledger, spring, { to: OTHER_PHONE });
				expect((await lease(ledger)).texts.map(({ to }) => to)).toEqual([OTHER_PHONE]);
				await claimText(ledger, sendId, first.leaseId);
				expect((await lease(ledger)).ids).toEqual([]);
				await ledger.settleSend(sendId, { status: 'accepted', carrierMessageId: 'SM1' }, NOW);
				const next = await lease(ledger);
				expect(next.texts.map(({ to }) => to)).toEqual([PHONE]);
				await ledger.endLease(next.leaseId);
				await plan(ledger, await campaign(ledger, 'Third'), { dueAt: later(1) });
				expect((await lease(ledger, { now: later(1) })).ids).toHaveLength(2);
			});

			test('may be of one campaign, up to a limit', async () => {
				const spring = await campaign(ledger, 'Spring sale');
				await planAll(ledger, sale, phonesOf(5));
				await planAll(ledger, spring, phonesOf(5).map((phone) => phone.replace('+1212', '+1213')));
				const { texts } = await lease(ledger, { campaignId: spring.id, limit: 3 });
				expect(texts.map((text) => text.campaign?.name)).toEqual(Array(3).fill('Spring sale'));
			});

			test('never take a text that is being sent, however old its lease', async () => {
				await claimed(ledger, sale);
				expect((await lease(ledger, { now: later(600) })).ids).toEqual([]);
			});
		});
	});
}
