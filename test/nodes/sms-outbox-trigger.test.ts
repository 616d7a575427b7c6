import { join } from 'node:path';
import { type IDataObject, type INodeParameters } from 'n8n-workflow';
import { type Ledger } from '../../lib/ledger/ledger';
import { SmsOutboxTrigger } from '../../nodes/SmsOutboxTrigger/SmsOutboxTrigger.node';
import { activeUntil } from '../../nodes/SmsOutboxTrigger/heartbeat';
import { withLedger } from '../../nodes/shared/open-ledger';
import { isOutboxActive } from '../../nodes/shared/outbox-state';
import { claimFor, orderText } from '../flows/outbox-orders';
import { consent, NOON, plan } from '../flows/outbox-shop';
import { phonesOf } from '../ledger/outbox-fixtures';
import { forwardClock } from '../support/clock';
import { pollOnce, type PollOptions } from '../support/poll-context';
import { twilioCredential, useShopOnSandbox } from '../support/shop-on-sandbox';

const shop = useShopOnSandbox();
const path = () => join(shop.folder, 'outbox.sqlite');
const inLedger = <T>(use: (ledger: Ledger) => Promise<T>) => withLedger({ path: path() }, use);
const [ANN, BEN, CLEO] = phonesOf(3) as [string, string, string];

const setClock = (at: number) => forwardClock(at - Date.now());
let workflows = 0;
let workflowId = '';
beforeEach(() => {
	workflowId = `workflow ${++workflows}`;
	setClock(NOON.getTime());
});

/** One run of the trigger: the fields of its items by output, or null. */
async function run(parameters: INodeParameters = {}, { account = {}, ...more }: Partial<PollOptions> & { account?: IDataObject } = {}) {
	const outputs = await pollOnce(new SmsOutboxTrigger(), {
		parameters: { carrier: 'twilio', ...parameters },
		credentials: {
			commerceSmsTwilioApi: twilioCredential(shop.sandbox, { messagesPerSecond: 100, ...account }),
			commerceSmsShopApi: { brand: 'Acme', ledgerPath: path() },
		},
		workflowId,
		...more,
	});
	if (!outputs) return null;
	const [sent, failed, needsAttention, skipped, ...others] = outputs.map((items) => items.map(({ json }) => json));
	expect(others).toEqual([]);
	return { sent: sent ?? [], failed: failed ?? [], needsAttention: needsAttention ?? [], skipped: skipped ?? [] };
}

const offers = (phones: readonly string[], withConsent = phones) =>
	inLedger(async (ledger) => {
		await consent(ledger, withConsent);
		await plan(ledger, phones, { variant: 'B' });
	});

test('sends what is due, and tells what became of each', async () => {
	await offers([ANN, BEN, CLEO], [ANN, BEN]);
	await inLedger((ledger) => claimFor(ledger, '1001', orderText('confirmed', { to: '+12125550177' })));
	const outputs = await run();
	expect(outputs?.failed).toEqual([]);
	expect(outputs?.needsAttention).toEqual([]);
	expect(outputs?.sent.find(({ campaign }) => campaign && true)).toEqual({
		sendId: expect.any(String),
		purpose: 'marketing',
		campaign: 'Weekend sale',
		campaignId: expect.any(String),
		variant: 'B',
		orderNumber: null,
		stage: null,
		phone: expect.stringMatching(/^\+1\*+\d\d$/),
		text: 'Acme: 20% off until Sunday. Reply STOP to end.',
		language: 'en',
		encoding: 'GSM-7',
		segments: 1,
		scheduledFor: NOON.toISOString(),
		carrier: 'twilio',
		sender: '+14155550100',
		messageId: expect.stringMatching(/^SM/),
		status: 'queued',
	});
	expect(outputs?.sent.find(({ orderNumber }) => orderNumber)).toMatchObject({ orderNumber: '#1001', stage: 'confirmed', campaign: null });
	expect(outputs?.skipped).toEqual([expect.objectContaining({ reasonCode: 'no-consent', reason: expect.stringContaining('consent') })]);
	expect(shop.sandbox.messages().map(({ phone }) => phone).sort()).toEqual([ANN, BEN, '+12125550177'].sort());
	for (const items of Object.values(outputs ?? {})) expect(JSON.stringify(items)).not.toMatch(/\+1212555\d{4}/);
	expect(await run()).toBeNull();
});

test('what the carrier refuses comes out of Failed, with its code', async () => {
	await inLedger((ledger) => claimFor(ledger, '1001', orderText('confirmed', { to: '+15005550001' })));
	const outputs = await run();
	expect(outputs?.failed).toEqual([expect.objectContaining({ orderNumber: '#1001', reasonCode: 'bad-message', carrierCode: '21211' })]);
});

test('of texts that were sent nothing is told where nobody wants to hear it', async () => {
	await offers([ANN]);
	expect(await run({ options: { outputSent: false } })).toBeNull();
	expect(shop.sandbox.messages()).toHaveLength(1);
});

