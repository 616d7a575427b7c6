// What proves a webhook, and what is answered before anything else is done with it: with carriers made up for the purpose.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IHttpRequestOptions, type IWebhookFunctions } from 'n8n-workflow';
import { type Carrier, type CarrierEvent, type WebhookProof } from '../../lib/carriers/carrier';
import { telnyx } from '../../lib/carriers/telnyx';
import { type WebhookRequest } from '../../lib/wire';
import { closeLedgers } from '../../nodes/shared/open-ledger';
import { shopFromFields } from '../../nodes/shared/shop';
import { answerAtOnce } from '../../nodes/shared/webhook';
import { isProven, secretUrl } from '../../nodes/shared/webhook-proof';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'commerce-sms-'));
});
afterEach(async () => {
	await closeLedgers();
	rmSync(folder, { recursive: true, force: true });
});

const shop = () => shopFromFields({ ledgerPath: join(folder, 'ledger.sqlite') }, 'Europe/Warsaw');
const URL_ = 'https://n8n.example.com/webhook/1/sms';
const request = (url = URL_): WebhookRequest => ({
	method: 'POST',
	url,
	headers: {},
	body: '{}',
	receivedAt: new Date(),
});

const accountAt = (more: Partial<Carrier>) => {
	const carrier: Carrier = { ...(telnyx as Carrier), ...more };
	return { carrier, credentials: {}, config: { baseUrl: 'https://api.example.com' } };
};

/** @param documents what stands where; what is not there cannot be had. */
function contextWith(documents: Record<string, string> = {}) {
	const visited: IHttpRequestOptions[] = [];
	const answers: unknown[] = [];
	const response = {
		status: (code: number) => (answers.push(code), response),
		type: (contentType: string) => (answers.push(contentType), response),
		send: (body: string) => (answers.push(body), response),
		end: () => response,
	};
	const context = {
		getNode: () => ({ name: 'Trigger' }),
		getResponseObject: () => response,
		logger: { warn: () => undefined },
		helpers: {
			httpRequest: async (options: IHttpRequestOptions) => {
				visited.push(options);
				if (documents[options.url] === undefined) throw new Error('not there');
				return documents[options.url];
			},
		},
	} as unknown as IWebhookFunctions;
	return { context, visited, answers };
}

describe.each<[proof: WebhookProof, neither: boolean, secret: boolean, signature: boolean, both: boolean]>([
	['signature', false, false, true, true],
	['secret-url', false, true, false, true],
	['both', false, false, false, true],
])('proof by %s', (proof, ...wanted) => {
	test('lets in what it should', async () => {
		const url = await secretUrl(URL_, 'telnyx', shop());
		const got: boolean[] = [];
		for (const [isSigned, called] of [
			[false, URL_],
			[false, url],
			[true, URL_],
			[true, url],
		] as const) {
			const account = accountAt({ proofBy: () => proof, verifyWebhook: () => isSigned });
			got.push(await isProven(contextWith().context, request(called), account, shop()));
		}
		expect(got).toEqual(wanted);
	});
});

test('a carrier that signs nothing is known by the secret, without saying so', async () => {
	const account = accountAt({
		capabilities: { ...telnyx.capabilities, signsWebhooks: false },
		verifyWebhook: () => false,
	});
	expect(await isProven(contextWith().context, request(), account, shop())).toBe(false);
	const url = await secretUrl(URL_, 'telnyx', shop());
	expect(await isProven(contextWith().context, request(url), account, shop())).toBe(true);
});

test('a certificate is fetched once, without any key, and handed to the carrier; one that cannot be had proves nothing', async () => {
	const account = accountAt({
		proofUrl: ({ headers }) => headers.certificate,
		verifyWebhook: (_request, _config, document) => document === 'PEM',
	});
	const { context, visited } = contextWith({ 'https://sns.example.com/a.pem': 'PEM' });
	const naming = (certificate: string) => ({ ...request(), headers: { certificate } });
	const verdicts = [];
	for (const url of [
		'https://sns.example.com/a.pem',
		'https://sns.example.com/a.pem',
		'https://sns.example.com/b.pem',
		'https://sns.example.com/b.pem',
	]) {
		verdicts.push(await isProven(context, naming(url), account, shop()));
	}
	expect(verdicts).toEqual([true, true, false, false]);
	expect(visited.map(({ url }) => url)).toEqual([
		'https://sns.example.com/a.pem',
		'https://sns.example.com/b.pem',
		'https://sns.example.com/b.pem',
	]);
	expect(visited.every(({ disableFollowRedirect, headers }) => disableFollowRedirect && headers === undefined)).toBe(
		true,
	);
	// a carrier whose request names none of its hosts is not asked
	expect(await isProven(context, request(), account, shop())).toBe(false);
	expect(visited).toHaveLength(3);
});

describe('a handshake', () => {
	const answered = async (event: CarrierEvent, isTrue = true, documents = {}) => {
		const { context, visited, answers } = contextWith(documents);
		const account = accountAt({ parseWebhook: () => [event] });
		const done = await answerAtOnce(context, { request: request(), account, shop: shop(), isProven: isTrue });
		return { done, answers, visited: visited.map(({ url }) => url) };
	};

	test('is answered as the carrier wants it', async () => {
		const answer = { contentType: 'application/json', body: '{"validationResponse":"1"}' };
		expect(await answered({ kind: 'handshake', answer })).toEqual({
			done: { noWebhookResponse: true },
			answers: [200, 'application/json', answer.body],
			visited: [],
		});
	});

	test('visits what the carrier wants to see visited', async () => {
		const visit = 'https://sns.example.com/?Action=ConfirmSubscription';
		const { done, visited } = await answered({ kind: 'handshake', visit }, true, { [visit]: '<ok/>' });
		expect([done, visited]).toEqual([{ noWebhookResponse: true }, [visit]]);
	});

	test('that is not proven is refused, and nothing is visited', async () => {
		const { answers, visited } = await answered({ kind: 'handshake', visit: 'https://sns.example.com/' }, false);
		expect([answers, visited]).toEqual([[401], []]);
	});

	test('a webhook that brings something goes on', async () => {
		expect((await answered({ kind: 'ignored', reason: 'nothing' })).done).toBeUndefined();
	});
});
