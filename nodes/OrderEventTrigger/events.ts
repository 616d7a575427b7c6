import { type IDataObject, type INodeExecutionData, type IWebhookFunctions } from 'n8n-workflow';
import { isDomainError } from '../../lib/domain/errors';
import { type OrderEvent } from '../../lib/domain/order-event';
import { isTextedStage } from '../../lib/domain/stages';
import { sha256Hex } from '../../lib/signature';
import { readOrderEvents, type ReadOptions } from '../../lib/sources';
import { normalisedItem } from '../../lib/sources/normalised';
import { parseJson } from '../../lib/sources/unwrap';
import { completed, isThin } from '../../lib/sources/webhooks/complete';
import { jsonOf, type WebhookRequest } from '../../lib/wire';
import { toNodeError } from '../shared/node-errors';
import { type SourceAccount, sourceApi } from '../shared/source-account';

/** Positions of the outputs; saved in workflows. */
export const OUTPUTS = ['order-event', 'needs-look-up'] as const;

/** Shopify waits five seconds for the answer to a webhook. */
const LOOK_UP_MS = 3_000;

/** The news in a webhook that the operator asked for, of the source that the node listens to; and its payload. */
export function eventsIn(
	context: IWebhookFunctions,
	request: WebhookRequest,
	{ source }: SourceAccount,
): { events: OrderEvent[]; raw: unknown } {
	const raw = payloadOf(request);
	const stages = context.getNodeParameter('stages', []) as unknown[];
	const found = read(context, { headers: request.headers, body: raw });
	const isOurs = (event: OrderEvent) => source.id === 'auto' || event.source === source.id;
	if (found.length > 0 && !found.some(isOurs)) {
		const [{ source: other }] = found as [OrderEvent];
		context.logger.warn(`${context.getNode().name} left a webhook alone that reads as ${other}, not as ${source.name}.`);
	}
	const events = found.filter((event) => isOurs(event) && isTextedStage(event.stage) && stages.includes(event.stage));
	return { events, raw };
}

/** Nothing where no order stands in it: sources send tests and other news too. */
function read(context: IWebhookFunctions, item: unknown): OrderEvent[] {
	try {
		return readOrderEvents(item, readOptions(context));
	} catch (error) {
		if (!isDomainError(error)) throw toNodeError(error, context.getNode(), 0);
		context.logger.info(`${context.getNode().name}: a webhook that tells of no order was left alone.`);
		return [];
	}
}

function readOptions(context: IWebhookFunctions): ReadOptions {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	return {
		completedMeans: options.completedMeans === 'delivered' ? 'delivered' : 'shipped',
		unpaidIsConfirmed: options.unpaidIsConfirmed === true,
	};
}

/** JSON, what a token holds, or the fields of a form; of a GET, those of its query. */
function payloadOf({ method, url, headers, body }: WebhookRequest): unknown {
	const query = URL.canParse(url) ? new URL(url).searchParams : new URLSearchParams();
	query.delete('key');
	if (method === 'GET') return Object.fromEntries(query);
	if (/^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '')) {
		return Object.fromEntries(new URLSearchParams(body));
	}
	return jsonOf(body) ?? parseJson(body) ?? body;
}

/**
 * What a webhook is known by when it comes again: its id, and its body. Ids in headers are not signed, so the body counts
 * whatever they say.
 */
export function noticeIds(request: WebhookRequest, { webhook }: SourceAccount, events: readonly OrderEvent[]): string[] {
	const own = webhook.noticeId ? webhook.noticeId(request) : events[0]?.eventId;
	const body = request.body || new URL(request.url).search;
	return [...(own ? [`id ${own.slice(0, 200)}`] : []), `body ${sha256Hex(body)}`];
}

/** One item for each event, by output. Thin ones are completed where the credential allows it. */
export async function itemsOf(
	context: IWebhookFunctions,
	events: readonly OrderEvent[],
	raw: unknown,
	account: SourceAccount,
): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = OUTPUTS.map(() => []);
	for (const event of events) {
		const whole = isThin(event) ? await lookUp(context, event, account) : [event];
		for (const one of whole.length > 0 ? whole : [event]) {
			outputs[whole.length > 0 ? 0 : 1]?.push({ json: normalisedItem(one, raw) as IDataObject });
		}
	}
	return outputs;
}

/** None where it cannot be had now: the item says what to look up. */
async function lookUp(context: IWebhookFunctions, event: OrderEvent, account: SourceAccount): Promise<OrderEvent[]> {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const call = account.hasApi && options.lookUp !== false ? account.webhook.lookUp?.(event, account.config) : undefined;
	if (!call) return [];
	try {
		const api = await sourceApi(context, account, LOOK_UP_MS);
		const { status, body } = await api.exchange(call);
		if (status === 200) return completed(event, readOrderEvents(jsonOf(body), readOptions(context)));
		throw new Error(`HTTP ${status}`);
	} catch (error) {
		context.logger.warn(
			`${context.getNode().name} could not look an order up at ${account.source.name}: ${error instanceof Error ? error.message : String(error)}`,
		);
		return [];
	}
}
