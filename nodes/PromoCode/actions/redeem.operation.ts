import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { DomainError } from '../../../lib/domain/errors';
import { redeemCode } from '../../../lib/flows/redeem-code';
import { iso } from '../items';
import { forEveryItem } from '../world';
import { describeAnswer, readUse } from './check.operation';

const REDEEMED = 0;
const REFUSED = 1;

/** Uses a code for an order. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await forEveryItem(this, 2, async (itemIndex, world, push) => {
		const { use, occasion, settings } = readUse(this, itemIndex, world);
		const { order } = use;
		if (!order) {
			throw new DomainError(
				'missing-setting',
				'Nothing in the item says for which order the code is redeemed',
				'Fill in Order, e.g. with the number of the receipt: by it a second try is known as one.',
			);
		}
		const answer = await redeemCode({ ...use, order }, settings, world.ledger);
		const { redemption, isNew, points } = answer;
		const json = describeAnswer(use, answer, occasion, world);
		if (!redemption) {
			push(REFUSED, json);
			return;
		}
		push(REDEEMED, {
			...json,
			isNew,
			redeemedAt: iso(redemption.at),
			orderTotal: redemption.orderTotal ?? null,
			currency: redemption.currency ?? null,
			...(points ? { pointsCredited: points.points, pointsBalance: points.balance } : {}),
		});
	});
}
