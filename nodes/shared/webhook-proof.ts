import { type IWebhookFunctions } from 'n8n-workflow';
import { proofOf } from '../../lib/carriers/carrier';
import { equalsSecretly } from '../../lib/signature';
import { type WebhookRequest } from '../../lib/wire';
import { type CarrierAccount } from './carrier-account';
import { TIMEOUT_MS } from './exchange';
import { withLedger } from './open-ledger';
import { type Shop } from './shop';
import { type CarrierContext } from './transport';

/** Where in the query of our URL its secret stands. */
const KEY = 'key';

/** The secret in our URL where a carrier does not sign: 256 bits that only this ledger can make, so nobody has to make one up. */
export const secretOf = (carrierId: string, { ledger, profile }: Shop): Promise<string> =>
	withLedger(ledger, async (open) => open.sign('webhook', carrierId, profile.key));

/** What is put behind our URL: "?key=…". */
export const secretQuery = async (carrierId: string, shop: Shop): Promise<string> =>
	`?${KEY}=${await secretOf(carrierId, shop)}`;

/** Our URL as it is given to the carrier: with the secret where that is what proves its webhooks. */
export async function provableUrl(url: string, { carrier, config }: CarrierAccount, shop: Shop): Promise<string> {
	return proofOf(carrier, config) === 'signature' ? url : await secretUrl(url, carrier.id, shop);
}

export async function secretUrl(url: string, carrierId: string, shop: Shop): Promise<string> {
	const whole = new URL(url);
	whole.searchParams.set(KEY, await secretOf(carrierId, shop));
	return whole.href;
}

/** Whether a webhook is the carrier's own. The secret is looked at before anything else of it. */
export async function isProven(
	context: IWebhookFunctions,
	request: WebhookRequest,
	{ carrier, config }: CarrierAccount,
	shop: Shop,
): Promise<boolean> {
	const proof = proofOf(carrier, config);
	if (proof !== 'signature' && !(await hasSecret(request, carrier.id, shop))) return false;
	if (proof === 'secret-url') return true;
	const url = carrier.proofUrl?.(request);
	return carrier.verifyWebhook(request, config, url === undefined ? undefined : await documentAt(url, context));
}

async function hasSecret({ url }: WebhookRequest, carrierId: string, shop: Shop): Promise<boolean> {
	const given = URL.canParse(url) ? new URL(url).searchParams.get(KEY) : null;
	if (!given) return false;
	return equalsSecretly(await secretOf(carrierId, shop), given);
}

/** Certificates change about once a year. */
const MOST_DOCUMENTS = 20;
const documents = new Map<string, Promise<string | undefined>>();

/** What stands at a URL of the carrier's own hosts; undefined when it cannot be had now. */
async function documentAt(url: string, context: IWebhookFunctions): Promise<string | undefined> {
	const known = documents.get(url);
	if (known) return await known;
	const document = visit(url, context).catch((error: unknown) => {
		documents.delete(url);
		context.logger.warn(
			`${context.getNode().name} could not get what proves a webhook: ${error instanceof Error ? error.name : 'no answer'}`,
		);
		return undefined;
	});
	documents.set(url, document);
	if (documents.size > MOST_DOCUMENTS) documents.delete(documents.keys().next().value as string);
	return await document;
}

/** Through n8n's helper, so that its proxy and restrictions count; without any credential. */
export const visit = async (url: string, context: Pick<CarrierContext, 'helpers'>): Promise<string> =>
	String(
		await context.helpers.httpRequest({
			url,
			encoding: 'text',
			timeout: TIMEOUT_MS,
			disableFollowRedirect: true,
		}),
	);
