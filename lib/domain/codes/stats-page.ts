/** What the page shows of a series. */
export interface PageStats {
	readonly name: string;
	readonly made: number;
	readonly free: number;
	readonly given: number;
	readonly published: number;
	/** Codes with at least one redemption that stands. */
	readonly redeemed: number;
	/** Redemptions that stand. */
	readonly redemptions: number;
	readonly voided: number;
	readonly revenue: ReadonlyArray<{ readonly currency: string; readonly total: number; readonly discounts: number }>;
}

const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] as string);

const number = (value: number) => value.toLocaleString('en');

/** Decimals as they come of adding up amounts, to the cent. */
const money = (value: number) => value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/**
 * The part of the codes that reached somebody and were redeemed, 0 to 1. Codes that were printed or published are with people whom
 * we do not know, so that of a series of which none was given those made count; undefined where there are none.
 */
export function redemptionRate({
	made,
	given,
	redeemed,
}: Pick<PageStats, 'made' | 'given' | 'redeemed'>): number | undefined {
	const out = given > 0 ? Math.max(given, redeemed) : made;
	return out === 0 ? undefined : redeemed / out;
}

const percent = (rate: number | undefined) =>
	rate === undefined ? '–' : `${(rate * 100).toLocaleString('en', { maximumFractionDigits: 1 })} %`;

/**
 * The numbers of all series as a page to look at or to send on: complete in itself, without scripts, charts in SVG. Pure.
 *
 * @param brand of the shop; undefined when it has none.
 */
export function statsPage(stats: readonly PageStats[], brand: string | undefined, madeAt: Date): string {
	const title = `Promo codes${brand ? `: ${escape(brand)}` : ''}`;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p>As of ${madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC</p>
${stats.length === 0 ? '<p>There are no codes yet.</p>' : `${overview(stats)}\n${stats.map(seriesSection).join('\n')}`}
</body>
</html>
`;
}

function overview(stats: readonly PageStats[]): string {
	const rows = stats.map((series) => {
		const cells = [
			series.made,
			series.free,
			series.given,
			series.published,
			series.redeemed,
			series.redemptions,
			series.voided,
		];
		return `<tr><th scope="row">${escape(series.name)}</th>${cells.map((cell) => `<td>${number(cell)}</td>`).join('')}<td>${percent(redemptionRate(series))}</td></tr>`;
	});
	const heads = ['Series', 'Made', 'Left', 'Given', 'Published', 'Redeemed', 'Redemptions', 'Void', 'Rate'];
	return `<table>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function seriesSection(series: PageStats): string {
	return `<section>
<h2>${escape(series.name)}</h2>
${chart(series)}
${revenueTable(series)}
</section>`;
}

const BAR = { left: 96, width: 420, height: 22, gap: 10 };

/** How many codes came how far, each bar as long as its part of those made. */
function chart(series: PageStats): string {
	const bars: ReadonlyArray<readonly [string, number, string]> = [
		['Made', series.made, '#94a3b8'],
		['Given', series.given, '#2dd4bf'],
		['Published', series.published, '#38bdf8'],
		['Redeemed', series.redeemed, '#0f766e'],
		['Void', series.voided, '#f87171'],
	];
	const most = Math.max(1, ...bars.map(([, count]) => count));
	const lines = bars.map(([label, count, colour], index) => {
		const y = index * (BAR.height + BAR.gap);
		const width = Math.round((count / most) * BAR.width * 10) / 10;
		const middle = y + BAR.height / 2 + 4;
		return `<text x="${BAR.left - 8}" y="${middle}" text-anchor="end">${label}</text><rect x="${BAR.left}" y="${y}" width="${width}" height="${BAR.height}" rx="3" fill="${colour}"/><text x="${BAR.left + width + 6}" y="${middle}">${number(count)}</text>`;
	});
	const height = bars.length * (BAR.height + BAR.gap);
	const words = bars.map(([label, count]) => `${label} ${number(count)}`).join(', ');
	return `<svg viewBox="0 0 ${BAR.left + BAR.width + 90} ${height}" role="img" aria-label="${words}">
${lines.join('\n')}
</svg>`;
}

function revenueTable({ revenue }: PageStats): string {
	if (revenue.length === 0) return '<p>No order has used a code yet, or none told its total.</p>';
	const rows = revenue.map(
		({ currency, total, discounts }) =>
			`<tr><th scope="row">${escape(currency)}</th><td>${money(total)}</td><td>${money(discounts)}</td></tr>`,
	);
	return `<table>
<thead><tr><th scope="col">Currency</th><th scope="col">Orders with a code</th><th scope="col">Taken off</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

const STYLE = `
body { font: 11pt/1.45 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; color: #1a1a1a; background: #fff; max-width: 46em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 .2em; }
h2 { font-size: 13pt; margin: 0 0 .6em; overflow-wrap: anywhere; }
section { border: 1px solid #ccc; border-radius: 4px; padding: 1em; margin: 1em 0; break-inside: avoid; }
table { border-collapse: collapse; width: 100%; margin: .8em 0; }
th, td { text-align: right; vertical-align: top; padding: .25em .4em; font-weight: 400; border-bottom: 1px solid #eee; }
th:first-child { text-align: left; overflow-wrap: anywhere; unicode-bidi: isolate; }
thead th { color: #555; }
svg { width: 100%; height: auto; font-size: 12px; }
svg text { fill: #1a1a1a; }
`;
