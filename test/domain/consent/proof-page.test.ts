import { linkHash, sha256 } from '../../../lib/domain/consent/event';
import { type PageEvent, type PageProof, proofPage } from '../../../lib/domain/consent/proof-page';

const MADE_AT = new Date('2026-06-10T12:00:00Z');

const event = (more: Partial<PageEvent> = {}): PageEvent => {
	const wording = more.wording === undefined ? 'Text me offers' : more.wording;
	const link = {
		shop: 'default',
		subject: 'ab'.repeat(16),
		number: 1,
		purpose: 'marketing' as const,
		channel: 'sms' as const,
		action: 'record' as const,
		status: 'confirmed' as const,
		source: 'checkout' as const,
		actor: 'customer' as const,
		language: 'en',
		wordingHash: wording === null ? null : sha256(wording),
		givenAt: Date.UTC(2026, 4, 3, 14, 5),
		recordedAt: Date.UTC(2026, 4, 3, 14, 6),
		evidenceDigest: 'cd'.repeat(32),
		previousHash: '',
		evidence: { ip: '203.0.113.7' },
		...more,
		wording,
	};
	return { ...link, hash: linkHash(link) };
};

const proof = (more: Partial<PageProof> = {}): PageProof => ({
	phone: '+14155550123',
	subject: 'ab'.repeat(16),
	states: { marketing: { status: 'confirmed', since: new Date('2026-05-03T14:05:00Z'), reminders: 0 } },
	events: [event()],
	...more,
});

const page = (more: Partial<PageProof> = {}, brand: string | undefined = 'Acme Store') => proofPage(proof(more), brand, MADE_AT);

test('tells all that is on record, in UTC', () => {
	const html = page({ optOut: { origin: 'carrier', at: MADE_AT }, erasedAt: MADE_AT });
	for (const words of [
		'Acme Store',
		'+14155550123',
		'2026-05-03 14:05:00 UTC',
		'2026-05-03 14:06:00 UTC',
		'2026-06-10 12:00:00 UTC',
		'box at the checkout',
		'Text me offers',
		sha256('Text me offers'),
		'203.0.113.7',
		event().hash,
		'the carrier blocks the number',
		'Whole: 1 event,',
		'at their own wish',
	])
		expect(html).toContain(words);
});

test('the line under each event gives its hash: anybody can check it', () => {
	const first = event({ wording: 'A "quoted" & <tagged> wording' });
	const html = page({ events: [first, event({ number: 2, previousHash: first.hash })] });
	const lines = [...html.matchAll(/Made of<\/th><td><code>(.*?)<\/code>/g)].map(([, line]) =>
		(line as string).replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&#39;/g, "'").replace(/&amp;/g, '&'),
	);
	const hashes = [...html.matchAll(/Hash<\/th><td><code>(\w+)<\/code>/g)].map(([, hash]) => hash);
	expect(lines).toHaveLength(2);
	expect(lines.map(sha256)).toEqual(hashes);
	expect(lines[1]).toContain(hashes[0]);
});

test('a broken chain is named', () => {
	expect(page({ broken: { number: 2, problem: 'its <evidence> was changed' } })).toContain(
		'Broken at event 2: its &lt;evidence&gt; was changed',
	);
});

test('an erased event, one without words, and none at all', () => {
	expect(page({ events: [event({ evidence: null })] })).toContain('<em>erased</em>');
	expect(page({ events: [event({ wording: null })] })).toContain('<em>not on record</em>');
	expect(page({ events: [], states: {} })).toContain('No event is on record');
});

describe('whatever stands in the record is text', () => {
	const EVIL = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;</style></blockquote>`;
	const everywhere = [
		page({}, EVIL),
		page({ phone: EVIL }),
		page({ broken: { number: 1, problem: EVIL } }),
		page({ states: { [EVIL]: { status: 'confirmed', reminders: 0 } } as never }),
		...(['shop', 'subject', 'purpose', 'action', 'status', 'source', 'actor', 'language', 'wording', 'wordingHash', 'evidenceDigest', 'previousHash'] as const).map((field) =>
			page({ events: [event({ [field]: EVIL })] }),
		),
		page({ events: [{ ...event(), hash: EVIL }] }),
		page({ events: [event({ evidence: { note: EVIL, reply: EVIL } })] }),
		page({ events: [event({ evidence: { [EVIL]: 'x' } as never })] }),
		page({ events: [event({ evidence: { note: { toString: () => EVIL } } as never })] }),
	];

	test.each(everywhere.map((html, index) => [index, html] as const))('%d: no tag and no attribute comes of it', (_index, html) => {
		const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag));
		for (const tag of ['script', 'img', 'iframe', 'link', 'a']) expect(tags).not.toContain(tag);
		expect(html).toContain('&lt;script&gt;');
		expect(html.match(/<style>/g)).toHaveLength(1);
		expect(html.match(/<\/style>/g)).toHaveLength(1);
		expect(html.match(/<blockquote>/g)?.length).toBe(html.match(/<\/blockquote>/g)?.length);
	});

	test('signs that hide or turn text are shown by their number', () => {
		const html = page({ events: [event({ wording: 'No\u202eseY\u200b' })] });
		expect(html).toContain('U+202E');
		expect(html).toContain('U+200B');
		expect(html).not.toMatch(/[\u202e\u200b]/);
	});

	test.each(['constructor', '__proto__', 'toString'])('a record’s word "%s" is no label of ours', (word) => {
		expect(page({ events: [event({ action: word as never, evidence: JSON.parse(`{"${word}": "x"}`) as never })] })).toContain(`: ${word}<`);
	});
});

test('is complete in itself: no script, nothing from elsewhere', () => {
	const html = page();
	expect(html).toContain(`default-src 'none'`);
	expect(html).not.toMatch(/<script|<link|@import|url\(|\bsrc=|\bhref=/);
	expect(html).toContain('@page { size: A4');
});
