import { createHmac } from 'node:crypto';
import { validateWebhookSignature } from '@sinch/sdk-client';
import { SmsService } from '@sinch/sms';
import nock from 'nock';
import { CommerceSmsSinchApi } from '../../credentials/CommerceSmsSinchApi.credentials';
import { proofOf } from '../../lib/carriers/carrier';
import { sinch } from '../../lib/carriers/sinch';
import { type WebhookRequest } from '../../lib/wire';
import { type AnswerCase, fixtures, NOW, WEBHOOK_URL } from './cases';
import { carrierContract } from './contract';
import { sendAuthorised } from './replay';

// the SDK reads its version from a package that it does not name as a dependency
jest.mock('@sinch/sdk-core/package.json', () => ({ version: '1.4.2' }), { virtual: true });

const PLAN = 'dummyplan0123456789';
const SECRET = 'dummy-webhook-secret';
const CREDENTIALS = { servicePlanId: PLAN, apiToken: 'dummy-api-token', webhookSecret: SECRET, baseUrl: '' };
const CONFIG = sinch.readConfig(CREDENTIALS);
const NONCE = '01JHFFHWYY7HSS4FWTMDTQEK8V';
const TIMESTAMP = String(NOW.getTime() / 1000);

const signed = (request: WebhookRequest, key: string): WebhookRequest => ({
	...request,
	headers: {
		...request.headers,
		'x-sinch-webhook-signature': createHmac('sha256', key)
			.update(`${request.body}.${NONCE}.${TIMESTAMP}`)
			.digest('base64'),
		'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
		'x-sinch-webhook-signature-nonce': NONCE,
		'x-sinch-webhook-signature-timestamp': TIMESTAMP,
	},
});

