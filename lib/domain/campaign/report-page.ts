import { escapeHtml } from '../escape-html';
import { formatMoney } from '../format';
import { HOUR } from '../law/clock';
import { type CampaignOccasion } from './compose-campaign';

/** How many texts came to the same: what the page shows of one of the ledger's counts. */
export interface PageCount {
	/** accepted, scheduled, sending, skipped, failed, unknown, cancelled. */
	readonly status: string;
	/** Undefined while the carrier has reported nothing. */
	readonly delivery?: string | undefined;
	/** Of skipped texts, and of those that wait. */
	readonly rule?: string | undefined;
	readonly errorCode?: string | undefined;
	readonly variant?: string | undefined;
	readonly country?: string | undefined;
	readonly texts: number;
	readonly segments: number;
}

/** What the page shows of a report; the amounts are decimals. */
export interface PageReport {
	readonly campaign: { readonly name: string; readonly kind: CampaignOccasion; readonly status: string };
	readonly counts: readonly PageCount[];
	readonly replies: number;
	readonly optOuts: number;
	readonly byVariant: ReadonlyArray<{
		readonly variant?: string | undefined;
		readonly replies: number;
		readonly optOuts: number;
		readonly redeemed: number;
	}>;
	readonly codesGiven: number;
	readonly codesRedeemed: number;
	readonly revenue: ReadonlyArray<{
		readonly currency: string;
		readonly orders: number;
		readonly total: string;
		readonly discount: string;
	}>;
	readonly price: ReadonlyArray<{ readonly currency: string; readonly total: string }>;
	readonly firstAt?: Date | undefined;
	readonly lastAt?: Date | undefined;
	/** Hours that begin with a full hour of UTC. */
	readonly byHour: ReadonlyArray<{ readonly hour: Date; readonly sent: number; readonly delivered: number }>;
}

const KINDS: Readonly<Record<CampaignOccasion, string>> = {
	announcement: 'Announcement',
	'birthday-gift': 'Birthday gift',
	'win-back': 'Win-back',
};

/** What the carrier reports of a text that never arrived. */
const NOT_ARRIVED: ReadonlySet<string | undefined> = new Set(['undelivered', 'failed', 'expired', 'rejected']);

const isSent = ({ status }: PageCount) => status === 'accepted';
const isDelivered = ({ delivery }: PageCount) => delivery === 'delivered';
const isFailed = ({ status, delivery }: PageCount) => status === 'failed' || NOT_ARRIVED.has(delivery);
const isWaiting = ({ status }: PageCount) => status === 'scheduled' || status === 'sending';
const isSkipped = ({ status }: PageCount) => status === 'skipped';

const textsOf = (counts: readonly PageCount[]) => counts.reduce((sum, { texts }) => sum + texts, 0);
const segmentsOf = (counts: readonly PageCount[]) => counts.reduce((sum, { segments }) => sum + segments, 0);

/** Counts by what they have in common, those with the most texts first. */
function groupBy(
	counts: readonly PageCount[],
	keyOf: (count: PageCount) => string | undefined,
): ReadonlyArray<readonly [string | undefined, readonly PageCount[]]> {
	const groups = new Map<string | undefined, PageCount[]>();
	for (const count of counts) groups.set(keyOf(count), [...(groups.get(keyOf(count)) ?? []), count]);
	return [...groups].sort(([, one], [, other]) => textsOf(other) - textsOf(one));
}

const number = (value: number) => value.toLocaleString('en');
const percent = (part: number, whole: number) =>
	whole === 0 ? '–' : `${((part / whole) * 100).toLocaleString('en', { maximumFractionDigits: 1 })} %`;
const money = (amount: string, currency: string) => formatMoney(amount, currency, 'en') ?? `${amount} ${currency}`;
/** "2026-11-22 10:00" */
const utc = (at: Date) => at.toISOString().slice(0, 16).replace('T', ' ');

/**
 * The figures of a report as a page that needs nothing else: numbers, a bar by hour, tables by wording and country. Complete in itself,
 * without scripts, for phones and for dark screens too. Pure.
 *
 * @param at when the figures were taken.
 */
