// The SMS Opt-In node inside n8n's engine, with a ledger of its own for each test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IDataObject, type INodeParameters } from 'n8n-workflow';
import { type Ledger } from '../../lib/ledger/ledger';
import { closeLedgers, withLedger } from '../../nodes/shared/open-ledger';
import { type NodeRun, runNode, type RunOptions } from './n8n';

/** The operations of the resource Consent Record. */
const RECORD = new Set(['export', 'getProof', 'verifyLedger']);

export interface OptInNode {
	/** Path of the ledger's file. */
	readonly file: string;
	/** The shop key is "default" unless `more` brings another credential. */
	run(
		operation: string,
		parameters: INodeParameters,
		items: readonly IDataObject[],
		more?: Pick<RunOptions, 'credentials' | 'onError' | 'timezone'>,
	): Promise<NodeRun>;
	withLedger<T>(use: (ledger: Ledger) => Promise<T>): Promise<T>;
}

/** Sets up before, and takes down after, every test of the file that calls it. */
export function useOptInNode(): OptInNode {
	const shop = { file: '' };
	let folder = '';
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'commerce-sms-'));
		shop.file = join(folder, 'ledger.sqlite');
	});
	afterEach(async () => {
		await closeLedgers();
		rmSync(folder, { recursive: true, force: true });
	});
	return Object.assign(shop, {
		run: (operation: string, parameters: INodeParameters, items: readonly IDataObject[], more: Partial<RunOptions> = {}) =>
			runNode('n8n-nodes-commerce-sms.smsOptIn', {
				parameters: { resource: RECORD.has(operation) ? 'record' : 'consent', operation, ...parameters },
				items,
				onError: more.onError,
				timezone: more.timezone,
				credentials: {
					commerceSmsShopApi: { ledgerPath: shop.file, brand: 'Acme Store', ...more.credentials?.commerceSmsShopApi },
				},
			}),
		withLedger: <T>(use: (ledger: Ledger) => Promise<T>) => withLedger({ path: shop.file }, use),
	});
}

/** What the items of an output say, without the rest. */
export const jsonOf = ({ outputs }: NodeRun, output: number): IDataObject[] => (outputs[output] ?? []).map(({ json }) => json);
