// The page that a link in a text leads to, inside n8n's contexts, with a ledger of its own.
import { type IDataObject } from 'n8n-workflow';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { unsubscribeLink } from '../../lib/flows/unsubscribe';
import { type HttpAnswer } from '../support/webhook-host';
import { type Trigger, type TriggerOptions, useTriggersOnSandbox } from '../support/trigger-on-sandbox';

const shop = useTriggersOnSandbox();
const MARIA = '+12125550123';
const ANNA = '+48600100200';
const TOKEN = 'AbC123xY';
const OF_ANNA = 'Zz09Zz09Zz09';

const host = (options: TriggerOptions = {}) =>
	shop.host('smsUnsubscribeTrigger', 'twilio', { ...options, parameters: { path: 'stop', ...options.parameters } });

/** Tokens as a campaign makes them. */
async function giveTokens(trigger: Trigger, key = 'default'): Promise<void> {
	const ledger = await openSqliteLedger(String(trigger.credentials.commerceSmsShopApi?.ledgerPath), new Date());
	await ledger.unsubscribeTokens(key, [{ phone: MARIA, newToken: TOKEN }, { phone: ANNA, newToken: OF_ANNA }], new Date());
	await ledger.close();
}

const open = async (trigger: Trigger, token: string, headers: Record<string, string> = {}): Promise<HttpAnswer> =>
	await trigger.call({ url: unsubscribeLink(trigger.urls.production, token), headers, body: '', method: 'GET' });
