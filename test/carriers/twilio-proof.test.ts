import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { getExpectedTwilioSignature, validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks';
import { twilio } from '../../lib/carriers/twilio';
import { type WebhookRequest } from '../../lib/wire';
import { always } from '../support/properties';
import { NOW } from './cases';

const TOKEN = 'dummy-auth-token';
const CONFIG = { accountSid: 'AC-dummy', authToken: TOKEN, baseUrl: 'https://api.twilio.com' };
const FORM = 'application/x-www-form-urlencoded';
const URL_ = 'https://n8n.example.com/webhook/3c1f/sms?shop=a%20b';

type Parameters = Record<string, string | string[]>;

/** As a web framework hands parameters to Twilio's SDK: a list where a name comes more than once. */
function parametersOf(body: string): Parameters {
	const parameters = new Map<string, string | string[]>();
	for (const name of new Set(new URLSearchParams(body).keys())) {
		const values = [...new URLSearchParams(body).getAll(name)]; // a list of this realm: the SDK asks for instanceof Array
		parameters.set(name, values.length === 1 ? (values[0] as string) : values);
	}
	return Object.fromEntries(parameters);
}

const signed = (url: string, parameters: Parameters) => getExpectedTwilioSignature(TOKEN, url, parameters);

type Signed = Partial<WebhookRequest> & { signature: string; type?: string };

const request = (more: Signed): WebhookRequest => ({
	method: 'POST',
	url: URL_,
	body: '',
	receivedAt: NOW,
	...more,
	headers: { 'x-twilio-signature': more.signature, ...(more.type === '' ? {} : { 'content-type': more.type ?? FORM }) },
});

const verify = (more: Signed) => twilio.verifyWebhook(request(more), CONFIG);

describe('form keys that repeat', () => {
	test.each([
		['the same twice', 'MediaUrl=a&MediaUrl=a'],
		['in order', 'MediaUrl=a&MediaUrl=b'],
		['out of order', 'MediaUrl=b&From=x&MediaUrl=a&MediaUrl=b'],
		['empty ones', 'MediaUrl=&MediaUrl='],
	])('%s are signed as the SDK signs them', (_what, body) => {
		expect(verify({ body, signature: signed(URL_, parametersOf(body)) })).toBe(true);
	});

	test('another value for a name that is there already breaks the signature', () => {
		const signature = signed(URL_, { Body: 'Yes', From: '+14155550123' });
		expect(verify({ body: 'Body=Yes&From=%2B14155550123', signature })).toBe(true);
		expect(verify({ body: 'Body=STOP&Body=Yes&From=%2B14155550123', signature })).toBe(false);
	});
});

describe('the public URL behind a proxy', () => {
	const HOST = 'https://n8n.example.com';
	test.each([
		['the standard port is added', `${HOST}/w`, `${HOST}:443/w`],
		['the standard port is left out', `${HOST}:443/w`, `${HOST}/w`],
		['Twilio leaves out a port of our own', `${HOST}/w`, `${HOST}:8443/w`],
		['a port of our own is kept', `${HOST}:8443/w`, `${HOST}:8443/w`],
		['http has port 80', 'http://n8n.example.com:80/w', 'http://n8n.example.com/w'],
		['a host without a path', `${HOST}:443`, HOST],
		['a host with only a query', `${HOST}:443?a=b`, `${HOST}?a=b`],
		['the host in capitals', 'HTTPS://N8N.example.com/w', 'HTTPS://N8N.example.com:443/w'],
		['an IPv6 host', 'https://[2001:db8::1]/w', 'https://[2001:db8::1]:443/w'],
		['an IPv6 host the other way', 'https://[2001:db8::1]:443/w', 'https://[2001:db8::1]/w'],
		['a password in the URL', 'https://user:12345@n8n.example.com/w', 'https://user:12345@n8n.example.com:443/w'],
		['a fragment, which is never sent', `${HOST}/w?a=b`, `${HOST}/w?a=b#rc=2&rp=all`],
		['escapes are kept as they were written', `${HOST}/w?a=%7e%2B+'x'`, `${HOST}/w?a=%7e%2B+'x'`],
	])('%s', (_what, signedUrl, seenUrl) => {
		const parameters = { Body: 'Yes' };
		expect(verify({ url: seenUrl, body: 'Body=Yes', signature: signed(signedUrl, parameters) })).toBe(true);
	});

	test.each([
		['another port', `${HOST}:8443/w`, `${HOST}:9443/w`],
		['a port that we do not know of', `${HOST}:8443/w`, `${HOST}/w`],
		['http instead of https', `${HOST}/w`, 'http://n8n.example.com/w'],
		['a slash at the end', `${HOST}/w`, `${HOST}/w/`],
		['escapes written in another way', `${HOST}/w?a=%7e`, `${HOST}/w?a=~`],
		['a parameter moved from the URL to the host', `${HOST}/w?a=b`, 'https://n8n.example.com:443@evil.example/w?a=b'],
	])('%s is another URL', (_what, signedUrl, seenUrl) => {
		expect(verify({ url: seenUrl, body: 'Body=Yes', signature: signed(signedUrl, { Body: 'Yes' }) })).toBe(false);
	});
});

describe('what stands where', () => {
	test.each([FORM, `${FORM}; charset=UTF-8`, 'Application/X-WWW-Form-URLEncoded', `${FORM} ;charset=utf-8`])(
		'"%s" is a form',
		(type) => {
			expect(verify({ body: 'Body=Yes', type, signature: signed(URL_, { Body: 'Yes' }) })).toBe(true);
		},
	);

	test.each(['', 'text/plain', 'application/json', `${FORM}-not`, `multipart/form-data; x=${FORM}`])(
		'a form that calls itself "%s" is not verified: nobody has proven its body',
		(type) => {
			expect(verify({ body: 'Body=Yes', type, signature: signed(URL_, { Body: 'Yes' }) })).toBe(false);
			expect(verify({ body: 'Body=Yes', type, signature: signed(URL_, {}) })).toBe(false);
		},
	);

	test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'post', 'get', ''])(
		'the signature of a GET lets in no body that comes by "%s"',
		(method) => {
			const signature = signed(URL_, {});
			expect(verify({ method: 'GET', signature, type: '' })).toBe(true);
			for (const type of ['', FORM, 'application/json']) {
				expect(verify({ method, signature, type, body: 'MessageSid=SM1&From=%2B14155550123&To=1&Body=STOP' })).toBe(
					false,
				);
			}
		},
	);

	test('of a GET only the query is read, which is signed', () => {
		const get = request({
			method: 'GET',
			signature: signed(URL_, {}),
			body: 'MessageSid=SM1&From=x&To=y&Body=STOP',
			type: FORM,
		});
		expect(twilio.verifyWebhook(get, CONFIG)).toBe(true);
		expect(twilio.parseWebhook(get)).toEqual([{ kind: 'ignored', reason: expect.any(String) }]);
	});
});

