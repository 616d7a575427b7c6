import { type Ledger } from '../../lib/ledger/ledger';
import { codeOf, codesOf, define, give, giving, list, offer, pool, redeem, toDefine, UNTIL, uses } from './codes-fixtures';
import { JAN, MARIA } from './people-fixtures';
import { claim, later, newId, NOW, refs, sighting } from './sightings';

/** Series of codes, and who is given which. */
export function describeCodes(open: () => Ledger, openAgain: () => Promise<Ledger>): void {
	let ledger: Ledger;
	beforeEach(() => {
		ledger = open();
	});

	/** So many calls at once, on three connections. */
	async function atOnce<T>(count: number, call: (ledger: Ledger, index: number) => Promise<T>): Promise<T[]> {
		const ledgers = [ledger, await openAgain(), await openAgain()];
		return await Promise.all(Array.from({ length: count }, (_, index) => call(ledgers[index % 3] as Ledger, index)));
	}

	describe('series of codes', () => {
		test('one is made once and keeps its rules', async () => {
			const wanted = toDefine({ offer: offer({ minimumOrder: { amount: '50.00', currency: 'EUR' }, maxUses: 1 }), wanted: 10 });
			const made = await ledger.defineSeries(wanted, NOW);
			const { newId: id, ...rules } = wanted;
			expect(made).toEqual({ series: { ...rules, id, made: 0, createdAt: NOW, voidedAt: undefined }, isNew: true });
			expect(await ledger.defineSeries({ ...wanted, newId: newId() }, later(1))).toEqual({ series: made.series, isNew: false });
			expect(await ledger.findSeries('default', 'Summer')).toEqual(made.series);
			expect([await ledger.listSeries('default'), await ledger.listSeries('other')]).toEqual([[made.series], []]);
			expect(await ledger.findSeries('other', 'Summer')).toBeUndefined();
		});

		test.each([
			['kind', { kind: 'pool' }],
			['pattern', { pattern: '{"text":"OTHER-#####"}' }],
			['number of codes', { wanted: 11 }],
			['reward', { offer: offer({ reward: { kind: 'percent', percent: 11 } }) }],
			['validity', { offer: offer({ validity: { kind: 'period', from: NOW, until: later(1) } }) }],
			['minimum order', { offer: offer({ minimumOrder: { amount: '1', currency: 'EUR' } }) }],
			['first order only', { offer: offer({ firstOrderOnly: true }) }],
		] as const)('one with another %s is told apart', async (rule, more) => {
			const series = await define(ledger);
			expect(await ledger.defineSeries(toDefine(more), NOW)).toEqual({ series, isNew: false, differs: [rule] });
		});

		test('of many that define it at once one makes it', async () => {
			const results = await atOnce(30, (each) => each.defineSeries(toDefine(), NOW));
			expect(results.filter(({ isNew }) => isNew)).toHaveLength(1);
			expect(new Set(results.map(({ series }) => series.id)).size).toBe(1);
		});

		test('never has more codes than are wanted, nor one that the shop has', async () => {
			await pool(ledger, ['SUMMER-100002', 'OTHER-1'], { name: 'Old' });
			const series = await define(ledger, { wanted: 1000 });
			const add = (codes: readonly string[]) => ledger.addCodes('default', series.id, codes, NOW);
			expect(await add(codesOf(600))).toEqual({ added: 599, total: 599 });
			// some of these are there already: the ones behind them take their places
			expect(await add(codesOf(1500))).toEqual({ added: 401, total: 1000 });
			expect(await add(codesOf(10, 'MORE'))).toEqual({ added: 0, total: 1000 });
			const codes = await list(ledger, { series: 'Summer' });
			expect(codes).toEqual(codesOf(1001).filter((code) => code !== 'SUMMER-100002'));
		});

		test('takes a code once, however it is written', async () => {
			const series = await define(ledger);
			const added = await ledger.addCodes('default', series.id, ['ab-02', 'AB-01', 'ab o1', 'ABOI', 'ABOL', '--'], NOW);
			expect(added).toEqual({ added: 2, total: 2 });
			expect(await list(ledger)).toEqual(['AB-01', 'ab-02']);
			expect((await ledger.findCode('default', ' abol '))?.code).toBe('AB-01');
			expect(await ledger.findCode('default', '')).toBeUndefined();
			expect(await ledger.findCode('other', 'AB-01')).toBeUndefined();
			const other = await define(ledger, { shop: 'other' });
			expect(await ledger.addCodes('other', other.id, ['AB-01'], NOW)).toEqual({ added: 1, total: 1 });
		});

		test('filled by many at once has exactly what is wanted', async () => {
			const series = await define(ledger, { wanted: 2000 });
			const results = await atOnce(12, (each, index) => each.addCodes('default', series.id, codesOf(500, `C${index % 6}`), NOW));
			expect(results.reduce((sum, { added }) => sum + added, 0)).toBe(2000);
			expect(new Set(await list(ledger, { limit: 9999 })).size).toBe(2000);
			expect((await ledger.seriesStats('default'))[0]?.made).toBe(2000);
		});

		test('numbers the codes of a call as the alphabet does, and later calls behind them', async () => {
			const series = await pool(ledger, ['B2', 'A2', 'c2']);
			await ledger.addCodes('default', series.id, ['A0', 'B2'], NOW);
			expect(await list(ledger)).toEqual(['A2', 'B2', 'c2', 'A0']);
		});

		test('that is unknown is a mistake of the caller', async () => {
			await expect(ledger.addCodes('default', 'none', ['A1'], NOW)).rejects.toThrow('no series none');
			const { id } = await define(ledger);
			await expect(ledger.addCodes('other', id, ['A1'], NOW)).rejects.toThrow('no series');
		});
	});

	describe('giving codes', () => {
		test('what lies ready comes first, then candidates; the same key gets the same code', async () => {
			const series = await define(ledger);
			await ledger.addCodes('default', series.id, ['READY-2', 'READY-3'], NOW);
			const candidates = ['READY-3', 'NEW-2', 'NEW-3'];
			const first = await ledger.giveCode(giving(series, { candidates }));
			expect(first).toMatchObject({
				isNew: true,
				code: { code: 'READY-2', status: 'active', phone: MARIA, givenAt: NOW, from: NOW, until: UNTIL, uses: 0, publishedTo: [] },
			});
			expect(await ledger.giveCode(giving(series, { candidates, phone: JAN, now: later(1) }))).toEqual({ ...first, isNew: false });
			expect((await give(ledger, series, { key: '2' })).code).toBe('READY-3');
			expect((await give(ledger, series, { key: '3', candidates })).code).toBe('NEW-2');
			expect(await ledger.giveCode(giving(series, { key: '4', candidates: ['READY-3', 'new2'] }))).toEqual({ problem: 'all-taken' });
			expect(await ledger.findCode('default', 'NEW-3')).toBeUndefined();
		});

		test('a pool runs out; it takes no candidates', async () => {
			const series = await pool(ledger, ['A2']);
			await give(ledger, series);
			expect(await ledger.giveCode(giving(series, { key: '2', candidates: ['B2'] }))).toEqual({ problem: 'none-left' });
			await ledger.addCodes('default', series.id, ['C2'], NOW);
			expect((await give(ledger, series, { key: '2' })).code).toBe('C2');
		});

		test('a series whose codes are all given has none left', async () => {
			const series = await define(ledger, { wanted: 1 });
			expect((await give(ledger, series, { candidates: ['A2'] })).code).toBe('A2');
			expect(await ledger.giveCode(giving(series, { key: '2', candidates: ['B2'] }))).toEqual({ problem: 'none-left' });
		});

		test('the same key at once gets one code', async () => {
			const series = await define(ledger);
			const given = await atOnce(60, (each, index) => each.giveCode(giving(series, { candidates: [`C-${2 + index}`] })));
			expect(given.filter((one) => one.problem === undefined && one.isNew)).toHaveLength(1);
			expect(new Set(given.map((one) => codeOf(one).code)).size).toBe(1);
			expect(await list(ledger)).toHaveLength(1);
		});

		test('two keys never get the same code, though all draw the same', async () => {
			const series = await define(ledger);
			await ledger.addCodes('default', series.id, codesOf(50), NOW);
			const candidates = codesOf(100, 'DRAWN');
			const given = await atOnce(100, (each, index) => each.giveCode(giving(series, { key: String(index), candidates })));
			expect(new Set(given.map((one) => codeOf(one).code)).size).toBe(100);
			expect(await list(ledger, { isGiven: true })).toHaveLength(100);
		});

		test('keys are of a series', async () => {
			const [one, two] = [await pool(ledger, ['A2'], { name: 'one' }), await pool(ledger, ['B2'], { name: 'two' })];
			expect([(await give(ledger, one)).code, (await give(ledger, two)).code]).toEqual(['A2', 'B2']);
		});
	});

	describe('redeeming codes', () => {
		beforeEach(async () => {
			await pool(ledger, ['ONE-2', 'ONE-3'], { name: 'once', offer: offer({ maxUses: 1 }) });
			await pool(ledger, ['MANY-2'], { name: 'thrice', offer: offer({ maxUses: 3 }) });
		});

		test('500 at once of a code for three orders are exactly three', async () => {
			const results = await Promise.all(Array.from({ length: 500 }, (_, index) => redeem(ledger, 'many 2', `#${index}`)));
			expect(results.filter((result) => result.refusal === undefined && result.isNew)).toHaveLength(3);
			expect(results.filter(({ refusal }) => refusal === 'used')).toHaveLength(497);
			expect((await ledger.findCode('default', 'MANY-2'))?.uses).toBe(3);
			expect(await ledger.redemptionsOf('default', 'MANY-2')).toHaveLength(3);
		});

		test('on several connections too', async () => {
			const results = await atOnce(90, (each, index) => redeem(each, 'MANY-2', `#${index}`));
			expect(results.filter(({ refusal }) => refusal === undefined)).toHaveLength(3);
		});

		test('the same order redeems once, however it writes its number, and is answered the same', async () => {
			const first = await redeem(ledger, 'ONE-2', '#1001', { phone: MARIA });
			const redemption = { code: 'ONE-2', order: '#1001', phone: MARIA, orderTotal: '50.00', discount: '5.00', currency: 'EUR', at: NOW, releasedAt: undefined };
			expect(first).toMatchObject({ isNew: true, redemption, code: { uses: 1 } });
			expect(await redeem(ledger, 'one2', '1001', { orderTotal: '70.00', now: later(1) })).toMatchObject({ isNew: false, redemption, code: { uses: 1 } });
			expect(await redeem(ledger, 'ONE-2', '#1002')).toMatchObject({ refusal: 'used', code: { code: 'ONE-2' } });
			expect(await ledger.redemptionsOf('default', 'one-2')).toEqual([redemption]);
		});

		test('a released order may redeem again, and so may another in its place', async () => {
			await redeem(ledger, 'ONE-2', '#1001');
			expect(await ledger.releaseRedemptions('default', '1001', undefined, later(1))).toMatchObject([{ code: 'ONE-2', order: '#1001', releasedAt: later(1) }]);
			expect(await ledger.releaseRedemptions('default', '#1001', undefined, later(2))).toEqual([]);
			expect(await redeem(ledger, 'ONE-2', '#1001', { now: later(2), orderTotal: '60.00' })).toMatchObject({ isNew: true, redemption: { orderTotal: '60.00', at: later(2), releasedAt: undefined } });
			expect(await redeem(ledger, 'ONE-2', '#1002')).toMatchObject({ refusal: 'used' });
			await ledger.releaseRedemptions('default', '#1001', undefined, later(3));
			expect(await redeem(ledger, 'ONE-2', '#1002')).toMatchObject({ isNew: true });
			expect((await ledger.findCode('default', 'ONE-2'))?.uses).toBe(1);
		});

		test('of an order with two codes one can be released', async () => {
			await redeem(ledger, 'ONE-2', '#1001');
			await redeem(ledger, 'ONE-3', '#1001');
			expect(await ledger.releaseRedemptions('default', '#1001', 'one 3', NOW)).toMatchObject([{ code: 'ONE-3' }]);
			expect((await ledger.findCode('default', 'ONE-2'))?.uses).toBe(1);
			expect((await ledger.findCode('default', 'ONE-3'))?.uses).toBe(0);
		});

		test('the judge sees what counts: the customer’s uses and other orders', async () => {
			const order = (number: string) => claim(ledger, sighting({ refs: refs(number), details: { number, phone: MARIA } }));
			await order('1001');
			expect(await ledger.redeemFacts('default', 'MANY-2', MARIA, '#1001')).toMatchObject({ usesByCustomer: 0, otherOrders: 0 });
			await redeem(ledger, 'MANY-2', '#1001', { phone: MARIA });
			await order('1002');
			expect(await ledger.redeemFacts('default', 'MANY-2', MARIA, '#1002')).toMatchObject({ usesByCustomer: 1, otherOrders: 1, code: { uses: 1 } });
			expect(await ledger.redeemFacts('default', 'MANY-2', JAN, undefined)).toMatchObject({ usesByCustomer: 0, otherOrders: 0 });
			expect((await ledger.redeemFacts('default', 'MANY-2', undefined, undefined)).otherOrders).toBeUndefined();
			await claim(ledger, sighting({ refs: refs('1001'), stage: 'cancelled', details: { phone: MARIA } }));
			expect((await ledger.redeemFacts('default', 'MANY-2', MARIA, '1002')).otherOrders).toBe(0);
			await ledger.releaseRedemptions('default', '1001', undefined, NOW);
			expect((await ledger.redeemFacts('default', 'MANY-2', MARIA, '1002')).usesByCustomer).toBe(0);
		});

		test('who says nothing of their phone is whom the code was given to', async () => {
			const series = await pool(ledger, ['GIVEN-2'], { name: 'given' });
			await give(ledger, series);
			expect(await redeem(ledger, 'GIVEN-2', '#1')).toMatchObject({ redemption: { phone: MARIA } });
			expect((await ledger.redeemFacts('default', 'GIVEN-2', undefined, '#2')).usesByCustomer).toBe(1);
		});

		test('a code that nobody knows is refused, and none is made by a judge who allows it', async () => {
			expect(await redeem(ledger, 'NONE', '#1')).toEqual({ refusal: 'unknown', code: undefined });
			const use = { shop: 'default', typed: 'NONE', order: '#1', now: NOW };
			await expect(ledger.redeemCode(use, () => ({}))).rejects.toThrow('nobody knows');
			expect(await redeem(ledger, 'ONE-2', '#1')).toMatchObject({ isNew: true });
			const elsewhere = { ...use, shop: 'other', typed: 'ONE-3' };
			expect(await ledger.redeemCode(elsewhere, uses)).toMatchObject({ refusal: 'unknown' });
		});
	});

	describe('void codes', () => {
		test.each([
			['one', { code: 'a 2' }, ['A2']],
			['those of a series', { series: 'Summer' }, ['A2', 'A3', 'A4']],
			['all of a person', { phone: MARIA }, ['A2', 'B2']],
		])('%s', async (_which, which, voided) => {
			const [summer, winter] = [await pool(ledger, ['A2', 'A3', 'A4']), await pool(ledger, ['B2', 'B3'], { name: 'Winter' })];
			await give(ledger, summer);
			await give(ledger, winter);
			await give(ledger, winter, { key: 'of Jan', phone: JAN });
			expect(await ledger.voidCodes('other', which, NOW)).toBe(0);
			expect(await ledger.voidCodes('default', which, NOW)).toBe(voided.length);
			expect(await ledger.voidCodes('default', which, later(1))).toBe(0);
			expect(await list(ledger, { status: 'void' })).toEqual(voided);
			expect(await redeem(ledger, voided[0] as string, '#1')).toMatchObject({ refusal: 'void' });
		});

		test('are given to nobody', async () => {
			const series = await pool(ledger, ['A2', 'A3']);
			await ledger.voidCodes('default', { code: 'A2' }, NOW);
			expect((await give(ledger, series)).code).toBe('A3');
		});

		test('a void series gives and takes no more codes, and still says who got which', async () => {
			const series = await define(ledger);
			await give(ledger, series, { candidates: ['A2'] });
			await ledger.voidCodes('default', { series: 'Summer' }, later(1));
			expect(await ledger.giveCode(giving(series, { key: '2', candidates: ['B2'] }))).toEqual({ problem: 'series-void' });
			expect(await ledger.giveCode(giving(series))).toMatchObject({ isNew: false, code: { code: 'A2', status: 'void' } });
			expect(await ledger.addCodes('default', series.id, ['C2'], NOW)).toEqual({ added: 0, total: 1, problem: 'series-void' });
			expect((await ledger.findSeries('default', 'Summer'))?.voidedAt).toEqual(later(1));
		});
	});
}
