import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { failedItem, toNodeError } from './node-errors';

/**
 * Runs an operation for every input item, one after the other. An error names its item; where the workflow is to go on, it
 * becomes an item of the output at `errorsTo`.
 */
export async function forEachItem(
	context: IExecuteFunctions,
	outputs: INodeExecutionData[][],
	errorsTo: number,
	run: (itemIndex: number) => Promise<void>,
): Promise<void> {
	for (const itemIndex of context.getInputData().keys()) {
		try {
			await run(itemIndex);
		} catch (error) {
			if (!context.continueOnFail()) throw toNodeError(error, context.getNode(), itemIndex);
			outputs[errorsTo]?.push(failedItem(error, context.getNode(), itemIndex));
		}
	}
}
