// The Promo Code node inside n8n's engine, with a ledger of its own for each test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IDataObject, type INodeParameters } from 'n8n-workflow';
import { type Ledger } from '../../lib/ledger/ledger';
import { closeLedgers, withLedger } from '../../nodes/shared/open-ledger';
import { type NodeRun, runNode, type RunOptions } from './n8n';

export const PHONE = '+48600100200';
export const OTHER_PHONE = '+48600100300';

const RESOURCE_OF: Readonly<Record<string, string>> = {
	...{ addCodes: 'series', export: 'series', lowStock: 'series', publishToShop: 'series', stats: 'series' },
	...{ award: 'points', balance: 'points', expire: 'points', history: 'points', spendForCode: 'points' },
	pickBirthdays: 'birthday',
};

/** Sets up before, and takes down after, every test of the file that calls it. */
export function usePromoCodes() {
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
	/** Runs an operation; its error is in the answer. */
	const tryTo = (
		operation: string,
		items: readonly IDataObject[],
		parameters: INodeParameters = {},
		more: Partial<RunOptions> = {},
	) =>
		runNode('n8n-nodes-commerce-sms.promoCode', {
			parameters: { resource: RESOURCE_OF[operation] ?? 'code', operation, ...parameters },
			items,
			...more,
		});
	return {
		tryTo,
		/** Runs an operation; its error, if any, fails the test. */
		async operate(
			operation: string,
			items: readonly IDataObject[],
			parameters: INodeParameters = {},
			more: Partial<RunOptions> = {},
		): Promise<NodeRun> {
			const run = await tryTo(operation, items, parameters, more);
			if (run.error) throw run.error;
			return run;
		},
		withLedger: async <T>(use: (ledger: Ledger) => Promise<T>): Promise<T> => await withLedger({ path: '' }, use),
	};
}

/** The items of an output, without their links. */
export const jsonOf = ({ outputs }: NodeRun, output = 0): IDataObject[] =>
	(outputs[output] ?? []).map(({ json }) => json);
