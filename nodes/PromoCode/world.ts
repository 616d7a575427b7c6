import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { type Sign } from '../../lib/domain/codes/mobile-only';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import { type CodeDeps } from '../../lib/flows/give-code';
import { type Ledger } from '../../lib/ledger/ledger';
import { forEachItem } from '../shared/for-each-item';
import { toNodeError } from '../shared/node-errors';
import { withLedger } from '../shared/open-ledger';
import { readShop } from '../shared/shop';
import { codeDeps } from './settings';

/** What every operation needs: the shop, and its open ledger. */
export interface World {
	readonly profile: ShopProfile;
	readonly ledger: Ledger;
	readonly deps: CodeDeps & { readonly ledger: Ledger };
	readonly sign: Sign;
}

/** Runs `use` with the shop's ledger open. @throws NodeOperationError where shop or ledger cannot be used. */
export async function withWorld<T>(context: IExecuteFunctions, use: (world: World) => Promise<T>): Promise<T> {
	try {
		const { profile, ledger: settings } = await readShop(context);
		return await withLedger(
			settings,
			async (ledger) => await use({ profile, ledger, deps: codeDeps(ledger, profile), sign: ledger.sign }),
		);
	} catch (error) {
		throw toNodeError(error, context.getNode(), 0);
	}
}

/**
 * Runs an operation for every item, one after the other.
 *
 * @param count of outputs; the item of an error leaves by the last one.
 */
export async function forEveryItem(
	context: IExecuteFunctions,
	count: number,
	run: (itemIndex: number, world: World, push: Push) => Promise<void>,
): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = Array.from({ length: count }, () => []);
	await withWorld(context, async (world) => {
		await forEachItem(context, outputs, count - 1, async (itemIndex) => {
			await run(itemIndex, world, (output, json, binary) =>
				outputs[output]?.push({ json, ...(binary ? { binary } : {}), pairedItem: { item: itemIndex } }),
			);
		});
	});
	return outputs;
}

/** Puts an item of the input item at hand into an output. */
export type Push = (output: number, json: INodeExecutionData['json'], binary?: INodeExecutionData['binary']) => void;
