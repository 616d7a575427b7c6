// The carriers' own STOP handling, off and on.
import { TELNYX_ACCOUNT, TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { telnyxClient, twilioClient } from './clients';
import { rejection, startWorkflowDouble, type WorkflowDouble } from './workflow-double';

const POOLED = TWILIO_ACCOUNT.numbers[0].number;
const ALSO_POOLED = TWILIO_ACCOUNT.numbers[1].number;
const ALONE = '+33639980100';
const TELNYX = TELNYX_ACCOUNT.numbers[0].number;
const PHONE = '+14155550123';

let sandbox: Sandbox;
let workflow: WorkflowDouble;

beforeEach(async () => {
	sandbox = await startSandbox({ port: 0, timing: { sentAfterMs: 1, finalAfterMs: 2 } });
	workflow = await startWorkflowDouble();
	for (const target of [POOLED, ALONE, TELNYX_ACCOUNT.messagingProfileId]) sandbox.setInboundUrl(target, workflow.url);
});
afterEach(async () => {
	await sandbox.stop();
	await workflow.stop();
});

const sendTwilio = (from: string, to = PHONE) => twilioClient(sandbox).messages.create({ to, from, body: 'Hi' });
const sendTelnyx = (from: string = TELNYX) => telnyxClient(sandbox).messages.send({ to: PHONE, from, text: 'Hi' });
const lastForm = () => workflow.received.at(-1)?.form ?? {};
const lastPayload = () =>
	(JSON.parse(workflow.received.at(-1)?.body ?? '{}') as { data: { payload: Record<string, unknown> } }).data.payload;

test('off: a STOP is a text like any other', async () => {
	await sandbox.reply(PHONE, 'STOP', POOLED);
	expect(lastForm()).toMatchObject({ Body: 'STOP' });
	expect(lastForm()).not.toHaveProperty('OptOutType');
	expect(await sendTwilio(POOLED)).toMatchObject({ status: 'queued' });
	await sandbox.reply(PHONE, 'STOP', TELNYX);
	expect(lastPayload()).not.toHaveProperty('autoresponse_type');
	expect((await sendTelnyx()).data?.to?.[0]?.status).toBe('queued');
	expect(sandbox.messages().filter(({ origin }) => origin === 'carrier')).toEqual([]);
});

describe('Twilio, on', () => {
	beforeEach(() => sandbox.setOptOutHandling('twilio', true));

	test('a STOP to a pooled number blocks the whole Messaging Service, until START', async () => {
		await sandbox.reply(PHONE, ' stop ', POOLED);
		expect(lastForm()).toMatchObject({ OptOutType: 'STOP', MessagingServiceSid: TWILIO_ACCOUNT.messagingServiceSid });
		for (const from of [POOLED, ALSO_POOLED, TWILIO_ACCOUNT.messagingServiceSid]) {
			expect(await rejection(sendTwilio(from))).toMatchObject({ code: 21610, status: 400 });
		}
		expect(await sendTwilio(POOLED, '+14155550124')).toMatchObject({ status: 'queued' });
		expect(await sendTwilio(ALONE)).toMatchObject({ status: 'queued' });

		await sandbox.reply(PHONE, 'UNSTOP', POOLED);
		expect(lastForm()).toMatchObject({ OptOutType: 'START' });
		expect(await sendTwilio(POOLED)).toMatchObject({ status: 'queued' });
	});

	test('a STOP to another number blocks that number, and the webhook does not say so', async () => {
		await sandbox.reply(PHONE, 'OPTOUT', ALONE);
		expect(lastForm()).toMatchObject({ Body: 'OPTOUT' });
		expect(lastForm()).not.toHaveProperty('OptOutType');
		expect(await rejection(sendTwilio(ALONE))).toMatchObject({ code: 21610 });
		expect(await sendTwilio(POOLED)).toMatchObject({ status: 'queued' });
	});

	test('the customer gets the carrier’s answer, once', async () => {
		await sandbox.reply(PHONE, 'STOP', POOLED);
		await sandbox.reply(PHONE, 'HELP', POOLED);
		expect(lastForm()).toMatchObject({ OptOutType: 'HELP' });
		await sandbox.settled();
		const answers = sandbox.messages(PHONE).filter(({ origin }) => origin === 'carrier');
		expect(answers.map(({ text, status, sender }) => [text.slice(0, 23), status, sender])).toEqual([
			['You have successfully b', 'delivered', POOLED],
			['Reply STOP to unsubscri', 'delivered', POOLED],
		]);
	});

	test('only the word alone counts', async () => {
		await sandbox.reply(PHONE, 'please STOP', POOLED);
		expect(lastForm()).not.toHaveProperty('OptOutType');
		expect(await sendTwilio(POOLED)).toMatchObject({ status: 'queued' });
	});
});

describe('Telnyx, on', () => {
	beforeEach(() => sandbox.setOptOutHandling('telnyx', true));

	test('a STOP blocks the whole profile, until START', async () => {
		await sandbox.reply(PHONE, 'Stop all', TELNYX);
		expect(lastPayload()).toMatchObject({ autoresponse_type: 'STOP', text: 'Stop all' });
		const error = await rejection(sendTelnyx(TELNYX_ACCOUNT.numbers[1].number));
		expect(error).toMatchObject({
			status: 409,
			error: {
				errors: [
					{
						code: '40300',
						title: 'Blocked due to STOP message',
						detail: `Messages cannot be sent from +447700900110 to ${PHONE} due to an existing block rule.`,
					},
				],
			},
		});
		await sandbox.reply(PHONE, 'START', TELNYX);
		expect((await sendTelnyx()).data?.to?.[0]?.status).toBe('queued');
	});

	test('it does not reach the other carrier', async () => {
		await sandbox.reply(PHONE, 'STOP', TELNYX);
		expect(await sendTwilio(POOLED)).toMatchObject({ status: 'queued' });
		await sandbox.reply(PHONE, 'STOP', POOLED);
		expect(lastForm()).not.toHaveProperty('OptOutType');
	});
});

test('a reset opens every block', async () => {
	sandbox.setOptOutHandling('twilio', true);
	await sandbox.reply(PHONE, 'STOP', POOLED);
	sandbox.reset();
	expect(await sendTwilio(POOLED)).toMatchObject({ status: 'queued' });
});
