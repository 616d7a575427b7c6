import { type IExecuteFunctions } from 'n8n-workflow';
import { type RunTally } from '../../lib/flows/campaign/tally';

const EVERY_MS = 5_000;

/** Says every few seconds how far a campaign is: in the editor while somebody looks on, else in n8n's log. */
export function progressOf(context: IExecuteFunctions, name: string, tally: RunTally): () => void {
	let saidAt = Date.now();
	return () => {
		if (Date.now() - saidAt < EVERY_MS) return;
		saidAt = Date.now();
		const { people, planned, sent } = tally;
		const message = `Campaign "${name}": ${people.toLocaleString('en')} people looked at, ${planned.toLocaleString('en')} texts planned, ${sent.toLocaleString('en')} sent`;
		if (context.getMode() === 'manual') context.sendMessageToUI(message);
		else context.logger.info(message);
	};
}