describe('a JSON body', () => {
	const body = '{"specversion":"1.0","data":{"text":"Zażółć"}}';
	const hash = (text: string) => createHash('sha256').update(text).digest('hex');
	const json = (url: string, more = {}) =>
		verify({ url, body, type: 'application/json', signature: signed(url, {}), ...more });

	test('is verified by its hash in the signed URL, as in the SDK', () => {
		for (const url of [`${URL_}&bodySHA256=${hash(body)}`, `${URL_}&bodySHA256=${hash(body)}&x=1`]) {
			expect(json(url)).toBe(true);
			expect(validateRequestWithBody(TOKEN, signed(url, {}), url, body)).toBe(true);
		}
	});

	test('is refused without its hash, with another’s, or with an unsigned one', () => {
		expect(json(URL_)).toBe(false);
		expect(json(`${URL_}&bodySHA256=`)).toBe(false);
		expect(json(`${URL_}&bodySHA256=${hash('{}')}`)).toBe(false);
		expect(json(`${URL_}&notbodySHA256=${hash(body)}`)).toBe(false);
		expect(json(`${URL_}&bodySHA256=${hash(body)}`, { signature: signed(URL_, {}) })).toBe(false);
		expect(json(`${URL_}&bodySHA256=${hash(body)}`, { body: `${body} ` })).toBe(false);
	});
});

describe('random webhooks', () => {
	const text = fc.string({ unit: 'grapheme' });
	const name = fc.oneof(
		fc.constantFrom('Body', 'From', 'To', 'MediaUrl0', '__proto__', 'a b', 'é', '0', '10', '9'),
		text,
	);
	const pairs = fc.array(fc.tuple(name, text), { maxLength: 12 });
	const url = fc
		.tuple(
			fc.constantFrom('https', 'http'),
			fc.domain(),
			fc.constantFrom('', ':443', ':80', ':8443', ':5678'),
			fc.webPath(),
			fc.oneof(
				fc.constant(''),
				fc.webQueryParameters().map((query) => `?${query}`),
			),
		)
		.map(([scheme, host, port, path, query]) => `${scheme}://${host}${port}${path || '/'}${query}`);

	test('what the SDK signs we verify', () => {
		always(
			fc.property(url, pairs, (signedUrl, parameters) => {
				const body = new URLSearchParams(parameters).toString();
				const signature = signed(signedUrl, parametersOf(body));
				expect(verify({ url: signedUrl, body, signature })).toBe(true);
				expect(verify({ url: signedUrl, body: `${body}&Extra=1`, signature })).toBe(false);
			}),
			1_000,
		);
	});

	test('what we verify the SDK verifies, and the other way round except where it rewrites the URL', () => {
		const change = fc.constantFrom<(value: string) => string>(
			(value) => value,
			(value) => value,
			(value) => value.replace(/:\d+\//, '/'),
			(value) => value.replace(/^(\w+:\/\/[^/:]+)\//, '$1:443/'),
			(value) => value.replace(/^(\w+:\/\/[^/:]+)\//, '$1:80/'),
			(value) => `${value}x`,
			(value) => value.toUpperCase(),
		);
		const verdicts = new Set<string>();
		always(
			fc.property(url, pairs, change, change, (signedUrl, parameters, changeUrl, changeBody) => {
				const body = new URLSearchParams(parameters).toString();
				const signature = signed(signedUrl, parametersOf(body));
				const [seenUrl, seenBody] = [changeUrl(signedUrl), changeBody(body)];
				const ours = verify({ url: seenUrl, body: seenBody, signature });
				const theirs = validateRequest(TOKEN, signature, seenUrl, parametersOf(seenBody));
				verdicts.add(`${ours} ${theirs}`);
				if (ours || new URL(seenUrl).href === seenUrl) expect(ours).toBe(theirs);
			}),
			1_000,
		);
		expect(verdicts).toContain('true true');
		expect(verdicts).toContain('false false');
	});
});
