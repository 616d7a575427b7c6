// The SMS Contact node inside n8n's engine, with a ledger of its own for each test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IDataObject, type INodeParameters } from 'n8n-workflow';
import { closeLedgers, withLedger } from '../../nodes/shared/open-ledger';
import { type Ledger } from '../../lib/ledger/ledger';
import { type NodeRun, runNode, type RunOptions } from './n8n';

export const PHONE = '+48600100200';
export const OTHER_PHONE = '+48600100300';

/** Sets up before, and takes down after, every test of the file that calls it. */
export function useContacts() {
	const userFolder = process.env.N8N_USER_FOLDER;
	let folder = '';
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'commerce-sms-'));
		process.env.N8N_USER_FOLDER = folder;
	});
	afterEach(async () => {
		await closeLedgers();
		rmSync(folder, { recursive: true, force: true });
		process.env.N8N_USER_FOLDER = userFolder;
		if (userFolder === undefined) delete process.env.N8N_USER_FOLDER;
	});
	const run = (options: Partial<RunOptions> & Pick<RunOptions, 'items'>) =>
		runNode('n8n-nodes-commerce-sms.smsContact', options);
	return {
		run,
		/** Runs an operation on one item; its error, if any, fails the test. */
		async operate(operation: string, item: IDataObject, parameters: INodeParameters = {}): Promise<NodeRun> {
			const result = await run({ parameters: { operation, ...parameters }, items: [item] });
			if (result.error) throw result.error;
			return result;
		},
		withLedger: async <T>(use: (ledger: Ledger) => Promise<T>): Promise<T> => await withLedger({ path: '' }, use),
	};
}

/** The items of an output, without their links. */
export const jsonOf = ({ outputs }: NodeRun, output = 0): IDataObject[] =>
	(outputs[output] ?? []).map(({ json }) => json);
