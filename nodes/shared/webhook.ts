import { type INodeExecutionData, type IWebhookFunctions, type IWebhookResponseData, type Logger } from 'n8n-workflow';
import { type CarrierHandshake, proofOf } from '../../lib/carriers/carrier';
import { type WebhookRequest } from '../../lib/wire';
import { type CarrierAccount, readAccount } from './carrier-account';
import { readPublicUrl } from './public-url';
import { readShop, type Shop } from './shop';
import { forgetCredentials, rememberedCredentials } from './remembered-credentials';
import { isProven, visit } from './webhook-proof';
import { webhookRequest } from './webhook-request';

/** A webhook of a carrier, and who it is for. */
export interface OpenedWebhook {
	readonly request: WebhookRequest;
	readonly account: CarrierAccount;
	readonly shop: Shop;
	/** False when neither the carrier's signature nor the secret in our URL proves it, whichever of them it takes. */
	readonly isProven: boolean;
}

export async function openWebhook(context: IWebhookFunctions): Promise<OpenedWebhook> {
	const now = Date.now();
	const readCredential = (type: string) => rememberedCredentials(context, type, now);
	const carrierId = context.getNodeParameter('carrier') as string;
	const request = await webhookRequest(context, readPublicUrl(context));
	const shop = await readShop(context, readCredential);
	const account = await readAccount(context, carrierId, readCredential);
	if (await isProven(context, request, account, shop)) return { request, account, shop, isProven: true };
	const stays = !forgetCredentials(context, account.carrier.credential, now);
	if (stays) return { request, account, shop, isProven: false };
	const anew = await readAccount(context, carrierId, readCredential);
	return { request, account: anew, shop, isProven: await isProven(context, request, anew, shop) };
}

/**
 * What is answered at once: a webhook that is not proven, and one by which the carrier asks whether the URL is ours. Undefined
 * for all that brings something.
 */
export async function answerAtOnce(
	context: IWebhookFunctions,
	webhook: OpenedWebhook,
): Promise<IWebhookResponseData | undefined> {
	if (!webhook.isProven) return refuse(context, webhook);
	const { request, account } = webhook;
	const handshake = account.carrier.parseWebhook(request).find((event) => event.kind === 'handshake');
	return handshake && (await shakeHands(context, handshake, account));
}

async function shakeHands(
	context: IWebhookFunctions,
	{ answer, visit: url }: CarrierHandshake,
	{ carrier }: CarrierAccount,
): Promise<IWebhookResponseData> {
	if (url) await visit(url, context);
	const { status = 200, contentType, body } = answer ?? carrier.acknowledgement;
	context.getResponseObject().status(status).type(contentType).send(body);
	return { noWebhookResponse: true };
}

/** 401 without a word: whoever forges webhooks learns nothing. The operator finds in the log what may be wrong. */
function refuse(context: IWebhookFunctions, { request, account }: OpenedWebhook): IWebhookResponseData {
	const logger: Logger = context.logger;
	const [url] = request.url.split('?', 1);
	const { carrier, config } = account;
	const isSigned = proofOf(carrier, config) === 'signature';
	const what = isSigned
		? `a webhook that ${carrier.name} has not signed`
		: `a webhook without the secret of ${carrier.name}'s URL`;
	const check = isSigned
		? `check ${carrier.name}'s key in the credential`
		: `check that the whole URL stands at ${carrier.name}, with the secret that the node shows`;
	logger.warn(
		`${context.getNode().name} refused ${what} for ${url}. If it was a real one: ${check}, and if a proxy gives this webhook another address, enter it under Options → Public URL.`,
	);
	context
		.getResponseObject()
		.status(carrier.refusalStatus ?? 401)
		.end();
	return { noWebhookResponse: true };
}

/** The answer that the carrier wants, without waiting for n8n. */
export function answerNow(context: IWebhookFunctions, { carrier }: CarrierAccount): void {
	const { status = 200, contentType, body } = carrier.acknowledgement;
	context.getResponseObject().status(status).type(contentType).send(body);
}

/** The answer that the carrier wants; with items, n8n gives it once it has made the execution. */
export function acknowledge(
	context: IWebhookFunctions,
	{ carrier }: CarrierAccount,
	workflowData?: INodeExecutionData[][],
): IWebhookResponseData {
	const { status = 200, contentType, body } = carrier.acknowledgement;
	context.getResponseObject().status(status).type(contentType);
	return { webhookResponse: body, ...(workflowData ? { workflowData } : {}) };
}
