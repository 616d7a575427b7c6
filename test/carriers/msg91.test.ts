import nock from 'nock';
import { CommerceSmsMsg91Api } from '../../credentials/CommerceSmsMsg91Api.credentials';
import { msg91 } from '../../lib/carriers/msg91';
import { type WireRequest } from '../../lib/wire';
import { type AnswerCase, fixtures } from './cases';
import { carrierContract } from './contract';
import { sendAuthorised } from './replay';

const CREDENTIALS = { apiKey: 'dummy-msg91-key', route: '4', baseUrl: '' };
const CONFIG = msg91.readConfig(CREDENTIALS);
const REPLIES = 'MSG91’s texts from customers are not documented in a form that could be checked';
const fieldsOf = ({ body }: WireRequest) => JSON.parse(body ?? '') as Record<string, unknown>;

carrierContract({
	carrier: msg91,
	credentials: CREDENTIALS,
	secrets: ['dummy-msg91-key'],
	unusable: [['no Auth Key', { apiKey: ' ' }, /Auth Key.*MSG91/]],
	senders: { alphanumeric: 'ACMEIN', 'short-code': '612345' },
	endpoint: 'https://api.msg91.com/api/v2/sendsms',
	readSend: (request) => {
		expect(request.headers['content-type']).toBe('application/json');
		const { sender, sms } = fieldsOf(request) as { sender: string; sms: Array<{ message: string; to: string[] }> };
		expect([sms.length, sms[0]?.to.length]).toEqual([1, 1]);
		return { to: `+${sms[0]?.to[0]}`, from: sender, text: sms[0]?.message, receiptUrl: undefined };
	},
	tables: ['protocols/generic-msg91.ts'],
	lacks: {
		'the receipt URL goes along, with its query': 'the URL for reports is set in the account',
		'accepted, long': 'an answer does not count segments',
		'accepted, sent already': 'an answer never tells that a text has left',
		'accepted with a price': 'an answer has no price',
		'too fast, wait until a date': 'no such header is documented',
		'opted out': 'MSG91 tells no opt-outs',
		'failed inside a success, opted out': 'MSG91 tells no opt-outs',
		text: REPLIES,
		'text beyond ASCII': REPLIES,
		'empty text': REPLIES,
		'long text': REPLIES,
		picture: REPLIES,
		'STOP that nobody has handled': REPLIES,
		'STOP handled by the carrier': REPLIES,
		'START handled by the carrier': REPLIES,
		'HELP handled by the carrier': REPLIES,
		'text without a sender': REPLIES,
	},
});

describe('a send', () => {
	const MESSAGE = { to: '+919812345678', from: 'ACMEIN', text: 'Zażółć 👍' };
	afterEach(() => nock.cleanAll());

	test('is the request that MSG91 documents, with the key in a header', async () => {
		const accepted = fixtures<AnswerCase[]>('msg91', 'answers')[0] as AnswerCase;
		nock('https://api.msg91.com', { reqheaders: { authkey: 'dummy-msg91-key' } })
			.post('/api/v2/sendsms', {
				sender: 'ACMEIN',
				route: '4',
				country: '91',
				unicode: '1',
				sms: [{ message: MESSAGE.text, to: ['919812345678'] }],
				DLT_TE_ID: '1107160000000012345',
			})
			.reply(200, accepted.body as object);
		const dlt = { entityId: '1101160000000012345', templateId: '1107160000000012345' };
		const response = await sendAuthorised(new CommerceSmsMsg91Api(), CREDENTIALS, msg91.buildSend({ ...MESSAGE, dlt }, CONFIG));
		expect(msg91.parseSend(response)).toMatchObject(accepted.receipt as object);
	});

	test.each([
		['+919812345678', '91'],
		['+14155550123', '1'],
		['+48600100200', '0'],
	])('to %s says country %s', (to, country) => {
		const fields = fieldsOf(msg91.buildSend({ ...MESSAGE, to, text: 'Hello' }, CONFIG));
		expect(fields).toMatchObject({ country });
		expect(fields).not.toHaveProperty('unicode');
		expect(fields).not.toHaveProperty('DLT_TE_ID');
	});

	test('of advertising takes the other route', () => {
		const config = msg91.readConfig({ ...CREDENTIALS, route: ' 1 ' });
		expect(fieldsOf(msg91.buildSend(MESSAGE, config))).toMatchObject({ route: '1' });
		expect(msg91.readConfig({ ...CREDENTIALS, route: '' })).toEqual(CONFIG);
	});
});