const tap = async (trigger: Trigger, token: string, headers: Record<string, string> = {}): Promise<HttpAnswer> =>
	await trigger.call({ url: unsubscribeLink(trigger.urls.production, token), headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Phone/1', ...headers }, body: '' });
const items = (trigger: Trigger): IDataObject[] => trigger.itemsAt(0);
const endpoints = () => shop.rows('endpoints').map(({ shop: key, kind, carrier, url }) => ({ key, kind, carrier, url }));

describe('published', () => {
	test('the page is where sending nodes find it, and not when it is unpublished', async () => {
		const trigger = await host();
		for (let times = 0; times < 2; times++) await trigger.create(); // n8n calls it for GET and for POST
		expect(endpoints()).toEqual([{ key: 'default', kind: 'unsubscribe', carrier: '', url: trigger.urls.production }]);
		expect(trigger.urls.production).toMatch(/\/webhook\/stop$/);
		for (let times = 0; times < 2; times++) await trigger.remove();
		expect(endpoints()).toEqual([]);
	});

	test('a test gets into no text', async () => {
		const trigger = await host();
		await trigger.create();
		await trigger.create('test');
		await trigger.remove('test');
		expect(endpoints()).toMatchObject([{ url: trigger.urls.production }]);
	});

	test('at an address of the operator’s own', async () => {
		const trigger = await host({ parameters: { options: { publicUrl: 'https://acme.link/s' } } });
		await trigger.create();
		expect(endpoints()).toMatchObject([{ url: 'https://acme.link/s' }]);
	});

	test.each([
		['http://n8n.example.com', {}, /Customers cannot open the page at http:\/\/n8n\.example\.com/],
		['https://192.168.1.5', {}, /Customers cannot open the page/],
		['https://n8n.example.com', { path: ':x' }, /Path is ":x"/],
		['https://n8n.example.com', { path: ' ' }, /Path is ""/],
		['https://n8n.example.com', { options: { publicUrl: 'acme.link' } }, /Public URL is "acme\.link"/],
	])('not at %s with %j', async (publicOrigin, parameters, message) => {
		const trigger = await host({ publicOrigin, parameters });
		await expect(trigger.create()).rejects.toThrow(message);
		expect(endpoints()).toEqual([]);
	});
});

describe('the page', () => {
	test('asks, and opening it changes nothing', async () => {
		const trigger = await host();
		await giveTokens(trigger);
		const before = shop.dump();
		for (let times = 0; times < 3; times++) await open(trigger, TOKEN, { 'user-agent': 'facebookexternalhit/1.1' });
		const { status, headers, body } = await open(trigger, TOKEN);
		expect(shop.dump()).toEqual(before);
		expect(items(trigger)).toEqual([]);
		expect(status).toBe(200);
		expect(headers).toMatchObject({
			'content-type': 'text/html; charset=utf-8',
			'cache-control': 'no-store',
			'referrer-policy': 'no-referrer',
			'content-security-policy': expect.stringContaining("default-src 'none'") as string,
		});
		expect(body).toContain('Do you want no more texts from us to +1********23? Texts about your orders will end too.');
		expect(body).toContain('<form method="post"><button>Stop texts</button></form>');
		expect(body).toContain('<h1>Acme</h1>');
		expect(body).toContain('<meta name="robots" content="noindex">');
		expect(body).toContain('width=device-width');
		expect(body).not.toContain(MARIA.slice(1));
		expect(body).not.toMatch(/src=|href="http|<script|@import|url\(/);
	});

	test.each<[why: string, token: string, headers: Record<string, string>, words: string]>([
		['the country’s language', OF_ANNA, {}, 'Nie chcesz już otrzymywać naszych SMS-ów na +48*******00?'],
		['the browser’s language', OF_ANNA, { 'accept-language': 'xx,de-AT;q=0.9,en;q=0.8' }, 'Möchten Sie keine SMS mehr'],
		['a browser that says nothing we know', OF_ANNA, { 'accept-language': 'xx, ,;' }, 'Nie chcesz już'],
	])('is in %s', async (_why, token, headers, words) => {
		const trigger = await host();
		await giveTokens(trigger);
		expect((await open(trigger, token, headers)).body).toContain(words);
	});

	test('is in the language of the person, before all', async () => {
		const trigger = await host();
		await giveTokens(trigger);
		const ledger = await openSqliteLedger(String(trigger.credentials.commerceSmsShopApi?.ledgerPath), new Date());
		await ledger.savePeople('default', [{ phone: MARIA, language: 'es', source: 'save', newId: '1' }], new Date());
		await ledger.close();
		expect((await open(trigger, TOKEN, { 'accept-language': 'de' })).body).toContain('<html lang="es">');
	});

	test('escapes what the operator wrote', async () => {
		const trigger = await host({ shop: { brand: `<b>"A" & 'B'</b>`, supportPhone: '"><script>1' } });
		await giveTokens(trigger);
		await tap(trigger, TOKEN);
		const { body } = await open(trigger, TOKEN);
		expect(body).toContain('&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;');
		expect(body).not.toMatch(/<script|<b>/);
	});

	test.each(['', 'short', 'Unknown123', `${TOKEN}x`, TOKEN.toLowerCase(), `${TOKEN}%00`, `' or 1=1 --`, 'a'.repeat(65)])('says of the token %j that it does not work, and changes nothing', async (token) => {
		const trigger = await host();
		await giveTokens(trigger);
		const before = shop.dump();
		const answers = [await open(trigger, encodeURI(token)), await tap(trigger, encodeURI(token))];
		for (const { status, body } of answers) {
			expect(status).toBe(404);
			expect(body).toContain('This link does not work.');
		}
		expect(shop.dump()).toEqual(before);
		expect(items(trigger)).toEqual([]);
	});

	test('knows nobody of another shop on the same ledger', async () => {
		const trigger = await host();
		await giveTokens(trigger, 'other');
		expect((await tap(trigger, TOKEN)).status).toBe(404);
		expect(shop.rows('opt_outs')).toEqual([]);
	});

	test('finds the person when something was added to the link', async () => {
		const trigger = await host();
		await giveTokens(trigger);
		expect((await open(trigger, `${TOKEN}=&utm_source=x`)).status).toBe(200);
	});
});

describe('the button', () => {
	test('opts out as a STOP does, with its proof, and starts the workflow', async () => {
		const trigger = await host();
		await giveTokens(trigger);
		const { status, headers } = await tap(trigger, TOKEN, { 'accept-language': 'en' });
		expect([status, headers.location]).toEqual([303, `?${TOKEN}`]);
		expect(items(trigger)).toEqual([
			{ phone: '+1********23', phoneFull: MARIA, kind: 'opt-out', via: 'link', ended: 'everything', language: 'en', receivedAt: expect.stringMatching(/Z$/) as string },
		]);
		expect(shop.rows('opt_outs')).toMatchObject([{ shop: 'default', phone: MARIA, origin: 'reply' }]);
		const [event] = shop.rows('consent_events');
		expect(event).toMatchObject({ phone: MARIA, purpose: 'marketing', action: 'revoke', status: 'revoked', source: 'link', actor: 'customer', language: 'en' });
		expect(String(event?.evidence)).toContain('Phone/1');
		expect(JSON.stringify(shop.rows('consent_events'))).not.toContain(TOKEN);
		expect(shop.rows('wordings').map(({ text, wording }) => text ?? wording)).toEqual(['Do you want no more texts from us to +1********23? Texts about your orders will end too. [Stop texts]']);

		const { body } = await open(trigger, TOKEN);
		expect(body).toContain('You will get no more texts from us to +1********23.');
		expect(body).toContain('Text START to our number');
		expect(body).toContain('<a href="tel:+14155550190">+1 415 555 0190</a>');
		expect(body).not.toContain('<form');
	});

	test('counts once, however often it is tapped', async () => {
		const trigger = await host();
		await giveTokens(trigger);
		await Promise.all([tap(trigger, TOKEN), tap(trigger, TOKEN)]);
		expect((await tap(trigger, TOKEN)).status).toBe(303);
		expect(items(trigger)).toHaveLength(1);
		expect(shop.rows('consent_events')).toHaveLength(1);
		expect(shop.rows('opt_outs')).toHaveLength(1);
	});

	test('ends offers alone in a shop where STOP does', async () => {
		const trigger = await host({ shop: { optOutScope: 'marketing' } });
		await giveTokens(trigger);
		expect((await open(trigger, TOKEN)).body).toContain('Do you want no more offers from us by text to +1********23?');
		await tap(trigger, TOKEN);
		expect(items(trigger)).toMatchObject([{ ended: 'marketing' }]);
		expect((await open(trigger, TOKEN)).body).toContain('You will get no more offers from us by text. Texts about your orders are not affected.');
	});

	test('keeps texts from going out, and START brings them back', async () => {
		const trigger = await host();
		await giveTokens(trigger);
		await tap(trigger, TOKEN);
		const ledger = await openSqliteLedger(String(trigger.credentials.commerceSmsShopApi?.ledgerPath), new Date());
		expect((await ledger.consentFacts('default', [MARIA]))[0]).toMatchObject({ optOut: { origin: 'reply' } });
		await ledger.close();
		const replies = await shop.host('smsReplyTrigger', 'twilio');
		await replies.hear({ id: 'SM1', from: MARIA, text: 'START' });
		expect(shop.rows('opt_outs')).toEqual([]);
		expect((await open(trigger, TOKEN)).body).toContain('<form');
	});

	test('says nothing of success when the ledger cannot be written', async () => {
		const trigger = await host();
		await giveTokens(trigger);
		trigger.credentials.commerceSmsShopApi = { ...trigger.credentials.commerceSmsShopApi, ledgerPath: '/dev/null/ledger.sqlite' };
		const answer = await tap(trigger, TOKEN);
		expect(answer.status).toBe(500);
		expect(items(trigger)).toEqual([]);
	});
});
