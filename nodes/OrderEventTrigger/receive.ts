import { type IDataObject, type INodeExecutionData, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { type WebhookAnswer } from '../../lib/carriers/carrier';
import { type OrderNotice } from '../../lib/ledger/inbound';
import { gather, hint, isBurst, noteArrival } from '../shared/bursts';
import { withLedger } from '../shared/open-ledger';
import { readPublicUrl } from '../shared/public-url';
import { forgetCredentials, rememberedCredentials } from '../shared/remembered-credentials';
import { readShop, type Shop } from '../shared/shop';
import { readSource, type SourceAccount } from '../shared/source-account';
import { isProvenBySource, whatProves } from '../shared/source-proof';
import { webhookRequest } from '../shared/webhook-request';
import { eventsIn, itemsOf, noticeIds, OUTPUTS } from './events';

/** An execution makes n8n busy for this long at most; what waits for it comes again otherwise. */
const RETRY_AFTER_SECONDS = 30;

const OK: WebhookAnswer = { contentType: 'text/plain', body: '' };

/**
 * One webhook of the source. Unproven ones change nothing; those that bring no news that was asked for start nothing. An error
 * of ours answers 500, and the source tries again.
 */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const isAnswered = noteArrival(this);
	const now = Date.now();
	const readCredential = (type: string) => rememberedCredentials(this, type, now);
	const sourceId = this.getNodeParameter('source') as string;
	const request = await webhookRequest(this, readPublicUrl(this));
	const shop = await readShop(this, readCredential);
	let account = await readSource(this, sourceId, readCredential);
	const handshake = account.webhook.answer?.(request);
	if (handshake) return answer(this, handshake);
	let isProven = await isProvenBySource(this, request, account, shop);
	if (!isProven && account.credential && forgetCredentials(this, account.credential, now)) {
		account = await readSource(this, sourceId, readCredential);
		isProven = await isProvenBySource(this, request, account, shop);
	}
	if (!isProven) return refuse(this, request.url, account);

	const { events, raw } = eventsIn(this, request, account);
	if (events.length === 0) return answer(this, OK);
	const notice = { shop: shop.profile.key, source: sourceId, ids: noticeIds(request, account, events) };
	const novelty = await withLedger(shop.ledger, (ledger) => ledger.recordOrderNotice({ ...notice, now: new Date() }));
	if (novelty === 'repeated') return answer(this, OK);
	if (novelty === 'in-progress') return comeAgain(this);
	const outputs = await itemsOf(this, events, raw, account);
	if (!isBurst()) {
		void isAnswered.then(async (isMade) => {
			if (isMade) await confirm(this, [notice], shop);
		});
		return { ...answering(this), workflowData: outputs };
	}
	hint(this);
	return await handOverTogether(this, { notice, outputs }, shop, isAnswered);
}

type Notice = Omit<OrderNotice, 'now'>;
interface HandedOver {
	readonly notice: Notice;
	readonly outputs: INodeExecutionData[][];
}

/** The first of a burst hands all over; the others answer when n8n has made the execution. */
const together = new Map<string, Promise<boolean>>();

async function handOverTogether(
	context: IWebhookFunctions,
	own: HandedOver,
	shop: Shop,
	isAnswered: Promise<boolean>,
): Promise<IWebhookResponseData> {
	const key = `${context.getWorkflow().id} ${context.getNode().id} ${context.getMode()}`;
	const gathering = gather(key, [own]);
	const leading = together.get(key);
	if (!leading) together.set(key, isAnswered);
	const all = await gathering;
	if (!all) return (await leading) ? answer(context, OK) : comeAgain(context);
	together.delete(key);
	void isAnswered.then(async (isMade) => {
		if (isMade) await confirm(context, all.map(({ notice }) => notice), shop);
	});
	const workflowData = OUTPUTS.map((_name, index) => all.flatMap(({ outputs }) => outputs[index] ?? []));
	return { ...answering(context), workflowData };
}

function answering(context: IWebhookFunctions, { status = 200, contentType, body }: WebhookAnswer = OK): IWebhookResponseData {
	context.getResponseObject().status(status).type(contentType);
	return { webhookResponse: body };
}

/** At once, without an execution. */
function answer(context: IWebhookFunctions, what: WebhookAnswer): IWebhookResponseData {
	context
		.getResponseObject()
		.status(what.status ?? 200)
		.type(what.contentType)
		.send(what.body);
	return { noWebhookResponse: true };
}

/** It is being handed over at this moment, and may yet fail. */
function comeAgain(context: IWebhookFunctions): IWebhookResponseData {
	const response = context.getResponseObject();
	response.setHeader('retry-after', String(RETRY_AFTER_SECONDS));
	response.status(503).end();
	return { noWebhookResponse: true };
}

/** 401 without a word: whoever forges webhooks learns nothing. The operator finds in the log what may be wrong. */
function refuse(context: IWebhookFunctions, url: string, account: SourceAccount): IWebhookResponseData {
	const [place] = url.split('?', 1);
	context.logger.warn(
		`${context.getNode().name} refused a webhook for ${place} that is not proven to come from ${account.source.name}. If it was a real one, check ${whatProves(account)}.`,
	);
	context.getResponseObject().status(401).end();
	return { noWebhookResponse: true };
}

/** The workflow has them: a further try of the source is a repetition. */
async function confirm(context: IWebhookFunctions, notices: readonly Notice[], shop: Shop): Promise<void> {
	try {
		await withLedger(shop.ledger, async (ledger) => {
			for (const notice of notices) await ledger.confirmOrderNotice(notice);
		});
	} catch (error) {
		const why = (error as IDataObject).message;
		context.logger.warn(`${context.getNode().name}: ${typeof why === 'string' ? why : 'the ledger cannot be written'}`);
	}
}
