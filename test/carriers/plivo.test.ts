import { createHmac } from 'node:crypto';
import nock from 'nock';
import { CommerceSmsPlivoApi } from '../../credentials/CommerceSmsPlivoApi.credentials';
import { plivo } from '../../lib/carriers/plivo';
import { proofOf } from '../../lib/carriers/carrier';
import { type WebhookRequest } from '../../lib/wire';
import { type AnswerCase, fixtures, NOW, WEBHOOK_URL } from './cases';
import { carrierContract } from './contract';
import { sendAuthorised } from './replay';

const ACCOUNT = 'MADUMMYDUMMYDUMMY000';
const TOKEN = 'dummy-auth-token';
const CREDENTIALS = { authId: ACCOUNT, authToken: TOKEN, baseUrl: '' };
const CONFIG = plivo.readConfig(CREDENTIALS);
const NONCE = '05429567804466091622';

const hmacOf = (text: string, key: string) => createHmac('sha256', key).update(text).digest('base64');

/** Version 3, as Plivo's SDKs compute it: https://docs.plivo.com/docs/voice/xml/request/validation */
function signatureV3({ method, url, body }: WebhookRequest, key: string): string {
	const [base = '', query = ''] = url.split('?');
	const lists = (form: string, join: (name: string, value: string) => string) => {
		const names = [...new Set(new URLSearchParams(form).keys())].sort();
		return names.flatMap((name) =>
			[...new URLSearchParams(form).getAll(name)].sort().map((value) => join(name, value)),
		);
	};
	const inQuery = lists(query, (name, value) => `${name}=${value}`).join('&');
	const inBody = method === 'GET' ? '' : lists(body, (name, value) => name + value).join('');
	let signed = base;
	if (inQuery || inBody) signed += `?${inQuery}`;
	if (inQuery && inBody) signed += '.';
	return hmacOf(`${signed}${inBody}.${NONCE}`, key);
}

