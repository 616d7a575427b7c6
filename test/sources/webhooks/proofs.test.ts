import { SOURCES } from '../../../lib/sources';
import { SOURCE_ENTRIES, sourceEntry } from '../../../lib/sources/webhooks';
import { type SourceWebhook } from '../../../lib/sources/webhooks/webhook';
import { type WebhookRequest } from '../../../lib/wire';
import { filesIn, read } from '../../support/source-files';
import { type Signed, SIGNERS } from './signers';

const NOW = new Date('2026-11-20T12:00:00Z');
const PAYLOAD = { eventId: 'e-1', eventCreated: 1795000000, name: 'Żółć 🚚', nested: { status: 'delivered' } };

const requestOf = ({ headers, body }: Signed, receivedAt = NOW): WebhookRequest => ({
	method: 'POST',
	url: 'https://n8n.example.com/webhook/1/order-events',
	headers,
	body,
	receivedAt,
});

async function webhookOf(id: string): Promise<SourceWebhook> {
	return (await sourceEntry(id)?.load?.()) as SourceWebhook;
}

const proving = SOURCE_ENTRIES.filter(({ proof }) => proof !== 'secret-url').map(({ id }) => id);

test('each source that proves its webhooks has its witness, and no other', () => {
	expect(Object.keys(SIGNERS).sort()).toEqual([...proving].sort());
});

test('each file is in the registry under its id, and names its documentation', async () => {
	const shared = ['api', 'complete', 'index', 'subscribe', 'webhook'];
	const files = filesIn('lib/sources/webhooks', '.ts').map((path) => /([^/]+)\.ts$/.exec(path)?.[1] as string);
	const own = files.filter((name) => !shared.includes(name));
	const loaded = SOURCE_ENTRIES.filter(({ load }) => load);
	expect(loaded.map(({ id }) => id).sort()).toEqual(own.sort());
	for (const { id, load, proof, registers, looksUp } of loaded) {
		const webhook = await load?.();
		expect(webhook?.id).toBe(id);
		expect([id, webhook?.subscriptions !== undefined, webhook?.lookUp !== undefined]).toEqual([id, registers === true, looksUp === true]);
		expect([id, webhook?.verify !== undefined]).toEqual([id, proof !== 'secret-url']);
		expect(read(`lib/sources/webhooks/${id}.ts`)).toMatch(/^\/\/ .*(https:\/\/|\n\/\/ https:\/\/)/);
	}
});

test('each source that is read can be listened to, by its own name', () => {
	const names = new Map(SOURCE_ENTRIES.map(({ id, name }) => [id, name]));
	expect(SOURCES.filter(({ id }) => !names.has(id)).map(({ id }) => id)).toEqual([]);
});

describe.each(proving)('%s', (id) => {
	const signer = SIGNERS[id] as (typeof SIGNERS)[string];
	const signed = signer.sign(PAYLOAD, NOW);
	const verify = async (request: WebhookRequest, secret = signer.secret, document = signed.document) =>
		(await webhookOf(id)).verify?.(request, secret, document);

	test('takes what it has signed', async () => {
		expect(await verify(requestOf(signed))).toBe(true);
	});

	test('refuses a body that was changed by a single character', async () => {
		for (const at of [0, Math.floor(signed.body.length / 2), signed.body.length - 1]) {
			const other = signed.body[at] === '1' ? '2' : '1';
			const body = signed.body.slice(0, at) + other + signed.body.slice(at + 1);
			const isFree = signer.bodyIsFree && (id !== 'ecwid' || body.includes('"eventId":"e-1"'));
			if (isFree && id !== 'ecwid') continue;
			// Ecwid signs time and id alone
			expect([at, await verify(requestOf({ ...signed, body }))]).toEqual([at, id === 'ecwid' && isParsable(body)]);
		}
		expect(await verify(requestOf({ ...signed, body: '' }))).toBe(id !== 'ecwid' && signer.bodyIsFree === true);
	});

	test('refuses what is not signed, what another secret signed, and everything while there is no secret', async () => {
		const bare = Object.fromEntries(Object.keys(signed.headers).map((name) => [name, '']));
		expect(await verify(requestOf({ ...signed, headers: {}, body: id === 'wix' ? '{}' : signed.body }))).toBe(false);
		expect(await verify(requestOf({ ...signed, headers: bare, body: id === 'wix' ? 'a.b.c' : signed.body }))).toBe(false);
		const wrong = /^[0-9a-f]{64}$/.test(signer.secret) ? signer.secret.replace('00ff', '00fe') : 'another';
		expect(await verify(requestOf(signer.sign(PAYLOAD, NOW, wrong)))).toBe(false);
		if (signer.secret !== '') {
			expect(await verify(requestOf(signed), '')).toBe(false);
			if (id !== 'wix') expect(await verify(requestOf(signer.sign(PAYLOAD, NOW, '')), '')).toBe(false);
		}
	});

	test('refuses without its keys, or with others than its own', async () => {
		if (signed.document === undefined) return;
		const webhook = await webhookOf(id);
		for (const document of [undefined, '', '{}', 'no json', '{"keys":[]}', '{"keys":[{"kid":"key-1"}]}']) {
			expect(webhook.verify?.(requestOf(signed), signer.secret, document)).toBe(false);
		}
	});

	test('refuses what is old', async () => {
		const late = new Date(NOW.getTime() + 10 * 60_000);
		expect(await verify(requestOf(signed, late))).toBe(signer.agesOut !== true);
	});

	test('never throws, whatever stands in the headers', async () => {
		for (const value of ['', ' ', '..', 'a.b', 't=,v1=', 'Bearer', '\u0000', 'é'.repeat(100), signed.body]) {
			const headers = Object.fromEntries(Object.keys(signed.headers).map((name) => [name, value]));
			expect(await verify(requestOf({ ...signed, headers, body: 'x' }))).toBe(false);
		}
	});
});

