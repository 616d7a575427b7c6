import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import Telnyx from 'telnyx';
import { TelnyxWebhook } from 'telnyx/lib/webhooks';
import { telnyx } from '../../lib/carriers/telnyx';
import { type WebhookRequest } from '../../lib/wire';
import { always } from '../support/properties';
import { type AnswerCase, fixtures, NOW, WEBHOOK_URL } from './cases';
import { carrierContract } from './contract';

/** RFC 8410: what PKCS#8 puts before the 32 bytes of an Ed25519 key. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Keys by their base64 public half, as Telnyx shows it. */
const privateKeys = new Map<string, KeyObject>();

function keyFrom(phrase: string): string {
	const seed = createHash('sha256').update(phrase).digest();
	const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
	const publicHalf = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
	privateKeys.set(publicHalf, key);
	return publicHalf;
}

const KEY = keyFrom('a key of Telnyx');
const OTHER_KEY = keyFrom('a key of somebody else');
const CREDENTIALS = {
	apiKey: 'KEY-dummy-telnyx-key',
	publicKey: KEY,
	messagingProfileId: 'dummy-profile',
	baseUrl: '',
};

const signedAt = (request: WebhookRequest, key: string, timestamp: string): WebhookRequest => ({
	...request,
	headers: {
		...request.headers,
		'telnyx-timestamp': timestamp,
		'telnyx-signature-ed25519': sign(
			null,
			Buffer.from(`${timestamp}|${request.body}`),
			privateKeys.get(key) as KeyObject,
		).toString('base64'),
	},
});

const seconds = (date: Date) => String(Math.floor(date.getTime() / 1000));

