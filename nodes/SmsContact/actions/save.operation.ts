import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { failedItem, toNodeError } from '../../shared/node-errors';
import { withLedger } from '../../shared/open-ledger';
import { readShop } from '../../shared/shop';
import { type PersonToSave } from '../../../lib/ledger/people';
import { type ShopProfile } from '../../../lib/domain/shop-profile';
import { describePerson } from '../outputs';
import { describeForgotten, type Reading, readRow, readSaveOptions, saveAll } from '../saving';
import { textOf } from '../settings';

const SAVED = 0;
const REFUSED = 1;

/** All items are read first; who can be saved is saved in chunks, so that a list of thousands takes a second. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], []];
	const now = new Date();
	const { profile, ledger } = await readShop(this);
	const people: Array<{ readonly itemIndex: number; readonly person: PersonToSave }> = [];
	for (const itemIndex of this.getInputData().keys()) {
		try {
			const reading = readItem(this, itemIndex, profile, now);
			if ('reason' in reading) outputs[REFUSED]?.push({ json: { ...reading }, pairedItem: { item: itemIndex } });
			else people.push({ itemIndex, person: reading });
		} catch (error) {
			if (!this.continueOnFail()) throw toNodeError(error, this.getNode(), itemIndex);
			outputs[REFUSED]?.push(failedItem(error, this.getNode(), itemIndex));
		}
	}
	const saved = await withLedger(ledger, (open) =>
		saveAll(
			open,
			profile.key,
			people.map(({ person }) => person),
			now,
		),
	).catch((error: unknown) => {
		throw toNodeError(error, this.getNode(), 0);
	});
	saved.forEach((result, index) => {
		const pairedItem = { item: people[index]?.itemIndex ?? 0 };
		if (result.outcome === 'refused') outputs[REFUSED]?.push({ json: describeForgotten(result.at), pairedItem });
		else {
			const { outcome, changed, person } = result;
			outputs[SAVED]?.push({ json: { outcome, changed: [...changed], ...describePerson(person) }, pairedItem });
		}
	});
	return outputs;
}

function readItem(context: IExecuteFunctions, itemIndex: number, profile: ShopProfile, now: Date): Reading {
	const item = context.getInputData()[itemIndex]?.json ?? {};
	const isRead = context.getNodeParameter('readItem', itemIndex, true) === true;
	const phone = textOf(context.getNodeParameter('phone', itemIndex, ''));
	const details = context.getNodeParameter('details', itemIndex, {}) as IDataObject;
	const filledIn = { ...details, ...(phone ? { phone } : {}) };
	const options = readSaveOptions(context, itemIndex, 'save', profile);
	return readRow(isRead ? item : {}, options, now, filledIn, readOwnFields(context, itemIndex));
}

function readOwnFields(context: IExecuteFunctions, itemIndex: number): Record<string, string> {
	const entries = context.getNodeParameter('ownFields.fields', itemIndex, []) as IDataObject[];
	return Object.fromEntries(
		entries.map(({ name, value }) => [textOf(name), textOf(value)] as const).filter(([name]) => name !== ''),
	);
}
