import nock from 'nock';
import { infobip } from '../../lib/carriers/infobip';
import { type WebhookRequest } from '../../lib/wire';
import { type AnswerCase, fixtures, NOW, WEBHOOK_URL } from './cases';
import { carrierContract } from './contract';

const CREDENTIALS = { apiKey: 'dummy-infobip-key', baseUrl: 'https://abc123.api.infobip.com' };
const LOGIN = { webhookUser: 'infobip', webhookPassword: 'dummy:päss' };
const HANDLED = 'Infobip hands texts over as they are, and never says that it has acted on one';

const withLogin = (request: WebhookRequest, user: string, password: string): WebhookRequest => ({
	...request,
	headers: { ...request.headers, authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
});

const e164 = (number: string) => (/^\d{9,}$/.test(number) ? `+${number}` : number);

carrierContract({
	carrier: infobip,
	credentials: CREDENTIALS,
	secrets: ['dummy-infobip-key'],
	unusable: [
		['no API key', { apiKey: '' }, /Infobip.*API key/],
		['an API key that is no text', { apiKey: undefined }, /Infobip.*API key/],
		['no API URL', { baseUrl: ' ' }, /Infobip.*API URL/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345', alphanumeric: 'Acme Shop' },
	endpoint: 'https://abc123.api.infobip.com/sms/3/messages',
	readSend: ({ headers, body }) => {
		expect(headers['content-type']).toBe('application/json');
		const [message, ...others] = JSON.parse(body ?? '').messages;
		expect(others).toEqual([]);
		return {
			to: e164(message.destinations[0].to),
			from: e164(message.sender),
			text: message.content.text,
			receiptUrl: message.webhooks.delivery?.url,
		};
	},
	proof: {
		sign: (request, key) => withLogin(request, 'infobip', key),
		credentialsFor: (key) => ({ webhookUser: 'infobip', webhookPassword: key }),
		key: 'dummy:päss',
		otherKey: 'dummy-password-of-somebody-else',
		header: 'authorization',
		isSharedSecret: true,
		signsBody: false,
		signsUrl: false,
	},
	tables: ['infobip.ts', 'protocols/infobip-reasons.ts'],
	lacks: {
		'without an API URL the carrier’s own is used': 'each account has an API URL of its own',
		'accepted with a price': 'prices come with the receipts',
		'opted out': 'a refusal of the text stands inside a success',
		picture: 'pictures come by another API',
		'STOP handled by the carrier': HANDLED,
		'START handled by the carrier': HANDLED,
		'HELP handled by the carrier': HANDLED,
	},
});

const CONFIG = infobip.readConfig(CREDENTIALS);
const MESSAGE = { to: '+14155550123', from: '+14155550100', text: 'Zażółć 👍' };
const messageIn = (message: object, fields: object = {}) =>
	JSON.parse(
		infobip.buildSend({ ...MESSAGE, ...message }, infobip.readConfig({ ...CREDENTIALS, ...fields })).body ?? '',
	).messages[0];

describe('a send', () => {
	test('is the request that Infobip documents, and its answer is understood', async () => {
		const accepted = fixtures<AnswerCase[]>('infobip', 'answers')[0] as AnswerCase;
		const expected = {
			messages: [
				{
					sender: '14155550100',
					destinations: [{ to: '14155550123' }],
					content: { text: 'Zażółć 👍' },
					webhooks: {
						delivery: { url: 'https://n8n.example.com/r?a=b' },
						contentType: 'application/json',
						callbackData: 'our-id',
					},
				},
			],
		};
		nock('https://abc123.api.infobip.com').post('/sms/3/messages', expected).reply(200, accepted.body as object);
		const receiptUrl = 'https://n8n.example.com/r?a=b';
		const { url, ...request } = infobip.buildSend({ ...MESSAGE, receiptUrl, ref: 'our-id' }, CONFIG);
		const answer = await fetch(url, request as RequestInit);
		const response = { status: answer.status, headers: {}, body: await answer.text(), receivedAt: NOW };
		expect(infobip.parseSend(response)).toMatchObject(accepted.receipt as object);
	});

	test('names no URL for receipts where a login proves them: only the account’s subscription has it', () => {
		const receiptUrl = 'https://n8n.example.com/r';
		expect(messageIn({ receiptUrl }).webhooks.delivery).toEqual({ url: receiptUrl });
		expect(messageIn({ receiptUrl }, LOGIN).webhooks).not.toHaveProperty('delivery');
		expect(messageIn({ receiptUrl }, { ...LOGIN, webhookPassword: '' }).webhooks).toHaveProperty('delivery');
	});

	test('takes India’s ids along', () => {
		const dlt = { entityId: '1101', templateId: '1107' };
		expect(messageIn({ dlt }).options).toEqual({
			regional: { indiaDlt: { principalEntityId: '1101', contentTemplateId: '1107' } },
		});
		expect(messageIn({})).not.toHaveProperty('options');
	});

	test('goes to the account’s API URL, also as the portal shows it', () => {
		for (const baseUrl of ['abc123.api.infobip.com', ' https://abc123.api.infobip.com/ ']) {
			expect(infobip.readConfig({ ...CREDENTIALS, baseUrl })).toEqual(CONFIG);
		}
	});
});

describe('a webhook', () => {
	const request = { method: 'POST', url: WEBHOOK_URL, headers: {}, body: '{}', receivedAt: NOW };

	test('is proven by the login where there is one, else by the secret in the URL', () => {
		expect(infobip.proofBy?.(CONFIG)).toBe('secret-url');
		expect(infobip.proofBy?.(infobip.readConfig({ ...CREDENTIALS, ...LOGIN }))).toBe('signature');
		for (const half of [{ webhookUser: 'infobip' }, { webhookPassword: 'dummy' }]) {
			const config = infobip.readConfig({ ...CREDENTIALS, ...half });
			expect(infobip.proofBy?.(config)).toBe('secret-url');
			const brought = withLogin(request, half.webhookUser ?? '', half.webhookPassword ?? '');
			expect(infobip.verifyWebhook(brought, config)).toBe(false);
		}
	});

	test.each([
		[10, 'blocked'],
		[11, 'unregistered'],
		[12, 'no_credit'],
		[14, 'opted_out'],
		[15, 'expired'],
		[17, 'no_credit'],
		[20, 'throttled'],
		[99, 'unknown'],
	])('of a refusal %i without an error says why: %s', (id, reason) => {
		const status = { groupName: 'REJECTED', id };
		const body = JSON.stringify({ results: [{ messageId: 'm', status, error: { id: 0 } }] });
		expect(infobip.parseWebhook({ ...request, body })).toMatchObject([{ errorCode: '0', reason }]);
	});
});
