import { type IHookFunctions } from 'n8n-workflow';
import { type Endpoint } from '../../lib/ledger/inbound';
import { readAccount } from '../shared/carrier-account';
import { toNodeError } from '../shared/node-errors';
import { withLedger } from '../shared/open-ledger';
import { calledUrl } from '../shared/public-url';
import { readShop } from '../shared/shop';
import { checkReachable } from '../shared/trigger-url';
import { provableUrl, secretUrl } from '../shared/webhook-proof';

/** So long n8n listens for a test event. */
const TEST_MS = 2 * 60 * 1000;

/** From now on the sending nodes of the shop tell this carrier to report here. */
export async function activate(this: IHookFunctions): Promise<boolean> {
	try {
		const shop = await readShop(this);
		const account = await readAccount(this, this.getNodeParameter('carrier') as string);
		const url = await provableUrl(calledUrl(this), account, shop);
		const endpoint = endpointAt(url, account.carrier.id, shop.profile.key);
		checkReachable(endpoint.url, account);
		const now = new Date();
		const until = this.getMode() === 'manual' ? new Date(now.getTime() + TEST_MS) : undefined;
		await withLedger(shop.ledger, (open) => open.openEndpoint({ ...endpoint, until }, now));
		return true;
	} catch (error) {
		throw toNodeError(error, this.getNode(), 0);
	}
}

export async function deactivate(this: IHookFunctions): Promise<boolean> {
	try {
		const { profile, ledger } = await readShop(this);
		const carrier = this.getNodeParameter('carrier') as string;
		// whichever of the two was opened: the credential may be gone, or another by now
		const urls = [calledUrl(this), await secretUrl(calledUrl(this), carrier, { profile, ledger })];
		await withLedger(ledger, async (open) => {
			for (const url of urls) await open.closeEndpoint(endpointAt(url, carrier, profile.key));
		});
		return true;
	} catch (error) {
		throw toNodeError(error, this.getNode(), 0);
	}
}

const endpointAt = (url: string, carrier: string, shop: string): Endpoint => ({ shop, kind: 'receipts', carrier, url });