carrierContract({
	carrier: telnyx,
	credentials: CREDENTIALS,
	secrets: ['KEY-dummy-telnyx-key'],
	unusable: [
		['no API key', { apiKey: '' }, /Telnyx.*API key/],
		['an API key that is no text', { apiKey: undefined }, /Telnyx.*API key/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345', alphanumeric: 'Acme Shop' },
	endpoint: 'https://api.telnyx.com/v2/messages',
	readSend: ({ headers, body }) => {
		expect(headers['content-type']).toBe('application/json');
		const fields = JSON.parse(body ?? '') as Record<string, unknown>;
		return { to: fields.to, from: fields.from, text: fields.text, receiptUrl: fields.webhook_url };
	},
	proof: {
		sign: (request, key) => signedAt(request, key, seconds(NOW)),
		credentialsFor: (key) => ({ publicKey: key }),
		key: KEY,
		otherKey: OTHER_KEY,
		header: 'telnyx-signature-ed25519',
		windowSeconds: 300,
		isSharedSecret: false,
		signsUrl: false,
	},
});

const CONFIG = telnyx.readConfig(CREDENTIALS);
const MESSAGE = { to: '+14155550123', from: '+14155550100', text: 'Zażółć 👍' };

describe('a send', () => {
	const bodyWith = (fields: object, message = {}) =>
		JSON.parse(
			telnyx.buildSend({ ...MESSAGE, ...message }, telnyx.readConfig({ ...CREDENTIALS, ...fields })).body ?? '',
		) as object;

	test('names the messaging profile where the credential has one', () => {
		expect(bodyWith({ messagingProfileId: ' dummy-profile ' })).toMatchObject({
			messaging_profile_id: 'dummy-profile',
		});
		expect(bodyWith({ messagingProfileId: '' })).not.toHaveProperty('messaging_profile_id');
	});

	test('keeps the profile’s own webhooks out of it only where we listen ourselves', () => {
		const receiptUrl = 'https://n8n.example.com/r';
		expect(bodyWith({}, { receiptUrl })).toMatchObject({ webhook_url: receiptUrl, use_profile_webhooks: false });
		expect(bodyWith({})).not.toHaveProperty('use_profile_webhooks');
	});

	test('is the request that Telnyx’s own SDK makes of the same fields', async () => {
		const requests: Array<{ method: string; url: string; type: string | null; body: unknown }> = [];
		const accepted = fixtures<AnswerCase[]>('telnyx', 'answers')[0] as AnswerCase;
		const client = new Telnyx({
			apiKey: CREDENTIALS.apiKey,
			maxRetries: 0,
			fetch: async (input, init) => {
				const { method, url, headers } = new Request(input, init);
				requests.push({ method, url, type: headers.get('content-type'), body: JSON.parse(String(init?.body)) });
				return Response.json(accepted.body);
			},
		});
		const receiptUrl = 'https://n8n.example.com/webhook/r?a=b';
		const sent = await client.messages.send({
			...MESSAGE,
			type: 'SMS',
			messaging_profile_id: 'dummy-profile',
			webhook_url: receiptUrl,
			use_profile_webhooks: false,
		});
		const ours = telnyx.buildSend({ ...MESSAGE, receiptUrl }, CONFIG);
		expect(requests).toEqual([
			{ method: ours.method, url: ours.url, type: ours.headers['content-type'], body: JSON.parse(ours.body ?? '') },
		]);
		const receipt = telnyx.parseSend({
			status: 200,
			headers: {},
			body: JSON.stringify(accepted.body),
			receivedAt: NOW,
		});
		expect(receipt).toMatchObject({ id: sent.data?.id, segments: sent.data?.parts });
	});
});

describe('a webhook', () => {
	const now = new Date();
	const request = (body: string): WebhookRequest => ({
		method: 'POST',
		url: WEBHOOK_URL,
		headers: { 'content-type': 'application/json' },
		body,
		receivedAt: now,
	});
	beforeEach(() => jest.useFakeTimers({ now, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }));
	afterEach(() => jest.useRealTimers());

	test.each(['', 'yesterday', '-1', '1e9', '0x65', ' ', '99999999999999'])(
		'with the timestamp "%s" is refused',
		(timestamp) => {
			expect(telnyx.verifyWebhook(signedAt(request('{}'), KEY, timestamp), CONFIG)).toBe(false);
		},
	);

	test('whose timestamp was changed afterwards is refused', () => {
		const signed = signedAt(request('{}'), KEY, seconds(now));
		const headers = { ...signed.headers, 'telnyx-timestamp': seconds(new Date(now.getTime() - 1000)) };
		expect(telnyx.verifyWebhook({ ...signed, headers }, CONFIG)).toBe(false);
	});

	test('is verified with a public key that was pasted with spaces around', () => {
		const config = telnyx.readConfig({ ...CREDENTIALS, publicKey: ` ${KEY}\n` });
		expect(telnyx.verifyWebhook(signedAt(request('{}'), KEY, seconds(now)), config)).toBe(true);
	});

	test('is judged as Telnyx’s own SDK judges it: 300 random bodies, times, keys and tamperings', async () => {
		const verifier = new TelnyxWebhook(KEY);
		const verdicts = new Set<boolean>();
		const tamperings = fc.constantFrom<(signed: WebhookRequest) => WebhookRequest>(
			(signed) => signed,
			(signed) => signed,
			(signed) => ({ ...signed, body: `${signed.body} ` }),
			(signed) => changed(signed, 'telnyx-signature-ed25519', (value) => value.slice(0, -1)),
			(signed) => changed(signed, 'telnyx-signature-ed25519', (value) => value.replace(/=+$/, '')),
			(signed) => changed(signed, 'telnyx-signature-ed25519', (value) => `${value}\n`),
			(signed) =>
				changed(signed, 'telnyx-signature-ed25519', (value) => value.replaceAll('+', '-').replaceAll('/', '_')),
			(signed) => changed(signed, 'telnyx-timestamp', (value) => `0${value}`),
			(signed) => changed(signed, 'telnyx-timestamp', () => ''),
		);
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(fc.json(), fc.string({ unit: 'grapheme' })),
				fc.constantFrom(KEY, KEY, KEY, OTHER_KEY),
				fc.oneof(fc.integer({ min: -302, max: 302 }), fc.constant(0)).filter((age) => Math.abs(age) !== 300),
				tamperings,
				async (body, key, age, tamper) => {
					const timestamp = seconds(new Date(now.getTime() - age * 1000));
					const signed = tamper(signedAt(request(body), key, timestamp));
					const theirs = await verifier.verify(signed.body, signed.headers).then(
						() => true,
						() => false,
					);
					verdicts.add(theirs);
					expect(telnyx.verifyWebhook(signed, CONFIG)).toBe(theirs);
				},
			),
			{ seed: 20261122, numRuns: 300 },
		);
		expect([...verdicts].sort()).toEqual([false, true]);
	});

	test('that the SDK takes apart says the same to us', () => {
		always(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const payload = {
					id: 'dummy-id',
					from: { phone_number: '+14155550123' },
					to: [{ phone_number: '+14155550100' }],
					text,
				};
				const body = JSON.stringify({ data: { event_type: 'message.received', payload } });
				expect(telnyx.parseWebhook(request(body))).toMatchObject([{ kind: 'reply', id: 'dummy-id', text }]);
			}),
		);
	});
});

const changed = (signed: WebhookRequest, header: string, change: (value: string) => string): WebhookRequest => ({
	...signed,
	headers: { ...signed.headers, [header]: change(signed.headers[header] ?? '') },
});
