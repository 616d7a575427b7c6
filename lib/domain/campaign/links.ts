// The links of a text, and whether the page behind one is fit for a phone.
import { readPhonePage, SCREENS, type WideThing } from './phone-page';

/** What can be wrong with a link. Operators' overrides name them: append, never rename. */
export const LINK_PROBLEM_IDS = [
	'unreachable',
	'not-https',
	'too-many-redirects',
	'insecure-redirect',
	'http-error',
	'no-viewport',
	'too-wide',
	'too-heavy',
	'not-a-page',
	'redirect-to-app-store',
	'not-a-picture',
	'picture-too-heavy',
] as const;
export type LinkProblemId = (typeof LINK_PROBLEM_IDS)[number];

export interface LinkProblem {
	readonly id: LinkProblemId;
	/** `stops`: the campaign does not go out, unless the operator says so and why. `warns`: it is told, no more. */
	readonly severity: 'stops' | 'warns';
	/** What is wrong, in a sentence to the operator. */
	readonly message: string;
	/** What to do about it. */
	readonly hint: string;
}

/** A link as it stands in a text. */
export interface FoundLink {
	readonly written: string;
	/** What a phone opens: without a scheme that is http. */
	readonly url: string;
}

/** What came of opening a link. */
export interface PageVisit {
	/** Every address that was opened, the link's own first. A last one of another scheme, such as an app's, was not opened. */
	readonly hops: readonly string[];
	/** The link has no scheme in the text, so that a phone begins with http whatever the shop does. @default false */
	readonly isWithoutScheme?: boolean | undefined;
	/** Why there was no answer, in a few words; undefined when there was one. */
	readonly failure?: string | undefined;
	/** Of the last answer; 0 when there was none. */
	readonly status: number;
	/** Lower-case names. */
	readonly headers: Readonly<Record<string, string>>;
	/** As much of the page as was read. */
	readonly html: string;
	/** Size of the page, unpacked; of one that was not read to its end, what was read. */
	readonly bytes: number;
}

/** Beyond so many a phone on a weak network shows nothing for seconds. */
export const MOST_REDIRECTS = 3;

/** Of the page itself, unpacked. What it loads is not counted: each image would be a request of its own. */
const HEAVY_BYTES = 500_000;
/** Nothing beyond is read. */
export const MOST_BYTES = 1_000_000;

