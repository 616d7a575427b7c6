import { createHash, createHmac } from 'node:crypto';
import { AlgorithmTypes, Auth } from '@vonage/auth';
import { SMS } from '@vonage/sms';
import fc from 'fast-check';
import nock from 'nock';
import { vonage } from '../../lib/carriers/vonage';
import { type WebhookRequest } from '../../lib/wire';
import { always } from '../support/properties';
import { type AnswerCase, fixtures, NOW, WEBHOOK_URL } from './cases';
import { carrierContract } from './contract';

const CREDENTIALS = {
	apiKey: 'a1b2c3d4',
	apiSecret: 'dummy-api-secret',
	signatureSecret: 'dummy-signature-secret',
	signatureMethod: 'md5hash',
	baseUrl: '',
};
const CONFIG = vonage.readConfig(CREDENTIALS);
const TIMESTAMP = String(NOW.getTime() / 1000);

/** https://developer.vonage.com/en/getting-started/concepts/signing-messages, step by step. */
function sigOf(fields: Record<string, string>, key: string, method = 'md5hash'): string {
	const names = Object.keys(fields).sort();
	const text = names.map((name) => `&${name}=${(fields[name] as string).replace(/[&=]/g, '_')}`).join('');
	const hash = method === 'md5hash' ? createHash('md5').update(text + key) : createHmac(method, key).update(text);
	return hash.digest('hex').toUpperCase();
}

/** Signed where its fields are: in the URL, a form or JSON. */
function signed(request: WebhookRequest, key: string): WebhookRequest {
	const sign = (fields: Record<string, string>) => {
		const all = { ...fields, timestamp: TIMESTAMP };
		return { ...all, sig: sigOf(all, key) };
	};
	if (request.method === 'GET') {
		const fields = sign(Object.fromEntries(new URL(request.url).searchParams));
		return { ...request, url: `${WEBHOOK_URL}?${new URLSearchParams(fields)}` };
	}
	if (request.headers['content-type'] === 'application/json') {
		const fields = Object.entries(JSON.parse(request.body) as Record<string, unknown>);
		const flat = fields.filter((field): field is [string, string] => typeof field[1] === 'string');
		return { ...request, body: JSON.stringify(sign(Object.fromEntries(flat))) };
	}
	const fields = sign(Object.fromEntries(new URLSearchParams(request.body)));
	return { ...request, body: new URLSearchParams(fields).toString() };
}

