import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { guessesInWords } from '../../../lib/domain/codes/pattern';
import { fillSeries } from '../../../lib/flows/fill-series';
import { type GaveCode, giveCode, GIVING_PROBLEMS, type OpenedSeries } from '../../../lib/flows/give-code';
import { runInLanes } from '../../../lib/flows/run-in-lanes';
import { failedItem, toNodeError } from '../../shared/node-errors';
import { describeCode, describePhone } from '../items';
import { type Occasion, readOccasion } from '../occasion';
import { seriesOpener } from '../open-series';
import { because } from '../reasons';
import { readRules, textOf, wholeNumber } from '../settings';
import { forEveryItem, withWorld, type World } from '../world';

/** Positions of the outputs; saved in workflows. */
const GENERATED = 0;
const SKIPPED = 1;

export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const isSeries = this.getNodeParameter('whatToMake', 0, 'each') === 'series';
	return isSeries ? await makeSeries(this) : await withWorld(this, async (world) => await giveEach(this, world));
}

/** A whole series for an item: usually there is one item. */
const makeSeries = (context: IExecuteFunctions): Promise<INodeExecutionData[][]> =>
	forEveryItem(context, 2, async (itemIndex, { profile, deps }, push) => {
		const rules = readRules(context, itemIndex, profile);
		const wanted = wholeNumber('How Many', context.getNodeParameter('wanted', itemIndex), 1);
		const { added, total, guessesPerHit } = await fillSeries(rules, wanted, deps);
		push(GENERATED, { series: rules.name, added, total, wanted, guessesPerHit });
		context.addExecutionHints({
			message: `${added.toLocaleString('en')} codes of "${rules.name}" were made, ${total.toLocaleString('en')} there are. Of those who try codes at random, ${guessesInWords(guessesPerHit)}.`,
			location: 'outputPane',
		});
	});

/** A code that an item is to be given, and what became of it. */
interface Job {
	readonly itemIndex: number;
	readonly opened: OpenedSeries;
	readonly occasion: Occasion;
	readonly key: string;
	given?: GaveCode;
	error?: unknown;
}

/** So many wait for the disk together. */
const PARALLEL = 50;

/** Codes for all items: read first, so that a wrong setting gives nobody one; then given side by side, which shares commits. */
async function giveEach(context: IExecuteFunctions, world: World): Promise<INodeExecutionData[][]> {
	const open = seriesOpener(world.deps);
	const results = new Map<number, Job | IDataObject | Error>();
	for (const itemIndex of context.getInputData().keys()) {
		try {
			results.set(itemIndex, await readJob(context, itemIndex, world, open));
		} catch (error) {
			if (!context.continueOnFail()) throw toNodeError(error, context.getNode(), itemIndex);
			results.set(itemIndex, error as Error);
		}
	}
	const jobs = [...results.values()].filter(isJob);
	await runInLanes(
		jobs.map((job) => ({ keys: [], run: () => give(job, world) })),
		PARALLEL,
	);
	const failed = jobs.find(({ error }) => error !== undefined);
	if (failed && !context.continueOnFail()) throw toNodeError(failed.error, context.getNode(), failed.itemIndex);
	return collect(context, results, world);
}

const isJob = (result: Job | IDataObject | Error): result is Job => 'opened' in result;

async function readJob(
	context: IExecuteFunctions,
	itemIndex: number,
	{ profile }: World,
	open: ReturnType<typeof seriesOpener>,
): Promise<Job | IDataObject> {
	const rules = readRules(context, itemIndex, profile);
	const occasion = readOccasion(context, itemIndex, profile);
	const { phone, order, isPhoneNamed, phoneProblem } = occasion;
	if (isPhoneNamed && !phone) return { series: rules.name, ...because('no-textable-phone', phoneProblem ?? '') };
	const named = textOf(context.getNodeParameter('key', itemIndex, ''));
	const key = named || (order ? `order ${order}` : phone && `phone ${phone}`);
	if (!key) {
		const reason =
			'Nothing in the item says whose code it is: it has neither an order number nor a phone. Fill in Key.';
		return { series: rules.name, ...because('no-key', reason) };
	}
	return { itemIndex, opened: await open(rules), occasion, key };
}

async function give(job: Job, { deps }: World): Promise<void> {
	try {
		job.given = await giveCode(job.opened, { key: job.key, phone: job.occasion.phone }, deps);
	} catch (error) {
		job.error = error;
	}
}

function collect(
	context: IExecuteFunctions,
	results: ReadonlyMap<number, Job | IDataObject | Error>,
	world: World,
): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = [[], []];
	const items = context.getInputData();
	for (const [itemIndex, result] of results) {
		const pairedItem = { item: itemIndex };
		const { json = {}, binary } = items[itemIndex] ?? {};
		const error = result instanceof Error ? result : isJob(result) ? result.error : undefined;
		if (error !== undefined) outputs[SKIPPED]?.push(failedItem(error, context.getNode(), itemIndex));
		else if (!isJob(result)) outputs[SKIPPED]?.push({ json: result as IDataObject, pairedItem });
		else if (result.given?.problem)
			outputs[SKIPPED]?.push({ json: describeSkip(result, result.given.problem), pairedItem });
		else
			outputs[GENERATED]?.push({ json: describeGiven(result, json, world), ...(binary ? { binary } : {}), pairedItem });
	}
	return outputs;
}

/**
 * The item as it came, with the code: what comes next may need the order as well. A field of the item that says whose it is stays;
 * those about the code are ours.
 */
function describeGiven(
	{ given, opened, occasion, key }: Job,
	item: IDataObject,
	{ profile, sign }: World,
): IDataObject {
	if (!given || given.problem) return {};
	const { phone, phoneFull, language, ...code } = describeCode(given.code, occasion, profile, sign);
	return {
		phone,
		phoneFull,
		language,
		...item,
		...code,
		key: shownKey(key),
		isNew: given.isNew,
		guessesPerHit: opened.guessesPerHit ?? null,
		...(occasion.phoneProblem && !occasion.phone
			? { notes: [`It was given to nobody who can be texted. ${occasion.phoneProblem}`] }
			: {}),
	};
}

const describeSkip = ({ opened, occasion, key }: Job, problem: keyof typeof GIVING_PROBLEMS): IDataObject => ({
	series: opened.series.name,
	...describePhone(occasion.phone),
	key: shownKey(key),
	reasonCode: problem,
	reason: GIVING_PROBLEMS[problem],
});

/** A key that we made of a phone does not show it. */
const shownKey = (key: string) => (/^phone \+\d/.test(key) ? `phone ${describePhone(key.slice(6)).phone}` : key);
