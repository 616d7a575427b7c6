import nock from 'nock';
import { SMSAPI } from 'smsapi';
import { CommerceSmsSmsapiApi } from '../../credentials/CommerceSmsSmsapiApi.credentials';
import { smsapi } from '../../lib/carriers/smsapi';
import { type AnswerCase, fixtures } from './cases';
import { carrierContract } from './contract';
import { sendAuthorised } from './replay';

const CREDENTIALS = { token: 'dummy-smsapi-token', baseUrl: '' };
const CONFIG = smsapi.readConfig(CREDENTIALS);

carrierContract({
	carrier: smsapi,
	credentials: CREDENTIALS,
	secrets: ['dummy-smsapi-token'],
	unusable: [
		['no token', { token: ' ' }, /SMSAPI.*token/],
		['a token that is no text', { token: undefined }, /SMSAPI.*token/],
	],
	senders: { 'phone-number': '+14155550100', alphanumeric: 'Acme Shop' },
	endpoint: 'https://api.smsapi.com/sms.do',
	readSend: ({ headers, body }) => {
		expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
		const fields = Object.fromEntries(new URLSearchParams(body));
		const whole = (number = '') => number.replace(/^(?=\d{9,}$)/, '+');
		return { to: whole(fields.to), from: whole(fields.from), text: fields.message, receiptUrl: fields.notify_url };
	},
	lacks: {
		picture: 'SMSAPI hands over no pictures',
		'STOP handled by the carrier': 'SMSAPI does not say whether it has acted on STOP',
		'START handled by the carrier': 'SMSAPI does not say whether it has acted on START',
		'HELP handled by the carrier': 'SMSAPI does not act on HELP',
		'receipt with a code not known yet': 'the code is the status, and an unknown status is ignored',
	},
});

test('a send is the request that SMSAPI’s own SDK makes of the same fields', async () => {
	const accepted = fixtures<AnswerCase[]>('smsapi', 'answers')[0] as AnswerCase;
	const sent: Array<{ fields: Record<string, string>; authorization: unknown }> = [];
	nock('https://api.smsapi.com')
		.post('/sms.do')
		.twice()
		.reply(function (_path, body) {
			// the SDK writes JSON with true, the documentation a form with 1
			const fields = typeof body === 'string' ? new URLSearchParams(body) : Object.entries(body);
			const texts = [...fields].map(([name, value]) => [name, value === true ? '1' : String(value)] as const);
			sent.push({ fields: Object.fromEntries(texts), authorization: this.req.headers.authorization });
			return [200, accepted.body as object, { 'content-type': 'application/json' }];
		});
	const receiptUrl = 'https://n8n.example.com/webhook/r?a=b';
	const answer = await new SMSAPI(CREDENTIALS.token, 'https://api.smsapi.com').sms.sendSms('48600100200', 'Zażółć 👍', {
		from: 'Acme',
		idx: 'our-id',
		checkIdx: true,
		notifyUrl: receiptUrl,
	});
	const message = { to: '+48600100200', from: 'Acme', text: 'Zażółć 👍', receiptUrl, ref: 'our-id' };
	const response = await sendAuthorised(new CommerceSmsSmsapiApi(), CREDENTIALS, smsapi.buildSend(message, CONFIG));
	expect(sent[1]).toEqual(sent[0]);
	expect(smsapi.parseSend(response)).toMatchObject({ id: answer.list[0]?.id, segments: answer.list[0]?.parts });
});
