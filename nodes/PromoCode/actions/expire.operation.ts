import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { describeEntry, describePhone } from '../items';
import { forEveryItem } from '../world';

const EXPIRED = 0;
const PAGE = 500;

/** Takes away what is left of points whose time is over; an item for each. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await forEveryItem(this, 1, async (_itemIndex, { profile, ledger }, push) => {
		const now = new Date();
		for (;;) {
			const page = await ledger.expirePoints(profile.key, now, PAGE);
			for (const { phone, entry } of page) push(EXPIRED, { ...describePhone(phone), ...describeEntry(entry) });
			if (page.length < PAGE) return;
		}
	});
}
