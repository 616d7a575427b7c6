import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import fc from 'fast-check';
import nock from 'nock';
import { CommerceSmsAwsApi } from '../../credentials/CommerceSmsAwsApi.credentials';
import { aws } from '../../lib/carriers/aws';
import { type WebhookRequest } from '../../lib/wire';
import { fixtures, NOW, type WebhookCase, webhookOf } from './cases';
import { carrierContract } from './contract';

/** Amazon's own judge, which has no types. */
const MessageValidator = jest.requireActual<
	new () => { validate(envelope: object, done: (error: Error | null) => void): void }
>('sns-validator');

const CREDENTIALS = {
	region: 'eu-central-1',
	accessKeyId: 'AKIADUMMY',
	secretAccessKey: 'dummy/secret+key',
	configurationSet: 'shop-texts',
	topicArns: '',
	baseUrl: '',
};
const CERTIFICATE_URL = 'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const DOCUMENT = publicKey.export({ format: 'pem', type: 'spki' }) as string;

const topicOf = (name: string) => `arn:aws:sns:eu-central-1:123456789012:${name}`;

type Envelope = Record<string, unknown>;

/** The documentation of SNS, step by step; what is no envelope is put into one. */
function signedEnvelope(body: string, changes: Envelope = {}, version = '2'): Envelope {
	const given = body.startsWith('{"Type"') ? (JSON.parse(body) as Envelope) : { Type: 'Notification', Message: body };
	const envelope: Envelope = {
		MessageId: 'dummy-id',
		Timestamp: '2026-11-22T10:00:06.000Z',
		SigningCertURL: CERTIFICATE_URL,
		...given,
		...changes,
		SignatureVersion: version,
	};
	const names =
		envelope.Type === 'Notification'
			? ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
			: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];
	const text = names
		.filter((name) => name in envelope)
		.map((name) => `${name}\n${String(envelope[name])}\n`)
		.join('');
	const algorithm = version === '1' ? 'RSA-SHA1' : 'RSA-SHA256';
	return { ...envelope, Signature: sign(algorithm, Buffer.from(text), privateKey).toString('base64') };
}

const envelopeIn = ({ body }: WebhookRequest) => JSON.parse(body) as Envelope;
const withEnvelope = (request: WebhookRequest, envelope: Envelope): WebhookRequest => ({
	...request,
	body: JSON.stringify(envelope),
});

