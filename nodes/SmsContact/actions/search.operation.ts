import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { forEachItem } from '../../shared/for-each-item';
import { readShop } from '../../shared/shop';
import { describeFound } from '../outputs';
import { searchAll } from '../searching';

const PEOPLE = 0;

export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[]];
	await forEachItem(this, outputs, PEOPLE, async (itemIndex) => {
		const returnsAll = this.getNodeParameter('returnAll', itemIndex, false) === true;
		const limit = returnsAll
			? Infinity
			: Math.max(Math.floor(Number(this.getNodeParameter('limit', itemIndex, 50))) || 1, 1);
		const people = await searchAll(this, itemIndex, await readShop(this), limit);
		for (const person of people)
			outputs[PEOPLE]?.push({ json: describeFound(person), pairedItem: { item: itemIndex } });
	});
	return outputs;
}
