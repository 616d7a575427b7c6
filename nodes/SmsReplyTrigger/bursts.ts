// Many texts at the same moment: an announcement went out, and the customers answer.
import { type IWebhookFunctions } from 'n8n-workflow';

/** Above so many webhooks that wait for their answer, the carrier comes first and the workflows second. */
const CALM = 10;

/** So long workflows wait for the webhooks of a burst to be answered. */
const LONGEST_MS = 10_000;

const waiting = new Set<object>();

/**
 * Counts a webhook until it is answered.
 *
 * @returns whether n8n has answered it with success, which it does once it has made the execution; false when it answers with
 * an error or the carrier has hung up.
 */
export async function noteArrival(context: IWebhookFunctions): Promise<boolean> {
	const response = context.getResponseObject();
	waiting.add(response);
	return await new Promise((resolve) => {
		const end = () => {
			waiting.delete(response);
			resolve(response.writableFinished && response.statusCode < 300);
		};
		response.once('finish', end);
		response.once('close', end);
	});
}

/**
 * Whether the answers would come too late if each waited for its execution: an execution takes n8n some 35 ms, Telnyx waits
 * two seconds, Twilio fifteen.
 */
export const isBurst = (): boolean => waiting.size > CALM;

/** Resolves when no webhook waits for its answer any more, or after ten seconds. */
export async function quiet(): Promise<void> {
	const deadline = Date.now() + LONGEST_MS;
	while (waiting.size > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
}
