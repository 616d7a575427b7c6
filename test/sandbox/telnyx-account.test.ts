// What is looked up and set at Telnyx's twin. The oracle is telnyx-node.
import type Telnyx from 'telnyx';
import { TELNYX_ACCOUNT } from '../../sandbox/accounts';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { telnyxClient } from './clients';
import { rejection, startWorkflowDouble, type WorkflowDouble } from './workflow-double';

const { messagingProfileId } = TELNYX_ACCOUNT;
const NUMBER = TELNYX_ACCOUNT.numbers[0];
const SHORT_CODE = TELNYX_ACCOUNT.numbers[3];
const LONG_NUMBERS = TELNYX_ACCOUNT.numbers.slice(0, 3).map(({ number }) => number);
const PHONE = '+14155550123';

let sandbox: Sandbox;
let workflow: WorkflowDouble;
let client: Telnyx;

beforeEach(async () => {
	sandbox = await startSandbox({ port: 0, retryDelayMs: 2 });
	workflow = await startWorkflowDouble();
	client = telnyxClient(sandbox);
});
afterEach(async () => {
	await sandbox.stop();
	await workflow.stop();
});

const firstError = (error: Record<string, unknown>) => (error.error as { errors: Record<string, unknown>[] }).errors[0];

describe('the messaging profile', () => {
	test('is listed, read and changed', async () => {
		const profiles = await client.messagingProfiles.list();
		expect(profiles.data.map(({ id }) => id)).toEqual([messagingProfileId]);
		await client.messagingProfiles.update(messagingProfileId, {
			webhook_url: `${workflow.url}/a`,
			webhook_failover_url: `${workflow.url}/b`,
			webhook_api_version: '1',
		});
		expect((await client.messagingProfiles.retrieve(messagingProfileId)).data).toMatchObject({
			webhook_url: `${workflow.url}/a`,
			webhook_failover_url: `${workflow.url}/b`,
			webhook_api_version: '1',
		});
		await client.messagingProfiles.update(messagingProfileId, { webhook_url: null });
		expect((await client.messagingProfiles.retrieve(messagingProfileId)).data).toMatchObject({
			webhook_url: null,
			webhook_failover_url: `${workflow.url}/b`,
			webhook_api_version: '1',
		});
	});

	test.each([
		['a URL that is none', '/webhook_url', { webhook_url: 'example.com/hook' }],
		['a failover URL that is none', '/webhook_failover_url', { webhook_failover_url: 'ftp://example.com' }],
		['a version that is none', '/webhook_api_version', { webhook_api_version: '3' as '2' }],
	])('%s is refused and changes nothing', async (_what, pointer, change) => {
		const error = await rejection(
			client.messagingProfiles.update(messagingProfileId, { ...change, name: 'Never written' }),
		);
		expect(error.status).toBe(400);
		expect(firstError(error)).toMatchObject({ code: '10015', source: { pointer } });
		expect((await client.messagingProfiles.retrieve(messagingProfileId)).data).toMatchObject({
			name: TELNYX_ACCOUNT.messagingProfileName,
			webhook_url: null,
		});
	});

	test('of somebody else: 10005', async () => {
		const error = await rejection(client.messagingProfiles.retrieve('00000000-0000-4000-8000-000000000000'));
		expect(error.status).toBe(404);
		expect(firstError(error)).toMatchObject({ code: '10005', title: 'Resource not found' });
	});
});