export function reportPage(report: PageReport, at: Date): string {
	const { name, kind, status } = report.campaign;
	const title = escapeHtml(name);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p>${KINDS[kind]}, ${status}. ${period(report)} As of ${utc(at)} UTC.</p>
${headline(report)}
${chart(report)}
${byVariant(report)}
${byCountry(report)}
${reasons('Skipped', 'Rule', report.counts.filter(isSkipped), ({ rule }) => rule)}
${reasons('Waiting', 'For', report.counts.filter(isWaiting), ({ rule }) => rule ?? 'its turn')}
${reasons('Failed', 'Error', report.counts.filter(isFailed), ({ errorCode, delivery }) => errorCode ?? delivery)}
</body>
</html>
`;
}

function period({ firstAt, lastAt }: PageReport): string {
	if (!firstAt) return 'Nothing was sent yet.';
	return `Sent from ${utc(firstAt)}${lastAt && lastAt > firstAt ? ` to ${utc(lastAt)}` : ''} UTC.`;
}

function headline({ counts, replies, optOuts, codesGiven, codesRedeemed, revenue, price }: PageReport): string {
	const sent = textsOf(counts.filter(isSent));
	const count = (is: (count: PageCount) => boolean) => textsOf(counts.filter(is));
	const uncertain = count(({ status }) => status === 'unknown');
	const cancelled = count(({ status }) => status === 'cancelled');
	const ofSent = (part: number) => `${percent(part, sent)} of sent`;
	const figures: ReadonlyArray<readonly [label: string, value: string, note?: string]> = [
		['Planned', number(textsOf(counts))],
		['Sent', number(sent), `${number(segmentsOf(counts.filter(isSent)))} segments`],
		['Delivered', number(count(isDelivered)), ofSent(count(isDelivered))],
		['Failed', number(count(isFailed))],
		['Waiting', number(count(isWaiting))],
		['Skipped', number(count(isSkipped))],
		...(uncertain > 0 ? [['Uncertain', number(uncertain), 'may have been sent'] as const] : []),
		...(cancelled > 0 ? [['Cancelled', number(cancelled)] as const] : []),
		['Replies', number(replies), ofSent(replies)],
		['Opt-outs', number(optOuts), ofSent(optOuts)],
		['Codes redeemed', number(codesRedeemed), `of ${number(codesGiven)} given`],
		...revenue.map(
			({ currency, orders, total, discount }) =>
				['Revenue', money(total, currency), `${number(orders)} orders, ${money(discount, currency)} off`] as const,
		),
		...price.map(({ currency, total }) => ['Billed by the carrier', money(total, currency)] as const),
	];
	const cells = figures.map(
		([label, value, note]) =>
			`<div><dt>${label}</dt><dd>${escapeHtml(value)}${note ? ` <small>${escapeHtml(note)}</small>` : ''}</dd></div>`,
	);
	return `<dl>\n${cells.join('\n')}\n</dl>`;
}

/** As wide as a phone's screen, so that its words can be read there. */
const CHART = { width: 400, height: 160, bottom: 20, top: 14 };
/** Hours between two labels, so that there are not more than eight. */
const LABEL_STEPS = [1, 2, 3, 6, 12, 24];

/** A bar for each hour from the first to the last: what the carrier took, and within it what was delivered. */
function chart({ byHour }: PageReport): string {
	const hours = byHour.map(({ hour, ...counts }) => ({ at: hour.getTime(), ...counts }));
	if (hours.length === 0) return '';
	const first = Math.min(...hours.map(({ at }) => at));
	const span = (Math.max(...hours.map(({ at }) => at)) - first) / HOUR + 1;
	const most = Math.max(1, ...hours.map(({ sent }) => sent));
	const slot = CHART.width / span;
	const round = (value: number) => Math.round(value * 10) / 10;
	const bars = hours.map(({ at, sent, delivered }) => {
		const bar = (kind: string, count: number) => {
			const height = round((count / most) * CHART.height);
			return `<rect class="${kind}" x="${round(((at - first) / HOUR) * slot)}" y="${round(CHART.top + CHART.height - height)}" width="${round(slot * 0.85)}" height="${height}"/>`;
		};
		const words = `${utc(new Date(at))} UTC: ${number(sent)} sent, ${number(delivered)} delivered`;
		return `<g><title>${words}</title>${bar('sent', sent)}${bar('delivered', delivered)}</g>`;
	});
	const step = LABEL_STEPS.find((hoursApart) => span / hoursApart <= 8) ?? 24;
	const labels: string[] = [];
	for (let at = first; at < first + span * HOUR; at += HOUR) {
		if ((at / HOUR) % step !== 0) continue;
		const [day, time] = utc(new Date(at)).split(' ') as [string, string];
		labels.push(
			`<text x="${round(((at - first) / HOUR) * slot)}" y="${CHART.top + CHART.height + 15}">${step === 24 ? day.slice(5) : time}</text>`,
		);
	}
	return `<h2>By hour (UTC)</h2>
<svg viewBox="0 0 ${CHART.width} ${CHART.top + CHART.height + CHART.bottom}" role="img" aria-label="Texts by hour, at most ${number(most)}">
<text x="0" y="10">${number(most)}</text>
${bars.join('\n')}
${labels.join('\n')}
</svg>
<p><i class="sent"></i> sent <i class="delivered"></i> of these delivered</p>`;
}

function byVariant({ counts, byVariant: did }: PageReport): string {
	const groups = groupBy(counts.filter((count) => !isSkipped(count)), ({ variant }) => variant);
	if (groups.length < 2) return '';
	const rows = groups
		.map(([variant, own]) => {
			const { replies = 0, optOuts = 0, redeemed = 0 } = did.find((row) => row.variant === variant) ?? {};
			const sent = textsOf(own.filter(isSent));
			const cells = [sent, textsOf(own.filter(isDelivered)), textsOf(own.filter(isFailed)), replies, optOuts, redeemed];
			return [variant ?? '–', ...cells.map(number), percent(redeemed, sent)];
		})
		.sort(([one = ''], [other = '']) => one.localeCompare(other));
	const heads = ['Wording', 'Sent', 'Delivered', 'Failed', 'Replies', 'Opt-outs', 'Redeemed', 'Of sent'];
	return `<h2>By wording</h2>\n${table(heads, rows)}`;
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });
const nameOf = (country: string) => (/^[A-Z]{2}$/.test(country) ? (countryNames.of(country) ?? country) : country);

function byCountry({ counts }: PageReport): string {
	const rows = groupBy(counts, ({ country }) => country).map(([country, own]) => {
		const sent = own.filter(isSent);
		const cells = [sent, own.filter(isDelivered), own.filter(isFailed), own.filter(isSkipped)].map(textsOf);
		return [country ? nameOf(country) : 'Not known', ...cells.map(number), number(segmentsOf(sent))];
	});
	if (rows.length === 0) return '';
	return `<h2>By country</h2>\n${table(['Country', 'Sent', 'Delivered', 'Failed', 'Skipped', 'Segments'], rows)}`;
}

function reasons(
	title: string,
	head: string,
	counts: readonly PageCount[],
	keyOf: (count: PageCount) => string | undefined,
): string {
	if (counts.length === 0) return '';
	const rows = groupBy(counts, keyOf).map(([key, own]) => [key ?? 'Not known', number(textsOf(own))]);
	return `<h2>${title}</h2>\n${table([head, 'Texts'], rows)}`;
}

/** The first cell of a row names it. */
const table = (heads: readonly string[], rows: ReadonlyArray<readonly string[]>): string => `<div class="wide"><table>
<thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(([name = '', ...cells]) => `<tr><th scope="row">${escapeHtml(name)}</th>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table></div>`;

const STYLE = `
:root { color-scheme: light dark; --text: #1a1a1a; --soft: #595959; --line: #ddd; --page: #fff; --sent: #94a3b8; --delivered: #0f766e; }
@media (prefers-color-scheme: dark) { :root { --text: #e8e8e8; --soft: #a8a8a8; --line: #3a3a3a; --page: #161616; --sent: #64748b; --delivered: #2dd4bf; } }
body { font: 11pt/1.45 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; color: var(--text); background: var(--page); max-width: 46em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 .2em; overflow-wrap: anywhere; }
h2 { font-size: 13pt; margin: 1.6em 0 .4em; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(9em, 1fr)); gap: .6em; margin: 1.2em 0; }
dl div { border: 1px solid var(--line); border-radius: 4px; padding: .5em .7em; }
dt, small, thead th { color: var(--soft); }
dd { margin: 0; font-size: 15pt; overflow-wrap: anywhere; }
small { display: block; font-size: 9pt; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: right; vertical-align: top; padding: .25em .4em; font-weight: 400; border-bottom: 1px solid var(--line); }
td { white-space: nowrap; }
th:first-child { text-align: left; min-width: 5em; overflow-wrap: anywhere; unicode-bidi: isolate; }
svg { width: 100%; max-width: 40em; height: auto; font-size: 11px; }
svg text { fill: var(--soft); }
.sent { fill: var(--sent); background: var(--sent); }
.delivered { fill: var(--delivered); background: var(--delivered); }
i { display: inline-block; width: .8em; height: .8em; }
`;