carrierContract({
	carrier: plivo,
	credentials: CREDENTIALS,
	secrets: [TOKEN],
	unusable: [
		['no Auth ID', { authId: '' }, /Auth ID.*Plivo/],
		['an Auth ID that is no text', { authId: undefined }, /Auth ID.*Plivo/],
		['an Auth ID that would leave the path', { authId: '../../../../Account' }, /Auth ID.*Plivo/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345', alphanumeric: 'Acme Shop' },
	endpoint: `https://api.plivo.com/v1/Account/${ACCOUNT}/Message/`,
	readSend: ({ headers, body }) => {
		expect(headers['content-type']).toBe('application/json');
		const fields = JSON.parse(body ?? '') as Record<string, string>;
		const whole = (number = '') => (/^\d{9,}$/.test(number) ? `+${number}` : number);
		return { to: whole(fields.dst), from: whole(fields.src), text: fields.text, receiptUrl: fields.url };
	},
	lacks: {
		'accepted, long': 'the answer does not count segments',
		'accepted, sent already': 'an answer never tells that a text has left',
		'accepted with a price': 'the answer has no price, the receipts have',
		'too fast, wait until a date': 'Plivo tells how long to wait, never until when',
		'opted out': 'the text is taken, and a receipt tells',
		'unknown code': 'refusals have words and an HTTP status, but no code',
		'failed inside a success, opted out': 'the text is taken, and a receipt tells',
		'failed inside a success, no reason': 'an invalid number is the only failure that a success can hold',
	},
	proof: {
		sign: (request, key) => ({
			...request,
			headers: {
				...request.headers,
				'x-plivo-signature-v3': signatureV3(request, key),
				'x-plivo-signature-v3-nonce': NONCE,
			},
		}),
		credentialsFor: (key) => ({ authToken: key }),
		key: TOKEN,
		otherKey: 'dummy-token-of-somebody-else',
		header: 'x-plivo-signature-v3',
		isSharedSecret: true,
		signsUrl: true,
	},
});

const MESSAGE = { to: '+14155550123', from: '+14155550100', text: 'Zażółć & jaźń 👍' };
const fieldsSent = (message: object) =>
	JSON.parse(plivo.buildSend({ ...MESSAGE, ...message }, CONFIG).body ?? '') as object;

describe('a send', () => {
	afterEach(() => nock.cleanAll());

	// https://docs.plivo.com/docs/messaging/api/message/send-a-message
	test('is the request that Plivo documents, authorised by the credential', async () => {
		const accepted = fixtures<AnswerCase[]>('plivo', 'answers')[0] as AnswerCase;
		const receiptUrl = 'https://n8n.example.com/webhook/r?a=b';
		const documented = nock('https://api.plivo.com', { reqheaders: { 'content-type': 'application/json' } })
			.post(`/v1/Account/${ACCOUNT}/Message/`, {
				src: '14155550100',
				dst: '14155550123',
				text: MESSAGE.text,
				type: 'sms',
				url: receiptUrl,
				method: 'POST',
			})
			.basicAuth({ user: ACCOUNT, pass: TOKEN })
			.reply(202, accepted.body as object);
		const request = plivo.buildSend({ ...MESSAGE, receiptUrl }, CONFIG);
		const response = await sendAuthorised(new CommerceSmsPlivoApi(), CREDENTIALS, request);
		expect(documented.isDone()).toBe(true);
		expect(plivo.parseSend(response)).toEqual(accepted.receipt);
	});

	test('with pictures is an MMS', () => {
		expect(fieldsSent({ mediaUrls: ['https://shop.example.com/a.png'] })).toMatchObject({
			type: 'mms',
			media_urls: ['https://shop.example.com/a.png'],
		});
		expect(fieldsSent({})).not.toHaveProperty('media_urls');
	});

	test('to India has the registered ids, and its header as sender', () => {
		const dlt = { entityId: '1101', templateId: '1107' };
		const ids = { dlt_entity_id: '1101', dlt_template_id: '1107' };
		expect(fieldsSent({ dlt })).toMatchObject({ src: '14155550100', ...ids });
		expect(fieldsSent({ dlt: { ...dlt, header: 'ACMESH' } })).toMatchObject({ src: 'ACMESH', ...ids });
	});
});

describe('a signature', () => {
	const request = (headers: Record<string, string>, url = `${WEBHOOK_URL}?key=dummy`): WebhookRequest => ({
		method: 'POST',
		url,
		headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
		body: 'Text=b&Text=a&From=14155550123',
		receivedAt: NOW,
	});
	const V3 = signatureV3(request({}), TOKEN);
	// https://docs.plivo.com/docs/messaging/concepts/signature-validation
	const V2 = hmacOf(`${WEBHOOK_URL}${NONCE}`, TOKEN);
	const nonces = { 'x-plivo-signature-v2-nonce': NONCE, 'x-plivo-signature-v3-nonce': NONCE };
	const verify = (headers: Record<string, string>, url?: string) =>
		plivo.verifyWebhook(request(headers, url), CONFIG);

	test('is taken in each of Plivo’s forms, and in no other', () => {
		const names = ['v2', 'ma-v2', 'v3', 'ma-v3'].map((version) => `x-plivo-signature-${version}`);
		const verdicts = (signature: string) => names.map((name) => verify({ ...nonces, [name]: signature }));
		expect(verdicts(V2)).toEqual([true, true, false, false]);
		expect(verdicts(V3)).toEqual([false, false, true, true]);
		expect(verify({ 'x-plivo-signature-v2': V2 })).toBe(false);
		expect(verify({ 'x-plivo-signature-v3': V3, 'x-plivo-signature-v3-nonce': `${NONCE}1` })).toBe(false);
	});

	test('may be one of several while the token is being changed', () => {
		const other = hmacOf('something else', TOKEN);
		expect(verify({ ...nonces, 'x-plivo-signature-v3': `${other},${V3}` })).toBe(true);
		expect(verify({ ...nonces, 'x-plivo-signature-v3': `${other},${other}` })).toBe(false);
	});

	test('of version 2 proves neither body nor query, which is why the secret in the URL counts as well', () => {
		expect(verify({ ...nonces, 'x-plivo-signature-v2': V2 }, `${WEBHOOK_URL}?key=other`)).toBe(true);
		expect(verify({ ...nonces, 'x-plivo-signature-v2': V2 }, `${WEBHOOK_URL}/x`)).toBe(false);
		expect(proofOf(plivo, CONFIG)).toBe('both');
	});
});