const SCHEME = /https?:\/\/[^\s<>"“”„«»]+/gi;
/** A host and what may follow it. The end of a host is letters of one case: "today.Come" is a sentence without a blank. */
const BARE = /(?<![\p{L}\p{N}@._/-])((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:[a-z]{2,24}|[A-Z]{2,24}))(:\d{2,5})?([/?#][^\s<>"“”„«»]*)?(?![\p{L}\p{N}@-])/gu;

/** Endings that phones take for links without a path behind them; all others of two letters are countries. */
const COMMON_ENDINGS = new Set(
	'com net org info biz shop store online app dev link page site club top xyz live sale deals fashion beauty style shoes boutique gift news art cafe blog'.split(' '),
);

/**
 * The links that a phone makes of a text, each once, in their order. Fill in placeholders first; what differs from person to person
 * with the values of one of them.
 */
export function findLinks(text: string): FoundLink[] {
	const found = new Map<string, FoundLink>();
	const places: Array<readonly [at: number, link: FoundLink]> = [];
	for (const { 0: match, index } of text.matchAll(SCHEME)) {
		const written = withoutPunctuation(match);
		if (URL.canParse(written)) places.push([index, { written, url: new URL(written).href }]);
	}
	const rest = text.replace(SCHEME, (match) => ' '.repeat(match.length));
	for (const { 0: match, 1: host = '', 3: path, index } of rest.matchAll(BARE)) {
		const ending = host.slice(host.lastIndexOf('.') + 1).toLowerCase();
		if (path === undefined && ending.length > 2 && !COMMON_ENDINGS.has(ending)) continue;
		const written = withoutPunctuation(match);
		if (URL.canParse(`http://${written}`)) places.push([index, { written, url: new URL(`http://${written}`).href }]);
	}
	for (const [, link] of places.sort(([a], [b]) => a - b)) if (!found.has(link.url)) found.set(link.url, link);
	return [...found.values()];
}

/** A bracket at the end belongs to the link where the link has opened it. */
function withoutPunctuation(link: string): string {
	let end = link.length;
	for (; end > 0; end--) {
		const sign = link[end - 1] as string;
		if (sign === ')' && link.slice(0, end).split('(').length >= link.slice(0, end).split(')').length) break;
		if (!/[.,;:!?…'’)\]}*_~]/u.test(sign)) break;
	}
	return link.slice(0, end);
}

export const stop = (id: LinkProblemId, message: string, hint: string): LinkProblem => ({ id, severity: 'stops', message, hint });
const warn = (id: LinkProblemId, message: string, hint: string): LinkProblem => ({ id, severity: 'warns', message, hint });

/** What is wrong with a link for somebody who opens it on a phone; empty when nothing is. Pure. */
export function judgePage(visit: PageVisit): LinkProblem[] {
	const { failure, status, hops } = visit;
	const problems = redirectProblems(visit);
	const last = hops.at(-1) ?? '';
	if (isAppStore(last)) {
		return [
			...problems,
			warn('redirect-to-app-store', `It leads to an app store (${siteOf(last)}).`, 'Who does not want the app sees no offer. Link to a page of the shop where that is not meant.'),
		];
	}
	if (failure !== undefined) {
		return [
			...problems,
			stop('unreachable', `${siteOf(last)} could not be opened: ${failure}.`, 'Check the address, and open it on a phone outside of your own network. Where only this n8n cannot reach it, override the check.'),
		];
	}
	const refusal = statusProblem(visit, problems);
	if (refusal) return [...problems, refusal];
	if (status >= 300) return problems;
	const notAPage = contentProblem(visit);
	return notAPage ? [...problems, notAPage] : [...problems, ...pageProblems(visit)];
}

export function redirectProblems({ hops, isWithoutScheme }: PageVisit): LinkProblem[] {
	const problems: LinkProblem[] = [];
	const redirects = hops.length - 1;
	const [first = '', last = ''] = [hops[0], hops.at(-1)];
	if (redirects > MOST_REDIRECTS)
		problems.push(stop('too-many-redirects', `It is sent on ${redirects} times (through ${sitesOf(hops)}).`, `Link to the page itself, or to a short link that leads there at once: ${MOST_REDIRECTS} times at most.`));
	const downgrade = hops.findIndex((hop, index) => index > 0 && isHttp(hop) && !isHttp(hops[index - 1] as string));
	if (downgrade > 0) {
		problems.push(stop('insecure-redirect', `It is sent on from https to http (${siteOf(hops[downgrade] as string)}).`, 'Have the shop send to https addresses only: in between, anybody can put up another page.'));
	} else if (isHttp(first) && isHttp(last)) {
		problems.push(stop('not-https', `It is opened without encryption (${siteOf(last)}).`, 'Write the link with https://, and have the shop serve it so. Phones warn of pages without it.'));
	} else if (isHttp(first) && !isWithoutScheme) {
		problems.push(warn('not-https', 'It begins with http://, and is sent on to https.', 'Write https:// (or nothing) in its place.'));
	}
	return problems;
}

const isHttp = (url: string) => url.startsWith('http:');

export function statusProblem({ status, hops }: PageVisit, problems: readonly LinkProblem[]): LinkProblem | undefined {
	const site = siteOf(hops.at(-1) ?? '');
	if (status >= 400) {
		const [why, hint] = statusWords(status);
		return stop('http-error', `${site} answers ${status}: ${why}.`, hint);
	}
	const isUnderWay = problems.some(({ id }) => id === 'too-many-redirects');
	if (status >= 300 && !isUnderWay) return stop('unreachable', `${site} answers ${status}, without saying where the page is.`, 'Check the address on a phone.');
	return undefined;
}

function statusWords(status: number): [why: string, hint: string] {
	if (status === 404 || status === 410) return ['there is no such page', 'Check the address. A page that is published later must be there before the campaign starts.'];
	if (status === 401 || status === 407) return ['it wants a password', 'Take the password off the page; a shop that is not open yet has one.'];
	if (status === 403 || status === 429)
		return ['it does not let this n8n in', 'That may be a protection against robots: open the link on a phone, and override the check where it works there.'];
	if (status >= 500) return ['the shop is in trouble', 'Try again when it works. A campaign brings many visitors at once.'];
	return ['it refuses the request', 'Check the address on a phone.'];
}

/** A file, or nothing. */
function contentProblem({ headers, html, hops, status }: PageVisit): LinkProblem | undefined {
	const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';', 1);
	const isHtml = /^(text\/html|application\/xhtml\+xml)$/.test(type.trim()) || (type.trim() === '' && /^\s*</.test(html));
	const isDownload = /^\s*attachment/i.test(headers['content-disposition'] ?? '');
	if (isHtml && !isDownload && html.trim() !== '') return undefined;
	const site = siteOf(hops.at(-1) ?? '');
	if (!isHttpUrl(hops.at(-1) ?? '')) return stop('not-a-page', `It leads to an app (${site}).`, 'Phones without the app show an error. Link to a page.');
	if (isDownload) return stop('not-a-page', `${site} sends a file to download.`, 'Link to a page; phones ask before they download something, or cannot show it.');
	if (isHtml || status === 204) return stop('not-a-page', `${site} sends an empty page.`, 'Open the link on a phone. A page that is put together by scripts alone may be empty for this check: override it then.');
	if (type.startsWith('image/')) return warn('not-a-page', `${site} sends a picture (${type}).`, 'Link to a page where the offer can be bought.');
	return stop('not-a-page', `${site} sends no page${type ? ` but ${type}` : ''}.`, 'Link to a page; phones cannot show everything else.');
}

const isHttpUrl = (url: string) => /^https?:/i.test(url);

function pageProblems({ html, bytes }: PageVisit): LinkProblem[] {
	const { viewport, wide } = readPhonePage(html);
	const problems: LinkProblem[] = [];
	if (viewport.kind === 'none')
		problems.push(stop('no-viewport', 'The page does not say that it fits phones, so they show it tiny.', 'Put <meta name="viewport" content="width=device-width, initial-scale=1"> into its head, or link to a page of the shop’s mobile theme.'));
	if (viewport.kind === 'fixed')
		problems.push(stop('too-wide', `The page is made for ${viewport.width} pixels (its viewport is "${viewport.content}"); phones have ${SCREENS}.`, 'Put width=device-width, initial-scale=1 into its viewport.'));
	const widest = wide[0];
	if (widest) problems.push(widthProblem(widest, wide.length));
	if (bytes > HEAVY_BYTES) {
		const isMore = bytes >= MOST_BYTES;
		const size = isMore ? 'more than 1 MB' : `${Math.round(bytes / 1000)} kB`;
		problems.push((isMore ? stop : warn)('too-heavy', `The page alone is ${size}, without its pictures.`, 'Link to a lighter page: on a weak network every 100 kB are a second. Pictures inside the HTML are the usual cause.'));
	}
	return problems;
}

function widthProblem({ what, width, isSure }: WideThing, count: number): LinkProblem {
	const others = count > 1 ? `, and ${count - 1} more` : '';
	return (isSure ? stop : warn)(
		'too-wide',
		`${what} is ${width} pixels wide${others}; phones have ${SCREENS}.`,
		'Give it max-width: 100%, or link to a page of the shop’s mobile theme. Where the page is right on a phone all the same, override the check.',
	);
}

const APP_STORES = /^(apps|itunes)\.apple\.com$|^play\.google\.com$|^appgallery\.huawei\.com$/;

function isAppStore(url: string): boolean {
	if (/^(market|itms-apps?|itms-appss):/i.test(url)) return true;
	return isHttpUrl(url) && APP_STORES.test(new URL(url).hostname);
}

/** A link without what may be personal in it. */
export function siteOf(url: string): string {
	if (!URL.canParse(url)) return 'The link';
	const { protocol, host } = new URL(url);
	return isHttpUrl(url) ? host : protocol;
}

const sitesOf = (hops: readonly string[]) => [...new Set(hops.map(siteOf))].join(', ');
