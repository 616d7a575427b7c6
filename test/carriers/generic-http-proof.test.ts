// Proofs of carriers that sign, as patterns; each signature is made here by node:crypto, in the vendor's own words.
import { createHash, createHmac } from 'node:crypto';
import { genericHttp } from '../../lib/carriers/generic-http';
import { type WebhookRequest } from '../../lib/wire';
import { NOW, WEBHOOK_URL } from './cases';
import { FORM_GATEWAY } from './generic-gateways';

const KEY = 'dummy-signing-key';
const SECONDS = String(NOW.getTime() / 1000);
const URL = `${WEBHOOK_URL}?a=b%20c`;
const BODY = '{"text":"Zażółć 👍"}';

const hmac = (algorithm: string, ...parts: Array<string | Buffer>) =>
	createHmac(algorithm, KEY).update(Buffer.concat(parts.map((part) => Buffer.from(part))));
const request = (headers: Record<string, string>, more: Partial<WebhookRequest> = {}): WebhookRequest => ({
	method: 'POST',
	url: URL,
	headers,
	body: BODY,
	receivedAt: NOW,
	...more,
});
const isProven = (fields: object, one: WebhookRequest) =>
	genericHttp.verifyWebhook(one, genericHttp.readConfig({ ...FORM_GATEWAY, ...fields }));

interface Scheme {
	readonly fields: object;
	readonly headers: Record<string, string>;
	readonly signsUrl?: true;
}

const SCHEMES: Readonly<Record<string, Scheme>> = {
	// https://developers.sinch.com/docs/sms/api-reference/sms/tag/Webhooks: body.nonce.timestamp
	Sinch: {
		fields: {
			hmacEncoding: 'base64',
			signatureHeader: 'x-sinch-webhook-signature',
			signedPattern: '{body}.{nonce}.{timestamp}',
			timestampHeader: 'x-sinch-webhook-signature-timestamp',
			nonceHeader: 'x-sinch-webhook-signature-nonce',
		},
		headers: {
			'x-sinch-webhook-signature': hmac('sha256', `${BODY}.n-1.${SECONDS}`).digest('base64'),
			'x-sinch-webhook-signature-timestamp': SECONDS,
			'x-sinch-webhook-signature-nonce': 'n-1',
		},
	},
	// https://docs.sms-gate.app/features/webhooks/#payload-signing: body and timestamp, nothing between
	'SMS Gateway for Android': {
		fields: { signatureHeader: 'X-Signature', signedPattern: '{body}{timestamp}', timestampHeader: 'X-Timestamp' },
		headers: { 'x-signature': hmac('sha256', BODY + SECONDS).digest('hex'), 'x-timestamp': SECONDS },
	},
	// https://docs.bird.com: timestamp, URL, and the digest of the body as bytes
	Bird: {
		fields: {
			hmacEncoding: 'base64',
			signatureHeader: 'messagebird-signature',
			signedPattern: '{timestamp}\\n{url}\\n{sha256_body_bytes}',
			timestampHeader: 'messagebird-request-timestamp',
		},
		headers: {
			'messagebird-signature': hmac(
				'sha256',
				`${SECONDS}\n${URL}\n`,
				createHash('sha256').update(BODY).digest(),
			).digest('base64'),
			'messagebird-request-timestamp': SECONDS,
		},
		signsUrl: true,
	},
	// https://docs.seven.io/en/rest-api/webhooks: everything, line by line
	seven: {
		fields: {
			signatureHeader: 'X-Signature',
			signedPattern: '{timestamp}\\n{nonce}\\n{method}\\n{url}\\n{md5_body}',
			timestampHeader: 'X-Timestamp',
			nonceHeader: 'X-Nonce',
			windowSeconds: 30,
		},
		headers: {
			'x-signature': hmac(
				'sha256',
				`${SECONDS}\nn-1\nPOST\n${URL}\n${createHash('md5').update(BODY).digest('hex')}`,
			).digest('hex'),
			'x-timestamp': SECONDS,
			'x-nonce': 'n-1',
		},
		signsUrl: true,
	},
	// https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries, as many gateways do it
	'a gateway that names its algorithm': {
		fields: { signatureHeader: 'X-Hub-Signature-256: sha256={signature}', signedPattern: '{body}' },
		headers: { 'x-hub-signature-256': `sha256=${hmac('sha256', BODY).digest('hex')}` },
	},
	'a gateway of SHA-1, URL and body': {
		fields: { hmacAlgorithm: 'sha1', signatureHeader: 'X-Sign', signedPattern: '{url}{body}' },
		headers: { 'x-sign': hmac('sha1', URL + BODY).digest('hex') },
		signsUrl: true,
	},
	'a gateway of SHA-512 and a digest in hexadecimal': {
		fields: { hmacAlgorithm: 'sha512', signatureHeader: 'X-Sign', signedPattern: '{method} {sha256_body}' },
		headers: { 'x-sign': hmac('sha512', `POST ${createHash('sha256').update(BODY).digest('hex')}`).digest('hex') },
	},
};