carrierContract({
	carrier: vonage,
	credentials: CREDENTIALS,
	secrets: ['dummy-api-secret', 'dummy-signature-secret'],
	unusable: [
		['no API key', { apiKey: '' }, /API key.*Vonage/],
		['no API secret', { apiSecret: undefined }, /API secret.*Vonage/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345', alphanumeric: 'Acme Shop' },
	endpoint: 'https://rest.nexmo.com/sms/json',
	readSend: ({ body }) => {
		const fields = JSON.parse(body ?? '') as Record<string, string>;
		const whole = (number = '') => (/^\d{9,}$/.test(number) ? `+${number}` : number);
		return { to: whole(fields.to), from: whole(fields.from), text: fields.text, receiptUrl: fields.callback };
	},
	tables: ['vonage.ts', 'protocols/vonage.ts'],
	lacks: {
		'accepted, sent already': 'an answer never tells that a text has left',
		'too fast, wait until a date': 'Vonage tells how long to wait, never until when',
		'opted out': 'the text is taken, and a receipt tells',
		'failed inside a success, opted out': 'the text is taken, and a receipt tells',
		picture: 'the SMS API has no pictures',
		'STOP handled by the carrier': 'webhooks do not say whether Opt-Out Assist has answered',
		'START handled by the carrier': 'webhooks do not say whether Opt-Out Assist has answered',
		'HELP handled by the carrier': 'webhooks do not say whether Opt-Out Assist has answered',
	},
	proof: {
		sign: signed,
		signatureOf: ({ body }) => new URLSearchParams(body).get('sig') ?? '',
		withSignature: (request, value) => ({
			...request,
			body: `${request.body.replace(/&sig=.*/, '')}&sig=${encodeURIComponent(value)}`,
		}),
		credentialsFor: (key) => ({ signatureSecret: key }),
		key: 'dummy-signature-secret',
		otherKey: 'dummy-secret-of-somebody-else',
		header: 'x-none',
		isCaseless: true,
		windowSeconds: 300,
		isSharedSecret: true,
		signsUrl: false,
	},
});

describe('a send', () => {
	test('is the request that Vonage’s own SDK makes of the same fields', async () => {
		const accepted = fixtures<AnswerCase[]>('vonage', 'answers')[0] as AnswerCase;
		const bodies: unknown[] = [];
		const authorizations: string[] = [];
		nock('https://rest.nexmo.com')
			.post('/sms/json', (body: unknown) => bodies.push(body) > 0)
			.reply(function () {
				authorizations.push(String(this.req.headers.authorization));
				return [200, accepted.body as object];
			});
		const client = new SMS(new Auth({ apiKey: CREDENTIALS.apiKey, apiSecret: CREDENTIALS.apiSecret }));
		const receiptUrl = 'https://n8n.example.com/webhook/r?a=b';
		await client.send({
			to: '14155550123',
			from: '14155550100',
			text: 'Zażółć 👍',
			type: 'unicode' as never,
			callback: receiptUrl,
			clientRef: 'our-id',
		});
		const message = { to: '+14155550123', from: '+14155550100', text: 'Zażółć 👍', receiptUrl, ref: 'our-id' };
		expect(bodies).toEqual([JSON.parse(vonage.buildSend(message, CONFIG).body ?? '')]);
		expect(authorizations).toEqual([`Basic ${Buffer.from('a1b2c3d4:dummy-api-secret').toString('base64')}`]);
	});

	test('in letters of GSM says nothing of its encoding; India’s ids go along', () => {
		const dlt = { entityId: '1101', templateId: '1107' };
		const { body } = vonage.buildSend({ to: '+919876543210', from: 'ACMESH', text: 'Hi €', dlt }, CONFIG);
		expect(JSON.parse(body ?? '')).toEqual({
			to: '919876543210',
			from: 'ACMESH',
			text: 'Hi €',
			'entity-id': '1101',
			'content-id': '1107',
		});
	});
});

describe('a webhook of Vonage', () => {
	const get = (fields: Record<string, string>): WebhookRequest => ({
		method: 'GET',
		url: `${WEBHOOK_URL}?${new URLSearchParams(fields)}`,
		headers: {},
		body: '',
		receivedAt: NOW,
	});

	test('may have what we have put into its URL ourselves, signed or not', () => {
		const fields = { msisdn: '14155550123', timestamp: TIMESTAMP };
		const ours = { send: 'our-id', key: 'our-key' };
		const sig = sigOf(fields, CREDENTIALS.signatureSecret);
		expect(vonage.verifyWebhook(get({ ...ours, ...fields, sig }), CONFIG)).toBe(true);
		const all = sigOf({ ...ours, ...fields }, CREDENTIALS.signatureSecret);
		expect(vonage.verifyWebhook(get({ ...ours, ...fields, sig: all }), CONFIG)).toBe(true);
		expect(vonage.verifyWebhook(get({ text: 'STOP', ...fields, sig }), CONFIG)).toBe(false);
	});

	test('of an account that is not signed for is known by the secret in its URL', () => {
		expect(vonage.proofBy?.(CONFIG)).toBe('signature');
		expect(vonage.proofBy?.(vonage.readConfig({ ...CREDENTIALS, signatureSecret: ' ' }))).toBe('secret-url');
	});

	const METHODS = [
		['md5hash', AlgorithmTypes.md5hash],
		['md5', AlgorithmTypes.md5hmac],
		['sha1', AlgorithmTypes.sha1hmac],
		['sha256', AlgorithmTypes.sha256hmac],
		['sha512', AlgorithmTypes.sha512hmac],
	] as const;

	test.each(METHODS)('is judged as Vonage’s own SDK judges it, by %s', (signatureMethod, algorithm) => {
		const judge = new SMS(new Auth({ apiKey: 'a', apiSecret: 'b' }));
		const config = { ...CONFIG, signatureMethod };
		const verdicts = new Set<boolean>();
		const names = fc
			.stringMatching(/^[a-z][a-z-]{0,8}$/)
			.filter((name) => !['sig', 'send', 'key', 'timestamp'].includes(name));
		const tamperings = fc.constantFrom<(sig: string) => string>(
			(sig) => sig,
			(sig) => sig.toLowerCase(),
			(sig) => sig.slice(1),
			(sig) => `${sig} `,
			(sig) => sig.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
		);
		always(
			fc.property(fc.dictionary(names, fc.string({ unit: 'grapheme', minLength: 1 })), tamperings, (extra, tamper) => {
				const fields = { ...extra, timestamp: TIMESTAMP };
				const sig = tamper(sigOf(fields, CREDENTIALS.signatureSecret, signatureMethod));
				const theirs = judge.verifySignature(sig, fields, CREDENTIALS.signatureSecret, algorithm);
				verdicts.add(theirs);
				expect(vonage.verifyWebhook(get({ ...fields, sig }), config)).toBe(theirs);
			}),
		);
		expect([...verdicts].sort()).toEqual([false, true]);
	});
});
