// Many webhooks at the same moment: an announcement went out and the customers answer, or a shop ships its day's orders.
import { type IWebhookFunctions, sleep } from 'n8n-workflow';

/** Above so many webhooks that wait for their answer, the carrier comes first and the workflow second. */
const CALM = 10;

/** So long the texts of a burst are gathered for one execution. */
const GATHERED_FOR_MS = 500;

const waiting = new Set<object>();

/** So long n8n may still be at work on a webhook whose carrier has hung up. */
const LONGEST_MS = 10_000;

/**
 * Counts a webhook until it is answered.
 *
 * @returns whether n8n has answered it with success, which it does once it has made the execution, also where the carrier has
 * hung up meanwhile; false when it answers with an error, or not within ten seconds after that.
 */
export async function noteArrival(context: IWebhookFunctions): Promise<boolean> {
	const response = context.getResponseObject();
	waiting.add(response);
	await new Promise<void>((resolve) => {
		response.once('finish', resolve);
		response.once('close', resolve);
	});
	waiting.delete(response);
	const deadline = Date.now() + LONGEST_MS;
	while (!response.writableEnded && Date.now() < deadline) await sleep(50);
	return response.writableEnded && response.statusCode < 300;
}

/**
 * Whether the answers would come too late if each waited for an execution of its own: one takes n8n some 35 ms, Telnyx waits
 * two seconds, Twilio fifteen.
 */
export const isBurst = (): boolean => waiting.size > CALM;

let hasHinted = false;

/** Once: there is a setting of n8n that makes the webhooks of community nodes several times cheaper. */
export function hint(context: IWebhookFunctions): void {
	if (hasHinted || process.env.N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE === 'true') return;
	hasHinted = true;
	context.logger.info(
		`${context.getNode().name}: many webhooks at once. n8n takes them several times faster with the environment variable N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true.`,
	);
}

const gathering = new Map<string, unknown[]>();

/**
 * Puts what a burst brings together for one execution of its workflow.
 *
 * @returns all of them, for the first caller, after half a second; undefined when another one hands them over.
 */
export async function gather<T>(workflow: string, texts: readonly T[]): Promise<readonly T[] | undefined> {
	const gathered = gathering.get(workflow);
	if (gathered) {
		gathered.push(...texts);
		return undefined;
	}
	const own = [...texts];
	gathering.set(workflow, own);
	await sleep(GATHERED_FOR_MS);
	gathering.delete(workflow);
	return own;
}
