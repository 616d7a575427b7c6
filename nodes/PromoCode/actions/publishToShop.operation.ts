import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { publishSeries, type PublishedSeries } from '../../../lib/flows/publish-codes';
import { readCodeShop } from '../../shared/code-shop-account';
import { because } from '../reasons';
import { readSeriesName, textOf } from '../settings';
import { forEveryItem } from '../world';

/** Positions of the outputs; saved in workflows. */
const PUBLISHED = 0;
const REFUSED = 1;

/**
 * Brings the shop in line with the ledger: codes that it has not are put into it, void ones are taken out. Items of the same series
 * are answered by one run.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const runs = new Map<string, Promise<PublishedSeries>>();
	return await forEveryItem(this, 2, async (itemIndex, { deps }, push) => {
		const { shop: codeShop, deps: shopDeps } = await readCodeShop(
			this,
			this.getNodeParameter('codeShop', itemIndex) as string,
		);
		const name = readSeriesName(this, itemIndex);
		const key = JSON.stringify([codeShop.id, name]);
		const isFirst = !runs.has(key);
		const run = runs.get(key) ?? publishSeries(name, { ...deps, ...shopDeps, codeShop });
		runs.set(key, run);
		const result = await run;
		const { json: item = {}, binary } = this.getInputData()[itemIndex] ?? {};
		const own = result.refused.find(({ code }) => code === textOf(item.code));
		const json = { ...item, publication: describe(result, codeShop.id) };
		const reason = result.objections.join(' ') || own?.reason;
		if (reason) push(REFUSED, { ...json, ...because(own ? 'refused-by-shop' : 'not-expressible', reason) }, binary);
		else push(PUBLISHED, json, binary);
		if (!isFirst) return;
		for (const { code, reason } of result.refused) {
			if (code !== own?.code) push(REFUSED, { code, series: name, ...because('refused-by-shop', reason) });
		}
		this.addExecutionHints({ message: inWords(result, codeShop.name), location: 'outputPane' });
	});
}

const describe = (
	{ series, published, withdrawn, refused, objections, withoutPeriod }: PublishedSeries,
	shop: string,
): IDataObject => ({
	shop,
	series: series.name,
	published,
	withdrawn,
	refused: refused.length,
	notGivenYet: withoutPeriod,
	objections: [...objections],
});

function inWords(
	{ series, published, withdrawn, refused, objections, withoutPeriod }: PublishedSeries,
	shop: string,
): string {
	if (objections.length > 0) return `Nothing of "${series.name}" was created in ${shop}: ${objections.join(' ')}`;
	const count = (number: number) => number.toLocaleString('en');
	return [
		`${count(published)} codes of "${series.name}" were published to ${shop}.`,
		withdrawn > 0 ? `${count(withdrawn)} void ones were taken out.` : '',
		refused.length > 0 ? `${count(refused.length)} were refused by the shop and are void now.` : '',
		withoutPeriod > 0
			? `${count(withoutPeriod)} wait until they are given to somebody, because their days begin with that.`
			: '',
	]
		.filter(Boolean)
		.join(' ');
}
