import { type IHookFunctions } from 'n8n-workflow';
import { DomainError } from '../../lib/domain/errors';
import { subscribe, unsubscribe } from '../../lib/sources/webhooks/subscribe';
import { toNodeError } from '../shared/node-errors';
import { withLedger } from '../shared/open-ledger';
import { calledUrl } from '../shared/public-url';
import { readShop } from '../shared/shop';
import { readSource, type SourceAccount, sourceApi } from '../shared/source-account';
import { checkProvable, isProvenByUrl, sourceSecret, urlWithSecret } from '../shared/source-proof';
import { isOnTheInternet } from '../shared/trigger-url';

/** Published, or listening for a test: the source's webhooks come here from now on, where its API can be told so. */
export async function activate(this: IHookFunctions): Promise<boolean> {
	try {
		const shop = await readShop(this);
		const account = await readSource(this, this.getNodeParameter('source') as string);
		checkProvable(account);
		await withLedger(shop.ledger, async () => undefined); // a ledger that does not open is found now, not when an order comes
		const subscriptions = subscriptionsOf(this, account);
		if (!subscriptions) return true;
		const { source } = account;
		const called = calledUrl(this);
		checkReachable(called, account);
		const secret = await sourceSecret(source.id, shop);
		const inQuery = isProvenByUrl(account) && !source.sendsHeaders;
		const url = inQuery ? await urlWithSecret(called, source.id, shop) : called;
		await subscribe(url, account.secret || secret, { subscriptions, api: await sourceApi(this, account) });
		return true;
	} catch (error) {
		throw toNodeError(error, this.getNode(), 0);
	}
}

/** Unpublished, or the test is over: our webhooks are taken out of the source again. */
export async function deactivate(this: IHookFunctions): Promise<boolean> {
	try {
		const account = await readSource(this, this.getNodeParameter('source') as string);
		const subscriptions = subscriptionsOf(this, account);
		if (subscriptions) await unsubscribe(calledUrl(this), { subscriptions, api: await sourceApi(this, account) });
		return true;
	} catch (error) {
		// the workflow is to end all the same
		const why = error instanceof Error ? error.message : String(error);
		this.logger.warn(
			`${this.getNode().name} could not take its webhooks out of the source: ${why}. Delete those with this n8n's address there.`,
		);
		return false;
	}
}

const subscriptionsOf = (context: IHookFunctions, { source, webhook }: SourceAccount) =>
	source.registers && context.getNodeParameter('register', true) === true ? webhook.subscriptions : undefined;

/** @throws DomainError `bad-setting` for a URL that the source could not call. One that runs beside n8n can call every URL. */
function checkReachable(url: string, { source, config }: SourceAccount): void {
	const { protocol, hostname, origin } = new URL(url);
	if (URL.canParse(config.baseUrl) && !isOnTheInternet(new URL(config.baseUrl).hostname)) return;
	if (protocol === 'https:' && isOnTheInternet(hostname)) return;
	throw new DomainError(
		'bad-setting',
		`${source.name} cannot reach this n8n at ${origin}`,
		'Shops and trackers call https addresses on the internet only. Make n8n reachable there and set the environment variable N8N_WEBHOOK_URL (formerly WEBHOOK_URL) to that address, e.g. https://n8n.example.com/. If a proxy gives this webhook another address, enter it under Options → Public URL.',
	);
}
