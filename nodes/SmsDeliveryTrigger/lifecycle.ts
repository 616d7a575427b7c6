import { type IHookFunctions } from 'n8n-workflow';
import { type Endpoint } from '../../lib/ledger/inbound';
import { readAccount } from '../shared/carrier-account';
import { toNodeError } from '../shared/node-errors';
import { withLedger } from '../shared/open-ledger';
import { calledUrl } from '../shared/public-url';
import { readShop } from '../shared/shop';
import { checkReachable } from '../shared/trigger-url';

/** So long n8n listens for a test event. */
const TEST_MS = 2 * 60 * 1000;

/** From now on the sending nodes of the shop tell this carrier to report here. */
export async function activate(this: IHookFunctions): Promise<boolean> {
	try {
		const { profile, ledger } = await readShop(this);
		const account = await readAccount(this, this.getNodeParameter('carrier') as string);
		const endpoint = endpointOf(this, profile.key, account.carrier.id);
		checkReachable(endpoint.url, account);
		const now = new Date();
		const until = this.getMode() === 'manual' ? new Date(now.getTime() + TEST_MS) : undefined;
		await withLedger(ledger, (open) => open.openEndpoint({ ...endpoint, until }, now));
		return true;
	} catch (error) {
		throw toNodeError(error, this.getNode(), 0);
	}
}

export async function deactivate(this: IHookFunctions): Promise<boolean> {
	try {
		const { profile, ledger } = await readShop(this);
		const endpoint = endpointOf(this, profile.key, this.getNodeParameter('carrier') as string);
		await withLedger(ledger, (open) => open.closeEndpoint(endpoint));
		return true;
	} catch (error) {
		throw toNodeError(error, this.getNode(), 0);
	}
}

const endpointOf = (context: IHookFunctions, shop: string, carrier: string): Endpoint => ({
	shop,
	kind: 'receipts',
	carrier,
	url: calledUrl(context),
});
