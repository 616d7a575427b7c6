// A second carrier, in n8n's own engine: which credentials it lets a node read is decided by its fields.
import { join } from 'node:path';
import { type INodeParameters, NodeHelpers } from 'n8n-workflow';
import { withLedger } from '../../nodes/shared/open-ledger';
import { SmsOutboxTrigger } from '../../nodes/SmsOutboxTrigger/SmsOutboxTrigger.node';
import { TELNYX_ACCOUNT } from '../../sandbox/accounts';
import { consent, NOON, plan } from '../flows/outbox-shop';
import { shopifyOrder } from '../fixtures/shopify-order';
import { phonesOf } from '../ledger/outbox-fixtures';
import { forwardClock } from '../support/clock';
import { loadNodes } from '../support/descriptions';
import { pollOnce } from '../support/poll-context';
import { telnyxCredential, twilioCredential, useShopOnSandbox } from '../support/shop-on-sandbox';

const shop = useShopOnSandbox();
const FALLBACK: INodeParameters = { carrier: 'twilio', fallbackCarrier: 'telnyx' };
const [{ number: SENDER }] = TELNYX_ACCOUNT.numbers;
/** Nobody listens there. */
const unreachable = () => twilioCredential(shop.sandbox, { baseUrl: 'http://127.0.0.1:9' });
const credentials = () => ({ commerceSmsTwilioApi: unreachable(), commerceSmsTelnyxApi: telnyxCredential(shop.sandbox) });
const takenOver = {
	carrier: 'telnyx',
	sender: SENDER,
	fallback: true,
	fallbackReason: expect.stringMatching(/^127\.0\.0\.1:9 could not be reached \(ECONNREFUSED\); nothing was sent$/) as string,
};

test('Order Status SMS sends through the fallback when its carrier cannot be reached, and says so', async () => {
	const { outputs, error } = await shop.run({ parameters: FALLBACK, credentials: credentials(), items: [shopifyOrder(1)] });
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toMatchObject({ ...takenOver, stage: 'confirmed', status: 'queued' });
	expect(shop.sandbox.messages()).toMatchObject([{ carrier: 'telnyx' }]);
});

test('many items keep their order and are sent once', async () => {
	const items = Array.from({ length: 20 }, (_, index) => shopifyOrder(index));
	const { outputs } = await shop.run({ parameters: FALLBACK, credentials: credentials(), items });
	expect(outputs[0]?.map(({ json }) => json.carrier)).toEqual(items.map(() => 'telnyx'));
	expect(shop.sandbox.messages()).toHaveLength(20);
});

test('SMS Opt-In asks through the fallback', async () => {
	const { outputs, error } = await shop.optIn({
		parameters: { operation: 'requestOptIn', ...FALLBACK, phone: '+12125550123', fallbackSender: SENDER },
		credentials: credentials(),
		items: [{}],
	});
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toMatchObject({ ...takenOver, status: 'pending' });
});

test('SMS Outbox Trigger sends through the fallback', async () => {
	forwardClock(NOON.getTime() - Date.now());
	const path = join(shop.folder, 'outbox.sqlite');
	const phones = phonesOf(2);
	await withLedger({ path }, async (ledger) => {
		await consent(ledger, phones);
		await plan(ledger, phones);
	});
	const outputs = await pollOnce(new SmsOutboxTrigger(), {
		parameters: FALLBACK,
		credentials: { ...credentials(), commerceSmsShopApi: { brand: 'Acme', ledgerPath: path } },
	});
	expect(outputs?.[0]?.map(({ json }) => json)).toEqual(phones.map(() => expect.objectContaining(takenOver) as unknown));
});

test.each<[string, INodeParameters, RegExp]>([
	['the same carrier', { fallbackCarrier: 'twilio' }, /Fallback Carrier is Twilio too/],
	['a sender that it does not know', { fallbackCarrier: 'telnyx', fallbackSender: '!' }, /Fallback Sender "!" is no sender that Telnyx knows/],
	['a carrier without a credential', { fallbackCarrier: 'vonage' }, /credential/],
])('nothing is sent with %s as fallback', async (_what, parameters, message) => {
	const { error } = await shop.run({
		parameters: { carrier: 'twilio', ...parameters },
		credentials: { commerceSmsTelnyxApi: telnyxCredential(shop.sandbox) },
		items: [shopifyOrder(1)],
	});
	expect(error?.message).toMatch(message);
	expect(shop.sandbox.messages()).toEqual([]);
});

test('a request that wants a YES has no name for a fallback', async () => {
	const { error } = await shop.optIn({
		parameters: { operation: 'requestOptIn', ...FALLBACK, phone: '+12125550123', fallbackSender: 'Acme' },
		credentials: credentials(),
		items: [{}],
	});
	expect(error?.message).toMatch(/Nobody can reply to the Fallback Sender "Acme"/);
});

test('a request that wants a YES does not go through a carrier that hands over no replies; one that wants a code does', async () => {
	const ask = (parameters: INodeParameters) =>
		shop.optIn({
			parameters: { operation: 'requestOptIn', carrier: 'twilio', fallbackCarrier: 'msg91', fallbackSender: '56767', phone: '+12125550123', ...parameters },
			credentials: { commerceSmsMsg91Api: { authKey: 'x', apiKey: 'x', flowId: 'x', templateId: 'x', baseUrl: 'https://control.msg91.com' } },
			items: [{}],
		});
	expect((await ask({})).error?.message).toMatch(/MSG91 hands over no replies/);
	expect((await ask({ proof: 'code' })).error?.message ?? '').not.toMatch(/hands over no replies/);
});

test('the editor shows the credentials of both carriers, and of no other', async () => {
	for (const { description } of (await loadNodes()).values()) {
		if (!description.properties.some(({ name }) => name === 'fallbackCarrier')) continue;
		const shown = (parameters: INodeParameters) => {
			// as the editor fills in a node's fields
			const all = NodeHelpers.getNodeParameters(description.properties, parameters, true, false, null, description) as INodeParameters;
			const isShown = (entry: object) => NodeHelpers.displayParameter(all, entry as never, null, description);
			return description.credentials?.filter((entry) => entry.name !== 'commerceSmsShopApi' && isShown(entry)).map(({ name }) => name);
		};
		expect(shown({})).toEqual(['commerceSmsTwilioApi']);
		expect(shown({ carrier: 'vonage' })).toEqual(['commerceSmsVonageApi']);
		expect(shown({ fallbackCarrier: 'telnyx' })).toEqual(['commerceSmsTelnyxApi', 'commerceSmsTwilioApi']);
		expect(shown({ carrier: 'telnyx', fallbackCarrier: 'telnyx' })).toEqual(['commerceSmsTelnyxApi']);
		// what is left over of a carrier that was chosen before
		expect(shown({ carrier: 'telnyx', uses_twilio: 'yes' })).toEqual(['commerceSmsTelnyxApi']);
	}
});
