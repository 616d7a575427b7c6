import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { DomainError } from '../../../lib/domain/errors';
import { readSeriesName, wholeNumber } from '../settings';
import { forEveryItem } from '../world';

const LOW = 0;
const ENOUGH = 1;

/** Whether codes run out. A series that is made one by one never does. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await forEveryItem(this, 2, async (itemIndex, { profile, ledger }, push) => {
		const name = readSeriesName(this, itemIndex);
		const threshold = wholeNumber('Fewer Than', this.getNodeParameter('threshold', itemIndex, 100), 1);
		const [stats] = await ledger.seriesStats(profile.key, name);
		if (!stats)
			throw new DomainError(
				'bad-setting',
				`There is no series "${name}" in this shop (key "${profile.key}")`,
				'Check the name and the shop credential.',
			);
		const { series, free, given, made } = stats;
		const isEndless = series.kind === 'generated' && series.wanted === undefined && !series.voidedAt;
		// of a series that is not filled yet the rest is made when it is given
		const left = series.voidedAt
			? 0
			: free + Math.max(0, (series.kind === 'generated' ? (series.wanted ?? 0) : 0) - made);
		const json = { series: name, left: isEndless ? null : left, threshold, made, given };
		const isLow = !isEndless && left < threshold;
		push(isLow ? LOW : ENOUGH, {
			...json,
			...(isEndless ? { reason: 'Its codes are made when they are given: they do not run out.' } : {}),
		});
	});
}
