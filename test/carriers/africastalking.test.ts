import nock from 'nock';
import { CommerceSmsAfricasTalkingApi } from '../../credentials/CommerceSmsAfricasTalkingApi.credentials';
import { africastalking } from '../../lib/carriers/africastalking';
import { type WebhookRequest } from '../../lib/wire';
import { type AnswerCase, fixtures, NOW, WEBHOOK_URL } from './cases';
import { carrierContract } from './contract';
import { sendAuthorised } from './replay';

const CREDENTIALS = { username: 'acmeshop', apiKey: 'dummy-africastalking-key', baseUrl: '' };
const CONFIG = africastalking.readConfig(CREDENTIALS);

carrierContract({
	carrier: africastalking,
	credentials: CREDENTIALS,
	secrets: ['dummy-africastalking-key'],
	unusable: [
		['no username', { username: ' ' }, /Africa's Talking.*username/],
		['no API key', { apiKey: undefined }, /Africa's Talking.*API key/],
	],
	senders: { 'short-code': '22345', alphanumeric: 'AcmeShop' },
	endpoint: 'https://api.africastalking.com/version1/messaging',
	readSend: ({ headers, body }) => {
		expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
		const { to, from, message } = Object.fromEntries(new URLSearchParams(body));
		return { to, from, text: message, receiptUrl: undefined };
	},
	lacks: {
		'the receipt URL goes along, with its query': 'receipts go where the dashboard says',
		picture: "Africa's Talking has no pictures in texts",
		'START handled by the carrier': 'there is no notice of it',
		'HELP handled by the carrier': "Africa's Talking does not act on HELP",
	},
});

test("a send is the request that Africa's Talking documents, and its answer is understood", async () => {
	const accepted = fixtures<AnswerCase[]>('africastalking', 'answers')[0] as AnswerCase;
	const fields = {
		username: 'acmeshop',
		to: '+254711000111',
		from: 'ACME',
		message: 'Habari 👍 & co',
		bulkSMSMode: '1',
	};
	nock('https://api.africastalking.com')
		.post('/version1/messaging', (body: object) => JSON.stringify({ ...body }) === JSON.stringify(fields))
		.matchHeader('apikey', 'dummy-africastalking-key')
		.matchHeader('accept', 'application/json')
		.reply(201, accepted.body as object);
	const request = africastalking.buildSend({ to: '+254711000111', from: 'ACME', text: 'Habari 👍 & co' }, CONFIG);
	const response = await sendAuthorised(new CommerceSmsAfricasTalkingApi(), CREDENTIALS, request);
	expect(africastalking.parseSend(response)).toMatchObject(accepted.receipt as object);
});

describe('an opt-out, which has no id', () => {
	const optOut = (fields: Record<string, string>, seconds: number): WebhookRequest => ({
		method: 'POST',
		url: WEBHOOK_URL,
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ senderId: 'ACME', phoneNumber: '+254711000111', ...fields }).toString(),
		receivedAt: new Date(NOW.getTime() + seconds * 1000),
	});
	const idOf = (fields: Record<string, string>, seconds: number) => {
		const [event] = africastalking.parseWebhook(optOut(fields, seconds));
		return event?.kind === 'reply' ? event.id : undefined;
	};

	test('that is handed over again at once is the same', () => {
		expect(idOf({}, 0)).toBe(idOf({}, 59));
	});

	test.each<[string, Record<string, string>, number]>([
		['later, after the customer has come back', {}, 3600],
		['of another customer', { phoneNumber: '+254711000112' }, 0],
		['from another sender', { senderId: 'ACME2' }, 0],
	])('%s is another', (_what, fields, seconds) => {
		expect(idOf(fields, seconds)).not.toBe(idOf({}, 0));
	});

	test('has no number in the id that stands for it', () => {
		expect(idOf({}, 0)).not.toContain('254711');
	});
});
