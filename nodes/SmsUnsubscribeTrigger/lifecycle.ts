import { type IHookFunctions } from 'n8n-workflow';
import { DomainError } from '../../lib/domain/errors';
import { type Endpoint } from '../../lib/ledger/inbound';
import { toNodeError } from '../shared/node-errors';
import { withLedger } from '../shared/open-ledger';
import { calledUrl } from '../shared/public-url';
import { readShop } from '../shared/shop';
import { isOnTheInternet } from '../shared/trigger-url';

/**
 * From now on texts that cannot be replied to have a link to this page. Not while it only listens for a test: a link in a text has
 * to work for months.
 */
export async function activate(this: IHookFunctions): Promise<boolean> {
	try {
		const { profile, ledger } = await readShop(this);
		checkPath(this);
		const endpoint = endpointOf(this, profile.key);
		checkAddress(endpoint.url);
		if (this.getMode() === 'manual') return true;
		await withLedger(ledger, (open) => open.openEndpoint(endpoint, new Date()));
		return true;
	} catch (error) {
		throw toNodeError(error, this.getNode(), 0);
	}
}

export async function deactivate(this: IHookFunctions): Promise<boolean> {
	if (this.getMode() === 'manual') return true;
	try {
		const { profile, ledger } = await readShop(this);
		const endpoint = endpointOf(this, profile.key);
		await withLedger(ledger, (open) => open.closeEndpoint(endpoint));
		return true;
	} catch (error) {
		throw toNodeError(error, this.getNode(), 0);
	}
}

/** One page for the texts of every carrier. */
const endpointOf = (context: IHookFunctions, shop: string): Endpoint => ({
	shop,
	kind: 'unsubscribe',
	carrier: '',
	url: calledUrl(context),
});

/** n8n would take ":" for a variable part, and put its own id before it. */
function checkPath(context: IHookFunctions): void {
	const path = String(context.getNodeParameter('path', '')).trim();
	if (/^[\w-]+(\/[\w-]+)*$/.test(path)) return;
	throw new DomainError('bad-setting', `Path is "${path}"`, 'Write letters, digits and hyphens, e.g. stop.');
}

/** This very machine is good enough for a trial; nobody's phone could reach other addresses. */
function checkAddress(url: string): void {
	const { protocol, hostname } = new URL(url);
	const isTrial = hostname === 'localhost' || hostname.startsWith('127.');
	if (isTrial || (protocol === 'https:' && isOnTheInternet(hostname))) return;
	throw new DomainError(
		'bad-setting',
		`Customers cannot open the page at ${new URL(url).origin}`,
		'Phones open https addresses on the internet. Make n8n reachable there and set the environment variable N8N_WEBHOOK_URL (formerly WEBHOOK_URL) to that address, e.g. https://n8n.example.com/. If a proxy gives this page another address, enter it under Options → Public URL.',
	);
}
