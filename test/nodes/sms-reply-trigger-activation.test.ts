// Published or listening for a test: the carrier's own setting leads here, and is put back.
import { TELNYX_ACCOUNT, TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { SIGNING_CARRIER_IDS, SIGNING_CARRIERS } from '../support/signed-webhooks';
import { type Trigger, type TriggerOptions, useTriggersOnSandbox } from '../support/trigger-on-sandbox';

const shop = useTriggersOnSandbox();
const THEIRS = 'https://shop.example.com/sms';

/** What stands at the carrier. */
async function urlAt(target: string): Promise<string | null> {
	const answer = await fetch(`${shop.sandbox.url}/_sandbox/inbound-urls`);
	const targets = (await answer.json()) as Array<{ target: string; url: string | null }>;
	return targets.find((each) => each.target === target)?.url ?? null;
}

interface Failure {
	readonly message: string;
	readonly description?: string;
}
const failure = async (promise: Promise<unknown>): Promise<Failure> => {
	try {
		await promise;
	} catch (error) {
		return error as Failure;
	}
	throw new Error('It succeeded, but it should not have.');
};

describe.each(SIGNING_CARRIER_IDS)('at %s', (id) => {
	const { number } = SIGNING_CARRIERS[id];
	const target = id === 'twilio' ? number : TELNYX_ACCOUNT.messagingProfileId;
	const host = (options: TriggerOptions = {}) => shop.host('smsReplyTrigger', id, options);
	beforeEach(() => shop.sandbox.setInboundUrl(target, THEIRS));

	test('publishing sets our URL, and texts come here; unpublishing puts back what stood there', async () => {
		const trigger = await host();
		expect(await trigger.create()).toBe(true);
		expect(await urlAt(target)).toBe(trigger.urls.production);
		const { webhook } = await shop.sandbox.reply('+14155550123', 'Hi', number);
		expect(webhook).toMatchObject({ outcome: 'accepted', status: 200 });
		expect(trigger.itemsAt(0)).toMatchObject([{ text: 'Hi' }]);
		expect(await trigger.remove()).toBe(true);
		expect(await urlAt(target)).toBe(THEIRS);
		expect(shop.rows('registrations')).toEqual([]);
	});

	test('doing each again changes nothing', async () => {
		const trigger = await host();
		for (let times = 0; times < 3; times++) await trigger.create();
		expect(await urlAt(target)).toBe(trigger.urls.production);
		for (let times = 0; times < 3; times++) expect(await trigger.remove()).toBe(true);
		expect(await urlAt(target)).toBe(THEIRS);
	});

	test('a test takes the texts over, and gives them back to the published workflow', async () => {
		const trigger = await host();
		await trigger.create();
		await trigger.create('test');
		expect(await urlAt(target)).toBe(trigger.urls.test);
		await shop.sandbox.reply('+14155550123', 'to the test', number);
		expect(trigger.itemsAt(0)).toMatchObject([{ text: 'to the test' }]);
		await trigger.remove('test');
		expect(await urlAt(target)).toBe(trigger.urls.production);
		await trigger.remove();
		expect(await urlAt(target)).toBe(THEIRS);
	});

	test('what somebody else has set meanwhile stays', async () => {
		const trigger = await host();
		await trigger.create();
		shop.sandbox.setInboundUrl(target, 'https://other.example.com/sms');
		await trigger.remove();
		expect(await urlAt(target)).toBe('https://other.example.com/sms');
	});

	test('Public URL is what is set', async () => {
		const publicUrl = 'https://hooks.example.com/sms';
		const trigger = await host({ parameters: { options: { publicUrl } } });
		await trigger.create();
		expect(await urlAt(target)).toBe(publicUrl);
		await trigger.remove();
		expect(await urlAt(target)).toBe(THEIRS);
	});

	test('with the switch off nothing is touched, nor is a number needed', async () => {
		const trigger = await host({ parameters: { register: false }, account: { sender: '' } });
		const requests = shop.sandbox.counters().apiRequests;
		expect([await trigger.create(), await trigger.remove()]).toEqual([true, true]);
		expect(shop.sandbox.counters().apiRequests).toBe(requests);
		expect(await urlAt(target)).toBe(THEIRS);
	});

	test.each<[what: string, options: TriggerOptions, message: RegExp, description: RegExp]>([
		[
			'a wrong key',
			{ account: id === 'twilio' ? { authToken: 'wrong' } : { apiKey: 'KEY-wrong' } },
			/does not let this account or key see or change where replies go/,
			/carrier credential/,
		],
		['a name, which cannot be texted', { account: { sender: 'ACME' } }, /"ACME" cannot receive texts/, /sender/],
		[
			'a number of somebody else',
			{ parameters: { sender: '+14155550999' } },
			/\+1\*+99 is not of this (Twilio|Telnyx) account/,
			/sender and API URL/,
		],
		['no number at all', { account: { sender: ' ' } }, /no number/, /\+14155550100.*switch off/],
		['a Public URL that is none', { parameters: { options: { publicUrl: 'hooks' } } }, /"hooks"/, /https:\/\//],
	])('%s is a clear error, and nothing is set', async (_what, options, message, description) => {
		const trigger = await host(options);
		const error = await failure(trigger.create());
		expect(error).toMatchObject({
			message: expect.stringMatching(message) as string,
			description: expect.stringMatching(description) as string,
		});
		expect(JSON.stringify([error.message, error.description])).not.toContain('4155550999');
		expect(await urlAt(target)).toBe(THEIRS);
		expect(shop.rows('registrations')).toEqual([]);
	});

	test('a workflow ends although the carrier cannot be reached', async () => {
		const trigger = await host();
		await trigger.create();
		Object.assign(trigger.credentials[trigger.carrier.credential] as object, { baseUrl: 'http://127.0.0.1:1' });
		expect(await trigger.remove()).toBe(false);
		expect(shop.rows('registrations')).toHaveLength(1);
		expect(trigger.log).toEqual([expect.stringMatching(/could not take its webhook URL out.*Check there/)]);
	});
});

test('a Messaging Service at Twilio has a URL of its own', async () => {
	const sender = TWILIO_ACCOUNT.messagingServiceSid;
	const trigger = await shop.host('smsReplyTrigger', 'twilio', { parameters: { sender } });
	await trigger.create();
	expect(await urlAt(sender)).toBe(trigger.urls.production);
	expect(await urlAt(SIGNING_CARRIERS.twilio.number)).toBeNull();
	await trigger.remove();
	expect(await urlAt(sender)).toBeNull();
});

describe.each(['smsReplyTrigger', 'smsDeliveryTrigger'] as const)('%s and where n8n is', (type) => {
	/** Towards the carrier's own servers, which are not asked. */
	const real = { account: { baseUrl: 'https://api.twilio.com' }, parameters: { register: false } };

	test.each([
		'http://n8n.example.com',
		'http://localhost:5678',
		'https://localhost',
		'https://127.0.0.1:5678',
		'https://10.1.2.3',
		'https://192.168.1.20',
		'https://172.20.0.2',
		'https://169.254.1.1',
		'https://n8n.local',
		'https://n8n',
		'https://[::1]:5678',
		'https://[fd00::1]',
	])('%s is refused, naming the setting of n8n', async (publicOrigin) => {
		const trigger: Trigger = await shop.host(type, 'twilio', { ...real, publicOrigin });
		expect(await failure(trigger.create())).toMatchObject({
			message: `Twilio cannot reach this n8n at ${publicOrigin}`,
			description: expect.stringContaining('N8N_WEBHOOK_URL') as string,
		});
		expect(shop.rows('endpoints')).toEqual([]);
	});

	test.each(['https://n8n.example.com', 'https://n8n.example.com:8443', 'https://203.0.113.7'])(
		'%s is good',
		async (publicOrigin) => {
			const trigger = await shop.host(type, 'twilio', { ...real, publicOrigin });
			expect(await trigger.create()).toBe(true);
			await trigger.remove();
		},
	);

	test('a Public URL that the carrier can reach makes it good', async () => {
		const parameters = { ...real.parameters, options: { publicUrl: 'https://hooks.example.com/sms' } };
		const trigger = await shop.host(type, 'twilio', { ...real, parameters, publicOrigin: 'http://localhost:5678' });
		expect(await trigger.create()).toBe(true);
	});
});
