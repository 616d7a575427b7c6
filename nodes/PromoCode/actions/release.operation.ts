import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { DomainError } from '../../../lib/domain/errors';
import { describePhone, iso } from '../items';
import { readOccasion } from '../occasion';
import { because } from '../reasons';
import { textOf } from '../settings';
import { forEveryItem } from '../world';

const RELEASED = 0;
const NOTHING = 1;

/** The order was cancelled: what it has redeemed can be used again. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await forEveryItem(this, 2, async (itemIndex, { profile, ledger }, push) => {
		const { order } = readOccasion(this, itemIndex, profile);
		if (!order)
			throw new DomainError('missing-setting', 'Nothing in the item says which order was cancelled', 'Fill in Order.');
		const typed = textOf(this.getNodeParameter('code', itemIndex, '')) || undefined;
		const released = await ledger.releaseRedemptions(profile.key, order, typed, new Date());
		for (const { code, phone, discount, at } of released)
			push(RELEASED, { code, order, ...describePhone(phone), discount: discount ?? null, redeemedAt: iso(at) });
		if (released.length > 0) return;
		push(NOTHING, {
			order,
			code: typed ?? null,
			...because('not-redeemed', 'This order has redeemed no such code, or it was released before.'),
		});
	});
}
