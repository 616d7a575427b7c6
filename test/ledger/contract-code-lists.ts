import { type Ledger } from '../../lib/ledger/ledger';
import { codesOf, DAY, define, give, list, offer, pool, redeem, UNTIL } from './codes-fixtures';
import { JAN, MARIA } from './people-fixtures';
import { later, newId, NOW } from './sightings';

/** What is told of many codes, who is reminded of theirs, and what is on its way to a shop. */
export function describeCodeLists(open: () => Ledger, openAgain: () => Promise<Ledger>): void {
	let ledger: Ledger;
	beforeEach(() => {
		ledger = open();
	});

	describe('lists of codes', () => {
		test('pages neither overlap nor leave any out, also while codes are added', async () => {
			await pool(ledger, codesOf(25), { name: 'z' });
			const last = await pool(ledger, codesOf(30, 'A'), { name: 'a' });
			const pages: string[][] = [];
			for (let after: string | undefined; ; after = pages.at(-1)?.at(-1)) {
				const page = await list(ledger, { after, limit: 10 });
				if (page.length === 0) break;
				pages.push(page);
				if (pages.length === 2) await ledger.addCodes('default', last.id, codesOf(5, '0'), NOW);
			}
			expect(pages.map(({ length }) => length)).toEqual([10, 10, 10, 10, 10, 10]);
			expect(pages.flat()).toEqual([...codesOf(25), ...codesOf(30, 'A'), ...codesOf(5, '0')]);
			expect(await list(ledger, { after: 'GONE' })).toEqual([]);
		});

		test('show what every condition says', async () => {
			const summer = await pool(ledger, ['S2', 'S3', 'S4']);
			const winter = await pool(ledger, ['W2', 'W3'], { name: 'Winter' });
			await ledger.addCodes('other', (await define(ledger, { shop: 'other' })).id, ['OTHER-2'], NOW);
			await give(ledger, summer);
			await give(ledger, winter);
			await give(ledger, winter, { key: 'of Jan', phone: JAN });
			await redeem(ledger, 'W2', '#1');
			await ledger.voidCodes('default', { code: 'S4' }, NOW);
			const cases = [
				[{}, ['S2', 'S3', 'S4', 'W2', 'W3']],
				[{ series: 'Winter' }, ['W2', 'W3']],
				[{ series: 'none' }, []],
				[{ shop: 'nobody’s' }, []],
				[{ status: 'active' }, ['S2', 'S3', 'W2', 'W3']],
				[{ status: 'void' }, ['S4']],
				[{ isGiven: true }, ['S2', 'W2', 'W3']],
				[{ isGiven: false, status: 'active' }, ['S3']],
				[{ isRedeemed: true }, ['W2']],
				[{ isRedeemed: false, isGiven: true }, ['S2', 'W3']],
				[{ phone: MARIA }, ['S2', 'W2']],
				[{ phone: MARIA, after: 'S2', limit: 1 }, ['W2']],
				[{ phone: MARIA, limit: 1 }, ['S2']],
				[{ phone: MARIA, series: 'Winter' }, ['W2']],
				[{ phone: MARIA, after: 'W2' }, []],
				[{ phone: JAN, isRedeemed: true }, []],
				[{ isPublished: true }, []],
			] as const;
			for (const [search, codes] of cases) expect([search, await list(ledger, search)]).toEqual([search, codes]);
		});

		test('a code that nobody has been given has the period of its series', async () => {
			await pool(ledger, ['A2']);
			const series = await pool(ledger, ['B2'], { name: 'days', offer: offer({ validity: { kind: 'days', days: 14, timeZone: 'Europe/Warsaw' } }) });
			expect(await ledger.findCode('default', 'A2')).toMatchObject({ from: NOW, until: UNTIL });
			expect(await ledger.findCode('default', 'B2')).toMatchObject({ from: undefined, until: undefined });
			await give(ledger, series, { from: later(5), until: later(10) });
			expect(await ledger.findCode('default', 'B2')).toMatchObject({ from: later(5), until: later(10) });
		});
	});

	test('statistics count what was made, given, redeemed and earned', async () => {
		const series = await pool(ledger, ['A2', 'A3', 'A4', 'A5'], { offer: offer({ maxUses: 2 }) });
		await pool(ledger, ['B2'], { name: 'Autumn' });
		await give(ledger, series);
		await give(ledger, series, { key: '2' });
		for (const [code, order] of [['A2', '1'], ['A2', '2'], ['A3', '3'], ['A4', '4']] as const) await redeem(ledger, code, order, { orderTotal: '10.10' });
		await ledger.redeemCode({ shop: 'default', typed: 'A4', order: '5', orderTotal: '7', currency: 'USD', now: NOW }, () => ({}));
		await ledger.releaseRedemptions('default', '3', undefined, NOW);
		await ledger.voidCodes('default', { code: 'A5' }, NOW);
		const { id } = await ledger.openPublication({ shop: 'default', seriesId: series.id, to: 'shopify/acme', from: NOW, until: UNTIL, newId: newId() });
		await ledger.markPublished(id, [{ code: 'A2' }, { code: 'A3', refused: 'exists' }], NOW);
		const summer = {
			series: { ...series, made: 4 },
			made: 4,
			free: 1,
			given: 2,
			published: 1,
			redeemed: 2,
			redemptions: 4,
			voided: 2,
			revenue: [
				{ currency: 'EUR', total: 30.3, discounts: 15 },
				{ currency: 'USD', total: 7, discounts: 0 },
			],
		};
		expect(await ledger.seriesStats('default', 'Summer')).toEqual([summer]);
		const none = { given: 0, published: 0, redeemed: 0, redemptions: 0, voided: 0, revenue: [] };
		expect(await ledger.seriesStats('default')).toMatchObject([{ series: { name: 'Autumn' }, made: 1, free: 1, ...none }, summer]);
		expect(await ledger.seriesStats('default', 'none')).toEqual([]);
	});

	describe('reminders', () => {
		const remind = async (more = {}) =>
			(await ledger.takeReminders({ shop: 'default', before: later(3 * DAY), limit: 100, now: NOW, ...more })).map(({ code }) => code);

		test('are of codes that were given, are unused and end within the time', async () => {
			const series = await define(ledger);
			const until = { SOON: 2 * DAY, SOONER: DAY, LATE: 4 * DAY, OVER: -1, USED: DAY, VOID: DAY };
			for (const [key, minutes] of Object.entries(until)) await give(ledger, series, { key, candidates: [key], until: later(minutes) });
			await give(ledger, series, { key: 'NOBODYS', candidates: ['NOBODYS'], until: later(DAY), phone: undefined });
			await ledger.addCodes('default', series.id, ['FREE'], NOW);
			await redeem(ledger, 'USED', '#1');
			await ledger.voidCodes('default', { code: 'VOID' }, NOW);
			expect(await remind({ series: 'Winter' })).toEqual([]);
			expect(await remind({ shop: 'other' })).toEqual([]);
			expect(await remind({ limit: 1 })).toEqual(['SOONER']);
			expect(await remind({ series: 'Summer' })).toEqual(['SOON']);
			expect(await remind()).toEqual([]);
			expect(await remind({ before: later(5 * DAY), now: later(DAY) })).toEqual(['LATE']);
		});

		test('are each answered to one caller', async () => {
			const series = await define(ledger);
			for (const code of codesOf(30)) await give(ledger, series, { key: code, candidates: [code], until: later(DAY) });
			const ledgers = [ledger, await openAgain(), await openAgain()];
			const search = { shop: 'default', before: later(2 * DAY), limit: 10, now: NOW };
			const taken = await Promise.all(Array.from({ length: 12 }, (_, index) => (ledgers[index % 3] as Ledger).takeReminders(search)));
			expect(taken.flat().map(({ code }) => code).sort()).toEqual(codesOf(30));
		});
	});

	describe('publications', () => {
		const open = (seriesId: string, more = {}) =>
			ledger.openPublication({ shop: 'default', seriesId, to: 'shopify/acme', from: NOW, until: UNTIL, newId: newId(), ...more });
		const marked = (codes: readonly string[]) => codes.map((code) => ({ code }));

		test('are found again by series, shop and period, with what was prepared', async () => {
			const series = await pool(ledger, ['A2']);
			const first = await open(series.id);
			expect(first.reference).toMatch(/^[a-z0-9-]{8,20}$/i);
			await ledger.savePrepared(first.id, '{"gid":1}');
			expect(await open(series.id)).toEqual({ ...first, prepared: '{"gid":1}', from: NOW, until: UNTIL });
			const others = [await open(series.id, { to: 'woo' }), await open(series.id, { until: undefined }), await open(series.id, { from: later(1) })];
			expect(new Set([first, ...others].map(({ id }) => id)).size).toBe(4);
			expect(new Set([first, ...others].map(({ reference }) => reference)).size).toBe(4);
			expect((await open(series.id, { until: undefined })).id).toBe(others[1]?.id);
		});

		test('go on where they were broken off, to exactly what is wanted', async () => {
			const series = await pool(ledger, codesOf(95));
			const { id } = await open(series.id);
			const published: string[] = [];
			for (let batch = await ledger.unpublishedCodes(id, 10); batch.length > 0; batch = await ledger.unpublishedCodes(id, 10)) {
				// of every other batch the end is not marked: the process died in between
				const marks = published.length % 20 === 0 ? batch : batch.slice(0, 7);
				await ledger.markPublished(id, marked(marks), NOW);
				published.push(...marks);
			}
			expect(published).toEqual(codesOf(95));
			await ledger.addCodes('default', series.id, ['LATER-2'], NOW);
			expect(await ledger.unpublishedCodes(id, 10)).toEqual(['LATER-2']);
		});

		test('marks out of order leave the others waiting, and void codes are not published', async () => {
			const series = await pool(ledger, ['A2', 'A3', 'A4', 'A5']);
			const { id } = await open(series.id);
			await ledger.markPublished(id, marked(['A4']), NOW);
			await ledger.voidCodes('default', { code: 'A3' }, NOW);
			expect(await ledger.unpublishedCodes(id, 10)).toEqual(['A2', 'A5']);
			expect(await ledger.unpublishedCodes((await open(series.id, { to: 'woo' })).id, 10)).toEqual(['A2', 'A4', 'A5']);
		});

		test('what a shop refuses is void, and not said to be there', async () => {
			const series = await pool(ledger, ['A2', 'A3']);
			const { id } = await open(series.id);
			await ledger.markPublished(id, [{ code: 'A2' }, { code: 'A3', refused: 'exists already' }], NOW);
			expect(await ledger.findCode('default', 'A2')).toMatchObject({ status: 'active', publishedTo: ['shopify/acme'] });
			expect(await ledger.findCode('default', 'A3')).toMatchObject({ status: 'void', publishedTo: [] });
			expect(await ledger.unpublishedCodes(id, 10)).toEqual([]);
		});

		test('of codes that count from the day they are given are those of the period', async () => {
			const series = await define(ledger, { offer: offer({ validity: { kind: 'days', days: 14, timeZone: 'Etc/UTC' } }) });
			const today = await open(series.id, { from: NOW, until: later(14 * DAY) });
			const gives = async (code: string, from: number, until: number) =>
				await give(ledger, series, { key: code, candidates: [code], from: later(from), until: later(until) });
			await gives('A2', 5, 14 * DAY);
			await gives('A3', DAY, 15 * DAY);
			await gives('A4', 8, 14 * DAY);
			await ledger.addCodes('default', series.id, ['FREE-2'], NOW);
			expect(await ledger.unpublishedCodes(today.id, 10)).toEqual(['A2', 'A4']);
			await ledger.markPublished(today.id, marked(['A4', 'A2']), NOW);
			await gives('A5', 9, 14 * DAY); // gets FREE-2, whose number is an early one
			expect(await ledger.unpublishedCodes(today.id, 10)).toEqual(['FREE-2']);
		});

		test('void codes are withdrawn once, though the withdrawing was broken off', async () => {
			const series = await pool(ledger, ['A2', 'A3', 'A4']);
			await ledger.markPublished((await open(series.id)).id, marked(['A2', 'A3']), NOW);
			await ledger.voidCodes('default', { series: 'Summer' }, NOW);
			const toWithdraw = async () => await list(ledger, { status: 'void', isPublished: true });
			expect(await toWithdraw()).toEqual(['A2', 'A3']);
			await ledger.markWithdrawn('default', ['a 2'], 'shopify/acme');
			await ledger.markWithdrawn('default', ['A3'], 'woo');
			expect(await toWithdraw()).toEqual(['A3']);
		});
	});

	test('a birthday gift of a year is claimed once', async () => {
		const ledgers = [ledger, await openAgain()];
		const claims = await Promise.all(Array.from({ length: 20 }, (_, index) => (ledgers[index % 2] as Ledger).claimBirthday('default', 'p1', 2026, NOW)));
		expect(claims.filter(Boolean)).toHaveLength(1);
		expect(await ledger.claimBirthday('default', 'p1', 2027, NOW)).toBe(true);
		expect(await ledger.claimBirthday('default', 'p2', 2026, NOW)).toBe(true);
		expect(await ledger.claimBirthday('other', 'p1', 2026, NOW)).toBe(true);
	});
}
