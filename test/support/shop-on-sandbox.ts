// The nodes that send inside n8n's engine, with the sandbox as its carrier and a ledger of its own for each test.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IDataObject } from 'n8n-workflow';
import { closeLedgers } from '../../nodes/shared/open-ledger';
import { TELNYX_ACCOUNT, TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { type NodeRun, runNode, type RunOptions } from './n8n';

export interface ShopOnSandbox {
	readonly sandbox: Sandbox;
	readonly folder: string;
	/** Runs the node; the Twilio and shop credentials are given unless the test gives others. */
	run(options: Partial<RunOptions> & Pick<RunOptions, 'items'>): Promise<NodeRun>;
	/** The same for the SMS Opt-In node, whose shop has a name. */
	optIn(options: Partial<RunOptions> & Pick<RunOptions, 'items'>): Promise<NodeRun>;
}

export const twilioCredential = (sandbox: Sandbox, more: IDataObject = {}): IDataObject => ({
	accountSid: TWILIO_ACCOUNT.accountSid,
	authType: 'authToken',
	authToken: TWILIO_ACCOUNT.authToken,
	sender: '+14155550100',
	baseUrl: `${sandbox.url}/twilio`,
	messagesPerSecond: 0,
	...more,
});

export const telnyxCredential = (sandbox: Sandbox): IDataObject => ({
	apiKey: TELNYX_ACCOUNT.apiKey,
	sender: TELNYX_ACCOUNT.numbers[0].number,
	baseUrl: `${sandbox.url}/telnyx`,
	publicKey: sandbox.publicKey,
});

/** Sets up before, and takes down after, every test of the file that calls it. */
export function useShopOnSandbox(): ShopOnSandbox {
	const userFolder = process.env.N8N_USER_FOLDER;
	const shop = { sandbox: undefined as unknown as Sandbox, folder: '' };
	beforeAll(async () => {
		shop.sandbox = await startSandbox({ port: 0, timing: { sentAfterMs: 5, finalAfterMs: 10 } });
	});
	afterAll(() => shop.sandbox.stop());
	beforeEach(() => {
		shop.sandbox.reset();
		shop.folder = mkdtempSync(join(tmpdir(), 'commerce-sms-'));
		process.env.N8N_USER_FOLDER = shop.folder;
	});
	afterEach(async () => {
		await closeLedgers();
		rmSync(shop.folder, { recursive: true, force: true });
		process.env.N8N_USER_FOLDER = userFolder;
		if (userFolder === undefined) delete process.env.N8N_USER_FOLDER;
	});
	type Options = Partial<RunOptions> & Pick<RunOptions, 'items'>;
	const run = (node: string, options: Options, credentials: RunOptions['credentials'] = {}) =>
		runNode(`n8n-nodes-commerce-sms.${node}`, {
			...options,
			credentials: {
				commerceSmsTwilioApi: twilioCredential(shop.sandbox),
				...credentials,
				...options.credentials,
			},
		});
	return Object.assign(shop, {
		run: (options: Options) => run('orderStatusSms', options),
		optIn: (options: Options) => run('smsOptIn', options, { commerceSmsShopApi: { brand: 'Acme' } }),
	});
}
