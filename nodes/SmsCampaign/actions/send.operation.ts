import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { type CarrierError, isCarrierError } from '../../../lib/domain/errors';
import { readPicture } from '../../../lib/domain/picture';
import { runCampaign } from '../../../lib/flows/campaign/run-campaign';
import { openCampaign } from '../../../lib/flows/campaign/open-campaign';
import { countDrained, countPlanned, newRunTally } from '../../../lib/flows/campaign/tally';
import { type SendingDeps } from '../../../lib/flows/send-claimed';
import { type CampaignKind } from '../../../lib/ledger/campaigns';
import { type Ledger } from '../../../lib/ledger/ledger';
import { type CarrierAccount, readAccount } from '../../shared/carrier-account';
import { type FallbackAccount, readFallback, requireRepliesToFallback } from '../../shared/fallback';
import { requirePictures } from '../../shared/picture-field';
import { failedItem, toNodeError } from '../../shared/node-errors';
import { withLedger } from '../../shared/open-ledger';
import { outboxWarning } from '../../shared/outbox-state';
import { firstError } from '../../shared/send-side-by-side';
import { readSender } from '../../shared/sender';
import { readSendersByCountry } from '../../shared/senders-by-country';
import { sendingDeps } from '../../shared/sending';
import { readShop, type Shop } from '../../shared/shop';
import { type Described, lineCollector } from '../collect';
import { SENT, SKIPPED } from '../items';
import { checkedLinks, linkWarnings } from '../links';
import { progressOf } from '../progress';
import { readRuns, type Run } from '../runs';
import { describeRun, hintsOf } from '../summary';
import { runTest } from '../test-run';
import { campaignWorld, type World } from '../world';

/** What the campaigns of an execution share. */
interface Sending {
	readonly account: CarrierAccount;
	readonly world: World;
	readonly deps: World & SendingDeps;
}

/** Sends campaigns of a kind. Everything that can be wrong with settings, items and links is found before the first text is planned. */
export const send = (kind: CampaignKind) =>
	async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			const shop = await readShop(this);
			const account = await readAccount(this, this.getNodeParameter('carrier', 0) as string);
			const fallback = await readFallback(this, account, (name, unset) => this.getNodeParameter(name, 0, unset));
			return await withLedger(shop.ledger, async (ledger) => await sendAll(this, kind, shop, { account, fallback }, ledger));
		} catch (error) {
			throw toNodeError(error, this.getNode(), 0);
		}
	};

async function sendAll(
	context: IExecuteFunctions,
	kind: CampaignKind,
	shop: Shop,
	{ account, fallback }: { readonly account: CarrierAccount; readonly fallback: FallbackAccount | undefined },
	ledger: Ledger,
): Promise<INodeExecutionData[][]> {
	const node = context.getNode();
	const { carrier, credentials } = account;
	const world = await campaignWorld(ledger, shop.profile, carrier.id);
	const { runs, failures } = await readRuns(
		context,
		kind,
		world,
		shop.profile,
		(itemIndex, options) => {
			const sender = readSender(context, itemIndex, carrier, credentials);
			const senders = readSendersByCountry(options, carrier);
			requirePictures(carrier, readPicture(options.picture));
			requireRepliesToFallback(fallback, [sender, ...senders.map((row) => row.sender)]);
			return { sender, senders };
		},
		false,
	);
	for (const [itemIndex, error] of failures) if (!context.continueOnFail()) throw toNodeError(error, node, itemIndex);
	const outputs: INodeExecutionData[][] = [[], [], []];
	for (const [itemIndex, error] of failures) outputs[SKIPPED]?.push(failedItem(error, node, itemIndex));
	const deps = { ...world, ...(await sendingDeps(context, ledger, paced(context, account), shop, textsOf(runs), { whenUnset: 'usual-speed', fallback })) };
	const sending = { account, world, deps };
	const eachRun = async (some: readonly Run[], use: (run: Run) => Promise<void>) => {
		for (const run of some) {
			const [itemIndex = 0] = run.itemIndexes;
			await use(run).catch((error: unknown) => {
				if (!context.continueOnFail()) throw toNodeError(error, node, itemIndex);
				outputs[SKIPPED]?.push(failedItem(error, node, itemIndex));
			});
		}
	};
	const warnings = new Map<Run, readonly string[]>();
	await eachRun(runs, async (run) => void warnings.set(run, linkWarnings(await checkedLinks(context, run, world.now()))));
	await eachRun([...warnings.keys()], async (run) => {
		const { redirect } = run;
		const described = redirect
			? await runTest(run, redirect, deps)
			: await runInEarnest(context, run, sending, warnings.get(run) ?? []);
		deliver(context, described, outputs);
	});
	return outputs;
}

