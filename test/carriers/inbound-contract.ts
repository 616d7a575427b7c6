// What every carrier must do whose webhook for replies is registered through its API. The judges are the sandbox, over real
// HTTP, and the vendor's SDK, which sets what stands there before and reads what stands there after.

import { type Carrier, type CarrierConfig, type Exchange, type InboundSetting } from '../../lib/carriers/carrier';
import { CarrierError } from '../../lib/domain/errors';
import { type WireRequest, type WireResponse } from '../../lib/wire';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { startWorkflowDouble, type WorkflowDouble } from '../sandbox/workflow-double';
import { closedPort } from '../support/local-servers';

/** What the SDK shows of a setting, in its own words. */
export type Shown = Readonly<Record<string, unknown>>;

export interface InboundSender {
	readonly sender: string;
	/** Who gets the text when a customer answers; the sender itself unless it is a pool. */
	readonly number?: string;
	readonly place: string;
	readonly label: string;
	/** Whether what `arrange` sets up has a URL that is not called: something else gets the replies. */
	readonly isShadowed?: boolean;
	/** Sets up something unlike what we write, with the SDK. */
	arrange(sandbox: Sandbox, url: string): Promise<void>;
	/** What the SDK shows now. */
	show(sandbox: Sandbox): Promise<Shown>;
	/** What it shows once our URL is registered. */
	ours(url: string): Shown;
}

export interface InboundCases<Config extends CarrierConfig> {
	readonly carrier: Carrier<Config>;
	credentialsFor(baseUrl: string): Record<string, unknown>;
	/** Where the sandbox serves this carrier. */
	readonly prefix: string;
	/** The headers that the credential adds, with the right key or another. */
	authorization(isRight: boolean): Record<string, string>;
	readonly senders: Readonly<Record<string, InboundSender>>;
	/** Senders that are not of this account. */
	readonly strangers: readonly string[];
}

/** One exchange over HTTP, as the nodes do it. */
export const exchangeOver =
	(authorization: Record<string, string>, requests: WireRequest[] = []): Exchange =>
	async (request) => {
		requests.push(request);
		const { method, url, headers, body } = request;
		const response = await fetch(url, {
			method,
			headers: { ...headers, ...authorization },
			body: body ?? null,
		}).catch((): never => {
			throw new CarrierError('unavailable', 'The carrier could not be reached');
		});
		return {
			status: response.status,
			headers: Object.fromEntries(response.headers as unknown as Iterable<[string, string]>),
			body: await response.text(),
			receivedAt: new Date(),
		};
	};

