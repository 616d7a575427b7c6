import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { shopifyOrder } from '../fixtures/shopify-order';
import { twilioCredential, useShopOnSandbox } from '../support/shop-on-sandbox';

const shop = useShopOnSandbox();
const own = (text: string) => ({ ownTexts: { texts: [{ stage: 'confirmed', language: '', text }] } });

describe('what is wrong with the settings or the items is found before anything is sent', () => {
	test.each([
		['an item that is no order', {}, { hello: 'world' }, /no order or parcel event.*hello/, /Mapped Fields/],
		['a text that needs a brand', own('{brand}: hi'), undefined, /Brand is empty/, /shop credential/],
		[
			'an unknown placeholder',
			own('Hi {frist_name}'),
			undefined,
			/\{frist_name\}; did you mean \{first_name\}/,
			/Known placeholders/,
		],
		['a bracket that is not closed', own('Hi [there'), undefined, /not closed/, /backslash/],
		[
			'a sender that is none',
			{ sender: 'Acme Store of London' },
			undefined,
			/no sender that Twilio knows/,
			/short code/,
		],
		['a time zone that is none', { options: { timeZone: 'Mars/Base' } }, undefined, /Mars\/Base/, /Europe\/Warsaw/],
		[
			'a redirect to no phone',
			{ options: { testRedirect: '555-SHIP' } },
			undefined,
			/Test Redirect has letters/,
			/country code/,
		],
	])('%s', async (_case, parameters, item, message, wayOut) => {
		const { error } = await shop.run({ parameters, items: [shopifyOrder(1), item ?? shopifyOrder(2)] });
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(wayOut);
		expect(error?.context).toMatchObject({ itemIndex: item ? 1 : 0 });
		expect(shop.sandbox.messages()).toEqual([]);
	});

	test('a missing sender', async () => {
		const credentials = { commerceSmsTwilioApi: twilioCredential(shop.sandbox, { sender: '' }) };
		const { error } = await shop.run({ credentials, items: [shopifyOrder(1)] });
		expect(error?.message).toBe('There is no sender');
	});

	test('a malformed Account SID', async () => {
		const credentials = { commerceSmsTwilioApi: twilioCredential(shop.sandbox, { accountSid: 'AC1' }) };
		const { error } = await shop.run({ credentials, items: [shopifyOrder(1)] });
		expect(error?.message).toContain('Account SID');
	});

	test('a ledger that cannot be opened says the path and why', async () => {
		const ledgerPath = join(shop.folder, 'a-folder');
		mkdirSync(ledgerPath);
		const { error } = await shop.run({ credentials: { commerceSmsShopApi: { ledgerPath } }, items: [shopifyOrder(1)] });
		expect(error?.message).toContain(ledgerPath);
		expect(error?.message).toMatch(/EISDIR|directory/);
		expect(shop.sandbox.messages()).toEqual([]);
	});

	test('n8n in queue mode is refused, and the credential to use is named', async () => {
		process.env.EXECUTIONS_MODE = 'queue';
		const { error } = await shop.run({ items: [shopifyOrder(1)] });
		delete process.env.EXECUTIONS_MODE;
		expect(error?.message).toContain('queue mode');
		expect(error?.description).toMatch(/PostgreSQL.*Commerce SMS: Shop API/);
		expect(shop.sandbox.messages()).toEqual([]);
	});
});

