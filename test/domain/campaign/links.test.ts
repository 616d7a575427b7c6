import fc from 'fast-check';
import { findLinks, judgePage, LINK_PROBLEM_IDS, type PageVisit } from '../../../lib/domain/campaign/links';
import { always, messyText } from '../../support/properties';

describe('links in a text', () => {
	test.each<[text: string, urls: string[]]>([
		['Sale! https://acme.example.com/sale', ['https://acme.example.com/sale']],
		['Sale at https://acme.example.com/sale.', ['https://acme.example.com/sale']],
		['(see https://acme.example.com/a_(b)), now', ['https://acme.example.com/a_(b)']],
		['“https://acme.example.com/x”', ['https://acme.example.com/x']],
		['https://acme.example.com/?a=1&b=2!', ['https://acme.example.com/?a=1&b=2']],
		['HTTP://ACME.EXAMPLE.COM/A', ['http://acme.example.com/A']],
		['acme.com/sale', ['http://acme.com/sale']],
		['Shop at acme.com.', ['http://acme.com/']],
		['ACME.COM: 20% off', ['http://acme.com/']],
		['acme.pl, acme.co.uk and https://acme.pl', ['http://acme.pl/', 'http://acme.co.uk/', 'https://acme.pl/']],
		['twice acme.com/a acme.com/a', ['http://acme.com/a']],
		['żółw.pl/wyprzedaż', ['http://xn--w-uga1v8h.pl/wyprzeda%C5%BC']],
		['acme.photography/sale', ['http://acme.photography/sale']],
		['acme.com:8443/x', ['http://acme.com:8443/x']],
		['acme.com?c=1', ['http://acme.com/?c=1']],
		// no links
		['Sale ends today.Come in', []],
		['write to sale@acme.com', []],
		['20.5 % off, 10.30am, z.B. 3.99 EUR...', []],
		['version 1.2.3 and file.photographers', []],
		['', []],
	])('%j has %j', (text, urls) => {
		expect(findLinks(text).map(({ url }) => url)).toEqual(urls);
	});

	test('stand in the text as they are found', () => {
		always(
			fc.property(messyText(), fc.constantFrom(' https://a.example.com/x', ' acme.com/y', ' b.pl'), messyText(), (before, link, after) => {
				const text = `${before}${link} ${after}`;
				const found = findLinks(text);
				for (const { written, url } of found) {
					expect(text).toContain(written);
					expect(URL.canParse(url)).toBe(true);
				}
				expect(found.map(({ written }) => written)).toContain(link.trim());
			}),
		);
	});
});

const VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">';
const page = (head: string, body = '<h1>Sale</h1>') => `<!doctype html><html><head><title>Acme</title>${head}</head><body>${body}</body></html>`;
const visit = (changes: Partial<PageVisit> = {}): PageVisit => {
	const html = changes.html ?? page(VIEWPORT);
	return { hops: ['https://acme.example.com/sale'], status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, bytes: html.length, ...changes, html };
};
const found = (changes: Partial<PageVisit>) => judgePage(visit(changes)).map(({ id, severity }) => `${id} ${severity}`);
const A = 'https://acme.example.com';

