import { findLinks, judgePage, type LinkProblem, MOST_BYTES, MOST_REDIRECTS, type PageVisit } from '../domain/campaign/links';
import { judgePicture } from '../domain/campaign/picture';
import { DomainError } from '../domain/errors';

/** One address, opened as a phone opens it. */
export interface PageRequest {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	/** For the whole answer. */
	readonly timeoutMs: number;
	/** No more of the page is read. */
	readonly mostBytes: number;
}

export type PageAnswer =
	| {
			readonly status: number;
			/** Lower-case names. */
			readonly headers: Readonly<Record<string, string>>;
			readonly html: string;
			/** What was read, unpacked. */
			readonly bytes: number;
			readonly failure?: undefined;
	  }
	/** There was none: why, in a few words. */
	| { readonly failure: string };

/** A link of a text, and what is wrong with it. */
export interface CheckedLink {
	/** As it stands in the text. */
	readonly link: string;
	readonly url: string;
	/** Where it led to at last. */
	readonly finalUrl: string;
	readonly redirects: number;
	readonly problems: readonly LinkProblem[];
}

/** An iPhone: shops tell phones by it. "compatible" and our name, so that nobody takes it for a visitor. */
const PHONE_HEADERS = {
	'user-agent':
		'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1 (compatible; n8n-nodes-commerce-sms link check)',
	accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
};
const TIMEOUT_MS = 10_000;

/** Somebody who is sent round in a circle is sent on for ever. */
const MOST_FOLLOWED = MOST_REDIRECTS + 7;

/**
 * Opens every link of these texts once, as a phone does, and judges where it leads. GET, since shops answer HEAD otherwise; no scripts
 * run and no cookies are kept. Never throws for what a page does.
 *
 * @param texts as they go out: placeholders filled in, personal ones with the values of one person.
 * @param open follows no redirect by itself.
 */
export async function checkLinks(texts: readonly string[], open: (request: PageRequest) => Promise<PageAnswer>): Promise<CheckedLink[]> {
	const links = new Map(texts.flatMap(findLinks).map((found) => [found.url, found]));
	return await Promise.all(
		[...links.values()].map(async ({ written, url }) => {
			const visit = await visitPage(url, open);
			const problems = judgePage({ ...visit, isWithoutScheme: !/^https?:/i.test(written) });
			return { link: written, url, finalUrl: visit.hops.at(-1) ?? url, redirects: visit.hops.length - 1, problems };
		}),
	);
}

/** The same for a picture that goes with the texts. */
export async function checkPicture(url: string, open: (request: PageRequest) => Promise<PageAnswer>): Promise<CheckedLink> {
	const visit = await visitPage(url, open);
	return { link: url, url, finalUrl: visit.hops.at(-1) ?? url, redirects: visit.hops.length - 1, problems: judgePicture(visit) };
}

async function visitPage(url: string, open: (request: PageRequest) => Promise<PageAnswer>): Promise<PageVisit> {
	const hops = [url];
	for (;;) {
		const at = hops.at(-1) as string;
		const answer = await open({ url: at, headers: PHONE_HEADERS, timeoutMs: TIMEOUT_MS, mostBytes: MOST_BYTES });
		if (answer.failure !== undefined) return { hops, failure: answer.failure, status: 0, headers: {}, html: '', bytes: 0 };
		const next = targetOf(answer.status, answer.headers.location, at);
		if (next === undefined || hops.length > MOST_FOLLOWED) return { hops, ...answer };
		hops.push(next);
		// an app: nothing to open here
		if (!/^https?:/.test(next)) return { hops, ...answer, status: 200, html: '', headers: {} };
	}
}

function targetOf(status: number, location: string | undefined, from: string): string | undefined {
	if (![301, 302, 303, 307, 308].includes(status) || !location) return undefined;
	return URL.canParse(location, from) ? new URL(location, from).href : undefined;
}

/**
 * Stops a campaign whose links are not fit for phones.
 *
 * @param override why the operator sends it all the same; empty for no.
 * @throws DomainError `bad-setting` with every problem that stops it, and what to do about the first.
 */
export function requireSoundLinks(checked: readonly CheckedLink[], override: string): void {
	if (override.trim() !== '') return;
	const stops = checked.flatMap(({ link, problems }) =>
		problems.filter(({ severity }) => severity === 'stops').map((problem) => ({ link, ...problem })),
	);
	const [first] = stops;
	if (!first) return;
	throw new DomainError(
		'bad-setting',
		`Nothing was sent: ${stops.map(({ link, message }) => `${link}: ${message}`).join(' ')}`,
		`${first.hint} To send it all the same, write why into Send Despite the Link Check.`,
	);
}
