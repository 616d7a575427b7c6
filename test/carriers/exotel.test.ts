import nock from 'nock';
import { CommerceSmsExotelApi } from '../../credentials/CommerceSmsExotelApi.credentials';
import { exotel } from '../../lib/carriers/exotel';
import { type WireRequest } from '../../lib/wire';
import { type AnswerCase, fixtures } from './cases';
import { carrierContract } from './contract';
import { sendAuthorised } from './replay';

const CREDENTIALS = { accountSid: 'acme1', apiKey: 'dummy-exotel-key', apiToken: 'dummy-exotel-token', baseUrl: '' };
const CONFIG = exotel.readConfig(CREDENTIALS);
const HANDLED = 'Exotel hands texts over as they are';
const fieldsOf = ({ body }: WireRequest) => Object.fromEntries(new URLSearchParams(body));

carrierContract({
	carrier: exotel,
	credentials: CREDENTIALS,
	secrets: ['dummy-exotel-key', 'dummy-exotel-token'],
	unusable: [
		['no Account SID', { accountSid: '' }, /Account SID.*Exotel/],
		['an Account SID that would leave the path', { accountSid: '../x' }, /Account SID.*Exotel/],
		['no API key', { apiKey: '' }, /API key.*Exotel/],
		['no API token', { apiToken: '' }, /API token.*Exotel/],
	],
	senders: { 'phone-number': '+918012345678', 'short-code': '612345', alphanumeric: 'ACMEIN' },
	endpoint: 'https://api.exotel.com/v1/Accounts/acme1/Sms/send.json',
	readSend: (request) => {
		expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
		const { To: to, From: from, Body: text, StatusCallback: receiptUrl } = fieldsOf(request);
		return { to, from, text, receiptUrl };
	},
	tables: ['protocols/generic-exotel.ts'],
	lacks: {
		'accepted, long': 'an answer does not count segments',
		'accepted, sent already': 'a text is queued when it is answered',
		'accepted with a price': 'an answer’s price is empty',
		'too fast, wait until a date': 'no such header is documented',
		'opted out': 'Exotel tells no opt-outs',
		'failed inside a success, opted out': 'Exotel tells no opt-outs',
		picture: 'Exotel’s texts have no pictures',
		'STOP handled by the carrier': HANDLED,
		'START handled by the carrier': HANDLED,
		'HELP handled by the carrier': HANDLED,
	},
});

// https://developer.exotel.com/docs/sms-api/api-reference/send-sms
describe('a send is the request that Exotel documents', () => {
	const MESSAGE = { to: '+919812345678', from: 'ACMEIN', text: 'नमस्ते' };
	const receiptUrl = 'https://n8n.example.com/r?a=b';
	afterEach(() => nock.cleanAll());

	test('with the key and its token as login', async () => {
		const accepted = fixtures<AnswerCase[]>('exotel', 'answers')[0] as AnswerCase;
		nock('https://api.exotel.com')
			.post('/v1/Accounts/acme1/Sms/send.json', {
				From: 'ACMEIN',
				To: '+919812345678',
				Body: 'नमस्ते',
				EncodingType: 'unicode',
				DltEntityId: '1101160000000012345',
				DltTemplateId: '1107160000000012345',
				StatusCallback: receiptUrl,
				CustomField: 'our-id',
			})
			.basicAuth({ user: 'dummy-exotel-key', pass: 'dummy-exotel-token' })
			.reply(200, accepted.body as object);
		const dlt = { entityId: '1101160000000012345', templateId: '1107160000000012345' };
		const request = exotel.buildSend({ ...MESSAGE, receiptUrl, ref: 'our-id', dlt }, CONFIG);
		const response = await sendAuthorised(new CommerceSmsExotelApi(), CREDENTIALS, request);
		expect(exotel.parseSend(response)).toMatchObject(accepted.receipt as object);
	});

	test('without what there is not', () => {
		expect(Object.keys(fieldsOf(exotel.buildSend({ ...MESSAGE, text: 'Hello' }, CONFIG)))).toEqual(['From', 'To', 'Body']);
	});
});