describe('a page for phones', () => {
	test('has nothing wrong', () => expect(found({})).toEqual([]));

	test.each<[why: string, changes: Partial<PageVisit>, problems: string[]]>([
		['no answer', { failure: 'ENOTFOUND', status: 0, html: '' }, ['unreachable stops']],
		['http to the end', { hops: ['http://acme.example.com'] }, ['not-https stops']],
		['http, then https', { hops: ['http://acme.example.com', A] }, ['not-https warns']],
		['no scheme, then https', { hops: ['http://acme.example.com', A], isWithoutScheme: true }, []],
		['no scheme, http to the end', { hops: ['http://acme.example.com'], isWithoutScheme: true }, ['not-https stops']],
		['https, then http', { hops: [A, 'http://acme.example.com'] }, ['insecure-redirect stops']],
		['http in between', { hops: [A, 'http://x.example.com', A] }, ['insecure-redirect stops']],
		['three redirects', { hops: [A, `${A}/1`, `${A}/2`, `${A}/3`] }, []],
		['four redirects', { hops: [A, `${A}/1`, `${A}/2`, `${A}/3`, `${A}/4`] }, ['too-many-redirects stops']],
		['an endless round', { hops: Array<string>(11).fill(A), status: 302, html: '' }, ['too-many-redirects stops']],
		['a redirect to nowhere', { status: 302, html: '' }, ['unreachable stops']],
		['not found', { status: 404 }, ['http-error stops']],
		['forbidden', { status: 403 }, ['http-error stops']],
		['in trouble', { status: 503 }, ['http-error stops']],
		['not found, on http', { status: 404, hops: ['http://acme.example.com'] }, ['not-https stops', 'http-error stops']],
		['an app store', { hops: [A, 'https://apps.apple.com/app/id1'], html: '' }, ['redirect-to-app-store warns']],
		['another app store', { hops: [A, 'market://details?id=com.acme'], status: 302, html: '' }, ['redirect-to-app-store warns']],
		['an app', { hops: [A, 'acme://sale'], status: 200, html: '', headers: {} }, ['not-a-page stops']],
		['a download', { headers: { 'content-type': 'text/html', 'content-disposition': 'attachment; filename=a.html' } }, ['not-a-page stops']],
		['a PDF', { headers: { 'content-type': 'application/pdf' }, html: '%PDF' }, ['not-a-page stops']],
		['a picture', { headers: { 'content-type': 'image/png' }, html: 'x' }, ['not-a-page warns']],
		['nothing', { html: ' ' }, ['not-a-page stops']],
		['no content', { status: 204, html: '', headers: {} }, ['not-a-page stops']],
		['no content type, but a page', { headers: {} }, []],
		['no content type, and no page', { headers: {}, html: 'hello' }, ['not-a-page stops']],
		['a big page', { bytes: 500_001 }, ['too-heavy warns']],
		['a huge page', { bytes: 1_000_000 }, ['too-heavy stops']],
	])('with %s', (_why, changes, problems) => {
		expect(found(changes)).toEqual(problems);
	});

	test('every problem says what to do, and no link in full', () => {
		const secret = `${A}/?customer=12345`;
		for (const changes of [{ status: 404 }, { failure: 'x' }, { html: '<p>' }, { bytes: 2e6 }, { hops: Array<string>(6).fill(secret) }]) {
			for (const { id, message, hint } of judgePage(visit({ hops: [secret], ...changes }))) {
				expect(LINK_PROBLEM_IDS).toContain(id);
				expect(message).toMatch(/\.$/);
				expect(hint).toMatch(/\.$/);
				expect(message + hint).not.toContain('12345');
			}
		}
	});
});

describe('the viewport', () => {
	test.each<[meta: string, problems: string[]]>([
		['', ['no-viewport stops']],
		['<meta name=viewport content=width=device-width,initial-scale=1>', []],
		["<META content='initial-scale=1' NAME='Viewport'>", []],
		['<meta name="viewport" content="width=device-width; initial-scale=1.0; user-scalable=no">', []],
		['<meta name="viewport" content="user-scalable=no">', ['no-viewport stops']],
		['<meta name="viewport">', ['no-viewport stops']],
		['<meta name="viewport" content="width=480">', []],
		['<meta name="viewport" content="width=980">', ['too-wide stops']],
		['<meta name="viewport" content="width=device-width, initial-scale=0.5">', ['too-wide stops']],
		['<meta name="viewport" content="initial-scale=0.4">', ['too-wide stops']],
		[`${VIEWPORT}<meta name="viewport" content="width=1024">`, ['too-wide stops']],
		[`<!-- ${VIEWPORT} -->`, ['no-viewport stops']],
		[`<noscript>${VIEWPORT}</noscript>`, ['no-viewport stops']],
		[`<script>document.write('${VIEWPORT}')</script>`, ['no-viewport stops']],
		['<meta name="description" content="width=device-width">', ['no-viewport stops']],
	])('%s: %j', (meta, problems) => {
		expect(found({ html: page(meta) })).toEqual(problems);
	});
});

