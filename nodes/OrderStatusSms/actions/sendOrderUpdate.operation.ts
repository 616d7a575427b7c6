import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { type Carrier, type CarrierConfig } from '../../../lib/carriers/carrier';
import { type OrderEvent } from '../../../lib/domain/order-event';
import { orderRefs } from '../../../lib/domain/order-identity';
import { type SendingDeps } from '../../../lib/flows/send-claimed';
import { type OrderUpdateSettings, sendOrderUpdate, type SentUpdate } from '../../../lib/flows/send-order-update';
import { readAccount } from '../../shared/carrier-account';
import { readFallback } from '../../shared/fallback';
import { failedItem, toNodeError } from '../../shared/node-errors';
import { withLedger } from '../../shared/open-ledger';
import { NO_OUTBOX_TRIGGER, outboxWarning } from '../../shared/outbox-state';
import { requirePictures } from '../../shared/picture-field';
import { readShop } from '../../shared/shop';
import { firstError, sendSideBySide, type TextJob } from '../../shared/send-side-by-side';
import { readSender } from '../../shared/sender';
import { readSendersByCountry } from '../../shared/senders-by-country';
import { sendingDeps } from '../../shared/sending';
import { describeScheduled, describeSent, describeSkip, SCHEDULED, SENT, SKIPPED } from '../outputs';
import { readEvents, readSettings } from '../settings';
import { provenItem } from '../signature';

/** One event of one item, and what became of it. */
interface Job extends TextJob {
	readonly event: OrderEvent;
	readonly settings: OrderUpdateSettings;
	update?: SentUpdate;
}

/**
 * Everything that can be wrong with the settings or the items is found before the first text leaves. Then the texts go out
 * side by side; one that fails does not keep the others back.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const { jobs, failures, shop, account, fallback } = await prepare(this);
	if (failures.size > 0 && !this.continueOnFail()) {
		const [itemIndex, error] = [...failures][0] as [number, unknown];
		throw toNodeError(error, this.getNode(), itemIndex);
	}
	let warning: IDataObject = {};
	if (jobs.length > 0) {
		await withLedger(shop.ledger, async (ledger) => {
			await sendAll(this, jobs, await sendingDeps(this, ledger, account, shop, jobs.length, { fallback }));
			if (jobs.some(({ update }) => update?.decision.action === 'wait'))
				warning = await outboxWarning(ledger, shop.profile.key, account.carrier.id, new Date());
		}).catch((error: unknown) => {
			throw toNodeError(error, this.getNode(), 0);
		});
	}
	if (Object.keys(warning).length > 0) {
		this.addExecutionHints({ message: NO_OUTBOX_TRIGGER, location: 'outputPane', type: 'warning' });
	}
	return collect(this, jobs, failures, account.carrier, warning);
}

async function prepare(context: IExecuteFunctions) {
	const node = context.getNode();
	try {
		const shop = await readShop(context);
		const account = await readAccount(context, context.getNodeParameter('carrier', 0) as string);
		const fallback = await readFallback(context, account, (name, unset) => context.getNodeParameter(name, 0, unset));
		const { carrier, credentials } = account;
		const now = new Date();
		const jobs: Job[] = [];
		const failures = new Map<number, unknown>();
		for (const itemIndex of context.getInputData().keys()) {
			try {
				const settings = {
					...readSettings(context, itemIndex, shop.profile, now),
					sender: readSender(context, itemIndex, carrier, credentials),
					senders: readSendersByCountry(context.getNodeParameter('options', itemIndex, {}) as IDataObject, carrier),
				};
				requirePictures(carrier, settings.picture);
				const item = await provenItem(context, itemIndex, shop);
				for (const event of readEvents(context, itemIndex, item)) jobs.push({ itemIndex, event, settings });
			} catch (error) {
				failures.set(itemIndex, error);
			}
		}
		return { jobs, failures, shop, account, fallback };
	} catch (error) {
		throw toNodeError(error, node, 0);
	}
}

const sendAll = (context: IExecuteFunctions, jobs: readonly Job[], deps: SendingDeps): Promise<void> =>
	sendSideBySide(context, jobs, keysOf, async (job) => {
		job.update = await sendOrderUpdate(job.event, job.settings, deps);
		return job.update.error;
	});

const keysOf = ({ event }: Job): string[] => [
	...event.phones.map(({ raw }) => raw.replace(/\D/g, '')),
	...orderRefs(event).map(({ kind, value }) => `${kind} ${value}`),
];

function collect(
	context: IExecuteFunctions,
	jobs: readonly Job[],
	failures: Map<number, unknown>,
	carrier: Carrier<CarrierConfig>,
	warning: IDataObject,
): INodeExecutionData[][] {
	const node = context.getNode();
	const outputs: INodeExecutionData[][] = [[], [], []];
	const failed = jobs.filter(({ error }) => error !== undefined);
	if (failed.length > 0 && !context.continueOnFail()) throw firstError(context, failed, jobs.length, OTHERS);
	for (const [itemIndex, error] of failures) outputs[SKIPPED]?.push(failedItem(error, node, itemIndex));
	for (const { itemIndex, update, error } of jobs) {
		const pairedItem = { item: itemIndex };
		if (error !== undefined) outputs[SKIPPED]?.push(failedItem(error, node, itemIndex));
		else if (update?.receipt) outputs[SENT]?.push({ json: describeSent(update, carrier.id), pairedItem });
		else if (update?.decision.action === 'wait') outputs[SCHEDULED]?.push({ json: { ...describeScheduled(update), ...warning }, pairedItem });
		else if (update) outputs[SKIPPED]?.push({ json: describeSkip(update), pairedItem });
	}
	return outputs;
}

const OTHERS = 'what was sent is remembered and is not sent again when you run this once more.';
