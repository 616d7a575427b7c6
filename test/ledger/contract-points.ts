import { type Ledger } from '../../lib/ledger/ledger';
import { DAY, define, list, move, pool, UNTIL } from './codes-fixtures';
import { JAN, MARIA } from './people-fixtures';
import { later, NOW } from './sightings';

/** Accounts of points. */
export function describePoints(open: () => Ledger, openAgain: () => Promise<Ledger>): void {
	describe('points', () => {
		let ledger: Ledger;
		beforeEach(() => {
			ledger = open();
		});

		const balance = async (now = NOW, phone = MARIA) => (await ledger.pointsBalance('default', phone, now)).balance;

		async function atOnce<T>(count: number, call: (ledger: Ledger, index: number) => Promise<T>): Promise<T[]> {
			const ledgers = [ledger, await openAgain(), await openAgain()];
			return await Promise.all(Array.from({ length: count }, (_, index) => call(ledgers[index % 3] as Ledger, index)));
		}

		test('are awarded once per key, and written down with the balance', async () => {
			const award = { number: 1, kind: 'award', points: 50, balance: 50, key: '1001', reason: 'Order #1001', at: NOW, expiresAt: later(DAY) };
			const first = await ledger.awardPoints(move(50, '1001', { reason: 'Order #1001', expiresAt: later(DAY) }));
			expect(first).toEqual({ entry: award, isNew: true });
			expect(await ledger.awardPoints(move(70, '1001', { phone: JAN, now: later(1) }))).toEqual({ entry: award, isNew: false });
			await ledger.spendPoints(move(20, '1001', { now: later(2) })); // the same key spends once, too
			expect(await ledger.pointsHistory('default', MARIA, 10)).toMatchObject([{ number: 2, kind: 'spend', points: -20, balance: 30, at: later(2) }, award]);
			expect(await ledger.pointsHistory('default', MARIA, 1)).toHaveLength(1);
			expect(await ledger.pointsHistory('default', JAN, 10)).toEqual([]);
			expect(await ledger.pointsHistory('other', MARIA, 10)).toEqual([]);
			expect(await ledger.awardPoints(move(5, '1001', { shop: 'other' }))).toMatchObject({ isNew: true });
		});

		test('awarded at once with one key are awarded once', async () => {
			const results = await atOnce(50, (each) => each.awardPoints(move(10, '1001')));
			expect(results.filter(({ isNew }) => isNew)).toHaveLength(1);
			expect(await balance()).toBe(10);
		});

		test('200 that spend one point each of fifty get fifty', async () => {
			await ledger.awardPoints(move(30, 'a', { expiresAt: later(DAY) }));
			await ledger.awardPoints(move(20, 'b'));
			const results = await atOnce(200, (each, index) => each.spendPoints(move(1, `spend ${index}`)));
			expect(results.filter(({ missing }) => missing === undefined)).toHaveLength(50);
			expect(results.filter(({ missing }) => missing === 1)).toHaveLength(150);
			expect(await balance()).toBe(0);
			const history = await ledger.pointsHistory('default', MARIA, 1000);
			expect(history.map(({ number }) => number)).toEqual(Array.from({ length: 52 }, (_, index) => 52 - index));
			expect(Math.min(...history.map((entry) => entry.balance))).toBe(0);
		});

		test('are spent once per key', async () => {
			await ledger.awardPoints(move(50, 'a'));
			const results = await atOnce(30, (each) => each.spendPoints(move(20, 'request 1')));
			expect(results.filter((result) => 'isNew' in result && result.isNew)).toHaveLength(1);
			expect(results.filter((result) => 'entry' in result && result.entry.balance === 30)).toHaveLength(30);
			expect(await balance()).toBe(30);
		});

		test('that are missing are told, and nothing is taken', async () => {
			await ledger.awardPoints(move(5, 'a'));
			expect(await ledger.spendPoints(move(8, 'b'))).toEqual({ missing: 3, balance: 5 });
			expect(await ledger.spendPoints(move(1, 'c', { phone: JAN }))).toEqual({ missing: 1, balance: 0 });
			await ledger.awardPoints(move(5, 'd'));
			expect(await ledger.spendPoints(move(8, 'b'))).toMatchObject({ isNew: true, entry: { balance: 2 } });
		});

		test.each([0, -1, 1.5, NaN])('%p is no number of points', async (points) => {
			await expect(ledger.awardPoints(move(points, 'a'))).rejects.toThrow('no number of points');
			await expect(ledger.spendPoints(move(points, 'a'))).rejects.toThrow('no number of points');
			expect(await ledger.pointsHistory('default', MARIA, 10)).toEqual([]);
		});

		test('that expire soonest are spent first, and what is left of them is lost', async () => {
			await ledger.awardPoints(move(10, 'never'));
			await ledger.awardPoints(move(10, 'late', { expiresAt: later(2 * DAY) }));
			await ledger.awardPoints(move(10, 'soon', { expiresAt: later(DAY) }));
			await ledger.spendPoints(move(4, 's1'));
			expect(await ledger.pointsBalance('default', MARIA, NOW)).toEqual({ balance: 26, nextExpiry: { points: 6, at: later(DAY) } });
			expect(await ledger.expirePoints('default', later(DAY - 1), 10)).toEqual([]);
			const at = later(DAY);
			expect(await ledger.expirePoints('other', at, 10)).toEqual([]);
			expect(await ledger.expirePoints('default', at, 10)).toMatchObject([{ phone: MARIA, entry: { kind: 'expire', points: -6, balance: 20, key: 'soon', at } }]);
			expect(await ledger.expirePoints('default', at, 10)).toEqual([]);
			await ledger.spendPoints(move(12, 's2', { now: at }));
			expect(await ledger.pointsBalance('default', MARIA, at)).toEqual({ balance: 8 });
			expect(await ledger.expirePoints('default', later(9 * DAY), 10)).toEqual([]);
		});

		test('whose time is over buy nothing, whether or not somebody has swept them away', async () => {
			await ledger.awardPoints(move(10, 'a', { expiresAt: later(DAY) }));
			await ledger.awardPoints(move(3, 'b'));
			const now = later(DAY);
			expect(await ledger.pointsBalance('default', MARIA, now)).toEqual({ balance: 3 });
			expect(await ledger.spendPoints(move(5, 'c', { now }))).toEqual({ missing: 2, balance: 3 });
			expect(await ledger.expirePoints('default', now, 10)).toEqual([]); // the spending has seen to it
			expect(await ledger.spendPoints(move(3, 'd', { now }))).toMatchObject({ entry: { balance: 0 } });
		});

		test('expire once, under parallel sweeps, some at a time', async () => {
			for (let index = 0; index < 20; index++) await ledger.awardPoints(move(1, `a${index}`, { phone: index % 2 ? JAN : MARIA, expiresAt: later(1) }));
			expect(await ledger.expirePoints('default', later(1), 5)).toHaveLength(5);
			const swept = await atOnce(6, (each) => each.expirePoints('default', later(1), 10));
			expect(swept.flat()).toHaveLength(15);
			expect([await balance(NOW), await balance(NOW, JAN)]).toEqual([0, 0]);
		});

		test('buy a code, once per key', async () => {
			const series = await define(ledger);
			await ledger.awardPoints(move(100, 'a'));
			const bought = { seriesId: series.id, from: NOW, until: UNTIL, candidates: ['A2', 'A3'] };
			const first = await ledger.spendPoints(move(60, 'request 1'), bought);
			expect(first).toMatchObject({ isNew: true, entry: { points: -60, balance: 40 }, code: { code: 'A2', phone: MARIA, until: UNTIL } });
			expect(await ledger.spendPoints(move(60, 'request 1'), { ...bought, candidates: ['B2'] })).toMatchObject({ isNew: false, entry: { balance: 40 }, code: { code: 'A2' } });
			expect(await ledger.spendPoints(move(60, 'request 2'), bought)).toEqual({ missing: 20, balance: 40 });
			expect(await list(ledger)).toEqual(['A2']);
		});

		test('are not taken where the code cannot be given, and the code is not given where points are missing', async () => {
			const series = await pool(ledger, ['A2', 'A3']);
			const bought = { seriesId: series.id, from: NOW, until: UNTIL, candidates: [] };
			await ledger.awardPoints(move(100, 'a'));
			const results = await atOnce(20, (each, index) => each.spendPoints(move(10, `request ${index}`), bought));
			expect(results.filter((result) => 'code' in result && result.code)).toHaveLength(2);
			expect(results.filter(({ problem }) => problem === 'none-left')).toHaveLength(18);
			expect(await balance()).toBe(80);
			await ledger.addCodes('default', series.id, ['A4'], NOW);
			expect(await ledger.spendPoints(move(1, 'x', { phone: JAN }), bought)).toMatchObject({ missing: 1 });
			expect(await list(ledger, { isGiven: false })).toEqual(['A4']);
			await ledger.voidCodes('default', { series: 'Summer' }, NOW);
			expect(await ledger.spendPoints(move(10, 'y'), bought)).toEqual({ problem: 'series-void', balance: 80 });
		});
	});
}
