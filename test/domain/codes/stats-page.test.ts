import { type PageStats, redemptionRate, statsPage } from '../../../lib/domain/codes/stats-page';

const NOW = new Date('2026-11-22T10:00:00Z');
const series: PageStats = {
	name: 'spring',
	made: 2000,
	free: 1200,
	given: 800,
	published: 2000,
	redeemed: 200,
	redemptions: 210,
	voided: 0,
	revenue: [{ currency: 'EUR', total: 12345.6, discounts: 1234.56 }],
};

test('shows the numbers, in text and as bars to scale', () => {
	const page = statsPage([series], 'Acme', NOW);
	expect(page).toContain('<title>Promo codes: Acme</title>');
	for (const shown of ['2,000', '210', '25 %', '12,345.60', '1,234.56', '2026-11-22 10:00 UTC'])
		expect(page).toContain(shown);
	const widths = [...page.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
	expect(widths).toEqual([420, 168, 420, 42, 0]);
});

test('is complete in itself: no scripts, nothing from elsewhere', () => {
	const page = statsPage(
		[{ ...series, name: `"><script>alert(1)</script>`, revenue: [{ currency: '<b>', total: 1, discounts: 0 }] }],
		`<i>'&`,
		NOW,
	);
	expect(page).not.toMatch(/<script|<b>|<i>|https?:/);
	expect(page).toContain('&lt;script&gt;');
	expect(page).toContain("default-src 'none'");
});

test('without codes it says so', () => {
	expect(statsPage([], undefined, NOW)).toContain('There are no codes yet.');
});

test.each([
	[{ made: 100, given: 0, redeemed: 5 }, 0.05],
	[{ made: 100, given: 50, redeemed: 5 }, 0.1],
	[{ made: 100, given: 2, redeemed: 5 }, 1],
	[{ made: 0, given: 0, redeemed: 0 }, undefined],
])('the rate of %j is %p', (numbers, rate) => {
	expect(redemptionRate(numbers)).toBe(rate);
});
