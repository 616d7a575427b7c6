import { lookupForm } from '../../lib/domain/codes/lookup-form';
import { type Campaign, type CampaignReport } from '../../lib/ledger/campaigns';
import { type Ledger } from '../../lib/ledger/ledger';
import { offer, pool, redeem } from './codes-fixtures';
import { record } from './consent-fixtures';
import { afterHours, hear, report as receipt } from './inbound-fixtures';
import { campaign, claimed, claimText, inDays, lease, phonesOf, plan, plannedSkip, waitUntil } from './outbox-fixtures';
import { later, NOW } from './sightings';

/** What came of a campaign. */
export function describeCampaignReports(open: () => Ledger): void {
	describe('the report of a campaign', () => {
		let ledger: Ledger;
		let sale: Campaign;
		const [first = '', second = '', third = '', fourth = '', fifth = ''] = phonesOf(5);
		beforeEach(async () => {
			ledger = open();
			sale = await campaign(ledger);
		});

		const report = async (days = 3) => (await ledger.campaignReport('default', 'Weekend sale', days)) as CampaignReport;

		test('of one that has not begun has zeros', async () => {
			expect(await report()).toEqual({
				...{ campaign: sale, counts: [], replies: 0, optOuts: 0, byVariant: [], codesGiven: 0, codesRedeemed: 0, redemptions: 0 },
				...{ revenue: [], price: [], firstAt: undefined, lastAt: undefined, byHour: [] },
			});
		});

		test('counts texts by outcome, delivery, rule, error, wording and country', async () => {
			for (const [phone, variant] of [[first, 'A'], [second, 'A'], [third, 'B']] as const)
				await claimed(ledger, sale, 'accepted', { to: phone, variant, segments: 2 });
			await receipt(ledger, { messageId: `SM ${await idOf(third)}`, status: 'delivered' });
			await claimed(ledger, sale, 'failed', { to: fourth, country: 'PL' });
			const { sendId } = await plan(ledger, sale, { to: fifth });
			const { leaseId } = await lease(ledger);
			await claimText(ledger, sendId, leaseId, waitUntil(later(60)));
			await ledger.noteSkips(sale, [1, 2].map((key) => plannedSkip({ key: `nobody ${key}`, sendId: `skip ${key}` })), NOW);
			await claimed(ledger, await campaign(ledger, 'Another'), 'accepted', { to: '+14155550150' });
			const line = { delivery: undefined, rule: undefined, errorCode: undefined, variant: undefined, country: 'US' };
			const { counts } = await report();
			expect(counts).toHaveLength(5);
			expect(counts).toEqual(
				expect.arrayContaining([
					{ ...line, status: 'accepted', variant: 'A', texts: 2, segments: 4 },
					{ ...line, status: 'accepted', variant: 'B', delivery: 'delivered', texts: 1, segments: 2 },
					{ ...line, status: 'failed', errorCode: 'rejected', country: 'PL', texts: 1, segments: 1 },
					{ ...line, status: 'scheduled', rule: 'quiet-hours', texts: 1, segments: 1 },
					{ ...line, status: 'skipped', rule: 'no-consent', texts: 2, segments: 0 },
				]),
			);
		});

		const idOf = async (phone: string) =>
			(await ledger.campaignTexts(sale.id, undefined, 100)).find((line) => line.phone === phone)?.sendId as string;

		test('counts people who wrote or opted out in the days after their text, once each, by wording', async () => {
			for (const phone of [first, second, third, fourth]) await record(ledger, { phone, givenAt: inDays(-90) });
			for (const [phone, variant] of [[first, 'A'], [second, 'B'], [third, 'B']] as const) await claimed(ledger, sale, 'accepted', { to: phone, variant });
			await claimed(ledger, sale, 'failed', { to: fourth, variant: 'B' });
			await hear(ledger, { phone: first, now: afterHours(-1) }); // before it
			await hear(ledger, { phone: second, now: later(5) });
			await hear(ledger, { phone: second, now: later(6) }, { optOut: { byCarrier: false } });
			await hear(ledger, { phone: third, now: inDays(4) }, { optOut: { byCarrier: false } });
			await hear(ledger, { phone: fourth, now: later(5) }, { optOut: { byCarrier: false } }); // they got none
			const { replies, optOuts, byVariant } = await report(3);
			expect({ replies, optOuts }).toEqual({ replies: 1, optOuts: 1 });
			expect(byVariant).toEqual([
				{ variant: 'A', replies: 0, optOuts: 0, redeemed: 0 },
				{ variant: 'B', replies: 1, optOuts: 1, redeemed: 0 },
			]);
			expect(await report(4)).toMatchObject({ replies: 2, optOuts: 2 });
		});

		test('an opt-out counts though they came back', async () => {
			await record(ledger, { phone: first, givenAt: inDays(-90) });
			await claimed(ledger, sale, 'accepted', { to: first });
			await hear(ledger, { phone: first, now: later(5) }, { optOut: { byCarrier: false } });
			await hear(ledger, { phone: first, now: later(9) }, { optIn: { byCarrier: false } });
			expect(await report()).toMatchObject({ replies: 1, optOuts: 1 });
		});

		test('adds up what was bought with the codes in its texts, in time and not taken back', async () => {
			await pool(ledger, ['A2', 'A3', 'A4', 'A5', 'A6'], { offer: offer({ maxUses: 9 }) });
			const give = async (to: string, code: string, variant: string) => await claimed(ledger, sale, 'accepted', { to, code, variant });
			await give(first, 'A2', 'A');
			await give(second, 'A3', 'A');
			await give(third, 'A4', 'B');
			await claimed(ledger, sale, 'failed', { to: fourth, code: 'A5' });
			await redeem(ledger, 'A3', '#1000', { now: later(-5) }); // before it was texted
			await redeem(ledger, 'A2', '#1001', { now: later(5) });
			await redeem(ledger, 'A2', '#1002', { now: later(6), orderTotal: '10.50' });
			await redeem(ledger, 'A3', '#1003', { now: later(5) });
			await ledger.releaseRedemptions('default', '#1003', undefined, later(6));
			await redeem(ledger, 'A4', '#1001', { now: later(5) }); // two codes for one order
			await redeem(ledger, 'A4', '#1004', { now: inDays(4) }); // too late
			await redeem(ledger, 'A5', '#1005', { now: later(5) }); // its text never left
			await redeem(ledger, 'A6', '#1006', { now: later(5) }); // of no text
			expect(await report(3)).toMatchObject({
				...{ codesGiven: 3, codesRedeemed: 2, redemptions: 3 },
				revenue: [{ currency: 'EUR', orders: 2, total: '60.50', discount: '15.00' }],
				byVariant: [
					{ variant: 'A', redeemed: 1 },
					{ variant: 'B', redeemed: 1 },
				],
			});
			expect(await report(4)).toMatchObject({ redemptions: 4, revenue: [{ orders: 3, total: '110.50' }] });
		});

		test('one code for all is redeemed once for each order, though it stands in both wordings', async () => {
			await pool(ledger, ['ALL-22'], { offer: offer({ maxUses: 9 }) });
			for (const [to, variant] of [[first, 'A'], [second, 'A'], [third, 'B']] as const)
				await claimed(ledger, sale, 'accepted', { to, variant, code: lookupForm('ALL-22') });
			await redeem(ledger, 'ALL-22', '#1001', { now: later(5) });
			await redeem(ledger, 'ALL-22', '#1002', { now: later(5) });
			expect(await report()).toMatchObject({
				...{ codesGiven: 1, codesRedeemed: 1, redemptions: 2 },
				revenue: [{ orders: 2, total: '100.00' }],
				byVariant: [{ redeemed: 1 }, { redeemed: 1 }],
			});
		});

		test('adds up prices as far as the carrier has told them', async () => {
			await claimed(ledger, sale, 'accepted', { to: first });
			await claimed(ledger, sale, 'accepted', { to: second });
			await claimed(ledger, sale, 'accepted', { to: third });
			for (const phone of [first, second])
				await receipt(ledger, { messageId: `SM ${await idOf(phone)}`, price: { amount: '0.0079', currency: 'USD' } });
			expect((await report()).price).toEqual([{ currency: 'USD', total: '0.0158' }]);
		});

		test('tells when it went out, hour by hour, for a week', async () => {
			await claimed(ledger, sale, 'accepted', { to: first }, later(-1));
			await claimed(ledger, sale, 'accepted', { to: second }, later(1));
			await claimed(ledger, sale, 'unknown', { to: third }, later(2));
			await claimed(ledger, sale, 'accepted', { to: fourth }, later(3));
			await claimed(ledger, sale, 'accepted', { to: fifth }, inDays(8));
			await receipt(ledger, { messageId: `SM ${await idOf(second)}` });
			expect(await report()).toMatchObject({
				...{ firstAt: later(-1), lastAt: inDays(8) },
				byHour: [
					{ hour: afterHours(-1), sent: 1, delivered: 0 },
					{ hour: NOW, sent: 2, delivered: 1 },
				],
			});
		});
	});
}
