import { createHash, createHmac } from 'node:crypto';
import { Client, SmsResource, WebhookVerifier } from '@seven.io/client';
import fc from 'fast-check';
import nock from 'nock';
import { CommerceSmsSevenApi } from '../../credentials/CommerceSmsSevenApi.credentials';
import { seven } from '../../lib/carriers/seven';
import { type WebhookRequest } from '../../lib/wire';
import { type AnswerCase, fixtures, NOW, WEBHOOK_URL } from './cases';
import { carrierContract } from './contract';
import { sendAuthorised } from './replay';

const CREDENTIALS = { apiKey: 'dummy-seven-key', signingKey: 'dummy-signing-key', baseUrl: '' };
const CONFIG = seven.readConfig(CREDENTIALS);
const NONCE = 'fpPRhAd1s8GXacfR39mWqKPynmmXfJnc';
const seconds = (date: Date) => String(Math.floor(date.getTime() / 1000));

/** https://docs.seven.io/en/rest-api/signing, step by step. */
function signed(request: WebhookRequest, key: string, timestamp = seconds(NOW)): WebhookRequest {
	const md5 = createHash('md5').update(request.body).digest('hex');
	const text = `${timestamp}\n${NONCE}\n${request.method}\n${request.url}\n${md5}`;
	const signature = createHmac('sha256', key).update(text).digest('hex');
	const headers = { 'x-signature': signature, 'x-timestamp': timestamp, 'x-nonce': NONCE };
	return { ...request, headers: { ...request.headers, ...headers } };
}

carrierContract({
	carrier: seven,
	credentials: CREDENTIALS,
	secrets: ['dummy-seven-key', 'dummy-signing-key'],
	unusable: [
		['no API key', { apiKey: ' ' }, /seven.*API key/],
		['an API key that is no text', { apiKey: undefined }, /seven.*API key/],
	],
	senders: { 'phone-number': '+14155550100', alphanumeric: 'Acme Shop' },
	endpoint: 'https://gateway.seven.io/api/sms',
	readSend: ({ headers, body }) => {
		expect(headers['content-type']).toBe('application/json');
		const { to, from, text } = JSON.parse(body ?? '') as Record<string, string>;
		return { to, from: from?.replace(/^(?=\d{9,}$)/, '+'), text, receiptUrl: undefined };
	},
	lacks: {
		'accepted, sent already': 'an answer never tells that a text has left',
		'opted out': 'seven keeps no list of people who have opted out',
		'failed inside a success, opted out': 'seven keeps no list of people who have opted out',
		'the receipt URL goes along, with its query': 'receipts go to the webhooks of the account only',
		picture: 'seven has no pictures in texts',
		'STOP handled by the carrier': 'seven does not act on STOP',
		'START handled by the carrier': 'seven does not act on START',
		'HELP handled by the carrier': 'seven does not act on HELP',
		'receipt with a code not known yet': 'a receipt has no code',
	},
	proof: {
		sign: (request, key) => signed(request, key),
		credentialsFor: (key) => ({ signingKey: key }),
		key: 'dummy-signing-key',
		otherKey: 'dummy-key-of-somebody-else',
		header: 'x-signature',
		isCaseless: true,
		windowSeconds: 300,
		isSharedSecret: true,
		signsUrl: true,
	},
});

test('a send is the request that seven’s own SDK makes of the same fields', async () => {
	const accepted = fixtures<AnswerCase[]>('seven', 'answers')[0] as AnswerCase;
	const sent: unknown[] = [];
	nock('https://gateway.seven.io')
		.post('/api/sms')
		.twice()
		.reply(function (_path, body) {
			sent.push({ body, type: this.req.headers['content-type'], key: this.req.headers['x-api-key'] });
			return [200, accepted.body as object];
		});
	const client = new SmsResource(new Client({ apiKey: CREDENTIALS.apiKey }));
	const answer = await client.dispatch({
		to: ['+491711234567'],
		from: 'Acme',
		text: 'Zażółć 👍',
		foreign_id: 'our-id',
	});
	const ours = seven.buildSend({ to: '+491711234567', from: 'Acme', text: 'Zażółć 👍', ref: 'our-id' }, CONFIG);
	const response = await sendAuthorised(new CommerceSmsSevenApi(), CREDENTIALS, ours);
	expect(sent[1]).toEqual(sent[0]);
	expect(seven.parseSend(response)).toMatchObject({ id: answer.messages[0]?.id, segments: answer.messages[0]?.parts });
});

describe('a webhook', () => {
	const now = new Date();
	beforeEach(() => jest.useFakeTimers({ now, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }));
	afterEach(() => jest.useRealTimers());

	test('is judged as seven’s own SDK judges it: 300 random bodies, URLs, times, keys and tamperings', async () => {
		const verifier = new WebhookVerifier({ signingSecret: CREDENTIALS.signingKey });
		const verdicts = new Set<boolean>();
		const tamperings = fc.constantFrom<(request: WebhookRequest) => WebhookRequest>(
			(request) => request,
			(request) => request,
			(request) => ({ ...request, body: `${request.body} ` }),
			(request) => ({ ...request, url: `${request.url}&x` }),
			(request) => ({ ...request, headers: { ...request.headers, 'x-nonce': 'another' } }),
			(request) => ({ ...request, headers: { ...request.headers, 'x-nonce': '' } }),
			(request) => ({ ...request, headers: { ...request.headers, 'x-signature': '' } }),
		);
		await fc.assert(
			fc.asyncProperty(
				fc.json(),
				fc.webQueryParameters(),
				fc.constantFrom('POST', 'GET'),
				fc.constantFrom(CREDENTIALS.signingKey, CREDENTIALS.signingKey, 'dummy-key-of-somebody-else'),
				fc.constantFrom(0, 1, 299, 302, 86_400),
				tamperings,
				async (body, query, method, key, age, tamper) => {
					const request = { method, url: `${WEBHOOK_URL}?${query}`, headers: {}, body, receivedAt: now };
					const then = seconds(new Date(now.getTime() - age * 1000));
					const incoming = tamper(signed(request, key, then));
					const { valid } = await verifier.verify(incoming);
					verdicts.add(valid);
					expect(seven.verifyWebhook(incoming, CONFIG)).toBe(valid);
				},
			),
			{ seed: 20261122, numRuns: 300 },
		);
		expect([...verdicts].sort()).toEqual([false, true]);
	});

	test('of an account without a signing key is known by the secret in its URL', () => {
		expect(seven.proofBy?.(CONFIG)).toBe('signature');
		expect(seven.proofBy?.(seven.readConfig({ ...CREDENTIALS, signingKey: ' ' }))).toBe('secret-url');
	});

	test('that is refused is refused so that seven tries again', () => {
		expect(seven.refusalStatus).toBe(503);
	});
});