test('a run sends so many at most', async () => {
	await offers([ANN, BEN, CLEO]);
	expect((await run({ options: { mostTexts: 2 } }))?.sent).toHaveLength(2);
	expect((await run({ options: { mostTexts: 2 } }))?.sent).toHaveLength(1);
});

describe('a text whose answer was lost', () => {
	beforeEach(async () => {
		await offers([ANN]);
		shop.sandbox.setFault({ kind: 'cut', count: 1 });
		expect(await run()).toBeNull(); // nothing is known of it yet
	});

	test('is found at the carrier that can be asked', async () => {
		const outputs = await run();
		expect(outputs?.sent).toEqual([expect.objectContaining({ foundAtCarrier: true, messageId: shop.sandbox.messages()[0]?.id, scheduledFor: null })]);
		expect(shop.sandbox.messages()).toHaveLength(1);
	});

	test('is for the operator, once, where nobody can tell', async () => {
		setClock(NOON.getTime() + 121 * 60_000);
		const account = { baseUrl: `${shop.sandbox.url}/nowhere` };
		expect((await run({}, { account }))?.needsAttention).toEqual([
			expect.objectContaining({
				campaign: 'Weekend sale',
				reasonCode: 'outcome-unknown',
				reason: expect.stringContaining('may have arrived or not'),
			}),
		]);
		expect(await run({}, { account })).toBeNull();
	});

	test('is sent after all where the carrier says that it has none', async () => {
		shop.sandbox.reset();
		setClock(NOON.getTime() + 20 * 60_000);
		expect((await run())?.sent).toHaveLength(1);
	});
});

describe('what is wrong', () => {
	test('with the account is the error of the run, and the texts wait', async () => {
		await offers([ANN, BEN]);
		await expect(run({}, { account: { authToken: 'wrong' } })).rejects.toMatchObject({
			message: expect.stringContaining('does not accept the account'),
			httpCode: '401',
		});
		setClock(NOON.getTime() + 5 * 60_000);
		expect((await run())?.sent).toHaveLength(2);
	});

	test('with the credential too', async () => {
		await expect(run({}, { account: { accountSid: 'wrong' } })).rejects.toMatchObject({ message: expect.stringContaining('Account SID') });
	});

	test('comes out of Failed where other texts were sent', async () => {
		await offers([ANN]);
		const others = phonesOf(8).slice(3);
		await inLedger(async (ledger) => {
			await consent(ledger, others);
			await plan(ledger, others, { name: 'From a number that is not ours', sender: '+14155550199' });
		});
		const outputs = await run({ options: { parallel: 1 } });
		expect(outputs?.sent).toHaveLength(1);
		expect(outputs?.failed).toEqual([
			{ error: expect.stringContaining('does not accept'), message: expect.any(String), details: expect.objectContaining({ code: 'bad-config' }) },
		]);
	});

	test('with the ledger is told with a way out', async () => {
		process.env.EXECUTIONS_MODE = 'queue';
		try {
			await expect(run()).rejects.toMatchObject({ message: expect.stringContaining('queue mode'), description: expect.any(String) });
		} finally {
			delete process.env.EXECUTIONS_MODE;
		}
	});
});

describe('whether it is active', () => {
	const isActive = (minutes: number) =>
		inLedger((ledger) => isOutboxActive(ledger, 'default', 'twilio', new Date(NOON.getTime() + minutes * 60_000)));

	test('is known for as long as two more runs may take', async () => {
		expect(await isActive(0)).toBe(false);
		await run();
		expect([await isActive(6), await isActive(8)]).toEqual([true, false]);
		await run({ pollTimes: { item: [{ mode: 'everyX', unit: 'hours', value: 2 }] } });
		expect([await isActive(240), await isActive(246)]).toEqual([true, false]);
	});

	test('a test event sends what is due, and leaves no such trace', async () => {
		await offers([ANN]);
		expect((await run({}, { mode: 'manual' }))?.sent).toHaveLength(1);
		expect(await run({}, { mode: 'manual' })).toBeNull();
		expect(await isActive(0)).toBe(false);
	});

	test.each([
		[[{ mode: 'everyMinute' }], 7],
		[[{ mode: 'everyX', unit: 'minutes', value: 15 }], 35],
		[[{ mode: 'everyHour', minute: 3 }], 125],
		[[{ mode: 'everyDay', hour: 3, minute: 3 }, { mode: 'everyHour', minute: 3 }], 125],
		[[{ mode: 'everyDay', hour: 3, minute: 3 }], 2 * 24 * 60 + 5],
		[[{ mode: 'custom', cronExpression: '0 9 * * 1-5' }], 25 * 60 + 5],
		[[], 5],
	] as const)('%j: for %d minutes', (times, minutes) => {
		expect(activeUntil(times as Parameters<typeof activeUntil>[0], NOON).getTime() - NOON.getTime()).toBe(minutes * 60_000);
	});
});

test('a run that is not over yet is not joined by another', async () => {
	await offers([ANN]);
	shop.sandbox.setFault({ kind: 'slow', ms: 150 });
	const [first, second] = await Promise.all([run(), run()]);
	expect(second).toBeNull();
	expect(first?.sent).toHaveLength(1);
});
