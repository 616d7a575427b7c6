import { telnyx } from '../../lib/carriers/telnyx';
import { TELNYX_ACCOUNT } from '../../sandbox/accounts';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { telnyxClient } from '../sandbox/clients';
import { exchangeOver, inboundContract, type InboundSender } from './inbound-contract';

const { apiKey, messagingProfileId, numbers } = TELNYX_ACCOUNT;
const [NUMBER, , , SHORT_CODE] = numbers;
const authorization = (key: string) => ({ authorization: `Bearer ${key}` });

/** Every sender of a profile shares its setting. */
const onProfile = (sender: string): InboundSender => ({
	sender,
	place: `telnyx ${messagingProfileId}`,
	label: 'messaging profile “Sandbox shop”',
	async arrange(sandbox, url) {
		await telnyxClient(sandbox).messagingProfiles.update(messagingProfileId, {
			webhook_url: url,
			webhook_failover_url: 'https://shop.example.com/failover',
			webhook_api_version: '1',
		});
	},
	async show(sandbox) {
		const { data } = await telnyxClient(sandbox).messagingProfiles.retrieve(messagingProfileId);
		return { ...data, updated_at: undefined };
	},
	ours: (url) => ({ webhook_url: url, webhook_failover_url: null, webhook_api_version: '2' }),
});

inboundContract({
	carrier: telnyx,
	credentialsFor: (baseUrl) => ({ baseUrl, apiKey }),
	prefix: '/telnyx',
	authorization: (isRight) => authorization(isRight ? apiKey : 'KEY-of-a-stranger'),
	senders: {
		'a number': onProfile(NUMBER.number),
		'another number': onProfile(numbers[2].number),
		'a short code': onProfile(SHORT_CODE.number),
	},
	strangers: ['+14155550199', '+1415555011', '99999', '7345'],
});

describe('a sender that is in no messaging profile', () => {
	let sandbox: Sandbox;
	beforeEach(async () => {
		sandbox = await startSandbox({ port: 0 });
	});
	afterEach(() => sandbox.stop());

	test.each([
		['number', NUMBER.number, /number \+1\*+10 is in no messaging profile.*Assign it/],
		['short code', SHORT_CODE.number, /short code 73456 is in no messaging profile.*Assign it/],
	])('%s: it says where to assign it', async (_kind, sender, message) => {
		const client = telnyxClient(sandbox);
		await client.phoneNumbers.messaging.update(NUMBER.id, { messaging_profile_id: '' });
		await client.shortCodes.update(SHORT_CODE.id, { messaging_profile_id: '' });
		const config = telnyx.readConfig({ apiKey, baseUrl: `${sandbox.url}/telnyx` });
		await expect(telnyx.inbound?.read(sender, config, exchangeOver(authorization(apiKey)))).rejects.toMatchObject({
			code: 'bad-config',
			message: expect.stringMatching(message),
		});
	});
});

test('what is empty is set to null, as Telnyx shows it', async () => {
	const bodies: unknown[] = [];
	const setting = { place: `telnyx ${messagingProfileId}`, label: '', url: '', rest: {} };
	await telnyx.inbound?.write(setting, telnyx.readConfig({ apiKey }), async ({ body = '' }) => {
		bodies.push(JSON.parse(body));
		return { status: 200, headers: {}, body: '{}', receivedAt: new Date() };
	});
	expect(bodies).toEqual([{ webhook_url: null, webhook_failover_url: null, webhook_api_version: '2' }]);
});
