import nock from 'nock';
import { CommerceSms46elksApi } from '../../credentials/CommerceSms46elksApi.credentials';
import { elks46 } from '../../lib/carriers/46elks';
import { type AnswerCase, fixtures } from './cases';
import { carrierContract } from './contract';
import { sendAuthorised } from './replay';

const CREDENTIALS = { username: 'dummy-username', password: 'dummy-46elks-password', baseUrl: '' };
const CONFIG = elks46.readConfig(CREDENTIALS);
const MESSAGE = { to: '+46700000000', from: '+46766861004', text: 'Zażółć 👍 & co' };

carrierContract({
	carrier: elks46,
	credentials: CREDENTIALS,
	secrets: ['dummy-46elks-password'],
	unusable: [
		['no username', { username: ' ' }, /46elks.*username/],
		['no password', { password: undefined }, /46elks.*password/],
	],
	senders: { 'phone-number': '+14155550100', alphanumeric: 'AcmeShop' },
	endpoint: 'https://api.46elks.com/a1/sms',
	readSend: ({ headers, body }) => {
		expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
		const { to, from, message, whendelivered } = Object.fromEntries(new URLSearchParams(body));
		return { to, from, text: message, receiptUrl: whendelivered };
	},
	lacks: {
		'opted out': '46elks keeps no list of people who have opted out',
		'unknown code': 'refusals have no code',
		'failed inside a success, opted out': '46elks keeps no list of people who have opted out',
		'failed inside a success, no reason': 'a failure inside a success never has a reason',
		'STOP handled by the carrier': '46elks does not act on STOP',
		'START handled by the carrier': '46elks does not act on START',
		'HELP handled by the carrier': '46elks does not act on HELP',
		'receipt with a code not known yet': 'a receipt has no code',
	},
});

describe('a send', () => {
	const replayed = async (path: string, fields: Record<string, string>, message: object) => {
		const accepted = fixtures<AnswerCase[]>('46elks', 'answers')[0] as AnswerCase;
		nock('https://api.46elks.com')
			.post(path, (body: object) => JSON.stringify({ ...body }) === JSON.stringify(fields))
			.basicAuth({ user: 'dummy-username', pass: 'dummy-46elks-password' })
			.reply(200, accepted.body as object);
		const request = elks46.buildSend({ ...MESSAGE, ...message }, CONFIG);
		const response = await sendAuthorised(new CommerceSms46elksApi(), CREDENTIALS, request);
		expect(elks46.parseSend(response)).toMatchObject(accepted.receipt as object);
	};
	const FIELDS = { from: '+46766861004', to: '+46700000000', message: 'Zażółć 👍 & co' };
	const receiptUrl = 'https://n8n.example.com/webhook/r?send=our-id';

	test('is the request that 46elks documents, and its answer is understood', async () => {
		await replayed('/a1/sms', { ...FIELDS, whendelivered: receiptUrl }, { receiptUrl });
	});

	test('with a picture is an MMS', async () => {
		const picture = 'https://shop.example.com/a.jpg';
		await replayed('/a1/mms', { ...FIELDS, image: picture }, { mediaUrls: [picture] });
	});
});

test('what 46elks gets as answer to a text is empty, for it would be texted to the customer', () => {
	expect(elks46.acknowledgement.body).toBe('');
});
