import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { CommerceSmsGenericHttpApi } from '../../credentials/CommerceSmsGenericHttpApi.credentials';
import { genericHttp } from '../../lib/carriers/generic-http';
import { type Carrier, type CarrierConfig, proofOf } from '../../lib/carriers/carrier';
import { type WebhookRequest, type WireRequest } from '../../lib/wire';
import { type AnswerCase, fixtures, NOW, WEBHOOK_URL } from './cases';
import { carrierContract } from './contract';
import { FORM_GATEWAY, JSON_GATEWAY } from './generic-gateways';
import { sendAuthorised } from './replay';

const SECRET = JSON_GATEWAY.signingSecret;
const HANDLED = 'the fields have no word for what a gateway has done itself';
const OUR_OWN = 'every gateway has an address of its own';

const signed = (request: WebhookRequest, key: string): WebhookRequest => {
	const timestamp = String(NOW.getTime());
	const signature = createHmac('sha512', key).update(`${timestamp}.n-1.${request.body}`).digest('base64');
	const headers = { ...request.headers, 'x-time': timestamp, 'x-nonce': 'n-1', 'x-signature': `v1=${signature}` };
	return { ...request, headers };
};

// a gateway of JSON that signs
carrierContract({
	carrier: genericHttp,
	credentials: JSON_GATEWAY,
	secrets: [JSON_GATEWAY.token, SECRET],
	unusable: [
		['no Gateway URL', { baseUrl: ' ' }, /Gateway URL.*Generic HTTP/],
		['a path that is none', { path: 'api/send' }, /Path.*slash/],
		['a body that is no JSON', { body: '{"to": {{to}}, "text": {{text}}}' }, /Body.*quotes/],
		['a body without the text', { body: '{"to":"{{to}}"}' }, /Body.*\{\{text\}\}/],
		['a body without the recipient', { body: '{"text":"{{text}}","token":"{{ref}}"}' }, /Body.*\{\{to\}\}/],
		['a placeholder that is none', { body: '{"to":"{{to}}","text":"{{message}}"}' }, /\{\{message\}\} is no placeholder/],
		['a header line without a colon', { headers: 'X-Key' }, /Headers.*":"/],
		['a header name that is none', { headers: 'X Key: 1' }, /Headers.*"X Key"/],
		['an expression that is none', { idPath: '/ID: (/' }, /no regular expression/],
		['a condition that is none', { success: 'status = /(/' }, /no regular expression/],
		['statuses of failures', { successStatuses: '200-404' }, /Success Statuses/],
		['a status that is none', { statusMap: 'DONE = arrived' }, /Status Map.*arrived.*delivered/],
		['a reason that is none', { receiptCodes: '1 = gone' }, /Receipt Codes.*gone.*invalid_number/],
		['a time zone that is none', { utcOffset: 'CET' }, /Time Zone/],
		['a country that is none', { country: 'Poland' }, /Country/],
		['a signature over nothing of the body', { signedPattern: '{timestamp}.{nonce}' }, /What Is Signed.*\{body\}/],
		['a part that is none', { signedPattern: '{body}{date}' }, /What Is Signed.*\{date\}/],
		['a time that no header has', { timestampHeader: '' }, /Time Header/],
		['a nonce that no header has', { nonceHeader: '' }, /Nonce Header/],
		['no header with the signature', { signatureHeader: '' }, /Signature Header/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345', alphanumeric: 'Acme Shop' },
	endpoint: 'https://sms.example.com/v1/acme1/messages',
	readSend: (request) => {
		expect(request.headers['content-type']).toBe('application/json');
		const { messages } = JSON.parse(request.body ?? '') as { messages: Array<Record<string, string>> };
		expect(messages).toHaveLength(1);
		const { to, from, text, callback: receiptUrl } = messages[0] ?? {};
		return { to, from, text, receiptUrl };
	},
	proof: {
		sign: signed,
		credentialsFor: (key) => ({ signingSecret: key }),
		key: SECRET,
		otherKey: 'dummy-key-of-somebody-else',
		header: 'x-signature',
		windowSeconds: 60,
		isSharedSecret: true,
		signsUrl: false,
	},
	tables: [],
	lacks: {
		'without an API URL the carrier’s own is used': OUR_OWN,
		'accepted, sent already': 'a gateway that has taken a text counts as having queued it',
		picture: 'the fields have no word for pictures',
		'STOP handled by the carrier': HANDLED,
		'START handled by the carrier': HANDLED,
		'HELP handled by the carrier': HANDLED,
	},
});

describe('a gateway of forms and plain words that signs nothing', () => {
	carrierContract({
		carrier: genericHttp,
		folder: 'generic-http/form',
		credentials: FORM_GATEWAY,
		secrets: [FORM_GATEWAY.password],
		unusable: [['a line without an equals sign', { body: 'to {{to}}\ntext={{text}}' }, /Body.*"to \{\{to\}\}"/]],
		senders: { 'phone-number': '+14155550100', 'short-code': '72345', alphanumeric: 'Acme Shop' },
		endpoint: 'https://sms.example.com/gw/send.php',
		readSend: (request) => {
			expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
			const { to, from, text, dlr: receiptUrl } = Object.fromEntries(new URLSearchParams(request.body));
			return { to: `+${to}`, from, text, receiptUrl };
		},
		tables: [],
		lacks: {
			'without an API URL the carrier’s own is used': OUR_OWN,
			'accepted, sent already': 'a gateway that has taken a text counts as having queued it',
			'too fast, wait in seconds': 'the same as with the other gateway',
			'too fast, wait until a date': 'the same as with the other gateway',
			'opted out': 'this gateway refuses with HTTP 200',
			'failed inside a success, no reason': 'this gateway always says why',
			picture: 'the fields have no word for pictures',
			'STOP handled by the carrier': HANDLED,
			'START handled by the carrier': HANDLED,
			'HELP handled by the carrier': HANDLED,
		},
	});
});

const described = (fields: object): { carrier: Carrier<CarrierConfig>; config: CarrierConfig } => {
	const carrier = (genericHttp as Carrier<CarrierConfig>).describedBy?.({ ...fields }) as Carrier<CarrierConfig>;
	return { carrier, config: carrier.readConfig({ ...fields }) };
};
const MESSAGE = { to: '+14155550123', from: '+14155550100', text: 'Hello', ref: 'our-id' };

describe('a send', () => {
	afterEach(() => nock.cleanAll());
	const sent = async (fields: Readonly<Record<string, unknown>>, message = MESSAGE) => {
		const { carrier, config } = described(fields);
		const request = carrier.buildSend(message, config);
		const response = await sendAuthorised(new CommerceSmsGenericHttpApi(), fields as never, request);
		return carrier.parseSend(response, message);
	};

	test('by JSON has what was filled in, and leaves out what is not there', async () => {
		const accepted = fixtures<AnswerCase[]>('generic-http', 'answers')[0] as AnswerCase;
		nock('https://sms.example.com', {
			reqheaders: { authorization: `Bearer ${JSON_GATEWAY.token}`, 'idempotency-key': 'our-id' },
		})
			.post('/v1/acme1/messages', {
				messages: [{ to: MESSAGE.to, from: MESSAGE.from, text: 'Hello', reference: 'our-id' }],
			})
			.reply(202, accepted.body as object);
		expect(await sent(JSON_GATEWAY)).toMatchObject(accepted.receipt as object);
	});

	test('by a form has the login in it', async () => {
		nock('https://sms.example.com')
			.post('/gw/send.php', { to: '14155550123', from: '+14155550100', text: 'Hello', user: 'shop', pass: FORM_GATEWAY.password })
			.reply(200, 'OK 7788; parts=1; cost=0.03 EUR');
		expect(await sent(FORM_GATEWAY)).toMatchObject({ id: '7788', segments: 1 });
	});

	test('by a query has everything in the URL', async () => {
		nock('https://sms.example.com')
			.get('/gw/send.php')
			.query({ to: '14155550123', from: '+14155550100', text: 'Hello', user: 'shop', pass: FORM_GATEWAY.password })
			.reply(200, 'OK 7788');
		expect(await sent({ ...FORM_GATEWAY, method: 'GET' })).toMatchObject({ id: '7788' });
	});

	test.each<[signIn: string, fields: object, headers: Record<string, string>]>([
		['basic', { user: 'shop', password: 'dummy' }, { authorization: `Basic ${Buffer.from('shop:dummy').toString('base64')}` }],
		['header', { headerName: 'X-Api-Key', headerSecret: ' dummy ' }, { 'x-api-key': 'dummy' }],
		['none', {}, {}],
	])('signs in by %s', async (signIn, fields, headers) => {
		nock('https://sms.example.com', { reqheaders: headers }).post('/gw/send.php').reply(200, 'OK 1');
		expect(await sent({ ...FORM_GATEWAY, signIn, ...fields })).toMatchObject({ id: '1' });
	});

	test('signs in by a key among the values of a JSON body', async () => {
		const fields = { ...JSON_GATEWAY, signIn: 'parameters', userParameter: '', keyParameter: 'api_key', password: 'dummy' };
		nock('https://sms.example.com')
			.post('/v1/acme1/messages', (body: Record<string, unknown>) => body.api_key === 'dummy' && Array.isArray(body.messages))
			.reply(202, (fixtures<AnswerCase[]>('generic-http', 'answers')[0] as AnswerCase).body as object);
		expect(await sent(fields)).toMatchObject({ id: 'm-1' });
	});

	test('of letters that GSM has not goes where the gateway wants them', () => {
		const body = 'to={{to}}\nmsg={{text_gsm}}\nhex={{text_unicode_hex}}\ncoding={{unicode?8}}\nraw={{text_hex}}';
		const { carrier, config } = described({ ...FORM_GATEWAY, body: body.replace('msg=', 'text={{text_gsm}}\nmsg=') });
		const of = (text: string) =>
			Object.fromEntries(new URLSearchParams((carrier.buildSend({ ...MESSAGE, text }, config) as WireRequest).body));
		expect(of('Hi')).toMatchObject({ msg: 'Hi', raw: '00480069' });
		expect(of('Hi')).not.toHaveProperty('coding');
		expect(of('Ж')).toMatchObject({ hex: '0416', coding: '8' });
		expect(of('Ж')).not.toHaveProperty('msg');
	});

	test('of a text full of quotes and braces stays one text', () => {
		const { carrier, config } = described(JSON_GATEWAY);
		const text = '"},{"to":"+14155550199","text":"{{ref}}';
		const { messages } = JSON.parse(carrier.buildSend({ ...MESSAGE, text }, config).body ?? '') as { messages: unknown[] };
		expect(messages).toEqual([expect.objectContaining({ to: MESSAGE.to, text })]);
	});

	test('with an account that would leave the path stays in it', () => {
		const { carrier, config } = described({ ...JSON_GATEWAY, account: '../x?y' });
		expect(carrier.buildSend(MESSAGE, config).url).toBe('https://sms.example.com/v1/..%2Fx%3Fy/messages');
	});

	test('has India’s ids where there are some', () => {
		const { carrier, config } = described(JSON_GATEWAY);
		const dlt = { entityId: '1101', templateId: '1107' };
		expect(JSON.parse(carrier.buildSend({ ...MESSAGE, dlt }, config).body ?? '')).toMatchObject({
			messages: [{ india: { entity: '1101', template: '1107' } }],
		});
	});

	test('to a gateway that has no ids is known by ours', () => {
		const { carrier } = described({ ...FORM_GATEWAY, idPath: '' });
		const response = { status: 200, headers: {}, body: 'OK', receivedAt: NOW };
		expect(carrier.parseSend(response, MESSAGE)).toMatchObject({ id: 'our-id' });
		expect(() => carrier.parseSend({ ...response, body: 'what?' }, MESSAGE)).toThrow(/does not say whether/);
	});
});

describe('what it can do', () => {
	test('is what its fields say', () => {
		const of = (fields: object) => described(fields).carrier;
		expect(of(JSON_GATEWAY).capabilities).toMatchObject({ replies: true, receipts: true, signsWebhooks: true, tellsOptOuts: true });
		const silent = { ...JSON_GATEWAY, replyFromPath: '', statusPath: '', pricePath: '', optedOutCodes: '', webhookProof: 'secretUrl' };
		expect(of(silent).capabilities).toMatchObject({
			replies: false,
			receipts: false,
			priceInResponse: false,
			signsWebhooks: false,
			tellsOptOuts: false,
		});
		expect([of(FORM_GATEWAY).numbersLackPlus, of(JSON_GATEWAY).numbersLackPlus]).toEqual([true, undefined]);
		expect(of({ ...FORM_GATEWAY, answerType: 'text/xml', answerBody: '<ok/>' }).acknowledgement).toEqual({
			contentType: 'text/xml',
			body: '<ok/>',
		});
	});

	test('is nothing without a credential', () => {
		expect(genericHttp.parseWebhook({ method: 'GET', url: '', headers: {}, body: '{"status":"delivered","id":"1"}', receivedAt: NOW })).toMatchObject([
			{ kind: 'ignored' },
		]);
		expect(() => genericHttp.parseSend({ status: 200, headers: {}, body: '{"id":"1"}', receivedAt: NOW })).toThrow(/Generic HTTP/);
	});

	test('without a proof of its own is proven by the secret in the URL', () => {
		const { carrier, config } = described(FORM_GATEWAY);
		expect(proofOf(carrier, config)).toBe('secret-url');
	});
});

describe('the example of the documentation', () => {
	const page = readFileSync(join(__dirname, '../../docs/carriers/generic-http.md'), 'utf8');
	const example = (field: string) => {
		const [, cell = ''] = new RegExp(`^\\| ${field} \\| (.*) \\|$`, 'm').exec(page) ?? [];
		return [...cell.matchAll(/`([^`]+)`/g)].map(([, value]) => value as string);
	};
	const [path = ''] = example('Method, Path, Encoding');
	const [errorCodePath, errorMessagePath] = example('Path of the Error Code, … Message');
	const [receiptIdPath, receiptRefPath] = example('Path of the Receipt\'s ID, … Reference');
	const [replyIdPath, replyFromPath, replyToPath, replyTextPath, replyTimePath] = example(
		'Paths of the Reply\'s ID, Sender, Recipient, Text, Time',
	);
	const [signatureHeader, signedPattern, timestampHeader] = example('Proof of Webhooks');
	const one = (field: string) => example(field)[0] ?? '';
	const FIELDS = {
		preset: 'custom',
		baseUrl: one('Gateway URL'),
		sender: one('Sender'),
		method: 'POST',
		path,
		encoding: 'json',
		body: one('Body'),
		success: one('Success If'),
		idPath: one('Path of the ID'),
		segmentsPath: one('Path of the Segments'),
		errorCodePath,
		errorMessagePath,
		optedOutCodes: one('Codes of Opt-Outs'),
		throttledCodes: one('Codes of Too Fast'),
		badNumberCodes: one('Codes of Wrong Numbers'),
		badConfigCodes: one('Codes of Wrong Settings'),
		receiptWhen: one('Receipt If'),
		replyWhen: one('Reply If'),
		receiptIdPath,
		receiptRefPath,
		statusPath: one('Path of the Status'),
		statusMap: example('Status Map').join('\n'),
		receiptCodePath: one('Path of the Receipt\'s Code'),
		receiptCodes: one('Receipt Codes'),
		replyIdPath,
		replyFromPath,
		replyToPath,
		replyTextPath,
		replyTimePath,
		digitsOnly: true,
		answerBody: one('Answer: Body'),
		webhookProof: 'hmac',
		signingSecret: 'dummy',
		signatureHeader,
		signedPattern,
		timestampHeader,
		windowSeconds: 300,
	};
	const { carrier, config } = described(FIELDS);
	const answer = (body: string) => ({ status: 200, headers: {}, body, receivedAt: NOW });

	test('sends, and understands the answers that it shows', () => {
		const request = carrier.buildSend({ ...MESSAGE, from: 'ACME', to: '+48600100200' }, config);
		expect(request).toMatchObject({ method: 'POST', url: 'https://sms.example.com/api/v1/send' });
		expect(JSON.parse(request.body ?? '')).toEqual({ recipient: '48600100200', sender: 'ACME', message: 'Hello', custom: 'our-id' });
		expect(carrier.parseSend(answer('{"result":"accepted","id":"m-1","parts":1}'))).toMatchObject({ id: 'm-1', segments: 1 });
		for (const [code, kind] of [
			[12, 'bad-message'],
			[15, 'throttled'],
			[21, 'recipient-opted-out'],
			[10, 'bad-config'],
			[99, 'rejected'],
		]) {
			let error: unknown;
			try {
				carrier.parseSend(answer(`{"result":"error","code":${code},"reason":"Why"}`));
			} catch (thrown) {
				error = thrown;
			}
			expect(error).toMatchObject({ code: kind, details: { carrierCode: String(code), carrierMessage: 'Why' } });
		}
	});

	test('reads the calls that it shows, and knows whose they are', () => {
		const at = String(NOW.getTime() / 1000);
		const call = (body: string): WebhookRequest => {
			const signature = createHmac('sha256', 'dummy').update(at + body).digest('hex');
			return { method: 'POST', url: WEBHOOK_URL, headers: { 'x-signature': signature, 'x-time': at }, body, receivedAt: NOW };
		};
		const report = call('{"type":"report","id":"m-1","custom":"our-id","state":"DELIVERED","code":0}');
		const incoming = call('{"type":"incoming","id":"i-1","from":"48600100200","to":"4807","body":"Stop","time":1795341600}');
		expect([carrier.verifyWebhook(report, config), carrier.verifyWebhook({ ...report, body: '{}' }, config)]).toEqual([true, false]);
		expect(carrier.parseWebhook(report)).toMatchObject([{ kind: 'receipt', id: 'm-1', clientRef: 'our-id', status: 'delivered', isFinal: true }]);
		expect(carrier.parseWebhook(incoming)).toMatchObject([
			{ kind: 'reply', id: 'i-1', from: '48600100200', to: '4807', text: 'Stop', at: '2026-11-22T10:00:00.000Z' },
		]);
		expect(carrier.acknowledgement.body).toBe('OK');
	});
});