carrierContract({
	carrier: sinch,
	credentials: CREDENTIALS,
	secrets: ['dummy-api-token', SECRET],
	unusable: [
		['no Service Plan ID', { servicePlanId: '' }, /Service Plan ID.*Sinch/],
		['a Service Plan ID that would leave the path', { servicePlanId: '../x' }, /Service Plan ID.*Sinch/],
		['no API token', { apiToken: ' ' }, /API token.*Sinch/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345', alphanumeric: 'Acme Shop' },
	endpoint: `https://us.sms.api.sinch.com/xms/v1/${PLAN}/batches`,
	readSend: ({ headers, body }) => {
		expect(headers['content-type']).toBe('application/json');
		const fields = JSON.parse(body ?? '') as Record<string, unknown> & { to: unknown[] };
		expect(fields.to).toHaveLength(1);
		return { to: fields.to[0], from: fields.from, text: fields.body, receiptUrl: fields.callback_url };
	},
	lacks: {
		'accepted, long': 'the answer does not count segments',
		'accepted, sent already': 'an answer never tells that a text has left',
		'accepted with a price': 'neither answers nor reports have a price',
		'too fast, wait until a date': 'no such header is documented',
		'opted out': 'Sinch does not tell opt-outs from other failures',
		'failed inside a success': 'a batch is taken or refused as a whole',
		'failed inside a success, opted out': 'a batch is taken or refused as a whole',
		'failed inside a success, no reason': 'a batch is taken or refused as a whole',
		'STOP handled by the carrier': 'webhooks do not say whether Sinch has acted',
		'START handled by the carrier': 'webhooks do not say whether Sinch has acted',
		'HELP handled by the carrier': 'webhooks do not say whether Sinch has acted',
	},
	proof: {
		sign: signed,
		credentialsFor: (key) => ({ webhookSecret: key }),
		key: SECRET,
		otherKey: 'dummy-secret-of-somebody-else',
		header: 'x-sinch-webhook-signature',
		isSharedSecret: true,
		signsUrl: false,
	},
});

const MESSAGE = { to: '+14155550123', from: '+14155550100', text: 'Zażółć 👍' };

// https://developers.sinch.com/docs/sms/api-reference/sms/batches
describe('a send is the request that Sinch documents, authorised by the credential', () => {
	const accepted = fixtures<AnswerCase[]>('sinch', 'answers')[0] as AnswerCase;
	const receiptUrl = 'https://n8n.example.com/webhook/r?a=b';
	afterEach(() => nock.cleanAll());

	test.each<[what: string, message: object, documented: Record<string, unknown>]>([
		['a text', {}, { type: 'mt_text', body: MESSAGE.text, delivery_report: 'none' }],
		[
			'a text with our id, reported on',
			{ receiptUrl, ref: 'our-id' },
			{
				type: 'mt_text',
				body: MESSAGE.text,
				delivery_report: 'per_recipient',
				callback_url: receiptUrl,
				client_reference: 'our-id',
			},
		],
		[
			'a picture',
			{ mediaUrls: ['https://shop.example.com/a.png'] },
			{
				type: 'mt_media',
				body: { url: 'https://shop.example.com/a.png', message: MESSAGE.text },
				delivery_report: 'none',
			},
		],
	])('%s', async (_what, message, documented) => {
		const scope = nock('https://us.sms.api.sinch.com', { reqheaders: { authorization: 'Bearer dummy-api-token' } })
			.post(`/xms/v1/${PLAN}/batches`, { to: [MESSAGE.to], from: MESSAGE.from, ...documented })
			.reply(accepted.status, accepted.body as object);
		const request = sinch.buildSend({ ...MESSAGE, ...message }, CONFIG);
		const response = await sendAuthorised(new CommerceSmsSinchApi(), CREDENTIALS, request);
		expect(scope.isDone()).toBe(true);
		expect(sinch.parseSend(response)).toMatchObject(accepted.receipt as object);
	});
});

test('a send is the request that Sinch’s own SDK makes of the same fields', async () => {
	const accepted = fixtures<AnswerCase[]>('sinch', 'answers')[0] as AnswerCase;
	const bodies: unknown[] = [];
	nock('https://us.sms.api.sinch.com', { reqheaders: { authorization: 'Bearer dummy-api-token' } })
		.post(`/xms/v1/${PLAN}/batches`, (body: unknown) => bodies.push(body) > 0)
		.reply(accepted.status, accepted.body as object);
	const { batches } = new SmsService({ servicePlanId: PLAN, apiToken: 'dummy-api-token', smsRegion: 'us' });
	const receiptUrl = 'https://n8n.example.com/webhook/r?a=b';
	const sent = await batches.sendTextMessage({
		sendSMSRequestBody: {
			type: 'mt_text',
			to: [MESSAGE.to],
			from: MESSAGE.from,
			body: MESSAGE.text,
			delivery_report: 'per_recipient',
			callback_url: receiptUrl,
			client_reference: 'our-id',
		},
	});
	const ours = sinch.buildSend({ ...MESSAGE, receiptUrl, ref: 'our-id' }, CONFIG);
	expect(bodies).toEqual([JSON.parse(ours.body ?? '')]);
	const answer = { status: accepted.status, headers: {}, body: JSON.stringify(accepted.body), receivedAt: NOW };
	expect(sinch.parseSend(answer).id).toBe(sent.id);
});

describe('a webhook', () => {
	const request = (body: string, headers = {}): WebhookRequest => ({
		method: 'POST',
		url: WEBHOOK_URL,
		headers: { 'content-type': 'application/json', ...headers },
		body,
		receivedAt: NOW,
	});

	test('of which body, nonce or time was changed afterwards is refused, as by Sinch’s own SDK', () => {
		const one = signed(request('{"type":"mo_text"}'), SECRET);
		const withHeader = (name: string) => ({ ...one, headers: { ...one.headers, [name]: '1' } });
		const changed = [
			one,
			signed(request('{"type":"mo_text","body":"Zażółć 👍"}'), SECRET),
			{ ...one, body: `${one.body} ` },
			withHeader('x-sinch-webhook-signature-nonce'),
			withHeader('x-sinch-webhook-signature-timestamp'),
		];
		const verdicts = [true, true, false, false, false];
		expect(changed.map(({ headers, body }) => validateWebhookSignature(SECRET, { ...headers }, body))).toEqual(verdicts);
		expect(changed.map((each) => sinch.verifyWebhook(each, CONFIG))).toEqual(verdicts);
	});

	test('about numbers is proven in its own way', () => {
		const body = '{"eventType":"PROVISIONING_TO_VOICE_PLATFORM"}';
		const sha1 = createHmac('sha1', SECRET).update(body).digest('hex');
		expect(sinch.verifyWebhook(request(body, { 'x-sinch-signature': sha1 }), CONFIG)).toBe(true);
		expect(sinch.verifyWebhook(request(`${body} `, { 'x-sinch-signature': sha1 }), CONFIG)).toBe(false);
	});

	test('is proven by the secret in the URL until Sinch signs', () => {
		expect(proofOf(sinch, CONFIG)).toBe('signature');
		expect(proofOf(sinch, sinch.readConfig({ ...CREDENTIALS, webhookSecret: ' ' }))).toBe('secret-url');
	});
});
