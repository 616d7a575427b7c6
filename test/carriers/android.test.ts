import { createHmac } from 'node:crypto';
import nock from 'nock';
import { CommerceSmsAndroidApi } from '../../credentials/CommerceSmsAndroidApi.credentials';
import { android } from '../../lib/carriers/android';
import { type CarrierReply, proofOf } from '../../lib/carriers/carrier';
import { type WebhookRequest, type WireRequest } from '../../lib/wire';
import { type AnswerCase, fixtures, NOW, WEBHOOK_URL } from './cases';
import { carrierContract } from './contract';
import { sendAuthorised } from './replay';

const SECRET = 'dummy-signing-key';
const CREDENTIALS = {
	username: 'A1B2C3',
	password: 'dummy-android-password',
	signingSecret: SECRET,
	sender: '+1 415 555 0100',
	baseUrl: '',
};
const CONFIG = android.readConfig(CREDENTIALS);
const HANDLED = 'a phone hands texts over as they are';
const fieldsOf = ({ body }: WireRequest) => JSON.parse(body ?? '') as Record<string, unknown>;

const signed = (request: WebhookRequest, key: string): WebhookRequest => {
	const timestamp = String(NOW.getTime() / 1000);
	const signature = createHmac('sha256', key).update(request.body + timestamp).digest('hex');
	return { ...request, headers: { ...request.headers, 'x-timestamp': timestamp, 'x-signature': signature } };
};

carrierContract({
	carrier: android,
	credentials: CREDENTIALS,
	secrets: ['dummy-android-password', SECRET],
	unusable: [
		['no user name', { username: '' }, /user name.*Android/],
		['no password', { password: '' }, /password.*Android/],
	],
	senders: { 'phone-number': '+14155550100' },
	endpoint: 'https://api.sms-gate.app/3rdparty/v1/messages',
	readSend: (request) => {
		expect(request.headers['content-type']).toBe('application/json');
		const { textMessage, phoneNumbers } = fieldsOf(request) as { textMessage: { text: string }; phoneNumbers: string[] };
		expect(phoneNumbers).toHaveLength(1);
		// the phone texts from its own number, whatever it is told
		return { to: phoneNumbers[0], from: '+14155550100', text: textMessage.text, receiptUrl: undefined };
	},
	proof: {
		sign: signed,
		credentialsFor: (key) => ({ signingSecret: key }),
		key: SECRET,
		otherKey: 'dummy-key-of-somebody-else',
		header: 'x-signature',
		isCaseless: true,
		windowSeconds: 300,
		isSharedSecret: true,
		signsUrl: false,
	},
	tables: ['protocols/generic-android.ts'],
	lacks: {
		'the receipt URL goes along, with its query': 'the app’s webhooks are set up once, for all texts',
		'accepted, long': 'an answer does not count segments',
		'accepted, sent already': 'a text waits for its phone when it is answered',
		'accepted with a price': 'a phone knows no prices',
		'too fast, wait until a date': 'no such header is documented',
		'opted out': 'a phone knows of no opt-outs',
		'failed inside a success': 'refusals have an HTTP status of their own',
		'failed inside a success, opted out': 'refusals have an HTTP status of their own',
		'failed inside a success, no reason': 'refusals have an HTTP status of their own',
		picture: 'pictures come as another event, in the webhook itself',
		'STOP handled by the carrier': HANDLED,
		'START handled by the carrier': HANDLED,
		'HELP handled by the carrier': HANDLED,
	},
});

const MESSAGE = { to: '+14155550123', from: '+14155550100', text: 'Zażółć 👍' };

describe('a send', () => {
	afterEach(() => nock.cleanAll());

	// https://docs.sms-gate.app/features/sending-messages/
	test('is the request that the app documents, with our id, which it takes once only', async () => {
		const accepted = fixtures<AnswerCase[]>('android', 'answers')[0] as AnswerCase;
		nock('https://api.sms-gate.app')
			.post('/3rdparty/v1/messages', {
				id: 'our-id',
				textMessage: { text: MESSAGE.text },
				phoneNumbers: [MESSAGE.to],
				withDeliveryReport: true,
			})
			.basicAuth({ user: 'A1B2C3', pass: 'dummy-android-password' })
			.reply(accepted.status, accepted.body as object);
		const request = android.buildSend({ ...MESSAGE, ref: 'our-id' }, CONFIG);
		const response = await sendAuthorised(new CommerceSmsAndroidApi(), CREDENTIALS, request);
		expect(android.parseSend(response)).toMatchObject(accepted.receipt as object);
	});

	test('names the phone where the account has several', () => {
		const config = android.readConfig({ ...CREDENTIALS, deviceId: ' dev1 ', baseUrl: 'http://192.168.1.10:8080/' });
		const request = android.buildSend(MESSAGE, config);
		expect(request.url).toBe('http://192.168.1.10:8080/messages');
		expect(fieldsOf(request)).toMatchObject({ deviceId: 'dev1' });
		expect(fieldsOf(android.buildSend(MESSAGE, CONFIG))).not.toHaveProperty('deviceId');
	});
});

describe('a webhook', () => {
	test('is proven by the secret in the URL until a signing key is filled in', () => {
		expect(proofOf(android, CONFIG)).toBe('signature');
		expect(proofOf(android, android.readConfig({ ...CREDENTIALS, signingSecret: ' ' }))).toBe('secret-url');
	});

	test('with a national number is read by the country of the phone’s own', () => {
		const from = (sender: string, own: string) => {
			const payload = { messageId: 'm', message: 'Stop', sender, recipient: null };
			const body = JSON.stringify({ id: 'e', event: 'sms:received', payload });
			const request = { method: 'POST', url: WEBHOOK_URL, headers: {}, body, receivedAt: NOW };
			const [event] = android.describedBy({ ...CREDENTIALS, sender: own }).parseWebhook(request);
			return [(event as CarrierReply).from, (event as CarrierReply).to];
		};
		expect(from('600100200', '+48 600 100 100')).toEqual(['+48600100200', '+48600100100']);
		expect(from('07400123456', '+447400123450')).toEqual(['+447400123456', '+447400123450']);
		expect(from('72345', '+14155550100')).toEqual(['72345', '+14155550100']);
		expect(from('600100200', '')).toEqual(['600100200', '']);
	});
});
