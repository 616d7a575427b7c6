import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { DomainError } from '../../../lib/domain/errors';
import { type CodeSearch, type WhichCodes } from '../../../lib/ledger/codes';
import { type Ledger } from '../../../lib/ledger/ledger';
import { describePhone } from '../items';
import { readPhoneField } from '../phone';
import { because } from '../reasons';
import { choiceOf, readSeriesName, textOf } from '../settings';
import { forEveryItem, type World } from '../world';

const VOIDED = 0;
const NOTHING = 1;

/** Makes codes useless, for good. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await forEveryItem(this, 2, async (itemIndex, world, push) => {
		const { profile, ledger } = world;
		const { which, shown } = readWhich(this, itemIndex, world);
		const voided = await ledger.voidCodes(profile.key, which, new Date());
		const toWithdraw = await stillInShops(ledger, profile.key, which);
		if (voided > 0) push(VOIDED, { ...shown, voided, toWithdraw });
		else
			push(NOTHING, {
				...shown,
				voided,
				toWithdraw,
				...because('nothing-active', 'There is no active code like that in this shop.'),
			});
	});
}

function readWhich(
	context: IExecuteFunctions,
	itemIndex: number,
	{ profile }: World,
): { readonly which: WhichCodes; readonly shown: IDataObject } {
	const what = choiceOf('What to Void', context.getNodeParameter('whatToVoid', itemIndex, 'code'), [
		'code',
		'series',
		'phone',
	]);
	if (what === 'series') {
		const series = readSeriesName(context, itemIndex);
		return { which: { series }, shown: { series } };
	}
	if (what === 'phone') {
		const phone = readPhoneField(context, itemIndex, profile);
		return { which: { phone }, shown: describePhone(phone) };
	}
	const code = textOf(context.getNodeParameter('code', itemIndex, ''));
	if (!code) throw new DomainError('missing-setting', 'Code is empty', 'Fill in which code is to be void.');
	return { which: { code }, shown: { code } };
}

/** Where checkouts would still take them: Publish to Shop of these series takes them out. */
async function stillInShops(ledger: Ledger, shop: string, which: WhichCodes): Promise<IDataObject[]> {
	if ('code' in which) {
		const found = await ledger.findCode(shop, which.code);
		return (found?.publishedTo ?? []).map((one) => ({ series: found?.series.name, shop: one }));
	}
	const search: CodeSearch = { shop, ...which, status: 'void', isPublished: true, limit: 1_000 };
	const pairs = (await ledger.listCodes(search)).flatMap(({ series, publishedTo }) =>
		publishedTo.map((one) => JSON.stringify({ series: series.name, shop: one })),
	);
	return [...new Set(pairs)].map((pair) => JSON.parse(pair) as IDataObject);
}
