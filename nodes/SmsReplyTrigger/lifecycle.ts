import { type IHookFunctions } from 'n8n-workflow';
import { proofOf } from '../../lib/carriers/carrier';
import { DomainError } from '../../lib/domain/errors';
import { register, unregister } from '../../lib/flows/register-inbound';
import { type CarrierAccount, readAccount } from '../shared/carrier-account';
import { toNodeError } from '../shared/node-errors';
import { withLedger } from '../shared/open-ledger';
import { calledUrl } from '../shared/public-url';
import { readShop, type Shop } from '../shared/shop';
import { carrierExchange } from '../shared/transport';
import { checkReachable } from '../shared/trigger-url';
import { provableUrl } from '../shared/webhook-proof';
import { checkReplySettings, readNumber } from './settings';

/** Published, or listening for a test: replies to the number come here from now on. n8n calls it again when it fails. */
export async function activate(this: IHookFunctions): Promise<boolean> {
	try {
		const shop = await readShop(this);
		checkReplySettings(this, shop.profile); // a mistake in them is found now, not when a customer writes
		const account = await readAccount(this, this.getNodeParameter('carrier') as string);
		checkReachable(calledUrl(this), account);
		if (isRegistered(this)) await atTheCarrier(this, account, shop, register);
		return true;
	} catch (error) {
		throw toNodeError(error, this.getNode(), 0);
	}
}

/** Unpublished, or the test is over: what stood at the carrier before is put back. */
export async function deactivate(this: IHookFunctions): Promise<boolean> {
	if (!isRegistered(this)) return true;
	try {
		const account = await readAccount(this, this.getNodeParameter('carrier') as string);
		await atTheCarrier(this, account, await readShop(this), unregister);
		return true;
	} catch (error) {
		// the workflow is to end all the same
		const why = error instanceof Error ? error.message : String(error);
		this.logger.warn(
			`SMS Reply Trigger could not take its webhook URL out of the carrier's settings: ${why}. Check there where texts go now.`,
		);
		return false;
	}
}

const isRegistered = (context: IHookFunctions) => context.getNodeParameter('register', true) === true;

async function atTheCarrier(
	context: IHookFunctions,
	account: CarrierAccount,
	shop: Shop,
	change: typeof register | typeof unregister,
): Promise<void> {
	const { carrier, credentials, config } = account;
	const { inbound } = carrier;
	if (!inbound) {
		throw new DomainError(
			'bad-setting',
			`${carrier.name} has no way to set the URL by itself`,
			`Switch off Set the URL at the Carrier and paste ${calledUrl(context)} into ${carrier.name}’s console${proofOf(carrier, config) === 'signature' ? '' : ', with the secret that the node shows behind it'}.`,
		);
	}
	const number = readNumber(context, credentials);
	const exchange = await carrierExchange(context, carrier.credential, credentials, 1);
	const url = await provableUrl(calledUrl(context), account, shop);
	await withLedger(shop.ledger, async (open) => {
		await change(url, number, { inbound, config, exchange, ledger: open, now: () => new Date() });
	});
}
