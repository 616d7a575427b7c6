// Credentials of every kind authorise the texts of a bulk send: their rules may change more than a header.
import { type IAuthenticate } from 'n8n-workflow';
import { type WireRequest } from '../../lib/wire';
import { authorisationBy } from '../../nodes/shared/authorise';

let mockRule: IAuthenticate;
jest.mock('../../credentials/CommerceSmsTelnyxApi.credentials', () => ({
	CommerceSmsTelnyxApi: class {
		authenticate: IAuthenticate = mockRule;
	},
}));

const REQUEST: WireRequest = {
	method: 'POST',
	url: 'https://api.example.com/sms?a=%20b',
	headers: { 'content-type': 'application/json' },
	body: '{"text":"Hi"}',
};

async function written(rule: IAuthenticate, request = REQUEST): Promise<WireRequest | undefined> {
	mockRule = rule;
	return await (
		await authorisationBy('commerceSmsTelnyxApi', { apiKey: 'dummy-key' })
	)?.(request);
}

test.each<[string, IAuthenticate, Partial<WireRequest>]>([
	[
		'a header',
		async ({ apiKey }, request) => ({ ...request, headers: { ...request.headers, 'x-key': `${String(apiKey)}\n` } }),
		{ headers: { ...REQUEST.headers, 'x-key': 'dummy-key' } },
	],
	[
		'a name and a password',
		async (_fields, request) => ({ ...request, auth: { username: 'me', password: 'pä:ss' } }),
		{ headers: { ...REQUEST.headers, Authorization: `Basic ${Buffer.from('me:pä:ss').toString('base64')}` } },
	],
	[
		'a key in the query',
		async ({ apiKey }, request) => ({ ...request, qs: { key: apiKey, user: 'a&b' } }),
		{ url: `${REQUEST.url}&key=dummy-key&user=a%26b` },
	],
	[
		'a key in the body',
		async (_fields, request) => ({ ...request, body: String(request.body).replace('}', ',"key":1}') }),
		{ body: '{"text":"Hi","key":1}' },
	],
	[
		'a signature over everything',
		async (_fields, { method, url, headers, body, ...rest }) => ({
			...rest,
			method,
			url,
			body,
			headers: { ...headers, signature: [method, url, String(body)].join(' ') },
		}),
		{ headers: { ...REQUEST.headers, signature: `POST ${REQUEST.url} ${String(REQUEST.body)}` } },
	],
])('%s', async (_what, rule, change) => {
	expect(await written(rule)).toEqual({ ...REQUEST, ...change });
});

test('a request without a body or a query stays without', async () => {
	const bare: WireRequest = { method: 'GET', url: 'https://api.example.com/sms', headers: {} };
	expect(await written(async (_fields, request) => ({ ...request, qs: {} }), bare)).toEqual({
		...bare,
		body: undefined,
	});
});

test('what only n8n’s helper can write is left to it', async () => {
	expect(
		await written(async (_fields, request) => ({ ...request, skipSslCertificateValidation: true })),
	).toBeUndefined();
	expect(await written(async (_fields, request) => ({ ...request, body: { text: 'Hi' } }))).toBeUndefined();
});

test('a credential of no carrier is not looked for', async () => {
	expect(await authorisationBy('commerceSmsShopApi', {})).toBeUndefined();
	expect(await authorisationBy('../../evil', {})).toBeUndefined();
});
