import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { carrierById } from '../../lib/carriers';
import {
	type Carrier,
	type CarrierConfig,
	type InboundRegistration,
	type InboundSetting,
} from '../../lib/carriers/carrier';
import { CarrierError } from '../../lib/domain/errors';
import { register, unregister } from '../../lib/flows/register-inbound';
import { type Ledger } from '../../lib/ledger/ledger';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { TELNYX_ACCOUNT, TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { exchangeOver } from '../carriers/inbound-contract';

const NOW = new Date('2026-11-22T10:00:00Z');
const [P, T, P2] = [
	'https://n8n.example.com/webhook/1',
	'https://n8n.example.com/webhook-test/1',
	'https://n8n.example.com/webhook/2',
];
const [ORIGINAL, FOREIGN] = ['https://shop.example.com/before', 'https://shop.example.com/since'];

let folder: string;
let ledger: Ledger;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'flow-'));
	ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'), NOW);
});
afterEach(async () => {
	await ledger.close();
	rmSync(folder, { recursive: true });
});

const { accountSid, authToken } = TWILIO_ACCOUNT;
const { apiKey } = TELNYX_ACCOUNT;

const CARRIERS = {
	twilio: {
		credentials: { accountSid, authToken },
		sender: TWILIO_ACCOUNT.numbers[2].number,
		authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
	},
	telnyx: { credentials: { apiKey }, sender: TELNYX_ACCOUNT.numbers[0].number, authorization: `Bearer ${apiKey}` },
} as const;

