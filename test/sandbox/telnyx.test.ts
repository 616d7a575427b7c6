// The oracle is telnyx-node: it sends, reads and verifies; the sandbox has to satisfy it.
import type Telnyx from 'telnyx';
import { TELNYX_ACCOUNT } from '../../sandbox/accounts';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { telnyxClient } from './clients';
import { rejection, startWorkflowDouble, type ReceivedWebhook, type WorkflowDouble } from './workflow-double';

const { messagingProfileId, organizationId } = TELNYX_ACCOUNT;
const FROM = TELNYX_ACCOUNT.numbers[0].number;
const PHONE = '+14155550123';

let sandbox: Sandbox;
let workflow: WorkflowDouble;
let client: Telnyx;

beforeEach(async () => {
	sandbox = await startSandbox({ port: 0, timing: { sentAfterMs: 6, finalAfterMs: 12 }, retryDelayMs: 2 });
	workflow = await startWorkflowDouble();
	client = telnyxClient(sandbox);
});
afterEach(async () => {
	await sandbox.stop();
	await workflow.stop();
});

const send = (change: Partial<Telnyx.MessageSendParams> = {}) =>
	client.messages.send({ to: PHONE, from: FROM, text: 'Your order has shipped', ...change });

interface WebhookEvent {
	data: { event_type: string; id: string; record_type: string; payload: Record<string, unknown> };
	meta: { attempt: number; delivered_to: string };
}
const eventOf = ({ body }: ReceivedWebhook) => JSON.parse(body) as WebhookEvent;
const verify = ({ body, headers }: ReceivedWebhook) =>
	client.webhooks.unwrap(body, { headers: headers as Record<string, string> });
const statusOf = (webhook: ReceivedWebhook) => (eventOf(webhook).data.payload.to as { status: string }[])[0]?.status;
const firstError = (error: Record<string, unknown>) => (error.error as { errors: Record<string, unknown>[] }).errors[0];

describe('sending', () => {
	test('an accepted text comes back as the full record', async () => {
		const { data } = await send();
		expect(data).toMatchObject({
			record_type: 'message',
			direction: 'outbound',
			id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
			type: 'SMS',
			organization_id: organizationId,
			messaging_profile_id: messagingProfileId,
			from: { phone_number: FROM, carrier: 'Telnyx', line_type: 'Wireless' },
			to: [{ phone_number: PHONE, status: 'queued', line_type: 'Wireless' }],
			text: 'Your order has shipped',
			encoding: 'GSM-7',
			parts: 1,
			cost: { amount: '0.0040', currency: 'USD' },
			errors: [],
			sent_at: null,
			completed_at: null,
		});
	});

	test('the profile picks a number of the recipient’s country', async () => {
		const { data } = await client.messages.send({
			to: '+447700900456',
			messaging_profile_id: messagingProfileId,
			text: 'Hi',
		});
		expect(data?.from?.phone_number).toBe('+447700900110');
	});

	test('a name needs the profile and a country that takes names', async () => {
		const named = { from: 'ACME', to: '+4915901234567', text: 'Hi' };
		expect(firstError(await rejection(client.messages.send(named)))).toMatchObject({ code: '40305' });
		const { data } = await client.messages.send({ ...named, messaging_profile_id: messagingProfileId });
		expect(data?.from?.phone_number).toBe('ACME');
		const toUs = { ...named, to: PHONE, messaging_profile_id: messagingProfileId };
		expect(firstError(await rejection(client.messages.send(toUs)))).toMatchObject({ code: '40305' });
	});

	test('texts are looked up, and scheduled ones cancelled', async () => {
		const { data } = await send();
		await sandbox.settled();
		expect((await client.messages.retrieve(String(data?.id))).data).toMatchObject({
			id: data?.id,
			to: [{ status: 'delivered' }],
			completed_at: expect.stringMatching(/^\d{4}-/),
		});
		const later = await client.messages.schedule({
			to: PHONE,
			from: FROM,
			text: 'Later',
			send_at: new Date(Date.now() + 3_600_000).toISOString(),
		});
		const cancelled = await client.messages.cancelScheduled(String(later.data?.id));
		expect(cancelled).toMatchObject({ id: later.data?.id, to: [{ status: 'cancelled' }] });
		expect(await rejection(client.messages.cancelScheduled(String(later.data?.id)))).toMatchObject({ status: 400 });
	});
});

describe('refusals carry the code, title and status of the real API', () => {
	const cases: [string, string, number, Record<string, unknown>, string | undefined][] = [
		['no recipient', '10004', 422, { to: '' }, '/to'],
		['a recipient without a plus', '40310', 400, { to: '4155550123' }, '/to'],
		['two recipients', '40310', 400, { to: [PHONE, '+14155550124'] }, '/to'],
		['recipient and sender the same', '40310', 400, { to: FROM }, undefined],
		['a number of somebody else', '40305', 400, { from: '+14155550199' }, '/from'],
		['no sender at all', '10004', 422, { from: '' }, '/from'],
		['an unknown profile', '10015', 400, { messaging_profile_id: 'nope' }, '/messaging_profile_id'],
		['no text', '40304', 400, { text: '' }, '/text'],
		['more than ten parts', '40302', 400, { text: 'я'.repeat(671) }, '/text'],
		['a time that is none', '10015', 400, { send_at: 'soon' }, '/send_at'],
	];
	test.each(cases)('%s: %s', async (_name, code, status, change, pointer) => {
		const error = await rejection(send(change as Partial<Telnyx.MessageSendParams>));
		expect(error.status).toBe(status);
		expect(firstError(error)).toMatchObject({
			code,
			title: expect.any(String),
			detail: expect.any(String),
			meta: { url: `https://developers.telnyx.com/docs/overview/errors/${code}` },
		});
		expect(firstError(error)?.source).toEqual(pointer === undefined ? undefined : { pointer });
		expect(sandbox.messages()).toEqual([]);
	});

	test('a wrong key: 10009', async () => {
		const error = await rejection(
			telnyxClient(sandbox, { apiKey: 'KEYwrong' }).messages.send({ to: PHONE, from: FROM, text: 'Hi' }),
		);
		expect(error.status).toBe(401);
		expect(firstError(error)).toMatchObject({ code: '10009', title: 'Authentication failed' });
	});

	test('what is no JSON: 10015; what does not exist: 10005', async () => {
		const response = await fetch(`${sandbox.url}/telnyx/v2/messages`, {
			method: 'POST',
			headers: { authorization: `Bearer ${TELNYX_ACCOUNT.apiKey}` },
			body: '{',
		});
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({ errors: [{ code: '10015' }] });
		expect(await rejection(client.messages.retrieve('nope'))).toMatchObject({ status: 404 });
	});
});