function isParsable(body: string): boolean {
	try {
		const { eventId, eventCreated } = JSON.parse(body) as typeof PAYLOAD;
		return eventId === PAYLOAD.eventId && eventCreated === PAYLOAD.eventCreated;
	} catch {
		return false;
	}
}

describe('particular schemes', () => {
	test('Sendcloud: the example of its documentation', async () => {
		const signature = '1eed4b3d41f4653ac64fd56f1bf1cbfd349e4482cbc11dff7134bd93e5da4b0a';
		const request = requestOf({ headers: { 'sendcloud-signature': signature }, body: '{"key": "value"}' });
		expect((await webhookOf('sendcloud')).verify?.(request, 'secretkey')).toBe(true);
	});

	test('Saleor: a webhook with a secret key signs with it, and keys are those of the shop in the credential', async () => {
		const saleor = await webhookOf('saleor');
		const { sign } = SIGNERS.sendcloud as (typeof SIGNERS)[string];
		const { headers, body } = sign(PAYLOAD, NOW, 'key');
		const request = requestOf({ headers: { 'saleor-signature': headers['sendcloud-signature'] as string }, body });
		expect([saleor.verify?.(request, 'key'), saleor.verify?.(request, 'other')]).toEqual([true, false]);
		const bySaleor = SIGNERS.saleor?.sign(PAYLOAD, NOW) as Signed;
		const forged = requestOf({ ...bySaleor, headers: { ...bySaleor.headers, 'saleor-api-url': 'https://evil.example/graphql/' } });
		const config = { baseUrl: 'https://shop.acme.example/graphql', storeId: '', apiVersion: '' };
		expect(saleor.proofUrl?.(forged, config)).toBe('https://shop.acme.example/.well-known/jwks.json');
		expect(saleor.proofUrl?.(forged, { ...config, baseUrl: '' })).toBeUndefined();
	});

	test('Wix: a key of one line, as a field holds it; tokens that say they need no signature are none', async () => {
		const wix = await webhookOf('wix');
		const { secret, sign } = SIGNERS.wix as (typeof SIGNERS)[string];
		const signed = sign(PAYLOAD, NOW);
		expect(wix.verify?.(requestOf(signed), secret.replaceAll('\n', ' '))).toBe(true);
		expect(wix.verify?.(requestOf(signed), secret.replaceAll('\n', '\\n'))).toBe(true);
		const payload = signed.body.split('.')[1] as string;
		for (const alg of ['none', 'HS256']) {
			const header = Buffer.from(JSON.stringify({ alg })).toString('base64url');
			expect(wix.verify?.(requestOf({ ...signed, body: `${header}.${payload}.eA` }), secret)).toBe(false);
		}
	});

	test.each([['as-signature-hmac-sha256', ''], ['am-webhook-signature', 'hmac-sha256=']])(
		'AfterShip: returns are signed in %s',
		async (header, prefix) => {
			const { secret, sign } = SIGNERS.aftership as (typeof SIGNERS)[string];
			const { headers, body } = sign(PAYLOAD, NOW);
			const request = requestOf({ headers: { [header]: prefix + (headers['aftership-hmac-sha256'] as string) }, body });
			expect((await webhookOf('aftership')).verify?.(request, secret)).toBe(true);
		},
	);
});

describe('handshakes and pings are answered without proof', () => {
	const ask = (more: Partial<WebhookRequest>) => ({ ...requestOf({ headers: {}, body: '' }), ...more });

	test('Onfleet reads what it asked with, and nothing that a page could run', async () => {
		const { answer } = await webhookOf('onfleet');
		const get = (check: string) => answer?.(ask({ method: 'GET', url: `https://n8n.example.com/webhook/1?check=${encodeURIComponent(check)}` }));
		expect(get('a1B-2_c')).toEqual({ contentType: 'text/plain', body: 'a1B-2_c' });
		expect([get(''), get('<script>'), get('x'.repeat(300))]).toEqual([undefined, undefined, undefined]);
		expect(answer?.(ask({ url: 'https://n8n.example.com/webhook/1?check=x' }))).toBeUndefined();
	});

	test('WooCommerce asks by the number of the webhook alone', async () => {
		const { answer } = await webhookOf('woocommerce');
		expect(answer?.(ask({ body: 'webhook_id=12' }))).toMatchObject({ body: '' });
		expect(answer?.(ask({ body: 'webhook_id=12&order=1' }))).toBeUndefined();
		expect(answer?.(ask({ body: 'webhook_id=12', headers: { 'x-wc-webhook-topic': 'order.updated' } }))).toBeUndefined();
	});
});
