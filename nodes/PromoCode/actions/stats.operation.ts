import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { redemptionRate, statsPage } from '../../../lib/domain/codes/stats-page';
import { type SeriesStats } from '../../../lib/ledger/codes';
import { describeOffer, iso } from '../items';
import { optionalSeriesName } from '../settings';
import { forEveryItem } from '../world';

const STATS = 0;

/** What became of the codes of each series. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await forEveryItem(this, 1, async (itemIndex, { profile, ledger }, push) => {
		const stats = await ledger.seriesStats(profile.key, optionalSeriesName(this, itemIndex));
		if (this.getNodeParameter('output', itemIndex, 'items') !== 'page') {
			for (const one of stats) push(STATS, describe(one));
			return;
		}
		const page = statsPage(
			stats.map(({ series, ...numbers }) => ({ ...numbers, name: series.name })),
			profile.brand,
			new Date(),
		);
		const file = await this.helpers.prepareBinaryData(Buffer.from(page), 'promo-codes.html', 'text/html');
		push(STATS, { series: stats.map(describe) }, { stats: file });
	});
}

const describe = (stats: SeriesStats): IDataObject => {
	const { series, revenue, ...numbers } = stats;
	return {
		series: series.name,
		kind: series.kind,
		...numbers,
		wanted: series.wanted ?? null,
		redemptionRate: redemptionRate(stats) ?? null,
		revenue: revenue.map((one) => ({ ...one })),
		rules: describeOffer(series.offer),
		createdAt: iso(series.createdAt),
		voidedAt: iso(series.voidedAt),
	};
};
