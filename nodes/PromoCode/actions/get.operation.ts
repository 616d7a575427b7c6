import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { type CodeRule } from '../../../lib/domain/codes/check';
import { describeCode, describePhone, describeStored, iso } from '../items';
import { readOccasionOptions } from '../occasion';
import { textOf } from '../settings';
import { forEveryItem } from '../world';

const FOUND = 0;
const NOT_FOUND = 1;

/** What is known of a code. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await forEveryItem(this, 2, async (itemIndex, { profile, ledger, sign }, push) => {
		const typed = textOf(this.getNodeParameter('code', itemIndex, ''));
		const code = typed ? await ledger.findCode(profile.key, typed) : undefined;
		if (!code) {
			const rule: CodeRule = 'unknown-code';
			push(NOT_FOUND, {
				code: typed,
				reasonCode: rule,
				reason: `There is no such code in this shop (key "${profile.key}").`,
			});
			return;
		}
		const redemptions = await ledger.redemptionsOf(profile.key, code.code);
		push(FOUND, {
			...describeCode(code, readOccasionOptions(this, itemIndex), profile, sign),
			...describeStored(code),
			redemptions: redemptions.map(({ order, phone, orderTotal, discount, currency, at, releasedAt }) => ({
				order,
				...describePhone(phone),
				orderTotal: orderTotal ?? null,
				discount: discount ?? null,
				currency: currency ?? null,
				at: iso(at),
				releasedAt: iso(releasedAt),
			})),
		});
	});
}
