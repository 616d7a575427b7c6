import nock from 'nock';
import { CommerceSmsJasminApi } from '../../credentials/CommerceSmsJasminApi.credentials';
import { jasmin } from '../../lib/carriers/jasmin';
import { type WireRequest } from '../../lib/wire';
import { type AnswerCase, fixtures } from './cases';
import { carrierContract } from './contract';
import { sendAuthorised } from './replay';

const CREDENTIALS = { username: 'shop', password: 'dummy-jasmin', baseUrl: 'http://jasmin.example.com:1401' };
const CONFIG = jasmin.readConfig(CREDENTIALS);
const HANDLED = 'Jasmin hands texts over as they are';
const fieldsOf = ({ body }: WireRequest) => Object.fromEntries(new URLSearchParams(body));
const e164 = (number = '') => (/^\d{9,}$/.test(number) ? `+${number}` : number);

carrierContract({
	carrier: jasmin,
	credentials: CREDENTIALS,
	secrets: ['dummy-jasmin'],
	unusable: [
		['no user name', { username: undefined }, /user name.*Jasmin/],
		['no password', { password: '' }, /password.*Jasmin/],
		['no API URL', { baseUrl: ' ' }, /API URL.*Jasmin/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345', alphanumeric: 'Acme Shop' },
	endpoint: 'http://jasmin.example.com:1401/send',
	readSend: (request) => {
		expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
		const { to, from, content, 'hex-content': hex, coding, 'dlr-url': receiptUrl } = fieldsOf(request);
		// "content and hex-content cannot be used both in same request"
		expect([content === undefined, hex === undefined, coding]).toEqual(hex ? [true, false, '8'] : [false, true, undefined]);
		const text = hex ? new TextDecoder('utf-16be').decode(Buffer.from(hex, 'hex')) : content;
		return { to: e164(to), from: e164(from), text, receiptUrl };
	},
	tables: ['protocols/generic-jasmin.ts', 'protocols/generic-smpp.ts'],
	lacks: {
		'without an API URL the carrier’s own is used': 'everybody runs a Jasmin of their own',
		'accepted, long': 'an answer does not count segments',
		'accepted, sent already': 'a text is queued when it is answered',
		'accepted with a price': 'an answer has no price',
		'too fast, wait in seconds': 'no such header',
		'too fast, wait until a date': 'no such header',
		'opted out': 'Jasmin knows of no opt-outs',
		'unknown code': 'its codes are HTTP statuses or whole sentences',
		'failed inside a success, opted out': 'Jasmin knows of no opt-outs',
		'failed inside a success, no reason': 'a refusal is its words',
		picture: 'Jasmin’s texts have no pictures',
		'STOP handled by the carrier': HANDLED,
		'START handled by the carrier': HANDLED,
		'HELP handled by the carrier': HANDLED,
	},
});

const MESSAGE = { to: '+14155550123', from: '+14155550100', text: 'Hello €' };

describe('a send', () => {
	afterEach(() => nock.cleanAll());

	// https://docs.jasminsms.com/en/latest/apis/ja-http/index.html
	test('is the request that Jasmin documents, with the login in its body', async () => {
		const receiptUrl = 'https://n8n.example.com/r?a=b';
		const scope = nock('http://jasmin.example.com:1401').post('/send', {
			username: 'shop',
			password: 'dummy-jasmin',
			to: '14155550123',
			from: '14155550100',
			content: 'Hello €',
			dlr: 'yes',
			'dlr-url': receiptUrl,
			'dlr-level': '3',
			'dlr-method': 'POST',
		});
		const accepted = fixtures<AnswerCase[]>('jasmin', 'answers')[0] as AnswerCase;
		scope.reply(200, accepted.body as string);
		const request = jasmin.buildSend({ ...MESSAGE, receiptUrl }, CONFIG);
		const response = await sendAuthorised(new CommerceSmsJasminApi(), CREDENTIALS, request);
		expect(jasmin.parseSend(response)).toMatchObject(accepted.receipt as object);
	});

	test('without a receipt URL says nothing of reports', () => {
		expect(Object.keys(fieldsOf(jasmin.buildSend(MESSAGE, CONFIG)))).toEqual(['to', 'from', 'content']);
	});
});

test('a webhook is acknowledged in the words that Jasmin wants, else it comes again', () => {
	expect(jasmin.acknowledgement).toEqual({ contentType: 'text/plain', body: 'ACK/Jasmin' });
});
