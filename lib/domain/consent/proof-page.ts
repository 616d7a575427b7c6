import { type ConsentPurpose, type ConsentState, PURPOSE_LABELS } from './consent';
import { type ConsentEvidence, type ConsentLink, linkText } from './event';

/** What the page shows of a link. */
export interface PageEvent extends ConsentLink {
	readonly hash: string;
	readonly wording: string | null;
	/** Null after an erasure. */
	readonly evidence: ConsentEvidence | null;
}

export interface PageProof {
	/** E.164. */
	readonly phone: string;
	readonly subject: string;
	readonly states: Readonly<Partial<Record<ConsentPurpose, ConsentState>>>;
	readonly optOut?: { readonly origin: 'carrier' | 'reply' | 'operator'; readonly at: Date } | undefined;
	readonly erasedAt?: Date | undefined;
	readonly events: readonly PageEvent[];
	readonly broken?: { readonly number: number; readonly problem: string } | undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Signs that turn the direction of writing, or are not seen: they could make a text read as another. */
const UNSEEN = /(?![\n\r\t])[\p{Cc}\p{Cf}]/gu;

/** Text for a page. Signs that are not seen are shown by their number. */
const escape = (text: string): string =>
	text
		.replace(/[&<>"']/g, (sign) => ESCAPES[sign] as string)
		.replace(UNSEEN, (sign) => `<span class="sign">U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}</span>`);

/** "2026-05-03 14:05:00 UTC" */
const utc = (time: Date | number): string => `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

const STATUSES: Readonly<Record<ConsentState['status'], string>> = {
	none: 'no consent',
	pending: 'asked or listed, not confirmed',
	confirmed: 'consent given',
	revoked: 'opted out',
};

const ACTIONS: Readonly<Record<ConsentLink['action'], string>> = {
	list: 'put on the list, without proof',
	request: 'asked',
	remind: 'asked once more',
	confirm: 'confirmed the request',
	decline: 'said no',
	record: 'agreed',
	revoke: 'opted out',
	resume: 'came back after an opt-out',
	lift: 'took an opt-out back',
};

const SOURCES: Readonly<Record<ConsentLink['source'], string>> = {
	checkout: 'box at the checkout',
	form: 'form',
	keyword: 'keyword',
	import: 'older list',
	shop: 'the shop’s own record',
	staff: 'told the staff',
	reply: 'reply by text',
	code: 'one-time code',
	carrier: 'carrier',
	operator: 'operator of the shop',
	link: 'link in a text',
};

const EVIDENCE: Readonly<Record<keyof ConsentEvidence, string>> = {
	formUrl: 'Page',
	ip: 'IP address',
	userAgent: 'Browser',
	orderNumber: 'Order',
	signUpWording: 'Words at the box',
	note: 'Note',
	messageId: 'Carrier’s message ID',
	carrier: 'Carrier',
	sender: 'Shop’s number',
	reply: 'Their words',
	age: 'Age',
	requestId: 'Request',
	field: 'Field',
	workflow: 'Workflow',
	execution: 'Execution',
};

const row = (label: string, value: string): string => `<tr><th scope="row">${label}</th><td>${value}</td></tr>`;

/** The labels are our own; a record from a later version may hold words that this one does not know. */
const label = (table: Readonly<Record<string, string>>, word: string): string =>
	Object.hasOwn(table, word) ? (table[word] as string) : escape(word);

/**
 * Everything on record about one phone as a page to print or to hand over: complete in itself, without scripts, times in UTC. Pure.
 *
 * @param brand of the shop; undefined when it has none.
 */
export function proofPage(proof: PageProof, brand: string | undefined, madeAt: Date): string {
	const title = `Record of consent to text messages${brand ? `: ${escape(brand)}` : ''}`;
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
<table>
${row('Phone', escape(proof.phone))}
${row('Where it stands', standing(proof))}
${proof.optOut ? row('Opt-out of every text', `since ${utc(proof.optOut.at)} (${ORIGINS[proof.optOut.origin]})`) : ''}
${proof.erasedAt ? row('Erased', `${utc(proof.erasedAt)}, at their own wish: evidence from before then is gone`) : ''}
${row('Chain of events', soundness(proof))}
${row('Made', utc(madeAt))}
</table>
<h2>What happened</h2>
${proof.events.length === 0 ? '<p>No event is on record.</p>' : proof.events.map(eventSection).join('\n')}
<h2>How to check this page</h2>
${HOW_TO_CHECK}
</body>
</html>
`;
}

const ORIGINS = { carrier: 'the carrier blocks the number', reply: 'by a text of theirs', operator: 'entered by the shop' } as const;

function standing({ states }: PageProof): string {
	const lines = Object.entries(states).map(([purpose, { status, since }]) => {
		const what = label(PURPOSE_LABELS, purpose);
		return `${what}: <strong>${STATUSES[status]}</strong>${since ? ` since ${utc(since)}` : ''}`;
	});
	return lines.length === 0 ? 'nothing is on record' : lines.join('<br>');
}

function soundness({ events, broken }: PageProof): string {
	if (broken) return `<strong class="broken">Broken at event ${broken.number}: ${escape(broken.problem)}</strong>`;
	return events.length === 0 ? 'empty' : `Whole: ${events.length} ${events.length === 1 ? 'event' : 'events'}, nothing changed, nothing missing between them`;
}

function eventSection(event: PageEvent): string {
	const rows = [
		row('When', `${utc(event.givenAt)}${event.recordedAt === event.givenAt ? '' : `; written down ${utc(event.recordedAt)}`}`),
		row('Which led to', label(STATUSES, event.status)),
		row('By way of', `${label(SOURCES, event.source)}; done by the ${escape(event.actor)}`),
		...(event.language ? [row('Language', escape(event.language))] : []),
		...wordingRows(event),
		...(event.wordingHash === null ? [] : [row('Their SHA-256', `<code>${escape(event.wordingHash)}</code>`)]),
		...evidenceRows(event.evidence),
		row('Hash', `<code>${escape(event.hash)}</code>`),
		row('Made of', `<code>${escape(linkText(event))}</code>`),
	];
	return `<section>
<h3>${event.number}. ${capitalised(label(PURPOSE_LABELS, event.purpose))}: ${label(ACTIONS, event.action)}</h3>
<table>
${rows.join('\n')}
</table>
</section>`;
}

/** Of consents and requests it is told when the words are missing; who opts out is shown none. */
function wordingRows({ wording, wordingHash, action }: PageEvent): string[] {
	if (wording !== null) return [row('Words shown', `<blockquote>${escape(wording)}</blockquote>`)];
	return wordingHash !== null || SHOWS_WORDS.has(action) ? [row('Words shown', '<em>not on record</em>')] : [];
}

const SHOWS_WORDS: ReadonlySet<string> = new Set<ConsentLink['action']>(['request', 'remind', 'confirm', 'record']);

function evidenceRows(evidence: ConsentEvidence | null): string[] {
	if (evidence === null) return [row('Evidence', '<em>erased</em>')];
	return Object.entries(evidence).map(([name, value]) => row(label(EVIDENCE, name), escape(String(value))));
}

const capitalised = (words: string) => words.replace(/^[a-z]/, (letter) => letter.toUpperCase());

const HOW_TO_CHECK = `<p>Each event has a hash: the SHA-256, in lower-case hex, of the line that stands at “Made of”, in UTF-8. Anybody can work it out
again, on Linux for example with <code>printf '%s' 'the line' | sha256sum</code>. The line is a JSON array: its format, the shop, the subject,
the number of the event, purpose, channel, action, what it led to, way, who did it, language, the SHA-256 of the words shown, when it was done
and when it was written down (milliseconds since 1970, UTC), a digest of the evidence, and the hash of the event before.</p>
<p>Because each line holds the hash of the event before, no event can be changed, put in or taken out of the middle without changing every hash after
it. The words shown can be checked by their own SHA-256. The subject and the digest of the evidence are keyed hashes (HMAC-SHA-256): only the
shop, which has the key, can work them out again, and so can show that the evidence is the one that was written down at the time.</p>
<p>That the last events were not taken away, and that the whole was not written later, the page alone does not show. The shop can show
it by a digest of its ledger that was filed with somebody else at the time.</p>`;

const STYLE = `
@page { size: A4; margin: 18mm 16mm; }
body { font: 11pt/1.45 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; color: #1a1a1a; background: #fff; max-width: 178mm; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 .8em; }
h2 { font-size: 13pt; margin: 1.8em 0 .6em; break-after: avoid; }
h3 { font-size: 11pt; margin: 0 0 .4em; break-after: avoid; }
section { border: 1px solid #ccc; border-radius: 4px; padding: .8em 1em; margin: 0 0 1em; break-inside: avoid; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: .2em 0; overflow-wrap: anywhere; unicode-bidi: isolate; }
th { width: 9.5em; padding-right: 1em; font-weight: 400; color: #555; }
code { font: 8.5pt/1.4 ui-monospace, 'Liberation Mono', Consolas, monospace; overflow-wrap: anywhere; }
td > code { display: block; padding-top: .25em; word-break: break-all; }
blockquote { margin: 0; padding-left: .8em; border-left: 3px solid #bbb; white-space: pre-wrap; }
.broken { color: #a00; }
.sign { font-size: 7pt; border: 1px solid #a00; color: #a00; padding: 0 .2em; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10pt; } section { border-color: #999; } }
`;