describe('wider than the screen', () => {
	const SHEET = '<link rel="stylesheet" href="/theme.css">';
	const css = (rules: string) => `<style>${rules}</style>`;
	test.each<[body: string, head: string, problems: string[]]>([
		['<table width="900"><tr><td>x</table>', '', ['too-wide stops']],
		['<table width="100%"><tr><td>x</table>', '', []],
		['<table width="400">', '', ['too-wide warns']],
		['<table width="900" style="max-width:100%">', '', []],
		['<img src=a width=1200>', '', ['too-wide stops']],
		['<img src=a width=1200>', SHEET, []], // a size of its own, that the theme binds
		['<img src=a width=1200>', css('img{max-width:100%}'), []],
		['<div style="width: 960px">x</div>', '', ['too-wide stops']],
		['<div style="width: 960px">x</div>', SHEET, ['too-wide stops']],
		['<div style="width:60em">x</div>', '', ['too-wide stops']],
		['<div style="width:960px;max-width:100%">x</div>', '', []],
		['<div style="min-width:960px;max-width:100%">x</div>', '', ['too-wide stops']],
		['<div style="width:960px;display:none">x</div>', '', []],
		['<div style="display:none"><table width=900></table></div>', '', []],
		['<div style="overflow-x:auto"><table width=900></table></div>', '', []],
		['<div style="overflow-x:auto"></div><table width=900></table>', '', ['too-wide stops']],
		['<div style="position:absolute;width:900px">x</div>', '', []],
		['<span style="width:900px">x</span>', '', []],
		['<svg><rect style="width:900px"/></svg>', '', []],
		['<script>x="<table width=900>"</script>', '', []],
		['<template><table width=900></table></template>', '', []],
		['<div class=wrap>x</div>', css('.wrap{width:960px}'), ['too-wide stops']],
		['<div class=wrap>x</div>', css('.wrap{width:960px}') + SHEET, ['too-wide warns']],
		['<div class=wrap>x</div>', css('.wrap{width:960px;margin:0 auto}@media (max-width:768px){.wrap{width:100%}}'), []],
		['<div class=wrap>x</div>', css('@media (min-width:768px){.wrap{width:960px}}'), []],
		['<div class=wrap>x</div>', css('@media (width >= 48em){.wrap{width:960px}}'), []],
		['<div class=wrap>x</div>', css('@media print{.wrap{width:960px}}'), []],
		['<div class=wrap>x</div>', css('@media screen{@supports (display:grid){.wrap{width:960px}}}'), ['too-wide stops']],
		['<div class=wrap>x</div>', css('@import "a.css";/* .x{} */.wrap{content:"}";width:960px}'), ['too-wide stops']],
		['<div class=wrap>x</div>', css('@keyframes x{from{width:10px}to{width:960px}}.other{width:960px}'), []],
		['<div class=wrap>x</div>', css('span.wrap{width:960px}'), []],
		['<div id=top>x</div>', css('#top{min-width:1000px}'), ['too-wide stops']],
		['x', css('body{min-width:1000px}'), ['too-wide stops']],
		['x', css('html,body{width:1000px}'), ['too-wide stops']],
		['<div class=modal>x</div>', css('.modal{display:none;width:600px}'), []],
		['<div style="width:150vw">', '', ['too-wide stops']],
		['<div style="width:100vw">', '', []],
		['<div style="width:min(900px,100%)">', '', []],
	])('%s %s: %j', (body, head, problems) => {
		expect(found({ html: page(VIEWPORT + head, body) })).toEqual(problems);
	});

	test('names the widest one', () => {
		const body = '<table width="600"></table><div style="width: 960px"></div>';
		expect(judgePage(visit({ html: page(VIEWPORT, body) }))[0]?.message).toBe('<div style="width: 960px"> is 960 pixels wide, and 1 more; phones have 360 to 430.');
	});
});

test('no page is too odd to be judged', () => {
	const bits = fc.constantFrom('<', '>', '</', '/>', '<!--', '-->', '<!', '<style>', '</style>', '<script>', '<meta name=viewport ', 'content', '=', '"', "'", ' ', '<div ', 'style', 'width:900px', '{', '}', '@media', ';', '</div>', '<table width=900>', '\u0000', '[', '\\');
	always(
		fc.property(fc.array(bits, { maxLength: 25 }), (parts) => {
			for (const { id } of judgePage(visit({ html: `<${parts.join('')}` }))) expect(LINK_PROBLEM_IDS).toContain(id);
		}),
		2000,
	);
});

test.each(['<div></p>', '<p>', '<', '<a ', '<!--', '<style>', '<div class=a>', '{', '<div style="width:9px">'])('a page of nothing but %s is judged', (bit) => {
	const html = page(`${VIEWPORT}<style>.a{width:100px}</style>`, bit.repeat(Math.floor(1_000_000 / bit.length)));
	expect(Array.isArray(judgePage(visit({ html })))).toBe(true);
});
