import { createHash, createHmac, createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { initClient, type MmsParameter } from 'messagebird';
import { verify, VerifyOptions } from 'messagebird/lib/webhook-signature-jwt';
import nock from 'nock';
import { messagebird } from '../../lib/carriers/messagebird';
import { type WebhookRequest } from '../../lib/wire';
import { type AnswerCase, fixtures, NOW, WEBHOOK_URL } from './cases';
import { carrierContract } from './contract';

const KEY = 'dummy-signing-key';
const CREDENTIALS = { accessKey: 'dummy-access-key', signingKey: KEY, baseUrl: '' };
const CONFIG = messagebird.readConfig(CREDENTIALS);
const SECONDS = NOW.getTime() / 1000;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** https://developers.messagebird.com/api/#verifying-http-requests, step by step. */
function tokenOf({ url, body }: WebhookRequest, key: string, claims: object = {}, alg = 'HS256'): string {
	const all = {
		iss: 'MessageBird',
		nbf: SECONDS - 55,
		exp: SECONDS + 56,
		jti: 'dummy-id',
		url_hash: sha256(url),
		...(body === '' ? {} : { payload_hash: sha256(body) }),
		...claims,
	};
	const signed = `${part({ alg, typ: 'JWT' })}.${part(all)}`;
	return `${signed}.${createHmac(alg.replace('HS', 'sha'), key).update(signed).digest('base64url')}`;
}

const withToken = (request: WebhookRequest, token: string): WebhookRequest => ({
	...request,
	headers: { ...request.headers, 'messagebird-signature-jwt': token },
});

carrierContract({
	carrier: messagebird,
	credentials: CREDENTIALS,
	secrets: ['dummy-access-key', KEY],
	unusable: [
		['no access key', { accessKey: ' ' }, /access key.*MessageBird/],
		['an access key that is no text', { accessKey: undefined }, /access key.*MessageBird/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345', alphanumeric: 'Acme Shop' },
	endpoint: 'https://rest.messagebird.com/messages',
	readSend: ({ headers, body }) => {
		expect(headers['content-type']).toBe('application/json');
		const fields = JSON.parse(body ?? '') as Record<string, string>;
		const whole = (number = '') => (/^\d{9,}$/.test(number) ? `+${number}` : number);
		const [to, from] = [whole(fields.recipients), whole(fields.originator)];
		return { to, from, text: fields.body, receiptUrl: fields.reportUrl };
	},
	lacks: {
		'too fast, wait until a date': 'no such header is documented',
		'opted out': 'the text is taken, and its status tells',
		'STOP handled by the carrier': 'webhooks do not say whether MessageBird has acted',
		'START handled by the carrier': 'webhooks do not say whether MessageBird has acted',
		'HELP handled by the carrier': 'webhooks do not say whether MessageBird has acted',
	},
	proof: {
		sign: (request, key) => withToken(request, tokenOf(request, key)),
		credentialsFor: (key) => ({ signingKey: key }),
		key: KEY,
		otherKey: 'dummy-key-of-somebody-else',
		header: 'messagebird-signature-jwt',
		// its own 55 seconds, and the five that clocks may differ
		windowSeconds: 60,
		isSharedSecret: true,
		signsUrl: true,
	},
});

const MESSAGE = { to: '+14155550123', from: '+14155550100', text: 'Zażółć 👍' };

describe('a send is the request that MessageBird’s own SDK makes', () => {
	const accepted = fixtures<AnswerCase[]>('messagebird', 'answers')[0] as AnswerCase;
	const receiptUrl = 'https://n8n.example.com/webhook/r?a=b';

	async function requestOfSdk(path: string, send: (done: (error: Error | null, sent: unknown) => void) => void) {
		const bodies: unknown[] = [];
		const scope = nock('https://rest.messagebird.com', { reqheaders: { authorization: 'AccessKey dummy-access-key' } })
			.post(path, (body: unknown) => bodies.push(body) > 0)
			.reply(accepted.status, accepted.body as object);
		const sent = await new Promise((resolve, reject) => {
			send((error, answer) => (error ? reject(error) : resolve(answer)));
		});
		expect(scope.isDone()).toBe(true);
		return { body: bodies[0], sent };
	}
	const client = initClient('dummy-access-key');
	// its types have this in another place than its code
	const { mms } = client as unknown as {
		mms: { create(message: MmsParameter, done: (error: Error | null, sent: unknown) => void): void };
	};

	test('of a text', async () => {
		const { body, sent } = await requestOfSdk('/messages', (done) => {
			client.messages.create(
				{
					originator: '14155550100',
					recipients: ['14155550123'],
					body: MESSAGE.text,
					datacoding: 'auto',
					reference: 'our-id',
					reportUrl: receiptUrl,
				},
				done,
			);
		});
		const ours = messagebird.buildSend({ ...MESSAGE, receiptUrl, ref: 'our-id' }, CONFIG);
		expect([ours.url, JSON.parse(ours.body ?? '')]).toEqual(['https://rest.messagebird.com/messages', body]);
		const answer = { status: accepted.status, headers: {}, body: JSON.stringify(accepted.body), receivedAt: NOW };
		expect(messagebird.parseSend(answer)).toMatchObject({ id: (sent as { id: string }).id });
	});

	test('of a picture', async () => {
		const mediaUrls = ['https://shop.example.com/a.png'];
		const { body } = await requestOfSdk('/mms', (done) => {
			mms.create(
				{ originator: '14155550100', recipients: ['14155550123'], body: MESSAGE.text, mediaUrls, reference: 'our-id' },
				done,
			);
		});
		const ours = messagebird.buildSend({ ...MESSAGE, receiptUrl, mediaUrls, ref: 'our-id' }, CONFIG);
		expect([ours.url, JSON.parse(ours.body ?? '')]).toEqual(['https://rest.messagebird.com/mms', body]);
	});

	test('a text without an id of ours has a reference all the same, or nothing would be reported', () => {
		const fieldsSent = (message: object) =>
			JSON.parse(messagebird.buildSend({ ...MESSAGE, ...message }, CONFIG).body ?? '') as object;
		expect(fieldsSent({ receiptUrl })).toMatchObject({ reference: 'commerce-sms' });
		expect(fieldsSent({})).not.toHaveProperty('reference');
	});
});

describe('a webhook', () => {
	const request = (body = '', url = WEBHOOK_URL): WebhookRequest => ({
		method: body ? 'POST' : 'GET',
		url,
		headers: {},
		body,
		receivedAt: NOW,
	});

	test('is judged as MessageBird’s own SDK judges it', async () => {
		const tampering = fc.constantFrom<(one: WebhookRequest) => WebhookRequest>(
			(one) => one,
			(one) => one,
			(one) => ({ ...one, body: `${one.body} ` }),
			(one) => ({ ...one, body: '' }),
			(one) => ({ ...one, url: `${one.url}?a=b` }),
		);
		const claims = fc.constantFrom<object>(
			{},
			{ iss: 'Somebody' },
			{ jti: undefined },
			{ url_hash: undefined },
			{ payload_hash: undefined },
			{ exp: SECONDS - 4 },
			{ exp: SECONDS - 5 },
			{ nbf: SECONDS + 5 },
			{ nbf: SECONDS + 6 },
		);
		const options = new VerifyOptions(true, true, {
			issuer: 'MessageBird',
			algorithms: ['HS256', 'HS384', 'HS512'],
			clockTolerance: 5,
			currentDate: NOW,
		});
		const verdicts = new Set<boolean>();
		await fc.assert(
			fc.asyncProperty(
				fc.string({ unit: 'grapheme' }),
				fc.constantFrom(KEY, KEY, KEY, 'other'),
				fc.constantFrom('HS256', 'HS384', 'HS512'),
				claims,
				tampering,
				async (body, key, alg, change, tamper) => {
					const token = tokenOf(request(body), key, change, alg);
					const one = withToken(tamper(request(body)), token);
					const secret = createSecretKey(Buffer.from(KEY));
					const theirs = await verify(one.url, Buffer.from(one.body), token, secret, options).then(
						() => true,
						() => false,
					);
					verdicts.add(theirs);
					expect(messagebird.verifyWebhook(one, CONFIG)).toBe(theirs);
				},
			),
			{ seed: 20261122, numRuns: 300 },
		);
		expect([...verdicts].sort()).toEqual([false, true]);
	});

	test('by a token that names another algorithm, or none, is refused', () => {
		const [, claims] = tokenOf(request(), KEY).split('.');
		for (const alg of ['none', 'RS256', 'constructor']) {
			const token = `${part({ alg, typ: 'JWT' })}.${claims}.`;
			expect([alg, messagebird.verifyWebhook(withToken(request(), token), CONFIG)]).toEqual([alg, false]);
		}
	});

	test('may be signed the old way: over time, sorted query and body, for 100 seconds', () => {
		const signed = (query: string, at: number) => ({
			...request('', `${WEBHOOK_URL}?b=2&a=1`),
			headers: {
				'messagebird-request-timestamp': String(at),
				'messagebird-signature': createHmac('sha256', KEY)
					.update(`${at}\n${query}\n`)
					.update(createHash('sha256').update('').digest())
					.digest('base64'),
			},
		});
		const verdicts = [signed('a=1&b=2', SECONDS), signed('b=2&a=1', SECONDS), signed('a=1&b=2', SECONDS - 101)];
		expect(verdicts.map((one) => messagebird.verifyWebhook(one, CONFIG))).toEqual([true, false, false]);
	});
});