describe('numbers', () => {
	test('are listed, alone and by profile', async () => {
		const listed = async (query = {}) =>
			(await client.phoneNumbers.messaging.list(query)).data.map((number) => number.phone_number);
		expect(await listed()).toEqual(LONG_NUMBERS);
		expect(await listed({ 'filter[phone_number]': NUMBER.number })).toEqual([NUMBER.number]);
		expect(await listed({ 'filter[phone_number]': LONG_NUMBERS.slice(1).join() })).toEqual(LONG_NUMBERS.slice(1));
		expect(await listed({ 'filter[phone_number]': '+14155550199' })).toEqual([]);
		expect(await listed({ 'filter[messaging_profile_id]': 'another' })).toEqual([]);
		const ofProfile = await client.messagingProfiles.listPhoneNumbers(messagingProfileId);
		expect(ofProfile.data.map((number) => number.messaging_profile_id)).toEqual(
			LONG_NUMBERS.map(() => messagingProfileId),
		);
	});

	test('are paged', async () => {
		const numbers: unknown[] = [];
		for await (const { phone_number: number } of client.phoneNumbers.messaging.list({ 'page[size]': 2 })) {
			numbers.push(number);
		}
		expect(numbers).toEqual(LONG_NUMBERS);
	});

	test('leave the profile and come back: outside they neither send nor receive', async () => {
		sandbox.setInboundUrl(messagingProfileId, workflow.url);
		await client.phoneNumbers.messaging.update(NUMBER.id, { messaging_profile_id: '' });
		expect((await client.phoneNumbers.messaging.retrieve(NUMBER.id)).data).toMatchObject({
			phone_number: NUMBER.number,
			messaging_profile_id: null,
		});
		const send = () => client.messages.send({ to: PHONE, from: NUMBER.number, text: 'Hi' });
		expect(firstError(await rejection(send()))).toMatchObject({ code: '40305' });
		expect((await sandbox.reply(PHONE, 'Hi', NUMBER.number)).webhook).toMatchObject({ outcome: 'no-url' });

		await client.phoneNumbers.messaging.update(NUMBER.id, { messaging_profile_id: messagingProfileId });
		expect((await send()).data?.from?.phone_number).toBe(NUMBER.number);
		expect((await sandbox.reply(PHONE, 'Hi', NUMBER.number)).webhook).toMatchObject({ outcome: 'accepted' });
	});

	test('cannot be put into a profile that does not exist', async () => {
		const change = { messaging_profile_id: '00000000-0000-4000-8000-000000000000' };
		expect(firstError(await rejection(client.phoneNumbers.messaging.update(NUMBER.id, change)))).toMatchObject({
			code: '10015',
			source: { pointer: '/messaging_profile_id' },
		});
	});
});

describe('short codes', () => {
	test('are listed, alone and by profile', async () => {
		const shown = { id: SHORT_CODE.id, short_code: SHORT_CODE.number, messaging_profile_id: messagingProfileId };
		expect((await client.shortCodes.list()).data).toEqual([expect.objectContaining(shown)]);
		expect((await client.messagingProfiles.listShortCodes(messagingProfileId)).data).toHaveLength(1);
		expect((await client.shortCodes.retrieve(SHORT_CODE.id)).data).toMatchObject(shown);
	});

	test('leave the profile and come back', async () => {
		await client.shortCodes.update(SHORT_CODE.id, { messaging_profile_id: '' });
		expect((await client.shortCodes.retrieve(SHORT_CODE.id)).data).toMatchObject({ messaging_profile_id: null });
		expect((await client.messagingProfiles.listShortCodes(messagingProfileId)).data).toEqual([]);
		await client.shortCodes.update(SHORT_CODE.id, { messaging_profile_id: messagingProfileId });
		expect((await client.messagingProfiles.listShortCodes(messagingProfileId)).data).toHaveLength(1);
	});

	test('send and receive', async () => {
		sandbox.setInboundUrl(messagingProfileId, workflow.url);
		const { data } = await client.messages.send({ to: PHONE, from: SHORT_CODE.number, text: 'Hi' });
		expect(data?.from?.phone_number).toBe(SHORT_CODE.number);
		expect((await sandbox.reply(PHONE, 'Hi', SHORT_CODE.number)).webhook).toMatchObject({ outcome: 'accepted' });
	});
});

test('the public key is served', async () => {
	const response = await fetch(`${sandbox.url}/telnyx/v2/public_key`, {
		headers: { authorization: `Bearer ${TELNYX_ACCOUNT.apiKey}` },
	});
	expect(await response.json()).toEqual({ data: { public: sandbox.publicKey, record_type: 'public_key' } });
});
