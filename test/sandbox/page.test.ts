// The phone page, as far as that goes without a browser: what it is served with, what it may do, what it says.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { startSandbox, type Sandbox } from '../../sandbox/server';

const PUBLIC = join(__dirname, '../../sandbox/public');
const SCRIPTS = readdirSync(PUBLIC).filter((name) => name.endsWith('.js'));

interface Words {
	formatPhone(phone: string): string;
	splitLinks(text: string): { text: string; href?: string }[];
	delivery(message: { status: string; errorCode: string | null }): { icon: string; words: string };
	outcome(webhook: Record<string, unknown>): string;
	segments(count: number): string;
	day(at: number, now: number): string;
	faultScope(fault: Record<string, unknown>): string;
	faultTitle(kind: string): string;
}

function loadWords(): Words {
	const context: { SandboxWords?: Words; URL: typeof URL } = { URL };
	runInNewContext(readFileSync(join(PUBLIC, 'words.js'), 'utf8'), context);
	return context.SandboxWords as Words;
}
const words = loadWords();
/** Objects from another context have another Object.prototype. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('serving', () => {
	let sandbox: Sandbox;
	beforeEach(async () => {
		sandbox = await startSandbox({ port: 0 });
	});
	afterEach(() => sandbox.stop());

	test('nothing but the page’s own files may run, and none of them is guessed to be something else', async () => {
		const response = await fetch(`${sandbox.url}/`);
		expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		const policy = response.headers.get('content-security-policy') ?? '';
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("script-src 'self'");
		expect(policy).not.toMatch(/unsafe|https?:|\*/);
		const html = await response.text();
		expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|javascript:/);
	});

	test('every file that the page asks for is there', async () => {
		const html = await (await fetch(`${sandbox.url}/`)).text();
		const files = [...html.matchAll(/(?:src|href)="(\/[^"#]+)"/g)].map(([, file]) => file);
		const own = readdirSync(PUBLIC).filter((name) => name !== 'phone.html');
		expect(new Set(files)).toEqual(new Set(own.map((name) => `/${name}`)));
		for (const file of files) expect((await fetch(`${sandbox.url}${file}`)).status).toBe(200);
	});

	test('nothing outside of the page’s folder is served', async () => {
		for (const path of ['/../server.ts', '/%2e%2e/server.ts', '/server.ts', '/nope']) {
			expect((await fetch(sandbox.url + path)).status).toBe(404);
		}
	});
});

test('no script turns a text into markup', () => {
	expect(SCRIPTS.length).toBeGreaterThan(4);
	for (const name of SCRIPTS) {
		const source = readFileSync(join(PUBLIC, name), 'utf8');
		expect(source).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|eval\(|new Function/);
	}
});

describe('links in texts', () => {
	test('only web addresses become links, without the punctuation after them', () => {
		expect(plain(words.splitLinks('Track: https://shop.example/t/1?a=1&b=2, or (http://x.example/y). Bye'))).toEqual([
			{ text: 'Track: ' },
			{ text: 'https://shop.example/t/1?a=1&b=2', href: 'https://shop.example/t/1?a=1&b=2' },
			{ text: ', or (' },
			{ text: 'http://x.example/y', href: 'http://x.example/y' },
			{ text: '). Bye' },
		]);
	});

	test.each(['javascript:alert(1)', 'data:text/html,<script>', 'ftp://x.example', 'https://', '<b>bold</b>'])(
		'%s stays text',
		(text) => {
			expect(plain(words.splitLinks(text))).toEqual([{ text }]);
		},
	);

	test('markup around an address stays outside of it', () => {
		expect(plain(words.splitLinks('<a href="https://x.example/"onmouseover="y">'))).toEqual([
			{ text: '<a href="' },
			{ text: 'https://x.example/', href: 'https://x.example/' },
			{ text: '"onmouseover="y">' },
		]);
	});
});

describe('words', () => {
	test.each([
		['+14155550123', '+1 415 555 0123'],
		['+447700900123', '+44 7700 900123'],
		['+33639980100', '+33 639 980 100'],
		['+4915901234567', '+49 159 0123 4567'],
		['+35312345678', '+353 1234 5678'],
		['72345', '72345'],
		['ACME', 'ACME'],
	])('%s is shown as %s', (phone, shown) => {
		expect(words.formatPhone(phone)).toBe(shown);
	});

	test('ticks', () => {
		expect(plain(words.delivery({ status: 'delivered', errorCode: null }))).toEqual({
			icon: 'double-check',
			words: 'Delivered',
		});
		expect(plain(words.delivery({ status: 'undelivered', errorCode: '30003' }))).toEqual({
			icon: 'alert',
			words: 'Not delivered (30003)',
		});
	});

	test('what to do when a workflow did not take a text', () => {
		const outcome = (change: Record<string, unknown>) =>
			words.outcome({ detail: 'What happened.', attempts: 1, ...change });
		expect(outcome({ outcome: 'accepted' })).toBe('What happened.');
		expect(outcome({ outcome: 'refused', status: 403, attempts: 3 })).toMatch(
			/^What happened\. Tried 3 times\. The signature/,
		);
		expect(outcome({ outcome: 'refused', status: 404 })).toMatch(/Is the workflow active\?$/);
		expect(outcome({ outcome: 'no-url' })).toMatch(/under Controls/);
		expect(outcome({ outcome: 'unreachable' })).toMatch(/running\?$/);
	});

	test('days and segments', () => {
		const now = new Date(2030, 4, 10, 12).getTime();
		expect(words.day(now - 3_600_000, now)).toBe('Today');
		expect(words.day(now - 86_400_000, now)).toBe('Yesterday');
		expect(words.day(now - 5 * 86_400_000, now)).toMatch(/5/);
		expect([words.segments(1), words.segments(3)]).toEqual(['1 segment', '3 segments']);
	});

	test('faults', () => {
		expect(words.faultScope({ kind: 'slow', count: 1, ms: 1500 })).toBe('next text (1.5 s)');
		expect(words.faultScope({ kind: 'cut', rate: 0.1, phone: '+14155550123', carrier: 'telnyx' })).toBe(
			'10 % of texts to +1 415 555 0123 at Telnyx',
		);
		expect(words.faultScope({ kind: 'cut' })).toBe('every text');
	});
});
