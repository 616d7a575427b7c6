import { type OrderNotice } from '../../lib/ledger/inbound';
import { type Ledger } from '../../lib/ledger/ledger';
import { later, NOW } from './sightings';

/** Webhooks of shops and trackers, which come again. */
export function describeNotices(open: () => Ledger): void {
	describe('notices of orders', () => {
		const notice = (more: Partial<OrderNotice> = {}): OrderNotice => ({
			shop: 'default',
			source: 'shopify',
			ids: ['event 1', 'body 1'],
			now: NOW,
			...more,
		});
		const DAY = 24 * 60;

		test('one that a workflow has is repeated, by any of its ids, for 30 days', async () => {
			const ledger = open();
			expect(await ledger.recordOrderNotice(notice())).toBe('new');
			await ledger.confirmOrderNotice(notice());
			for (const ids of [['event 1', 'body 1'], ['event 2', 'body 1'], ['event 1', 'body 2'], ['body 1']]) {
				expect(await ledger.recordOrderNotice(notice({ ids, now: later(29 * DAY) }))).toBe('repeated');
			}
			expect(await ledger.recordOrderNotice(notice({ now: later(31 * DAY) }))).toBe('new');
		});

		test('others, of another shop and of another source are new', async () => {
			const ledger = open();
			await ledger.recordOrderNotice(notice());
			await ledger.confirmOrderNotice(notice());
			for (const more of [{ ids: ['event 2', 'body 2'] }, { shop: 'other' }, { source: 'aftership' }]) {
				expect(await ledger.recordOrderNotice(notice(more))).toBe('new');
			}
		});

		test('one that is being handed over waits, and is new again half a minute later when no workflow got it', async () => {
			const ledger = open();
			await ledger.recordOrderNotice(notice());
			expect(await ledger.recordOrderNotice(notice({ now: later(0.4) }))).toBe('in-progress');
			expect(await ledger.recordOrderNotice(notice({ now: later(0.6) }))).toBe('new');
			await ledger.confirmOrderNotice(notice());
			expect(await ledger.recordOrderNotice(notice({ now: later(2) }))).toBe('repeated');
		});

		test('of many tries at the same moment one is new', async () => {
			const ledger = open();
			const told = await Promise.all(Array.from({ length: 20 }, () => ledger.recordOrderNotice(notice())));
			expect(told.filter((novelty) => novelty === 'new')).toHaveLength(1);
		});
	});
}
