import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { DomainError } from '../../../lib/domain/errors';
import { GIVING_PROBLEMS } from '../../../lib/flows/give-code';
import { spendForCode } from '../../../lib/flows/spend-for-code';
import { describeCode, describePhone } from '../items';
import { readOccasionOptions } from '../occasion';
import { seriesOpener } from '../open-series';
import { readPhoneField } from '../phone';
import { because } from '../reasons';
import { readRules, textOf, wholeNumber } from '../settings';
import { forEveryItem } from '../world';

const SPENT = 0;
const REFUSED = 1;

/** Takes points and gives a code for them, both or neither. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	let open: ReturnType<typeof seriesOpener> | undefined;
	return await forEveryItem(this, 2, async (itemIndex, { profile, ledger, deps, sign }, push) => {
		open ??= seriesOpener(deps);
		const rules = readRules(this, itemIndex, profile);
		const phone = readPhoneField(this, itemIndex, profile);
		const points = wholeNumber('Points', this.getNodeParameter('points', itemIndex, ''), 1);
		const key = textOf(this.getNodeParameter('key', itemIndex, ''));
		if (!key)
			throw new DomainError(
				'missing-setting',
				'Key is empty',
				'Fill in what the request is known by, e.g. {{ $json.messageId }}: the same key spends once.',
			);
		const spent = await spendForCode(await open(rules), { phone, points, key }, deps);
		const shown = { ...describePhone(phone), points, key };
		if (spent.problem !== undefined) {
			const reason = spent.problem === 'all-taken' ? '' : GIVING_PROBLEMS[spent.problem];
			push(REFUSED, {
				...shown,
				balance: spent.balance,
				reasonCode: spent.problem,
				reason: `${reason} No points were taken.`,
			});
		} else if (spent.missing !== undefined) {
			const reason = `${spent.missing} points are missing: the balance is ${spent.balance}.`;
			push(REFUSED, {
				...shown,
				balance: spent.balance,
				missing: spent.missing,
				...because('not-enough-points', reason),
			});
		} else {
			const [person] = await ledger.findPeople(profile.key, { phone }, new Date());
			const reader = {
				language: readOccasionOptions(this, itemIndex).language ?? person?.language,
				country: person?.country,
			};
			push(SPENT, {
				...(spent.code ? describeCode(spent.code, reader, profile, sign) : {}),
				...shown,
				balance: spent.entry.balance,
				isNew: spent.isNew,
			});
		}
	});
}