/** A speed that the operator set here goes before the credential's. */
function paced(context: IExecuteFunctions, account: CarrierAccount): CarrierAccount {
	const { messagesPerSecond } = context.getNodeParameter('options', 0, {}) as IDataObject;
	if (!(Number(messagesPerSecond) > 0)) return account;
	return { ...account, credentials: { ...account.credentials, messagesPerSecond } };
}

/** People of the ledger may be any number: enough for connections that stay open. */
const MANY = 1_000;
const textsOf = (runs: readonly Run[]) =>
	runs.reduce((sum, { isOfItems, itemIndexes }) => sum + (isOfItems ? itemIndexes.length : MANY), 0);

const PARALLEL = 50;

async function runInEarnest(
	context: IExecuteFunctions,
	run: Run,
	{ account, world, deps }: Sending,
	linkProblems: readonly string[],
): Promise<readonly Described[]> {
	const [itemIndex = 0] = run.itemIndexes;
	const { name, kind, profile } = run;
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const campaign = await openCampaign({ shop: profile.key, name, kind }, world);
	const output = context.getNodeParameter('output', itemIndex, 'automatic');
	const isEach = output === 'each' || (output === 'automatic' && run.isOfItems);
	const tally = newRunTally();
	const lines = lineCollector(campaign, account.carrier.id, itemIndex);
	const progress = progressOf(context, campaign.name, tally);
	const isHere = context.getNodeParameter('sendHow', itemIndex, 'here') !== 'outbox';
	const drain = isHere ? { profile, parallel: Number(options.parallel ?? PARALLEL) || 1 } : undefined;
	const cancel = context.getExecutionCancelSignal?.();
	let stoppedBy: CarrierError | undefined;
	await runCampaign(campaign, run.audience(), drain, deps, {
		onPlanned(planned) {
			countPlanned(tally, planned);
			if (isEach) lines.onPlanned(planned);
		},
		onDrained(drained) {
			countDrained(tally, drained);
			if (isEach) lines.onDrained(drained);
			progress();
		},
		onPage: progress,
		isStopped: () => cancel?.aborted === true,
	}).catch((error: unknown) => {
		if (!isCarrierError(error)) throw error;
		if (!context.continueOnFail()) throw stillWaiting(toNodeError(error, context.getNode(), itemIndex));
		stoppedBy = error;
	});
	const warning = await outboxWarning(world.ledger, profile.key, account.carrier.id, world.now());
	const summary = await describeRun(campaign, tally, warning, world.ledger);
	for (const hint of hintsOf(summary, tally, linkProblems, warning, world.now())) context.addExecutionHints(hint);
	const stopped: Described[] = stoppedBy ? [{ itemIndex, error: stoppedBy }] : [];
	if (isEach) return [...lines.describe(warning), ...stopped];
	// a summary tells of failed texts itself; only where nothing else happened is it an error
	if (tally.error && tally.sent === 0) stopped.push({ itemIndex, error: tally.error });
	return [{ itemIndex, output: SENT, json: summary }, ...stopped];
}

/** The account cannot send. */
const stillWaiting = (error: ReturnType<typeof toNodeError>) =>
	Object.assign(error, { description: `${error.description ?? ''} Nothing is lost: the texts wait in the outbox, and go when the campaign is run again or an SMS Outbox Trigger comes by.`.trim() });

const OTHERS =
	'the others went out. Run the campaign again to send those that failed: nobody gets it twice, and what may have been sent is not sent again.';

function deliver(context: IExecuteFunctions, described: readonly Described[], outputs: INodeExecutionData[][]): void {
	const failed = described.filter((one) => 'error' in one);
	if (failed.length > 0 && !context.continueOnFail()) throw firstError(context, failed, described.length, OTHERS);
	for (const one of described) {
		if ('error' in one) outputs[SKIPPED]?.push(failedItem(one.error, context.getNode(), one.itemIndex));
		else outputs[one.output]?.push({ json: one.json, pairedItem: { item: one.itemIndex } });
	}
}
