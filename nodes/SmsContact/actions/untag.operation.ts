import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { changeTags } from '../tagging';

export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await changeTags(this, 'remove');
}
