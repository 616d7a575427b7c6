// What all executions of a process share when they send.
import { type INodeParameters } from 'n8n-workflow';
import { type Pace } from '../../lib/flows/pace';
import { readAccount } from '../../nodes/shared/carrier-account';
import { withLedger } from '../../nodes/shared/open-ledger';
import { sendingDeps } from '../../nodes/shared/sending';
import { readShop } from '../../nodes/shared/shop';
import { executeContext } from '../support/execute-context';
import { twilioCredential, useShopOnSandbox } from '../support/shop-on-sandbox';

const shop = useShopOnSandbox();

/** The pace that an execution of its own would send at; undefined: the carrier's queue is enough. */
async function paceFor(sender: string, account: object, whenUnset?: 'usual-speed'): Promise<Pace | undefined> {
	const parameters: INodeParameters = { carrier: 'twilio' };
	const context = executeContext(parameters, { commerceSmsTwilioApi: { ...twilioCredential(shop.sandbox), ...account } });
	const [own, twilio] = [await readShop(context), await readAccount(context, 'twilio')];
	const deps = await withLedger(own.ledger, (ledger) => sendingDeps(context, ledger, twilio, own, 1, whenUnset && { whenUnset }));
	return deps.paceOf?.(sender);
}

const ONE = '+14155550100';
const TWO = '+14155550101';

test('a sender has one pace, whoever asks; others have their own', async () => {
	const pace = await paceFor(ONE, { messagesPerSecond: 5 });
	expect(pace).toBeDefined();
	expect(await paceFor(ONE, { messagesPerSecond: 5 })).toBe(pace);
	expect(await paceFor(ONE, {}, 'usual-speed')).toBe(pace);
	expect(await paceFor(TWO, { messagesPerSecond: 5 })).not.toBe(pace);
	expect(await paceFor(ONE, { messagesPerSecond: 5, accountSid: `AC${'7'.repeat(32)}` })).not.toBe(pace);
});

test('without a speed in the credential only texts are paced that must not wait at the carrier', async () => {
	expect(await paceFor(ONE, { messagesPerSecond: 0 })).toBeUndefined();
	expect(await paceFor(ONE, { messagesPerSecond: 'fast' })).toBeUndefined();
	expect(await paceFor(ONE, { messagesPerSecond: 0 }, 'usual-speed')).toBeDefined();
});