describe.each(Object.entries(SCHEMES))('the signature of %s', (_name, { fields, headers, signsUrl = false }) => {
	const proof = { webhookProof: 'hmac', signingSecret: KEY, ...fields };

	test('proves the call that it was made for, and no other', () => {
		expect(isProven(proof, request(headers))).toBe(true);
		expect(isProven(proof, request(headers, { body: `${BODY} ` }))).toBe(false);
		expect(isProven(proof, request(headers, { body: '' }))).toBe(false);
		expect(isProven(proof, request(headers, { url: `${URL}&c=d` }))).toBe(!signsUrl);
		expect(isProven({ ...proof, signingSecret: 'another' }, request(headers))).toBe(false);
		expect(isProven({ ...proof, signingSecret: ' ' }, request(headers))).toBe(false);
	});

	test.each(Object.keys(headers))('proves nothing without %s, or with another', (name) => {
		const { [name]: value = '', ...others } = headers;
		expect(isProven(proof, request(others))).toBe(false);
		expect(isProven(proof, request({ ...others, [name]: value.replace(/.$/, (last) => (last === '1' ? '2' : '1')) }))).toBe(false);
	});

	test('proves nothing when it is old, where it has a time', () => {
		const later = { receivedAt: new Date(NOW.getTime() + 400_000) };
		expect(isProven({ windowSeconds: 300, ...proof }, request(headers, later))).toBe(!('timestampHeader' in fields));
	});
});

describe('a proof', () => {
	test('by a secret in a header compares the whole of it', () => {
		const fields = { webhookProof: 'header', webhookHeader: 'X-Webhook-Token', webhookHeaderSecret: 'dummy-header' };
		expect(isProven(fields, request({ 'x-webhook-token': 'dummy-header' }))).toBe(true);
		for (const value of ['dummy-heade', 'dummy-header ', 'DUMMY-HEADER', '']) {
			expect(isProven(fields, request({ 'x-webhook-token': value }))).toBe(false);
		}
		expect(isProven(fields, request({}))).toBe(false);
		expect(isProven({ ...fields, webhookHeaderSecret: '' }, request({ 'x-webhook-token': '' }))).toBe(false);
		expect(() => isProven({ ...fields, webhookHeader: '' }, request({}))).toThrow(/Webhook Header/);
	});

	test('by a login needs both of it', () => {
		const fields = { webhookProof: 'basic', webhookUser: 'gateway', webhookPassword: 'dummy:pässword' };
		const login = (user: string, password: string) =>
			request({ authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` });
		expect(isProven(fields, login('gateway', 'dummy:pässword'))).toBe(true);
		expect(isProven(fields, login('gateway', 'dummy'))).toBe(false);
		expect(isProven({ ...fields, webhookPassword: '' }, login('gateway', ''))).toBe(false);
		expect(isProven({ ...fields, webhookUser: '' }, login('', 'dummy:pässword'))).toBe(false);
	});

	test('by the secret in the URL is the nodes’ to see to, never the adapter’s', () => {
		expect(isProven({ webhookProof: 'secretUrl' }, request({}))).toBe(false);
		expect(genericHttp.proofBy?.(genericHttp.readConfig({ ...FORM_GATEWAY }))).toBe('secret-url');
		expect(genericHttp.proofBy?.(genericHttp.readConfig({ ...FORM_GATEWAY, webhookProof: 'basic' }))).toBe('signature');
	});

	test('of a time in milliseconds, or of one that is none', () => {
		const fields = { webhookProof: 'hmac', signingSecret: KEY, signatureHeader: 'X-S', signedPattern: '{timestamp}{body}', timestampHeader: 'X-T' };
		const at = (time: string) => request({ 'x-s': hmac('sha256', time + BODY).digest('hex'), 'x-t': time });
		const proven = (time: string) => isProven({ ...fields, windowSeconds: 300 }, at(time));
		expect(['1795341600', '1795341600123', '1795341000', '2026-11-22', ''].map(proven)).toEqual([true, true, false, false, false]);
		expect(isProven({ ...fields, windowSeconds: 0 }, at('2026-11-22'))).toBe(true);
	});
});