describe.each(Object.entries(CARRIERS))('at %s', (id, { credentials, sender, authorization }) => {
	let carrier: Carrier;
	let inbound: InboundRegistration<CarrierConfig>;
	const exchange = exchangeOver({ authorization });
	let sandbox: Sandbox;
	let config: CarrierConfig;
	let original: InboundSetting;

	beforeEach(async () => {
		carrier = (await carrierById(id)) as Carrier;
		inbound = carrier.inbound as InboundRegistration<CarrierConfig>;
		sandbox = await startSandbox({ port: 0 });
		config = carrier.readConfig({ ...credentials, baseUrl: `${sandbox.url}/${id}` });
		await set(ORIGINAL);
		original = await read();
	});
	afterEach(() => sandbox.stop());

	const deps = () => ({ inbound, config, exchange, ledger, now: () => NOW });
	const read = () => inbound.read(sender, config, exchange);
	const up = (url: string) => register(url, sender, deps());
	const down = (url: string) => unregister(url, sender, deps());
	/** Somebody sets a URL of his own. */
	const set = async (url: string) => {
		const rest: Record<string, string> =
			id === 'twilio' ? { SmsMethod: 'GET', SmsFallbackUrl: url } : { webhook_failover_url: url };
		await inbound.write({ ...(await read()), url, rest }, config, exchange);
	};
	const urlAtCarrier = async () => (await read()).url;
	const remembered = () => ledger.registrationsAt(original.place);

	test('our URL is set, what stood there is told and put back as it was', async () => {
		expect(await up(P)).toEqual(original);
		expect(await urlAtCarrier()).toBe(P);
		// nothing of theirs is left that would lead replies elsewhere
		expect(JSON.stringify((await read()).rest)).not.toMatch(/GET|shop\.example\.com/);
		await down(P);
		expect(await read()).toEqual(original);
		expect(await remembered()).toEqual([]);
	});

	test('registering again changes nothing', async () => {
		await up(P);
		const once = [await read(), await remembered()];
		await up(P);
		expect([await read(), await remembered()]).toEqual(once);
		await down(P);
		await down(P);
		expect(await read()).toEqual(original);
	});

	test.each([
		['the test first', T, P, P],
		['the test last', P, T, T],
	])('a test over ours, %s: in the end the original is back', async (_case, first, second, between) => {
		await up(P);
		await up(T);
		await down(first);
		expect(await urlAtCarrier()).toBe(between);
		await down(second);
		expect(await read()).toEqual(original);
		expect(await remembered()).toEqual([]);
	});

	test.each([[[T, P]], [[P, T]]])('ours registered again over a test that runs, then away with %j', async (ends) => {
		await up(P);
		await up(T);
		await up(P); // n8n does so whenever it starts
		expect(await urlAtCarrier()).toBe(P);
		for (const url of ends) await down(url);
		expect(await read()).toEqual(original);
	});

	test('a test that n8n did not live to end is no harm once it has run again', async () => {
		await up(T);
		await up(P);
		await up(T);
		await down(T);
		expect(await urlAtCarrier()).toBe(P);
		await down(P);
		expect(await read()).toEqual(original);
	});

	test('what somebody has set since stays', async () => {
		await up(P);
		await set(FOREIGN);
		const foreign = await read();
		await down(P);
		expect(await read()).toEqual(foreign);
		expect(await remembered()).toEqual([]);
	});

	test('what somebody has set since is what is put back after we registered again', async () => {
		await up(P);
		await set(FOREIGN);
		const foreign = await read();
		await up(P);
		await down(P);
		expect(await read()).toEqual(foreign);
	});

	test('a process that dies between remembering and writing loses nothing', async () => {
		const dying = { ...inbound, write: () => Promise.reject(new Error('the process is gone')) };
		await expect(register(P, sender, { ...deps(), inbound: dying })).rejects.toThrow('gone');
		expect(await read()).toEqual(original);
		await down(P);
		expect(await read()).toEqual(original);

		await expect(register(P, sender, { ...deps(), inbound: dying })).rejects.toThrow('gone');
		await up(P);
		await down(P);
		expect(await read()).toEqual(original);
	});

	test('what could not be put back stays remembered', async () => {
		await up(P);
		const offline = {
			...inbound,
			write: () => Promise.reject(new CarrierError('unavailable', 'The carrier could not be reached')),
		};
		await expect(unregister(P, sender, { ...deps(), inbound: offline })).rejects.toMatchObject({ code: 'unavailable' });
		expect(await urlAtCarrier()).toBe(P);
		await down(P);
		expect(await read()).toEqual(original);
	});

	test('who was never registered puts nothing back', async () => {
		await set(P); // pasted by hand
		await up(P);
		await down(P);
		expect(await urlAtCarrier()).toBe(P);
	});

	test('the ledger keeps no secret', async () => {
		await up(P);
		const secrets = [
			authorization.replace(/^\w+ /, ''),
			...Object.values(credentials).filter((value) => value !== accountSid),
		];
		for (const secret of secrets) expect(JSON.stringify(await remembered())).not.toContain(secret);
	});
});

describe('whatever the order in which triggers come and go', () => {
	const setting: InboundSetting = { place: 'a number', label: '', url: ORIGINAL, rest: { method: 'GET' } };

	test('in the end the original is back, and whoever came last has the replies (300 stories)', async () => {
		const steps = fc.array(fc.tuple(fc.boolean(), fc.constantFrom(P, T, P2)), { maxLength: 10 });
		await fc.assert(
			fc.asyncProperty(steps, fc.shuffledSubarray([P, T, P2], { minLength: 3 }), async (story, ends) => {
				let current = setting;
				const deps = {
					inbound: {
						read: async () => current,
						write: async (next: InboundSetting) => void (current = next),
					},
					config: { baseUrl: '' },
					exchange: () => Promise.reject(new Error('no network here')),
					ledger,
					now: () => NOW,
				};
				/** From the bottom to the top. */
				let stack = [ORIGINAL];
				for (const [isComing, url] of [...story, ...ends.map((end) => [false, end] as const)]) {
					await (isComing ? register : unregister)(url, '', deps);
					stack = stack.filter((other) => other !== url);
					if (isComing) stack.push(url);
					expect(current.url).toBe(stack.at(-1));
				}
				expect(current).toEqual(setting);
				expect(await ledger.registrationsAt(setting.place)).toEqual([]);
			}),
			{ seed: 20261122, numRuns: 300 },
		);
	}, 60_000);
});
