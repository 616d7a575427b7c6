import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { describePhone, iso } from '../items';
import { readPhoneField } from '../phone';
import { forEveryItem } from '../world';

const HAS_POINTS = 0;
const NO_POINTS = 1;

/** How many points somebody can spend. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await forEveryItem(this, 2, async (itemIndex, { profile, ledger }, push) => {
		const phone = readPhoneField(this, itemIndex, profile);
		const { balance, nextExpiry } = await ledger.pointsBalance(profile.key, phone, new Date());
		push(balance > 0 ? HAS_POINTS : NO_POINTS, {
			...describePhone(phone),
			balance,
			nextExpiry: nextExpiry ? { points: nextExpiry.points, at: iso(nextExpiry.at) } : null,
		});
	});
}
