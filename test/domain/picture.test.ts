import { judgePicture } from '../../lib/domain/campaign/picture';
import { LINK_PROBLEM_IDS, type PageVisit } from '../../lib/domain/campaign/links';
import { readPicture } from '../../lib/domain/picture';
import { checkPicture, type PageAnswer } from '../../lib/flows/check-links';

const URL_OF = 'https://acme.example/sale.jpg';

describe('the address of a picture', () => {
	test.each([
		[` ${URL_OF} `, URL_OF],
		['https://cdn.acme.example/a b.png?w=600#x', 'https://cdn.acme.example/a%20b.png?w=600#x'],
		['', undefined],
		[undefined, undefined],
		[null, undefined],
	])('%p is read as %p', (written, read) => expect(readPicture(written)).toBe(read));

	test.each([
		'http://acme.example/sale.jpg',
		'acme.example/sale.jpg',
		'data:image/png;base64,AAAA',
		'https://user:secret@acme.example/sale.jpg',
		'https://localhost/sale.jpg',
		`https://acme.example/${'x'.repeat(2_000)}.jpg`,
	])('%s is none that carriers can fetch', (written) => {
		expect(() => readPicture(written)).toThrow(expect.objectContaining({ code: 'bad-setting', hint: expect.stringContaining('https://') as string }) as Error);
	});
});

const visit = (more: Partial<PageVisit> = {}): PageVisit => ({
	hops: [URL_OF],
	status: 200,
	headers: { 'content-type': 'image/jpeg' },
	html: '\ufffd',
	bytes: 120_000,
	...more,
});

describe('a picture that is to go with texts', () => {
	test.each<[string, Partial<PageVisit>, string[]]>([
		['a JPEG', {}, []],
		['a PNG, with a charset', { headers: { 'content-type': 'IMAGE/PNG; charset=binary' } }, []],
		['one of exactly 600 kB', { bytes: 600_000 }, []],
		['one of more', { bytes: 600_001 }, ['picture-too-heavy']],
		['one that says that it is larger than what was read', { headers: { 'content-type': 'image/gif', 'content-length': '4000000' } }, ['picture-too-heavy']],
		['an empty one', { bytes: 0 }, ['picture-too-heavy']],
		['a page', { headers: { 'content-type': 'text/html' } }, ['not-a-picture']],
		['a picture that phones may not show', { headers: { 'content-type': 'image/webp' } }, ['not-a-picture']],
		['something', { headers: {} }, ['not-a-picture']],
		['nothing there', { status: 404 }, ['http-error']],
		['no server', { failure: 'there is no such host', status: 0 }, ['unreachable']],
		['one that is sent on to http', { hops: [URL_OF, 'http://acme.example/sale.jpg'] }, ['insecure-redirect']],
	])('%s', (_what, more, ids) => {
		const problems = judgePicture(visit(more));
		expect(problems.map(({ id }) => id)).toEqual(ids);
		for (const { id, severity, message, hint } of problems) {
			expect(LINK_PROBLEM_IDS).toContain(id);
			expect([severity, message, hint]).toEqual(['stops', expect.stringMatching(/^[A-Za-z].*\.$/), expect.stringMatching(/\.$/)]);
		}
	});

	test('is followed to where it is', async () => {
		const answers: Record<string, PageAnswer> = {
			[URL_OF]: { status: 302, headers: { location: '/real.png' }, html: '', bytes: 0 },
			'https://acme.example/real.png': { status: 200, headers: { 'content-type': 'image/png' }, html: 'x', bytes: 5 },
		};
		const checked = await checkPicture(URL_OF, ({ url }) => Promise.resolve(answers[url] as PageAnswer));
		expect(checked).toEqual({ link: URL_OF, url: URL_OF, finalUrl: 'https://acme.example/real.png', redirects: 1, problems: [] });
	});
});
