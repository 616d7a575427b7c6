import { SmsClient } from '@azure/communication-sms';
import nock from 'nock';
import { CommerceSmsAzureApi } from '../../credentials/CommerceSmsAzureApi.credentials';
import { azure } from '../../lib/carriers/azure';
import { type AnswerCase, fixtures, NOW } from './cases';
import { carrierContract } from './contract';

const ENDPOINT = 'https://my-shop.europe.communication.azure.com';
const ACCESS_KEY = Buffer.from('dummy key of the resource').toString('base64');
const CREDENTIALS = { baseUrl: `${ENDPOINT}/`, secretKey: ACCESS_KEY };
const NOT_TOLD = 'the answer to a send tells no more than an id';

carrierContract({
	carrier: azure,
	credentials: CREDENTIALS,
	secrets: [ACCESS_KEY],
	unusable: [
		['no endpoint', { baseUrl: ' ' }, /Azure.*endpoint/],
		['no access key', { secretKey: '' }, /access key/],
		['an access key that is no text', { secretKey: undefined }, /access key/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345', alphanumeric: 'AcmeShop' },
	endpoint: `${ENDPOINT}/sms?api-version=2021-03-07`,
	readSend: ({ headers, body }) => {
		expect(headers['content-type']).toBe('application/json');
		const { from, smsRecipients, message, smsSendOptions } = JSON.parse(body ?? '');
		expect([smsRecipients.length, smsSendOptions]).toEqual([1, { enableDeliveryReport: true }]);
		return { to: smsRecipients[0].to, from, text: message, receiptUrl: undefined };
	},
	lacks: {
		'without an API URL the carrier’s own is used': 'each resource has an endpoint of its own',
		'the receipt URL goes along, with its query': 'reports go where Event Grid’s subscription says',
		'accepted, long': NOT_TOLD,
		'accepted, sent already': NOT_TOLD,
		'accepted with a price': NOT_TOLD,
		'opted out': 'it is told by a report',
		'failed inside a success, opted out': 'it is told by a report',
		picture: 'Azure takes no pictures',
		'HELP handled by the carrier': 'Azure does not say whether it has answered HELP',
	},
});

describe('a send', () => {
	afterEach(() => jest.useRealTimers());

	test('is the request that Azure’s own SDK makes, and is signed as the SDK signs it', async () => {
		jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'setTimeout'] });
		const accepted = fixtures<AnswerCase[]>('azure', 'answers')[0] as AnswerCase;
		const requests: Array<{ uri: string; body: string; headers: Record<string, string> }> = [];
		nock(ENDPOINT)
			.post(/.*/)
			.reply(202, function (uri, body) {
				requests.push({ uri, body: JSON.stringify(body), headers: this.req.headers as never });
				return accepted.body as object;
			});
		const message = { from: '+14155550100', message: 'Zażółć 👍', to: ['+14155550123'] };
		const client = new SmsClient(`endpoint=${ENDPOINT}/;accesskey=${ACCESS_KEY}`);
		const [sent] = await client.send(message, { enableDeliveryReport: true, tag: 'our-id' });

		const config = azure.readConfig(CREDENTIALS);
		const ours = azure.buildSend(
			{ to: '+14155550123', from: '+14155550100', text: 'Zażółć 👍', ref: 'our-id' },
			config,
		);
		const [theirs] = requests as [(typeof requests)[0]];
		const { smsRecipients, ...rest } = JSON.parse(theirs.body);
		// they let a request be repeated within the SDK; nothing here repeats one
		expect(JSON.parse(ours.body ?? '')).toEqual({ ...rest, smsRecipients: [{ to: smsRecipients[0].to }] });
		expect(ours.url).toBe(`${ENDPOINT}${theirs.uri}`);
		const answer = { status: 202, headers: {}, body: JSON.stringify(accepted.body), receivedAt: NOW };
		expect(azure.parseSend(answer)).toMatchObject({ id: sent?.messageId });

		const { authenticate } = new CommerceSmsAzureApi();
		if (typeof authenticate !== 'function') throw new Error('It signs by a function');
		const signed = await authenticate(CREDENTIALS, { ...ours, headers: { ...ours.headers }, body: theirs.body });
		expect(signed.headers).toMatchObject({
			'x-ms-date': theirs.headers['x-ms-date'],
			'x-ms-content-sha256': theirs.headers['x-ms-content-sha256'],
			Authorization: theirs.headers.authorization,
		});
	});

	test('the test of the credential is signed with its query, which is not added again', async () => {
		const { authenticate } = new CommerceSmsAzureApi();
		const { test: credentialTest } = CommerceSmsAzureApi;
		if (typeof authenticate !== 'function') throw new Error('It signs by a function');
		const request = { ...credentialTest.request, baseURL: ENDPOINT, url: '/phoneNumbers' };
		const signed = await authenticate(CREDENTIALS, request as never);
		expect(signed.url).toBe(`${ENDPOINT}/phoneNumbers?api-version=2025-06-01&top=1`);
		expect(signed).not.toHaveProperty('qs');
		expect(signed).not.toHaveProperty('baseURL');
	});
});