describe('when the workflow is to go on after an error', () => {
	test('a bad item becomes an item of the last output, the others are sent', async () => {
		const { outputs, error } = await shop.run({
			items: [shopifyOrder(1), { hello: 'world' }, shopifyOrder(2)],
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(2);
		expect(outputs[2]).toMatchObject([
			{
				json: {
					error: expect.stringContaining('no order') as string,
					message: expect.stringContaining('Mapped Fields') as string,
					details: { code: 'no-order' },
				},
				pairedItem: { item: 1 },
			},
		]);
	});

	test('with an error output, it goes there', async () => {
		const { outputs } = await shop.run({
			items: [shopifyOrder(1), { hello: 'world' }],
			onError: 'continueErrorOutput',
		});
		expect(outputs.map((output) => output.length)).toEqual([1, 0, 0, 1]);
		expect(outputs[3]?.[0]?.json).toMatchObject({ hello: 'world', details: { code: 'no-order' } });
	});
});

describe('when the carrier fails', () => {
	test('its own code and words are in the error, the phone number is not', async () => {
		const { error } = await shop.run({ parameters: { sender: '+14155559999' }, items: [shopifyOrder(1)] });
		expect(error?.message).toMatch(/^Twilio does not accept the account, key or sender \(21\d{3}: /);
		expect(JSON.stringify([error?.message, error?.description, error?.stack])).not.toContain('4155559999');
		expect(error?.description).toContain('carrier credential');
	});

	test.each([1, 6])('a text that was taken but not answered is not sent again (%i items)', async (count) => {
		shop.sandbox.setFault({ kind: 'cut', count: 1 });
		const items = Array.from({ length: count }, (_, index) => shopifyOrder(index));
		const { error } = await shop.run({ items });
		expect(error?.message).toContain('lost before it answered');
		expect(error?.description).toContain('may have been sent');
		const again = await shop.run({ items });
		expect(again.outputs[2]?.map(({ json }) => json.reasonCode).sort()).toEqual(
			[...Array<string>(count - 1).fill('duplicate'), 'outcome-unknown'].sort(),
		);
		expect(shop.sandbox.messages()).toHaveLength(count);
	});

	test('too many requests are tried again after as long as it asks for', async () => {
		shop.sandbox.setFault({ kind: 'throttle', count: 1, retryAfterSeconds: 1 });
		const { outputs } = await shop.run({ items: [shopifyOrder(1)] });
		expect(outputs[0]).toHaveLength(1);
		expect(shop.sandbox.messages()).toHaveLength(1);
	});

	test('one text that fails does not keep the others back', async () => {
		shop.sandbox.setFault({ kind: 'server-error', phone: '+12125550103' });
		const items = Array.from({ length: 8 }, (_, index) => shopifyOrder(index));
		const { error } = await shop.run({ items });
		expect(error?.description).toContain('1 of 8 texts failed');
		expect(error?.context).toMatchObject({ itemIndex: 3 });
		expect(shop.sandbox.messages()).toHaveLength(7);
	});

	test('wrong keys are noticed once, not for every item', async () => {
		const credentials = { commerceSmsTwilioApi: twilioCredential(shop.sandbox, { authToken: 'wrong' }) };
		const items = Array.from({ length: 200 }, (_, index) => shopifyOrder(index));
		const { outputs } = await shop.run({ credentials, items, onError: 'continueRegularOutput' });
		expect(outputs[2]).toHaveLength(200);
		expect(shop.sandbox.counters().apiRequests).toBeLessThanOrEqual(50);
		expect(outputs[2]?.at(-1)?.json.error).toContain('Not tried');
	});

	test('a carrier that cannot be reached is named, and nothing counts as sent', async () => {
		const credentials = {
			commerceSmsTwilioApi: twilioCredential(shop.sandbox, { baseUrl: 'http://127.0.0.1:1/twilio' }),
		};
		const { error } = await shop.run({ credentials, items: [shopifyOrder(1)] });
		expect(error?.message).toMatch(/127\.0\.0\.1:1 could not be reached \(ECONNREFUSED\); nothing was sent/);
		expect((await shop.run({ items: [shopifyOrder(1)] })).outputs[0]).toHaveLength(1);
	}, 20_000);
});

test('no output, error or log line holds a full phone number or a secret', async () => {
	shop.sandbox.setFault({ kind: 'cut', count: 2 });
	const items = Array.from({ length: 8 }, (_, index) => shopifyOrder(index));
	const runs = [
		await shop.run({ items, onError: 'continueRegularOutput' }),
		await shop.run({ items, onError: 'continueRegularOutput' }),
		await shop.run({ items }),
	];
	const said = JSON.stringify(runs);
	expect(said).not.toMatch(/2125550\d{3}/);
	expect(said).not.toContain('sandbox-auth-token');
});
