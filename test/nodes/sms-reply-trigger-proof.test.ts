// What proves a webhook: the signature over the body that arrived and the URL that n8n serves.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { getExpectedBodyHash } from 'twilio/lib/webhooks/webhooks';
import { TELNYX_SIGNING_KEY, TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { forwardClock } from '../support/clock';
import { MARIA, SIGNING_CARRIER_IDS, SIGNING_CARRIERS } from '../support/signed-webhooks';
import { type Trigger, useTriggersOnSandbox } from '../support/trigger-on-sandbox';
import { type HttpCall } from '../support/webhook-host';

const shop = useTriggersOnSandbox();
const HI = { id: 'SM1', text: 'Hi' };
const PUBLIC = 'https://n8n.example.com';
const OTHER_KEYS = {
	twilio: 'the-token-of-another-account',
	telnyx: generateKeyPairSync('ed25519').privateKey,
} as const;

const without = ({ url, body, headers }: HttpCall, name: string): HttpCall => ({
	url,
	body,
	headers: Object.fromEntries(Object.entries(headers).filter(([header]) => !header.includes(name))),
});
const headed = (call: HttpCall, headers: Record<string, string>): HttpCall => ({
	...call,
	headers: { ...call.headers, ...headers },
});

describe.each(SIGNING_CARRIER_IDS)('a webhook of %s', (id) => {
	const carrier = SIGNING_CARRIERS[id];
	const body = carrier.reply(HI);
	let trigger: Trigger;
	beforeEach(async () => {
		trigger = await shop.host('smsReplyTrigger', id, { publicOrigin: PUBLIC });
		await trigger.hear({ id: 'SM0', text: 'before' }); // the ledger is there, with something in it
		await trigger.confirmed();
	});

	test('that is signed is taken, with the answer that the carrier wants', async () => {
		const { status, headers, body: answer } = await trigger.hear(HI);
		expect({ status, contentType: headers['content-type'], body: answer }).toEqual({
			status: 200,
			...carrier.acknowledgement,
		});
		expect(trigger.executions).toHaveLength(2);
	});

	test.each<[what: string, call: () => HttpCall]>([
		['has no signature', () => without(carrier.sign(trigger.urls.production, body), 'signature')],
		['is signed by another account', () => carrier.sign(trigger.urls.production, body, { key: OTHER_KEYS[id] })],
		[
			'was changed on its way',
			() => ({ ...carrier.sign(trigger.urls.production, body), body: body.replace('Hi', 'STOP') }),
		],
		['has lost its body', () => ({ ...carrier.sign(trigger.urls.production, body), body: '' })],
		[
			'the other carrier has signed',
			() => {
				const [other] = SIGNING_CARRIER_IDS.filter((each) => each !== id).map((each) => SIGNING_CARRIERS[each]);
				return (other ?? carrier).sign(trigger.urls.production, (other ?? carrier).reply(HI));
			},
		],
		[
			'has a secret in its URL',
			() => without(carrier.sign(`${trigger.urls.production}?secret=1&from=${MARIA}`, body), 'signature'),
		],
		['is empty', () => ({ url: trigger.urls.production, headers: {}, body: '' })],
		[
			'has a signature that is none',
			() =>
				headed(carrier.sign(trigger.urls.production, body), {
					'x-twilio-signature': '?',
					'telnyx-signature-ed25519': '?',
				}),
		],
		[
			'is of a type that n8n does not read',
			() =>
				headed(without(carrier.sign(trigger.urls.production, body), 'signature'), {
					'content-type': 'application/octet-stream',
				}),
		],
		[
			'comes in parts, which n8n takes apart',
			() => ({
				url: trigger.urls.production,
				headers: {
					...carrier.sign(trigger.urls.production, body).headers,
					'content-type': 'multipart/form-data; boundary=x',
				},
				body: `--x\r\ncontent-disposition: form-data; name="Body"\r\n\r\nSTOP\r\n--x--\r\n`,
			}),
		],
		[
			'is larger than n8n takes',
			() => ({
				url: trigger.urls.production,
				headers: { 'content-type': 'application/octet-stream' },
				body: Buffer.alloc(17 * 1024 * 1024),
			}),
		],
		[
			'is large and unsigned',
			() => ({ url: trigger.urls.production, headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(1_000_000) }),
		],
	])('that %s gets 401 and changes nothing', async (_what, call) => {
		const before = shop.dump();
		expect(await trigger.call(call())).toMatchObject({ status: 401, body: '' });
		expect(shop.dump()).toEqual(before);
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.errors).toEqual([]);
		// the operator learns what to check; whoever reads the log learns nothing of the customer or the key
		expect(trigger.log).toEqual([expect.stringContaining(`has not signed for ${trigger.urls.production}. If`)]);
		expect(trigger.log.join()).toMatch(/key in the credential.*Public URL/);
		expect(trigger.log.join()).not.toMatch(/4155550123|sandbox-auth-token|secret=/);
	});

	test('that is zipped is proven by what was zipped', async () => {
		const call = carrier.sign(trigger.urls.production, body);
		const zipped = { ...headed(call, { 'content-encoding': 'gzip' }), body: gzipSync(call.body) };
		expect(await trigger.call(zipped)).toMatchObject({ status: 200 });
		expect(trigger.itemsAt(0)).toMatchObject([{ text: 'before' }, { text: 'Hi' }]);
	});

	test('counts by the URL that n8n serves, whatever host a proxy names', async () => {
		const proxied = headed(carrier.sign(trigger.urls.production, body), {
			host: '10.0.0.1:5678',
			'x-forwarded-host': 'evil.example',
			'x-forwarded-proto': 'http',
		});
		expect(await trigger.call(proxied)).toMatchObject({ status: 200 });
	});

	test('that tests is signed for the test URL', async () => {
		expect(await trigger.hear(HI, trigger.urls.test)).toMatchObject({ status: 200 });
		expect(trigger.executions).toHaveLength(2);
	});

	test.each(['?shop=acme&x=a%20b+c&%7Bq%7D=1', '?', '?a=1&a=2&&b', '?x=%F0%9F%93%A6'])(
		'keeps its query as it came: %s',
		async (query) => {
			expect(await trigger.hear(HI, trigger.urls.production + query)).toMatchObject({ status: 200 });
		},
	);

	test('whose texts are of many scripts is proven too', async () => {
		const text = 'Où est ma commande ? Где мой заказ? 📦 50% & more = + ; "quoted"\n2nd line';
		expect(await trigger.hear({ id: 'SM2', text })).toMatchObject({ status: 200 });
		expect(trigger.executions.flat(2).map(({ json }) => json.text)).toContain(text);
	});

	test('counts at once when the key was changed in the credential', async () => {
		const [old, fresh] = rotated();
		await trigger.hear({ id: 'SM2', text: 'old key' });
		const signed = (key: string | KeyObject, text: string) =>
			carrier.sign(trigger.urls.production, carrier.reply({ id: text, text }), { key });
		forwardClock(6_000);
		expect(await trigger.call(signed(fresh.key, 'too early'))).toMatchObject({ status: 401 });
		Object.assign(trigger.credentials[carrier.credential] as object, fresh.fields);
		forwardClock(6_000);
		expect(await trigger.call(signed(fresh.key, 'new key'))).toMatchObject({ status: 200 });
		forwardClock(6_000);
		expect(await trigger.call(signed(old.key, 'old key'))).toMatchObject({ status: 401 });
	});

	function rotated() {
		const pair = generateKeyPairSync('ed25519');
		const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
		return id === 'twilio'
			? ([{ key: TWILIO_ACCOUNT.authToken }, { key: 'a-new-token', fields: { authToken: 'a-new-token' } }] as const)
			: ([{ key: TELNYX_SIGNING_KEY }, { key: pair.privateKey, fields: { publicKey } }] as const);
	}
});

