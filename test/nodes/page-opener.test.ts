// The link check over n8n's own HTTP helper, against a server of this machine.
import { gzipSync } from 'node:zlib';
import { type ServerResponse } from 'node:http';
import { checkLinks, requireSoundLinks } from '../../lib/flows/check-links';
import { pageOpener } from '../../nodes/shared/page-opener';
import { executeContext } from '../support/execute-context';
import { closedPort, httpServer, tcpServer } from '../support/local-servers';

const GOOD = '<!doctype html><meta name="viewport" content="width=device-width"><h1>Sale</h1>';
const HTML = { 'content-type': 'text/html' };
const opener = () => pageOpener(executeContext({ operation: 'sendOrderUpdate', carrier: 'twilio' }, {}));
const to = (location: string) => (response: ServerResponse) => response.writeHead(302, { location }).end('moved');

const PAGES: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
	'/good': (response) => response.writeHead(200, HTML).end(GOOD),
	'/zipped': (response) => response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync(GOOD)),
	'/once': to('/good'),
	'/1': to('/2'),
	'/2': to('/3'),
	'/3': to('/4'),
	'/4': to('/good'),
	'/round': to('/round'),
	'/app': to('market://details?id=com.acme'),
	'/old': (response) => response.writeHead(200, HTML).end('<table width=900></table>'),
	'/gone': (response) => response.writeHead(404, HTML).end('gone'),
	'/file': (response) => response.writeHead(200, { 'content-type': 'application/zip' }).end('PK'),
	'/huge': (response) => response.writeHead(200, HTML).end(GOOD + 'x'.repeat(3_000_000)),
};

test('links are opened as a phone opens them, once each', async () => {
	const { url, requests } = await httpServer((response, request) => PAGES[request.url]?.(response));
	const texts = Object.keys(PAGES).map((path) => `Sale: ${url}${path}.`);
	const checked = await checkLinks([...texts, ...texts], opener());
	// the server has no certificate, which is what "not-https" says of each
	const others = ({ problems }: (typeof checked)[number]) => problems.map(({ id }) => id).filter((id) => id !== 'not-https');
	expect(Object.fromEntries(checked.map((link) => [link.link.slice(url.length), others(link)]))).toEqual({
		'/good': [],
		'/zipped': [],
		'/once': [],
		'/1': ['too-many-redirects'],
		'/2': [],
		'/3': [],
		'/4': [],
		'/round': ['too-many-redirects'],
		'/app': ['redirect-to-app-store'],
		'/old': ['no-viewport', 'too-wide'],
		'/gone': ['http-error'],
		'/file': ['not-a-page'],
		'/huge': ['too-heavy'],
	});
	expect(checked.find(({ link }) => link.endsWith('/1'))).toMatchObject({ finalUrl: `${url}/good`, redirects: 4 });
	expect(requests.every(({ method, headers }) => method === 'GET' && /iPhone/.test(headers['user-agent'] ?? ''))).toBe(true);
	expect(requests.filter(({ url: path }) => path === '/old')).toHaveLength(1);
});

test('a host that does not answer is said so', async () => {
	const port = await closedPort();
	const cut = await tcpServer((socket) => socket.once('data', () => socket.destroy()));
	const links = await checkLinks([`http://127.0.0.1:${port}/a http://127.0.0.1:${cut}/b`], opener());
	expect(links.map(({ problems }) => problems.find(({ id }) => id === 'unreachable')?.message)).toEqual([
		`127.0.0.1:${port} could not be opened: it takes no connections (ECONNREFUSED).`,
		`127.0.0.1:${cut} could not be opened: it broke off (ECONNRESET).`,
	]);
});

test('a page that never ends is left after the time', async () => {
	const { url } = await httpServer((response) => response.writeHead(200, HTML).write(GOOD));
	const answer = await opener()({ url, headers: {}, timeoutMs: 200, mostBytes: 1_000_000 });
	expect(answer).toEqual({ failure: 'no whole answer in 0.2 s' });
});

test('no more is read than is asked for', async () => {
	const { url } = await httpServer((response) => response.writeHead(200, HTML).end('x'.repeat(5_000_000)));
	expect(await opener()({ url, headers: {}, timeoutMs: 5_000, mostBytes: 1_000 })).toMatchObject({ status: 200, bytes: 1_000 });
});

test('what fails stops the campaign, unless the operator says why not', async () => {
	const { url } = await httpServer((response, request) => PAGES[request.url]?.(response));
	const checked = await checkLinks([`${url}/gone`], opener());
	expect(() => requireSoundLinks(checked, ' ')).toThrow(/^Nothing was sent: http:\/\/127\.0\.0\.1:\d+\/gone: .*answers 404: there is no such page\.$/);
	expect(() => requireSoundLinks(checked, 'the page comes at noon')).not.toThrow();
	expect(() => requireSoundLinks([], '')).not.toThrow();
});