export function inboundContract<Config extends CarrierConfig>(cases: InboundCases<Config>): void {
	const { carrier, senders } = cases;
	const inbound = carrier.inbound as NonNullable<typeof carrier.inbound>;
	const anySender = Object.values(senders)[0] as InboundSender;
	let sandbox: Sandbox;
	let workflow: WorkflowDouble;
	beforeEach(async () => {
		sandbox = await startSandbox({ port: 0, retryDelayMs: 1 });
		workflow = await startWorkflowDouble();
	});
	afterEach(async () => {
		await sandbox.stop();
		await workflow.stop();
	});

	const configFor = (origin: string) => carrier.readConfig(cases.credentialsFor(`${origin}${cases.prefix}`));
	const exchange = exchangeOver(cases.authorization(true));
	const read = (sender: string) => inbound.read(sender, configFor(sandbox.url), exchange);
	const write = (setting: InboundSetting) => inbound.write(setting, configFor(sandbox.url), exchange);
	const ourUrl = () => `${workflow.url}/webhook/3c1f/sms?a=b%20c&d`;

	const failure = async (work: Promise<unknown>): Promise<CarrierError> => {
		const error = await work.then(
			(result) => new Error(`It was taken for a success: ${JSON.stringify(result)}`),
			(thrown: unknown) => thrown as Error,
		);
		if (error.name !== 'CarrierError') throw error;
		return error as CarrierError;
	};

	describe.each(Object.entries(senders))('%s', (_name, { sender, number = sender, ...expected }) => {
		test('what stands there is read', async () => {
			await expected.arrange(sandbox, 'https://shop.example.com/before');
			expect(await read(sender)).toEqual({
				place: expected.place,
				label: expected.label,
				url: expected.isShadowed ? '' : 'https://shop.example.com/before',
				rest: expect.any(Object),
			});
		});

		test('our URL is set and called, and what stood there is put back as it was', async () => {
			await expected.arrange(sandbox, 'https://shop.example.com/before');
			const shownBefore = await expected.show(sandbox);
			const before = await read(sender);

			await write({ ...before, url: ourUrl(), rest: {} });
			expect(await expected.show(sandbox)).toEqual({ ...shownBefore, ...expected.ours(ourUrl()) });
			expect((await read(sender)).place).toBe(before.place);
			expect((await sandbox.reply('+14155550123', 'When?', number)).webhook).toMatchObject({ outcome: 'accepted' });
			expect(workflow.received.map(({ method, url }) => [method, url])).toEqual([['POST', ourUrl()]]);

			await write(before);
			expect(await expected.show(sandbox)).toEqual(shownBefore);
			expect(await read(sender)).toEqual(before);
		});

		test('where nothing stood, nothing stands again', async () => {
			const shownBefore = await expected.show(sandbox);
			const before = await read(sender);
			expect(before.url).toBe('');
			await write({ ...before, url: ourUrl(), rest: {} });
			await write(before);
			expect(await expected.show(sandbox)).toEqual(shownBefore);
		});

		test('the same twice is the same, ours and theirs', async () => {
			await expected.arrange(sandbox, 'https://shop.example.com/before');
			const before = await read(sender);
			const shownBefore = await expected.show(sandbox);
			for (const setting of [{ ...before, url: ourUrl(), rest: {} }, before]) {
				await write(setting);
				const once = await expected.show(sandbox);
				await write(setting);
				expect(await expected.show(sandbox)).toEqual(once);
			}
			expect(await expected.show(sandbox)).toEqual(shownBefore);
		});

		test('what was kept survives being saved as JSON', async () => {
			await expected.arrange(sandbox, 'https://shop.example.com/before');
			const before = await read(sender);
			expect(JSON.parse(JSON.stringify(before))).toEqual(before);
			expect(Object.values(before.rest).every((value) => typeof value === 'string')).toBe(true);
		});
	});

	describe('what cannot be registered says why, and what to do', () => {
		test.each(['ACME', 'ACME Shop 1', '', '0155512345678', '+14155'])(
			'a sender that cannot receive: %j',
			async (sender) => {
				const error = await failure(read(sender));
				expect(error).toMatchObject({ code: 'bad-config', message: expect.stringMatching(/cannot receive.*Choose/) });
				expect(error.message).not.toContain('0155512345678');
			},
		);

		test.each(cases.strangers)('a sender of somebody else: %s', async (sender) => {
			const error = await failure(read(sender));
			expect(error).toMatchObject({
				code: 'bad-config',
				message: expect.stringMatching(new RegExp(`is not of this ${carrier.name} account\\. Check`)),
			});
			if (sender.startsWith('+')) expect(error.message).not.toContain(sender);
		});

		test('a place of another carrier', async () => {
			const error = await failure(write({ place: 'postcard 7', label: '', url: ourUrl(), rest: {} }));
			expect(error).toMatchObject({ code: 'bad-config', message: expect.stringContaining('postcard 7') });
		});

		test('a URL that the carrier refuses', async () => {
			const before = await read(anySender.sender);
			const error = await failure(write({ ...before, url: 'no-web-address', rest: {} }));
			expect(error).toMatchObject({ code: 'rejected', message: expect.stringContaining(carrier.name) });
			expect(await read(anySender.sender)).toEqual(before);
		});

		test('a wrong key', async () => {
			const before = await read(anySender.sender);
			const stranger = exchangeOver(cases.authorization(false));
			const config = configFor(sandbox.url);
			for (const work of [inbound.read(anySender.sender, config, stranger), inbound.write(before, config, stranger)]) {
				expect(await failure(work)).toMatchObject({
					code: 'bad-config',
					message: expect.stringMatching(/credential/),
					details: { httpStatus: 401 },
				});
			}
		});

		test('no network', async () => {
			const before = await read(anySender.sender);
			const config = configFor(`http://127.0.0.1:${await closedPort()}`);
			expect(await failure(inbound.read(anySender.sender, config, exchange))).toMatchObject({ code: 'unavailable' });
			expect(await failure(inbound.write(before, config, exchange))).toMatchObject({ code: 'unavailable' });
		});

		test.each<[status: number, body: string, code: string]>([
			[429, '', 'throttled'],
			[403, '{}', 'bad-config'],
			[400, 'null', 'rejected'],
			[302, '', 'unreadable-response'],
			[500, '<html>', 'unavailable'],
			[503, '{"cut":', 'unavailable'],
		])('an answer of HTTP %i: nothing is unknown, for nothing was sent', async (status, body, code) => {
			const answer: WireResponse = { status, headers: { 'retry-after': '2' }, body, receivedAt: new Date() };
			const before = await read(anySender.sender);
			const config = configFor(sandbox.url);
			for (const work of [
				inbound.read(anySender.sender, config, async () => answer),
				inbound.write(before, config, async () => answer),
			]) {
				const error = await failure(work);
				expect(error).toMatchObject({ code, details: { httpStatus: status, retryAfterMs: 2000 } });
				expect(error.message).not.toMatch(/text may have been sent|refused the text/);
			}
		});
	});

	test('no request holds a secret: the credential authorises it later', async () => {
		const requests: WireRequest[] = [];
		const noted = exchangeOver(cases.authorization(true), requests);
		const before = await inbound.read(anySender.sender, configFor(sandbox.url), noted);
		await inbound.write(before, configFor(sandbox.url), noted);
		expect(requests.length).toBeGreaterThanOrEqual(2);
		const [credential] = Object.values(cases.authorization(true)) as [string];
		const secret = credential.replace(/^\w+ /, '');
		for (const request of requests) {
			expect(JSON.stringify(request)).not.toContain(secret);
			expect(Object.keys(request.headers).map((name) => name.toLowerCase())).not.toContain('authorization');
		}
	});
}
