import { type IDataObject, type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { CarrierError } from '../../lib/domain/errors';
import { runInLanes } from '../../lib/flows/run-in-lanes';
import { toNodeError } from './node-errors';

/** A text of one item, and why it did not go out. */
export interface TextJob {
	readonly itemIndex: number;
	error?: unknown;
}

/**
 * Sends many texts side by side, those of one customer in order; *Options → Parallel Sends* says how many at once. One that
 * fails does not keep the others back, and keeps its error.
 *
 * @param keysOf jobs that share one of these keep their order.
 * @param send answers with the carrier's error, where it had one.
 */
export async function sendSideBySide<Job extends TextJob>(
	context: IExecuteFunctions,
	jobs: readonly Job[],
	keysOf: (job: Job) => readonly string[],
	send: (job: Job) => Promise<CarrierError | undefined>,
): Promise<void> {
	const cancel = context.getExecutionCancelSignal?.();
	const parallel = Number((context.getNodeParameter('options', 0, {}) as IDataObject).parallel ?? 50) || 1;
	// a carrier that cannot be reached, or knows none of our keys, need not be asked a thousand times
	let hopeless: CarrierError | undefined;
	const run = async (job: Job) => {
		if (cancel?.aborted) {
			job.error = new Error('The execution was cancelled before this text was sent');
		} else if (hopeless) {
			const message = `Not tried, because of an earlier text: ${hopeless.message}`;
			job.error = new CarrierError(hopeless.code, message, hopeless.details);
		} else {
			const error = await send(job);
			job.error = error;
			if (error?.code === 'unavailable' || error?.details.httpStatus === 401) hopeless = error;
		}
	};
	const lanes = jobs.map((job) => ({
		keys: keysOf(job),
		run: () =>
			run(job).catch((error: unknown) => {
				job.error = error;
			}),
	}));
	await runInLanes(lanes, parallel);
}

/**
 * The error of the node where several texts failed: that of the first, with how many there are.
 *
 * @param others what became of the rest, and what happens when the node runs again.
 */
export function firstError(context: IExecuteFunctions, failed: readonly TextJob[], total: number, others: string) {
	const [{ itemIndex, error }] = failed as [TextJob];
	const nodeError = toNodeError(error, context.getNode(), itemIndex);
	if (total > 1 && !(error instanceof NodeOperationError)) {
		const count = `${failed.length} of ${total} texts failed; ${others}`;
		nodeError.description = [nodeError.description, count].filter(Boolean).join(' ');
	}
	return nodeError;
}
