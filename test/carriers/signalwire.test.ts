import { createHmac } from 'node:crypto';
import twilioSdk from 'twilio';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { signalwire } from '../../lib/carriers/signalwire';
import { type WebhookRequest } from '../../lib/wire';
import { type AnswerCase, fixtures, NOW, WEBHOOK_URL } from './cases';
import { carrierContract } from './contract';

const PROJECT = '0a1b2c3d-0000-4000-8000-0123456789ab';
const CREDENTIALS = {
	projectId: PROJECT,
	apiToken: 'PT-dummy-token',
	signingSecret: 'PSK-dummy-signing-key',
	baseUrl: 'https://example.signalwire.com',
};
const CONFIG = signalwire.readConfig(CREDENTIALS);
const FORM = 'application/x-www-form-urlencoded';

/** Twilio's own SDK signs, for values that do not repeat: there the two agree. */
const formSignature = (method: string, url: string, body: string, key: string) =>
	getExpectedTwilioSignature(key, url, method === 'GET' ? {} : Object.fromEntries(new URLSearchParams(body)));

carrierContract({
	carrier: signalwire,
	credentials: CREDENTIALS,
	secrets: ['PT-dummy-token', 'PSK-dummy-signing-key'],
	unusable: [
		['no Project ID', { projectId: '' }, /Project ID.*SignalWire/],
		['an Account SID in its place', { projectId: `AC${'0'.repeat(32)}` }, /Project ID/],
		['no space', { baseUrl: ' ' }, /Space URL.*SignalWire/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345' },
	endpoint: `https://example.signalwire.com/api/laml/2010-04-01/Accounts/${PROJECT}/Messages.json`,
	readSend: ({ headers, body }) => {
		expect(headers['content-type']).toBe(FORM);
		const fields = Object.fromEntries(new URLSearchParams(body));
		return { to: fields.To, from: fields.From, text: fields.Body, receiptUrl: fields.StatusCallback };
	},
	tables: ['protocols/laml.ts'],
	lacks: {
		'without an API URL the carrier’s own is used': 'each space has an address of its own',
		'STOP handled by the carrier': 'its webhooks do not say whether a campaign has answered',
		'START handled by the carrier': 'its webhooks do not say whether a campaign has answered',
		'HELP handled by the carrier': 'its webhooks do not say whether a campaign has answered',
	},
	proof: {
		sign: (request, key) => ({
			...request,
			headers: {
				...request.headers,
				'x-signalwire-signature': formSignature(request.method, request.url, request.body, key),
			},
		}),
		credentialsFor: (key) => ({ signingSecret: key }),
		key: 'PSK-dummy-signing-key',
		otherKey: 'PSK-dummy-of-somebody-else',
		header: 'x-signalwire-signature',
		isSharedSecret: true,
		signsUrl: true,
	},
});

describe('a webhook of SignalWire', () => {
	const request = (body: string, type: string, signature: string): WebhookRequest => ({
		method: 'POST',
		url: WEBHOOK_URL,
		headers: { 'content-type': type, 'x-signalwire-signature': signature },
		body,
		receivedAt: NOW,
	});
	const hmac = (text: string, encoding: 'hex' | 'base64') =>
		createHmac('sha1', CREDENTIALS.signingSecret).update(text).digest(encoding);

	test('is good with URL and body signed as they are, in hex', () => {
		const body = '{"text":"Zażółć"}';
		expect(signalwire.verifyWebhook(request(body, 'application/json', hmac(WEBHOOK_URL + body, 'hex')), CONFIG)).toBe(
			true,
		);
		expect(
			signalwire.verifyWebhook(request(`${body} `, 'application/json', hmac(WEBHOOK_URL + body, 'hex')), CONFIG),
		).toBe(false);
	});

	test('is not good with the URL alone signed, which SignalWire’s own validator lets pass', () => {
		expect(
			signalwire.verifyWebhook(request('{"text":"STOP"}', 'application/json', hmac(WEBHOOK_URL, 'base64')), CONFIG),
		).toBe(false);
		expect(signalwire.verifyWebhook(request('Body=STOP', FORM, hmac(WEBHOOK_URL, 'base64')), CONFIG)).toBe(false);
	});

	test('keeps the order of values of a name that repeats', () => {
		const signature = hmac(`${WEBHOOK_URL}TobToaToa`, 'base64');
		expect(signalwire.verifyWebhook(request('To=b&To=a&To=a', FORM, signature), CONFIG)).toBe(true);
		expect(signalwire.verifyWebhook(request('To=a&To=b&To=a', FORM, signature), CONFIG)).toBe(false);
	});
});

test('a send is the request that Twilio’s SDK makes, at another address; pictures go along', async () => {
	const accepted = fixtures<AnswerCase[]>('signalwire', 'answers')[0] as AnswerCase;
	const requests: Array<{ uri: string; data: Record<string, unknown> }> = [];
	const httpClient = {
		request: async (request: { uri: string; data: Record<string, unknown> }) => {
			requests.push(request);
			return { statusCode: accepted.status, body: accepted.body };
		},
	};
	const client = twilioSdk(`AC${'0'.repeat(32)}`, 'dummy', { httpClient: httpClient as never });
	const text = 'Zażółć gęślą & jaźń = 100% 👍\n+1';
	const mediaUrl = ['https://shop.example.com/a.jpg'];
	await client.messages.create({ to: '+14155550123', from: '+14155550100', body: text, mediaUrl });
	const ours = signalwire.buildSend({ to: '+14155550123', from: '+14155550100', text, mediaUrls: mediaUrl }, CONFIG);
	const theirs = Object.fromEntries(
		Object.entries(requests[0]?.data ?? {}).map(([name, value]) => [name, String(value)]),
	);
	expect(Object.fromEntries(new URLSearchParams(ours.body))).toEqual(theirs);
	expect(
		ours.url
			.replace('https://example.signalwire.com/api/laml', 'https://api.twilio.com')
			.replace(PROJECT, `AC${'0'.repeat(32)}`),
	).toBe(requests[0]?.uri);
});
