import { type INodeExecutionData, type IWebhookFunctions, type IWebhookResponseData, type Logger } from 'n8n-workflow';
import { type WebhookRequest } from '../../lib/wire';
import { type CarrierAccount, readAccount } from './carrier-account';
import { readPublicUrl } from './public-url';
import { readShop, type Shop } from './shop';
import { forgetCredentials, rememberedCredentials } from './remembered-credentials';
import { webhookRequest } from './webhook-request';

/** A webhook of a carrier, and who it is for. */
export interface OpenedWebhook {
	readonly request: WebhookRequest;
	readonly account: CarrierAccount;
	readonly shop: Shop;
	/** False when the carrier's signature does not prove it. */
	readonly isProven: boolean;
}

export async function openWebhook(context: IWebhookFunctions): Promise<OpenedWebhook> {
	const now = Date.now();
	const readCredential = (type: string) => rememberedCredentials(context, type, now);
	const carrierId = context.getNodeParameter('carrier') as string;
	const request = await webhookRequest(context, readPublicUrl(context));
	const shop = await readShop(context, readCredential);
	const account = await readAccount(context, carrierId, readCredential);
	const { carrier, config } = account;
	if (carrier.verifyWebhook(request, config)) return { request, account, shop, isProven: true };
	if (!forgetCredentials(context, carrier.credential, now)) return { request, account, shop, isProven: false };
	const anew = await readAccount(context, carrierId, readCredential);
	return { request, account: anew, shop, isProven: carrier.verifyWebhook(request, anew.config) };
}

/** 401 without a word: whoever forges webhooks learns nothing. The operator finds in the log what may be wrong. */
export function refuse(context: IWebhookFunctions, { request, account }: OpenedWebhook): IWebhookResponseData {
	const logger: Logger = context.logger;
	const [url] = request.url.split('?', 1);
	logger.warn(
		`${context.getNode().name} refused a webhook that ${account.carrier.name} has not signed for ${url}. If it was a real one: check ${account.carrier.name}'s key in the credential, and if a proxy gives this webhook another address, enter it under Options → Public URL.`,
	);
	context.getResponseObject().status(401).end();
	return { noWebhookResponse: true };
}

/** The answer that the carrier wants, without waiting for n8n. */
export function answerNow(context: IWebhookFunctions, { carrier }: CarrierAccount): void {
	const { contentType, body } = carrier.acknowledgement;
	context.getResponseObject().status(200).type(contentType).send(body);
}

/** The answer that the carrier wants; with items, n8n gives it once it has made the execution. */
export function acknowledge(
	context: IWebhookFunctions,
	{ carrier }: CarrierAccount,
	workflowData?: INodeExecutionData[][],
): IWebhookResponseData {
	const { contentType, body } = carrier.acknowledgement;
	context.getResponseObject().type(contentType);
	return { webhookResponse: body, ...(workflowData ? { workflowData } : {}) };
}
