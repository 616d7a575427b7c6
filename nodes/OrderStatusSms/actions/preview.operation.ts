import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { previewOrderUpdate, type Update } from '../../../lib/flows/send-order-update';
import { forEachItem } from '../../shared/for-each-item';
import { withLedger } from '../../shared/open-ledger';
import { readShop } from '../../shared/shop';
import { describeScheduled, describeSkip, describeText, SCHEDULED, SENT, SKIPPED } from '../outputs';
import { readEvents, readSettings } from '../settings';
import { provenItem } from '../signature';

/** The same work as sending, up to the moment before: nothing is sent and nothing is remembered. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], [], []];
	await forEachItem(this, outputs, SKIPPED, async (itemIndex) => {
		const shop = await readShop(this);
		const { profile, ledger } = shop;
		const settings = { ...readSettings(this, itemIndex, profile, new Date()), sender: '' };
		for (const event of readEvents(this, itemIndex, await provenItem(this, itemIndex, shop))) {
			const update = await withLedger(ledger, (open) => previewOrderUpdate(event, settings, open));
			const [output, json] = describe(update, event.stageEvidence);
			outputs[output]?.push({ json, pairedItem: { item: itemIndex } });
		}
	});
	return outputs;
}

/** Which output an update would come out of, and with what. */
function describe(update: Update, evidence: string): [output: number, json: IDataObject] {
	switch (update.decision.action) {
		case 'skip':
			return [SKIPPED, describeSkip(update)];
		case 'wait':
			return [SCHEDULED, describeScheduled(update)];
		case 'send':
			return [SENT, { ...describeText(update), why: `The event says so: ${evidence}` }];
	}
}
