import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { writeCsv } from '../../../lib/domain/csv';
import { type CodeSearch, type StoredCode } from '../../../lib/ledger/codes';
import { type Ledger } from '../../../lib/ledger/ledger';
import { describeCode, describeStored } from '../items';
import { choiceOf, optionalSeriesName, textOf } from '../settings';
import { forEveryItem } from '../world';

const EXPORTED = 0;

/** Codes that are read from the ledger at a time. */
const PAGE = 5_000;

/** Codes as items, or as a file for a shop or a printer. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await forEveryItem(this, 1, async (itemIndex, { profile, ledger, sign }, push) => {
		const search = readSearch(this, itemIndex, profile.key);
		const as = choiceOf('Export As', this.getNodeParameter('exportAs', itemIndex, 'csv'), ['csv', 'items', 'printer']);
		if (as === 'items') {
			for await (const page of pages(ledger, search))
				for (const code of page) push(EXPORTED, { ...describeCode(code, {}, profile, sign), ...describeStored(code) });
			return;
		}
		const rows: string[][] = [];
		const columns = as === 'printer' ? { code: COLUMNS.code } : COLUMNS;
		for await (const page of pages(ledger, search))
			for (const code of page) rows.push(Object.values(columns).map((cell) => cell(code) ?? ''));
		const file = Buffer.from(writeCsv(Object.keys(columns), rows));
		const fileName = `codes${search.series ? `-${search.series.replace(/[^\p{L}\p{N}_-]+/gu, '-')}` : ''}.csv`;
		const data = await this.helpers.prepareBinaryData(file, fileName, 'text/csv');
		push(EXPORTED, { codes: rows.length, fileName }, { data });
	});
}

async function* pages(ledger: Ledger, search: Omit<CodeSearch, 'after' | 'limit'>): AsyncGenerator<StoredCode[]> {
	let after: string | undefined;
	for (;;) {
		const page = await ledger.listCodes({ ...search, after, limit: PAGE });
		yield page;
		if (page.length < PAGE) return;
		after = page.at(-1)?.code;
	}
}

function readSearch(context: IExecuteFunctions, itemIndex: number, shop: string): Omit<CodeSearch, 'after' | 'limit'> {
	const filters = context.getNodeParameter('filters', itemIndex, {}) as IDataObject;
	const isYes = (label: string, value: unknown) =>
		value === undefined ? undefined : choiceOf(label, value, ['yes', 'no']) === 'yes';
	return {
		shop,
		series: optionalSeriesName(context, itemIndex),
		status: textOf(filters.status)
			? choiceOf<'active' | 'void'>('State', filters.status, ['active', 'void'])
			: undefined,
		isGiven: isYes('Given', filters.given),
		isRedeemed: isYes('Redeemed', filters.redeemed),
	};
}

const rewardText = ({ series }: StoredCode): string => {
	const { reward } = series.offer;
	switch (reward.kind) {
		case 'percent':
			return `${reward.percent}%`;
		case 'amount':
			return `${reward.amount} ${reward.currency}`;
		case 'free_shipping':
			return 'free shipping';
		case 'gift':
			return `gift ${reward.name ?? reward.product}`;
		case 'points':
			return `${reward.points} points`;
	}
};

/** In their order; files are read by these names. Append, never rename. */
const COLUMNS: Readonly<Record<string, (code: StoredCode) => string | undefined>> & {
	readonly code: (code: StoredCode) => string;
} = {
	code: ({ code }) => code,
	series: ({ series }) => series.name,
	status: ({ status, series }) => (series.voidedAt ? 'void' : status),
	reward: rewardText,
	'valid from': ({ from }) => from?.toISOString(),
	'valid until': ({ until }) => until?.toISOString(),
	'minimum order': ({ series: { offer } }) =>
		offer.minimumOrder && `${offer.minimumOrder.amount} ${offer.minimumOrder.currency}`,
	uses: ({ uses }) => String(uses),
	'most uses': ({ series }) => series.offer.maxUses?.toString(),
	phone: ({ phone }) => phone,
	'given at': ({ givenAt }) => givenAt?.toISOString(),
	'published to': ({ publishedTo }) => publishedTo.join('; '),
	'made at': ({ createdAt }) => createdAt.toISOString(),
};
