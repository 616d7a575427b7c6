import { createHash, createHmac } from 'node:crypto';
import nock from 'nock';
import { CommerceSmsBirdApi } from '../../credentials/CommerceSmsBirdApi.credentials';
import { bird } from '../../lib/carriers/bird';
import { type WebhookRequest } from '../../lib/wire';
import { type AnswerCase, fixtures, NOW } from './cases';
import { carrierContract } from './contract';
import { sendAuthorised } from './replay';

const WORKSPACE = 'a1405560-c8d3-4b1a-877d-3f449ad95352';
const CHANNEL = '614208aa-b153-4d5d-9989-2fddfc0ce4c3';
const KEY = 'dummy-signing-key';
const CREDENTIALS = {
	accessKey: 'dummy-access-key',
	workspaceId: WORKSPACE,
	channelId: CHANNEL,
	signingKey: KEY,
	baseUrl: '',
};
const CONFIG = bird.readConfig(CREDENTIALS);
const TIMESTAMP = String(NOW.getTime() / 1000);

/** https://docs.bird.com/api/notifications-api/api-reference/webhooks/verifying-a-webhook, step by step. */
const signatureOf = ({ url, body }: WebhookRequest, key: string) =>
	createHmac('sha256', key)
		.update(Buffer.concat([Buffer.from(`${TIMESTAMP}\n${url}\n`), createHash('sha256').update(body).digest()]))
		.digest('base64');

carrierContract({
	carrier: bird,
	credentials: CREDENTIALS,
	secrets: ['dummy-access-key', KEY],
	unusable: [
		['no access key', { accessKey: '' }, /access key.*Bird/],
		['no workspace', { workspaceId: '' }, /Workspace ID.*Bird/],
		['a channel that is no id', { channelId: 'sms' }, /Channel ID.*Bird/],
		['a channel that would leave the path', { channelId: '../'.repeat(12) }, /Channel ID.*Bird/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345', alphanumeric: 'Acme Shop' },
	endpoint: `https://api.bird.com/workspaces/${WORKSPACE}/channels/${CHANNEL}/messages`,
	readSend: ({ headers, body }) => {
		expect(headers['content-type']).toBe('application/json');
		const fields = JSON.parse(body ?? '') as {
			sender: { connector: { identifierValue: string } };
			receiver: { contacts: Array<{ identifierValue: string }> };
			body: { text: { text: string } };
		};
		expect(fields.receiver.contacts).toHaveLength(1);
		return {
			to: fields.receiver.contacts[0]?.identifierValue,
			from: fields.sender.connector.identifierValue,
			text: fields.body.text.text,
			receiptUrl: undefined,
		};
	},
	statuses: { 422: 'bad-message' },
	lacks: {
		'the receipt URL goes along, with its query': 'receipts go where the workspace’s webhook subscription says',
		'accepted, long': 'the answer does not count segments',
		'accepted with a price': 'neither answers nor webhooks have a price',
		'too fast, wait until a date': 'no such header is documented',
		'opted out': 'the text is taken, and its status tells',
		'STOP handled by the carrier': 'webhooks do not say whether Bird has acted',
		'START handled by the carrier': 'webhooks do not say whether Bird has acted',
		'HELP handled by the carrier': 'webhooks do not say whether Bird has acted',
	},
	proof: {
		sign: (request, key) => ({
			...request,
			headers: {
				...request.headers,
				'messagebird-signature': signatureOf(request, key),
				'messagebird-request-timestamp': TIMESTAMP,
			},
		}),
		credentialsFor: (key) => ({ signingKey: key }),
		key: KEY,
		otherKey: 'dummy-key-of-somebody-else',
		header: 'messagebird-signature',
		windowSeconds: 9 * 3600,
		isSharedSecret: true,
		signsUrl: true,
	},
});

// https://docs.bird.com/api/channels-api/supported-channels/programmable-sms/sending-sms-messages
describe('a send is the request that Bird documents, authorised by the credential', () => {
	const accepted = fixtures<AnswerCase[]>('bird', 'answers')[0] as AnswerCase;
	const message = { to: '+14155550123', from: '+14155550100', text: 'Zażółć 👍' };
	afterEach(() => nock.cleanAll());

	test.each<[what: string, more: object, documented: object]>([
		['a text', {}, { body: { type: 'text', text: { text: message.text } } }],
		['a text with our id', { ref: 'our-id' }, { body: { type: 'text', text: { text: message.text } }, reference: 'our-id' }],
		[
			'a picture',
			{ mediaUrls: ['https://shop.example.com/a.png'] },
			{
				body: {
					type: 'image',
					image: { text: message.text, images: [{ mediaUrl: 'https://shop.example.com/a.png' }] },
				},
			},
		],
	])('%s', async (_what, more, documented) => {
		const scope = nock('https://api.bird.com', { reqheaders: { authorization: 'AccessKey dummy-access-key' } })
			.post(`/workspaces/${WORKSPACE}/channels/${CHANNEL}/messages`, {
				sender: { connector: { identifierValue: '+14155550100' } },
				receiver: { contacts: [{ identifierKey: 'phonenumber', identifierValue: '+14155550123' }] },
				...documented,
			})
			.reply(accepted.status, accepted.body as object);
		const request = bird.buildSend({ ...message, ...more }, CONFIG);
		const response = await sendAuthorised(new CommerceSmsBirdApi(), CREDENTIALS, request);
		expect(scope.isDone()).toBe(true);
		expect(bird.parseSend(response)).toMatchObject(accepted.receipt as object);
	});
});
