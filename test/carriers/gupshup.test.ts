import nock from 'nock';
import { CommerceSmsGupshupApi } from '../../credentials/CommerceSmsGupshupApi.credentials';
import { gupshup } from '../../lib/carriers/gupshup';
import { type WireRequest } from '../../lib/wire';
import { type AnswerCase, fixtures } from './cases';
import { carrierContract } from './contract';
import { sendAuthorised } from './replay';

const CREDENTIALS = { userId: '2000123456', password: 'dummy-gupshup', baseUrl: '' };
const CONFIG = gupshup.readConfig(CREDENTIALS);
const HANDLED = 'Gupshup hands texts over as they are';
const fieldsOf = ({ body }: WireRequest) => Object.fromEntries(new URLSearchParams(body));

carrierContract({
	carrier: gupshup,
	credentials: CREDENTIALS,
	secrets: ['dummy-gupshup'],
	unusable: [
		['no User ID', { userId: '' }, /User ID.*Gupshup/],
		['no password', { password: '' }, /password.*Gupshup/],
	],
	senders: { alphanumeric: 'ACMEIN', 'short-code': '612345' },
	endpoint: 'https://enterprise.smsgupshup.com/GatewayAPI/rest',
	readSend: (request) => {
		expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
		const { send_to: to, mask: from, msg: text } = fieldsOf(request);
		return { to: `+${to}`, from, text, receiptUrl: undefined };
	},
	tables: ['protocols/generic-gupshup.ts'],
	lacks: {
		'the receipt URL goes along, with its query': 'the URL for reports is set in the account',
		'accepted, long': 'an answer does not count segments',
		'accepted, sent already': 'an answer never tells that a text has left',
		'accepted with a price': 'an answer has no price',
		'too fast, wait until a date': 'no such header is documented',
		'opted out': 'Gupshup tells no opt-outs',
		'failed inside a success, opted out': 'Gupshup tells no opt-outs',
		picture: 'Gupshup’s texts have no pictures',
		'STOP handled by the carrier': HANDLED,
		'START handled by the carrier': HANDLED,
		'HELP handled by the carrier': HANDLED,
	},
});

describe('a send', () => {
	const MESSAGE = { to: '+919812345678', from: 'ACMEIN', text: 'Hello €' };
	afterEach(() => nock.cleanAll());

	// https://docs.gupshup.io/docs/send-message-to-single-number
	test('is the request that Gupshup documents, with the login in its body', async () => {
		const accepted = fixtures<AnswerCase[]>('gupshup', 'answers')[0] as AnswerCase;
		nock('https://enterprise.smsgupshup.com')
			.post('/GatewayAPI/rest', {
				userid: '2000123456',
				password: 'dummy-gupshup',
				method: 'SendMessage',
				v: '1.1',
				auth_scheme: 'plain',
				format: 'text',
				msg_type: 'TEXT',
				send_to: '919812345678',
				msg: 'Hello €',
				mask: 'ACMEIN',
				principalEntityId: '1101160000000012345',
				dltTemplateId: '1107160000000012345',
			})
			.reply(200, accepted.body as string);
		const dlt = { entityId: '1101160000000012345', templateId: '1107160000000012345' };
		const request = gupshup.buildSend({ ...MESSAGE, dlt }, CONFIG);
		const response = await sendAuthorised(new CommerceSmsGupshupApi(), CREDENTIALS, request);
		expect(gupshup.parseSend(response)).toMatchObject(accepted.receipt as object);
	});

	test('of letters beyond GSM says so', () => {
		expect(fieldsOf(gupshup.buildSend({ ...MESSAGE, text: 'नमस्ते' }, CONFIG))).toMatchObject({ msg_type: 'Unicode_Text' });
		expect(fieldsOf(gupshup.buildSend(MESSAGE, CONFIG))).not.toHaveProperty('dltTemplateId');
	});
});
