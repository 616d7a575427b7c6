import { type IDataObject, type INodeExecutionData, type IPollFunctions, type TriggerTime } from 'n8n-workflow';
import { drainOutbox } from '../../lib/flows/drain-outbox';
import { throughFallback } from '../../lib/flows/send-claimed';
import { settleStuck } from '../../lib/flows/settle-stuck';
import { type Ledger } from '../../lib/ledger/ledger';
import { readAccount } from '../shared/carrier-account';
import { failedItem, toNodeError } from '../shared/node-errors';
import { withLedger } from '../shared/open-ledger';
import { readFallback } from '../shared/fallback';
import { sendingDeps } from '../shared/sending';
import { readShop, type Shop } from '../shared/shop';
import { activeUntil } from './heartbeat';
import { itemOfDrained, itemOfSettled, type Output, OUTPUTS } from './items';

/** n8n waits for the first run of a trigger when it starts or publishes; others are not to wait long for it. */
const FIRST_RUN_SECONDS = 5;
/** What has begun may still be waiting for its carrier when the time is over; n8n gives a run five minutes. */
const LONGEST_RUN_SECONDS = 180;

/** Triggers that have run in this process, and that run just now. */
const known = new Set<string>();
const running = new Set<string>();

/** One run: what became of stuck texts, then the texts that are due. Null when there is nothing to tell. */
export async function poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const key = `${this.getWorkflow().id} ${this.getNode().id}`;
	if (running.has(key)) return null; // the run before is slow; two of them would only take from each other
	const isFirst = this.getMode() !== 'manual' && !known.has(key);
	if (isFirst) known.add(key);
	running.add(key);
	try {
		return await run(this, isFirst);
	} catch (error) {
		throw toNodeError(error, this.getNode(), 0);
	} finally {
		running.delete(key);
	}
}

interface Settings {
	readonly whenUnclear: 'hold' | 'resend';
	readonly most: number;
	readonly parallel: number;
	readonly seconds: number;
	readonly outputSent: boolean;
}

function readSettings(context: IPollFunctions, isFirst: boolean): Settings {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const atLeastOne = (name: string, usual: number) => Math.max(Math.floor(Number(options[name] ?? usual)) || usual, 1);
	return {
		whenUnclear: context.getNodeParameter('whenUnclear', 'hold') === 'resend' ? 'resend' : 'hold',
		most: atLeastOne('mostTexts', 1000),
		parallel: atLeastOne('parallel', 10),
		seconds: Math.min(atLeastOne('longestRun', 50), isFirst ? FIRST_RUN_SECONDS : LONGEST_RUN_SECONDS),
		outputSent: options.outputSent !== false,
	};
}

async function run(context: IPollFunctions, isFirst: boolean): Promise<INodeExecutionData[][] | null> {
	const { whenUnclear, most, parallel, seconds, outputSent } = readSettings(context, isFirst);
	const shop = await readShop(context);
	const account = await readAccount(context, context.getNodeParameter('carrier') as string);
	const fallback = await readFallback(context, account, (name, unset) => context.getNodeParameter(name, unset));
	const outputs: INodeExecutionData[][] = Object.values(OUTPUTS).map(() => []);
	const put = (item: { readonly output: Output; readonly json: IDataObject } | undefined) => {
		if (item && (outputSent || item.output !== 'sent')) outputs[OUTPUTS[item.output]]?.push({ json: item.json });
	};
	await withLedger(shop.ledger, async (ledger) => {
		const now = new Date();
		const stopAt = new Date(now.getTime() + seconds * 1000);
		if (context.getMode() !== 'manual') await sayActive(context, ledger, shop, account.carrier.id, now);
		const deps = await sendingDeps(context, ledger, account, shop, most, { whenUnset: 'usual-speed', fallback });
		// what the fallback may have is nobody else's to look up
		for (const world of [deps, ...(deps.fallback ? [throughFallback(deps, deps.fallback)] : [])])
			await settleStuck({ shop: shop.profile.key, whenUnclear, stopAt }, world, (settled) => put(itemOfSettled(settled)));
		await drainOutbox({ profile: shop.profile, parallel, most, stopAt }, deps, (drained) => put(itemOfDrained(drained)));
	}).catch((error: unknown) => {
		// what was sent before is to be told all the same
		if (outputs.every((items) => items.length === 0)) throw error;
		outputs[OUTPUTS.failed]?.push({ json: failedItem(error, context.getNode(), 0).json });
	});
	return outputs.some((items) => items.length > 0) ? outputs : null;
}

/** Nodes that schedule texts warn when nobody does. */
async function sayActive(
	context: IPollFunctions,
	ledger: Ledger,
	{ profile }: Shop,
	carrier: string,
	now: Date,
): Promise<void> {
	const { item = [] } = context.getNodeParameter('pollTimes', {}) as { item?: TriggerTime[] };
	await ledger.openEndpoint({ kind: 'outbox', shop: profile.key, carrier, url: 'poll', until: activeUntil(item, now) }, now);
}
