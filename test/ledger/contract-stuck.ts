import { type Campaign } from '../../lib/ledger/campaigns';
import { type Ledger } from '../../lib/ledger/ledger';
import { ask } from './consent-fixtures';
import { afterHours, OTHER_PHONE, PHONE, report, sentText } from './inbound-fixtures';
import { campaign, claimed, lease, leaseStuck, MESSAGE, statuses } from './outbox-fixtures';
import { claim, later, NOW, refs, sighting } from './sightings';

/** Texts of which nobody knows whether they left. */
export function describeStuckTexts(open: () => Ledger, openAgain: () => Promise<Ledger>): void {
	describe('stuck texts', () => {
		let ledger: Ledger;
		let sale: Campaign;
		beforeEach(async () => {
			ledger = open();
			sale = await campaign(ledger);
		});

		test('are those that were claimed long ago and never settled, and those of unknown outcome', async () => {
			const stopped = await claimed(ledger, sale);
			const unknown = await claimed(ledger, sale, 'unknown', { to: OTHER_PHONE }, later(14));
			await claimed(ledger, sale, 'accepted', { to: '+14155550101' });
			await claimed(ledger, sale, 'failed', { to: '+14155550102' });
			expect((await leaseStuck(ledger, later(15))).ids).toEqual([unknown]);
			const { texts } = await leaseStuck(ledger, later(16));
			expect(texts).toMatchObject([
				{ sendId: stopped, status: 'sending', wasShown: false, otherIds: [], since: NOW, message: MESSAGE },
			]);
		});

		test('texts about orders are among them, opt-in requests are not', async () => {
			const order = (await claim(ledger, sighting())).sendId;
			await ask(ledger, { wish: { phone: OTHER_PHONE }, isLost: true });
			expect((await leaseStuck(ledger, later(16))).texts).toMatchObject([
				{ sendId: order, stage: 'confirmed', purpose: 'transactional', message: undefined },
			]);
		});

		test('name the other texts to the phone, which they are not', async () => {
			await sentText(ledger, '1002', 'SM-other');
			await sentText(ledger, '1003', 'SM-old', { now: afterHours(-48) });
			await sentText(ledger, '1004', 'SM-somebody', { details: { phone: OTHER_PHONE } });
			await claimed(ledger, sale, 'unknown');
			expect((await leaseStuck(ledger, later(1))).texts).toMatchObject([{ to: PHONE, otherIds: ['SM-other'] }]);
		});

		test('are on one lease at most, also of two connections', async () => {
			for (let index = 0; index < 20; index++) await claimed(ledger, sale, 'unknown', { to: `+1415555${1000 + index}` });
			const ledgers = [ledger, await openAgain()];
			const taken = await Promise.all(Array.from({ length: 6 }, (_, index) => leaseStuck(ledgers[index % 2] as Ledger, later(1), { limit: 5 })));
			const ids = taken.flatMap((one) => one.ids);
			expect(ids).toHaveLength(20);
			expect(new Set(ids).size).toBe(20);
			expect((await leaseStuck(ledger, later(4))).ids).toHaveLength(20); // the leases have run out
		});

		test('a text that is held comes again at its time, and is remembered as shown', async () => {
			const sendId = await claimed(ledger, sale, 'unknown');
			const hold = async (now: Date, isShown: boolean) => {
				const { leaseId, texts } = await leaseStuck(ledger, now);
				await ledger.resolveStuck({ sendId, leaseId }, { action: 'hold', checkAgainAt: new Date(now.getTime() + 10 * 60_000), isShown }, now);
				return texts.map(({ wasShown }) => wasShown);
			};
			expect(await hold(later(1), false)).toEqual([false]);
			expect((await leaseStuck(ledger, later(10))).ids).toEqual([]);
			expect(await hold(later(11), true)).toEqual([false]);
			expect(await hold(later(21), false)).toEqual([true]);
			expect(await hold(later(31), false)).toEqual([true]);
			expect(await statuses(ledger, sale)).toEqual({ [sendId]: 'unknown' });
		});

		test('a text that is held is on its way until the operator was told, then unknown', async () => {
			const sendId = await claimed(ledger, sale);
			for (const [minute, isShown, status] of [
				[16, false, 'sending'],
				[130, true, 'unknown'],
			] as const) {
				const { leaseId } = await leaseStuck(ledger, later(minute));
				await ledger.resolveStuck({ sendId, leaseId }, { action: 'hold', checkAgainAt: later(minute + 10), isShown }, later(minute));
				expect(await statuses(ledger, sale)).toEqual({ [sendId]: status });
			}
			await ledger.settleSend(sendId, { status: 'accepted', carrierMessageId: 'SM-late' }, later(140));
			expect(await statuses(ledger, sale)).toEqual({ [sendId]: 'accepted' });
		});

		test('a text that is to leave once more is due at once', async () => {
			const sendId = await claimed(ledger, sale, 'unknown');
			const { leaseId } = await leaseStuck(ledger, later(1));
			await ledger.resolveStuck({ sendId, leaseId }, { action: 'resend' }, later(2));
			expect((await lease(ledger, { now: later(2) })).texts).toMatchObject([{ sendId, tries: 1, dueAt: later(2), message: MESSAGE }]);
			expect((await leaseStuck(ledger, later(60))).ids).toEqual([]);
		});

		test('a text without a message for the gate is not put there: it counts as not sent', async () => {
			const { sendId } = await claim(ledger, sighting());
			const { leaseId } = await leaseStuck(ledger, later(16));
			await ledger.resolveStuck({ sendId: sendId as string, leaseId }, { action: 'resend' }, later(16));
			expect((await lease(ledger, { now: later(17) })).ids).toEqual([]);
			expect((await claim(ledger, sighting({ now: later(17) }))).facts.earlier?.status).toBe('failed');
		});

		test('what was settled in between, or is somebody else’s by now, is left alone', async () => {
			const sendId = await claimed(ledger, sale, 'unknown');
			const first = await leaseStuck(ledger, later(1));
			const second = await leaseStuck(ledger, later(10));
			await ledger.resolveStuck({ sendId, leaseId: first.leaseId }, { action: 'resend' }, later(10));
			expect(await statuses(ledger, sale)).toEqual({ [sendId]: 'unknown' });
			await report(ledger, { messageId: 'SM7', sendId });
			await ledger.resolveStuck({ sendId, leaseId: second.leaseId }, { action: 'resend' }, later(11));
			expect(await statuses(ledger, sale)).toEqual({ [sendId]: 'accepted' });
		});

		test('a text of a campaign that was cancelled meanwhile does not wait again', async () => {
			const unknown = await claimed(ledger, sale, 'unknown');
			const sending = await claimed(ledger, sale, undefined, { to: OTHER_PHONE });
			await ledger.setCampaignStatus('default', sale.name, 'cancelled', later(1));
			const { leaseId } = await leaseStuck(ledger, later(2));
			await ledger.resolveStuck({ sendId: unknown, leaseId }, { action: 'resend' }, later(2));
			await ledger.postponeSend(sending, later(5), 'busy', later(2));
			expect(await statuses(ledger, sale)).toEqual({ [unknown]: 'cancelled', [sending]: 'cancelled' });
		});

		test('a text to somebody who was forgotten is nobody’s to look up, and waits for nothing', async () => {
			await claimed(ledger, sale, 'unknown');
			const sending = await claimed(ledger, sale, undefined, { to: OTHER_PHONE });
			for (const phone of [PHONE, OTHER_PHONE]) await ledger.forgetPerson('default', { phone }, later(1));
			await ledger.postponeSend(sending, later(5), 'busy', later(2));
			expect((await leaseStuck(ledger, later(60))).ids).toEqual([]);
			expect((await lease(ledger, { now: later(60) })).ids).toEqual([]);
		});

		test('are of one shop and carrier', async () => {
			await claim(ledger, sighting({ shop: 'other', refs: refs('1009') }));
			await claimed(ledger, sale, 'unknown', { carrier: 'telnyx' });
			expect((await leaseStuck(ledger, later(16))).ids).toEqual([]);
			expect((await leaseStuck(ledger, later(16), { shop: 'other' })).ids).toHaveLength(1);
			expect((await leaseStuck(ledger, later(16), { carrier: 'telnyx' })).ids).toHaveLength(1);
		});
	});
}
