import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { forEachItem } from '../shared/for-each-item';
import { withLedger } from '../shared/open-ledger';
import { readShop } from '../shared/shop';
import { describePerson } from './outputs';
import { readTags, readWhich } from './settings';

const CHANGED = 0;
const NOT_FOUND = 1;

/** Adds or takes away the tags of each item's person, or of all who have the number. */
export async function changeTags(context: IExecuteFunctions, what: 'add' | 'remove'): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], []];
	const now = new Date();
	await forEachItem(context, outputs, NOT_FOUND, async (itemIndex) => {
		const { profile, ledger } = await readShop(context);
		const pairedItem = { item: itemIndex };
		const change = { add: [], remove: [], [what]: readTags(context, itemIndex) };
		const { which, shown, ...refusal } = readWhich(context, itemIndex, profile);
		if (!which) {
			outputs[NOT_FOUND]?.push({ json: { ...shown, ...refusal }, pairedItem });
			return;
		}
		const people = await withLedger(ledger, (open) => open.tagPeople(profile.key, which, change, now));
		for (const person of people) outputs[CHANGED]?.push({ json: describePerson(person), pairedItem });
		if (people.length > 0) return;
		const reason = `Nobody like that is known to this shop (key "${profile.key}"). Save them first.`;
		outputs[NOT_FOUND]?.push({ json: { ...shown, reasonCode: 'not-found', reason }, pairedItem });
	});
	return outputs;
}