describe('webhooks', () => {
	test('sent and finalized come signed, in this order', async () => {
		const { data } = await send({ webhook_url: `${workflow.url}/receipts` });
		await sandbox.settled();
		const types = await Promise.all(workflow.received.map(verify));
		expect(types.map((event) => (event as WebhookEvent).data.event_type)).toEqual([
			'message.sent',
			'message.finalized',
		]);
		expect(workflow.received.map(statusOf)).toEqual(['sent', 'delivered']);
		const event = eventOf(workflow.received[1] as ReceivedWebhook);
		expect(event.data).toMatchObject({ record_type: 'event', payload: { id: data?.id, errors: [], parts: 1 } });
		expect(event.meta).toEqual({ attempt: 1, delivered_to: `${workflow.url}/receipts` });
		expect(new Set(workflow.received.map((webhook) => eventOf(webhook).data.id)).size).toBe(2);
	});

	test('a changed body or a stranger’s key does not verify', async () => {
		await send({ webhook_url: workflow.url });
		await sandbox.settled();
		const webhook = workflow.received[0] as ReceivedWebhook;
		await expect(verify({ ...webhook, body: webhook.body.replace('sent', 'delivered') })).rejects.toThrow();
		await expect(verify({ ...webhook, headers: { ...webhook.headers, 'telnyx-timestamp': '1' } })).rejects.toThrow();
	});

	test('the message’s URL comes before the profile’s, and the profile can be left out', async () => {
		sandbox.setInboundUrl(messagingProfileId, `${workflow.url}/profile`);
		await send({ webhook_url: `${workflow.url}/own` });
		await send();
		await send({ use_profile_webhooks: false });
		await sandbox.settled();
		expect(workflow.received.map(({ url }) => new URL(url).pathname).sort()).toEqual([
			'/own',
			'/own',
			'/profile',
			'/profile',
		]);
	});

	test('a refused webhook is tried three times with the same event, then at the failover URL', async () => {
		workflow.answerWith({ status: 500 }, { status: 500 }, { status: 500 }, { status: 200 });
		sandbox.setInboundUrl(messagingProfileId, `${workflow.url}/first`);
		await client.messagingProfiles.update(messagingProfileId, { webhook_failover_url: `${workflow.url}/second` });
		const { webhook } = await sandbox.reply(PHONE, 'Hi', FROM);
		expect(webhook).toMatchObject({ outcome: 'accepted', attempts: 4, url: `${workflow.url}/second` });
		const events = workflow.received.map(eventOf);
		expect(events.map(({ meta }) => meta.attempt)).toEqual([1, 2, 3, 1]);
		expect(new Set(events.map(({ data }) => data.id)).size).toBe(1);
		await Promise.all(workflow.received.map(verify));
	});

	test('after the last attempt the text is marked as refused', async () => {
		workflow.answerWith({ status: 403 });
		sandbox.setInboundUrl(messagingProfileId, workflow.url);
		const { webhook } = await sandbox.reply(PHONE, 'Hi', FROM);
		expect(webhook).toMatchObject({ outcome: 'refused', status: 403, attempts: 3 });
		expect(sandbox.messages()[0]?.webhook).toEqual(webhook);
		expect(sandbox.counters()).toMatchObject({ repliesFailed: 1, repliesDelivered: 0 });
	});

	test('a customer’s text has the shape of message.received', async () => {
		sandbox.setInboundUrl(messagingProfileId, workflow.url);
		const { message } = await sandbox.reply(PHONE, 'When? 🙂', FROM, { media: ['https://phone.example/1.jpg'] });
		const event = (await verify(workflow.received[0] as ReceivedWebhook)) as WebhookEvent;
		expect(event.data).toMatchObject({
			event_type: 'message.received',
			payload: {
				id: message.id,
				direction: 'inbound',
				type: 'MMS',
				encoding: 'UCS-2',
				from: { phone_number: PHONE, status: '' },
				to: [{ phone_number: FROM, status: 'webhook_delivered' }],
				text: 'When? 🙂',
				media: [{ url: 'https://phone.example/1.jpg' }],
				messaging_profile_id: messagingProfileId,
			},
		});
		expect(event.data.payload).not.toHaveProperty('autoresponse_type');
	});

	test('a forged one does not verify', async () => {
		sandbox.setInboundUrl(messagingProfileId, workflow.url);
		await sandbox.reply(PHONE, 'START', FROM, { forged: true });
		await expect(verify(workflow.received[0] as ReceivedWebhook)).rejects.toThrow();
	});
});
