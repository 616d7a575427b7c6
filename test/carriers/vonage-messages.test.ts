import { createHash, createHmac } from 'node:crypto';
import { Auth } from '@vonage/auth';
import { verifySignature } from '@vonage/jwt';
import { Messages, MMSImage, SMS } from '@vonage/messages';
import nock from 'nock';
import { vonageMessages } from '../../lib/carriers/vonage-messages';
import { type WebhookRequest } from '../../lib/wire';
import { type AnswerCase, fixtures, NOW, WEBHOOK_URL } from './cases';
import { carrierContract } from './contract';

const CREDENTIALS = {
	apiKey: 'a1b2c3d4',
	apiSecret: 'dummy-api-secret',
	signatureSecret: 'dummy-signature-secret',
	signatureMethod: 'sha256',
	baseUrl: '',
};
const CONFIG = vonageMessages.readConfig(CREDENTIALS);

/** https://developer.vonage.com/en/getting-started/concepts/webhooks: a token about the body. */
function tokenFor(
	body: string,
	key: string,
	claims: object = {},
	header: object = { alg: 'HS256', typ: 'JWT' },
): string {
	const all = {
		iat: NOW.getTime() / 1000,
		jti: 'dummy-jti',
		iss: 'Vonage',
		payload_hash: createHash('sha256').update(body).digest('hex'),
		api_key: CREDENTIALS.apiKey,
		application_id: 'dummy-application',
		...claims,
	};
	const text = [header, all].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
	return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}

carrierContract({
	carrier: vonageMessages,
	credentials: CREDENTIALS,
	secrets: ['dummy-api-secret', 'dummy-signature-secret'],
	unusable: [
		['no API key', { apiKey: '' }, /API key.*Vonage/],
		['no API secret', { apiSecret: undefined }, /API secret.*Vonage/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345', alphanumeric: 'Acme Shop' },
	endpoint: 'https://api.nexmo.com/v1/messages',
	readSend: ({ body }) => {
		const fields = JSON.parse(body ?? '') as Record<string, string>;
		const whole = (number = '') => (/^\d{9,}$/.test(number) ? `+${number}` : number);
		return { to: whole(fields.to), from: whole(fields.from), text: fields.text, receiptUrl: fields.webhook_url };
	},
	tables: ['vonage-messages.ts', 'protocols/vonage.ts'],
	statuses: { 422: 'bad-message' },
	lacks: {
		'accepted, long': 'an answer does not tell the parts of a text',
		'accepted, sent already': 'an answer never tells that a text has left',
		'accepted with a price': 'an answer does not tell the price',
		'too fast, wait until a date': 'not documented by Vonage',
		'failed inside a success': 'an answer with 202 has nothing but an id',
		'failed inside a success, opted out': 'an answer with 202 has nothing but an id',
		'failed inside a success, no reason': 'an answer with 202 has nothing but an id',
		'STOP handled by the carrier': 'webhooks do not say whether Opt-Out Assist has answered',
		'START handled by the carrier': 'webhooks do not say whether Opt-Out Assist has answered',
		'HELP handled by the carrier': 'webhooks do not say whether Opt-Out Assist has answered',
	},
	proof: {
		sign: (request, key) => ({
			...request,
			headers: { ...request.headers, authorization: `Bearer ${tokenFor(request.body, key)}` },
		}),
		credentialsFor: (key) => ({ signatureSecret: key }),
		key: 'dummy-signature-secret',
		otherKey: 'dummy-secret-of-somebody-else',
		header: 'authorization',
		isSharedSecret: true,
		signsUrl: false,
	},
});

describe('a webhook of the Messages API', () => {
	const BODY = '{"message_uuid":"x"}';
	const verify = (token: string, age = 0) => {
		const request: WebhookRequest = {
			method: 'POST',
			url: WEBHOOK_URL,
			headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
			body: BODY,
			receivedAt: new Date(NOW.getTime() + age * 1000),
		};
		return vonageMessages.verifyWebhook(request, CONFIG);
	};
	const token = (claims: object = {}, header?: object) => tokenFor(BODY, CREDENTIALS.signatureSecret, claims, header);

	test('has a token that Vonage’s own SDK takes too', () => {
		expect(verifySignature(token(), CREDENTIALS.signatureSecret)).toBe(true);
		expect(verifySignature(tokenFor(BODY, 'another'), CREDENTIALS.signatureSecret)).toBe(false);
		expect([verify(token()), verify(tokenFor(BODY, 'another'))]).toEqual([true, false]);
	});

	test.each([
		['of another body', { payload_hash: createHash('sha256').update('{}').digest('hex') }],
		['of no body', { payload_hash: undefined }],
		['of another account', { api_key: 'ffffffff' }],
		['of somebody else', { iss: 'Online JWT Builder' }],
		['without a time', { iat: undefined }],
	])('with a token %s is refused, though the SDK looks at its signature only', (_what, claims) => {
		expect(verifySignature(token(claims), CREDENTIALS.signatureSecret)).toBe(true);
		expect(verify(token(claims))).toBe(false);
	});

	test.each(['none', 'HS512', 'RS256'])('whose token says that it is signed by %s is refused', (alg) => {
		expect(verify(token({}, { alg, typ: 'JWT' }))).toBe(false);
	});

	test('counts for the day on which Vonage tries again, and no longer', () => {
		expect([verify(token(), 24 * 3600), verify(token(), 26 * 3600), verify(token(), -26 * 3600)]).toEqual([
			true,
			false,
			false,
		]);
	});
});

test('without a signature it is answered so that Vonage sends it again with one', () => {
	expect(vonageMessages.refusalStatus).toBe(503);
	expect(vonageMessages.proofBy?.(CONFIG)).toBe('signature');
});

describe('a send is the request that Vonage’s own SDK makes of the same fields', () => {
	const receiptUrl = 'https://n8n.example.com/webhook/r?a=b';
	const TEXT = 'Zażółć 👍';
	const common = { to: '14155550123', from: '14155550100', clientRef: 'our-id' };
	const more = { webhookUrl: receiptUrl, webhookVersion: 'v1' };

	test.each([
		['a text', new SMS({ ...common, ...more, text: TEXT } as never), {}],
		[
			'a picture',
			new MMSImage({ ...common, ...more, image: { url: 'https://shop.example.com/a.jpg', caption: TEXT } } as never),
			{ mediaUrls: ['https://shop.example.com/a.jpg'] },
		],
	])('%s', async (_what, theirs, ours) => {
		const accepted = fixtures<AnswerCase[]>('vonage-messages', 'answers')[0] as AnswerCase;
		const bodies: unknown[] = [];
		nock('https://api.nexmo.com')
			.post('/v1/messages', (body: unknown) => bodies.push(body) > 0)
			.reply(accepted.status, accepted.body as object);
		const client = new Messages(new Auth({ apiKey: CREDENTIALS.apiKey, apiSecret: CREDENTIALS.apiSecret }));
		const sent = await client.send(theirs);
		const message = { to: '+14155550123', from: '+14155550100', text: TEXT, receiptUrl, ref: 'our-id', ...ours };
		expect(bodies).toEqual([JSON.parse(vonageMessages.buildSend(message, CONFIG).body ?? '')]);
		expect(sent.messageUUID).toBe((accepted.body as { message_uuid: string }).message_uuid);
	});
});
