import { createHmac } from 'node:crypto';
import twilioSdk from 'twilio';
import { twilio } from '../../lib/carriers/twilio';
import { type AnswerCase, fixtures, NOW } from './cases';
import { carrierContract } from './contract';

const ACCOUNT = `AC${'dummy'.repeat(6)}00`;
const SERVICE = `MG${'0a1b'.repeat(8)}`;
const CREDENTIALS = {
	accountSid: ACCOUNT,
	authType: 'apiKey',
	authToken: 'dummy-auth-token',
	apiKeySid: 'SK-dummy-key-sid',
	apiKeySecret: 'dummy-api-key-secret',
	baseUrl: '',
};

/** https://www.twilio.com/docs/usage/webhooks/webhooks-security, step by step. */
function signatureOf(method: string, url: string, body: string, key: string): string {
	const parameters = method === 'GET' ? [] : [...new URLSearchParams(body)];
	const sorted = parameters.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
	const text = url + sorted.map(([name, value]) => name + value).join('');
	return createHmac('sha1', key).update(text).digest('base64');
}

carrierContract({
	carrier: twilio,
	credentials: CREDENTIALS,
	secrets: ['dummy-auth-token', 'dummy-api-key-secret', 'SK-dummy-key-sid'],
	unusable: [
		['no Account SID', { accountSid: '' }, /Account SID.*Twilio/],
		['an Account SID that is no text', { accountSid: undefined }, /Account SID/],
		['an Account SID cut short', { accountSid: ACCOUNT.slice(0, -1) }, /Account SID/],
		['an API key in its place', { accountSid: `SK${ACCOUNT.slice(2)}` }, /Account SID/],
		['an Account SID that would leave the path', { accountSid: `AC${'/../'.repeat(8)}` }, /Account SID/],
	],
	senders: {
		'phone-number': '+14155550100',
		'short-code': '72345',
		alphanumeric: 'Acme Shop',
		'messaging-service': SERVICE,
	},
	endpoint: `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Messages.json`,
	readSend: ({ headers, body }) => {
		expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
		const fields = Object.fromEntries(new URLSearchParams(body));
		return {
			to: fields.To,
			from: fields.From ?? fields.MessagingServiceSid,
			text: fields.Body,
			receiptUrl: fields.StatusCallback,
		};
	},
	tables: ['protocols/laml.ts'],
	proof: {
		sign: (request, key) => ({
			...request,
			headers: {
				...request.headers,
				'x-twilio-signature': signatureOf(request.method, request.url, request.body, key),
			},
		}),
		credentialsFor: (key) => ({ authToken: key }),
		key: 'dummy-auth-token',
		otherKey: 'dummy-token-of-somebody-else',
		header: 'x-twilio-signature',
		isSharedSecret: true,
		signsUrl: true,
	},
});

describe('a send is the request that Twilio’s own SDK makes', () => {
	const CONFIG = twilio.readConfig(CREDENTIALS);
	const accepted = fixtures<AnswerCase[]>('twilio', 'answers')[0] as AnswerCase;
	const statusCallback = 'https://n8n.example.com/webhook/r?a=b&c=%20';

	interface SdkRequest {
		readonly method: string;
		readonly uri: string;
		readonly headers: Record<string, string>;
		readonly data: Record<string, string>;
	}

	async function requestOfSdk(message: Parameters<twilioSdk.Twilio['messages']['create']>[0]) {
		const requests: SdkRequest[] = [];
		const httpClient = {
			request: async (request: SdkRequest) => {
				requests.push(request);
				return { statusCode: accepted.status, body: accepted.body };
			},
		};
		const client = twilioSdk(ACCOUNT, 'dummy-auth-token', { httpClient: httpClient as never });
		const sent = await client.messages.create(message);
		expect(requests).toHaveLength(1);
		return { sent, request: requests[0] as SdkRequest };
	}

	test.each([
		['a number', '+14155550100', { from: '+14155550100' }],
		['a short code', '72345', { from: '72345' }],
		['a name', 'Acme Shop', { from: 'Acme Shop' }],
		['a Messaging Service', SERVICE, { messagingServiceSid: SERVICE }],
	])('from %s', async (_what, from, sender) => {
		const text = 'Zażółć gęślą & jaźń = 100% 👍\n+1';
		const { request, sent } = await requestOfSdk({ to: '+14155550123', body: text, statusCallback, ...sender });
		const ours = twilio.buildSend({ to: '+14155550123', from, text, receiptUrl: statusCallback }, CONFIG);
		expect({ method: ours.method.toLowerCase(), uri: ours.url }).toEqual({ method: request.method, uri: request.uri });
		expect(ours.headers['content-type']).toBe(request.headers['Content-Type']);
		expect(ours.headers.accept).toBe(request.headers['Accept']);
		expect(Object.fromEntries(new URLSearchParams(ours.body))).toEqual(request.data);
		const answer = { status: accepted.status, headers: {}, body: JSON.stringify(accepted.body), receivedAt: NOW };
		expect(twilio.parseSend(answer)).toMatchObject({
			id: sent.sid,
			status: sent.status,
			segments: Number(sent.numSegments),
		});
	});

	test('without a receipt URL', async () => {
		const { request } = await requestOfSdk({ to: '+14155550123', from: '+14155550100', body: 'Hi' });
		const ours = twilio.buildSend({ to: '+14155550123', from: '+14155550100', text: 'Hi' }, CONFIG);
		expect(Object.fromEntries(new URLSearchParams(ours.body))).toEqual(request.data);
	});

	test('in another region', () => {
		const config = twilio.readConfig({ ...CREDENTIALS, baseUrl: 'https://api.dublin.ie1.twilio.com/' });
		expect(twilio.buildSend({ to: '+14155550123', from: '72345', text: 'Hi' }, config).url).toBe(
			`https://api.dublin.ie1.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Messages.json`,
		);
	});
});
