import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { forEachItem } from '../../shared/for-each-item';
import { withLedger } from '../../shared/open-ledger';
import { readShop } from '../../shared/shop';
import { describeFound } from '../outputs';
import { readWhich } from '../settings';

const FOUND = 0;
const NOT_FOUND = 1;

/** What the ledger knows of a person; several, where several have the number. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], []];
	const now = new Date();
	await forEachItem(this, outputs, NOT_FOUND, async (itemIndex) => {
		const { profile, ledger } = await readShop(this);
		const pairedItem = { item: itemIndex };
		const { which, shown, ...refusal } = readWhich(this, itemIndex, profile);
		if (!which) {
			outputs[NOT_FOUND]?.push({ json: { ...shown, ...refusal }, pairedItem });
			return;
		}
		const people = await withLedger(ledger, (open) => open.findPeople(profile.key, which, now));
		for (const person of people) outputs[FOUND]?.push({ json: describeFound(person), pairedItem });
		if (people.length > 0) return;
		const reason = `Nobody like that is known to this shop (key "${profile.key}").`;
		outputs[NOT_FOUND]?.push({ json: { ...shown, reasonCode: 'not-found', reason }, pairedItem });
	});
	return outputs;
}
