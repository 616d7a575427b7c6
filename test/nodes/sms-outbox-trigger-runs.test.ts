// How long a run of the trigger may take: read from what the drain is told.
import { type drainOutbox } from '../../lib/flows/drain-outbox';
import { SmsOutboxTrigger } from '../../nodes/SmsOutboxTrigger/SmsOutboxTrigger.node';
import { forwardClock } from '../support/clock';
import { pollOnce } from '../support/poll-context';
import { twilioCredential, useShopOnSandbox } from '../support/shop-on-sandbox';

const drained: Array<Parameters<typeof drainOutbox>[0]> = [];
jest.mock('../../lib/flows/drain-outbox', () => ({
	drainOutbox: async (...[settings]: Parameters<typeof drainOutbox>) => {
		drained.push(settings);
		await Promise.resolve();
	},
}));

const shop = useShopOnSandbox();
beforeEach(() => {
	drained.splice(0);
	forwardClock(0);
});

async function secondsOf(workflowId: string, options: object = {}, mode: 'trigger' | 'manual' = 'trigger'): Promise<number> {
	await pollOnce(new SmsOutboxTrigger(), {
		parameters: { carrier: 'twilio', options: options as Record<string, number> },
		credentials: { commerceSmsTwilioApi: twilioCredential(shop.sandbox) },
		workflowId,
		mode,
	});
	return ((drained.at(-1)?.stopAt as Date).getTime() - Date.now()) / 1000;
}

test('the first is short, because n8n waits for it when it starts; the next have their time', async () => {
	expect(await secondsOf('a')).toBe(5);
	expect(await secondsOf('a')).toBe(50);
	expect(await secondsOf('a', { longestRun: 20 })).toBe(20);
	expect(await secondsOf('b')).toBe(5);
});

test('a test event has its time at once', async () => {
	expect(await secondsOf('c', {}, 'manual')).toBe(50);
	expect(await secondsOf('c')).toBe(5);
});

test.each([
	[{ longestRun: 100_000, parallel: 40, mostTexts: 7 }, 180, 40, 7],
	[{ longestRun: 0, parallel: 0, mostTexts: 0 }, 50, 10, 1000],
	[{ longestRun: -3, parallel: 2.9, mostTexts: Number.NaN }, 1, 2, 1000],
])('%j is brought within its limits', async (options, seconds, parallel, most) => {
	await secondsOf('d');
	expect([await secondsOf('d', options), drained.at(-1)]).toEqual([seconds, expect.objectContaining({ parallel, most })]);
});
