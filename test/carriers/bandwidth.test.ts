import { Configuration, MessagesApi } from 'bandwidth-sdk';
import nock from 'nock';
import { CommerceSmsBandwidthApi } from '../../credentials/CommerceSmsBandwidthApi.credentials';
import { bandwidth } from '../../lib/carriers/bandwidth';
import { type WebhookRequest } from '../../lib/wire';
import { type AnswerCase, fixtures, NOW, WEBHOOK_URL } from './cases';
import { carrierContract } from './contract';
import { sendAuthorised } from './replay';

const CREDENTIALS = {
	accountId: '9901234',
	applicationId: '93de2206-9669-4e07-948d-329f4b722ee2',
	username: 'dummy-user',
	password: 'dummy-password',
	baseUrl: '',
};
const LOGIN = { webhookUser: 'bandwidth', webhookPassword: 'dummy:päss' };
const INSIDE = 'Bandwidth takes a text or answers with an error status; what fails later comes as a receipt';

const withLogin = (request: WebhookRequest, user: string, password: string): WebhookRequest => ({
	...request,
	headers: { ...request.headers, authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
});

carrierContract({
	carrier: bandwidth,
	credentials: CREDENTIALS,
	secrets: ['dummy-user', 'dummy-password'],
	unusable: [
		['no Account ID', { accountId: '' }, /Account ID.*Bandwidth/],
		['an Account ID that would leave the path', { accountId: '99/../1' }, /Account ID/],
		['no application', { applicationId: ' ' }, /Application ID/],
		['no user name', { username: '' }, /user name/],
		['no password', { password: undefined }, /password/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345' },
	endpoint: 'https://messaging.bandwidth.com/api/v2/users/9901234/messages',
	readSend: ({ headers, body }) => {
		expect(headers['content-type']).toBe('application/json');
		const { to, from, text, ...rest } = JSON.parse(body ?? '') as Record<string, unknown>;
		expect(rest).toEqual({ applicationId: CREDENTIALS.applicationId });
		return { to: (to as string[]).join(), from, text, receiptUrl: undefined };
	},
	proof: {
		sign: (request, key) => withLogin(request, 'bandwidth', key),
		credentialsFor: (key) => ({ webhookUser: 'bandwidth', webhookPassword: key }),
		key: 'dummy:päss',
		otherKey: 'dummy-password-of-somebody-else',
		header: 'authorization',
		isSharedSecret: true,
		signsBody: false,
		signsUrl: false,
	},
	lacks: {
		'the receipt URL goes along, with its query': 'receipts go to the URL of the application',
		'accepted, sent already': 'a text is always accepted first',
		'accepted with a price': 'Bandwidth tells no prices',
		'opted out': 'it is told by a receipt',
		'failed inside a success': INSIDE,
		'failed inside a success, opted out': INSIDE,
		'failed inside a success, no reason': INSIDE,
		'HELP handled by the carrier': 'nobody answers HELP but us',
	},
});

const CONFIG = bandwidth.readConfig(CREDENTIALS);
const MESSAGE = { to: '+14155550123', from: '+14155550100', text: 'Zażółć 👍', ref: 'our-id' };

describe('a send', () => {
	const accepted = fixtures<AnswerCase[]>('bandwidth', 'answers')[0] as AnswerCase;

	test.each([[[]], [['https://shop.example.com/a.jpg', 'https://shop.example.com/b.jpg']]])(
		'is the request that Bandwidth’s own SDK makes, with the pictures %j',
		async (mediaUrls) => {
			const requests: unknown[] = [];
			nock('https://messaging.bandwidth.com')
				.post('/api/v2/users/9901234/messages')
				.twice()
				.reply(202, function (_uri, body) {
					requests.push([body, String(this.req.headers.authorization)]);
					return accepted.body as object;
				});
			const client = new MessagesApi(new Configuration({ username: 'dummy-user', password: 'dummy-password' }));
			const sent = await client.createMessage('9901234', {
				applicationId: CREDENTIALS.applicationId,
				to: new Set([MESSAGE.to]) as never,
				from: MESSAGE.from,
				text: MESSAGE.text,
				...(mediaUrls.length > 0 ? { media: new Set(mediaUrls) as never } : {}),
				tag: MESSAGE.ref,
			});
			const answer = await sendAuthorised(
				new CommerceSmsBandwidthApi(),
				CREDENTIALS,
				bandwidth.buildSend({ ...MESSAGE, mediaUrls }, CONFIG),
			);
			expect(requests).toHaveLength(2);
			expect(requests[1]).toEqual(requests[0]);
			expect(bandwidth.parseSend(answer)).toMatchObject({ id: sent.data.id, segments: sent.data.segmentCount });
		},
	);
});

describe('a fault of a server', () => {
	const answer = (status: number, body: string) => ({ status, headers: {}, body, receivedAt: NOW });
	const codeOf = (status: number, body: string) => {
		try {
			return bandwidth.parseSend(answer(status, body));
		} catch (error) {
			return (error as { code: string }).code;
		}
	};

	test('is no doubt where Bandwidth itself says it, and one where something in between does', () => {
		const own = JSON.stringify({ type: 'internal-server-error', description: 'Oops' });
		expect([500, 502, 503, 504].map((status) => codeOf(status, own))).toEqual(Array(4).fill('throttled'));
		const other = JSON.stringify({ message: 'Endpoint request timed out' });
		expect([500, 502, 503, 504].map((status) => codeOf(status, other))).toEqual(Array(4).fill('outcome-unknown'));
	});
});

describe('a webhook', () => {
	const request = { method: 'POST', url: WEBHOOK_URL, headers: {}, body: '[]', receivedAt: NOW };

	test('is proven by the login where there is one, else by the secret in the URL', () => {
		expect(bandwidth.proofBy?.(CONFIG)).toBe('secret-url');
		expect(bandwidth.proofBy?.(bandwidth.readConfig({ ...CREDENTIALS, ...LOGIN }))).toBe('signature');
		for (const half of [{ webhookUser: 'bandwidth' }, { webhookPassword: 'dummy' }]) {
			const config = bandwidth.readConfig({ ...CREDENTIALS, ...half });
			expect(bandwidth.proofBy?.(config)).toBe('secret-url');
			const brought = withLogin(request, half.webhookUser ?? '', half.webhookPassword ?? '');
			expect(bandwidth.verifyWebhook(brought, config)).toBe(false);
		}
	});
});
