import { type InboundRegistration } from '../../lib/carriers/carrier';
import { twilio, type TwilioConfig } from '../../lib/carriers/twilio';
import { type WireResponse } from '../../lib/wire';
import { TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { twilioClient } from '../sandbox/clients';
import { exchangeOver, inboundContract, type InboundSender } from './inbound-contract';

const { accountSid, authToken, apiKeySid, apiKeySecret, messagingServiceSid, numbers } = TWILIO_ACCOUNT;
const [POOLED, , ALONE, , SHORT_CODE] = numbers;
const basic = (user: string, password: string) => ({
	authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});
const inbound = twilio.inbound as InboundRegistration<TwilioConfig>;
const withToken = basic(accountSid, authToken);

const BEFORE = { smsMethod: 'GET', smsFallbackUrl: 'https://shop.example.com/fallback', smsFallbackMethod: 'GET' };
const APPLICATION = `AP${'7'.repeat(32)}`;
const ours = (url: string) => ({ smsUrl: url, smsMethod: 'POST', smsFallbackUrl: url, smsFallbackMethod: 'POST' });
/** What the SDK shows of a resource, without what changes with every update. */
const shown = (resource: { toJSON(): object }) => ({
	...resource.toJSON(),
	dateUpdated: undefined,
	dateCreated: undefined,
});

const onNumber = ({ id, number }: { id: string; number: string }, masked: string, application = ''): InboundSender => ({
	sender: number,
	place: `twilio ${id}`,
	label: `number ${masked}`,
	isShadowed: application !== '',
	async arrange(sandbox, url) {
		await twilioClient(sandbox)
			.incomingPhoneNumbers(id)
			.update({ ...BEFORE, smsUrl: url, smsApplicationSid: application });
	},
	show: async (sandbox) => shown(await twilioClient(sandbox).incomingPhoneNumbers(id).fetch()),
	ours: (url) => ({ ...ours(url), smsApplicationSid: '' }),
});

const onShortCode: InboundSender = {
	sender: SHORT_CODE.number,
	place: `twilio ${SHORT_CODE.id}`,
	label: 'short code 72345',
	async arrange(sandbox, url) {
		await twilioClient(sandbox)
			.shortCodes(SHORT_CODE.id)
			.update({ ...BEFORE, smsUrl: url });
	},
	show: async (sandbox) => shown(await twilioClient(sandbox).shortCodes(SHORT_CODE.id).fetch()),
	ours,
};

const serviceIn = (sandbox: Sandbox) => twilioClient(sandbox).messaging.v1.services(messagingServiceSid);

const onService = (leavesToNumbers: boolean): InboundSender => ({
	sender: messagingServiceSid,
	number: POOLED.number,
	place: `twilio ${messagingServiceSid}`,
	label: `Messaging Service ${messagingServiceSid}`,
	isShadowed: leavesToNumbers,
	async arrange(sandbox, url) {
		await serviceIn(sandbox).update({
			inboundRequestUrl: url,
			inboundMethod: 'GET',
			fallbackUrl: 'https://shop.example.com/fallback',
			fallbackMethod: 'GET',
			useInboundWebhookOnNumber: leavesToNumbers,
		});
	},
	show: async (sandbox) => shown(await serviceIn(sandbox).fetch()),
	ours: (url) => ({
		inboundRequestUrl: url,
		inboundMethod: 'POST',
		fallbackUrl: url,
		fallbackMethod: 'POST',
		useInboundWebhookOnNumber: false,
	}),
});

inboundContract({
	carrier: twilio,
	credentialsFor: (baseUrl) => ({ baseUrl, accountSid, authToken }),
	prefix: '/twilio',
	authorization: (isRight) => (isRight ? withToken : basic(accountSid, 'token-of-a-stranger')),
	senders: {
		'a number': onNumber(ALONE, '+33*******00'),
		'a number whose application shadows its URL': onNumber(ALONE, '+33*******00', APPLICATION),
		'a number in a Messaging Service that leaves replies to its numbers': onNumber(POOLED, '+1********00'),
		'a short code': onShortCode,
		'a Messaging Service': onService(false),
		'a Messaging Service that leaves replies to its numbers': onService(true),
	},
	// Twilio finds numbers by a part of them too
	strangers: ['+14155550199', '+1415555010', '99999', '7234', `MG${'a'.repeat(32)}`],
});

describe('a sender in a Messaging Service that handles replies itself', () => {
	let sandbox: Sandbox;
	beforeEach(async () => {
		sandbox = await startSandbox({ port: 0 });
		await serviceIn(sandbox).update({
			inboundRequestUrl: 'https://shop.example.com/',
			useInboundWebhookOnNumber: false,
		});
	});
	afterEach(() => sandbox.stop());
	const config = () => twilio.readConfig({ accountSid, authToken, baseUrl: `${sandbox.url}/twilio` });
	const read = (sender: string, exchange = exchangeOver(withToken)) => inbound.read(sender, config(), exchange);

	test('the service is registered instead, and the label says so', async () => {
		expect(await read(POOLED.number)).toMatchObject({
			place: `twilio ${messagingServiceSid}`,
			label: `Messaging Service ${messagingServiceSid}, which handles the replies to number +1********00`,
			url: 'https://shop.example.com/',
			rest: { UseInboundWebhookOnNumber: 'false' },
		});
	});

	test('also where it drops what comes in', async () => {
		await serviceIn(sandbox).update({ inboundRequestUrl: '' });
		expect(await read(POOLED.number)).toMatchObject({ place: `twilio ${messagingServiceSid}`, url: '' });
	});

	test('other numbers are not concerned', async () => {
		expect(await read(ALONE.number)).toMatchObject({ place: `twilio ${ALONE.id}` });
	});

	test('a short code is looked for there too', async () => {
		const overHttp = exchangeOver(withToken);
		const inPool: WireResponse = { status: 200, headers: {}, body: '{}', receivedAt: new Date() };
		const exchange: typeof overHttp = async (request) =>
			request.url.endsWith(`/v1/Services/${messagingServiceSid}/ShortCodes/${SHORT_CODE.id}`)
				? inPool
				: await overHttp(request);
		expect(await read(SHORT_CODE.number, exchange)).toMatchObject({
			place: `twilio ${messagingServiceSid}`,
			label: expect.stringMatching(/handles the replies to short code 72345$/),
		});
	});

	test('a Standard API key may do it as well', async () => {
		const withKey = exchangeOver(basic(apiKeySid, apiKeySecret));
		const before = await read(ALONE.number, withKey);
		expect(before).toMatchObject({ place: `twilio ${ALONE.id}` });
		await inbound.write({ ...before, url: 'https://n8n.example.com/a', rest: {} }, config(), withKey);
		expect(await read(ALONE.number)).toMatchObject({ url: 'https://n8n.example.com/a' });
	});
});

test('a number that takes no texts is refused', async () => {
	const number = { sid: ALONE.id, phone_number: ALONE.number, capabilities: { sms: false, voice: true } };
	const body = JSON.stringify({ incoming_phone_numbers: [number] });
	const config = twilio.readConfig({ accountSid, authToken });
	await expect(
		inbound.read(ALONE.number, config, async () => ({
			status: 200,
			headers: {},
			body,
			receivedAt: new Date(),
		})),
	).rejects.toMatchObject({ code: 'bad-config', message: expect.stringMatching(/cannot receive texts\. Choose/) });
});

test('an empty URL and application are set, an empty method is left out', async () => {
	const bodies: Array<string | undefined> = [];
	const setting = {
		place: `twilio ${ALONE.id}`,
		label: '',
		url: '',
		rest: { SmsMethod: '', SmsFallbackMethod: 'GET' },
	};
	await inbound.write(setting, twilio.readConfig({ accountSid, authToken }), async ({ body }) => {
		bodies.push(body);
		return { status: 200, headers: {}, body: '{}', receivedAt: new Date() };
	});
	expect(bodies.map((body) => Object.fromEntries(new URLSearchParams(body)))).toEqual([
		{ SmsUrl: '', SmsApplicationSid: '', SmsFallbackUrl: '', SmsFallbackMethod: 'GET' },
	]);
});

describe('Messaging Services are asked for at their own host', () => {
	test.each([
		['', 'https://messaging.twilio.com'],
		['https://api.twilio.com', 'https://messaging.twilio.com'],
		['https://api.dublin.ie1.twilio.com', 'https://messaging.dublin.ie1.twilio.com'],
		['https://api.ie1.twilio.com/', 'https://messaging.ie1.twilio.com'],
		['http://127.0.0.1:4010/twilio', 'http://127.0.0.1:4010/twilio'],
		['https://api.twilio.com.example.org', 'https://api.twilio.com.example.org'],
		['https://twilio.example.org', 'https://twilio.example.org'],
	])('%s: %s', async (baseUrl, host) => {
		const urls: string[] = [];
		const config = twilio.readConfig({ accountSid, authToken, baseUrl });
		const setting = await inbound.read(messagingServiceSid, config, async ({ url }) => {
			urls.push(url);
			return { status: 200, headers: {}, body: JSON.stringify({ sid: messagingServiceSid }), receivedAt: new Date() };
		});
		expect(urls).toEqual([`${host}/v1/Services/${messagingServiceSid}`]);
		expect(setting).toMatchObject({ url: '', rest: { InboundMethod: '', FallbackUrl: '' } });
	});
});