carrierContract({
	carrier: aws,
	credentials: CREDENTIALS,
	secrets: ['AKIADUMMY', 'dummy/secret+key'],
	unusable: [
		['no region', { region: '' }, /Region.*AWS/],
		['a region that would be another host', { region: 'evil.example/' }, /Region/],
		['no access key', { accessKeyId: '' }, /access key/],
		['no secret', { secretAccessKey: undefined }, /secret access key/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345', alphanumeric: 'AcmeShop' },
	endpoint: 'https://sms-voice.eu-central-1.amazonaws.com/',
	readSend: ({ headers, body }) => {
		expect(headers).toEqual({
			'content-type': 'application/x-amz-json-1.0',
			'x-amz-target': 'PinpointSMSVoiceV2.SendTextMessage',
		});
		const fields = JSON.parse(body ?? '') as Record<string, unknown>;
		expect(fields.ConfigurationSetName).toBe('shop-texts');
		return {
			to: fields.DestinationPhoneNumber,
			from: fields.OriginationIdentity,
			text: fields.MessageBody,
			receiptUrl: undefined,
		};
	},
	proof: {
		sign: (request, key) => withEnvelope(request, signedEnvelope(request.body, { TopicArn: topicOf(key) })),
		credentialsFor: (key) => ({ topicArns: `${topicOf('replies')}, ${topicOf(key)}` }),
		key: 'sms-events',
		otherKey: 'topic-of-somebody-else',
		header: 'x-amz-sns-message-type',
		signatureOf: (signed) => String(envelopeIn(signed).Signature),
		withSignature: (signed, signature) => withEnvelope(signed, { ...envelopeIn(signed), Signature: signature }),
		document: DOCUMENT,
		isSharedSecret: false,
		signsBody: false, // but some of its fields, see below
		signsUrl: false,
	},
	lacks: {
		'the receipt URL goes along, with its query': 'receipts go where the configuration set says',
		'accepted, long': 'the answer does not count parts',
		'accepted, sent already': 'a text is always accepted first',
		'accepted with a price': 'prices come with the receipts',
		'failed inside a success': 'the answer to a success is an id, nothing else',
		'failed inside a success, opted out': 'the answer to a success is an id, nothing else',
		'failed inside a success, no reason': 'the answer to a success is an id, nothing else',
		picture: 'AWS takes no pictures from customers',
		'START handled by the carrier': 'there is no such keyword unless the operator makes it',
		'receipt with a code not known yet': 'the kind of an event is its code',
	},
});

const CONFIG = aws.readConfig(CREDENTIALS);
const MESSAGE = { to: '+14155550123', from: '+14155550100', text: 'Zażółć 👍' };

type SignedRequest = Parameters<SignatureV4['sign']>[0];

class Sha256 {
	private hash;
	constructor(key?: string | Uint8Array) {
		this.hash = key === undefined ? createHash('sha256') : createHmac('sha256', key);
	}
	update(data: string | Uint8Array) {
		this.hash.update(data);
	}
	async digest() {
		return new Uint8Array(this.hash.digest());
	}
	reset() {
		throw new Error('It is not called');
	}
}

describe('a send', () => {
	afterEach(() => jest.useRealTimers());

	test('takes our reference and India’s ids along', () => {
		const dlt = { entityId: '1101', templateId: '1107' };
		const { body } = aws.buildSend({ ...MESSAGE, ref: 'our-id', dlt }, { ...CONFIG, configurationSet: '' });
		expect(JSON.parse(body ?? '')).toEqual({
			DestinationPhoneNumber: '+14155550123',
			OriginationIdentity: '+14155550100',
			MessageBody: 'Zażółć 👍',
			Context: { commerceSmsRef: 'our-id' },
			DestinationCountryParameters: { IN_ENTITY_ID: '1101', IN_TEMPLATE_ID: '1107' },
		});
	});

	test('is signed as Amazon’s own signer signs it, and so is the test of the credential', async () => {
		jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
		const signer = new SignatureV4({
			service: 'sms-voice',
			region: 'eu-central-1',
			sha256: Sha256 as never,
			credentials: { accessKeyId: 'AKIADUMMY', secretAccessKey: 'dummy/secret+key' },
			applyChecksum: false,
		});
		const { authenticate } = new CommerceSmsAwsApi();
		const { test: credentialTest } = CommerceSmsAwsApi;
		const { method, url, headers, body } = aws.buildSend({ ...MESSAGE, ref: 'our-id' }, CONFIG);
		const ofTest = { ...credentialTest.request, baseURL: 'https://sms-voice.eu-central-1.amazonaws.com', url: '/' };
		const asParsed = { ...ofTest, body: {} }; // n8n may have read it
		for (const request of [{ method, url, headers: { ...headers }, body: body ?? '' }, ofTest, asParsed]) {
			const { hostname, pathname } = new URL(url);
			const theirs = await signer.sign({
				method: 'POST',
				protocol: 'https:',
				hostname,
				path: pathname,
				headers: { ...(request.headers as Record<string, string>), host: hostname },
				body: typeof request.body === 'string' ? request.body : '{}',
			} as SignedRequest);
			const ours = await (authenticate as Exclude<typeof authenticate, { type: string }>)(
				CREDENTIALS,
				request as never,
			);
			expect(ours.headers?.Authorization).toBe(theirs.headers.authorization);
			expect(ours.headers?.['x-amz-date']).toBe(theirs.headers['x-amz-date']);
			expect(typeof ours.body).toBe('string');
		}
	});
});

describe('a notification', () => {
	const text = webhookOf(fixtures<WebhookCase[]>('aws', 'webhooks')[0] as WebhookCase);
	const verify = (envelope: Envelope) => aws.verifyWebhook(withEnvelope(text, envelope), CONFIG, DOCUMENT);
	const whole = signedEnvelope(text.body, { Subject: 'A subject' });

	test.each(['1', '2'])('of signature version %s is let in', (version) => {
		expect(verify(signedEnvelope(text.body, {}, version))).toBe(true);
	});

	test.each<[what: string, change: Envelope]>([
		['text', { Message: 'Yes pleasE' }],
		['id', { MessageId: 'another' }],
		['subject', { Subject: 'Another' }],
		['subject, which was taken away', { Subject: undefined }],
		['time', { Timestamp: '2026-11-22T10:00:07.000Z' }],
		['topic', { TopicArn: topicOf('another') }],
		['kind', { Type: 'SubscriptionConfirmation' }],
		['version', { SignatureVersion: '1' }],
		['version, which nobody knows', { SignatureVersion: '3' }],
		['text, which is no text', { Message: ['Yes please'] }],
		['host of the certificate', { SigningCertURL: 'https://evil.example/x.pem' }],
	])('with another %s is refused', (_what, change) => {
		expect([verify(whole), verify({ ...whole, ...change })]).toEqual([true, false]);
	});

	test('is refused when its certificate cannot be had, or is none', () => {
		const request = withEnvelope(text, whole);
		for (const document of [undefined, '', 'no certificate', '<html>']) {
			expect(aws.verifyWebhook(request, CONFIG, document)).toBe(false);
		}
	});

	test.each<[url: unknown, isTaken: boolean]>([
		[CERTIFICATE_URL, true],
		['https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-1.pem', true],
		['http://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem', false],
		['https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.txt', false],
		['https://sns.eu-central-1.amazonaws.com/?x=1.pem', false],
		['https://sns.eu-central-1.amazonaws.com.evil.example/x.pem', false],
		['https://evil.example/sns.eu-central-1.amazonaws.com/x.pem', false],
		['https://snsxeu-central-1.amazonaws.com/x.pem', false],
		['https://sns.eu-central-1.amazonaws.com@evil.example/x.pem', false],
		['https://user:word@sns.eu-central-1.amazonaws.com/x.pem', false],
		['https://sns.eu-central-1.amazonaws.com:8443/x.pem', false],
		['https://mybucket.s3.amazonaws.com/x.pem', false],
		[undefined, false],
		[7, false],
	])('names its certificate by %j', (url, isTaken) => {
		const request = withEnvelope(text, { ...whole, SigningCertURL: url });
		expect(aws.proofUrl?.(request)).toBe(isTaken ? url : undefined);
	});

	test('is ours by its topic where topics are named, else by the secret in the URL too', () => {
		for (const topicArns of ['', 'any', ' any ', undefined]) {
			expect(aws.proofBy?.(aws.readConfig({ ...CREDENTIALS, topicArns }))).toBe('both');
		}
		const pinned = aws.readConfig({ ...CREDENTIALS, topicArns: ` ${topicOf('a')} ,\n${topicOf('b')}` });
		expect([pinned.topicArns, aws.proofBy?.(pinned)]).toEqual([[topicOf('a'), topicOf('b')], 'signature']);
		const from = (name: string) =>
			aws.verifyWebhook(withEnvelope(text, signedEnvelope(text.body, { TopicArn: topicOf(name) })), pinned, DOCUMENT);
		expect(['a', 'b', 'c', 'A'].map(from)).toEqual([true, true, false, false]);
	});

	test('is judged as Amazon’s own validator judges it: 200 random envelopes and tamperings', async () => {
		nock('https://sns.eu-central-1.amazonaws.com').persist().get(/\.pem$/).reply(200, DOCUMENT);
		const validator = new MessageValidator();
		const verdicts = new Set<boolean>();
		const kinds = fc.constantFrom<Envelope>(
			{ Type: 'Notification' },
			{ Type: 'Notification', Subject: 'Ünïcode' },
			{ Type: 'SubscriptionConfirmation', Token: 't', SubscribeURL: 'https://sns.eu-central-1.amazonaws.com/?x' },
		);
		const changes = fc.constantFrom<Envelope>({}, {}, { Message: 'x' }, { Type: 'Other' }, { Signature: 'AAAA' });
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'grapheme' }), kinds, fc.constantFrom('1', '2'), changes, async (...drawn) => {
				const [message, kind, version, change] = drawn;
				const fields = { ...kind, Message: message, TopicArn: topicOf('a') };
				const envelope = { ...signedEnvelope('', fields, version), ...change };
				const theirs = await new Promise<boolean>((done) =>
					validator.validate({ ...envelope }, (error) => done(error === null)),
				);
				verdicts.add(theirs);
				expect([envelope, verify(envelope)]).toEqual([envelope, theirs]);
			}),
			{ seed: 20261122, numRuns: 200 },
		);
		expect([...verdicts].sort()).toEqual([false, true]);
	});
});
