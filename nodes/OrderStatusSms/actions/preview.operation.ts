import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { previewOrderUpdate } from '../../../lib/flows/send-order-update';
import { forEachItem } from '../../shared/for-each-item';
import { withLedger } from '../../shared/open-ledger';
import { readShop } from '../../shared/shop';
import { describeSkip, describeText, SENT, SKIPPED } from '../outputs';
import { readEvents, readSettings } from '../settings';

/** The same work as sending, up to the moment before: nothing is sent and nothing is remembered. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], [], []];
	await forEachItem(this, outputs, SKIPPED, async (itemIndex) => {
		const { profile, ledger } = await readShop(this);
		const settings = { ...readSettings(this, itemIndex, profile, new Date()), sender: '' };
		for (const event of readEvents(this, itemIndex)) {
			const update = await withLedger(ledger, (open) => previewOrderUpdate(event, settings, open));
			const isSkipped = update.decision.action === 'skip';
			const json = isSkipped
				? describeSkip(update)
				: { ...describeText(update), why: `The event says so: ${event.stageEvidence}` };
			outputs[isSkipped ? SKIPPED : SENT]?.push({ json, pairedItem: { item: itemIndex } });
		}
	});
	return outputs;
}
