import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { describeEntry, describePhone } from '../items';
import { readPhoneField } from '../phone';
import { because } from '../reasons';
import { wholeNumber } from '../settings';
import { forEveryItem } from '../world';

const MOVEMENTS = 0;
const NO_ACCOUNT = 1;

/** Every movement of an account, the latest first. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await forEveryItem(this, 2, async (itemIndex, { profile, ledger }, push) => {
		const phone = readPhoneField(this, itemIndex, profile);
		const isAll = this.getNodeParameter('returnAll', itemIndex, false) === true;
		const limit = isAll
			? Number.MAX_SAFE_INTEGER
			: wholeNumber('Limit', this.getNodeParameter('limit', itemIndex, 50), 1);
		const entries = await ledger.pointsHistory(profile.key, phone, limit);
		for (const entry of entries) push(MOVEMENTS, { ...describePhone(phone), ...describeEntry(entry) });
		if (entries.length === 0)
			push(NO_ACCOUNT, {
				...describePhone(phone),
				...because('no-account', 'This phone has never had points in this shop.'),
			});
	});
}
