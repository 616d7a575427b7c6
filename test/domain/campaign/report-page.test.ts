import { reportPage } from '../../../lib/domain/campaign/report-page';
import { type CampaignCount, type CampaignReport } from '../../../lib/ledger/campaigns';

const NOW = new Date('2026-11-23T10:00:00Z');
const count = (texts: number, more: Partial<CampaignCount>): CampaignCount => ({
	status: 'accepted',
	texts,
	segments: texts,
	country: 'US',
	variant: 'A',
	...more,
});
const report = (more: Partial<CampaignReport> = {}): CampaignReport => ({
	campaign: { id: '1', shop: 'default', name: 'Weekend sale', kind: 'announcement', status: 'running', createdAt: NOW },
	counts: [
		count(1200, { delivery: 'delivered', segments: 2400 }),
		count(300, { delivery: 'delivered', country: 'GB', variant: 'B' }),
		count(100, { delivery: 'sent' }),
		count(20, { delivery: 'undelivered' }),
		count(5, { delivery: 'expired' }),
		count(7, { status: 'failed', errorCode: 'rejected' }),
		count(40, { status: 'scheduled', rule: 'law-hours' }),
		count(2, { status: 'sending' }),
		count(33, { status: 'skipped', rule: 'no-consent', variant: undefined }),
		count(11, { status: 'skipped', rule: 'opted-out', variant: undefined, country: undefined }),
		count(3, { status: 'unknown' }),
	],
	replies: 65,
	optOuts: 13,
	byVariant: [
		{ variant: 'A', replies: 60, optOuts: 12, redeemed: 40 },
		{ variant: 'B', replies: 5, optOuts: 1, redeemed: 27 },
	],
	codesGiven: 1500,
	codesRedeemed: 67,
	redemptions: 70,
	revenue: [{ currency: 'USD', orders: 70, total: '12345.60', discount: '1234.56' }],
	price: [{ currency: 'USD', total: '12.84' }],
	firstAt: new Date('2026-11-22T15:02:00Z'),
	lastAt: new Date('2026-11-22T18:40:00Z'),
	byHour: [
		{ hour: new Date('2026-11-22T15:00:00Z'), sent: 1000, delivered: 900 },
		{ hour: new Date('2026-11-22T16:00:00Z'), sent: 500, delivered: 500 },
		{ hour: new Date('2026-11-22T18:00:00Z'), sent: 125, delivered: 100 },
	],
	...more,
});

/** What a figure of the head shows. */
const figure = (page: string, label: string) =>
	new RegExp(`<dt>${label}</dt><dd>([^<]*?) ?(?:<small>([^<]*)</small>)?</dd>`).exec(page)?.slice(1);
/** The rows of a table under a heading, as texts. */
const rows = (page: string, heading: string) => {
	const [, rest = ''] = page.split(`<h2>${heading}</h2>`);
	const body = rest.slice(rest.indexOf('<tbody>'), rest.indexOf('</tbody>'));
	return [...body.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
		[...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell),
	);
};

test.each([
	['Planned', ['1,721', undefined]],
	['Sent', ['1,625', '2,825 segments']],
	['Delivered', ['1,500', '92.3 % of sent']],
	['Failed', ['32', undefined]],
	['Waiting', ['42', undefined]],
	['Skipped', ['44', undefined]],
	['Uncertain', ['3', 'may have been sent']],
	['Cancelled', undefined],
	['Replies', ['65', '4 % of sent']],
	['Opt-outs', ['13', '0.8 % of sent']],
	['Codes redeemed', ['67', 'of 1,500 given']],
	['Revenue', ['$12,345.60', '70 orders, $1,234.56 off']],
	['Billed by the carrier', ['$12.84', undefined]],
])('%s', (label, shown) => expect(figure(reportPage(report(), NOW), label)).toEqual(shown));

test('tables by wording, country and reason, the biggest first', () => {
	const page = reportPage(report(), NOW);
	expect(rows(page, 'By wording')).toEqual([
		['A', '1,325', '1,200', '32', '60', '12', '40', '3 %'],
		['B', '300', '300', '0', '5', '1', '27', '9 %'],
	]);
	expect(rows(page, 'By country')).toEqual([
		['United States', '1,325', '1,200', '32', '33', '2,525'],
		['United Kingdom', '300', '300', '0', '0', '300'],
		['Not known', '0', '0', '0', '11', '0'],
	]);
	expect(rows(page, 'Skipped')).toEqual([['no-consent', '33'], ['opted-out', '11']]);
	expect(rows(page, 'Waiting')).toEqual([['law-hours', '40'], ['its turn', '2']]);
	expect(rows(page, 'Failed')).toEqual([['undelivered', '20'], ['rejected', '7'], ['expired', '5']]);
});

test('bars by hour, to scale, with a gap where nothing was sent', () => {
	const page = reportPage(report(), NOW);
	const bars = [...page.matchAll(/<rect class="(\w+)" x="([\d.]+)" y="[\d.]+" width="[\d.]+" height="([\d.]+)"/g)];
	expect(bars.map(([, kind, x, height]) => [kind, Number(x), Number(height)])).toEqual([
		['sent', 0, 160],
		['delivered', 0, 144],
		['sent', 100, 80],
		['delivered', 100, 80],
		['sent', 300, 20],
		['delivered', 300, 16],
	]);
	expect([...page.matchAll(/<text [^>]*>(\d\d:00)</g)].map(([, label]) => label)).toEqual(['15:00', '16:00', '17:00', '18:00']);
	expect(page).toContain('2026-11-22 15:00 UTC: 1,000 sent, 900 delivered');
});

test('a week has a label for each day', () => {
	const byHour = [0, 167].map((later) => ({ hour: new Date(Date.UTC(2026, 10, 22, 15 + later)), sent: 1, delivered: 0 }));
	const page = reportPage(report({ byHour }), NOW);
	expect([...page.matchAll(/<text [^>]*>(\d\d-\d\d)</g)].map(([, label]) => label)).toEqual([
		'11-23', '11-24', '11-25', '11-26', '11-27', '11-28', '11-29',
	]);
});

test('before anything was sent it says so, and divides by nothing', () => {
	const page = reportPage(
		report({ counts: [], byVariant: [], byHour: [], revenue: [], price: [], replies: 0, optOuts: 0, firstAt: undefined, lastAt: undefined }),
		NOW,
	);
	expect(page).toContain('Nothing was sent yet. As of 2026-11-23 10:00 UTC.');
	expect(page).not.toMatch(/NaN|Infinity|undefined|<svg|<table/);
	expect(figure(page, 'Delivered')).toEqual(['0', '– of sent']);
});

test('is complete in itself: no scripts, nothing from elsewhere, nothing of a name taken for markup', () => {
	const evil = `"><script>alert('1')</script>&`;
	const page = reportPage(
		report({
			campaign: { ...report().campaign, name: evil },
			counts: [
				count(1, { variant: evil, country: evil }),
				count(1, { variant: 'B', status: 'skipped', rule: evil }),
				count(1, { variant: 'B', status: 'failed', errorCode: evil }),
			],
			revenue: [{ currency: evil, orders: 1, total: evil, discount: evil }],
		}),
		NOW,
	);
	expect(page).not.toMatch(/<script|https?:|alert\('/);
	expect(page).toContain('&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;');
	expect(page).toContain("default-src 'none'");
	expect(page).toContain('width=device-width');
	expect(page).toContain('prefers-color-scheme: dark');
});
