import { randomUUID } from 'node:crypto';
import { sleep } from 'n8n-workflow';
import { paced } from '../../lib/flows/run-in-lanes';
import { type SendingDeps } from '../../lib/flows/send-claimed';
import { type Ledger } from '../../lib/ledger/ledger';
import { type CarrierAccount } from './carrier-account';
import { type Shop } from './shop';
import { type CarrierContext, carrierExchange } from './transport';

/**
 * The world as the sending flows need it: the carrier within the speed that its account allows, told to report to the shop's
 * SMS Delivery Trigger where one is active.
 *
 * @param expectedTexts how many texts are about to go: see {@link carrierExchange}.
 */
export async function sendingDeps(
	context: CarrierContext,
	ledger: Ledger,
	{ carrier, credentials, config }: CarrierAccount,
	{ profile }: Shop,
	expectedTexts: number,
): Promise<SendingDeps> {
	const clock = { now: () => new Date(), wait: sleep };
	const exchange = await carrierExchange(context, carrier.credential, credentials, expectedTexts);
	const endpoint = { shop: profile.key, kind: 'receipts', carrier: carrier.id } as const;
	return {
		...clock,
		ledger,
		carrier,
		config,
		receiptUrl: await ledger.endpointUrl(endpoint, clock.now()),
		exchange: paced(exchange, Number(credentials.messagesPerSecond) || 0, clock),
		newId: randomUUID,
		chance: Math.random,
	};
}