describe('Twilio signs the URL', () => {
	const carrier = SIGNING_CARRIERS.twilio;
	const body = carrier.reply(HI);

	test('so what is signed for the test URL does not count at the published one', async () => {
		const trigger = await shop.host('smsReplyTrigger', 'twilio', { publicOrigin: PUBLIC });
		const call = carrier.sign(trigger.urls.test, body);
		expect(await trigger.call({ ...call, url: trigger.urls.production })).toMatchObject({ status: 401 });
		expect(trigger.executions).toEqual([]);
	});

	test.each<[origin: string, part: string, asSigned: string, status: number]>([
		[PUBLIC, '.com/', '.com:443/', 200],
		[`${PUBLIC}:443`, ':443', '', 200],
		[`${PUBLIC}:8443`, '', '', 200],
		[`${PUBLIC}:8443`, ':8443', '', 200],
		[PUBLIC, '.com/', '.com:8443/', 401],
		[PUBLIC, 'https:', 'http:', 401],
		[PUBLIC, '/sms', '/sms/', 401],
		[PUBLIC, '/sms', '/sms?added=1', 401],
	])('of n8n at %s, signed with "%s" as "%s": %d', async (publicOrigin, part, asSigned, status) => {
		const trigger = await shop.host('smsReplyTrigger', 'twilio', { publicOrigin });
		const call = carrier.sign(trigger.urls.production.replace(part, asSigned), body);
		expect(await trigger.call({ ...call, url: trigger.urls.production })).toMatchObject({ status });
	});

	test('as Public URL has it, with the query of the call', async () => {
		const publicUrl = 'https://hooks.example.com/sms/twilio';
		const trigger = await shop.host('smsReplyTrigger', 'twilio', { parameters: { options: { publicUrl } } });
		const call = carrier.sign(`${publicUrl}?shop=acme`, body);
		expect(await trigger.call({ ...call, url: `${trigger.urls.production}?shop=acme` })).toMatchObject({ status: 200 });
		expect(await trigger.hear({ id: 'SM2', text: 'signed for n8n’s own URL' })).toMatchObject({ status: 401 });
	});

	test('of a body in JSON too, which is signed by its hash in the query', async () => {
		const trigger = await shop.host('smsReplyTrigger', 'twilio');
		const json = JSON.stringify({ Body: 'STOP' });
		const url = `${trigger.urls.production}?bodySHA256=${getExpectedBodyHash(json)}`;
		const { headers } = carrier.sign(url, '');
		const call = { url, headers: { ...headers, 'content-type': 'application/json' }, body: json };
		expect(await trigger.call(call)).toMatchObject({ status: 200 });
		expect(await trigger.call({ ...call, body: json.replace('STOP', 'HELP') })).toMatchObject({ status: 401 });
		expect(trigger.executions).toEqual([]);
	});
});

describe('Telnyx signs the time', () => {
	test.each([
		['is six minutes old', -6, 401],
		['is four minutes old', -4, 200],
		['comes from the future', 6, 401],
	])('so a webhook that %s', async (_what, minutes, status) => {
		const trigger = await shop.host('smsReplyTrigger', 'telnyx');
		const { sign, reply } = SIGNING_CARRIERS.telnyx;
		const call = sign(trigger.urls.production, reply(HI), { at: Date.now() + minutes * 60_000 });
		expect(await trigger.call(call)).toMatchObject({ status });
		expect(trigger.executions).toHaveLength(status === 200 ? 1 : 0);
	});
});
