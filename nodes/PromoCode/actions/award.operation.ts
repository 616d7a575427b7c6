import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { pointsForTotal } from '../../../lib/domain/codes/points';
import { DomainError } from '../../../lib/domain/errors';
import { describeEntry, describePhone } from '../items';
import { type Occasion, readOccasion } from '../occasion';
import { because } from '../reasons';
import { badSetting, choiceOf, textOf, wholeNumber } from '../settings';
import { forEveryItem } from '../world';

const AWARDED = 0;
const SKIPPED = 1;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Credits points, once for each key. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await forEveryItem(this, 2, async (itemIndex, { profile, ledger }, push) => {
		const occasion = readOccasion(this, itemIndex, profile);
		const { phone, phoneProblem, order } = occasion;
		if (!phone) {
			const reason = phoneProblem ?? 'There is no phone number in the item: points belong to a phone.';
			push(SKIPPED, { order: order ?? null, ...because('no-phone', reason) });
			return;
		}
		const key = textOf(this.getNodeParameter('key', itemIndex, '')) || (order && `order ${order}`);
		if (!key) {
			const reason =
				'Nothing in the item says what the points are for: it has no order number. Fill in Key, so that they are credited once.';
			push(SKIPPED, { ...describePhone(phone), ...because('no-key', reason) });
			return;
		}
		const points = readPoints(this, itemIndex, occasion);
		if (points < 1) {
			push(SKIPPED, {
				...describePhone(phone),
				key,
				points,
				...because('less-than-a-point', 'The order comes to less than one point.'),
			});
			return;
		}
		const now = new Date();
		const days = wholeNumber(
			'Points Expire After Days',
			this.getNodeParameter('pointsExpireAfterDays', itemIndex, 365),
			0,
		);
		const expiresAt = days === 0 ? undefined : new Date(now.getTime() + days * DAY_MS);
		const reason =
			textOf(this.getNodeParameter('reason', itemIndex, '')).slice(0, 200) || (order ? `order ${order}` : undefined);
		const { entry, isNew } = await ledger.awardPoints({
			shop: profile.key,
			phone,
			points,
			key,
			reason,
			expiresAt,
			now,
		});
		const { balance } = await ledger.pointsBalance(profile.key, phone, now);
		const json = { ...describePhone(phone), ...describeEntry(entry), balance, isNew };
		if (isNew) push(AWARDED, json);
		else push(SKIPPED, { ...json, ...because('already-awarded', 'Points were credited for this key before.') });
	});
}

function readPoints(context: IExecuteFunctions, itemIndex: number, { orderTotal, currency }: Occasion): number {
	const from = choiceOf('Points From', context.getNodeParameter('pointsFrom', itemIndex, 'total'), ['fixed', 'total']);
	if (from === 'fixed') return wholeNumber('Points', context.getNodeParameter('points', itemIndex, ''), 1);
	const perUnit = Number(textOf(context.getNodeParameter('pointsPerUnit', itemIndex, 1)));
	if (!(perUnit > 0 && perUnit <= 1_000_000))
		throw badSetting('Points per Currency Unit', String(perUnit), 'Give a number above zero, e.g. 1 or 0.1.');
	if (orderTotal === undefined) {
		throw new DomainError(
			'missing-setting',
			'The item does not say what the order came to',
			'Fill in Order Details → Total, or set Points From to A Fixed Number.',
		);
	}
	return pointsForTotal(orderTotal, currency ?? 'EUR', perUnit); // two decimals, as most currencies have
}
