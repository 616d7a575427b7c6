import nock from 'nock';
import { CommerceSmsClickSendApi } from '../../credentials/CommerceSmsClickSendApi.credentials';
import { clicksend } from '../../lib/carriers/clicksend';
import { type AnswerCase, fixtures } from './cases';
import { carrierContract } from './contract';
import { sendAuthorised } from './replay';

const CREDENTIALS = { username: 'shop@acme.example', apiKey: 'dummy-clicksend-key', baseUrl: '' };
const CONFIG = clicksend.readConfig(CREDENTIALS);
const MESSAGE = { to: '+14155550123', from: '+14155550100', text: 'Zażółć 👍' };

carrierContract({
	carrier: clicksend,
	credentials: CREDENTIALS,
	secrets: ['dummy-clicksend-key'],
	unusable: [
		['no username', { username: ' ' }, /ClickSend.*username/],
		['no API key', { apiKey: undefined }, /ClickSend.*API key/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345', alphanumeric: 'Acme Shop' },
	endpoint: 'https://rest.clicksend.com/v3/sms/send',
	readSend: ({ headers, body }) => {
		expect(headers['content-type']).toBe('application/json');
		const { messages } = JSON.parse(body ?? '') as { messages: Array<Record<string, string>> };
		expect(messages).toHaveLength(1);
		return { to: messages[0]?.to, from: messages[0]?.from, text: messages[0]?.body, receiptUrl: undefined };
	},
	lacks: {
		'accepted, sent already': 'an answer never tells that a text has left',
		'opted out': 'no answer of ClickSend’s is documented that tells it',
		'failed inside a success, opted out': 'no answer of ClickSend’s is documented that tells it',
		'the receipt URL goes along, with its query': 'receipts go where the rules of the account say',
		picture: 'a picture from a customer comes as a link in the text',
		'STOP handled by the carrier': 'webhooks do not say whether ClickSend has acted on STOP',
		'START handled by the carrier': 'webhooks do not say whether ClickSend has acted on START',
		'HELP handled by the carrier': 'ClickSend does not act on HELP',
	},
});

describe('a send', () => {
	test('is the request that ClickSend documents, and its answer is understood', async () => {
		const accepted = fixtures<AnswerCase[]>('clicksend', 'answers')[0] as AnswerCase;
		nock('https://rest.clicksend.com')
			.post('/v3/sms/send', {
				messages: [{ to: '+14155550123', from: '+14155550100', body: 'Zażółć 👍', custom_string: 'our-id' }],
			})
			.basicAuth({ user: 'shop@acme.example', pass: 'dummy-clicksend-key' })
			.matchHeader('content-type', 'application/json')
			.reply(200, accepted.body as object);
		const request = clicksend.buildSend({ ...MESSAGE, ref: 'our-id' }, CONFIG);
		const response = await sendAuthorised(new CommerceSmsClickSendApi(), CREDENTIALS, request);
		expect(clicksend.parseSend(response)).toMatchObject(accepted.receipt as object);
	});

	test.each([
		['Sale at ACME: 20% off today', 'Sale at ACME: 20%'],
		['Sale at ACME', 'Sale at ACME'],
		['Donaudampfschifffahrtsgesellschaft', 'Donaudampfschifffahr'],
		['👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍', '👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍'],
		[' ', 'MMS'],
	])('with a picture has a subject: %j', (text, subject) => {
		const mediaUrls = ['https://shop.example.com/a.jpg'];
		const { url, body = '' } = clicksend.buildSend({ ...MESSAGE, text, mediaUrls }, CONFIG);
		expect(url).toBe('https://rest.clicksend.com/v3/mms/send');
		expect(JSON.parse(body)).toEqual({
			media_file: 'https://shop.example.com/a.jpg',
			messages: [{ to: '+14155550123', from: '+14155550100', body: text, subject }],
		});
	});
});
